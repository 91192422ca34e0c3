"""Complexes named by what they make: 구미 반도체 특화단지, 익산 패션단지, ‘로봇 협동화단지’."""

import re
from collections.abc import Sequence

from .lexicon import Lexicon
from .lists import QUOTES, chunk_start
from .phrases import Word
from .reading import Reading

SPECIAL = re.compile(r"특화\s?단지|협동화\s?단지|집적화?\s?단지")
OF_FIELD = re.compile(rf"{SPECIAL.pattern}|단지|산업단지|산단|공업단지")
# What is grown, lived in or burnt there, not made: 해남 태양광단지.
NOT_MADE = re.compile(r"태양광|.*풍력|.*에너지|.*발전|관광|물류|유통|농업|축산|수산|주거|연구|의료")
LATIN = re.compile(r"[A-Z]{2,5}")  # LCD단지
LONGEST = 3  # words of a field: 소재 부품 장비
BUILT = re.compile(
    rf"[{QUOTES}]*(?:[을를이가은는로] )?(?:[가-힣0-9]{{1,6}} ){{0,2}}?"
    r"(?:조성|만들|만드|만든|착공|준공|구축|지정|들어서|들어선|문을|세우|세운|짓|설립)"
)
SITE = re.compile(r"(?:에|의|에는|에도|에서) ")
FARTHEST = 30


def start_of_special(reading: Reading, words: Sequence[Word], index: int) -> int | None:
    """Return the word that `LNG 부품 특화단지` begins with: its place, or its field."""
    lexicon = reading.lexicon
    chunk = range(chunk_start(words, index), index)
    place = next((at for at in chunk if lexicon.is_place(words[at].text)), None)
    if place is not None or not chunk:
        return place
    first = max(chunk[0], index - LONGEST)
    if all(_is_everyday(lexicon, word.text) for word in words[first:index]):
        return None
    named = _quoted(reading, words[first], words[index]) or _sited(reading, words, first, index)
    return first if named else None


def _is_everyday(lexicon: Lexicon, text: str) -> bool:
    return text in lexicon.common or lexicon.is_generic(text, before="complex")


def _quoted(reading: Reading, first: Word, last: Word) -> bool:
    start, end = first.span.start, last.span.end
    return start > 0 and reading.text[start - 1] in QUOTES and reading.text[end : end + 1] in QUOTES


def _sited(reading: Reading, words: Sequence[Word], first: int, index: int) -> bool:
    """Tell whether it is built at a place that is told before it: 삼척 종합발전단지 배후에."""
    if not BUILT.match(reading.text, words[index].span.end):
        return False
    start = words[first].span.start
    at = first - 1
    if at < 0 or not SITE.fullmatch(words[at].gap):
        return False
    while at >= 0 and words[at].span.start > start - FARTHEST:
        if reading.lexicon.is_place(words[at].text) or reading.lexicon.official(words[at].text):
            return True
        at -= 1
    return False


def is_of_field(lexicon: Lexicon, stem: str, ending: str) -> bool:
    """Tell whether a place before it names it: 익산 of `익산 패션단지`, no one of `해남 태양광단지`."""
    bare = stem.removesuffix("산업") or stem
    known = stem in lexicon.industries or bare in lexicon.industries or LATIN.fullmatch(stem)
    return bool(known) and OF_FIELD.fullmatch(ending) is not None and not NOT_MADE.fullmatch(stem)
