"""What the tagger reads: a sentence's morphemes as tokens that do not overlap, `이영준과` as 이영준 과."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from schema import Document, Morpheme

# Kiwi takes a particle or a title into a name that it does not know: 장혁이, 박모, 타츠야군. A token's edge
# before such a letter lets the tagger say what belongs to the name: 0.6 % more names within its reach.
TAILS = frozenset("의이가도와아야랑모씨군님만은는을를")
TAIL = "TAIL"
LONGEST = 400  # tokens read at once; no sentence in print has as many


class Token(NamedTuple):
    """One token: its place, the form and tag of its morpheme, and whether the analyser guessed it."""

    start: int
    end: int
    form: str
    tag: str
    unknown: bool


class Piece(NamedTuple):
    """A sentence's tokens and the text that their places are of."""

    text: str
    tokens: Sequence[Token]


def pieces_of(document: Document, sentences: Iterable[int] | None = None) -> Iterator[Piece]:
    """Yield each sentence that has tokens, or those with these indexes; an endless one comes in pieces."""
    wanted = None if sentences is None else set(sentences)
    position, morphemes = 0, document.morphemes
    for number, span in enumerate(document.sentences):
        first = position
        while position < len(morphemes) and morphemes[position].start < span.end:
            position += 1
        if wanted is None or number in wanted:
            tokens = tokens_of(document.text, morphemes[first:position])
            for start in range(0, len(tokens), LONGEST):
                yield Piece(document.text, tokens[start : start + LONGEST])


def tokens_of(text: str, morphemes: Sequence[Morpheme]) -> list[Token]:
    """Return the tokens of a sentence; contracted morphemes (했 is 하 and 었) are one, named by the first."""
    tokens: list[Token] = []
    for form, tag, start, end, unknown in morphemes:
        if tokens and start < tokens[-1].end:
            if end > tokens[-1].end:
                tokens[-1] = tokens[-1]._replace(end=end)
        elif end <= start:
            continue
        elif unknown and end - start > 1 and tag[0] == "N" and text[end - 1] in TAILS:
            tokens.append(Token(start, end - 1, text[start : end - 1], tag, unknown))
            tokens.append(Token(end - 1, end, text[end - 1], TAIL, unknown))
        else:
            tokens.append(Token(start, end, form, tag.partition("-")[0], unknown))
    return tokens
