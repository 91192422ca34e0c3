"""Mentions of one thing become one record: complexes, clusters, organizations, people."""

import re
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
    cluster_key,
    complex_key,
    normal,
)

from .company_signs import HEADS
from .evidence import evidence_of
from .offices import office_key
from .people import Named, people_of
from .reading import Reading

RULE = "entities/1"

REPORTS = re.compile(r"(?:이|가|의|은|는) [^.\n]{0,15}취재|\s?=|\s?[가-힣]{2,4} ?기자")


def complexes(reading: Reading, mentions: Sequence[Mention]) -> Iterator[Complex]:
    """Yield one record a complex, however it is spelled."""
    for group in _grouped(mentions, "complex", complex_key):
        yield Complex(group[0].name, _surfaces(group), evidence_of(reading, group))


def clusters(
    reading: Reading, mentions: Sequence[Mention], complexes: Sequence[Complex]
) -> Iterator[Cluster]:
    """Yield one record a named cluster, in the complex named last before it, not farther than a sentence."""
    for group in _grouped(mentions, "cluster", cluster_key):
        kind = cast(ClusterKind, _most(mention.kind for mention in group))
        yield Cluster(
            name=group[0].name,
            kind=kind,
            surface=_surfaces(group),
            complex=_complex_near(reading, group[0], complexes),
            evidence=evidence_of(reading, group),
        )


def organizations(reading: Reading, mentions: Sequence[Mention]) -> Iterator[Organization]:
    """Yield one record an organization, short forms taken together; the newspaper itself is left out."""
    publisher = normal(reading.document.publisher or "")
    for group in _grouped(mentions, "organization", office_key):
        name = max((mention.name for mention in group), key=lambda name: (len(normal(name)), name))
        if (publisher and normal(name) == publisher) or any(_reports(reading, mention) for mention in group):
            continue
        kind = cast(OrganizationType, _most(mention.kind for mention in group))
        yield Organization(name, kind, _surfaces(group), evidence_of(reading, group))


def _reports(reading: Reading, mention: Mention) -> bool:
    """Tell whether the newspaper speaks of itself: 본보가, 이투데이가 현장을 취재한 결과."""
    return mention.kind == "media" and bool(REPORTS.match(reading.text, mention.span.end))


def people(
    reading: Reading, mentions: Sequence[Mention], organizations: Sequence[Organization]
) -> Iterator[Person]:
    """Yield one record a person, with the organization beside the fullest naming."""
    frames = {named.span: named for named in people_of(reading)}
    for group in _grouped(mentions, "person", str):
        places = [frames[mention.span] for mention in group if mention.span in frames]
        employers = [_organization_in(organizations, place.frame.start, place.frame.end) for place in places]
        employer = next((employer for employer in employers if employer), None)
        place = places[employers.index(employer)] if employer else places[0]
        employer = employer or _company_spoken_of(reading, organizations, place)
        yield Person(place.name, employer, _role(place, employer), evidence_of(reading, group))


def _role(place: Named, employer: str | None) -> str:
    """Return the post, less what the organization's name says: 본부장 of 호남본부, 주력산업과장 of 울산시."""
    fused = normal(place.post.removesuffix(place.role)[:2])
    return place.role if employer is None or fused in normal(employer) else place.post


def _company_spoken_of(reading: Reading, organizations: Sequence[Organization], place: Named) -> str | None:
    """Return the firm that the paragraph named last, of a head named without one: 피재근 대표이사는."""
    start = reading.text.rfind("\n", 0, place.frame.start) + 1
    before = [
        (evidence.span.start, organization.name)
        for organization in organizations
        for evidence in organization.evidence
        if organization.type == "company" and start <= evidence.span.start < place.span.start
    ]
    return max(before)[1] if before and place.role in HEADS else None


def _organization_in(organizations: Sequence[Organization], start: int, end: int) -> str | None:
    """Return the organization named nearest the end of a stretch of text."""
    inside = [
        (evidence.span.end, organization.name)
        for organization in organizations
        for evidence in organization.evidence
        if evidence.span.end > start and evidence.span.start < end
    ]
    return max(inside)[1] if inside else None


def _grouped(mentions: Sequence[Mention], label: str, key: Callable[[str], str]) -> list[list[Mention]]:
    groups: dict[str, list[Mention]] = {}
    for mention in mentions:
        if mention.label == label:
            groups.setdefault(key(mention.name), []).append(mention)
    return list(groups.values())


def _surfaces(group: Sequence[Mention]) -> tuple[str, ...]:
    spellings = [spelling for mention in group for spelling in (mention.surface, _printed_name(mention))]
    return tuple(dict.fromkeys(spellings))


def _printed_name(mention: Mention) -> str:
    """Return the name where it stands so in the text: 친환경나노 of `친환경나노 미니클러스터`."""
    return mention.name if mention.name in mention.surface else mention.surface


def _most(kinds: Iterator[str | None]) -> str | None:
    return Counter(kinds).most_common(1)[0][0]


def _complex_near(reading: Reading, mention: Mention, complexes: Sequence[Complex]) -> str | None:
    sentences = reading.document.sentences
    at = next((i for i, span in enumerate(sentences) if span.covers(mention.span)), None)
    if at is None:
        return None
    start = max(sentences[max(0, at - 1)].start, reading.text.rfind("\n", 0, mention.span.start) + 1)
    before = [
        (evidence.span.start, complex_.name)
        for complex_ in complexes
        for evidence in complex_.evidence
        if start <= evidence.span.start < mention.span.end
    ]
    return max(before)[1] if before else None
