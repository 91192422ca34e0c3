"""Who may be a party of an amount: what is named near it, 정부, 지원 기업, whoever it comes 으로부터."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from schema import Span

from .lists import chunk_start
from .places import Place
from .scene import Around

MOST = 9  # candidates of one amount, the nearest ones
AHEAD = 45  # letters behind the amount in which its verb is looked for
SUBJECT = re.compile(r"들?(?:에는|에|은|는|이|가|의)(?![가-힣])")
STATE = re.compile(r"정부(?=[는가의] | 예산| 지원| 출연| 돈| 자금)")
FROM = re.compile(
    r"(?P<giver>(?:[가-힣A-Za-z0-9]{1,20}(?<![은는이가을를에의도와과]) )?[가-힣A-Za-z0-9]{2,20})"
    r"(?:으로부터|로부터)(?= )"
)


class Candidate(NamedTuple):
    """Who may be a party of an amount: the place that stands for it, and how many names are nearer."""

    place: Place
    rank: int


def candidates(near: Around) -> list[Candidate]:
    """Return who may be a party of the amount, the likeliest first: its sentence, then what is before."""
    before = [place for place in near.inside if place.span.end <= near.span.start]
    after = [place for place in near.inside if place.span.start >= near.span.end]
    first: dict[str, Place] = {}
    for place in (*reversed(before), *_phrases(near), *_subjects(near), *after, *reversed(near.earlier)):
        first.setdefault(place.name, place)
        if len(first) == MOST:
            break
    return [Candidate(place, rank) for rank, place in enumerate(first.values())]


def _phrases(near: Around) -> Iterator[Place]:
    """Yield who is named by no list: 정부, 수도권 엔젤클럽 of `수도권 엔젤클럽으로부터`."""
    for match in STATE.finditer(near.text, near.stretch.start, min(near.stretch.end, near.span.end + AHEAD)):
        yield Place(Span(*match.span()), match.group(), "state")
    start = max(near.stretch.start, near.span.start - AHEAD)
    if giver := FROM.search(near.text, start, near.span.start):
        yield Place(Span(*giver.span("giver")), giver["giver"], "phrase")


def _subjects(near: Around) -> Iterator[Place]:
    """Yield what a clause is of though no record has it: 지원 기업 of `지원 기업들의 매출액은`."""
    for index, word in enumerate(near.words):
        if word.span.end > near.span.start:
            return
        if SUBJECT.match(near.text, word.span.end):
            whole = Span(near.words[chunk_start(near.words, index)].span.start, word.span.end)
            if whole.end - whole.start > 2 and not any(place.span.overlaps(whole) for place in near.inside):
                yield Place(whole, whole.of(near.text), "noun")
