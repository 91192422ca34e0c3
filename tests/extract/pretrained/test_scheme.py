"""Labels of foreign models in our classes."""

import pytest

from extract import LABELS
from extract.pretrained.scheme import names_of, scheme_of
from extract.training import label_map
from schema import SettingsError


def tag_of(name: str, labels: dict[str, str] | None = None) -> tuple[str, str]:
    """Give mark and label of the only column that a label counts for."""
    (row,) = scheme_of((name,), labels or {}, model="m")
    (tag,) = row.nonzero()[0]
    return ("O", "") if tag == 0 else ("IB"[tag % 2], LABELS[(tag - 1) // 2])


@pytest.mark.parametrize(
    ("name", "labels", "wanted"),
    [
        pytest.param("O", {}, ("O", ""), id="outside"),
        pytest.param("B-PS", {}, ("B", "PS"), id="BIO begins"),
        pytest.param("I-OG", {}, ("I", "OG_OTHER"), id="BIO goes on"),
        pytest.param("S-LC", {}, ("B", "LC"), id="BIOES single"),
        pytest.param("E-DT", {}, ("I", "DT"), id="BIOES ends"),
        pytest.param("U-TI", {}, ("B", "TI"), id="BILOU unit"),
        pytest.param("L-QT", {}, ("I", "QT_OTHER"), id="BILOU last"),
        pytest.param("PER-B", {}, ("B", "PS"), id="mark behind"),
        pytest.param("ORG", {}, ("I", "OG_OTHER"), id="no mark"),
        pytest.param("B-OGG_ECONOMY", {}, ("B", "OG_COMPANY"), id="konec"),
        pytest.param("I-QT_PRICE", {}, ("I", "QT_MONEY"), id="konec money"),
        pytest.param("B-AF_WEAPON", {}, ("O", ""), id="konec dropped"),
        pytest.param("B-OG_RESEARCH", {}, ("B", "OG_RESEARCH"), id="our own"),
        pytest.param("B-CORP", {"CORP": "OG_COMPANY"}, ("B", "OG_COMPANY"), id="by setting"),
        pytest.param("B-OG", {"OG": "OG_COMPANY"}, ("B", "OG_COMPANY"), id="setting before default"),
        pytest.param("I-CIV", {"CIV": ""}, ("O", ""), id="dropped by setting"),
        pytest.param("LABEL_1", {"LABEL_1": "B-PS"}, ("B", "PS"), id="no meaning, mark by setting"),
        pytest.param("I-PS", {"I-PS": ""}, ("O", ""), id="whole label"),
    ],
)
def test_a_label_means(name: str, labels: dict[str, str], wanted: tuple[str, str]) -> None:
    assert tag_of(name, labels) == wanted


def test_all_of_konec_and_klue_need_no_setting() -> None:
    classes = [*label_map(), "PS", "LC", "OG", "DT", "TI", "QT"]
    names = ("O", *(f"{mark}-{name}" for name in classes for mark in "BI"))
    scheme = scheme_of(names, {}, model="m")
    assert scheme.sum(axis=1).tolist() == [1.0] * len(names)
    assert scheme.any(axis=0).all(), "each of our tags is reached"


@pytest.mark.parametrize(
    ("names", "labels", "message"),
    [
        pytest.param(
            ("O", "B-CORP", "I-CORP", "B-CIV"),
            {},
            r'ner: m: expected .* none of CORP, CIV; write ner_labels = \{ CORP = "…" \}, with one of PS,',
            id="unknown",
        ),
        pytest.param(("LABEL_0", "LABEL_1"), {}, "none of LABEL_0, LABEL_1; write", id="no names"),
        pytest.param(
            ("O", "B-PS"), {"PS": "PERSON"}, r"ner_labels: PS: .* got 'PERSON'", id="no label of ours"
        ),
        pytest.param(
            ("O", "B-PS"), {"PER": "PS"}, "ner_labels: PER: .*label of m.*; it has PS", id="not its own"
        ),
    ],
)
def test_a_wrong_mapping_is_told(names: tuple[str, ...], labels: dict[str, str], message: str) -> None:
    with pytest.raises(SettingsError, match=message):
        scheme_of(names, labels, model="m")


def test_labels_come_by_number() -> None:
    assert list(names_of({10: "B-PS", 2: "O", "1": "LC"})) == ["LC", "O", "B-PS"]
