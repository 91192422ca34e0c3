from pathlib import Path

import pytest

from crawler import load_sites
from pipelines.sources import take
from pipelines.store import open_db
from pipelines.taken import Given, Wanted

SITES = Path(__file__).parents[2] / "fixtures/sites"
HOME = "http://www.seohaenuri.example"
ONE = f"{HOME}/news/articleView.html?idxno=10231"


def taken(path):
    return list(take([str(path)], given=Given(), sites=load_sites(SITES)))


@pytest.mark.parametrize("name", ["list.urls", "list.txt", "목록"])
def test_a_list_of_addresses_is_known_by_its_name_or_its_lines(tmp_path, name):
    path = tmp_path / name
    path.write_text(
        f"\ufeff# 서해누리\n{HOME}/news/articleView.html?sc=1&idxno=10231#none\r\n\n{ONE}\n", "utf-8"
    )
    found = taken(path)
    assert [(each.site, each.link.url) for each in found] == [("seohaenuri", ONE)] * 2


def test_a_text_that_begins_with_an_address_is_a_text_still(tmp_path, inputs):
    path = tmp_path / "a.txt"
    path.write_text(f"{ONE}\n{inputs.text}", "utf-8")
    assert not any(isinstance(each, Wanted) for each in taken(path))


def test_what_is_no_address_of_ours_is_told_line_by_line_and_paper_by_paper(tmp_path):
    path = tmp_path / "list.urls"
    lines = [
        "글자",
        f"{HOME}/about",
        f"서해누리,{ONE},2018",
        *(f"http://other.example/{n}" for n in range(9)),
    ]
    path.write_text("\n".join([*lines, "https://Third.example/1"]), "utf-8")
    wanted, *errors = sorted(taken(path), key=lambda each: not isinstance(each, Wanted))
    assert wanted.link.url == ONE
    told = [str(error).removeprefix(str(path)) for error in errors]
    assert told[0] == ":1: expected an address as http://…, got '글자'; correct the line"
    assert told[1].startswith(
        ":2: expected an article's address as '/news/articleView.html?idxno={id}', got 'http"
    )
    assert [each.partition("got ")[2].partition(";")[0] for each in told[2:]] == [
        "9 of other.example",
        "1 of third.example",
    ]


def test_imported_addresses_wait_for_the_next_night(command, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("list.txt").write_text(f"{ONE}\nhttp://other.example/1\n", "utf-8")
    done = command("import", "list.txt", "--sites", str(SITES))
    assert done.code == 1
    assert "imported 0 articles, of which 0 had something new to read; 1 failed" in done.err
    assert "1 addresses wait for their page" in done.err
    with open_db(tmp_path / "news.db") as db:
        assert [(row["url"], row["state"]) for row in db.table("frontier").rows] == [(ONE, "new")]
        assert db.execute("select source from links").fetchall() == [("list.txt",)]


def test_a_list_of_addresses_has_nothing_to_extract(command, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("list.txt").write_text(f"{ONE}\n", "utf-8")
    done = command("extract", "list.txt", "--sites", str(SITES))
    assert (done.code, done.out) == (2, "")
    assert "list.txt holds addresses: give it to sandan import" in done.err
