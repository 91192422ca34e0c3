"""The stages from bytes to records; each takes what is pending in the database, and may be killed."""

import logging
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from sqlite_utils import Database

from crawler import PART, Link, Site, WarcWriter, decode, parse, parts_of, read_at
from extract import Extractor
from schema import Article, PageError, SourceError

from .articles import find_article, keep_article, read_article
from .extractions import keep_extraction, pending_articles
from .fetching import keep_fetched
from .frontier import is_settled
from .links import declared, keep_named, published_by_source
from .pages import find_pages, keep_parsed, keep_refused, pending_pages
from .records import Row
from .runs import LOST
from .taken import Taken, Wanted
from .terminal import progress
from .topic import EVERYTHING, Topic

log = logging.getLogger(__name__)


def keep_taken(db: Database, taken: Taken, *, writer: WarcWriter) -> None:
    """Write an article that was taken out of a file; a bare text never replaces one that has its page."""
    article = replace(taken.article, id=taken.lasting_id)
    if taken.page:
        page = keep_fetched(db, taken.page, role="article", writer=writer)
        encoding = decode(taken.page.body).encoding
        keep_parsed(db, replace(article, page_id=page), page=page, encoding=encoding)
    elif (kept := find_article(db, article.id)) is None or kept.page_id is None:
        keep_article(db, article)


def keep_wanted(db: Database, taken: Taken | Wanted, *, sites: Sequence[Site], at: str) -> bool:
    """Write that an article's page is wanted, if its paper is declared, and tell whether it is to come."""
    if isinstance(taken, Wanted):
        site, link = taken.site, taken.link
    elif not taken.excerpt or not (named := declared([link_of(taken.article)], sites=sites)):
        return False
    else:
        site, link = named[0][0].id, named[0][1]
    keep_named(db, [(site, link)], at=at)
    return not is_settled(db, link.url)


def link_of(article: Article) -> Link:
    """Return what a file says of an article as the link to it."""
    return Link(article.url or "", article.title, article.published, article.layout)


def parse_pending(
    db: Database, *, sites: Sequence[Site], warc: Path, topic: Topic = EVERYTHING
) -> dict[str, Counter[str]]:
    """Parse every page that nobody has tried, and keep the articles that are of the topic.

    Returns by site how many turned out to be what: an article's kind (`short`, `photo` …), a refusal's class
    (`Deleted`, `OffTopic` …), or `lost`.
    """
    by_id = {site.id: site for site in sites}
    pending = pending_pages(db)
    outcomes: dict[str, Counter[str]] = defaultdict(Counter)
    with progress("pages parsed", total=len(pending)) as step:
        for row in pending:
            site = by_id.get(row["site"])
            outcomes[row["site"]][parse_one(db, row, site=site, warc=warc, topic=topic)] += 1
            step()
    return outcomes


def parse_one(db: Database, row: Row, *, site: Site | None, warc: Path, topic: Topic) -> str:
    """Return what a stored page turned out to be; `lost` where its bytes are gone."""
    try:
        page = read_at(warc / row["warc_file"], offset=row["warc_offset"])
        article = parse(page, site)
        if article.parts_told > 1:
            further = find_pages(db, parts_of(page, site), role=PART)
            parts = [read_at(warc / each["warc_file"], offset=each["warc_offset"]) for each in further]
            article = parse(page, site, parts=parts)
        topic.demand(article)
        if article.published is None:
            article = replace(article, published=published_by_source(db, article.url))
    except PageError as error:
        log.info("no article: %s: %s", type(error).__name__, error)
        keep_refused(db, f"{type(error).__name__}: {error}", page=row["id"])
        return type(error).__name__
    except (SourceError, OSError) as error:
        # The page waits: whoever moved the file may bring it back.
        log.error("%s: expected a stored page, got: %s; look after the setting `warc`", row["id"], error)  # noqa: TRY400
        return LOST
    article = replace(article, page_id=row["id"])
    keep_parsed(db, article, page=row["id"], encoding=decode(page.body).encoding)
    return article.kind


def group_pending(db: Database) -> Counter[str]:
    """Keep the story of every article that is new or changed; return how many are `compared` and `copies`."""
    # It stands on scipy, which takes a second to load: not for commands that group nothing.
    from .stories import group_articles

    with progress("articles compared") as step:
        counts = group_articles(db, step=step)
    log.info("stories: compared %d articles, found %d copies", counts["compared"], counts["copies"])
    return counts


def read_pending(db: Database, *, extractor: Extractor, clock: Callable[[], str]) -> int:
    """Read every article that nobody read yet, or another recipe did, and return how many those were."""
    pending = pending_articles(db, recipe=extractor.recipe)
    with progress("articles read", total=len(pending)) as step:
        for article_id in pending:
            article = read_article(db, article_id)
            keep_extraction(db, extractor.extract(article), article=article, made_at=clock())
            step()
    return len(pending)
