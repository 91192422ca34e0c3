from datetime import datetime
from pathlib import Path

import pytest

from crawler import load_sites, parse
from crawler.markup import lines_of, read_html, select
from schema import Deleted, NoBody, NoTitle, NotKorean, Page, Paywalled

SITE = """
publisher = "남동산업신문"
home      = "http://www.paper.example"

[url]
article   = '^/news/(?:(?P<day>\\d{8})/)?(?P<id>\\d+)'
canonical = "/news/{id}"

[[layouts]]
name      = "new"
title     = "h2.tit"
subtitle  = ".sub"
byline    = ".reporter"
published = ".when"
body      = "#new"
drop      = [".ad"]

[[layouts]]
name      = "old"
body      = "#old"
"""
URL = "http://www.paper.example/news/7"
BODY = "<div id='new'><p>남동국가산업단지의 업체 12곳이 미니클러스터를 꾸렸다고 밝혔다.</p></div>"
TEXT = "남동국가산업단지의 업체 12곳이 미니클러스터를 꾸렸다고 밝혔다."
LONG = "<p>".join(
    f"남동국가산업단지의 {n}번째 업체가 올해 미니클러스터에 들어왔다고 협의회가 밝혔다." for n in range(9)
)


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder: Path = tmp_path_factory.mktemp("sites")
    (folder / "paper.toml").write_text(SITE, encoding="utf-8")
    return load_sites(folder)[0]


def page(
    html: str, *, url: str = URL, status: int = 200, codec: str = "utf-8", kind: str = "text/html"
) -> Page:
    return Page(
        url, "paper", status, datetime.now().astimezone(), (("content-type", kind),), html.encode(codec)
    )


def ld(text: str) -> str:
    return f'<script type="application/ld+json">{text}</script>'


def test_a_layout_gives_all_parts_and_none_of_them_twice(site):
    article = parse(
        page(
            """<title>아님</title><h2 class="tit">산단 <b>12곳</b><br>뭉쳤다</h2>
            <div id="new"><div class="sub">첫 줄<br>둘째 줄</div><div class="ad">무료 회원 가입</div>
            <p>남동국가산업단지의 업체 12곳이<span class="x"> 미니클러스터를</span> 꾸렸다고 밝혔다.</p>
            <p>회원사는 시설을 함께 쓴다.</p><p class="reporter">나해온 기자</p></div>
            <p class="when">입력 2018.05.30 09:12 수정 2018.05.31 10:00</p>"""
        ),
        site,
    )
    assert (article.id, article.url, article.site) == ("paper:7", URL, "paper")
    assert (article.publisher, article.layout) == ("남동산업신문", "new")
    assert (article.title, article.subtitle) == ("산단 12곳 뭉쳤다", "첫 줄\n둘째 줄")
    assert article.byline == "나해온 기자"
    assert article.text == f"{TEXT}\n회원사는 시설을 함께 쓴다."
    assert article.published is not None
    assert (article.published.at.isoformat(), article.published.rung) == (
        "2018-05-30T09:12:00+09:00",
        "layout",
    )


@pytest.mark.parametrize(
    ("html", "layout"),
    [
        pytest.param(BODY + "<div id='old'>옛 얼굴</div>", "new", id="the first that has a body"),
        pytest.param(
            "<div id='new'> <br> </div><div id='old'>" + LONG + "</div>", "old", id="an empty one has none"
        ),
        pytest.param(f"<article>{LONG}</article>", "trafilatura", id="none has"),
        pytest.param(
            ld(f'{{"@type":"Article","articleBody":"{TEXT}"}}'), "json-ld", id="a body for machines"
        ),
        pytest.param(f'<script>x={{"html":"<p>{TEXT}</p>"}}</script>', "script", id="a body in a script"),
    ],
)
def test_the_body_is_found_by_the_first_that_can(site, html, layout):
    article = parse(page(f"<title>산단 12곳 뭉쳤다</title>{html}"), site)
    assert article.layout == layout
    assert article.text.startswith("남동국가산업단지의")


