"""Who takes part in a named cluster: A, B and C 등이 참여하는 의료부품 미니클러스터."""

import re
from collections.abc import Iterator, Sequence

from schema import Cluster, Evidence, Member, Organization, Span

from .evidence import sentence_at
from .reading import Reading

RULE = "members/1"

TAKES_PART = re.compile(
    r"참여|가입|회원|소속|합류|구성(?:됐|돼|되|한|원)|창립|출범|결성|함께|협업|협력 ?(?:체계|시스템|네트워크)|입주|둥지|활동"
)
# 지역본부는, 시는: who runs a cluster, supports it or speaks of it is no member by that.
RUNS_IT = frozenset({"agency", "government", "media", "association", "other"})
TOPIC = re.compile(r"(?:\([^)]{0,30}\))?(?:은|는|이|가)(?![가-힣])")
LISTED = re.compile(r"[,·ㆍ] ?|와 |과 | 등| 및 ")
NOT_SO = re.compile(r"계약|공급|납품|투자|의향서|양해각서|MOU|수출")


def members(
    reading: Reading, clusters: Sequence[Cluster], organizations: Sequence[Organization]
) -> Iterator[Member]:
    """Yield each membership once, with the sentence that states it as evidence."""
    seen: set[tuple[str, str]] = set()
    for cluster in clusters:
        for sentence in dict.fromkeys(sentence_at(reading, place.span.start) for place in cluster.evidence):
            others = [
                other for other in clusters if other is not cluster and _stands_in(other.evidence, sentence)
            ]
            if others or not TAKES_PART.search(sentence.of(reading.text)):
                continue
            for organization, place in _taking_part(reading, sentence, organizations):
                if (organization.name, cluster.name) not in seen:
                    seen.add((organization.name, cluster.name))
                    evidence = Evidence(place.span, place.quote, sentence, RULE)
                    yield Member(organization.name, cluster.name, (evidence,))


def _stands_in(places: Sequence[Evidence], sentence: Span) -> bool:
    return any(sentence.covers(place.span) for place in places)


def _taking_part(
    reading: Reading, sentence: Span, organizations: Sequence[Organization]
) -> Iterator[tuple[Organization, Evidence]]:
    if NOT_SO.search(sentence.of(reading.text)):
        return
    for organization in organizations:
        for place in organization.evidence:
            if sentence.covers(place.span) and _is_member(reading.text, organization, place):
                yield organization, place
                break


def _is_member(text: str, organization: Organization, place: Evidence) -> bool:
    listed = bool(LISTED.match(text, place.span.end)) or text[: place.span.start].endswith(
        (", ", "·", "와 ", "과 ")
    )
    topic = bool(TOPIC.match(text, place.span.end))
    if organization.type in RUNS_IT:
        return listed and not topic
    return listed or topic
