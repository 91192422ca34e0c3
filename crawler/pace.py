"""When the next request may go to a site: its delay, its robots.txt, how slow and how busy the server is."""

import asyncio
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from .site import Site

SLOWEST = 60.0  # seconds that a slow server alone can stretch the delay to, as in Scrapy's AutoThrottle
LONGEST_WAIT = 120.0  # seconds of one pause within a night; a site that asks for more is left until then
BACK_OFF = 10  # times the delay, the longer the more often, where a busy server does not say how long


@dataclass(slots=True)
class Beat:
    """One server's rhythm: least seconds between two requests, what its slowness adds, the next moment."""

    least: float
    stretched: float = 0.0
    next: float = 0.0
    busy: int = 0

    @property
    def delay(self) -> float:
        """Return the seconds between two requests as things stand."""
        return max(self.least, self.stretched)


@dataclass(slots=True)
class Pace:
    """The rhythm of each site; sites that share a host share it, so that no server is asked twice as fast.

    Times are of the running loop's clock, in seconds.
    """

    seconds: float
    keys: Mapping[str, str]
    beats: dict[str, Beat]
    end: float = field(default=0.0, init=False)

    @classmethod
    def of(cls, sites: Iterable[Site], *, delay: float, seconds: float) -> "Pace":
        """Return the pace of a night: a site's file can only slow it, and it ends after so many seconds."""
        keys = keys_of(sites := tuple(sites))
        beats: dict[str, Beat] = {}
        for site in sites:
            beat = beats.setdefault(keys[site.id], Beat(delay))
            beat.least = max(beat.least, site.delay)
        return cls(seconds, keys, beats)

    def beat(self, site: Site) -> Beat:
        """Return a site's rhythm."""
        return self.beats[self.keys[site.id]]

    def slow(self, site: Site, *, seconds: float) -> None:
        """Keep at least so many seconds between two requests from now on: Crawl-delay."""
        beat = self.beat(site)
        if seconds > beat.least:
            beat.next += max(0.0, seconds - beat.delay)  # robots.txt itself was a request
            beat.least = seconds

    async def turn(self, site: Site) -> bool:
        """Wait for the site's turn; at once False where the night would be over by then."""
        if self.is_late(site):
            return False
        now, beat = asyncio.get_running_loop().time(), self.beat(site)
        at = max(now, beat.next)
        beat.next = at + beat.delay
        await asyncio.sleep(at - now)
        return True

    def is_late(self, site: Site) -> bool:
        """Tell whether a site's turn comes after the night's end; its first question begins the night."""
        now = asyncio.get_running_loop().time()
        self.end = self.end or now + self.seconds
        return max(now, self.beat(site).next) > self.end

    def answered(self, site: Site, *, latency: float, ok: bool) -> None:
        """Follow a server that got slower or quicker; an error page is quick, and proves nothing."""
        beat = self.beat(site)
        if ok:
            beat.busy = 0
        # No delay at all is for servers of one's own.
        if beat.least and (ok or latency > beat.delay):
            beat.stretched = min((beat.delay + latency) / 2 if latency < beat.delay else latency, SLOWEST)

    def hold(self, site: Site, *, asked: float | None) -> bool:
        """Leave a busy site alone for as long as it asked; False where that is longer than a night waits."""
        beat = self.beat(site)
        beat.busy += 1
        wait = beat.busy * BACK_OFF * beat.delay if asked is None else asked
        beat.next = max(beat.next, asyncio.get_running_loop().time() + min(wait, LONGEST_WAIT))
        return asked is None or asked <= LONGEST_WAIT


def keys_of(sites: Iterable[Site]) -> dict[str, str]:
    """Return for each site the first one that it shares a host with, mostly itself."""
    owners: dict[str, str] = {}
    keys: dict[str, str] = {}
    for site in sites:
        keys[site.id] = next((owners[host] for host in sorted(site.hosts) if host in owners), site.id)
        for host in site.hosts:
            owners.setdefault(host, keys[site.id])
    return keys
