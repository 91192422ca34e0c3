"""What stands between our requests and the network, each in Scrapy's order: border, robots, capture."""

import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.exceptions import DownloadFailedError, IgnoreRequest
from scrapy.http import Response

from schema import Page

from .dates import KOREA
from .site import Site, find_site
from .urls import on_site
from .warc import WIRE

OTHER_HOST = "other host"
CHUNK = 1 << 20
LARGEST = 64 << 20  # of a body unzipped: what is larger is no page, and is refused elsewhere
STOP = b"User-agent: *\nDisallow: /\n"
MADE_UP = "sandan: not from the network"


@dataclass(frozen=True, slots=True)
class Border:
    """Lets requests out to the sites' own hosts only, redirected ones too, by the proxy if there is one."""

    sites: Iterable[Site]
    proxy: str

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> "Border":
        """Build it from what the spider holds."""
        spider: Any = crawler.spider
        return cls(spider.sites, spider.proxy)

    def process_request(self, request: Request) -> None:
        """Refuse another host; robots.txt has no site of its own yet."""
        site = request.meta.setdefault("site", find_site(self.sites, request.url))
        if site is None or not on_site(site, request.url):
            raise IgnoreRequest(OTHER_HOST)
        if self.proxy:
            request.meta["proxy"] = self.proxy


@dataclass(frozen=True, slots=True)
class RobotsPolicy:
    """Reads robots.txt as RFC 9309 does: 4xx allows all, 5xx or no answer forbids all; Scrapy allows it.

    `unreachable` gets why a robots.txt could not be had, so that a server that is down is told as that.
    """

    unreachable: dict[str, Exception | str]

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> "RobotsPolicy":
        """Build it from what the spider holds."""
        spider: Any = crawler.spider
        return cls(spider.unreachable)

    def process_response(self, request: Request, response: Response) -> Response:
        """Put the rule that an error means in the place of the error's page."""
        if _role(request) != "robots" or response.status < 400:
            return response
        if response.status >= 500:
            self.unreachable[request.meta["site"].id] = f"HTTP {response.status}"
        return response.replace(body=STOP if response.status >= 500 else b"")

    def process_exception(self, request: Request, exception: Exception) -> Response | None:
        """Forbid all where robots.txt cannot be had, after the retries."""
        if _role(request) != "robots":
            return None
        self.unreachable[request.meta["site"].id] = exception
        return Response(request.url, body=STOP, flags=[MADE_UP])


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
        if MADE_UP not in response.flags:
            self.captured.append((page_of(request, response), _role(request)))
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


def _role(request: Request) -> str:
    # The requests for robots.txt are Scrapy's own, and carry nothing of ours.
    return str(request.meta.get("role", "robots"))
