"""The annotated sentences that the tagger learns from, as their makers publish them."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from schema import SettingsError, Span

# The names that the files of a data folder may have; the first found counts.
TRAIN = ("train.jsonl", "konec-train.tsv")
DEV = ("dev.jsonl", "konec-dev.tsv")
KLUE_DEV = ("klue-dev.tsv", "klue-ner-v1.1_dev.tsv")
HEAD = "## klue"  # how a sentence's own comment line begins
NEWS = "wikitree"


class Labelled(NamedTuple):
    """A place with the class that the data give it."""

    span: Span
    label: str


@dataclass(frozen=True, slots=True)
class Annotated:
    """A sentence with its entities; the id tells its source: klue-ner-v1_dev_00000-wikitree."""

    id: str
    text: str
    entities: tuple[Labelled, ...]


def read_corpus(folder: Path, names: Sequence[str]) -> list[Annotated]:
    """Return the sentences of the first of these files that the folder has."""
    for name in names:
        path = folder / name
        if path.is_file():
            read = _read_jsonl if path.suffix == ".jsonl" else _read_tsv
            return list(read(path))
    raise SettingsError(f"{folder}: expected {' or '.join(names)}, found neither; see the README on training")


def _read_jsonl(path: Path) -> Iterator[Annotated]:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        try:
            row = json.loads(line)
            entities = tuple(Labelled(Span(start, end), label) for start, end, label in row["entities"])
            yield Annotated(row["id"], row["text"], entities)
        except (ValueError, KeyError, TypeError) as error:
            raise SettingsError(f"{path}: line {number}: expected id, text and entities: {error}") from error


def _read_tsv(path: Path) -> Iterator[Annotated]:
    """Yield the sentences of a file with a letter and its tag a line, blank lines between sentences."""
    name, letters, tags = "", [""][:0], [""][:0]
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), start=1):
        if line.startswith("## "):
            name = line.split("\t")[0].removeprefix("## ")
        elif line.strip("\r"):
            letter, tab, tag = line.strip("\r").rpartition("\t")
            if not tab:
                raise SettingsError(
                    f"{path}: line {number}: expected a letter, a tab and a tag, found {line!r}"
                )
            letters.append(letter)
            tags.append(tag)
        elif letters:
            yield Annotated(name, "".join(letters), tuple(_entities(letters, tags)))
            letters, tags = [], []
    if letters:
        yield Annotated(name, "".join(letters), tuple(_entities(letters, tags)))


def _entities(letters: Sequence[str], tags: Sequence[str]) -> Iterator[Labelled]:
    start, label, position = 0, "", 0
    for letter, tag in zip((*letters, ""), (*tags, "O"), strict=True):
        mark, _, kind = tag.partition("-")
        if label and (mark != "I" or kind != label):
            yield Labelled(Span(start, position), label)
            label = ""
        if mark in ("B", "I") and not label:
            start, label = position, kind
        position += len(letter)
