import unicodedata

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extract import Extractor
from schema import Article

HARD_ENDS = {
    "a company mark ends no sentence": ("세림은 (주)두루나와 손잡았다.", 1),
    "nor does the one-letter mark": ("주관사는 ▲㈜ 김하늘테크다.", 1),
    "nor does one at the end of a name": ("두루나(주)는 부품사다. 매출이 늘었다.", 2),
    "nor a decimal": ("매출은 1.5배로 늘었다. 수출도 늘었다.", 2),
    "a line ends one": ("제목에는 마침표가 없다\n본문은 있다.", 2),
    "quotations stay with who speaks": ("김하늘 대표는 “좋다”고 말했다.", 1),
}
NASTY = {
    "emoji": "공단🙂에서 1억원을 받았다. 😀구미산단",
    "decomposed": unicodedata.normalize("NFD", "구미공단은 넓다."),
    "carriage returns": "남동공단\r\n녹산산단\r",
    "lone surrogate": "남동\ud800공단은 넓다.",
    "nulls and controls": "남동\x00공단\x0b은 \u200b넓다.",
    "full width": "１억５００만원（약 ９만달러）을 받았다.",
    "hanja": "長(장)을 大田(대전)에 열었다.",
    "nothing": "",
    "blank": " \n\t\n ",
}


@pytest.mark.parametrize(("text", "count"), HARD_ENDS.values(), ids=HARD_ENDS)
def test_sentences_end_where_a_reader_ends_them(text: str, count: int, extractor: Extractor) -> None:
    assert len(extractor.read(Article("a", text)).sentences) == count


@pytest.mark.parametrize("text", NASTY.values(), ids=NASTY)
def test_every_quote_is_the_text_at_its_span(text: str, extractor: Extractor) -> None:
    check(extractor, text)


@settings(
    derandomize=True,
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.text(max_size=120))
def test_any_string_gives_records_or_nothing(extractor: Extractor, text: str) -> None:
    check(extractor, text)


PIECES = st.sampled_from(
    [
        *(
            "남동공단",
            "산단공",
            "㈜",
            "(주)",
            "미니클러스터",
            "미클",
            "MC",
            "등",
            "5개의",
            "△",
            "·",
            ",",
            "와",
        ),
        *(
            "1억500만원",
            "50억∼60억",
            "대표",
            "김하늘",
            "지역본부장",
            "은",
            "의",
            "에서",
            "구미시",
            "(",
            ")",
            "‘",
            "’",
        ),
        *("\n", ".", "100여명"),
    ]
)


@settings(
    derandomize=True,
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.lists(PIECES, max_size=25).map(" ".join) | st.lists(PIECES, max_size=25).map("".join))
def test_any_jumble_of_our_own_words_does_too(extractor: Extractor, text: str) -> None:
    check(extractor, text)


def check(extractor: Extractor, text: str) -> None:
    extraction = extractor.extract(Article("a", text, title="제목"))
    document = extraction.text
    for mention in extraction.mentions:
        assert mention.span.of(document) == mention.surface
    for kind in extraction.records.__slots__:
        for record in getattr(extraction.records, kind):
            assert record.evidence
            for evidence in record.evidence:
                assert evidence.span.of(document) == evidence.quote
                assert evidence.sentence.covers(evidence.span)


def test_the_text_is_title_subtitle_and_body(extractor: Extractor) -> None:
    document = extractor.read(Article("a", "본문이다.", title="제목", subtitle="부제"))
    assert document.text == "제목\n부제\n본문이다."
    assert document.text[document.body_start :] == "본문이다."


def test_the_same_article_gives_the_same_records(extractor: Extractor) -> None:
    article = Article("a", "구미산단의 누리정밀(대표 강희수)은 50억원을 투자했다.")
    assert extractor.extract(article) == extractor.extract(article) == Extractor().extract(article)
