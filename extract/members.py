"""Who takes part in a named cluster: A, B and C 등이 참여하는 의료부품 미니클러스터."""

import re
from collections.abc import Iterator, Sequence

from schema import Cluster, Evidence, Member, Organization, Span

from .evidence import sentence_at
from .reading import Reading

RULE = "members/1"

TAKES_PART = re.compile(
    r"참여|참가|가입|회원|소속|합류|구성(?:됐|돼|되|한|원)|창립|출범|결성|협업|협력 ?(?:체계|시스템|네트워크)"
    r"|입주|둥지|주축|중심은|모임|함께"
)
# 의료부품 미니클러스터에는 A, B가 …: what stands after is in it.
HOLDS = re.compile(
    r"[’”'\"]?(?:에는|에서는|의 중심은|의 (?=[가-힣A-Z㈜(]+[은는이가와과,] ?)|[은는] △"
    r"|[은는] (?=[가-힣A-Z㈜(]))"
    r"|[’”'\"]? ?(?:초대 |신임 |새 )?회장(?:에는|에 [가-힣]{2,4} |인 |은 |을 맡은 )"
    r"|[’”'\"]? ?(?:회원사|회장사|소속(?:인)?|입주기업|연구소기업)(?:인|은|는)? "
)
# 지역본부는, 시는: who runs a cluster, supports it or speaks of it is no member by that.
RUNS_IT = frozenset({"agency", "government", "media", "association", "other"})
TOPIC = re.compile(r"(?:\([^)\n]{0,30}\))?(?:은|는|이|가|도)(?![가-힣])")
LISTED = re.compile(r"(?:\([^)\n]{0,25}\))?(?:[,·ㆍ] ?|와 |과 | 등| 및 | △)")
TAIL = re.compile(r"(?:, ?|[·ㆍ△]|와 |과 |및 )(?:㈜|\(주\))?$")
JOINS = re.compile(
    r"(?P<it>이 (?:모임|미니클러스터|클러스터|미클|MC|협의체)(?:에는|은|는|의))"
    r"|참여(?:한|하|했)|가입(?:한|하|했)|회원사로|창립 ?(?:회원|멤버)|회원으로"
)
OFFICERS = re.compile(r"부회장|총무|감사[는에로]|간사|운영위원")
NOT_SO = re.compile(r"계약|공급|납품|의향서|양해각서|MOU|수출|바이어|투자 ?유치")


def members(
    reading: Reading, clusters: Sequence[Cluster], organizations: Sequence[Organization]
) -> Iterator[Member]:
    """Yield each membership once, with the sentence that states it as evidence."""
    seen: set[tuple[str, str]] = set()
    for cluster in clusters:
        for stretch, surely in _stretches(reading, cluster, clusters):
            for organization, place in _taking_part(reading.text, stretch, organizations, surely=surely):
                if (organization.name, cluster.name) not in seen:
                    seen.add((organization.name, cluster.name))
                    evidence = Evidence(place.span, place.quote, place.sentence, RULE)
                    yield Member(organization.name, cluster.name, (evidence,))


def _stretches(
    reading: Reading, cluster: Cluster, clusters: Sequence[Cluster]
) -> Iterator[tuple[Span, bool]]:
    """Yield where the cluster's members may be named, and whether what is listed there surely are."""
    for place in cluster.evidence:
        sentence = sentence_at(reading, place.span.start)
        others = _others(cluster, clusters, sentence)
        if holds := HOLDS.match(reading.text, place.span.end):
            end = min((start for start in others if start > place.span.start), default=sentence.end)
            yield Span(holds.end(), max(holds.end(), end)), True
            continue
        if others:
            continue
        text = sentence.of(reading.text)
        if TAKES_PART.search(text) and not NOT_SO.search(text):
            yield sentence, False
        after = _next_sentence(reading, sentence)
        if after and OFFICERS.search(after.of(reading.text)) and not _others(cluster, clusters, after):
            yield after, True
        elif (
            after and not _others(cluster, clusters, after) and (told := JOINS.search(after.of(reading.text)))
        ):
            yield after, told["it"] is not None


def _next_sentence(reading: Reading, sentence: Span) -> Span | None:
    """Return the sentence after, if it is of the same paragraph."""
    sentences = reading.document.sentences
    at = sentences.index(sentence) + 1
    if at == len(sentences) or "\n" in reading.text[sentence.end : sentences[at].start]:
        return None
    return sentences[at]


def _others(cluster: Cluster, clusters: Sequence[Cluster], sentence: Span) -> list[int]:
    """Return where other clusters stand in the sentence."""
    return [
        place.span.start
        for other in clusters
        if other is not cluster
        for place in other.evidence
        if sentence.covers(place.span)
    ]


def _taking_part(
    text: str, stretch: Span, organizations: Sequence[Organization], *, surely: bool
) -> Iterator[tuple[Organization, Evidence]]:
    for organization in organizations:
        for place in organization.evidence:
            if stretch.covers(place.span) and _is_member(text, organization, place, surely=surely):
                yield organization, place
                break


def _is_member(text: str, organization: Organization, place: Evidence, *, surely: bool) -> bool:
    """Tell whether the place is an item of a list or, of a firm or institute, what the sentence speaks of."""
    listed = bool(LISTED.match(text, place.span.end) or TAIL.search(text, 0, place.span.start))
    topic = bool(TOPIC.match(text, place.span.end))
    if organization.type in RUNS_IT:
        return listed and not topic
    beside = surely and organization.type == "company" and text[place.span.end : place.span.end + 1] == " "
    return listed or topic or beside or (surely and text.startswith((".", "다", "이"), place.span.end))
