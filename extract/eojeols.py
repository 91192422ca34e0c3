"""Eojeols, the letters between two spaces: which of them are no word with its particle."""

import re
from collections.abc import Iterator, Mapping

from schema import Span

EOJEOL = re.compile(r"(?<![가-힣A-Za-z\d&.\-])[가-힣A-Za-z\d&]{2,30}(?![&.\-][A-Za-z\d])")
MARKS = ("㈜", "(주")
# What may follow a name in its eojeol.
PARTICLES = frozenset(
    {
        *("", "은", "는", "이", "가", "을", "를", "의", "와", "과", "도", "만", "나", "이나", "로", "으로"),
        *("에", "에는", "에도", "에서", "에서는", "에서도", "에게", "에게서", "까지", "부터", "보다", "처럼"),
        *("측은", "측", "로부터", "으로부터", "이라는", "라는", "이며", "이고", "인", "이다", "다"),
        *("이었다", "였다", "으로는", "로는"),
    }
)


def loose_in(text: str, sentence: Span, ends: Mapping[int, int]) -> Iterator[Span]:
    """Yield the eojeols that are no word with its particle; `ends` has the end of the word at each beginning.

    구미시가 is one; 안산시가, read as 안 산 시가, is none, nor is 가나다라 before ㈜, read as 가나 다라.
    """
    for match in EOJEOL.finditer(text, sentence.start, sentence.end):
        start, end = match.span()
        word_end = ends.get(start)
        whole = word_end is not None and text[word_end:end] in PARTICLES
        if not whole or (word_end != end and text.startswith(MARKS, end)):
            yield Span(start, end)
