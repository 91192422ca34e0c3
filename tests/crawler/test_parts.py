"""Articles that a paper spreads over several pages are fetched and read whole."""

from dataclasses import replace
from datetime import datetime

import pytest

from crawler import load_sites, parse, parts_of
from schema import Page, Part

HOME = "http://www.paper.example"
SITE = """
publisher = "남동산업신문"
home      = "{home}"
[url]
article   = '^/news/articleView\\.html\\?(?:.*&)?idxno=(?P<id>\\d+)'
canonical = "/news/articleView.html?idxno={{id}}"
[discover]
lists     = ["/list"]
[[layouts]]
name      = "view"
title     = "h1"
body      = "#body"
drop      = [".pager"]
"""
URL = f"{HOME}/news/articleView.html?idxno=7"
LINES = [
    f"{number}번째로 들어온 업체가 올해 금형 미니클러스터를 새로 꾸렸다고 협의회가 밝혔다."
    for number in range(1, 40)
]


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("sites")
    (folder / "paper.toml").write_text(SITE.format(home=HOME), encoding="utf-8")
    return load_sites(folder)[0]


def pager(
    *numbers: int, here: int = 1, form: str = "?idxno=7&page={}", around: str = "div class='pager'"
) -> str:
    links = (f"<strong>{n}</strong>" if n == here else f"<a href='{form.format(n)}'>{n}</a>" for n in numbers)
    return f"<{around}>{' '.join(links)} <a href='{form.format(here + 1)}'>다음</a></{around.split()[0]}>"


def html_of(lines: list[str], behind: str = "") -> str:
    text = "".join(f"<p>{line}</p>" for line in lines)
    return f"<h1>남동 금형 업체 뭉쳤다</h1><div id='body'>{text}</div>{behind}"


def page(html: str, *, url: str = URL, status: int = 200) -> Page:
    return Page(url, "paper", status, datetime(2026, 11, 22).astimezone(), (), html.encode())


@pytest.mark.parametrize(
    ("behind", "further"),
    [
        pytest.param(pager(1, 2, 3), ["?idxno=7&page=2", "?idxno=7&page=3"], id="two more"),
        pytest.param(pager(1, 2, form="?page={}&idxno=7#top"), ["?page=2&idxno=7"], id="number first"),
        pytest.param(pager(1, 2, 4), ["?idxno=7&page=2"], id="up to a gap"),
        pytest.param("", [], id="no pager"),
        pytest.param(pager(1), [], id="a pager of one"),
        pytest.param(pager(2, 3, form="?idxno={}"), [], id="other articles"),
        pytest.param(pager(1, 2, form="/list?page={}"), [], id="a list's pages"),
        pytest.param(pager(1, 2, form="javascript:go({})"), [], id="no addresses"),
        pytest.param(pager(1, 2, form="http://other.example/7?page={}"), [], id="elsewhere"),
        pytest.param(pager(1, 2, around="div id='reply-list'"), [], id="the comments' pages"),
        pytest.param(pager(1, 2, form="?idxno=7&comment_page={}"), [], id="the comments' own parameter"),
    ],
)
def test_the_further_pages_are_told_by_their_links(site, behind, further):
    found = parts_of(page(html_of(LINES[:3], behind)), site)
    assert [url.removeprefix(f"{HOME}/news/articleView.html") for url in found] == further


def test_an_endless_pager_ends(site):
    found = parts_of(page(html_of(LINES[:3], pager(*range(1, 400)))), site)
    assert len(found) == 19


def test_the_text_of_all_pages_is_one_article_and_every_paragraph_once(site):
    first = page(html_of(LINES[:3], pager(1, 2, 3)))
    second, third = (page(html_of(LINES[a:b]), url=f"{URL}&page={n}") for n, a, b in ((2, 2, 5), (3, 5, 8)))
    article = parse(first, site, parts=(second, third))
    assert article.text.split("\n") == LINES[:8]
    assert (article.parts, article.parts_told, article.kind) == (3, 3, "article")


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(html_of(LINES[:3]), id="the first page again"),
        pytest.param("<p>존재하지 않는 페이지입니다.</p>", id="no article"),
        pytest.param("", id="nothing"),
    ],
)
def test_a_page_that_gives_nothing_new_is_told_as_lacking(site, other):
    article = parse(page(html_of(LINES[:3], pager(1, 2))), site, parts=(page(other, url=f"{URL}&page=2"),))
    assert (article.text.split("\n"), article.parts, article.parts_told) == (LINES[:3], 1, 2)


def test_a_further_page_alone_is_no_article(site):
    second = page(html_of(LINES[3:6], pager(1, 2, here=2)), url=f"{URL}&page=2")
    with pytest.raises(Part, match="page 2 of 2"):
        parse(second, site)
    assert parts_of(second, site) == ()


def test_the_page_of_the_list_that_a_reader_came_from_is_none_of_the_articles(site):
    article = parse(page(html_of(LINES[:3]), url=f"{URL}&page=3"), site)
    assert (article.id, article.parts_told) == ("paper:7", 1)
    again = replace(page(html_of(LINES[:3], pager(1, 2))), url=f"{URL}&page=9")
    assert parse(again, site).parts_told == 2


def test_a_crawl_fetches_the_further_pages(open_paper, run_crawl, answer):
    paper = open_paper()
    view = "/news/articleView.html?idxno="
    links = "".join(f"<a href='{view}{number}'>기사</a>" for number in (7, 8))
    bodies = {
        "/list": links,
        f"{view}7": html_of(LINES[:3], pager(1, 2, 3)),
        f"{view}7&page=2": html_of(LINES[3:6], pager(1, 2, 3, here=2)),
        f"{view}8": html_of(LINES[9:12]),
    }
    paper.answers |= {path: answer(body.encode()) for path, body in bodies.items()}
    done = run_crawl({"paper": SITE.format(home=paper.home)})
    told = [
        (kept["role"], kept["url"].removeprefix(paper.home + view), kept["status"]) for kept in done["kept"]
    ]
    assert told[2:] == [
        ("article", "7", 200),
        ("part", "7&page=2", 200),
        ("part", "7&page=3", 404),
        ("article", "8", 200),
    ]
    (tally,) = done["tallies"]
    assert (tally["found"], tally["fetched"], tally["failed"]) == (2, 2, {"HTTP 404": 1})
