"""Korean numerals in running text: 1억500만, 2조3000억, 1,050백만, 천만, 120여억, 수십억, 두세 억."""

import re
import unicodedata
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from schema import Span

from .pairs import PAIRS, SPOKEN, WITH_COMMA

SMALL = {"십": Decimal(10), "백": Decimal(10**2), "천": Decimal(10**3)}
LARGE = {"만": Decimal(10**4), "억": Decimal(10**8), "조": Decimal(10**12)}
UNITS = "십백천만억조"
HANGUL = dict(zip("일이삼사오육륙칠팔구", "1234566789", strict=True))
ONES = {"한": 1, "두": 2, "세": 3, "네": 4, "다섯": 5, "여섯": 6, "일곱": 7, "여덟": 8, "아홉": 9}
TENS = {"열": 10, "스무": 20, "스물": 20, "서른": 30, "마흔": 40, "쉰": 50, "예순": 60}
TENS |= {"일흔": 70, "여든": 80, "아흔": 90}
LARGEST = 2**63 - 1  # what a column of SQLite holds; more is no sum and no count of anything
ROUND = {"백": 100, "천": 1000, "만": 10_000}
HANJA = {"十": "십", "百": "백", "千": "천", "萬": "만", "万": "만", "億": "억", "兆": "조"}

# Every repetition is bounded, and no number starts inside a longer run of digits: any text costs linear time.
_D = "[0-9０-９]"
# 1 000억: spaces part thousands only before a great unit, else they part two numbers.
# 3\n0억원: a line that was broken at its full width, in the middle of a number.
_BROKEN = rf"(?<=[^\n]{{18}}[ 가-힣]){_D}{{1,3}}\n{_D}{{1,3}}(?=[천백]?(?:억|만) ?(?:원|달러|불))"
_SPACED = rf"(?<![가-힣]){_D}{{1,3}}(?: {_D}{{3}}){{1,4}}(?= ?[조억만])"
_DIGITS = (
    rf"(?:{_SPACED}|{_BROKEN}|{_D}{{1,3}}(?:[,，]{_D}{{3}}){{1,5}}|{_D}{{1,16}})(?!{_D})"
    # 15점5억 is how a script for the air writes 15.5억.
    rf"(?:[.．]{_D}{{1,6}}(?!{_D})|점{_D}{{1,2}}(?=[조억만]))?(?: (?=[백천]만? ?원))?"
)
_TEN, _HUNDRED, _THOUSAND = "[십十]", "[백百]", "[천千]"
_MAN, _EOK, _JO = "[만萬万]", "[억億]", "[조兆]"
_TENS_ON = rf"(?:(?:{_DIGITS})?{_TEN})?(?:{_DIGITS})?"
_HUNDREDS_ON = rf"(?:(?:{_DIGITS})?{_HUNDRED})?{_TENS_ON}"
# 4천 900: the space joins three digits, or what has its 백; `3천 20명` may be two numbers.
_SPACE = rf"(?: (?={_D}{{3}}(?!{_D}| ?년)|{_D}{_HUNDRED}))?"
_NO_DATE = rf"(?!{_D}| ?[년월일시분세])"
# Broadcasters write as they speak: 천297개, 천 240곳, 천백15억, 백20여 명.
_SAID = (
    rf"(?<![가-힣])(?:{_THOUSAND}(?: ?(?={_D}{{1,3}}{_NO_DATE})|(?={_D}{_HUNDRED}|{_HUNDRED}{_D}))"
    rf"{_HUNDREDS_ON}"
    rf"|{_HUNDRED} ?(?={_D}{{2}}{_NO_DATE}){_TENS_ON})"
)
_GROUP = (
    rf"(?:{_DIGITS}(?:{_THOUSAND}{_SPACE}{_HUNDREDS_ON}|{_HUNDRED}{_TENS_ON}|{_TEN}(?:{_DIGITS})?)?"
    rf"|{_SAID})"
)
# The 천 of 1조 천억 and 1만 천 명, where one thousand is said without its one.
_ONE = rf"(?<=[조억만兆億萬万 ])(?:{_THOUSAND}|{_HUNDRED})(?=[억만]|여? ?[명개곳])"
# 만 8천, 만2천여; but 만 65세 and 만 3년 are ages.
_SPOKEN_MAN = rf"(?<![가-힣]){_MAN}(?: ?(?={_D}{_THOUSAND}))"
# 120여억, 3 억; but not the 조 of `30여 조합`, the 만 of `3 만들기` or the 억 of `5 억제`.
_BEFORE_UNIT = (
    r"(?: ?여)?(?: (?=[만억조萬億兆] ?(?:[^가-힣]|[원달유엔위불파명개여천백을를의은씩]|$))"
    r"|\n(?=[만억조萬億兆]여? ?(?:원|달러|불|유로|엔)))?"
)


