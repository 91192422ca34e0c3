"""The Korean line rules: which lines of a page's or a file's text are the article's."""

import re
from collections.abc import Iterator
from itertools import groupby

from .boilerplate import (
    COPYRIGHT_GLUED,
    INSET,
    LIST_MARK,
    SECTION_GLUED,
    SENTENCE_END,
    is_breadcrumb,
    is_prose,
    kind_of,
)
from .broadcast import HANDOVER, MARK, is_broken, join_broken
from .buttons import BUTTON, key
from .bylines import BYLINE, SIGN_OFF, split_dateline
from .captions import CREDIT_GLUED, drop_captions
from .dates import DATED, LABELLED
from .papers import PRESS
from .tickers import drop_tickers

# What is glued to a paragraph, with the line breaks it should have had.
APART, BEFORE, AFTER = r"\n\g<0>\n", r"\n\g<0>", r"\g<0>\n"
GLUED = (
    (COPYRIGHT_GLUED, APART),
    (MARK, APART),
    (LABELLED, APART),
    (CREDIT_GLUED, AFTER),
    (SIGN_OFF, APART),
    (SECTION_GLUED, BEFORE),
)
BUTTONS_IN_A_ROW = 4
# The share of a text's prose that an article has before it ends: marks that come sooner stand above it, and a
# plea (`응원해 주세요`) may be somebody's words.
HEAD = 0.2
ENDS = {"end": HEAD, "plea": 0.5}
# What a page's title adds: `제목 < 경제 < 기사본문 - 구미신문`, `제목 | 연합뉴스`.
TITLE_TAIL = re.compile(
    r"\s?<\s?[^<>]{1,20}<.{0,60}$"
    rf"|\s[|:–-]{{1,3}}\s?(?:\S{{1,12}}\s)?(?:\S{{0,12}}{PRESS}|\S{{0,6}}MBC|Daum|YTN)\s?$"
)
LAST_SENTENCE = re.compile(r"[다요]\.[\"'”’)\]]{0,2}\s")
WHOLE = re.compile(r"[다요까.?!][\"'”’)\]]{0,2}$")
LISTED = re.compile(r"[△▲◇◆□■○●▷•①-⑳:]")
NAME_ALONE = re.compile(r"^(?:[•·-]\s?)?(?:기자명\s?|by\s)?[가-힣]{2,4}$")
HEADLINE = re.compile(r"…|\.\.\.|[\"“‘']|[?!]$|^\[(?:단독|속보|포토|영상|르포|인터뷰)")


def trim(lines: list[str], *, title: str = "") -> list[str]:
    """Return an article's paragraphs, whole and in order, without bylines, buttons, captions, other news."""
    kept = cut([piece for line in lines for piece in split(line)])
    kept = [text for line in kept if (text := clean(line)) and not repeats(text, title)]
    kept = drop_tickers(kept)
    if is_broken(kept):
        kept = join_broken(kept)
    return drop_headlines(drop_captions(kept))


def split(line: str) -> Iterator[str]:
    """Yield a line's parts: the paragraph, and what is glued to it (buttons, stamps, bylines, notices)."""
    line = " ".join(line.split())
    if not line:
        return
    glued = () if len(line) <= 90 and BYLINE.match(line) else GLUED
    for pattern, breaks in glued:
        line = pattern.sub(breaks, line)
    for part in line.split("\n"):
        yield from filter(None, map(str.strip, split_buttons(part)))


def split_buttons(line: str) -> Iterator[str]:
    """Yield a line's parts, a row of four buttons or more being one: `공유하기 페이스북 URL 복사`."""
    words: list[str] = []
    for button, group in groupby(line.split(" "), key=lambda word: bool(BUTTON.fullmatch(key(word)))):
        row = list(group)
        if button and len(row) >= BUTTONS_IN_A_ROW:
            yield " ".join(words)
            yield " ".join(row)
            words = []
        else:
            words.extend(row)
    yield " ".join(words)


def cut(lines: list[str]) -> list[str]:
    """Return the lines of text before the article's end, without the lists of other news between them."""
    kinds = [kind_of(line) for line in lines]
    weights = [
        len(line) if kind == "text" and is_prose(line) else 0 for line, kind in zip(lines, kinds, strict=True)
    ]
    total = sum(weights)
    kept: list[str] = []
    before = 0
    listed = ""
    for index, (line, kind) in enumerate(zip(lines, kinds, strict=True)):
        begun = before > 0 and before >= HEAD * total
        if begun and before >= ENDS.get(kind, 2) * total:
            break
        if kind in {"list", "byline"} and begun:
            listed = line
        elif kind == "text" and (before or not stands_above(lines, index)):
            if listed and not resumes(lines, weights, index, listed):
                continue
            listed = ""
            kept.append(line)
        before += weights[index]
    return kept


def stands_above(lines: list[str], index: int) -> bool:
    """Tell whether a line above the body is no subtitle: sections, a count, a writer's name over the date."""
    name_over_date = NAME_ALONE.match(lines[index]) and any(map(DATED.search, lines[index + 1 : index + 3]))
    return is_breadcrumb(lines[index]) or lines[index].isdigit() or bool(name_over_date)


def resumes(lines: list[str], weights: list[int], index: int, heading: str) -> bool:
    """Tell whether the text goes on behind a list: with two paragraphs, or one where lists stand in text."""
    if not weights[index] or len(lines[index]) < 30 or not SENTENCE_END.search(lines[index]):
        return bool(LIST_MARK.match(lines[index])) and any(weights[index + 1 : index + 2])
    return (
        lines[index - 1] == heading or any(weights[index + 1 : index + 2]) or bool(INSET.match(key(heading)))
    )


def clean(line: str) -> str:
    """Return a paragraph without its dateline and the words that hand over to a reporter."""
    return HANDOVER.sub("", split_dateline(line)[1]).strip()


def repeats(line: str, title: str) -> bool:
    """Tell whether a line is the title again, perhaps with section and paper: `제목 < 경제 < 기사본문`."""
    heading = key(title)
    if not heading or not key(line).startswith(heading) or len(line) > len(title) + 50:
        return False
    return key(line) == heading or TITLE_TAIL.search(line) is not None


def drop_headlines(lines: list[str]) -> list[str]:
    """Return the lines without the headlines of other news that follow, three or more, the last paragraph."""
    end = max((index + 1 for index, line in enumerate(lines) if is_prose(line)), default=len(lines))
    lines = [*lines[: end - 1], *(without_hanging(line) for line in lines[end - 1 : end]), *lines[end:]]
    tail = lines[end:]
    alike = sum(HEADLINE.search(line) is not None and not LIST_MARK.match(line) for line in tail)
    return lines[:end] if len(tail) >= 3 and alike * 2 > len(tail) else lines


def without_hanging(line: str) -> str:
    """Return the last paragraph without headlines behind its last sentence, where a page came as one line."""
    end = max((match.end() for match in LAST_SENTENCE.finditer(line)), default=len(line))
    rest = line[end:]
    is_headline = (
        len(rest) >= 40 and HEADLINE.search(rest) and not WHOLE.search(rest) and not LISTED.search(rest)
    )
    return line[:end].rstrip() if is_headline else line
