"""A folder with model.onnx, run by onnxruntime."""

import subprocess
import sys
import warnings
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from extract import load_transformers
from schema import Document, SettingsError

REASON = "it needs the extras: make test-torch"
torch = pytest.importorskip("torch", reason=REASON)
pytest.importorskip("transformers", reason=REASON)
pytest.importorskip("onnxruntime", reason=REASON)


class Logits(torch.nn.Module):  # type: ignore[misc,name-defined]
    """A model that gives its scores alone."""

    def __init__(self, model: Any) -> None:
        super().__init__()
        self.model = model

    def forward(self, input_ids: Any, attention_mask: Any) -> Any:
        return self.model(input_ids=input_ids, attention_mask=attention_mask).logits


@pytest.fixture
def exported(tiny: SimpleNamespace, copied: Path) -> Path:
    """Give the folder with model.onnx in it."""
    numbers = torch.tensor([[2, 7, 8, 9, 10, 3]])
    long = {1: torch.export.Dim.DYNAMIC}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what the exporter says of itself
        torch.onnx.export(
            Logits(tiny.model).eval(),
            (numbers, torch.ones_like(numbers)),
            str(copied / "model.onnx"),
            input_names=["input_ids", "attention_mask"],
            output_names=["logits"],
            dynamic_shapes={"input_ids": long, "attention_mask": long},
            dynamo=True,
            verbose=False,
        )
    return copied


def test_it_says_what_torch_says(
    tiny: SimpleNamespace,
    exported: Path,
    one_sentence: Callable[[str], Document],
    invented: Callable[..., Any],
) -> None:
    by_torch = load_transformers(str(tiny.folder))
    (exported / "model.safetensors").unlink()
    by_onnx = load_transformers(str(exported))
    assert by_onnx.fingerprint != by_torch.fingerprint
    text, names = invented(30)
    entities = by_onnx.tag(one_sentence(text))
    assert [(entity.span, entity.label) for entity in entities] == names
    scores = [entity.score for entity in by_torch.tag(one_sentence(text))]
    assert [entity.score for entity in entities] == pytest.approx(scores, abs=2e-4)


WITHOUT_TORCH = """
import sys
from importlib.machinery import PathFinder

class Without(PathFinder):
    @classmethod
    def find_spec(cls, name, *rest):
        return None if name.partition(".")[0] == "torch" else super().find_spec(name, *rest)

sys.meta_path[sys.meta_path.index(PathFinder)] = Without
import extract
print(extract.load_transformers(sys.argv[1]).fingerprint)
"""


def test_it_needs_no_torch(exported: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT_TORCH, str(exported)], capture_output=True, text=True, check=False
    )
    assert done.stdout.startswith("transformers/1:"), done.stderr
    (exported / "model.onnx").unlink()
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT_TORCH, str(exported)], capture_output=True, text=True, check=False
    )
    assert "expected the library torch, found none; pip install" in done.stderr


def test_without_onnxruntime_the_weights_beside_it_are_run(
    tiny: SimpleNamespace, exported: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(sys.modules, "extract.pretrained.onnx_net", raising=False)
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    tagger = load_transformers(str(exported))
    assert tagger.fingerprint == load_transformers(str(tiny.folder)).fingerprint
    (exported / "model.safetensors").unlink()
    with pytest.raises(SettingsError, match=r'to run its model\.onnx: pip install "sandan\[onnx\]"'):
        load_transformers(str(exported))


def test_another_file_of_that_name_is_told(copied: Path) -> None:
    (copied / "model.onnx").write_bytes(b"no model")
    with pytest.raises(SettingsError, match=r"model\.onnx: expected an ONNX model, got: .*; export it again"):
        load_transformers(str(copied))


def test_a_file_of_a_fixed_length_is_told(tiny: SimpleNamespace, copied: Path) -> None:
    numbers = torch.tensor([[2, 7, 8, 9, 10, 3]])
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            Logits(tiny.model).eval(),
            (numbers, numbers),
            str(copied / "model.onnx"),
            dynamo=True,
            verbose=False,
        )
    with pytest.raises(SettingsError, match=r"of any length, got .*; export it with dynamic axes"):
        load_transformers(str(copied))
