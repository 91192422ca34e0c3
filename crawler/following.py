"""Fetching the further pages of an article that its paper spreads over several."""

import re
from collections import Counter
from collections.abc import Awaitable, Callable

from schema import Page

from .article import charset_of
from .charset import decode
from .markup import read_html
from .parts import find_pager
from .site import Site

# Every pager has it; the tree of a page without it need not be built.
SECOND = re.compile(rb">\s*\[?\s*2\s*\]?\s*<")
PART = "part"  # the role of a further page; those of an article are read with its first


def parts_of(page: Page, site: Site | None) -> tuple[str, ...]:
    """Return the addresses of an article's further pages, in order; none for a page that is one itself."""
    if not SECOND.search(page.body):
        return ()
    pager = find_pager(read_html(decode(page.body, charset_of(page)).text), site=site, url=page.url)
    return tuple(pager.further.values()) if pager.here == 1 else ()


async def follow(
    page: Page, site: Site, *, fetch: Callable[[str, Site, str], Awaitable[Page | str]]
) -> Counter[str]:
    """Fetch the further pages of an article, and return how many could not be had, by cause."""
    answers = [await fetch(url, site, PART) for url in parts_of(page, site)]
    return Counter(answer for answer in answers if isinstance(answer, str))
