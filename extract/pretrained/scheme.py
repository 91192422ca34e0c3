"""What a model's labels mean here: `B-OGG_ECONOMY` is where a firm begins, `PER` somewhere in a person."""

import re
from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from schema import SettingsError

from ..grouping import Floats
from ..tagger import LABELS
from ..tagset import OUTSIDE, TAGS
from ..training.guidelines import NOTHING, label_map

O = "O"  # noqa: E741 -- as every corpus writes it
# B-PS and PS-B (Naver's way), BIO, BIOES, BILOU; without a mark it is IO: each run of one label is one name.
MARKED = re.compile(r"(?P<mark>[BIESULM])[-_](?P<name>.+)")
MARKED_BEHIND = re.compile(r"(?P<name>.+)[-_](?P<mark>[BIESULM])")
BEGINS = frozenset("BSU")
# What KLUE calls OG may be a firm or a ministry, and QT an amount or a share: the lists must say which.
KLUE = {"PS": "PS", "LC": "LC", "OG": "OG_OTHER", "DT": "DT", "TI": "TI", "QT": "QT_OTHER"}
# Naver's NER corpus, and what CoNLL and most models of the hub call the same.
USUAL = {
    "PER": "PS",
    "PERSON": "PS",
    "LOC": "LC",
    "LOCATION": "LC",
    "ORG": "OG_OTHER",
    "ORGANIZATION": "OG_OTHER",
    "DAT": "DT",
    "DATE": "DT",
    "TIM": "TI",
    "TIME": "TI",
    "NUM": "QT_OTHER",
    **dict.fromkeys(("MISC", "FLD", "AFW", "CVL", "EVT", "ANM", "PLT", "MAT", "TRM"), ""),
}


def defaults() -> Mapping[str, str]:
    """Return the label of every class that needs no setting: KLUE's, konec's, the usual ones, our own."""
    konec = {name: "" if label == NOTHING else label for name, label in label_map().items()}
    return {**konec, **USUAL, **KLUE, **{label: label for label in LABELS}}


def scheme_of(names: Sequence[str], labels: Mapping[str, str], *, model: str) -> Floats:
    """Return which of our tags each label of the model counts for, a row a label."""
    _refuse_targets(labels)
    _refuse_strangers(names, labels, model=model)
    known = {**defaults(), **labels}
    tags = [_tag(name, known) for name in names]
    if missing := [_parts(name)[1] for name, tag in zip(names, tags, strict=True) if tag is None]:
        shown = dict.fromkeys(missing)
        raise SettingsError(
            f"ner: {model}: expected a meaning of each of its labels, got none of {', '.join(shown)}; write "
            f'ner_labels = {{ {missing[0]} = "…" }}, with one of {", ".join(LABELS)}, or "" to drop it'
        )
    scheme = np.zeros((len(names), TAGS), np.float32)
    scheme[np.arange(len(names)), np.array(tags, np.int64)] = 1
    return scheme


def _refuse_targets(labels: Mapping[str, str]) -> None:
    for name, label in labels.items():
        if label and _parts(label)[1] not in LABELS:
            raise SettingsError(
                f'ner_labels: {name}: expected one of {", ".join(LABELS)}, or "" to drop it, got {label!r}'
            )


def _refuse_strangers(names: Sequence[str], labels: Mapping[str, str], *, model: str) -> None:
    classes = {_parts(name)[1] for name in names}
    if unknown := sorted(labels.keys() - {*names, *classes}):
        raise SettingsError(
            f"ner_labels: {unknown[0]}: expected a label of {model}, got one that it lacks; "
            f"it has {', '.join(sorted(classes - {O}))}"
        )


def _tag(name: str, known: Mapping[str, str]) -> int | None:
    """Return our tag; None where the name is unknown."""
    mark, bare = _parts(name)
    label = known.get(name, known.get(bare, "" if name == O else None))
    if not label:
        return OUTSIDE if label == "" else None
    own_mark, label = _parts(label)
    return 1 + 2 * LABELS.index(label) + ((own_mark or mark) not in BEGINS)


def _parts(name: str) -> tuple[str, str]:
    """Return mark and class: `B-PS` gives B and PS, `PS` gives an empty mark."""
    match = MARKED.fullmatch(name) or MARKED_BEHIND.fullmatch(name)
    return (match["mark"], match["name"]) if match else ("", name)


def names_of(id2label: Mapping[int | str, str]) -> Iterator[str]:
    """Yield a configuration's labels in the order of their numbers."""
    for number in sorted(id2label, key=int):
        yield id2label[number]
