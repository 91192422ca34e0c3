"""What gets a row of its own in the net's tables."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ..features import UNKNOWN, Vocabulary
from .examples import Example
from .vectors import Vectors

# A morpheme seen as often learns a row beside Kiwi's vector, a letter seen as often a row at all.
OFTEN_MORPHEME, OFTEN_LETTER = 4, 3


class Tables(NamedTuple):
    """The vocabulary; each morpheme's vector, nothing for those that Kiwi has none of; its own row, or 0."""

    vocabulary: Vocabulary
    vectors: NDArray[np.float32]
    own_row: NDArray[np.int64]


def tables_of(examples: Sequence[Example], vectors: Vectors) -> Tables:
    """Return the vocabulary of the examples and of Kiwi."""
    tokens = [token for example in examples for token in example.piece.tokens]
    seen = Counter(f"{token.form}/{token.tag}" for token in tokens)
    often = {name for name, count in seen.items() if count >= OFTEN_MORPHEME and "\n" not in name}
    extra = sorted(often - set(vectors.names))
    morphemes = [*vectors.names, *extra]
    rows = np.zeros((2 + len(morphemes), vectors.rows.shape[1]), np.float32)
    rows[2 : 2 + len(vectors.names)] = vectors.rows
    own = np.array([0, 0, *(name in often for name in morphemes)], np.int64)
    letters = Counter(
        letter for e in examples for t in e.piece.tokens for letter in e.piece.text[t.start : t.end]
    )
    frequent = sorted(x for x, count in letters.items() if count >= OFTEN_LETTER and x != "\n")
    return Tables(
        Vocabulary(
            morphemes={name: 2 + number for number, name in enumerate(morphemes)},
            tags={tag: 1 + number for number, tag in enumerate(sorted({token.tag for token in tokens}))},
            letters={letter: UNKNOWN + 1 + number for number, letter in enumerate(frequent)},
        ),
        rows,
        own.cumsum() * own,
    )
