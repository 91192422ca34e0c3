"""A training's state as bytes, to go on from after it was killed."""

from dataclasses import fields
from typing import IO

import torch

from .fit import State


def write_state(state: State, file: IO[bytes]) -> None:
    """Write the state to an open file."""
    torch.save({field.name: getattr(state, field.name) for field in fields(state)}, file)


def read_state(file: IO[bytes]) -> State:
    """Return the state that an open file holds; it can hold numbers and tensors, never code."""
    return State(**torch.load(file, weights_only=True))
