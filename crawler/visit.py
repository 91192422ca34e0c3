"""One site's part of a night: its sources first, then each new article, one by one."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from .following import follow
from .links import Link
from .site import Site
from .survey import Fetch, Survey
from .tally import Source, Tally
from .urls import Address, identify


@dataclass(slots=True)
class Visit:
    """The state of one site's crawl, and the functions it is handed."""

    site: Site
    fetch: Fetch
    known: Callable[[str], bool]
    found: Callable[[str, Sequence[Link]], Sequence[str]]
    met: Callable[[str], bool] = lambda _url: False
    queries: Sequence[str] = ()
    list_pages: int = 1
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
        survey = Survey(self.site, self.fetch, self.met, self.queries, self.list_pages, sources=self.sources)
        await survey.run()
        self.addresses = {key: Address(key, link.url) for key, link in survey.links.items()}
        self._add_waiting(tuple(survey.links.values()))
        for address in islice(self._unknown(), self.max_pages or None):
            page = await self.fetch(address.url, self.site, "article")
            if isinstance(page, str):
                self.failed[page] += 1
            else:
                self.counts["fetched"] += 1
                self.failed += await follow(page, self.site, fetch=self.fetch)

    def _add_waiting(self, links: Sequence[Link]) -> None:
        """Tell what was found, and add what earlier nights found and did not get to."""
        self.counts["found"] = len(self.addresses)
        for url in self.found(self.site.id, links):
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
