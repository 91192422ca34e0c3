"""Names that the tagger cannot make companies are told without it, and no others."""

from itertools import combinations_with_replacement

import pytest

from extract.linear import YES, Linear
from extract.prospects import entity_signs, prospects_of
from extract.tagger import Entity
from schema import Span

HERE = Span(0, 4)
ANSWERS = [
    None,
    *(Entity(HERE, label, score) for label in ("OG_COMPANY", "PS", "LC") for score in (0.2, 0.95)),
]
MODEL = Linear(
    ("no", "yes"),
    (0.5, -0.5),
    {
        "rule:marked": (-2.0, 2.0),
        "rule:is_led": (-0.1, 0.1),
        "ends:업": (1.5, -1.5),
        "tagged:no": (0.2, -0.2),
        "tagged:OG_COMPANY": (-0.3, 0.3),
        "tagged:OG_COMPANY:whole": (-0.2, 0.2),
        "tagged:OG_COMPANY:whole:4": (-0.4, 0.4),
        "tagged:PS": (-0.25, 0.25),
        "tagged:LC:whole": (0.6, -0.6),
    },
)


@pytest.mark.parametrize("sure", [0.5, 0.6])
@pytest.mark.parametrize("places", [1, 2, 3])
@pytest.mark.parametrize(
    "signs", [(), ("rule:marked",), ("rule:is_led",), ("ends:업",), ("ends:업", "rule:marked")]
)
def test_a_name_is_open_if_and_only_if_some_answers_make_it_a_companys(
    signs: tuple[str, ...], places: int, sure: float
) -> None:
    said = [
        tuple(sign for answer in answers for sign in entity_signs(HERE, answer))
        for answers in combinations_with_replacement(ANSWERS, places)
    ]
    reached = any(MODEL.probabilities((*signs, *each))[YES] > sure for each in said)
    assert prospects_of(MODEL, sure=sure).open(signs, places=places) == reached
