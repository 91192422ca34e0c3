"""How many requests a site may still be sent, as the crawl asks it of whoever keeps count over the nights."""

from typing import Protocol


class Allowance(Protocol):
    """Asked before each request of any kind: robots.txt, redirects and retries too."""

    def refusal(self, site: str) -> str:
        """Return why the site may be sent nothing now (one of `tally.LIMITS`); empty where it may."""

    def spend(self, site: str) -> None:
        """Count one request that goes out now."""

    def rest(self, site: str, *, seconds: float) -> None:
        """Note that the site asked to be left alone so long, which is more than tonight."""


class Unbounded:
    """Counts nothing and refuses nothing."""

    def refusal(self, site: str) -> str:  # noqa: ARG002
        """Return that there is nothing against it."""
        return ""

    def spend(self, site: str) -> None:
        """Count nothing."""

    def rest(self, site: str, *, seconds: float) -> None:
        """Note nothing."""
