"""The run log: when which command ran, what each site and source gave it, and which one has fallen silent."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import dropwhile
from typing import get_args

from sqlite_utils import Database

from crawler import LIMITS, REFUSALS, Source, Tally
from schema import ArticleKind, OffTopic

# Fewer may be chance: a new site's quiet section, a night's photo pages.
STEADY = 3

KINDS = frozenset(get_args(ArticleKind))
LOST = "lost"  # a stored page whose bytes are not where they were


@dataclass(frozen=True, slots=True)
class SiteRun:
    """What one site gave in one run: its crawl, and what its pages turned out to be.

    `outcomes` counts them: `{"article": 9, "photo": 1, "Deleted": 2}`.
    """

    tally: Tally
    outcomes: Mapping[str, int] = field(default_factory=dict)

    @property
    def parsed(self) -> int:
        """Return how many pages became articles."""
        return sum(count for outcome, count in self.outcomes.items() if outcome in KINDS)

    @property
    def off_topic(self) -> int:
        """Return how many pages are articles, but not of the topic."""
        return self.outcomes.get(OffTopic.__name__, 0)

    @property
    def lost(self) -> int:
        """Return how many stored pages are not where they were."""
        return self.outcomes.get(LOST, 0)

    @property
    def refused(self) -> int:
        """Return how many pages are no article."""
        return sum(self.outcomes.values()) - self.read - self.lost

    @property
    def read(self) -> int:
        """Return how many pages were read as articles, kept or not."""
        return self.parsed + self.off_topic

    @property
    def done(self) -> int:
        """Return how many addresses had a usable answer, now or before."""
        return (
            self.tally.known + self.tally.fetched + sum(not source.failure for source in self.tally.sources)
        )

    @property
    def failed(self) -> int:
        """Return how many had none, through no will of the paper's."""
        articles = sum(count for cause, count in self.tally.failed.items() if cause not in REFUSALS | LIMITS)
        return self.lost + articles + sum(is_failure(source) for source in self.tally.sources)


def is_failure(source: Source) -> bool:
    """Tell whether a source failed, and not by the paper's will: many forbid their search to robots."""
    if source.role == "search" and source.failure in REFUSALS:
        return False
    return bool(source.failure) and source.failure not in LIMITS


def begin_run(db: Database, *, command: str, version: str, at: str) -> int:
    """Write that a run begins and return its number; it stays unfinished if it is killed."""
    row = {"command": command, "version": version, "started_at": at}
    return int(db.table("runs").insert(row).last_pk or 0)


def finish_run(
    db: Database, run: int, *, sites: Iterable[SiteRun], recipe: str | None, exit_code: int, at: str
) -> None:
    """Write how a run ended and what each site and source gave."""
    with db.atomic():
        for site in sites:
            db.table("run_sites").insert(site_row(site) | {"run_id": run})
            db.table("run_sources").insert_all(
                {
                    "run_id": run,
                    "url": source.url,
                    "site": site.tally.site,
                    "role": source.role,
                    "links": source.links,
                    "failure": source.failure or None,
                }
                for source in site.tally.sources
            )
        db.table("runs").update(run, {"recipe": recipe, "finished_at": at, "exit_code": exit_code})


def site_row(site: SiteRun) -> dict[str, object]:
    """Return what a site gave as columns."""
    tally = site.tally
    return {
        "site": tally.site,
        "found": tally.found,
        "known": tally.known,
        "fetched": tally.fetched,
        "failed": json.dumps(tally.failed, ensure_ascii=False),
        "parsed": site.parsed,
        "off_topic": site.off_topic,
        "refused": site.refused,
        "outcomes": json.dumps(site.outcomes, ensure_ascii=False, sort_keys=True),
    }


def silent_sources(db: Database, sites: Sequence[SiteRun]) -> list[str]:
    """Return the sources that always gave links and now none, and the sites whose pages are no articles."""
    silent = [
        source.url
        for site in sites
        for source in site.tally.sources
        if not source.links and source.failure not in LIMITS and was_steady(db, source.url)
    ]
    return silent + [site.tally.site for site in sites if site.refused >= STEADY and not site.read]


def was_steady(db: Database, url: str) -> bool:
    """Tell whether a source gave links in each of its last runs, those of the present silence left out."""
    query = "select links, failure from run_sources where url = ? order by run_id desc"
    links = [count for count, failure in db.execute(query, [url]) if failure not in LIMITS]
    before = list(dropwhile(lambda count: not count, links))[:STEADY]
    return len(before) == STEADY and all(before)