@pytest.mark.parametrize(
    ("html", "title"),
    [
        pytest.param(
            "<title>아님</title><h2 class='tit'>배치의 제목</h2>"
            + ld('{"@type":"NewsArticle","headline":"아님"}'),
            "배치의 제목",
            id="layout",
        ),
        pytest.param(
            '<meta property="og:title" content="아님">'
            + ld('{"@type":["NewsArticle"],"headline":"&quot;산단&quot; 뭉침"}'),
            '"산단" 뭉침',
            id="JSON-LD",
        ),
        pytest.param(
            '<meta property="og:title" content="산단 12곳 - 뭉쳤다 | 남동산업신문"><title>아님</title>',
            "산단 12곳 - 뭉쳤다",
            id="og:title without the paper's name",
        ),
        pytest.param(
            "<title>아님</title><h1>산단 12곳 뭉쳤다</h1><h1> </h1>", "산단 12곳 뭉쳤다", id="the one h1"
        ),
        pytest.param(
            "<title>산단 12곳 뭉쳤다 < 산업 < 기사본문 - 남동산업신문</title><h1>신문</h1><h1>뉴스</h1>",
            "산단 12곳 뭉쳤다",
            id="title before the path",
        ),
    ],
)
def test_the_title_is_of_the_best_that_names_one(site, html, title):
    assert parse(page(html + BODY), site).title == title


@pytest.mark.parametrize(
    ("html", "url", "published"),
    [
        pytest.param(
            ld('{"@type":"NewsArticle","datePublished":"2018-05-30T00:12:00Z"}')
            + '<meta property="article:published_time" content="2001-01-01">',
            URL,
            ("2018-05-30T09:12:00+09:00", "json-ld", False),
            id="JSON-LD, of Greenwich",
        ),
        pytest.param(
            '<meta property="article:published_time" content="2018-05-30 09:12"><p class="when">2001.01.01',
            URL,
            ("2018-05-30T09:12:00+09:00", "meta", False),
            id="meta without a zone",
        ),
        pytest.param(
            '<p class="when">승인 2018.05.30</p><p>입력 2001.01.01 00:00',
            URL,
            ("2018-05-30T00:00:00+09:00", "layout", True),
            id="layout, the day",
        ),
        pytest.param(
            "<dl><dt>기사입력 :</dt><dd>2018-05-30 오후 3:05</dd></dl><footer>등록번호 가1 등록일 2001.01.01",
            "http://www.paper.example/news/20180531/7",
            ("2018-05-30T15:05:00+09:00", "line", False),
            id="a line of the page",
        ),
        pytest.param(
            "<ul><li>등록번호: 인천 아01</li><li>등록일: 2012.05.01</li></ul>",
            "http://www.paper.example/news/20180530/7",
            ("2018-05-30T00:00:00+09:00", "address", True),
            id="the address, and no register entry",
        ),
        pytest.param(
            '<meta name="date" content="2018-05-30">',
            URL,
            ("2018-05-30T00:00:00+09:00", "htmldate", True),
            id="a guess",
        ),
        pytest.param("<p>Copyright 2024 남동산업신문</p>", URL, None, id="no copyright year"),
    ],
)
def test_the_date_is_of_the_most_trusted_rung(site, html, url, published):
    found = parse(page(f"<h2 class='tit'>제목</h2>{BODY}{html}", url=url), site).published
    assert (found and (found.at.isoformat(), found.rung, found.day_only)) == published


