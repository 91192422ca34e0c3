"""What the tagger may say of a name, as signs, and whether that can still make it a company's."""

from collections.abc import Iterator, Sequence
from math import log
from typing import NamedTuple

from schema import Span

from .linear import NO, YES, Linear
from .tagger import LABELS, Entity

STEPS = (0.3, 0.5, 0.7, 0.9)  # of a tagger's score
UNTAGGED = ("tagged:no",)
ROUNDING = 1e-9  # of sums of weights, on the safe side


def entity_signs(span: Span, entity: Entity | None) -> tuple[str, ...]:
    """Return what the tagger takes a place for, and how surely."""
    if entity is None:
        return UNTAGGED
    sure = sum(entity.score > step for step in STEPS)
    return _signs(entity.label, "whole" if entity.span == span else "part", sure)


def _signs(label: str, fit: str, sure: int) -> tuple[str, ...]:
    return (f"tagged:{label}", f"tagged:{label}:{fit}", f"tagged:{label}:{fit}:{sure}")


def _answers() -> Iterator[tuple[str, ...]]:
    """Yield all that the tagger can answer for one place."""
    yield UNTAGGED
    for label in LABELS:
        for fit in ("whole", "part"):
            yield from (_signs(label, fit, sure) for sure in range(len(STEPS) + 1))


class Prospects(NamedTuple):
    """A model of companies, and the most that one answer of the tagger's, two, three, … do for a name.

    `needed` is how much more has to speak for a yes than for a no.
    """

    model: Linear
    gains: Sequence[float]
    needed: float

    def open(self, signs: Sequence[str], *, places: int) -> bool:
        """Tell whether a name with these signs may be a company's, whatever the tagger says of its places.

        Most words are far from it. A sentence of such words alone need not be asked of the tagger.
        """
        most = self.gains[min(places, len(self.gains)) - 1]
        return _margin(self.model, signs) + most > self.needed - ROUNDING


def prospects_of(model: Linear, *, sure: float) -> Prospects:
    """Return what the tagger can do at the most, by the weights of a model; above `sure` a yes counts."""
    answers, none = tuple(_answers()), _margin(model, ())
    left = {sign: max(0.0, _margin(model, (sign,)) - none) for answer in answers for sign in answer}
    gains = [0.0]
    # A sign counts once. Since answers with one sign in common have all before it in common too, to take the
    # best answer left each time gives the best of so many.
    while any(left.values()):
        best = max(answers, key=lambda answer: sum(left[sign] for sign in answer))
        gains.append(gains[-1] + sum(left[sign] for sign in best))
        left.update(dict.fromkeys(best, 0.0))
    return Prospects(model, gains[1:] or gains, needed=log(sure / (1 - sure)))


def _margin(model: Linear, signs: Sequence[str]) -> float:
    """Return how much more speaks for a yes than for a no."""
    yes, no = model.labels.index(YES), model.labels.index(NO)
    known = [model.weights[sign] for sign in model.weights.keys() & signs]
    return model.bias[yes] - model.bias[no] + sum(row[yes] - row[no] for row in known)
