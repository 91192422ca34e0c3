"""Lists of firms: a name among firms is one too, and so are those before `등 20여 회원사`."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from .company_signs import is_guessed
from .endings import ending_of
from .lexicon import Lexicon
from .phrases import Sentence, Word
from .reading import Reading

# What stands between two items, with the bracket behind the first: `, `, `와 `, `(의수) △`.
SEPARATOR = re.compile(
    r"[’”'\"』」]?(?:\([^()\n]{0,25}\))?[’”'\"』」]?\s?(?:[,，、·ㆍ・/△▲▷]|(?:와|과)(?= )|및)\s?"
    r"(?:[△▲▷]|㈜|\(주\))?\s?[‘“'\"『「]?"
)
FIRMS = re.compile(r".*(?:기업|업체|회사|회원사|개사|사)들?")
COUNTED = re.compile(r"\d{1,4}여?(?:개|곳)?(?:개?사|기업|업체|회원사)")
NUMBER = re.compile(r"\d{1,4}여?(?:개|곳)?")
TOPIC = re.compile(r"[은는이가도] |[은는이가]$")
MANY = 4  # names in a row, with nothing but their look to tell them by
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
            closing = words[index + 1 : index + 1 + AFTER_LIST]
            if _are_firms(reading, run, names, closing=closing) if len(run) > 1 else _stands_for(closing):
                yield from (item for item in run if _may_be_one(reading, sentence, item))
            run = []


def _stands_for(closing: Sequence[Word]) -> bool:
    """Tell whether one name stands for several firms: 나래온 등 20개 기업, 나래온 등 참여한 3개 업체."""
    texts = [word.text for word in closing]
    return texts[:1] == ["등"] and any(
        COUNTED.fullmatch(text) or (NUMBER.fullmatch(text) and bool(after) and FIRMS.fullmatch(after[0]))
        for text, after in ((text, texts[at + 1 : at + 2]) for at, text in enumerate(texts))
    )


def _may_be_one(reading: Reading, sentence: Sentence, item: Word) -> bool:
    return (is_guessed(item) or _looks_like_one(reading, item)) and not _says_what(sentence, item)


def _says_what(sentence: Sentence, item: Word) -> bool:
    """Tell whether the item only says what the firm after it is: 방열판 업체 대호써모."""
    at = bisect_left(sentence.words, item) + 1
    return item.joined and at < len(sentence.words) and bool(FIRMS.fullmatch(sentence.words[at].text))


def _are_firms(reading: Reading, run: Sequence[Word], names: set[str], *, closing: Sequence[Word]) -> bool:
    if any(word.text in names or _is_listed(reading, word) for word in run):
        return True
    texts = [word.text for word in closing]
    if len(run) >= MANY and TOPIC.match(run[-1].gap) and all(_looks_like_one(reading, word) for word in run):
        return True
    if texts[:1] != ["등"]:
        return False
    return any(FIRMS.fullmatch(text) for text in texts[1:]) or all(
        _looks_like_one(reading, word) for word in run
    )


def _looks_like_one(reading: Reading, word: Word) -> bool:
    """Tell whether a word may be a firm among such: 서남조선해양, 목포누리철구, 다도해플랜트."""
    lexicon = reading.lexicon
    if len(word.text) <= 3 or lexicon.is_noun(word.text):
        return False
    placed = any(lexicon.is_place(word.text[:length]) for length in (2, 3))
    return word.unknown or placed or _ends_like_one(lexicon, word.text)


def _ends_like_one(lexicon: Lexicon, text: str) -> bool:
    endings = (lexicon.company_endings, lexicon.weak_company_endings)
    return any(ending_of(text, known) is not None for known in endings)


def _is_listed(reading: Reading, word: Word) -> bool:
    known = reading.lexicon.organization(word.text)
    return known is not None and known.type == "company"
