"""Where an article says it: mentions as evidence."""

from bisect import bisect_right
from collections.abc import Iterable

from schema import Evidence, Mention, Span

from .reading import Reading


def evidence_of(reading: Reading, mentions: Iterable[Mention]) -> tuple[Evidence, ...]:
    """Return span, quote, sentence and rule of each mention, in the order of the text."""
    ordered = sorted(mentions, key=lambda mention: mention.span)
    return tuple(
        Evidence(
            mention.span,
            mention.span.of(reading.text),
            sentence_at(reading, mention.span.start),
            mention.rule,
        )
        for mention in ordered
    )


def sentence_at(reading: Reading, position: int) -> Span:
    """Return the sentence that holds a position of the text."""
    sentences = reading.document.sentences
    at = bisect_right(sentences, position, key=lambda span: span.start) - 1
    return sentences[max(at, 0)]
