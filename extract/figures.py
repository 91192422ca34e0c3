"""Amounts become figures: what kind of money, who got it from whom, for which year."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from schema import Amount, Figure, FigureKind, Mention, Span

from .evidence import evidence_of, sentence_at
from .kinds import kind_of
from .parties import EARNED, TOPIC, Named, Parties, Place, is_received, parties_of, places_of
from .reading import Reading
from .years import resolve_year

RULE = "figures/1"

# Kinds whose recipient is the firm spoken of if the clause names nobody.
BORNE = EARNED | {"grant", "own_funds", "loan"}
# 정부는 … 120억원을 반영했다: the sentence speaks of somebody else.
ANOTHER = re.compile(
    r"(?:정부|국회|당국|지자체|[가-힣](?:시|도|군|부|청|공단|재단|은행|협회|추진단))[은는이가] "
)
ROUNDING = 0.05  # a title says 50억 for 51억8000만; farther off than one part in twenty it is another sum


def figures(reading: Reading, mentions: Sequence[Mention], named: Sequence[Named]) -> Iterator[Figure]:
    """Yield one record a sum; said again it is more evidence, not another figure."""
    places = places_of(reading, named)
    made: list[tuple[Figure, Mention]] = []
    for mention in mentions:
        if mention.label == "money" and mention.amount is not None:
            before = made[-1] if made else None
            made.append((_figure(reading, mention, mention.amount, places, before), mention))
    yield from _merged(reading, made)


def _figure(
    reading: Reading,
    mention: Mention,
    amount: Amount,
    places: Sequence[Place],
    before: tuple[Figure, Mention] | None,
) -> Figure:
    sentence = sentence_at(reading, mention.span.start)
    carried = _carried(reading, sentence, before)
    kind = kind_of(reading.text, mention.span, sentence, carried=carried)
    inside = [place for place in places if sentence.covers(place.span)]
    until_its_end = reading.text[: sentence.end]
    kind, parties = parties_of(until_its_end, mention.span, kind, inside)
    if parties == Parties() and kind in BORNE:
        parties = Parties(_speaks_of(reading, mention.span, places))
    elif kind == "investment" and parties.recipient is None and is_received(until_its_end, mention.span):
        parties = parties._replace(recipient=_speaks_of(reading, mention.span, places))
    return Figure(
        quote=mention.surface,
        min=amount.min,
        max=amount.max,
        currency=amount.currency,
        qualifier=amount.qualifier,
        kind=kind,
        recipient=parties.recipient,
        provider=parties.provider,
        year=resolve_year(reading.text, mention.span, sentence, reading.document.published),
        evidence=evidence_of(reading, [mention]),
    )


def _carried(reading: Reading, sentence: Span, before: tuple[Figure, Mention] | None) -> FigureKind | None:
    """Return the kind of the sum before, if the paragraph is one: 생산액은 여수 25조원, 구미 17조원."""
    if before is None or "\n" in reading.text[before[1].span.end : sentence.start]:
        return None
    return before[0].kind


def _speaks_of(reading: Reading, span: Span, places: Sequence[Place]) -> str | None:
    """Return the firm that the paragraph speaks of: 가나테크는 …. 지난해 매출은 50억원이었다.

    Where the paragraph names none, it is the one firm that the article speaks of, or that its title names.
    """
    sentence = sentence_at(reading, span.start)
    if ANOTHER.search(reading.text, sentence.start, span.start):
        return None
    start = reading.text.rfind("\n", 0, span.start) + 1
    topics = [
        place
        for place in places
        if place.type == "company"
        and place.span.start < span.start
        and TOPIC.match(reading.text, place.span.end)
    ]
    near = [place for place in topics if place.span.start >= start]
    if near:
        return near[-1].name
    head = {
        place.name
        for place in places
        if place.type == "company" and place.span.end <= reading.document.body_start
    }
    about = {place.name for place in topics} or head
    return about.pop() if len(about) == 1 else None


def _merged(reading: Reading, made: Sequence[tuple[Figure, Mention]]) -> Iterator[Figure]:
    kept: list[tuple[Figure, list[Mention]]] = []
    title_end = reading.document.body_start
    body = [figure for figure, mention in made if mention.span.start >= title_end]
    for figure, mention in made:
        if mention.span.start < title_end and any(_rounds(figure, other) for other in body):
            continue
        same = next((entry for entry in kept if _is_same(reading, entry, figure, mention)), None)
        if same is None:
            kept.append((figure, [mention]))
        else:
            same[1].append(mention)
            kept[kept.index(same)] = (_fuller(same[0], figure), same[1])
    for figure, places in kept:
        yield replace(figure, evidence=evidence_of(reading, places))


def _is_same(reading: Reading, entry: tuple[Figure, list[Mention]], figure: Figure, mention: Mention) -> bool:
    first, places = entry
    if (first.min, first.max, first.currency) != (figure.min, figure.max, figure.currency):
        return False
    sentence = sentence_at(reading, mention.span.start)
    if any(sentence.covers(place.span) for place in places):
        return False
    one_kind = first.kind == figure.kind or "other" in (first.kind, figure.kind) or _in_head(reading, places)
    one_recipient = first.recipient == figure.recipient or None in (first.recipient, figure.recipient)
    one_year = first.year == figure.year or None in (first.year, figure.year)
    return one_kind and one_recipient and one_year


def _in_head(reading: Reading, places: Sequence[Mention]) -> bool:
    return all(place.span.start < reading.document.body_start for place in places)


def _rounds(title: Figure, body: Figure) -> bool:
    short, exact = title.max or title.min, body.max or body.min
    if short is None or exact is None or title.currency != body.currency or short == exact:
        return False
    return abs(short - exact) / exact < ROUNDING


def _fuller(first: Figure, second: Figure) -> Figure:
    """Return what the two say together."""
    return replace(
        first,
        kind=second.kind if first.kind == "other" else first.kind,
        recipient=first.recipient or second.recipient,
        provider=first.provider or second.provider,
        year=first.year or second.year,
    )
