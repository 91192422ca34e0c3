"""Cluster names in quotation marks: ‘염색가공’ 서브 미클, '무수염색'이라는 소그룹, 소그룹 ‘액화수소’."""

import re
from collections.abc import Iterator

from schema import ClusterKind, Span

from .phrases import Sentence

SUB_MARKERS = frozenset({"소그룹", "워킹그룹"})
_MARKER = r"(?P<marker>미니 ?클러스터|미클|MC|산학연협의체|소그룹|워킹그룹)"
# A straight mark opens only where no word ends: not the second of `"…한다"며 "미니클러스터는`.
_OPEN, _CLOSE = r"(?:[‘“「]|(?<![가-힣A-Za-z.!?])['\"])", r"[’'”\"」]"
_NAME = rf"{_OPEN}(?P<name>[^\s‘’'“”\"「」][^‘’'“”\"「」\n]{{0,18}}[^\s‘’'“”\"「」]){_CLOSE}"
QUOTED = re.compile(rf"{_NAME}(?:이라는|라는|이란)? ?(?P<sub>서브 ?)?{_MARKER}")
NAMED_AFTER = re.compile(rf"(?P<sub>서브 ?)?{_MARKER} ?{_NAME}")
# Only a bracket within needs the marks to tell where the name begins: ‘신기술 플레이팅(도금) 미클’.
_WITH_BRACKET = r"(?P<name>[^\s‘’'“”\"「」()\n][^‘’'“”\"「」()\n]{1,18}\([^()\n]{1,10}\))"
BRACKETED = re.compile(rf"{_OPEN}{_WITH_BRACKET} ?(?P<sub>서브 ?)?{_MARKER}{_CLOSE}")
QUOTATIONS = (QUOTED, NAMED_AFTER, BRACKETED)


def quoted(sentence: Sentence) -> Iterator[tuple[Span, ClusterKind]]:
    """Yield where each such name stands, and its kind."""
    for pattern in QUOTATIONS:
        for match in pattern.finditer(sentence.text):
            sub = match["sub"] or match["marker"] in SUB_MARKERS
            start = sentence.span.start
            name = Span(start + match.start("name"), start + match.end("name"))
            yield name, "sub_mini_cluster" if sub else "mini_cluster"
