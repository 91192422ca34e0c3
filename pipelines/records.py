"""What an extraction leaves in the database: the rows of its mentions, records and evidence."""

import json
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import fields
from typing import Any, TypeVar

from schema import Evidence, Extraction, Mention, score_of

from .identity import make_id

Row = dict[str, Any]
Thing = TypeVar("Thing")

# Parents before children: rows go in in this order, and out in the opposite one.
RECORD_TABLES = ("complexes", "organizations", "clusters", "people", "figures", "counts", "members")
TABLES = (*RECORD_TABLES, "mentions", "evidence")

LARGEST = 2**63 - 1

# Columns that point at an entry of the same article: table, column, the field with its name, where it lies.
LINKS = (
    ("clusters", "complex_id", "complex", "complexes"),
    ("people", "organization_id", "organization", "organizations"),
    ("figures", "recipient_id", "recipient", "organizations"),
    ("figures", "provider_id", "provider", "organizations"),
    ("members", "organization_id", "organization", "organizations"),
    ("members", "cluster_id", "cluster", "clusters"),
)


def make_rows(extraction: Extraction) -> dict[str, list[Row]]:
    """Return an extraction's rows by table; ids come from what is said and where, never from the rule."""
    rows: dict[str, list[Row]] = {table: [] for table in TABLES}
    for table in RECORD_TABLES:
        records = getattr(extraction.records, table)
        for position, (key, record) in enumerate(keyed(records, key=record_key)):
            record_id = make_id(extraction.article_id, table, *key)
            row = {"id": record_id, "article_id": extraction.article_id, "position": position}
            rows[table].append(
                row | said(record) | found_by(record.evidence[0].rule) | {"score": score_of(record)}
            )
            rows["evidence"].extend(evidence_rows(record.evidence, owner=row, table=table))
    for table, column, field, target in LINKS:
        # Of two entries of one name the first is meant: it is the one the text introduces.
        ids = {row["name"]: row["id"] for row in reversed(rows[target])}
        for row in rows[table]:
            row[column] = ids.get(row[field])
    rows["mentions"] = list(mention_rows(extraction))
    return rows


def record_key(record: Any) -> tuple[str, ...]:
    """Return what makes a record itself: its name, both names of a member, the place of a figure or count."""
    if hasattr(record, "quote"):
        return tuple(str(offset) for offset in record.evidence[0].span)
    return (record.name,) if hasattr(record, "name") else (record.organization, record.cluster)


def keyed(things: Iterable[Thing], *, key: Any) -> Iterator[tuple[tuple[str, ...], Thing]]:
    """Yield each thing with its key; a twin (`각각 1억원` to two firms) has its ordinal added."""
    seen: dict[Hashable, int] = {}
    for thing in things:
        own = key(thing)
        twins = seen[own] = seen.get(own, 0) + 1
        yield (own if twins == 1 else (*own, str(twins))), thing


def said(record: Any) -> Row:
    """Return the guide's fields of a record as columns; spellings become JSON text."""
    values = {
        field.name: fit(getattr(record, field.name)) for field in fields(record) if field.name != "evidence"
    }
    if "surface" in values:
        values["surface"] = json.dumps(values["surface"], ensure_ascii=False)
    return values


def fit(value: Any) -> Any:
    """Return the value, a number no larger than a column holds: a misprint must not stop the night."""
    return min(value, LARGEST) if isinstance(value, int) else value


def found_by(rule: str) -> Row:
    """Return `money/3` as its two columns."""
    name, version = rule.rsplit("/", 1)
    return {"rule": name, "rule_version": int(version)}


def evidence_rows(pieces: Iterable[Evidence], *, owner: Row, table: str) -> Iterator[Row]:
    """Yield one row a place where the article says so."""
    for key, piece in keyed(pieces, key=evidence_key):
        yield {
            "id": make_id(owner["id"], *key),
            "record_kind": table,
            "record_id": owner["id"],
            "article_id": owner["article_id"],
            "start": piece.span.start,
            "end": piece.span.end,
            "quote": piece.quote,
            "sentence_start": piece.sentence.start,
            "sentence_end": piece.sentence.end,
            **found_by(piece.rule),
            "score": piece.score,
            "attribute": piece.attribute,
        }


def evidence_key(piece: Evidence) -> tuple[str, ...]:
    """Return what makes a piece of evidence itself: where it stands, and the attribute it shows."""
    return (str(piece.span.start), str(piece.span.end), *filter(None, [piece.attribute]))


def mention_rows(extraction: Extraction) -> Iterator[Row]:
    """Yield one row a mention, with the amount or value it shows."""
    for key, mention in keyed(extraction.mentions, key=mention_key):
        amount = mention.amount
        yield {
            "id": make_id(extraction.article_id, "mentions", *key),
            "article_id": extraction.article_id,
            "label": mention.label,
            "start": mention.span.start,
            "end": mention.span.end,
            "surface": mention.surface,
            "name": mention.name,
            "kind": mention.kind,
            "min": fit(amount.min) if amount else None,
            "max": fit(amount.max) if amount else None,
            "currency": amount.currency if amount else None,
            "qualifier": amount.qualifier if amount else None,
            "value": fit(mention.value),
            **found_by(mention.rule),
            "score": mention.score,
        }


def mention_key(mention: Mention) -> tuple[str, ...]:
    """Return what makes a mention itself: what it is and where."""
    return (mention.label, str(mention.span.start), str(mention.span.end))
