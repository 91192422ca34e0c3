"""Long sentences in windows, and as one again: no name lost, none doubled."""

import itertools
from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.grouping import Floats
from extract.pretrained.windows import SHARED, joined, windows_of
from extract.tagset import TAGS


def chances_of(tags: Sequence[int]) -> Floats:
    chances = np.full((len(tags), TAGS), 0.01, np.float32)
    chances[np.arange(len(tags)), list(tags)] = 0.9
    return chances


@given(count=st.integers(0, 3000), room=st.integers(8, 512))
def test_windows_cover_all_and_share(count: int, room: int) -> None:
    windows = list(windows_of(count, room=room))
    assert {place for window in windows for place in window} == set(range(count))
    assert all(len(window) <= room for window in windows)
    assert len(windows) <= 1 + count // (room - room // SHARED)
    for left, right in itertools.pairwise(windows):
        assert left.stop - right.start >= room // SHARED
        assert len(right) == room


@st.composite
def sentences(draw: st.DrawFn) -> list[int]:
    """Give tags of names of one to five pieces, side by side or apart."""
    tags: list[int] = []
    for label, length, gap in draw(
        st.lists(st.tuples(st.integers(0, 2), st.integers(1, 5), st.integers(0, 4)), max_size=60)
    ):
        tags += [1 + 2 * label, *[2 + 2 * label] * (length - 1), *[0] * gap]
    return tags


@given(tags=sentences(), room=st.integers(24, 48), wrong=st.integers(0, 2))
def test_what_a_window_says_at_its_edge_gives_way(tags: list[int], room: int, wrong: int) -> None:
    windows = list(windows_of(len(tags), room=room))
    told = []
    for window in windows:
        seen = tags[window.start : window.stop]
        # A model that sees no name in the last pieces before an edge where the text goes on.
        if window.start and wrong:
            seen[:wrong] = [0] * wrong
        if window.stop < len(tags) and wrong:
            seen[-wrong:] = [0] * wrong
        told.append(chances_of(seen))
    assert joined(windows, told).argmax(axis=1).tolist() == tags


@pytest.mark.parametrize(
    ("left", "right", "wanted"),
    [
        # Windows 0–12 and 8–20; their middle is 10. A name of four pieces lies across it.
        pytest.param(
            {8: 1, 9: 2, 10: 2, 11: 2}, {8: 1, 9: 2, 10: 2, 11: 2}, {8: 1, 9: 2, 10: 2, 11: 2}, id="across"
        ),
        pytest.param({9: 1, 10: 2}, {9: 1, 10: 2, 11: 2}, {9: 1, 10: 2, 11: 2}, id="the right one sees more"),
        pytest.param({7: 1, 8: 2, 9: 2}, {8: 1, 9: 2}, {7: 1, 8: 2, 9: 2}, id="the right one comes too late"),
        pytest.param({11: 1}, {11: 1, 12: 2}, {11: 1, 12: 2}, id="the left one is cut off"),
    ],
)
def test_a_seam_runs_beside_names(
    left: dict[int, int], right: dict[int, int], wanted: dict[int, int]
) -> None:
    windows = [range(12), range(8, 20)]
    told = [
        chances_of([tags.get(n, 0) for n in window])
        for window, tags in zip(windows, (left, right), strict=True)
    ]
    assert joined(windows, told).argmax(axis=1).tolist() == [wanted.get(n, 0) for n in range(20)]


def test_a_name_without_end_does_no_harm() -> None:
    windows = list(windows_of(100, room=20))
    assert joined(windows, [chances_of([2] * len(window)) for window in windows]).shape == (100, TAGS)
