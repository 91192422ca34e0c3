"""Naver's news search before a night: articles of declared papers that their own sources may not name."""

import logging
import os
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from urllib.parse import urlsplit

from sqlite_utils import Database

from crawler import Link, NaverKey, Site, Source, Tally, find_site, search_naver
from schema import SettingsError

from .frontier import is_met
from .links import declared, keep_named
from .settings import Settings

SITE = "openapi.naver.com"  # what the run log calls it; no site file has a name with dots
VARIABLES = ("NAVER_CLIENT_ID", "NAVER_CLIENT_SECRET")
MOST_NAMED = 5

log = logging.getLogger(__name__)


def naver_key() -> NaverKey | None:
    """Return the key that the environment holds, and only it; None where it holds none."""
    values = [os.environ.get(name, "").strip() for name in VARIABLES]
    if any(values) and not all(values):
        given, lacking = sorted(VARIABLES, key=lambda name: not os.environ.get(name, "").strip())
        raise SettingsError(
            f"environment: expected {given} and {lacking}, got the first alone; set both, or neither"
        )
    return NaverKey(*values) if all(values) else None


def ask_naver(
    db: Database, *, key: NaverKey, sites: Sequence[Site], settings: Settings, clock: Callable[[], str]
) -> Tally:
    """Write what Naver names of the sites' articles into the frontier, and return how much of it was new."""
    others: Counter[str] = Counter()
    sources: list[Source] = []
    found: dict[str, bool] = {}

    def old(links: Sequence[Link]) -> bool:
        ours = [link.url for _, link in declared(links, sites=sites)]
        return bool(ours) and all(is_met(db, url) for url in ours)

    for searched in search_naver(
        settings.queries,
        key=key,
        endpoint=settings.naver,
        old=old,
        timeout=settings.timeout,
        proxy=settings.proxy,
    ):
        ours = declared(searched.links, sites=sites)
        others.update(host for link in searched.links if (host := _foreign(link, sites=sites)))
        for _, link in ours:
            found.setdefault(link.url, is_met(db, link.url))
        keep_named(db, [(site.id, replace(link, source=searched.url)) for site, link in ours], at=clock())
        sources.append(Source(searched.url, "naver", len(ours), searched.failure))
    if others:
        most = ", ".join(f"{host} {count}" for host, count in others.most_common(MOST_NAMED))
        log.info("%s: %d articles are of papers without a site file, most of %s", SITE, others.total(), most)
    return Tally(SITE, tuple(sources), found=len(found), known=sum(found.values()))


def _foreign(link: Link, *, sites: Sequence[Site]) -> str:
    return "" if find_site(sites, link.url) else urlsplit(link.url).netloc
