"""Fields in a row where mini clusters are told of: `A, B, C까지 3개 미클`, `미클을 A, B, C로 나눴다`."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from schema import Mention, Span

from .cluster_names import MINI, is_field, is_term, named, trimmed
from .compounds import without_etc
from .lexicon import MIDDLE_DOTS
from .lists import NUMBER, QUOTES, Item, breaks, chunk_start, value_of
from .phrases import Word
from .reading import Reading

_NOUN = rf"(?:{MINI})"
NOUN = re.compile(rf"{_NOUN}(?!추진단)")
_NUMBER = rf"(?P<number>{NUMBER})"
COUNTED = (
    re.compile(rf"{_NUMBER} ?(?:개|곳)?(?:의)? (?:[가-힣]{{1,6}} ){{0,2}}?{_NOUN}"),
    re.compile(rf"{_NOUN}(?:[은는이가를을]|로는)? ?(?:모두|총)? ?{_NUMBER} ?(?:개|곳)"),
)
# What stands between two: a comma or a particle, after how many firms the first has.
_FIRMS = r"\d{1,4}여? ?(?:개사|개 ?업체|개 ?기업|곳|명|[억천백]*[만억] ?원)"
_OF_FIRMS = rf"\({_FIRMS}[^()\n]{{0,6}}\)|[이가은는]? ?{_FIRMS}(?:[로으]+ 가장 많고)?"
FIRMS = re.compile(_FIRMS)
LINK = re.compile(
    rf"[{QUOTES}]?(?:{_OF_FIRMS})?[{QUOTES}]?"
    rf"(?:, ?|[{MIDDLE_DOTS}/]|와 |과 | 및 |, 그리고 |하고 |에 | 외에 |[을를] 비롯해 |에 이어 )"
    rf"[△▲▷◇○●■]?[{QUOTES}]?"
)
MADE = re.compile(
    rf"[{QUOTES}]?(?: ?등)?(?:의 (?:\d|두|세|네|다섯|여섯) ?(?:갈래|분야)|(?: \d{{1,2}}개)?(?: ?분야|업종)?"
    r"(?:으?로|[을를]) "
    rf"(?:나[뉘눠눴누]|짜|짰|묶|구성|편성|꾸[리려렸]|엮|(?:[가-힣]{{1,6}} ){{0,2}}?{_NOUN}"
    r"(?:으?로|[을를]) (?:묶|꾸[리려렸]|구성|엮|키우)))"
)
BY_CLUSTER = re.compile(rf"{_NOUN}별(?:로는|로|로 보면|로는 보면) $")
LONGEST_LEAD = 16
FEWEST = 3


class Run(NamedTuple):
    """Names in a row, where they end, and how many links tell a number of firms."""

    items: tuple[Item, ...]
    end: int
    firms: int


def in_runs(reading: Reading) -> Iterator[Mention]:
    """Yield each field of a row that has as many as are counted, or that the clusters are said to be."""
    due = 0
    paragraph = -1
    for sentence in reading.sentences:
        told = NOUN.search(sentence.text) is not None
        count = _count(sentence.text) if told else due
        if told or (due and "\n" not in reading.text[paragraph : sentence.span.start]):
            words = without_etc(sentence.words)
            for run in _runs(reading, words):
                if _is_of_clusters(reading, words, run, count=count, told=told):
                    yield from _mentions(reading, words, run)
        due = count if told else 0
        paragraph = sentence.span.end


def _count(text: str) -> int:
    match = next((found for pattern in COUNTED if (found := pattern.search(text))), None)
    return value_of(match["number"]) if match else 0


def _is_of_clusters(reading: Reading, words: Sequence[Word], run: Run, *, count: int, told: bool) -> bool:
    start = words[run.items[0].first].span.start
    if len(run.items) == count > 1 or BY_CLUSTER.search(reading.text, max(0, start - LONGEST_LEAD), start):
        return True
    if not told or len(run.items) < FEWEST:
        return False
    return run.firms >= len(run.items) - 1 or MADE.match(reading.text, run.end) is not None


def _runs(reading: Reading, words: Sequence[Word]) -> Iterator[Run]:
    chunks = [item for item in _chunks(words) if _may_be(reading, words, item)]
    start = 0
    for at in range(1, len(chunks) + 1):
        if at == len(chunks) or not LINK.fullmatch(_between(reading, words, chunks[at - 1], chunks[at])):
            row = chunks[start:at]
            if len(row) > 1 and 2 * sum(is_field(reading.lexicon, words, item) for item in row) >= len(row):
                yield _run(reading, words, row)
            start = at


def _run(reading: Reading, words: Sequence[Word], row: Sequence[Item]) -> Run:
    pairs = pairwise(row)
    firms = sum(FIRMS.search(_between(reading, words, one, other)) is not None for one, other in pairs)
    return Run(tuple(row), words[row[-1].last].span.end, firms)


def _chunks(words: Sequence[Word]) -> Iterator[Item]:
    for last, word in enumerate(words):
        ends = not word.joined or last + 1 == len(words) or breaks(words[last + 1])
        if ends and not breaks(word):
            yield Item(chunk_start(words, last), last, True, last)


def _may_be(reading: Reading, words: Sequence[Word], item: Item) -> bool:
    return is_field(reading.lexicon, words, item) or is_term(reading.lexicon, words, item)


def _between(reading: Reading, words: Sequence[Word], one: Item, other: Item) -> str:
    return Span(words[one.last].span.end, words[other.first].span.start).of(reading.text)


def _mentions(reading: Reading, words: Sequence[Word], run: Run) -> Iterator[Mention]:
    for item in run.items:
        if name := trimmed(reading.lexicon, words, item):
            stem = Span(words[name.first].span.start, words[name.last].span.end)
            yield from named(reading, stem, stem.end, "mini_cluster")
