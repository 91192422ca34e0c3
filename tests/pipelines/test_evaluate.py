import json
from pathlib import Path
from typing import Any

import pytest
from click import UsageError

from extract import Extractor
from pipelines.evaluate import evaluate
from pipelines.evaluation import Score, compare
from pipelines.floors import Floors, keep_floors, move
from schema import Article, Extraction, GoldError

TITLE = "한빛산단 운송장비 업체에 2억원"
TEXT = "㈜가람테크는 한국산업단지공단에서 연구개발 자금 2억원을 지원받았다. 동남은행은 5억원을 빌려줬다."


def annotation(article: str = "one", **changed: object) -> dict[str, Any]:
    empty: dict[str, object] = dict.fromkeys(
        ("complexes", "clusters", "organizations", "people", "figures", "counts", "members"), ()
    )
    return {"id": article, "published": "2018-05-30", "title": TITLE, "text": TEXT} | empty | changed


def figure(amount: int, quote: str, *, kind: str = "grant") -> dict[str, object]:
    return {
        "quote": quote,
        "min": amount,
        "max": amount,
        "currency": "KRW",
        "qualifier": "exact",
        "kind": kind,
        "recipient": None,
        "provider": None,
        "year": None,
    }


RIGHT = [figure(200000000, "2억원"), figure(500000000, "5억원", kind="loan")]
# No extraction gives the word 자금 as a complex: what must be found and never is.
UNFINDABLE = [{"name": "자금", "surface": ["자금"]}]


def write(folder: Path, held: dict[str, Any]) -> None:
    (folder / f"{held['id']}.json").write_text(json.dumps(held, ensure_ascii=False), encoding="utf-8")


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


def run(*arguments: object) -> int:
    return int(evaluate.main([str(argument) for argument in arguments], standalone_mode=False))


@pytest.mark.parametrize(
    ("score", "shares"),
    [
        pytest.param(Score(3, 1, 0), (1.0, 0.75, 6 / 7), id="missed"),
        pytest.param(Score(3, 0, 1), (0.75, 1.0, 6 / 7), id="wrong"),
        pytest.param(Score(0, 2, 3), (0.0, 0.0, 0.0), id="all-amiss"),
        pytest.param(Score(0, 0, 0), (1.0, 1.0, 1.0), id="nothing-to-find-and-nothing-found"),
    ],
)
def test_shares(score: Score, shares: tuple[float, float, float]) -> None:
    assert (score.precision, score.recall, score.f1) == pytest.approx(shares)


def test_scores_are_summed_over_articles(tmp_path: Path, extractor: Extractor) -> None:
    write(tmp_path, annotation("one", figures=RIGHT))
    write(tmp_path, annotation("two", figures=[RIGHT[0]]))
    score = compare(tmp_path, extract=extractor.extract).scores()["figures"]
    assert score == Score(right=3, missed=0, wrong=1)


def test_floors_are_no_gold(tmp_path: Path, extractor: Extractor) -> None:
    write(tmp_path, annotation(figures=RIGHT))
    (tmp_path / "floors.json").write_text("{}", encoding="utf-8")
    assert len(compare(tmp_path, extract=extractor.extract).articles) == 1


def test_a_folder_without_gold_is_refused(tmp_path: Path, extractor: Extractor) -> None:
    with pytest.raises(GoldError, match="expected gold files, found no"):
        compare(tmp_path, extract=extractor.extract)


def articles_read(folder: Path, extractor: Extractor) -> list[Article]:
    read: list[Article] = []

    def extract(article: Article) -> Extraction:
        read.append(article)
        return extractor.extract(article)

    compare(folder, extract=extract)
    return read


def test_a_text_file_is_read_by_the_line_rules(tmp_path: Path, extractor: Extractor) -> None:
    held = annotation(publisher="가람일보", figures=RIGHT)
    del held["title"], held["text"]
    write(tmp_path, held)
    body = f"{TITLE}\n\n{TEXT}\n\n좋아요0\n슬퍼요0\n저작권자 © 가람일보 무단전재 및 재배포 금지\n"
    (tmp_path / "one.txt").write_text(body, encoding="utf-8")
    (article,) = articles_read(tmp_path, extractor)
    assert (article.title, article.text, article.publisher) == (TITLE, TEXT, "가람일보")
    assert article.published is not None
    assert article.published.at.isoformat() == "2018-05-30T00:00:00+09:00"


def test_a_text_in_the_annotation_is_taken_as_it_is(tmp_path: Path, extractor: Extractor) -> None:
    write(tmp_path, annotation(text=f"{TEXT}\n좋아요0"))
    (article,) = articles_read(tmp_path, extractor)
    assert (article.title, article.text) == (TITLE, f"{TEXT}\n좋아요0")


def digest(folder: Path, extractor: Extractor) -> str:
    return compare(folder, extract=extractor.extract).digest


