import json
from collections.abc import Callable
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest

from schema import (
    Article,
    Evidence,
    Extraction,
    Figure,
    GoldError,
    Organization,
    Published,
    Records,
    Span,
    read_gold,
    to_json,
)

SEEDS = Path(__file__).parents[2].parent / "shared" / "seeds" / "gold"
TEXT = (
    "한빛산단 운송장비 미니클러스터 회원사인 ㈜가람테크(대표 이한솔)는 한국산업단지공단에서 2억원을 받았다.\n"
    "클러스터에는 40여개 기업이 있다. 동남 엔젤클럽은 약 3억~5억원을 투자한다."
)


def annotation() -> dict[str, Any]:
    return {
        "id": "sample",
        "url": None,
        "publisher": "가람일보",
        "published": "2018-05-30",
        "title": "한빛산단 미니클러스터",
        "text": TEXT,
        "complexes": [{"name": "한빛일반산업단지", "surface": ["한빛산단"]}],
        "clusters": [
            {
                "name": "운송장비",
                "kind": "mini_cluster",
                "surface": ["운송장비 미니클러스터"],
                "complex": "한빛일반산업단지",
            }
        ],
        "organizations": [
            {"name": "가람테크", "type": "company", "surface": ["㈜가람테크"]},
            {"name": "한국산업단지공단", "type": "agency", "surface": ["한국산업단지공단"], "optional": True},
        ],
        "people": [{"name": "이한솔", "organization": "가람테크", "role": "대표"}],
        "figures": [
            {
                "quote": "2억원",
                "min": 200000000,
                "max": 200000000,
                "currency": "KRW",
                "qualifier": "exact",
                "kind": "grant",
                "recipient": "가람테크",
                "provider": "한국산업단지공단",
                "year": None,
            },
            {
                "quote": "약 3억~5억원",
                "min": 300000000,
                "max": 500000000,
                "currency": "KRW",
                "qualifier": "range",
                "kind": "investment",
                "recipient": None,
                "provider": "동남 엔젤클럽",
                "year": 2018,
            },
        ],
        "counts": [{"quote": "40여개", "value": 40, "what": "companies", "subject": "운송장비"}],
        "members": [{"organization": "가람테크", "cluster": "운송장비"}],
    }


def write(folder: Path, held: object) -> Path:
    path = folder / "sample.json"
    path.write_text(json.dumps(held, ensure_ascii=False), encoding="utf-8")
    return path


def test_gold_is_read_whole(tmp_path: Path) -> None:
    gold = read_gold(write(tmp_path, annotation()))
    assert (gold.id, gold.title, gold.published) == ("sample", "한빛산단 미니클러스터", date(2018, 5, 30))
    assert gold.text_file is None
    assert gold.records.organizations == (Organization("가람테크", "company", ("㈜가람테크",), ()),)
    assert [figure.qualifier for figure in gold.records.figures] == ["exact", "range"]
    assert gold.records.members[0].cluster == "운송장비"


def test_optional_entries_stand_apart(tmp_path: Path) -> None:
    gold = read_gold(write(tmp_path, annotation()))
    assert [organization.name for organization in gold.optional.organizations] == ["한국산업단지공단"]
    assert gold.optional.people == ()


def test_title_and_what_is_unknown_may_be_absent(tmp_path: Path) -> None:
    held = annotation()
    for key in ("title", "url", "publisher", "published"):
        del held[key]
    gold = read_gold(write(tmp_path, held))
    assert (gold.title, gold.publisher, gold.published) == ("", None, None)


@pytest.mark.parametrize("folder", [".", ".."])
def test_the_text_may_lie_in_this_or_the_parent_folder(tmp_path: Path, folder: str) -> None:
    (tmp_path / "gold").mkdir()
    text_file = tmp_path / "gold" / folder / "sample.txt"
    text_file.write_text(f"한빛산단 미니클러스터\n\n{TEXT}", encoding="utf-8")
    held = {key: value for key, value in annotation().items() if key not in ("title", "text")}
    gold = read_gold(write(tmp_path / "gold", held))
    assert gold.text_file is not None
    assert gold.text_file.samefile(text_file)
    assert gold.text.endswith(TEXT)


