"""Public bodies, institutes, universities, associations: 산단공 인천지부, 구미전자정보기술원, 대구성서클러스터추진단."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from schema import Mention, OrganizationType, Span, normal

from .lexicon import Known, Lexicon, squeeze
from .lists import breaks
from .people import is_name
from .phrases import Word
from .reading import Reading

RULE = "organizations/1"

LONGEST = 5  # words of one name: 한국산업단지공단 대구경북지역본부 구미 혁신성장 지원센터
REACH = 3  # words of its branch: 동남본부 부산지사
REGIONAL_OFFICE = re.compile(r"(?:지역|권)+(?=본부|지사|지부)")
# A part of an organization that is a body of its own, and the parts of a university that are the university.
BRANCH = re.compile(
    r".*(?:본부|지사|지부|지원|센터|사업단|추진단|지원단|사무소|지역회|지회|지점|분원|연구소|연구원|연구단|협의회|총회|공장|무역관)"
)
GENERAL = frozenset(
    {"본부", "지사", "지부", "센터", "사업단", "추진단", "지원단", "연구소", "연구원", "공장", "협의회"}
)
FACULTY = "university"
# 구미시가, 전남도와: a place that acts; 구미시에 and 구미시의 are the place itself.
ACTS = re.compile(
    r" ?(?=\d[\d,.]*[조억만])|(?:는|은|이|가|와|과|도|로부터|측은|를 비롯|을 비롯)(?![가-힣])|를 비롯|을 비롯| 등| 관계자|, ?"
)
TITLE_OF_PLACE = re.compile(r"(?P<body>.{2,}?(?:특별자치시|특별시|광역시|시|군|구|도))(?P<title>장|수|지사)")
GOVERNOR = re.compile(r"(?P<province>경기|강원|충북|충남|전북|전남|경북|경남|제주)도?지사")
PROVINCE = re.compile(
    r"(?:서울|부산|대구|인천|광주|대전|울산|세종)시|(?:경기|강원|충북|충남|전북|전남|경북|경남|제주)도"
)
# 공단 makes a complex of a place, and the others are a single letter that many words end in.
NEVER_ALONE = frozenset(
    (
        "공단",
        "대",
        "부",
        "처",
        "청",
        "도",
        "시",
        "군",
        "구",
        "신문",
        "방송",
        "뉴스",
        "통신",
        "그룹",
        "지원",
        "펀드",
        "투자조합",
    )
)
OFFICE = "장"  # 연구원장 names the 연구원


class Found(NamedTuple):
    """An organization by the words it takes: its span, name and type."""

    last: int
    span: Span
    name: str
    type: OrganizationType


def find(reading: Reading) -> Iterator[Mention]:
    """Yield each named organization that is no company, but for the listed ones; `kind` is the guide's type."""
    found: list[Mention] = []
    for sentence in reading.sentences:
        index = 0
        while index < len(sentence.words):
            hit = _at(reading, sentence.words, index)
            if hit is not None:
                surface = hit.span.of(reading.text)
                found.append(Mention("organization", hit.span, surface, hit.name, RULE, kind=hit.type))
            index = hit.last + 1 if hit else index + 1
    yield from _with_parts(reading, found)


def office_key(name: str) -> str:
    """Return what an office's spellings share: 호남지역본부, 호남권본부 and 호남본부."""
    return REGIONAL_OFFICE.sub("", normal(name))


def _with_parts(reading: Reading, found: Sequence[Mention]) -> Iterator[Mention]:
    """Yield what was found, an office by its last word as the whole: 경인본부 is 한국산업단지공단 경인지역본부."""
    wholes = _offices(found)
    starts = {mention.span.start for mention in found}
    for mention in found:
        whole = wholes.get(office_key(mention.name))
        yield replace(mention, name=whole.name, kind=whole.kind) if whole else mention
    for sentence in reading.sentences:
        for word in sentence.words:
            text, office = _head(word.text)
            whole = wholes.get(office_key(text))
            if whole is not None and word.span.start not in starts:
                yield replace(whole, span=Span(word.span.start, word.span.end - office), surface=text)


def _offices(found: Sequence[Mention]) -> dict[str, Mention]:
    """Return the branches by the key of their last word, where that belongs to one of them only."""
    wholes: dict[str, Mention] = {}
    doubtful: set[str] = set()
    for mention in found:
        parent, _, part = mention.name.rpartition(" ")
        if parent and BRANCH.fullmatch(part) and part not in GENERAL:
            first = wholes.setdefault(office_key(part), mention)
            if office_key(first.name) != office_key(mention.name):
                doubtful.add(office_key(part))
    return {key: mention for key, mention in wholes.items() if key not in doubtful}


def _at(reading: Reading, words: Sequence[Word], index: int) -> Found | None:
    return (
        _listed(reading, words, index)
        or _government(reading, words, index)
        or _formed(reading, words, index)
        or _faculty(reading, words, index)
        or None
    )


def _window(reading: Reading, words: Sequence[Word], first: int) -> Iterator[tuple[int, str]]:
    """Yield the stretches of joined words from one on, the longest first, spaces removed."""
    last = first
    while last + 1 < len(words) and last - first < LONGEST - 1 and words[last].joined:
        last += 1
    for end in range(last, first - 1, -1):
        yield end, squeeze(reading.text[words[first].span.start : words[end].span.end])


