from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.pairing import pair

Gains = list[dict[int, int]]


@pytest.mark.parametrize(
    ("gains", "pairs"),
    [
        pytest.param([], {}, id="nothing"),
        pytest.param([{}, {}], {}, id="no-pair"),
        pytest.param([{0: 5}], {0: 0}, id="one"),
        pytest.param([{0: 1, 1: 1}, {0: 1}], {0: 1, 1: 0}, id="the-first-gives-way"),
        pytest.param([{0: 1, 1: 1}, {1: 1, 2: 1}, {0: 1}], {0: 2, 1: 0, 2: 1}, id="a-chain-gives-way"),
        pytest.param([{0: 3}, {0: 5}, {0: 4}], {0: 1}, id="the-best-of-three"),
        pytest.param([{0: 9, 1: 8}, {0: 8, 1: 1}], {0: 1, 1: 0}, id="sum-before-best-pair"),
    ],
)
def test_pairs(gains: Gains, pairs: dict[int, int]) -> None:
    assert pair(gains) == pairs


def best(gains: Gains) -> int:
    rows = range(len(gains))
    seats = permutations(list(range(4)) + [-1] * len(gains), len(gains))
    return max(sum(gains[row].get(seat, 0) for row, seat in zip(rows, taken, strict=True)) for taken in seats)


@given(st.lists(st.dictionaries(st.integers(0, 3), st.integers(1, 20)), max_size=3))
def test_no_other_pairs_gain_more(gains: Gains) -> None:
    pairs = pair(gains)
    assert len(set(pairs.values())) == len(pairs)
    assert sum(gains[row][column] for column, row in pairs.items()) == best(gains)
