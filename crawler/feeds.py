"""RSS and Atom as they are: whatever is broken in a feed, no entry of it is lost."""

import html
import re
from collections.abc import Iterator
from io import BytesIO
from itertools import islice

import feedparser  # type: ignore[import-untyped]

from .links import Link, plain, time_of, unique

# The newest come first; a whole archive in one feed would hold the night up for a minute.
ENTRIES = 2000
END = re.compile(r"</(?:item|entry)\s*>", re.IGNORECASE)
START = re.compile(r"<(?:item|entry)\b(?=[^<]*>)", re.IGNORECASE)
OPEN = r"\b[^<>]*>\s*(?:<!\[CDATA\[)?\s*"
LINK = re.compile(rf"<link(?:\b[^<>]*\bhref\s*=\s*[\"']\s*([^\"'<>]+)|{OPEN}([^\s<>\]]+))", re.IGNORECASE)
TITLE = re.compile(rf"<title{OPEN}(.*?)(?:\]\]>\s*)?</title", re.IGNORECASE | re.DOTALL)
DATE = re.compile(rf"<(?:pubDate|dc:date|published|updated){OPEN}([^<\]]+)", re.IGNORECASE)


def read_feed(text: str, *, base: str) -> tuple[Link, ...]:
    """Return the links of an RSS or Atom feed in its order, at most 2000; broken XML costs no entry.

    A link's time has the rung `feed`. An entry that is cut off is left out: half an address names another
    article.
    """
    text = _whole(text)
    # A stream and never a str, which feedparser might take for an address or a file to open. The header
    # outweighs the XML declaration, which still names the charset that the text came in.
    headers = {"content-type": "application/xml; charset=utf-8", "content-location": base}
    feed = feedparser.parse(BytesIO(text.encode("utf-8", "replace")), response_headers=headers)
    read = unique(map(_link, feed.entries), base=base)
    if len(read) >= len(START.findall(text)):
        return read
    # An open comment or CDATA swallows what follows, and an open link its own address.
    parsed = {link.url: link for link in read}
    seen = unique(_seen(text), base=base)
    return (*(parsed.pop(link.url, link) for link in seen), *parsed.values())


def _whole(text: str) -> str:
    ends = [match.end() for match in islice(END.finditer(text), ENTRIES)]
    return text[: ends[-1]] if ends else text


def _link(entry: feedparser.FeedParserDict) -> Link:
    # feedparser's own get() takes one kind of date for another, and warns.
    said = dict.get(entry, "published") or dict.get(entry, "updated") or ""
    url = entry.get("feedburner_origlink") or entry.get("link") or entry.get("id") or ""
    return Link(url, plain(entry.get("title", "")), time_of(said, rung="feed"))


def _seen(text: str) -> Iterator[Link]:
    """Yield the links that stand in a feed's text, entry by entry, without regard to its structure."""
    for entry in START.split(text)[1:]:
        if link := LINK.search(entry):
            title, date = TITLE.search(entry), DATE.search(entry)
            yield Link(
                html.unescape(link[1] or link[2]),
                plain(title[1]) if title else "",
                time_of(date[1], rung="feed") if date else None,
            )
