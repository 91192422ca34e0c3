"""Expressions of time and the year they give: 2005년, '18년, 올해, 지난해 같은 기간, KIMES 2007, 전년."""

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import Literal, NamedTuple

from schema import Span

RELATIVE = {
    "재작년": -2, "지지난해": -2, "그러께": -2, "작년": -1, "지난해": -1, "지난한해": -1, "昨年": -1,
    "올해": 0, "올": 0, "금년": 0, "今年": 0, "내년": 1, "來年": 1, "내후년": 2, "후년": 2,
}  # fmt: skip
THIS_YEAR = {word for word, years in RELATIVE.items() if years == 0}
SECOND_HALF = 7  # 새해 is next year in December, this year in January

_NUMBER = r"(?:\d{1,3}|[한두세네일이삼사오육칠팔구십]|다섯|여섯) ?"
_RANGE_MARK = r"(?:[~∼～〜\-–—]|에서|부터)"
# A stretch of years, or each of several: 2018~2022년, ‘22~’26, 5년간, 향후 3년, 매년, 지금까지.
_SHORT = r"['’‘]?(?:\d{4}|\d\d)년"
_FROM_TO = (
    rf"(?<!\d){_SHORT}? ?{_RANGE_MARK} ?{_SHORT}(?!대)|['’‘]\d\d ?[~∼～\-–] ?['’‘]?\d\d(?!\d)"
    r"|(?<!\d)(?:19|20)\d\d ?[~∼～\-–] ?(?:20)?\d\d년(?!대)"
)
_LASTING = (
    rf"{_NUMBER}(?:개년|년 ?(?:간|동안|에 걸쳐|내|뒤|후|전|차까지))|(?:최근|향후|앞으로|지난) {_NUMBER}년"
    r"|지금까지|그동안|그간|현재까지|이제까지"
)
# A month without its year gives none: 지난 5월.
_MONTH = r"(?<!\d)\d{1,2}월|지난달|이달|이번 ?달|다음 ?달|내달"
_CALENDAR = (
    r"(?<!\d)(?P<year>(?:19|20)\d\d) ?(?:년도?(?![대산형생])|회계연도|학년도)"
    r"|['’‘´`](?P<short>\d\d)(?:년도?(?![대생])|\.\d{1,2}월)"
    r"|(?<!\d)(?P<dotted>(?:19|20)\d\d)\. ?(?:0?[1-9]|1[0-2])(?:월|\.)"
)
_SPOKEN = (
    r"(?<![가-힣])(?P<spoken>재작년|지지난해|작년|지난 ?한 ?해|지난 ?해|올해"
    r"|올(?= |들어|상반기|하반기|연|초|여름|가을|겨울|봄|[1-9])"
    r"|금년|내년|내후년|후년|昨年|今年|來年)도?|(?<![가-힣])(?P<fresh>새해)(?= )"
)
_LINKED = r"(?P<same>그해|같은 ?해|동년|당해)|(?P<next>이듬 ?해|다음 ?해)|(?<![가-힣])(?P<before>전년)도?"
# An event that bears its year: KIMES 2007, ‘2022 투자상담회’; a plan for 2030 is none.
_FAIR = "전시회|박람회|대전|엑스포|페어|포럼|콘퍼런스|컨퍼런스|대회|위크|어워드|페스티벌|행사|대상"
_EVENT = (
    rf"(?:(?<=[A-Za-z] )|(?<=[가-힣][가-힣] )(?<=(?:{'|'.join(word[-2:] for word in _FAIR.split('|'))}) ))"
    r"(?P<event>20[0-3]\d)(?![\d,.년개명곳만억천원%℃])[)）]?"
    r"|(?<=[‘'“\"「『<(])(?P<lead>20[0-3]\d) (?=[A-Za-z가-힣])(?!비전)"
)
_MONTHS = (
    r"(?:(?:[은는엔도의]|에는|에도)? ?"
    r"(?P<months>\d{1,2}(?:월(?: ?\d{1,2}일)?)?(?: ?(?:[~∼～\-–—]|부터|에서) ?\d{1,2})?월)"
    r"(?: ?\d{1,2}일)?)?"
)
WHEN = re.compile(
    rf"{_FROM_TO}|{_LASTING}|매년|해마다|매해|{_MONTH}|(?:{_CALENDAR}|{_SPOKEN}|{_LINKED}){_MONTHS}|{_EVENT}"
)
SPAN_OF_MONTHS = re.compile(r"[~∼～\-–—]|부터|에서")

