"""Korean numerals in running text: 1억500만, 2조3000억, 5천, 1,050백만, 1조 2천억, 천만, 120여억, 수십억."""

import re
import unicodedata
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from schema import Span

SMALL = {"십": Decimal(10), "백": Decimal(10**2), "천": Decimal(10**3)}
LARGE = {"만": Decimal(10**4), "억": Decimal(10**8), "조": Decimal(10**12)}
UNITS = "십백천만억조"
HANGUL = {
    "일": "1",
    "이": "2",
    "삼": "3",
    "사": "4",
    "오": "5",
    "육": "6",
    "륙": "6",
    "칠": "7",
    "팔": "8",
    "구": "9",
}
HANJA = {"十": "십", "百": "백", "千": "천", "萬": "만", "万": "만", "億": "억", "兆": "조"}

# Every repetition is bounded, and no number starts inside a longer run of digits: any text costs linear time.
_D = "[0-9０-９]"
# 1 000억: spaces part thousands only before a great unit, else they part two numbers.
_SPACED = rf"(?<![가-힣]){_D}{{1,3}}(?: {_D}{{3}}){{1,4}}(?= ?[조억만])"
_DIGITS = (
    rf"(?:{_SPACED}|{_D}{{1,3}}(?:[,，]{_D}{{3}}){{1,5}}|{_D}{{1,16}})(?!{_D})(?:[.．]{_D}{{1,6}}(?!{_D}))?"
)
_TEN, _HUNDRED, _THOUSAND = "[십十]", "[백百]", "[천千]"
_MAN, _EOK, _JO = "[만萬万]", "[억億]", "[조兆]"
_GROUP = (
    rf"{_DIGITS}(?:{_THOUSAND}(?:(?:{_DIGITS})?{_HUNDRED})?(?:(?:{_DIGITS})?{_TEN})?(?:{_DIGITS})?"
    rf"|{_HUNDRED}(?:(?:{_DIGITS})?{_TEN})?(?:{_DIGITS})?|{_TEN}(?:{_DIGITS})?)?"
)
# 120여억, 3 억; but not the 조 of `30여 조합`, the 만 of `3 만들기` or the 억 of `5 억제`.
_BEFORE_UNIT = r"(?: ?여)?(?: (?=[만억조萬億兆] ?(?:[^가-힣]|[원달유엔위불파명개여천백을를의은씩]|$)))?"


def _part(unit: str, *, then: str) -> str:
    return rf"(?:{_GROUP}{_BEFORE_UNIT}{unit}(?: (?={then}))?)?"


# A space joins only what goes on downwards: `1조 2천억`, `1만 5천`, not `100억 20개`.
_ARABIC = (
    rf"(?<!{_D})(?<!{_D}[.．])(?={_D})"
    + _part(_JO, then=f"{_GROUP}{_BEFORE_UNIT}[억億]")
    + _part(_EOK, then=f"{_GROUP}{_BEFORE_UNIT}[만萬万]")
    + _part(_MAN, then=rf"(?:{_D}[천백千百]|{_D}{{3,4}}(?!{_D}|년)|{_D},{_D}{{3}}(?!{_D}))")
    + rf"(?:{_GROUP})?"
)
_WORD_START = r"(?:(?<![가-힣])|(?<=[약총]))"
_ONES = "[일이삼사오육륙칠팔구]"
_TENS = f"(?:{_ONES}?천)?(?:{_ONES}?백)?(?:{_ONES}?십)?"
# 이억원 is a man's name. The last letter is a unit: the 이 of 천만이 is a particle.
_SPELT = (
    rf"{_WORD_START}(?!이억원)(?={_ONES}?[십백천만억조])"
    rf"(?:{_TENS}{_ONES}?여?조)?(?:{_TENS}{_ONES}?여?억)?(?:{_TENS}{_ONES}?여?만)?{_TENS}"
)
_VAGUE = rf"{_WORD_START}(?:[수몇] ?(?:[십백천]여? ?[만억조]|[십백천만억조])|억(?= ?원?대(?![가-힣])))"

NUMBER = re.compile(rf"(?P<arabic>{_ARABIC})|(?P<vague>{_VAGUE})|(?P<spelt>{_SPELT})")
_TOKEN = re.compile(rf"\d+(?:\.\d+)?|[{UNITS}]")
_SPELLING = str.maketrans(HANJA | dict.fromkeys(" ,여\n\t"))
_SPOKEN = str.maketrans(HANGUL)


class Number(NamedTuple):
    """One numeral: 7천만 has the value 70000000 and the trailing units `천만`; 수십억 is 10억 and vague."""

    span: Span
    value: Decimal
    units: str
    about: bool
    kind: str

    @property
    def large(self) -> bool:
        """Tell whether it ends in 만, 억 or 조."""
        return self.units[-1:] in LARGE


def find(text: str) -> Iterator[Number]:
    """Yield each numeral, whole; its kind is arabic (1억500만), spelt (천만, not the 이 of 이사) or vague."""
    for match in NUMBER.finditer(text):
        surface, kind = match.group(), match.lastgroup or ""
        if surface and (kind != "spelt" or len(surface) > 1):
            yield Number(Span(*match.span()), *_reading(surface, kind), kind)


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
