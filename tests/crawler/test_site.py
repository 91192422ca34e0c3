from pathlib import Path
from urllib.parse import urljoin

import pytest

from crawler import SITES, find_site, identify, load_sites
from schema import SiteError

MEMBER = """
publisher = "남동산업신문"
home      = "http://www.namdong.example"

[url]
article   = '^/news/(?P<id>\\d+)'
canonical = "/news/{id}"

[[layouts]]
name = "view"
body = "#body"
"""


def load(folder: Path, **files: str):
    for name, text in files.items():
        (folder / f"{name}.toml").write_text(text, encoding="utf-8")
    return load_sites(folder)


def test_a_site_file_becomes_a_site(tmp_path):
    [site] = load(
        tmp_path, namdong=MEMBER + '\n[discover]\nfeeds = ["/rss.xml", "https://rss.namdong.example/a"]\n'
    )
    assert (site.id, site.publisher, site.home) == ("namdong", "남동산업신문", "http://www.namdong.example")
    assert site.feeds == ("http://www.namdong.example/rss.xml", "https://rss.namdong.example/a")
    assert site.hosts == {"namdong.example", "rss.namdong.example"}
    assert [layout.body for layout in site.layouts] == ["#body"]


def test_a_member_lays_its_keys_over_those_of_its_family(tmp_path):
    family = MEMBER + "\n[crawl]\ndelay = 3\n\n[discover]\nfeeds = ['/all.xml']\nlists = ['/list']\n"
    member = 'extends = "_family"\npublisher = "둘째"\nhome = "http://b.example"\n'
    member += '[discover]\nfeeds = ["/own.xml"]\n'
    [site] = load(tmp_path, _family=family, second=member)
    assert (site.id, site.publisher, site.delay) == ("second", "둘째", 3.0)
    assert (site.feeds, site.lists) == (("http://b.example/own.xml",), ("http://b.example/list",))
    assert [layout.name for layout in site.layouts] == ["view"]


def test_a_family_is_found_among_the_real_sites_too(tmp_path):
    (tmp_path / "namdong").mkdir()
    file = tmp_path / "namdong" / "site.toml"
    file.write_text('extends = "_ndsoft"\npublisher = "남동"\nhome = "http://n.example"', encoding="utf-8")
    [site] = load_sites(tmp_path)
    assert site.id == "namdong"
    assert identify(site, "http://n.example/news/articleView.html?idxno=7").id == "7"


def test_a_site_may_declare_its_search_and_the_paging_of_its_lists(tmp_path):
    more = '[discover]\nsearches = ["/list?word={query}"]\nquery_charset = "euc-kr"\n[paging]\npage = "p"\n'
    [site] = load(tmp_path, namdong=MEMBER + more)
    assert site.searches == ("http://www.namdong.example/list?word={query}",)
    assert (site.query_charset, site.paging.page, site.paging.total) == ("euc-kr", "p", "")


