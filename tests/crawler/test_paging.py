import pytest

from crawler.paging import Paging, page_address, search_address, total_of

LIST = "http://paper.kr/news/articleList.html?view_type=sm"
PAGED = Paging(page="page", total="total")


@pytest.mark.parametrize(
    ("address", "number", "paging", "total", "expected"),
    [
        pytest.param(LIST, 1, PAGED, "", LIST, id="the first is the list itself"),
        pytest.param(LIST, 2, PAGED, "81", f"{LIST}&page=2&total=81", id="page and total"),
        pytest.param(LIST, 2, PAGED, "", f"{LIST}&page=2", id="no total known"),
        pytest.param(
            f"{LIST}&page=1&total=7", 3, PAGED, "81", f"{LIST}&page=3&total=81", id="in their place"
        ),
        pytest.param(
            f"{LIST}&sc_word=%BB%EA", 2, PAGED, "", f"{LIST}&sc_word=%BB%EA&page=2", id="EUC-KR stays"
        ),
        pytest.param(LIST, 2, Paging(), "", None, id="no paging declared"),
        pytest.param(
            "http://paper.kr/economy/{page}", 1, Paging(), "", "http://paper.kr/economy/1", id="path"
        ),
        pytest.param(
            "http://paper.kr/economy/{page}", 2, Paging(), "", "http://paper.kr/economy/2", id="path 2"
        ),
    ],
)
def test_the_address_of_a_page(address, number, paging, total, expected):
    assert page_address(address, number, paging=paging, total=total) == expected


def test_the_total_is_what_most_links_of_the_pager_carry():
    urls = [f"{LIST}&page={n}&total=164429" for n in range(2, 5)] + [
        f"{LIST}&total=1",
        f"{LIST}&total=x",
        LIST,
    ]
    assert total_of(urls, paging=PAGED) == "164429"
    assert total_of([LIST], paging=PAGED) == total_of(urls, paging=Paging(page="page")) == ""


@pytest.mark.parametrize(
    ("query", "charset", "expected"),
    [
        pytest.param("산단", "utf-8", "/s?q=%EC%82%B0%EB%8B%A8&a=1", id="utf-8"),
        pytest.param("산단", "euc-kr", "/s?q=%BB%EA%B4%DC&a=1", id="euc-kr"),
        pytest.param("똠방", "euc-kr", "/s?q=%8Cc%B9%E6&a=1", id="a letter of cp949 alone"),
        pytest.param(
            "산업 & 단지", "utf-8", "/s?q=%EC%82%B0%EC%97%85%20%26%20%EB%8B%A8%EC%A7%80&a=1", id="signs"
        ),
        pytest.param("산단🏭", "euc-kr", None, id="not in the charset"),
    ],
)
def test_the_address_of_a_search(query, charset, expected):
    assert search_address("/s?q={query}&a=1", query, charset=charset) == expected
