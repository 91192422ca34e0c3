"""When a page's article appeared and was changed, by the most trustworthy sign it has."""

import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import islice

from htmldate import find_date
from lxml.html import HtmlElement

from schema import Published

from .dates import KOREA, LABELLED, find_modified, find_published, parse_iso
from .metadata import Metadata

DAY_IN_ADDRESS = re.compile(
    r"(?:[/_-]|(?<=[A-Za-z]))(?P<year>19[89]\d|20[0-3]\d)([/.-]?)"
    r"(?P<month>0[1-9]|1[0-2])\2(?P<day>0[1-9]|[12]\d|3[01])"
)
TOGETHER = 3  # `등록 … 승인 … 수정 …`; what is labelled further down belongs to other articles
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


def date_change(
    *, metadata: Metadata, marked: str, lines: Sequence[str], published: Published | None
) -> Published | None:
    """Return when the article was last changed, None where no rung names a time later than `published`.

    Rungs: `json-ld`, `meta`, `layout` and `line`, as for its appearance. Many systems print the hour of
    appearance as that of the change too, so what is no later says nothing.
    """
    found = (
        parse_iso(metadata.json_modified, rung="json-ld"),
        parse_iso(metadata.meta_modified, rung="meta"),
        find_modified(marked, rung="layout"),
        *(find_modified(text, rung="line") for text in _labelled(lines)),
    )
    later = (each for each in found if each and (published is None or each.at > published.at))
    return next(later, None)


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
    found = [each for text in _labelled(lines) if (each := find_published(text, rung="line"))]
    return next((each for each in found if each.rung == "line"), found[0] if found else None)


def _labelled(lines: Sequence[str]) -> Iterator[str]:
    """Yield the first `입력 2018.05.30 09:12` above the foot, each with what stands before it in its line."""
    text = "\n".join(lines)
    if foot := FOOT.search(text):
        text = text[: foot.start()]
    for label in islice(LABELLED.finditer(text), TOGETHER):
        yield text[text.rfind("\n", 0, label.start()) + 1 : label.end()]


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
