"""What stands between our requests and the network, each in Scrapy's order: border, capture, turns, whole."""

import zlib
from dataclasses import dataclass
from datetime import datetime
from http import HTTPStatus
from typing import Any
from urllib.parse import urlsplit

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.exceptions import DownloadFailedError
from scrapy.http import Response

from schema import Page

from .allowance import Allowance
from .causes import OTHER_HOST, PRIVATE, Refusal
from .dates import KOREA
from .pace import Pace
from .patience import Patience
from .resolver import is_public
from .retry_after import wait_of
from .urls import absolute, on_site
from .warc import WIRE

CHUNK = 1 << 20
LARGEST = 64 << 20  # of a body unzipped: what is larger is no page, and is refused elsewhere
BUSY = frozenset({429, 503})


@dataclass(frozen=True, slots=True)
class Border:
    """Lets requests out to the sites' own hosts only, redirected ones too, by the proxy if there is one."""

    proxy: str

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> "Border":
        """Build it from what the spider holds."""
        spider: Any = crawler.spider
        return cls(spider.proxy)

    def process_request(self, request: Request) -> None:
        """Refuse another host; but a robots.txt may lie on any public one, as RFC 9309 has it."""
        if not on_site(request.meta["site"], request.url):
            public = is_public(urlsplit(request.url).hostname or "")
            if not public or request.meta["role"] != "robots":
                raise Refusal(OTHER_HOST if public else PRIVATE)
        if self.proxy:
            request.meta["proxy"] = self.proxy


@dataclass(frozen=True, slots=True)
class Turns:
    """Lets each request wait for its site's turn, counts it, and hears how the server takes it."""

    pace: Pace
    patience: Patience
    allowance: Allowance

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> "Turns":
        """Build it from what the spider holds."""
        spider: Any = crawler.spider
        return cls(spider.pace, spider.patience, spider.allowance)

    async def process_request(self, request: Request) -> None:
        """Hold a request back until its turn, or refuse it: robots.txt, redirects and retries like all."""
        site = request.meta["site"]
        refusal = self.allowance.refusal(site.id)
        if not refusal and not await self.pace.turn(site):
            refusal = "time"
        if refusal:
            self.patience.stop(site.id, refusal)
            raise Refusal(refusal)
        self.allowance.spend(site.id)

    def process_response(self, request: Request, response: Response) -> Response:
        """Keep the time that the server needs: longer where it is slow, a pause where it is too busy."""
        site = request.meta["site"]
        latency = request.meta.get("download_latency", 0.0)
        self.pace.answered(site, latency=latency, ok=response.status == HTTPStatus.OK)
        if response.status in BUSY:
            asked = wait_of(_header(response, "Retry-After"), date=_header(response, "Date"))
            if not self.pace.hold(site, asked=asked):
                request.meta["dont_retry"] = True
                self.patience.stop(site.id, "asked to wait")
                self.allowance.rest(site.id, seconds=asked or 0.0)
        return response


class Aim:
    """Keeps Scrapy from following a redirect to no web address; it would fall over a `javascript:`."""

    def process_response(self, request: Request, response: Response) -> Response:
        """Let such a redirect stand as the answer."""
        if not absolute(_header(response, "Location"), base=response.url):
            request.meta["dont_redirect"] = True
        return response


class Whole:
    """Refuses a body that ends before its gzip does; Scrapy would hand on what came as if it were all."""

    def process_response(self, request: Request, response: Response) -> Response:  # noqa: ARG002
        """Pass a whole body on; one that was cut off is a failed connection."""
        encoding = response.headers.get("Content-Encoding") or b""
        if encoding.strip().lower() == b"gzip" and is_cut(response.body):
            raise DownloadFailedError(f"{response.url}: the gzip body is cut off")
        return response


def is_cut(body: bytes) -> bool:
    """Tell whether gzip's data ends before its end mark; what is no gzip at all is not cut."""
    unzip, rest, size = zlib.decompressobj(wbits=31), body, 0
    while rest and not unzip.eof and size < LARGEST:
        try:
            size += len(unzip.decompress(rest, CHUNK))
        except zlib.error:
            return False
        rest = unzip.unconsumed_tail
    return bool(body) and not unzip.eof and not rest


@dataclass(frozen=True, slots=True)
class Capture:
    """Notes each response with its role, redirects and errors too, its body out of its Content-Encoding."""

    captured: list[tuple[Page, str]]

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> "Capture":
        """Build it from what the spider holds."""
        spider: Any = crawler.spider
        return cls(spider.captured)

    def process_response(self, request: Request, response: Response) -> Response:
        """Note the response, and pass it on."""
        self.captured.append((page_of(request, response), request.meta["role"]))
        return response


def page_of(request: Request, response: Response) -> Page:
    """Return a response as the page that we keep."""
    headers = (
        (name.decode("latin-1"), value.decode("latin-1"))
        for name, values in response.headers.items()
        for value in values
    )
    return Page(
        url=response.url,
        site=request.meta["site"].id,
        status=response.status,
        fetched_at=datetime.now(KOREA),
        headers=tuple((name, value) for name, value in headers if name.lower() not in WIRE),
        body=response.body,
    )


def _header(response: Response, name: str) -> str:
    return (response.headers.get(name) or b"").decode("latin-1")
