"""How a crawl behaves towards a paper: robots.txt, pauses, retries, one pace a server."""

import gzip
import signal
import time
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from itertools import pairwise

import pytest

from crawler.pace import keys_of
from crawler.retry_after import LONGEST, wait_of
from crawler.robots import LIMIT, rules_of
from crawler.site import Site, load_sites
from tests.papers import SITE

NOW = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)
FORBID = b"User-agent: *\nDisallow: /\n"


@pytest.fixture
def paper(open_rogue, ways):
    """Open a paper with so many articles, and with this robots.txt."""

    def paper(robots=None, *, articles=2):
        rogue = open_rogue()
        links = "".join(f'<a href="/{number}">' for number in range(1, articles + 1))
        rogue.ways = {"/list": ways.says(links.encode()), "/robots.txt": robots or ways.says(b"")}
        rogue.otherwise = lambda wire: wire.answer(wire.path.encode())
        return rogue

    return paper


def crawl_of(papers, run_crawl, **options):
    sites = {name: SITE.format(home=rogue.home) for name, rogue in papers.items()}
    return run_crawl(sites, **options)["tallies"]


def test_a_robots_file_is_read_by_rfc_9309(paper, ways, run_crawl):
    """4xx and endless redirects allow; 5xx, silence and what cannot be read forbid; the rest is read."""
    much = b"# filler\n" * 70_000
    robots = {
        "none": (ways.says(b"gone", status=404), ""),
        "unauthorized": (ways.says(FORBID, status=401), ""),
        "forbidden": (ways.says(FORBID, status=403), ""),
        "busy": (ways.says(b"", status=429), ""),
        "teapot": (ways.says(FORBID, status=418), ""),
        "html": (ways.says(b"<!doctype html><title>404</title>"), ""),
        "bom": (ways.says(b"\xef\xbb\xbf" + FORBID), "robots"),
        "cp949": (ways.says("# 로봇\n".encode("cp949") + FORBID), "robots"),
        "crlf": (ways.says(FORBID.replace(b"\n", b"\r\n")), "robots"),
        "old mac": (ways.says(FORBID.replace(b"\n", b"\r")), "robots"),
        "gzip": (ways.says(gzip.compress(FORBID), Content_Encoding="gzip"), "robots"),
        "error": (ways.says(b"User-agent: *\nAllow: /\n", status=500), "HTTP 500"),
        "down": (ways.says(b"", status=503), "HTTP 503"),
        "silent": (ways.silent, "timeout"),
        "reset": (ways.reset, "connection"),
        "cut": (ways.half_gzip, "connection"),
        "bomb": (ways.bomb, "too large"),
        "loop": (ways.loop, ""),
        "inside": (ways.to("http://10.0.0.1/robots.txt"), "private address"),
        "script": (ways.to("javascript:alert(1)"), ""),
        "long": (ways.says(FORBID + much), "robots"),
        "too long": (ways.says(much + FORBID), ""),
        "endless": (ways.endless_chunks, ""),
        "huge": (ways.large, ""),
    }
    papers = {name.replace(" ", "-"): paper(way) for name, (way, _) in robots.items()}
    tallies = crawl_of(papers, run_crawl, timeout=2)
    got = {tally["site"]: tally["sources"][0][2] for tally in tallies}
    assert got == {name.replace(" ", "-"): cause for name, (_, cause) in robots.items()}
    for name, (_, cause) in robots.items():
        if cause:
            asked = papers[name.replace(" ", "-")].asked
            assert set(asked) == {"/robots.txt"}, name


def test_five_redirects_of_a_robots_file_are_followed_also_to_another_host(open_paper, run_crawl, answer):
    """But no sixth; the rules are those of the host that was asked."""
    proxy = open_paper()
    hosts = ["http://www.paper.example", *(f"http://robots{n}.example" for n in range(1, 6))]
    for here, there in pairwise(hosts):
        proxy.answers[f"{here}/robots.txt"] = answer(status=301, headers={"Location": f"{there}/robots.txt"})
    proxy.answers[f"{hosts[-1]}/robots.txt"] = answer(FORBID)
    site = SITE.format(home=hosts[0])
    [tally] = run_crawl({"paper": site}, proxy=proxy.home)["tallies"]
    assert tally["sources"][0][2] == "robots"
    assert len(proxy.asked) == 6


