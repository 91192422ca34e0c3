import gzip

import pytest

from crawler import Link, read_feed, read_list, read_sitemap

BASE = "http://paper.kr/rss/all.xml"
ITEM = "<item><title>{}</title><link>{}</link>{}</item>"
RSS = '<?xml version="1.0" encoding="{}"?><rss version="2.0"><channel><title>신문</title>{}</channel></rss>'
ONE = ITEM.format(
    "구미 산단", "/news/articleView.html?idxno=1&amp;sc=rss", "<pubDate>2018-05-30 09:12:00</pubDate>"
)
TWO = ITEM.format(
    "남동 산단", "<![CDATA[http://paper.kr/2]]>", "<pubDate>Wed, 30 May 2018 09:12 KST</pubDate>"
)
LINKS = (
    Link("http://paper.kr/news/articleView.html?idxno=1&sc=rss", "구미 산단"),
    Link("http://paper.kr/2", "남동 산단"),
)


@pytest.mark.parametrize(
    ("text", "links"),
    [
        pytest.param(RSS.format("utf-8", ONE + TWO), LINKS, id="in order"),
        pytest.param(RSS.format("euc-kr", ONE + TWO), LINKS, id="still labelled as it came"),
        pytest.param(RSS.format("utf-8", ONE + TWO + ONE), LINKS, id="each once"),
        pytest.param(
            RSS.format("utf-8", "<description>가&nbsp;나</description>" + ONE + TWO), LINKS, id="nbsp"
        ),
        pytest.param(RSS.format("utf-8", "<b>A & B<c>" + ONE + TWO), LINKS, id="no well-formed XML"),
        pytest.param("\n\n" + RSS.format("utf-8", ONE + TWO), LINKS, id="blank lines before the declaration"),
        pytest.param(RSS.format("utf-8", ONE + TWO)[:-60], LINKS[:1], id="cut off in the second link"),
        pytest.param("<html><body><a href='/1'>없는 페이지</a></body></html>", (), id="a page instead"),
        pytest.param("", (), id="empty"),
        pytest.param(
            '<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>하나</title><link href="/1"/></entry>',
            (Link("http://paper.kr/1", "하나"),),
            id="Atom",
        ),
        pytest.param(
            '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>'
            + RSS.format("utf-8", ITEM.format("&e;", "http://paper.kr/1", "")).partition("?>")[2],
            (Link("http://paper.kr/1", "&e;"),),
            id="no file is read for an entity",
        ),
    ],
)
def test_a_feed_gives_its_links(text, links):
    assert read_feed(text, base=BASE) == links


NEWS = (
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
    ' xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">'
    "<url><loc> http://paper.kr/1?a=1&amp;b=2 </loc>"
    "<news:news><news:title>창원 산단</news:title></news:news></url>"
    "<url><loc>/2</loc><image:image><image:loc>/2.jpg</image:loc></image:image></url>"
    "</urlset>"
)
NAMED = (Link("http://paper.kr/1?a=1&b=2", "창원 산단"), Link("http://paper.kr/2"))


@pytest.mark.parametrize(
    ("body", "links", "children"),
    [
        pytest.param(NEWS.encode(), NAMED, (), id="news sitemap"),
        pytest.param(gzip.compress(NEWS.encode()), NAMED, (), id="gzipped"),
        pytest.param(NEWS.encode("cp949"), NAMED, (), id="EUC-KR"),
        pytest.param(NEWS.encode()[:-30], NAMED[:1], (), id="cut off"),
        pytest.param(gzip.compress(NEWS.encode())[:-30], NAMED[:1], (), id="gzipped and cut off"),
        pytest.param(
            b"<sitemapindex><sitemap><loc>/a.xml</loc></sitemap><sitemap><loc>/b.xml</loc></sitemap></sitemapindex>",
            (),
            ("http://paper.kr/a.xml", "http://paper.kr/b.xml"),
            id="index without a namespace",
        ),
        pytest.param(
            b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]><urlset><url><loc>/1&e;</loc></url></urlset>',
            (Link("http://paper.kr/1"),),
            (),
            id="no file is read for an entity",
        ),
        pytest.param(b"<html><p>404", (), (), id="a page instead"),
        pytest.param(b"", (), (), id="empty"),
    ],
)
def test_a_sitemap_gives_its_links_and_children(body, links, children):
    sitemap = read_sitemap(body, base="http://paper.kr/sitemap.xml")
    assert (sitemap.links, sitemap.children) == (links, children)


def test_a_bomb_of_entities_does_not_go_off():
    entities = "".join(f'<!ENTITY e{n + 1} "{f"&e{n};" * 10}">' for n in range(9))
    body = f'<!DOCTYPE x [<!ENTITY e0 "ha">{entities}]><urlset><url><loc>/1&e9;</loc></url></urlset>'
    assert read_sitemap(body.encode(), base="http://paper.kr/").links in ((), (Link("http://paper.kr/1"),))


def test_a_list_page_gives_links_with_the_headline_that_came_with_one():
    text = """
        <a href="/news/1"><img src="a.jpg"></a><a href="/news/1">여수 <b>산단</b></a>
        <a href="javascript:more()">더 보기</a><a name="top">위로</a><A HREF='2?a=1&b=2'>둘
    """
    assert read_list(text, base="http://paper.kr/news/list") == (
        Link("http://paper.kr/news/1", "여수 산단"),
        Link("http://paper.kr/news/2?a=1&b=2", "둘"),
    )


def test_a_list_page_may_name_another_base():
    assert read_list('<base href="/sub/"><a href="1">하나</a>', base="http://paper.kr/list") == (
        Link("http://paper.kr/sub/1", "하나"),
    )
