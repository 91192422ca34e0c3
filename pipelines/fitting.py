"""Weights of signs from answered questions: logistic regressions, multinomial and conditional."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from extract import YES, Linear

from .questions import Chosen, Example

SEEN = 2  # signs seen once say nothing
SMALLEST = 0.03  # weights below this change no answer
DIGITS = 3
STEPS = 200  # of the optimizer; it mostly ends by itself before


def fit(examples: Sequence[Example], *, strength: float) -> Linear:
    """Return the multinomial regression over the examples' signs; `strength` is scikit-learn's C."""
    vectorizer, signs = _matrix(example.signs for example in examples)
    regression = LogisticRegression(C=strength, max_iter=1000)
    regression.fit(signs, [example.answer for example in examples])
    labels = tuple(str(label) for label in regression.classes_)
    weights, bias = regression.coef_, regression.intercept_
    if len(labels) == 2:
        weights, bias = np.vstack((-weights[0] / 2, weights[0] / 2)), np.array((-bias[0] / 2, bias[0] / 2))
    return Linear(labels, _rounded(bias), _rows(vectorizer.feature_names_, weights))


def fit_choices(choices: Sequence[Chosen], *, strength: float) -> Linear:
    """Return the conditional regression over the options' signs; a choice with none right teaches nothing.

    The likelihood is that of all right options of a choice together, with a normal prior of variance
    `strength` on each weight (McFadden 1974).
    """
    kept = [choice for choice in choices if any(choice.right)]
    vectorizer, signs = _matrix(option for choice in kept for option in choice.options)
    of = np.repeat(np.arange(len(kept)), [len(choice.options) for choice in kept])
    right = np.array([each for choice in kept for each in choice.right], dtype=float)

    def loss(weights: Any) -> tuple[float, Any]:
        scores = signs @ weights
        top = np.full(len(kept), -np.inf)
        np.maximum.at(top, of, scores)
        shares = np.exp(scores - top[of])
        whole = np.bincount(of, shares)
        wanted = np.bincount(of, shares * right) + np.finfo(float).tiny
        gradient = signs.T @ (shares / whole[of] - shares * right / wanted[of]) + weights / strength
        return float((np.log(whole) - np.log(wanted)).sum() + weights @ weights / (2 * strength)), gradient

    start = np.zeros(signs.shape[1])
    found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": STEPS})
    return Linear((YES,), (0.0,), _rows(vectorizer.feature_names_, found.x[np.newaxis, :]))


def _matrix(every: Iterable[tuple[str, ...]]) -> tuple[DictVectorizer, csr_matrix]:
    listed = [dict.fromkeys(signs, 1.0) for signs in every]
    counted = Counter(sign for signs in listed for sign in signs)
    vectorizer = DictVectorizer()
    kept = [{sign: 1.0 for sign in signs if counted[sign] >= SEEN} for signs in listed]
    return vectorizer, vectorizer.fit_transform(kept)


def _rows(names: Sequence[str], weights: Any) -> Mapping[str, tuple[float, ...]]:
    return {
        name: _rounded(weights[:, column])
        for column, name in enumerate(names)
        if np.abs(weights[:, column]).max() >= SMALLEST
    }


def _rounded(values: Any) -> tuple[float, ...]:
    return tuple(round(float(value), DIGITS) for value in values)
