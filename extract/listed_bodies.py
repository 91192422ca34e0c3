"""Listed bodies in place, with what is fused to their names: 산단공 인천지부, 후지쯔사, 캐나다 경찰청."""

import re
from collections.abc import Sequence

from schema import Span

from .branches import Found, with_branch
from .lexicon import Known, Lexicon, squeeze
from .offices import CHIEF
from .phrases import Word
from .reading import Reading

LONGEST = 5  # words of one name: 한국산업단지공단 대구경북지역본부 구미 혁신성장 지원센터
SHORTEST = 4  # letters of a firm with 사: 후지쯔사, not 공사
FIRM = "사"
HANGUL = re.compile(r"[가-힣]")
SIGN = re.compile(r"(?:\([주유]\)|㈜) ?\Z")


def ends(words: Sequence[Word], first: int) -> Sequence[int]:
    """Return where the stretches of joined words end that begin at a word, the longest first."""
    last = first
    while last + 1 < len(words) and last - first < LONGEST - 1 and words[last].joined:
        last += 1
    return range(last, first - 1, -1)


def listed(reading: Reading, words: Sequence[Word], index: int) -> Found | None:
    """Return the listed body that begins at a word, the longest."""
    if not reading.lexicon.may_begin(reading.text, words[index].span.start):
        return None
    for last in ends(words, index):
        text = squeeze(reading.text[words[index].span.start : words[last].span.end])
        known = reading.lexicon.organizations.get(text)
        if known is None:
            known, short = _without_ending(reading.lexicon, text)
        else:
            short = 0
        if known is None or _is_another(reading.text, words[index].span.start, known):
            continue
        if short:
            span = Span(words[index].span.start, words[last].span.end - short)
            return Found(last, span, known.name, known.type)
        if known.type == "government" and index and _is_abroad(reading.lexicon, words[index - 1]):
            span = Span(words[index - 1].span.start, words[last].span.end)
            return Found(last, span, f"{words[index - 1].text} {known.name}", known.type)
        return with_branch(reading, words, index, last, known)
    return None


def _is_another(text: str, start: int, known: Known) -> bool:
    """Tell whether a listed name is a part of a firm's: SH of (주)SH 중공업, 덴티스 of 가야덴티스."""
    if known.type == "company":
        return _is_torn(text, start)
    return SIGN.search(text, max(0, start - 4), start) is not None


def _without_ending(lexicon: Lexicon, text: str) -> tuple[Known | None, int]:
    """Return a listed body by its head's title, or a firm with 사, 후지쯔사, and how long that ending is."""
    known = lexicon.organizations.get(text[:-1])
    if text.endswith(CHIEF):
        return known, 1
    firm = text.endswith(FIRM) and len(text) >= SHORTEST and known is not None and known.type == "company"
    return (known, 1) if firm else (None, 0)


def _is_torn(text: str, start: int) -> bool:
    """Tell whether a word is the rest of a longer name: 덴티스 of 가야덴티스."""
    return start > 0 and HANGUL.match(text[start - 1]) is not None


def _is_abroad(lexicon: Lexicon, word: Word) -> bool:
    return word.joined and word.text in lexicon.abroad
