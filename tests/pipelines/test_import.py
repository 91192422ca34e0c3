import re
from contextlib import closing

from crawler import WarcWriter
from pipelines.sources import take
from pipelines.stages import keep_taken
from pipelines.store import open_db
from pipelines.taken import Given


def test_the_same_article_is_one_and_two_of_one_name_are_two(command, inputs, tmp_path, monkeypatch, dump):
    monkeypatch.chdir(tmp_path)
    for folder, text in (("again", inputs.text), ("other", inputs.text.replace("81개", "82개"))):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text(text, "utf-8")
    files = [str(inputs.folder), "again/a.txt", "other/a.txt", "absent.txt"]
    first = command("import", *files)
    before = dump(tmp_path / "news.db")
    second = command("import", *files)
    assert (first.code, second.code) == (1, 1)
    assert dump(tmp_path / "news.db") == before
    assert (first.out, second.out) == ("", "")
    assert "imported 12 articles, of which 9 had something new to read; 1 failed" in first.err
    assert "of which 0 had something new to read" in second.err
    with open_db(tmp_path / "news.db") as db:
        ids = sorted(re.sub("-[0-9a-f]{12}$", "", row["id"]) for row in db.table("articles").rows)
        web = [article_id for article_id in ids if article_id.startswith("web:")]
        assert len(web) == 2
        assert sorted(set(ids) - set(web)) == ["a", "b", "c", "d", "e:3", "줄"]
        # Each came with its page, or is a text that never had one.
        pages = db.execute("select count(*), count(page_id) from articles").fetchone()
        assert pages == (9, 4)
        assert db.table("figures").count == 2 * len(ids)


def test_a_page_replaces_a_bare_text_and_never_the_other_way_round(db, inputs, tmp_path):
    page, text = str(inputs.folder / "c.html"), str(inputs.folder / "a.txt")
    layouts = []
    with closing(WarcWriter(tmp_path / "warc")) as writer:
        for taken in take([text, page, text], given=Given(url="http://paper.example/1"), sites=()):
            keep_taken(db, taken, writer=writer)
            layouts += [(row["layout"], bool(row["page_id"])) for row in db.table("articles").rows]
    assert layouts == [("text", False), ("trafilatura", True), ("trafilatura", True)]
