"""Reading an article out of plain text, boilerplate and all, as a careless scraper saved it."""

import html
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

from schema import Article, NoBody, NotKorean, Published

from .boilerplate import is_breadcrumb, is_prose, kind_of
from .broadcast import MARK, PARTICLE, is_broken
from .buttons import key
from .bylines import find_byline, find_publisher
from .dates import LABELLED, find_published
from .kinds import kind_of_article
from .lines import TITLE_TAIL, split, trim
from .papers import paper_of

INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\x00-\x08\x0e-\x1f\x7f]")
LINE_END = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
ENTITY = re.compile(r"&(?:#\d{2,6}|#x[0-9A-Fa-f]{2,5}|[A-Za-z]{2,8});")
HANGUL = re.compile("[가-힣]")
# Longer first lines are paragraphs.
LONGEST_TITLE = 110
TITLE_HEAD = re.compile(r"^(?:[가-힣A-Za-z·]{1,8}\s?[>›»]\s?){1,5}[가-힣A-Za-z·]{1,8}\s")


def parse_text(
    text: str,
    *,
    id: str,  # noqa: A002 -- the article's field
    url: str | None = None,
    publisher: str | None = None,
    published: Published | None = None,
    title: str | None = None,
) -> Article:
    """Return the article in a plain text: title, byline, date, paper found in its lines, the body clean."""
    lines = [piece for line in normalize(text).split("\n") for piece in split(line)]
    title, body = read_body(lines, id=id, title=title)
    return Article(
        id=id,
        text="\n".join(body),
        title=title,
        byline=find_byline(lines),
        url=url,
        publisher=publisher or find_publisher(lines) or paper_of(url or ""),
        published=published or find_stamp(lines),
        kind=kind_of_article(title, lines, text=body),
    )


def read_body(lines: list[str], *, id: str, title: str | None) -> tuple[str, list[str]]:  # noqa: A002
    """Return the title, given or found, without what its page adds; and the paragraphs of the body."""
    if lines and not any(HANGUL.search(line) for line in lines):
        raise NotKorean(f"{id}: {len(lines)} lines without a Korean letter")
    start, heading = find_title(lines) if title is None else (0, title)
    heading = TITLE_TAIL.sub("", TITLE_HEAD.sub("", heading)).strip()
    body = trim(lines[start:], title=heading)
    if not body and title is None and heading:
        return "", [heading]  # a headline alone still says something
    if not body:
        raise NoBody(f"{id}: none of {len(lines)} lines is an article's paragraph")
    return heading, body


def normalize(text: str) -> str:
    """Return the text in NFC with `\\n` alone, no invisible characters, and entities read: `R&amp;D`."""
    text = ENTITY.sub(lambda entity: html.unescape(entity[0]), text)
    text = LINE_END.sub("\n", text)
    return unicodedata.normalize("NFC", INVISIBLE.sub("", text))


def find_title(lines: list[str]) -> tuple[int, str]:
    """Return where the text goes on, and the title before it: what stands twice above the body, or first.

    Where the body begins at once there is none: no sentence, nor a half of one, is taken out of it.
    """
    found = list(read_head(lines))
    counts = Counter(key(line) for _, line in found)
    twice = [(index, line) for index, line in found if counts[key(line)] > 1]
    for index, line in twice or found:
        return index + 1, line
    return 0, ""


def read_head(lines: list[str]) -> Iterator[tuple[int, str]]:
    """Yield the lines of text above the first sentence; none where a broken sentence begins at once."""
    texts = [kind_of(line) == "text" for line in lines]
    broken = is_broken([line for line, is_text in zip(lines, texts, strict=True) if is_text])
    for index, line in enumerate(lines):
        if not texts[index] or is_breadcrumb(line):
            continue
        if len(line) > LONGEST_TITLE:
            return
        spoken = index > 0 and MARK.fullmatch(lines[index - 1]) and any(texts[index + 1 : index + 2])
        half = broken and PARTICLE.search(line)
        if spoken or half or (is_prose(line) and not line.endswith(("?", "!"))):
            return
        yield index, line


def find_stamp(lines: list[str]) -> Published | None:
    """Return the date that the lines around the body print; below it only one that says what it is."""
    text = [kind_of(line) == "text" for line in lines]
    last = max((index for index, is_text in enumerate(text) if is_text and is_prose(lines[index])), default=0)
    stamps = [
        line
        for index, line in enumerate(lines)
        if not text[index] and (index < last or LABELLED.search(line))
    ]
    return find_published("\n".join(stamps), rung="line")
