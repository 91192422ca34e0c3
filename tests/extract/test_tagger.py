"""The learned tagger that ships: what it finds, and what it promises."""

import json
from collections.abc import Callable
from importlib import resources
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extract import LABELS, Entity, Extractor, TrainedTagger, load_tagger, model
from extract.tokens import tokens_of
from schema import Article, Document, Morpheme, Span

ARTICLE = (
    "나래정밀테크는 30일 한국산업단지공단 인천지역본부와 협약을 맺고 100억원을 투자한다고 밝혔다.\n"
    "감우현 대표는 \"직원 120명이 구미에서 일한다\"고 말했다. 온누리메디칼과 다온바이오도 함께했다.\n"
    "서울대학교와 경상북도는 내년 3월까지 장비 7대를 들여온다."
)  # fmt: skip


LETTERS = "가나다라㈜(주)0123억원 \n\u200b\U0001f600·,."


@pytest.fixture(scope="module")
def tagger() -> TrainedTagger:
    return load_tagger()


@pytest.fixture(scope="module")
def read(extractor: Extractor) -> Callable[[str], Document]:
    return lambda text: extractor.read(Article("a", text))


def told(entities: tuple[Entity, ...], text: str) -> set[tuple[str, str]]:
    return {(entity.span.of(text), entity.label) for entity in entities}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        pytest.param("감우현 대표가 30일 서울에서 말했다.", ("감우현", "PS"), id="person"),
        pytest.param("감우현 대표가 30일 서울에서 말했다.", ("30일", "DT"), id="day"),
        pytest.param("감우현 대표가 30일 서울에서 말했다.", ("서울", "LC"), id="place"),
        pytest.param("이 사업에 100억원을 투자한다고 밝혔다.", ("100억원", "QT_MONEY"), id="money"),
        pytest.param("행사에는 120명이 참석했다.", ("120명", "QT_COUNT"), id="count"),
        pytest.param("삼성전자는 새 제품을 내놓았다.", ("삼성전자", "OG_COMPANY"), id="company"),
        pytest.param("경찰은 수사에 나섰다고 밝혔다.", ("경찰", "OG_PUBLIC"), id="public body"),
    ],
)
def test_the_tagger_finds(
    text: str, wanted: tuple[str, str], tagger: TrainedTagger, read: Callable[[str], Document]
) -> None:
    assert wanted in told(tagger.tag(read(text)), text)


def test_particles_stay_outside(tagger: TrainedTagger, read: Callable[[str], Document]) -> None:
    document = read(ARTICLE)
    for entity in tagger.tag(document):
        assert not document.text[entity.span.end - 1].isspace()
        assert entity.span.of(document.text)[-2:] not in ("에서", "까지", "으로")


def test_a_sentence_is_tagged_alike_alone_and_among_others(
    tagger: TrainedTagger, read: Callable[[str], Document]
) -> None:
    document = read("\n".join([ARTICLE] * 40))
    whole = tagger.tag(document)
    assert whole
    numbers = range(len(document.sentences))
    alone = [entity for number in numbers for entity in tagger.tag(document, [number])]
    assert tuple(alone) == whole
    some = tagger.tag(document, numbers[1::3])
    assert set(some) == {e for n in numbers[1::3] for e in tagger.tag(document, [n])}


def test_entities_are_in_order_and_apart(tagger: TrainedTagger, read: Callable[[str], Document]) -> None:
    entities = tagger.tag(read(ARTICLE))
    assert all(left.span.end <= right.span.start for left, right in pairwise(entities))
    assert {entity.label for entity in entities} <= set(LABELS)
    assert all(0 < entity.score <= 1 for entity in entities)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=200) | st.text(alphabet=LETTERS, max_size=200))
def test_any_text_gives_entities_or_none(
    text: str, tagger: TrainedTagger, read: Callable[[str], Document]
) -> None:
    document = read(text)
    starts = {morpheme.start for morpheme in document.morphemes}
    for entity in tagger.tag(document):
        assert entity.span.of(document.text)
        assert entity.span.start in starts


def test_a_sentence_without_end_is_read_in_pieces(tagger: TrainedTagger) -> None:
    count = 3000
    text = "가나 " * count
    morphemes = tuple(Morpheme("가나", "NNP", 3 * n, 3 * n + 2) for n in range(count))
    document = Document("a", text, 0, sentences=(), morphemes=morphemes)
    assert tagger.tag(document) == ()
    endless = Document("a", text, 0, sentences=(Span(0, len(text)),), morphemes=morphemes)
    assert tagger.tag(endless) == tagger.tag(endless)


def test_tokens_part_what_kiwi_takes_into_a_name() -> None:
    text = "장혁이 했다"
    morphemes = [
        Morpheme("장혁이", "NNP", 0, 3, unknown=True),
        Morpheme("하", "VV", 4, 5),
        Morpheme("었", "EP", 4, 5),
        Morpheme("다", "EF", 5, 6),
    ]
    tokens = tokens_of(text, morphemes)
    assert [(token.start, token.end, token.form) for token in tokens] == [
        (0, 2, "장혁"),
        (2, 3, "이"),
        (4, 5, "하"),
        (5, 6, "다"),
    ]


def test_the_card_is_of_the_weights_that_ship(tagger: TrainedTagger) -> None:
    folder = resources.files(model)
    card = json.loads(folder.joinpath("card.json").read_text(encoding="utf-8"))
    assert card["fingerprint"] == tagger.fingerprint
    assert card["licence"] == "CC BY-SA 4.0"
    assert {"KLUE-NER", "konec,", "vectors"} <= {line.split()[0] for line in card["attribution"]}
    assert len(folder.joinpath("weights.npz").read_bytes()) < 12_000_000


def test_weights_are_no_code(tagger: TrainedTagger) -> None:
    # numpy loads them with allow_pickle=False; nothing but numbers and bytes of names comes out.
    assert tagger.net.morphemes.dtype.kind == "i"
    assert all(name.count("/") >= 1 for name in list(tagger.vocabulary.morphemes)[:1000])
