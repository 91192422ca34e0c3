"""Texts with other names in them: firms and people of an annotated article replaced by invented ones."""

import random
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from importlib import resources

from .guidelines import Named, label_map

MIDDLE = (
    *("", "", "", "", "에스", "앤", "이", "원", "넷"),
    *("비", "케이", "씨", "텍", "로", "온", "바이오", "메카", "플러스"),
)
LATIN = "ABCDEGHIJKLMNPSTW"
TRIES = 20  # for a name with the right last letter


@cache
def parts(kind: str) -> tuple[str, ...]:
    """Return the parts of names of a kind, each as often as it is to be drawn."""
    lines = resources.files(__package__).joinpath("names.txt").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return tuple(word for of, word, times in rows if of == kind for _ in range(int(times)))


def company(chance: random.Random) -> str:
    """Return an invented firm's name: 세온정밀, 나노비테크, DK메디칼."""
    kind = chance.random()
    front, back, given = parts("front"), parts("back"), parts("given")
    if kind < 0.08:
        return "".join(chance.choices(LATIN, k=chance.choice((2, 2, 3)))) + chance.choice(back)
    if kind < 0.25:
        return "".join(chance.choices(given, k=chance.choice((2, 2, 3)))) + chance.choice(back)
    if kind < 0.45:
        return chance.choice(front) + chance.choice(given) + chance.choice(MIDDLE)
    if kind < 0.55:
        return chance.choice(front) + chance.choice(front)
    return chance.choice(front) + chance.choice(MIDDLE) + chance.choice(back)


def person(chance: random.Random) -> str:
    """Return an invented person's name: 감우현, 남궁솔."""
    given = chance.choices(parts("given"), k=1 if chance.random() < 0.04 else 2)
    return chance.choice(parts("surname")) + "".join(given)


INVENT: Mapping[str, Callable[[random.Random], str]] = {"OG_COMPANY": company, "PS": person}


def renamed(
    text: str, entities: Sequence[Named], *, chance: random.Random, share: float = 0.9
) -> tuple[str, list[Named]]:
    """Return the text with a share of its firms and people renamed, and the new spans."""
    labels = label_map()
    names: dict[tuple[str, str], str] = {}
    parts: list[str] = []
    moved: list[Named] = []
    position = shift = 0
    for entity in sorted(entities):
        surface = entity.span.of(text)
        name = surface
        label = labels.get(entity.label, entity.label)
        if label in INVENT:
            key = (label, surface)
            if key not in names:
                names[key] = _like(surface, label, chance) if chance.random() < share else surface
            name = names[key]
        parts += (text[position : entity.start], name)
        start = entity.start + shift
        moved.append(Named(start, start + len(name), entity.label))
        shift += len(name) - len(surface)
        position = entity.end
    return "".join([*parts, text[position:]]), moved


def _like(surface: str, label: str, chance: random.Random) -> str:
    """Return a name that takes the same form of particles, so that what follows stays right: 이/가."""
    for _ in range(TRIES):
        name = INVENT[label](chance)
        if _closed(name) == _closed(surface):
            break
    return name


def _closed(word: str) -> bool:
    return "가" <= word[-1] <= "힣" and (ord(word[-1]) - ord("가")) % 28 > 0
