"""An article as its amounts are judged: named things, amounts and morphemes around one of them."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from schema import Morpheme, Span

from .evidence import sentence_at
from .phrases import Word
from .places import TOPIC, Place, places_in
from .reading import Reading
from .stretches import beginning_in

# Letters around an amount that are looked at, and named things before its sentence: what is farther says
# nothing of it, and a text without full stops must not cost the square of its length.
REACH = 300
EARLIER = 30


@dataclass(frozen=True, slots=True)
class Scene:
    """What all amounts of an article have in common: the named things and the amounts in the text's order."""

    reading: Reading
    places: Sequence[Place]
    amounts: Sequence[Span]
    titled: frozenset[str]
    said: Counter[str]
    firms: int

    def amounts_between(self, start: int, end: int) -> int:
        """Return how many amounts begin in a stretch of the text."""
        return len(beginning_in(self.amounts, Span(start, end), lambda span: span.start))


class Around(NamedTuple):
    """One amount with what stands near it: `inside` its sentence and `earlier`, its words and morphemes.

    `topics` are the named things of the sentence that it speaks of: 가나테크는.
    """

    scene: Scene
    span: Span
    stretch: Span
    inside: Sequence[Place]
    earlier: Sequence[Place]
    words: Sequence[Word]
    morphemes: Sequence[Morpheme]
    topics: Sequence[Place]

    @property
    def text(self) -> str:
        """Return the article's text."""
        return self.scene.reading.document.text


def scene_of(reading: Reading, places: Sequence[Place], amounts: Sequence[Span]) -> Scene:
    """Return the scene of an article."""
    return Scene(
        reading,
        places,
        amounts,
        titled=frozenset(place.name for place in places if place.span.start < reading.document.body_start),
        said=Counter(place.name for place in places),
        firms=len({place.name for place in places if place.type == "company"}),
    )


def around(scene: Scene, span: Span) -> Around:
    """Return what stands near an amount."""
    reading = scene.reading
    sentence = sentence_at(reading, span.start)
    stretch = Span(max(sentence.start, span.start - REACH), min(sentence.end, span.end + REACH))
    first = bisect_left(scene.places, sentence.start, key=lambda place: place.span.start)
    words = reading.sentences[
        bisect_left(reading.sentences, sentence.start, key=lambda one: one.span.start)
    ].words
    inside = [place for place in places_in(scene.places, stretch) if place.span.end <= stretch.end]
    return Around(
        scene,
        span,
        stretch,
        inside=inside,
        earlier=scene.places[max(0, first - EARLIER) : first],
        words=beginning_in(words, stretch, lambda word: word.span.start),
        morphemes=morphemes_in(reading, stretch),
        topics=[place for place in inside if TOPIC.match(reading.text, place.span.end)],
    )


def morphemes_in(reading: Reading, stretch: Span) -> Sequence[Morpheme]:
    """Return the morphemes that begin in a stretch of the text."""
    return beginning_in(reading.document.morphemes, stretch, lambda morpheme: morpheme.start)
