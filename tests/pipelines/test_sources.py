import gzip
import json
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from crawler import WarcWriter, load_sites
from pipelines.inputs import kind_of, sniff, stem_of
from pipelines.sources import take
from pipelines.taken import Given, day_of
from schema import Page, SourceError

SITES = Path(__file__).parents[2] / "fixtures/sites"
NOTHING = Given()


def taken(*names, given=NOTHING, sites=()):
    return list(take(map(str, names), given=given, sites=sites))


@pytest.mark.parametrize(
    ("name", "kind", "stem"),
    [
        pytest.param("기사/000_4f.txt", "text", "000_4f", id="txt"),
        pytest.param("a.b.HTML", "html", "a.b", id="html"),
        pytest.param("old.htm", "html", "old", id="htm"),
        pytest.param("old.html.gz", "html", "old", id="html.gz"),
        pytest.param("2019.warc.gz", "warc", "2019", id="warc.gz"),
        pytest.param("a.jsonl", "jsonl", "a", id="jsonl"),
        pytest.param("기사.본문", None, "기사.본문", id="unknown"),
        pytest.param("-", None, "stdin", id="stdin"),
    ],
)
def test_a_name_tells_kind_and_stem(name, kind, stem):
    assert (kind_of(name), stem_of(name)) == (kind, stem)


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        pytest.param(b"WARC/1.1\r\nWARC-Type: warcinfo", "warc", id="warc"),
        pytest.param(b'\xef\xbb\xbf{"text": ""}', "jsonl", id="jsonl-with-bom"),
        pytest.param(b"\n\n<!DOCTYPE html>", "html", id="html"),
        pytest.param("남동공단".encode("cp949"), "text", id="text"),
    ],
)
def test_first_bytes_tell_the_kind(head, kind):
    assert sniff(head) == kind


def test_every_kind_gives_the_same_article(inputs):
    found = taken(inputs.folder)
    assert [each.article.id for each in found[:6]] == ["a", "b", "c", "d", "줄", "e:3"]
    assert [each.article.url for each in found[6:]] == [*inputs.urls, *inputs.urls]
    assert {(each.article.title, each.article.text) for each in found} == {
        (inputs.title, inputs.body.strip())
    }


def test_what_has_no_known_name_is_known_by_its_bytes(inputs):
    for name in ("a.txt", "c.html", "d.html.gz", "e.jsonl", "g.warc.gz"):
        copy = inputs.folder / "이름없음"
        copy.write_bytes((inputs.folder / name).read_bytes())
        assert [each.article.text for each in taken(copy)] == [inputs.body.strip()] * len(
            taken(inputs.folder / name)
        )


READABLE = "expected text, HTML, JSON lines or WARC"
BROKEN_HTML = "<html><body><div <p>금형<table><<<".encode()
CUT_HTML = gzip.compress(b"<p>" * 9999)[:-9]
BAD = [
    pytest.param("absent.txt", None, "expected a readable file, got: No such file", id="missing"),
    pytest.param("empty.txt", b"", "expected an article, got an empty file; ", id="empty"),
    pytest.param("photo.txt", b"\x89PNG\r\n\x1a\n", f"{READABLE}, got a PNG picture", id="picture"),
    pytest.param("notice.txt", b"\xd0\xcf\x11\xe0", f"{READABLE}, got a HWP or old office file", id="hwp"),
    pytest.param("noise.html", bytes(range(256)) * 9, f"{READABLE}, got a binary file; ", id="binary"),
    pytest.param("broken.html", BROKEN_HTML, "expected an article, got No", id="broken-html"),
    pytest.param("english.txt", b"English.\n" * 9, "expected an article, got NotKorean: ", id="english"),
    pytest.param("cut.html.gz", CUT_HTML, "expected a whole gzip file, got a broken one", id="cut-gzip"),
    pytest.param("no.html.gz", b"\x1f\x8bno", "expected a whole gzip file, got a broken one", id="no-gzip"),
    pytest.param("no.warc", "남동공단".encode(), "record 1", id="no-warc"),
]


@pytest.mark.parametrize(("name", "content", "message"), BAD)
def test_a_bad_file_is_one_error_and_the_others_go_on(tmp_path, inputs, name, content, message):
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    error, good = taken(path, inputs.folder / "a.txt")
    assert isinstance(error, SourceError)
    assert str(error).startswith(f"{path}: ")
    assert "\n" not in str(error)
    with pytest.raises(SourceError, match=message):
        raise error
    assert good.article.id == "a"


