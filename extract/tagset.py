"""The tags of tokens: OUTSIDE, and for each label one where an entity begins and one where it goes on."""

from collections.abc import Iterator, Sequence

import numpy as np

from schema import Span

from .features import Ids
from .grouping import Floats
from .tagger import LABELS, Entity
from .tokens import Piece, Token

OUTSIDE = 0
TAGS = 1 + 2 * len(LABELS)
DIGITS = 4  # of a score


def tags_of(
    tokens: Sequence[Token], entities: Sequence[tuple[Span, str]], *, labels: Sequence[str]
) -> list[int]:
    """Return the tag of each token, an entity being all tokens that share a letter with its span."""
    tags = [OUTSIDE] * len(tokens)
    for span, label in entities:
        tag = 1 + 2 * labels.index(label)
        for number, token in enumerate(tokens):
            if token.start < span.end and token.end > span.start:
                tags[number] = tag
                tag = 2 + 2 * labels.index(label)
    return tags


def entities_of(pieces: Sequence[Piece], tags: Ids, chances: Floats) -> Iterator[Entity]:
    """Yield the entities that the tags make; the score is the probability of the weakest of them."""
    scores = np.round(chances[np.arange(len(tags)), tags], DIGITS).tolist()
    names = tags.tolist()
    first = 0
    for piece in pieces:
        end = first + len(piece.tokens)
        yield from _entities(piece.tokens, names[first:end], scores[first:end])
        first = end


def _entities(tokens: Sequence[Token], tags: Sequence[int], scores: Sequence[float]) -> Iterator[Entity]:
    number = 0
    while number < len(tokens):
        first, label = number, (tags[number] - 1) // 2
        number += 1
        if tags[first] == OUTSIDE:
            continue
        while number < len(tokens) and tags[number] == 2 + 2 * label:
            number += 1
        span = Span(tokens[first].start, tokens[number - 1].end)
        yield Entity(span, LABELS[label], min(scores[first:number]))
