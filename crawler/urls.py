"""Addresses: which are articles of a site, and which of them are the same article."""

import re
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from .site import Site, host_of

TRACKING = re.compile(r"(?:utm_\w+|fbclid|gclid)(?:=|$)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Address:
    """An article's number within its site, and the one address we call it by."""

    id: str
    url: str


def identify(site: Site, url: str) -> Address | None:
    """Return the article that an address is of, by the site's own rule; None where it is none of the site's.

    `http://m.paper.kr/news/articleView.html?sc=rss&idxno=7#none` is article 7, at
    `https://www.paper.kr/news/articleView.html?idxno=7`.
    """
    if not on_site(site, url):
        return None
    parts = urlsplit(url.strip())
    # Two slashes are one to every server, and feeds have them.
    path = re.sub("/{2,}", "/", parts.path)
    seen = f"{path}?{parts.query}" if parts.query else path
    for form in site.forms:
        if match := form.article.match(seen):
            return Address(match["id"], urljoin(site.home, form.canonical.format_map(match.groupdict(""))))
    return None


def untracked(url: str) -> str:
    """Return an address of a paper that nobody declared without its fragment and what counts readers.

    Everything else stays: any parameter may be the article's number.
    """
    page, _, query = url.strip().partition("#")[0].partition("?")
    kept = [each for each in query.split("&") if each and not TRACKING.match(each)]
    return f"{page}?{'&'.join(kept)}" if kept else page


def on_site(site: Site, url: str) -> bool:
    """Tell whether an address is on one of the site's own hosts."""
    return host_of(url) in site.hosts


def absolute(link: str, *, base: str) -> str | None:
    """Return the web address a link means on its page; None for `javascript:`, `mailto:` and broken ones."""
    try:
        url = urljoin(base, link.strip())
    except ValueError:
        return None
    return url if link.strip() and host_of(url) else None
