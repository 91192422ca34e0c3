"""Mentions of one thing become one record: complexes, clusters, organizations, people."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import cast

from schema import (
    Cluster,
    ClusterKind,
    Complex,
    Mention,
    Organization,
    OrganizationType,
    Person,
    Span,
    cluster_key,
    complex_key,
    normal,
)

from .bodies import bodies_of
from .captions import Named
from .employers import employer_of, role_of
from .evidence import evidence_of
from .offices import office_key
from .people import people_of
from .reading import Reading
from .same_names import cluster_keys, collectives, complex_keys
from .spellings import printed_name, surfaces

RULE = "entities/4"

REPORTS = re.compile(r"(?:이|가|의|은|는) [^.\n]{0,15}취재|\s?=|\s?[가-힣]{2,4} ?기자")
# At the end of a script: MBC뉴스 강희수입니다, KBS NEWS. Before it a sentence ends, or the place is told.
SIGNS = re.compile(
    r"\s?(?:(?:뉴스|NEWS|News|news) ?)?(?:[가-힣]{2,3} )?[가-힣]{2,4}입니다(?![가-힣])"
    r"|\s?(?:뉴스|NEWS|News|news) ?(?:[가-힣]{2,4})?\s*(?:[./◀]|\n|$)"
)
SAID = re.compile(r"(?:[.?!\n\"”/▶>]|에서)\s*$")
NEAR = 6  # letters before a broadcaster in which a sentence ends


def complexes(reading: Reading, mentions: Sequence[Mention]) -> Iterator[Complex]:
    """Yield one record a complex, however it is spelled."""
    groups = _grouped(mentions, "complex", complex_keys(reading, mentions))
    several = collectives(_name(group, key, complex_key) for key, group in groups.items())
    for key, group in groups.items():
        if complex_key(key) in several:
            continue
        yield Complex(_name(group, key, complex_key), surfaces(reading, group), evidence_of(reading, group))


def clusters(
    reading: Reading, mentions: Sequence[Mention], complexes: Sequence[Complex]
) -> Iterator[Cluster]:
    """Yield one record a named cluster, in the complex named last before it, not farther than a sentence."""
    places = sorted((piece.span, complex_.name) for complex_ in complexes for piece in complex_.evidence)
    for key, group in _grouped(mentions, "cluster", cluster_keys(reading, mentions)).items():
        kind = cast(ClusterKind, _most(mention.kind for mention in group))
        yield Cluster(
            name=_name(group, key, cluster_key),
            kind=kind,
            surface=surfaces(reading, group),
            complex=_complex_near(reading, group[0], places),
            evidence=evidence_of(reading, group),
        )


def organizations(reading: Reading, mentions: Sequence[Mention]) -> Iterator[Organization]:
    """Yield one record an organization, short forms taken together; the newspaper itself is left out."""
    publisher = normal(reading.document.publisher or "")
    for group in _grouped(mentions, "organization", office_key).values():
        name = max((mention.name for mention in group), key=lambda name: (len(normal(name)), name))
        kind = cast(OrganizationType, _most(mention.kind for mention in group))
        # A city that gives its own news is still a city.
        own = publisher and normal(name) == publisher and kind != "government"
        if own or any(_reports(reading, mention) for mention in group):
            continue
        yield Organization(name, kind, _surfaces(group), evidence_of(reading, group))


def _reports(reading: Reading, mention: Mention) -> bool:
    """Tell whether the paper speaks of itself: 이투데이가 현장을 취재한 결과, MBC뉴스 강희수입니다."""
    if mention.kind != "media":
        return False
    start, end = mention.span
    signs = SIGNS.match(reading.text, end) and SAID.search(reading.text[max(0, start - NEAR) : start])
    return bool(REPORTS.match(reading.text, end) or signs)


def people(
    reading: Reading, mentions: Sequence[Mention], organizations: Sequence[Organization]
) -> Iterator[Person]:
    """Yield one record a person, with the organization beside the fullest naming."""
    frames: dict[Span, list[Named]] = {}
    for named in people_of(reading):
        frames.setdefault(named.span, []).append(named)
    bodies = bodies_of(reading, organizations)
    for group in _grouped(mentions, "person", str).values():
        places = [place for mention in group for place in frames.get(mention.span, ())]
        employer, place = employer_of(reading, bodies, places)
        role = role_of(organizations, place, employer)
        yield Person(place.name, employer, role, evidence_of(reading, group))


def _grouped(mentions: Sequence[Mention], label: str, key: Callable[[str], str]) -> dict[str, list[Mention]]:
    groups: dict[str, list[Mention]] = {}
    for mention in mentions:
        if mention.label == label:
            groups.setdefault(key(mention.name), []).append(mention)
    return groups


def _name(group: Sequence[Mention], key: str, key_of: Callable[[str], str]) -> str:
    """Return the name that the others are short for; the first where none has the key."""
    return next((mention.name for mention in group if key_of(mention.name) == key), group[0].name)


def _surfaces(group: Sequence[Mention]) -> tuple[str, ...]:
    spellings = [spelling for mention in group for spelling in (mention.surface, printed_name(mention))]
    return tuple(dict.fromkeys(spellings))


def _most(kinds: Iterator[str | None]) -> str | None:
    return Counter(kinds).most_common(1)[0][0]


def _complex_near(reading: Reading, mention: Mention, places: Sequence[tuple[Span, str]]) -> str | None:
    sentences = reading.document.sentences
    at = bisect_right(sentences, mention.span.start, key=lambda span: span.start) - 1
    if at < 0 or not sentences[at].covers(mention.span):
        return None
    # A regional cluster holds complexes; only its own sentence may say that it lies in one.
    first = at if mention.kind == "cluster" else max(0, at - 1)
    start = max(sentences[first].start, reading.text.rfind("\n", 0, mention.span.start) + 1)
    last = bisect_left(places, (Span(mention.span.end, 0), "")) - 1
    return places[last][1] if last >= 0 and places[last][0].start >= start else None
