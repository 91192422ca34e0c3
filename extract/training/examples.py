"""Annotated documents as what the net learns from: sentences with a tag at each token."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from schema import Document, Span

from ..tagger import LABELS
from ..tagset import tags_of
from ..tokens import Piece, pieces_of
from .guidelines import Named, label_map


class Example(NamedTuple):
    """A sentence, the tag of each token, and the tag by the data's own classes where they are known."""

    piece: Piece
    tags: list[int]
    fine: list[int] | None


def examples_of(
    document: Document, entities: Sequence[Named], *, fine: Sequence[Named] | None
) -> Iterator[Example]:
    """Yield the sentences of a document with these entities, and with those of the data's own classes."""
    classes = tuple(label_map())
    for piece in pieces_of(document):
        first, last = piece.tokens[0].start, piece.tokens[-1].end
        yield Example(
            piece,
            tags_of(piece.tokens, _within(entities, first, last), labels=LABELS),
            None if fine is None else tags_of(piece.tokens, _within(fine, first, last), labels=classes),
        )


def _within(entities: Iterable[Named], start: int, end: int) -> list[tuple[Span, str]]:
    return [(entity.span, entity.label) for entity in entities if entity.start < end and entity.end > start]
