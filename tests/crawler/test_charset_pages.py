"""The ecosystem study's matrix (L3): eleven defects of Korean pages, three sizes, each to its article."""

from datetime import datetime

import pytest

from crawler import load_sites, parse
from schema import Page

URL = "http://www.paper.example/news/7"
SITE = """
publisher = "구미산업신문"
home      = "http://www.paper.example"
[url]
article   = '^/news/(?P<id>\\d+)'
canonical = "/news/{id}"
[[layouts]]
name      = "view"
title     = "h1"
body      = "#body"
"""
# One with letters of KS X 1001 alone, one with some that only its superset cp949 has.
PLAIN = "구미국가산업단지의 업체 {}곳이 올해 2천만원씩을 보탰다고 협의회가 밝혔다."
WIDE = "구미국가산업단지의 똠방각하 쀼쀼 업체 {}곳이 올해 2천만원씩을 보탰다고 협의회가 밝혔다."
SIZES = {"1 sentence": 1, "12 sentences": 12, "600 sentences": 600}

# Codec of the bytes, sentence, charset in the header, charset in the meta, half a letter in a meta element.
DEFECTS = {
    "clean utf-8": ("utf-8", PLAIN, "utf-8", "utf-8", False),
    "clean euc-kr": ("euc-kr", PLAIN, "euc-kr", "euc-kr", False),
    "cp949 letters labelled euc-kr": ("cp949", WIDE, "euc-kr", "euc-kr", False),
    "utf-8, one letter cut in a meta element": ("utf-8", PLAIN, "utf-8", "utf-8", True),
    "euc-kr, one letter cut in a meta element": ("euc-kr", PLAIN, "euc-kr", "euc-kr", True),
    "cp949, the header says utf-8": ("cp949", WIDE, "utf-8", "euc-kr", False),
    "cp949, the meta says utf-8": ("cp949", WIDE, None, "utf-8", False),
    "cp949 declared x-windows-949": ("cp949", WIDE, None, "x-windows-949", False),
    "cp949 undeclared": ("cp949", WIDE, None, None, False),
    "utf-8, the meta says euc-kr": ("utf-8", PLAIN, None, "euc-kr", False),
    "utf-8, the header says euc-kr": ("utf-8", PLAIN, "euc-kr", "utf-8", False),
}


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("sites")
    (folder / "paper.toml").write_text(SITE, encoding="utf-8")
    return load_sites(folder)[0]


def a_page(codec: str, lines: list[str], header: str | None, meta: str | None, *, cut: bool) -> Page:
    declared = f'<meta charset="{meta}">' if meta else ""
    head = f'<html><head>{declared}<meta name="description" content="구미 협의회가 기금을 '
    half = "모".encode(codec)[:-1] if cut else b""
    body = "".join(f"<p>{line}</p>" for line in lines)
    rest = (
        f'"><title>구미 기금</title></head><body><h1>구미 기금 모았다</h1><div id="body">{body}</div></body>'
    )
    kind = f"text/html; charset={header}" if header else "text/html"
    return Page(
        URL,
        "paper",
        200,
        datetime(2026, 11, 22).astimezone(),
        (("Content-Type", kind),),
        head.encode(codec) + half + rest.encode(codec),
    )


@pytest.mark.parametrize("with_site", [True, False], ids=["by layout", "without a site"])
@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
@pytest.mark.parametrize(("codec", "sentence", "header", "meta", "cut"), DEFECTS.values(), ids=DEFECTS)
def test_a_page_of_any_charset_and_claim_gives_its_article(
    site, codec, sentence, header, meta, cut, size, with_site
):
    lines = [sentence.format(number) for number in range(1, size + 1)]
    article = parse(a_page(codec, lines, header, meta, cut=cut), site if with_site else None)
    assert article.text.split("\n") == lines
    assert article.title == "구미 기금 모았다"