@pytest.mark.parametrize(
    ("spoil", "message"),
    [
        pytest.param(lambda a: a.update(titel="x"), 'unknown key "titel"; known: ', id="unknown-key"),
        pytest.param(
            lambda a: a["figures"][1].update(rule="money/1"),
            'figures[1]: unknown key "rule"',
            id="key-in-entry",
        ),
        pytest.param(lambda a: a.pop("counts"), 'key "counts" is missing; add it', id="list-missing"),
        pytest.param(
            lambda a: a["figures"][0].pop("kind"), 'figures[0]: key "kind" is missing', id="key-missing"
        ),
        pytest.param(lambda a: a.update(members={}), "members: expected a list, found {}", id="no-list"),
        pytest.param(lambda a: a["people"].append("김"), "people[1]: expected an object", id="no-object"),
        pytest.param(
            lambda a: a["clusters"][0].update(kind="mc"),
            "clusters[0].kind: expected one of mini_cluster, sub_mini_cluster, cluster, found 'mc'",
            id="cluster-kind",
        ),
        pytest.param(
            lambda a: a["organizations"][0].update(type="firm"), "organizations[0].type: expected", id="type"
        ),
        pytest.param(lambda a: a["figures"][0].update(kind="fund"), "figures[0].kind: expected", id="kind"),
        pytest.param(
            lambda a: a["figures"][0].update(qualifier="about"),
            "figures[0].qualifier: expected",
            id="qualifier",
        ),
        pytest.param(lambda a: a["figures"][0].update(currency="원"), "currency: expected", id="currency"),
        pytest.param(lambda a: a["figures"][0].update(year="2018"), "year: expected a year", id="year"),
        pytest.param(lambda a: a["counts"][0].update(what="firms"), "counts[0].what: expected", id="what"),
        pytest.param(
            lambda a: a["counts"][0].update(value=True), "a whole number from 0, found True", id="bool"
        ),
        pytest.param(lambda a: a["counts"][0].update(value=40.5), "found 40.5", id="fraction"),
        pytest.param(
            lambda a: a["people"][0].update(optional="yes"), "expected true or false", id="optional"
        ),
        pytest.param(lambda a: a.update(published="30.5.2018"), "a day as 2018-05-30 or null", id="day"),
        pytest.param(
            lambda a: a.update(published="20180530"), "a day as 2018-05-30 or null", id="day-unhyphened"
        ),
        pytest.param(
            lambda a: a["complexes"][0].update(surface=[]),
            "surface: expected a list of texts",
            id="no-surface",
        ),
        pytest.param(
            lambda a: a["complexes"][0].update(surface=["한빛공단"]),
            "complexes[0].surface: expected words of the text, found '한빛공단'; copy them to the letter",
            id="surface-not-in-text",
        ),
        pytest.param(
            lambda a: a["counts"][0].update(quote="40개"),
            "counts[0].quote: expected words",
            id="quote-not-in-text",
        ),
        pytest.param(
            lambda a: a["people"][0].update(name="이한별"),
            "people[0].name: expected words",
            id="person-not-in-text",
        ),
        pytest.param(
            lambda a: a["clusters"][0].update(complex="한빛산단"),
            "clusters[0].complex: expected the name of an entry in complexes, found '한빛산단'",
            id="complex-not-listed",
        ),
        pytest.param(
            lambda a: a["people"][0].update(organization="㈜가람테크"),
            "people[0].organization:",
            id="person-of",
        ),
        pytest.param(
            lambda a: a["members"][0].update(organization="엔젤클럽"),
            "members[0].organization:",
            id="member-not-listed",
        ),
        pytest.param(
            lambda a: a["members"][0].update(cluster="가람테크"),
            "members[0].cluster:",
            id="member-of-no-cluster",
        ),
        pytest.param(
            lambda a: a["figures"][0].update(recipient="누리테크"),
            "figures[0].recipient:",
            id="recipient-nowhere",
        ),
        pytest.param(
            lambda a: a["figures"][1].update(provider="서부 엔젤클럽"),
            "figures[1].provider:",
            id="provider-nowhere",
        ),
        pytest.param(
            lambda a: a["figures"][1].update(min=600000000),
            "figures[1]: expected min up to max, found [600000000, 500000000]",
            id="min-over-max",
        ),
        pytest.param(
            lambda a: a["figures"][0].update(min=None),
            "figures[0].min: expected a whole number beside exact",
            id="null",
        ),
        pytest.param(
            lambda a: a["figures"][0].update(qualifier="at_least"),
            "figures[0].max: expected null beside at_least",
            id="at-least-with-max",
        ),
        pytest.param(
            lambda a: a["figures"][0].update(qualifier="at_most"),
            "figures[0].min: expected null beside at_most",
            id="at-most-with-min",
        ),
        pytest.param(
            lambda a: a["figures"][1].update(qualifier="exact"),
            "min equal to max beside exact",
            id="exact-range",
        ),
        pytest.param(
            lambda a: a.pop("text"),
            'key "text" is missing; add it, or sample.txt to this or the',
            id="no-text",
        ),
    ],
)
def test_wrong_gold_is_refused(
    tmp_path: Path, spoil: Callable[[dict[str, Any]], object], message: str
) -> None:
    held = annotation()
    spoil(held)
    path = write(tmp_path, held)
    with pytest.raises(GoldError) as caught:
        read_gold(path)
    assert str(caught.value).startswith(str(path))
    assert message in str(caught.value)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        pytest.param(b"[]", "expected an object, found []", id="list"),
        pytest.param(b'{"id": }', "expected JSON, found an error at line 1", id="no-json"),
        pytest.param("{}".encode("utf-16"), "expected UTF-8", id="utf-16"),
    ],
)
def test_a_file_that_is_no_annotation_is_refused(tmp_path: Path, content: bytes, message: str) -> None:
    (tmp_path / "a.json").write_bytes(content)
    with pytest.raises(GoldError) as caught:
        read_gold(tmp_path / "a.json")
    assert message in str(caught.value)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GoldError) as caught:
        read_gold(tmp_path / "none.json")
    assert "none.json: cannot be read" in str(caught.value)


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the shared seeds are not here")
def test_the_shared_gold_is_read() -> None:
    golds = [read_gold(path) for path in sorted(SEEDS.glob("*.json"))]
    assert [len(gold.records.counts) for gold in golds] == [4, 2, 18]


