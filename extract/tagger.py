"""The learned tagger's face: entities of a document, whoever finds them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from schema import Document, Span

# The product's classes: extract/model/labels.txt says which classes of the data become which of these.
LABELS = (
    *("PS", "LC", "OG_COMPANY", "OG_PUBLIC", "OG_EDU", "OG_RESEARCH", "OG_OTHER"),
    *("DT", "TI", "QT_MONEY", "QT_COUNT", "QT_OTHER"),
)


@dataclass(frozen=True, slots=True)
class Entity:
    """One name or quantity that a model proposes; `score` is how sure it is of it, from 0 to 1."""

    span: Span
    label: str
    score: float


class Tagger(Protocol):
    """What proposes entities; `fingerprint` (`ner/2:1f0c9a2b`) changes whenever its answers may."""

    @property
    def fingerprint(self) -> str:
        """Return name, version and digest of the model."""
        ...

    def tag(self, document: Document, sentences: Sequence[int] | None = None) -> tuple[Entity, ...]:
        """Return the entities of the document, or of the sentences with these indexes, in the text's order.

        No two share a letter, each begins and ends at edges of morphemes, and a sentence's entities do not
        depend on which others are asked for.
        """
        ...
