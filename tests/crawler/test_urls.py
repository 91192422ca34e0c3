from pathlib import Path

import pytest

from crawler import Address, find_site, identify, load_sites, untracked
from crawler.urls import absolute

SITE = """
publisher = "서해"
home      = "https://www.paper.kr"
hosts     = ["news.paper.kr"]

[url]
article   = '^/news/articleView(?:Amp|Print)?\\.html\\?(?:.*&)?idxno=(?P<id>\\d+)'
canonical = "/news/articleView.html?idxno={id}"
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder: Path = tmp_path_factory.mktemp("sites")
    (folder / "paper.toml").write_text(SITE, encoding="utf-8")
    return load_sites(folder)[0]


@pytest.mark.parametrize(
    "url",
    [
        pytest.param("https://www.paper.kr/news/articleView.html?idxno=7", id="canonical"),
        pytest.param("http://paper.kr/news/articleView.html?idxno=7", id="bare host, no TLS"),
        pytest.param("https://m.paper.kr/news/articleView.html?idxno=7", id="mobile host"),
        pytest.param("https://news.paper.kr/news/articleView.html?idxno=7", id="another host of its own"),
        pytest.param("https://WWW.PAPER.KR:443/news/articleView.html?idxno=7", id="upper case and port"),
        pytest.param(
            "https://www.paper.kr/news/articleView.html?sc=rss&idxno=7&page=2", id="more parameters"
        ),
        pytest.param("https://www.paper.kr/news/articleViewAmp.html?idxno=7", id="AMP"),
        pytest.param("https://www.paper.kr/news/articleViewPrint.html?idxno=7", id="print"),
        pytest.param("https://www.paper.kr/news/articleView.html?idxno=7&", id="trailing ampersand"),
        pytest.param("https://www.paper.kr//news/articleView.html?idxno=7", id="two slashes"),
        pytest.param(" https://www.paper.kr/news/articleView.html?idxno=7#none\n", id="fragment and blanks"),
    ],
)
def test_all_forms_of_an_address_are_one_article(site, url):
    assert identify(site, url) == Address("7", "https://www.paper.kr/news/articleView.html?idxno=7")


@pytest.mark.parametrize(
    "url",
    [
        "https://www.paper.kr/",
        "https://www.paper.kr/news/articleList.html?idxno=7",
        "https://www.paper.kr/news/articleView.html?xidxno=7",
        "https://www.paper.kr:8443/news/articleView.html?idxno=7",
        "https://paper.kr.evil.example/news/articleView.html?idxno=7",
        "https://evil.example/?https://www.paper.kr/news/articleView.html?idxno=7",
        "https://user@evil.example/news/articleView.html?idxno=7",
        "ftp://www.paper.kr/news/articleView.html?idxno=7",
        "javascript:void(0)",
        "http://[broken/",
        "http://www.paper.kr:port/",
        "",
    ],
)
def test_what_is_no_article_of_the_site_has_no_address(site, url):
    assert identify(site, url) is None


def test_a_site_is_found_by_any_of_its_hosts(site):
    assert find_site([site], "http://m.paper.kr/x") is site
    assert find_site([site], "http://paper.com/x") is None


@pytest.mark.parametrize(
    ("url", "rest"),
    [
        ("http://a.kr/v?utm_source=naver&no=7&fbclid=Iw#top", "http://a.kr/v?no=7"),
        ("http://a.kr/v?UTM_medium=x&gclid=1", "http://a.kr/v"),
        ("http://a.kr/articles/?4500076", "http://a.kr/articles/?4500076"),
        ("http://a.kr/v?sid=1&ref=2&kw=%B0%F8&q=a=b&", "http://a.kr/v?sid=1&ref=2&kw=%B0%F8&q=a=b"),
        ("http://a.kr/v?utmost=1", "http://a.kr/v?utmost=1"),
        (" file:///tmp/a.html ", "file:///tmp/a.html"),
        ("", ""),
    ],
)
def test_of_an_unknown_paper_only_what_counts_readers_is_left_out(url, rest):
    assert untracked(url) == rest


@pytest.mark.parametrize(
    ("link", "url"),
    [
        ("/a?b=1&c=2", "http://a.kr/a?b=1&c=2"),
        ("b.html", "http://a.kr/news/b.html"),
        ("//c.kr/x", "http://c.kr/x"),
        (" \n/x ", "http://a.kr/x"),
        ("javascript:go(1)", None),
        ("mailto:a@b.kr", None),
        ("http://[broken", None),
        ("", None),
    ],
)
def test_links_become_whole_addresses(link, url):
    assert absolute(link, base="http://a.kr/news/list.html") == url
