"""Annotations as people write them: one JSON file an article, its quotes held against the text."""

import json
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path
from typing import Any

from .annotation import RECORDS, check, refusal
from .errors import GoldError
from .records import Cluster, Complex, Count, Figure, Member, Organization, Person, Records

_TYPES = {
    "complexes": Complex,
    "clusters": Cluster,
    "organizations": Organization,
    "people": Person,
    "figures": Figure,
    "counts": Count,
    "members": Member,
}
# What a key repeats: the name of an entry in one of these lists; for `_PHRASES` any words of the text do too.
_REFERENCES = (
    ("clusters", "complex", ("complexes",)),
    ("people", "organization", ("organizations", "clusters")),
    ("figures", "recipient", ("organizations", "complexes", "clusters", "people")),
    ("figures", "provider", ("organizations", "complexes", "clusters", "people")),
    ("members", "organization", ("organizations",)),
    ("members", "cluster", ("clusters",)),
)
_PHRASES = ("recipient", "provider")


@dataclass(frozen=True, slots=True)
class Gold:
    """What people found in one article: `records` must be found, on `optional` careful annotators may differ.

    `text_file` is where the text came from, None where the annotation carries it.
    """

    id: str
    title: str
    text: str
    url: str | None
    publisher: str | None
    published: date | None
    records: Records
    optional: Records
    text_file: Path | None


def read_gold(path: Path) -> Gold:
    """Return the annotation of one article, or raise GoldError naming file and key."""
    annotation = check(_load(path), file=str(path))
    text_file = None if "text" in annotation else _find_text(path, article=annotation["id"])
    text = _read(text_file) if text_file else annotation["text"]
    title = annotation.get("title", "")
    _check_amounts(annotation["figures"], file=str(path))
    _check_quotes(annotation, text=f"{title}\n{text}", file=str(path))
    _check_references(annotation, text=f"{title}\n{text}", file=str(path))
    published = annotation.get("published")
    return Gold(
        id=annotation["id"],
        title=title,
        text=text,
        url=annotation.get("url"),
        publisher=annotation.get("publisher"),
        published=published and date.fromisoformat(published),
        records=_records(annotation, optional=False),
        optional=_records(annotation, optional=True),
        text_file=text_file,
    )


def _load(path: Path) -> object:
    try:
        return json.loads(_read(path))
    except json.JSONDecodeError as error:
        raise GoldError(
            f"{path}: expected JSON, found an error at line {error.lineno}: {error.msg}"
        ) from error


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise GoldError(f"{path}: cannot be read: {error.strerror}; check the path and its rights") from error
    except UnicodeDecodeError as error:
        raise GoldError(
            f"{path}: expected UTF-8, found byte {error.start} that is none; convert it"
        ) from error


def _find_text(path: Path, *, article: str) -> Path:
    for folder in (path.parent, path.absolute().parent.parent):
        if (folder / f"{article}.txt").is_file():
            return folder / f"{article}.txt"
    raise GoldError(f'{path}: key "text" is missing; add it, or {article}.txt to this or the parent folder')


def _check_amounts(figures: list[dict[str, Any]], *, file: str) -> None:
    for number, figure in enumerate(figures):
        place, qualifier = f"{file}: figures[{number}]", figure["qualifier"]
        for key, open_end in (("min", "at_most"), ("max", "at_least")):
            if (figure[key] is None) != (qualifier == open_end):
                expected = f"{'null' if qualifier == open_end else 'a whole number'} beside {qualifier}"
                raise refusal(
                    f"{place}.{key}",
                    expected=expected,
                    found=figure[key],
                    remedy="correct it or the qualifier",
                )
        ends = [end for end in (figure["min"], figure["max"]) if end is not None]
        if ends != sorted(ends):
            raise refusal(place, expected="min up to max", found=ends, remedy="exchange them")
        if qualifier == "exact" and ends[0] != ends[1]:
            raise refusal(place, expected="min equal to max beside exact", found=ends, remedy="correct one")


def _check_quotes(annotation: dict[str, Any], *, text: str, file: str) -> None:
    for name in RECORDS:
        for number, entry in enumerate(annotation[name]):
            for key, quote in _quotes(entry, of=name):
                if not _occurs(quote, text=text):
                    place = f"{file}: {name}[{number}].{key}"
                    raise refusal(
                        place, expected="words of the text", found=quote, remedy="copy them to the letter"
                    )


def _quotes(entry: dict[str, Any], *, of: str) -> Iterator[tuple[str, str]]:
    for surface in entry.get("surface", []):
        yield "surface", surface
    if "quote" in entry:
        yield "quote", entry["quote"]
    if of == "people":
        yield "name", entry["name"]


def _occurs(quote: str, *, text: str) -> bool:
    return unicodedata.normalize("NFC", quote) in unicodedata.normalize("NFC", text)


def _check_references(annotation: dict[str, Any], *, text: str, file: str) -> None:
    for name, key, lists in _REFERENCES:
        listed = {entry["name"] for each in lists for entry in annotation[each]}
        wanted = f"the name of an entry in {' or '.join(lists)}"
        for number, entry in enumerate(annotation[name]):
            value, place = entry[key], f"{file}: {name}[{number}].{key}"
            if value is None or value in listed or (key in _PHRASES and _occurs(value, text=text)):
                continue
            raise refusal(place, expected=wanted, found=value, remedy="list it, or correct the value")


def _records(annotation: dict[str, Any], *, optional: bool) -> Records:
    return Records(
        **{
            name: tuple(
                _record(entry, of=of)
                for entry in annotation[name]
                if entry.get("optional", False) is optional
            )
            for name, of in _TYPES.items()
        }
    )


def _record(entry: dict[str, Any], *, of: type) -> Any:
    held = {field.name: entry[field.name] for field in fields(of) if field.name in entry}
    if "surface" in held:
        held["surface"] = tuple(held["surface"])
    return of(**held, evidence=())
