"""Feeds, sitemaps and list pages to the links they hold: in order, each once, malformed or not."""

import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO

import feedparser  # type: ignore[import-untyped]
from lxml import etree

from .charset import decode
from .markup import clean, line_of, read_html, select
from .urls import absolute

SITEMAP_BYTES = (
    50 * 1024 * 1024
)  # what the sitemap protocol allows, and a bound for what a small gzip may unfold to
GZIP = b"\x1f\x8b"


@dataclass(frozen=True, slots=True)
class Link:
    """An address that a source names, with the headline it gives there, if any."""

    url: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Sitemap:
    """The links of a sitemap, or the further sitemaps of an index."""

    links: tuple[Link, ...]
    children: tuple[str, ...]


def read_feed(text: str, *, base: str) -> tuple[Link, ...]:
    """Return the links of an RSS or Atom feed; broken XML gives what can be made out of it."""
    # A stream and never a str, which feedparser might take for an address or a file to open. The header
    # outweighs the XML declaration, which still names the charset that the text came in.
    headers = {"content-type": "application/xml; charset=utf-8", "content-location": base}
    body = _closed(text, ("</item>", "</entry>")).encode("utf-8", "replace")
    feed = feedparser.parse(BytesIO(body), response_headers=headers)
    found = ((entry.get("link") or entry.get("id") or "", entry.get("title", "")) for entry in feed.entries)
    return _unique(found, base=base)


def read_sitemap(body: bytes, *, base: str) -> Sitemap:
    """Return what a sitemap or sitemap index names, gzipped or not, up to where it is cut off.

    A link's headline is its `news:title`.
    """
    if body.startswith(GZIP):
        body = zlib.decompressobj(wbits=31).decompress(body, SITEMAP_BYTES)
    found: list[tuple[str, str]] = []
    children: list[tuple[str, str]] = []
    for element in _elements(_closed(decode(body).text, ("</url>", "</sitemap>"))):
        target = found if etree.QName(element).localname == "url" else children
        # Only its own loc: pictures and films have theirs inside.
        target.append((element.findtext("{*}loc") or "", element.findtext("{*}news/{*}title") or ""))
        element.clear()
    return Sitemap(_unique(found, base=base), tuple(link.url for link in _unique(children, base=base)))


def read_list(text: str, *, base: str) -> tuple[Link, ...]:
    """Return the links of a page, with the text they are set on."""
    tree = read_html(text)
    for element in select(tree, "base[href]")[:1]:
        base = absolute(element.get("href", ""), base=base) or base
    return _unique(((a.get("href", ""), line_of([a])) for a in select(tree, "a[href]")), base=base)


def _elements(text: str) -> Iterable[etree._Element]:
    """Yield the `url` and `sitemap` elements; broken markup is recovered or left, never an error."""
    walk = etree.iterparse(
        BytesIO(text.encode("utf-8", "replace")),
        events=("end",),
        tag=("{*}url", "{*}sitemap"),
        encoding="utf-8",
        recover=True,
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
    )
    try:
        for _, element in walk:
            yield element
    except etree.XMLSyntaxError:
        return


def _closed(text: str, tags: Iterable[str]) -> str:
    """Return the text up to its last whole entry: an address that is cut off names another article."""
    end = max(text.rfind(tag) + len(tag) if tag in text else 0 for tag in tags)
    return text[:end] or text


def _unique(found: Iterable[tuple[str, str]], *, base: str) -> tuple[Link, ...]:
    """Return whole addresses in order, each with the first headline that came with it: pictures link too."""
    titles: dict[str, str] = {}
    for link, title in found:
        if url := absolute(link, base=base):
            titles[url] = titles.get(url) or clean(title)
    return tuple(Link(url, title) for url, title in titles.items())
