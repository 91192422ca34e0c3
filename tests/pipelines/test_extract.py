"""`sandan extract` as a person calls it: every kind of input, good and bad, and what comes out where."""

import gzip
import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from crawler import WarcWriter
from schema import Page

BODY = (
    "한국산업단지공단은 30일 남동공단 금형 미니클러스터 회원사인 한빛정밀에 1억500만원을 지원했다고 밝혔다.\n"
    "이 회사는 지난해 매출 50억원을 올렸으며 금형 미니클러스터에는 81개 기업이 참여하고 있다.\n"
)
TITLE = "금형 미니클러스터, 시제품 지원 나선다"
TEXT = f"{TITLE}\n{BODY}"
PARAGRAPHS = "".join(f"<p>{line}</p>" for line in BODY.splitlines())
HTML = f"""<!doctype html><html><head><meta charset="utf-8"><title>{TITLE}</title></head>
<body><h1>{TITLE}</h1><article>{PARAGRAPHS}</article></body></html>"""
SEEDS = Path(__file__).parents[3] / "shared/seeds"


def page(url):
    headers = (("Content-Type", "text/html; charset=utf-8"),)
    return Page(url, "", 200, datetime(2024, 5, 30, tzinfo=UTC), headers, HTML.encode())


@pytest.fixture
def files(tmp_path):
    """Make one good input of every kind, in the order of their names."""
    place = tmp_path / "기사"
    place.mkdir()
    (place / "a.txt").write_text(TEXT, "utf-8")
    (place / "b.txt").write_bytes(TEXT.encode("cp949"))
    (place / "c.html").write_text(HTML, "utf-8")
    (place / "d.html.gz").write_bytes(gzip.compress(HTML.encode()))
    entry = {"id": "줄", "title": TITLE, "text": BODY, "url": None}
    (place / "e.jsonl").write_text(json.dumps(entry) + "\n\n" + json.dumps({"text": TEXT}) + "\n", "utf-8")
    writer = WarcWriter(tmp_path)
    for number in (1, 2):
        writer.write(page(f"http://paper.example/{number}"))
    writer.close()
    packed = next(tmp_path.glob("*.warc.gz"))
    (place / "f.warc").write_bytes(gzip.decompress(packed.read_bytes()))
    packed.rename(place / "g.warc.gz")
    (place / "notes.pdf").write_bytes(b"%PDF-1.7")
    return place


def test_every_kind_of_input_gives_an_article_a_line_in_input_order(sandan, files):
    done = sandan("extract", "--json", files)
    assert (done.returncode, done.stderr) == (0, "")
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert [each["id"] for each in found[:6]] == ["a", "b", "c", "d", "줄", "e:3"]
    assert [each["url"] for each in found[6:]] == ["http://paper.example/1", "http://paper.example/2"] * 2
    # The same article everywhere says the same, whatever it came in.
    figures = {tuple((each["quote"], each["min"]) for each in article["figures"]) for article in found}
    assert figures == {(("1억500만원", 105_000_000), ("50억원", 5_000_000_000))}


def test_json_is_compact_korean(sandan, files):
    line = sandan("extract", "--json", files / "a.txt").stdout
    assert '"name":"남동국가산업단지"' in line
    assert "\\u" not in line


def test_a_person_reads_the_records(sandan, files):
    done = sandan("extract", files / "a.txt", "--published", "2024-05-30", "--publisher", "남동산업신문")
    assert done.returncode == 0
    assert "a  금형 미니클러스터, 시제품 지원 나선다  (남동산업신문, 2024-05-30)" in done.stdout
    assert "1억500만원 = 105,000,000 KRW" in done.stdout


def test_what_a_bare_file_lacks_is_given(sandan, files):
    given = ("--published", "2024-05-30", "--publisher", "남동산업신문", "--url", "http://paper.example/7")
    found = json.loads(sandan("extract", "--json", *given, files / "c.html").stdout)
    wanted = {
        "id": "c",
        "url": "http://paper.example/7",
        "publisher": "남동산업신문",
        "published": "2024-05-30",
    }
    assert {key: found[key] for key in wanted} == wanted
    assert [each["year"] for each in found["figures"] if each["kind"] == "revenue"] == [2023]


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(TEXT.encode(), id="text"),
        pytest.param(HTML.encode(), id="html"),
        pytest.param(gzip.compress(HTML.encode()), id="html.gz"),
        pytest.param(json.dumps({"text": TEXT}).encode(), id="jsonl"),
    ],
)
def test_standard_input_is_known_by_its_first_bytes(sandan, content):
    done = sandan("extract", "--json", "-", stdin=content)
    assert (done.returncode, done.stderr) == (0, "")
    found = json.loads(done.stdout)
    assert found["id"].startswith("stdin")
    assert len(found["figures"]) == 2


def test_an_archive_comes_through_a_pipe(sandan, files):
    for name in ("f.warc", "g.warc.gz"):
        done = sandan("extract", "--json", "-", stdin=(files / name).read_bytes())
        assert (done.returncode, len(done.stdout.splitlines())) == (0, 2), done.stderr