def changed(old: str, new: str) -> str:
    assert old in MEMBER
    return MEMBER.replace(old, new)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param(
            MEMBER + 'titel = "h1"',
            'paper.toml: unknown key "titel"; known: body, byline, drop, name, published, script, ',
            id="unknown key",
        ),
        pytest.param(changed("home", "hme"), 'paper.toml: unknown key "hme"; known: crawl, ', id="misspelt"),
        pytest.param('publisher = "가"', "paper.toml: home is missing", id="no home"),
        pytest.param(changed('"남동산업신문"', '""'), "paper.toml: publisher is missing", id="no publisher"),
        pytest.param(
            changed('canonical = "/news/{id}"', ""), "[url]: canonical is missing", id="no canonical"
        ),
        pytest.param(changed('"http://www.', '"ftp://'), "home must be a web address", id="no web address"),
        pytest.param(changed('"남동산업신문"', "7"), "publisher must be a string, not 7", id="wrong type"),
        pytest.param(MEMBER + 'drop = "p"', "drop must be a list of strings, not 'p'", id="no list"),
        pytest.param(
            MEMBER + '[discover]\nsearches = ["/s"]',
            "a search needs {query} in its address, not '/s'",
            id="no query",
        ),
        pytest.param(
            MEMBER + '[discover]\nquery_charset = "euckorea"',
            "query_charset must be a charset like",
            id="charset",
        ),
        pytest.param(MEMBER + "[paging]\nfirst = 1", 'unknown key "first"; known: page, total', id="paging"),
        pytest.param(MEMBER + "[crawl]\ndelay = true", "delay must be a number of seconds", id="a boolean"),
        pytest.param(MEMBER + "[crawl]\ndelay = -1", "delay must be a number of seconds", id="hurried"),
        pytest.param(
            changed("(?P<id>\\d+)", "(?P<id>\\d+"), "[url]: missing ), unterminated", id="bad pattern"
        ),
        pytest.param(changed("?P<id>", ""), "article needs a group (?P<id>...)", id="no number"),
        pytest.param(changed("/news/{id}", "/{day}/{id}"), "canonical uses ['day']", id="unknown group"),
        pytest.param(changed('"#body"', '"#body["'), "layout 'view': bad CSS '#body['", id="bad CSS"),
        pytest.param(
            changed('body = "#body"', ""), "layout 'view' needs one of body and script", id="no body"
        ),
        pytest.param(MEMBER + "[discover", "paper.toml: not TOML in UTF-8", id="no TOML"),
        pytest.param('extends = "_no"\n' + MEMBER, "extends '_no', but there is no ", id="no family"),
    ],
)
def test_a_wrong_site_file_is_told_in_one_line(tmp_path, text, message):
    with pytest.raises(SiteError) as error:
        load(tmp_path, paper=text)
    assert message in str(error.value)
    assert str(error.value).startswith("paper.toml: ")
    assert "\n" not in str(error.value)


def test_a_site_file_in_another_charset_is_told(tmp_path):
    (tmp_path / "paper.toml").write_bytes(MEMBER.encode("cp949"))
    with pytest.raises(SiteError, match=r"paper\.toml: not TOML in UTF-8"):
        load_sites(tmp_path)


def test_a_folder_without_sites_is_told(tmp_path):
    with pytest.raises(SiteError, match="no site files; expected"):
        load_sites(tmp_path)


