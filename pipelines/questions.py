"""The questions that reading gold articles raises, each with the answer that gold gives."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from extract import NO, NOBODY, YES, Choice, Linear, Question
from schema import Extraction, Figure, Gold, Organization, Span, normal

from .scoring import Keys, member_keys, names_of, reference_keys, score

# What a model that is not made yet answers: the commonest.
UNMADE = {
    "kind": Linear(("other",), (0.0,), {}),
    **dict.fromkeys(("company", "member"), Linear((NO, YES), (0.0, -9.0), {})),
    **dict.fromkeys(("recipient", "provider"), Linear((YES,), (0.0,), {})),
}


@dataclass(frozen=True, slots=True)
class Example:
    """The signs of one question and its right answer."""

    model: str
    signs: tuple[str, ...]
    answer: str


@dataclass(frozen=True, slots=True)
class Chosen:
    """The signs of each option of one choice, and which of them are right."""

    model: str
    options: tuple[tuple[str, ...], ...]
    right: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class Key:
    """What gold says of one article, looked up as questions ask for it."""

    ours: Mapping[str, Keys]
    theirs: Mapping[str, Keys]
    figures: Mapping[Span, Figure]
    members: Sequence[Keys]
    doubtful_members: Sequence[Keys]
    companies: frozenset[str]
    doubtful_names: frozenset[str]


def examples_of(
    asked: Iterable[Question | Choice], *, gold: Gold, extraction: Extraction
) -> Iterator[Example | Chosen]:
    """Yield each question that gold answers: none about a figure that gold has not, or that is optional."""
    key = _key(gold, extraction)
    for one in asked:
        if isinstance(one, Choice):
            if (figure := key.figures.get(one.span)) is not None:
                yield _chosen(one, getattr(figure, one.model), key)
        elif one.model == "kind":
            if (figure := key.figures.get(one.span)) is not None:
                yield Example("kind", one.signs, figure.kind)
        elif (right := _is_right(one, key)) is not None:
            yield Example(one.model, one.signs, YES if right else NO)


def _chosen(choice: Choice, party: str | None, key: Key) -> Chosen:
    wanted = frozenset() if party is None else reference_keys(party, names=key.ours)
    right = tuple(
        party is None if name == NOBODY else not wanted.isdisjoint(reference_keys(name, names=key.theirs))
        for name, _ in choice.options
    )
    return Chosen(choice.model, tuple(signs for _, signs in choice.options), right)


def _is_right(question: Question, key: Key) -> bool | None:
    """Tell whether the candidate is one, None where careful annotators differ."""
    if question.model == "company":
        name = normal(question.candidate)
        return None if name in key.doubtful_names else name in key.companies
    ends = (reference_keys(name, names=key.theirs) for name in question.candidate.split("\t"))
    pair: Keys = frozenset(product(*ends))
    if any(not pair.isdisjoint(keys) for keys in key.members):
        return True
    return None if any(not pair.isdisjoint(keys) for keys in key.doubtful_members) else False


def _key(gold: Gold, extraction: Extraction) -> Key:
    ours = names_of(gold.records, gold.optional)
    companies = [one for one in gold.records.organizations if one.type == "company"]
    return Key(
        ours=ours,
        theirs=names_of(extraction.records),
        figures=dict(_figures(gold, extraction)),
        members=[member_keys(member, names=ours) for member in gold.records.members],
        doubtful_members=[member_keys(member, names=ours) for member in gold.optional.members],
        companies=_spellings(companies),
        doubtful_names=_spellings(gold.optional.organizations),
    )


def _spellings(organizations: Iterable[Organization]) -> frozenset[str]:
    return frozenset(normal(each) for one in organizations for each in (one.name, *one.surface))


def _figures(gold: Gold, extraction: Extraction) -> Iterator[tuple[Span, Figure]]:
    """Yield the figures of gold that were found, by each place of them."""
    (outcome,) = (each for each in score(extraction.records, gold=gold) if each.type == "figures")
    for verdict in outcome.verdicts:
        if verdict.attribute == "kind" and isinstance(verdict.gold, Figure):
            for piece in verdict.found.evidence:
                if piece.attribute is None:
                    yield piece.span, verdict.gold
