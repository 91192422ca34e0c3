"""The currency of a number: 3억원, 300만달러, 8,000만弗, US$ 300만, $3 million, 2억 위안, 72만 링깃."""

import re
from decimal import Decimal
from typing import NamedTuple

from schema import Span

from .numbers import Number

CURRENCIES = {
    "원": "KRW", "₩": "KRW", "￦": "KRW", "KRW": "KRW", "圓": "KRW", "달러": "USD", "달라": "USD",
    "불": "USD", "弗": "USD", "$": "USD", "＄": "USD", "USD": "USD", "US$": "USD",
    "€": "EUR", "유로": "EUR", "EUR": "EUR", "엔": "JPY", "円": "JPY", "¥": "JPY", "￥": "JPY", "JPY": "JPY",
    "위안": "CNY", "元": "CNY", "RMB": "CNY", "CNY": "CNY", "파운드": "GBP", "£": "GBP", "￡": "GBP",
    "GBP": "GBP", "호주달러": "AUD", "캐나다달러": "CAD", "싱가포르달러": "SGD", "홍콩달러": "HKD",
    "대만달러": "TWD", "뉴질랜드달러": "NZD", "A$": "AUD", "C$": "CAD", "S$": "SGD", "HK$": "HKD",
    "NT$": "TWD", "루피": "INR", "루피아": "IDR", "루블": "RUB", "바트": "THB", "링깃": "MYR",
    "링기트": "MYR", "헤알": "BRL", "리알": "SAR", "디르함": "AED", "즈워티": "PLN", "포린트": "HUF",
    "텡게": "KZT", "프랑": "CHF", "크로나": "SEK", "크로네": "NOK", "베트남동": "VND",
    "멕시코페소": "MXN", "필리핀페소": "PHP",
}  # fmt: skip

# What may stand right after a currency: 3000원을 and 3원씩, but neither 3원칙 nor 5엔진.
_WORD_END = (
    "(?![가-힣])|(?=을|를|은|는|이|가|의|에|와|과|도|만|로|으로|씩|까지|부터|보다|밖에|대|여|어치|짜리|권|규모|상당|수준"
    "|선|한도|남짓|초과|미만|정도|쯤|안팎|내외|내|등|및|인|임|입|였|투자|투입|지원|매출|수출|수주|확보|돌파|달성"
    "|화[를로의가 ]|넘|하|계약|상담)"
)
# After 억 or 만 the won is sure, unless another noun begins there: `3만 원아`, `1억 원료`, `2천만 원전`.
_NOT_WON = "자력|자재|자로|전[^년체]|료|단|생|룸|아|도심|도급|소재|목|칙|본|형|주민|장|색|터|예|천|산지|유"
_FOREIGN = (
    r"(?:(?:US|미국|미|美) ?)?달러|(?:호주|캐나다|싱가포르|홍콩|대만|뉴질랜드) ?달러|유로(?!존|파|피)"
    r"|US\$|[$＄€弗円圓]|(?<=[만억])元"
)
_OTHERS = (
    "불|달라|엔(?!진|터|지)|위안|파운드|루피아?|루블|바트|링깃|링기트|헤알|리알|디르함"
    "|즈워티|포린트|텡게|(?:스위스 ?)?프랑|크로나|크로네|베트남 ?동|(?:멕시코|필리핀) ?페소"
)
_CODE = "(?<![A-Za-z])(?:KRW|USD|EUR|JPY|CNY|RMB|GBP)(?![A-Za-z])"
_LARGE_NAME = f"{_FOREIGN}|{_CODE}|원(?!{_NOT_WON})|(?:{_OTHERS})(?:{_WORD_END})"
AFTER_LARGE = re.compile(rf"(?P<about> ?여)?[ \t\u00a0]{{0,2}}\n?(?P<name>{_LARGE_NAME})")
AFTER_PLAIN = re.compile(rf"(?P<about> ?여)? ?(?P<name>{_FOREIGN}|{_CODE}|(?:원|엔|불)(?:{_WORD_END}))")
BEFORE = re.compile(rf"(?P<name>(?<![A-Za-z])(?:US|HK|NT|[ACS])\$|[$＄€¥￥£￡₩￦]|{_CODE}) ?\Z")
SPELLING = re.compile(r"^(?:US|미국|미|美|스위스) ?(?=달|프)| ")
# 3불 정책 and 5불 are no dollars.
FEWEST_BULS = 100
ENGLISH = {"million": 10**6, "mn": 10**6, "M": 10**6, "billion": 10**9, "bn": 10**9, "B": 10**9, "K": 10**3}
SCALE = re.compile(rf" ?(?P<scale>{'|'.join(ENGLISH)})(?![A-Za-z])")


class Term(NamedTuple):
    """A number with what its currency says; `currency` is None for a bare 100억."""

    number: Number
    span: Span
    currency: str | None
    about: bool


def term(text: str, number: Number) -> Term:
    """Return the number with its currency and the span of both."""
    start, end = number.span
    sure = number.large or number.kind in ("vague", "pair")
    # 삼천 and 이천 are as often towns as numbers.
    if sure or number.kind == "arabic":
        after = (AFTER_LARGE if sure else AFTER_PLAIN).match(text, end)
        if after and (sure or after["name"] != "불" or number.value >= FEWEST_BULS):
            about = number.about or after["about"] is not None
            currency = CURRENCIES[SPELLING.sub("", after["name"])]
            return Term(number, Span(start, after.end()), currency, about)
        if before := BEFORE.search(text, max(0, start - 5), start):
            return _scaled(text, number, Span(before.start(), end), CURRENCIES[before["name"]])
    return Term(number, number.span, None, number.about)


def _scaled(text: str, number: Number, span: Span, currency: str) -> Term:
    """Return $3 million as three million dollars."""
    scale = SCALE.match(text, span.end)
    if number.large or scale is None:
        return Term(number, span, currency, number.about)
    grown = number._replace(value=number.value * Decimal(ENGLISH[scale["scale"]]))
    return Term(grown, Span(span.start, scale.end()), currency, number.about)
