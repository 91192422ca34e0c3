"""The training itself, on a handful of sentences; it needs PyTorch, which only the extra `train` brings."""

from pathlib import Path

import numpy as np
import pytest

from extract import load_tagger
from extract.features import features_of
from extract.network import emissions, shares
from extract.training import Example, Named, Vectors, examples_of
from schema import Document, Morpheme, Span

torch = pytest.importorskip("torch", reason="training needs PyTorch: pip install -e '.[train]'")

WORDS = ("나래정밀", "은", "감우현", "대표", "가", "30", "일", "구미", "에서", "말", "했", "다")


def document(number: int) -> Document:
    words = [WORDS[(number * step) % len(WORDS)] for step in (1, 5, 7)] * (1 + number % 3) + ["나래정밀"]
    text, morphemes = "", []
    for word in words:
        tag = "NNP" if len(word) > 1 else "JX"
        morphemes.append(Morpheme(word, tag, len(text), len(text) + len(word), len(word) > 3))
        text += word + " " * (number % 2)
    return Document("a", text, 0, sentences=(Span(0, len(text)),), morphemes=tuple(morphemes))


def examples() -> list[Example]:
    found = []
    for number in range(60):
        read = document(number)
        names = [Named(m.start, m.end, "OG_COMPANY") for m in read.morphemes if m.form == "나래정밀"]
        fine = [Named(name.start, name.end, "OGG_ECONOMY") for name in names]
        found += examples_of(read, names, fine=fine)
    return found


@pytest.fixture(scope="module")
def vectors() -> Vectors:
    rows = np.random.default_rng(0).normal(size=(3, 8)).astype(np.float32)
    return Vectors(["구미/NNP", "감우현/NNP", "없는말/NNG"], rows)


def test_what_is_learnt_is_what_ships(vectors: Vectors, tmp_path: Path) -> None:
    from extract.training.learner import Learner, Plan
    from extract.training.net import batch_of

    learner = Learner(examples(), vectors, seed=1, threads=1)
    for _ in learner.learn(examples(), plan=Plan(epochs=60, rate=5e-3)):
        pass
    (tmp_path / "weights.npz").write_bytes(learner.weights())
    tagger = load_tagger(tmp_path)
    read = document(4)
    found = tagger.tag(read)
    assert {(entity.span.of(read.text), entity.label) for entity in found} == {("나래정밀", "OG_COMPANY")}
    features = features_of([e.piece for e in examples()], vocabulary=learner.tables.vocabulary)
    batch = batch_of(features)
    with torch.no_grad():
        learnt = learner.net.eval()(batch)[0]
    shipped = emissions(tagger.net, features)
    assert np.abs(learnt[batch.mask].numpy() - shipped).max() < 0.1  # whole and half numbers for floats
    assert np.allclose(shares(shipped).sum(axis=1), 1)


def test_the_same_seed_gives_the_same_weights_and_a_killed_training_goes_on(
    vectors: Vectors, tmp_path: Path
) -> None:
    from extract.training.learner import Learner, Plan, read_state, write_state

    plan = Plan(epochs=3)
    whole = Learner(examples(), vectors, seed=1, threads=1)
    for state in whole.learn(examples(), plan=plan):
        if state.epoch == 2:
            with (tmp_path / "state.pt").open("wb") as file:
                write_state(state, file)
    again = Learner(examples(), vectors, seed=1, threads=1)
    with (tmp_path / "state.pt").open("rb") as file:
        kept = read_state(file)
    assert [state.epoch for state in again.learn(examples(), plan=plan, state=kept)] == [3]
    assert again.weights() == whole.weights()
