"""Mini clusters told region by region: `호남권에서는 LED조명과 광통신, 동남권에서는 조선해양이 뽑혔다`."""

import re
from collections.abc import Iterator, Sequence

from schema import ClusterKind, Mention, Span

from .cluster_names import MINI, is_field, is_term, named, trimmed
from .cluster_places import is_area
from .lists import Item, items_after, parts
from .phrases import Sentence, Word
from .reading import Reading

TOLD = re.compile(rf"(?:{MINI})(?!추진단)")
# What leads from a region to its list: `에서는 `, `은 `, `=`, `(`.
TOPIC = re.compile(r"(?:에서)?[은는] (?:[△▲▷◇◆]\s?)?|에서 |\s?[=:：] ?|\(")
NOUN = re.compile(r"미니클러스터|미클|MC|산학연협의체")
CHOSEN = re.compile(
    r"(?:뽑|선정|지정|확정|구성|결성|운영|활동|출범|꾸[리렸려]|나[뉘눠눴누]|짜|짰|묶[이었여]|조직|엮|맡|있[다으]|들어[갔간]|이다|이름을)"
)
# Another list follows: `A와 B, `, `A와 B가, `, `A(B)로, `; not `A로 이름난`.
ENDED = re.compile(r"[)’”'\"]?(?: ?등)?(?:[이가은는을를]|으?로)?[,;·] ?|\) ?")
AFTER = 60  # letters behind a list in which its verb is looked for
HEADING = frozenset("◇◆□■△▲●○▷")
FEWEST = 2
MANY = 3


def told_by_region(reading: Reading) -> Iterator[Mention]:
    """Yield what a sentence tells of several regions, or a heading of one, after one of mini clusters."""
    told = -1
    for sentence in reading.sentences:
        if TOLD.search(sentence.text):
            told = sentence.span.end
        near = reading.text.count("\n", told, sentence.span.start) <= 1
        if told >= 0 and (near or sentence.text[0] in HEADING):
            yield from _in_sentence(reading, sentence)


def _in_sentence(reading: Reading, sentence: Sentence) -> Iterator[Mention]:
    words = sentence.words
    lists = [items for at in range(len(words) - 1) if (items := _list_of(reading, words, at))]
    heading = sentence.text[0] in HEADING and len(lists) == 1 and len(lists[0]) >= FEWEST
    if not (heading or len(lists) >= FEWEST):
        return
    end = lists[-1][-1].aside
    if not all(ENDED.match(reading.text, words[items[-1].aside].span.end) for items in lists[:-1]):
        return
    if not CHOSEN.search(reading.text, words[end].span.end, words[end].span.end + AFTER):
        return
    kind: ClusterKind = "mini_cluster"
    for items in lists:
        for item in items:
            if name := trimmed(reading.lexicon, words, item):
                stem = Span(words[name.first].span.start, words[name.last].span.end)
                yield from named(reading, stem, stem.end, kind)


def _list_of(reading: Reading, words: Sequence[Word], at: int) -> list[Item]:
    """Return the items that a region's name leads to, if all are fields."""
    lexicon = reading.lexicon
    if not is_area(lexicon, words[at].text) or not TOPIC.fullmatch(words[at].gap):
        return []
    items = _up_to_region(reading, words, items_after(words, at + 1))
    fields = [is_field(lexicon, words, item) for item in items]
    sure = sum(field or is_term(lexicon, words, item) for field, item in zip(fields, items, strict=True))
    strange = len(items) - sure
    return parts(items, count=None) if any(fields) and strange <= (len(items) > MANY) else []


def _up_to_region(reading: Reading, words: Sequence[Word], items: Sequence[Item]) -> list[Item]:
    """Return the items before the next region's name."""
    found: list[Item] = []
    for item in items:
        if is_area(reading.lexicon, words[item.last].text):
            break
        if NOUN.fullmatch(words[item.last].text) and item.last > item.first:
            return [*found, item._replace(last=item.last - 1, aside=item.last - 1)]
        found.append(item)
    return found
