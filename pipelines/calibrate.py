"""`sandan calibrate`: what signs and rules are worth, learnt from gold articles."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import click

from extract import Extractor, Linear
from schema import Gold, SettingsError

from .evaluate import table
from .evaluation import read_golds
from .verdict import OK

EXTRA = "calibrate needs scikit-learn: expected the extra 'train', found none; pip install 'sandan[train]'"
DECISIONS, TRUST = "decisions.json", "trust.json"


@click.command("calibrate")
@click.argument(
    "gold_dirs", nargs=-1, required=True, type=click.Path(exists=True, file_okay=False, path_type=Path)
)
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("extract/weights"),
    show_default=True,
    help="Where the weights go.",
)
@click.option(
    "--tagged",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Of GOLD_DIRS that which `sandan train` has learnt from.",
)
def calibrate(gold_dirs: tuple[Path, ...], *, out: Path, tagged: Path | None) -> int:
    """Learn from the articles in GOLD_DIRS how much each sign and each rule is worth.

    What an amount is for, who got it from whom and who takes part in a cluster is decided by small linear
    models over signs that can be read; this makes their weights (decisions.json), and measures the share of
    right ones among what each rule finds (trust.json), which is the score that every record shows. Takes two
    minutes for 100 articles. A folder's own subfolders are not read: fixtures/gold/test stays unseen.

    \b
    Example:
      sandan calibrate fixtures/gold fixtures/passages --tagged fixtures/gold
    """
    golds = [gold for folder in gold_dirs for gold in read_golds(folder)]
    trained = _learn(
        golds, tagged=frozenset(gold.id for gold in read_golds(tagged)) if tagged else frozenset()
    )
    out.mkdir(parents=True, exist_ok=True)
    for name, text in trained.items():
        (out / name).write_text(text, encoding="utf-8")
        click.echo(f"{out / name}: {len(text):,} letters", err=True)
    return OK


def _learn(golds: Sequence[Gold], *, tagged: frozenset[str]) -> dict[str, str]:
    try:
        from .calibration import calibrate as learn
        from .calibration import cross_validate, trust
    except ModuleNotFoundError as error:
        if error.name not in ("sklearn", "scipy"):
            raise
        raise SettingsError(EXTRA) from error
    extractor = Extractor()
    models, folds = learn(extractor, golds, tagged=tagged, tell=lambda line: click.echo(line, err=True))
    evaluation = cross_validate(extractor, golds, folds=folds)
    click.echo(
        f"Cross-validated, each article by models that have not seen it:\n{table(evaluation)}", err=True
    )
    measured = trust(evaluation)
    return {DECISIONS: text_of(models), TRUST: json.dumps(measured, ensure_ascii=False, indent=1) + "\n"}


def text_of(models: Mapping[str, Linear]) -> str:
    """Return the models as JSON, a line a sign, so that a change of them can be read."""
    parts = []
    for name, model in models.items():
        rows = ",\n".join(
            f"{json.dumps(sign, ensure_ascii=False)}:{json.dumps(row, separators=(',', ':'))}"
            for sign, row in sorted(model.weights.items())
        )
        head = f'"labels":{json.dumps(model.labels)},"bias":{json.dumps(model.bias)}'
        parts.append(f'"{name}":{{{head},"weights":{{\n{rows}\n}}}}')
    return "{" + ",\n".join(parts) + "}\n"
