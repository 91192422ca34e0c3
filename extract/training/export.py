"""The learned net as the arrays that ship."""

from collections.abc import Mapping

import numpy as np
import torch
from numpy.typing import NDArray

from ..features import Vocabulary
from .net import TaggerNet

Arrays = dict[str, NDArray[np.generic]]

GATES = (0, 1, 3, 2)  # PyTorch's in, keep, news, show as in, keep, show, news
HALVED = 3  # of these: their sigmoid is reckoned as a tanh of the half
ONE_BYTE = 127


def arrays_of(net: TaggerNet, vocabulary: Vocabulary) -> Arrays:
    """Return names and weights: morphemes in one byte a number, the rest in two."""
    net.eval()
    with torch.no_grad():
        known = net.project(net.vectors) + net.own(net.own_row)
        patterns = net.patterns.weight.permute(2, 1, 0)
        weights = {
            "tags": net.tags.weight,
            "shapes": net.shapes.weight,
            "letters": net.letters.weight,
            "patterns": patterns,
            "patterns.bias": net.patterns.bias,
            **_dense("leave", net.leave),
            **_dense("out", net.out),
            "transitions": net.chain.transitions(),
        }
        arrays: Arrays = {name: value.numpy().astype(np.float16) for name, value in weights.items()}
    arrays |= {name: value.astype(np.float16) for name, value in _memory(net).items()}
    scale = np.abs(known.numpy()).max(axis=1) / ONE_BYTE
    arrays["morphemes"] = np.round(known.numpy() / scale[:, None]).astype(np.int8)
    arrays["scale"] = scale.astype(np.float16).astype(np.float32)
    arrays["names.morphemes"] = _names(vocabulary.morphemes)
    arrays["names.tags"] = _names(vocabulary.tags)
    arrays["names.letters"] = _names(vocabulary.letters)
    return arrays


def _dense(name: str, layer: torch.nn.Linear) -> Mapping[str, torch.Tensor]:
    return {f"{name}.weight": layer.weight.T, f"{name}.bias": layer.bias}


def _memory(net: TaggerNet) -> dict[str, NDArray[np.float32]]:
    inputs, backs, biases = [], [], []
    for side in (net.left, net.right):
        inputs.append(_gates(side.weight_ih_l0))
        backs.append(_gates(side.weight_hh_l0))
        biases.append(_gates(side.bias_ih_l0 + side.bias_hh_l0))
    return {
        "gates.weight": np.concatenate(inputs).T,
        "gates.bias": np.concatenate(biases),
        "back": np.stack([back.T for back in backs]),
    }


def _gates(weights: torch.Tensor) -> NDArray[np.float32]:
    parts = np.split(weights.detach().numpy(), 4)
    halves = (0.5,) * HALVED + (1.0,)
    return np.concatenate([parts[gate] * half for gate, half in zip(GATES, halves, strict=True)])


def _names(rows: Mapping[str, int]) -> NDArray[np.uint8]:
    """Return the names as lines of UTF-8, a blank one for each row before the first."""
    blank = "\n" * min(rows.values())
    return np.frombuffer((blank + "\n".join(rows)).encode(), np.uint8)
