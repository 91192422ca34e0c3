"""Numbers of things become counts, each over its subject: `counted`."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import cast

from schema import Cluster, Complex, Count, CountWhat, Mention, Organization

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
    heads = [match.start() for match in SECTION.finditer(reading.text)]
    groups: dict[tuple[int | None, str | None], list[list[Mention]]] = {}
    for mention in mentions:
        if mention.label == "count":
            alike = groups.setdefault((mention.value, mention.kind), [])
            same = next((group for group in alike if _is_same(reading, group, mention, heads)), None)
            if same is None:
                alike.append([mention])
            else:
                same.append(mention)
    ordered = sorted((group for alike in groups.values() for group in alike), key=lambda group: group[0].span)
    for group in ordered:
        first = group[0]
        yield Count(
            quote=first.surface,
            value=cast(int, first.value),
            what=cast(CountWhat, first.kind),
            subject=_subject(reading, first, named),
            evidence=evidence_of(reading, group),
        )


def _is_same(reading: Reading, group: Sequence[Mention], mention: Mention, heads: Sequence[int]) -> bool:
    """Tell whether a count of the same number and noun, in another sentence, is of the same things.

    Another section of a round-up (◇대구 성서=…) counts other things.
    """
    last = group[-1]
    sections = {bisect_right(heads, place.span.start) for place in (last, mention)} - {0}
    apart = sentence_at(reading, last.span.start) != sentence_at(reading, mention.span.start)
    return len(sections) < 2 and apart


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
