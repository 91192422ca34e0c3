import gzip
import io
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime

import pytest

from crawler import WarcWriter, read_at, read_warc
from schema import Page, SourceError

AT = datetime(2026, 11, 22, 3, 15, 0, 123456, tzinfo=UTC)
HEADERS = (("Content-Type", "text/html; charset=euc-kr"), ("Set-Cookie", "a=1"), ("Set-Cookie", "b=2"))


def page(number: int, *, status: int = 200) -> Page:
    body = f"<p>{number} 미니클러스터</p>\r\n".encode("cp949") * 50 * number
    return Page(f"http://paper.kr/a?id={number}&q=한글", "paper", status, AT, HEADERS, body)


PAGES = [page(0), page(1), page(2, status=404), page(3, status=299)]


@pytest.fixture
def kept(tmp_path):
    writer = WarcWriter(tmp_path / "warc")
    places = [writer.write(each) for each in PAGES]
    writer.close()
    return tmp_path / "warc", places


def read(data: bytes) -> list[Page]:
    return list(read_warc(io.BytesIO(data), name="a.warc.gz"))


def test_a_page_comes_back_from_its_place_and_in_order(kept):
    folder, places = kept
    file = folder / places[0].file
    assert [read_at(file, offset=place.offset) for place in places] == PAGES
    assert read(file.read_bytes()) == PAGES
    assert places[-1].offset + places[-1].length == file.stat().st_size


def test_the_file_conforms_to_the_standard(kept):
    folder, places = kept
    file = folder / places[0].file
    command = [sys.executable, "-m", "warcio.cli", "check", "-v", str(file)]
    assert subprocess.run(command, capture_output=True, check=True, text=True).stdout.count(
        "digest pass"
    ) == 1 + len(PAGES)


def test_no_page_no_file_and_each_run_its_own(tmp_path):
    WarcWriter(tmp_path / "warc").close()
    assert not (tmp_path / "warc").exists()
    for _ in range(2):
        with closing(WarcWriter(tmp_path / "warc")) as writer:
            assert writer.write(page(1)).file.startswith("sandan-2")
    assert len(list((tmp_path / "warc").iterdir())) == 2


@pytest.mark.parametrize("plain", [False, True], ids=["gzipped", "plain"])
def test_a_file_cut_anywhere_gives_all_before_the_cut_then_an_error(kept, plain):
    folder, places = kept
    data = (folder / places[0].file).read_bytes()
    ends = [place.offset + place.length for place in places]
    if plain:
        ends = [len(gzip.decompress(data[:end])) for end in ends]
        data = gzip.decompress(data)
    for cut in range(1, len(data), 37):
        whole = sum(end <= cut for end in ends)
        pages, found = read_warc(io.BytesIO(data[:cut]), name="a.warc.gz"), []
        with pytest.raises(SourceError, match=r"a\.warc\.gz: record \d+ cannot be read: cut off"):
            found.extend(pages)
        assert whole <= len(found) <= whole + 1, "a page may be whole where its gzip member is not"
        assert found == PAGES[: len(found)]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        pytest.param(b"", "the file is empty", id="empty"),
        pytest.param(b"hello\n" * 100, "Unknown archive format", id="text"),
        pytest.param(b"\x1f\x8b\x08junk", "cut off", id="the beginning of a gzip"),
        pytest.param(gzip.compress(b"no archive\n\n"), "Unknown archive format", id="another gzip"),
        pytest.param(bytes(range(256)) * 9, "Unknown archive format", id="binary"),
    ],
)
def test_what_is_no_warc_is_told(data, message):
    with pytest.raises(SourceError, match=message):
        read(data)


FOREIGN = """WARC/1.0\r
WARC-Type: {type}\r
WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-00000000000{number}>\r
WARC-Target-URI: http://foreign.kr/{number}\r
WARC-Date: 2018-05-30T00:12:00Z\r
Content-Type: application/http\r
Content-Length: {length}\r
\r
"""


def record(number: int, block: bytes, *, kind: str = "response") -> bytes:
    return FOREIGN.format(type=kind, number=number, length=len(block)).encode() + block + b"\r\n\r\n"


def test_a_foreign_archive_gives_its_responses_decoded():
    zipped = gzip.compress("압축한 기사".encode())
    head = b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked\r\nX-A: b\r\n\r\n"
    chunked = b"%x\r\n%s\r\n0\r\n\r\n" % (len(zipped), zipped)
    data = record(1, b"GET / HTTP/1.1\r\n\r\n", kind="request") + record(2, head + chunked)
    for archive in (data, gzip.compress(data)):  # the latter zipped as a whole, against the standard
        [found] = read(archive)
        assert found.body.decode() == "압축한 기사"
        assert (found.url, found.site, found.status) == ("http://foreign.kr/2", "", 200)
        assert found.headers == (("X-A", "b"),)
        assert found.fetched_at.isoformat() == "2018-05-30T09:12:00+09:00"


def test_reading_leaves_the_stream_open():
    source = io.BytesIO(record(1, b"HTTP/1.1 200 OK\r\n\r\nx"))
    assert len(list(read_warc(source, name="-"))) == 1
    assert not source.closed
