"""Numbers of things become counts, each over its subject: `counted`."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, cast

from schema import Cluster, Complex, Count, CountWhat, Mention, Organization

from .evidence import evidence_of, sentence_at
from .leads import times
from .reading import Reading

RULE = "counted/2"

SECTION = re.compile(r"^[◇◆■□▶○●] ?[^\n=]{1,20}=", re.MULTILINE)
OF_CLUSTERS = frozenset({"clusters", "mini_clusters"})  # △금형 △도금 등 2개의 미니클러스터 are not over 도금
NATIONWIDE = "전국"
# 23 firms named again as 23 members are the same; of small numbers there may be both.
FEW = 10


Key = tuple[int, str]


class Place(NamedTuple):
    """A thing or region that a count may be over, where it is named."""

    start: int
    name: str
    end: int


def counted(
    reading: Reading, mentions: Sequence[Mention], named: Sequence[Organization | Cluster | Complex]
) -> Iterator[Count]:
    """Yield one record a count; the same number of the same thing said elsewhere is more evidence."""
    regions = [*_regions(reading)]
    things = sorted([*regions, *_places(named)])
    firms = sorted([*regions, *_places(thing for thing in named if not isinstance(thing, Cluster))])
    for group in _groups(reading, [mention for mention in mentions if mention.label == "count"]):
        # The body is the more exact: 기업 412개사, which a title calls 회원사 412개사.
        first = next((one for one in group if one.span.start >= reading.document.body_start), group[0])
        subject = _subject(reading, first, firms if first.kind in OF_CLUSTERS else things)
        count = Count(
            quote=first.surface,
            value=cast(int, first.value),
            what=cast(CountWhat, first.kind),
            subject=subject,
            evidence=evidence_of(reading, group),
        )
        yield from [count] * times(reading.text, *first.span)


def _groups(reading: Reading, mentions: Sequence[Mention]) -> list[list[Mention]]:
    """Return the mentions of each count together, in the order of the text.

    The same number of the same thing in another sentence is the same count, but in another section of a
    round-up (◇대구 성서=…) it is not; twice in one sentence it is two.
    """
    heads = [match.start() for match in SECTION.finditer(reading.text)]
    met: Counter[tuple[int, Key]] = Counter()
    groups: dict[tuple[Key, int], dict[int, list[Mention]]] = {}
    for mention, key in zip(mentions, _keys(reading, mentions), strict=True):
        sentence = sentence_at(reading, mention.span.start).start
        section = bisect_right(heads, mention.span.start)
        sections = groups.setdefault((key, met[sentence, key]), {})
        met[sentence, key] += 1
        other = next(iter(sections), section) if section == 0 else 0
        sections.setdefault(section if section in sections or other not in sections else other, []).append(
            mention
        )
    return sorted((group for by in groups.values() for group in by.values()), key=lambda group: group[0].span)


def _keys(reading: Reading, mentions: Sequence[Mention]) -> Iterator[Key]:
    """Yield what each mention counts, a title's number being the body's, also where the title rounds it."""
    start = reading.document.body_start
    keys = [_key(mention) for mention in mentions]
    body = [key for mention, key in zip(mentions, keys, strict=True) if mention.span.start >= start]
    same = {value: (value, kind) for value, kind in reversed(body)}
    ordered = sorted(body, key=lambda key: (key[1], key[0]))
    for mention, (value, kind) in zip(mentions, keys, strict=True):
        if mention.span.start >= start:
            yield value, kind
            continue
        at = bisect_left(ordered, (kind, value), key=lambda key: (key[1], key[0]))
        near = ordered[at] if at < len(ordered) and ordered[at][1] == kind else (value, kind)
        rounded = near if near[0] < value + _rounding(value) else (value, kind)
        yield same.get(value, rounded)


def _key(mention: Mention) -> Key:
    value, kind = cast(int, mention.value), mention.kind or ""
    return (value, "companies" if kind == "members" and value >= FEW else kind)


def _rounding(value: int) -> int:
    """Return how much a number may leave out: 100 of 600, which may stand for 612."""
    zeros = len(str(value)) - len(str(value).rstrip("0"))
    return int(10**zeros) if value >= FEW else 1


def _places(named: Iterable[Organization | Cluster | Complex]) -> Iterator[Place]:
    for thing in named:
        for evidence in thing.evidence:
            yield Place(evidence.span.start, thing.name, evidence.span.end)


def _regions(reading: Reading) -> Iterator[Place]:
    for sentence in reading.sentences:
        for word in sentence.words:
            if word.text == NATIONWIDE or reading.lexicon.is_place(word.text):
                yield Place(word.span.start, word.text, word.span.end)


def _subject(reading: Reading, mention: Mention, places: Sequence[Place]) -> str | None:
    """Return what the count is over: the last thing or region named before it in its sentence."""
    sentence = sentence_at(reading, mention.span.start)
    at = bisect_left(places, mention.span.start, key=lambda place: place.start) - 1
    while at >= 0 and places[at].start >= sentence.start:
        if places[at].end <= mention.span.start:
            return places[at].name
        at -= 1
    return None