def test_the_digest_changes_with_the_gold_alone(tmp_path: Path, extractor: Extractor) -> None:
    write(tmp_path, annotation(figures=RIGHT))
    before = digest(tmp_path, extractor)
    assert digest(tmp_path, extractor) == before
    write(tmp_path, annotation(figures=RIGHT, publisher="가람일보"))
    assert digest(tmp_path, extractor) != before


def test_the_command_prints_a_line_a_type(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(tmp_path, annotation(figures=RIGHT))
    assert run(tmp_path) == 0
    lines = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert ["figures", "1.000", "1.000", "1.000", "2"] in lines
    assert ["figures.qualifier", "1.000", "2"] in lines


def test_json_says_the_same(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(tmp_path, annotation(figures=RIGHT))
    assert run(tmp_path, "--json") == 0
    printed = json.loads(capsys.readouterr().out)
    assert printed["articles"] == 1
    assert printed["types"]["figures"] == {
        "precision": 1.0,
        "recall": 1.0,
        "f1": 1.0,
        "n": 2,
        "right": 2,
        "missed": 0,
        "wrong": 0,
    }
    assert printed["attributes"]["figures.qualifier"] == {"right": 2, "of": 2, "share": 1.0}


def test_errors_are_listed_with_the_words_around(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    differing = RIGHT[0] | {"year": 1999}
    write(tmp_path, annotation(figures=[differing], complexes=UNFINDABLE))
    assert run(tmp_path, "--errors", "--json") == 0
    errors = json.loads(capsys.readouterr().out)["errors"]
    (missed,) = [error for error in errors if error["error"] == "missed"]
    assert (missed["article"], missed["type"], missed["entry"]) == ("one", "complexes", "자금")
    assert "연구개발 자금 2억원을" in missed["context"]
    assert {(error["error"], error["type"], error["entry"]) for error in errors} >= {
        ("wrong", "figures", "5억원"),
        ("differs", "figures.year", "2억원: gold 1999, found None"),
    }


def floors_of(folder: Path) -> dict[str, Any]:
    held: dict[str, Any] = json.loads((folder / "floors.json").read_text("utf-8"))
    return held


def test_the_gate_holds_what_was_raised(tmp_path: Path) -> None:
    write(tmp_path, annotation(figures=RIGHT, complexes=UNFINDABLE))
    assert run(tmp_path, "--raise") == 0
    floors = floors_of(tmp_path)
    assert (floors["floors"]["figures"], floors["floors"]["complexes"]) == (1.0, 0.0)
    assert floors["lowered"] == []
    assert run(tmp_path, "--gate") == 0


def test_the_gate_wants_floors(tmp_path: Path) -> None:
    write(tmp_path, annotation(figures=RIGHT))
    with pytest.raises(GoldError, match=r"floors\.json: cannot be read: .*; set floors with --raise"):
        run(tmp_path, "--gate")


def set_floors(folder: Path, extractor: Extractor, **higher: float) -> None:
    evaluation = compare(folder, extract=extractor.extract)
    floors = move(Floors(), scores=evaluation.figures() | higher, gold=evaluation.digest)
    keep_floors(floors, path=folder / "floors.json")


def test_the_gate_closes_when_the_gold_changes(
    tmp_path: Path, extractor: Extractor, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path, annotation(figures=RIGHT))
    set_floors(tmp_path, extractor)
    write(tmp_path, annotation(figures=RIGHT[:1]))
    assert run(tmp_path, "--gate") == 1
    assert "the gold is not that of the floors" in capsys.readouterr().err


def test_floors_do_not_fall_by_themselves(
    tmp_path: Path, extractor: Extractor, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path, annotation(complexes=UNFINDABLE))
    set_floors(tmp_path, extractor, complexes=1.0)
    before = floors_of(tmp_path)
    assert run(tmp_path, "--gate", "--raise") == 1
    told = capsys.readouterr().err
    assert "complexes: 0.0000 is below its floor 1.0000" in told
    assert "complexes would fall from 1.0000 to 0.0000" in told
    assert floors_of(tmp_path) == before


def test_floors_fall_for_a_reason(tmp_path: Path, extractor: Extractor) -> None:
    write(tmp_path, annotation(complexes=UNFINDABLE))
    set_floors(tmp_path, extractor, complexes=1.0)
    assert run(tmp_path, "--raise", "--allow-lower", "the gold was harder") == 0
    floors = floors_of(tmp_path)
    assert floors["floors"]["complexes"] == 0.0
    assert floors["lowered"] == [{"reason": "the gold was harder", "floors": {"complexes": [1.0, 0.0]}}]


@pytest.mark.parametrize("arguments", [("--allow-lower", "because"), ("--raise", "--allow-lower", " ")])
def test_a_reason_goes_with_raise_and_says_something(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    with pytest.raises(UsageError, match="--allow-lower REASON goes with --raise"):
        run(tmp_path, *arguments)
