"""The nightly job as a whole: the real command on the sample papers, disturbed in every way."""

import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from hashlib import sha256
from pathlib import Path

import pytest

from crawler import read_at
from pipelines.paperserver import load_papers, serve
from pipelines.records import TABLES

SITES = Path(__file__).parents[2] / "fixtures/sites"
SANDAN = Path(sys.executable).with_name("sandan")
MADE = "select made_at from extractions"


@pytest.fixture(scope="module")
def proxy():
    with serve(load_papers(SITES)) as address:
        yield address


@pytest.fixture(scope="module")
def start(proxy):
    """Give a function that starts a night in a folder."""

    def start(folder: Path, *options: str, command: str = "run") -> subprocess.Popen[str]:
        settings = ("--sites", str(SITES), "--set", f"proxy={proxy}", "--set", "delay=0.02", *options)
        return subprocess.Popen(
            [SANDAN, command, *settings],
            cwd=folder,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )

    return start


@pytest.fixture(scope="module")
def spend(start):
    """Give a function that spends a whole night in a folder and returns its exit code and what it told."""

    def spend(folder: Path, *options: str, command: str = "run") -> tuple[int, str]:
        process = start(folder, *options, command=command)
        out, told = process.communicate(timeout=100)
        assert "Traceback" not in told, told
        assert out == ""
        return process.returncode, told

    return spend


@pytest.fixture(scope="module")
def demo():
    """Give a function that runs the demonstration in a folder and returns its exit code and output."""

    def demo(folder: Path) -> tuple[int, str]:
        done = subprocess.run([SANDAN, "demo"], cwd=folder, capture_output=True, timeout=100, check=False)
        assert b"Traceback" not in done.stderr, done.stderr.decode()
        return done.returncode, done.stdout.decode()

    return demo


@pytest.fixture(scope="module")
def undisturbed(demo, tmp_path_factory):
    """Give the folder of one whole night that nothing disturbed: the demonstration's."""
    folder = tmp_path_factory.mktemp("undisturbed")
    code, shown = demo(folder)
    assert code == 0, shown
    return folder / "demo"


def ask(folder: Path, query: str) -> list[tuple]:
    """Return what the database says now; nothing while it is not there yet."""
    if not (folder / "news.db").exists():
        return []
    db = sqlite3.connect(f"file:{folder / 'news.db'}?mode=ro", uri=True)
    try:
        return db.execute(query).fetchall()
    except sqlite3.OperationalError:
        return []
    finally:
        db.close()


def kept(folder: Path) -> dict[str, list[tuple]]:
    """Return what a night leaves but for its times, sorted."""
    queries = {table: f"select * from {table}" for table in ("articles", *TABLES)}
    # A story's name tells when it was first seen; which articles are together does not hang on the nights.
    queries["stories"] = """
        select group_concat(article_id) from (select * from story_articles order by article_id)
        group by story_id"""
    queries["extractions"] = "select article_id, text, recipe, fingerprint from extractions"
    return {table: sorted(ask(folder, query), key=repr) for table, query in queries.items()}


def wait_for(folder: Path, query: str, *, least: int, process: subprocess.Popen[str]) -> None:
    """Return as soon as the database has so many; the process must still be running then."""
    deadline = time.monotonic() + 60
    while not (found := ask(folder, query)) or found[0][0] < least:
        assert process.poll() is None, process.communicate()
        assert time.monotonic() < deadline
        time.sleep(0.005)


def test_a_night_finds_what_the_sample_papers_hold(undisturbed):
    least = {"articles": 20, "clusters": 20, "organizations": 30, "figures": 20}
    counts = {table: len(kept(undisturbed)[table]) for table in least}
    assert all(counts[table] >= least[table] for table in least), counts


def test_every_article_of_a_night_is_in_a_story(undisturbed):
    query = """
        select count(*), count(story_id), count(minhash) from articles
        left join story_articles on story_articles.article_id = articles.id
        left join signatures on signatures.article_id = articles.id"""
    ((articles, placed, compared),) = ask(undisturbed, query)
    assert articles == placed == compared > 0


def test_from_every_record_the_way_leads_back_to_the_bytes(undisturbed):
    query = """
        select evidence.quote, extractions.text, start, "end", sha256, warc_file, warc_offset
        from evidence join extractions using (article_id) join articles on articles.id = article_id
        join pages on pages.id = page_id"""
    found = ask(undisturbed, query)
    assert len(found) == ask(undisturbed, "select count(*) from evidence")[0][0] > 0
    assert all(text[start:end] == quote for quote, text, start, end, *_ in found)
    for digest, file, offset in {row[4:] for row in found}:
        assert sha256(read_at(undisturbed / "warc" / file, offset=offset).body).hexdigest() == digest


