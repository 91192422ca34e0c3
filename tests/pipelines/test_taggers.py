"""The settings that name a tagger."""

import sys
from pathlib import Path

import pytest

from extract import TrainedTagger, Untagged
from pipelines.settings import Settings, load_settings
from pipelines.taggers import tagger_of
from schema import Document, Morpheme, SettingsError, Span


@pytest.fixture(autouse=True)
def _empty_place(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


def test_the_default_is_the_tagger_that_ships():
    assert isinstance(tagger_of(Settings()), TrainedTagger)


def test_none_proposes_nothing():
    tagger = tagger_of(load_settings({"ner": "none"}).values)
    assert isinstance(tagger, Untagged)
    document = Document("a", "구미", 0, (Span(0, 2),), (Morpheme("구미", "NNP", 0, 2),))
    assert tagger.tag(document) == tagger.tag(document, [0]) == ()


def test_labels_are_a_table_in_the_file():
    Path("sandan.toml").write_text('ner_labels = { CORP = "OG_COMPANY", CIV = "" }\n')
    assert load_settings({}).values.ner_labels == {"CORP": "OG_COMPANY", "CIV": ""}


def test_labels_are_pairs_elsewhere(monkeypatch):
    monkeypatch.setenv("SANDAN_NER_LABELS", "PER=PS, CIV=,")
    assert load_settings({}).values.ner_labels == {"PER": "PS", "CIV": ""}
    assert load_settings({"ner_labels": "ORG=OG_OTHER"}).values.ner_labels == {"ORG": "OG_OTHER"}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param('ner = "bert"', r"sandan.toml: ner: .*pattern.*got 'bert'", id="no way"),
        pytest.param('ner = "transformers: "', r"sandan.toml: ner: .*got 'transformers: '", id="no name"),
        pytest.param(
            'ner_labels = "PER"',
            r"ner_labels: .*expected pairs with commas between, got 'PER'; .*NAME=LABEL",
            id="no pair",
        ),
        pytest.param("ner_labels = { PER = 1 }", r"sandan.toml: ner_labels: .*string.*got 1", id="no label"),
    ],
)
def test_a_wrong_setting_is_told(text, message):
    Path("sandan.toml").write_text(text)
    with pytest.raises(SettingsError, match=message):
        load_settings({})


def test_without_the_extra_what_to_install_is_told(monkeypatch):
    for name in ("extract.pretrained.model", "extract.pretrained.opening"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    monkeypatch.setitem(sys.modules, "transformers", None)
    settings = load_settings({"ner": "transformers:klue/bert-base"}).values
    with pytest.raises(
        SettingsError,
        match=r"ner: klue/bert-base: expected the library transformers, found none; pip install .sandan\[tra",
    ):
        tagger_of(settings)
