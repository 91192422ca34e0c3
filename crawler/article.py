"""One page to its article."""

import hashlib
import re
from collections.abc import Sequence

from lxml.html import HtmlElement

from schema import Article, NoBody, NoTitle, NotKorean, Page

from .body import read_face
from .charset import decode
from .lines import trim
from .markup import line_of, lines_of, read_html, select
from .metadata import Metadata, read_metadata
from .published import date_page
from .site import Site, host_of
from .urls import identify

CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
LETTER = re.compile(r"[^\W\d_]")
HANGUL = re.compile(r"[가-힣]")
KOREAN = 0.2  # share of Hangul; the rest may be Hanja in old papers, or names of companies and their products
# A page of status 200 that only says so; an article that mentions a deleted one is longer than a notice.
GONE = re.compile(
    r"(?:삭제|이동)된 ?(?:기사|페이지|게시물)|존재하지 ?않는 ?(?:기사|페이지)|(?:기사|페이지)를 ?찾을 ?수 ?없"
)
NOTICE = 150
BARS = r"[|<>:·ㅣ│｜–—-]"


def parse(page: Page, site: Site | None = None) -> Article:
    """Return the article of a page: by its site's layouts, or as well as can be told without a site.

    NoBody, NoTitle or NotKorean say why there is none.
    """
    if page.status != 200:
        raise NoBody(f"{page.url}: HTTP {page.status}")
    tree = read_html(decode(page.body, charset_of(page)).text)
    metadata = read_metadata(tree)
    article_id, url = _identity(page, site=site, canonical=metadata.canonical)
    shown = lines_of([tree])
    face = read_face(tree, layouts=site.layouts if site else (), declared=metadata.body)
    publisher = site.publisher if site else metadata.publisher
    title = face.title or _title(tree, metadata, publisher=publisher)
    lines = trim(list(face.lines), title=title)
    _demand(lines, title=title, shown=shown, url=page.url or "the page")
    return Article(
        id=article_id,
        url=url,
        site=site.id if site else None,
        publisher=publisher or None,
        title=title,
        subtitle=face.subtitle,
        byline=face.byline or (metadata.byline if metadata.byline != publisher else ""),
        text="\n".join(lines),
        published=date_page(
            tree, metadata=metadata, marked=face.published, lines=shown, url=page.url or url or ""
        ),
        layout=face.layout,
    )


def charset_of(page: Page) -> str | None:
    """Return the charset that a page's Content-Type header names."""
    types = [value for name, value in page.headers if name.lower() == "content-type"]
    match = CHARSET.search(" ".join(types))
    return match[1] if match else None


def _identity(page: Page, *, site: Site | None, canonical: str) -> tuple[str, str | None]:
    if site is None:
        url = page.url or canonical
        digest = hashlib.sha256(url.encode() or page.body).hexdigest()[:12]
        return f"{host_of(url) or 'page'}:{digest}", url or None
    # An AMP or print page has an address of its own, and names the article's.
    address = identify(site, page.url) or identify(site, canonical)
    if address is None:
        raise NoBody(f"{page.url}: no address of an article of {site.id}")
    return f"{site.id}:{address.id}", address.url


def _demand(lines: Sequence[str], *, title: str, shown: Sequence[str], url: str) -> None:
    text = "".join(lines or shown)
    letters, hangul = len(LETTER.findall(text)), len(HANGUL.findall(text))
    if hangul < KOREAN * letters:
        raise NotKorean(f"{url}: {hangul} of {letters} letters are Hangul")
    if not lines:
        raise NoBody(f"{url}: neither a layout nor trafilatura finds a text")
    if len(text) < NOTICE and (said := GONE.search(text)):
        raise NoBody(f"{url}: it says {said.group()!r}")
    if not title:
        raise NoTitle(f"{url}: a text without a title")


def _title(tree: HtmlElement, metadata: Metadata, *, publisher: str) -> str:
    """Return the headline: declared, of og:title, of the one h1, or of title before the paper's name."""
    names = [re.escape(name) for name in (publisher, metadata.publisher) if name]
    tail = re.compile(rf"\s*{BARS}+\s*(?:{'|'.join(names)})\s*$" if names else r"(?!)")
    headings = [text for text in map(line_of, ([h1] for h1 in select(tree, "h1"))) if text]
    # ndsoft: 제목 < 산업 < 기사본문 - 신문
    title = line_of(select(tree, "title")[:1])
    return next(
        filter(
            None,
            (
                metadata.headline,
                tail.sub("", metadata.og_title),
                headings[0] if len(headings) == 1 else "",
                tail.sub("", title.partition(" < ")[0]),
            ),
        ),
        "",
    )
