"""A model that onnxruntime runs: model.onnx, as `optimum-cli export onnx` and torch.onnx write it."""

import hashlib
from collections.abc import Sequence
from typing import Any

import numpy as np
import onnxruntime
from onnxruntime.capi import onnxruntime_pybind11_state as states

from schema import SettingsError

from ..grouping import Floats
from .opening import file_of
from .tagger import Net

WRONG = (
    *(states.Fail, states.InvalidArgument, states.InvalidGraph, states.InvalidProtobuf, states.NoSuchFile),
    *(states.NotImplemented, states.RuntimeException),
)
INPUTS = {"input_ids", "attention_mask", "token_type_ids"}
WEIGHTS = ("model.onnx_data", "model.onnx.data")  # where exporters put what a file of 2 GB cannot hold


def open_net(name: str, path: str, *, count: int) -> tuple[Net, str]:
    """Return the net and a digest of its files; a file of another kind is a SettingsError."""
    beside = [found for file in WEIGHTS if (found := file_of(name, file))]
    session = _session(path)
    inputs = {given.name: given.shape for given in session.get_inputs()}
    fixed = [size for shape in inputs.values() for size in shape[1:] if isinstance(size, int)]
    if not {"input_ids"} <= inputs.keys() <= INPUTS or fixed:
        raise SettingsError(
            f"ner: {path}: expected inputs among {', '.join(sorted(INPUTS))} of any length, got {inputs}; "
            "export it with dynamic axes, or take the file away to run it by PyTorch"
        )

    def net(ids: Sequence[int]) -> Floats:
        numbers = np.array([ids], np.int64)
        known = {
            "input_ids": numbers,
            "attention_mask": np.ones_like(numbers),
            "token_type_ids": np.zeros_like(numbers),
        }
        return np.asarray(session.run(None, {given: known[given] for given in inputs})[0][0], np.float32)

    shape = session.get_outputs()[0].shape
    if len(shape) != 3 or (isinstance(shape[-1], int) and shape[-1] != count):
        raise SettingsError(
            f"ner: {path}: expected scores of {count} labels as its first output, got the shape {shape}; "
            "export it together with its config.json"
        )
    return net, _digest([path, *beside])


def _session(path: str) -> Any:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    try:
        return onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])
    except WRONG as error:
        raise SettingsError(
            f"ner: {path}: expected an ONNX model, got: {' '.join(str(error).split())}; export it again, "
            "or take the file away to run the weights beside it by PyTorch"
        ) from error


def _digest(paths: Sequence[str]) -> str:
    digest = hashlib.sha256(f"onnxruntime {onnxruntime.__version__}".encode())
    for path in paths:
        with open(path, "rb") as file:  # noqa: PTH123 -- the library says where a file lies, as a string
            digest.update(hashlib.file_digest(file, "sha256").digest())
    return digest.hexdigest()
