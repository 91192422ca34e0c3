"""The parts of a count in brackets after it: `12개(구미 7, 대구 성서 4, 경산 1)`."""

import re
from collections.abc import Iterator, Sequence

from schema import Span

from .count_lists import Counted
from .nouns import noun_of

BRACKET = re.compile(r"[^.\n()]{0,14}\((?P<parts>[^()\n]{3,160})\)")
_MARKS = ",/·ㆍ'’‘△▲、;"
PART = re.compile(
    rf"(?P<label>[^\d{_MARKS}]{{1,20}}?) ?(?P<value>\d{{1,5}})(?P<unit> ?(?:개 ?사|개|곳|명|건|사)?)"
    rf" ?(?:$|[{_MARKS}]+ ?|등$)"
)
# 71 of `71에서 78개로`, which has no unit of its own.
ORIGIN = re.compile(r"(?<![\d.,])(?P<value>\d{1,3}(?:,\d{3})|\d{1,5})에서 [^\d.]{0,12}$")
BECOMES = re.compile("(?:으)?로")


def origins(text: str, counts: Sequence[Counted]) -> Iterator[Counted]:
    """Yield the bare numbers from which counts have changed, each with the noun of what it became."""
    for one in counts:
        origin = ORIGIN.search(text, max(0, one.span.start - 24), one.span.start)
        if origin and one.what and BECOMES.match(text, one.span.end):
            value = int(origin["value"].replace(",", ""))
            yield Counted(Span(*origin.span("value")), value, one.unit, one.what, "own")


def asides(text: str, counts: Sequence[Counted]) -> Iterator[Counted]:
    """Yield the parts of each count that a bracket after it lists whole, with its noun or their own."""
    for one in counts:
        bracket = BRACKET.match(text, one.span.end) if one.what else None
        parts = [*PART.finditer(text, *bracket.span("parts"))] if bracket else []
        if sum(int(part["value"]) for part in parts) == one.value and len(parts) > 1:
            for part in parts:
                span = Span(part.start("value"), part.end("unit"))
                what = noun_of(part["label"].strip()) or one.what
                yield Counted(span, int(part["value"]), one.unit, what, "own")
