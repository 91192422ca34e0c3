"""What every extraction promises, whatever the text: `broken` names each promise that one does not keep."""

from collections.abc import Iterator
from dataclasses import fields
from itertools import pairwise
from typing import get_args

from schema import (
    ClusterKind,
    Count,
    CountWhat,
    Evidence,
    Extraction,
    Figure,
    FigureKind,
    Member,
    Mention,
    OrganizationType,
    Person,
    Qualifier,
    Record,
    Records,
    normal,
    score_of,
)

LARGEST = 2**63 - 1  # what a column of SQLite holds
LABELS = {"complex", "cluster", "organization", "person", "money", "count"}


def broken(extraction: Extraction) -> list[str]:
    """Return the promises that do not hold, in words; of a good extraction none."""
    return [
        *(
            f"{mention}: {fault}"
            for mention in extraction.mentions
            for fault in _of_mention(extraction, mention)
        ),
        *_of_overlaps(extraction),
        *(
            f"{record}: {fault}"
            for field in fields(Records)
            for record in getattr(extraction.records, field.name)
            for fault in _of_record(extraction, record)
        ),
    ]


def _of_mention(extraction: Extraction, mention: Mention) -> Iterator[str]:
    if not 0 <= mention.span.start < mention.span.end <= len(extraction.text):
        yield "its span is not in the text"
    if mention.span.of(extraction.text) != mention.surface:
        yield "its surface is not the text at its span"
    if mention.label not in LABELS:
        yield "its label is unknown"
    if not normal(mention.name):
        yield "its name is empty"
    if not 0 <= mention.score <= 1:
        yield "its score is out of bounds"
    if mention.value is not None and not 0 <= mention.value <= LARGEST:
        yield "its value is out of bounds"
    if mention.amount is not None:
        yield from _of_limits(mention.amount.min, mention.amount.max)


def _of_overlaps(extraction: Extraction) -> Iterator[str]:
    spans = [mention.span for mention in extraction.mentions]
    for before, after in pairwise(spans):
        if before.end > after.start:
            yield f"mentions at {before} and {after} share letters or are out of order"


def _of_limits(least: int | None, most: int | None) -> Iterator[str]:
    if least is None and most is None:
        yield "it has no limit at all"
    for limit in (least, most):
        if limit is not None and not 0 <= limit <= LARGEST:
            yield f"{limit} is out of bounds"
    if least is not None and most is not None and least > most:
        yield "min is over max"


def _of_record(extraction: Extraction, record: Record) -> Iterator[str]:
    if not any(piece.attribute is None for piece in record.evidence):
        yield "it has no evidence of its own"
    elif not 0 <= score_of(record) <= 1:
        yield "its score is out of bounds"
    for piece in record.evidence:
        yield from _of_evidence(extraction, piece)
    for spelling in getattr(record, "surface", ()):
        if not spelling or spelling not in extraction.text:
            yield f"its spelling {spelling!r} is not in the text"
    if isinstance(record, (Figure, Count)) and record.quote not in extraction.text:
        yield "its quote is not in the text"
    if hasattr(record, "name") and not normal(record.name):
        yield "its name is empty"
    yield from _of_kind(record)
    yield from _of_references(extraction, record)


def _of_evidence(extraction: Extraction, piece: Evidence) -> Iterator[str]:
    if not 0 <= piece.span.start < piece.span.end <= len(extraction.text):
        yield f"the span of {piece} is not in the text"
    if piece.span.of(extraction.text) != piece.quote:
        yield f"the quote of {piece} is not the text at its span"
    if not piece.sentence.covers(piece.span):
        yield f"{piece} is not in its sentence"
    if not 0 <= piece.score <= 1:
        yield f"the score of {piece} is out of bounds"


def _of_kind(record: Record) -> Iterator[str]:
    if isinstance(record, Figure):
        yield from _of_limits(record.min, record.max)
        if record.kind not in get_args(FigureKind) or record.qualifier not in get_args(Qualifier):
            yield "its kind or qualifier is unknown"
        if record.year is not None and not 1000 <= record.year <= 9999:
            yield "its year is none"
        open_ = {"at_least": "max", "at_most": "min"}.get(record.qualifier)
        if (record.min is None) != (open_ == "min") or (record.max is None) != (open_ == "max"):
            yield "its limits are not those of its qualifier"
    elif isinstance(record, Count):
        if record.what not in get_args(CountWhat):
            yield "its what is unknown"
        if not 0 <= record.value <= LARGEST:
            yield "its value is out of bounds"
    elif hasattr(record, "kind") and record.kind not in get_args(ClusterKind):
        yield "its kind is unknown"
    elif hasattr(record, "type") and record.type not in get_args(OrganizationType):
        yield "its type is unknown"


def _of_references(extraction: Extraction, record: Record) -> Iterator[str]:
    records = extraction.records
    organizations = {one.name for one in records.organizations}
    clusters = {one.name for one in records.clusters}
    complexes = {one.name for one in records.complexes}
    known: set[str] = set()
    names: tuple[str | None, ...] = ()
    if isinstance(record, Member):
        if record.organization not in organizations or record.cluster not in clusters:
            yield "one of its ends is not listed"
    elif isinstance(record, Figure):
        known, names = organizations | clusters | complexes, (record.recipient, record.provider)
    elif isinstance(record, Count):
        known, names = organizations | clusters | complexes, (record.subject,)
    elif isinstance(record, Person):
        known, names = organizations, (record.organization,)
    elif hasattr(record, "complex"):
        known, names = complexes, (record.complex,)
    for name in names:
        if name is not None and (not name.strip() or (name not in known and name not in extraction.text)):
            yield f"it refers to {name!r}, which is neither listed nor in the text"
    if isinstance(record, Person) and record.role is not None and not record.role.strip():
        yield "its role is empty"
