"""Mini clusters about their noun: `A, B 등 2개 미클`, `A 미클`, `미클 2개(A, B)`, `미클은 A, B 등이다`."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from schema import ClusterKind, Mention, Span

from .cluster_names import RULE, fused_field, is_field, is_term, named, trimmed
from .cluster_pairs import of_places
from .lexicon import MIDDLE_DOTS
from .lists import (
    MARKED,
    QUANTITY,
    QUOTES,
    Item,
    announced,
    breaks,
    grouped,
    items_after,
    items_before,
)
from .lists_behind import behind, shares
from .phrases import Word
from .reading import Reading

MANY = 3  # 반도체·광부품 미클 is one, 조선·기계·화학 미클 three
DOTS = frozenset(f"{MIDDLE_DOTS}/")
OTHER_NAME = re.compile(r".*(?:클러스터|미클|(?<![A-Za-z])MC|산학연협의체|소그룹|워킹그룹)")
ADJOINING = re.compile(r"[’”'\"」』`)]*\s?")
PROGRAMME = re.compile(r"(?:운영|지원|육성|활동|활성화)?(?:사업|프로그램)|활동")
MEMBERS = re.compile(r"회원|기업|업체|참여|입주|대표|회장|임원")
QUOTED = re.compile(rf"[{QUOTES}]$")
ADDED = re.compile(
    rf"[{QUOTES}]?(?: ?등)?(?: ?\d{{1,3}}(?:개|곳))?(?:를|을|가|이)? (?:더해|더하|추가|보태|새로|신설)"
)
ORDINAL = re.compile(r"(?:첫|두|세|네|다섯|여섯|일곱)? ?번째|\d번째")
FIRM = re.compile(r"㈜|\(주\)")
FOLLOWS = re.compile(rf"[{QUOTES}]*에 이어 ")
LONGEST_ALIAS = 10


def before(reading: Reading, words: Sequence[Word], index: int, *, kind: ClusterKind) -> Iterator[Mention]:
    """Yield what is named before the noun at `index`: `A 미니클러스터`, `A, B, C 등 3개의 미니클러스터`."""
    if outer := _outside(words, index):
        yield from _abbreviated(reading, words, outer, index, kind)
        return
    items = announced(words, index)
    if placed := list(of_places(reading, words, index, items)):
        for item in placed:
            yield from mentions_of(reading, words, item, kind)
    elif items is not None:
        for item in items if _lists_names(reading, words, index, items) else ():
            yield from mentions_of(reading, words, item, kind)
    elif index and ADJOINING.fullmatch(words[index - 1].gap) and not breaks(words[index - 1]):
        *others, item = _together(reading, words, _unnamed(words, index - 1))
        for other in others:
            yield from mentions_of(reading, words, other, kind)
        yield from mentions_of(reading, words, item, kind, end=words[index].span.end)


def _lists_names(reading: Reading, words: Sequence[Word], index: int, items: Sequence[Item]) -> bool:
    """Tell whether the list is of clusters, not of firms: `누리테크, 한빛정밀 등 미니클러스터 회원사`."""
    members = words[index].joined and index + 1 < len(words) and MEMBERS.match(words[index + 1].text)
    counted = QUANTITY.fullmatch(words[index - 1].text)
    programme = words[index].joined and index + 1 < len(words) and PROGRAMME.fullmatch(words[index + 1].text)
    fields = [is_field(reading.lexicon, words, item) for item in items]
    if programme and not counted:
        return all(fields)  # 출원·이전 등 미니클러스터 사업 lists what is done
    return not members or bool(counted) or any(fields)


def _unnamed(words: Sequence[Word], last: int) -> list[Item]:
    """Return the items after the last that has its own noun: 로봇 of `금형MC, 로봇 MC`."""

    def has_its_own(item: Item) -> bool:
        return OTHER_NAME.fullmatch(words[item.aside].text) is not None

    items = items_before(words, last, until=has_its_own)
    own = items[-1:] if has_its_own(items[-1]) else items
    return own[-1:] if _are_firms(words, own) else own


def _are_firms(words: Sequence[Word], items: Sequence[Item]) -> bool:
    """Tell whether the items before the last are of another: `로봇 미클의 ㈜다온, 누리와 금형 미클`."""
    first = items[0].first
    before = words[first - 1] if first else None
    of_other = before and before.gap.startswith("의 ") and OTHER_NAME.fullmatch(before.text)
    return bool(of_other) or any(FIRM.search(words[item.first - 1].gap) for item in items if item.first)


def _outside(words: Sequence[Word], index: int) -> Item | None:
    """Return what a bracket with a name in it stands behind: 정보통신 of `정보통신(ICT 미클)`."""
    first = index
    while first > 0 and words[first - 1].joined:
        first -= 1
    closes = words[index].gap.lstrip(QUOTES).startswith(")")
    opens = first not in (0, index) and words[first - 1].gap.strip(QUOTES) == "("
    return items_before(words, first - 1)[-1] if closes and opens else None


def _abbreviated(
    reading: Reading, words: Sequence[Word], outer: Item, index: int, kind: ClusterKind
) -> Iterator[Mention]:
    """Yield the cluster by its name and by the short one in the bracket: 정보통신(ICT 미클)."""
    noun = bool(OTHER_NAME.fullmatch(words[outer.last].text)) and outer.last > outer.first
    outer = outer._replace(last=outer.last - noun, aside=outer.last - noun)
    sure = noun or is_field(reading.lexicon, words, outer)
    full = list(mentions_of(reading, words, outer, kind)) if sure else []
    yield from full
    inner = items_before(words, index - 1)[-1]
    short = mentions_of(reading, words, inner, kind, end=words[index].span.end)
    yield from (replace(mention, name=full[0].name) if full else mention for mention in short)


def _together(reading: Reading, words: Sequence[Word], items: Sequence[Item]) -> list[Item]:
    """Return the named ones of `공작기계와 수송기계, 로봇 미클`; 반도체·광부품 미클 is one."""
    dotted = [words[item.aside].gap.strip() in DOTS for item in items[:-1]]
    if all(dotted) and len(items) < MANY:
        return grouped(items, count=None)
    if not all(dotted):
        items = with_dots(words, items)
    marked = MARKED.search(words[items[0].aside].gap)
    return list(items) if marked or _are_names(reading, words, items) else [items[-1]]


def with_dots(words: Sequence[Word], items: Sequence[Item]) -> list[Item]:
    """Return the items with those made one that a dot joins: 기계·부품 of `공작기계, 기계·부품 MC`."""
    made: list[Item] = []
    for item in items:
        if made and words[made[-1].aside].gap.strip() in DOTS:
            item = item._replace(first=made.pop().first)
        made.append(item)
    return made


def _are_names(
    reading: Reading, words: Sequence[Word], items: Sequence[Item], *, strange: bool = False
) -> bool:
    """Tell whether all items are fields, or three look like such; one may be `strange` among many."""
    lexicon = reading.lexicon
    fields = [is_field(lexicon, words, item) for item in items]
    terms = [field or is_term(lexicon, words, item) for field, item in zip(fields, items, strict=True)]
    return all(fields) or (sum(terms) + strange >= len(items) >= MANY)


def mentions_of(
    reading: Reading, words: Sequence[Word], item: Item, kind: ClusterKind, *, end: int | None = None
) -> Iterator[Mention]:
    """Yield one named cluster, and once more by the short name in the bracket behind it: 모빌리티(UAM)."""
    name = trimmed(reading.lexicon, words, item)
    if name is None:
        return
    span = Span(words[name.first].span.start, words[name.last].span.end - fused_field(words[name.last].text))
    aside = words[item.last + 1 : item.aside + 1]
    found = list(named(reading, span, span.end if aside or end is None else end, kind))
    yield from found
    if found and len(aside) == 1 and aside[0].text.isalpha() and len(aside[0].text) <= LONGEST_ALIAS:
        yield Mention("cluster", aside[0].span, aside[0].text, found[0].name, RULE, kind=kind)


def after(reading: Reading, words: Sequence[Word], index: int, *, kind: ClusterKind) -> Iterator[Mention]:
    """Yield what is named behind the noun at `index`: `미클 2개(A, B)`, `미클은 A, B 등이다`."""
    items = behind(reading, words, index)
    marked = items and (
        MARKED.search(words[items[0].aside].gap) or QUOTED.search(words[items[0].first - 1].gap)
    )
    if len(items) > 1 and (marked or _are_names(reading, words, items, strange=len(items) > MANY)):
        for item in items:
            yield from mentions_of(reading, words, item, kind)


def added(reading: Reading, words: Sequence[Word], index: int, *, kind: ClusterKind) -> Iterator[Mention]:
    """Yield what is added to the named: C and D of `A, B의 2개 미클에 C, D 등 2개를 더해`."""
    items = items_after(words, index + 1) if words[index].gap == "에 " else []
    if items and ADDED.match(reading.text, words[items[-1].aside].span.end):
        for item in items:
            yield from mentions_of(reading, words, item, kind)


def shared(reading: Reading, words: Sequence[Word], index: int, *, kind: ClusterKind) -> Iterator[Mention]:
    """Yield what adds up to its number: A, B, C of `남동 2개(A, B), 주안 1개(C) 등 3개 미클`."""
    if index and QUANTITY.fullmatch(words[index - 1].text):
        for item in shares(reading, words[:index]):
            yield from mentions_of(reading, words, item, kind)


def preceded(reading: Reading, words: Sequence[Word], index: int, *, kind: ClusterKind) -> Iterator[Mention]:
    """Yield what came before it: A and B of `A와 B에 이어 세 번째 서브 미니클러스터`."""
    if not index or not ORDINAL.fullmatch(words[index - 1].text):
        return
    for at in range(index - 2, -1, -1):
        if FOLLOWS.fullmatch(words[at].gap):
            items = items_before(words, at)
            if all(is_field(reading.lexicon, words, i) or is_term(reading.lexicon, words, i) for i in items):
                for item in items:
                    yield from mentions_of(reading, words, item, kind)
            return
