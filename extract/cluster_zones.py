"""Research zones named in lists of places: `안산, 김해·진주 등 6곳이 강소특구로 지정됐다`."""

import re
from collections.abc import Iterator, Sequence

from schema import Mention, Span

from .cluster_names import RULE
from .complex_names import without_region
from .lists import QUOTES, items_after
from .phrases import Sentence, Word
from .reading import Reading

_ZONE = r"(?:강소 ?(?:연구개발)? ?특구|연구개발 ?특구|R&D ?특구)"
ZONE = re.compile(_ZONE)
TOLD = re.compile(r"지정|선정|평가|등급|최우수|고시|승인|확정|출범|선포")
# What may stand between the list and what is said of it: `등 6곳이 `, `이 `, ` ‘최우수’`.
_COUNT = r"(?: ?\d{1,2}(?:곳|개)(?: ?(?:지역|특구|강소특구|도시|시))?)"
CLOSING = re.compile(
    rf"[시군]?[{QUOTES})]*(?: ?등)?(?: ?(?:전국|총|모두))?{_COUNT}?[이가을를은는에의]?(?:[ \n.…]|$)"
)
_AS_ZONE = rf"(?:[^.\n]{{0,40}}[ ‘’“”'\"])?{_ZONE}[{QUOTES}]?로 (?:[가-힣]{{1,4}} ){{0,2}}?(?:지정|선정)"
# What says of the place before it that it is one: `을 국내 첫 강소특구로 지정했다`, `이 강소특구로 지정된`.
DESIGNATED = re.compile(
    rf"[시군구]?(?:[을를] {_AS_ZONE}(?!해 ?(?:달라|줄))"
    rf"|[이가은는도] {_AS_ZONE}(?:된|됐|되[어었며면고]|돼|받[은았아으]))"
)
OF_TOWN = re.compile(rf"[시군]?(?: ?지역)?의 {_ZONE}")
TOWN_END = re.compile(r"(?<=[가-힣]{2})[시군]$")
FEWEST = 3
FARTHEST = 30
# What says of a place that it is one: 혁신클러스터 시범단지인 광주, 클러스터로 지정된 오송.
MADE = re.compile(
    r"클러스터(?:(?: 사업)?(?: 시범)?(?: ?단지| 지역)?(?:인|로 (?:지정|선정)된)"
    r"|(?:로 (?:지정|선정|꼽히|불리|육성)[된는]?)) $"
)


def zones(reading: Reading) -> Iterator[Mention]:
    """Yield each place of a list in a sentence that tells of research zones."""
    for sentence in reading.sentences:
        if ZONE.search(sentence.text) and TOLD.search(sentence.text):
            yield from _listed(reading, sentence)


def _listed(reading: Reading, sentence: Sentence) -> Iterator[Mention]:
    words = sentence.words
    at = 0
    while at < len(words):
        items = items_after(words, at)
        places = [words[item.last] for item in items]
        if len(places) >= FEWEST and _are_zones(reading, places):
            for place in places:
                yield Mention("cluster", place.span, place.text, place.text, RULE, kind="cluster")
        at = items[-1].aside + 1 if items else at + 1


def _are_zones(reading: Reading, places: Sequence[Word]) -> bool:
    lexicon = reading.lexicon
    return all(lexicon.is_place(place.text) for place in places) and bool(
        CLOSING.match(reading.text, places[-1].span.end)
    )


def made(reading: Reading) -> Iterator[Mention]:
    """Yield each place that a sentence says is a regional cluster."""
    for sentence in reading.sentences:
        words = sentence.words
        for at, word in enumerate(words):
            start = word.span.start
            if not MADE.search(reading.text, max(0, start - FARTHEST), start):
                continue
            items = items_after(words, at)
            for place in (words[item.last] for item in items):
                if reading.lexicon.is_place(place.text):
                    yield Mention("cluster", place.span, place.text, place.text, RULE, kind="cluster")


def designated(reading: Reading) -> Iterator[Mention]:
    """Yield each town that is made a zone, or has one: 김해시를 … 강소특구로 지정, 춘천 지역의 강소특구."""
    for sentence in reading.sentences:
        if not ZONE.search(sentence.text):
            continue
        towns = [span for word in sentence.words if (span := _town(reading, word))]
        made = [span for span in towns if DESIGNATED.match(reading.text, span.end)]
        for span in (*made[-1:], *(span for span in towns if OF_TOWN.match(reading.text, span.end))):
            yield Mention("cluster", span, span.of(reading.text), span.of(reading.text), RULE, kind="cluster")


def _town(reading: Reading, word: Word) -> Span | None:
    """Return where a town's name stands without 시 or 군; None where the word is no town."""
    lexicon = reading.lexicon
    bare = TOWN_END.sub("", word.text)
    text = bare if lexicon.is_place(bare) or lexicon.is_place(without_region(lexicon, bare)) else word.text
    known = lexicon.is_place(text) or lexicon.is_place(without_region(lexicon, text))
    known = known and text not in lexicon.common
    return Span(word.span.start, word.span.start + len(text)) if known else None
