"""The TOML of a site file: every key known, every value of its kind, its family merged in."""

import tomllib
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from schema import SiteError

Table = dict[str, Any]

KINDS: Mapping[str, Callable[[object], bool]] = {
    "a string": lambda value: isinstance(value, str),
    "a number of seconds": lambda value: type(value) in {int, float} and value >= 0,  # type: ignore[operator]
    "a list of strings": lambda value: isinstance(value, list) and all(isinstance(v, str) for v in value),
    "a table": lambda value: isinstance(value, dict),
    "tables ([[layouts]])": lambda value: isinstance(value, list) and all(isinstance(v, dict) for v in value),
}
TOP = {
    "extends": "a string",
    "publisher": "a string",
    "home": "a string",
    "hosts": "a list of strings",
    "url": "a table",
    "old": "a table",
    "discover": "a table",
    "paging": "a table",
    "crawl": "a table",
    "layouts": "tables ([[layouts]])",
}
FORMS = ("url", "old")  # addresses of articles: now, and under an earlier system
TABLES = {
    **{form: {"article": "a string", "canonical": "a string"} for form in FORMS},
    "discover": {
        **dict.fromkeys(("feeds", "sitemaps", "lists", "searches"), "a list of strings"),
        "query_charset": "a string",
    },
    "paging": {"page": "a string", "total": "a string"},
    "crawl": {"delay": "a number of seconds"},
    "layouts": {
        **dict.fromkeys(("name", "body", "script", "title", "subtitle", "byline", "published"), "a string"),
        "drop": "a list of strings",
    },
}
REQUIRED = {
    "": ("publisher", "home", "url"),
    **dict.fromkeys(FORMS, ("article", "canonical")),
    "layouts": ("name",),
}


def read_declaration(file: Path, *, families: Iterable[Path]) -> Table:
    """Return a member's tables laid over its family's, key by key; its layouts replace the family's."""
    member = _read(file)
    table = _merge(_family(member, folders=families, label=label_of(file)), member)
    _demand(table, "", label=label_of(file))
    for name in FORMS:
        if name in table:
            _demand(table[name], name, label=f"{label_of(file)}: [{name}]")
    for layout in table.get("layouts", []):
        _demand(layout, "layouts", label=f"{label_of(file)}: [[layouts]]")
    return {"hosts": [], "discover": {}, "paging": {}, "crawl": {}, "layouts": [], **table}


def label_of(file: Path) -> str:
    """Return what a message calls a site file: `etnews.toml`, `namdong/site.toml`."""
    return f"{file.parent.name}/{file.name}" if file.name == "site.toml" else file.name


def _family(member: Table, *, folders: Iterable[Path], label: str) -> Table:
    if "extends" not in member:
        return {}
    files = [folder / f"{member['extends']}.toml" for folder in folders]
    found = next((file for file in files if file.is_file()), None)
    if found is None:
        raise SiteError(
            f"{label}: extends {member['extends']!r}, but there is no {' or '.join(map(str, files))}"
        )
    family = _read(found)
    if "extends" in family:
        raise SiteError(f"{label_of(found)}: a family extends no other")
    return family


def _merge(family: Table, member: Table) -> Table:
    both = [key for key in TABLES if isinstance(family.get(key), dict) and key in member]
    return {**family, **member, **{key: {**family[key], **member[key]} for key in both}}


def _read(file: Path) -> Table:
    label = label_of(file)
    try:
        table = tomllib.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise SiteError(f"{label}: cannot be read: {error.strerror}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SiteError(f"{label}: not TOML in UTF-8: {error}") from error
    _check(table, TOP, label=label)
    for name, known in TABLES.items():
        value = table.get(name, {})
        for each in [value] if isinstance(value, dict) else value:
            _check(each, known, label=label)
    return table


def _check(table: Table, known: Mapping[str, str], *, label: str) -> None:
    for key, value in table.items():
        if key not in known:
            raise SiteError(f'{label}: unknown key "{key}"; known: {", ".join(sorted(known))}')
        if not KINDS[known[key]](value):
            raise SiteError(f"{label}: {key} must be {known[key]}, not {value!r}")


def _demand(table: Table, name: str, *, label: str) -> None:
    for key in REQUIRED[name]:
        if not table.get(key):
            raise SiteError(f"{label}: {key} is missing")
