"""The year that an amount belongs to: 2005년, '18년, 올해; none for a month, a day or a sum over years."""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from schema import Span

RELATIVE = {
    "재작년": -2,
    "작년": -1,
    "지난해": -1,
    "올해": 0,
    "올": 0,
    "금년": 0,
    "내년": 1,
    "내후년": 2,
    "후년": 2,
}

_NUMBER = r"(?:\d{1,3}|[한두세네일이삼사오육칠팔구십]|다섯|여섯) ?"
# A stretch of years, or each of several: 2018~2022년, 5년간, 향후 3년, 매년.
_SHORT = r"['’]?(?:\d{4}|\d\d)년"
_FROM_TO = rf"(?<!\d){_SHORT}? ?(?:[~∼～〜\-–—]|에서|부터) ?{_SHORT}(?!대)"
_LASTING = rf"{_NUMBER}(?:개년|년 ?(?:간|동안|에 걸쳐|내|뒤|후|차까지))|(?:최근|향후|앞으로|지난) {_NUMBER}년"
# A month without its year gives none: 지난 5월.
_MONTH = r"(?<!\d)\d{1,2}월|지난달|이달|이번 ?달|다음 ?달|내달"
_CALENDAR = r"(?<!\d)(?P<year>(?:19|20)\d\d) ?년도?(?![대산형생])|['’‘´`](?P<short>\d\d)년도?(?![대생])"
_SPOKEN = r"(?<![가-힣])(?P<spoken>재작년|작년|지난 ?해|올해|올(?= )|금년|내년|내후년|후년)도?"
_LINKED = "(?P<same>그해|같은 ?해)|(?P<next>이듬 ?해)"
WHEN = re.compile(
    rf"{_FROM_TO}|{_LASTING}|매년|해마다|매해|{_MONTH}|(?:{_CALENDAR}|{_SPOKEN}|{_LINKED})(?: ?\d{{1,2}}월)?"
)

_PART = r"(?: ?(?:말|초|중|상반기|하반기|연말))?"
# 2025년까지 and 내년부터 stretch over years; 올해 말까지 does not.
STRETCHED = re.compile(rf"{_PART}(?:까지|부터| ?이후| ?이래)")
WITHIN = re.compile(rf"{_PART}까지")
# No year of a sum: what it is measured by (지난해보다, 2019년 대비), when its firm began (2005년 설립된).
MEASURE = re.compile(rf"{_PART}(?:보다| ?대비| ?같은 기간| ?동기|[에와과] (?:비해|비교)| 수준)")
BEGINNING = re.compile(
    r"[^,.\n]{0,14}?(?:설립|창립|창업|창단|출범|개소|개교|지정|시작|준공|착공|완공|입주|문을)"
    r"(?:된|돼|되어|한|해|하여|했고|했으며| 이후| 이래| 연| 열고)"
)
CLAUSE_END = re.compile(r"(?:고|며|지만|는데|으나|데 이어),? ")
# A sentence longer than this on one side of an amount is a list, whose head no longer governs.
REACH = 300
SUM = re.compile(r"\d[억만조천백]")


class When(NamedTuple):
    """An expression of time, and the year it gives, if it gives one."""

    span: Span
    year: int | None


def resolve_year(text: str, span: Span, sentence: Span, published: date | None) -> int | None:
    """Return the year of the amount at `span`: 2017 for `지난해 20억원` in an article of 2018."""
    near = Span(max(sentence.start, span.start - REACH), min(sentence.end, span.end + REACH))
    whens = tuple(_whens(text, near, published))
    after = next((when for when in whens if span.end <= when.span.start), None)
    between = text[span.end : after.span.start] if after else ""
    if after and re.fullmatch(r" ?[(（]", between):
        return after.year
    before = next((when for when in reversed(whens) if when.span.end <= span.start), None)
    if before:
        return before.year if _reaches(text[before.span.end : span.start]) else None
    return after.year if after and re.fullmatch(r"[을를은는]? ?", between) else None


def _whens(text: str, sentence: Span, published: date | None) -> Iterator[When]:
    last: int | None = None
    for match in WHEN.finditer(text, *sentence):
        end = match.end()
        if MEASURE.match(text, end, sentence.end) or BEGINNING.match(text, end, sentence.end):
            last = _year(match, published, last)
            continue
        this_year = match["spoken"] in ("올해", "올", "금년") and WITHIN.match(text, end)
        stretched = STRETCHED.match(text, end) and not this_year
        last = _year(match, published, last)
        yield When(Span(*match.span()), None if stretched else last)


def _year(match: re.Match[str], published: date | None, last: int | None) -> int | None:
    if match["year"]:
        return int(match["year"])
    if match["short"]:
        return int(match["short"]) + (2000 if int(match["short"]) < 70 else 1900)
    if match["spoken"]:
        return published.year + RELATIVE[match["spoken"].replace(" ", "")] if published else None
    if match["same"] or match["next"]:
        return last and last + (1 if match["next"] else 0)
    return None


def _reaches(between: str) -> bool:
    """Tell whether a year still holds after these words: not past a clause that has no sum of its own."""
    end = CLAUSE_END.search(between)
    return end is None or SUM.search(between, 0, end.start()) is not None
