"""A sum said more than once is one figure: `merged`."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from schema import Figure, Mention

from .evidence import evidence_of, sentence_at
from .reading import Reading
from .retellings import headlines_end, tells_again

# Figures of one amount that another may be told again of, and places of each: more are a table, not a story.
MOST = 30
ROUNDING = 0.05  # a title says 50억 for 51억8000만; farther off than one part in twenty it is another sum


@dataclass(slots=True)
class Told:
    """A figure and the places that tell it."""

    figure: Figure
    places: list[Mention]


def merged(reading: Reading, made: Sequence[Told]) -> Iterator[Figure]:
    """Yield each sum once, with all its places; one that only rounds another in a headline is left out."""
    head = headlines_end(reading.text, reading.document.body_start)
    body = [told.figure for told in made if told.places[0].span.start >= head]
    kept: list[Told] = []
    alike: dict[tuple[int | None, int | None, str], list[Told]] = {}
    for told in made:
        if told.places[0].span.start < head and any(_rounds(told.figure, other) for other in body):
            continue
        before = alike.setdefault((told.figure.min, told.figure.max, told.figure.currency), [])
        same = next((one for one in before[:MOST] if _is_same(reading, one, told, head=head)), None)
        if same is None:
            before.append(Told(told.figure, [*told.places]))
            kept.append(before[-1])
        else:
            # The body knows better than a headline whether a sum is exact.
            better = told if same.places[-1].span.start < head else same
            same.figure = replace(_fuller(same.figure, told.figure), qualifier=better.figure.qualifier)
            same.places += told.places
    for one in kept:
        yield replace(one.figure, evidence=(*evidence_of(reading, one.places), *one.figure.evidence))


def _is_same(reading: Reading, one: Told, other: Told, *, head: int) -> bool:
    """Tell whether a figure is another of its amount told again."""
    first, second, place = one.figure, other.figure, other.places[0]
    sentence = sentence_at(reading, place.span.start)
    if sentence.covers(one.places[-1].span):  # places are in order: no earlier one is nearer
        return False
    in_head = one.places[-1].span.start < head
    value = first.min or first.max or 0
    if not in_head and not any(
        tells_again(reading.text, each.span, place.span, value=value) for each in one.places[-MOST:]
    ):
        return False
    one_kind = in_head or first.kind == second.kind or "other" in (first.kind, second.kind)
    return one_kind and all(
        getattr(first, attribute) == getattr(second, attribute)
        or None in (getattr(first, attribute), getattr(second, attribute))
        for attribute in ("recipient", "provider", "year")
    )


def _rounds(title: Figure, body: Figure) -> bool:
    short, exact = title.max or title.min, body.max or body.min
    if short is None or exact is None or title.currency != body.currency:
        return False
    return (title.min, title.max) != (body.min, body.max) and abs(short - exact) / exact < ROUNDING


def _fuller(first: Figure, second: Figure) -> Figure:
    """Return what the two say together, each attribute with the evidence of the one that has it."""
    taken = {
        "kind": second if first.kind == "other" else first,
        "recipient": first if first.recipient else second,
        "provider": first if first.provider else second,
    }
    return replace(
        first,
        **{attribute: getattr(one, attribute) for attribute, one in taken.items()},
        year=first.year or second.year,
        evidence=tuple(
            piece
            for attribute, one in taken.items()
            for piece in one.evidence
            if piece.attribute == attribute
        ),
    )
