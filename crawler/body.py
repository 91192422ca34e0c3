"""The body of a page as lines: by the site's layouts, else by trafilatura, else from what a script holds."""

import json
import re
from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass
from itertools import islice

from lxml.html import HtmlElement
from trafilatura import bare_extraction

from .boilerplate import is_prose
from .markup import drop, line_of, lines_of, read_html, select
from .photos import WITHIN, read_captions
from .site import Layout

TAGS = {
    "head": "h2",
    "item": "li",
    "lb": "br",
    "row": "tr",
    "cell": "td",
    "quote": "blockquote",
    "list": "ul",
}
"""trafilatura's names for what it found, and HTML's."""

FEW = 3  # paragraphs; a text of more has come with its own ends of lines

PARAGRAPH = re.compile(r"<(?:p|br|div)\b[^>]*>[^<]*[가-힣]", re.IGNORECASE)
PLACEHOLDER = re.compile(r"\$\$\w+\$\$")  # where the page's own script would put an advertisement


@dataclass(frozen=True, slots=True)
class Face:
    """What stands on a page for the reader: the parts of an article, and the name of what found its body."""

    layout: str
    lines: tuple[str, ...]
    title: str = ""
    subtitle: str = ""
    byline: str = ""
    published: str = ""
    is_caption: bool = False


def read_face(tree: HtmlElement, *, layouts: Sequence[Layout], declared: str) -> Face:
    """Return the page by its first layout whose body is there, else a body found without one.

    That is trafilatura's, then what the page declares to machines, then the longest HTML in its scripts. A
    body of nothing but pictures is its captions.
    """
    laid_out = [_by_layout(tree, layout) for layout in layouts]
    # Text in any layout outweighs captions: a shell whose text stands in a script may have pictures.
    for face in sorted(laid_out, key=lambda face: face.is_caption):
        if face.lines:
            return face
    rest = deepcopy(tree)
    drop(rest, (css for layout in layouts for css in layout.drop))
    faces = (
        Face("trafilatura", _by_trafilatura(rest)),
        Face("json-ld", tuple(lines_of([read_html(declared.replace("\n", "<br>"))]))),
        Face("script", _by_scripts(tree)),
        Face("caption", read_captions(select(tree, WITHIN)), is_caption=True),
    )
    # Without a sentence it is the list of other news, beside a body that only a script knows.
    told = [face for face in faces if any(map(is_prose, face.lines))]
    return next((face for face in (*told, *faces) if face.lines), Face("", ()))


def _by_layout(tree: HtmlElement, layout: Layout) -> Face:
    bodies = _in_scripts(tree, key=layout.script) if layout.script else select(tree, layout.body)
    captions = read_captions(bodies)
    copies = [deepcopy(body) for body in bodies]
    for body in copies:
        # Some papers set headline, summary and reporter inside the body: they are told apart already.
        drop(body, (*layout.drop, layout.title, layout.subtitle, layout.byline, layout.published))
    lines = tuple(lines_of(copies))
    return Face(
        layout.name,
        lines or captions,
        title=line_of(select(tree, layout.title)[:1]),
        subtitle="\n".join(lines_of(select(tree, layout.subtitle))),
        byline=line_of(select(tree, layout.byline)),
        published=line_of(select(tree, layout.published)),
        is_caption=not lines,
    )


def _by_scripts(tree: HtmlElement) -> tuple[str, ...]:
    found = _in_scripts(tree)
    for body in found:
        drop(body, ("[class*=caption]",))
    return tuple(lines_of(found))


def _in_scripts(tree: HtmlElement, *, key: str = "") -> list[HtmlElement]:
    """Return the longest HTML that the page's scripts hold as a JSON string, of one key or of any."""
    string = re.compile(rf'"{re.escape(key) or "[A-Za-z_]+"}"\s*:\s*("(?:[^"\\\n]|\\.)*")')
    found = (text for script in select(tree, "script") for text in string.findall(script.text or ""))
    markups = [markup for text in found if PARAGRAPH.search(markup := _unquote(text))]
    return [read_html(PLACEHOLDER.sub("", max(markups, key=len)))] if markups else []


def _unquote(text: str) -> str:
    try:
        return str(json.loads(text))
    except json.JSONDecodeError:
        return ""


def _by_trafilatura(tree: HtmlElement) -> tuple[str, ...]:
    shown = lines_of([tree])
    found = bare_extraction(tree, include_comments=False, deduplicate=False, with_metadata=False)
    if found is None or isinstance(found, dict):
        return ()
    for element in found.body.iter():
        element.tag = TAGS.get(element.tag, element.tag)
    lines = lines_of([found.body])
    if len(lines) > FEW:
        return tuple(lines)
    return tuple(piece for line in lines for piece in _unglued(line, shown=shown))


def _unglued(line: str, *, shown: Sequence[str]) -> Sequence[str]:
    """Return the page's own lines that a line is made of: of a short page trafilatura makes one of all."""
    starts = (start for start, first in enumerate(shown) if line.startswith(first + " "))
    for start in islice(starts, FEW):
        place, end = len(shown[start]), start + 1
        while end < len(shown) and line.startswith(" " + shown[end], place):
            place += 1 + len(shown[end])
            end += 1
        if place == len(line):
            return shown[start:end]
    return [line]
