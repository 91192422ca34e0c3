"""Why each mention was kept or dropped, and what decided each open question: `explain`."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields

from schema import Extraction, Mention, Records, Span

from .linear import YES, Choice, Linear, Witness

STRONGEST = 3  # signs shown of a question


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that was considered: where, as what, on whose word, how surely, and what became of it."""

    span: Span
    what: str
    rule: str
    score: float
    verdict: str


def reasons(extraction: Extraction, found: Sequence[Mention], witness: Witness) -> tuple[Reason, ...]:
    """Return what was considered of an article, in the order of its text."""
    every = [*_of_mentions(extraction, found), *_of_questions(witness)]
    return tuple(sorted(every, key=lambda reason: (reason.span, reason.what)))


def _of_mentions(extraction: Extraction, found: Sequence[Mention]) -> Iterator[Reason]:
    records = {
        piece.span: f"{field.name}: {_shown(record)}"
        for field in fields(Records)
        for record in getattr(extraction.records, field.name)
        for piece in record.evidence
        if piece.attribute is None
    }
    kept = {mention.span: mention for mention in extraction.mentions}
    for mention in found:
        stays = kept.get(mention.span)
        verdict = (
            f"kept in {records[mention.span]}" if mention.span in records else "dropped: makes no record"
        )
        if stays is None or stays.label != mention.label:
            verdict = f"dropped: its letters belong to {_taker(mention, extraction.mentions)}"
        what = f"{mention.label} {mention.kind or ''}".strip()
        yield Reason(mention.span, what, mention.rule, stays.score if stays else mention.score, verdict)


def _taker(mention: Mention, kept: Sequence[Mention]) -> str:
    taker = next((one for one in kept if one.span.overlaps(mention.span)), None)
    return f"the {taker.label} {taker.surface} by {taker.rule}" if taker else "a mention that was found twice"


def _of_questions(witness: Witness) -> Iterator[Reason]:
    for asked, said in witness.heard:
        best = max(said, key=lambda label: said[label])
        if isinstance(asked, Choice):
            what, verdict, label, signs = asked.model, best or "nobody", best, dict(asked.options)[best]
        else:
            what, verdict = f"{asked.model} {asked.candidate}".replace("\t", " in ").strip(), best
            label, signs = YES if YES in said else best, asked.signs
        model = witness.models[asked.model]
        why = ", ".join(strongest(model, signs, label=label)) or "no sign"
        yield Reason(asked.span, f"{what}?", "weights", round(said[label], 3), f"{verdict}, by {why}")


def strongest(model: Linear, signs: Sequence[str], *, label: str) -> list[str]:
    """Return the signs that moved the answer most, with their weights for the label: `beside +0.81`."""
    at = model.labels.index(label) if label in model.labels else 0
    weighed = [(model.weights[sign][at], sign) for sign in dict.fromkeys(signs) if sign in model.weights]
    return [
        f"{sign} {weight:+.2f}"
        for weight, sign in sorted(weighed, key=lambda pair: -abs(pair[0]))[:STRONGEST]
    ]


def _shown(record: object) -> str:
    name = getattr(record, "name", None) or getattr(record, "quote", None)
    return str(name or f"{getattr(record, 'organization', '')} in {getattr(record, 'cluster', '')}")
