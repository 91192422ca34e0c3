"""Scrapy's download handler with an end to the headers: Twisted reads them until the memory is full.

A server that sent headers for six seconds took 2.2 GB. There is no setting for it, so this leans on names of
Scrapy 2.19's own handler; `test_hostile.py` holds it.
"""

from typing import Any

from scrapy.core.downloader.handlers.http11 import (
    HTTP11DownloadHandler,
    _LenientHTTP11ClientFactory,
    _LenientHTTP11ClientProtocol,
)
from scrapy.crawler import Crawler
from twisted.internet.interfaces import IAddress

LONGEST_HEAD = 256 * 1024  # bytes; as in Chrome


class BoundedHandler(HTTP11DownloadHandler):
    """Breaks a connection off whose headers do not end."""

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self._pool._factory = BoundedFactory  # noqa: SLF001


class BoundedFactory(_LenientHTTP11ClientFactory):
    """Makes the connections of BoundedHandler."""

    def buildProtocol(self, addr: IAddress | None) -> "BoundedProtocol":  # noqa: ARG002, N802
        """Return a connection."""
        return BoundedProtocol(self._quiescentCallback)  # type: ignore[no-untyped-call]


class BoundedProtocol(_LenientHTTP11ClientProtocol):
    """Counts what comes before an answer's body."""

    head = 0

    def request(self, request: Any) -> Any:
        """Send a request, and count anew."""
        self.head = 0
        return super().request(request)

    def dataReceived(self, data: bytes) -> None:  # noqa: N802
        """Take what comes, up to the bound."""
        if self._parser is not None and self._parser.state != "BODY":
            self.head += len(data)
            if self.head > LONGEST_HEAD and self.transport is not None:
                self.transport.abortConnection()
                return
        super().dataReceived(data)  # type: ignore[no-untyped-call]
