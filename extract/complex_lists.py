"""Complexes in lists: 남동, 반월·시화 등 3개 공단; 창원, 반월시화산단; 단지별로는 여수(32%), 온산(20%)."""

import re
from collections.abc import Iterator, Sequence

from schema import Span

from .complex_names import GENERIC, is_area, name_of, without_region
from .lexicon import MIDDLE_DOTS, Lexicon, squeeze
from .lists import Item, announced, items_before
from .lists_behind import behind
from .phrases import Word
from .reading import Reading

DOTS = frozenset(MIDDLE_DOTS)
SHARED = re.compile(rf"\s*(?:[{MIDDLE_DOTS},，、/]|와|과|및)\s*")
# Places with nothing but spaces between some: 군서와 일로 삼호 등 3개 농공단지.
ROW = re.compile(
    r"(?P<row>(?:[가-힣]{2,6}(?:, ?|[·ㆍ]|와 |과 | )){1,9}[가-힣]{2,6}) 등 (?:의 )?(?P<count>\d{1,2})개 ?$"
)
PIECE = re.compile(r"[가-힣]{2,6}?(?=, ?|[·ㆍ]|와 |과 | |$)")
FARTHEST = 60
BY_COMPLEX = re.compile(r"(?:산업단지|산단|공단|단지)(?:별(?:로는|로|론| )|(?: 중에서?는|가운데는))")
CUT_OFF = re.compile(r"단지(?=[ 은는이가의에를와내])")
PARTICLE = re.compile(r"[은는이가의에를와도](?:서|는)?")
# 6개 시군 산업단지: the towns are counted, not their complexes.
OF_TOWNS = re.compile(
    r"\d ?(?:개|곳)?(?:의)? ?(?:시[·ㆍ]?군(?:[·ㆍ]?구)?|시[·ㆍ]?도|시|군|구|도시|지자체|광역시)(?:의| 내)? $"
)
LONGEST_TOWNS = 14
FEWEST = 3  # places that make a list without what stands before them
COUNTED = re.compile(r"\(|[은는이가도] |의 (?:생산|수출|고용|가동률)")


def in_list(
    reading: Reading, words: Sequence[Word], index: int, *, ending: str
) -> Iterator[tuple[Span, str]]:
    """Yield the complexes of `구미, 대불 등 2개 단지`: places, or proper names, each the name of one."""
    lexicon = reading.lexicon
    start = words[index].span.start
    if OF_TOWNS.search(reading.text, max(0, start - LONGEST_TOWNS), start):
        return
    items = announced(words, index) or _made_so(words, index) or behind(reading, words, index)
    if any(_is_province(lexicon, words[item.last].text) for item in items):
        return  # 부산과 울산, 경남 등 동남권 48개 산업단지
    items = _places_at_end(lexicon, words, items)
    row = list(_in_row(reading, words, index, ending=ending))
    if len(row) > len(items):
        yield from row
    elif items and all(_is_place(lexicon, words, item) for item in items):
        for item in items:
            yield from _places(reading, words, item)
    elif ending != "단지" and _are_names(lexicon, words, items):
        for item in items:
            if _is_place(lexicon, words, item):
                yield from _places(reading, words, item)
            else:
                span = words[item.last].span
                yield span, span.of(reading.text) + ending


def _made_so(words: Sequence[Word], index: int) -> list[Item]:
    """Return the items of `구미, 성서, 진량을 거점 단지로`."""
    at = index - 1
    while at >= 0 and words[at].joined and GENERIC.fullmatch(words[at].text):
        at -= 1
    made = at >= 0 and words[at].gap in {"을 ", "를 "} and words[index].gap.startswith("로")
    items = items_before(words, at) if made else []
    return items if len(items) > 1 else []


def _places_at_end(lexicon: Lexicon, words: Sequence[Word], items: list[Item]) -> list[Item]:
    """Return the items from the first place on, where nothing but places follows: 허브로 구축, 남동, 부평."""
    last = max((at for at, item in enumerate(items) if not _is_place(lexicon, words, item)), default=-1)
    return items[last + 1 :] if last + FEWEST < len(items) else items


def _is_province(lexicon: Lexicon, text: str) -> bool:
    return lexicon.regions.get(text) == "province" and lexicon.official(text) is None


def _is_place(lexicon: Lexicon, words: Sequence[Word], item: Item) -> bool:
    text = words[item.last].text
    return is_area(lexicon, text) or is_area(lexicon, without_region(lexicon, text))


