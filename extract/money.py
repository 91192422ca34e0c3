"""Amounts of money: 1억500만원, 50억∼60억원, 약 300억원, 최대 5억원, 수십억원, 5000만달러, 매출 100억."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import chain, pairwise
from typing import NamedTuple

from schema import Amount, Document, Mention, Qualifier, Span

from . import numbers
from .numbers import Number

RULE = "money/1"

CURRENCIES = {
    "원": "KRW", "₩": "KRW", "￦": "KRW", "KRW": "KRW", "달러": "USD", "불": "USD", "弗": "USD", "$": "USD",
    "USD": "USD", "US$": "USD", "€": "EUR", "유로": "EUR", "EUR": "EUR", "엔": "JPY", "¥": "JPY",
    "JPY": "JPY", "위안": "CNY", "RMB": "CNY", "CNY": "CNY", "파운드": "GBP", "£": "GBP", "GBP": "GBP",
    "호주달러": "AUD", "캐나다달러": "CAD", "싱가포르달러": "SGD", "홍콩달러": "HKD",
}  # fmt: skip

# What may stand right after a currency: 3000원을 and 3원씩, but neither 3원칙 nor 5엔진.
_WORD_END = (
    "(?![가-힣])|(?=을|를|은|는|이|가|의|에|와|과|도|만|로|으로|씩|까지|부터|보다|밖에|대|여|어치|짜리|권|규모|상당|수준"
    "|선|한도|남짓|초과|미만|정도|쯤|안팎|내외|내|등|및|인|임|입|였|투자|투입|지원|매출|수출|수주|확보|돌파|달성)"
)
# After 억 or 만 the won is sure, unless another noun begins there: `3만 원아`, `1억 원료`, `2천만 원전`.
_NOT_WON = "자력|자재|자로|전[^년체]|료|단|생|룸|아|도심|도급|소재|목|칙|인|본|형|주민|장|색|터|예|천|산지|유"
_FOREIGN = r"(?:(?:US|미국|미) ?)?달러|(?:호주|캐나다|싱가포르|홍콩) ?달러|유로(?!존|파)|US\$|[$€弗]"
_CODE = "(?<![A-Za-z])(?:KRW|USD|EUR|JPY|CNY|RMB|GBP)(?![A-Za-z])"
_LARGE_NAME = f"{_FOREIGN}|{_CODE}|원(?!{_NOT_WON})|(?:불|엔(?!진|터)|위안|파운드)(?:{_WORD_END})"
AFTER_LARGE = re.compile(rf"(?P<about> ?여)?[ \t\u00a0]{{0,2}}\n?(?P<name>{_LARGE_NAME})")
AFTER_PLAIN = re.compile(rf"(?P<about> ?여)? ?(?P<name>{_FOREIGN}|{_CODE}|(?:원|엔)(?:{_WORD_END}))")
BEFORE = re.compile(rf"(?P<name>US\$|[$€¥£₩￦]|{_CODE}) ?$")

# A bare 억 or 조 is money where words around it speak of money: `매출 100억`, `국비 70억`, `30억을 투자`.
_CUE = (
    "매출|예산|국비|도비|시비|군비|구비|지방비|사업비|투자|자본금|지원금|융자|대출|보증|펀드|수출|수주|계약|자금|기금"
    "|상금|연봉|부담|출자|금액|생산액|출연|총액|영업이익|순이익|공사비|개발비|과제비|연구비|운영비|민자|차입"
)
_USE = (
    "규모|투입|들[여인]|상당|어치|확보|유치|돌파|달성|클럽|지원|지급|후원|기부|배정|편성|책정|납품|공급|쏟|받"
)
CUE_BEFORE = re.compile(rf"(?:{_CUE})[^.!?\n]{{0,9}}$")
CUE_AFTER = re.compile(rf" ?(?:대|여|가량|정도)?(?:을|를|이|의|은|씩|까지|으로)? ?(?:{_CUE}|{_USE})")
_COUNTER = "개|명|건|인|톤|대|마리|화소|회|번|배|평|장|뷰|주|가구|세대|그루|배럴|셀|비트"
_MEASURE = "A-Za-z㎡㎥㎾㎿㎞%"
BARE = re.compile(
    rf"(?:을|이|의|은|씩|까지|으로|에서|여|대|가량|정도)?(?![가-힣0-9{_MEASURE}])"
    rf"(?! ?(?:(?:{_COUNTER})(?:[^가-힣]|[을를이가은는의로씩까여]|$)|분의|[{_MEASURE}]))"
)
RANGE = re.compile(
    r"(?:여|대|가량)? ?(?:[~∼～〜〰\-–—―]|(?P<word>에서|부터|내지)) ?(?:최대|많게는|최고|약)? ?"
)
CHANGE = re.compile(r" ?(?:규모|수준|대)?(?:으로|로)(?![가-힣])|까지 ?(?:늘|확대|증|끌어|성장|키)")
_AT_LEAST = r" ?(?:이상|초과)|(?:을|를|이|도)? ?(?:훌쩍 |크게 )?(?:넘(?!어가|지)|웃도|웃돌|상회)"
_AT_MOST = r"까지| ?(?:이하|이내|미만)|(?:을|의)? ?한도| ?내에서|(?:을|에)? ?(?:밑도|밑돌|못 미치)"
_APPROX = r" ?(?:여|가량|정도|쯤|안팎|내외|남짓|수준)|대(?![가-힣])|대(?=의|에|를|로)|선(?=에|을|까지)"
SUFFIX = re.compile(
    rf"(?:어치|상당|규모)?(?:(?P<at_least>{_AT_LEAST})|(?P<at_most>{_AT_MOST})|(?P<approx>{_APPROX}))"
)
_BETWEEN = r" ?(?:(?:약|총|연간|연|월|매년|각|\d{1,2}년간) ?){0,2}$"
_RECORD = "(?<!역대)(?<!역대 )(?<!사상)(?<!사상 )(?<!국내 )(?<!세계 )(?<!업계 )"
PREFIX = re.compile(
    rf"(?P<at_most>{_RECORD}(?:최대|최고)|한도액?[은는]?){_BETWEEN}|(?P<at_least>최소|최저|적어도){_BETWEEN}"
    r"|(?P<approx>(?<![가-힣])(?:약|대략|줄잡아|어림잡아)) ?(?:총 ?)?$"
)
TABLE_UNIT = re.compile(r"단위 ?[:：]? ?$")
BRACKET = re.compile(r"[(（][^()（）\n]{1,30}[)）]")
# `5000만달러(약 653억원)` and `300만달러, 우리 돈 40억원` name one sum twice.
_CONVERTED = r"(?:한화로?|우리 ?돈(?:으로)?|원화로?|미화로?) ?(?:약|총)? ?"
BRACKETED = re.compile(
    rf" ?(?:가량|정도|상당|어치|이상)? ?[(（\[=] ?(?:[^()\n]{{0,15}}기준 )?(?:약|총)? ?(?:{_CONVERTED})?"
)
RETOLD = re.compile(rf"[을를의]?,? ?{_CONVERTED}")


class Term(NamedTuple):
    """A number with what its currency says; `currency` is None for a bare 100억."""

    number: Number
    span: Span
    currency: str | None
    about: bool


def find(document: Document) -> Iterator[Mention]:
    """Yield each amount of money, a range as one (50억∼60억원), no conversion in brackets: 5000만달러."""
    previous: Mention | None = None
    for mention in _mentions(document.text):
        if previous is None or not _restates(document.text, previous, mention):
            yield mention
            previous = mention


def _mentions(text: str) -> Iterator[Mention]:
    terms = (_term(text, number) for number in numbers.find(text))
    joined = False
    for left, right in pairwise(chain(terms, (None,))):
        if left is None or joined:
            joined = False
            continue
        whole = _range(text, left, right) if right else None
        joined = whole is not None
        if mention := whole or _single(text, left, right):
            yield mention


def _term(text: str, number: Number) -> Term:
    start, end = number.span
    sure = number.large or number.kind == "vague"
    # 삼천 and 이천 are as often towns as numbers.
    if sure or number.kind == "arabic":
        if after := (AFTER_LARGE if sure else AFTER_PLAIN).match(text, end):
            name = re.sub(r"^(?:US|미국|미) ?(?=달러)| ", "", after["name"])
            about = number.about or after["about"] is not None
            return Term(number, Span(start, after.end()), CURRENCIES[name], about)
        if before := BEFORE.search(text, max(0, start - 5), start):
            return Term(number, Span(before.start(), end), CURRENCIES[before["name"]], number.about)
    return Term(number, number.span, None, number.about)


def _single(text: str, term: Term, following: Term | None) -> Mention | None:
    if term.currency is None and not _speaks_of_money(text, term, following):
        return None
    value, currency = term.number.value, term.currency or "KRW"
    if value % 1 or not value or TABLE_UNIT.search(text, max(0, term.span.start - 6), term.span.start):
        return None
    if term.number.kind == "vague":
        return _mention(text, term.span, Amount(int(value), 9 * int(value), currency, "vague"))
    qualifier = _qualifier(text, term)
    low = None if qualifier == "at_most" else int(value)
    high = None if qualifier == "at_least" else int(value)
    return _mention(text, term.span, Amount(low, high, currency, qualifier))


def _range(text: str, left: Term, right: Term) -> Mention | None:
    between = RANGE.fullmatch(text, left.span.end, right.span.start)
    if not between or (between["word"] and CHANGE.match(text, right.span.end)):
        return None
    currency = right.currency or ("KRW" if _speaks_of_money(text, right, None) else None)
    if currency is None or left.currency not in (None, currency):
        return None
    low = _shared(left.number, right.number)
    high = right.number.value * (9 if right.number.kind == "vague" else 1)
    if not 0 < low < high or low % 1 or high % 1:
        return None
    qualifier: Qualifier = "vague" if "vague" in (left.number.kind, right.number.kind) else "range"
    span = Span(left.span.start, right.span.end)
    return _mention(text, span, Amount(int(low), int(high), currency, qualifier))


def _shared(left: Number, right: Number) -> Decimal:
    """Return the lower end with the upper end's unit, if it has none of its own: 5천∼7천만원, 1∼2천만원."""
    if left.large or not right.large:
        return left.value
    shares = [right.units, right.units[-1], "만"][bool(left.units) :]
    fitting = (left.value * numbers.scale(units) for units in shares)
    return next((value for value in fitting if value < right.value), left.value)


