"""Lists of counts that say their noun once, at the end or before: `개발 5개, 개척 3개 등 8개 클러스터`."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from schema import CountWhat, Span

from .leads import State


class Counted(NamedTuple):
    """A number with its unit and, where it is known, what it counts.

    `state` tells whether it may borrow a noun, and `after` that its own noun follows.
    """

    span: Span
    value: int
    unit: str
    what: CountWhat | None
    state: State
    after: bool = False
    times: int = 1


# The letters between two numbers of one list, and how many a list has at the most.
GAP, LIST = 30, 24
# Where a sentence ends; the lines that a broadcaster breaks in mid-sentence end none.
BREAK = re.compile(r"[.!?][\"'”’)」]?\s|(?:다|요|까|죠)\n|\n\n|(?<=[”\"])\n")
TOTAL = re.compile(r"(?:등|모두|총|합쳐|합해) ?(?:총|모두)? ?약? ?$")


def are_listed(text: str, before: Counted, one: Counted) -> bool:
    """Tell whether two numbers with one unit stand in one list."""
    between = text[before.span.end : one.span.start]
    return len(between) <= GAP and before.unit == one.unit and not BREAK.search(between)


def backwards(text: str, counts: list[Counted]) -> list[Counted]:
    """Return the counts of a list whose noun stands at its end: `개발 5개, 개척 3개 등 8개 클러스터`."""
    carries = False
    for at in range(len(counts) - 1, 0, -1):
        one, before = counts[at], counts[at - 1]
        total = TOTAL.search(text, max(0, one.span.start - 8), one.span.start) is not None
        told = one.after and before.state in ("free", "told")
        carries = one.what is not None and (carries or total or told) and are_listed(text, before, one)
        if carries and before.what is None and before.state not in ("shut", "area"):
            counts[at - 1] = before._replace(what=one.what)
        carries = carries and counts[at - 1].what is not None
    return counts


def summed(text: str, found: list[Counted]) -> list[Counted]:
    """Return the counts with the nouns of lists that add up: `수도권 17개, 충청권 7개 등 총 24개`."""
    for at in range(1, len(found)):
        if (first := _sum_at(text, found, at)) is not None:
            of_parts = next((part.what for part in found[first:at] if part.what), None)
            what = found[at].what or of_parts
            found[first : at + 1] = [one._replace(what=one.what or what) for one in found[first : at + 1]]
    for at, total in enumerate(found):
        if total.what is not None and (last := _parted(found, at)) is not None:
            found[at + 1 : last + 1] = [one._replace(what=total.what) for one in found[at + 1 : last + 1]]
    return found


def _parted(found: Sequence[Counted], at: int) -> int | None:
    """Return where the list ends that adds up to the count at `at`: `81개다. 수도권 50개, 충청권 31개다.`"""
    left = found[at].value
    for last in range(at + 1, min(len(found), at + LIST)):
        left -= found[last].value * found[last].times
        near = found[last].span.start - found[last - 1].span.end <= GAP
        alike = found[last].unit == found[at + 1].unit
        if left < 0 or found[last].what or not (near and alike):
            return None
        if left == 0 and last > at + 1:
            return last
    return None


def _sum_at(text: str, found: Sequence[Counted], at: int) -> int | None:
    """Return where the list begins whose sum stands at `at`, told by `등` or `총` and by the addition."""
    total = found[at]
    if not TOTAL.search(text, max(0, total.span.start - 8), total.span.start):
        return None
    left = total.value
    for first in range(at - 1, max(-1, at - LIST), -1):
        left -= found[first].value * found[first].times
        if left < 0 or found[first + 1].span.start - found[first].span.end > GAP:
            return None
        if left == 0 and first < at - 1:
            return first
    return None
