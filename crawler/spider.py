"""The crawl engine: Scrapy, set to be polite, with a visit to each site beside each other."""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import replace
from http import HTTPStatus
from typing import Any

from scrapy import Request, Spider

from schema import Page

from .allowance import Allowance
from .causes import FAILURES, Refusal, cause_of
from .middlewares import page_of
from .pace import Pace
from .patience import Patience
from .site import Site
from .tally import Tally
from .visit import Visit


class NewsSpider(Spider):
    """Visits sites; the pages that the middlewares captured are handed on between the requests.

    One plain coroutine a site, by `download_async`, and no callbacks: what `keep` or `known` raises comes
    out as it is, where Scrapy would log what a callback raises, and forget it.
    """

    name = "sandan"

    def __init__(
        self,
        sites: Sequence[Site],
        *,
        keep: Callable[[Page, str], None],
        pace: Pace,
        allowance: Allowance,
        proxy: str,
        **visit: Any,
    ) -> None:
        super().__init__()
        self.sites = sites
        self.keep = keep
        self.pace = pace
        self.allowance = allowance
        self.proxy = proxy
        self.patience = Patience()
        self.visits = [Visit(site, fetch=self.fetch, over=self.is_over, **visit) for site in sites]
        self.captured: list[tuple[Page, str]] = []
        self.failure: Exception | None = None
        self.reason = "killed"

    @property
    def tallies(self) -> tuple[Tally, ...]:
        """How the visits stand, in the order of the sites."""
        stopped = self.patience.stopped
        return tuple(replace(visit.tally, stopped=stopped.get(visit.site.id, "")) for visit in self.visits)

    def is_over(self, site: Site) -> bool:
        """Tell whether a site is asked for nothing more tonight."""
        refusal = self.allowance.refusal(site.id) or ("time" if self.pace.is_late(site) else "")
        if refusal:
            self.patience.stop(site.id, refusal)
        return site.id in self.patience.stopped

    async def start(self) -> AsyncIterator[Any]:
        """Make all visits, and leave nothing for Scrapy's own queue."""
        try:
            async with asyncio.TaskGroup() as group:
                for visit in self.visits:
                    group.create_task(visit.run())
        except ExceptionGroup as errors:
            self.failure = errors.exceptions[0]
        return
        yield  # what makes this the generator that Scrapy asks for

    async def fetch(self, url: str, site: Site, role: str) -> Page | str:
        """Return the page at an address, or the cause why there is none."""
        if stopped := self.patience.stopped.get(site.id):
            return stopped
        outcome = await self._ask(url, site, role)
        self.patience.note(site.id, outcome, role=role)
        return outcome

    async def _ask(self, url: str, site: Site, role: str) -> Page | str:
        assert self.crawler.engine is not None
        meta = {"site": site, "role": role, "download_slot": self.pace.keys[site.id]}
        request = Request(url, meta=meta)
        try:
            response = await self.crawler.engine.download_async(request)
        except Refusal as refusal:
            if refusal.unreachable and role == "article":
                self.patience.stop(site.id, f"robots.txt: {refusal.cause}")
            return refusal.cause
        except FAILURES as error:
            return await cause_of(error, url=url)
        finally:
            self.keep_captured()
        return page_of(request, response) if response.status == HTTPStatus.OK else f"HTTP {response.status}"

    def keep_captured(self) -> None:
        """Hand on what was captured, in the order it came."""
        while self.captured:
            self.keep(*self.captured.pop(0))

    def closed(self, reason: str) -> None:
        """Note how it ended; Scrapy calls this."""
        self.reason = reason