@pytest.mark.parametrize(
    ("html", "modified"),
    [
        pytest.param(
            ld('{"@type":"NewsArticle","dateModified":"2018-05-31T01:00:00Z"}')
            + '<meta property="article:modified_time" content="2018-06-01">',
            ("2018-05-31T10:00:00+09:00", "json-ld", False),
            id="JSON-LD, of Greenwich",
        ),
        pytest.param(
            '<meta property="article:modified_time" content="2018-05-31 10:00">',
            ("2018-05-31T10:00:00+09:00", "meta", False),
            id="meta without a zone",
        ),
        pytest.param(
            '<meta property="og:updated_time" content="2018-06-01"><p>최종수정 2018.06.02 10:00</p>',
            ("2018-06-01T00:00:00+09:00", "meta", True),
            id="meta, the day",
        ),
        pytest.param(
            '<p class="when">수정 2018.05.31 10:00 업데이트 2018.06.01 오후 1:05</p>',
            ("2018-06-01T13:05:00+09:00", "layout", False),
            id="the layout's last",
        ),
        pytest.param(
            "<p>최종수정 2018-05-31 오전 12:10</p>",
            ("2018-05-31T00:10:00+09:00", "line", False),
            id="a line of the page",
        ),
        pytest.param(
            '<meta property="article:modified_time" content="2018-05-30T09:12:00+09:00">',
            None,
            id="the same hour",
        ),
        pytest.param(
            '<meta property="article:modified_time" content="2018-05-30">',
            None,
            id="the same day and no hour",
        ),
        pytest.param(
            '<meta property="article:modified_time" content="2001-01-01"><p>수정 2018.05.31 10:00</p>',
            ("2018-05-31T10:00:00+09:00", "line", False),
            id="none before it appeared",
        ),
        pytest.param('<meta property="article:modified_time" content="어제">', None, id="no date"),
        pytest.param("<footer>등록번호 가1 수정 2018.05.31 10:00</footer>", None, id="the page's foot"),
    ],
)
def test_the_change_is_of_the_most_trusted_rung_that_is_later(site, html, modified):
    first = '<meta property="article:published_time" content="2018-05-30T09:12:00+09:00">'
    article = parse(page(f"{first}<h2 class='tit'>제목</h2>{BODY}{html}"), site)
    assert article.published is not None
    assert (article.published.at.isoformat(), article.published.rung) == ("2018-05-30T09:12:00+09:00", "meta")
    found = article.modified
    assert (found and (found.at.isoformat(), found.rung, found.day_only)) == modified


def test_of_a_pair_of_lines_the_first_appearance_counts_whatever_stands_first(site):
    html = f"<h2 class='tit'>제목</h2><p>수정 2018.05.31 10:00</p><p>입력 2018.05.30 09:12</p>{BODY}"
    article = parse(page(html), site)
    assert article.published is not None
    assert article.modified is not None
    assert (article.published.at.isoformat(), article.published.rung) == ("2018-05-30T09:12:00+09:00", "line")
    assert article.modified.at.isoformat() == "2018-05-31T10:00:00+09:00"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param('{"@type":"NewsArticle","headline":"산단 뭉쳤다",}', id="stray comma"),
        pytest.param('/* 기사 */ {"@type":"NewsArticle", // 종류\n"headline":"산단 뭉쳤다"}', id="comments"),
        pytest.param('<!-- {"@type":"NewsArticle","headline":"산단 뭉쳤다"} -->', id="as a comment"),
        pytest.param(
            '[{"@type":"WebSite"},{"@type":"NewsArticle","headline":"산단\n뭉쳤다"}]', id="list, line feed"
        ),
        pytest.param('{"@graph":[{"@type":"ReportageNewsArticle","headline":"산단 뭉쳤다"}]}', id="graph"),
        pytest.param('{"@type":"NewsArticle","headline":"산단 뭉쳤다"};', id="semicolon"),
    ],
)
def test_json_ld_is_read_leniently(site, text):
    assert parse(page(ld("{broken") + ld(text) + BODY), site).title == "산단 뭉쳤다"


def test_a_euc_kr_page_loses_a_broken_letter_alone(site):
    html = f"<meta charset='euc-kr'><h2 class='tit'>뷁산단</h2>{BODY}".encode("cp949")
    broken = Page(URL, "paper", 200, datetime.now().astimezone(), (), html.replace(b"</p>", b"\xb0</p>"))
    article = parse(broken, site)
    assert (article.title, article.text) == ("뷁산단", TEXT + "\ufffd")
    assert (
        parse(page(html.decode("cp949"), codec="cp949", kind="text/html; charset=EUC-KR"), site).text == TEXT
    )