@pytest.mark.parametrize(
    ("line", "message"),
    [
        pytest.param("{not json", r"expected a JSON object in UTF-8, got '{not json'", id="syntax"),
        pytest.param("[" * 100_000, r"expected a JSON object in UTF-8, got '\[\[\[", id="depth"),
        pytest.param("[]", r"expected a JSON object in UTF-8, got '\[\]'", id="list"),
        pytest.param('{"title": "제목"}', "expected a text as 'text', got None", id="no-text"),
        pytest.param('{"text": " "}', "expected a text as 'text', got ' '", id="empty-text"),
        pytest.param('{"text": "글", "url": 5}', "expected a text as 'url', got 5", id="number"),
        pytest.param(
            '{"text": "글", "published": "어제"}', "expected a day as 2018-05-30, got '어제'", id="day"
        ),
    ],
)
def test_a_bad_line_is_one_error_and_the_next_lines_go_on(tmp_path, inputs, line, message):
    path = tmp_path / "articles.jsonl"
    good = json.dumps({"id": 7, "text": inputs.text, "publisher": None})
    path.write_text(f"{good}\n{line}\n\n{good}\n", "utf-8")
    first, error, second = taken(path)
    with pytest.raises(SourceError, match=rf"{path}:2: {message}"):
        raise error
    assert (first, second.article.id) == (second, "7")


def test_a_line_says_more_than_the_caller(tmp_path, inputs):
    path = tmp_path / "articles.jsonl"
    entry = {
        "text": inputs.text,
        "publisher": "남동산업신문",
        "published": "2018-05-30T09:12:00Z",
        "url": None,
    }
    path.write_text(json.dumps(entry))
    given = Given(
        url="http://paper.example/9", publisher="전자신문", published=day_of("2020-01-01", place="")
    )
    (found,) = taken(path, given=given)
    assert (found.article.publisher, found.article.url) == ("남동산업신문", "http://paper.example/9")
    assert found.article.published.at.isoformat() == "2018-05-30T18:12:00+09:00"


def test_a_lone_surrogate_is_replaced(tmp_path, inputs):
    path = tmp_path / "articles.jsonl"
    path.write_text(json.dumps({"text": inputs.text, "title": "금형 \ud83d 소식"}))
    (found,) = taken(path)
    assert found.article.title == "금형 ? 소식"


def test_what_stands_before_a_cut_in_an_archive_is_kept(tmp_path, inputs):
    for name in ("f.warc", "g.warc.gz"):
        path = tmp_path / name
        path.write_bytes((inputs.folder / name).read_bytes()[:-200])
        first, error = taken(path)
        assert first.article.url == inputs.urls[0]
        assert str(error).startswith(f"{path}: ")


def test_what_an_archive_holds_besides_articles_is_no_error(tmp_path, inputs, caplog):
    sites = load_sites(SITES)
    home = "http://www.seohaenuri.example"
    html, picture = (("Content-Type", "text/html"),), (("Content-Type", "image/png"),)
    english = b"<html><body><p>English alone.</p></body></html>"
    pages = [
        (f"{home}/", html, b"<a>list</a>"),
        (f"{home}/photo.png", picture, b"\x89PNG"),
        ("http://paper.example/english", html, english),
        (f"{home}/news/articleView.html?idxno=1", html, english),
    ]
    with closing(WarcWriter(tmp_path / "warc")) as writer:
        for url, headers, body in pages:
            writer.write(Page(url, "", 200, datetime(2024, 5, 30, tzinfo=UTC), headers, body))
    with caplog.at_level("INFO"):
        assert taken(tmp_path / "warc", sites=sites) == []
    # As in a night: a page that only looks like an article by its address is told, and no failure.
    assert "no article: NotKorean: http://www.seohaenuri.example/news/articleView" in caplog.text
    assert "4 records are no articles" in caplog.text


def test_a_folder_without_readable_files_is_told(tmp_path):
    (tmp_path / "a.pdf").write_bytes(b"%PDF")
    (tmp_path / ".hidden.txt").write_text("숨은 글")
    (error,) = taken(tmp_path)
    assert "expected a folder with readable files, got none" in str(error)


def test_a_page_of_a_declared_paper_is_read_by_its_layouts():
    (found,) = taken(SITES / "seohaenuri/view-10231.html", sites=load_sites(SITES))
    assert (found.article.id, found.article.layout) == ("view-10231", "view")
    assert found.lasting_id == "seohaenuri:10231"


def test_an_articles_lasting_id_tells_articles_apart_and_nothing_else(tmp_path, inputs):
    text, again, other = (tmp_path / place for place in ("a.txt", "b/a.txt", "c/a.txt"))
    for path, content in ((text, inputs.text), (again, inputs.text), (other, inputs.text * 2)):
        path.parent.mkdir(exist_ok=True)
        path.write_text(content, "utf-8")
    ids = [each.lasting_id for each in taken(text, again, other)]
    assert ids[0] == ids[1] != ids[2]
    # With an address it is the address that counts, whatever the file is called and holds.
    address = replace(NOTHING, url="http://paper.example/1")
    assert taken(text, given=address)[0].lasting_id == taken(other, given=address)[0].lasting_id
    shared = Given(url=f"{address.url}?utm_source=naver#top")
    assert taken(text, given=shared)[0].lasting_id == taken(text, given=address)[0].lasting_id
    assert taken(inputs.folder / "f.warc")[0].lasting_id == taken(text, given=address)[0].lasting_id
