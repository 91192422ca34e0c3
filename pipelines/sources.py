"""Articles out of files: what `sandan extract` and `sandan import` are given."""

import logging
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from http import HTTPStatus
from pathlib import Path

from crawler import Site, decode, find_site, identify, parse, parse_text, read_warc
from schema import Page, PageError, SourceError

from .addresses import take_addresses
from .bigkinds import take_export
from .clock import KOREA
from .inputs import Input, find_files, open_input
from .jsonl import take_lines
from .taken import Given, Taken, Wanted, fill, lasting_id, refusing

OK = HTTPStatus.OK

log = logging.getLogger(__name__)


def take(
    names: Iterable[str], *, given: Given, sites: tuple[Site, ...]
) -> Iterator[Taken | Wanted | SourceError]:
    """Yield every article of the named inputs in their order, and in its place the error of what is none."""
    for name in names:
        try:
            for file in find_files(name):
                yield from take_file(file, given=given, sites=sites)
        except SourceError as error:
            yield error


def take_file(name: str, *, given: Given, sites: tuple[Site, ...]) -> Iterator[Taken | Wanted | SourceError]:
    """Yield the articles of one file; after a bad record the next ones follow, a bad file ends there."""
    try:
        with open_input(name) as source:
            if source.kind == "warc":
                yield from take_archive(source, given=given, sites=sites)
            elif source.kind == "jsonl":
                yield from take_lines(source, given=given, sites=sites)
            elif source.kind == "xlsx":
                yield from take_export(source, given=given, sites=sites)
            elif source.kind == "urls":
                yield from take_addresses(source, sites=sites)
            elif source.kind == "html":
                yield take_page(source, given=given, sites=sites)
            else:
                yield take_text(source, given=given, sites=sites)
    except SourceError as error:
        yield error


def take_text(source: Input, *, given: Given, sites: tuple[Site, ...]) -> Taken:
    """Return the article of a plain text, what surrounds it stripped."""
    body = source.read()
    with refusing(source.name):
        article = parse_text(
            decode(body).text,
            id=source.stem,
            url=given.url,
            publisher=given.publisher,
            published=given.published,
        )
    return Taken(article, lasting_id(article, body=body, sites=sites))


def take_page(source: Input, *, given: Given, sites: tuple[Site, ...]) -> Taken:
    """Return the article of a saved page, by the layouts of its site where it is one of ours."""
    body = source.read()
    page = Page(given.url or "", "", OK, datetime.now(KOREA), (), body)
    with refusing(source.name):
        article = parse(page, find_site(sites, page.url))
        site = find_site(sites, article.url or "")
        if site and not article.site and identify(site, article.url or ""):
            # The page itself says where it belongs.
            article = parse(replace(page, url=article.url or ""), site)
    article = replace(fill(article, given=given), id=source.stem)
    page = replace(page, url=article.url or Path(source.name).absolute().as_uri(), site=article.site or "")
    return Taken(article, lasting_id(article, body=body, sites=sites), page)


def take_archive(source: Input, *, given: Given, sites: tuple[Site, ...]) -> Iterator[Taken | SourceError]:
    """Yield the articles of an archive, and an error for a page that is one by its paper's rule, but is none.

    What an archive holds besides (pictures, lists, other languages) is no error, but counted.
    """
    others = 0
    for page in read_warc(source.stream, name=source.name):
        site = find_site(sites, page.url)
        if page.status != OK or not is_html(page) or (site and not identify(site, page.url)):
            others += 1
            continue
        try:
            article = fill(parse(page, site), given=given)
        except PageError as error:
            log.info("%s: no article: %s: %s", source.name, type(error).__name__, error)
            others += 1
            continue
        yield Taken(article, lasting_id(article, body=page.body, sites=sites), page)
    if others:
        log.info("%s: %d records are no articles", source.name, others)


def is_html(page: Page) -> bool:
    """Tell whether a page says that it is HTML; archives hold pictures and scripts too."""
    types = [value for name, value in page.headers if name.lower() == "content-type"]
    return not types or "html" in types[0].lower()
