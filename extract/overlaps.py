"""Overlapping mentions become one reading: `resolve`."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from schema import Mention

# Where two mentions take the same letters, the one whose rule is the surer stays.
TRUST = ("money", "count", "person", "organization", "cluster", "complex")


def resolve(mentions: Iterable[Mention], *, trust: Mapping[str, float]) -> tuple[Mention, ...]:
    """Return mentions that share no letter, in order: 성서클러스터추진단 wins over the 성서 in it.

    Each is as sure as its rule is by `trust`; of a rule that `trust` does not name, as sure as it said.
    """
    kept: list[Mention] = []
    taken: set[int] = set()
    for mention in sorted(mentions, key=_rank):
        if taken.isdisjoint(range(*mention.span)):
            taken.update(range(*mention.span))
            kept.append(mention)
    scored = (replace(mention, score=trust.get(mention.rule, mention.score)) for mention in kept)
    return tuple(sorted(scored, key=lambda mention: mention.span))


def _rank(mention: Mention) -> tuple[int, int, int]:
    return (mention.span.start - mention.span.end, TRUST.index(mention.label), mention.span.start)
