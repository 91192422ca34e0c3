"""What makes two texts copies, and what finds them among others."""

import json
from hashlib import sha256
from itertools import combinations
from pathlib import Path

import pytest

from pipelines.likeness import Text, compare, letters_of
from pipelines.signatures import Index, sign

WRITTEN = json.loads((Path(__file__).parents[2] / "fixtures/stories/releases.json").read_text("utf-8"))
GUMI = WRITTEN["releases"][1]["release"]
GUNSAN = WRITTEN["releases"][2]["release"]
NAMED = f"[구미=새벽통신] 문하람 기자 = {GUMI}\n문하람 기자 haram@example.kr"
HALF = GUMI[: len(GUMI) // 2]
BRIEF = GUMI[:150]
TAIL = GUMI[-200:]


@pytest.mark.parametrize(
    ("one", "other", "copies"),
    [
        pytest.param(GUMI, GUMI, True, id="the same"),
        pytest.param(GUMI, NAMED, True, id="place, reporter and address added"),
        pytest.param(GUMI, HALF, True, id="half of it"),
        pytest.param(GUMI, BRIEF, True, id="its beginning alone"),
        pytest.param(GUMI, GUMI.replace(" ", "").upper(), True, id="other blanks"),
        pytest.param(GUMI, GUNSAN, False, id="another release"),
        pytest.param(GUMI, f"{GUNSAN}\n{TAIL}", False, id="another with the same end"),
        pytest.param(f"{GUNSAN}\n{GUMI}", BRIEF, False, id="it stands second in a collection"),
        pytest.param("사진=경북도", "사진=경북도", False, id="too short to say"),
        pytest.param("", "", False, id="nothing"),
        pytest.param(GUMI, "", False, id="against nothing"),
    ],
)
def test_texts_are_copies_or_not_whichever_comes_first(one, other, copies):
    there, back = compare(Text.of(one), Text.of(other)), compare(Text.of(other), Text.of(one))
    assert there == back
    assert there.is_copy is copies
    assert 0 <= there.jaccard <= there.containment <= 1


def test_the_shares_are_those_of_the_pieces_of_five_letters():
    one, other = Text.of("가나다라마바사"), Text.of("나다라마바 사아자")  # 3 and 4 pieces, 2 of them shared
    found = compare(one, other)
    assert (found.shared, found.jaccard, found.containment) == (2, 2 / 5, 2 / 3)


def test_letters_and_digits_alone_count():
    assert letters_of(" “1억 500만원”을\n㈜Abc·가_나에… ") == "1억500만원을abc가나에"
    assert letters_of("\u1100\u1161") == "가", "decomposed Hangul is the same letter"


def test_a_lone_surrogate_is_a_letter_like_others():
    assert sign(Text.of(f"{GUMI}\ud800")) != b""


def test_whoever_is_a_copy_is_a_candidate_and_hardly_anyone_else():
    texts = {str(number): text for number, text in enumerate([GUMI, NAMED, HALF, BRIEF, GUNSAN])}
    index = Index()
    for key, text in texts.items():
        index.add(key, sign(Text.of(text)))
    near = {key: "".join(index.near(sign(Text.of(text)))) for key, text in texts.items()}
    assert near == {**dict.fromkeys("0123", "0123"), "4": "4"}
    index.remove("1")
    index.remove("1")
    assert index.near(sign(Text.of(GUMI))) == ["0", "2", "3"]
    assert len(index) == 4


def test_a_text_too_short_for_a_signature_is_near_nothing():
    index = Index()
    index.add("a", sign(Text.of("사진=경북도")))
    assert (len(index), index.near(b"")) == (0, [])


def test_signatures_are_those_of_every_night_before():
    """Stored ones are compared with new ones: if this fails, `copies` needs a new number."""
    assert sha256(sign(Text.of(GUMI))).hexdigest()[:16] == "9e375ec5c20ca298"


def test_a_collection_of_short_news_never_ties_two_stories():
    collection = Text.of(WRITTEN["collections"][0])
    tied = {
        release["name"]
        for release in WRITTEN["releases"]
        for text in (release["release"], *release["copies"])
        if compare(collection, Text.of(text)).is_copy
    }
    assert len(tied) <= 1


def test_what_papers_write_themselves_of_the_same_thing_is_no_copy():
    for release in WRITTEN["releases"]:
        for own in release["others"]:
            texts = [release["release"], *release["copies"]]
            assert not any(compare(Text.of(own), Text.of(text)).is_copy for text in texts)
    releases = [Text.of(release["release"]) for release in WRITTEN["releases"]]
    assert not any(compare(one, other).is_copy for one, other in combinations(releases, 2))