def _listed(reading: Reading, words: Sequence[Word], index: int) -> Found | None:
    for last, text in _window(reading, words, index):
        known = reading.lexicon.organizations.get(text)
        if known is not None:
            return _with_branch(reading, words, index, last, known)
        if text.endswith(OFFICE) and (known := reading.lexicon.organizations.get(text[:-1])):
            span = Span(words[index].span.start, words[last].span.end - 1)
            return Found(last, span, known.name, known.type)
    return None


def _with_branch(reading: Reading, words: Sequence[Word], first: int, last: int, known: Known) -> Found:
    """Return 한국산업단지공단 인천지부 where its branch follows the listed name, else the listed one."""
    whole = Found(last, Span(words[first].span.start, words[last].span.end), known.name, known.type)
    if known.type in {"company", "media", "government"}:
        return whole
    longest = whole
    end = last
    while end + 1 < len(words) and words[end].joined and end - last < REACH and not breaks(words[end + 1]):
        end += 1
        branch, office = _head(words[end].text)
        if not BRANCH.fullmatch(branch) or branch in reading.lexicon.common or branch in GENERAL:
            continue
        if known.type == FACULTY:
            return Found(end, whole.span, known.name, known.type)
        span = Span(words[first].span.start, words[end].span.end - office)
        rest = reading.text[words[last].span.end : span.end]
        longest = Found(end, span, f"{known.name}{rest}", known.type)
    return longest


def _head(text: str) -> tuple[str, int]:
    """Return a branch without its head's title, and the title's length: 호남지역본부장 is 호남지역본부, 1."""
    if text.endswith(OFFICE) and BRANCH.fullmatch(text[:-1]):
        return text[:-1], 1
    return text, 0


def _formed(reading: Reading, words: Sequence[Word], index: int) -> Found | None:
    """Return a name made by the rules of such names: 구미전자정보기술원, 녹산 클러스터 추진단."""
    for last, _ in _window(reading, words, index):
        if any(breaks(word) for word in words[index : last + 1]):
            continue
        text, office = _office(reading.lexicon, words[last].text)
        ending = _ending(reading.lexicon, text)
        if ending is None or ending in NEVER_ALONE:
            continue
        span = Span(words[index].span.start, words[last].span.end - office)
        stem = squeeze(reading.text[span.start : span.end])[: -len(ending)]
        if _names(reading.lexicon, stem, ending, words[index : last + 1]):
            name = span.of(reading.text)
            return Found(last, span, name, reading.lexicon.organization_endings[ending])
    return None


def _office(lexicon: Lexicon, text: str) -> tuple[str, int]:
    if text.endswith(OFFICE) and _ending(lexicon, text[:-1]) is not None:
        return text[:-1], 1
    return text, 0


def _ending(lexicon: Lexicon, text: str) -> str | None:
    for start in range(len(text)):
        if text[start:] in lexicon.organization_endings:
            return text[start:]
    return None


def _names(lexicon: Lexicon, stem: str, ending: str, words: Sequence[Word]) -> bool:
    """Tell whether the stem tells one such body from another: a place or 한국 begins it, or it is a name."""
    if len(stem) < 2 or stem in lexicon.common or words[0].text in lexicon.common:
        return False
    if _starts_with_place(lexicon, stem):
        return len(words) == 1 or not _stands_alone(lexicon, words)
    named = len(words) == 1 and words[0].proper and stem not in lexicon.industries
    return named and (ending not in lexicon.weak_endings or (words[0].unknown and len(stem) > 2))


NATION = ("한국", "대한", "국립", "국가", "전국", "중앙")


def _starts_with_place(lexicon: Lexicon, text: str) -> bool:
    return text.startswith(NATION) or any(
        lexicon.is_place(text[:end]) for end in range(2, min(len(text), 8) + 1)
    )


def _stands_alone(lexicon: Lexicon, words: Sequence[Word]) -> bool:
    """Tell whether a place only stands before a name that is whole without it: 경북 구미전자정보기술원."""
    return lexicon.is_place(words[0].text) and _starts_with_place(lexicon, words[1].text) and len(words) == 2


def _government(reading: Reading, words: Sequence[Word], index: int) -> Found | None:
    word = words[index]
    if (governor := GOVERNOR.fullmatch(word.text)) and _beside_name(reading.lexicon, words, index):
        span = Span(word.span.start, word.span.start + 2)
        return Found(index, span, f"{governor['province']}도", "government")
    if match := TITLE_OF_PLACE.fullmatch(word.text):
        if _is_body(reading.lexicon, match["body"]):
            span = Span(word.span.start, word.span.start + len(match["body"]))
            return Found(index, span, match["body"], "government")
        return None
    if not _is_body(reading.lexicon, word.text) or not ACTS.match(reading.text, word.span.end):
        return None
    return Found(index, word.span, word.text, "government")


def _beside_name(lexicon: Lexicon, words: Sequence[Word], index: int) -> bool:
    before = index > 0 and words[index - 1].joined and is_name(lexicon, words[index - 1])
    return before or (words[index].joined and index + 1 < len(words) and is_name(lexicon, words[index + 1]))


def _faculty(reading: Reading, words: Sequence[Word], index: int) -> Found | None:
    """Return a university that no list holds: 시즈오카대, 스톡홀름대."""
    word = words[index]
    named = word.tags[0] == "NNP" and len(word.text) >= 3 and word.text.endswith("대")
    if not named or word.text in reading.lexicon.common or not (word.unknown or len(word.tags) > 1):
        return None
    return Found(index, word.span, word.text, "university")


def _is_body(lexicon: Lexicon, text: str) -> bool:
    return bool(PROVINCE.fullmatch(text)) or (
        text in lexicon.regions and text.endswith(("시", "군", "구", "도")) and len(text) > 2
    )
