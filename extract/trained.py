"""The tagger that `sandan train` makes: the shipped net, run in NumPy."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any

import numpy as np
from numpy.typing import NDArray
from threadpoolctl import ThreadpoolController

from schema import Document

from . import model
from .decoding import best_tags
from .features import Vocabulary, features_of
from .grouping import Floats
from .network import Dense, Net, emissions, shares
from .tagger import Entity
from .tagset import entities_of
from .tokens import pieces_of

RULE = "ner/2"
WEIGHTS = "weights.npz"


@dataclass(frozen=True, slots=True)
class TrainedTagger:
    """A net with its vocabulary; `fingerprint` is the rule and a digest of the weights."""

    fingerprint: str
    vocabulary: Vocabulary
    net: Net
    blas: ThreadpoolController

    def tag(self, document: Document, sentences: Sequence[int] | None = None) -> tuple[Entity, ...]:
        """Return the entities of the document, or of these sentences, in the text's order."""
        pieces = tuple(pieces_of(document, sentences))
        if not pieces:
            return ()
        features = features_of(pieces, vocabulary=self.vocabulary)
        # More threads gain nothing on matrices as small, and wait for one another.
        with self.blas.limit(limits=1):
            evidence = emissions(self.net, features)
        tags = best_tags(evidence, features.lengths, transitions=self.net.transitions)
        return tuple(entities_of(pieces, tags, shares(evidence)))


def load_tagger(folder: Traversable | None = None) -> TrainedTagger:
    """Return the tagger that `sandan train` wrote to the folder; without one, the tagger that ships."""
    path = (folder or resources.files(model)).joinpath(WEIGHTS)
    data = path.read_bytes()
    with path.open("rb") as file, np.load(file, allow_pickle=False) as stored:
        arrays = {name: stored[name] for name in stored.files}
    digest = hashlib.sha256(data).hexdigest()[:8]
    return TrainedTagger(f"{RULE}:{digest}", _vocabulary(arrays), _net(arrays), ThreadpoolController())


def _vocabulary(arrays: Mapping[str, NDArray[Any]]) -> Vocabulary:
    return Vocabulary(*(_rows(arrays[f"names.{field}"]) for field in ("morphemes", "tags", "letters")))


def _rows(names: NDArray[Any]) -> dict[str, int]:
    """Return the row of each name: what comes before the first is for what has none."""
    texts = names.tobytes().decode("utf-8").split("\n")
    return {name: row for row, name in enumerate(texts) if name}


def _net(arrays: Mapping[str, NDArray[Any]]) -> Net:
    def floats(name: str) -> Floats:
        return np.ascontiguousarray(arrays[name], np.float32)

    def layer(name: str) -> Dense:
        return Dense(floats(f"{name}.weight"), floats(f"{name}.bias"))

    return Net(
        morphemes=arrays["morphemes"],
        scale=floats("scale"),
        tags=floats("tags"),
        shapes=floats("shapes"),
        letters=np.einsum("vc,kco->vko", floats("letters"), floats("patterns")),
        letters_bias=floats("patterns.bias"),
        gates=layer("gates"),
        back=floats("back"),
        leave=layer("leave"),
        out=layer("out"),
        transitions=floats("transitions"),
    )
