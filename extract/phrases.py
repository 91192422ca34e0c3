"""The nominal words of a sentence: what stands before a particle, `구미공단` of `구미공단에서는`."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from schema import Document, Morpheme, Span

from .eojeols import loose_in

NOMINAL = frozenset({"NNG", "NNP", "NNB", "NR", "NP", "SN", "SL", "SH", "XPN", "XSN", "XR", "MM", "W_SERIAL"})
JOINERS = frozenset("&-.+/")  # R&D, LG-필립스, 3.0: inside a name where letters or digits touch both sides
ADVERBS = frozenset({"MAG", "MAJ", "IC"})  # what Kiwi reads into a name it does not know
SWALLOWED = frozenset("와의")
SHORTEST = 3
LONGEST = 60  # letters without a space: what is longer names nothing, and patterns would take long over it
FARTHEST = 150  # words on either side of a noun in which what it lists is looked for
LATIN = frozenset({"SL", "SN", "SH"})


class Word(NamedTuple):
    """A run of nominal morphemes without a space.

    `tags` are the Sejong tags of its morphemes, and `unknown` says that one of them is in no dictionary;
    `gap` is all that stands between its end and the next word: `에서는 `, `, `.
    """

    span: Span
    text: str
    tags: tuple[str, ...]
    gap: str
    unknown: bool

    @property
    def proper(self) -> bool:
        """Tell whether Kiwi takes any part of it for a proper noun, a known or a guessed one."""
        return "NNP" in self.tags

    @property
    def joined(self) -> bool:
        """Tell whether the next word follows directly, after one space and no particle: 산단공 인천지부."""
        return self.gap == " "


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: its span, its text, its words in order, and the eojeols that are no word and particle."""

    span: Span
    text: str
    words: tuple[Word, ...]
    loose: tuple[Span, ...]


def near(words: Sequence[Word], index: int) -> tuple[Sequence[Word], int]:
    """Return the words around one and its place among them: no list is longer, a text without stops is."""
    if len(words) <= FARTHEST:
        return words, index
    first = max(0, index - FARTHEST)
    return words[first : index + FARTHEST], index - first


def sentences_of(document: Document) -> tuple[Sentence, ...]:
    """Return every sentence with its nominal words."""
    return tuple(_sentences(document))


def _sentences(document: Document) -> Iterator[Sentence]:
    position = 0
    morphemes = document.morphemes
    for span in document.sentences:
        first = position
        while position < len(morphemes) and morphemes[position].start < span.end:
            position += 1
        words = _words(document.text, span, morphemes[first:position])
        ends = {word.span.start: word.span.end for word in words}
        loose = tuple(loose_in(document.text, span, ends))
        yield Sentence(span, span.of(document.text), words, loose)


def _words(text: str, sentence: Span, morphemes: Sequence[Morpheme]) -> tuple[Word, ...]:
    runs = [run for run in _runs(text, morphemes) if run[-1].end - run[0].start <= LONGEST]
    ends = [run[0].start for run in runs[1:]] + [sentence.end]
    return tuple(_word(text, run, end) for run, end in zip(runs, ends, strict=False))


def _word(text: str, run: Sequence[Morpheme], next_start: int) -> Word:
    end = run[-1].end if len(run) == 1 else max(morpheme.end for morpheme in run)
    # Kiwi takes a particle into a name that it does not know: 다라소재와.
    swallowed = run[-1].unknown and text[end - 1] in SWALLOWED and end - run[0].start > SHORTEST
    span = Span(run[0].start, end - swallowed)
    gap = text[span.end : next_start]
    return Word(
        span=span,
        text=span.of(text),
        tags=tuple(morpheme.tag for morpheme in run),
        gap=gap,
        unknown=any(morpheme.unknown for morpheme in run),
    )


def _runs(text: str, morphemes: Sequence[Morpheme]) -> Iterator[list[Morpheme]]:
    run: list[Morpheme] = []
    for index, morpheme in enumerate(morphemes):
        adjacent = bool(run) and morpheme.start == run[-1].end
        if adjacent and _joins(text, morphemes, index):
            run.append(morpheme)
        elif morpheme.tag in NOMINAL and morpheme.end > morpheme.start:
            if run and not adjacent:
                yield run
                run = []
            run.append(morpheme)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _joins(text: str, morphemes: Sequence[Morpheme], index: int) -> bool:
    """Tell whether a morpheme binds the letters on its two sides: the & of KT&G, the 두루 of 한국두루협회."""
    if index + 1 == len(morphemes):
        return False
    before, sign, after = morphemes[index - 1 : index + 2]
    if before.end != sign.start or sign.end != after.start:
        return False
    if sign.tag in ADVERBS:
        return after.tag in NOMINAL
    return text[sign.start : sign.end] in JOINERS and before.tag in LATIN and after.tag in LATIN
