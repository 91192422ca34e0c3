"""What became of a crawl, site by site."""

from collections.abc import Mapping
from dataclasses import dataclass, field

REFUSALS = frozenset({"HTTP 404", "HTTP 410", "robots"})
"""Causes that are the paper's own word that there is nothing for us, and no failure."""

LIMITS = frozenset({"day budget", "year budget", "time", "resting"})
"""Causes that are bounds of our own, or a wait that the paper asked for: nothing is wrong with the site."""


@dataclass(frozen=True, slots=True)
class Source:
    """One feed, sitemap or list page: how many articles' addresses it gave, or why it could not be had."""

    url: str
    role: str
    links: int = 0
    failure: str = ""


@dataclass(frozen=True, slots=True)
class Tally:
    """One site's crawl: articles found, of these known before, fetched now, and failed by cause.

    Causes are `HTTP 404`, `robots`, `timeout`, `dns`, `refused`, `too large`, `other host`, `redirects`,
    `private address`, `connection`, and those of LIMITS. `stopped` is why nothing more was asked of the site
    tonight: one of these, `asked to wait`, `10 failures in a row` or `one page under 20 addresses`.
    """

    site: str
    sources: tuple[Source, ...] = ()
    found: int = 0
    known: int = 0
    fetched: int = 0
    failed: Mapping[str, int] = field(default_factory=dict)
    stopped: str = ""
