"""Where a sum without a year of its own has it from: 이 가운데 30억원, 단지별로는 …, 수출은 …."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import chain, pairwise
from typing import NamedTuple

from schema import Span

from . import numbers
from .times import whens

REACH = 300
# What says that a sentence goes on about the sums before it: 이 기간, 단지별로는, 수출액은, 수출 목표도.
_INDICATOR = "매출|수출|생산|영업이익|순이익|수주|투자 ?유치"
GOES_ON = re.compile(
    r".*(?:이|같은) ?기간 |[^가-힣]{0,4}[가-힣·]{1,12}별(?:로는?|[^,.]{1,14}[은는])"
    r"|(?:(?:또|또한|특히|반면|이에 따라),? )?(?:[가-힣]{1,8} ){0,2}[가-힣]{0,6}"
    rf"(?:{_INDICATOR})[가-힣]{{0,3}}(?: ?(?:목표|실적|규모))?[은는도] "
)
# 이 가운데, 나머지; and 또한 where no other is spoken of.
SHARE = re.compile(
    r".*(?:(?:이|그) ?(?:가운데|중)(?:에서|에는|에)?|나머지) |(?:또|또한|여기에),? (?!.*[은는이가] )"
)
COMPARED = re.compile(
    r"의 [\d.]+ ?(?:배|%)| ?(?:많은|적은|늘어난|줄어든|모자라는) (?:액수|규모|수준|금액|돈)"
)
RANKED = re.compile(r"순(?:이다|이었다|으로|이며)|뒤를 이었")
PERIOD = re.compile(r"(?:이|같은) ?기간 ")
SENTENCE_END = re.compile(r"(?<=[.!?])[\"”’']?\s+|\n+")
SAID = re.compile(
    r"\d[\d,.]{0,12}[십백천]?[만억조](?:[\d,.천백여 ]{0,10}[만억조])?(?:여? ?(?:원|달러|불|유로|엔))?"
)
# 지난해 100억원보다, 50억원에서: not what the sentence is about.
PASSED = re.compile(r"[)）]?(?: ?(?:수준|가량|정도|안팎))?(?:에서|보다|이던|였던|에 비해| 대비)")

UNIT = re.compile(r"(?:원|달러|불|유로|엔)$")
FEWEST_PARTS = 3  # two amounts may add up to a third by chance

LONGEST_LINE = 90
# A line that ends in a particle or a connective is broken at the width of a column.
BROKEN_LINE = re.compile(
    r"(?:^|(?<=\n))[^\n]{9,80}(?:[은는이가을를의에와과도며고한된던]|에서|으로|지난해|올해|작년|내년|합쳐)\n$"
)


class Source(NamedTuple):
    """What a year is inherited from: a sum of an earlier sentence, or a year that it names."""

    sentence: Span
    sum: Span | None
    year: int | None


def source_of(text: str, span: Span, sentence: Span, published: date | None) -> Source | None:
    """Return where the amount at `span` has its year from, if its sentence goes on about the one before."""
    head = text[max(sentence.start, span.start - REACH) : span.start].lstrip()
    tail = text[span.end : min(sentence.end, span.end + REACH)]
    goes_on = GOES_ON.match(head) or COMPARED.match(tail) or RANKED.search(tail)
    before = [*_sentences_before(text, sentence.start)]
    parts = _sum_of(text, span, sentence)
    for one in before if parts else ():
        if (total := _said_as(text, one, parts)) is not None:
            return Source(one, total, None)
    for index, one in enumerate(before):
        last = next(reversed(whens(text, one, published)), None)
        # 회사를 차린 것은 2005년. 모은 돈은 2억원이었다.
        if index == 0 and last and last.role == "at" and not text[last.span.end : one.end].strip(". "):
            return Source(one, None, last.year)
        listed = index == 0 and (SHARE.match(head) or RANKED.search(text, *one))
        if not goes_on and not listed:
            return None
        if said := [match for match in SAID.finditer(text, *one) if not PASSED.match(text, match.end())]:
            return Source(one, Span(*said[-1].span()), None)
        if last and PERIOD.search(head):
            return Source(one, None, last.year)
    return None


def _sum_of(text: str, span: Span, sentence: Span) -> int | None:
    """Return what the amounts of a sentence add up to, if the one at `span` is one of several."""
    start, end = max(sentence.start, span.start - REACH), min(sentence.end, span.start + REACH)
    said = [match for match in SAID.finditer(text, start, end) if not PASSED.match(text, match.end())]
    if len(said) < FEWEST_PARTS or not any(match.start() <= span.start < match.end() for match in said):
        return None
    values = [numbers.read(UNIT.sub("", match.group())) for match in said]
    return sum(value or 0 for value in values) if all(values) else None


def _said_as(text: str, sentence: Span, total: int | None) -> Span | None:
    """Return where a sentence says the total."""
    for match in SAID.finditer(text, *sentence):
        if numbers.read(UNIT.sub("", match.group())) == total:
            return Span(*match.span())
    return None


def _sentences_before(text: str, start: int) -> Iterator[Span]:
    """Yield the two sentences before a place, the nearer first."""
    first = max(0, start - 2 * REACH)
    ends = chain((first,), (match.end() for match in SENTENCE_END.finditer(text, first, start)), (start,))
    spans = [Span(*pair) for pair in pairwise(ends) if text[slice(*pair)].strip()]
    yield from reversed(spans[-2:])


def unbroken(text: str, sentence: Span) -> Span:
    """Return the sentence from where it begins, if lines break in mid-clause as in scripts for the air."""
    line = BROKEN_LINE.search(text, max(0, sentence.start - LONGEST_LINE), sentence.start)
    if line is None:
        return sentence
    ends = [match.end() for match in SENTENCE_END.finditer(text, line.start(), line.end() - 1)]
    return Span(max(ends, default=line.start()), sentence.end)
