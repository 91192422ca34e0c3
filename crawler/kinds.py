"""What an article is: whole, short, a picture with its caption, a broadcast script, or a teaser."""

import re
from collections.abc import Sequence

from schema import ArticleKind

from .boilerplate import kind_of
from .broadcast import HANDOVER, MARK, is_broken
from .captions import without_credit

SHORT = 250  # letters; trafilatura's own least, below which it doubts what it finds
# `[포토]`, `[경제 포토뉴스]`, `<사진>`, `【화보】`; not `[포토레지스트 국산화]`, nor `[사진=구미시]`.
PICTURE = re.compile(
    r"[\[(<〈【]\s?(?:\S{1,6}\s)?[가-힣A-Za-z]{0,4}(?:포토|사진|화보|photo)"
    r"\s?(?:뉴스|news|에세이|갤러리|스토리|슬라이드|기사|앨범|한\s?컷)?\s?[\])>〉】]",
    re.IGNORECASE,
)
LONGEST_CAPTION = 400  # letters; a photo report that tells more is an article


def kind_of_article(
    title: str,
    lines: Sequence[str],
    *,
    text: Sequence[str],
    is_caption: bool = False,
    is_teaser: bool = False,
) -> ArticleKind:
    """Return what an article is, by its headline, its lines as printed, and the paragraphs of its text.

    The first that fits, of `paywalled`, `photo`, `script`, `short`, `article`.
    """
    length = sum(map(len, text))
    if is_teaser:
        return "paywalled"
    if is_caption or (length <= LONGEST_CAPTION and (PICTURE.search(title) or _are_captions(lines))):
        return "photo"
    if is_script(lines):
        return "script"
    return "short" if length < SHORT else "article"


def is_script(lines: Sequence[str]) -> bool:
    """Tell whether lines are a broadcast script: of two marks (`[앵커]`, `◀END▶`), or one and its manner."""
    marks = {mark for line in lines for mark in MARK.findall(line)}
    if len(marks) > 1:
        return True
    manner = any(HANDOVER.search(line) for line in lines)
    return (bool(marks) and manner) or ((bool(marks) or manner) and is_broken(list(lines)))


def _are_captions(lines: Sequence[str]) -> bool:
    text = [line for line in lines if kind_of(line) == "text"]
    return bool(text) and not any(map(without_credit, text))
