"""Precision, recall and F1 of entities: right where span and type both are, to the letter."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

ALL = "all"


class Place(NamedTuple):
    """An entity to compare: which text, where in it, what."""

    text: str
    start: int
    end: int
    label: str

    @property
    def family(self) -> "Place":
        """Return the same with KLUE's class: PS LC OG DT TI QT."""
        return self._replace(label=self.label.partition("_")[0])


class F1(NamedTuple):
    """How many were found and right, found, and to be found."""

    right: int
    found: int
    wanted: int

    @property
    def precision(self) -> float:
        """Return the share of the found that is right."""
        return self.right / max(self.found, 1)

    @property
    def recall(self) -> float:
        """Return the share of the wanted that was found."""
        return self.right / max(self.wanted, 1)

    @property
    def f1(self) -> float:
        """Return the harmonic mean of the two."""
        return 2 * self.right / max(self.found + self.wanted, 1)


def score(wanted: Iterable[Place], found: Iterable[Place]) -> Mapping[str, F1]:
    """Return the score of each label, and of ALL together."""
    gold, proposed = set(wanted), set(found)
    counts = [_counted(places) for places in (gold & proposed, proposed, gold)]
    labels = [ALL, *sorted({place.label for place in gold | proposed})]
    return {label: F1(*(count[label] for count in counts)) for label in labels}


def _counted(places: Iterable[Place]) -> Counter[str]:
    counter: Counter[str] = Counter()
    for place in places:
        counter.update((ALL, place.label))
    return counter