ADDRESSES = {
    "ajunews": (
        "http://m.ajunews.com/view/20260109094850788?utm=x",
        "https://www.ajunews.com/view/20260109094850788",
    ),
    "asiae": (
        "https://cm.asiae.co.kr/article/2025102216455432055",
        "https://www.asiae.co.kr/article/2025102216455432055",
    ),
    "busan": (
        "https://mobile.busan.com/view/busan/view.php?code=2026020918423014322",
        "https://www.busan.com/view/busan/view.php?code=2026020918423014322",
    ),
    "ddaily": (
        "https://m.ddaily.co.kr/page/view/2024112614291437763",
        "https://www.ddaily.co.kr/page/view/2024112614291437763",
    ),
    "donga": (
        "https://donga.com/news/amp/all/20091124/24317049/2",
        "https://www.donga.com/news/article/all/20091124/24317049/1",
    ),
    "dt": (
        "http://www.dt.co.kr/contents.html?article_no=2019062402109932781002&naver=stand",
        "https://www.dt.co.kr/contents.html?article_no=2019062402109932781002",
    ),
    "edaily": (
        "http://www.edaily.co.kr/news/NewsRead.edy?SCD=JE41&newsid=02122166606320160&DCD=A00504",
        "https://www.edaily.co.kr/news/read?newsId=02122166606320160",
    ),
    "etnews": ("http://m.etnews.com/20180530000123?SNS=1", "https://www.etnews.com/20180530000123"),
    "etoday": ("https://etoday.co.kr/news/view/2017521?trc=r", "https://www.etoday.co.kr/news/view/2017521"),
    "fnnews": (
        "https://fnnews.com/ampNews/202009161444067247",
        "https://www.fnnews.com/news/202009161444067247",
    ),
    "hankookilbo": (
        "https://www.hankookilbo.com/News/Read/A2025051516330004328?did=NA",
        "https://www.hankookilbo.com/news/article/A2025051516330004328",
    ),
    "hankyung": (
        "http://www.hankyung.com/news/app/newsview.php?aid=2015030308478",
        "https://www.hankyung.com/article/2015030308478",
    ),
    "heraldcorp": (
        "http://news.heraldcorp.com/view.php?ud=20230803000650",
        "https://biz.heraldcorp.com/view.php?ud=20230803000650",
    ),
    "idomin": (
        "http://www.idomin.com/news/articleViewAmp.html?idxno=2015923",
        "https://www.idomin.com/news/articleView.html?idxno=2015923",
    ),
    "imaeil": (
        "https://imaeil.com/page/view/2016121504592034564",
        "https://www.imaeil.com/page/view/2016121504592034564",
    ),
    "incheonilbo": (
        "https://www.incheonilbo.com/news/articleView.html?sc=rss&idxno=1094011#none",
        "https://www.incheonilbo.com/news/articleView.html?idxno=1094011",
    ),
    "irobotnews": (
        "https://www.irobotnews.com/news/articlePrint.html?idxno=33101",
        "https://www.irobotnews.com/news/articleView.html?idxno=33101",
    ),
    "iusm": (
        "https://m.iusm.co.kr/news/articleView.html?idxno=1067424&page=2",
        "https://www.iusm.co.kr/news/articleView.html?idxno=1067424",
    ),
    "joongang": (
        "https://www.joongang.co.kr/article/25170006#home",
        "https://www.joongang.co.kr/article/25170006",
    ),
    "joongdo": (
        "http://www.joongdo.co.kr/web/view.php?key=20230420010006346",
        "https://www.joongdo.co.kr/web/view.php?key=20230420010006346",
    ),
    "khan": (
        "http://biz.khan.co.kr/khan_art_view.html?artid=201811062129005&code=920101",
        "https://www.khan.co.kr/article/201811062129005",
    ),
    "kjdaily": (
        "http://m.kjdaily.com/article.php?aid=1643019495565937062",
        "http://www.kjdaily.com/article.php?aid=1643019495565937062",
    ),
    "knnews": (
        "https://www.knnews.co.kr/m2/mView.php?idxno=1469998",
        "http://www.knnews.co.kr/news/articleView.php?idxno=1469998",
    ),
    "kookje": (
        "http://www.kookje.co.kr/news2011/asp/newsbody.asp?code=0100&key=20180728.99099013733",
        "https://www.kookje.co.kr/news2011/asp/newsbody.asp?code=0100&key=20180728.99099013733",
    ),
    "korea": (
        "https://m.korea.kr/briefing/pressReleaseView.do?newsId=156762515&call_from=rsslink",
        "https://www.korea.kr/briefing/pressReleaseView.do?newsId=156762515",
    ),
    "kwangju": (
        "http://www.kwangju.co.kr/read.php3?aid=1539010800643133272",
        "http://www.kwangju.co.kr/article.php?aid=1539010800643133272",
    ),
    "kwnews": (
        "http://www.kwnews.co.kr/page/view/2023051008233946461",
        "https://www.kwnews.co.kr/page/view/2023051008233946461",
    ),
    "mk": (
        "http://m.mk.co.kr/news/politics/11333783?kakao_from=x",
        "https://www.mk.co.kr/news/politics/11333783",
    ),
    "mt": (
        "https://www.mt.co.kr/industry/2026/06/24/2026062416513319330?utm=x",
        "https://www.mt.co.kr/industry/2026/06/24/2026062416513319330",
    ),
    "news1": ("http://news1.kr/articles/?4538016", "https://www.news1.kr/articles/4538016"),
    "newsfreezone": (
        "http://www.newsfreezone.co.kr/news/articleView.html?idxno=218500",
        "https://www.newsfreezone.co.kr/news/articleView.html?idxno=218500",
    ),
    "newsis": (
        "http://www.newsis.com/ar_detail/view.html?ar_id=NISX20161109_0014506702&cID=10101",
        "https://www.newsis.com/view/NISX20161109_0014506702",
    ),
    "pressian": (
        "http://m.pressian.com/pages/articles/2026081019291161597?no=1",
        "https://www.pressian.com/pages/articles/2026081019291161597",
    ),
    "sedaily": (
        "https://m.sedaily.com/NewsViewAmp/1HSK6GSTY7",
        "https://www.sedaily.com/NewsView/1HSK6GSTY7",
    ),
    "yeongnam": (
        "https://www.yeongnam.com/web/view.php?key=20190618.010170750260001",
        "https://www.yeongnam.com/web/view.php?key=20190618.010170750260001",
    ),
    "yna": (
        "http://www.yonhapnews.co.kr/bulletin/2017/11/03/0200000000AKR20171103039700797.HTML?from=search",
        "https://www.yna.co.kr/view/AKR20171103039700797",
    ),
    "zdnet": (
        "http://www.zdnet.co.kr/news/news_view.asp?artice_id=20140610103601",
        "https://zdnet.co.kr/view/?no=20140610103601",
    ),
}


