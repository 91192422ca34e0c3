"""Where the named things of an article stand, and the particles that show their part in a clause."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from schema import Cluster, Complex, Organization, Span

from .offices import GENERAL
from .phrases import Word
from .reading import Reading
from .stretches import beginning_in

Named = Organization | Cluster | Complex

# A general noun that means a thing named before it: 추진단은, 이 회사는, 클러스터는.
BODIES = GENERAL | {"재단", "진흥원", "협회", "공단", "테크노파크", "조합", "공사", "시", "도", "군", "구"}
NOUNS_OF = {
    "company": frozenset({"회사", "업체", "기업"}),
    "cluster": frozenset({"클러스터", "미니클러스터", "미클", "MC", "협의체", "특구", "소그룹"}),
    "complex": frozenset({"산단", "산업단지", "단지", "농공단지"}),
}
POINTERS = frozenset({"이", "해당", "동"})
BACK = 200  # places that such a noun looks back over
ASIDE = r"(?:\([^)\n]{0,30}\))?"
# 가나테크는, 가나테크 김하늘 대표는: who speaks for a firm speaks of it.
SPEAKER = r"(?: [가-힣]{2,4})? ?(?:공동대표|대표이사|대표|사장|부사장|회장)?"
TOPIC = re.compile(rf"{ASIDE}{SPEAKER}(?:은|는|이|가|도)(?![가-힣])")


class Place(NamedTuple):
    """Where a named thing stands, and what it is: an organization's type, `cluster` or `complex`."""

    span: Span
    name: str
    type: str


def places_of(reading: Reading, named: Sequence[Named]) -> tuple[Place, ...]:
    """Return where the named things stand, in the order of the text, `추진단은` for one named before too."""
    found = (
        Place(
            piece.span,
            thing.name,
            thing.type if isinstance(thing, Organization) else type(thing).__name__.lower(),
        )
        for thing in named
        for piece in thing.evidence
        if piece.attribute is None
    )
    stated = sorted(found)
    return tuple(sorted([*stated, *_again(reading, stated)]))


def places_in(places: Sequence[Place], stretch: Span) -> Sequence[Place]:
    """Return the places that begin in a stretch of the text."""
    return beginning_in(places, stretch, _start)


def _start(place: Place) -> int:
    return place.span.start


def _again(reading: Reading, stated: Sequence[Place]) -> Iterator[Place]:
    """Yield where a thing named before is spoken of by a general noun: 추진단은 21억원을 댔다, 이 회사는."""
    for sentence in reading.sentences:
        for index, word in enumerate(sentence.words):
            meant = _meant(word.text)
            if meant is None or not _stands_alone(sentence.words, index):
                continue
            at = bisect_left(stated, word.span.start, key=_start)
            named = next((place for place in reversed(stated[max(0, at - BACK) : at]) if meant(place)), None)
            if named is not None and named.span.end <= word.span.start:
                yield named._replace(span=word.span)


def _stands_alone(words: Sequence[Word], index: int) -> bool:
    """Tell whether nothing before a general noun says which one it is: 회사는, 이 회사는, not 참여 기업은."""
    return index == 0 or not words[index - 1].joined or words[index - 1].text in POINTERS


def _meant(noun: str) -> Callable[[Place], bool] | None:
    """Return what tells the thing that a general noun may mean, None of a noun that means none."""
    if noun in BODIES:
        return lambda place: place.name.endswith(noun) and place.type not in ("cluster", "complex", "company")
    type_ = next((type_ for type_, nouns in NOUNS_OF.items() if noun in nouns), None)
    return (lambda place: place.type == type_) if type_ else None
