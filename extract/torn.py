"""Names that Kiwi tears into verbs and particles: 안산시가 read as 안 산 시가, 조용한물산 as 조용한 물산."""

from collections.abc import Callable, Sequence

from schema import Span

from .eojeols import PARTICLES
from .phrases import Sentence, Word
from .reading import Reading

LONGEST_PARTICLE = 4
NAME = ("NNP",)

Stem = Callable[[str, Span], int]  # of the letters between two spaces, how many are the name; 0 is none


def mend(reading: Reading, sentence: Sentence, stem_of: Stem) -> Sequence[Word]:
    """Return the words of a sentence, those torn whose name `stem_of` knows put together again."""
    torn = [
        Span(eojeol.start, eojeol.start + length)
        for eojeol in sentence.loose
        if (length := stem_of(eojeol.of(reading.text), eojeol))
    ]
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
    return [end for end in range(len(text), shortest - 1, -1) if text[end:] in PARTICLES]
