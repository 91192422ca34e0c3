"""robots.txt by RFC 9309: what a paper lets us ask for, and how fast."""

import asyncio
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from protego import Protego
from scrapy import Request, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import StopDownload

from .causes import FAILURES, REDIRECTS, Refusal, cause_of

NAME = "sandan"  # the name that a robots.txt may address us by
LIMIT = 500 * 1024  # bytes that are read; the least that the RFC lets a crawler read
MOST = 16 << 20  # bytes that it may claim to have, or unfold to
READ = "robots_bytes"


@dataclass(frozen=True, slots=True)
class Rules:
    """What one host's robots.txt says, or in `failure` why it could not be had, which forbids all."""

    said: Protego
    failure: str = ""

    @property
    def delay(self) -> float:
        """Return the seconds between two requests that it asks for: Crawl-delay, or Request-rate."""
        rate = self.said.request_rate(NAME)
        return max(self.said.crawl_delay(NAME) or 0.0, rate.seconds / rate.requests if rate else 0.0)

    def allows(self, url: str) -> bool:
        """Tell whether we may ask for an address."""
        return self.said.can_fetch(url, NAME)


@dataclass(slots=True, weakref_slot=True)
class Robots:
    """Asks each host for its robots.txt first, once a night, and refuses what it forbids.

    Ours and not Scrapy's, which takes a server's error or silence for leave.
    """

    crawler: Crawler
    rules: dict[str, "asyncio.Task[Rules]"] = field(default_factory=dict)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> "Robots":
        """Build it, listening to how much of a robots.txt has come."""
        robots = cls(crawler)
        crawler.signals.connect(robots.enough, signal=signals.bytes_received)
        return robots

    async def process_request(self, request: Request) -> None:
        """Let a request pass that its host allows."""
        if request.meta["role"] == "robots":
            return
        parts = urlsplit(request.url)
        home = f"{parts.scheme}://{parts.netloc}"
        if home not in self.rules:
            self.rules[home] = asyncio.create_task(self._ask(home, request))
        rules = await self.rules[home]
        if rules.failure:
            raise Refusal(rules.failure, unreachable=True)
        if not rules.allows(request.url):
            raise Refusal("robots")

    def enough(self, data: bytes, request: Request) -> None:
        """End the download of a robots.txt after what the RFC asks to be read; what came is taken."""
        if request.meta.get("role") == "robots":
            request.meta[READ] = request.meta.get(READ, 0) + len(data)
            if request.meta[READ] >= LIMIT:
                raise StopDownload(fail=False)

    async def _ask(self, home: str, request: Request) -> Rules:
        spider: Any = self.crawler.spider
        assert self.crawler.engine is not None
        meta = {name: request.meta[name] for name in ("site", "download_slot")}
        ours = {"role": "robots", "download_maxsize": MOST}
        try:
            response = await self.crawler.engine.download_async(
                Request(f"{home}/robots.txt", meta={**meta, **ours})
            )
        except FAILURES as error:
            cause = await cause_of(error, url=home)
            # After five redirects the RFC lets us take it for none.
            return rules_of(b"") if cause == REDIRECTS else rules_of(b"", failure=cause)
        if response.status >= 500:
            return rules_of(b"", failure=f"HTTP {response.status}")
        rules = rules_of(response.body if response.status < 300 else b"")
        spider.pace.slow(request.meta["site"], seconds=rules.delay)
        return rules


def rules_of(body: bytes, *, failure: str = "") -> Rules:
    """Return the rules that a robots.txt states, in its first 500 KiB."""
    if len(body) > LIMIT:
        body = body[:LIMIT].rpartition(b"\n")[0]  # half a line would forbid more than the paper does
    return Rules(Protego.parse(body.decode("utf-8-sig", "ignore")), failure)
