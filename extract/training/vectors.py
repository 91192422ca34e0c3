"""Kiwi's own vectors of morphemes, got from the similarities that it tells."""

from collections.abc import Iterator
from typing import IO, NamedTuple

import numpy as np
from kiwipiepy import Kiwi
from numpy.typing import NDArray

LANDMARKS = 420  # more than dimensions, so that the eigenvectors are well determined
FREQUENT = range(100, 20_000)  # Kiwi numbers its morphemes by frequency; the first are signs
DIMENSIONS = 256
LARGEST = 200_000  # more similarities than Kiwi has morphemes: all are told


class Vectors(NamedTuple):
    """A row of length one for each morpheme: `구미/NNP`."""

    names: list[str]
    rows: NDArray[np.float32]


class Asked(NamedTuple):
    """How many of the landmarks have been asked, and in the end the vectors."""

    done: int
    of: int
    vectors: Vectors | None = None


def kiwi_vectors(*, seed: int = 0) -> Iterator[Asked]:
    """Yield progress, and last the vectors: the same up to a rotation as those in Kiwi's model.

    How similar all morphemes are to some landmarks, and these to one another, determines all vectors.
    """
    kiwi = Kiwi(num_workers=1)
    landmarks = np.random.default_rng(seed).permutation(np.array(FREQUENT))[:LANDMARKS]
    first = int(landmarks[0])
    known = np.array(sorted({first, *(item.id for item in kiwi.most_similar_morphemes(first, LARGEST))}))
    similar = np.zeros((len(known), LANDMARKS), np.float32)
    for column, landmark in enumerate(landmarks.tolist()):
        near = kiwi.most_similar_morphemes(landmark, LARGEST)
        similar[np.searchsorted(known, [item.id for item in near]), column] = [item.score for item in near]
        similar[np.searchsorted(known, landmark), column] = 1.0
        yield Asked(column + 1, LANDMARKS)
    rows = _principal(_unrotated(similar, similar[np.searchsorted(known, landmarks)]))
    yield Asked(LANDMARKS, LANDMARKS, _named(kiwi, known.tolist(), rows))


def write_vectors(vectors: Vectors, file: IO[bytes]) -> None:
    """Write the vectors to an open file."""
    names = np.frombuffer("\n".join(vectors.names).encode(), np.uint8)
    np.savez(file, allow_pickle=False, names=names, rows=vectors.rows)


def read_vectors(file: IO[bytes]) -> Vectors:
    """Return the vectors that an open file holds."""
    with np.load(file, allow_pickle=False) as stored:
        return Vectors(stored["names"].tobytes().decode().split("\n"), stored["rows"])


def _unrotated(similar: NDArray[np.float32], among: NDArray[np.float32]) -> NDArray[np.float32]:
    values, turned = np.linalg.eigh((among + among.T) / 2)
    values, turned = values[::-1][:DIMENSIONS], turned[:, ::-1][:, :DIMENSIONS]
    return np.asarray(similar @ (turned / np.sqrt(np.maximum(values, 1e-6))), np.float32)


def _principal(rows: NDArray[np.float32]) -> NDArray[np.float32]:
    centred = rows - rows.mean(axis=0)
    _, turned = np.linalg.eigh(centred.T @ centred / len(centred))
    return np.asarray(centred @ turned[:, ::-1], np.float32)


def _named(kiwi: Kiwi, numbers: list[int], rows: NDArray[np.float32]) -> Vectors:
    names: dict[str, int] = {}
    for place, number in enumerate(numbers):
        morpheme = kiwi.morpheme(number)
        name = f"{morpheme.form}/{str(morpheme.tag).partition('-')[0]}"
        if morpheme.form and "\n" not in name:
            names.setdefault(name, place)
    chosen = rows[list(names.values())]
    chosen /= np.linalg.norm(chosen, axis=1, keepdims=True) + 1e-6
    return Vectors(list(names), chosen)
