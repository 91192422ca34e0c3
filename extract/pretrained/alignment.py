"""Where the pieces of a tokenizer that does not say stand in a word: 산, ##단, ##은 in 산단은."""

import re
import unicodedata
from collections.abc import Iterator, Sequence

from schema import Span

# How the families of tokenizers mark that a piece begins, continues or ends a word.
MARKS = re.compile(r"^##|^▁|@@$|</w>$")


def places_of(word: str, pieces: Sequence[str], *, unknown: str | None) -> list[Span]:
    """Return each piece's place in the word; the whole word for all where they do not fit it."""
    folded, origin = _folded(word)
    bare = [None if piece == unknown else _folded(MARKS.sub("", piece))[0] for piece in pieces]
    places: list[Span] = []
    here = 0
    for number, piece in enumerate(bare):
        if piece is None:
            following = next((known for known in bare[number + 1 :] if known), None)
            end = folded.find(following, here + 1) if following else len(folded)
        else:
            end = here + len(piece) if folded.startswith(piece, here) else -1
        if end < 0:
            return [Span(0, len(word))] * len(pieces)
        places.append(Span(origin[here], origin[end - 1] + 1 if end > here else origin[here]))
        here = end
    return places


def _folded(word: str) -> tuple[str, list[int]]:
    """Return the word without case, accents and compatibility forms, and the letter each came from."""
    folded: list[str] = []
    origin: list[int] = []
    for number, letter in enumerate(word):
        for part in _plain(letter):
            folded.append(part)
            origin.append(number)
    return "".join(folded), [*origin, len(word)]


def _plain(letter: str) -> Iterator[str]:
    # Syllables as their letters: models without case take 산 apart so, and may begin a piece within it.
    for part in unicodedata.normalize("NFKD", letter.casefold()):
        if not unicodedata.combining(part):
            yield part