_PART = r"(?:(?:에|의)? ?(?:말|초|중|한 ?해|상반기|하반기|연말|[1-4]/?4? ?분기))?"
# 2025년까지 and 내년부터 stretch over years; 올해 말까지 does not.
UNTIL = re.compile(rf"{_PART}까지")
SINCE = re.compile(rf"{_PART}(?:부터| ?이후| ?이래)")
# No year of a sum: what it is measured by (지난해 매출액보다), when its firm began (2005년 설립된).
_MEASURED = r"(?: (?:매출|수출|생산|예산|실적|수주|사업비)[가-힣]{0,2}?)?"
MEASURE = re.compile(rf"{_PART}{_MEASURED}(?:보다| ?대비|[에와과] (?:비해|비교|견줘))")
# 지난해 같은 기간 100억원: measured by, and the year of the sum that stands right there.
SAME_SEASON = re.compile(rf"{_PART} ?(?:같은 ?(?:기간|시기|분기|달)|동기|동월|이맘때|수준)(?:의|에)?")
BEGINNING = re.compile(
    r"[^,.\n]{0,14}?(?:설립|창립|창업|창단|출범|개소|개교|개원|지정|시작|준공|착공|완공|입주|상장|문을)"
    r"(?:된|돼|되어|한|해|하여|했고|했으며| 이후| 이래| 연| 열고| 목표| 예정)"
)


# What stands for a year spoken of before.
LINKED = re.compile(_LINKED)


class When(NamedTuple):
    """An expression of time with its year, if it gives one, and what it is to a sum after it."""

    span: Span
    year: int | None
    role: Literal["at", "until", "since", "measure"]


@lru_cache(maxsize=64)  # the amounts of a sentence have its times in common
def whens(text: str, span: Span, published: date | None, *, before: int | None = None) -> tuple[When, ...]:
    """Return the expressions of time in a span of the text; `before` is the year spoken of before it."""
    return tuple(_whens(text, span, published, before))


def _whens(text: str, span: Span, published: date | None, last: int | None) -> Iterator[When]:
    for match in WHEN.finditer(text, *span):
        end = match.end()
        last = _year(match, published, last)
        if BEGINNING.match(text, end, span.end) or MEASURE.match(text, end, span.end):
            continue
        if season := SAME_SEASON.match(text, end, span.end):
            yield When(Span(match.start(), season.end()), last, "measure")
        else:
            yield When(Span(*match.span()), last, _role(text, match, span.end))


def _role(text: str, match: re.Match[str], end: int) -> Literal["at", "until", "since"]:
    months = match["months"] or ""
    if SPAN_OF_MONTHS.search(months):
        return "at"
    until = UNTIL.match(text, match.end(), end)
    if until:
        partly = months or until.group() != "까지"
        this_year = (match["spoken"] or "") in THIS_YEAR
        return "at" if this_year and partly else "until"
    return "since" if SINCE.match(text, match.end(), end) else "at"


def _year(match: re.Match[str], published: date | None, last: int | None) -> int | None:
    if said := match["year"] or match["dotted"] or match["event"] or match["lead"]:
        return int(said)
    if match["short"]:
        return int(match["short"]) + (2000 if int(match["short"]) < 70 else 1900)
    if match["spoken"]:
        return published.year + RELATIVE[match["spoken"].replace(" ", "")] if published else None
    if match["fresh"]:
        return published.year + (published.month >= SECOND_HALF) if published else None
    if match["same"] or match["next"] or match["before"]:
        return last and last + (1 if match["next"] else -1 if match["before"] else 0)
    return None
