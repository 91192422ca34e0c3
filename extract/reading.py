"""What every finder gets: a document with its words, and the word lists."""

from dataclasses import dataclass

from schema import Document

from .lexicon import Lexicon
from .phrases import Sentence


@dataclass(frozen=True, slots=True)
class Reading:
    """One document as the finders see it."""

    document: Document
    sentences: tuple[Sentence, ...]
    lexicon: Lexicon

    @property
    def text(self) -> str:
        """Return the text that all spans point into."""
        return self.document.text
