"""Whatever the text, what comes out keeps its promises; hostile texts are made by Hypothesis."""

import json
import os
import subprocess
import sys
import time
import unicodedata
from datetime import UTC, datetime
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from extract import Extractor
from schema import Article, Published
from tests.extract.promises import broken

GOLD = [
    json.loads(path.read_text("utf-8"))
    for path in sorted((Path(__file__).parents[2] / "fixtures" / "gold").glob("*.json"))
    if path.name != "floors.json"
]
fuzzed = settings(
    derandomize=True,
    deadline=None,
    max_examples=120,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)

# What breaks programs: what Python takes for digits or line ends, halves of letters, great numbers.
ODD = [
    *("\x00", "\x0b", "\x1c", "\x85", "\u2028", "\r\n", "\r", "\u200b", "\u200d", "\ufeff", "\u202e"),
    *(
        "\ud800",
        "\udfff",
        "\U0001f600",
        "👨‍👩‍👧",
        "\u1100",
        "\u1161",
        "\u11a8",
        "ㄱ",
        "ㅏ",
        "ㆍ",
        "長",
        "\uf900",
    ),
    *(
        "\u0301",
        "e\u0301",
        "\U00020000",
        "\ufffd",
        "\uffff",
        "İ",
        "ß",
        "ﬁ",
        "עברית",
        "ﷺ",
        "٣",
        "১",
        "Ⅻ",
        "½",
        "②",
    ),
    *(
        "㎡",
        "㈱",
        "㉠",
        "９",
        "9" * 30,
        "0",
        "1,234,567,890,123,456,789",
        "9999999999999999조",
        "억" * 5,
        "((((",
        "“‘",
    ),
]
SIGNS = [
    *(
        "은",
        "는",
        "이",
        "가",
        "을",
        "의",
        "에서",
        "와",
        "등",
        "및",
        "각각",
        "총",
        "약",
        "올해",
        "지난해",
        "이상",
        "최대",
    ),
    *(
        "(",
        ")",
        "‘",
        "’",
        "“",
        "”",
        "△",
        "▲",
        "·",
        ",",
        ".",
        "/",
        "~",
        "=",
        "◇",
        "\n",
        "㈜",
        "(주)",
        "(이하 ",
        "(대표 ",
    ),
    *(
        "3개사",
        "81개",
        "20여명",
        "7억원",
        "300만달러",
        "$",
        "%",
        "미니클러스터",
        "산단",
        "대표",
        "단장",
        "시는",
    ),
]
NAMES = sorted(
    {
        spelling
        for gold in GOLD
        for kind in ("complexes", "clusters", "organizations")
        for entry in gold[kind]
        for spelling in entry["surface"]
    }
)
LINES = [line for gold in GOLD for line in gold["text"].split("\n") if line]
PIECES = st.sampled_from(NAMES) | st.sampled_from(SIGNS) | st.sampled_from(SIGNS) | st.sampled_from(ODD)

# Hypothesis keeps surrogates out of text() unless told otherwise.
any_text = st.text(st.characters(), max_size=200)
jumbles = st.lists(PIECES, max_size=30).flatmap(
    lambda pieces: st.sampled_from(["", " "]).map(lambda between: between.join(pieces))
)
days = st.none() | st.integers(1900, 2100).map(
    lambda year: Published(datetime(year, 6, 15, tzinfo=UTC), "test", day_only=True)
)


@st.composite
def damaged_lines(draw: st.DrawFn) -> str:
    """Lines of invented articles from which letters were taken and into which others were put."""
    line = draw(st.sampled_from(LINES))[:300]
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, len(line)))
        line = line[:at] + draw(PIECES) + line[at + draw(st.integers(0, 8)) :]
    return unicodedata.normalize(draw(st.sampled_from(["NFC", "NFD", "NFKD"])), line)


hostile = any_text | jumbles | damaged_lines()

# Each was once the smallest text that broke a promise.
BROKE = {
    "a sum over two lines": "4억\n원",
    "a mark at the end of a line": "㈜\u2028드이브는",
    "a company over two lines": "주식회사\x0b이상ᆨ=",
    "a sign of dollars at the end of a line": "매출은 US$\n500만이다.",
    "more won than a column holds": "54896853조원",
    "more million than a column holds": "$9999999999999999 million",
    "a part of more than there is": "총 3조원 중 국비 9999999999999999조, 시비 2조원",
    "등 twice, which is one word": "미클’등등",
    "more firms than a column holds": "기업 9999999999999999만개사",
}


@pytest.mark.parametrize("text", BROKE.values(), ids=BROKE)
def test_a_promise_once_broken_is_kept(text: str, extractor: Extractor) -> None:
    assert broken(extractor.extract(Article("a", text))) == []


