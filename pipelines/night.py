"""The night: crawl, parse, group, read, report; whatever kills it, the next run goes on where it was."""

import logging
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from sqlite_utils import Database

from crawler import Site, Tally, WarcWriter, crawl
from extract import Extractor
from schema import Page

from .budgets import Budgets
from .clock import now
from .fetching import Fetching
from .naver import ask_naver, naver_key
from .runs import SiteRun, begin_run, finish_run, silent_sources
from .settings import Settings
from .stages import group_pending, parse_pending, read_pending
from .taggers import tagger_of
from .terminal import progress
from .topic import Topic
from .trouble import trouble_of
from .verdict import INTERRUPTED, judge

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Night:
    """What a run gave: by site, articles read, sources fallen silent, and the exit code it deserves."""

    sites: tuple[SiteRun, ...]
    read: int
    silent: tuple[str, ...]
    exit_code: int

    @property
    def fetched(self) -> int:
        """Return how many article pages came that were not here."""
        return sum(site.tally.fetched for site in self.sites)


def spend_night(db: Database, *, sites: Sequence[Site], settings: Settings, read: bool) -> Night:
    """Crawl the sites, parse what came, group its copies, read it if wanted, and write the run log."""
    # A tagger that cannot be had is told before the papers are troubled.
    tagger = tagger_of(settings) if read else None
    key = naver_key()
    number = begin_run(db, command="run" if read else "crawl", version=version("sandan"), at=now())
    try:
        asked = (ask_naver(db, key=key, sites=sites, settings=settings, clock=now),) if key else ()
        tallies = (*asked, *fetch(db, sites=sites, settings=settings))
        parsed = parse_pending(db, sites=sites, warc=Path(settings.warc), topic=topic_of(settings))
        group_pending(db)
        # Loading the language takes two seconds and half a gigabyte: not before it is needed.
        extractor = Extractor(tagger=tagger) if read else None
        fresh = read_pending(db, extractor=extractor, clock=now) if extractor else 0
    except KeyboardInterrupt:
        finish_run(db, number, sites=(), recipe=None, exit_code=INTERRUPTED, at=now())
        raise
    runs = tuple(SiteRun(tally, parsed[tally.site]) for tally in tallies)
    night = assess(db, runs, read=fresh, fail_over=settings.fail_over)
    recipe = extractor.recipe if extractor else None
    finish_run(db, number, sites=runs, recipe=recipe, exit_code=night.exit_code, at=now())
    return night


def fetch(db: Database, *, sites: Sequence[Site], settings: Settings) -> tuple[Tally, ...]:
    """Keep every new answer of the sites, and return a tally a site."""
    with closing(WarcWriter(Path(settings.warc))) as writer, progress("answers kept") as step:
        fetching = Fetching(db, writer, sites, now)
        budgets = Budgets(db, now, settings.max_requests_day, settings.max_requests_year)

        def keep(page: Page, role: str) -> None:
            fetching.keep(page, role)
            step()

        tallies = crawl(
            sites,
            known=fetching.known,
            found=fetching.found,
            met=fetching.met,
            queries=settings.queries,
            list_pages=settings.list_pages,
            keep=keep,
            delay=settings.delay,
            timeout=settings.timeout,
            contact=settings.contact,
            proxy=settings.proxy,
            max_pages=settings.max_pages,
            max_hours=settings.max_hours,
            allowance=budgets,
        )
        fetching.settle()
    return tallies


def topic_of(settings: Settings) -> Topic:
    """Return the topic that the settings name."""
    return Topic(settings.topic, settings.topic_not, settings.topic_times)


def assess(db: Database, sites: tuple[SiteRun, ...], *, read: int, fail_over: float) -> Night:
    """Return the night with its exit code, the silent sources told from the runs before this one."""
    silent = tuple(silent_sources(db, sites))
    done, failed = sum(site.done for site in sites), sum(site.failed for site in sites)
    code = judge(done=done, failed=failed, fail_over=fail_over, silent=bool(silent))
    return Night(sites, read, silent, code)


def report(night: Night) -> None:
    """Log a line a site and a line for all."""
    for site in night.sites:
        tally = site.tally
        log.info(
            "%s: found %d, known %d, fetched %d, articles %d, off topic %d, refused %d%s, failed %s",
            *(tally.site, tally.found, tally.known, tally.fetched, site.parsed, site.off_topic, site.refused),
            f" ({listed(site.outcomes)})" if set(site.outcomes) - {"article"} else "",
            listed(tally.failed) or "0",
        )
        for source in tally.sources:
            if source.failure:
                log.warning("%s: %s: %s", tally.site, source.url, source.failure)
        if tally.stopped:
            log.warning("%s: asked for nothing more tonight: %s", tally.site, tally.stopped)
    for silent in night.silent:
        log.error("%s: expected articles as in earlier runs, got none; look at the site", silent)
    troubled = [f"{site.tally.site} ({told})" for site in night.sites if (told := trouble_of(site))]
    if troubled:
        log.error("%d of %d sites misbehaved: %s", len(troubled), len(night.sites), "; ".join(troubled))
    nothing = "" if night.fetched or night.read else " (nothing new)"
    log.info("%d sites, %d articles fetched, %d read%s", len(night.sites), night.fetched, night.read, nothing)


def listed(counts: Mapping[str, int]) -> str:
    """Return counts as a person reads them: `3 HTTP 404, 1 timeout`."""
    return ", ".join(f"{count} {name}" for name, count in counts.items())
