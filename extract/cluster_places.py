"""A regional cluster's place and field: 오송 and 바이오 of `충북 오송 바이오 혁신클러스터`."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from schema import Span

from .lexicon import MIDDLE_DOTS, Lexicon
from .lists import FULL_STOP, Item
from .phrases import Word

# What a cluster is beside its place and field: 국가혁신클러스터, 거점 연계형 광역 클러스터.
CLASS = re.compile(
    r"(?:국가|지역|혁신|광역|산업|메가|거점|연계형?|첨단|복합|특화|집적|단지|권역|미래|융복합|신규|대표|산단|강소)+"
)
ENDING = re.compile(r"(?<=.)(?:국가혁신|지역혁신|혁신|광역|메가|산업)$")
# 인천 남동공단 names the cluster 남동, 김해지역 의생명 클러스터 is of 김해.
COMPLEX = re.compile(r"(?<=..)(?:(?:국가|일반)?산업단지|산단|공단|지역)$")
TOWN = re.compile(r"(?<=..)(?:국제도시|신도시|혁신도시|기업도시|지역|지구|권)$")
DOTS = frozenset(f"{MIDDLE_DOTS}{FULL_STOP}")
# Neighbours that share one zone.
JOINT = frozenset({"천안아산", "아산천안", "전주완주", "진주사천"})


class Naming(NamedTuple):
    """One cluster by its place and its field, if it has one, up to where its noun ends."""

    place: str
    name: Span
    field: Span | None
    end: int
    programme: bool = False


def placed(
    lexicon: Lexicon, words: Sequence[Word], item: Item, *, zone: bool, end: int | None = None
) -> Iterator[Naming]:
    """Yield what the last place in the item names, with its field; a zone is named by its place alone."""
    places = [at for at in range(item.first, item.last + 1) if is_area(lexicon, words[at].text)]
    stop = end or words[item.last].span.end
    if not places:
        yield from _in_word(lexicon, words[item.last], stop)
        return
    place = words[places[-1]]
    after = [word for word in words[places[-1] + 1 : item.last + 1] if not CLASS.fullmatch(word.text)]
    first = words[_joined_from(lexicon, words, item.first, places[-1])]
    head = Span(first.span.start, place.span.start + len(COMPLEX.sub("", place.text)))
    field = Span(after[0].span.start, bare_end(lexicon, after[-1])) if after else None
    name = head if zone or field is None else Span(head.start, field.end)
    yield Naming(place.text, name, field, stop)


def _in_word(lexicon: Lexicon, word: Word, end: int) -> Iterator[Naming]:
    """Yield what one word names: 오송 바이오 of 오송바이오, 국가항공."""
    if cut := _place_in(lexicon, word.text):
        generic = CLASS.fullmatch(word.text[cut:])
        field = None if generic else Span(word.span.start + cut, bare_end(lexicon, word))
        stop = field.end if field else word.span.start + cut
        yield Naming(word.text[:cut], Span(word.span.start, stop), field, end)
    elif word.text.startswith("국가") and _bare(lexicon, word.text[2:]) in lexicon.industries:
        yield Naming(word.text, word.span, None, end)


def is_area(lexicon: Lexicon, text: str) -> bool:
    """Tell whether a text is a place, a group of regions or a complex: 오창, 대구경북권; not 첨단."""
    if lexicon.is_generic(text, before="cluster"):
        return False
    bare = TOWN.sub("", text)
    both = any(bare[:cut] in lexicon.regions and bare[cut:] in lexicon.regions for cut in (2, 3))
    return lexicon.is_place(bare) or lexicon.is_place(text) or lexicon.official(text) is not None or both


def are_one(lexicon: Lexicon, places: Sequence[str]) -> bool:
    """Tell whether places with dots between them are one region or complex: 대구·경북, 반월·시화."""
    if "".join(places) in JOINT:
        return True
    provinces = all(lexicon.regions.get(place.removesuffix("권")) == "province" for place in places)
    return provinces or lexicon.official("".join(places)) is not None


def _joined_from(lexicon: Lexicon, words: Sequence[Word], first: int, at: int) -> int:
    """Return where the place begins that ends at `at`: at 반월 of 반월·시화."""
    dotted = at > first and words[at - 1].gap.strip() in DOTS
    return at - 1 if dotted and are_one(lexicon, [words[at - 1].text, words[at].text]) else at


def _bare(lexicon: Lexicon, text: str) -> str:
    """Return a field without what says that it is a cluster's: 방산 of 방산혁신, but 물산업."""
    return text if text in lexicon.industries else ENDING.sub("", text)


def bare_end(lexicon: Lexicon, word: Word) -> int:
    """Return where a field ends without what says that it is a cluster's: before 혁신 of 방산혁신."""
    return word.span.start + len(_bare(lexicon, word.text))


def _place_in(lexicon: Lexicon, text: str) -> int:
    """Return where the place ends that a word begins with: 2 for 오송바이오, 0 where there is none."""
    for cut in range(min(len(text) - 1, 6), 1, -1):
        known = _bare(lexicon, text[cut:]) in lexicon.industries or CLASS.fullmatch(text[cut:])
        if known and is_area(lexicon, text[:cut]):
            return cut
    return 0
