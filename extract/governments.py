"""Places that act as bodies: 구미시가, 전남도와, 아산시장, 김하늘 충남지사."""

import re
from collections.abc import Sequence

from schema import Span

from .lexicon import Lexicon
from .people import is_name, title_of
from .phrases import Word
from .reading import Reading

# 구미시가, 서울시 50억원; 구미시에 and 구미시의 are the place itself.
ACTS = re.compile(
    r" ?(?=\d[\d,.]*[조억만])|(?:는|은|이|가|와|과|도|로부터|측은|를 비롯|을 비롯)(?![가-힣])|를 비롯"
    r"|을 비롯| 등| 관계자|, ?"
)
MAYOR = re.compile(r"(?P<body>.{2,}?(?:특별자치시|특별시|광역시|시|군|구|도))(?P<title>장|수|지사)")
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


def government_at(reading: Reading, words: Sequence[Word], index: int) -> tuple[Span, str] | None:
    """Return span and name of the city, county or province that acts at a word, or whose head it names."""
    lexicon, word = reading.lexicon, words[index]
    start = word.span.start
    if (governor := GOVERNOR.fullmatch(word.text)) and _beside_name(lexicon, words, index):
        return Span(start, start + len(governor["province"])), _full(f"{governor['province']}도")
    if (vice := VICE.fullmatch(word.text)) and _is_body(lexicon, vice["place"] + vice["level"]):
        return Span(start, start + len(vice["place"])), _full(vice["place"] + vice["level"])
    if mayor := MAYOR.fullmatch(word.text):
        body = mayor["body"]
        return (Span(start, start + len(body)), _full(body)) if _is_body(lexicon, body) else None
    if _is_body(lexicon, word.text) and (
        ACTS.match(reading.text, word.span.end) or _employs(lexicon, words, index)
    ):
        return word.span, _full(word.text)
    return None


def _full(body: str) -> str:
    """Return the name that one body's spellings share: 경남도 is 경상남도, 대구시 대구광역시."""
    return FULL.get(body, body)


def _beside_name(lexicon: Lexicon, words: Sequence[Word], index: int) -> bool:
    before = index > 0 and words[index - 1].joined and is_name(lexicon, words[index - 1])
    return before or (words[index].joined and index + 1 < len(words) and is_name(lexicon, words[index + 1]))


def _employs(lexicon: Lexicon, words: Sequence[Word], index: int) -> bool:
    """Tell whether a name stands before the place and a post after it: 명노경 울산시 주력산업과장."""
    named = index > 0 and words[index - 1].joined and len(words[index - 1].text) in {2, 3, 4}
    after = words[index + 1].text if words[index].joined and index + 1 < len(words) else ""
    return named and title_of(lexicon, after) is not None


def _is_body(lexicon: Lexicon, text: str) -> bool:
    return bool(PROVINCE.fullmatch(text)) or (
        text in lexicon.regions and text.endswith(("시", "군", "구", "도")) and len(text) > 2
    )
