"""What every finder gets: a document with its words, the word lists, and the models that decide."""

from dataclasses import dataclass

from schema import Document

from .lexicon import Lexicon
from .linear import Weigh
from .phrases import Sentence
from .prospects import Prospects
from .tagger import Tagger


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """One document as the finders see it; `weigh` decides what rules leave open, `tagger` proposes names.

    `prospects` tell which words the tagger may be asked about; without them it is asked about all.
    """

    document: Document
    sentences: tuple[Sentence, ...]
    lexicon: Lexicon
    weigh: Weigh
    tagger: Tagger
    prospects: Prospects | None = None

    @property
    def text(self) -> str:
        """Return the text that all spans point into."""
        return self.document.text
