"""The crawl's side of the database: which addresses are settled, and where each answer is kept."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from http import HTTPStatus

from sqlite_utils import Database

from crawler import Link, Site, WarcWriter, find_site
from schema import Page

from .frontier import is_met, is_settled, keep_done, keep_failed, keep_found, waiting
from .links import keep_links
from .pages import has_page, keep_page, page_id

OK = HTTPStatus.OK
BROKEN = 500  # and above: the server is in trouble
ERROR = 400  # and above; what is between are redirects, each followed by its answer
GONE = frozenset({"HTTP 404", "HTTP 410"})


@dataclass(slots=True)
class Fetching:
    """One crawl's answers on their way to the disk; what fails is told to the frontier at the end."""

    db: Database
    writer: WarcWriter
    sites: Sequence[Site]
    clock: Callable[[], str]
    asked: dict[str, str] = field(default_factory=dict)
    errors: dict[str, str] = field(default_factory=dict)
    answered: set[str] = field(default_factory=set)

    def found(self, site: str, links: Sequence[Link]) -> Sequence[str]:
        """Write the addresses that were discovered, and return all of the site's that wait for their page.

        So an address outlives a killed night, though the feed may have dropped it by the next.
        """
        with self.db.atomic():
            keep_found(self.db, [link.url for link in links], site=site, at=self.clock())
            keep_links(self.db, links, site=site, at=self.clock())
        return waiting(self.db, site=site)

    def met(self, url: str) -> bool:
        """Tell whether an address was met on an earlier night, whatever became of it."""
        return is_met(self.db, url)

    def known(self, url: str) -> bool:
        """Tell whether an article's page is here or given up; if not, it is about to be asked for."""
        if is_settled(self.db, url):
            return True
        site = find_site(self.sites, url)
        assert site is not None, url
        self.asked[site.id] = url
        self.errors[url] = "no answer"
        return False

    def keep(self, page: Page, role: str) -> None:
        """Write an answer's bytes, and when they are safe its rows."""
        if page.status < BROKEN:
            self.answered.add(page.site)
        with self.db.atomic():
            kept = keep_fetched(self.db, page, role=role, writer=self.writer)
            if role != "article":
                return
            # A site is asked for one article at a time; a redirect's answer has another address than that.
            url = self.asked[page.site]
            if page.status == OK:
                self.errors.pop(url, None)
                keep_done(self.db, url, page=kept, at=self.clock())
            elif page.status >= ERROR:
                self.errors[url] = f"HTTP {page.status}"

    def settle(self) -> None:
        """Tell the frontier which addresses gave no page; a night that a site did not answer is no try."""
        with self.db.atomic():
            for url, error in self.errors.items():
                site = find_site(self.sites, url)
                tried = site is not None and site.id in self.answered
                keep_failed(self.db, url, error=error, final=error in GONE, tried=tried)


def keep_fetched(db: Database, page: Page, *, role: str, writer: WarcWriter) -> str:
    """Write a page's bytes, then its row, and return its id; the same answer again is kept once."""
    if has_page(db, page):
        return page_id(page)
    place = writer.write(page)
    return keep_page(db, page, role=role, file=place.file, offset=place.offset, length=place.length)
