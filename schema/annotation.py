"""The annotation guide's JSON: what each key holds, and an extraction written in that shape."""

from collections.abc import Callable
from dataclasses import dataclass, fields
from datetime import date
from typing import Any, get_args

from .article import Article
from .errors import GoldError
from .records import (
    ClusterKind,
    CountWhat,
    Evidence,
    Extraction,
    FigureKind,
    OrganizationType,
    Qualifier,
    Records,
    score_of,
)


@dataclass(frozen=True, slots=True)
class Value:
    """What a key may hold: `a whole number or null`, and the test for it."""

    expected: str
    fits: Callable[[Any], bool]

    def or_null(self) -> "Value":
        """Return the same with null allowed."""
        return Value(f"{self.expected} or null", lambda value: value is None or self.fits(value))


def _one_of(literal: object) -> Value:
    return Value("one of " + ", ".join(get_args(literal)), lambda value: value in get_args(literal))


def _is_text(value: object) -> bool:
    return isinstance(value, str) and value.strip() != ""


def _is_texts(value: object) -> bool:
    return isinstance(value, list) and value != [] and all(map(_is_text, value))


def _is_day(value: object) -> bool:
    try:
        return isinstance(value, str) and date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


_TEXT = Value("a text that is not empty", _is_text)
_TEXTS = Value("a list of texts, at least one", _is_texts)
_LIST = Value("a list", lambda value: isinstance(value, list))
_FLAG = Value("true or false", lambda value: isinstance(value, bool))
# type() and not isinstance(), for true is an int to Python.
_NUMBER = Value("a whole number from 0", lambda value: type(value) is int and value >= 0)
_YEAR = Value("a year as 2018", lambda value: type(value) is int and 1900 <= value <= 2100)
_DAY = Value("a day as 2018-05-30", _is_day)
_CURRENCY = Value("a currency as KRW", lambda value: _is_text(value) and len(value) == 3 and value.isupper())

RECORDS: dict[str, dict[str, Value]] = {
    "complexes": {"name": _TEXT, "surface": _TEXTS},
    "clusters": {
        "name": _TEXT,
        "kind": _one_of(ClusterKind),
        "surface": _TEXTS,
        "complex": _TEXT.or_null(),
    },
    "organizations": {"name": _TEXT, "type": _one_of(OrganizationType), "surface": _TEXTS},
    "people": {"name": _TEXT, "organization": _TEXT.or_null(), "role": _TEXT.or_null()},
    "figures": {
        "quote": _TEXT,
        "min": _NUMBER.or_null(),
        "max": _NUMBER.or_null(),
        "currency": _CURRENCY,
        "qualifier": _one_of(Qualifier),
        "kind": _one_of(FigureKind),
        "recipient": _TEXT.or_null(),
        "provider": _TEXT.or_null(),
        "year": _YEAR.or_null(),
    },
    "counts": {"quote": _TEXT, "value": _NUMBER, "what": _one_of(CountWhat), "subject": _TEXT.or_null()},
    "members": {"organization": _TEXT, "cluster": _TEXT},
}
_HEAD = {"id": _TEXT} | dict.fromkeys(RECORDS, _LIST)
_HEAD_OPTIONAL = {
    "url": _TEXT.or_null(),
    "publisher": _TEXT.or_null(),
    "published": _DAY.or_null(),
    "title": Value("a text", lambda value: isinstance(value, str)),
    "text": _TEXT,
}


def check(annotation: object, *, file: str) -> dict[str, Any]:
    """Return the annotation if it has the guide's shape, else raise GoldError naming file and key."""
    head = _check_object(annotation, required=_HEAD, optional=_HEAD_OPTIONAL, place=file)
    for name, known in RECORDS.items():
        for number, entry in enumerate(head[name]):
            _check_object(
                entry, required=known, optional={"optional": _FLAG}, place=f"{file}: {name}[{number}]"
            )
    return head


def refusal(place: str, *, expected: str, found: object, remedy: str) -> GoldError:
    """Return an error which says where, what was expected, what came, and what to do."""
    return GoldError(f"{place}: expected {expected}, found {found!r}; {remedy}")


def _check_object(
    value: object, *, required: dict[str, Value], optional: dict[str, Value], place: str
) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise refusal(place, expected="an object", found=value, remedy="write {…} as the guide shows")
    known = required | optional
    for key, held in value.items():
        if key not in known:
            raise GoldError(f'{place}: unknown key "{key}"; known: {", ".join(sorted(known))}')
        if not known[key].fits(held):
            raise refusal(
                f"{place}.{key}", expected=known[key].expected, found=held, remedy="correct the value"
            )
    for key in required:
        if key not in value:
            raise GoldError(f'{place}: key "{key}" is missing; add it: {required[key].expected}')
    return value


def to_json(extraction: Extraction, article: Article) -> dict[str, Any]:
    """Return what was found in the guide's shape, each record with `score` and `evidence`.

    A piece of evidence is start, end, quote, rule, score, and the attribute it shows or null for the record.
    """
    published = article.published and article.published.at.date().isoformat()
    head = {
        "id": article.id,
        "url": article.url,
        "publisher": article.publisher,
        "published": published,
    }
    lists = {field.name: getattr(extraction.records, field.name) for field in fields(Records)}
    return head | {name: [_object(record) for record in records] for name, records in lists.items()}


def _object(record: Any) -> dict[str, Any]:
    held = {field.name: getattr(record, field.name) for field in fields(record)}
    evidence: tuple[Evidence, ...] = held.pop("evidence")
    plain = {key: list(value) if isinstance(value, tuple) else value for key, value in held.items()}
    pieces = [[*piece.span, piece.quote, piece.rule, piece.score, piece.attribute] for piece in evidence]
    return plain | {"score": score_of(record), "evidence": pieces}
