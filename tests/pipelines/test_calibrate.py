import importlib.util
import json
import shutil
from pathlib import Path

import pytest

from extract import Linear
from pipelines.calibrate import text_of
from pipelines.questions import Chosen, Example

ROOT = Path(__file__).parents[2]
needs_sklearn = pytest.mark.skipif(
    importlib.util.find_spec("sklearn") is None, reason="no scikit-learn: the extra `train` is not installed"
)


@pytest.fixture
def gold(tmp_path):
    folder = tmp_path / "gold"
    folder.mkdir()
    for path in sorted((ROOT / "fixtures" / "passages").glob("members-00*.json")):
        shutil.copy(path, folder)
    return folder


def test_the_weights_that_ship_are_read_as_they_were_written():
    text = (ROOT / "extract" / "weights" / "decisions.json").read_text("utf-8")
    from extract.linear import read_models

    assert text_of(read_models(text)) == text


def test_every_question_has_its_model():
    models = json.loads((ROOT / "extract" / "weights" / "decisions.json").read_text("utf-8"))
    assert sorted(models) == ["company", "kind", "member", "provider", "recipient"]


@pytest.mark.skipif(importlib.util.find_spec("sklearn") is not None, reason="scikit-learn is installed")
def test_without_the_extra_it_says_what_to_install(command, gold, tmp_path):
    told = command("calibrate", str(gold), "--out", str(tmp_path / "weights"))
    assert (told.code, told.out) == (2, "")
    assert "pip install 'sandan[train]'" in told.err


@needs_sklearn
def test_the_same_gold_gives_the_same_weights(command, gold, tmp_path):
    for name in ("one", "two"):
        told = command("calibrate", str(gold), "--out", str(tmp_path / name))
        assert (told.code, told.out) == (0, "")
        assert "Cross-validated" in told.err
    for file in ("decisions.json", "trust.json"):
        assert (tmp_path / "one" / file).read_bytes() == (tmp_path / "two" / file).read_bytes()
    trust = json.loads((tmp_path / "one" / "trust.json").read_text("utf-8"))
    assert trust
    assert all(0 < share < 1 for share in trust.values())


@needs_sklearn
def test_a_sign_that_tells_the_answer_is_believed():
    from pipelines.fitting import fit

    told = [Example("kind", ("매출",), "revenue"), Example("kind", ("국비",), "budget")] * 5
    model = fit(told, strength=1.0)
    answer = model.probabilities(("매출",))
    assert answer["revenue"] > 0.6 > 0.4 > answer["budget"]


@needs_sklearn
def test_a_choice_learns_who_and_when_nobody():
    from pipelines.fitting import fit_choices

    somebody = Chosen("recipient", (("nobody",), ("topic",), ("after",)), (False, True, False))
    nobody = Chosen("recipient", (("nobody",), ("after",)), (True, False))
    model = fit_choices([somebody, nobody] * 5, strength=1.0)
    assert isinstance(model, Linear)
    chosen = model.choose((("", ("nobody",)), ("누리정밀", ("topic",)), ("산단공", ("after",))))
    assert max(chosen, key=lambda name: chosen[name]) == "누리정밀"
    left = model.choose((("", ("nobody",)), ("산단공", ("after",))))
    assert max(left, key=lambda name: left[name]) == ""


def test_a_folder_without_gold_is_told(command, tmp_path):
    told = command("calibrate", str(tmp_path))
    assert (told.code, told.out) == (2, "")
    assert "expected gold files" in told.err
