"""The headline of a page where no layout marks it."""

import re

from lxml.html import HtmlElement

from .markup import line_of, select
from .metadata import Metadata

BARS = r"[|<>:·ㅣ│｜–—-]"


def find_title(tree: HtmlElement, metadata: Metadata, *, publisher: str) -> str:
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