@fuzzed
@given(hostile, st.just("") | hostile, days, st.none() | st.sampled_from(NAMES))
def test_any_article_keeps_every_promise(
    extractor: Extractor, text: str, title: str, day: Published | None, publisher: str | None
) -> None:
    article = Article("a", text, title=title, published=day, publisher=publisher)
    assert broken(extractor.extract(article)) == []


@fuzzed
@example(
    "억 원 △소용기 코쿤(주)한울엠판넬 1억원개"
)  # names that only the tagger, asked of every word, makes one
@given(hostile)
def test_what_is_explained_is_what_is_extracted(extractor: Extractor, text: str) -> None:
    article = Article("a", text, title="제목")
    extraction, reasons = extractor.explain(article)
    assert extraction == extractor.extract(article)
    for reason in reasons:
        assert reason.span.of(extraction.text)
        assert reason.what
        assert reason.verdict
        assert 0 <= reason.score <= 1


def test_pieces_of_news_give_more_than_noise(extractor: Extractor) -> None:
    random = Random(7)
    news = [" ".join(random.choices(NAMES + SIGNS, k=20)) for _ in range(20)]
    noise = ["".join(chr(random.randrange(0xAC00, 0xD7A4)) for _ in range(120)) for _ in range(20)]
    assert _found(extractor, news) > 10 * _found(extractor, noise)


def _found(extractor: Extractor, texts: list[str]) -> int:
    every = [extractor.extract(Article("a", text)).records for text in texts]
    return sum(len(getattr(records, kind)) for records in every for kind in records.__slots__)


# Sets of strings come in another order in a process with another seed.
READ_BACKWARDS = """
import json, sys
from extract import Extractor
from schema import Article
extractor = Extractor()
articles = [Article(str(at), text, title=title) for at, (title, text) in enumerate(json.load(sys.stdin))]
print(json.dumps([repr(extractor.extract(article)) for article in articles[::-1]][::-1]))
"""


def test_order_and_process_make_no_difference(extractor: Extractor) -> None:
    texts = [(gold.get("title") or "", gold["text"]) for gold in GOLD if "text" in gold][::8]
    here = [
        repr(extractor.extract(Article(str(at), text, title=title))) for at, (title, text) in enumerate(texts)
    ]
    there = subprocess.run(
        [sys.executable, "-c", READ_BACKWARDS],
        input=json.dumps(texts),
        env={**os.environ, "PYTHONHASHSEED": "4711", "PYTHONPATH": str(Path(__file__).parents[2])},
        capture_output=True,
        text=True,
        check=True,
    )
    assert json.loads(there.stdout) == here


# What costs the square of its length somewhere, until it is bounded: each was or might be such a text.
ENDLESS = {
    "names and commas": "누리온셀, 한빛정공, 가온테크, 대성기계, ",
    "amounts": "국비 70억원과 시비 30억원, ",
    "names of clusters": "기계부품 미니클러스터, 전기전자 미니클러스터, ",
    "brackets and quotes": "(주)한빛정공(대표 김한빛)이 “가온” ‘나래’ [다온] ",
    "open brackets": "((((“‘[",
    "short words": "가나다 ",
    "particles": "은 는 ",
    "counted lists": "누리온셀 등 3개사, ",
    "people with titles": "김한빛 대표, 박나래 이사장, 이도윤 팀장 ",
    "mayors": "구미시 김한빛 시장은 ",
    "addresses and tags": "https://a.kr/b?c=1 #산단 #클러스터 @한빛 ",
}
# Things that differ: of one that is said a thousand times there is one record.
SYLLABLES = "가나다라마바사하누리온셀빛정테크솔루엔젠"
DIFFERENT = {
    "firms with money": "㈜{}는 {}억원을 투자하고 ",
    "clusters with members": "{} 미니클러스터에는 {}테크 등 21개사가 참여하고 ",
    "firms with people": "㈜{}는 좋고 김{} 이사장은 ",
    "complexes": "{}일반산업단지, {}농공단지, ",
}


def _endless(unit: str, letters: int) -> str:
    random = Random(11)
    if "{" not in unit:
        return (unit * letters)[:letters]
    words = iter(lambda: "".join(random.choices(SYLLABLES, k=2)), None)
    return "".join(unit.format(next(words) + next(words), next(words)) for _ in range(letters // 10))[
        :letters
    ]


@pytest.mark.parametrize("unit", (ENDLESS | DIFFERENT).values(), ids=ENDLESS | DIFFERENT)
def test_twice_the_text_takes_twice_the_time(unit: str, extractor: Extractor) -> None:
    # A busy machine may disturb one try.
    assert any(_growth(extractor, unit) < 3 for _ in range(2))


def _growth(extractor: Extractor, unit: str) -> float:
    spent = []
    for letters in (20_000, 40_000):
        started = time.process_time()
        extractor.extract(Article("a", _endless(unit, letters)))
        spent.append(time.process_time() - started)
    return spent[1] / spent[0]
