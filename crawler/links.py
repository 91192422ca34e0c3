"""What a source says of an article: its address, headline and time."""

import html
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from schema import Published

from .dates import find_published, parse_iso
from .markup import clean
from .urls import absolute

TAG = re.compile(r"</?[A-Za-z][^<>]*>")
# `수, 30 5월 2018 09:12:00 +0900`: what Java writes on a Korean machine.
KOREAN_MAIL = re.compile(r"^\s*(?:[월화수목금토일],\s*)?(\d{1,2})\s+(\d{1,2})월?\s+(\d{4})\s+(\d.*)$")


@dataclass(frozen=True, slots=True)
class Link:
    """An address that a source names, with the headline and the time it gives there, if any."""

    url: str
    title: str = ""
    published: Published | None = None
    source: str = ""


def unique(links: Iterable[Link], *, base: str) -> tuple[Link, ...]:
    """Return whole addresses in order, each with the first headline and time that came with it.

    A picture links to its article too, without a headline.
    """
    found: dict[str, Link] = {}
    for link in links:
        if url := absolute(link.url, base=base):
            before = found.get(url, Link(url))
            found[url] = replace(
                before,
                title=before.title or clean(link.title),
                published=before.published or link.published,
            )
    return tuple(found.values())


def plain(text: str) -> str:
    """Return a headline without markup: `<b>산단</b> 소식 &amp; 사람` is `산단 소식 & 사람`."""
    return clean(TAG.sub("", html.unescape(TAG.sub("", text))))


def time_of(text: str, *, rung: str) -> Published | None:
    """Return when an entry appeared, a missing zone and `KST` being Korea's; None for no date at all."""
    text = KOREAN_MAIL.sub(r"\3-\2-\1 \4", text.strip())
    return parse_iso(_padded(text), rung=rung) or find_published(text, rung=rung)


def _padded(text: str) -> str:
    return re.sub(r"^(\d{4})-(\d{1,2})-(\d{1,2})\b", lambda m: f"{m[1]}-{m[2]:0>2}-{m[3]:0>2}", text)