def test_a_second_night_fetches_no_article_and_changes_nothing(undisturbed, demo, tmp_path):
    folder = shutil.copytree(undisturbed, tmp_path / "demo")
    code, shown = demo(tmp_path)
    assert code == 0
    assert "Nothing new was fetched" in shown
    assert re.search(rf"^articles kept +{len(kept(folder)['articles'])} *$", shown, re.MULTILINE)
    assert len(re.findall(r"^ *\d{1,3}(?:,\d{3})+ +[a-z_]+ ", shown, re.MULTILINE)) == 3
    assert ".venv/bin/sqlite-utils demo/news.db" in shown
    assert kept(folder) == kept(undisturbed)
    assert ask(folder, MADE) == ask(undisturbed, MADE)
    assert ask(folder, "select sum(fetched) from run_sites where run_id = 2") == [(0,)]


def test_a_night_killed_again_and_again_ends_as_an_undisturbed_one(undisturbed, start, spend, tmp_path):
    moments = (
        ("select count(*) from pages", 1),
        ("select count(*) from pages where role = 'article'", 9),
        ("select count(*) from articles", 5),
        ("select count(*) from extractions", 5),
    )
    for query, least in moments:
        process = start(tmp_path)
        wait_for(tmp_path, query, least=least, process=process)
        process.kill()
        process.communicate()
        assert process.returncode == -signal.SIGKILL
        assert len(kept(tmp_path)["extractions"]) < len(kept(undisturbed)["extractions"])
    code, told = spend(tmp_path)
    assert code == 0, told
    assert kept(tmp_path) == kept(undisturbed)
    codes = ask(tmp_path, "select exit_code from runs order by id")
    assert codes == [(None,)] * len(moments) + [(0,)]


def test_what_a_night_found_and_did_not_get_to_is_fetched_the_next(undisturbed, proxy, spend, tmp_path):
    """Killed or bounded, a night leaves addresses behind; a feed that has dropped them does not lose them."""
    sites = tmp_path / "sites"
    shutil.copytree(SITES / "techmaru", sites / "techmaru")
    options = ("--sites", str(sites))
    spend(tmp_path, *options, "--set", "max_pages=2")
    home = sites / "techmaru" / "site.toml"
    home.write_text(home.read_text("utf-8").replace("/atom.xml", "/no-such-feed.xml"), encoding="utf-8")
    spend(tmp_path, *options)
    articles = "select id, text from articles where site = 'techmaru' order by id"
    assert ask(tmp_path, articles) == ask(undisturbed, articles)


def test_ctrl_c_ends_a_night_cleanly(undisturbed, start, tmp_path):
    moments = (
        ("select count(*) from pages where role = 'article'", 3),
        ("select count(*) from extractions", 3),
    )
    for query, least in moments:
        process = start(tmp_path)
        wait_for(tmp_path, query, least=least, process=process)
        process.send_signal(signal.SIGINT)
        _, told = process.communicate(timeout=60)
        assert process.returncode == 130, told
        assert told.endswith("sandan: interrupted; what was kept is safe, run again to go on\n")
        assert "Traceback" not in told
    whole = kept(undisturbed)
    assert all(set(rows) <= set(whole[table]) for table, rows in kept(tmp_path).items())
    assert ask(tmp_path, "select exit_code from runs order by id") == [(130,), (130,)]


def test_a_second_sandan_beside_the_first_is_refused(start, spend, tmp_path):
    process = start(tmp_path, "--set", "delay=5", command="crawl")
    wait_for(tmp_path, "select count(*) from runs", least=1, process=process)
    code, told = spend(tmp_path, command="crawl")
    process.kill()
    process.communicate()
    assert code == 5
    assert f"got another sandan at work on it (process {process.pid}); wait for it to end" in told


def test_when_no_paper_can_be_reached_all_failed(spend, tmp_path):
    code, told = spend(tmp_path, "--set", "proxy=http://127.0.0.1:9", command="crawl")
    assert code == 3, told
    assert ask(tmp_path, "select exit_code from runs") == [(3,)]


def test_a_full_disk_is_told_and_the_night_goes_on_when_there_is_room(undisturbed, spend, tmp_path):
    mount = shutil.which("mount")
    made = mount and subprocess.run([mount, "-t", "tmpfs", "-o", "size=800k", "none", tmp_path], check=False)
    if not made or made.returncode:
        pytest.skip("this machine does not let the test mount a small disk")
    try:
        code, told = spend(tmp_path, command="crawl")
        assert code == 5, told
        assert told.splitlines()[-1].endswith(
            "got a full disk; free some and run again, nothing kept is lost"
        )
        subprocess.run([mount, "-o", "remount,size=64m", tmp_path], check=True)
        assert spend(tmp_path, command="crawl")[0] == 0
        assert kept(tmp_path)["articles"] == kept(undisturbed)["articles"]
    finally:
        subprocess.run(["umount", "-l", tmp_path], check=True)
