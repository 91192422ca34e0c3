import os
import re
import shutil
import sqlite3
import subprocess
from dataclasses import replace

import pytest
from sqlite_utils import Database

from pipelines.articles import keep_article, read_article
from pipelines.extractions import keep_extraction, pending_articles
from pipelines.records import TABLES
from pipelines.store import hold, open_db
from schema import DatabaseError

MADE_AT = "2026-11-22T03:00:00+09:00"
LATER = "2026-11-23T03:00:00+09:00"


def rows(db):
    return {table: list(db.table(table).rows) for table in (*TABLES, "extractions", "articles")}


@pytest.fixture
def kept(db, an_article, an_extraction):
    keep_article(db, an_article)
    keep_extraction(db, an_extraction(), article=an_article, made_at=MADE_AT)
    return db


def test_a_database_is_opened_to_be_read_while_it_is_written(db):
    assert db.journal_mode == "wal"
    assert db.execute("PRAGMA foreign_keys").fetchone() == (1,)


def test_an_article_comes_back_equal(kept, an_article):
    assert read_article(kept, an_article.id) == an_article


@pytest.mark.parametrize("missing", ["published", "url", "site", "publisher"])
def test_an_article_without_it_comes_back_equal(db, an_article, missing):
    article = replace(an_article, **{missing: None})
    keep_article(db, article)
    assert read_article(db, article.id) == article


def test_the_same_article_again_changes_nothing(kept, an_article):
    assert keep_article(kept, an_article) is False


def test_every_record_has_its_row(kept):
    assert {table: len(found) for table, found in rows(kept).items()} == {
        "complexes": 1,
        "organizations": 1,
        "clusters": 1,
        "people": 1,
        "figures": 2,
        "counts": 1,
        "members": 1,
        "mentions": 1,
        "evidence": 8,
        "extractions": 1,
        "articles": 1,
    }


def test_every_quote_stands_where_it_says(kept):
    query = 'select quote, start, "end", text from evidence join extractions using (article_id)'
    found = list(kept.query(query))
    assert len(found) == 8
    assert all(row["text"][row["start"] : row["end"]] == row["quote"] for row in found)


def test_records_point_at_the_entries_they_name(kept):
    query = """
        select organizations.name as firm, complexes.name as park, people.name as person, figures.provider_id
        from members join organizations on organizations.id = members.organization_id
        join clusters on clusters.id = members.cluster_id join complexes on complexes.id = clusters.complex_id
        join people on people.organization_id = organizations.id
        join figures on figures.recipient_id = organizations.id"""
    found = {"firm": "한빛정밀", "park": "남동국가산업단지", "person": "이도윤", "provider_id": None}
    assert list(kept.query(query)) == [found, found]


def test_the_same_extraction_again_changes_no_row(kept, an_article, an_extraction):
    before = rows(kept)
    assert keep_extraction(kept, an_extraction(), article=an_article, made_at=LATER) is False
    assert rows(kept) == before


def test_another_recipe_with_the_same_records_changes_the_extraction_alone(kept, an_article, an_extraction):
    before = rows(kept)
    assert keep_extraction(kept, an_extraction(recipe="money/1 counts/2"), article=an_article, made_at=LATER)
    after = rows(kept)
    (extraction,) = after.pop("extractions")
    assert (extraction["recipe"], extraction["made_at"]) == ("money/1 counts/2", LATER)
    assert after == {table: found for table, found in before.items() if table != "extractions"}


def test_a_better_rule_shows_as_a_change_of_the_same_rows(kept, an_article, an_extraction):
    before = rows(kept)
    keep_extraction(kept, an_extraction(recipe="money/2", version=2), article=an_article, made_at=LATER)
    after = rows(kept)
    for table in TABLES:
        assert [row["id"] for row in after[table]] == [row["id"] for row in before[table]]
        assert {row["rule_version"] for row in after[table]} == {2}


def test_a_record_that_is_gone_leaves_no_row(kept, an_article, an_extraction):
    extraction = an_extraction(recipe="money/2")
    fewer = replace(extraction, records=replace(extraction.records, figures=(), members=()))
    keep_extraction(kept, fewer, article=an_article, made_at=LATER)
    assert kept.table("figures").count == kept.table("members").count == 0
    assert kept.table("evidence").count_where("record_kind in ('figures', 'members')") == 0


def test_a_misprinted_amount_does_not_stop_the_night(db, an_article, an_extraction):
    extraction = an_extraction()
    figure = replace(extraction.records.figures[0], min=10**25, max=10**26)
    keep_article(db, an_article)
    absurd = replace(extraction, records=replace(extraction.records, figures=(figure,)))
    keep_extraction(db, absurd, article=an_article, made_at=MADE_AT)
    assert [(row["min"], row["max"]) for row in db.table("figures").rows] == [(2**63 - 1, 2**63 - 1)]


