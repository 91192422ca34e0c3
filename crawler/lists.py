"""List pages to the links on them."""

from .links import Link, unique
from .markup import line_of, read_html, select
from .urls import absolute


def read_list(text: str, *, base: str) -> tuple[Link, ...]:
    """Return the links of a page, with the text they are set on."""
    tree = read_html(text)
    for element in select(tree, "base[href]")[:1]:
        base = absolute(element.get("href", ""), base=base) or base
    return unique((Link(a.get("href", ""), line_of([a])) for a in select(tree, "a[href]")), base=base)
