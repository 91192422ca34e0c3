"""How an article's records stand to its gold: found, missed, wrong, matched as the annotation guide says."""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from itertools import product

from schema import (
    Cluster,
    Complex,
    Count,
    Figure,
    Gold,
    Member,
    Organization,
    Person,
    Records,
    cluster_key,
    complex_key,
    normal,
)

from .pairing import pair

Named = Complex | Cluster | Organization
Entry = Complex | Cluster | Organization | Person | Figure | Count | Member
Keys = frozenset[Hashable]

# Companies are scored among the organizations and again by themselves.
TYPES = ("complexes", "clusters", "organizations", "companies", "people", "figures", "counts", "members")

# What must be found goes before what may be, and that before agreement in attributes: an article has far
# fewer than 10,000 entries of one type with six attributes each.
_REQUIRED, _OPTIONAL = 10**10, 10**5


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a found entry has an attribute as its gold entry has it: `kind`, of a figure."""

    attribute: str
    gold: Entry
    found: Entry
    right: bool


@dataclass(frozen=True, slots=True)
class Outcome:
    """One type in one article: gold found, gold missed, what is wrong, and the attributes of the found."""

    type: str
    right: tuple[Entry, ...]
    missed: tuple[Entry, ...]
    wrong: tuple[Entry, ...]
    verdicts: tuple[Verdict, ...]


@dataclass(frozen=True, slots=True)
class _Reading:
    """An entry, the keys of which one must be another's for the two to match, and the attributes likewise."""

    entry: Entry
    keys: Keys
    attributes: Mapping[str, Keys]

    def matches(self, other: "_Reading") -> bool:
        return not self.keys.isdisjoint(other.keys)

    def verdicts(self, found: "_Reading") -> tuple[Verdict, ...]:
        return tuple(
            Verdict(name, self.entry, found.entry, right=not keys.isdisjoint(found.attributes[name]))
            for name, keys in self.attributes.items()
        )


def score(records: Records, *, gold: Gold) -> tuple[Outcome, ...]:
    """Return the outcome of each type, in the order of `TYPES`."""
    return tuple(_score(type_, records=records, gold=gold) for type_ in TYPES)


def _score(type_: str, *, records: Records, gold: Gold) -> Outcome:
    gold_names, names = names_of(gold.records, gold.optional), names_of(records)
    required = [_read(entry, names=gold_names) for entry in _entries(type_, records=gold.records)]
    # An optional organization excuses what was taken for a company, whichever type it has.
    optional_type = "organizations" if type_ == "companies" else type_
    optional = [_read(entry, names=gold_names) for entry in _entries(optional_type, records=gold.optional)]
    found = [_read(entry, names=names) for entry in _entries(type_, records=records)]
    gains = [_gains(entry, found=found, worth=_REQUIRED) for entry in required]
    gains += [_gains(entry, found=found, worth=_OPTIONAL) for entry in optional]
    pairs = pair(gains)
    matched = {row: column for column, row in pairs.items() if row < len(required)}
    return Outcome(
        type_,
        right=tuple(entry.entry for row, entry in enumerate(required) if row in matched),
        missed=tuple(entry.entry for row, entry in enumerate(required) if row not in matched),
        wrong=tuple(entry.entry for column, entry in enumerate(found) if column not in pairs),
        verdicts=tuple(
            verdict
            for row, column in sorted(matched.items())
            for verdict in required[row].verdicts(found[column])
        ),
    )


def _entries(type_: str, *, records: Records) -> tuple[Entry, ...]:
    if type_ == "companies":
        return tuple(entry for entry in records.organizations if entry.type == "company")
    entries: tuple[Entry, ...] = getattr(records, type_)
    return entries


def _gains(gold: _Reading, *, found: list[_Reading], worth: int) -> dict[int, int]:
    return {
        column: worth + sum(verdict.right for verdict in gold.verdicts(other))
        for column, other in enumerate(found)
        if gold.matches(other)
    }


def names_of(*sides: Records) -> dict[str, Keys]:
    """Return all keys of what each name stands for: of 남동국가산업단지, those of 남동공단 too."""
    names: dict[str, Keys] = {}
    for records in sides:
        entries: tuple[Named, ...] = (*records.complexes, *records.clusters, *records.organizations)
        for entry in entries:
            keys = _keys(entry, names={}) | _spellings(entry, by=normal)
            names[entry.name] = names.get(entry.name, frozenset()) | keys
    return names


def _read(entry: Entry, *, names: Mapping[str, Keys]) -> _Reading:
    return _Reading(entry, _keys(entry, names=names), _attributes(entry, names=names))


def _keys(entry: Entry, *, names: Mapping[str, Keys]) -> Keys:
    match entry:
        case Complex():
            return _spellings(entry, by=complex_key)
        case Cluster():
            return _spellings(entry, by=cluster_key)
        case Organization():
            return _spellings(entry, by=normal)
        case Person():
            return frozenset({normal(entry.name)})
        case Figure():
            return frozenset({(entry.min, entry.max, entry.currency)})
        case Count():
            return frozenset({entry.value})
        case Member():
            return member_keys(entry, names=names)


def member_keys(member: Member, *, names: Mapping[str, Keys]) -> Keys:
    """Return the pairs of spellings that a membership goes by."""
    ends = reference_keys(member.organization, names=names), reference_keys(member.cluster, names=names)
    return frozenset(product(*ends))


def _spellings(entry: Named, *, by: Callable[[str], str]) -> Keys:
    return frozenset(by(spelling) for spelling in (entry.name, *entry.surface))


def _attributes(entry: Entry, *, names: Mapping[str, Keys]) -> dict[str, Keys]:
    match entry:
        case Cluster():
            return {"kind": frozenset({entry.kind})}
        case Organization():
            return {"type": frozenset({entry.type})}
        case Person():
            role = frozenset({entry.role and normal(entry.role)})
            return {"organization": reference_keys(entry.organization, names=names), "role": role}
        case Figure():
            return {
                "qualifier": frozenset({entry.qualifier}),
                "kind": frozenset({entry.kind}),
                "recipient": reference_keys(entry.recipient, names=names),
                "provider": reference_keys(entry.provider, names=names),
                "year": frozenset({entry.year}),
            }
        case Count():
            return {"what": frozenset({entry.what})}
        case _:
            return {}


def reference_keys(name: str | None, *, names: Mapping[str, Keys]) -> Keys:
    """Return what a name that repeats an entry's may be matched by: all spellings of that entry."""
    return frozenset({None}) if name is None else names.get(name, frozenset({normal(name)}))
