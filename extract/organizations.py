"""Bodies, institutes, universities, associations: 산단공 인천지부, 구미전자정보기술원, 성서클러스터추진단."""

import re
from collections.abc import Iterator, Sequence
from functools import partial

from schema import Mention, OrganizationType, Span

from .branches import DOT, Found
from .endings import ending_of
from .formed_names import OF_ITS_OWN, is_of_the_nation, names_one
from .governments import full_name, government_at, is_body
from .lexicon import Lexicon, squeeze
from .listed_bodies import ends, listed
from .lists import breaks
from .offices import CHIEF, GENERAL, with_parts
from .phrases import Word
from .reading import Reading
from .spoken_of import spoken_of
from .torn import mend, stems

RULE = "organizations/4"

MANY = re.compile(r"..+들")  # 통영 업체들 협의체
SHARED = re.compile(r"(?<=..)(?:대학교|대|테크노파크|TP|상공회의소|상의|시|군|도)$")
# 복합물류센터, 창원컨벤션센터: what is built, not who acts.
BUILDING = re.compile(
    r".*(?:데이터|물류|컨벤션|지식산업|전시|체육|복지|스포츠|비즈니스|비즈|벤처|문화|주민|연수)센터"
)
# 인천경제자유구역청: of several provinces and cities; 중소기업청 and 새만금개발청 are the state's.
OFFICE_OF_PROVINCES = re.compile(r".*(?:자유구역|경제|[가-힣]{2}경자)청")
# 코로나시대, MZ세대, 유성구일대: what else ends in 대.
NO_FACULTY = re.compile(r".+(?:시대|세대|지대|부대|무대|확대|[시군구동읍면리]일대)")
NUMERAL = re.compile(r"[Ⅰ-Ⅻ]")  # 나래폴리텍Ⅶ대학, which Kiwi reads as two words
COLLEGE = re.compile(r"대학(?:교)?")
FULL_CITY = ("특별시", "광역시", "특별자치시", "특별자치도")


CLUSTER = "산학연협의체"  # the other name of a mini cluster


def find(reading: Reading) -> Iterator[Mention]:
    """Yield each named organization, of companies the listed ones alone; `kind` is the guide's type."""
    found = [
        _mention(reading, hit.span, hit.name, hit.type)
        for sentence in reading.sentences
        for hit in _found(reading, mend(reading, sentence, partial(_body_of, reading)))
    ]
    acting = {mention.name for mention in found if mention.kind == "government"}
    found.extend(_mention(reading, *body) for body in spoken_of(reading, acting))
    yield from with_parts(reading, found)


def _body_of(reading: Reading, text: str, _span: Span) -> int:
    """Return how many letters are a city's or a listed body's that Kiwi tore: 안산시 of 안산시가."""
    for end in stems(text):
        if is_body(reading.lexicon, text[:end]):
            return end
        if end > OF_ITS_OWN and reading.lexicon.organization(text[:end]) is not None:
            return end
        if is_of_the_nation(reading.lexicon, text[:end]):
            return end
    return 0


def _mention(reading: Reading, span: Span, name: str, type_: OrganizationType) -> Mention:
    kind = "agency" if type_ == "government" and OFFICE_OF_PROVINCES.fullmatch(name) else type_
    return Mention("organization", span, span.of(reading.text), name, RULE, kind=kind)


def _found(reading: Reading, words: Sequence[Word]) -> Iterator[Found]:
    index = 0
    while index < len(words):
        hit = _at(reading, words, index)
        if hit is not None:
            yield hit
        index = hit.last + 1 if hit else index + 1


def _at(reading: Reading, words: Sequence[Word], index: int) -> Found | None:
    return (
        _numbered_college(words, index)
        or listed(reading, words, index)
        or _acting(reading, words, index)
        or _formed(reading, words, index)
        or _faculty(reading, words, index)
        or _sharing(reading, words, index)
    )


def _numbered_college(words: Sequence[Word], index: int) -> Found | None:
    """Return a polytechnic whose number is a Roman letter: 창원폴리텍Ⅶ대학."""
    if index + 1 == len(words) or not NUMERAL.fullmatch(words[index].gap):
        return None
    word, after = words[index], words[index + 1]
    if not word.text.endswith("폴리텍") or not COLLEGE.fullmatch(after.text):
        return None
    span = Span(word.span.start, after.span.end)
    return Found(index + 1, span, word.text + word.gap + after.text, "university")


def _formed(reading: Reading, words: Sequence[Word], index: int) -> Found | None:
    """Return a name made by the rules of such names: 구미전자정보기술원, 녹산 클러스터 추진단."""
    for last in ends(words, index):
        if any(breaks(word) or MANY.fullmatch(word.text) for word in words[index : last + 1]):
            continue
        if any(reading.lexicon.organization(word.text) for word in words[index + 1 : last]):
            continue  # 경남 창원시 산단공 동남권본부: the body has the office
        text, office = _office(reading.lexicon, words[last].text)
        if office and text in GENERAL:
            continue
        ending = ending_of(text, reading.lexicon.organization_endings)
        if (
            ending is None
            or text.endswith(CLUSTER)
            or BUILDING.fullmatch(text)
            or _is_an_address(reading.lexicon, words, last)
        ):
            continue
        span = Span(words[index].span.start, words[last].span.end - office)
        stem = squeeze(reading.text[span.start : span.end])[: -len(ending)]
        if names_one(reading.lexicon, stem, ending, words[index : last + 1]):
            name = span.of(reading.text)
            return Found(last, span, name, reading.lexicon.organization_endings[ending])
    return None


def _is_an_address(lexicon: Lexicon, words: Sequence[Word], last: int) -> bool:
    """Tell whether a city in full only begins an address: 대전광역시 of 대전광역시 유성구 일대."""
    if not words[last].text.endswith(FULL_CITY) or not words[last].joined or last + 1 == len(words):
        return False
    return lexicon.is_place(words[last + 1].text)


def _office(lexicon: Lexicon, text: str) -> tuple[str, int]:
    if text.endswith(CHIEF) and ending_of(text[:-1], lexicon.organization_endings) is not None:
        return text[:-1], 1
    return text, 0


def _faculty(reading: Reading, words: Sequence[Word], index: int) -> Found | None:
    """Return a university that no list holds: 시즈오카대, 스톡홀름대."""
    word = words[index]
    named = word.tags[0] == "NNP" and len(word.text) >= 3 and word.text.endswith("대")
    if not named or word.text in reading.lexicon.common or NO_FACULTY.fullmatch(word.text):
        return None
    if not (word.unknown or len(word.tags) > 1):
        return None
    return Found(index, word.span, word.text, "university")


def _sharing(reading: Reading, words: Sequence[Word], index: int) -> Found | None:
    """Return the first of two bodies that share an ending: 전남 of 전남·전북대, 천안 of 천안·아산시가."""
    if index + 1 == len(words) or not DOT.fullmatch(words[index].gap):
        return None
    word, after = words[index], words[index + 1]
    ending = SHARED.search(after.text)
    if ending is None or not reading.lexicon.is_place(word.text):
        return None
    whole = word.text + ending.group()
    if (known := reading.lexicon.organization(whole)) is not None and listed(reading, words, index + 1):
        return Found(index, word.span, known.name if known.name in reading.text else whole, known.type)
    if is_body(reading.lexicon, whole) and _acting(reading, words, index + 1):
        return Found(index, word.span, full_name(whole), "government")
    return None


def _acting(reading: Reading, words: Sequence[Word], index: int) -> Found | None:
    body = government_at(reading, words, index)
    return Found(index, *body, "government") if body else None
