"""Names of two words whose mark stands before the first: ㈜가온 솔루텍, ㈜나래온 BM&S."""

import re
from collections.abc import Collection, Sequence

from schema import Span

from .company_signs import is_signed
from .endings import ending_of
from .people import is_name, title_of
from .phrases import Word
from .reading import Reading

# Letters that are a part of a name; LED and ESG are what a firm makes or does.
LATIN_PART = re.compile(
    r"[A-Z]{1,4}&[A-Z]{1,4}|(?i:tech|lab|labs|korea|group|inc|ltd|corp|solution|solutions|bio|systems?)"
)
EVERYDAY = frozenset({"R&D", "M&A", "Q&A", "A&S", "P&ID", "O&M", "S&P"})
# What may follow the whole name: a particle, a stop, a bracket, 등, its head.
CLOSES = re.compile(
    r"(?:은|는|이|가|을|를|의|와|과|도|에|에서|에는|로|으로|에게|로부터|으로부터|인|이다)?"
    r"(?:[ ,.·)]|\(|$|\n)"
)
PARTICLES = frozenset("은는이가을를의와과도에로")  # which Kiwi may take into a name that it does not know
HEAD = re.compile(
    r"(?: ?\(| )(?:대표|회장|사장)| 등(?: |$)|[,·(]| [가-힣]{2,4} (?:대표|회장|사장|부사장|이사)"
)


def whole_names(reading: Reading, words: Sequence[Word], taken: Collection[int]) -> Sequence[Word]:
    """Return the words with marked names of two words made one; `taken` are letters of other things."""
    made: list[Word] = []
    for word in words:
        before = made[-1] if made else None
        if before is not None and before.joined and _goes_on(reading, before, word, taken):
            span = Span(before.span.start, word.span.end)
            made[-1] = Word(span, span.of(reading.text), before.tags + word.tags, word.gap, unknown=True)
        else:
            made.append(word)
    return made


def _goes_on(reading: Reading, first: Word, second: Word, taken: Collection[int]) -> bool:
    start, text = first.span.start, second.text
    if " " in first.text or not is_signed(reading.text, start):
        return False
    if first.text[-1] in PARTICLES:
        return False  # ㈜가온이 솔루텍을 인수했다
    if start in taken or second.span.start in taken or not CLOSES.match(reading.text, second.span.end):
        return False
    if text.isascii():
        return LATIN_PART.fullmatch(text) is not None and text not in EVERYDAY
    return _is_a_part(reading, first, second)


def _is_a_part(reading: Reading, first: Word, second: Word) -> bool:
    """Tell whether a word ends the name before it: 솔루텍, and 산업 where a head or a list follows."""
    lexicon, text = reading.lexicon, second.text
    if lexicon.is_place(text) or title_of(lexicon, text) is not None or text in lexicon.abroad:
        return False
    endings = (lexicon.company_endings, lexicon.weak_company_endings)
    if ending_of(first.text, lexicon.company_endings) not in {None, first.text}:
        return False  # ㈜가온정밀 솔루텍: the first is whole
    if not any(ending_of(text, known) is not None for known in endings):
        return False
    coined = text in lexicon.company_endings or second.unknown or second.proper
    if lexicon.is_noun(text) or not coined:
        return HEAD.match(reading.text, second.span.end) is not None
    return not is_name(lexicon, second)
