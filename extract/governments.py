"""Places that act as bodies: 구미시가, 전남도와, 아산시장, 김하늘 충남지사."""

import re
from collections.abc import Sequence

from schema import Span

from .lexicon import Lexicon
from .people import is_name, title_of
from .phrases import Word
from .reading import Reading

# 구미시가, 서울시 50억원; 구미시에 and 구미시의 are the place itself, unless something is asked or had of it.
ACTS = re.compile(
    r" ?(?=\d[\d,.]*[조억만])|(?:는|은|이|가|와|과|도|로부터|측[은이과])(?![가-힣])|[를을] 비롯| 및 "
    r"|에 (?:따르면|의하면)| 등| (?:관계자|담당자|측은|당국|공무원|실무자)|, ?"
    r"|(?: |청)?\((?:시장|군수|구청장|도지사|지사|부시장|부군수|[가-힣]{1,4}권한대행) "
    r"|의 (?:지원|협조|도움|협력|요청|제안|적극|행정|예산|보조|출연|투자 ?유치|방침|계획|입장|노력)"
    r"|의 (?:[가-힣]{2,8} )?(?:추천|과제|공모|공고|시책|조례|허가|승인|보증)"
    r"|(?:에서|에게서)[는도]? (?:(?!\S*(?:에서|열[린려]|개최|만[든들]|생산))\S{1,14} ){0,3}"
    r"\S*(?:받[은았아는기을]|보[태탰]|빌[린려렸]|따[냈낸]|대[줬준]|[댔댄] )"
    r"| (?:[가-힣]{2,6} )?[가-힣]{0,6}(?:보조금|지원금|출연금|출자금|장려금|부담금|자금|예산)(?! ?담당)"
    r"| (?:방문단|대표단|사절단|시찰단|직원)"
    r"| [가-힣]{2,9}(?:[가-힣]과|국|담당관실)(?:는|은|이|에서|에서는| 관계자| 담당자| 직원)"
    r"|에서는? (?:지원|추진|시행|주관|주최|발주|출연|발표|운영)"
    r"|에 (?:[^\s.,]{1,8} ){0,2}(?:건의|요청|신청|제안|제출|기부|기탁|기증|전달|촉구|요구)"
)
# 달서구, 달성군과 경산시 일대: an area, of which none acts.
IN_AREA = re.compile(r"(?:(?:, ?|[·ㆍ]|[와과] )[가-힣]{2,5}){1,6} (?:일대|일원)")
LAST_LETTERS = frozenset("시군구도장수사가")  # of all that names a body here; a cheaper question
SUBJECT = "가"  # Kiwi reads 시가, a price, into 경산시가
JOINT = re.compile(r" ?[·ㆍ・] ?")  # 경북도·구미시·경북테크노파크는
MAYOR = re.compile(
    r"(?P<body>.{2,}?(?:특별자치시|특별시|광역시|시|군|구|도))(?P<title>장|수|지사|(?<=구)청장)"
)
VICE = re.compile(
    r"(?P<place>[가-힣]{2,4})(?:경제|행정|정무|제1|제2)?부(?P<level>시|군|구)(?:장|수|청장)"
)  # 구미부시장
GOVERNOR = re.compile(r"(?P<province>경기|강원|충북|충남|전북|전남|경북|경남|제주)도?지사")
FULL = {
    "서울시": "서울특별시",
    **{f"{city}시": f"{city}광역시" for city in ("부산", "대구", "인천", "광주", "대전", "울산")},
    "세종시": "세종특별자치시",
    "충북도": "충청북도",
    "충남도": "충청남도",
    "전북도": "전라북도",
    "전남도": "전라남도",
    "경북도": "경상북도",
    "경남도": "경상남도",
    "경기": "경기도",
    "강원": "강원도",
}
PROVINCE = re.compile(
    r"(?:서울|부산|대구|인천|광주|대전|울산|세종)시|(?:경기|강원|충북|충남|전북|전남|경북|경남|제주)도"
)


