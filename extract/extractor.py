"""The five steps from an article to its records, and the rules in their order: the registry."""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import version

from kiwipiepy import Kiwi

from schema import Article, Document, Extraction, Mention, Records

from . import (
    aliases,
    clusters,
    companies,
    complexes,
    counts,
    entities,
    figures,
    members,
    money,
    organizations,
    people,
)
from . import counted as counting
from .document import read
from .explain import Reason, reasons
from .lexicon import Lexicon, load_lexicon
from .linear import Weigh, Witness, load_models, load_trust, weigh_by, weights_fingerprint
from .overlaps import resolve
from .phrases import sentences_of
from .places import Named, places_of
from .prospects import Prospects, prospects_of
from .reading import Reading
from .tagger import Tagger
from .trained import load_tagger

Find = Callable[[Reading, Sequence[Mention]], Iterator[Mention]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A finder with its name and version (`complexes/1`); what it finds under a number never changes."""

    name: str
    find: Find


def of_document(find: Callable[[Document], Iterator[Mention]]) -> Find:
    """Return a finder that needs the text alone as one that is handed everything."""
    return lambda reading, _found: find(reading.document)


def of_reading(find: Callable[[Reading], Iterator[Mention]]) -> Find:
    """Return a finder that asks nothing of what was found before it as one that is handed that too."""
    return lambda reading, _found: find(reading)


# Each rule sees what the ones before it found. The learned tagger is asked by companies.
RULES = (
    Rule(money.RULE, of_document(money.find)),
    Rule(counts.RULE, of_reading(counts.find)),
    Rule(complexes.RULE, of_reading(complexes.find)),
    Rule(clusters.RULE, of_reading(clusters.find)),
    Rule(organizations.RULE, of_reading(organizations.find)),
    Rule(people.RULE, of_reading(people.find)),
    Rule(companies.RULE, companies.find),
    Rule(aliases.RULE, aliases.find),
)
# What makes records of mentions has versions too.
LINKS = (entities.RULE, figures.RULE, counting.RULE, members.RULE)
# Those whose scores are probabilities of a model; the others are as sure as calibration found them right.
WEIGHED = frozenset({companies.RULE, figures.RULE, members.RULE})


# Nouns of the trade that Kiwi would cut: 구미산+단, 해양플랜트미+클.
NOUNS = (
    *("미클", "미니클러스터", "산학연협의체"),
    *("산단", "국가산단", "일반산단", "농공단지", "국가산업단지", "일반산업단지"),
)


class Extractor:
    """Korean text to records. Making one loads Kiwi and the word lists, about 2 s; it has no other state."""

    def __init__(self, *, tagger: Tagger | None = None) -> None:
        self.tagger = tagger or load_tagger()
        self.models = load_models()
        self.prospects = prospects_of(self.models["company"], sure=companies.SURE)
        self.trust = load_trust()
        self.lexicon = load_lexicon()
        self.kiwi = load_kiwi(self.lexicon)
        self.recipe = recipe(self.lexicon, tagger=self.tagger)

    def read(self, article: Article) -> Document:
        """Return the article's text with sentences and morphemes."""
        return read(article, kiwi=self.kiwi)

    def extract(self, article: Article, *, weigh: Weigh | None = None) -> Extraction:
        """Return what the article states, with evidence; the same article always gives the same records.

        `weigh` answers in the place of the models: a trainer's, which notes the questions.
        """
        # Who answers by other weights, or notes what is asked, is asked about every word.
        prospects = None if weigh else self.prospects
        reading = self._reading(article, weigh=weigh or weigh_by(self.models), prospects=prospects)
        return self._extraction(reading, found=find(reading))

    def explain(self, article: Article) -> tuple[Extraction, tuple[Reason, ...]]:
        """Return what the article states, and of everything considered why it was kept or dropped."""
        witness = Witness(self.models)
        reading = self._reading(article, weigh=witness.weigh, prospects=self.prospects)
        found = find(reading)
        extraction = self._extraction(reading, found=found)
        return extraction, reasons(extraction, found, witness)

    def _reading(self, article: Article, *, weigh: Weigh, prospects: Prospects | None) -> Reading:
        document = self.read(article)
        return Reading(document, sentences_of(document), self.lexicon, weigh, self.tagger, prospects)

    def _extraction(self, reading: Reading, *, found: Sequence[Mention]) -> Extraction:
        mentions = resolve(found, trust=self.trust)
        document = reading.document
        return Extraction(document.article_id, document.text, self.recipe, mentions, link(reading, mentions))


def find(reading: Reading) -> list[Mention]:
    """Return what all rules find, each of which sees what the ones before it found."""
    found: list[Mention] = []
    for rule in RULES:
        found.extend(list(rule.find(reading, found)))
    return found


def link(reading: Reading, mentions: Sequence[Mention]) -> Records:
    """Return the records that the mentions make together."""
    complex_records = tuple(entities.complexes(reading, mentions))
    cluster_records = tuple(entities.clusters(reading, mentions, complex_records))
    organization_records = tuple(entities.organizations(reading, mentions))
    named: tuple[Named, ...] = (*organization_records, *cluster_records, *complex_records)
    places = places_of(reading, named)
    return Records(
        complexes=complex_records,
        clusters=cluster_records,
        organizations=organization_records,
        people=tuple(entities.people(reading, mentions, organization_records)),
        figures=tuple(figures.figures(reading, mentions, places)),
        counts=tuple(counting.counted(reading, mentions, named)),
        members=tuple(members.members(reading, cluster_records, places)),
    )


def load_kiwi(lexicon: Lexicon) -> Kiwi:
    """Return Kiwi with the word lists as its user dictionary."""
    kiwi = Kiwi(num_workers=1)
    for word in lexicon.vocabulary:
        kiwi.add_user_word(word, "NNP")
    for term in (*lexicon.terms, *NOUNS):
        kiwi.add_user_word(term, "NNG")
    return kiwi


def recipe(lexicon: Lexicon, *, tagger: Tagger) -> str:
    """Return what the records depend on beside the article: every rule with its version, the lists, Kiwi."""
    parts = [
        *(rule.name for rule in RULES),
        *LINKS,
        f"words:{lexicon.fingerprint}",
        tagger.fingerprint,
        f"weights:{weights_fingerprint()}",
        f"kiwi:{version('kiwipiepy')}",
    ]
    text = " ".join(parts)
    return f"{hashlib.sha256(text.encode()).hexdigest()[:8]} {text}"
