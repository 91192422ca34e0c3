"""A long sentence as windows that share a part, and what a model says of them as one again."""

from collections.abc import Iterator, Sequence

import numpy as np

from ..features import Ids
from ..grouping import Floats

SHARED = 4  # a window shares one part in so many with the next: 128 pieces of 512, more than any name has


def windows_of(count: int, *, room: int) -> Iterator[range]:
    """Yield ranges of at most `room` that cover all pieces; the last is as wide as the others."""
    step = max(1, room - room // SHARED)
    start = 0
    while start + room < count:
        yield range(start, start + room)
        start += step
    yield range(max(0, min(start, count - room)), count)


def joined(windows: Sequence[range], chances: Sequence[Floats]) -> Floats:
    """Return the chances of all pieces, each from a window that sees it far from its edge."""
    if len(windows) == 1:
        return chances[0]
    parts, done = [], 0
    for number in range(len(windows) - 1):
        left, right = windows[number], windows[number + 1]
        seam = _seam(left, right, chances[number], chances[number + 1], after=done)
        parts.append(chances[number][done - left.start : seam - left.start])
        done = seam
    parts.append(chances[-1][done - windows[-1].start :])
    return np.concatenate(parts)


def _seam(left: range, right: range, before: Floats, behind: Floats, *, after: int) -> int:
    """Return where the right window takes over: where both see the same name go on, or none, near the middle.

    Of such places the one that leaves the fewest pieces on which they differ to the window that sees them
    nearer to its edge: a name cut off by an edge loses to the whole one.
    """
    ours = before.argmax(axis=1)[right.start - left.start :]
    theirs = behind.argmax(axis=1)[: len(ours)]
    start, middle = right.start, (right.start + left.stop) // 2
    differ = start + np.flatnonzero(ours != theirs)
    # Behind the last piece that both see, the left window knows of no name that goes on.
    agree = {left.stop, *(start + np.flatnonzero(_going_on(ours) == _going_on(theirs))).tolist()}

    def price(place: int) -> tuple[int, int]:
        misplaced = (differ >= min(place, middle)) & (differ < max(place, middle))
        return int(misplaced.sum()), abs(place - middle)

    return min((place for place in sorted(agree) if place >= after), key=price, default=middle)


def _going_on(tags: Ids) -> Ids:
    """Return the tag of each piece that goes on with the name before it, else 0: odd tags begin names."""
    same = (tags[1:] == tags[:-1]) | (tags[1:] == tags[:-1] + 1)
    return np.where(np.append(True, same) & (tags % 2 == 0), tags, 0)
