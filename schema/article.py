"""What came from the network, and what was read from it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

ArticleKind = Literal["article", "short", "photo", "script", "paywalled"]
"""A whole article; one under 250 letters; a picture and its caption; a broadcast script; a teaser."""


@dataclass(frozen=True, slots=True)
class Page:
    """The bytes of one response, as they came; `body` without Content-Encoding, never otherwise changed."""

    url: str
    site: str
    status: int
    fetched_at: datetime
    headers: tuple[tuple[str, str], ...]
    body: bytes


@dataclass(frozen=True, slots=True)
class Published:
    """When an article appeared, or was last changed: an aware +09:00 time, its rung, and if it is only a day.

    The rung is what said so: a page's `입력 2021-04-25 19:00` gives 19:00 with rung `line`; `/20180530/` in
    an address gives midnight with rung `address` and `day_only`.
    """

    at: datetime
    rung: str
    day_only: bool


@dataclass(frozen=True, slots=True)
class Article:
    """The clean text of one page; `text` holds paragraphs, joined by a line feed.

    `layout` names what found the text (a layout of the site's, `trafilatura`, `text`, `jsonl`); `page_id` the
    stored page, if there is one. `parts_told` is how many pages the paper spreads it over, and `parts` how
    many of them `text` holds. `modified` is None where the page names no time later than `published`.
    """

    id: str
    text: str
    title: str = ""
    subtitle: str = ""
    byline: str = ""
    url: str | None = None
    site: str | None = None
    publisher: str | None = None
    published: Published | None = None
    modified: Published | None = None
    kind: ArticleKind = "article"
    parts: int = 1
    parts_told: int = 1
    layout: str = "text"
    page_id: str | None = None
