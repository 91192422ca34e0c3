"""Amounts of money: 1억500만원, 50억∼60억원, 약 300억원, 최대 5억원, 수십억원, 5000만달러, 매출 100억."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from schema import Amount, Document, Mention, Qualifier, Span

from . import numbers
from .bare_sums import left_out, speaks_of_money
from .bounds import qualifier_of
from .currencies import Term, term
from .numbers import Number

RULE = "money/2"

_UPPER = "최대|많게는|최고|약|총"
RANGE = re.compile(
    rf"(?:여|대|가량|정도)? ?(?:[~∼～〜〰∽˜\-–—―−]|(?P<word>에서|부터|내지)) ?(?:(?:{_UPPER}) ?){{0,2}}"
)
# 50억원에서 100억원 안팎으로 is a change between two sums; 1억에서 2억원까지 is a range.
CHANGE = re.compile(
    r" ?(?:규모|수준|정도|가량|안팎|내외|남짓|이상|이하)?(?:대|선)?(?:으로|로)(?!부터)(?![가-힣])"
    # 생산은 3조원에서 9조원, 수출은 1억달러에서 4억달러로: the 로 is said once.
    r"|, [^,.\n]{1,30}에서[^,.\n]{1,25}(?:으로|로)(?![가-힣])"
    r"|까지 ?(?:[가-힣]{1,6} )?(?:늘|확대|증|끌어|성장|키|커|오르|올|불|뛰|치솟|높|줄|떨어|내려|낮)"
)
VAGUE_UP_TO = 9  # 수십억 is 10억 to 90억
# (단위: 명, 백만원) heads a table.
TABLE_UNIT = re.compile(r"단위 ?[:：]?[^)\n]{0,10}$|[(（]$")
# `5000만달러(약 653억원)` and `300만달러, 우리 돈 40억원` name one sum twice.
_CONVERTED = r"(?:한화로?|우리 ?돈(?:으로)?|원화로?|미화로?|환산(?:하면|시)?) ?(?:약|총)? ?"
BRACKETED = re.compile(
    r" ?(?:가량|정도|상당|어치|이상|규모)? ?(?:[(（\[=]|[·ㆍ](?= ?약)) ?(?:[^()\n]{0,15}(?:기준|환산) )?"
    rf"(?:약|총)? ?(?:{_CONVERTED})?"
)
RETOLD = re.compile(rf"[을를의]?,? ?{_CONVERTED}")
# 우리 돈 40억원인 300만달러: the won said first are the figure.
HOME_FIRST = re.compile(rf"(?:{_CONVERTED})$")
AMOUNTS_TO = re.compile(
    r" ?(?:정도|가량)?(?:에 (?:해당하는|달하는|상당하는)|인|짜리|[,(]) ?(?:미화 ?)?(?:약 ?)?"
)


def find(document: Document) -> Iterator[Mention]:
    """Yield each amount of money, a range as one (50억∼60억원), no conversion in brackets: 5000만달러."""
    previous: Mention | None = None
    for mention in _mentions(document.text):
        if not _fits(mention):
            continue
        if previous is None or not _restates(document.text, previous, mention):
            yield mention
            previous = mention


def _fits(mention: Mention) -> bool:
    """Tell whether there is so much money: a code or a misprint of 20 digits is no amount."""
    amount = mention.amount
    return amount is not None and max(amount.min or 0, amount.max or 0) <= numbers.LARGEST


def _mentions(text: str) -> Iterator[Mention]:
    terms = (term(text, number) for number in numbers.find(text))
    left = next(terms, None)
    whole: Term | None = None
    while left is not None:
        right = next(terms, None)
        joined = _range(text, left, right) if right else None
        if mention := joined or _single(text, left, following=right, whole=whole):
            yield mention
            whole = left if left.number.large else whole
        left = next(terms, None) if joined else right


def _single(text: str, one: Term, *, following: Term | None, whole: Term | None) -> Mention | None:
    if one.currency is None and not speaks_of_money(text, one, following):
        part = left_out(text, one, whole)
        return None if part is None or part % 1 else _mention(text, one.span, _amount(text, one, part))
    if one.number.value % 1 or not one.number.value:
        return None
    if one.number.kind == "spelt" and TABLE_UNIT.search(text, max(0, one.span.start - 14), one.span.start):
        return None
    return _mention(text, one.span, _amount(text, one, one.number.value))


def _amount(text: str, one: Term, value: Decimal) -> Amount:
    low, currency = int(value), one.currency or "KRW"
    if one.number.kind == "vague":
        return Amount(low, VAGUE_UP_TO * low, currency, "vague")
    if one.number.high is not None:
        return Amount(low, int(one.number.high), currency, "range")
    qualifier = qualifier_of(text, one.span, about=one.about)
    return Amount(
        None if qualifier == "at_most" else low, None if qualifier == "at_least" else low, currency, qualifier
    )


def _range(text: str, left: Term, right: Term) -> Mention | None:
    between = RANGE.fullmatch(text, left.span.end, right.span.start)
    if not between or (between["word"] and CHANGE.match(text, right.span.end)):
        return None
    currency = right.currency or ("KRW" if speaks_of_money(text, right, None) else None)
    if currency is None or left.currency not in (None, currency):
        return None
    low = _shared(left.number, right.number)
    high = right.number.value * (VAGUE_UP_TO if right.number.kind == "vague" else 1)
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


def _restates(text: str, first: Mention, second: Mention) -> bool:
    one, other, between = first.amount, second.amount, (text, first.span.end, second.span.start)
    if one is None or other is None:
        return False
    if BRACKETED.fullmatch(*between):
        return one.currency != other.currency or one == replace(other, qualifier=one.qualifier)
    if one.currency == other.currency:
        return False
    if HOME_FIRST.search(text, max(0, first.span.start - 12), first.span.start):
        return AMOUNTS_TO.fullmatch(*between) is not None
    return RETOLD.fullmatch(*between) is not None


def _mention(text: str, span: Span, amount: Amount) -> Mention:
    return Mention("money", span, span.of(text), name=span.of(text), rule=RULE, amount=amount)
