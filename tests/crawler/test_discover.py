import gzip
import tracemalloc
from dataclasses import replace
from datetime import datetime
from hashlib import sha256

import pytest

from crawler import Link, decode, read_feed, read_list, read_sitemap
from crawler.dates import KOREA
from schema import Published

BASE = "http://paper.kr/rss/all.xml"
ITEM = "<item><title>{}</title><link>{}</link>{}</item>"
RSS = '<?xml version="1.0" encoding="{}"?><rss version="2.0"><channel><title>신문</title>{}</channel></rss>'
ONE = ITEM.format(
    "구미 산단", "/news/articleView.html?idxno=1&amp;sc=rss", "<pubDate>2018-05-30 09:12:00</pubDate>"
)
TWO = ITEM.format(
    "남동 산단", "<![CDATA[http://paper.kr/2]]>", "<pubDate>Wed, 30 May 2018 09:12 KST</pubDate>"
)
NINE = Published(datetime(2018, 5, 30, 9, 12, tzinfo=KOREA), "feed", day_only=False)
LINKS = (
    Link("http://paper.kr/news/articleView.html?idxno=1&sc=rss", "구미 산단", NINE),
    Link("http://paper.kr/2", "남동 산단", NINE),
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
        pytest.param(
            RSS.format(
                "utf-8", ONE.replace("</item>", "<description><![CDATA[열린 채</description></item>") + TWO
            ),
            LINKS,
            id="a CDATA that never ends",
        ),
        pytest.param(
            RSS.format("utf-8", ONE.replace("</item>", "<!-- 열린 채</item>") + TWO),
            LINKS,
            id="a comment that never ends",
        ),
        pytest.param(
            RSS.format(
                "utf-8", ONE + TWO.replace("</link>", "").replace("<![CDATA[", "").replace("]]>", " ")
            ),
            LINKS,
            id="a link that never ends",
        ),
        pytest.param(
            RSS.format("utf-8", ONE + TWO.replace("남동", "<![CDATA[<b>남동</b>&nbsp;]]>\x0b")),
            LINKS,
            id="markup in a headline",
        ),
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


@pytest.mark.parametrize(
    ("said", "at"),
    [
        pytest.param("2018-05-30 09:12:00", "2018-05-30T09:12:00+09:00", id="no zone"),
        pytest.param("2018-5-3 9:12", "2018-05-03T09:12:00+09:00", id="short"),
        pytest.param("Wed, 30 May 2018 09:12:00 KST", "2018-05-30T09:12:00+09:00", id="KST"),
        pytest.param("Wed, 30 May 2018 09:12:00", "2018-05-30T09:12:00+09:00", id="mail without zone"),
        pytest.param("Wed, 30 May 2018 00:12:00 GMT", "2018-05-30T09:12:00+09:00", id="GMT"),
        pytest.param("2018-05-30T00:12:00Z", "2018-05-30T09:12:00+09:00", id="Z"),
        pytest.param(
            "수, 30 5월 2018 09:12:00 +0900", "2018-05-30T09:12:00+09:00", id="Korean weekday and month"
        ),
        pytest.param("2018년 05월 30일 오전 9:12", "2018-05-30T09:12:00+09:00", id="Korean"),
        pytest.param("2018.05.30 오후 9:12", "2018-05-30T21:12:00+09:00", id="Korean half day"),
        pytest.param("어제", None, id="no date"),
        pytest.param("2018-02-31 09:12:00", None, id="no day"),
        pytest.param("", None, id="empty"),
    ],
)
def test_a_feeds_time_is_koreas_where_it_names_no_zone_and_a_bad_one_costs_no_entry(said, at):
    feed = RSS.format("utf-8", ITEM.format("하나", "/1", f"<pubDate>{said}</pubDate>"))
    [link] = read_feed(feed, base=BASE)
    assert (link.published and link.published.at.isoformat()) == at


def test_an_euc_kr_feed_with_letters_of_cp949_alone_and_a_broken_byte_keeps_its_entries():
    feed = RSS.format("euc-kr", ITEM.format("똠방각하 산단", "/1", "") + ITEM.format("둘", "/2", "")).encode(
        "cp949"
    )
    feed = feed.replace("둘".encode("cp949"), b"\xb5")
    links = read_feed(decode(feed).text, base=BASE)
    assert links[0].title == "똠방각하 산단"
    assert [link.url for link in links] == ["http://paper.kr/1", "http://paper.kr/2"]


def test_a_feed_of_a_whole_archive_gives_its_first_two_thousand():
    feed = RSS.format("utf-8", "".join(ITEM.format(n, f"/{n}", "") for n in range(5000)))
    links = read_feed(feed, base=BASE)
    assert (len(links), links[-1].url) == (2000, "http://paper.kr/1999")


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


def test_a_news_sitemap_gives_times_and_an_index_its_last_changed_first():
    news = "<news:news><news:publication_date>2018-05-30T09:12:00</news:publication_date></news:news>"
    sitemap = f'<urlset xmlns:news="n"><url><loc>/1</loc>{news}</url></urlset>'
    [link] = read_sitemap(sitemap.encode(), base=BASE).links
    assert link.published == replace(NINE, rung="sitemap")
    months = "".join(
        f"<sitemap><loc>/{n}.xml</loc><lastmod>2018-{n:02}-01</lastmod></sitemap>" for n in range(1, 13)
    )
    children = read_sitemap(f"<sitemapindex>{months}</sitemapindex>".encode(), base=BASE).children
    assert [children[0], children[-1]] == ["http://paper.kr/12.xml", "http://paper.kr/1.xml"]


def test_a_sitemap_of_fifty_thousand_is_read_piece_by_piece():
    entry = "<url><loc>/news/articleView.html?idxno={}</loc><lastmod>2018-05-30</lastmod></url>\n"
    body = gzip.compress(("<urlset>" + "".join(map(entry.format, range(50_000))) + "</urlset>").encode())
    tracemalloc.start()
    links = read_sitemap(body, base=BASE).links
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert len(links) == 50_000
    assert peak < 50 * 1024 * 1024, peak  # the links themselves are most of it


@pytest.mark.parametrize("at", [10, 20_000])
def test_a_gzip_that_breaks_gives_what_stands_before(at):
    urls = "".join(f"<url><loc>/{sha256(str(n).encode()).hexdigest()}</loc></url>" for n in range(2000))
    body = bytearray(gzip.compress(f"<urlset>{urls}</urlset>".encode()))
    body[at : at + 50] = b"\xff" * 50
    assert len(read_sitemap(bytes(body), base=BASE).links) < 2000


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
