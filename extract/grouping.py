"""Sentences of similar length, to be read token by token at once."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from .features import Ids

Floats = NDArray[np.float32]

GROUP = 32  # sentences read at once: bounds the memory


class Group(NamedTuple):
    """Some sentences, the longest first.

    Of each token: its row among all, its place among the group's sentences, and its step from the left and
    from the right; of each step, how many sentences are as long.
    """

    rows: Ids
    places: Ids
    steps: tuple[Ids, Ids]
    alive: Sequence[int]


def groups_of(lengths: Ids) -> Iterator[Group]:
    """Yield the sentences of these lengths, whose tokens are rows one after the other, in groups of GROUP."""
    starts = np.cumsum(lengths) - lengths
    order = np.argsort(-lengths, kind="stable")
    for first in range(0, len(order), GROUP):
        chosen = order[first : first + GROUP]
        sizes = lengths[chosen]
        places = np.repeat(np.arange(len(chosen)), sizes)
        left = np.arange(len(places)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
        yield Group(
            rows=starts[chosen][places] + left,
            places=places,
            steps=(left, sizes[places] - 1 - left),
            alive=[int(np.count_nonzero(sizes > step)) for step in range(int(sizes[0]))],
        )
