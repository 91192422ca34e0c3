"""Overlapping mentions become one reading: `resolve`."""

from collections.abc import Iterable

from schema import Mention

# Where two mentions take the same letters, the one whose rule is the surer stays.
TRUST = ("money", "count", "person", "organization", "cluster", "complex")


def resolve(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """Return mentions that share no letter, in order: 성서클러스터추진단 wins over the 성서 in it."""
    kept: list[Mention] = []
    taken: set[int] = set()
    for mention in sorted(mentions, key=_rank):
        if taken.isdisjoint(range(*mention.span)):
            taken.update(range(*mention.span))
            kept.append(mention)
    return tuple(sorted(kept, key=lambda mention: mention.span))


def _rank(mention: Mention) -> tuple[int, int, int]:
    return (mention.span.start - mention.span.end, TRUST.index(mention.label), mention.span.start)
