"""The text on one page: found, cleaned of all that is not its article's, and demanded to be one."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement

from schema import Deleted, NoBody, NoTitle, NotKorean, Paywalled

from .body import Face, read_face
from .headline import find_title
from .lines import trim
from .markup import lines_of
from .metadata import Metadata
from .notices import find_gone, find_wall, is_wall, read_alerts
from .site import Site

LETTER = re.compile(r"[^\W\d_]")
HANGUL = re.compile(r"[가-힣]")
KOREAN = 0.2  # share of Hangul; the rest may be Hanja in old papers, or names of companies and their products


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page's headline, what its layout shows, its paragraphs, all its lines, and whether it is a teaser."""

    title: str
    face: Face
    lines: tuple[str, ...]
    shown: tuple[str, ...]
    is_teaser: bool


def read_sheet(tree: HtmlElement, *, site: Site | None, metadata: Metadata, name: str) -> Sheet:
    """Return what stands on a page; a PageError with the page's name says why it is no article."""
    shown = lines_of([tree])
    face = read_face(tree, layouts=site.layouts if site else (), declared=metadata.body)
    title = face.title or find_title(tree, metadata, publisher=site.publisher if site else metadata.publisher)
    is_teaser = find_wall(face.lines, shown=shown, for_subscribers=metadata.for_subscribers)
    printed = [line for line in face.lines if not (is_teaser and is_wall(line))]
    sheet = Sheet(title, face, tuple(trim(printed, title=title)), tuple(shown), is_teaser)
    layouts = {layout.name for layout in site.layouts} if site else set()
    _demand_presence(sheet, alerts=read_alerts(tree), is_laid_out=face.layout in layouts, name=name)
    _demand_article(sheet, name=name)
    return sheet


def _demand_presence(sheet: Sheet, *, alerts: Sequence[str], is_laid_out: bool, name: str) -> None:
    told = sheet.shown if sheet.lines else [*sheet.shown, *alerts]
    if said := find_gone(sheet.lines, shown=told, is_laid_out=is_laid_out):
        raise Deleted(f"{name}: it says {said!r}")
    if sheet.lines:
        return
    if said := next(filter(is_wall, told), ""):
        raise Paywalled(f"{name}: it says {said!r}")
    if sheet.is_teaser:
        raise Paywalled(f"{name}: it declares itself for subscribers, and shows no text")


def _demand_article(sheet: Sheet, *, name: str) -> None:
    text = "".join(sheet.lines or sheet.shown)
    letters, hangul = len(LETTER.findall(text)), len(HANGUL.findall(text))
    if hangul < KOREAN * letters:
        raise NotKorean(f"{name}: {hangul} of {letters} letters are Hangul")
    if not sheet.lines:
        raise NoBody(f"{name}: neither a layout nor trafilatura finds a text")
    if not sheet.title:
        raise NoTitle(f"{name}: a text without a title")