def test_each_bad_input_is_one_line_and_the_others_go_on(sandan, tmp_path, files):
    (tmp_path / "empty.txt").touch()
    (tmp_path / "photo.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    (tmp_path / "noise.html").write_bytes(bytes(range(256)) * 9)
    (tmp_path / "broken.html").write_text("<html><body><div <p>금형<table><<<", "utf-8")
    (tmp_path / "english.txt").write_text("Nothing but English here.\n" * 9)
    (tmp_path / "cut.html.gz").write_bytes((files / "d.html.gz").read_bytes()[:-200])
    archive = (files / "g.warc.gz").read_bytes()
    (tmp_path / "cut.warc.gz").write_bytes(archive[:-200])
    lines = [
        "{not json",
        "[]",
        '{"title": "본문이 없다"}',
        '{"text": "글", "published": "어제"}',
        '{"text": 5}',
    ]
    (tmp_path / "bad.jsonl").write_text(
        "\n".join([*lines, json.dumps({"id": "good", "text": TEXT})]), "utf-8"
    )
    (tmp_path / "nothing").mkdir()
    names = ("absent.txt", "empty.txt", "photo.txt", "noise.html", "broken.html", "english.txt")
    done = sandan(
        *("extract", "--json", *names, "cut.html.gz", "cut.warc.gz", "bad.jsonl", "nothing", files / "a.txt")
    )
    told = [
        "absent.txt: expected a readable file, got: No such file or directory; ",
        "empty.txt: expected an article, got an empty file; ",
        "photo.txt: expected text, HTML, JSON lines or WARC, got a PNG picture; ",
        "noise.html: expected text, HTML, JSON lines or WARC, got a binary file; ",
        "broken.html: expected an article, got No",
        "english.txt: expected an article, got NotKorean",
        "cut.html.gz: expected a whole gzip file, got a broken one; ",
        "cut.warc.gz: ",
        "bad.jsonl:1: expected a JSON object in UTF-8, got '{not json'; ",
        "bad.jsonl:2: expected a JSON object in UTF-8, got '[]'; ",
        "bad.jsonl:3: expected a text as 'text', got None; ",
        "bad.jsonl:4: expected a day as 2018-05-30, got '어제'; ",
        "bad.jsonl:5: expected a text as 'text', got 5; ",
        "nothing: expected a folder with readable files, got none; ",
    ]
    errors = [line.partition(" ERROR ")[2] for line in done.stderr.splitlines()]
    assert len(errors) == len(told), done.stderr
    for error, start in zip(errors, told, strict=True):
        assert error.startswith(start)
    found = [json.loads(line) for line in done.stdout.splitlines()]
    # What came before the cut is kept, and the good line after the bad ones.
    assert [each["url"] or each["id"] for each in found] == ["http://paper.example/1", "good", "a"]
    assert done.returncode == 3


@pytest.mark.parametrize(
    ("names", "code"),
    [
        pytest.param(("a.txt", "c.html"), 0, id="all-good"),
        pytest.param(("a.txt", "c.html", "absent.txt"), 1, id="some-bad"),
        pytest.param(("a.txt", "absent.txt", "absent.html"), 3, id="over-the-threshold"),
        pytest.param(("absent.txt",), 3, id="all-bad"),
    ],
)
def test_the_exit_code_tells_how_many_failed(sandan, files, names, code):
    assert sandan("extract", "-q", *(files / name for name in names)).returncode == code


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        pytest.param(
            ("--url", "http://a.example/1", "a.txt", "b.txt"), "give it with one FILE", id="url-of-two"
        ),
        pytest.param(("--published", "작년", "a.txt"), "expected a day as 2018-05-30, got '작년'", id="day"),
        pytest.param((), "Missing argument 'FILE...'", id="nothing"),
        pytest.param(("--sites", "absent", "a.txt"), "absent: ", id="sites"),
        pytest.param(("--set", "delya=2", "a.txt"), 'flag: unknown setting "delya"; known: ', id="setting"),
        pytest.param(
            ("--config", "absent.toml", "a.txt"), "absent.toml: expected a readable file", id="config"
        ),
    ],
)
def test_wrong_usage_is_told(sandan, arguments, message):
    done = sandan("extract", *arguments)
    assert done.returncode == 2
    assert message in done.stderr
    assert done.stdout == ""


def test_an_article_without_records_is_no_failure(sandan, tmp_path):
    (tmp_path / "날씨.txt").write_text("오늘의 날씨\n전국이 맑고 낮에는 따뜻하겠다고 예보됐다.\n", "utf-8")
    done = sandan("extract", "날씨.txt")
    assert (done.returncode, done.stderr) == (0, "")
    assert "no records" in done.stdout


def test_a_reader_who_has_seen_enough_is_no_error(tmp_path, files):
    import subprocess
    import sys

    command = Path(sys.executable).with_name("sandan")
    done = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {command} extract --json {files} {files} {files} | head -c 1"],
        capture_output=True,
        cwd=tmp_path,
    )
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the seed articles are not part of the project")
def test_the_seeds_come_whole(sandan):
    done = sandan("extract", "--json", *sorted(SEEDS.glob("*.txt")))
    assert done.returncode == 0
    found = {each["id"][:3]: each for each in map(json.loads, done.stdout.splitlines())}
    assert sorted(found) == ["000", "001", "002", "003", "004"]
    assert found["000"]["figures"] == []
