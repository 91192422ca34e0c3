"""The tagger's net in PyTorch, as it learns; `extract/network.py` is what it becomes."""

from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from ..features import EDGE, SHAPES, UNKNOWN, Features, Vocabulary
from ..tagset import TAGS
from .chain import Chain
from .guidelines import label_map

WIDTH = 128
LETTER, TAG, SHAPE = 48, 24, 12
FINE = 1 + 2 * len(label_map())
# By experiment on konec's development part: less dropout overfits within six epochs.
DROP_INPUT, DROP_HIDDEN, DROP_LETTER = 0.35, 0.3, 0.2
# Names are rare or new: letters and morphemes are hidden now and then, so that the net learns to do without.
HIDE_LETTER, HIDE_VECTOR, HIDE_MORPHEME = 0.03, 0.05, 0.15


@dataclass(frozen=True, slots=True)
class Batch:
    """Features with the places that make them a table: sentences down, tokens across."""

    features: dict[str, Tensor]
    index: Tensor
    reverse: Tensor
    mask: Tensor


def batch_of(features: Features) -> Batch:
    """Return the features as tensors; `index` leads from sentence and token to a row."""
    lengths = torch.from_numpy(features.lengths)
    places = torch.arange(int(lengths.max()))[None]
    mask = places < lengths[:, None]
    index = (lengths.cumsum(0) - lengths)[:, None] + torch.minimum(places, lengths[:, None] - 1)
    names = ("morphemes", "tags", "shapes", "surfaces")
    columns = {name: torch.from_numpy(getattr(features, name)[features.tokens]) for name in names}
    columns["letters"] = torch.from_numpy(_table(features))
    return Batch(columns, index, torch.where(mask, lengths[:, None] - 1 - places, places), mask)


def _table(features: Features) -> np.ndarray[tuple[int, ...], np.dtype[np.int64]]:
    sizes = np.diff(features.letter_starts, append=len(features.letters))
    table = np.zeros((len(sizes), int(sizes.max())), np.int64)
    table[np.arange(table.shape[1])[None] < sizes[:, None]] = features.letters
    return table


class TaggerNet(nn.Module):
    """Letters and morphemes of each token, a memory from both sides, a chain over the tags."""

    vectors: Tensor
    own_row: Tensor

    def __init__(self, vocabulary: Vocabulary, vectors: Tensor, own_row: Tensor) -> None:
        super().__init__()
        self.register_buffer("vectors", vectors, persistent=False)
        self.register_buffer("own_row", own_row, persistent=False)
        self.letters = nn.Embedding(UNKNOWN + 1 + len(vocabulary.letters), LETTER, padding_idx=0)
        self.patterns = nn.Conv1d(LETTER, WIDTH, 3, padding=1)
        self.project = nn.Linear(vectors.shape[1], WIDTH)
        self.own = nn.Embedding(int(own_row.max()) + 1, WIDTH, padding_idx=0)
        nn.init.normal_(self.own.weight, std=0.05)
        self.tags = nn.Embedding(1 + len(vocabulary.tags), TAG)
        self.shapes = nn.Embedding(SHAPES, SHAPE)
        inputs = 2 * WIDTH + TAG + SHAPE
        self.left = nn.LSTM(inputs, WIDTH, batch_first=True)
        self.right = nn.LSTM(inputs, WIDTH, batch_first=True)
        self.leave = nn.Linear(2 * WIDTH, WIDTH)
        self.out = nn.Linear(WIDTH, TAGS)
        self.fine = nn.Linear(WIDTH, FINE)
        self.chain = Chain()

    def forward(self, batch: Batch) -> tuple[Tensor, Tensor]:
        """Return emissions of sandan's tags and of the data's own."""
        columns, training = batch.features, self.training
        parts = (self._known(columns["morphemes"]), self._spelt(columns["letters"])[columns["surfaces"]])
        rows = torch.cat((*parts, self.tags(columns["tags"]), self.shapes(columns["shapes"])), -1)
        inputs = functional.dropout(rows, DROP_INPUT, training)[batch.index] * batch.mask[..., None]
        memory = functional.dropout(self._read(inputs, batch.reverse), DROP_INPUT, training)
        hidden = functional.dropout(functional.silu(self.leave(memory)), DROP_HIDDEN, training)
        return self.out(hidden), self.fine(hidden)

    def _read(self, inputs: Tensor, reverse: Tensor) -> Tensor:
        turned = inputs.gather(1, reverse[..., None].expand(-1, -1, inputs.shape[2]))
        right = self.right(turned)[0]
        return torch.cat(
            (self.left(inputs)[0], right.gather(1, reverse[..., None].expand(-1, -1, WIDTH))), -1
        )

    def _known(self, morphemes: Tensor) -> Tensor:
        vectors, own = self.project(self.vectors[morphemes]), self.own_row[morphemes]
        if self.training:
            vectors = vectors * (torch.rand(len(morphemes), 1) > HIDE_VECTOR)
            own = own * (torch.rand(len(morphemes)) > HIDE_MORPHEME)
        sum_: Tensor = vectors + self.own(own)
        return sum_

    def _spelt(self, letters: Tensor) -> Tensor:
        if self.training:
            hidden = (torch.rand(letters.shape) < HIDE_LETTER) & (letters > EDGE)
            letters = letters.masked_fill(hidden, UNKNOWN)
        rows = functional.dropout(self.letters(letters), DROP_LETTER, self.training)
        found = self.patterns(rows.transpose(1, 2)).masked_fill((letters == 0)[:, None], -1e4)
        return functional.silu(found.amax(2))
