"""What a site may be sent over days, years and runs, and to whom a paper can complain."""

import sqlite3

import pytest

from crawler import demand_contact, load_sites
from pipelines.budgets import Budgets
from schema import SettingsError
from tests.papers import SITE


@pytest.fixture
def clock():
    """A clock that stands where it is put."""
    at = ["2026-12-31T23:59:00+09:00"]

    def clock() -> str:
        return at[0]

    clock.put = lambda time: at.__setitem__(0, time)
    return clock


def test_a_days_budget_is_new_the_next_day(db, clock):
    budgets = Budgets(db, clock, 2, 0)
    for _ in range(2):
        assert budgets.refusal("etnews") == ""
        budgets.spend("etnews")
    assert budgets.refusal("etnews") == "day budget"
    assert budgets.refusal("mk") == ""
    clock.put("2027-01-01T00:00:00+09:00")
    assert budgets.refusal("etnews") == ""


def test_a_years_budget_is_new_the_next_year(db, clock):
    budgets = Budgets(db, clock, 0, 3)
    for day in ("2026-01-01T00:00:00+09:00", "2026-07-01T12:00:00+09:00", "2026-12-31T23:59:59+09:00"):
        clock.put(day)
        assert budgets.refusal("etnews") == ""
        budgets.spend("etnews")
    assert budgets.refusal("etnews") == "year budget"
    clock.put("2027-01-01T00:00:00+09:00")
    assert budgets.refusal("etnews") == ""


def test_zero_is_no_bound(db, clock):
    budgets = Budgets(db, clock, 0, 0)
    budgets.spend("etnews")
    assert budgets.refusal("etnews") == ""


def test_a_site_rests_as_long_as_it_asked_over_midnight(db, clock):
    budgets = Budgets(db, clock, 0, 0)
    budgets.rest("etnews", seconds=3600)
    budgets.rest("etnews", seconds=120)
    assert budgets.refusal("etnews") == "resting"
    clock.put("2027-01-01T00:00:59+09:00")
    assert budgets.refusal("etnews") == "resting"
    clock.put("2027-01-01T00:01:00+09:00")
    assert budgets.refusal("etnews") == ""


@pytest.fixture
def rogue(open_rogue, ways, tmp_path):
    """Open a paper with six articles, and its site file beside the database."""
    rogue = open_rogue()
    links = "".join(f'<a href="/{number}">' for number in range(1, 7))
    rogue.ways = {"/robots.txt": ways.says(b""), "/list": ways.says(links.encode())}
    rogue.otherwise = lambda wire: wire.answer(ways.page("시험", int(wire.path[1:])))
    (tmp_path / "sites").mkdir()
    (tmp_path / "sites/paper.toml").write_text(SITE.format(home=rogue.home), encoding="utf-8")
    return rogue


def test_a_budget_holds_over_runs_and_what_it_left_waits(rogue, sandan, tmp_path):
    """It is no failure of the paper's, no try of the article's, and no silence of the list's."""
    crawl = ("crawl", "--sites", "sites", "--set", "delay=0")
    first = sandan(*crawl, "--set", "max_requests_day=4")
    assert first.returncode == 0, first.stderr
    assert rogue.asked == ["/robots.txt", "/list", "/1", "/2"]
    assert "paper: asked for nothing more tonight: day budget" in first.stderr
    assert "misbehaved" not in first.stderr
    tries = "select sum(tries), count(*) filter (where state = 'new') from frontier"
    assert sqlite3.connect(tmp_path / "news.db").execute(tries).fetchone() == (0, 4)
    again = sandan(*crawl, "--set", "max_requests_day=4")
    assert again.returncode == 0, again.stderr
    assert len(rogue.asked) == 4, "nothing, not even its robots.txt"
    last = sandan(*crawl)
    assert last.returncode == 0, last.stderr
    assert rogue.asked[4:] == ["/robots.txt", "/list", "/3", "/4", "/5", "/6"]


def test_a_paper_that_asked_for_an_hour_is_left_alone_by_the_next_run(rogue, ways, sandan):
    rogue.ways["/2"] = ways.says(b"", status=503, Retry_After="3600")
    crawl = ("crawl", "--sites", "sites", "--set", "delay=0")
    first = sandan(*crawl)
    assert "1 of 1 sites misbehaved: paper (asked to wait, 1 HTTP 503)" in first.stderr
    asked = len(rogue.asked)
    second = sandan(*crawl)
    assert "paper: asked for nothing more tonight: resting" in second.stderr
    assert len(rogue.asked) == asked


@pytest.mark.parametrize(
    "home",
    [
        "http://www.paper.example",
        "http://127.0.0.1:8000",
        "http://localhost",
        "https://a.test",
        "http://[::1]:1",
    ],
)
def test_nobodys_paper_needs_no_contact(home, tmp_path):
    (tmp_path / "paper.toml").write_text(SITE.format(home=home), encoding="utf-8")
    demand_contact(load_sites(tmp_path), contact="")


@pytest.mark.parametrize(
    "home", ["https://www.etnews.com", "http://10.0.0.1", "http://example.com", "http://localhost.kr"]
)
def test_a_real_paper_is_not_crawled_without_a_contact(home, tmp_path):
    (tmp_path / "paper.toml").write_text(SITE.format(home=home), encoding="utf-8")
    sites = load_sites(tmp_path)
    demand_contact(sites, contact="desk@sandan.example")
    with pytest.raises(SettingsError, match=f"expected a mail or web address .* 시험신문 .{home}. can reach"):
        demand_contact(sites, contact="")


def test_without_a_contact_the_command_ends_before_it_begins(sandan, tmp_path):
    """Also behind a proxy, which may be anybody's."""
    for more in ((), ("--set", "proxy=http://127.0.0.1:9")):
        done = sandan("run", *more)
        assert done.returncode == 2
        assert "contact: expected a mail or web address" in done.stderr
        assert "--set contact=you@your.domain" in done.stderr
    assert not (tmp_path / "news.db").exists()


@pytest.mark.parametrize(
    "contact",
    ["desk", "desk@", "a@b.kr\r\nX-Other: y", "홍@paper.kr", "me@b.kr)", "ftp://paper.kr", "a b@c.kr"],
)
def test_a_contact_that_reaches_nobody_is_refused(contact, command):
    done = command("settings", "--set", f"contact={contact}")
    assert done.code == 2
    assert "expected a mail address like desk@your.domain" in done.err
