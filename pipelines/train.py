"""`sandan train`: the learned tagger from open data."""

import json
from pathlib import Path

import click

from schema import SettingsError

from .verdict import OK

EXTRA = "train needs PyTorch: expected the extra 'train', found none; pip install 'sandan[train]'"


FOLDER = click.Path(file_okay=False, path_type=Path)


@click.command("train")
@click.argument("data", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--out", type=FOLDER, default=Path("model"), show_default=True, help="Where the model goes.")
@click.option("--gold", type=FOLDER, help="Our annotated articles, to learn from last.")
@click.option("--folds", default=0, show_default=True, help="Cross-validate on the gold in so many parts.")
@click.option("--epochs", default=7, show_default=True, help="Times through konec.")
@click.option("--seed", default=0, show_default=True, help="The same seed gives the same model.")
@click.option("--threads", default=1, show_default=True, help="Of PyTorch; more gain little.")
@click.option("--work", type=FOLDER, default=Path("build/train"), show_default=True, help="For steps done.")
def train(
    data: Path, *, out: Path, gold: Path | None, folds: int, epochs: int, seed: int, threads: int, work: Path
) -> int:
    """Train the learned tagger on the files in DATA and write weights and card to OUT.

    DATA holds konec's sentences, train.jsonl and dev.jsonl or konec-train.tsv and konec-dev.tsv, and
    KLUE-NER's development set, klue-ner-v1.1_dev.tsv or klue-dev.tsv, which is only ever scored. It takes
    about a quarter of an hour on one core, --folds 5 half as much again. WORK keeps what was done: killed,
    the same command goes on where it was.

    \b
    Example:
      sandan train ner-data --gold fixtures/gold --folds 5 --out extract/model
    """
    try:
        from .training import Training
    except ModuleNotFoundError as error:
        if error.name != "torch":
            raise
        raise SettingsError(EXTRA) from error
    training = Training(data, work=work, seed=seed, threads=threads, tell=click.echo)
    card = training.run(out, gold=gold, folds=folds, epochs=epochs)
    click.echo(json.dumps(card, ensure_ascii=False, indent=1))
    return OK
