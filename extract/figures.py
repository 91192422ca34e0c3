"""Amounts become figures: what kind of money, who got it from whom, for which year."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import cast

from schema import Amount, Figure, FigureKind, Mention, Span

from .candidates import candidates
from .evidence import evidence_at, sentence_at
from .kind_signs import kind_signs
from .linear import NOBODY, Choice, Question
from .party_signs import nobody_signs, party_signs
from .places import Place, places_in
from .reading import Reading
from .respective import Turn, told_of_one, turns_of
from .retold import Told, merged
from .said import Said, said_of
from .scene import Scene, around, scene_of
from .shares import sharers
from .years import resolve_year

RULE = "figures/3"

PARTIES = ("recipient", "provider")


def figures(reading: Reading, mentions: Sequence[Mention], places: Sequence[Place]) -> Iterator[Figure]:
    """Yield one record a sum, its parties among the named things; said again it is more evidence."""
    money = [mention for mention in mentions if mention.label == "money" and mention.amount is not None]
    scene = scene_of(reading, places, [mention.span for mention in money])
    turns = turns_of(scene)
    made = [
        Told(figure, [mention])
        for index, mention in enumerate(money)
        for figure in _each(scene, _figure(scene, mention, index, turns.get(mention.span)), mention.span)
    ]
    yield from merged(reading, made)


def _figure(scene: Scene, mention: Mention, index: int, turn: Turn | None) -> Figure:
    reading, amount = scene.reading, cast(Amount, mention.amount)
    first = index - (turn.number if turn else 0)
    near = around(scene, scene.amounts[first])
    if turn:
        near = told_of_one(near, turn)
    signs = kind_signs(near, amount, before=scene.amounts[first - 1] if first else None)
    kinds = reading.weigh(Question("kind", mention.span, "", signs))
    kind = cast(FigureKind, max(kinds, key=lambda one: kinds[one]))
    parties = dict(_parties(said_of(near, kind), signs, of=mention.span))
    if turn:
        parties = {
            role: (turn.place if place.name == turn.place.name else place, score)
            for role, (place, score) in parties.items()
        }
    names = {role: place.name for role, (place, _) in parties.items()}
    sentence = sentence_at(reading, mention.span.start)
    return Figure(
        quote=mention.surface,
        min=amount.min,
        max=amount.max,
        currency=amount.currency,
        qualifier=amount.qualifier,
        kind=kind,
        recipient=names.get("recipient"),
        provider=names.get("provider"),
        year=resolve_year(reading.text, mention.span, sentence, reading.document.published),
        evidence=(
            evidence_at(reading, mention.span, rule=RULE, score=kinds[kind], attribute="kind"),
            *(
                evidence_at(reading, place.span, rule=RULE, score=score, attribute=role)
                for role, (place, score) in parties.items()
            ),
        ),
    )


def _each(scene: Scene, figure: Figure, span: Span) -> Iterator[Figure]:
    """Yield a figure for each of those who have the amount each: 전북도와 익산시가 각각 15억원."""
    names = [
        next((place.name for place in places_in(scene.places, one)), None)
        for one in sharers(scene.reading.text, span, sentence_at(scene.reading, span.start))
    ]
    if len(names) < 2:
        yield figure
        return
    for name in names:
        yield replace(
            figure,
            recipient=name if name and figure.recipient in names else figure.recipient,
            provider=name if name and figure.provider in names else figure.provider,
        )


def _parties(said: Said, signs: tuple[str, ...], *, of: Span) -> Iterator[tuple[str, tuple[Place, float]]]:
    """Yield recipient and provider of the amount with their place, where somebody is likelier than nobody."""
    asked = candidates(said.near)
    options = (
        (NOBODY, nobody_signs(said, signs, candidates=len(asked))),
        *((one.place.name, party_signs(said, one)) for one in asked),
    )
    for role in PARTIES:
        answer = said.near.scene.reading.weigh(Choice(role, of, options))
        # Of options as likely the first counts: nobody, then the nearest.
        best = max(answer, key=lambda name: answer[name])
        if best != NOBODY:
            yield role, (next(one.place for one in asked if one.place.name == best), answer[best])
