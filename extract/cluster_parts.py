"""Fields that mini clusters consist of: `A, B 등 2개 분야로 구성된 미클`, `서울은 A, B, C로 이뤄져`."""

import re
from collections.abc import Collection, Iterator, Sequence

from schema import Mention, Span

from .cluster_lists import mentions_of, with_dots
from .cluster_names import RULE, is_field, is_term
from .compounds import without_etc
from .lists import NATIVE, Item, items_after, items_before
from .phrases import Sentence, Word
from .reading import Reading

_NOUN = r"(?:미니 ?클러스터|미클|(?<![A-Za-z-])MC|산학연 ?협의체)"
NOUN = re.compile(_NOUN)
_COUNT = rf"(\d{{1,2}}|{'|'.join(NATIVE)}) ?(?:개|곳)"
COUNTED = re.compile(rf"(?<![\d.,]){_COUNT}(?:의)? {_NOUN}|{_NOUN}[는은이가]? {_COUNT}")
# What stands between a list and its noun: how many fields there are, or that they part it.
FIELDS = re.compile(
    rf" ?등(?:의)? ?(?:총 ?)?{_COUNT} ?(?:분야|업종|부문)[^,.\n]{{0,16}}?으?로 "
    rf"(?:구성|조직|결성|이뤄|이루어)[가-힣]{{1,2}} (?:[가-힣]{{1,4}} )?{_NOUN}"
)
PARTED = re.compile(
    r" ?등?의?(?: ?(?:분야|업종))?으?로 (?:세분화|나[뉘눠뉜]|분류|구분)[가-힣]{0,2} "
    rf"(?:[가-힣]{{2,3}} )?{_NOUN}"
)
OWN_COUNT = re.compile(rf" ?등 ?{_COUNT}(?: ?(?:분야|업종|부문))?(?:으?로|[와과를을이가은는에]|,) ")
MADE = re.compile(r"\)?으?로 (?:이뤄|이루어|구성|나[뉘눠뉜]|짜[여였])")
# ▲전지 ㈜가나테크 김하늘 대표 ▲바이오 …: of each cluster, who takes its chair.
CHAIR = re.compile(
    r"[▲△▷▶■◆] ?(?P<name>[^\s▲△▷▶■◆,()]{2,14}) (?:㈜|\([주유]\))? ?[^\s▲△▷▶■◆,]{2,16} [가-힣]{2,4} "
    r"(?:공동 ?)?(?:대표|회장|사장|부사장|전무|상무|이사|교수)"
)
FEWEST, FEWEST_CHAIRS = 3, 2


def chaired(reading: Reading) -> Iterator[Mention]:
    """Yield each cluster of a list of new chairs that has as many items as clusters are counted."""
    for sentence in reading.sentences if NOUN.search(reading.text) else ():
        counts = {_value(match) for match in COUNTED.finditer(sentence.text)}
        items = list(CHAIR.finditer(sentence.text)) if counts and "회장" in sentence.text else []
        if len(items) >= FEWEST_CHAIRS and len(items) in counts:
            for item in items:
                start, end = item.span("name")
                span = Span(sentence.span.start + start, sentence.span.start + end)
                yield Mention("cluster", span, item["name"], item["name"], RULE, kind="mini_cluster")


def in_parts(reading: Reading) -> Iterator[Mention]:
    """Yield each field of a list that has as many as are counted, or into which the clusters are parted."""
    counts = {_value(match) for match in COUNTED.finditer(reading.text)}
    told = -1
    for sentence in reading.sentences if NOUN.search(reading.text) else ():
        here = NOUN.search(sentence.text) is not None
        near = told >= 0 and "\n" not in reading.text[told : sentence.span.start]
        if here or near:
            for item, words in _items(reading, sentence, counts, here=here):
                yield from mentions_of(reading, words, item, "mini_cluster")
        told = sentence.span.end if here else -1


def _value(match: re.Match[str]) -> int:
    number = next(group for group in match.groups() if group)
    return NATIVE.get(number) or int(number)


def _items(
    reading: Reading, sentence: Sentence, counts: Collection[int], *, here: bool
) -> Iterator[tuple[Item, Sequence[Word]]]:
    words = without_etc(sentence.words)
    for at, word in enumerate(words):
        if here and at and word.text == "등":
            yield from ((item, words) for item in _closed(reading, words, at))
    at = 0
    while at < len(words):
        items = items_after(words, at)
        if len(items) >= FEWEST and MADE.match(reading.text, words[items[-1].aside].span.end):
            yield from ((item, words) for item in _as_many(reading, words, items, counts))
        at = items[-1].aside + 1 if items else at + 1


def _closed(reading: Reading, words: Sequence[Word], at: int) -> list[Item]:
    """Return the items of a list that the 등 at `at` closes, if the clusters consist of them."""
    start = words[at - 1].span.end
    counted = FIELDS.match(reading.text, start) or OWN_COUNT.match(reading.text, start)
    if counted is None and not PARTED.match(reading.text, start):
        return []
    items = items_before(words, at - 1)
    if counted:
        return _as_many(reading, words, items, {_value(counted)})
    items = with_dots(words, items)
    return items if len(items) >= FEWEST and _are_fields(reading, words, items) else []


def _as_many(
    reading: Reading, words: Sequence[Word], items: Sequence[Item], counts: Collection[int]
) -> list[Item]:
    """Return the items as they add up to a count, with a dot one or each for itself; else none."""
    for row in (with_dots(words, items), list(items)):
        if len(row) in counts and len(row) > 1 and _are_fields(reading, words, row):
            return row
    return []


def _are_fields(reading: Reading, words: Sequence[Word], items: Sequence[Item]) -> bool:
    """Tell whether most are fields and all may be: 기업, 대학, 연구소 are none."""
    fields = [is_field(reading.lexicon, words, item) for item in items]
    terms = [is_term(reading.lexicon, words, item) for item in items]
    sure = all(field or term for field, term in zip(fields, terms, strict=True))
    return sure and 2 * sum(fields) >= len(items)
