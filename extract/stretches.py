"""What stands in a stretch of the text, of things that are in the text's order."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from typing import TypeVar

from schema import Span

Thing = TypeVar("Thing")


def beginning_in(things: Sequence[Thing], stretch: Span, start: Callable[[Thing], int]) -> Sequence[Thing]:
    """Return the things that begin in a stretch; `start` tells where one begins, in code points."""
    first = bisect_left(things, stretch.start, key=start)
    return things[first : bisect_left(things, stretch.end, lo=first, key=start)]
