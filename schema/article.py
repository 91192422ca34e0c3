"""What came from the network, and what was read from it."""

from dataclasses import dataclass
from datetime import datetime


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
    """When an article appeared: an aware +09:00 time, the rung that said so, and whether that is only a day.

    A page's `입력 2021-04-25 19:00` gives 19:00 with rung `line`; `/20180530/` in an address gives
    midnight with rung `url` and `day_only`.
    """

    at: datetime
    rung: str
    day_only: bool


@dataclass(frozen=True, slots=True)
class Article:
    """The clean text of one page; `text` holds paragraphs, joined by a line feed.

    `layout` names what found the text (a layout of the site's, `trafilatura`, `text`, `jsonl`); `page_id` the
    stored page, if there is one.
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
    layout: str = "text"
    page_id: str | None = None
