"""Posts of several words and second posts: 도지사 권한대행, 강희수 회장(누리정밀 대표)."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from schema import Span

from .captions import Named
from .phrases import Word
from .posts import ACTING, post_of, title_of
from .reading import Reading

SECOND = re.compile(r"\([^()\n]{2,30} (?P<post>[가-힣]{2,8})\)")
# 강희수 나래협회장 겸 누리정밀 대표
BESIDES = re.compile(r" 겸 [^ ()\n]{2,16} (?P<post>대표이사|대표|사장)(?![가-힣]{2})")
ALSO = "겸"  # 부총리 겸 기획재정부 장관
NAME_OF_BODY = 3  # words from 겸 to the second post


def whole_post(reading: Reading, words: Sequence[Word], last: int) -> Word | None:
    """Return where a post of several words ends: 도지사 권한대행, 부총리 겸 기획재정부 장관."""
    following = words[last + 1 : last + 2 + NAME_OF_BODY]
    if not words[last].joined or not following:
        return None
    if following[0].text in ACTING:
        return following[0]
    if following[0].text != ALSO or BESIDES.match(reading.text, words[last].span.end):
        return None
    for before, word in pairwise(following):
        if not before.joined:
            return None
        if title_of(reading.lexicon, word.text) is not None:
            return word
    return None


def fuller_before(words: Sequence[Word], index: int, title: str) -> str | None:
    """Return the fuller post said before the name: 국회의원 of `국회의원인 강희수 의원`."""
    before = words[index - 1]
    return before.text if before.gap == "인 " and before.text.endswith(title) else None


def also(reading: Reading, named: Named) -> Iterator[Named]:
    """Yield the second post of a person: 강희수 회장(누리정밀 대표)."""
    bracket = SECOND.match(reading.text, named.at.end) or BESIDES.match(reading.text, named.at.end)
    title = post_of(reading.lexicon, bracket["post"]) if bracket else None
    if bracket and title:
        at = Span(*bracket.span("post"))
        frame = Span(*bracket.span())
        yield named._replace(role=title, frame=frame, post=bracket["post"], at=at, second=True)
