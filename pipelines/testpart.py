"""The test part of the gold: nobody tunes on it, so its errors are shown for a reason only, on record."""

import json
from importlib.metadata import version
from pathlib import Path

import click

from .clock import now

NAME = "test"
OPENED = "opened.jsonl"  # beside the gold: a line each time its errors were read


def open_test_part(folder: Path, *, reason: str | None) -> None:
    """Note that a test part's errors are read, and why; without a reason they are not shown."""
    if folder.resolve().name != NAME:
        return
    if reason is None or not reason.strip():
        raise click.UsageError(
            f"{folder} is a test part: expected --open REASON beside --errors, got none; whoever tunes on it"
            " spoils it, so its opening is noted"
        )
    line = json.dumps({"at": now(), "sandan": version("sandan"), "reason": reason}, ensure_ascii=False)
    with (folder / OPENED).open("a", encoding="utf-8") as file:
        file.write(f"{line}\n")