def _part(unit: str, *, then: str) -> str:
    return rf"(?:(?:{_GROUP}|{_ONE}){_BEFORE_UNIT}{unit}(?: (?={then}))?)?"


# A space joins only what goes on downwards: `1조 2천억`, `1만 5천`, not `100억 20개`.
_ARABIC = (
    rf"(?<!{_D})(?<!{_D}[.．])(?={_D}|[천千백百만萬万] ?{_D}|{_THOUSAND}{_HUNDRED}{_D})"
    + _part(_JO, then=f"(?:{_GROUP}|[천백]){_BEFORE_UNIT}[억億]")
    + _part(_EOK, then=f"(?:{_GROUP}|[천백]){_BEFORE_UNIT}[만萬万]")
    + rf"(?:{_SPOKEN_MAN}|"
    + _part(_MAN, then=rf"(?:{_D}[천백千百]|{_D}{{3,4}}(?!{_D}|년)|{_D},{_D}{{3}}(?!{_D})|천 ?[명개곳])")
    + ")"
    + rf"(?:{_GROUP}|{_ONE})?"
)
_WORD_START = r"(?:(?<![가-힣])|(?<=[약총]))"
_ONES = "[일이삼사오육륙칠팔구]"
_TENS = f"(?:{_ONES}?천)?(?:{_ONES}?백)?(?:{_ONES}?십)?"
# 이억원 is a man's name. The last letter is a unit: the 이 of 천만이 is a particle.
_SPELT = (
    rf"{_WORD_START}(?!이억원)(?={_ONES}?[십백천만억조])"
    rf"(?:{_TENS}{_ONES}?여?조(?: (?={_TENS}{_ONES}?억))?)?"
    rf"(?:{_TENS}{_ONES}?여?억(?: (?={_TENS}{_ONES}?만))?)?(?:{_TENS}{_ONES}?여?만)?{_TENS}"
)
_VAGUE = rf"{_WORD_START}(?:[수몇] ?(?:[십백천]여? ?[만억조]|[십백천만억조])|억(?= ?원?대(?![가-힣])))"

_PAIR = rf"(?:{_WORD_START}{SPOKEN}|(?<!{_D})(?<!{_D}[.,]){WITH_COMMA}) ?[십백천]?[만억조]"
NUMBER = re.compile(rf"(?P<pair>{_PAIR})|(?P<arabic>{_ARABIC})|(?P<vague>{_VAGUE})|(?P<spelt>{_SPELT})")

# 스무 명, 열한 곳, 두 회사; 천여 명. The 한 of `한 곳` counts nothing.
_COUNTER = r"(?:여 ?)?(?:명|개|곳|군데|건|회사|기업|업체)"
NATIVE = re.compile(
    rf"(?<![가-힣0-9])(?:(?P<tens>{'|'.join(TENS)})?(?P<ones>{'|'.join(ONES)})?|(?P<round>[백천만]))"
    rf"(?= ?{_COUNTER})"
)

