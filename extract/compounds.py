"""Words made one or parted: 미니 클러스터 is one, 로봇등 is two, and so is 정밀금형MC."""

import re
from collections.abc import Sequence

from schema import Span

from .phrases import Word

# Words that Kiwi or the paper parts: 미니 클러스터, 산학연 협의체, 강소 연구개발 특구, Mini Cluster.
HALVES = {
    "클러스터": ("미니", "서브", "혁신", "광역"),
    "미니클러스터": ("서브", "Sub"),
    "미클": ("서브",),
    "MC": ("서브",),
    "협의체": ("산학연",),
    "그룹": ("워킹",),
    "특구": ("연구개발", "R&D", "강소"),
    "연구개발": ("강소",),
    "Cluster": ("Mini", "mini"),
    "cluster": ("Mini", "mini"),
}
LETTERS = re.compile(r"[A-Za-z]{1,3}")  # of E-모빌리티
SECOND_HALVES = tuple(HALVES)


def compounded(words: Sequence[Word]) -> tuple[Word, ...]:
    """Return the words with those made one that only a space parts: 미니 클러스터."""
    if not any(word.text.startswith(SECOND_HALVES) or word.text.endswith("등") for word in words):
        return tuple(words)
    made: list[Word] = []
    for word in without_etc(words):
        before = made[-1] if made else None
        spaced = before and before.joined and _are_halves(before.text, word.text)
        if before and (spaced or (before.gap == "-" and LETTERS.fullmatch(before.text))):
            made[-1] = Word(
                Span(before.span.start, word.span.end),
                before.text + before.gap.strip() + word.text,
                before.tags + word.tags,
                word.gap,
                before.unknown or word.unknown,
            )
        else:
            made.append(word)
    return tuple(made)


def _are_halves(first: str, second: str) -> bool:
    return second.startswith(SECOND_HALVES) and any(
        second.startswith(noun) and first.endswith(halves) for noun, halves in HALVES.items()
    )


def without_etc(words: Sequence[Word]) -> list[Word]:
    """Return the words with 등 as one of its own, also where no space is before it: 군산등 7개 단지."""
    made: list[Word] = []
    for word in words:
        # 등등 is one morpheme, and no name is before it.
        if len(word.tags) > 1 and word.text.endswith("등") and word.tags[-1] == "NNB":
            middle = word.span.end - 1
            name = word._replace(
                span=Span(word.span.start, middle), text=word.text[:-1], tags=word.tags[:-1], gap=" "
            )
            etc = Word(Span(middle, word.span.end), "등", ("NNB",), word.gap, unknown=False)
            made += [name, etc]
        else:
            made.append(word)
    return made


def parted(words: Sequence[Word], index: int, stem: str) -> tuple[Sequence[Word], int]:
    """Return the words with the name that is fused to its noun as a word of its own, and the noun's place."""
    if not stem:
        return words, index
    word = words[index]
    middle = word.span.start + len(stem)
    name = word._replace(span=Span(word.span.start, middle), text=stem, gap=" ")
    noun = word._replace(span=Span(middle, word.span.end), text=word.text[len(stem) :])
    return [*words[:index], name, noun, *words[index + 1 :]], index + 1
