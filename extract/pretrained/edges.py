"""What a model says of its pieces as entities cut at edges of morphemes: 나래정밀 of 나래정밀은."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

import numpy as np

from schema import Span

from ..grouping import Floats
from ..tagger import LABELS, Entity
from ..tagset import DIGITS, OUTSIDE
from ..tokens import TAIL, TAILS, Token


def entities_of(
    text: str, places: Sequence[Span], chances: Floats, tokens: Sequence[Token]
) -> Iterator[Entity]:
    """Yield the entities of a sentence; the score is the chance of the least sure piece."""
    tags = chances.argmax(axis=1)
    sure = chances[np.arange(len(tags)), tags]
    runs = list(_runs(tags.tolist()))
    spans = [Span(places[run.start].start, places[run.stop - 1].end) for _label, run in runs]
    for (label, run), span in zip(runs, at_edges(spans, _parted(text, spans, tokens)), strict=True):
        if span:
            scores = [float(sure[n]) for n in run if _shared(places[n], span)] or [float(sure[run].min())]
            yield Entity(span, LABELS[label], min(1.0, round(min(scores), DIGITS)))


def _runs(tags: Sequence[int]) -> Iterator[tuple[int, range]]:
    """Yield label and pieces of each name; one that nothing begins begins where it goes on."""
    first = 0
    while first < len(tags):
        label, stop = (tags[first] - 1) // 2, first + 1
        if tags[first] != OUTSIDE:
            while stop < len(tags) and tags[stop] == 2 + 2 * label:
                stop += 1
            yield label, range(first, stop)
        first = stop


def _parted(text: str, spans: Sequence[Span], tokens: Sequence[Token]) -> list[Token]:
    """Return the tokens, nouns without the particle that Kiwi took into them where a name ends before it.

    So Kiwi has 도담기전의 as 도담기 and 전의.
    """
    ends = {span.end for span in spans}
    parted: list[Token] = []
    for token in tokens:
        edge = token.end - 1
        if edge in ends and edge > token.start and token.tag[0] == "N" and text[edge] in TAILS:
            parted.append(token._replace(end=edge))
            parted.append(Token(edge, token.end, text[edge], TAIL, unknown=False))
        else:
            parted.append(token)
    return parted


def at_edges(spans: Sequence[Span], tokens: Sequence[Token]) -> Iterator[Span | None]:
    """Yield each span as whole tokens, those of which it has half or more, without particles behind.

    One that has half of none becomes the token it has most of. None is for what others have taken, and for
    a particle alone.
    """
    starts, ends = [token.start for token in tokens], [token.end for token in tokens]
    free = 0
    for span in spans:
        first = bisect_right(ends, span.start, lo=free)
        touched = range(first, bisect_left(starts, span.end, lo=first))
        own = [number for number in touched if _is_of(tokens[number], span)]
        if not own and touched:
            own = [max(touched, key=lambda number: _shared(_place(tokens[number]), span))]
        while own and tokens[own[-1]].tag.startswith("J"):
            own.pop()
        if own and tokens[own[0]].tag == TAIL:
            own.pop(0)
        yield Span(tokens[own[0]].start, tokens[own[-1]].end) if own else None
        free = own[-1] + 1 if own else free


def _place(token: Token) -> Span:
    return Span(token.start, token.end)


def _is_of(token: Token, span: Span) -> bool:
    place = _place(token)
    return place.covers(span) or 2 * _shared(place, span) >= place.end - place.start


def _shared(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))
