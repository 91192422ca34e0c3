"""Articles out of JSON lines."""

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from crawler import Site, parse_text
from schema import SourceError

from .inputs import MOST, Input
from .taken import Given, Taken, day_of, lasting_id, refusing

# The strings that a line of JSON may hold besides `text`, each or null.
FIELDS = ("id", "url", "publisher", "published", "title")


def take_lines(source: Input, *, given: Given, sites: tuple[Site, ...]) -> Iterator[Taken | SourceError]:
    """Yield an article a line of JSON, and an error for each bad line."""
    number = 0
    while line := source.stream.readline(MOST + 1):
        number += 1
        try:
            if line.strip():
                place, stem = f"{source.name}:{number}", f"{source.stem}:{number}"
                yield take_line(line, place=place, stem=stem, given=given, sites=sites)
        except SourceError as error:
            yield error


def take_line(line: bytes, *, place: str, stem: str, given: Given, sites: tuple[Site, ...]) -> Taken:
    """Return the article of one line of JSON; `stem` is its id where it has none."""
    entry = read_entry(line, place=place)
    published = day_of(entry["published"], place=place) if entry["published"] else given.published
    with refusing(place):
        article = parse_text(
            entry["text"],
            id=entry["id"] or stem,
            title=entry["title"],
            url=entry["url"] or given.url,
            publisher=entry["publisher"] or given.publisher,
            published=published,
        )
    article = replace(article, layout="jsonl")
    return Taken(article, lasting_id(article, body=entry["text"].encode(), sites=sites))


def read_entry(line: bytes, *, place: str) -> dict[str, Any]:
    """Return a line's fields, each a string or None, `text` a string; lone surrogates are replaced."""
    try:
        entry = json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        entry = None
    if not isinstance(entry, dict):
        start = line[:40].decode("utf-8", "replace").strip()
        raise SourceError(f"{place}: expected a JSON object in UTF-8, got {start!r}; correct the line")
    found = {name: entry.get(name) for name in (*FIELDS, "text")}
    if isinstance(found["id"], int):
        found["id"] = str(found["id"])
    for name, value in found.items():
        if not isinstance(value, str | None) or (name == "text" and not (value or "").strip()):
            raise SourceError(f"{place}: expected a text as {name!r}, got {value!r:.60}; correct the line")
    return {name: value and value.encode("utf-8", "replace").decode() for name, value in found.items()}
