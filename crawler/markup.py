"""HTML to lines of text: block elements and `<br>` break a line, inline elements do not."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import cast

from lxml import etree
from lxml.cssselect import CSSSelector
from lxml.html import HtmlElement, HTMLParser, document_fromstring

# As text, for as lists they would stand on sixty lines.
BLOCKS = frozenset(
    "address article aside blockquote br body caption center dd details div dl dt fieldset figure footer "  # noqa: SIM905
    "form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary table tbody tfoot thead "
    "tr ul".split()
)
CELLS = frozenset({"td", "th"})
UNREAD = frozenset(
    "audio button canvas embed figcaption head iframe noscript object option script select style svg "  # noqa: SIM905
    "template textarea video".split()
)
"""What is no running text. A caption tells the picture; it is often the body's first sentence once more."""

INVISIBLE = re.compile("[\x00-\x08\x0e-\x1f\x7f\u00ad\u200b-\u200f\u2060-\u2064\ufeff]")
HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)


def read_html(text: str) -> HtmlElement:
    """Return the tree of a page, however broken; an empty page gives an empty one."""
    # Bytes, because lxml refuses a str with an XML declaration; and libxml2 stops reading at a NUL.
    body = text.replace("\x00", "").encode("utf-8", "replace")
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    return document_fromstring(body if body.strip() else b"<html></html>", parser=parser)


def select(tree: HtmlElement, css: str) -> list[HtmlElement]:
    """Return the elements a selector finds, in the order of the page; none for an empty selector."""
    return cast("list[HtmlElement]", _selector(css)(tree)) if css else []


def drop(tree: HtmlElement, selectors: Iterable[str]) -> None:
    """Take what the selectors find out of the tree, leaving the text that follows it."""
    for css in selectors:
        for element in select(tree, css):
            if element.getparent() is not None:
                element.drop_tree()


def lines_of(elements: Sequence[HtmlElement]) -> list[str]:
    """Return the clean, non-empty lines that elements show, those inside another of them once."""
    outer = [each for each in elements if not any(a in elements for a in each.iterancestors())]
    pieces = [piece for element in outer for piece in (*_pieces(element), "\n")]
    lines = (clean(line) for line in "".join(pieces).split("\n"))
    return [line for line in lines if line]


def line_of(elements: Sequence[HtmlElement]) -> str:
    """Return all that elements show as one line: a headline broken by `<br>` has a space there."""
    return " ".join(lines_of(elements))


def clean(text: str) -> str:
    """Return one line in NFC with single spaces, without control, zero-width and soft-hyphen characters."""
    return " ".join(unicodedata.normalize("NFC", INVISIBLE.sub("", text)).split())


def _pieces(element: HtmlElement) -> list[str]:
    pieces: list[str] = []
    walk = etree.iterwalk(element, events=("start", "end"))
    for event, node in walk:
        edge = "\n" if node.tag in BLOCKS else " " if node.tag in CELLS else ""
        if event == "end":
            pieces.append(edge)
            # A line feed in the source is a space to the reader; only tags break lines.
            pieces.append("" if node is element else _flat(node.tail))
        elif node.tag in UNREAD or HIDDEN.search(node.get("style") or ""):
            walk.skip_subtree()
        else:
            pieces.extend((edge, _flat(node.text)))
    return pieces


def _flat(text: str | None) -> str:
    return text.replace("\r", " ").replace("\n", " ") if text else ""


@lru_cache(maxsize=1024)
def _selector(css: str) -> CSSSelector:
    return CSSSelector(css, translator="html")
