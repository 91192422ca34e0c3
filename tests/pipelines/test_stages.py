from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from crawler import Link, WarcWriter, load_sites, read_at
from pipelines.articles import find_article
from pipelines.clock import KOREA
from pipelines.fetching import Fetching, keep_fetched
from pipelines.links import keep_links
from pipelines.pages import pending_pages
from pipelines.stages import parse_pending
from pipelines.topic import Topic
from schema import Page, Published

AT = "2026-11-22T03:00:00+09:00"
SITES = Path(__file__).parents[2] / "fixtures/sites"
ARTICLE = "http://www.techmaru.example/20250411000036"
ADDRESS = "http://paper.example/1"
KOREAN = "<p>남동공단 금형 미니클러스터가 시제품 지원에 나선다고 30일 밝혔다. 회원사는 81개다.</p>"


def a_page(
    body=f"<html><h1>금형 소식</h1><article>{KOREAN * 3}</article></html>", *, status=200, url=ADDRESS
):
    headers = (("Content-Type", "text/html; charset=utf-8"),)
    return Page(url, "paper", status, datetime(2026, 11, 22, tzinfo=UTC), headers, body.encode())


@pytest.fixture
def writer(tmp_path):
    with closing(WarcWriter(tmp_path / "warc")) as writer:
        yield writer


def test_the_same_answer_twice_is_one_page_and_another_is_another(db, writer):
    ids = [
        keep_fetched(db, page, role="list", writer=writer) for page in (a_page(), a_page(), a_page("다른 글"))
    ]
    assert ids[0] == ids[1] != ids[2]
    assert db.table("pages").count == 2


def test_pages_are_parsed_once_and_refusals_keep_their_reason(db, writer, tmp_path):
    for page in (
        a_page(),
        a_page("<p>English</p>", url="http://paper.example/2"),
        a_page("없음", status=404),
    ):
        keep_fetched(db, page, role="article", writer=writer)
    counts = parse_pending(db, sites=(), warc=tmp_path / "warc")
    assert counts == {"paper": {"short": 1, "NotKorean": 1}}
    outcomes = {row["url"][-1] + str(row["status"]): row["outcome"] for row in db.table("pages").rows}
    assert outcomes["1200"] == "article"
    assert outcomes["2200"].startswith("NotKorean: http://paper.example/2: ")
    assert outcomes["1404"] == "Deleted: HTTP 404"
    assert parse_pending(db, sites=(), warc=tmp_path / "warc") == {}


def test_an_article_off_the_topic_is_kept_as_a_page_that_says_why(db, writer, tmp_path):
    page = a_page()
    keep_fetched(db, page, role="article", writer=writer)
    topic = Topic(("조선소",))
    assert parse_pending(db, sites=(), warc=tmp_path / "warc", topic=topic) == {"paper": {"OffTopic": 1}}
    assert db.table("articles").count == 0
    [row] = db.table("pages").rows
    assert row["outcome"].startswith(
        f"OffTopic: {ADDRESS}: expected a word of the setting `topic` in the title"
    )
    assert read_at(tmp_path / "warc" / row["warc_file"], offset=row["warc_offset"]).body == page.body


def test_an_article_without_a_date_takes_its_sources(db, writer, tmp_path):
    at = Published(datetime(2018, 5, 30, 9, 12, tzinfo=KOREA), "feed", day_only=False)
    keep_links(db, [Link(ADDRESS, "금형", at, "http://paper.example/rss")], site="paper", at=AT)
    keep_links(db, [Link(ADDRESS, "다른 말", None, "http://paper.example/list")], site="paper", at=AT)
    keep_fetched(db, a_page(), role="article", writer=writer)
    parse_pending(db, sites=(), warc=tmp_path / "warc")
    assert find_article(db, next(db.table("articles").rows)["id"]).published == at
    assert [row["title"] for row in db.table("links").rows] == ["금형"]


def test_a_page_whose_bytes_are_gone_waits_for_them(db, writer, tmp_path):
    keep_fetched(db, a_page(), role="article", writer=writer)
    (tmp_path / "warc").rename(tmp_path / "moved")
    assert parse_pending(db, sites=(), warc=tmp_path / "warc") == {"paper": {"lost": 1}}
    assert len(pending_pages(db)) == 1
    assert parse_pending(db, sites=(), warc=tmp_path / "moved") == {"paper": {"short": 1}}


@pytest.fixture
def fetching(db, writer):
    """Give the crawl's side of a database, with the sites of the sample papers."""
    return Fetching(db, writer, load_sites(SITES), lambda: AT)


def ask(fetching, *answers):
    """Find the article, ask for it, get these answers, end the crawl; tell whether it was asked for."""
    waits = ARTICLE in fetching.found("techmaru", [Link(ARTICLE)])
    assert waits is not fetching.known(ARTICLE)
    if not waits:
        return False
    for status, url in answers:
        page = replace(a_page(f"{status}", status=status, url=url), site="techmaru")
        fetching.keep(page, "article")
    fetching.settle()
    return True


@pytest.mark.parametrize(
    ("nights", "asked", "state", "error"),
    [
        pytest.param([[(200, ARTICLE)]] * 2, [True, False], "done", None, id="fetched"),
        pytest.param([[(404, ARTICLE)]] * 2, [True, False], "failed", "HTTP 404", id="gone"),
        pytest.param([[(503, ARTICLE)], [(200, ARTICLE)]], [True, True], "done", None, id="back-again"),
        pytest.param([[]] * 4, [True] * 4, "failed", "no answer", id="a-paper-that-is-down-is-asked-again"),
        pytest.param([[(403, ARTICLE)]] * 4, [True] * 3 + [False], "failed", "HTTP 403", id="given-up"),
        pytest.param(
            [[(301, ARTICLE), (200, ARTICLE + "/")]] * 2, [True, False], "done", None, id="redirected"
        ),
    ],
)
def test_an_address_is_asked_for_until_its_page_is_here_or_given_up(
    fetching, db, nights, asked, state, error
):
    told = []
    for answers in nights:
        told.append(ask(fetching, *answers))
        fetching.errors.clear()
    row = db.table("frontier").get(ARTICLE)
    assert (told, row["state"], row["last_error"]) == (asked, state, error)
    assert (row["page_id"] is not None) == (state == "done")
