"""Names that Kiwi tears into verbs and particles: 안산시가 read as 안 산 시가, 조용한물산 as 조용한 물산."""

import re
from collections.abc import Callable, Sequence

from schema import Span

from .phrases import Sentence, Word
from .reading import Reading

EOJEOL = re.compile(r"(?<![가-힣A-Za-z\d&.\-])[가-힣A-Za-z\d&]{2,30}(?![&.\-][A-Za-z\d])")
MARKS = ("㈜", "(주")
PARTICLE = re.compile(
    r"(?:은|는|이|가|을|를|의|와|과|도|만|나|이나|로|으로|에|에는|에도|에서|에서는|에서도|에게|에게서|까지|부터|보다|처럼|측은|측"
    r"|로부터|으로부터|이라는|라는|이며|이고|인|이다|다|였다|이었다|으로는|로는)?"
)
LONGEST_PARTICLE = 4
NAME = ("NNP",)

Stem = Callable[[str, Span], int]  # of the letters between two spaces, how many are the name; 0 is none


def mend(reading: Reading, sentence: Sentence, stem_of: Stem) -> Sequence[Word]:
    """Return the words of a sentence, those torn whose name `stem_of` knows put together again."""
    starts = {word.span.start: word for word in sentence.words}
    torn: list[Span] = []
    for match in EOJEOL.finditer(reading.text, sentence.span.start, sentence.span.end):
        whole = starts.get(match.start())
        marked = reading.text.startswith(MARKS, match.end()) and whole and whole.span.end < match.end()
        if whole and PARTICLE.fullmatch(reading.text, whole.span.end, match.end()) and not marked:
            continue
        if length := stem_of(match.group(), Span(*match.span())):
            torn.append(Span(match.start(), match.start() + length))
    return put_together(reading, sentence, torn) if torn else sentence.words


def put_together(reading: Reading, sentence: Sentence, spans: Sequence[Span]) -> Sequence[Word]:
    """Return the words of a sentence, with one name at each of these spans instead of what is there."""
    letters = {position for span in spans for position in range(*span)}
    parts = [word for word in sentence.words if letters.isdisjoint(range(*word.span))]
    parts += [Word(span, span.of(reading.text), NAME, " ", unknown=True) for span in spans]
    parts.sort(key=lambda word: word.span)
    ends = [word.span.start for word in parts[1:]] + [sentence.span.end]
    return [
        word._replace(gap=reading.text[word.span.end : end]) for word, end in zip(parts, ends, strict=True)
    ]


def stems(text: str) -> list[int]:
    """Return how long the name before a particle may be, the longest first: 참담은식품 of 참담은식품과."""
    shortest = max(2, len(text) - LONGEST_PARTICLE)
    return [end for end in range(len(text), shortest - 1, -1) if PARTICLE.fullmatch(text[end:])]
