"""Sitemaps and sitemap indexes, read piece by piece: gzipped, mislabelled or cut off."""

import codecs
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from lxml import etree

from .charset import decode
from .links import Link, plain, time_of, unique

# What the sitemap protocol allows, and a bound for what a small gzip may unfold to.
SITEMAP_BYTES = 50 * 1024 * 1024
ENTRIES = 50_000  # and what it allows of these
PIECE = 1 << 20
GZIP = b"\x1f\x8b"


@dataclass(frozen=True, slots=True)
class Sitemap:
    """The links of a sitemap, or the further sitemaps of an index, the last changed first."""

    links: tuple[Link, ...]
    children: tuple[str, ...]


def read_sitemap(body: bytes, *, base: str) -> Sitemap:
    """Return what a sitemap or sitemap index names, gzipped or not, up to where it is cut off or broken.

    A link's headline is its `news:title`, its time `news:publication_date` with the rung `sitemap`.
    """
    links: list[Link] = []
    children: list[Link] = []
    for element in islice(_elements(_texts(_unpacked(body))), ENTRIES):
        # Only its own loc: pictures and films have theirs inside.
        url = element.findtext("{*}loc") or ""
        if etree.QName(element).localname == "sitemap":
            changed = time_of(element.findtext("{*}lastmod") or "", rung="sitemap")
            children.append(Link(url, published=changed))
        else:
            title = element.findtext("{*}news/{*}title") or ""
            said = element.findtext("{*}news/{*}publication_date") or ""
            links.append(Link(url, plain(title), time_of(said, rung="sitemap")))
    # Papers keep one a month since their beginning, and many write the oldest first.
    ordered = sorted(unique(children, base=base), key=_age)
    return Sitemap(unique(links, base=base), tuple(child.url for child in ordered))


def _age(child: Link) -> float:
    return -child.published.at.timestamp() if child.published else 0.0


def _unpacked(body: bytes) -> Iterator[bytes]:
    """Yield a body in pieces, out of its gzip; what is broken there ends it."""
    if not body.startswith(GZIP):
        yield from (body[start : start + PIECE] for start in range(0, min(len(body), SITEMAP_BYTES), PIECE))
        return
    unzip, rest, size = zlib.decompressobj(wbits=31), body, 0
    while rest and size < SITEMAP_BYTES:
        try:
            piece = unzip.decompress(rest, PIECE)
        except zlib.error:
            return
        size += len(piece)
        yield piece
        rest = unzip.unconsumed_tail
        if unzip.eof and unzip.unused_data.startswith(GZIP):
            unzip, rest = zlib.decompressobj(wbits=31), unzip.unused_data


def _texts(pieces: Iterator[bytes]) -> Iterator[str]:
    """Yield the pieces as text, in the charset that the first one is in."""
    first = next(pieces, b"")
    reader = codecs.getincrementaldecoder(decode(first).encoding)("replace")
    yield reader.decode(first).removeprefix("\ufeff").lstrip()
    yield from map(reader.decode, pieces)


def _elements(texts: Iterator[str]) -> Iterator[etree._Element]:
    """Yield the whole `url` and `sitemap` elements; broken markup is recovered or left, never an error."""
    parser = etree.XMLPullParser(
        events=("end",),
        tag=("{*}url", "{*}sitemap"),
        encoding="utf-8",
        recover=True,
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
    )
    # Never closed: closing would end an address that is cut off as if it were whole.
    for text in texts:
        try:
            parser.feed(text.encode("utf-8", "replace"))
        except etree.XMLSyntaxError:
            return
        for _, element in parser.read_events():
            assert etree.iselement(element)
            yield element
            element.clear()
            parent, read = element.getparent(), element.getprevious()
            if parent is not None and read is not None:
                parent.remove(read)  # one by one: a slice counts all children
