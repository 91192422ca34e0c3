"""What sources say of articles, in the database: who named an address first, its headline and time."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from sqlite_utils import Database

from crawler import Link, Site, find_site, identify
from schema import Published

from .frontier import keep_found


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


def keep_named(db: Database, named: Sequence[tuple[str, Link]], *, at: str) -> None:
    """Write articles that no source of their own site named, each with the site's id; a run asks for them."""
    with db.atomic():
        for site, link in named:
            keep_found(db, [link.url], site=site, at=at)
            keep_links(db, [link], site=site, at=at)


def declared(links: Sequence[Link], *, sites: Sequence[Site]) -> list[tuple[Site, Link]]:
    """Return the links that are articles of the sites, each once, under its canonical address."""
    ours: dict[str, tuple[Site, Link]] = {}
    for link in links:
        site = find_site(sites, link.url)
        if site and (address := identify(site, link.url)):
            ours.setdefault(address.url, (site, replace(link, url=address.url)))
    return list(ours.values())