# Members of ndsoft's family, each with its home and an article's number, invented where none was cited.
NDSOFT = {
    "banwol": ("https://www.banwol.net", 40122),
    "biotimes": ("https://www.biotimes.co.kr", 20931),
    "ccdailynews": ("https://www.ccdailynews.com", 2412533),
    "cctimes": ("http://www.cctimes.kr", 926322),
    "cctoday": ("https://www.cctoday.co.kr", 2233033),
    "chungnamilbo": ("https://www.chungnamilbo.co.kr", 848865),
    "daejonilbo": ("https://www.daejonilbo.com", 2064722),
    "djtimes": ("https://www.djtimes.co.kr", 66908),
    "domin": ("https://www.domin.co.kr", 1454691),
    "dynews": ("http://www.dynews.co.kr", 738702),
    "e2news": ("https://www.e2news.com", 333907),
    "electimes": ("https://www.electimes.com", 368993),
    "energynews": ("https://www.energy-news.co.kr", 65091),
    "epnc": ("https://www.epnc.co.kr", 402442),
    "gasnews": ("https://www.gasnews.com", 78421),
    "gndomin": ("http://www.gndomin.com", 471312),
    "gnnews": ("https://www.gnnews.co.kr", 637783),
    "hellodd": ("https://www.hellodd.com", 105351),
    "hidomin": ("https://www.hidomin.com", 453232),
    "hitnews": ("https://www.hitnews.co.kr", 31735),
    "idaegu": ("https://www.idaegu.co.kr", 557588),
    "industrynews": ("https://www.industrynews.co.kr", 83997),
    "jbnews": ("https://www.jbnews.com", 1400821),
    "jeollailbo": ("https://www.jeollailbo.com", 501462),
    "jnilbo": ("https://www.jnilbo.com", 90000037451),
    "joongboo": ("https://www.joongboo.com", 363728829),
    "kado": ("https://www.kado.net", 1027923),
    "kihoilbo": ("https://www.kihoilbo.co.kr", 3035290),
    "ksilbo": ("https://www.ksilbo.co.kr", 1061475),
    "kyongbuk": ("https://www.kyongbuk.co.kr", 4086481),
    "namdonews": ("https://www.namdonews.com", 802814),
    "snmnews": ("https://www.snmnews.com", 491635),
    "thelec": ("https://www.thelec.kr", 62708),
    "todayenergy": ("https://www.todayenergy.kr", 302466),
    "todaygunsan": ("https://www.todaygunsan.co.kr", 23394),
    "ujeil": ("http://www.ujeil.com", 388196),
    "ulsanpress": ("https://www.ulsanpress.net", 575840),
}
FORMS = (
    "/news/articleView.html?idxno={n}",
    "/news/articleView.html?sc=rss&idxno={n}#none",
    "/news/articleViewAmp.html?idxno={n}",
    "/news/articlePrint.html?idxno={n}",
    "/?mod=news&act=articleView&idxno={n}",
)


@pytest.mark.parametrize("name", NDSOFT)
def test_a_member_of_ndsofts_family_knows_its_articles_in_every_form(name):
    home, number = NDSOFT[name]
    [site] = [site for site in load_sites(SITES) if site.id == name]
    for form in FORMS:
        for seen in (home + form, home.replace("://www.", "://m.") + form):
            assert identify(site, seen.format(n=number)).url == f"{home}/news/articleView.html?idxno={number}"


