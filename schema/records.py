"""What an article states: mentions (one place each) and records (one thing each), in the guide's words."""

from dataclasses import dataclass
from typing import Literal

from .document import Span

Qualifier = Literal["exact", "approx", "range", "at_least", "at_most", "vague"]
FigureKind = Literal[
    "budget",
    "grant",
    "own_funds",
    "investment",
    "loan",
    "contract",
    "revenue",
    "export",
    "production",
    "other",
]
ClusterKind = Literal["mini_cluster", "sub_mini_cluster", "cluster"]
OrganizationType = Literal[
    "company", "university", "research_institute", "agency", "government", "association", "media", "other"
]
CountWhat = Literal[
    "companies",
    "institutions",
    "members",
    "people",
    "mini_clusters",
    "clusters",
    "projects",
    "complexes",
    "other",
]


@dataclass(frozen=True, slots=True)
class Amount:
    """A sum of money in whole units of `currency` (ISO 4217), `수십억원` being 10억 to 90억 and `vague`.

    `min` is None for `at_most`, `max` for `at_least`.
    """

    min: int | None
    max: int | None
    currency: str
    qualifier: Qualifier


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where something is named: `surface` as printed, `name` as we understand it.

    `label` is complex, cluster, organization, person, money or count; `kind` its type where the mention
    shows it; `amount` is set for money, `value` for a count (81개 is 81), whose noun stands in `kind`.
    `score`, from 0 to 1, is how sure the rule is, one half where nothing was measured.
    """

    label: str
    span: Span
    surface: str
    name: str
    rule: str
    kind: str | None = None
    amount: Amount | None = None
    value: int | None = None
    score: float = 0.5


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where an article says so; `span.of(document.text) == quote`, always.

    `rule` is the rule or model that speaks, `score` how sure it is, from 0 to 1: a rule as often as it is
    right on the gold articles, a model by its probability. `attribute` is the field of the record that the
    place shows (`recipient`), None where it shows the record itself.
    """

    span: Span
    quote: str
    sentence: Span
    rule: str
    score: float
    attribute: str | None = None


@dataclass(frozen=True, slots=True)
class Complex:
    """A named industrial complex (산업단지): 남동국가산업단지, also spelled 남동공단."""

    name: str
    surface: tuple[str, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Cluster:
    """A named cluster: 친환경나노, a mini_cluster of 남동국가산업단지."""

    name: str
    kind: ClusterKind
    surface: tuple[str, ...]
    complex: str | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Organization:
    """A named organization: 바이오에프디엔씨, a company."""

    name: str
    type: OrganizationType
    surface: tuple[str, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Person:
    """A named person: 박광석, 단장 of 대구성서클러스터추진단."""

    name: str
    organization: str | None
    role: str | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """An amount of money, who got it from whom, for which year: 1억500만원, a grant."""

    quote: str
    min: int | None
    max: int | None
    currency: str
    qualifier: Qualifier
    kind: FigureKind
    recipient: str | None
    provider: str | None
    year: int | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Count:
    """A number of things: 81개, of mini_clusters, over 전국."""

    quote: str
    value: int
    what: CountWhat
    subject: str | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Member:
    """An organization that takes part in a named cluster: 한국광기술원 in 의료부품."""

    organization: str
    cluster: str
    evidence: tuple[Evidence, ...]


Record = Complex | Cluster | Organization | Person | Figure | Count | Member


def score_of(record: Record) -> float:
    """Return how sure a record is: as sure as the best place that states it; one place is enough."""
    return max(piece.score for piece in record.evidence if piece.attribute is None)


@dataclass(frozen=True, slots=True)
class Records:
    """All that one article states, a tuple a kind, in the order of the text, named as the guide's lists."""

    complexes: tuple[Complex, ...] = ()
    clusters: tuple[Cluster, ...] = ()
    organizations: tuple[Organization, ...] = ()
    people: tuple[Person, ...] = ()
    figures: tuple[Figure, ...] = ()
    counts: tuple[Count, ...] = ()
    members: tuple[Member, ...] = ()


@dataclass(frozen=True, slots=True)
class Extraction:
    """The records of one article, the text their evidence points into, and the recipe that made them.

    `recipe` names every rule with its version, and the word lists and models by fingerprint.
    """

    article_id: str
    text: str
    recipe: str
    mentions: tuple[Mention, ...]
    records: Records
