"""Lists of firms: a name among firms is one too, and so are those before `등 20여 회원사`."""

import re
from collections.abc import Iterator, Sequence

from .phrases import Sentence, Word
from .reading import Reading

# What stands between two items, with the bracket behind the first: `, `, `와 `, `(의수) △`.
SEPARATOR = re.compile(
    r"[’”'\"』」]?(?:\([^()\n]{0,25}\))?[’”'\"』」]?\s?(?:[,，、·ㆍ・/△▲▷]|(?:와|과)(?= )|및)\s?"
    r"(?:[△▲▷]|㈜|\(주\))?\s?[‘“'\"『「]?"
)
FIRMS = re.compile(r".*(?:기업|업체|회사|회원사|개사|사)들?")
AFTER_LIST = 5  # words: 등 국내 20여 개 부품업체


def firms_of(reading: Reading, sentence: Sentence, names: set[str]) -> Iterator[Word]:
    """Yield every item of the sentence's lists of firms; `names` are the firms known so far."""
    words = sentence.words
    run: list[Word] = []
    skip_to = -1
    for index, word in enumerate(words):
        if word.span.start < skip_to:
            continue  # inside the bracket behind an item
        run.append(word)
        separator = SEPARATOR.match(reading.text, word.span.end)
        skip_to = separator.end() if separator else -1
        if separator is None or index + 1 == len(words):
            if len(run) > 1 and _are_firms(
                reading, run, names, closing=words[index + 1 : index + 1 + AFTER_LIST]
            ):
                yield from run
            run = []


def _are_firms(reading: Reading, run: Sequence[Word], names: set[str], *, closing: Sequence[Word]) -> bool:
    if any(word.text in names or _is_listed(reading, word) for word in run):
        return True
    texts = [word.text for word in closing]
    return texts[:1] == ["등"] and any(FIRMS.fullmatch(text) for text in texts[1:])


def _is_listed(reading: Reading, word: Word) -> bool:
    known = reading.lexicon.organization(word.text)
    return known is not None and known.type == "company"