def _speaks_of_money(text: str, term: Term, following: Term | None) -> bool:
    start, end = term.span
    if term.number.kind == "spelt" or not set(term.number.span.of(text)) & set("억조億兆"):
        return False
    if CUE_AFTER.match(text, end):
        return True
    if not BARE.match(text, end):
        return False
    # `지난해 100억에서 올해 150억원으로`: the currency is said once, at the end.
    said_later = following is not None and following.currency == "KRW" and following.span.start - end <= 12
    return said_later or CUE_BEFORE.search(text, max(0, start - 14), start) is not None


def _qualifier(text: str, term: Term) -> Qualifier:
    start, end = term.span
    bracket = BRACKET.match(text, end)
    suffix = SUFFIX.match(text, bracket.end() if bracket else end)
    prefix = PREFIX.search(text, max(0, start - 16), start)
    said = [match.lastgroup for match in (suffix, prefix) if match]
    # What follows outweighs what goes before: `약 100억원 이상`, `최대 100억원 정도`.
    bounds: list[Qualifier] = ["at_least", "at_most"]
    qualifier: Qualifier = "approx" if term.about or "approx" in said else "exact"
    return next((bound for name in said for bound in bounds if name == bound), qualifier)


def _restates(text: str, first: Mention, second: Mention) -> bool:
    one, other, between = first.amount, second.amount, (text, first.span.end, second.span.start)
    if one is None or other is None:
        return False
    if BRACKETED.fullmatch(*between):
        return one.currency != other.currency or one == replace(other, qualifier=one.qualifier)
    return one.currency != other.currency and RETOLD.fullmatch(*between) is not None


def _mention(text: str, span: Span, amount: Amount) -> Mention:
    return Mention("money", span, span.of(text), name=span.of(text), rule=RULE, amount=amount)
