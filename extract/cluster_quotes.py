"""Cluster names in quotation marks: ‘염색가공’ 서브 미클, '무수염색'이라는 소그룹, 소그룹 ‘액화수소’."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from schema import ClusterKind, Span

from .cluster_names import MINI, tells
from .compounds import compounded
from .lexicon import squeeze
from .lists import breaks
from .phrases import Sentence, near
from .reading import Reading

SUB_MARKERS = frozenset({"소그룹", "워킹그룹", "SIG"})
_MARKER = rf"(?P<marker>{MINI}|소그룹|워킹 ?그룹|[Mm]ini ?[Cc]luster)"
# A straight mark opens only where no word ends: not the second of `"…한다"며 "미니클러스터는`.
_OPEN, _CLOSE = r"(?:[‘“「`]|(?<![가-힣A-Za-z.!?])['\"])", r"[’'”\"」`]"
_NAME = rf"{_OPEN}(?P<name>[^\s‘’'“”\"「」`][^‘’'“”\"「」`\n]{{0,18}}[^\s‘’'“”\"「」`]){_CLOSE}"
QUOTED = re.compile(
    rf"{_NAME}(?:이?라는|이란)?(?: ?이름(?:의|을 단|이 붙은|을 가진))? ?(?P<sub>서브 ?)?{_MARKER}"
)
NAMED_AFTER = re.compile(
    rf"(?P<sub>서브 ?)?{_MARKER}(?P<led>의? ?(?:이름|명칭)[은을] |인 | 가운데 | 중 | )?{_NAME}"
)
# Only a bracket within needs the marks to tell where the name begins: ‘신기술 플레이팅(도금) 미클’.
_WITH_BRACKET = r"(?P<name>[^\s‘’'“”\"「」()\n][^‘’'“”\"「」()\n]{1,18}\([^()\n]{1,10}\))"
BRACKETED = re.compile(rf"{_OPEN}{_WITH_BRACKET} ?(?P<sub>서브 ?)?{_MARKER}{_CLOSE}")
QUOTATIONS = (QUOTED, NAMED_AFTER, BRACKETED)
# Another in marks before it: ‘폐수 재이용’, ‘도금액’ 소그룹.
ANOTHER = re.compile(rf"{_NAME}(?:, ?|와 |과 |[·ㆍ]| 및 )$")
# ‘나무 심는 공장’ is a phrase, not a name.
VERBAL = re.compile(r"[가-힣](?:는|을|를|던) ")
FARTHEST = 28


def quoted(reading: Reading, sentence: Sentence) -> Iterator[tuple[Span, ClusterKind]]:
    """Yield where each such name stands, and its kind."""
    start = sentence.span.start
    for pattern in QUOTATIONS:
        for match in pattern.finditer(sentence.text):
            if pattern is NAMED_AFTER and _has_name(reading, sentence, start + match.start("marker")):
                continue
            sub = match["sub"] or match["marker"] in SUB_MARKERS
            kind: ClusterKind = "sub_mini_cluster" if sub else "mini_cluster"
            if VERBAL.search(match["name"]):
                continue
            yield Span(start + match.start("name"), start + match.end("name")), kind
            if pattern is QUOTED:
                for other in _before(sentence.text, match.start()):
                    yield Span(start + other.start, start + other.end), kind


def _before(text: str, end: int) -> Iterator[Span]:
    while match := ANOTHER.search(text, max(0, end - FARTHEST), end):
        yield Span(*match.span("name"))
        end = match.start()


def _has_name(reading: Reading, sentence: Sentence, marker: int) -> bool:
    """Tell whether the noun has a name before it, so that the marks after it hold something else."""
    place = max(0, bisect_right(sentence.words, marker, key=lambda word: word.span.start) - 1)
    words = compounded(near(sentence.words, place)[0])
    at = next((i for i, word in enumerate(words) if word.span.start <= marker < word.span.end), 0)
    if words[at].span.start < marker and not words[at].text.startswith("서브"):
        return True
    before = words[at - 1] if at else None
    if before is None or not before.joined or breaks(before) or len(before.text) == 1:
        return False
    return tells(reading.lexicon, squeeze(before.text), mini=True)
