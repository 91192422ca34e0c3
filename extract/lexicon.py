"""The word lists of `extract/words/`, looked up by the spelling without spaces."""

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import NamedTuple

from schema import OrganizationType, complex_key

from . import words

SHORTEST_WORD = 3
SHORTEST_NAME = 2  # letters of a listed name; a space or a dot may stand behind each
# The middle dots of papers: their typesetters know more than one.
MIDDLE_DOTS = "·ㆍ・․‧･∙"
SQUEEZE = re.compile(rf"[\s{MIDDLE_DOTS}]+")


class Known(NamedTuple):
    """An organization of the lists: its full name and the guide's type."""

    name: str
    type: OrganizationType


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All word lists at once. Keys have no spaces; `fingerprint` changes with any line of any list.

    `openings` are the first two letters of all listed complexes, clusters and organizations.
    """

    complexes: Mapping[str, str]
    complex_spellings: Mapping[str, str]
    clusters: Mapping[str, str]
    regions: Mapping[str, str]
    places: frozenset[str]
    abroad: frozenset[str]
    organizations: Mapping[str, Known]
    company_endings: frozenset[str]
    weak_company_endings: frozenset[str]
    organization_endings: Mapping[str, OrganizationType]
    weak_endings: frozenset[str]
    titles: frozenset[str]
    surnames: frozenset[str]
    industries: frozenset[str]
    homographs: frozenset[str]
    common: frozenset[str]
    generic: frozenset[tuple[str, str]]
    openings: frozenset[str]
    fingerprint: str

    @property
    def vocabulary(self) -> tuple[str, ...]:
        """Return the names that a tokenizer should keep whole; shorter ones are often part of other words."""
        names = {*self.organizations, *self.complex_spellings, *self.clusters}
        whole = {name for name in names if len(name) >= SHORTEST_WORD and name not in self.common}
        return tuple(sorted(whole | (self.places - self.homographs)))

    @property
    def terms(self) -> tuple[str, ...]:
        """Return the terms of industry that a tokenizer should know: 메카트로닉스."""
        return tuple(sorted(term for term in self.industries if len(term) >= SHORTEST_WORD))

    def is_generic(self, word: str, *, before: str) -> bool:
        """Tell whether a word before a `complex` or `cluster` names none: 노후 산단, 자율형 미니클러스터."""
        return (word, before) in self.generic

    def is_noun(self, text: str) -> bool:
        """Tell whether the text is an everyday noun or a term of industry, which names nothing alone."""
        return text in self.common or text in self.industries

    def may_begin(self, text: str, at: int) -> bool:
        """Tell whether the name of a listed thing may begin at a place of the text, as it may at few."""
        opening = text[at : at + SHORTEST_NAME]
        if SQUEEZE.search(opening):
            opening = squeeze(text[at : at + 2 * SHORTEST_NAME])[:SHORTEST_NAME]
        return len(opening) < SHORTEST_NAME or opening in self.openings

    def is_place(self, text: str) -> bool:
        """Tell whether the text names a region or an area, in full or short: 경북, 구미시, 오창."""
        return text in self.regions or text in self.places

    def organization(self, text: str) -> Known | None:
        """Return the listed organization spelled so, spaces aside: `산단공` is 한국산업단지공단."""
        return self.organizations.get(squeeze(text))

    def official(self, complex_name: str) -> str | None:
        """Return the official name of a complex: `남동공단` and `남동` give 남동국가산업단지."""
        return self.complexes.get(complex_key(complex_name))


def squeeze(text: str) -> str:
    """Return the text without spaces and middle dots."""
    return SQUEEZE.sub("", text)


@cache
def load_lexicon() -> Lexicon:
    """Return the word lists that ship with the package."""
    regions = {row[0]: row[1] for row in _rows("regions")}
    for _name, level, _parent, *short in _rows("regions"):
        regions.update(dict.fromkeys(_aliases(short), level))
    organizations = dict(_organizations())
    complexes = {squeeze(spelling): name for spelling, name in _complexes()}
    clusters = {squeeze(spelling): row[0] for row in _rows("clusters") for spelling in _spellings(row)}
    return Lexicon(
        complexes={complex_key(spelling): name for spelling, name in _complexes()},
        complex_spellings=complexes,
        clusters=clusters,
        regions=regions,
        places=frozenset(squeeze(form) for row in _rows("places") for form in (row[0], *_aliases(row[3:4]))),
        abroad=frozenset(row[0] for row in _rows("abroad")),
        organizations=organizations,
        company_endings=frozenset(row[0] for row in _rows("company_endings") if row[1] == "strong"),
        weak_company_endings=frozenset(row[0] for row in _rows("company_endings") if row[1] == "weak"),
        organization_endings={row[0]: _type(row[1]) for row in _rows("organization_endings")},
        weak_endings=frozenset(row[0] for row in _rows("organization_endings") if row[2] == "weak"),
        titles=frozenset(row[0] for row in _rows("titles")),
        surnames=frozenset(row[0] for row in _rows("surnames")),
        industries=frozenset(squeeze(row[0]) for row in _rows("industries")),
        homographs=frozenset(row[0] for row in _rows("homographs")),
        common=frozenset(squeeze(row[0]) for row in _rows("common_nouns")),
        generic=frozenset((row[0], row[1]) for row in _rows("generic")),
        openings=frozenset(name[:SHORTEST_NAME] for name in (*organizations, *complexes, *clusters)),
        fingerprint=_fingerprint(),
    )


ORGANIZATION_LISTS = (
    ("media", "media"),
    ("companies", "company"),
    ("associations", "association"),
    ("universities", "university"),
    ("institutes", "research_institute"),
    ("government", "government"),
    ("agencies", None),
)


def _organizations() -> Iterator[tuple[str, Known]]:
    """Yield every spelling, a branch's with each short form of its parent: 산단공 대경본부."""
    rows = [(row, _type(type_ or row[1])) for name, type_ in ORGANIZATION_LISTS for row in _rows(name)]
    short = {row[0]: _aliases(row[2:3]) for row, _ in rows}
    for row, type_ in rows:
        for spelling in _spellings(row):
            parent, _, branch = spelling.partition(" ")
            yield squeeze(spelling), Known(row[0], type_)
            for alias in short.get(parent, ()) if branch else ():
                yield squeeze(alias + branch), Known(row[0], type_)


