"""How one thing is spelled in the text: with its place, without it, by its name alone."""

import re
from collections.abc import Iterator, Sequence

from schema import Mention, Span, complex_key

from .cluster_places import CLASS, is_area
from .complex_names import GENERIC, NUMBER
from .lexicon import Lexicon, squeeze
from .reading import Reading

# A place directly before a name, or two that a dot joins: 대구·경북 of `대구·경북 자동차부품 미니클러스터`.
PLACE_BEFORE = re.compile(r"(?<![가-힣A-Za-z0-9])[가-힣]{2,7}(?:[·ㆍ・][가-힣]{2,7})? $")
FARTHEST = 17
PART = re.compile(r"[·ㆍ・]")
ENDING = re.compile(r"(?:미니|혁신)?(?:클러스터|특구)$")
TOWN = re.compile(r"[가-힣]{1,4}[동읍면리]")


def surfaces(reading: Reading, group: Sequence[Mention]) -> tuple[str, ...]:
    """Return each spelling of the mentions, the place before it taken along and left away."""
    spellings = [spelling for mention in group for spelling in _spellings(reading, mention)]
    return tuple(dict.fromkeys(spellings))


def _spellings(reading: Reading, mention: Mention) -> Iterator[str]:
    yield mention.surface
    yield printed_name(mention)
    if placed := with_place(reading, mention):
        yield placed
    if bare := _without_place(reading.lexicon, mention):
        yield bare


def printed_name(mention: Mention) -> str:
    """Return the name where it stands so in the text: 친환경나노 of `친환경나노 미니클러스터`."""
    return mention.name if mention.name in mention.surface else mention.surface


def with_place(reading: Reading, mention: Mention) -> str | None:
    """Return the spelling with the place that stands before it: `논산 양촌농공단지`."""
    start = mention.span.start
    found = PLACE_BEFORE.search(reading.text, max(0, start - FARTHEST), start)
    if found is None or mention.surface == mention.name:
        return None
    if not all(is_area(reading.lexicon, part) for part in PART.split(found.group().strip())):
        return None
    return Span(found.start(), mention.span.end).of(reading.text)


def _without_place(lexicon: Lexicon, mention: Mention) -> str | None:
    """Return the spelling without the places it begins with: 진량산단 of `경산 진량산단`."""
    rest = mention.surface
    while (parts := rest.partition(" "))[2] and _is_place(lexicon, parts[0]):
        rest = parts[2]
    return rest if rest != mention.surface and _tells(mention, squeeze(rest)) else None


def _is_place(lexicon: Lexicon, word: str) -> bool:
    return lexicon.is_place(word) or TOWN.fullmatch(word) is not None


def _tells(mention: Mention, rest: str) -> bool:
    if mention.label == "cluster":
        stem = ENDING.sub("", rest)
        return stem not in {"", rest} and CLASS.fullmatch(stem) is None
    key = complex_key(rest)
    return len(key) > 1 and key != rest and not NUMBER.fullmatch(key) and not GENERIC.fullmatch(key)