def _are_names(lexicon: Lexicon, words: Sequence[Word], items: Sequence[Item]) -> bool:
    """Tell whether unlisted ones are named: no item is a common word, and most are proper nouns."""
    lasts = [words[item.last] for item in items]
    known = any(lexicon.is_noun(word.text) or lexicon.organization(word.text) for word in lasts)
    proper = [
        word.proper or word.unknown or _is_place(lexicon, words, item)
        for word, item in zip(lasts, items, strict=True)
    ]
    return (
        len(items) > 1
        and not known
        and min(len(word.text) for word in lasts) > 1
        and sum(proper) * 2 >= len(items)
    )


def _places(reading: Reading, words: Sequence[Word], item: Item) -> Iterator[tuple[Span, str]]:
    """Yield the item's place; 반월·시화 are one where the count says so, and else two."""
    dotted = [at for at in range(item.first, item.last) if words[at].gap.strip() in DOTS]
    first = words[dotted[0]] if dotted else words[item.last]
    span = Span(first.span.start, words[item.last].span.end)
    joined = squeeze(span.of(reading.text))
    if not dotted or reading.lexicon.official(joined):
        yield span, name_of(reading.lexicon, joined, joined)
        return
    for at in (*dotted, item.last):
        yield words[at].span, name_of(reading.lexicon, words[at].text, words[at].text)


def _in_row(
    reading: Reading, words: Sequence[Word], index: int, *, ending: str
) -> Iterator[tuple[Span, str]]:
    start = words[index].span.start
    row = ROW.search(reading.text, max(0, start - FARTHEST), start)
    if row is None:
        return
    pieces = list(PIECE.finditer(reading.text, row.start("row"), row.end("row")))[-int(row["count"]) :]
    proper = {word.text for word in words if word.proper}
    known = sum(is_area(reading.lexicon, piece.group()) or piece.group() in proper for piece in pieces)
    if len(pieces) == int(row["count"]) and known >= len(pieces) - 1 > 0:
        for piece in pieces:
            name = reading.lexicon.official(piece.group()) if ending != "농공단지" else None
            yield Span(*piece.span()), name or piece.group() + ending


def coordinated(
    reading: Reading, words: Sequence[Word], start: int, *, stem: str
) -> Iterator[tuple[Span, str]]:
    """Yield what shares the ending: 반월 of 반월·시화산단; without a name where 신평·장림 is one."""
    lexicon = reading.lexicon
    while start > 0 and SHARED.fullmatch(words[start - 1].gap):
        start -= 1
        word = words[start]
        dotted = word.gap.strip() in DOTS
        own, whole = lexicon.official(word.text), lexicon.official(word.text + stem)
        if dotted and whole and (own is None or lexicon.official(stem) in {None, whole}):
            yield word.span, ""
            return
        province = lexicon.regions.get(word.text) == "province"
        if not is_area(lexicon, word.text) or ("," in word.gap and (own is None or province)):
            return
        yield word.span, name_of(lexicon, word.text, word.text)


def cut_off(reading: Reading, word: Word) -> list[tuple[Span, str]]:
    """Return the complex whose 단지 is read as an adverb: 반월시화단지 중소기업."""
    if not CUT_OFF.match(word.gap) or not reading.lexicon.is_place(word.text):
        return []
    official = reading.lexicon.official(word.text)
    return [(Span(word.span.start, word.span.end + 2), official)] if official else []


def paired(reading: Reading, words: Sequence[Word], index: int) -> list[tuple[Span, str]]:
    """Return 반월 and 시화 of `반월·시화에 등록된 업체`: neighbours that no list joins."""
    if index + 1 == len(words) or words[index].gap not in DOTS or not PARTICLE.match(words[index + 1].gap):
        return []
    if index and words[index - 1].gap.strip() in {*DOTS, ","}:
        return []
    pair = words[index : index + 2]
    official = [reading.lexicon.official(word.text) for word in pair]
    whole = reading.lexicon.official(pair[0].text + pair[1].text)
    if whole is None or None in official or whole in official:
        return []
    return [(word.span, name) for word, name in zip(pair, official, strict=True) if name]


def by_complex(reading: Reading) -> Iterator[tuple[Span, str]]:
    """Yield what a paragraph tells complex by complex: 단지별로는 여수(32%), 온산(20%)의 생산이 늘었다."""
    inside = -1
    for sentence in reading.sentences:
        told = BY_COMPLEX.search(sentence.text)
        if told:
            inside = sentence.span.start + told.end()
        elif inside >= 0 and "\n" in reading.text[inside : sentence.span.start]:
            inside = -1
        if inside < 0:
            continue
        for word in sentence.words:
            official = reading.lexicon.official(word.text)
            if word.span.start >= inside and official and COUNTED.match(word.gap):
                yield word.span, official
