"""Texts as signatures of a few hundred bytes, and which of these may be copies of each other."""

from dataclasses import dataclass

import numpy as np
from datasketch import LeanMinHash, MinHash, MinHashLSH  # type: ignore[import-untyped]

from .likeness import LEAD, LEAST, Pieces, Text, shingles

# Named, since a signature is kept for years and has no trace of what made it.
SCHEME, SEED = "affine32", 1


@dataclass(frozen=True, slots=True)
class Banding:
    """Two texts are candidates when `rows` neighbouring values agree in one of the `bands`."""

    bands: int
    rows: int

    @property
    def values(self) -> int:
        """Return how many values of four bytes a signature has."""
        return self.bands * self.rows


# Every candidate is compared letter by letter, so that only misses count. Of pairs with a Jaccard of 0.5 all
# are found, of 0.35 0.998, of 0.25 0.95; of 0.01, which is much between articles of one topic, 0.005.
WHOLE = Banding(48, 2)
# What was cut to a fifth is unlike the whole, but begins as it does. Of beginnings with 0.5 0.96 are found,
# with 0.4 0.79, with 0.1 0.02: bodies begin alike (한국산업단지공단은 30일 … 밝혔다), hence three rows.
BEGINNING = Banding(24, 3)

PERMUTATIONS = {
    part: MinHash(num_perm=part.values, seed=SEED, scheme=SCHEME).permutations for part in (WHOLE, BEGINNING)
}


def sign(text: Text) -> bytes:
    """Return the signature of a text and of its beginning; empty for one too short to be anyone's copy."""
    if len(text.pieces) < LEAST:
        return b""
    return _values(text.pieces, part=WHOLE) + _values(shingles(text.letters[:LEAD]), part=BEGINNING)


def _values(pieces: Pieces, *, part: Banding) -> bytes:
    minhash = MinHash(
        num_perm=part.values, seed=SEED, hashfunc=int, permutations=PERMUTATIONS[part], scheme=SCHEME
    )
    minhash.update_batch((pieces >> 32).tolist())
    return bytes(minhash.hashvalues.astype("<u4").tobytes())


class Index:
    """Signatures by what they may be copies of."""

    def __init__(self) -> None:
        self._parts = tuple(
            MinHashLSH(num_perm=part.values, params=(part.bands, part.rows)) for part in (WHOLE, BEGINNING)
        )

    def __len__(self) -> int:
        """Return how many signatures are held."""
        return len(self._parts[0].keys)

    def add(self, key: str, signature: bytes) -> None:
        """Hold a signature under a key; an empty one has no copies and is let go."""
        for part, minhash in zip(self._parts, _minhashes(signature), strict=False):
            part.insert(key, minhash)

    def remove(self, key: str) -> None:
        """Let a key go, if it is held."""
        for part in self._parts:
            if key in part:
                part.remove(key)

    def near(self, signature: bytes) -> list[str]:
        """Return the keys of what may be a copy, sorted."""
        parts = zip(self._parts, _minhashes(signature), strict=False)
        return sorted({str(key) for part, minhash in parts for key in part.query(minhash)})


def _minhashes(signature: bytes) -> tuple[LeanMinHash, ...]:
    """Return the two parts of a signature; none of an empty one."""
    if not signature:
        return ()
    values = np.frombuffer(signature, dtype="<u4").astype(np.uint32)
    return tuple(
        LeanMinHash(seed=SEED, hashvalues=part, scheme=SCHEME)
        for part in (values[: WHOLE.values], values[WHOLE.values :])
    )
