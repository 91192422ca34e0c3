"""Named files, folders and standard input, opened as streams of a known kind."""

import gzip
import io
import os
import re
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, cast

from schema import SourceError

Kind = Literal["text", "html", "jsonl", "warc", "xlsx", "urls"]

KINDS: dict[str, Kind] = {
    ".txt": "text",
    ".html": "html",
    ".htm": "html",
    ".jsonl": "jsonl",
    ".warc": "warc",
    ".xlsx": "xlsx",
    ".urls": "urls",
}
STDIN = "-"
KNOWN = ".txt, .html, .html.gz, .jsonl, .warc, .warc.gz, .xlsx, .urls, a folder, or -"

# The longest text, page or line taken into memory; the longest article we met has some 100 kB, its page 2 MB.
MOST = 64 * 1024 * 1024
HEAD = 4096
GZIP = b"\x1f\x8b"
ZIP = b"PK\x03\x04"
MAGIC = {
    b"%PDF": "PDF",
    ZIP: "a ZIP or office file",
    b"\xd0\xcf\x11\xe0": "a HWP or old office file",
    b"\x89PNG": "a PNG picture",
    b"\xff\xd8\xff": "a JPEG picture",
    b"SQLite format 3": "a SQLite database",
}
COMMENT = "#"  # before a line of a list that is no address
UTF16 = (b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True, slots=True)
class Input:
    """An open input: what messages call it, the stem that names its article, what it holds, and its bytes."""

    name: str
    stem: str
    kind: Kind
    stream: io.BufferedReader

    def read(self) -> bytes:
        """Return all bytes; too many are refused."""
        body = self.stream.read(MOST + 1)
        if len(body) > MOST:
            raise SourceError(f"{self.name}: expected at most {MOST} bytes, got more; split it")
        return body


def find_files(name: str) -> Iterator[str]:
    """Yield the name, or of a folder the files of known kinds anywhere in it, in the order of their names."""
    if name == STDIN or not Path(name).is_dir():
        yield name
        return
    found = False
    for folder, folders, files in os.walk(name):
        folders[:] = sorted(each for each in folders if not each.startswith("."))
        for file in sorted(files):
            if not file.startswith(".") and kind_of(file):
                found = True
                yield str(Path(folder, file))
    if not found:
        raise SourceError(f"{name}: expected a folder with readable files, got none; known are {KNOWN}")


def kind_of(name: str) -> Kind | None:
    """Return what a file's name promises: `a.html.gz` is html; None where it promises nothing."""
    return KINDS.get(Path(name.lower().removesuffix(".gz")).suffix)


def stem_of(name: str) -> str:
    """Return the name of a file's article: `000.html.gz` is 000, and standard input is stdin."""
    if name == STDIN:
        return "stdin"
    name = decodable(name)
    path = Path(name[:-3] if name.lower().endswith(".gz") else name)
    return path.stem if kind_of(path.name) else path.name


def decodable(name: str) -> str:
    """Return a name from the command line with � for the bytes that are no UTF-8; no file can hold them."""
    return os.fsencode(name).decode("utf-8", "replace")


@contextmanager
def open_input(name: str) -> Iterator[Input]:
    """Open an input, unpacked; what cannot be opened or is none of ours becomes a SourceError."""
    label = "standard input" if name == STDIN else name
    try:
        # Standard input stays open: a second `-` is then empty, and no error of Python's.
        with open(sys.stdin.fileno() if name == STDIN else name, "rb", closefd=name != STDIN) as packed:
            yield recognize(packed, name=name, label=label)
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise SourceError(f"{label}: expected a whole gzip file, got a broken one; fetch it again") from error
    except OSError as error:
        raise SourceError(
            f"{label}: expected a readable file, got: {error.strerror}; check its name"
        ) from error


def recognize(packed: io.BufferedReader, *, name: str, label: str) -> Input:
    """Return what a stream holds, by its name or its first bytes; SourceError for what cannot be read."""
    head = head_of(packed)
    if not head:
        raise SourceError(f"{label}: expected an article, got an empty file; give another")
    kind = kind_of(name) or sniff(head)
    if kind == "text" and is_address_list(head):
        kind = "urls"
    if kind == "xlsx":
        if not head.startswith(ZIP):
            refuse_binary(head, label=label)
            raise SourceError(f"{label}: expected an Excel file (.xlsx), got another; export it again")
        return Input(label, stem_of(name), kind, packed)
    if kind == "warc":
        # Its reader unpacks record by record, and so keeps what stands before a cut.
        return Input(label, stem_of(name), kind, packed)
    refuse_binary(head, label=label)
    zipped = packed.peek(len(GZIP)).startswith(GZIP)
    stream = cast(io.BufferedReader, gzip.GzipFile(fileobj=packed)) if zipped else packed
    return Input(label, stem_of(name), kind, stream)


def head_of(stream: io.BufferedReader) -> bytes:
    """Return what a stream begins with, unpacked, and leave it there."""
    head = stream.peek(HEAD)[:HEAD]
    return zlib.decompressobj(wbits=31).decompress(head, HEAD) if head.startswith(GZIP) else head


def sniff(head: bytes) -> Kind:
    """Return what the first bytes look like: `WARC/`, `{`, `<`, or else a text."""
    if head.startswith(b"WARC/"):
        return "warc"
    first = head.removeprefix(b"\xef\xbb\xbf").lstrip()[:1]
    return "jsonl" if first == b"{" else "html" if first == b"<" else "text"


def is_address_list(head: bytes) -> bool:
    """Tell whether a text's first bytes are addresses, one a line, and nothing else but comments."""
    lines = [line.strip() for line in head.removeprefix(b"\xef\xbb\xbf").splitlines()]
    told = [line for line in lines if line and not line.startswith(COMMENT.encode())]
    return bool(told) and all(re.match(rb"https?://\S+$", line, re.IGNORECASE) for line in told)


def refuse_binary(head: bytes, *, label: str) -> None:
    """Raise for what is no text in any encoding."""
    found = next((kind for magic, kind in MAGIC.items() if head.startswith(magic)), None)
    if found is None and b"\x00" in head and not head.startswith(UTF16):
        found = "a binary file"
    if found:
        raise SourceError(
            f"{label}: expected text, HTML, JSON lines or WARC, got {found}; save it as text first"
        )
