import re

import pytest

from pipelines.cli import COMMANDS
from pipelines.settings import Settings
from pipelines.store import open_db

NAMES = [each.name for each in COMMANDS]


@pytest.fixture(autouse=True)
def _empty_place(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


def test_the_commands_are_those_of_the_plan():
    assert sorted(NAMES) == [
        *("calibrate", "crawl", "demo", "evaluate", "extract", "import", "run", "settings", "sites", "train")
    ]


@pytest.mark.parametrize("name", NAMES)
def test_every_command_has_help_with_an_example(command, name):
    shown = command(name, "--help")
    assert shown.code == 0
    assert re.search(rf"Example.*\n.*sandan {name}", shown.out), shown.out


def test_the_version_tells_what_results_depend_on(command):
    assert re.fullmatch(r"sandan \S+, Python \S+, SQLite \S+, Kiwi \S+\n", command("--version").out)


def test_settings_are_shown_with_their_layers(command, monkeypatch, tmp_path):
    (tmp_path / "sandan.toml").write_text('contact = "desk@sandan.example"\n')
    monkeypatch.setenv("SANDAN_DELAY", "2")
    shown = command("settings", "--db", "다른.db", "--set", "timeout=9")
    assert shown.code == 0
    rows = {row[0]: row[1:3] for line in shown.out.splitlines()[1:] if (row := line.split(maxsplit=3))}
    assert rows.keys() == Settings.model_fields.keys()
    assert rows["database"] == ["다른.db", "flag"]
    assert rows["timeout"] == ["9.0", "flag"]
    assert rows["delay"] == ["2.0", "environment"]
    assert rows["contact"] == ["desk@sandan.example", "sandan.toml"]
    assert rows["max_pages"] == ["0", "default"]


def test_the_sites_that_come_with_sandan_are_sound(command):
    shown = command("sites")
    assert (shown.code, shown.err) == (0, "")
    assert re.search(r"^etnews +전자신문 +https://www\.etnews\.com", shown.out, re.MULTILINE)


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        pytest.param("bad.toml", "publisher = ", "bad.toml: not TOML", id="unreadable"),
        pytest.param("bad.toml", 'titel = "x"', 'bad.toml: unknown key "titel"; known: ', id="unknown-key"),
        pytest.param("note.txt", "", "no site files; expected", id="empty-folder"),
    ],
)
@pytest.mark.parametrize("asked", ["sites", "run"])
def test_a_wrong_site_file_is_told(command, tmp_path, asked, name, text, message):
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / name).write_text(text)
    told = command(asked, "--sites", "papers")
    assert (told.code, told.out) == (2, "")
    assert message in told.err
    assert len(told.err.splitlines()) == 1


@pytest.mark.parametrize("asked", [("run",), ("crawl",), ("import", "a.txt")], ids=lambda asked: asked[0])
def test_a_database_of_a_newer_sandan_is_told(command, tmp_path, asked, monkeypatch):
    monkeypatch.setenv("SANDAN_CONTACT", "desk@sandan.example")
    with open_db(tmp_path / "news.db") as db:
        row = {"migration_set": "sandan", "name": "0099_stories", "applied_at": "2030-01-01"}
        db.table("_sqlite_migrations").insert(row)
    told = command(*asked)
    assert (told.code, told.out) == (5, "")
    assert re.match(
        r"sandan: news\.db: expected a database up to \d{4}_\w+, got one with 0099_stories", told.err
    )


@pytest.mark.parametrize("asked", [("nope",), ("run", "--nope"), ()], ids=["command", "option", "nothing"])
def test_wrong_usage_is_told(command, asked):
    told = command(*asked)
    assert (told.code, told.out) == (2, "")
