from pathlib import Path

import pytest

from pipelines.floors import Floors, complaints, falls, keep_floors, move, read_floors
from schema import GoldError

FLOORS = Floors(gold="d1", floors={"figures": 0.95, "figures.kind": 0.85})


@pytest.mark.parametrize(
    ("scores", "gold", "lines"),
    [
        pytest.param({"figures": 0.95, "figures.kind": 0.9}, "d1", [], id="all-hold"),
        pytest.param(
            {"figures": 0.9499, "figures.kind": 0.9},
            "d1",
            ["figures: 0.9499 is below its floor 0.9500"],
            id="below",
        ),
        pytest.param(
            {"figures": 0.95, "figures.kind": 0.9, "counts": 0.1},
            "d1",
            ["counts: no floor: set one with --raise"],
            id="without-floor",
        ),
        pytest.param({"figures": 0.95}, "d1", [], id="no-figure-found-so-no-kind"),
        pytest.param(
            {"figures": 1.0, "figures.kind": 1.0},
            "d2",
            ["the gold is not that of the floors: look at the scores, then set floors with --raise"],
            id="other-gold",
        ),
    ],
)
def test_complaints(scores: dict[str, float], gold: str, lines: list[str]) -> None:
    assert complaints(FLOORS, scores=scores, gold=gold) == lines


def test_floors_are_cut_off_and_hold_for_their_own_scores() -> None:
    scores = {"figures": 2 / 3 + 1 / 3, "counts": 2 / 3}
    floors = move(Floors(), scores=scores, gold="d1")
    assert floors == Floors("d1", {"figures": 1.0, "counts": 0.6666})
    assert complaints(floors, scores=scores, gold="d1") == []
    assert falls(floors, scores=scores) == {}


def test_raising_keeps_no_reason() -> None:
    raised = move(FLOORS, scores={"figures": 0.97, "figures.kind": 0.85}, gold="d1")
    assert raised == Floors("d1", {"figures": 0.97, "figures.kind": 0.85})


def test_lowering_goes_on_record() -> None:
    scores = {"figures": 0.9, "figures.kind": 0.99}
    assert falls(FLOORS, scores=scores) == {"figures": (0.95, 0.9)}
    once = move(FLOORS, scores=scores, gold="d2", reason="harder gold")
    twice = move(once, scores={"figures": 0.8}, gold="d2", reason="harder still")
    assert twice.floors == {"figures": 0.8, "figures.kind": 0.99}
    assert [entry["reason"] for entry in twice.lowered] == ["harder gold", "harder still"]
    assert twice.lowered[0]["floors"] == {"figures": (0.95, 0.9)}


def test_floors_are_read_as_they_were_written(tmp_path: Path) -> None:
    keep_floors(FLOORS, path=tmp_path / "floors.json")
    assert read_floors(tmp_path / "floors.json") == FLOORS


@pytest.mark.parametrize(
    ("content", "message"),
    [
        pytest.param(None, "cannot be read", id="missing"),
        pytest.param("{", "expected floors as --raise writes them", id="no-json"),
        pytest.param("{}", "expected floors as --raise writes them", id="no-gold"),
        pytest.param('{"gold": "", "floors": 1, "lowered": []}', "expected floors", id="no-floors"),
    ],
)
def test_wrong_floors_are_refused(tmp_path: Path, content: str | None, message: str) -> None:
    path = tmp_path / "floors.json"
    if content is not None:
        path.write_text(content, encoding="utf-8")
    with pytest.raises(GoldError, match=message):
        read_floors(path)
