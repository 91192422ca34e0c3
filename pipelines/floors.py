"""The scores that must not fall: `floors.json` beside the gold, raised by command, lowered with a reason."""

import json
import math
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from schema import GoldError

# Floors are cut off after the fourth digit, so that no score is below the floor it set.
_DIGITS = 10_000


@dataclass(frozen=True, slots=True)
class Floors:
    """The least score of each type (`figures`) and attribute (`figures.kind`) on the gold of this digest.

    `lowered` keeps every reason ever given, with the floors before and after.
    """

    gold: str = ""
    floors: Mapping[str, float] = field(default_factory=dict)
    lowered: tuple[Mapping[str, Any], ...] = ()


def read_floors(path: Path) -> Floors:
    """Return the floors in the file, or raise GoldError."""
    try:
        held = json.loads(path.read_text("utf-8"))
        return Floors(gold=held["gold"], floors=dict(held["floors"]), lowered=tuple(held["lowered"]))
    except OSError as error:
        raise GoldError(f"{path}: cannot be read: {error.strerror}; set floors with --raise") from error
    except (ValueError, KeyError, TypeError) as error:
        raise GoldError(f"{path}: expected floors as --raise writes them, found an error: {error}") from error


def keep_floors(floors: Floors, *, path: Path) -> None:
    """Write the floors, sorted by name."""
    path.write_text(json.dumps(asdict(floors), ensure_ascii=False, indent=1, sort_keys=True) + "\n", "utf-8")


def complaints(floors: Floors, *, scores: Mapping[str, float], gold: str) -> list[str]:
    """Return a line for each thing that speaks against the scores, none where all floors hold."""
    if gold != floors.gold:
        return ["the gold is not that of the floors: look at the scores, then set floors with --raise"]
    floorless = [f"{name}: no floor: set one with --raise" for name in scores if name not in floors.floors]
    return floorless + [
        f"{name}: {scores[name]:.4f} is below its floor {floor:.4f}"
        for name, floor in floors.floors.items()
        # An attribute of what was never found has no score; the floor of its type tells.
        if name in scores and scores[name] < floor
    ]


def falls(floors: Floors, *, scores: Mapping[str, float]) -> dict[str, tuple[float, float]]:
    """Return the floors that these scores would lower: as they are, and as they would be."""
    return {
        name: (floor, _cut(scores[name]))
        for name, floor in floors.floors.items()
        if name in scores and _cut(scores[name]) < floor
    }


def move(floors: Floors, *, scores: Mapping[str, float], gold: str, reason: str | None = None) -> Floors:
    """Return the floors set to these scores, with the reason on record if one of them falls."""
    fallen = falls(floors, scores=scores)
    return replace(
        floors,
        gold=gold,
        floors={**floors.floors, **{name: _cut(score) for name, score in scores.items()}},
        lowered=floors.lowered + (({"reason": reason, "floors": fallen},) if fallen else ()),
    )


def _cut(score: float) -> float:
    return math.floor(score * _DIGITS) / _DIGITS
