"""Names of firms that Kiwi tears or swells: 조용한 물산, 선한 김치, 대흥특장이, where firms are likely."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import partial

from schema import Span

from .company_signs import MAKES, MARK_AFTER, MARK_BEFORE, is_signed, said_to_be
from .endings import ending_of
from .eojeols import PARTICLES
from .lexicon import Lexicon
from .phrases import Sentence, Word
from .reading import Reading
from .torn import mend

SHORTEST = 3  # letters of a name without a mark
BEHIND_MARK = 8  # letters before a name in which its mark stands
BEFORE = 14  # letters before a name that tell what it is
# Of a list: 더한테크, 솔솔콩은
LISTED = re.compile(r"(?:[,·]|[가-힣]{2}[와과]) (?:㈜|\(주\))?$")
BODY = frozenset({"NNG", "NNP", "SL", "ETN", "XSN", "XR", "NR"})
PERSON = "씨"
ANYBODY = re.compile(r"[가-힣]모(?![가-힣]{2})|[가-힣]모씨")
FOODS = ("제과", "한과", "약과", "사과")
LINKING = frozenset("과와")
SWALLOWED = ("까지", "에서", "으로", "로", "도", "이", "만", "과", "와")  # by a name that Kiwi does not know


def words_of(reading: Reading, sentence: Sentence) -> Sequence[Word]:
    """Return the words of a sentence, torn names of firms put together, swallowed particles left out."""
    words = mend(reading, sentence, partial(_stem, reading))
    return [_without_particle(reading, word) for word in words]


def _stem(reading: Reading, text: str, span: Span) -> int:
    """Return how many letters between two spaces are a firm's name: 6 of 참담은식품과."""
    if MARK_AFTER.match(reading.text, span.end):
        return len(text)
    before = reading.text[max(0, span.start - BEFORE) : span.start]
    marked = MARK_BEFORE.search(before[-BEHIND_MARK:]) is not None
    length, torn = _noun(reading, span)
    if marked:
        return length or len(text)
    if not torn or length < SHORTEST or text.endswith(PERSON) or ANYBODY.match(text):
        return 0
    name = text[:length]
    return length if _looks_like_one(reading.lexicon, name) or _may_follow(before) else 0


def _noun(reading: Reading, span: Span) -> tuple[int, bool]:
    """Return how many letters stand before the particle, and whether more than nouns are read into them."""
    morphemes = reading.document.morphemes
    first = bisect_left(morphemes, span.start, key=lambda morpheme: morpheme.start)
    last = first
    while last < len(morphemes) and morphemes[last].start < span.end:
        last += 1
    end = last
    while end > first and morphemes[end - 1].tag[0] in "JVE" and morphemes[end - 1].tag != "ETN":
        end -= 1
    if end == first or morphemes[end - 1].tag not in BODY:
        return 0, False
    length = morphemes[end - 1].end - span.start
    if reading.text[span.start + length : span.end] not in PARTICLES:
        return 0, False
    return length, any(morpheme.tag not in BODY for morpheme in morphemes[first:end])


def _looks_like_one(lexicon: Lexicon, name: str) -> bool:
    endings = (lexicon.company_endings, lexicon.weak_company_endings)
    found = (ending_of(name, known) for known in endings)
    return any(ending is not None and len(name) - len(ending) > 1 for ending in found)


def _may_follow(before: str) -> bool:
    return bool(MAKES.search(before) or LISTED.search(before)) or said_to_be(before)


def _without_particle(reading: Reading, word: Word) -> Word:
    """Return 대흥특장 of 대흥특장이: what is a firm by its ending without the last letters, not with them."""
    if (
        word.text[-1] in LINKING
        and not word.text.endswith(FOODS)
        and is_signed(reading.text, word.span.start)
    ):
        return _shortened(word, word.text[-1])  # ㈜수면과학과 비트닥터
    if not word.unknown or _ends_strongly(reading.lexicon, word.text):
        return word
    for particle in SWALLOWED:
        stem = word.text.removesuffix(particle)
        if stem != word.text and len(stem) >= SHORTEST and _looks_like_one(reading.lexicon, stem):
            return _shortened(word, particle)
    return word


def _shortened(word: Word, particle: str) -> Word:
    end = word.span.end - len(particle)
    stem = word.text.removesuffix(particle)
    return word._replace(span=Span(word.span.start, end), text=stem, gap=particle + word.gap)


def _ends_strongly(lexicon: Lexicon, text: str) -> bool:
    return ending_of(text, lexicon.company_endings) is not None
