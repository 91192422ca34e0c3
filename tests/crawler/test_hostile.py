"""Newspapers that misbehave, one page each: what it is called, and that the other pages are read."""

import gzip
import socket
import time

import pytest

from crawler import read_sitemap
from tests.papers import SITE

CASES = {
    "slow_headers": "timeout",
    "slow_body": "timeout",
    "silent": "timeout",
    "endless_body": "too large",
    "endless_chunks": "too large",
    "endless_headers": "connection",
    "endless_header": "connection",
    "bomb": "too large",
    "large": "too large",
    "loop": "redirects",
    "wall": "redirects",
    "cut_short": "connection",
    "bad_length": "connection",
    "reset": "connection",
    "half": "connection",
    "garbage": "connection",
    "half_gzip": "connection",
    "no_gzip": "connection",
}
REDIRECTS = {
    "https://portal.example/login": "other host",
    "http://127.0.0.1:9/admin": "private address",
    "http://10.0.0.1/": "private address",
    "http://169.254.169.254/latest/meta-data/": "private address",
    "http://[::1]/": "private address",
    "http://localhost/": "private address",
    "file:///etc/passwd": "HTTP 302",
    "javascript:alert(1)": "HTTP 302",
}
READ = {"too_long"}  # what its length promises is all that can be known of it


@pytest.fixture
def paper(open_rogue, ways):
    """Open a paper that does something hostile on its first article, and has two good ones behind it."""

    def paper(way, **options):
        rogue = open_rogue(**options)
        rogue.ways = {
            "/list": ways.says(b'<a href="/1">1</a><a href="/2">2</a><a href="/3">3</a>'),
            "/1": way,
            "/2": ways.says(b"<p>two"),
            "/3": ways.says(b"<p>three"),
        }
        return rogue

    return paper


def test_each_hostile_page_is_called_what_it_is_and_the_others_are_read(paper, ways, run_crawl):
    papers = {name: paper(getattr(ways, name)) for name in [*CASES, *READ]}
    papers |= {f"to{number}": paper(ways.to(place)) for number, place in enumerate(REDIRECTS)}
    sites = {name: SITE.format(home=rogue.home) for name, rogue in papers.items()}
    began = time.monotonic()
    result = run_crawl(sites, timeout=1)
    got = {tally["site"]: (tally["fetched"], tally["failed"]) for tally in result["tallies"]}
    expected = {name: (2, {cause: 1}) for name, cause in CASES.items()} | dict.fromkeys(READ, (3, {}))
    expected |= {f"to{number}": (2, {cause: 1}) for number, cause in enumerate(REDIRECTS.values())}
    assert got == expected
    assert time.monotonic() - began < 30
    assert all(line.startswith("kept ") for line in result["err"].splitlines()), result["err"]


def test_a_bad_certificate_is_read_for_many_local_papers_have_one(paper, ways, run_crawl):
    secure = paper(ways.says(b"<p>one"), tls=True)
    result = run_crawl({"secure": SITE.format(home=secure.home)})
    [tally] = result["tallies"]
    assert (tally["fetched"], tally["failed"]) == (3, {})
    assert all(line.startswith("kept ") for line in result["err"].splitlines()), result["err"]


def test_plain_http_behind_https_is_a_failed_connection(paper, ways, run_crawl):
    plain = paper(ways.says(b"<p>one"))
    [tally] = run_crawl({"plain": SITE.format(home=plain.home.replace("http:", "https:"))})["tallies"]
    assert [failure for _, _, failure in tally["sources"]] == ["connection"]


def test_a_papers_name_that_leads_into_our_network_is_not_followed(paper, ways, run_crawl):
    """A name of the machine itself; the same server under its address is the site's own word."""
    name = socket.gethostname()
    try:
        inside = socket.gethostbyname(name)
    except OSError:
        pytest.skip("this machine has no name of its own")
    rogue = paper(ways.says(b"<p>one"))
    port = rogue.home.rpartition(":")[2]
    if inside != "127.0.0.1":
        pytest.skip("the machine's name is not of loopback")
    sites = {"inside": SITE.format(home=f"http://{name}:{port}")}
    [tally] = run_crawl(sites, contact="desk@sandan.example")["tallies"]
    assert [failure for _, _, failure in tally["sources"]] == ["private address"]
    assert rogue.asked == []


def test_ten_failures_in_a_row_end_a_sites_night(open_rogue, ways, run_crawl):
    rogue = open_rogue()
    links = "".join(f'<a href="/{number}">' for number in range(30))
    rogue.ways = {"/list": ways.says(links.encode()), "/robots.txt": ways.says(b"")}
    rogue.otherwise = ways.reset
    [tally] = run_crawl({"broken": SITE.format(home=rogue.home)})["tallies"]
    assert (tally["fetched"], tally["failed"]) == (0, {"connection": 10})
    assert tally["stopped"] == "10 failures in a row"
    assert len(rogue.asked) == 2 + 10 * 3, "each with two retries"


def test_one_page_under_endless_addresses_ends_a_sites_night(open_rogue, ways, run_crawl):
    """And a calendar without end, and links that are scripts, are never asked for."""
    rogue = open_rogue()
    links = "".join(f'<a href="/{number}">' for number in range(500))
    more = '<a href="javascript:go()"><a href="/calendar?month=9999-12">'
    rogue.ways = {"/list": ways.says((links + more).encode()), "/robots.txt": ways.says(b"")}
    rogue.otherwise = ways.says(b'<p>the same<a href="/calendar?month=10000-01">')
    [tally] = run_crawl({"same": SITE.format(home=rogue.home)})["tallies"]
    assert (tally["found"], tally["fetched"]) == (500, 20)
    assert tally["stopped"] == "one page under 20 addresses"
    assert rogue.asked == ["/robots.txt", "/list", *(f"/{number}" for number in range(20))]


def test_a_sitemap_without_end_is_read_as_far_as_the_protocol_goes():
    entries = "".join(f"<url><loc>/{number}</loc></url>" for number in range(60_000))
    sitemap = read_sitemap(
        gzip.compress(f"<urlset>{entries}</urlset>".encode()), base="http://paper.example/"
    )
    assert len(sitemap.links) == 50_000
