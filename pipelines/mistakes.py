"""What an evaluation holds against the extraction, one by one, with the words around each."""

from collections.abc import Iterator
from dataclasses import dataclass

from schema import Count, Figure, Member, Person, Span

from .evaluation import Compared, Evaluation
from .scoring import Entry

_AROUND = 25  # characters shown on either side


@dataclass(frozen=True, slots=True)
class Mistake:
    """One entry missed, wrong, or found with another attribute than in gold (`differs`)."""

    article: str
    error: str
    type: str
    entry: str
    context: str


def mistakes(evaluation: Evaluation) -> Iterator[Mistake]:
    """Yield all mistakes, article by article; those about companies stand among the organizations."""
    for compared in evaluation.articles:
        for outcome in compared.outcomes:
            if outcome.type == "companies":
                continue
            for entry in outcome.missed:
                yield _mistake("missed", outcome.type, entry, compared=compared)
            for entry in outcome.wrong:
                yield _mistake("wrong", outcome.type, entry, compared=compared)
            for verdict in outcome.verdicts:
                if not verdict.right:
                    values = (getattr(entry, verdict.attribute) for entry in (verdict.gold, verdict.found))
                    said = "gold {}, found {}".format(*values)
                    type_ = f"{outcome.type}.{verdict.attribute}"
                    yield _mistake("differs", type_, verdict.found, compared=compared, said=said)


def _mistake(error: str, type_: str, entry: Entry, *, compared: Compared, said: str = "") -> Mistake:
    shown = f"{_shown(entry)}: {said}" if said else _shown(entry)
    return Mistake(compared.gold.id, error, type_, shown, context=_context(entry, compared=compared))


def _shown(entry: Entry) -> str:
    match entry:
        case Figure() | Count():
            return entry.quote
        case Member():
            return f"{entry.organization} in {entry.cluster}"
        case _:
            return entry.name


def _context(entry: Entry, *, compared: Compared) -> str:
    """Return the words around the entry in the text that was read, or else in that of the gold."""
    if entry.evidence:
        return _around(entry.evidence[0].span, text=compared.extraction.text)
    for text in (compared.extraction.text, compared.gold.text):
        for spelling in _spellings(entry):
            if spelling in text:
                start = text.index(spelling)
                return _around(Span(start, start + len(spelling)), text=text)
    return ""


def _spellings(entry: Entry) -> tuple[str, ...]:
    match entry:
        case Figure() | Count():
            return (entry.quote,)
        case Person():
            return (entry.name,)
        case Member():
            return (entry.organization,)
        case _:
            return entry.surface


def _around(span: Span, *, text: str) -> str:
    return " ".join(text[max(span.start - _AROUND, 0) : span.end + _AROUND].split())