def test_an_extraction_is_written_in_the_guides_shape(tmp_path: Path) -> None:
    article = Article(
        id="sample",
        title="가람테크에 2억원",
        text="가람테크는 2억원을 지원받았다.",
        published=Published(
            datetime(2018, 5, 30, tzinfo=timezone(timedelta(hours=9))), "line", day_only=True
        ),
    )
    text = f"{article.title}\n{article.text}"
    evidence = Evidence(Span(16, 19), "2억원", Span(10, 27), "money/1", 0.97)
    party = Evidence(Span(10, 14), "가람테크", Span(10, 27), "figures/2", 0.8, "recipient")
    figure = Figure(
        "2억원", 200000000, 200000000, "KRW", "exact", "grant", "가람테크", None, None, (evidence, party)
    )
    named = Evidence(Span(10, 14), "가람테크", Span(10, 27), "companies/2", 0.9)
    firm = Organization("가람테크", "company", ("가람테크",), (named,))
    records = Records(organizations=(firm,), figures=(figure,))
    written = to_json(Extraction("sample", text, "recipe", (), records), article)
    assert written["published"] == "2018-05-30"
    assert written["organizations"][0]["surface"] == ["가람테크"]
    assert written["figures"][0]["evidence"] == [
        [16, 19, "2억원", "money/1", 0.97, None],
        [10, 14, "가람테크", "figures/2", 0.8, "recipient"],
    ]
    assert written["figures"][0]["score"] == 0.97
    for record in (*written["organizations"], *written["figures"]):
        del record["evidence"], record["score"]
    gold = read_gold(write(tmp_path, written | {"title": article.title, "text": article.text}))
    assert gold.records.figures[0].recipient == "가람테크"
