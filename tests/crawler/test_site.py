from pathlib import Path

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
    "etnews": ("http://m.etnews.com/20180530000123?SNS=1", "https://www.etnews.com/20180530000123"),
    "etoday": ("https://etoday.co.kr/news/view/2017521?trc=r", "https://www.etoday.co.kr/news/view/2017521"),
    "hankookilbo": (
        "https://www.hankookilbo.com/News/Read/A2025051516330004328?did=NA",
        "https://www.hankookilbo.com/news/article/A2025051516330004328",
    ),
    "hankyung": (
        "https://www.hankyung.com/economy/article/202104254486g?rss=r",
        "https://www.hankyung.com/article/202104254486g",
    ),
    "idomin": (
        "http://www.idomin.com/news/articleViewAmp.html?idxno=2015923",
        "https://www.idomin.com/news/articleView.html?idxno=2015923",
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
    "knnews": (
        "https://www.knnews.co.kr/m2/mView.php?idxno=1469998",
        "http://www.knnews.co.kr/news/articleView.php?idxno=1469998",
    ),
    "mk": (
        "http://m.mk.co.kr/news/politics/11333783?kakao_from=x",
        "https://www.mk.co.kr/news/politics/11333783",
    ),
    "newsfreezone": (
        "http://www.newsfreezone.co.kr/news/articleView.html?idxno=218500",
        "https://www.newsfreezone.co.kr/news/articleView.html?idxno=218500",
    ),
}


@pytest.mark.parametrize("site", load_sites(SITES), ids=lambda site: site.id)
def test_a_real_paper_knows_its_articles_in_every_form(site):
    seen, canonical = ADDRESSES[site.id]
    assert find_site([site], seen) is site
    assert identify(site, seen).url == canonical
    assert identify(site, canonical).url == canonical
    assert identify(site, site.home) is None
    assert site.feeds or site.sitemaps or site.lists
