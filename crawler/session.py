"""One night's crawl of all sites."""

import logging
import signal
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

from schema import Page

from .allowance import Allowance, Unbounded
from .contact import demand_contact
from .links import Link
from .pace import Pace
from .site import Site
from .tally import Tally

if TYPE_CHECKING:
    from .spider import NewsSpider

POLITE: Mapping[str, Any] = {
    # By ours: Scrapy's own takes an error for leave.
    "ROBOTSTXT_OBEY": False,
    # One request at a time at each site; how far apart is `pace.py`'s affair.
    "CONCURRENT_REQUESTS": 0,
    "CONCURRENT_REQUESTS_PER_DOMAIN": 1,
    "DOWNLOAD_DELAY": 0,
    # An article is some 100 kB; what is larger than this is no page.
    "DOWNLOAD_MAXSIZE": 5 * 1024 * 1024,
    "DOWNLOAD_WARNSIZE": 0,
    "RETRY_TIMES": 2,
    "RETRY_GIVE_UP_LOG_LEVEL": "INFO",
    "REDIRECT_MAX_TIMES": 5,
    "METAREFRESH_ENABLED": False,
    "COOKIES_ENABLED": False,
    "LOG_INSTALL_ROOT_HANDLER": False,
    "TELNETCONSOLE_ENABLED": False,
    "REMOTE_CONTROL_ENABLED": False,
    # Many a local paper's certificate lacks its chain; what is fetched is public, and we send nothing.
    "DOWNLOAD_VERIFY_CERTIFICATES": False,
    "DOWNLOAD_HANDLERS": dict.fromkeys(("http", "https"), f"{__package__}.handler.BoundedHandler"),
    "TWISTED_DNS_RESOLVER": f"{__package__}.resolver.PublicResolver",
    "DEFAULT_REQUEST_HEADERS": {
        "Accept": "text/html,application/xml;q=0.9,*/*;q=0.8",
        "Accept-Language": "ko",
    },
    "DOWNLOADER_MIDDLEWARES": {
        f"{__package__}.middlewares.Border": 40,
        f"{__package__}.robots.Robots": 100,
        f"{__package__}.middlewares.Aim": 610,
        f"{__package__}.middlewares.Capture": 790,
        f"{__package__}.middlewares.Turns": 795,
        # Below the capture, so that redirects too come decoded into it.
        "scrapy.downloadermiddlewares.httpcompression.HttpCompressionMiddleware": 800,
        f"{__package__}.middlewares.Whole": 810,
    },
}


def crawl(
    sites: Sequence[Site],
    *,
    known: Callable[[str], bool],
    keep: Callable[[Page, str], None],
    found: Callable[[str, Sequence[Link]], Sequence[str]] = lambda _site, _links: (),
    met: Callable[[str], bool] = lambda _url: False,
    queries: Sequence[str] = (),
    list_pages: int = 1,
    delay: float = 1.0,
    timeout: float = 30.0,
    contact: str = "",
    proxy: str = "",
    max_pages: int = 0,
    max_hours: float = 6.0,
    allowance: Allowance | None = None,
) -> tuple[Tally, ...]:
    """Fetch what is new at the sites, handing `keep` each page with its role, and return a tally a site.

    Roles are robots, feed, sitemap, list, search and article. `found` is told a site and what its sources say
    of articles, each with its canonical address, and returns those that still wait from earlier nights. `met`
    tells whether an address was met on an earlier one. `queries` are asked of sites that can be searched, and
    a list or search is read up to `list_pages` pages. After `max_hours` no request goes out any more, and
    `allowance` bounds their number a site. A SettingsError if real papers are among the sites and there is no
    contact for them. What any of the functions raises ends the crawl and is raised here, as is
    KeyboardInterrupt after Ctrl-C. Once a process: its reactor does not start twice.
    """
    demand_contact(sites, contact=contact)
    settings = _settings(sites, timeout=timeout, contact=contact, proxy=proxy)
    visit: dict[str, Any] = {"known": known, "found": found, "met": met, "queries": queries}
    visit |= {"list_pages": list_pages, "max_pages": max_pages}
    pace = Pace.of(sites, delay=delay, seconds=max_hours * 3600)
    allowance = allowance or Unbounded()
    spider = _run(settings, sites, keep=keep, pace=pace, allowance=allowance, proxy=proxy, **visit)
    if spider.failure is not None:
        raise spider.failure
    spider.keep_captured()
    if spider.reason != "finished":
        raise KeyboardInterrupt
    return spider.tallies


def _run(settings: dict[str, Any], *args: Any, **kwargs: Any) -> "NewsSpider":
    # Scrapy takes a second to import, and a batch job that parses an archive never needs it.
    from scrapy.crawler import AsyncCrawlerProcess

    from .spider import NewsSpider

    with _signals_restored():
        process = AsyncCrawlerProcess(settings)
        logging.getLogger("scrapy").setLevel(logging.WARNING)
        crawler = process.create_crawler(NewsSpider)
        started = process.crawl(crawler, *args, **kwargs)
        process.start()
    if started.done() and not started.cancelled():
        started.result()  # raises what kept the spider from opening
    assert isinstance(crawler.spider, NewsSpider)
    return crawler.spider


def _settings(sites: Sequence[Site], *, timeout: float, contact: str, proxy: str) -> dict[str, Any]:
    # Scrapy and Twisted again.
    from .resolver import NAMED, named_hosts

    agent = f"sandan/{version('sandan')}"
    return {
        **POLITE,
        "USER_AGENT": f"{agent} (+{contact})" if contact else agent,
        "DOWNLOAD_TIMEOUT": timeout,
        NAMED: named_hosts(sites, proxy=proxy),
    }


@contextmanager
def _signals_restored() -> Iterator[None]:
    """Give Ctrl-C back to Python afterwards; Scrapy keeps it for a reactor that has ended."""
    handlers = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in handlers.items():
            signal.signal(number, handler)
