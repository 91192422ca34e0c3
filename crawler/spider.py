"""The crawl engine: Scrapy, set to be polite, with a visit to each site beside each other."""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from http import HTTPStatus
from typing import Any

from scrapy import Request, Spider
from scrapy.core.downloader.handlers.http11 import TunnelError
from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadCancelledError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    IgnoreRequest,
    NotSupported,
    ResponseDataLossError,
)

from schema import Page

from .middlewares import OTHER_HOST, page_of
from .site import Site
from .tally import Tally
from .visit import Visit

CAUSES: dict[type[Exception], str] = {
    DownloadTimeoutError: "timeout",
    CannotResolveHostError: "dns",
    DownloadConnectionRefusedError: "refused",
    DownloadCancelledError: "too large",
    DownloadFailedError: "connection",
    ResponseDataLossError: "connection",
    NotSupported: "connection",
    TunnelError: "connection",
    # A body that does not keep its Content-Encoding; disk errors of ours never pass here.
    OSError: "connection",
}
FAILURES: tuple[type[Exception], ...] = (IgnoreRequest, *CAUSES)
FORBIDDEN = "Forbidden by robots.txt"  # in Scrapy's words
IGNORED = {
    OTHER_HOST: OTHER_HOST,
    FORBIDDEN: "robots",
    "max redirections reached": "redirects",
}


class NewsSpider(Spider):
    """Visits sites; the pages that the middlewares captured are handed on between the requests.

    One plain coroutine a site, by `download_async`, and no callbacks: what `keep` or `known` raises comes
    out as it is, where Scrapy would log what a callback raises, and forget it.
    """

    name = "sandan"

    def __init__(
        self, sites: Sequence[Site], *, keep: Callable[[Page, str], None], proxy: str, **visit: Any
    ) -> None:
        super().__init__()
        self.sites = sites
        self.keep = keep
        self.proxy = proxy
        self.visits = [Visit(site, fetch=self.fetch, **visit) for site in sites]
        self.captured: list[tuple[Page, str]] = []
        self.unreachable: dict[str, Exception | str] = {}
        self.failure: Exception | None = None
        self.reason = "killed"

    @property
    def tallies(self) -> tuple[Tally, ...]:
        """How the visits stand, in the order of the sites."""
        return tuple(visit.tally for visit in self.visits)

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
        assert self.crawler.engine is not None
        request = Request(url, meta={"site": site, "role": role, "download_slot": site.id})
        try:
            response = await self.crawler.engine.download_async(request)
        except FAILURES as error:
            return _cause(error, reason=self.unreachable.get(site.id))
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


def _cause(error: Exception, *, reason: Exception | str | None) -> str:
    if str(error) == FORBIDDEN and reason is not None:
        error = reason if isinstance(reason, FAILURES) else error
        if isinstance(reason, str):
            return reason
    if isinstance(error, IgnoreRequest):
        return IGNORED.get(str(error), "too large")
    return next(cause for kind, cause in CAUSES.items() if isinstance(error, kind))