def test_an_amp_page_is_told_by_the_address_it_names(site):
    amp = f"<link rel='canonical' href='{URL}'><h2 class='tit'>제목</h2>{BODY}"
    assert parse(page(amp, url="http://amp.paper.example/x/7"), site).id == "paper:7"


def test_without_a_site_the_page_speaks_for_itself():
    html = f'<meta property="og:site_name" content="서해일보"><h1>산단 뭉쳤다</h1><article>{LONG}</article>'
    article = parse(page(html, url="https://www.sea.example/a?b=1"))
    assert (article.url, article.site, article.publisher) == (
        "https://www.sea.example/a?b=1",
        None,
        "서해일보",
    )
    assert article.id.startswith("sea.example:")
    nowhere = parse(page(html + '<meta property="og:url" content="https://www.sea.example/c">', url=""))
    assert nowhere.url == "https://www.sea.example/c"
    assert nowhere.id != article.id


@pytest.mark.parametrize(
    ("given", "error"),
    [
        pytest.param(page(BODY, status=500), NoBody, id="an error page"),
        pytest.param(page(BODY, url="http://www.paper.example/map"), NoBody, id="another page of the site"),
        pytest.param(page(BODY, url="http://www.paper.example/login"), Paywalled, id="led to a login"),
        pytest.param(page(BODY, url="http://www.paper.example/"), Deleted, id="led to the front page"),
        pytest.param(page(BODY, status=404), Deleted, id="not found"),
        pytest.param(page(BODY, status=410), Deleted, id="gone"),
        pytest.param(page("<h2 class='tit'>사진</h2><p>포토"), NoBody, id="no text"),
        pytest.param(page(""), NoBody, id="nothing"),
        pytest.param(
            page("<h1>알림</h1><p>삭제된 기사입니다.</p><a>이전 페이지로</a>"), Deleted, id="deleted"
        ),
        pytest.param(page("<<<<>&&& \x00\x01 <p"), NoBody, id="no HTML"),
        pytest.param(page(BODY), NoTitle, id="no title"),
        pytest.param(
            page("<h1>Mini clusters</h1><div id='new'><p>Twelve companies founded one, 남동 said.</p></div>"),
            NotKorean,
            id="English",
        ),
    ],
)
def test_what_is_no_article_is_told(site, given, error):
    with pytest.raises(error, match=given.url):
        parse(given, site)


@pytest.mark.parametrize(
    ("html", "lines"),
    [
        pytest.param(
            "가<b>나</b>다<br>라<p>마", ["가나다", "라", "마"], id="inline does not break, br and p do"
        ),
        pytest.param("가\n나\r\n<!-- 광고 -->다", ["가 나 다"], id="line feeds and comments are no breaks"),
        pytest.param(
            "&#44032;&nbsp;&amp;&nbsp나\u200b다\u00ad라\x00마\u3000바", ["가 & 나다라마 바"], id="characters"
        ),
        pytest.param("\u1100\u1161\u11a8", ["각"], id="NFD becomes NFC"),
        pytest.param("<table><tr><td>가<td>나<tr><td>다</table>", ["가 나", "다"], id="a row is a line"),
        pytest.param("<ul><li>가<li>나</ul>", ["가", "나"], id="items"),
        pytest.param("가<script>x</script><figcaption>사진</figcaption>나", ["가나"], id="what is no text"),
        pytest.param("가<i style='display: none'>숨은</i>나", ["가나"], id="hidden"),
        pytest.param("<div><div id=b>가</div></div>", ["가"], id="one in another once"),
        pytest.param("<?xml version='1.0' encoding='euc-kr'?><p>가", ["가"], id="XML declaration"),
    ],
)
def test_html_becomes_lines(html, lines):
    assert lines_of(select(read_html(f"<div>{html}</div>"), "div")) == lines
