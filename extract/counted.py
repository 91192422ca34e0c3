"""Numbers of things become counts, each over its subject: `counted`."""

import re
from collections.abc import Iterator, Sequence
from typing import cast

from schema import Cluster, Complex, Count, CountWhat, Mention, Organization, Span

from .evidence import evidence_of, sentence_at
from .reading import Reading

RULE = "counted/1"

SECTION = re.compile(r"^[◇◆■□▶○●] ?[^\n=]{1,20}=", re.MULTILINE)
OF_CLUSTERS = frozenset({"clusters", "mini_clusters"})  # △금형 △도금 등 2개의 미니클러스터 are not over 도금
NATIONWIDE = "전국"


def counted(
    reading: Reading, mentions: Sequence[Mention], named: Sequence[Organization | Cluster | Complex]
) -> Iterator[Count]:
    """Yield one record a count; the same number of the same thing said elsewhere is more evidence."""
    groups: list[list[Mention]] = []
    for mention in mentions:
        if mention.label != "count":
            continue
        sentence = sentence_at(reading, mention.span.start)
        same = next((group for group in groups if _is_same(reading, group, mention, sentence)), None)
        if same is None:
            groups.append([mention])
        else:
            same.append(mention)
    for group in groups:
        first = group[0]
        yield Count(
            quote=first.surface,
            value=cast(int, first.value),
            what=cast(CountWhat, first.kind),
            subject=_subject(reading, first, named),
            evidence=evidence_of(reading, group),
        )


def _is_same(reading: Reading, group: Sequence[Mention], mention: Mention, sentence: Span) -> bool:
    first = group[0]
    if (first.value, first.kind) != (mention.value, mention.kind):
        return False
    sections = {_section(reading, place.span.start) for place in (*group, mention)} - {None}
    return len(sections) < 2 and not any(sentence.covers(place.span) for place in group)


def _section(reading: Reading, position: int) -> int | None:
    """Return where the section of a round-up begins (◇대구 성서=…): another section counts other things."""
    heads = [match.start() for match in SECTION.finditer(reading.text, 0, position + 1)]
    return heads[-1] if heads else None


def _subject(
    reading: Reading, mention: Mention, named: Sequence[Organization | Cluster | Complex]
) -> str | None:
    """Return what the count is over: the last thing or region named before it in its sentence."""
    sentence = sentence_at(reading, mention.span.start)
    before = [
        (evidence.span.start, thing.name)
        for thing in named
        for evidence in thing.evidence
        if not (isinstance(thing, Cluster) and mention.kind in OF_CLUSTERS)
        and sentence.start <= evidence.span.start
        and evidence.span.end <= mention.span.start
    ]
    for words in (one.words for one in reading.sentences if one.span == sentence):
        before += [
            (word.span.start, word.text)
            for word in words
            if word.span.end <= mention.span.start
            and (word.text == NATIONWIDE or reading.lexicon.is_place(word.text))
        ]
    return max(before)[1] if before else None
