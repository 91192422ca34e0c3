"""How probable each tag of each token is once its neighbours are asked: a chain read from both ends."""

import numpy as np
from numpy.typing import NDArray

from .features import Ids
from .grouping import GROUP, Floats, Group, groups_of

Probabilities = NDArray[np.float64]

LOWEST = -60.0  # nothing is less probable than exp(LOWEST) times the best, so that no sum is nothing


def probabilities(emissions: Floats, lengths: Ids, *, transitions: Floats) -> Probabilities:
    """Return a row a token, a column a tag, each row summing to 1.

    The first row of `transitions` tells how a sentence may begin, the others what may follow each tag.
    """
    result = np.empty(emissions.shape, np.float64)
    chances = emissions.astype(np.float64)
    chances = np.exp(np.maximum(chances - chances.max(axis=1, keepdims=True), LOWEST))
    factors = np.exp(transitions.astype(np.float64))
    for group in groups_of(lengths):
        _fill(result, chances, group, factors=factors)
    return result


def _fill(result: Probabilities, chances: Probabilities, group: Group, *, factors: Probabilities) -> None:
    """Fill in the rows of a group; always with GROUP sentences, so that all are rounded alike."""
    size = (len(group.alive), GROUP, chances.shape[1])
    steps, places, follow = group.steps[0], group.places, factors[1:]
    here, forward, backward = np.ones(size), np.ones(size), np.ones(size)
    here[steps, places] = chances[group.rows]
    forward[0] = here[0] * factors[0]
    for step in range(1, size[0]):
        forward[step] = _scaled((forward[step - 1] @ follow) * here[step])
    for step in range(size[0] - 2, -1, -1):
        alive = group.alive[step + 1]
        backward[step, :alive] = _scaled((here[step + 1] * backward[step + 1]) @ follow.T)[:alive]
    result[group.rows] = _scaled(forward * backward)[steps, places]


def _scaled(values: Probabilities) -> Probabilities:
    scaled: Probabilities = values / np.add.reduce(values, axis=-1, keepdims=True)
    return scaled
