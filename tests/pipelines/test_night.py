"""The nightly job as a whole: the real command against the sample newspapers on loopback, disturbed in every way."""

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
DONE = "select count(*) from extractions"


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
def undisturbed(spend, tmp_path_factory):
    """Give the folder of one whole night that nothing disturbed."""
    folder = tmp_path_factory.mktemp("undisturbed")
    code, told = spend(folder)
    assert code == 0, told
    return folder


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


def test_a_second_night_fetches_no_article_and_changes_nothing(undisturbed, spend, tmp_path):
    folder = shutil.copytree(undisturbed, tmp_path / "second")
    code, told = spend(folder)
    assert (code, kept(folder)) == (0, kept(undisturbed))
    assert ask(folder, "select made_at from extractions") == ask(
        undisturbed, "select made_at from extractions"
    )
    assert ask(folder, "select sum(fetched) from run_sites where run_id = 2") == [(0,)]
    assert "0 articles fetched, 0 read (nothing new)" in told


@pytest.mark.parametrize(
    ("query", "least"),
    [
        pytest.param("select count(*) from pages", 1, id="at-the-first-page"),
        pytest.param("select count(*) from pages where role = 'article'", 9, id="amid-the-articles"),
        pytest.param("select count(*) from articles", 5, id="while-parsing"),
        pytest.param("select count(*) from extractions", 5, id="while-reading"),
    ],
)
def test_a_killed_night_ends_as_an_undisturbed_one(undisturbed, start, spend, tmp_path, query, least):
    process = start(tmp_path)
    wait_for(tmp_path, query, least=least, process=process)
    process.kill()
    process.communicate()
    assert process.returncode == -signal.SIGKILL
    assert ask(tmp_path, DONE)[0][0] < ask(undisturbed, DONE)[0][0]
    code, told = spend(tmp_path)
    assert code == 0, told
    assert kept(tmp_path) == kept(undisturbed)
    assert ask(tmp_path, "select id, exit_code from runs order by id") == [(1, None), (2, 0)]


@pytest.mark.parametrize(
    ("query", "least"),
    [
        pytest.param("select count(*) from pages where role = 'article'", 3, id="while-crawling"),
        pytest.param("select count(*) from extractions", 3, id="while-reading"),
    ],
)
def test_ctrl_c_ends_a_night_cleanly(undisturbed, start, spend, tmp_path, query, least):
    process = start(tmp_path)
    wait_for(tmp_path, query, least=least, process=process)
    process.send_signal(signal.SIGINT)
    _, told = process.communicate(timeout=60)
    assert process.returncode == 130, told
    assert told.endswith("sandan: interrupted; what was kept is safe, run again to go on\n")
    assert "Traceback" not in told
    assert ask(tmp_path, "select exit_code from runs") == [(130,)]
    assert spend(tmp_path)[0] == 0
    assert kept(tmp_path) == kept(undisturbed)


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
        code, told = spend(tmp_path)
        assert code == 5, told
        assert told.splitlines()[-1].endswith(
            "got a full disk; free some and run again, nothing kept is lost"
        )
        subprocess.run([mount, "-o", "remount,size=64m", tmp_path], check=True)
        assert spend(tmp_path)[0] == 0
        assert kept(tmp_path) == kept(undisturbed)
    finally:
        subprocess.run(["umount", "-l", tmp_path], check=True)
