"""Articles, and what is less than one, are told apart."""

from datetime import datetime

import pytest

from crawler import load_sites, parse, parse_text
from schema import Deleted, NoBody, Page, Paywalled

URL = "http://www.paper.example/news/7"
SITE = """
publisher = "남동산업신문"
home      = "http://www.paper.example"
[url]
article   = '^/news/(?P<id>\\d+)'
canonical = "/news/{id}"
[[layouts]]
name      = "view"
title     = "h1"
published = ".when"
body      = "#body"
drop      = ["figure"]
"""
ONE = "남동국가산업단지의 업체 12곳이 올해 금형 미니클러스터를 새로 꾸렸다고 협의회가 30일 밝혔다."
TWO = "회원사는 시험 장비 열두 대를 함께 쓰고, 장비는 인천테크노파크가 빌려준다."
THREE = "협의회는 내년까지 회원사를 서른 곳으로 늘리고 공동 과제 다섯 개를 찾을 계획이다."
LONG = [f"{number}번째로 들어온 회사는 {ONE}" for number in range(1, 13)]
ASIDE = "<aside><h4>많이 본 기사</h4><ul>" + "".join(
    f"<li><a href='/news/{n}'>석문산단 {n}개사 투자협약 맺어…지역 경제 활력 기대</a></li>"
    for n in range(20, 30)
)
CAPTION = "30일 남동산단에서 열린 금형 미니클러스터 출범식에서 회원사 대표들이 손뼉을 치고 있다."
FIGURE = f"<figure><img src='/1.jpg'><figcaption>{CAPTION} /사진=나해온 기자</figcaption></figure>"
WALLED = "<p>이 기사는 유료회원 전용 기사입니다.</p><p>로그인 후 전문을 읽을 수 있습니다.</p>"


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("sites")
    (folder / "paper.toml").write_text(SITE, encoding="utf-8")
    return load_sites(folder)[0]


def page(html: str, *, url: str = URL) -> Page:
    return Page(url, "paper", 200, datetime(2026, 11, 22).astimezone(), (), html.encode())


def a_body(
    *lines: str, title: str = "남동 금형 업체 12곳 뭉쳤다", behind: str = "", between: str = "p"
) -> str:
    text = "".join(f"<p>{line}</p>" for line in lines) if between == "p" else "<br><br>".join(lines)
    return f"<h1>{title}</h1><p class='when'>입력 2018.05.30 09:12</p><div id='body'>{text}</div>{behind}"


def declared(value: str) -> str:
    return (
        f'<script type="application/ld+json">{{"@type":"NewsArticle","isAccessibleForFree":{value}}}</script>'
    )


@pytest.mark.parametrize("with_site", [True, False], ids=["by layout", "without a site"])
@pytest.mark.parametrize("between", ["p", "br"])
@pytest.mark.parametrize("lines", [[ONE], [ONE, TWO], [ONE, TWO, THREE]], ids=["one", "two", "three"])
def test_a_short_article_is_all_there_without_what_surrounds_it(site, lines, between, with_site):
    foot = "<p>나해온 기자 na@paper.example</p><p>저작권자 © 남동산업신문 무단전재 및 재배포 금지</p>"
    html = f"<article>{a_body(*lines, between=between, behind=foot)}</article>{ASIDE}"
    article = parse(page(html), site if with_site else None)
    assert article.text.split("\n") == lines
    assert article.kind == "short"


@pytest.mark.parametrize(
    ("html", "kind", "text"),
    [
        pytest.param(a_body(*LONG), "article", LONG, id="a whole article"),
        pytest.param(a_body(ONE), "short", [ONE], id="one paragraph"),
        pytest.param(
            a_body(FIGURE, title="금형 미니클러스터 출범"), "photo", [CAPTION], id="a picture and no text"
        ),
        pytest.param(
            a_body(f"{CAPTION} [사진=나해온 기자]", title="금형 미니클러스터 출범"),
            "photo",
            [CAPTION],
            id="nothing but a caption with its credit",
        ),
        pytest.param(
            a_body(f"{CAPTION}", title="[포토뉴스] 금형 미니클러스터 출범"),
            "photo",
            [CAPTION],
            id="a title says so",
        ),
        pytest.param(
            a_body(*LONG, title="[포토] 금형 미니클러스터의 하루"), "article", LONG, id="a long photo report"
        ),
        pytest.param(
            a_body(ONE, title="[포토레지스트] 남동 업체 12곳 뭉쳤다"),
            "short",
            [ONE],
            id="a photoresist is no photo",
        ),
        pytest.param(a_body(FIGURE, *LONG), "article", LONG, id="a picture above the text"),
        pytest.param(
            a_body("[앵커]", ONE, "[기자]", TWO, THREE, "한빛방송 나해온입니다."),
            "script",
            [ONE, TWO, THREE],
            id="a broadcast script",
        ),
        pytest.param(
            a_body("[인터뷰] 이도윤 협의회장", *LONG),
            "article",
            ["이도윤 협의회장", *LONG],
            id="one mark is none",
        ),
    ],
)
def test_a_page_is_told_as_what_it_is(site, html, kind, text):
    article = parse(page(html), site)
    assert (article.kind, article.text.split("\n")) == (kind, text)


