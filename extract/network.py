"""The tagger's net in NumPy: what speaks for each tag of each token."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from .features import Features, Ids
from .grouping import Floats, Group, groups_of

# Rows that go through a matrix at once. BLAS rounds by the number of rows it is given: a fixed number makes a
# sentence's result independent of what else is asked.
ROWS = 64
STEP_ROWS = 4  # the same where the net goes from token to token, and the shorter sentences end first

HALF = np.float32(0.5)


class Dense(NamedTuple):
    """A matrix (input, output) and a bias."""

    weight: Floats
    bias: Floats


@dataclass(frozen=True, slots=True)
class Net:
    """The weights. `morphemes` is kept in whole numbers, times `scale` a row: it is nearly all of the model.

    `letters` holds what each letter says as the one before a place, at it, and after it. `gates` are a
    memory's in, keep, show and news, from the left and from the right, and `back` what it says to them.
    """

    morphemes: NDArray[np.int8]
    scale: Floats
    tags: Floats
    shapes: Floats
    letters: Floats
    letters_bias: Floats
    gates: Dense
    back: Floats
    leave: Dense
    out: Dense
    transitions: Floats


def emissions(net: Net, features: Features) -> Floats:
    """Return a row a token, a column a tag: how much speaks for it, before its neighbours are asked."""
    known = net.morphemes[features.morphemes] * net.scale[features.morphemes][:, None]
    spelt = _spellings(net, features)[features.surfaces]
    inputs = np.concatenate((known, spelt, net.tags[features.tags], net.shapes[features.shapes]), axis=1)
    gates = dense(inputs, net.gates)
    memory = np.empty((len(features.tokens), 2 * net.back.shape[1]), np.float32)
    for group in groups_of(features.lengths):
        _read(gates, features.tokens[group.rows], net.back, memory, group=group)
    return dense(swish(dense(memory, net.leave)), net.out)


def shares(emissions: Floats) -> Floats:
    """Return how much of all that speaks for tags of a token speaks for each, its neighbours not asked.

    What the chain of tags makes of it (forward and backward over a sentence) is as good a sign of a company
    and takes a millisecond an article more.
    """
    result: Floats = np.exp(emissions - emissions.max(axis=1, keepdims=True))
    result /= result.sum(axis=1, keepdims=True)
    return result


def dense(inputs: Floats, layer: Dense) -> Floats:
    """Return inputs times weight plus bias, in blocks of ROWS."""
    count, width = inputs.shape
    padded = np.zeros((-(-count // ROWS) * ROWS, width), np.float32)
    padded[:count] = inputs
    outputs = np.empty((len(padded), layer.weight.shape[1]), np.float32)
    for start in range(0, len(padded), ROWS):
        np.matmul(padded[start : start + ROWS], layer.weight, out=outputs[start : start + ROWS])
    outputs += layer.bias
    return outputs[:count]


def swish(values: Floats) -> Floats:
    """Return x times sigmoid(x); by tanh, which cannot overflow."""
    result: Floats = values * (HALF * np.tanh(HALF * values) + HALF)
    return result


def _spellings(net: Net, features: Features) -> Floats:
    """Return a row a spelling: the strongest answer of each pattern of three letters in it."""
    letters, starts = features.letters, features.letter_starts
    before, at, after = net.letters[letters].transpose(1, 0, 2)
    total = at + net.letters_bias
    first = np.zeros(len(letters), bool)
    first[starts] = True
    inside = ~first[1:, None]
    total[1:] += before[:-1] * inside
    total[:-1] += after[1:] * inside
    return swish(np.maximum.reduceat(total, starts, axis=0))


def _read(gates: Floats, tokens: Ids, back: Floats, memory: Floats, *, group: Group) -> None:
    """Fill in what a long short-term memory shows at each of the group's tokens, read from both sides."""
    sides, width = back.shape[:2]
    blocks = -(-group.alive[0] // STEP_ROWS)
    told = np.zeros((len(group.alive), sides, blocks * STEP_ROWS, 4 * width), np.float32)
    shown = np.zeros((len(group.alive), sides, blocks * STEP_ROWS, width), np.float32)
    for side, steps in enumerate(group.steps):
        columns = slice(side * 4 * width, (side + 1) * 4 * width)
        told[steps, side, group.places] = gates[tokens, columns]
    _step(told, shown, back, alive=group.alive)
    for side, steps in enumerate(group.steps):
        memory[group.rows, side * width : (side + 1) * width] = shown[steps, side, group.places]


def _step(told: Floats, shown: Floats, back: Floats, *, alive: Sequence[int]) -> None:
    sides, width = back.shape[:2]
    kept = np.zeros(shown.shape[1:], np.float32)
    for step, count in enumerate(alive):
        rows = -(-count // STEP_ROWS) * STEP_ROWS
        sums = told[step, :, :rows]
        if step:
            before = shown[step - 1, :, :rows].reshape(sides, -1, STEP_ROWS, width)
            sums += np.matmul(before, back[:, None]).reshape(sums.shape)
        gates = np.tanh(sums, out=sums)
        # The weights of the three gates are halved when stored: sigmoid(x) is (tanh(x/2) + 1) / 2.
        opened = gates[..., : 3 * width]
        opened *= HALF
        opened += HALF
        news = gates[..., 3 * width :]
        kept = opened[..., width : 2 * width] * kept[:, :rows]
        kept += opened[..., :width] * news
        shown[step, :, :rows] = opened[..., 2 * width :] * np.tanh(kept)
