"""Articles that a paper spreads over several pages: which page one is, and where the others are."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from urllib.parse import urldefrag

from lxml.html import HtmlElement

from .markup import select
from .site import Site
from .urls import absolute, identify

MOST_PARTS = 20  # an endless pager ends here; the longest real ones have some ten
NUMBER = re.compile(r"\[?\s?([1-9]\d?)\s?\]?")
MOST_LINKS = 1000  # a pager stands above and below a text, or twice more
# A pager of the readers' comments turns within the same article too.
COMMENTS = re.compile(r"comment|reply|cmt", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Pager:
    """A page's place among those of its article, from 1, and the addresses of the further ones, by number."""

    here: int = 1
    further: dict[int, str] = field(default_factory=dict)

    @property
    def count(self) -> int:
        """How many pages the article has."""
        return max(self.further, default=1)


def find_pager(tree: HtmlElement, *, site: Site | None, url: str) -> Pager:
    """Return where a page stands among those of its article: of `…?idxno=7` page 1, with `…?idxno=7&page=2`.

    Pages are told by links whose text is their number, to the same article, with that number in the address,
    unbroken from 1 on. A `page=3` that only says from which list the reader came has no such links.
    """
    own = identify(site, url) if site else None
    if site is None or own is None:
        return Pager()
    links = list(islice(_links(tree, site=site, base=url, article=own.id), MOST_LINKS))
    forms = Counter(form for number, link in links if (form := _form(link, number)))
    if not forms:
        return Pager()
    before, after = form = forms.most_common(1)[0][0]
    found = {number: link for number, link in links if _form(link, number) == form}
    matched = re.fullmatch(rf"{re.escape(before)}(\d{{1,3}}){re.escape(after)}", urldefrag(url).url)
    here = int(matched[1]) if matched and any(number == 1 for number, _ in links) else 1
    count = 1
    while count < MOST_PARTS and (count + 1 in found or count + 1 == here):
        count += 1
    further = {number: found.get(number, url) for number in range(2, count + 1)}
    return Pager(here, further) if here <= count else Pager()


def _links(tree: HtmlElement, *, site: Site, base: str, article: str) -> Iterator[tuple[int, str]]:
    for link in select(tree, "a[href]"):
        number = NUMBER.fullmatch(str(link.text_content()).strip())
        if number is None or int(number[1]) > MOST_PARTS:
            continue
        url = absolute(link.get("href", ""), base=base)
        if url is None or COMMENTS.search(url) or _is_of_comments(link):
            continue
        address = identify(site, url)
        if address and address.id == article:
            yield int(number[1]), urldefrag(url).url


def _form(url: str, number: int) -> tuple[str, str] | None:
    """Return what stands before and behind a page's number in its address; None where it is not in it."""
    match = re.fullmatch(rf"(.*[=/]){number}((?:[&/].*)?)", url)
    return (match[1], match[2]) if match else None


def _is_of_comments(link: HtmlElement) -> bool:
    names = (f"{each.get('class', '')} {each.get('id', '')}" for each in link.iterancestors())
    return any(map(COMMENTS.search, names))