def test_half_a_rule_behind_the_limit_forbids_nothing():
    body = b"User-agent: *\n" + b"#" * (LIMIT - 14 - 1 - 11) + b"\nDisallow: /private\n"
    assert body[:LIMIT].endswith(b"\nDisallow: /")
    assert rules_of(body).allows("http://paper.example/news")


@pytest.mark.parametrize(
    ("said", "seconds"),
    [
        ("Crawl-delay: 0.5", 0.5),
        ("Crawl-delay: 3600", 3600),
        ("Crawl-delay: abc", 0),
        ("Crawl-delay: inf", 0),
        ("Crawl-delay: nan", 0),
        ("Crawl-delay: -5", 0),
        ("Request-rate: 1/10", 10),
        ("Request-rate: 2/1m", 30),
        ("Request-rate: 0/0", 0),
        ("Crawl-delay: 2\nRequest-rate: 1/5", 5),
    ],
)
def test_the_delay_that_a_robots_file_asks_for(said, seconds):
    assert rules_of(f"User-agent: sandan\n{said}\n".encode()).delay == seconds
    assert rules_of(f"User-agent: other\n{said}\n".encode()).delay == 0


@pytest.mark.parametrize(
    ("value", "date", "seconds"),
    [
        ("120", "", 120),
        (" 0 ", "", 0),
        ("Sun, 22 Nov 2026 03:02:00 GMT", "", 120),
        ("Sun Nov 22 03:02:00 2026", "", 120),
        ("Sunday, 22-Nov-26 03:02:00 GMT", "", 120),
        ("Sun, 22 Nov 2026 12:02:00 +0900", "", 120),
        ("Sun, 22 Nov 2026 02:00:00 GMT", "", 0),
        ("Sun, 22 Nov 2026 09:02:00 GMT", "Sun, 22 Nov 2026 09:00:00 GMT", 120),
        ("99999999", "", LONGEST),
        ("9" * 5000, "", LONGEST),
        ("Fri, 31 Dec 9999 23:59:59 GMT", "", LONGEST),
        ("-5", "", None),
        ("1.5", "", None),
        ("٣", "", None),
        ("soon", "", None),
        ("", "", None),
        ("Sun, 99 Nov 2026 03:02:00 GMT", "", None),
    ],
)
def test_how_long_a_busy_server_asks_to_wait(value, date, seconds):
    assert wait_of(value, date=date, now=NOW) == seconds


def pauses(rogue, path):
    """Return the seconds before each time that a path was asked for again."""
    times = [moment for asked, moment in zip(rogue.asked, rogue.times, strict=True) if asked == path]
    return [after - before for before, after in pairwise(times)]


def test_a_busy_server_is_left_alone_as_long_as_it_asks(paper, ways, run_crawl):
    """Then the article is asked for again; in seconds, and as a date of its own wrong clock."""
    then = datetime(2001, 1, 1, tzinfo=UTC)
    dates = {"Date": format_datetime(then, usegmt=True)}
    dates["Retry_After"] = format_datetime(then + timedelta(seconds=2), usegmt=True)
    papers = {"seconds": paper(), "date": paper()}

    def once(rogue, status, headers):
        def way(wire):
            answered = rogue.asked.count("/1") > 1
            wire.answer(b"<p>one") if answered else wire.answer(b"", status=status, **headers)

        return way

    papers["seconds"].ways["/1"] = once(papers["seconds"], 429, {"Retry_After": "2"})
    papers["date"].ways["/1"] = once(papers["date"], 503, dates)
    tallies = crawl_of(papers, run_crawl)
    assert [(tally["fetched"], tally["failed"]) for tally in tallies] == [(2, {}), (2, {})]
    for rogue in papers.values():
        assert pauses(rogue, "/1")[0] > 1.9
        assert rogue.asked == ["/robots.txt", "/list", "/1", "/1", "/2"]


