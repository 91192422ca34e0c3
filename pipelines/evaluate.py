"""`sandan evaluate`: how good the extraction is on a folder of gold, and whether it still is."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from itertools import groupby
from pathlib import Path

import click

from extract import Extractor

from .evaluation import FLOORS, Evaluation, Score, compare
from .floors import Floors, complaints, falls, keep_floors, move, read_floors
from .mistakes import Mistake, mistakes
from .settings import load_settings
from .taggers import tagger_of
from .testpart import open_test_part
from .verdict import OK, SOME_FAILED


@click.command("evaluate")
@click.argument("gold_dir", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--errors", is_flag=True, help="List the missed, the wrong and the differing ones.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object instead of the table.")
@click.option("--ner", metavar="VALUE", help="Another tagger, as the setting `ner` names it: none.")
@click.option(
    "--open", "reason", metavar="REASON", help="List a test part's errors, for this reason, on record."
)
@click.option("--gate", is_flag=True, help="Exit 1 if a score is below GOLD_DIR/floors.json.")
@click.option("--raise", "raise_", is_flag=True, help="Set the floors to these scores; none may fall.")
@click.option("--allow-lower", metavar="REASON", help="Let --raise lower floors, for this reason, on record.")
def evaluate(
    gold_dir: Path,
    *,
    errors: bool,
    as_json: bool,
    ner: str | None,
    reason: str | None,
    gate: bool,
    raise_: bool,
    allow_lower: str | None,
) -> int:
    """Print precision, recall and F1 of each type over GOLD_DIR, and how many attributes are right.

    GOLD_DIR holds a JSON file an article, in the annotation guide's shape, and floors.json for --gate. One
    that is called test is a test part: it is measured but not read, or it would be none for long.

    \b
    Example:
      sandan evaluate fixtures/gold --errors
      sandan evaluate fixtures/gold --gate
      sandan evaluate fixtures/gold/test
      sandan evaluate fixtures/gold --raise --allow-lower "gold corrected"
    """
    if allow_lower is not None and not (raise_ and allow_lower.strip()):
        raise click.UsageError("--allow-lower REASON goes with --raise, and the reason must not be empty")
    if errors:
        open_test_part(gold_dir, reason=reason)
    path = gold_dir / FLOORS
    # Read first: a missing file should not be told after minutes of work.
    floors = read_floors(path) if gate or path.exists() else Floors()
    tagger = tagger_of(load_settings({"ner": ner} if ner else {}).values)
    evaluation = compare(gold_dir, extract=Extractor(tagger=tagger).extract)
    listed = list(mistakes(evaluation)) if errors else []
    click.echo(_object(evaluation, errors=listed) if as_json else table(evaluation, errors=listed))
    held = _gate(evaluation, floors=floors) if gate else OK
    raised = _raise(evaluation, floors=floors, path=path, reason=allow_lower) if raise_ else OK
    return max(held, raised)


def _gate(evaluation: Evaluation, *, floors: Floors) -> int:
    lines = complaints(floors, scores=evaluation.figures(), gold=evaluation.digest)
    for line in lines:
        click.echo(line, err=True)
    return SOME_FAILED if lines else OK


def _raise(evaluation: Evaluation, *, floors: Floors, path: Path, reason: str | None) -> int:
    scores = evaluation.figures()
    fallen = falls(floors, scores=scores)
    if fallen and reason is None:
        for name, (floor, score) in fallen.items():
            click.echo(f"{name} would fall from {floor:.4f} to {score:.4f}", err=True)
        click.echo("nothing written; --allow-lower REASON lets floors fall", err=True)
        return SOME_FAILED
    keep_floors(move(floors, scores=scores, gold=evaluation.digest, reason=reason), path=path)
    return OK


def table(evaluation: Evaluation, *, errors: Sequence[Mistake] = ()) -> str:
    """Return the scores, the attributes and the errors as text."""
    lines = [f"{'type':<26}{'P':>7}{'R':>7}{'F1':>7}{'n':>7}"]
    lines += [
        f"{name:<26}{score.precision:7.3f}{score.recall:7.3f}{score.f1:7.3f}{score.right + score.missed:7}"
        for name, score in evaluation.scores().items()
    ]
    lines += ["", f"{'attribute':<26}{'right':>7}{'of':>21}"]
    lines += [
        f"{name:<26}{score.precision:7.3f}{score.right + score.wrong:21}"
        for name, score in evaluation.attributes().items()
    ]
    for article, group in groupby(errors, key=lambda error: error.article):
        lines += ["", article]
        lines += [f"  {error.error:<8} {error.type}: {error.entry} | {error.context}" for error in group]
    return "\n".join(lines)


def _object(evaluation: Evaluation, *, errors: list[Mistake]) -> str:
    return json.dumps(
        {
            "articles": len(evaluation.articles),
            "types": {name: _plain(score) for name, score in evaluation.scores().items()},
            "attributes": {
                name: {"right": score.right, "of": score.right + score.wrong, "share": score.precision}
                for name, score in evaluation.attributes().items()
            },
            "errors": [asdict(error) for error in errors],
        },
        ensure_ascii=False,
    )


def _plain(score: Score) -> dict[str, float]:
    return {
        "precision": score.precision,
        "recall": score.recall,
        "f1": score.f1,
        "n": score.right + score.missed,
        "right": score.right,
        "missed": score.missed,
        "wrong": score.wrong,
    }
