"""Bodies, institutes, universities, associations: 산단공 인천지부, 구미전자정보기술원, 성서클러스터추진단."""

import re
from collections.abc import Iterator, Sequence
from functools import partial

from schema import Mention, OrganizationType, Span

from .branches import DOT, Found
from .endings import ending_of
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

EVERYBODYS = re.compile(
    r"(?:심의|심사|운영|추진|평가|선정|자문|집행|준비|실무|기획|분과|대책|조정|협의|검토|인사)$"
)
MANY = re.compile(r"..+들")  # 통영 업체들 협의체
SHARED = re.compile(r"(?<=..)(?:대학교|대|테크노파크|TP|상공회의소|상의|시|군|도)$")
# 복합물류센터, 창원컨벤션센터: what is built, not who acts.
BUILDING = re.compile(
    r".*(?:데이터|물류|컨벤션|지식산업|전시|체육|복지|스포츠|비즈니스|비즈|벤처|문화|주민|연수)센터"
)
# 인천경제자유구역청: of several provinces and cities; 중소기업청 and 새만금개발청 are the state's.
OFFICE_OF_PROVINCES = re.compile(r".*(?:자유구역|경제|[가-힣]{2}경자)청")
OF_ITS_OWN = 4  # letters that tell a centre from others in its place: 구미 모바일융합기술센터
# 코로나시대, MZ세대, 유성구일대: what else ends in 대.
NO_FACULTY = re.compile(r".+(?:시대|세대|지대|부대|무대|확대|[시군구동읍면리]일대)")
NUMERAL = re.compile(r"[Ⅰ-Ⅻ]")  # 나래폴리텍Ⅶ대학, which Kiwi reads as two words
COLLEGE = re.compile(r"대학(?:교)?")
ACRONYM = 2  # letters: LH전북본부
FULL_CITY = ("특별시", "광역시", "특별자치시", "특별자치도")
LEAST_TOLD = 4  # letters between a nation and its ending that Kiwi may tear: 한국고운솜씨인협동조합
LEAST_ENDING = 3
NATION = ("한국", "대한", "국립", "국가", "전국", "중앙")


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
        if _is_of_the_nation(reading.lexicon, text[:end]):
            return end
    return 0


def _is_of_the_nation(lexicon: Lexicon, text: str) -> bool:
    """Tell whether a nation's body is spelt so, whatever is between: 한국고운솜씨인협동조합."""
    nation = next((one for one in NATION if text.startswith(one)), None)
    ending = ending_of(text, lexicon.organization_endings) if nation else None
    if nation is None or ending is None or ending in lexicon.weak_endings or len(ending) < LEAST_ENDING:
        return False
    return len(text) - len(nation) - len(ending) >= LEAST_TOLD


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
        text, office = _office(reading.lexicon, words[last].text)
        if office and text in GENERAL:
            continue
        ending = ending_of(text, reading.lexicon.organization_endings)
        if ending is None or BUILDING.fullmatch(text) or _is_an_address(reading.lexicon, words, last):
            continue
        span = Span(words[index].span.start, words[last].span.end - office)
        stem = squeeze(reading.text[span.start : span.end])[: -len(ending)]
        if _names(reading.lexicon, stem, ending, words[index : last + 1]):
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


def _names(lexicon: Lexicon, stem: str, ending: str, words: Sequence[Word]) -> bool:
    """Tell whether the stem tells one such body from another: a place or 한국 begins it, or it is a name."""
    if len(stem) < 2 or stem in lexicon.common or words[0].text in lexicon.common:
        return False
    if len(words) == 1 and (_is_committee(stem, ending) or _starts_with_body(lexicon, stem)):
        return True
    if len(words) > 2 and words[1].text in lexicon.abroad:
        return False  # 미국 of 미국 밀워키 물위원회
    if _starts_with_place(lexicon, stem) or (len(words) > 1 and words[0].text in lexicon.abroad):
        bare = len(words[-1].text) - len(ending) < OF_ITS_OWN
        address = bare and ending in GENERAL and all(_is_address(lexicon, word.text) for word in words[:-1])
        return len(words) == 1 or not (address or _stands_alone(lexicon, words))
    named = len(words) == 1 and words[0].proper and stem not in lexicon.industries
    return named and (ending not in lexicon.weak_endings or (words[0].unknown and len(stem) > 2))


def _is_committee(stem: str, ending: str) -> bool:
    """Tell whether a committee's name says what it is for: 소재부품장비경쟁력위원회, not 심의위원회."""
    return ending == "위원회" and len(stem) > 5 and not EVERYBODYS.search(stem)


def _starts_with_body(lexicon: Lexicon, stem: str) -> bool:
    if (whole := lexicon.organization(stem)) is not None and whole.type == "university":
        return True  # 조선대병원
    if stem[:ACRONYM].isascii() and stem[:ACRONYM].isupper() and lexicon.is_place(stem[ACRONYM:]):
        return lexicon.organization(stem[:ACRONYM]) is not None  # LH전북본부
    return len(stem) > 3 and any(lexicon.organization(stem[:end]) for end in range(3, len(stem)))


def _is_address(lexicon: Lexicon, text: str) -> bool:
    return (
        lexicon.is_place(text)
        or text in lexicon.abroad
        or text.endswith(("동", "읍", "면", "리", "로", "길"))
    )


def _starts_with_place(lexicon: Lexicon, text: str) -> bool:
    return text.startswith(NATION) or any(
        lexicon.is_place(text[:end]) for end in range(2, min(len(text), 8) + 1)
    )


def _stands_alone(lexicon: Lexicon, words: Sequence[Word]) -> bool:
    """Tell whether a place only stands before a name that is whole without it: 경북 구미전자정보기술원."""
    return lexicon.is_place(words[0].text) and _starts_with_place(lexicon, words[1].text) and len(words) == 2


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
