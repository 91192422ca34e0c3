"""One article's text with its sentences and morphemes: the one coordinate system of all evidence."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple


class Span(NamedTuple):
    """A half-open range of code points of `Document.text`."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the quoted part: `Span(0, 2).of("구미공단")` is `구미`."""
        return text[self.start : self.end]

    def covers(self, other: "Span") -> bool:
        """Tell whether the other span lies wholly in this one."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Tell whether the two share a letter."""
        return self.start < other.end and other.start < self.end


class Morpheme(NamedTuple):
    """One morpheme in Sejong tags; contracted ones overlap: `했` is 하/XSV and 었/EP at the same place.

    `unknown` marks what the analyser guesses, having no entry for it: most names of firms.
    """

    form: str
    tag: str
    start: int
    end: int
    unknown: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """Title, subtitle and body as one NFC text, with sentences and morphemes by offset into it.

    `body_start` is where the body begins; `published` the day relative years count from; `publisher` the
    newspaper, which is never a record of its own article.
    """

    article_id: str
    text: str
    body_start: int
    sentences: tuple[Span, ...]
    morphemes: tuple[Morpheme, ...]
    published: date | None = None
    publisher: str | None = None
