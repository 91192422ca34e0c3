"""What sources say of articles, in the database: who named an address first, its headline and time."""

from collections.abc import Iterable
from datetime import datetime

from sqlite_utils import Database

from crawler import Link
from schema import Published


def keep_links(db: Database, links: Iterable[Link], *, site: str, at: str) -> None:
    """Write what is said of addresses that are new; the first word stands."""
    rows = (
        {
            "url": link.url,
            "site": site,
            "source": link.source,
            "title": link.title,
            "published": link.published and link.published.at.isoformat(),
            "published_from": link.published and link.published.rung,
            "published_day_only": link.published and int(link.published.day_only),
            "first_seen": at,
        }
        for link in links
    )
    db.table("links").insert_all(rows, ignore=True)


def published_by_source(db: Database, url: str | None) -> Published | None:
    """Return when the article at an address appeared, as its source says; None where that says nothing."""
    query = (
        "select published, published_from, published_day_only from links"
        " where url = ? and published is not null"
    )
    row = db.execute(query, [url]).fetchone()
    return Published(datetime.fromisoformat(row[0]), row[1], bool(row[2])) if row else None
