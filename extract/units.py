"""What makes a number a count: its unit (개, 곳, 명, 개사, 건), and what a unit must not be."""

import re

from .nouns import NOUN

_TAIL = (
    "(?![가-힣])|(?=[의은는을를와만로에씩나쯤등중여뿐다였며]|가(?![구량])|과(?![정목])|도(?![시국로])|지만|이(?![가-힣])|이[고며상하내다었나지던라]|으로|까지|부터|보다"
    "|정도|규모|수준|안팎|내외|남짓|밖에|인[ ,]|모두)"
)
_NEXT = (
    "미니|클러|미클|업체|기업|기관|회원|대학|산단|산업단지|단지|중소|중견|벤처|스타트|협력|과제|프로젝트"
    "|사업(?!장)|연구"
)
_SMALL_FIRMS = " ?(?:이상|미만|이하|가구|가족|기업|체제)"
UNIT = re.compile(
    "(?: ?여)? ?(?:"
    rf"(?P<firms>개 ?[사社]|社)(?:{_TAIL})|(?P<things>(?:개[소교]|곳|군데|건|개)(?:{_TAIL})|개(?={_NEXT}))"
    rf"|(?P<people>[명名](?:{_TAIL})|인(?![가-힣]|{_SMALL_FIRMS})|인(?=으로|의|이|과|은|을)))(?!당| 당)"
)
# 20여 회원사, 30여사, 200업체.
UNITLESS = re.compile(
    rf"(?: ?여 ?|(?=업체|기업|기관|회원사))(?P<word>[가-힣]{{0,8}}?(?:{NOUN}|사))(?:{_TAIL}|(?=들))"
)
# 두 회사; 두 회사 모두 are those just named.
NATIVE_FIRMS = re.compile(rf" (?:회사|기업|업체)(?:{_TAIL})(?! ?모두)")
# 국내기업 35사, 등 6사; but 조선 3사 is a name.
FIRMS = re.compile(rf"사(?:{_TAIL})")
FIRMS_BEFORE = re.compile(r"(?:기업|업체|회원|등|총|모두|나머지) ?$")
# 누리텍, 한들코, 다솜사 3사: as many names stand before.
_NAME = r"[^\s,·ㆍ.]{2,16}"
NAMES = re.compile(rf"(?:{_NAME}(?: ?[,·ㆍ] ?|[와과] )){{1,9}}{_NAME} ?$")
SEPARATOR = re.compile("[,·ㆍ]|[와과] ")
# From here on a number of firms needs no unit.
MANY = 10

# 6개 지역이 특구로 지정됐다.
AREAS = re.compile(r" (?:지역|도시|지구|시[·ㆍ]?군|시[·ㆍ]?도)(?: 일대)?(?=[을를이가에은는 ])")
ONE_OR_MORE = re.compile(" 이상")

# Neither ranges nor ordinals, shares nor classes: 50~100개, 제3기관, 10곳 중 3곳, 5인 이상 사업장.
_NO_COUNT_BEFORE = re.compile(r"[~∼～〜\-–] ?$|(?<![가-힣])제$")
_NO_COUNT_AFTER = re.compile(r" ?[~∼～〜]| ?(?:이상|이하|미만)(?:의|인)? ?(?:사업장|가구)")
_SHARE = re.compile(r" ?(?:중|가운데) (?:약 )?(?:\d{1,2}|[가-힣]{1,2}) ?(?:개|곳|명)")
_SHARE_BEFORE = re.compile(
    r"(?<![\d.])(?:[2-9]|10|열|다섯|세|네) ?(?:개|곳|명)(?:사| 기업| 업체)? ?(?:중|가운데) ?(?:약 )?$"
)
TEN = 10


def are_firms(text: str, start: int, *, value: int) -> bool:
    """Tell whether 사 after a number means firms: 국내기업 35사, and 3사 after three names, not 조선 3사."""
    if value >= MANY or FIRMS_BEFORE.search(text, max(0, start - 4), start):
        return True
    names = NAMES.search(text, max(0, start - 64), start)
    return names is not None and len(SEPARATOR.findall(names.group())) >= value - 1


def is_barred(text: str, start: int, end: int) -> bool:
    """Tell whether a number with its unit is an end of a range, an ordinal or a class: 20∼30개, 제3기관."""
    return bool(_NO_COUNT_BEFORE.search(text, max(0, start - 6), start) or _NO_COUNT_AFTER.match(text, end))


def is_share(text: str, start: int, end: int, *, value: int) -> bool:
    """Tell whether a number is part of a proportion: both of 10곳 중 3곳."""
    return value <= TEN and bool(
        _SHARE.match(text, end) or _SHARE_BEFORE.search(text, max(0, start - 16), start)
    )