@pytest.mark.parametrize(
    ("html", "kind"),
    [
        pytest.param(a_body(ONE, TWO, behind=WALLED), "paywalled", id="a notice behind the text"),
        pytest.param(a_body(ONE, WALLED), "paywalled", id="a notice in the text"),
        pytest.param(a_body(*LONG[:-1], ONE[:30] + "…", behind=WALLED), "paywalled", id="a long teaser, cut"),
        pytest.param(
            a_body(
                ONE,
                behind="<p>구독하고 기사 이어보기</p><p>남은 기사 62%를 읽으려면 회원가입이 필요합니다</p>",
            ),
            "paywalled",
            id="the rest in per cent",
        ),
        pytest.param(declared("false") + a_body(ONE[:30] + "…"), "paywalled", id="declared, and cut"),
        pytest.param(declared('"False"') + a_body(ONE), "paywalled", id="declared as a word, and short"),
        pytest.param(declared("false") + a_body(*LONG), "article", id="declared, and whole all the same"),
        pytest.param(declared("true") + a_body(ONE), "short", id="declared as free"),
        pytest.param(a_body(*LONG, behind=WALLED), "article", id="a notice, and whole all the same"),
        pytest.param(a_body(ONE, behind=ASIDE + WALLED), "short", id="a promise at the page's foot"),
        pytest.param(
            a_body(ONE, behind="<p>로그인 후 댓글을 작성할 수 있습니다.</p><p>네이버에서 구독하세요.</p>"),
            "short",
            id="a login for comments",
        ),
        pytest.param(
            a_body("구독 서비스 업체 한빛은 유료 회원에게 기사 전문을 제공한다고 30일 밝혔다."),
            "short",
            id="news of a paywall",
        ),
    ],
)
def test_a_teaser_is_told_by_its_notice_and_its_length(site, html, kind):
    article = parse(page(html), site)
    assert article.kind == kind
    assert "전문을 읽을 수" not in article.text or kind != "paywalled"


@pytest.mark.parametrize(
    ("html", "error"),
    [
        pytest.param(
            f"<h1>금형 업체 뭉쳤다</h1><div id='body'></div>{WALLED}", Paywalled, id="a wall and no text"
        ),
        pytest.param(
            "<script>alert('유료회원 전용 기사입니다.');location.href='/login';</script>",
            Paywalled,
            id="a walled box",
        ),
        pytest.param('<script>alert("삭제된 기사입니다.");history.back();</script>', Deleted, id="a box"),
        pytest.param(
            "<h1>알림</h1><p>존재하지 않는 기사입니다.</p>" + ASIDE, Deleted, id="beside other news"
        ),
        pytest.param(
            "<p>해당 기사는 언론사의 요청으로 삭제되었습니다.</p>", Deleted, id="at the paper's wish"
        ),
        pytest.param("<p>요청하신 페이지를 찾을 수 없습니다.</p>", Deleted, id="a soft 404"),
        pytest.param("<h1>안내</h1><p>비공개 처리된 기사입니다.</p>", Deleted, id="withdrawn"),
        pytest.param("<script>alert('설문에 참여해 주세요.');</script>", NoBody, id="another box"),
        pytest.param("<h1>산단</h1>", NoBody, id="a heading alone"),
    ],
)
def test_a_page_without_its_article_says_why(site, html, error):
    with pytest.raises(error, match=URL):
        parse(page(html), site)


@pytest.mark.parametrize(
    "line",
    [
        "포털에서 삭제된 기사가 사흘 만에 복원됐다고 협의회가 30일 밝혔다.",
        "없는 기사를 찾을 수 없다며 독자들이 물어 왔다고 남동산업신문이 30일 밝혔다.",
    ],
)
def test_an_article_about_deleted_ones_is_there(site, line):
    assert parse(page(a_body(line, *LONG)), site).text.startswith(line)


def test_a_plain_text_is_told_too():
    text = "\n".join(["금형 업체 뭉쳤다", "[앵커]", ONE, "[기자]", TWO, THREE])
    assert parse_text(text, id="a").kind == "script"
    assert parse_text(f"금형 업체 뭉쳤다\n{ONE}", id="a").kind == "short"
    assert parse_text("\n".join(["금형 업체 뭉쳤다", *LONG]), id="a").kind == "article"
