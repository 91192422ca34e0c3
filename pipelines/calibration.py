"""How much each sign and each rule is worth, learnt from gold articles."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from extract import WEIGHED, Extractor, Linear, Witness, weigh_by
from schema import Gold

from .evaluation import Compared, Evaluation, article_of, compare_one
from .fitting import fit, fit_choices
from .questions import UNMADE, Chosen, Example, examples_of

# Later ones are asked about what the earlier ones decided, so each learns from answers that the earlier gave
# to articles they had not seen: their answers to seen ones are too good to learn from.
STAGES = (("company",), ("kind", "member"), ("recipient", "provider"))
CHOICES = frozenset({"recipient", "provider"})
NAMING = frozenset({"company"})  # models that hear the tagger
# Inverse strength of regularization: of 0.1, 0.3, 1 and 3 the best by cross-validation.
STRENGTH = {"company": 1.0, "kind": 1.0, "recipient": 0.3, "provider": 0.3, "member": 0.3}
FOLDS = 6
DIGITS = 3

Models = dict[str, Linear]


def calibrate(
    extractor: Extractor, golds: Sequence[Gold], *, tagged: frozenset[str], tell: Callable[[str], None]
) -> tuple[Models, list[Models]]:
    """Return the models, and for each fold those that have not seen its articles.

    `tagged` are ids of articles that the tagger has learnt from: it is surer of their names than of others'.
    """
    whole: Models = {}
    folds: list[Models] = [{} for _ in range(FOLDS)]
    for stage in STAGES:
        seen = [list(_examples(extractor, gold, folds[at % FOLDS])) for at, gold in enumerate(golds)]
        for model in stage:
            told = [
                [
                    one
                    for one in examples
                    if one.model == model and not (model in NAMING and gold.id in tagged)
                ]
                for gold, examples in zip(golds, seen, strict=True)
            ]
            for fold in range(FOLDS):
                others = [one for at, each in enumerate(told) if at % FOLDS != fold for one in each]
                folds[fold][model] = _fit(model, others)
            every = [one for each in told for one in each]
            whole[model] = _fit(model, every)
            tell(f"{model}: {len(every)} examples, {len(whole[model].weights)} signs")
    return whole, folds


def _examples(extractor: Extractor, gold: Gold, models: Models) -> Iterator[Example | Chosen]:
    witness = Witness(UNMADE | models)
    extraction = extractor.extract(article_of(gold), weigh=witness.weigh)
    return examples_of((asked for asked, _ in witness.heard), gold=gold, extraction=extraction)


def _fit(model: str, answered: Sequence[Example | Chosen]) -> Linear:
    strength = STRENGTH[model]
    if model in CHOICES:
        return fit_choices([one for one in answered if isinstance(one, Chosen)], strength=strength)
    return fit([one for one in answered if isinstance(one, Example)], strength=strength)


def cross_validate(extractor: Extractor, golds: Sequence[Gold], *, folds: Sequence[Models]) -> Evaluation:
    """Return the evaluation of every article by the models that have not seen it."""

    def compared(at: int, gold: Gold) -> Compared:
        weigh = weigh_by(folds[at % FOLDS])
        return compare_one(gold, extract=lambda article: extractor.extract(article, weigh=weigh))

    return Evaluation(tuple(compared(at, gold) for at, gold in enumerate(golds)), digest="")


def trust(evaluation: Evaluation) -> dict[str, float]:
    """Return of each rule the share of what it finds that is right, by Laplace's rule of succession."""
    right: Counter[str] = Counter()
    found: Counter[str] = Counter()
    for compared in evaluation.articles:
        for outcome in compared.outcomes:
            if outcome.type == "companies":
                continue  # they are scored among the organizations
            for entry in getattr(compared.extraction.records, outcome.type):
                for rule in {piece.rule for piece in entry.evidence if piece.attribute is None}:
                    found[rule] += 1
                    right[rule] += entry not in outcome.wrong
    return {
        rule: round((right[rule] + 1) / (found[rule] + 2), DIGITS)
        for rule in sorted(found)
        if rule not in WEIGHED
    }
