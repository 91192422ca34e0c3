"""Which of two lists' entries belong together, one to one."""

from collections import deque
from collections.abc import Mapping, Sequence


def pair(gains: Sequence[Mapping[int, int]]) -> dict[int, int]:
    """Return the row of each taken column, one to one, such that the gains sum highest.

    `gains[row][column]` is what a pair is worth; a column that a row does not name is none for it.
    """
    # A column of its own, worth nothing, is every row's way to stay alone.
    offers = [{**columns, ~row: 0} for row, columns in enumerate(gains)]
    holder: dict[int, int] = {}
    for row in range(len(offers)):
        _seat(row, offers=offers, holder=holder)
    return {column: row for column, row in sorted(holder.items()) if column >= 0}


def _seat(row: int, *, offers: Sequence[Mapping[int, int]], holder: dict[int, int]) -> None:
    """Give the row a column by the chain of moves that gains most, each mover taking the next one's place."""
    total = dict(offers[row])
    before: dict[int, int] = {}
    waiting = deque(total)
    while waiting:
        column = waiting.popleft()
        if column not in holder:
            continue
        left = total[column] - offers[holder[column]][column]
        for other, gain in offers[holder[column]].items():
            if other not in total or total[other] < left + gain:
                total[other], before[other] = left + gain, column
                waiting.append(other)
    column = max((column for column in total if column not in holder), key=total.__getitem__)
    while column in before:
        holder[column] = holder[before[column]]
        column = before[column]
    holder[column] = row
