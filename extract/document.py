"""An article as one text with sentences and morphemes: `read`."""

import re
import unicodedata
from collections.abc import Iterator
from itertools import chain

from kiwipiepy import Kiwi, Sentence

from schema import Article, Document, Morpheme, Span

# Kiwi takes most of a minute for a million letters. The longest article met in print is under 20,000: what is
# beyond the limit is no article, and is left unread rather than holding up a night.
LONGEST = 100_000

SURROGATE = re.compile("[\ud800-\udfff]")
LINE_END = re.compile(r"\r\n?|[\u2028\u2029\x0b\x0c\x85]")
# Kiwi takes (주) or ㈜ for the end of a sentence where a name follows it.
COMPANY_MARK_END = re.compile(r"(?:\((?:주|유|합|재|사)\)|[㈜㈔])\s*\Z")


def read(article: Article, *, kiwi: Kiwi) -> Document:
    """Return title, subtitle and body as one NFC text, its sentences and morphemes at exact offsets."""
    head = "\n".join(part for part in (_clean(article.title), _clean(article.subtitle)) if part)
    body = _clean(article.text)
    text = f"{head}\n{body}" if head else body
    text = text[:LONGEST]
    sentences = tuple(chain.from_iterable(_read_line(text, line, kiwi) for line in _lines(text)))
    return Document(
        article_id=article.id,
        text=text,
        body_start=min(len(text), len(head) + 1 if head else 0),
        sentences=tuple(span for span, _ in sentences),
        morphemes=tuple(chain.from_iterable(morphemes for _, morphemes in sentences)),
        published=article.published.at.date() if article.published else None,
        publisher=article.publisher,
    )


def _clean(text: str) -> str:
    text = SURROGATE.sub("\ufffd", text)
    return unicodedata.normalize("NFC", LINE_END.sub("\n", text)).strip()


def _lines(text: str) -> Iterator[Span]:
    start = 0
    for line in text.split("\n"):
        if line.strip():
            yield Span(start, start + len(line))
        start += len(line) + 1


def _read_line(text: str, line: Span, kiwi: Kiwi) -> Iterator[tuple[Span, tuple[Morpheme, ...]]]:
    start: int | None = None
    morphemes: list[Morpheme] = []
    for sentence in kiwi.split_into_sents(line.of(text), return_tokens=True, return_sub_sents=False):
        start = line.start + sentence.start if start is None else start
        morphemes.extend(_shifted(sentence, line.start))
        span = Span(start, line.start + sentence.end)
        if not COMPANY_MARK_END.search(text, max(span.start, span.end - 8), span.end):
            yield span, tuple(morphemes)
            start, morphemes = None, []
    if start is not None:
        yield Span(start, line.end), tuple(morphemes)


def _shifted(sentence: Sentence, offset: int) -> list[Morpheme]:
    return [
        Morpheme(token.form, token.tag, offset + token.start, offset + token.end, token.oov)
        for token in sentence.tokens or ()
    ]
