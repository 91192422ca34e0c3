"""Decisions that many small signs make together: linear models, whose every weight can be read."""

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from importlib import resources
from math import exp, fsum

from schema import Span

from . import weights

YES, NO = "yes", "no"
NOBODY = ""  # the option of a choice that names none


@dataclass(frozen=True, slots=True)
class Question:
    """What is to be decided at a place of the text, of which candidate if several, by which signs."""

    model: str
    span: Span
    candidate: str
    signs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """Who of several it is: each option's name, or NOBODY, with the signs that speak for it."""

    model: str
    span: Span
    options: tuple[tuple[str, tuple[str, ...]], ...]


Weigh = Callable[[Question | Choice], Mapping[str, float]]


@dataclass(frozen=True)
class Linear:
    """A logistic regression over signs that are there or not; `weights` has a number a label.

    A question is answered by the multinomial model (a label is one of several), a choice by the conditional
    one (an option is one of several; McFadden 1974), which has a single label.
    """

    labels: tuple[str, ...]
    bias: tuple[float, ...]
    weights: Mapping[str, tuple[float, ...]]

    @cached_property
    def _column(self) -> Mapping[str, float] | None:
        """The last label's weights where they say all: of one label, or of two that mirror each other."""
        rows = (self.bias, *self.weights.values())
        if len(self.labels) > 2 or any(row[0] != -row[1] for row in rows if len(row) > 1):
            return None
        return {sign: row[-1] for sign, row in self.weights.items()}

    def probabilities(self, signs: tuple[str, ...]) -> dict[str, float]:
        """Return how likely each label is; unknown signs say nothing."""
        # fsum rounds once, at the end: the order of the set makes no difference.
        known = self.weights.keys() & signs
        if len(self.labels) == 2 and self._column is not None:
            score = fsum((self.bias[1], *map(self._column.__getitem__, known)))
            scores = [-score, score]
        else:
            scores = list(map(fsum, zip(self.bias, *map(self.weights.__getitem__, known), strict=True)))
        return dict(zip(self.labels, _shares(scores), strict=True))

    def choose(self, options: tuple[tuple[str, tuple[str, ...]], ...]) -> dict[str, float]:
        """Return how likely it is each option's."""
        column = self._column or {}
        scores = [fsum(map(column.__getitem__, column.keys() & signs)) for _, signs in options]
        return dict(zip((name for name, _ in options), _shares(scores), strict=True))


def _shares(scores: Sequence[float]) -> list[float]:
    top = max(scores)
    shares = [exp(score - top) for score in scores]
    whole = fsum(shares)
    return [share / whole for share in shares]


def answer(model: Linear, asked: Question | Choice) -> Mapping[str, float]:
    """Return what a model says to a question or a choice."""
    return model.choose(asked.options) if isinstance(asked, Choice) else model.probabilities(asked.signs)


@dataclass(slots=True)
class Witness:
    """Answers by the models and keeps what was asked, with the answer: for who explains, and who trains."""

    models: Mapping[str, Linear]
    heard: list[tuple[Question | Choice, Mapping[str, float]]] = field(default_factory=list)

    def weigh(self, asked: Question | Choice) -> Mapping[str, float]:
        """Return the answer, for the reading to go on with."""
        said = answer(self.models[asked.model], asked)
        self.heard.append((asked, said))
        return said


def weigh_by(models: Mapping[str, Linear]) -> Weigh:
    """Return the answerer of questions by these models."""
    return lambda asked: answer(models[asked.model], asked)


def read_models(text: str) -> dict[str, Linear]:
    """Return the models of a JSON text: `{"kind": {"labels": […], "bias": […], "weights": {sign: […]}}}`."""
    return {
        name: Linear(
            labels=tuple(model["labels"]),
            bias=tuple(model["bias"]),
            weights={sign: tuple(row) for sign, row in model["weights"].items()},
        )
        for name, model in json.loads(text).items()
    }


def weights_fingerprint() -> str:
    """Return a digest of all that calibration made."""
    return hashlib.sha256((_text("decisions") + _text("trust")).encode()).hexdigest()[:12]


@cache
def load_trust() -> dict[str, float]:
    """Return of each rule the share of what it finds that is right on the gold articles."""
    trust: dict[str, float] = json.loads(_text("trust"))
    return trust


@cache
def load_models() -> dict[str, Linear]:
    """Return the models that ship with the package."""
    return read_models(_text("decisions"))


def _text(name: str) -> str:
    return resources.files(weights).joinpath(f"{name}.json").read_text(encoding="utf-8")
