"""Crawls of real servers on loopback, each in a process of its own."""

import gzip
import signal
import subprocess
import sys
from itertools import pairwise

import pytest

SITE = """
publisher = "시험신문"
home      = "{home}"

[url]
article   = '^/news/articleView\\.html\\?(?:.*&)?idxno=(?P<id>\\d+)'
canonical = "/news/articleView.html?idxno={{id}}"

[discover]
feeds     = ["/rss.xml"]
sitemaps  = ["/sitemap.xml"]
lists     = ["/list.html"]
"""
FEED = "<rss><channel><item><link>/news/articleView.html?idxno=1&amp;sc=rss</link></item></channel></rss>"
INDEX = "<sitemapindex><sitemap><loc>/sitemap-news.xml.gz</loc></sitemap></sitemapindex>"
SITEMAP = "<urlset><url><loc>{home}/news/articleView.html?idxno=2</loc></url></urlset>"
LIST = (
    '<meta charset="euc-kr"><a href="/news/articleView.html?page=1&idxno=3">셋</a><a href="/a.html">소개</a>'
)
ARTICLE = "/news/articleView.html?idxno={}"


@pytest.fixture
def fill(answer):
    """Make a newspaper: robots, feed, sitemap index, gzipped sitemap, EUC-KR list, three articles."""

    def fill(paper, robots):
        paper.answers |= {
            "/robots.txt": robots,
            "/rss.xml": answer(FEED.encode(), type="application/rss+xml"),
            "/sitemap.xml": answer(INDEX.encode(), type="text/xml"),
            "/sitemap-news.xml.gz": answer(gzip.compress(SITEMAP.format(home=paper.home).encode())),
            "/list.html": answer(LIST.encode("cp949"), type="text/html"),
            **{
                ARTICLE.format(n): answer(f"<p>기사 {n}".encode("cp949"), type="text/html") for n in (1, 2, 3)
            },
        }
        return paper

    return fill


@pytest.fixture
def paper(open_paper, fill, answer):
    """A newspaper in order."""
    return fill(open_paper(), answer(b"User-agent: *\nDisallow: /private\n", type="text/plain"))


def site_of(paper, more=""):
    return {"paper": SITE.format(home=paper.home) + more}


def list_only(paper, answers, answer):
    """Let the list page name these articles, numbered from 101, and nothing else name any."""
    del paper.answers["/rss.xml"], paper.answers["/sitemap.xml"]
    urls = [ARTICLE.format(number) for number in range(101, 101 + len(answers))]
    paper.answers["/list.html"] = answer("".join(f'<a href="{url}">' for url in urls).encode())
    paper.answers |= dict(zip(urls, answers, strict=True))
    return urls


def test_feed_sitemap_and_list_lead_to_each_article_once(paper, run_crawl):
    result = run_crawl(site_of(paper), contact="mailto:desk@sandan.example")
    assert result["tallies"] == [
        {
            "site": "paper",
            "found": 3,
            "known": 0,
            "fetched": 3,
            "failed": {},
            "stopped": "",
            "sources": [["feed", 1, ""], ["sitemap", 0, ""], ["sitemap", 1, ""], ["list", 1, ""]],
        }
    ]
    assert [page["role"] for page in result["kept"]] == (
        ["robots", "feed", "sitemap", "sitemap", "list", "article", "article", "article"]
    )
    assert paper.asked == list(paper.answers), "one request an address, in order"
    assert paper.most_busy == 1
    assert paper.agents == {"sandan/0.1.0 (+mailto:desk@sandan.example)"}
    assert all(line.startswith("kept ") for line in result["err"].splitlines()), "Scrapy is silent"


def test_known_articles_are_not_asked_for(paper, run_crawl):
    [tally] = run_crawl(site_of(paper), known=[paper.home + ARTICLE.format(n) for n in (1, 3)])["tallies"]
    assert (tally["found"], tally["known"], tally["fetched"]) == (3, 2, 1)
    assert [path for path in paper.asked if "idxno" in path] == [ARTICLE.format(2)]


def test_what_was_found_is_told_and_what_waits_is_fetched(paper, run_crawl):
    """An address that a killed night left behind is fetched, though no feed gives it any more."""
    old = paper.home + ARTICLE.format(9)
    paper.answers[ARTICLE.format(9)] = paper.answers[ARTICLE.format(1)]
    [name] = site_of(paper)
    result = run_crawl(site_of(paper), waiting={name: [old]})
    assert result["found"] == {name: [paper.home + ARTICLE.format(n) for n in (1, 2, 3)]}
    assert (result["tallies"][0]["found"], result["tallies"][0]["fetched"]) == (3, 4)
    assert paper.asked[-1] == ARTICLE.format(9)


def test_max_pages_bounds_the_articles_of_a_site(paper, run_crawl):
    [tally] = run_crawl(site_of(paper), max_pages=2)["tallies"]
    assert (tally["found"], tally["fetched"]) == (3, 2)


