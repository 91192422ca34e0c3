"""konec's annotation as sandan wants it: twelve classes, and spans as KLUE and our guide cut them."""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources
from typing import NamedTuple

from schema import Span

NOTHING = "-"
# What konec counts as part of a day, a time or a quantity, and KLUE does not: 3시께, 5일부터, 총 100명.
LEADS = {
    "DT": ("약 ", "매년 ", "이르면 ", "대략 "),
    "TI": ("약 ", "지난 ", "이르면 "),
    "QT": (*("총 ", "무려 ", "시속 ", "최대 ", "최소 ", "전체 ", "모두 ", "평균 ", "매 ", "베스트 "),),
}
_AROUND = ("부터", "까지", "경", "께", "쯤", "가량", "만에", "정도")
TRAILS = {
    "DT": (*_AROUND, "까지는", "만", "이후", "이전", "사이", "이상", "이내", "무렵"),
    "TI": (*_AROUND, *("이후", "이전", "동안", "뒤", "후", "무렵", "사이", "안", "만", "이상")),
    "QT": ("가량", "정도", "이상", "이하", "미만", "만에", "쯤", "부터", "까지", "급", "에"),
}
FROM_TO = re.compile(r"(?:부터|에서) +")
RULED = re.compile(r" (?:정부|당국|경찰|검찰|법원|의회|국방부|국무부|외교부)")
SHORTEST = 2  # letters that stay when a trail is cut


class Named(NamedTuple):
    """A span and its class."""

    start: int
    end: int
    label: str

    @property
    def family(self) -> str:
        """Return KLUE's class: PS LC OG DT TI QT."""
        return self.label.partition("_")[0]

    @property
    def span(self) -> Span:
        """Return the place."""
        return Span(self.start, self.end)


@cache
def label_map() -> Mapping[str, str]:
    """Return sandan's label of each of konec's classes; NOTHING for what it does not want."""
    lines = resources.files(__package__).joinpath("labels.txt").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {row[0]: row[1] for row in rows}


def as_wanted(text: str, annotation: Iterable[Named]) -> list[Named]:
    """Return konec's entities in sandan's classes: 총 100명 as 100명, 서울 강남구 as one."""
    labels = label_map()
    entities = [Named(start, end, labels[label]) for start, end, label in sorted(annotation)]
    entities = [entity for entity in entities if entity.label != NOTHING]
    for step in (_split, _trim, _without_brackets):
        entities = [part for entity in entities for part in step(text, entity) if part.end > part.start]
    return [_with_ruler(text, entity) for entity in _joined(text, entities)]


def _split(text: str, entity: Named) -> list[Named]:
    match = FROM_TO.search(text, entity.start, entity.end) if entity.family in TRAILS else None
    if match is None:
        return [entity]
    return [entity._replace(end=match.start()), entity._replace(start=match.end())]


def _trim(text: str, entity: Named) -> list[Named]:
    start, end = entity.start, entity.end
    for lead in LEADS.get(entity.family, ()):
        if text.startswith(lead, start, end) and end - start > len(lead):
            start += len(lead)
    trails = sorted(TRAILS.get(entity.family, ()), key=len, reverse=True)
    while trail := next((trail for trail in trails if text.endswith(trail, start, end)), None):
        if end - start - len(trail) < SHORTEST:
            break
        end = start + len(text[start : end - len(trail)].rstrip(" "))
    return [entity._replace(start=start, end=end)]


def _without_brackets(text: str, entity: Named) -> list[Named]:
    surface = entity.span.of(text)
    if entity.family not in ("PS", "LC", "OG") or not surface.endswith(")") or "(" not in surface:
        return [entity]
    return [entity._replace(end=entity.start + len(surface[: surface.index("(")].rstrip(" ")))]


def _joined(text: str, entities: Iterable[Named]) -> list[Named]:
    joined: list[Named] = []
    for entity in entities:
        if joined and _joins(text, joined[-1], entity):
            joined[-1] = entity._replace(start=joined[-1].start)
        else:
            joined.append(entity)
    return joined


def _joins(text: str, left: Named, right: Named) -> bool:
    if text[left.end : right.start] not in ("", " "):
        return False
    if left.family == right.family == "DT" and text.startswith("이날", right.start):
        return False
    return (left.family == right.family and left.family in ("LC", "DT", "TI")) or (
        left.family == "LC" and right.family == "OG"
    )


def _with_ruler(text: str, entity: Named) -> Named:
    match = RULED.match(text, entity.end) if entity.label == "LC" else None
    return entity._replace(end=match.end(), label="OG_PUBLIC") if match else entity