# Posts that only public bodies have so: 투자지원과장, 경제통상국장.
OFFICIAL = re.compile(r"[가-힣]{2,8}(?:과장|국장|실장|담당관|정책관|계장|팀장|본부장|단장|담당)")
HEADS = frozenset(
    (
        *("시장", "군수", "구청장", "도지사", "지사", "부시장", "부군수", "부구청장", "부지사"),
        *("행정부시장", "경제부시장", "정무부시장", "행정부지사", "경제부지사", "정무부지사"),
    )
)


CLERKS = frozenset({"과장", "국장", "팀장", "계장", "주무관", "담당"})


def government_at(reading: Reading, words: Sequence[Word], index: int) -> tuple[Span, str] | None:
    """Return span and name of the city, county or province that acts at a word, or whose head it names."""
    lexicon, word = reading.lexicon, words[index]
    start = word.span.start
    if word.text[-1] not in LAST_LETTERS:
        return None
    if (governor := GOVERNOR.fullmatch(word.text)) and _beside_name(lexicon, words, index):
        return Span(start, start + len(governor["province"])), full_name(f"{governor['province']}도")
    if (vice := VICE.fullmatch(word.text)) and is_body(lexicon, vice["place"] + vice["level"]):
        return Span(start, start + len(vice["place"])), full_name(vice["place"] + vice["level"])
    if mayor := MAYOR.fullmatch(word.text):
        body = mayor["body"]
        return (Span(start, start + len(body)), full_name(body)) if is_body(lexicon, body) else None
    if word.text[-1] in SUBJECT and is_body(lexicon, word.text[:-1]) and word.tags[-1] == "NNG":
        return Span(start, word.span.end - 1), full_name(word.text[:-1])
    if is_body(lexicon, word.text) and (_acts(reading, words, index) or _employs(lexicon, words, index)):
        return word.span, full_name(word.text)
    return None


def _acts(reading: Reading, words: Sequence[Word], index: int) -> bool:
    """Tell whether a body does something, alone or in a list with others: 경북도·구미시와."""
    if IN_AREA.match(reading.text, words[index].span.end):
        return False
    if ACTS.match(reading.text, words[index].span.end):
        return True
    while index + 1 < len(words) and JOINT.fullmatch(words[index].gap):
        index += 1
        text = words[index].text
        if not (is_body(reading.lexicon, text) or reading.lexicon.organization(text)):
            return False
        if ACTS.match(reading.text, words[index].span.end):
            return True
    return False


def full_name(body: str) -> str:
    """Return the name that one body's spellings share: 경남도 is 경상남도, 대구시 대구광역시."""
    return FULL.get(body, body)


def _beside_name(lexicon: Lexicon, words: Sequence[Word], index: int) -> bool:
    before = index > 0 and words[index - 1].joined and is_name(lexicon, words[index - 1])
    return before or (words[index].joined and index + 1 < len(words) and is_name(lexicon, words[index + 1]))


def _employs(lexicon: Lexicon, words: Sequence[Word], index: int) -> bool:
    """Tell whether a name and a post stand beside it: 명노경 울산시 주력산업과장, 함안군 강희수 군수."""
    after = [word.text for word in words[index + 1 : index + 3]] if words[index].joined else []
    before = words[index - 1] if index else None
    if before and before.gap.strip() == "/" and title_of(lexicon, before.text) is not None:
        return True
    named = before is not None and before.joined and len(before.text) in {2, 3, 4}
    if after and ((named and title_of(lexicon, after[0]) is not None) or OFFICIAL.fullmatch(after[0])):
        return True
    return bool(after) and words[index + 1].joined and _serves(lexicon, words[index + 1 : index + 4])


def _serves(lexicon: Lexicon, words: Sequence[Word]) -> bool:
    """Tell whether a name and an official's post come next: 강희수 군수, 강희수 기업지원과 팀장."""
    posts = HEADS | CLERKS
    return is_name(lexicon, words[0]) and any(
        word.text in posts or OFFICIAL.fullmatch(word.text) is not None for word in words[1:]
    )


def is_body(lexicon: Lexicon, text: str) -> bool:
    """Tell whether a text names a city, county, district or province as one: 구미시, 경북도; not 구미."""
    if not text.endswith(("시", "군", "구", "도")):
        return False
    return bool(PROVINCE.fullmatch(text)) or (text in lexicon.regions and len(text) > 2)
