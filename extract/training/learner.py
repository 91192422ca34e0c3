"""Sentences in, a tagger out: the net, its tables and its training together."""

import io
from collections.abc import Iterator, Sequence

import numpy as np
import torch

from .checkpoint import read_state, write_state
from .examples import Example
from .export import arrays_of
from .fit import Plan, State, fit
from .net import TaggerNet
from .vectors import Vectors
from .vocabulary import tables_of

__all__ = ["Learner", "Plan", "State", "read_state", "write_state"]


class Learner:
    """A net over the vocabulary of the sentences it first learns from."""

    def __init__(self, examples: Sequence[Example], vectors: Vectors, *, seed: int, threads: int) -> None:
        torch.set_num_threads(threads)
        torch.manual_seed(seed)
        self.tables = tables_of(examples, vectors)
        rows = (torch.from_numpy(self.tables.vectors), torch.from_numpy(self.tables.own_row))
        self.net = TaggerNet(self.tables.vocabulary, *rows)

    def learn(
        self, examples: Sequence[Example], *, plan: Plan, state: State | None = None
    ) -> Iterator[State]:
        """Yield the state after each epoch; go on from a given one."""
        yield from fit(self.net, examples, vocabulary=self.tables.vocabulary, plan=plan, state=state)

    def weights(self) -> bytes:
        """Return the file that `load_tagger` reads: the same weights give the same bytes."""
        file = io.BytesIO()
        np.savez_compressed(file, allow_pickle=False, **arrays_of(self.net, self.tables.vocabulary))
        return file.getvalue()

    def learnt(self) -> dict[str, torch.Tensor]:
        """Return a copy of the weights, to return to."""
        return {name: value.clone() for name, value in self.net.state_dict().items()}

    def restore(self, learnt: dict[str, torch.Tensor]) -> None:
        """Return to weights that `learnt` gave."""
        self.net.load_state_dict(learnt)
