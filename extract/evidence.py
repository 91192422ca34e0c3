"""Where an article says it: mentions as evidence."""

from bisect import bisect_right
from collections.abc import Iterable

from schema import Evidence, Mention, Span

from .reading import Reading


def evidence_of(reading: Reading, mentions: Iterable[Mention]) -> tuple[Evidence, ...]:
    """Return span, quote, sentence, rule and score of each mention, in the order of the text."""
    ordered = sorted(mentions, key=lambda mention: mention.span)
    return tuple(
        evidence_at(reading, mention.span, rule=mention.rule, score=mention.score) for mention in ordered
    )


def evidence_at(
    reading: Reading, span: Span, *, rule: str, score: float, attribute: str | None = None
) -> Evidence:
    """Return what stands at a span as evidence of a record, or of one attribute of it."""
    # A line that was broken inside a number (4억\n원) has the two sentences that Kiwi made of it.
    first, last = sentence_at(reading, span.start), sentence_at(reading, span.end - 1)
    sentence = Span(first.start, last.end)
    return Evidence(span, span.of(reading.text), sentence, rule, round(score, 3), attribute)


def sentence_at(reading: Reading, position: int) -> Span:
    """Return the sentence that holds a position of the text."""
    sentences = reading.document.sentences
    at = bisect_right(sentences, position, key=lambda span: span.start) - 1
    return sentences[max(at, 0)]
