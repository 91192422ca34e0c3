"""One night's crawl of all sites."""

import logging
import signal
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

from schema import Page

from .links import Link
from .site import Site
from .tally import Tally

if TYPE_CHECKING:
    from .spider import NewsSpider

POLITE: Mapping[str, Any] = {
    "ROBOTSTXT_OBEY": True,
    "ROBOTSTXT_USER_AGENT": "sandan",
    # One request at a time at each site, and exactly the delay apart; the visits see to no more being open.
    "CONCURRENT_REQUESTS": 0,
    "CONCURRENT_REQUESTS_PER_DOMAIN": 1,
    "DOWNLOAD_DELAY_JITTER": 0,
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
    "DEFAULT_REQUEST_HEADERS": {
        "Accept": "text/html,application/xml;q=0.9,*/*;q=0.8",
        "Accept-Language": "ko",
    },
    "DOWNLOADER_MIDDLEWARES": {
        f"{__package__}.middlewares.Border": 40,
        f"{__package__}.middlewares.RobotsPolicy": 545,
        f"{__package__}.middlewares.Capture": 790,
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
) -> tuple[Tally, ...]:
    """Fetch what is new at the sites, handing `keep` each page with its role, and return a tally a site.

    Roles are robots, feed, sitemap, list, search and article. `found` is told a site and what its sources say
    of articles, each with its canonical address, and returns those that still wait from earlier nights. `met`
    tells whether an address was met on an earlier one. `queries` are asked of sites that can be searched, and
    a list or search is read up to `list_pages` pages. What any of the four raises ends the
    crawl and is raised here, as is KeyboardInterrupt after Ctrl-C. Once a process: its reactor does not start
    twice.
    """
    settings = _settings(sites, delay=delay, timeout=timeout, contact=contact)
    visit: dict[str, Any] = {"known": known, "found": found, "met": met, "queries": queries}
    visit |= {"list_pages": list_pages, "max_pages": max_pages}
    spider = _run(settings, sites, keep=keep, proxy=proxy, **visit)
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


def _settings(sites: Sequence[Site], *, delay: float, timeout: float, contact: str) -> dict[str, Any]:
    agent = f"sandan/{version('sandan')}"
    return {
        **POLITE,
        "USER_AGENT": f"{agent} (+{contact})" if contact else agent,
        "DOWNLOAD_DELAY": delay,
        # A site's own file may only slow it.
        "DOWNLOAD_SLOTS": {site.id: {"concurrency": 1, "delay": max(delay, site.delay)} for site in sites},
        "DOWNLOAD_TIMEOUT": timeout,
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
