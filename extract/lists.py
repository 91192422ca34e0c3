"""Enumerations: the items of `탄소소재, 기계·금속, IT융합 등 3개`, taken apart or left whole."""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from .lexicon import MIDDLE_DOTS
from .phrases import Word

QUOTES = "‘’“”'\"`「」『』<>《》〈〉"
SIGN = r"[△▲▷▶▽▼●○◦◎◇◆□■▣▦▪•※☆★∙\-①-⑳❶-❿]|\(?\d{1,2}\)"
MAJOR = re.compile(rf"[,，、;]?\s*(?:{SIGN})|[,，、;]|,?\s*(?:그리고)")
MINOR = re.compile(rf"[{MIDDLE_DOTS}/]|와|과|및|하고|이나|또는")
FULL_STOP = "."  # which papers also write as a middle dot: 반월.시화
MARKED = re.compile(rf"(?:{SIGN})\s*$")
# Not a year: 2019 스마트센서 미니클러스터.
QUANTITY = re.compile(r"(?!(?:19|20)\d\d$)(?P<value>\d{1,5})\s?(?:여\s?)?(?:개|곳|대|가지)?(?:의)?")
NATIVE = {"두": 2, "세": 3, "네": 4, "다섯": 5, "여섯": 6, "일곱": 7, "여덟": 8, "아홉": 9, "열": 10}
NUMBER = rf"\d{{1,2}}|{'|'.join(NATIVE)}"  # how many of something a list has
UNITS = frozenset({"개", "곳", "가지", "군데"})
# Words that end an item's stretch although no particle does: 메카트로닉스 등, 단지 내.
STOPS = frozenset({"가운데"})
BREAKS = frozenset({"NNB", "NP"})
LONG, BOUND = 4, ("등", "중", "이")

MOST_BETWEEN = 2  # words between the number and the noun: 5개 신규 혁신 클러스터, 3개 분야 미클
MOST_INSIDE = 8  # words in the bracket behind an item: LED(유기발광다이오드)
# Words before the number, or where no number is: 등 기존 3개 미클, 등 분야별로 6개의, 등 특화 미클.
BEFORE_COUNT = re.compile(
    r"기존|현재|모두|총|약|전체|신규|모든|전국|국내|[가-힣]{0,3}별|분야|업종|지역|특화|새|주요|대표|올해|자율형"
    r"|[가-힣]{2,5}(?:권|지역)"
)
LINKS = frozenset({" ", "의 ", "로 ", "에 ", "에서 ", "으로 "})
# What leads from a list to its noun without 등: ‘폐수 재이용’, ‘친환경 도금액’ 같은 소그룹.
LIKE = re.compile(rf"[{QUOTES})]*(?:(?:와|과)? ?같은|이라는|라는|[을를] (?P<counted>비롯|포함)한) ")


class Item(NamedTuple):
    """One item of a list, by its first and last word; `major` tells whether more than a dot follows it.

    `aside` is the last word of the bracket behind it, or `last` where there is none: 모빌리티(UAM).
    """

    first: int
    last: int
    major: bool
    aside: int


def breaks(word: Word) -> bool:
    """Tell whether no name runs through this word: 등, 내, 24일, 300여명."""
    return (
        word.text in STOPS
        or (word.tags[0] in BREAKS and not _is_misread(word))
        or (word.tags[0] == "SN" and "NNB" in word.tags)
        or word.tags == ("MM",)
    )


def _is_misread(word: Word) -> bool:
    """Tell whether Kiwi reads a name's first letter as a bound noun: 수열에너지."""
    return len(word.text) >= LONG and word.tags[-1] in {"NNG", "NNP"} and not word.text.startswith(BOUND)


def chunk_start(words: Sequence[Word], last: int) -> int:
    """Return where the run of words without a particle begins that ends at `last`."""
    first = last
    while first > 0 and words[first - 1].joined and not breaks(words[first - 1]):
        first -= 1
    return first


def value_of(number: str) -> int:
    """Return the value of a number that NUMBER finds: 5 of `5` and of `다섯`."""
    return NATIVE.get(number) or int(number)


def items_before(
    words: Sequence[Word], last: int, *, until: Callable[[Item], object] | None = None
) -> list[Item]:
    """Return the items of the list whose last item ends at `last`, in order, not beyond one that ends it."""
    items = [_item(words, last, major=True)]
    while (first := items[0].first) > 0 and not breaks(words[first - 1]):
        separator = _separator(words[first - 1].gap)
        major = bool(MAJOR.fullmatch(separator))
        if not (major or MINOR.fullmatch(separator)):
            break
        item = _item(words, first - 1, major=major)
        if until and until(item):
            break
        items.insert(0, item)
    return items


