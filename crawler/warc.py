"""Pages in WARC files, the standard form of web archives: one gzip member a page, readable for anybody.

By warcio: it writes and reads, is pure Python, and gives each record its own gzip member, so that a row's
file and offset lead straight to the bytes. fastwarc reads several times as fast, but cannot write.
"""

import os
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from gzip import GzipFile
from http import HTTPStatus
from io import BufferedReader, BytesIO
from itertools import count
from pathlib import Path
from secrets import token_hex
from typing import Any, BinaryIO, cast

from warcio.archiveiterator import ArchiveIterator  # type: ignore[import-untyped]
from warcio.exceptions import ArchiveLoadFailed  # type: ignore[import-untyped]
from warcio.recordloader import ArcWarcRecord  # type: ignore[import-untyped]
from warcio.statusandheaders import StatusAndHeaders  # type: ignore[import-untyped]
from warcio.warcwriter import WARCWriter  # type: ignore[import-untyped]

from schema import Page, SourceError

from .dates import KOREA

SITE = "X-Sandan-Site"
GZIP = b"\x1f\x8b"
WIRE = frozenset({"content-encoding", "transfer-encoding", "content-length"})
"""Headers that tell how a body travelled; they are not true of the body that a page keeps."""


@dataclass(frozen=True, slots=True)
class Location:
    """Where a page is kept: the name of a WARC file, the offset and the length of its record there."""

    file: str
    offset: int
    length: int


@dataclass(slots=True)
class WarcWriter:
    """Keeps pages in a folder, in one new file a run, which comes to be with the first page.

    `sandan-20261122T031500Z-9f86d081.warc.gz`; a file is never written to again after its run.
    """

    folder: Path
    _out: BinaryIO | None = field(default=None, init=False)
    _name: str = field(default="", init=False)

    def write(self, page: Page) -> Location:
        """Return where the page now is; its bytes are on the disk by then."""
        out = self._out or self._open()
        start = out.tell()
        _writer(out).write_record(_record_of(page, out))
        out.flush()
        os.fsync(out.fileno())
        return Location(self._name, start, out.tell() - start)

    def close(self) -> None:
        """Close the file, if one was made."""
        if self._out is not None:
            self._out.close()
            self._out = None

    def _open(self) -> BinaryIO:
        self.folder.mkdir(parents=True, exist_ok=True)
        self._name = f"sandan-{datetime.now(UTC):%Y%m%dT%H%M%SZ}-{token_hex(4)}.warc.gz"
        self._out = (self.folder / self._name).open("xb")
        info = {"software": "sandan", "format": "WARC File Format 1.1"}
        writer = _writer(self._out)
        writer.write_record(writer.create_warcinfo_record(self._name, info))
        return self._out


def read_at(file: Path, *, offset: int) -> Page:
    """Return the page whose record starts at an offset."""
    with file.open("rb") as stream:
        stream.seek(offset)
        for page in read_warc(stream, name=f"{file} at {offset}"):
            return page
    raise SourceError(f"{file}: no page at {offset}")


def read_warc(stream: BinaryIO, *, name: str) -> Iterator[Page]:
    """Yield the pages of anybody's WARC, gzipped or not; SourceError where it is cut, after all before."""
    buffered = BufferedReader(cast("Any", stream))
    try:
        records = ArchiveIterator(Source(buffered))
        for number in count(1):
            try:
                record = next(records, None)
                page = _page_of(record) if record is not None else None
            except (ArchiveLoadFailed, AttributeError, EOFError, OSError, ValueError, zlib.error) as error:
                # AttributeError is how warcio takes a record without an address.
                said = str(error).strip() or type(error).__name__
                raise SourceError(f"{name}: record {number} cannot be read: {said}") from error
            if record is None:
                return
            if page is not None:
                yield page
    finally:
        buffered.detach()  # else it would close the caller's stream


class Source:
    """The bytes of a WARC for warcio, which by itself takes a cut file for a finished one."""

    def __init__(self, stream: BufferedReader) -> None:
        zipped = stream.peek(len(GZIP)).startswith(GZIP)
        self.unzipped = GzipFile(fileobj=stream) if zipped else stream
        self.tail = b""

    def read(self, size: int = -1) -> bytes:
        """Return the next bytes; an error at an end in the middle of a gzip member or of a record."""
        try:
            # One piece at a time, for what is whole before a cut must come before its error.
            data = self.unzipped.read1(size)
        except EOFError as error:
            raise OSError("cut off in the middle of a gzip member") from error
        self.tail = (self.tail + data)[-4:]
        if size and not data and not self.tail.endswith((b"\r\n\r\n", b"\n\n")):
            raise OSError("cut off before the end of a record" if self.tail else "the file is empty")
        return data


def _writer(out: BinaryIO) -> WARCWriter:
    return WARCWriter(out, gzip=True, warc_version="1.1")


def _record_of(page: Page, out: BinaryIO) -> ArcWarcRecord:
    phrase = HTTPStatus(page.status).phrase if page.status in set(HTTPStatus) else ""
    headers = [*page.headers, ("Content-Length", str(len(page.body)))]
    return _writer(out).create_warc_record(
        page.url,
        "response",
        payload=BytesIO(page.body),
        length=len(page.body),
        http_headers=StatusAndHeaders(f"{page.status} {phrase}", headers, protocol="HTTP/1.1"),
        warc_headers_dict={
            "WARC-Date": page.fetched_at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ"),
            SITE: page.site,
        },
    )


def _page_of(record: ArcWarcRecord) -> Page | None:
    """Return the page of a response record; None for the other kinds."""
    if record.rec_type != "response" or record.http_headers is None:
        return None
    body = record.content_stream().read()
    record.raw_stream.read()
    if getattr(record.raw_stream, "limit", 0):
        raise EOFError(f"cut off {record.raw_stream.limit} bytes before its end")
    headers = record.rec_headers
    return Page(
        url=headers.get_header("WARC-Target-URI"),
        site=headers.get_header(SITE, ""),
        status=int(record.http_headers.get_statuscode()),
        fetched_at=datetime.fromisoformat(headers.get_header("WARC-Date")).astimezone(KOREA),
        headers=tuple((n, v) for n, v in record.http_headers.headers if n.lower() not in WIRE),
        body=body,
    )
