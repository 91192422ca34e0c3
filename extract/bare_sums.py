"""Amounts whose currency or unit is left out: 매출 100억, 국비 45억(도비 23, 시비 22)."""

import re
from decimal import Decimal

from . import numbers
from .currencies import Term

# Words that speak of money before a bare 조, and what is done with money after it.
_CUE = (
    "매출|예산|국비|도비|시비|군비|구비|지방비|사업비|투자|자본금|지원금|융자|대출|보증|펀드|수출|수주|계약|자금|기금"
    "|상금|연봉|부담|출자|금액|생산|출연|총액|영업이익|순이익|공사비|개발비|과제비|연구비|운영비|민자|차입|자산|빚|적자|흑자"
)
_USE = (
    "규모|투입|들[여인]|상당|어치|확보|유치|돌파|달성|클럽|지원|지급|후원|기부|배정|편성|책정|납품|공급|쏟|받"
)
CUE_BEFORE = re.compile(rf"(?:{_CUE})[^.!?\n]{{0,24}}$")
CUE_AFTER = re.compile(rf" ?(?:대|여|가량|정도)?(?:을|를|이|의|은|씩|까지|으로)? ?(?:{_CUE}|{_USE})")
_COUNTER = (
    "개|명|건|인|톤|대|마리|화소|회|번|배|평|장|뷰|주|가구|세대|그루|배럴|셀|비트|년|광년|시간|살"
    "|곳|권|병|봉|척|기|량|쪽|교대|항"
)
GREAT = frozenset("억조億兆")
_MEASURE = "A-Za-z㎡㎥㎾㎿㎞%"
# What is counted in hundreds of millions and is no money: 5억 인구, 14억 중국 시장.
_COUNTED = (
    "인구|인류|화소|중국|인도|아시아|세계|아프리카|중남미|무슬림|소비자|사람|회원|이용자|가입자"
    "|분의|분지|[0-9] ?교대"
)
COUNTED = re.compile(
    rf" ?여? ?(?:(?:{_COUNTER})(?:[^가-힣]|[을를이가은는의로씩까여]|$)|(?:{_COUNTED})|[{_MEASURE}])"
)
COUNTING = re.compile(
    r"(?:인구|인류|회원|가입자|이용자|관객|조회|내려받기|다운로드|구독|판매량|생산량|화소)[^.!?\n]{0,9}$"
)
_COPULA = "이다|입니다|이었|이라|이며|이고|인데|이지|이나|이니|이던|이란|인|였"
BARE = re.compile(
    rf"(?:{_COPULA})|(?:대|여|가량|정도|쯤|남짓|안팎|내외)?"
    rf"(?:을|를|이|의|은|과|와|도|에|만|씩|까지|으로|로|에서|보다|부터)?(?![가-힣0-9{_MEASURE}])"
)
ARTICLE = re.compile("제 ?$")  # 제3조 of a law
SAID_LATER = 12  # letters from 100억 to the 원 that both share: 지난해 100억, 올해 150억원
SHARED = re.compile(r"(?:에서|[,·/→]|과|와) ?(?:[가-힣]{1,6} ?)?")

# Who pays stands right before a number without a unit: 도비 23, 시비 47.
_SOURCE = "국·도비|시·군비|국고|민자|민간|자부담|자체|융자|보조|출연금|기금|[가-힣]{1,4}비"
SOURCE_BEFORE = re.compile(
    rf"(?<![가-힣])(?:{_SOURCE}|[국도시군구])(?:부담금?|투자|자금|보조금?|출자)? ?[:：]? ?$"
)
_LIST_MARK = r" ?[,·ㆍ/+] ?"
PART_END = re.compile(rf"{_LIST_MARK}(?![0-9])| ?[)）\]]")
INSIDE = re.compile(r"[^()（）\n]{0,12}[(（][^()（）\n.]{0,60}$")
LATER_UNIT = re.compile(rf"(?:{_LIST_MARK}(?:{_SOURCE}) ?[\d,.]{{1,9}}){{1,4}}(?P<unit>[천백]?[만억조]) ?원")


def speaks_of_money(text: str, term: Term, following: Term | None) -> bool:
    """Tell whether a number without currency is money: 매출 100억, 85억이었는데; not 14억 인구 or 제3조."""
    start, end = term.span
    great = not GREAT.isdisjoint(term.number.span.of(text))
    if term.number.kind == "spelt" or ARTICLE.search(text, max(0, start - 2), start):
        return False
    if following and following.currency and following.span.start - end <= SAID_LATER:
        shares = term.number.large and SHARED.fullmatch(text, end, following.span.start)
        if shares or (great and following.currency == "KRW"):
            return True
    if not great:
        return False
    if CUE_AFTER.match(text, end):
        return True
    if COUNTED.match(text, end) or not BARE.match(text, end):
        return False
    if CUE_BEFORE.search(text, max(0, start - 30), start):
        return True
    return term.number.units[-1:] == "억" and not COUNTING.search(text, max(0, start - 24), start)


def left_out(text: str, term: Term, whole: Term | None) -> Decimal | None:
    """Return the amount of a number that shares the unit of its whole: 70 in 115억(국비 45, 시비 70)."""
    start, end = term.span
    if term.number.kind != "arabic" or term.number.units:
        return None
    if not SOURCE_BEFORE.search(text, max(0, start - 16), start):
        return None
    if later := LATER_UNIT.match(text, end):
        return term.number.value * numbers.scale(later["unit"])
    if whole is None or not whole.number.large or not PART_END.match(text, end):
        return None
    if not INSIDE.fullmatch(text, whole.span.end, start):
        return None
    part = term.number.value * numbers.scale(whole.number.units[-1])
    return part if part < whole.number.value else None
