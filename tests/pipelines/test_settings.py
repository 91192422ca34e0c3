from pathlib import Path

import pytest

from pipelines.settings import Settings, load_settings
from schema import SettingsError


@pytest.fixture(autouse=True)
def _empty_place(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


def test_without_any_layer_the_defaults_hold():
    layered = load_settings({})
    assert layered.values == Settings()
    assert set(layered.layers.values()) == {"default"}


def test_each_layer_covers_the_one_before(monkeypatch):
    Path("sandan.toml").write_text('delay = 2\ntimeout = 9\ncontact = "desk@sandan.example"\n')
    monkeypatch.setenv("SANDAN_DELAY", "3")
    monkeypatch.setenv("SANDAN_TIMEOUT", "8")
    layered = load_settings({"delay": 4.0})
    assert (layered.values.delay, layered.values.timeout) == (4.0, 8.0)
    assert layered.values.contact == "desk@sandan.example"
    assert [layered.layers[name] for name in ("delay", "timeout", "contact", "warc")] == [
        "flag",
        "environment",
        "sandan.toml",
        "default",
    ]


def test_a_file_named_by_hand_stands_for_the_usual_one():
    Path("sandan.toml").write_text("delay = 2\n")
    Path("한국.toml").write_text("delay = 7\n")
    layered = load_settings({}, config=Path("한국.toml"))
    assert (layered.values.delay, layered.layers["delay"]) == (7.0, "한국.toml")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param(
            "delya = 2", 'sandan.toml: unknown setting "delya"; known: contact, database,', id="unknown"
        ),
        pytest.param("[crawl]\ndelay = 2", 'sandan.toml: unknown setting "crawl"', id="table"),
        pytest.param('delay = "빨리"', "sandan.toml: delay: .*valid number.*, got '빨리'", id="type"),
        pytest.param("delay = -1", "sandan.toml: delay: .*greater than or equal to 0, got -1", id="bound"),
        pytest.param("delay = nan", "sandan.toml: delay: .*finite", id="nan"),
        pytest.param('proxy = "localhost:80"', "sandan.toml: proxy: .*got 'localhost:80'", id="proxy"),
        pytest.param('topic = ["산단", " "]', "sandan.toml: topic: .*at least 1 character", id="word"),
        pytest.param("fail_over = 50", "sandan.toml: fail_over: .*less than or equal to 1", id="share"),
        pytest.param("delay = = 2", "sandan.toml: expected TOML in UTF-8, got: .*line 1", id="toml"),
        pytest.param('contact = "담당자"'.encode("cp949"), "sandan.toml: expected TOML in UTF-8", id="cp949"),
    ],
)
def test_a_wrong_file_is_told(text, message):
    Path("sandan.toml").write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(SettingsError, match=message):
        load_settings({})


def test_words_are_a_list_in_a_file_and_have_commas_between_elsewhere(monkeypatch):
    Path("sandan.toml").write_text('queries = ["산단", "산업 단지"]\ntopic = []\n')
    monkeypatch.setenv("SANDAN_TOPIC_NOT", "시설 공단, 클러스터 감염")
    values = load_settings({"list_pages": "9"}).values
    assert (values.queries, values.topic, values.list_pages) == (("산단", "산업 단지"), (), 9)
    assert values.topic_not == ("시설 공단", "클러스터 감염")


def test_an_unknown_variable_is_refused(monkeypatch):
    monkeypatch.setenv("SANDAN_DELYA", "2")
    with pytest.raises(SettingsError, match='environment: unknown setting "SANDAN_DELYA"; known: contact'):
        load_settings({})


def test_a_wrong_variable_names_its_layer(monkeypatch):
    monkeypatch.setenv("SANDAN_MAX_PAGES", "많이")
    with pytest.raises(SettingsError, match=r"environment: max_pages: .*integer.*, got '많이'"):
        load_settings({})


def test_a_missing_file_named_by_hand_is_told():
    with pytest.raises(SettingsError, match=r"absent\.toml: expected a readable file, got: No such file"):
        load_settings({}, config=Path("absent.toml"))
