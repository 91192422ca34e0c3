"""The most probable sequence of tags of each sentence."""

from collections.abc import Sequence

import numpy as np

from .features import Ids
from .grouping import Floats, Group, groups_of


def best_tags(emissions: Floats, lengths: Ids, *, transitions: Floats) -> Ids:
    """Return a tag a token: the sequence that emissions and transitions together speak most for.

    Against the most probable tag of each token by itself it gains a quarter of a point of F1 on both
    development sets: names stay whole.
    """
    tags = np.empty(len(emissions), np.int64)
    for group in groups_of(lengths):
        _fill(tags, emissions, group, transitions=transitions)
    return tags


def _fill(tags: Ids, emissions: Floats, group: Group, *, transitions: Floats) -> None:
    steps, places, follow = group.steps[0], group.places, transitions[1:]
    # What speaks for each tag at each step, and then for the best way that leads there.
    best = np.zeros((len(group.alive), group.alive[0], emissions.shape[1]), np.float32)
    best[steps, places] = emissions[group.rows]
    best[0] += transitions[0]
    for step in range(1, len(group.alive)):
        alive = group.alive[step]
        best[step, :alive] += (best[step - 1, :alive, :, None] + follow).max(axis=1)
    path = _ways_back(best, follow.T, alive=group.alive)
    tags[group.rows] = path[steps, places]


def _ways_back(best: Floats, before: Floats, *, alive: Sequence[int]) -> Ids:
    """Return the tag at each step of each sentence, from its last one back."""
    path = np.zeros(best.shape[:2], np.int64)
    going = 0
    for step in range(len(alive) - 1, -1, -1):
        if going:
            path[step, :going] = (best[step, :going] + before[path[step + 1, :going]]).argmax(axis=1)
        path[step, going : alive[step]] = best[step, going : alive[step]].argmax(axis=1)
        going = alive[step]
    return path
