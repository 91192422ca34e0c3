"""Tokens as the numbers that the tagger's net looks up."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .tokens import Piece

Ids = NDArray[np.int64]

NOTHING, EDGE, UNKNOWN = (
    0,
    1,
    2,
)  # rows of the table of letters: padding, begin or end of a token, a rare letter
LONGEST_SURFACE = 12  # letters of a token that are looked at
LONGEST_SHAPE = 6
SHAPES = 4 * (LONGEST_SHAPE + 1)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What has a row of its own in the tables: morphemes (`구미/NNP`), tags, letters."""

    morphemes: Mapping[str, int]
    tags: Mapping[str, int]
    letters: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Features:
    """The tokens of some sentences, one after the other, those that look alike being one row.

    `lengths` are those of the sentences, `tokens` the row of each token. `surfaces` are rows of `letters`,
    where every spelling stands once: its letters between two edges, and `letter_starts` is where each begins.
    """

    lengths: Ids
    tokens: Ids
    morphemes: Ids
    tags: Ids
    shapes: Ids
    surfaces: Ids
    letters: Ids
    letter_starts: Ids


def features_of(pieces: Sequence[Piece], *, vocabulary: Vocabulary) -> Features:
    """Return what the net looks up for the tokens of these sentences."""
    rows: dict[tuple[str, str, str, bool, bool], int] = {}
    tokens = []
    for text, piece in pieces:
        end_before = -1
        for start, end, form, tag, unknown in piece:
            look = (form, tag, text[start:end], start != end_before, unknown)
            tokens.append(rows.setdefault(look, len(rows)))
            end_before = end
    spellings: dict[str, int] = {}
    for _, _, surface, _, _ in rows:
        spellings.setdefault(surface[:LONGEST_SURFACE], len(spellings))
    letters, starts = _letters(spellings, vocabulary.letters)
    columns = (
        [len(piece.tokens) for piece in pieces],
        tokens,
        [vocabulary.morphemes.get(f"{form}/{tag}", 1) for form, tag, _, _, _ in rows],
        [vocabulary.tags.get(tag, 0) for _, tag, _, _, _ in rows],
        [shape_of(len(s), spaced=spaced, unknown=unknown) for _, _, s, spaced, unknown in rows],
        [spellings[surface[:LONGEST_SURFACE]] for _, _, surface, _, _ in rows],
        letters,
        starts,
    )
    return Features(*(np.array(column, np.int64) for column in columns))


def shape_of(length: int, *, spaced: bool, unknown: bool) -> int:
    """Return one number for a token's length, a space before it, and whether it was guessed."""
    return (min(length, LONGEST_SHAPE) * 2 + spaced) * 2 + unknown


def _letters(spellings: Mapping[str, int], rows: Mapping[str, int]) -> tuple[list[int], list[int]]:
    letters: list[int] = []
    starts: list[int] = []
    for spelling in spellings:
        starts.append(len(letters))
        letters.append(EDGE)
        letters.extend([rows.get(letter, UNKNOWN) for letter in spelling])
        letters.append(EDGE)
    return letters, starts
