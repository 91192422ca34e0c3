"""One page to its article."""

import hashlib
import re
from collections.abc import Sequence
from http import HTTPStatus

from lxml.html import HtmlElement

from schema import Article, ArticleKind, Deleted, NoBody, Page, PageError, Part, Paywalled, Published

from .charset import decode
from .kinds import kind_of_article
from .markup import read_html
from .metadata import Metadata, read_metadata
from .notices import is_login
from .parts import find_pager
from .published import date_change, date_page
from .sheet import Sheet, read_sheet
from .site import Site, host_of
from .urls import identify

CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
GONE = frozenset({HTTPStatus.NOT_FOUND, HTTPStatus.GONE})


def parse(page: Page, site: Site | None = None, *, parts: Sequence[Page] = ()) -> Article:
    """Return the article of a page: by its site's layouts, or as well as can be told without a site.

    `parts` are its further pages, where its paper spreads it over several. NoBody, NoTitle, NotKorean,
    Deleted, Paywalled or Part say why there is no article.
    """
    _demand_status(page)
    tree = read_html(decode(page.body, charset_of(page)).text)
    metadata = read_metadata(tree)
    article_id, url = _identity(page, site=site, canonical=metadata.canonical)
    pager = find_pager(tree, site=site, url=page.url)
    if pager.here > 1:
        raise Part(f"{page.url}: page {pager.here} of {pager.count}; the article is read from its first page")
    sheet = read_sheet(tree, site=site, metadata=metadata, name=page.url or "the page")
    text, read = _with_parts(sheet.lines, parts=parts, site=site)
    published, modified = _dates(tree, sheet=sheet, metadata=metadata, url=page.url or url or "")
    publisher = site.publisher if site else metadata.publisher
    return Article(
        id=article_id,
        url=url,
        site=site.id if site else None,
        publisher=publisher or None,
        title=sheet.title,
        subtitle=sheet.face.subtitle,
        byline=sheet.face.byline or (metadata.byline if metadata.byline != publisher else ""),
        text="\n".join(text),
        published=published,
        modified=modified,
        kind=_kind(sheet, text=text),
        parts=read,
        parts_told=max(pager.count, read),
        layout=sheet.face.layout,
    )


def charset_of(page: Page) -> str | None:
    """Return the charset that a page's Content-Type header names."""
    types = [value for name, value in page.headers if name.lower() == "content-type"]
    match = CHARSET.search(" ".join(types))
    return match[1] if match else None


def _demand_status(page: Page) -> None:
    if page.status in GONE:
        raise Deleted(f"{page.url}: HTTP {page.status}")
    if page.status != HTTPStatus.OK:
        raise NoBody(f"{page.url}: HTTP {page.status}")


def _identity(page: Page, *, site: Site | None, canonical: str) -> tuple[str, str | None]:
    if site is None:
        url = page.url or canonical
        digest = hashlib.sha256(url.encode() or page.body).hexdigest()[:12]
        return f"{host_of(url) or 'page'}:{digest}", url or None
    # An AMP or print page has an address of its own, and names the article's.
    address = identify(site, page.url) or identify(site, canonical)
    if address is not None:
        return f"{site.id}:{address.id}", address.url
    # Where an address of an article led elsewhere.
    if is_login(page.url):
        raise Paywalled(f"{page.url}: a login of {site.id}, no address of an article")
    if page.url.rstrip("/") == site.home.rstrip("/"):
        raise Deleted(f"{page.url}: the front page of {site.id}, no address of an article")
    raise NoBody(f"{page.url}: no address of an article of {site.id}")


def _dates(
    tree: HtmlElement, *, sheet: Sheet, metadata: Metadata, url: str
) -> tuple[Published | None, Published | None]:
    """Return when the article appeared and when it was last changed."""
    marked, lines = sheet.face.published, sheet.shown
    published = date_page(tree, metadata=metadata, marked=marked, lines=lines, url=url)
    return published, date_change(metadata=metadata, marked=marked, lines=lines, published=published)


def _with_parts(
    lines: Sequence[str], *, parts: Sequence[Page], site: Site | None
) -> tuple[tuple[str, ...], int]:
    """Return the text with that of the further pages, each paragraph once, and how many pages gave some."""
    text, read = list(lines), 1
    for part in parts:
        more = [line for line in _lines_of_part(part, site=site) if line not in text]
        text += more
        read += bool(more)
    return tuple(text), read


def _lines_of_part(page: Page, *, site: Site | None) -> tuple[str, ...]:
    tree = read_html(decode(page.body, charset_of(page)).text)
    try:
        return read_sheet(tree, site=site, metadata=read_metadata(tree), name=page.url).lines
    except PageError:
        return ()


def _kind(sheet: Sheet, *, text: Sequence[str]) -> ArticleKind:
    return kind_of_article(
        sheet.title,
        sheet.face.lines,
        text=text,
        is_caption=sheet.face.is_caption,
        is_teaser=sheet.is_teaser,
    )
