"""A model that PyTorch runs."""

import hashlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import numpy as np
import torch
from transformers import AutoModelForTokenClassification
from transformers.utils import logging

from schema import SettingsError

from ..grouping import Floats
from .opening import opened
from .tagger import Net


def open_net(name: str, config: Any, *, hint: str = "") -> tuple[Net, str]:
    """Return the net and a digest of its weights; weights that the model lacks are a SettingsError."""
    with _quiet():
        model, told = opened(
            name,
            lambda: AutoModelForTokenClassification.from_pretrained(
                name, config=config, dtype=torch.float32, output_loading_info=True, trust_remote_code=False
            ),
            hint=hint,
        )
    if missing := sorted(told["missing_keys"]):
        raise SettingsError(
            f"ner: {name}: expected the weights of a token-classification model, got none for "
            f"{', '.join(missing[:3])}; fine-tune it for names first, or name one that is"
        )
    model.eval()

    def net(ids: Sequence[int]) -> Floats:
        with _one_thread(), torch.inference_mode():
            numbers = torch.tensor([ids])
            logits = model(input_ids=numbers, attention_mask=torch.ones_like(numbers)).logits
        return np.asarray(logits[0].numpy(), np.float32)

    return net, _digest(model)


def _digest(model: Any) -> str:
    digest = hashlib.sha256(f"torch {torch.__version__}".encode())
    for name, weights in sorted(model.state_dict().items()):
        digest.update(name.encode())
        digest.update(weights.contiguous().numpy())
    return digest.hexdigest()


@contextmanager
def _one_thread() -> Iterator[None]:
    """Run on one thread: how a sum is shared among threads decides its last bits."""
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    try:
        yield
    finally:
        torch.set_num_threads(before)


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep the library's bars and reports from the terminal: what matters becomes an error."""
    bars, level = logging.is_progress_bar_enabled(), logging.get_verbosity()
    logging.disable_progress_bar()
    logging.set_verbosity_error()
    try:
        yield
    finally:
        logging.set_verbosity(level)
        if bars:
            logging.enable_progress_bar()
