"""Named industrial complexes: 남동공단, 부산 녹산국가산업단지, 구미 1공단, 오창 외국인투자지역."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from schema import Mention, Span, complex_key

from .complex_fields import SPECIAL, is_of_field, start_of_special
from .complex_lists import by_complex, coordinated, cut_off, in_list, paired
from .complex_names import GENERIC, NUMBER, is_area, name_of, without_region
from .complex_numbers import numbered, placed
from .compounds import without_etc
from .lexicon import Lexicon, squeeze
from .phrases import Word, near
from .reading import Reading

RULE = "complexes/4"

CLASS = (
    r"(?:국가|일반|지방|도시\s?첨단|첨단|과학|스마트\s?그린|스마트|미니|외국인|임대|전용|산업|농공|공업|연구|집적"
    r"|의료복합|기업|특화)"
)
ENDING = re.compile(
    rf"(?P<stem>.*?)(?P<ending>{CLASS}{{0,4}}(?:산업\s?단지|산단|공업\s?단지|농공\s?단지|공단|특화\s?단지|협동화\s?단지|집적화?\s?단지|단지"
    r"|테크노\s?밸리|하이테크\s?밸리|스마트\s?허브)|외국인\s?투자\s?지역)"
)
LAST_LETTERS = ("단지", "산단", "공단", "밸리", "허브", "지역")  # of every such ending; a cheaper question
# 공단 is also a public corporation (시설관리공단), so its stem must be a place or a listed complex.
CORPORATION = "공단"
PLAIN = frozenset({"산업단지", "산단", "공단", "농공단지", "공업단지"})
OF_INDUSTRY = re.compile(r".*(?:산업\s?단지|산단|공단|공업\s?단지|농공\s?단지|밸리|스마트\s?허브)")
RURAL = frozenset({"농공단지", "특화농공단지"})
WHOLE_REGION = frozenset({"지역", "관내", "시내", "도내", "인근", "일대", "전역", "노후", "기존", "소재"})
VALLEY = re.compile(r".+(?:밸리|시티|폴리스)")


def find(reading: Reading) -> Iterator[Mention]:
    """Yield each named complex, with its official name where the lists have it."""
    yield from (replace(mention, rule=RULE) for mention in numbered(reading))
    earlier = ""
    for mention in _mentions(reading):
        name = placed(reading.lexicon, mention.surface, earlier)
        yield replace(mention, name=name) if name else mention
        earlier = earlier if name else mention.surface


def _mentions(reading: Reading) -> Iterator[Mention]:
    for sentence in reading.sentences:
        words = without_etc(sentence.words)
        for index, word in enumerate(words):
            for span, name in _at(reading, words, index, word):
                yield Mention("complex", span, span.of(reading.text), name, RULE)
    for span, name in by_complex(reading):
        yield Mention("complex", span, span.of(reading.text), name, RULE)


def _at(reading: Reading, words: Sequence[Word], index: int, word: Word) -> Iterator[tuple[Span, str]]:
    match = ENDING.fullmatch(word.text) if word.text.endswith(LAST_LETTERS) else None
    if match is None:
        yield from cut_off(reading, word) or paired(reading, words, index) or _listed(reading, words, index)
        return
    words, index = near(words, index)
    if not match["stem"] or GENERIC.fullmatch(match["stem"]):
        listed = list(in_list(reading, words, index, ending=match["ending"]))
        if listed:
            yield from listed
            return
    start = _start(reading, words, index, match)
    if start is None:
        yield from _listed(reading, words, index)
        return
    end = word.span.end - len(match["ending"])
    stem = squeeze(reading.text[words[start].span.start : end])
    shared = list(coordinated(reading, words, start, stem=stem))
    first = shared[0][0].start if len(shared) == 1 and shared[0][1] == "" else words[start].span.start
    span = Span(first, word.span.end)
    industrial = OF_INDUSTRY.fullmatch(match["ending"]) or match["ending"] == "단지"
    bare = squeeze(reading.text[first : end if industrial else span.end])
    yield span, name_of(reading.lexicon, bare, span.of(reading.text))
    rest = reading.text[words[start].span.end : word.span.end] if SPECIAL.fullmatch(match["ending"]) else ""
    yield from ((place, place.of(reading.text) + rest if rest else name) for place, name in shared if name)


def _start(reading: Reading, words: Sequence[Word], index: int, match: re.Match[str]) -> int | None:
    """Return the word that the name begins with, None where none is named."""
    lexicon = reading.lexicon
    stem, ending = match["stem"], match["ending"]
    before = words[index - 1] if index and words[index - 1].joined else None
    if stem and not NUMBER.fullmatch(stem):
        if _plausible(lexicon, stem, ending):
            return index
        field = is_of_field(lexicon, stem, ending)
        return index - 1 if before and field and _is_town(lexicon, before.text) else None
    if SPECIAL.fullmatch(ending):
        return start_of_special(reading, words, index)
    return _apart(lexicon, words, index, numbered=bool(stem), ending=ending)


def _apart(lexicon: Lexicon, words: Sequence[Word], index: int, *, numbered: bool, ending: str) -> int | None:
    """Return where the name begins if 국가산업단지 stands alone: one word back, two if that is a number."""
    start = index
    while start > 0 and words[start - 1].joined and NUMBER.fullmatch(words[start - 1].text):
        start -= 1
    numbered = numbered or start < index
    before = words[start - 1] if start > 0 and words[start - 1].joined else None
    if before is not None and _tells(lexicon, before, ending=ending, numbered=numbered):
        farther = (
            start > 1
            and words[start - 2].joined
            and VALLEY.fullmatch(before.text)
            and words[start - 2].proper
        )
        return start - 2 if farther and complex_key(before.text) not in lexicon.complexes else start - 1
    alone = (
        numbered
        and OF_INDUSTRY.fullmatch(ending)
        and words[start].text.startswith("제" if start < index else "")
    )
    return start if alone else None


def _tells(lexicon: Lexicon, word: Word, *, ending: str, numbered: bool) -> bool:
    """Tell whether a word of its own can name the complex after it: 녹산 국가산업단지, not 이날 산업단지."""
    text = NUMBER.sub("", word.text) or word.text
    listed = complex_key(text) in lexicon.complexes
    province = lexicon.regions.get(text) == "province"
    if not OF_INDUSTRY.fullmatch(ending):
        return listed if ending == "단지" else _is_town(lexicon, text)
    if numbered and VALLEY.fullmatch(text):
        return True
    # 무안 농공단지 and 대구 산단 are all that lie there.
    if not numbered and province and ending in PLAIN:
        return False
    official = lexicon.official(text)
    if ending in RURAL and text in lexicon.regions and official and not official.endswith(ending):
        return numbered
    region = text in lexicon.regions or text.removesuffix("권") in lexicon.regions
    if listed or (region and not numbered and (ending in PLAIN or province)):
        return listed
    return _plausible_word(lexicon, word, text)


def _plausible_word(lexicon: Lexicon, word: Word, text: str) -> bool:
    generic = lexicon.is_generic(text, before="complex") or GENERIC.fullmatch(text)
    return is_area(lexicon, text) or (
        word.proper and not generic and without_region(lexicon, text) not in WHOLE_REGION
    )


def _plausible(lexicon: Lexicon, stem: str, ending: str) -> bool:
    bare = NUMBER.sub("", stem) or stem
    if complex_key(bare) in lexicon.complexes:
        return True
    # 조성농공단지 has the name of a township, though it is an everyday word.
    if ending in RURAL and (lexicon.is_noun(bare) or lexicon.is_generic(bare, before="complex")):
        return _is_listed_end(lexicon, bare + ending)
    placed = without_region(lexicon, bare)
    if not OF_INDUSTRY.fullmatch(ending) and not SPECIAL.fullmatch(ending):
        return (
            ending != "단지" and bare not in lexicon.clusters and (placed != bare or lexicon.is_place(bare))
        )
    if lexicon.is_place(bare):
        return True
    if placed != bare and (ending != CORPORATION or is_area(lexicon, placed)):
        return placed not in WHOLE_REGION
    if ending == CORPORATION or SPECIAL.fullmatch(ending) or len(bare) < 2 or GENERIC.fullmatch(bare):
        return False
    return not (lexicon.is_generic(bare, before="complex") or lexicon.is_noun(bare))


def _is_listed_end(lexicon: Lexicon, spelling: str) -> bool:
    return any(full.endswith(spelling) for full in lexicon.complex_spellings)


def _is_town(lexicon: Lexicon, text: str) -> bool:
    return lexicon.is_place(text) and lexicon.regions.get(text) != "province"


def _listed(reading: Reading, words: Sequence[Word], index: int) -> Iterator[tuple[Span, str]]:
    """Yield a listed complex whose name has no such ending: G밸리, 남동인더스파크."""
    if not reading.lexicon.may_begin(reading.text, words[index].span.start):
        return
    for last in range(min(index + 3, len(words)) - 1, index - 1, -1):
        if all(word.joined for word in words[index:last]):
            span = Span(words[index].span.start, words[last].span.end)
            name = reading.lexicon.complex_spellings.get(squeeze(span.of(reading.text)))
            if name is not None:
                yield span, name
                return