def _complexes() -> Iterator[tuple[str, str]]:
    # Of two with one key the list names the greater first: 석문산단 is the national one, not 석문농공단지.
    for name, _kind, _region, *spellings in reversed(tuple(_rows("complexes"))):
        for spelling in reversed((name, *_aliases(spellings))):
            yield spelling, name


def _spellings(row: tuple[str, ...]) -> tuple[str, ...]:
    return (row[0], *_aliases(row[2:3]))


def _aliases(columns: list[str] | tuple[str, ...]) -> list[str]:
    return [alias.strip() for column in columns for alias in column.split("|") if alias.strip()]


TYPES: Mapping[str, OrganizationType] = {
    "company": "company",
    "university": "university",
    "research_institute": "research_institute",
    "agency": "agency",
    "government": "government",
    "association": "association",
    "media": "media",
    "other": "other",
}


def _type(text: str) -> OrganizationType:
    return TYPES[text]


def _text(name: str) -> str:
    return resources.files(words).joinpath(f"{name}.txt").read_text(encoding="utf-8")


def _rows(name: str) -> Iterator[tuple[str, ...]]:
    for line in _text(name).splitlines():
        if line.strip() and not line.startswith("#"):
            yield tuple(cell.strip() for cell in line.split("\t"))


def _fingerprint() -> str:
    names = sorted(item.name for item in resources.files(words).iterdir() if item.name.endswith(".txt"))
    digest = hashlib.sha256()
    for name in names:
        digest.update(_text(name.removesuffix(".txt")).encode())
    return digest.hexdigest()[:12]
