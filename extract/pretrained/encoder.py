"""A sentence as the numbers that a model reads, each with its place in the text."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from schema import SettingsError, Span

from .alignment import places_of

PROBE = "가 나"
WORD = re.compile(r"\S+")
SURROGATE = re.compile("[\ud800-\udfff]")


class Coded(NamedTuple):
    """The pieces' numbers, and the place of each."""

    ids: list[int]
    places: list[Span]


@dataclass(frozen=True, slots=True)
class Encoder:
    """A tokenizer of the library, with the numbers that it puts around every text: [CLS] … [SEP]."""

    tokenizer: Any
    head: tuple[int, ...]
    tail: tuple[int, ...]

    def encode(self, text: str) -> Coded:
        """Return the pieces of the whole text, however long, without what goes around."""
        text = SURROGATE.sub("\ufffd", text)
        return _told(self.tokenizer, text) if self.tokenizer.is_fast else _aligned(self.tokenizer, text)

    def framed(self, ids: Sequence[int]) -> list[int]:
        """Return the numbers as the model wants them, with what goes around."""
        return [*self.head, *ids, *self.tail]


def encoder_of(tokenizer: Any, *, model: str) -> Encoder:
    """Return the tokenizer with what it puts around a text."""
    bare = list(tokenizer(PROBE, add_special_tokens=False)["input_ids"])
    whole = list(tokenizer(PROBE)["input_ids"])
    for start in range(len(whole) - len(bare) + 1):
        if whole[start : start + len(bare)] == bare:
            return Encoder(tokenizer, tuple(whole[:start]), tuple(whole[start + len(bare) :]))
    raise SettingsError(
        f"ner: {model}: expected a tokenizer that puts its marks before and behind a text, got one that puts "
        f"them inside: {tokenizer.convert_ids_to_tokens(whole)}; save the model with another tokenizer"
    )


def _told(tokenizer: Any, text: str) -> Coded:
    coded = tokenizer(text, add_special_tokens=False, return_offsets_mapping=True, verbose=False)
    return Coded(coded["input_ids"], [Span(*place) for place in coded["offset_mapping"]])


def _aligned(tokenizer: Any, text: str) -> Coded:
    """Return the pieces of each word by itself, found in it by their letters."""
    ids: list[int] = []
    places: list[Span] = []
    for match in WORD.finditer(text):
        pieces = tokenizer.tokenize(match[0])
        ids += tokenizer.convert_tokens_to_ids(pieces)
        start = match.start()
        inside = places_of(match[0], pieces, unknown=tokenizer.unk_token)
        places += [Span(start + place.start, start + place.end) for place in inside]
    return Coded(ids, places)
