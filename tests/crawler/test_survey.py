"""Lists and searches of papers on loopback, page by page."""

import pytest

SITE = """
publisher = "시험신문"
home      = "{home}"

[url]
article   = '^/news/articleView\\.html\\?(?:.*&)?idxno=(?P<id>\\d+)'
canonical = "/news/articleView.html?idxno={{id}}"

[discover]
{discover}

[paging]
page  = "page"
total = "total"
"""
LIST = "/news/articleList.html?view_type=sm"
MOST_READ = 900


def article(number):
    return f"/news/articleView.html?idxno={number}"


@pytest.fixture
def paper(open_paper, answer):
    """A paper on the ndsoft system: three pages of three articles, the most read beside each, 9 in all."""
    paper = open_paper()
    paper.answers["/robots.txt"] = answer(status=404)
    for number in range(1, 4):
        named = [*range(number * 10, number * 10 + 3), MOST_READ]
        links = [article(f"{each}") for each in named] + [f"{LIST}&page={n}&total=9" for n in (1, 2, 3)]
        address = LIST if number == 1 else f"{LIST}&page={number}&total=9"
        paper.answers[address] = answer("".join(f'<a href="{link}">글</a>' for link in links).encode())
    return paper


def asked(paper):
    return [path for path in paper.asked if path.startswith("/news/articleList")]


def crawl(run_crawl, paper, discover=f'lists = ["{LIST}"]', **options):
    site = SITE.format(home=paper.home, discover=discover)
    return run_crawl({"paper": site}, max_pages=1, **options)["tallies"][0]


FOUR = f"{LIST}&page=4&total=9"


@pytest.mark.parametrize(
    ("behind", "asks"),
    [
        pytest.param(None, 4, id="no page behind the last"),
        pytest.param(f"{LIST}&page=3&total=9", 4, id="the last once more, for ever"),
        pytest.param(LIST, 4, id="the first instead"),
    ],
)
def test_a_list_is_read_to_its_end_whatever_stands_behind_it(paper, run_crawl, behind, asks):
    for number in range(4, 30):
        if behind:
            paper.answers[f"{LIST}&page={number}&total=9"] = paper.answers[behind]
    tally = crawl(run_crawl, paper, list_pages=20)
    assert tally["sources"] == [["list", 10, ""]]
    assert len(asked(paper)) == asks
    assert asked(paper)[1:] == [f"{LIST}&page={number}&total=9" for number in range(2, asks + 1)]


def test_a_list_is_read_no_further_than_allowed(paper, run_crawl):
    assert crawl(run_crawl, paper, list_pages=2)["sources"] == [["list", 7, ""]]
    assert len(asked(paper)) == 2


@pytest.mark.parametrize(
    ("met", "pages"),
    [
        pytest.param([10, 11, 12, MOST_READ], 1, id="nothing new"),
        pytest.param([10, 11, 12], 2, id="a new one beside the list"),
        pytest.param([11, 12, 20, 21, 22, MOST_READ], 2, id="new ones on the first page"),
    ],
)
def test_a_list_is_read_until_all_is_known(paper, run_crawl, met, pages):
    known = [*met, 20, 21, 22]
    crawl(run_crawl, paper, list_pages=20, met=[paper.home + article(number) for number in known])
    assert len(asked(paper)) == pages


def test_a_page_that_fails_is_told_and_what_came_before_is_kept(paper, run_crawl, answer):
    paper.answers[f"{LIST}&page=2&total=9"] = answer(status=403)
    assert crawl(run_crawl, paper, list_pages=20)["sources"] == [["list", 4, "page 2: HTTP 403"]]


def test_each_query_is_a_source_in_the_sites_own_charset(paper, run_crawl, answer):
    search = "/news/articleList.html?sc_area=A&sc_word="
    paper.answers[f"{search}%BB%EA%B4%DC"] = answer(f'<a href="{article(5)}">산단</a>'.encode("cp949"))
    discover = f'searches = ["{search}{{query}}"]\nquery_charset = "euc-kr"'
    tally = crawl(run_crawl, paper, discover, queries=["산단", "🏭"], list_pages=3)
    assert tally["sources"][0] == ["search", 1, ""]
    assert tally["sources"][1] == ["search", 0, "'🏭' cannot be written in euc-kr"]
    assert asked(paper) == [f"{search}%BB%EA%B4%DC", f"{search}%BB%EA%B4%DC&page=2"]


def test_indexes_that_name_each_other_end(paper, run_crawl, answer):
    index = "<sitemapindex><sitemap><loc>{}</loc></sitemap></sitemapindex>"
    paper.answers |= {
        "/a.xml": answer(index.format("/b.xml").encode()),
        "/b.xml": answer(index.format("/a.xml").encode()),
    }
    assert len(crawl(run_crawl, paper, 'sitemaps = ["/a.xml"]')["sources"]) == 2


def test_an_endless_index_is_followed_to_its_bound(paper, run_crawl, answer):
    for number in range(40):
        index = f"<sitemapindex><sitemap><loc>/{number + 1}.xml</loc></sitemap></sitemapindex>"
        paper.answers[f"/{number}.xml"] = answer(index.encode())
    assert len(crawl(run_crawl, paper, 'sitemaps = ["/0.xml"]')["sources"]) == 21