_TOKEN = re.compile(rf"\d+(?:\.\d+)?|[{UNITS}]")
_SPELLING = str.maketrans(HANJA | {"점": "."} | dict.fromkeys(" ,여\n\t"))
_SPOKEN = str.maketrans(HANGUL)


class Number(NamedTuple):
    """One numeral: 7천만 has the value 70000000 and the trailing units `천만`; 수십억 is 10억 and vague.

    두세 억 is a pair: its value is 2억, `high` 3억, which only pairs have.
    """

    span: Span
    value: Decimal
    units: str
    about: bool
    kind: str
    high: Decimal | None = None

    @property
    def large(self) -> bool:
        """Tell whether it ends in 만, 억 or 조."""
        return self.units[-1:] in LARGE


@lru_cache(maxsize=1)  # money and counts ask for those of the same text
def find(text: str) -> tuple[Number, ...]:
    """Return each numeral, whole: arabic (1억500만), spelt (천만, not the 이 of 이사), vague or a pair."""
    return tuple(_numbers(text))


def _numbers(text: str) -> Iterator[Number]:
    for match in NUMBER.finditer(text):
        surface, kind = match.group(), match.lastgroup or ""
        if kind == "pair":
            yield _pair(Span(*match.span()), surface)
        elif surface and (kind != "spelt" or len(surface) > 1):
            yield Number(Span(*match.span()), *_reading(surface, kind), kind)


def _pair(span: Span, surface: str) -> Number:
    said = surface.rstrip(f"{UNITS} ")
    units = surface[len(said) :].strip()
    low, high = PAIRS[said]
    return Number(span, low * scale(units), units, False, "pair", high * scale(units))


def native(text: str) -> Iterator[tuple[Span, int]]:
    """Yield each numeral of everyday speech before what it counts: 20 of `스무 명`, 1000 of `천여 개`."""
    for match in NATIVE.finditer(text):
        tens, ones = TENS.get(match["tens"], 0), ONES.get(match["ones"], 0)
        value = ROUND.get(match["round"], tens + ones)
        if value > 1:
            yield Span(*match.span()), value


@lru_cache(maxsize=4096)
def _reading(surface: str, kind: str) -> tuple[Decimal, str, bool]:
    plain = _plain(surface, spoken=kind == "spelt").lstrip("수몇")
    return value(plain), plain[len(plain.rstrip(UNITS)) :], "여" in surface


def read(numeral: str) -> int | None:
    """Return the whole number behind a numeral, `2조3000억` being 2300000000000; None for a fraction."""
    amount = value(_plain(numeral, spoken=True))
    return int(amount) if amount == amount.to_integral_value() else None


def value(plain: str) -> Decimal:
    """Return the exact value of arabic digits and units: `1050백만` is 1050000000, `1억5천` is 150000000."""
    total = group = Decimal(0)
    digits: Decimal | None = None
    last_large = ""
    for token in _TOKEN.findall(plain):
        if token in SMALL:
            group += (1 if digits is None else digits) * SMALL[token]
        elif token in LARGE:
            group += digits or 0
            total += (group or 1) * LARGE[token]
            group, last_large = Decimal(0), token
        digits = Decimal(token) if token[0].isdigit() else None
    group += digits or 0
    # Nobody says 1억5천 for one hundred million five thousand: it is 1억5천만, and 2조3천 is 2조3천억.
    if last_large in ("억", "조") and plain[-1:] in SMALL:
        group *= 10**4 if last_large == "억" else 10**8
    return total + group


def scale(units: str) -> Decimal:
    """Return what trailing units multiply by: `천만` is 10000000."""
    return value(f"1{units}")


def _plain(numeral: str, *, spoken: bool) -> str:
    plain = unicodedata.normalize("NFKC", numeral).translate(_SPELLING)
    return plain.translate(_SPOKEN) if spoken else plain