@pytest.mark.parametrize(
    "link",
    [
        "/?mod=news&act=articleList&idxno=7",
        "/?mod=news&act=articleViews&idxno=7",
        "/?idxno=7",
        "/news/articleList.html?idxno=7",
    ],
)
def test_what_only_looks_like_an_article_of_ndsofts_is_none(link):
    [site] = [site for site in load_sites(SITES) if site.id == "idomin"]
    assert identify(site, site.home + link) is None


@pytest.mark.parametrize("site", load_sites(SITES), ids=lambda site: site.id)
def test_a_real_paper_knows_its_articles_in_every_form(site):
    if site.id in NDSOFT:
        home, number = NDSOFT[site.id]
        seen = canonical = f"{home}/news/articleView.html?idxno={number}"
    else:
        seen, canonical = ADDRESSES[site.id]
    assert find_site([site], seen) is site
    assert identify(site, seen).url == canonical
    assert identify(site, canonical).url == canonical
    assert identify(site, site.home) is None
    assert site.feeds or site.sitemaps or site.lists


@pytest.mark.parametrize(
    ("seen", "canonical"),
    [
        # A number that is the same in the old address and the new.
        ("http://www.newsis.com/view/?id=NISX20230131_0002176281", "/view/NISX20230131_0002176281"),
        (
            "https://mobile.newsis.com/view.html?ar_id=NISX20230106_0002150006",
            "/view/NISX20230106_0002150006",
        ),
        ("http://view.asiae.co.kr/news/view.htm?idxno=2016101209151234567", "/article/2016101209151234567"),
        ("http://news.donga.com/3/all/20190619/96062345/1", "/news/article/all/20190619/96062345/1"),
        ("https://www.donga.com/news/It/article/all/20211008/9/2", None),
        ("https://zdnet.co.kr/view/?no=20230321101901&re=D_20230324102121", "/view/?no=20230321101901"),
        # An old number that means nothing in the new address.
        ("https://www.sedaily.com/NewsView/1HVO0LZ415", "/NewsView/1HVO0LZ415"),
        ("https://www.sedaily.com/article/20008365", "/article/20008365"),
        ("https://biz.heraldcorp.com/article/10657203?sec=011", "/article/10657203"),
        (
            "http://www.mt.co.kr/view/mtview.php?type=1&no=2019092614001234567",
            "/view/mtview.php?no=2019092614001234567",
        ),
        ("https://www.mk.co.kr/news/society/view/2021/04/337214/", "/news/society/view/2021/04/337214"),
        ("http://www.pressian.com/news/article.html?no=170842&ref=nav", "/news/article.html?no=170842"),
        ("https://www.dt.co.kr/article/12046646?ref=naver", "/article/12046646"),
        (
            "https://www.korea.kr/news/policyNewsView.do?newsId=148963908",
            "/news/policyNewsView.do?newsId=148963908",
        ),
        ("https://www.news1.kr/industry/general-industry/6257951", "/industry/general-industry/6257951"),
        ("https://www.kwnews.co.kr/article/202509220020890", "/article/202509220020890"),
        ("http://www.ddaily.co.kr/news/article.html?no=158998", "/news/article.html?no=158998"),
        # Sections, lists, and addresses that name no article.
        ("https://www.mt.co.kr/industry", None),
        ("https://www.kookje.co.kr/news2011/asp/sub_main.htm?code=0200", None),
        ("https://www.kookje.co.kr/news2011/asp/newsbody.asp?key=20230223.22014006692", None),
        ("https://www.korea.kr/briefing/pressReleaseList.do", None),
        ("https://www.joongang.co.kr/sitemap/latest-articles", None),
    ],
)
def test_a_real_paper_keeps_what_tells_its_old_articles_from_its_new(seen, canonical):
    site = find_site(load_sites(SITES), seen)
    found = identify(site, seen)
    assert (found and found.url) == (canonical and urljoin(site.home, canonical))