def test_robots_forbids_by_a_rule_and_by_an_error_of_the_server(fill, open_paper, run_crawl, answer):
    papers = {
        "all": fill(open_paper(), answer(b"User-agent: *\nDisallow: /")),
        "us": fill(open_paper(), answer(b"\xef\xbb\xbfUser-agent: sandan\nDisallow: /\n")),
        "busy": fill(open_paper(), answer(b"busy", status=503)),
    }
    tallies = run_crawl({name: SITE.format(home=paper.home) for name, paper in papers.items()})["tallies"]
    causes = {tally["site"]: {failure for _, _, failure in tally["sources"]} for tally in tallies}
    assert causes == {"all": {"robots"}, "us": {"robots"}, "busy": {"HTTP 503"}}
    assert [papers[name].asked for name in ("all", "us")] == [["/robots.txt"], ["/robots.txt"]]
    assert papers["busy"].asked == ["/robots.txt"] * 3, "two retries"


def test_no_robots_file_allows_and_a_rule_forbids_its_part_alone(paper, run_crawl, answer):
    paper.answers["/robots.txt"] = answer(b"User-agent: *\nDisallow: /*idxno=1\n")
    [tally] = run_crawl(site_of(paper))["tallies"]
    assert (tally["fetched"], tally["failed"]) == (2, {"robots": 1})


def test_what_fails_is_counted_by_cause_and_kept(paper, open_paper, run_crawl, answer):
    other = open_paper()
    moved = {"Location": ARTICLE.format(3)}
    urls = list_only(
        paper,
        [
            answer(status=404, body="없는 기사".encode()),
            answer(status=500),
            answer(status=302, headers={"Location": "https://login.portal.example/"}),
            answer(status=302, headers={"Location": f"{other.home}/login"}),
            answer(status=301, headers=moved),
            answer(status=302, headers={"Location": ARTICLE.format(106)}),
            answer(b"x" * (6 * 1024 * 1024)),
            answer(gzip.compress(b"<p>" + b"\0" * (6 * 1024 * 1024)), headers={"Content-Encoding": "gzip"}),
            answer(gzip.compress("<p>압축".encode()), headers={"Content-Encoding": "gzip"}),
            answer(wait=3),
        ],
        answer,
    )
    result = run_crawl(site_of(paper), timeout=1)
    [tally] = result["tallies"]
    assert tally["failed"] == {
        "HTTP 404": 1,
        "HTTP 500": 1,
        "other host": 1,
        "private address": 1,
        "redirects": 1,
        "too large": 2,
        "timeout": 1,
    }
    assert tally["fetched"] == 2
    assert tally["sources"][0] == ["feed", 0, "HTTP 404"]
    assert other.asked == [], "another host is not even asked for its robots.txt"
    assert paper.asked.count(urls[1]) == 3, "a server error is tried again, twice"
    kept = [(page["url"].removeprefix(paper.home), page["status"]) for page in result["kept"]]
    assert {(urls[0], 404), (urls[1], 500), (urls[4], 301), (ARTICLE.format(3), 200)} <= set(kept)
    unzipped = next(page for page in result["kept"] if page["url"].endswith(urls[8]))
    assert unzipped["head"].encode("latin-1") == "<p>압축".encode()
    assert not {"Content-Encoding", "Content-Length"} & set(unzipped["headers"])


def test_a_site_that_is_down_leaves_the_others_whole(paper, run_crawl):
    down = SITE.format(home="http://127.0.0.1:9")
    tallies = run_crawl({**site_of(paper), "down": down})["tallies"]
    assert [(tally["site"], tally["fetched"]) for tally in tallies] == [("down", 0), ("paper", 3)]
    assert {failure for _, _, failure in tallies[0]["sources"]} == {"refused"}, "told as what it is"


def test_the_larger_delay_counts(paper, run_crawl):
    run_crawl(site_of(paper, more="\n[crawl]\ndelay = 0.3\n"), delay=0.1)
    pauses = [after - before for before, after in pairwise(paper.times[1:])]
    assert min(pauses) > 0.25


def test_the_proxy_has_every_request_of_an_unreachable_host(paper, run_crawl):
    home = "http://www.namdong-sanup.example"
    paper.answers = {home + path: answer for path, answer in paper.answers.items()}
    [tally] = run_crawl({"namdong": SITE.format(home=home)}, proxy=paper.home)["tallies"]
    assert (tally["fetched"], tally["sources"][0]) == (2, ["feed", 1, ""])
    assert paper.asked[0] == f"{home}/robots.txt"


def test_what_keep_raises_ends_the_crawl_and_comes_out(paper, run_crawl):
    for at in (1, 6):  # robots.txt, which Scrapy itself asks for, and an article
        result = run_crawl(site_of(paper), fail_at=at)
        assert result["outcome"] == "[Errno 28] No space left on device"
        assert len(result["kept"]) == at


def test_ctrl_c_stops_at_once_and_what_was_kept_stays(paper, start_crawl, answer):
    list_only(paper, [answer(b"one"), answer(wait=8), answer(b"three")], answer)
    process = start_crawl(site_of(paper), timeout=30)
    assert process.stderr is not None
    while "idxno=101" not in process.stderr.readline():
        pass
    process.send_signal(signal.SIGINT)
    out, _ = process.communicate(timeout=5)
    assert '"outcome": "interrupted"' in out
    assert "idxno=101" in out
    assert ARTICLE.format(103) not in paper.asked


def test_parsing_an_archive_loads_no_crawl_engine():
    code = "import sys, crawler; sys.exit('scrapy' in sys.modules or 'twisted' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
