"""Lists behind their noun: `3개 단지(A, B 등)`, `미클은 A, B 등이다`, `클러스터로 지정된 곳은 A, B다`."""

import re
from collections.abc import Iterator, Sequence

from .lists import MARKED, QUANTITY, QUOTES, Item, items_after, parts
from .phrases import Word
from .reading import Reading

TOPIC = re.compile(rf"[{QUOTES}]?(?:은|는|으?로는|인|에|에는|으?로) ?[{QUOTES}△▲▷▦■●○◇◆□]*")
TOPIC_ALONE = re.compile(r"[은는] ")
# What a list is said to be: `등이다`, `등 3개가 있다`, `등의 분야가 선정됐다`; not `등을 연다`.
_COUNT = r"(?:\d{1,3}|[두세네] ?|다섯 ?|여섯 ?)(?:개|곳)"
SAID = re.compile(
    rf"\)?[{QUOTES}]?(?: ?등)?의?(?: ?(?:총|모두))?(?: ?{_COUNT})?(?: ?(?:분야|업종|부문))?"
    r"[가이를을]?(?:으?로)? ?"
    r"(?:이?다(?=[.\s]|$)|이?며|이고|있|더해|추가|신설|새로|선정|운영|활동|결성|구성|출범|발족|뽑|확정"
    r"|꾸[리려]|나[뉘눠눴]|조직)"
    r"|\)? ?등[.…]"
)
CHOSEN = re.compile(r"으?로 (?:[가-힣]{1,4}[된힌한] )?")
PLACES = frozenset({"곳", "지역", "단지", "도시"})
FARTHEST = 4  # words: 클러스터로 새로 지정된 곳은
CLOSED = re.compile(r"(?: ?등)?\)")


def behind(reading: Reading, words: Sequence[Word], index: int) -> list[Item]:
    """Return the items that the noun at `index` leads to, in a bracket or by saying that they are it."""
    at, count = index, None
    if words[at].joined and at + 1 < len(words) and (counted := QUANTITY.fullmatch(words[at + 1].text)):
        at, count = at + 1, int(counted["value"])
    elif index and (counted := QUANTITY.fullmatch(words[index - 1].text)):
        count = int(counted["value"])
    if at + 1 == len(words):
        return []
    if words[at].gap.strip(QUOTES) in {"(", ":", "："}:
        return parts(_bracketed(reading, words, at + 1), count=count)
    items = _said(reading, words, at + 1) if TOPIC.fullmatch(words[at].gap) else []
    if not items and TOPIC_ALONE.match(words[at].gap):
        marked = next((i for i in range(at, len(words) - 1) if MARKED.search(words[i].gap)), None)
        items = _said(reading, words, marked + 1) if marked is not None else []
    return parts(items or _chosen(reading, words, at), count=count)


def _bracketed(reading: Reading, words: Sequence[Word], first: int) -> list[Item]:
    items = items_after(words, first)
    return items if items and CLOSED.match(reading.text, words[items[-1].aside].span.end) else []


def _said(reading: Reading, words: Sequence[Word], first: int) -> list[Item]:
    """Return the list's items if the clause ends by saying that they are it: `A, B, C 등이다`."""
    items = items_after(words, first)
    return items if items and SAID.match(reading.text, _end(words, items[-1])) else []


def _chosen(reading: Reading, words: Sequence[Word], at: int) -> list[Item]:
    """Return the items of `클러스터로 지정된 곳은 창원(기계), 구미(전자) 등이다`."""
    if not CHOSEN.fullmatch(words[at].gap):
        return []
    for i in range(at + 1, min(at + FARTHEST, len(words) - 1)):
        if words[i].text in PLACES and words[i].gap in {"은 ", "는 "}:
            items = items_after(words, i + 1)
            return items if items and SAID.match(reading.text, _end(words, items[-1])) else []
    return []


def _end(words: Sequence[Word], item: Item) -> int:
    return words[item.aside].span.end


def shares(reading: Reading, words: Sequence[Word]) -> Iterator[Item]:
    """Yield the items of every `4개(A, B, C, D)` that holds as many as it counts."""
    for at, word in enumerate(words[:-1]):
        counted = QUANTITY.fullmatch(word.text)
        if counted and word.gap == "(":
            items = parts(_bracketed(reading, words, at + 1), count=int(counted["value"]))
            if len(items) == int(counted["value"]):
                yield from items
