"""Enumerations: the items of `탄소소재, 기계·금속, IT융합 등 3개`, taken apart or left whole."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from .phrases import Word

QUOTES = "‘’“”'\"「」『』<>《》〈〉"
MAJOR = re.compile(r"[,，、]|[△▲▷▶●○◆◇■□•\-]|(?:,\s*[△▲▷])")
MINOR = re.compile(r"[·ㆍ・∙‧/]|와|과|및|하고|이나|또는")
QUANTITY = re.compile(r"(?P<value>\d{1,5})\s?(?:여\s?)?(?:개|곳|대|가지)?(?:의)?")
# Words that end an item's stretch although no particle does: 메카트로닉스 등, 단지 내.
STOPS = frozenset({"가운데"})
BREAKS = frozenset({"NNB", "NP"})


MOST_BETWEEN = 2  # words between the number and the noun: 5개 신규 혁신 클러스터, 3개 분야 미클
# Words before the number: 등 기존 3개 미클.
BEFORE_COUNT = frozenset({"기존", "현재", "모두", "총", "약", "전체", "신규", "모든"})


class Item(NamedTuple):
    """One item of a list, by its first and last word; `major` tells whether more than a dot follows it."""

    first: int
    last: int
    major: bool


def breaks(word: Word) -> bool:
    """Tell whether no name runs through this word: 등, 내, 24일, 300여명."""
    return (
        word.text in STOPS
        or word.tags[0] in BREAKS
        or (word.tags[0] == "SN" and "NNB" in word.tags)
        or word.tags == ("MM",)
    )


def chunk_start(words: Sequence[Word], last: int) -> int:
    """Return where the run of words without a particle begins that ends at `last`."""
    first = last
    while first > 0 and words[first - 1].joined and not breaks(words[first - 1]):
        first -= 1
    return first


def items_before(words: Sequence[Word], last: int) -> list[Item]:
    """Return the items of the list whose last item ends at `last`, in order."""
    items = [Item(chunk_start(words, last), last, major=True)]
    while (first := items[0].first) > 0 and not breaks(words[first - 1]):
        separator = words[first - 1].gap.strip().strip(QUOTES).strip()
        major = bool(MAJOR.fullmatch(separator))
        if not (major or MINOR.fullmatch(separator)):
            break
        items.insert(0, Item(chunk_start(words, first - 1), first - 1, major))
    return items


def grouped(items: Sequence[Item], *, count: int | None) -> list[Item]:
    """Return the list's items as `count` says: 기계·금속, 로봇 are two if two are announced, else three."""
    coarse: list[Item] = []
    open_first: int | None = None
    for item in items:
        open_first = item.first if open_first is None else open_first
        if item.major:
            coarse.append(Item(open_first, item.last, major=True))
            open_first = None
    if count is None or len(coarse) == count:
        return coarse
    if len(items) == count:
        return list(items)
    best = coarse if len(coarse) >= count else list(items)
    return best[-count:]


def announced(words: Sequence[Word], index: int) -> list[Item] | None:
    """Return the items of a list before `등 5개의 미니클러스터`, None where no list is announced."""
    at = next(
        (i for i in range(index - 1, max(index - 2 - MOST_BETWEEN, -1), -1) if _counts(words, i, index)), None
    )
    last, count = index - 1, None
    if at is not None and (quantity := QUANTITY.fullmatch(words[at].text)):
        last, count = at - 1, int(quantity["value"])
        while last >= 0 and words[last].joined and words[last].text in BEFORE_COUNT:
            last -= 1
    closed = last >= 0 and words[last].text == "등" and words[last].gap in {" ", "의 "}
    last -= closed
    if last < 0 or (count is None and not closed):
        return None
    if not closed and words[last].gap not in {" ", "의 "}:
        return []
    items = grouped(items_before(words, last), count=count)
    return items if closed or len(items) == count else []


def _counts(words: Sequence[Word], at: int, index: int) -> bool:
    """Tell whether a number counts the noun at `index`: 5개의, 5개 신규, 3개 분야."""
    between = words[at + 1 : index]
    return (
        bool(QUANTITY.fullmatch(words[at].text))
        and words[at].gap in {" ", "의 "}
        and all(word.gap in {" ", "의 "} and not word.proper for word in between)
    )
