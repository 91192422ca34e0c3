"""Spans of pieces at edges of morphemes; pieces of tokenizers that give no places."""

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract import LABELS
from extract.pretrained.alignment import places_of
from extract.pretrained.edges import at_edges, entities_of
from extract.tagset import TAGS
from extract.tokens import Token
from schema import Span

TEXT = "나래정밀은 구미시에서 감우현을"
TOKENS = tuple(
    Token(start, end, TEXT[start:end], tag, unknown=False)
    for start, end, tag in [
        (0, 4, "NNP"),
        (4, 5, "JX"),
        (6, 9, "NNP"),
        (9, 11, "JKB"),
        (12, 15, "NNP"),
        (15, 16, "JKO"),
    ]
)


@pytest.mark.parametrize(
    ("spans", "wanted"),
    [
        pytest.param([(0, 4)], ["나래정밀"], id="right"),
        pytest.param([(0, 5)], ["나래정밀"], id="particle"),
        pytest.param([(6, 10)], ["구미시"], id="half a particle"),
        pytest.param([(0, 2)], ["나래정밀"], id="half a name"),
        pytest.param([(6, 7)], ["구미시"], id="the first piece alone"),
        pytest.param([(3, 9)], ["은 구미시"], id="a letter of the one before"),
        pytest.param([(4, 5)], [None], id="nothing but a particle"),
        pytest.param([(0, 2), (2, 4)], ["나래정밀", None], id="two in one"),
        pytest.param([(0, 3), (3, 4), (6, 9)], ["나래정밀", None, "구미시"], id="the next is safe"),
        pytest.param([(5, 6)], [None], id="a space"),
        pytest.param([(0, 9)], ["나래정밀은 구미시"], id="long"),
    ],
)
def test_a_span_becomes(spans: list[tuple[int, int]], wanted: list[str | None]) -> None:
    cut = at_edges([Span(*span) for span in spans], TOKENS)
    assert [span.of(TEXT) if span else None for span in cut] == wanted


@given(st.lists(st.tuples(st.integers(0, 16), st.integers(1, 6)), max_size=6))
def test_spans_at_edges_are_apart_and_in_order(pairs: list[tuple[int, int]]) -> None:
    spans, free = [], 0
    for start, length in sorted(pairs):
        if start >= free and start + length <= len(TEXT):
            spans.append(Span(start, start + length))
            free = start + length
    cut = [span for span in at_edges(spans, TOKENS) if span]
    assert all(left.end <= right.start for left, right in itertools.pairwise(cut))
    assert all(
        span.start in {t.start for t in TOKENS} and span.end in {t.end for t in TOKENS} for span in cut
    )


def test_the_score_is_of_the_least_sure_piece_that_is_left() -> None:
    places = [Span(0, 2), Span(2, 4), Span(4, 5)]
    begin, inside = 1 + 2 * LABELS.index("OG_COMPANY"), 2 + 2 * LABELS.index("OG_COMPANY")
    chances = np.zeros((3, TAGS), np.float32)
    chances[0, begin], chances[1, inside], chances[2, inside] = 0.9, 0.75, 0.5
    (entity,) = entities_of(TEXT, places, chances, TOKENS)
    assert (entity.span.of(TEXT), entity.label, entity.score) == ("나래정밀", "OG_COMPANY", 0.75)


def test_a_particle_that_the_analyser_took_into_a_noun_stays_outside() -> None:
    text = "도담기전의"
    tokens = (Token(0, 3, "도담기", "NNP", unknown=True), Token(3, 5, "전의", "NNP", unknown=False))
    begin = 1 + 2 * LABELS.index("OG_COMPANY")
    chances = np.eye(TAGS, dtype=np.float32)[[begin, begin + 1, 0]]
    (entity,) = entities_of(text, [Span(0, 2), Span(2, 4), Span(4, 5)], chances, tokens)
    assert entity.span.of(text) == "도담기전"


@pytest.mark.parametrize(
    ("word", "pieces", "wanted"),
    [
        pytest.param("산단공은", ["산단", "##공", "##은"], ["산단", "공", "은"], id="WordPiece"),
        pytest.param("산단공은", ["▁산단", "공은"], ["산단", "공은"], id="SentencePiece"),
        pytest.param("산단공은", ["▁", "산단공", "은"], ["", "산단공", "은"], id="a mark alone"),
        pytest.param("LG전자", ["lg", "##전자"], ["LG", "전자"], id="without case"),
        pytest.param("㈜나래", ["(주)", "나래"], ["㈜", "나래"], id="compatibility forms"),
        pytest.param(
            "㈜나래", ["(", "주", ")", "나래"], ["㈜", "㈜", "㈜", "나래"], id="one letter in three"
        ),
        pytest.param("산은", ["사", "##ᆫ", "##은"], ["산", "산", "은"], id="letters of syllables"),
        pytest.param("나래쀍이", ["나래", "[UNK]", "##이"], ["나래", "쀍", "이"], id="unknown within"),
        pytest.param("쀍쀍", ["[UNK]"], ["쀍쀍"], id="all unknown"),
        pytest.param("산단공", ["무엇", "##인가"], ["산단공", "산단공"], id="does not fit"),
        pytest.param("산단", ["산", "단", "공"], ["산단", "산단", "산단"], id="too much"),
    ],
)
def test_pieces_are_found_in_their_word(word: str, pieces: list[str], wanted: list[str]) -> None:
    assert [place.of(word) for place in places_of(word, pieces, unknown="[UNK]")] == wanted


@given(
    word=st.text(min_size=1, max_size=12), pieces=st.lists(st.text(max_size=4) | st.just("[UNK]"), max_size=6)
)
def test_any_pieces_have_a_place(word: str, pieces: list[str]) -> None:
    places = places_of(word, pieces, unknown="[UNK]")
    assert len(places) == len(pieces)
    assert all(0 <= place.start <= place.end <= len(word) for place in places)