def test_an_article_waits_until_it_is_read_and_again_when_it_changes(db, an_article, an_extraction):
    def waiting(recipe):
        return pending_articles(db, recipe=recipe)

    keep_article(db, an_article)
    assert waiting("money/1") == [an_article.id]
    keep_extraction(db, an_extraction(), article=an_article, made_at=MADE_AT)
    assert waiting("money/1") == []
    assert waiting("money/2") == [an_article.id]
    keep_article(db, replace(an_article, published=None))
    assert waiting("money/1") == [an_article.id]


def test_half_a_transaction_leaves_the_rows_of_before(kept, an_article, an_extraction):
    before = rows(kept)
    extraction = an_extraction(recipe="money/2")
    figure = replace(extraction.records.figures[0], max=1)
    broken = replace(extraction, records=replace(extraction.records, figures=(figure,)))
    with pytest.raises(sqlite3.IntegrityError, match="min <= max"):
        keep_extraction(kept, broken, article=an_article, made_at=LATER)
    assert rows(kept) == before


def test_a_database_of_a_newer_sandan_is_refused_untouched(tmp_path):
    path = tmp_path / "news.db"
    with open_db(path) as db:
        row = {"migration_set": "sandan", "name": "0099_stories", "applied_at": MADE_AT}
        db.table("_sqlite_migrations").insert(row)
    before = path.read_bytes()
    with (
        pytest.raises(DatabaseError, match=r"0099_stories, made by a newer sandan; update sandan"),
        open_db(path),
    ):
        pass
    assert path.read_bytes() == before


def test_a_database_of_another_program_is_refused_untouched(tmp_path):
    path = tmp_path / "photos.db"
    other = Database(path)
    other.table("photos").insert({"id": 1})
    other.close()
    with pytest.raises(DatabaseError, match="another program's with the table 'photos'"), open_db(path):
        pass
    assert Database(path).table_names() == ["photos"]


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        pytest.param(
            "news.db",
            "한국산업단지".encode() * 99,
            "expected a database, got another kind of file",
            id="text",
        ),
        pytest.param(".", None, "expected a file", id="folder"),
        pytest.param("absent/news.db", None, "expected a file to open", id="no-folder"),
    ],
)
def test_what_is_no_database_is_told(tmp_path, name, content, message):
    path = tmp_path / name
    if content:
        path.write_bytes(content)
    with pytest.raises(DatabaseError, match=f"^{re.escape(str(path))}: {message}"), open_db(path):
        pass


def test_a_locked_database_is_told(tmp_path):
    path = tmp_path / "news.db"
    with open_db(path):
        pass
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("begin exclusive")
    with pytest.raises(DatabaseError, match="locked by another program"), open_db(path, busy=0.1) as db:
        db.table("runs").insert({"id": 1, "command": "run", "version": "", "started_at": MADE_AT})
    other.close()


def test_two_holders_exclude_each_other_and_the_lock_ends_with_its_holder(tmp_path):
    path = tmp_path / "news.db"
    with (
        hold(path),
        pytest.raises(DatabaseError, match=rf"at work on it \(process {os.getpid()}\)"),
        hold(path),
    ):
        pass
    with hold(path):
        pass


@pytest.fixture
def small_disk(tmp_path):
    """Give a file system of its own, 2 MB large."""
    mount, umount = shutil.which("mount"), shutil.which("umount")
    place = tmp_path / "disk"
    place.mkdir()
    made = mount and subprocess.run(
        [mount, "-t", "tmpfs", "-o", "size=2m", "none", place], capture_output=True
    )
    if not made or made.returncode:
        pytest.skip("this machine does not let the test mount a small disk")
    yield place
    subprocess.run([umount, "-l", place], check=True)


def test_a_full_disk_is_told_and_loses_nothing(small_disk, an_article, an_extraction):
    path = small_disk / "news.db"
    with open_db(path) as db:
        keep_article(db, an_article)
        keep_extraction(db, an_extraction(), article=an_article, made_at=MADE_AT)
        before = rows(db)
    with pytest.raises(DatabaseError, match="got a full disk; free some"), open_db(path) as db:
        keep_article(db, replace(an_article, id="namdong:2", text=an_article.text * 99_999))
    with open_db(path) as db:
        assert db.execute("pragma integrity_check").fetchone() == ("ok",)
        assert rows(db)["evidence"] == before["evidence"]


def test_a_read_only_disk_is_told(small_disk):
    path = small_disk / "news.db"
    with open_db(path):
        pass
    subprocess.run(["mount", "-o", "remount,ro", small_disk], check=True)  # binds root too
    with (
        pytest.raises(DatabaseError, match="got a read-only one; change its rights"),
        hold(path),
        open_db(path),
    ):
        pass


def test_a_read_only_folder_is_told(tmp_path):
    tmp_path.chmod(0o500)
    if os.access(tmp_path, os.W_OK):
        pytest.skip("whoever runs this may write into a read-only folder")
    with pytest.raises(DatabaseError, match="got a read-only one"), hold(tmp_path / "news.db"):
        pass