def items_after(words: Sequence[Word], first: int) -> list[Item]:
    """Return the items of the list whose first item begins at `first`, in order."""
    items: list[Item] = []
    while first < len(words) and not breaks(words[first]):
        last = _chunk_end(words, first)
        aside = _bracket_end(words, last)
        while aside > last and words[aside].gap == ") " and not _breaks_at(words, aside + 1):
            last = _chunk_end(words, aside + 1)  # 정보통신기술(ICT) 융합 특장기술
            aside = _bracket_end(words, last)
        closes = aside == last and words[last].gap.lstrip(QUOTES).startswith(")")
        separator = "" if closes else _separator(words[aside].gap)
        major = bool(MAJOR.fullmatch(separator))
        items.append(Item(first, last, major, aside))
        if not (major or MINOR.fullmatch(separator)):
            break
        first = aside + 1
    return [*items[:-1], items[-1]._replace(major=True)] if items else []


def _chunk_end(words: Sequence[Word], first: int) -> int:
    last = first
    while words[last].joined and not _breaks_at(words, last + 1):
        last += 1
    return last


def _breaks_at(words: Sequence[Word], at: int) -> bool:
    return at >= len(words) or breaks(words[at])


def _separator(gap: str) -> str:
    if gap == FULL_STOP:
        return MIDDLE_DOTS[0]
    return gap.strip().lstrip(")").strip().strip(QUOTES).strip()


def _item(words: Sequence[Word], last: int, *, major: bool) -> Item:
    """Return the item that ends at a word, or before the bracket that closes behind it."""
    end = _bracket_start(words, last)
    return Item(chunk_start(words, end), end, major, last)


def _bracket_start(words: Sequence[Word], last: int) -> int:
    """Return the word before the bracket that closes behind `last`; `last` itself where none does."""
    if not words[last].gap.lstrip(QUOTES).startswith(")"):
        return last
    for at in range(last - 1, max(last - 1 - MOST_INSIDE, -1), -1):
        if words[at].gap.rstrip(QUOTES).endswith("("):
            return at
    return last


def _bracket_end(words: Sequence[Word], last: int) -> int:
    """Return the last word of the bracket that opens behind `last`; `last` itself where none does."""
    if words[last].gap.strip(QUOTES) != "(":
        return last
    for at in range(last + 1, min(last + 1 + MOST_INSIDE, len(words))):
        if ")" in words[at].gap:
            return at
    return last


def grouped(items: Sequence[Item], *, count: int | None) -> list[Item]:
    """Return the list's items as `count` says: 기계·금속, 로봇 are two if two are announced, else three."""
    coarse: list[Item] = []
    open_first: int | None = None
    for item in items:
        open_first = item.first if open_first is None else open_first
        if item.major:
            coarse.append(item._replace(first=open_first))
            open_first = None
    if count is None or len(coarse) == count:
        return coarse
    if len(items) == count:
        return list(items)
    best = coarse if len(coarse) > 1 else list(items)
    return best[-count:]


def parts(items: Sequence[Item], *, count: int | None) -> list[Item]:
    """Return the items as `count` says; without one, those between commas, or dots if there is no comma."""
    named = grouped(items, count=count)
    return list(items) if count is None and len(named) == 1 else named


def announced(words: Sequence[Word], index: int) -> list[Item] | None:
    """Return the items of a list before `등 5개의 미니클러스터`, None where no list is announced."""
    near = range(index - 1, max(index - 2 - MOST_BETWEEN, -1), -1)
    found = next((at for i in near if (at := _counts(words, i, index))), None)
    last, count = (found[0] - 1, found[1]) if found else (index - 1, None)
    while last >= 0 and words[last].gap in LINKS and BEFORE_COUNT.fullmatch(words[last].text):
        last -= 1
    closed = last >= 0 and words[last].text == "등" and words[last].gap in LINKS
    last -= closed
    if last < 0:
        return None
    leads = LIKE.fullmatch(words[last].gap)
    like = leads is not None and not (leads["counted"] and count is None)
    if count is None and not closed and not like:
        return None
    if not closed and not like and words[last].gap.lstrip(QUOTES + ")") not in {" ", "의 "}:
        return []
    named = parts(items_before(words, last), count=count)
    return named if closed or (like and len(named) > 1) or len(named) == count else []


def _counts(words: Sequence[Word], at: int, index: int) -> tuple[int, int] | None:
    """Return where the number begins that counts the noun at `index`, and its value: 5개의, 두 개."""
    between = words[at + 1 : index]
    if any(word.gap not in {" ", "의 "} for word in words[at:index]) or any(word.proper for word in between):
        return None
    if quantity := QUANTITY.fullmatch(words[at].text):
        return at, int(quantity["value"])
    if words[at].text in NATIVE and words[at].tags == ("MM",) and at == index - 1:
        return at, NATIVE[words[at].text]
    if words[at].text in UNITS and at > 0 and words[at - 1].text in NATIVE:
        return at - 1, NATIVE[words[at - 1].text]
    return None
