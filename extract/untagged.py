"""No tagger: names by rules and lists alone."""

from collections.abc import Sequence
from dataclasses import dataclass

from schema import Document

from .tagger import Entity


@dataclass(frozen=True, slots=True)
class Untagged:
    """A tagger that proposes nothing."""

    fingerprint: str = "none/1"

    def tag(self, _document: Document, _sentences: Sequence[int] | None = None) -> tuple[Entity, ...]:
        """Return no entities."""
        return ()
