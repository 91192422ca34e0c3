"""What the tagger learns from: konec's spans as we want them, gold as places, texts with other names."""

import random

import pytest

from extract import LABELS, Entity
from extract.training import (
    Named,
    as_wanted,
    entities_of_records,
    examples_of,
    label_map,
    renamed,
    with_the_rest,
)
from schema import Document, Morpheme, Organization, Person, Records, Span


def annotated(marked: str) -> tuple[str, list[Named]]:
    """Read `<서울:LCP_CAPITALCITY> 시민` as a text and its entities."""
    text, entities = "", []
    for part in marked.split("<"):
        inside, closed, after = part.partition(">")
        if closed:
            surface, label = inside.rsplit(":", 1)
            entities.append(Named(len(text), len(text) + len(surface), label))
            text += surface + after
        else:
            text += part
    return text, entities


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        pytest.param("<총 100명:QT_MAN_COUNT>이 왔다", [("100명", "QT_COUNT")], id="in all"),
        pytest.param("<100억원 가량:QT_PRICE>을 썼다", [("100억원", "QT_MONEY")], id="or so"),
        pytest.param("<오후 3시께:TI_HOUR> 왔다", [("오후 3시", "TI")], id="towards"),
        pytest.param(
            "<5일부터 7일까지:DT_DURATION> 연다", [("5일", "DT"), ("7일", "DT")], id="from one day to another"
        ),
        pytest.param(
            "<서울:LCP_CAPITALCITY> <강남구:LCP_COUNTY>에 산다",
            [("서울 강남구", "LC")],
            id="places in places",
        ),
        pytest.param(
            "<한국:LCP_COUNTRY><국제교류재단:OGG_OTHERS>이다", [("한국국제교류재단", "OG_OTHER")], id="joined"
        ),
        pytest.param(
            "<미국:LCP_COUNTRY> 정부가 밝혔다", [("미국 정부", "OG_PUBLIC")], id="a place that rules"
        ),
        pytest.param("<나래(주):OGG_ECONOMY>가 샀다", [("나래", "OG_COMPANY")], id="brackets"),
        pytest.param("<대표:CV_POSITION>가 말했다", [], id="of no interest"),
    ],
)
def test_konec_is_cut_as_we_want_it(marked: str, wanted: list[tuple[str, str]]) -> None:
    text, entities = annotated(marked)
    assert [(entity.span.of(text), entity.label) for entity in as_wanted(text, entities)] == wanted


def test_the_label_map_knows_all_of_konec_and_gives_our_labels() -> None:
    assert len(label_map()) == 150
    assert set(label_map().values()) == {*LABELS, "-"}


def test_renaming_keeps_the_text_around_and_moves_the_spans() -> None:
    text, entities = annotated(
        "<나래:OG_COMPANY>는 <감우현:PS> 대표의 <나래:OG_COMPANY>다. <서울:LC>에 있다."
    )
    other, moved = renamed(text, entities, chance=random.Random(3), share=1.0)
    assert other != text
    assert [entity.label for entity in moved] == ["OG_COMPANY", "PS", "OG_COMPANY", "LC"]
    first, person, again, place = (entity.span.of(other) for entity in moved)
    assert first == again != "나래"
    assert person != "감우현"
    assert place == "서울"
    assert other.endswith("다. 서울에 있다.")


def test_renaming_is_the_same_for_the_same_seed() -> None:
    text, entities = annotated("<나래:OG_COMPANY>와 <다온:OG_COMPANY>")
    assert renamed(text, entities, chance=random.Random(1)) == renamed(
        text, entities, chance=random.Random(1)
    )


TEXT = "나래정밀 감우현 대표는 나래정밀협회에서 30일 말했다"
WORDS = ((0, 4), (5, 8), (9, 11), (11, 12), (13, 19), (19, 21), (22, 24), (24, 25), (26, 29))


@pytest.fixture
def document() -> Document:
    morphemes = tuple(Morpheme(TEXT[start:end], "NNP", start, end) for start, end in WORDS)
    return Document("a", TEXT, 0, sentences=(Span(0, len(TEXT)),), morphemes=morphemes)


def test_gold_stands_where_whole_words_spell_it(document: Document) -> None:
    records = Records(
        organizations=(Organization("나래정밀", "company", ("나래정밀",), evidence=()),),
        people=(Person("감우현", "나래정밀", "대표", evidence=()),),
    )
    found = entities_of_records(document, (records,))
    assert [(entity.span.of(TEXT), entity.label) for entity in found] == [
        ("나래정밀", "OG_COMPANY"),
        ("감우현", "PS"),
    ]


def test_a_tagger_adds_what_gold_does_not_list() -> None:
    gold = [Named(0, 4, "OG_COMPANY")]
    proposed = [
        Entity(Span(0, 4), "LC", 0.9),
        Entity(Span(13, 19), "OG_OTHER", 0.9),
        Entity(Span(22, 25), "DT", 0.9),
    ]
    assert with_the_rest(gold, proposed) == [Named(0, 4, "OG_COMPANY"), Named(22, 25, "DT")]


def test_an_example_has_a_tag_for_each_token(document: Document) -> None:
    (example,) = examples_of(document, [Named(22, 25, "DT")], fine=None)
    begin = 1 + 2 * LABELS.index("DT")
    assert example.tags == [0, 0, 0, 0, 0, 0, begin, begin + 1, 0]
    assert example.fine is None
