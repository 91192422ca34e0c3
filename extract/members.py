"""Who takes part in a named cluster: A, B and C 등이 참여하는 의료부품 미니클러스터."""

from collections.abc import Iterator, Sequence

from schema import Cluster, Member

from .evidence import evidence_at
from .linear import YES, Question
from .member_signs import member_signs, pairings
from .places import Place
from .reading import Reading

RULE = "members/2"

# Cross-validated, 0.3 gives an F1 of 0.71 instead of 0.69, but then three of ten found are wrong, not two.
SURE = 0.5


def members(reading: Reading, clusters: Sequence[Cluster], places: Sequence[Place]) -> Iterator[Member]:
    """Yield each membership once, with the place that states it best as evidence."""
    kinds = {cluster.name: cluster.kind for cluster in clusters}
    head = reading.text[: reading.document.body_start]
    for (organization, cluster), pairs in pairings(reading, places).items():
        signs = member_signs(
            reading, pairs, kind=kinds[cluster], clusters=len(clusters), titled=cluster in head
        )
        best = min(pairs, key=lambda pair: (pair.steps, pair.rank))
        question = Question("member", best.organization.span, f"{organization}\t{cluster}", signs)
        score = reading.weigh(question)[YES]
        if score > SURE:
            evidence = evidence_at(reading, best.organization.span, rule=RULE, score=score)
            yield Member(organization, cluster, (evidence,))
