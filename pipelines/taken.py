"""An article out of a file, with what the file does not say itself."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256

from crawler import Link, Site, find_site, identify
from schema import Article, Page, PageError, Published, SourceError

from .clock import KOREA
from .identity import make_id


@dataclass(frozen=True, slots=True)
class Given:
    """What the caller knows of articles whose file does not say it."""

    url: str | None = None
    publisher: str | None = None
    published: Published | None = None


@dataclass(frozen=True, slots=True)
class Taken:
    """An article out of a file, the id to keep it under, and its page where it came as one.

    An `excerpt` is an article's beginning, perhaps, and worth its page.
    """

    article: Article
    lasting_id: str
    page: Page | None = None
    excerpt: bool = False


@dataclass(frozen=True, slots=True)
class Wanted:
    """An article of a declared paper that a file names, and does not hold."""

    site: str
    link: Link


def fill(article: Article, *, given: Given) -> Article:
    """Return the article with what it lacks and the caller knows."""
    return replace(
        article,
        url=article.url or given.url,
        publisher=article.publisher or given.publisher,
        published=article.published or given.published,
    )


def lasting_id(article: Article, *, body: bytes, sites: tuple[Site, ...]) -> str:
    """Return an id that no other article has: of paper and number, or address, or name and content."""
    if not article.url:
        return f"{article.id}-{sha256(body).hexdigest()[:12]}"
    site = find_site(sites, article.url)
    address = identify(site, article.url) if site else None
    return f"{site.id}:{address.id}" if site and address else f"web:{make_id(article.url)}"


def day_of(text: str, *, place: str) -> Published:
    """Return a day or time as `2018-05-30` or `2018-05-30T09:12:00+09:00`; a missing zone is Korea's."""
    try:
        at = datetime.fromisoformat(text.strip())
        at = at.replace(tzinfo=at.tzinfo or KOREA).astimezone(KOREA)
    except (ValueError, OverflowError):
        raise SourceError(f"{place}: expected a day as 2018-05-30, got {text!r}; correct it") from None
    return Published(at, "given", day_only=len(text.strip()) <= len("2018-05-30"))


def refusal(error: PageError, *, place: str) -> SourceError:
    """Return why a page or text is no article, as an error of the input at this place."""
    return SourceError(f"{place}: expected an article, got {type(error).__name__}: {error}")


@contextmanager
def refusing(place: str) -> Iterator[None]:
    """Turn what says that a page or text is no article into an error of the input at this place."""
    try:
        yield
    except PageError as error:
        raise refusal(error, place=place) from error
