"""When a page's article appeared, by the most trustworthy sign it has."""

import re
from collections.abc import Iterator, Sequence
from datetime import datetime

from htmldate import find_date
from lxml.html import HtmlElement

from schema import Published

from .dates import KOREA, LABELLED, find_published, parse_iso
from .metadata import Metadata

DAY_IN_ADDRESS = re.compile(
    r"(?:[/_-]|(?<=[A-Za-z]))(?P<year>19[89]\d|20[0-3]\d)([/.-]?)"
    r"(?P<month>0[1-9]|1[0-2])\2(?P<day>0[1-9]|[12]\d|3[01])"
)
# The register entry at the foot of every page has dates too: 등록번호 아01234, 등록일 2012.05.01.
FOOT = re.compile(r"등록\s?번호|발행인|편집인|청소년\s?보호")


def date_page(
    tree: HtmlElement, *, metadata: Metadata, marked: str, lines: Sequence[str], url: str
) -> Published | None:
    """Return when the article appeared, with the most trustworthy rung that said so.

    Rungs: `json-ld`, `meta`, `layout` (the text that a layout marks), `line` (`입력 2018.05.30 09:12` above
    the page's foot), `address` (`/20180530/`, the day alone) and `htmldate` (a guess at the day).
    """
    return next(_rungs(tree, metadata=metadata, marked=marked, lines=lines, url=url), None)


def _rungs(
    tree: HtmlElement, *, metadata: Metadata, marked: str, lines: Sequence[str], url: str
) -> Iterator[Published]:
    found = (
        parse_iso(metadata.json_published, rung="json-ld"),
        parse_iso(metadata.meta_published, rung="meta"),
        find_published(marked, rung="layout"),
        _line(lines),
        _address(url),
    )
    yield from filter(None, found)
    yield from filter(None, (_guess(tree),))


def _line(lines: Sequence[str]) -> Published | None:
    text = "\n".join(lines)
    if foot := FOOT.search(text):
        text = text[: foot.start()]
    label = LABELLED.search(text)
    if label is None:
        return None
    start = text.rfind("\n", 0, label.start()) + 1
    return find_published(text[start : label.end()], rung="line")


def _address(url: str) -> Published | None:
    for match in DAY_IN_ADDRESS.finditer(url):
        day = _midnight(f"{match['year']}-{match['month']}-{match['day']}")
        if day is not None:
            return Published(day, "address", day_only=True)
    return None


def _guess(tree: HtmlElement) -> Published | None:
    # Not extensive, and never New Year's Day: that is what it makes of a copyright line.
    day = find_date(tree, extensive_search=False, original_date=True, outputformat="%Y-%m-%d")
    at = _midnight(day) if day and not day.endswith("-01-01") else None
    return Published(at, "htmldate", day_only=True) if at else None


def _midnight(day: str) -> datetime | None:
    try:
        return datetime.strptime(day, "%Y-%m-%d").replace(tzinfo=KOREA)
    except ValueError:
        return None
