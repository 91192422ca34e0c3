"""The tagger around a model of the library: sentence by sentence, whatever the others are."""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from schema import Document, Span

from ..grouping import Floats
from ..tagger import Entity
from ..tokens import Token, tokens_of
from .edges import entities_of
from .encoder import Encoder
from .windows import joined, windows_of

# A text's numbers in, a row of scores a number out. One text at a time: with others beside it, filled up to
# one length, the last bits of its scores would hang on them.
Net = Callable[[Sequence[int]], Floats]


@dataclass(frozen=True, slots=True)
class PretrainedTagger:
    """A model with its tokenizer; `scheme` is what its labels are here, `room` how many pieces it reads."""

    fingerprint: str
    encoder: Encoder
    net: Net
    scheme: Floats
    room: int

    def tag(self, document: Document, sentences: Sequence[int] | None = None) -> tuple[Entity, ...]:
        """Return the entities of the document, or of these sentences, in the text's order."""
        return tuple(
            entity
            for span, tokens in _sentences(document, sentences)
            for entity in self._read(document.text, span, tokens)
        )

    def _read(self, text: str, sentence: Span, tokens: Sequence[Token]) -> Iterator[Entity]:
        coded = self.encoder.encode(sentence.of(text))
        # Pieces of no letters, which some tokenizers put for a space, are read but say nothing.
        places = [Span(sentence.start + start, sentence.start + end) for start, end in coded.places]
        telling = [number for number, place in enumerate(places) if place.of(text).strip()]
        if telling:
            chances = self._chances(coded.ids)[telling]
            yield from entities_of(text, [places[number] for number in telling], chances, tokens)

    def _chances(self, ids: Sequence[int]) -> Floats:
        windows = tuple(windows_of(len(ids), room=self.room))
        return joined(windows, [self._window(ids[window.start : window.stop]) for window in windows])

    def _window(self, ids: Sequence[int]) -> Floats:
        """Return the chance of each of our tags: what the model shares among its labels, added up."""
        start = len(self.encoder.head)
        scores = self.net(self.encoder.framed(ids))[start : start + len(ids)]
        powers = np.exp(scores - scores.max(axis=1, keepdims=True), dtype=np.float32)
        chances: Floats = powers / powers.sum(axis=1, keepdims=True) @ self.scheme
        return chances


def _sentences(document: Document, sentences: Sequence[int] | None) -> Iterator[tuple[Span, list[Token]]]:
    """Yield each sentence, or those with these indexes, with its tokens."""
    wanted = range(len(document.sentences)) if sentences is None else sorted(set(sentences))
    starts = [morpheme.start for morpheme in document.morphemes]
    for number in wanted:
        span = document.sentences[number]
        own = document.morphemes[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
        if tokens := tokens_of(document.text, own):
            yield span, tokens
