"""A night over one paper with every kind of page, served for real: rows, outcomes, tally and log line."""

import json
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from pipelines.articles import find_article, keep_article
from pipelines.pages import outcome_of
from pipelines.paperserver import load_papers, serve
from schema import Article

SANDAN = Path(sys.executable).with_name("sandan")
SITE = """
publisher = "남동산업신문"
home      = "http://www.paper.example"
[url]
article   = '^/news/(?P<id>\\d+)(?:$|\\?)'
canonical = "/news/{id}"
[discover]
lists     = ["/list"]
[[layouts]]
name      = "view"
title     = "h1"
published = ".when"
body      = "#body"
drop      = ["figure", ".pager"]
"""
ONE = "남동국가산업단지의 업체 12곳이 올해 금형 미니클러스터를 새로 꾸렸다고 협의회가 30일 밝혔다."
LONG = [f"{number}번째로 들어온 회사는 {ONE}" for number in range(1, 9)]
CAPTION = "30일 남동산단에서 열린 금형 미니클러스터 출범식에서 회원사 대표들이 손뼉을 치고 있다."
PAGER = "<div class='pager'><a href='?page=1'>1</a> <a href='?page=2'>2</a></div>"


def view(*lines: str, behind: str = "") -> str:
    text = "".join(f"<p>{line}</p>" for line in lines)
    when = "<p class='when'>입력 2018.05.30 09:12 수정 2018.05.31 10:00</p>"
    return f"<h1>남동 금형 업체 뭉쳤다</h1>{when}<div id='body'>{text}</div>{behind}"


PAGES = {
    "/news/1": view(*LONG),
    "/news/2": view(ONE),
    "/news/3": view(f"<figure><img src='/1.jpg'><figcaption>{CAPTION}</figcaption></figure>"),
    "/news/4": view("[앵커]", ONE, "[기자]", *LONG),
    "/news/5": view(ONE, behind="<p>이 기사는 유료회원 전용 기사입니다.</p>"),
    "/news/6": view(*LONG, behind=PAGER),
    "/news/6?page=2": view(*(f"이어서 {line}" for line in LONG), behind=PAGER),
    "/news/7": view(*LONG, behind=PAGER),
    "/news/8": "<script>alert('삭제된 기사입니다.');history.back();</script>",
    "/news/9": view("", behind="<p>로그인 후 전문을 읽을 수 있습니다.</p>"),
    "/news/11": "<h1>산단</h1>",
}
LISTED = [f"/news/{number}" for number in range(1, 12)]  # 10 is not there: 404


@pytest.fixture(scope="module")
def night(tmp_path_factory):
    """Give the folder of one crawl of the paper, and what it told."""
    papers = tmp_path_factory.mktemp("papers")
    (papers / "paper").mkdir()
    (papers / "paper" / "site.toml").write_text(SITE, "utf-8")
    links = "".join(f"<a href='{path}'>기사</a>" for path in LISTED)
    served = []
    for number, (path, html) in enumerate({"/list": links, **PAGES}.items()):
        (papers / "paper" / f"{number}.html").write_text(html, "utf-8")
        kind = "text/html; charset=utf-8"
        served.append(f'["{path}"]\nfile = "{number}.html"\ncontent_type = "{kind}"\n')
    (papers / "paper" / "served.toml").write_text("\n".join(served), "utf-8")
    folder = tmp_path_factory.mktemp("night")
    with serve(load_papers(papers)) as proxy:
        settings = ("--sites", str(papers), "--set", f"proxy={proxy}", "--set", "delay=0")
        done = subprocess.run(
            [SANDAN, "crawl", *settings], cwd=folder, capture_output=True, timeout=100, check=False
        )
    assert done.returncode == 0, done.stderr.decode()
    return folder, done.stderr.decode()


def rows(folder: Path, query: str) -> list[tuple]:
    db = sqlite3.connect(folder / "news.db")
    try:
        return db.execute(query).fetchall()
    finally:
        db.close()


def test_every_page_is_kept_as_what_it_is(night):
    query = "select id, kind, parts, parts_told from articles order by id"
    assert rows(night[0], query) == [
        ("paper:1", "article", 1, 1),
        ("paper:2", "short", 1, 1),
        ("paper:3", "photo", 1, 1),
        ("paper:4", "script", 1, 1),
        ("paper:5", "paywalled", 1, 1),
        ("paper:6", "article", 2, 2),
        ("paper:7", "article", 1, 2),
    ]
    (text,) = rows(night[0], "select text from articles where id = 'paper:6'")[0]
    assert text.split("\n") == [*LONG, *(f"이어서 {line}" for line in LONG)]
    assert rows(night[0], "select text from articles where id = 'paper:3'") == [(CAPTION,)]


def test_every_page_says_what_became_of_it(night):
    query = "select url, outcome from pages where role = 'article'"
    outcomes = {url.rpartition("/")[2]: outcome for url, outcome in rows(night[0], query)}
    assert [outcomes[str(number)] for number in range(1, 8)] == [
        *["article"] * 4,
        "article: a teaser",
        "article",
        "article: 1 of 2 pages",
    ]
    assert outcomes["8"].startswith("Deleted: http://www.paper.example/news/8: it says '삭제된 기사")
    assert outcomes["9"].startswith("Paywalled: http://www.paper.example/news/9: it says '로그인 후")
    assert outcomes["10"] == "Deleted: HTTP 404"
    assert outcomes["11"].startswith("NoBody: ")
    assert rows(night[0], "select outcome from pages where role = 'part'") == [(None,), (None,)]


def test_the_night_counts_them(night):
    folder, told = night
    ((parsed, refused, failed, outcomes),) = rows(
        folder, "select parsed, refused, failed, outcomes from run_sites"
    )
    assert (parsed, refused, json.loads(failed)) == (7, 3, {"HTTP 404": 2})
    assert json.loads(outcomes) == {
        "article": 3,
        "short": 1,
        "photo": 1,
        "script": 1,
        "paywalled": 1,
        "Deleted": 1,
        "Paywalled": 1,
        "NoBody": 1,
    }
    assert "articles 7, off topic 0, refused 3 (3 article, 1 short, 1 photo, 1 script, 1 paywalled" in told


def test_both_times_are_kept_with_zone_and_rung(night):
    columns = "published, published_from, published_day_only, modified, modified_from, modified_day_only"
    assert rows(night[0], f"select distinct {columns} from articles") == [
        ("2018-05-30T09:12:00+09:00", "layout", 0, "2018-05-31T10:00:00+09:00", "layout", 0)
    ]


def test_an_article_of_before_these_columns_is_read_as_a_plain_one(db, an_article):
    keep_article(db, an_article)
    db.execute("update articles set kind = null, parts = null, parts_told = null")
    assert find_article(db, an_article.id) == an_article


@pytest.mark.parametrize(
    ("article", "outcome"),
    [
        pytest.param(Article("a", "글"), "article", id="whole"),
        pytest.param(Article("a", "글", kind="photo"), "article", id="a photo"),
        pytest.param(
            Article("a", "글", kind="paywalled", parts_told=3), "article: a teaser, 1 of 3 pages", id="both"
        ),
    ],
)
def test_an_outcome_names_what_is_lacking(article, outcome):
    assert outcome_of(article) == outcome
