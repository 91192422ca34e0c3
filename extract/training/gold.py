"""Articles annotated by our guide as the net's entities: every place where a listed name stands."""

from collections.abc import Iterable, Iterator, Sequence

from schema import Document, OrganizationType, Records, strip_marks

from ..tagger import Entity
from ..tokens import pieces_of
from .guidelines import Named

OF_TYPE: dict[OrganizationType, str] = {
    "company": "OG_COMPANY",
    "media": "OG_COMPANY",
    "university": "OG_EDU",
    "research_institute": "OG_RESEARCH",
    "agency": "OG_PUBLIC",
    "government": "OG_PUBLIC",
    "association": "OG_OTHER",
    "other": "OG_OTHER",
}
# What the guide lists wholly; of places, days, times and other quantities it lists none or some.
LISTED = ("OG_", "PS")


def entities_of_records(document: Document, records: Sequence[Records]) -> list[Named]:
    """Return where the names, amounts and counts of the records stand; of two that overlap the longer."""
    spellings = {spelling: label for each in records for spelling, label in _spellings(each)}
    edges = _edges(document)
    found = [
        Named(start, start + len(spelling), label)
        for spelling, label in spellings.items()
        for start in _places(document.text, spelling)
        if start in edges[0] and start + len(spelling) in edges[1]
    ]
    return _apart(sorted(found, key=lambda entity: (entity.start - entity.end, entity.start)))


def with_the_rest(gold: Iterable[Named], proposed: Iterable[Entity]) -> list[Named]:
    """Return the gold with what a tagger proposes of the kinds that the guide does not list wholly."""
    rest = [
        Named(entity.span.start, entity.span.end, entity.label)
        for entity in proposed
        if not entity.label.startswith(LISTED)
    ]
    return _apart([*gold, *rest])


def _spellings(records: Records) -> Iterator[tuple[str, str]]:
    """Yield every spelling; an organization's later, for it counts where a complex has the same."""
    yield from ((spelling, "LC") for each in records.complexes for spelling in each.surface)
    yield from ((spelling, "LC") for each in records.clusters for spelling in each.surface)
    yield from ((figure.quote, "QT_MONEY") for figure in records.figures)
    yield from ((count.quote, "QT_COUNT") for count in records.counts)
    for organization in records.organizations:
        for spelling in organization.surface:
            yield strip_marks(spelling).strip(), OF_TYPE[organization.type]
    yield from ((person.name, "PS") for person in records.people)


def _edges(document: Document) -> tuple[frozenset[int], frozenset[int]]:
    tokens = [token for piece in pieces_of(document) for token in piece.tokens]
    return frozenset(token.start for token in tokens), frozenset(token.end for token in tokens)


def _places(text: str, spelling: str) -> Iterator[int]:
    start = text.find(spelling) if spelling else -1
    while start >= 0:
        yield start
        start = text.find(spelling, start + 1)


def _apart(entities: Iterable[Named]) -> list[Named]:
    kept: list[Named] = []
    taken: set[int] = set()
    for entity in entities:
        if taken.isdisjoint(range(entity.start, entity.end)):
            kept.append(entity)
            taken.update(range(entity.start, entity.end))
    return sorted(kept)
