"""What a site has tonight: its feeds, sitemaps, lists and searches to the articles they name."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field, replace

from schema import Page

from .article import charset_of
from .charset import decode
from .feeds import read_feed
from .links import Link
from .lists import read_list
from .paging import page_address, search_address, total_of
from .site import Site
from .sitemaps import read_sitemap
from .tally import Source
from .urls import identify

SITEMAPS = 20  # that one declared sitemap leads to: an index's last changed ones
NO_MORE = frozenset({"HTTP 404", "HTTP 410"})  # a page behind the last one

Fetch = Callable[[str, Site, str], Awaitable[Page | str]]
"""Address, site and role to the page, or to the cause why there is none."""


@dataclass(slots=True)
class Survey:
    """The articles that a site's sources name, each once by its number, and what each source gave.

    `met` tells whether an article's address was met on an earlier night; `list_pages` bounds the pages read
    of one list or search.
    """

    site: Site
    fetch: Fetch
    met: Callable[[str], bool]
    queries: Sequence[str] = ()
    list_pages: int = 1
    links: dict[str, Link] = field(default_factory=dict)
    sources: list[Source] = field(default_factory=list)

    async def run(self) -> None:
        """Ask each source in turn."""
        for url in self.site.feeds:
            await self._feed(url)
        for url in self.site.sitemaps:
            await self._sitemaps(url)
        for url in self.site.lists:
            await self._list(url, role="list")
        for address in self.site.searches:
            for query in self.queries:
                await self._search(address, query)

    async def _feed(self, url: str) -> None:
        page = await self.fetch(url, self.site, "feed")
        if isinstance(page, str):
            self._tell(url, role="feed", failure=page)
        else:
            self._tell(
                url, role="feed", links=len(self._add(read_feed(_text(page), base=page.url), source=url))
            )

    async def _sitemaps(self, url: str) -> None:
        waiting, asked = [url], 0
        while waiting and asked <= SITEMAPS:
            url = waiting.pop(0)
            if any(source.url == url for source in self.sources):
                continue  # indexes may name each other, or themselves
            asked += 1
            page = await self.fetch(url, self.site, "sitemap")
            if isinstance(page, str):
                self._tell(url, role="sitemap", failure=page)
                continue
            sitemap = read_sitemap(page.body, base=page.url)
            self._tell(url, role="sitemap", links=len(self._add(sitemap.links, source=url)))
            waiting.extend(sitemap.children)

    async def _search(self, address: str, query: str) -> None:
        url = search_address(address, query, charset=self.site.query_charset)
        if url is None:
            failure = f"{query!r} cannot be written in {self.site.query_charset}"
            self._tell(f"{address}#{query}", role="search", failure=failure)
        else:
            await self._list(url, role="search")

    async def _list(self, address: str, *, role: str) -> None:
        """Read a list page by page, until one has nothing that is new to the list, or to us."""
        named: set[str] = set()
        total, number, failure = "", 1, ""
        while url := page_address(address, number, paging=self.site.paging, total=total):
            page = await self.fetch(url, self.site, role)
            if isinstance(page, str):
                failure = "" if number > 1 and page in NO_MORE else page
                break
            links = read_list(_text(page), base=page.url)
            total = total or total_of((link.url for link in links), paging=self.site.paging)
            # No news: what stands beside every page, the last page once more, the first for one too far.
            fresh = {key: url for key, url in self._add(links, source=address).items() if key not in named}
            named |= fresh.keys()
            number += 1
            if number > self.list_pages or all(map(self.met, fresh.values())):
                break
        if failure and number > 1:
            failure = f"page {number}: {failure}"
        first = page_address(address, 1, paging=self.site.paging) or address
        self._tell(first, role=role, links=len(named), failure=failure)

    def _add(self, links: Sequence[Link], *, source: str) -> dict[str, str]:
        """Note the articles among the links, and return their canonical addresses by number."""
        found: dict[str, str] = {}
        for link in links:
            if address := identify(self.site, link.url):
                found[address.id] = address.url
                before = self.links.get(address.id)
                self.links[address.id] = Link(
                    address.url,
                    (before and before.title) or link.title,
                    (before and before.published) or link.published,
                    (before and before.source) or source,
                )
        return found

    def _tell(self, url: str, *, role: str, links: int = 0, failure: str = "") -> None:
        # Two lists may lead to one address; a night tells it once.
        for place, source in enumerate(self.sources):
            if source.url == url:
                self.sources[place] = replace(source, links=max(links, source.links))
                return
        self.sources.append(Source(url, role, links, failure))


def _text(page: Page) -> str:
    return decode(page.body, charset_of(page)).text
