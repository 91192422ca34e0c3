import zipfile
from datetime import datetime

import pytest
from openpyxl import Workbook

from crawler import load_sites
from pipelines.sources import take
from pipelines.store import open_db
from pipelines.taken import Given
from schema import SourceError

HEADINGS = (
    *("뉴스 식별자", "일자", "언론사", "기고자", "제목", "통합 분류1", "통합 분류2", "통합 분류3"),
    *("사건/사고 분류1", "사건/사고 분류2", "사건/사고 분류3", "인물", "위치", "기관", "키워드"),
    *("특성추출(가중치순 상위 50개)", "본문", "URL", "분석제외 여부"),
)
TEXT = "한국산업단지공단은 30일 남동공단 금형 미니클러스터의 한빛정밀에 1억500만원을 지원했다고 밝혔다."
ROW = {
    "뉴스 식별자": "01100101.20180530100000019",
    "일자": "20180530",
    "언론사": "남동산업신문",
    "기고자": "배윤경;이상현",
    "제목": "금형 미니클러스터 지원",
    "통합 분류1": "경제>산업_기업",
    "본문": TEXT,
    "URL": "http://www.namdong.example/news/7?sc=bk",
}
SITE = """
publisher = "남동산업신문"
home      = "http://www.namdong.example"
[url]
article   = '^/news/(?P<id>\\d+)'
canonical = "/news/{id}"
"""


def write(path, *rows, headings=HEADINGS, above=()):
    book = Workbook()
    sheet = book.active
    for row in above:
        sheet.append(row)
    sheet.append(headings)
    for row in rows:
        sheet.append([row.get(heading) for heading in HEADINGS])
    book.save(path)
    return path


@pytest.fixture
def sites(tmp_path):
    (tmp_path / "sites").mkdir()
    (tmp_path / "sites/namdong.toml").write_text(SITE, "utf-8")
    return load_sites(tmp_path / "sites")


def taken(path, *, sites=()):
    return list(take([str(path)], given=Given(), sites=sites))


def test_a_row_is_an_article(tmp_path, sites):
    [found] = taken(write(tmp_path / "NewsResult.xlsx", ROW), sites=sites)
    article = found.article
    assert (article.title, article.text, article.publisher) == (ROW["제목"], TEXT, "남동산업신문")
    assert (article.byline, article.url, article.layout) == ("배윤경, 이상현", ROW["URL"], "bigkinds")
    assert (article.published.at.isoformat(), article.published.rung) == (
        "2018-05-30T00:00:00+09:00",
        "bigkinds",
    )
    assert article.published.day_only
    assert (found.lasting_id, found.excerpt) == ("namdong:7", True)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        pytest.param({"일자": 20180530.0}, "2018-05-30", id="a number"),
        pytest.param({"일자": datetime(2018, 5, 30)}, "2018-05-30", id="a date"),  # noqa: DTZ001
        pytest.param({"일자": "2018-05-30"}, "2018-05-30", id="with dashes"),
        pytest.param({"일자": "2018/05/30"}, "2018-05-30", id="with strokes"),
        pytest.param({"일자": None}, None, id="none"),
    ],
)
def test_the_day_in_each_form(tmp_path, change, expected):
    [found] = taken(write(tmp_path / "a.xlsx", ROW | change))
    assert (found.article.published and found.article.published.at.date().isoformat()) == expected


def test_headings_without_spaces_below_a_title_and_rows_to_be_left_out_are_read(tmp_path):
    headings = [heading.replace(" ", "") for heading in HEADINGS]
    rows = [ROW, ROW | {"뉴스 식별자": "2", "URL": None, "분석제외 여부": "중복"}, {}]
    path = write(tmp_path / "a.xlsx", *rows, headings=headings, above=[["빅카인즈 검색 결과"], []])
    assert [each.lasting_id for each in taken(path)][1] == "bigkinds:2"
    assert len(taken(path)) == 2


def test_a_bad_row_is_one_error_and_the_next_ones_follow(tmp_path):
    rows = [
        ROW | {"본문": " "},
        ROW | {"일자": "어제"},
        ROW | {"본문": "English alone, and nothing else."},
        ROW,
    ]
    *errors, good = taken(write(tmp_path / "a.xlsx", *rows))
    assert good.article.text == TEXT
    assert [str(error).partition("a.xlsx:")[2][:25] for error in errors] == [
        "2: expected a text in '본문",
        "3: expected a day as 2018",
        "4: expected an article, g",
    ]


def a_zip(path):
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("a.txt", "글")


BAD = [
    pytest.param(
        lambda path: write(path, headings=["a", "b"]), "expected BIGKinds' columns 일자", id="columns"
    ),
    pytest.param(a_zip, "expected an Excel file .* got a broken one", id="zip"),
    pytest.param(lambda path: path.write_bytes(b"PK\x03\x04" + b"x" * 99), "got a broken one", id="cut"),
    pytest.param(
        lambda path: path.write_bytes(b"\xd0\xcf\x11\xe0"), "got a HWP or old office file", id="xls"
    ),
    pytest.param(lambda path: path.write_text("글"), "expected an Excel file .* got another", id="text"),
    pytest.param(lambda path: path.write_bytes(b""), "got an empty file", id="empty"),
]


@pytest.mark.parametrize(("make", "message"), BAD)
def test_what_is_no_export_is_told(tmp_path, make, message):
    make(tmp_path / "a.xlsx")
    [error] = taken(tmp_path / "a.xlsx")
    with pytest.raises(SourceError, match=message):
        raise error


def test_an_import_keeps_the_rows_and_asks_for_their_pages(command, sites, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    other = ROW | {"뉴스 식별자": "2", "URL": "http://unknown.example/1"}
    write(tmp_path / "a.xlsx", ROW, other)
    for _ in range(2):
        done = command("import", "a.xlsx", "--sites", "sites")
        assert done.code == 0
        assert "1 addresses wait for their page" in done.err
    with open_db(tmp_path / "news.db") as db:
        assert {row["id"].partition(":")[0] for row in db.table("articles").rows} == {"namdong", "web"}
        [row] = db.table("frontier").rows
        assert (row["url"], row["site"], row["state"]) == (
            "http://www.namdong.example/news/7",
            "namdong",
            "new",
        )
        [link] = db.table("links").rows
        assert (link["title"], link["published_from"]) == (ROW["제목"], "bigkinds")
        assert db.table("figures").count == 2
