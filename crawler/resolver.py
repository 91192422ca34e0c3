"""Names to addresses, but none in our own network: a paper's name may not lead a crawl to the router."""

import asyncio
import socket
from collections.abc import Iterable, Sequence
from ipaddress import ip_address
from typing import Any
from urllib.parse import urlsplit

from scrapy.resolver import CachingThreadedResolver
from twisted.internet.base import ReactorBase
from twisted.internet.defer import Deferred
from twisted.internet.error import DNSLookupError

from .site import Site

NAMED = "SANDAN_NAMED_HOSTS"  # among Scrapy's settings, by which alone it builds a resolver


class PublicResolver(CachingThreadedResolver):
    """Resolves to public addresses, and to those private ones that a site file or the proxy names."""

    def __init__(self, reactor: ReactorBase, cache_size: int, timeout: float, named: Iterable[str]) -> None:
        super().__init__(reactor, cache_size, timeout)
        self.named = frozenset(named)

    @classmethod
    def from_crawler(cls, crawler: Any, reactor: ReactorBase) -> "PublicResolver":
        """Build it from Scrapy's settings."""
        settings = crawler.settings
        size, timeout = settings.getint("DNSCACHE_SIZE"), settings.getfloat("DNS_TIMEOUT")
        return cls(reactor, size, timeout, settings.getlist(NAMED))

    def getHostByName(self, name: str, timeout: Sequence[int] = ()) -> "Deferred[str]":  # noqa: N802
        """Return the address of a name, to come; a private one that nobody named is as none."""
        return super().getHostByName(name, timeout).addCallback(self._public, name)

    def _public(self, address: str, name: str) -> str:
        if is_public(address) or {address, name} & self.named:
            return address
        raise DNSLookupError(f"{name} has the private address {address}")


def named_hosts(sites: Iterable[Site], *, proxy: str) -> list[str]:
    """Return the names and addresses that may be in our own network: IP addresses, localhost, the proxy."""
    hosts = {urlsplit(f"//{host}").hostname or "" for site in sites for host in site.hosts}
    named = {host for host in hosts if is_address(host) or host == "localhost"}
    return sorted(named | ({urlsplit(proxy).hostname or ""} if proxy else set()))


def is_address(host: str) -> bool:
    """Tell an IP address from a name."""
    try:
        ip_address(host)
    except ValueError:
        return False
    return True


def is_public(host: str) -> bool:
    """Tell whether a host is not in somebody's own network, as far as its letters say: a name may be."""
    if is_address(host):
        return ip_address(host).is_global
    return host.rpartition(".")[2] != "localhost"


async def leads_inside(url: str) -> bool:
    """Tell whether the name in an address is of our own network; told after its resolution has failed."""
    loop = asyncio.get_running_loop()
    try:
        found = await loop.getaddrinfo(urlsplit(url).hostname, None, family=socket.AF_INET)
    except (OSError, UnicodeError):
        return False
    return any(not is_public(str(place[4][0])) for place in found)
