"""One site's part of a night: feeds, sitemaps and lists first, then each new article, one by one."""

from collections import Counter
from collections.abc import Awaitable, Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from schema import Page

from .article import charset_of
from .charset import decode
from .discover import Link, read_feed, read_list, read_sitemap
from .site import Site
from .tally import Source, Tally
from .urls import Address, identify

SITEMAPS = 20  # of one index; papers keep one a month since their beginning, and the night needs the last

Fetch = Callable[[str, Site, str], Awaitable[Page | str]]
"""Address, site and role to the page, or to the cause why there is none."""


@dataclass(slots=True)
class Visit:
    """The state of one site's crawl, and the functions it is handed."""

    site: Site
    fetch: Fetch
    known: Callable[[str], bool]
    found: Callable[[str, Sequence[str]], Sequence[str]]
    max_pages: int = 0
    over: Callable[[Site], bool] = lambda _site: False
    addresses: dict[str, Address] = field(default_factory=dict)
    sources: list[Source] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    failed: Counter[str] = field(default_factory=Counter)

    @property
    def tally(self) -> Tally:
        """The crawl as it stands."""
        return Tally(
            self.site.id,
            sources=tuple(self.sources),
            found=self.counts["found"] or len(self.addresses),
            known=self.counts["known"],
            fetched=self.counts["fetched"],
            failed=dict(self.failed),
        )

    async def run(self) -> None:
        """Discover, then fetch what is not known; `max_pages` of it at most, where that is not 0."""
        for role, urls in (
            ("feed", self.site.feeds),
            ("sitemap", self.site.sitemaps),
            ("list", self.site.lists),
        ):
            for url in urls:
                await self._discover(url, role=role)
        self._add_waiting()
        for address in islice(self._unknown(), self.max_pages or None):
            page = await self.fetch(address.url, self.site, "article")
            if isinstance(page, str):
                self.failed[page] += 1
            else:
                self.counts["fetched"] += 1

    def _add_waiting(self) -> None:
        """Tell what was found, and add what earlier nights found and did not get to."""
        self.counts["found"] = len(self.addresses)
        for url in self.found(self.site.id, [address.url for address in self.addresses.values()]):
            if (address := identify(self.site, url)) and address.id not in self.addresses:
                self.addresses[address.id] = address

    def _unknown(self) -> Iterator[Address]:
        for address in self.addresses.values():
            if self.over(self.site):
                return  # before it is said to be asked for, since it never is
            if self.known(address.url):
                self.counts["known"] += 1
            else:
                yield address

    async def _discover(self, url: str, *, role: str) -> None:
        page = await self.fetch(url, self.site, role)
        if isinstance(page, str):
            self.sources.append(Source(url, role, failure=page))
        else:
            links, children = _read(page, role=role)
            addresses = [address for link in links if (address := identify(self.site, link.url))]
            self.addresses |= {
                address.id: address for address in addresses if address.id not in self.addresses
            }
            self.sources.append(Source(url, role, links=len(addresses)))
            seen = {source.url for source in self.sources}
            for child in [child for child in children if child not in seen][:SITEMAPS]:
                await self._discover(child, role=role)


def _read(page: Page, *, role: str) -> tuple[tuple[Link, ...], tuple[str, ...]]:
    if role == "sitemap":
        sitemap = read_sitemap(page.body, base=page.url)
        return sitemap.links, sitemap.children
    read = read_feed if role == "feed" else read_list
    return read(decode(page.body, charset_of(page)).text, base=page.url), ()