def test_a_server_that_asks_for_more_than_a_night_waits_is_left_until_then(paper, ways, run_crawl):
    rogue = paper(articles=5)
    rogue.ways["/2"] = ways.says(b"", status=429, Retry_After="3600")
    [tally] = crawl_of({"busy": rogue}, run_crawl)
    assert (tally["fetched"], tally["failed"], tally["stopped"]) == (1, {"HTTP 429": 1}, "asked to wait")
    assert rogue.asked == ["/robots.txt", "/list", "/1", "/2"]


def test_a_busy_server_that_does_not_say_how_long_gets_longer_pauses(paper, ways, run_crawl):
    rogue = paper()
    rogue.ways["/1"] = ways.says(b"", status=503)
    [tally] = crawl_of({"busy": rogue}, run_crawl, delay=0.1)
    first, second = pauses(rogue, "/1")
    assert 0.9 < first < 1.5
    assert 1.8 < second < 3
    assert (tally["fetched"], tally["failed"]) == (1, {"HTTP 503": 1})


def test_crawl_delay_holds_between_all_requests_and_a_smaller_one_does_not_speed_up(paper, ways, run_crawl):
    asked = {"slow": b"Crawl-delay: 0.6", "quick": b"Crawl-delay: 0.01"}
    papers = {name: paper(ways.says(b"User-agent: *\n" + said)) for name, said in asked.items()}
    papers["slow"].ways["/1"] = ways.to("/2")
    crawl_of(papers, run_crawl, delay=0.2)
    for name, least in {"slow": 0.6, "quick": 0.2}.items():
        gaps = [after - before for before, after in pairwise(papers[name].times)]
        assert min(gaps) > least - 0.05, name
    assert papers["slow"].asked == ["/robots.txt", "/list", "/1", "/2", "/2"], "a redirect waits as well"


def test_a_delay_longer_than_the_night_ends_the_sites_part_of_it_at_once(paper, ways, run_crawl):
    rogue = paper(ways.says(b"User-agent: *\nCrawl-delay: 3600"))
    began = time.monotonic()
    [tally] = crawl_of({"slow": rogue}, run_crawl, max_hours=0.5)
    assert (tally["fetched"], tally["stopped"], rogue.asked) == (0, "time", ["/robots.txt"])
    assert time.monotonic() - began < 10


def test_a_slow_server_is_asked_more_slowly(paper, ways, run_crawl):
    """AutoThrottle: as long as an answer took is waited before the next, were the delay ever so small."""
    rogue = paper(articles=5)

    def slow(wire):
        time.sleep(0.5)
        wire.answer(wire.path.encode())

    rogue.otherwise = slow
    crawl_of({"slow": rogue}, run_crawl, delay=0.05)
    assert min(after - before for before, after in pairwise(rogue.times[3:])) > 0.45


def test_two_sites_on_one_server_share_its_pace(paper, run_crawl):
    rogue = paper()
    site = SITE.format(home=rogue.home)
    run_crawl({"one": site, "two": site}, delay=0.3)
    assert len(rogue.asked) == 7, "one robots.txt, a list and two articles each"
    assert min(after - before for before, after in pairwise(rogue.times)) > 0.28


def test_sites_share_a_key_where_they_share_a_host(tmp_path):
    for name, home in {"a": "www.a.example", "b": "b.example", "c": "m.a.example"}.items():
        (tmp_path / f"{name}.toml").write_text(SITE.format(home=f"http://{home}"), encoding="utf-8")
    sites: tuple[Site, ...] = load_sites(tmp_path)
    assert keys_of(sites) == {"a": "a", "b": "b", "c": "a"}


def test_ctrl_c_ends_a_long_pause(paper, ways, start_crawl):
    rogue = paper(ways.says(b"User-agent: *\nCrawl-delay: 600"))
    process = start_crawl({"slow": SITE.format(home=rogue.home)})
    while not rogue.asked:
        time.sleep(0.05)
    time.sleep(0.5)
    process.send_signal(signal.SIGINT)
    out, _ = process.communicate(timeout=5)
    assert '"outcome": "interrupted"' in out
