"""Bodies, institutes, universities, associations: 산단공 인천지부, 구미전자정보기술원, 성서클러스터추진단."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from schema import Mention, OrganizationType, Span

from .governments import government_at
from .lexicon import Known, Lexicon, squeeze
from .lists import breaks
from .offices import CHIEF, GENERAL, is_office, with_parts, without_chief
from .phrases import Word
from .reading import Reading

RULE = "organizations/1"

LONGEST = 5  # words of one name: 한국산업단지공단 대구경북지역본부 구미 혁신성장 지원센터
REACH = 3  # words of its office: 동남본부 부산지사
FACULTY = "university"
# 복합물류센터, 창원컨벤션센터: what is built, not who acts.
BUILDING = re.compile(
    r".*(?:데이터|물류|컨벤션|지식산업|전시|체육|복지|스포츠|비즈니스|비즈|문화|주민|연수)센터"
)
NATION = ("한국", "대한", "국립", "국가", "전국", "중앙")


class Found(NamedTuple):
    """An organization by the words it takes: its span, name and type."""

    last: int
    span: Span
    name: str
    type: OrganizationType


def find(reading: Reading) -> Iterator[Mention]:
    """Yield each named organization, of companies the listed ones alone; `kind` is the guide's type."""
    found: list[Mention] = []
    for sentence in reading.sentences:
        index = 0
        while index < len(sentence.words):
            hit = _at(reading, sentence.words, index)
            if hit is not None:
                surface = hit.span.of(reading.text)
                found.append(Mention("organization", hit.span, surface, hit.name, RULE, kind=hit.type))
            index = hit.last + 1 if hit else index + 1
    yield from with_parts(reading, found)


def _at(reading: Reading, words: Sequence[Word], index: int) -> Found | None:
    return (
        _listed(reading, words, index)
        or _acting(reading, words, index)
        or _formed(reading, words, index)
        or _faculty(reading, words, index)
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
        if text.endswith(CHIEF) and (known := reading.lexicon.organizations.get(text[:-1])):
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
        branch, chief = without_chief(words[end].text)
        if not is_office(branch) or branch in reading.lexicon.common:
            continue
        if known.type == FACULTY and not branch.endswith(("캠퍼스", "병원")):
            return Found(end, whole.span, known.name, known.type)
        span = Span(words[first].span.start, words[end].span.end - chief)
        rest = reading.text[words[last].span.end : span.end]
        longest = Found(end, span, f"{known.name}{rest}", known.type)
    return longest


def _formed(reading: Reading, words: Sequence[Word], index: int) -> Found | None:
    """Return a name made by the rules of such names: 구미전자정보기술원, 녹산 클러스터 추진단."""
    for last, _ in _window(reading, words, index):
        if any(breaks(word) for word in words[index : last + 1]):
            continue
        text, office = _office(reading.lexicon, words[last].text)
        ending = _ending(reading.lexicon, text)
        if ending is None or BUILDING.fullmatch(text):
            continue
        span = Span(words[index].span.start, words[last].span.end - office)
        stem = squeeze(reading.text[span.start : span.end])[: -len(ending)]
        if _names(reading.lexicon, stem, ending, words[index : last + 1]):
            name = span.of(reading.text)
            return Found(last, span, name, reading.lexicon.organization_endings[ending])
    return None


def _office(lexicon: Lexicon, text: str) -> tuple[str, int]:
    if text.endswith(CHIEF) and _ending(lexicon, text[:-1]) is not None:
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
        address = ending in GENERAL and all(_is_address(lexicon, word.text) for word in words[:-1])
        return len(words) == 1 or not (address or _stands_alone(lexicon, words))
    named = len(words) == 1 and words[0].proper and stem not in lexicon.industries
    return named and (ending not in lexicon.weak_endings or (words[0].unknown and len(stem) > 2))


def _is_address(lexicon: Lexicon, text: str) -> bool:
    return lexicon.is_place(text) or text.endswith(("동", "읍", "면", "리", "로", "길"))


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
    if not named or word.text in reading.lexicon.common or not (word.unknown or len(word.tags) > 1):
        return None
    return Found(index, word.span, word.text, "university")


def _acting(reading: Reading, words: Sequence[Word], index: int) -> Found | None:
    body = government_at(reading, words, index)
    return Found(index, *body, "government") if body else None
