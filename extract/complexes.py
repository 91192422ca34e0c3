"""Named industrial complexes: 남동공단, 부산 녹산국가산업단지, 구미 1공단, 반월·시화산단."""

import re
from collections.abc import Iterator, Sequence

from schema import Mention, Span, complex_key

from .lexicon import Lexicon, squeeze
from .lists import announced, chunk_start
from .phrases import Word
from .reading import Reading

RULE = "complexes/1"

CLASS = r"(?:국가|일반|지방|도시\s?첨단|첨단|과학|스마트\s?그린|스마트|미니|외국인|임대|전용|산업|농공|공업)"
ENDING = re.compile(
    rf"(?P<stem>.*?)(?P<ending>{CLASS}{{0,4}}(?:산업\s?단지|산단|공업\s?단지|농공\s?단지|공단|과학단지|특화단지"
    r"|테크노\s?밸리|하이테크\s?밸리|스마트\s?허브))"
)
NUMBER = re.compile(r"(?:제\s?)?\d{1,2}(?:차|지구|·\d)?")
# 공단 is also a public corporation (시설관리공단), so its stem must be a place or a listed complex.
CORPORATION = "공단"
WHOLE_REGION = frozenset({"지역", "관내", "시내", "도내", "인근", "일대", "전역", "노후", "기존", "소재"})
SPECIAL = "특화단지"


def find(reading: Reading) -> Iterator[Mention]:
    """Yield each named complex, with its official name where the lists have it."""
    for sentence in reading.sentences:
        for index, word in enumerate(sentence.words):
            for span, name in _at(reading, sentence.words, index, word):
                yield Mention("complex", span, span.of(reading.text), name, RULE)


def _at(reading: Reading, words: Sequence[Word], index: int, word: Word) -> Iterator[tuple[Span, str]]:
    match = ENDING.fullmatch(word.text)
    if match is None:
        yield from _listed(reading, words, index)
        return
    if match["stem"]:
        start, stem = index, match["stem"]
    else:
        start = _stem_start(reading.lexicon, words, index, special=match["ending"] == SPECIAL)
        stem = squeeze(reading.text[words[start].span.start : word.span.start])
    listed = list(_in_list(reading, words, index)) if not match["stem"] else []
    if listed:
        yield from listed
        return
    apart = start < index
    if match["ending"] == SPECIAL and apart:
        span = Span(words[start].span.start, word.span.end)
        yield span, span.of(reading.text)
        return
    if apart and not _tells(reading.lexicon, words[start]):
        return
    if not _plausible(reading.lexicon, stem, match["ending"]) or NUMBER.fullmatch(stem):
        yield from _listed(reading, words, index)
        return
    span = Span(words[start].span.start, word.span.end)
    yield span, _name(reading.lexicon, stem, span.of(reading.text))
    yield from _coordinated(reading, words, start)


def _in_list(reading: Reading, words: Sequence[Word], index: int) -> Iterator[tuple[Span, str]]:
    """Yield the complexes of `구미, 대불 등 2개 단지`: places, each the name of one."""
    items = announced(words, index) or []
    places = [words[item.last] for item in items]
    lexicon = reading.lexicon
    if places and all(_known_area(lexicon, _without_region(lexicon, place.text)) for place in places):
        for place in places:
            yield place.span, _name(reading.lexicon, place.text, place.text)


def _stem_start(lexicon: Lexicon, words: Sequence[Word], index: int, *, special: bool) -> int:
    """Return where the name begins if 국가산업단지 stands alone: one word back, two if that is a number.

    A special one is named by place and field: 구미 반도체 특화단지.
    """
    if special:
        chunk = range(chunk_start(words, index), index)
        return next((at for at in chunk if lexicon.is_place(words[at].text)), index)
    start = index
    while start > 0 and words[start - 1].joined and NUMBER.fullmatch(words[start - 1].text):
        start -= 1
    if start > 0 and words[start - 1].joined:
        start -= 1
    return start


def _tells(lexicon: Lexicon, word: Word) -> bool:
    """Tell whether a word of its own can name the complex after it: 녹산 국가산업단지, not 이날 산업단지."""
    text = NUMBER.sub("", word.text) or word.text
    if lexicon.regions.get(text) == "province":
        return complex_key(text) in lexicon.complexes
    return word.proper or _known_area(lexicon, text)


def _plausible(lexicon: Lexicon, stem: str, ending: str) -> bool:
    bare = NUMBER.sub("", stem) or stem
    if complex_key(bare) in lexicon.complexes or lexicon.is_place(bare):
        return True
    placed = _without_region(lexicon, bare)
    if placed != bare and (ending != CORPORATION or _known_area(lexicon, placed)):
        return placed not in WHOLE_REGION
    if ending in {CORPORATION, "과학단지", "특화단지"} or len(bare) < 2:
        return False
    return not (lexicon.is_generic(bare, before="complex") or bare in lexicon.common | lexicon.industries)


def _known_area(lexicon: Lexicon, stem: str) -> bool:
    return lexicon.is_place(stem) or complex_key(stem) in lexicon.complexes


def _without_region(lexicon: Lexicon, stem: str) -> str:
    """Return what follows a region's name: 남동 of 인천남동, 산정 of 목포산정."""
    for cut in range(min(len(stem) - 2, 7), 1, -1):
        if stem[:cut] in lexicon.regions:
            return stem[cut:]
    return stem


def _name(lexicon: Lexicon, stem: str, surface: str) -> str:
    official = lexicon.official(surface) or lexicon.official(stem)
    return official or lexicon.official(_without_region(lexicon, stem)) or surface


def _coordinated(reading: Reading, words: Sequence[Word], start: int) -> Iterator[tuple[Span, str]]:
    """Yield what shares the ending: 반월 of 반월·시화산단."""
    while start > 0 and squeeze(words[start - 1].gap) in {"", "와", "과"} and words[start - 1].gap != " ":
        start -= 1
        word = words[start]
        if not _known_area(reading.lexicon, word.text):
            return
        yield word.span, _name(reading.lexicon, word.text, word.text)


def _listed(reading: Reading, words: Sequence[Word], index: int) -> Iterator[tuple[Span, str]]:
    """Yield a listed complex whose name has no such ending: G밸리, 남동인더스파크."""
    for last in range(min(index + 3, len(words)) - 1, index - 1, -1):
        if all(word.joined for word in words[index:last]):
            span = Span(words[index].span.start, words[last].span.end)
            name = reading.lexicon.complex_spellings.get(squeeze(span.of(reading.text)))
            if name is not None:
                yield span, name
                return
