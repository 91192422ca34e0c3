"""What a page says of itself to machines: JSON-LD and meta elements, leniently read."""

import html
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml.html import HtmlElement

from .markup import clean, select

PUBLISHED = (
    "article:published_time",
    "article:published",
    "og:article:published_time",
    "datepublished",
    "pubdate",
)
MODIFIED = (
    "article:modified_time",
    "article:modified",
    "og:article:modified_time",
    "og:updated_time",
    "datemodified",
    "lastmod",
)
AUTHOR = ("article:author", "author", "dable:author", "og:article:author", "byl")
# A comment to the end of a line has no quotes in it, as the address of a value has behind it.
COMMENT = re.compile(r"/\*.*?\*/|^\s*//.*$|(?<!:)//[^\n\"]*$|<!--|-->|<!\[CDATA\[|\]\]>", re.MULTILINE)
TRAILING_COMMA = re.compile(r",\s*(?=[}\]])")


@dataclass(frozen=True, slots=True)
class Metadata:
    """The parts of an article that its page declares; empty where it does not."""

    headline: str = ""
    og_title: str = ""
    json_published: str = ""
    meta_published: str = ""
    json_modified: str = ""
    meta_modified: str = ""
    byline: str = ""
    publisher: str = ""
    canonical: str = ""
    body: str = ""
    for_subscribers: bool = False


def read_metadata(tree: HtmlElement) -> Metadata:
    """Return what the page's JSON-LD article and its meta elements say."""
    article = next((node for node in read_json_ld(tree) if is_article(node)), {})
    meta = _meta(tree)
    links = [link.get("href", "") for link in select(tree, "link[rel=canonical][href]")]
    authors = [name for name in (meta.get(key, "") for key in AUTHOR) if not name.startswith("http")]
    return Metadata(
        headline=_text(article.get("headline")) or meta.get("headline", ""),
        og_title=meta.get("og:title", ""),
        json_published=_text(article.get("datePublished")),
        meta_published=next((meta[key] for key in PUBLISHED if meta.get(key)), ""),
        json_modified=_text(article.get("dateModified")),
        meta_modified=next((meta[key] for key in MODIFIED if meta.get(key)), ""),
        byline=_names(article.get("author")) or next(filter(None, authors), ""),
        publisher=_names(article.get("publisher")) or meta.get("og:site_name", ""),
        canonical=next(filter(None, [*links, meta.get("og:url", "")]), ""),
        body=html.unescape(str(article.get("articleBody") or "")),
        for_subscribers=str(article.get("isAccessibleForFree", "")).lower().rpartition("/")[2] == "false",
    )


def read_json_ld(tree: HtmlElement) -> Iterator[Mapping[str, object]]:
    """Yield each object of a page's JSON-LD, those in lists and graphs too; stray commas are forgiven."""
    for script in select(tree, 'script[type="application/ld+json"]'):
        yield from _objects(_loads(script.text or ""))


def is_article(node: Mapping[str, object]) -> bool:
    """Tell whether a JSON-LD object is an article: its type is `NewsArticle`, `Article` or the like."""
    kind = node.get("@type")
    kinds = kind if isinstance(kind, list) else [kind]
    return any(isinstance(each, str) and each.endswith("Article") for each in kinds)


def _loads(text: str) -> object:
    # Each attempt gives up a little more; strict=False lets raw line feeds stand in strings.
    mended = COMMENT.sub("", text)
    for attempt in (text, mended, TRAILING_COMMA.sub("", mended)):
        try:
            return json.JSONDecoder(strict=False).raw_decode(attempt.strip())[0]
        except json.JSONDecodeError:
            continue
    return None


def _objects(value: object) -> Iterator[Mapping[str, object]]:
    if isinstance(value, list):
        for each in value:
            yield from _objects(each)
    elif isinstance(value, dict):
        yield value
        for key in ("@graph", "mainEntity", "itemListElement"):
            yield from _objects(value.get(key))


def _meta(tree: HtmlElement) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in select(tree, "meta[content]"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        content = clean(html.unescape(element.get("content", "")))
        if content:
            found.setdefault(name.lower(), content)
    return found


def _text(value: object) -> str:
    """Return a JSON-LD value as one line; some systems escape it for HTML before, or wrap it in a list."""
    first = value[0] if isinstance(value, list) and value else value
    return clean(html.unescape(first)) if isinstance(first, str) else ""


def _names(value: object) -> str:
    """Return the names of persons or organizations: `배윤경, 이상현` of a list of two."""
    values = value if isinstance(value, list) else [value]
    names = [_text(each.get("name") if isinstance(each, dict) else each) for each in values]
    return ", ".join(dict.fromkeys(filter(None, names)))
