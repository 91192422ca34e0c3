"""Sums that several have in the order of their names: 가나시와 다라은행이 각각 3억원, 2억원을 낸다."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from schema import Span

from .evidence import sentence_at
from .places import Place, places_in
from .scene import Around, Scene

MOST = 8  # sums in a row
REACH = 120  # letters before the first sum in which the names stand
ASIDE = r"(?:\([^()\n]{0,40}\))?"
# 150억, 80억원 / 150억원과 80억원 / 150억원(약 …), 80억원
BETWEEN_SUMS = re.compile(rf"(?:씩|어치|대|규모)?{ASIDE}(?:, ?|[와과] | 및 |[·ㆍ])(?:약 ?|총 ?|각각 ?)?")
# 가나시, 다라은행 / 가나시와 부품업체 다라정밀: no particle but the one that joins.
BETWEEN_NAMES = re.compile(rf"['’”\"]?{ASIDE}(?:, ?|[와과] | 및 |[·ㆍ])(?:[^,.\d·ㆍ\n]{{0,20}} )?['‘“\"]?")
# 가나와 다라가 은행에서 각각, not 가나와 다라가 만든 제품이 각각.
BEHIND_NAMES = re.compile(rf"{ASIDE}(?:은|는|이|가|도|측은|측이|에는|에서|에게|에|의|로부터|으로부터)? ?")
SUBJECT = re.compile(r"[가-힣’'”\"](?:이|가|은|는) ")
EACH = re.compile(r"(?:각각|각) ?(?:약 ?|총 ?|최대 ?)?\Z")
APIECE = re.compile(r" ?씩")


class Turn(NamedTuple):
    """Whose a sum of a row is: `place` has it, of the row's `named`; it is sum number `number`, from 0."""

    place: Place
    named: tuple[Place, ...]
    number: int


def turns_of(scene: Scene) -> dict[Span, Turn]:
    """Return whose each sum is that stands in a row, of which each of the named has one in order."""
    return {
        span: Turn(place, named, number)
        for row in _rows(scene)
        if (named := _named(scene, row))
        for number, (span, place) in enumerate(zip(row, named, strict=True))
    }


def told_of_one(near: Around, turn: Turn) -> Around:
    """Return what stands near a row's first sum, as if of the named the owner alone stood there.

    What shows who has that sum, 이 behind the last name and the verb behind the row, shows it of all sums.
    """
    stand_in = turn.place._replace(span=turn.named[-1].span)

    def alone(places: Sequence[Place]) -> list[Place]:
        return [
            stand_in if place == turn.named[-1] else place for place in places if place not in turn.named[:-1]
        ]

    return near._replace(inside=alone(near.inside), topics=alone(near.topics))


def _rows(scene: Scene) -> Iterator[Sequence[Span]]:
    """Yield the rows of sums of which it is said that each named has one."""
    text, row = scene.reading.text, list[Span]()
    for span in (*scene.amounts, None):
        if row and span is not None and BETWEEN_SUMS.fullmatch(text, row[-1].end, span.start):
            row.append(span)
            continue
        if 1 < len(row) <= MOST and _is_each(text, row):
            yield row
        row = [span] if span is not None else []


def _is_each(text: str, row: Sequence[Span]) -> bool:
    before = text[max(0, row[0].start - 12) : row[0].start]
    return EACH.search(before) is not None or APIECE.match(text, row[-1].end) is not None


def _named(scene: Scene, row: Sequence[Span]) -> tuple[Place, ...]:
    """Return as many names before the row, one beside the other; none if there are more or fewer."""
    start = max(sentence_at(scene.reading, row[0].start).start, row[0].start - REACH)
    text, named = scene.reading.text, list[Place]()
    for place in reversed(places_in(scene.places, Span(start, row[0].start))):
        if named and place.span.overlaps(named[-1].span):
            continue
        between = (place.span.end, named[-1].span.start) if named else None
        if not named and _has_another_subject(text, place.span.end, row[0].start):
            break
        if between and not BETWEEN_NAMES.fullmatch(text, *between):
            break
        named.append(place)
    names = {place.name for place in named}
    return tuple(reversed(named)) if len(named) == len(row) == len(names) else ()


def _has_another_subject(text: str, start: int, end: int) -> bool:
    behind = BEHIND_NAMES.match(text, start, end)
    return SUBJECT.search(text, behind.end() if behind else start, end) is not None
