"""When a site has had its part of the night: after failures in a row, or one page under endless addresses."""

from dataclasses import dataclass, field
from hashlib import sha256

from schema import Page

from .causes import OTHER_HOST
from .tally import LIMITS, REFUSALS

# A broken article or a short outage gives a few. Each may have cost three timeouts.
MOST_FAILURES = 10
# Deleted articles may give the same page a few times in a row.
MOST_COPIES = 20

# These are about one address, and say nothing of the next one.
OF_ONE_ADDRESS = REFUSALS | LIMITS | {OTHER_HOST}


@dataclass(slots=True)
class Patience:
    """What each site has done to it in a row, and `stopped`: why a site is asked for nothing more tonight."""

    stopped: dict[str, str] = field(default_factory=dict)
    failures: dict[str, int] = field(default_factory=dict)
    copies: dict[str, tuple[bytes, int]] = field(default_factory=dict)

    def stop(self, site: str, cause: str) -> None:
        """End a site's night; the first cause stands."""
        self.stopped.setdefault(site, cause)

    def note(self, site: str, outcome: Page | str, *, role: str) -> None:
        """Count what came, a page or the cause why there is none."""
        if isinstance(outcome, Page):
            self.failures[site] = 0
            if role == "article":
                self._compare(site, outcome.body)
        elif outcome not in OF_ONE_ADDRESS:
            self.failures[site] = self.failures.get(site, 0) + 1
            if self.failures[site] >= MOST_FAILURES:
                self.stop(site, f"{MOST_FAILURES} failures in a row")

    def _compare(self, site: str, body: bytes) -> None:
        digest = sha256(body).digest()
        before, count = self.copies.get(site, (digest, 0))
        count = count + 1 if digest == before else 1
        self.copies[site] = (digest, count)
        if count >= MOST_COPIES:
            self.stop(site, f"one page under {MOST_COPIES} addresses")
