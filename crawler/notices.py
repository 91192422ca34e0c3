"""What a page says instead of its article: that it is gone, or that it is for subscribers."""

import re
from collections.abc import Sequence
from itertools import takewhile

from lxml.html import HtmlElement

from .boilerplate import kind_of
from .markup import clean, select

THING = r"(?:기사|뉴스|페이지|게시물|게시글|콘텐츠|컨텐츠|글)"
# `삭제된 기사입니다.`, `존재하지 않는 페이지`, `해당 기사는 언론사의 요청으로 삭제되었습니다`.
GONE = re.compile(
    rf"(?:삭제|이동|만료|비공개)\s?(?:처리\s?)?된\s?{THING}|존재하지\s?않[는은습][^.\n]{{0,10}}{THING}|{THING}[을를]?\s?찾을\s?수\s?없"
    rf"|{THING}[은는이가]\s?[^.\n]{{0,30}}(?:삭제|비공개|이동)\s?(?:처리\s?)?(?:되었|됐|된|되거나|되었거나)"
    rf"|{THING}[은는이가]\s?(?:존재하지\s?않|없습니다)|없는\s?{THING}입니다|노출이?\s?중단된\s?{THING}"
)
# A page of status 200 that only says so; an article that mentions a deleted one is longer than a notice.
NOTICE = 150
# The whole line is the notice, politely; an article's own sentence ends in 다 without 니.
SAID_ALONE = re.compile(r"(?:니다|세요|십시오|까)[.!?]?$")
ALONE = 80

READER = r"(?:유료|구독|프리미엄|멤버십|회원|로그인|결제)"
REST = r"(?:전문|나머지|남은|이후|뒷|이어|전체|계속|끝까지|본문)"
POLITE = r"(?:있습니다|있어요|가능합니다|필요합니다|주세요|하세요|보세요|됩니다|제공됩니다|바랍니다|십시오)"
# `이 기사는 유료회원 전용 기사입니다.`, `로그인 후 전문을 읽을 수 있습니다.`, `구독하고 계속 읽기`.
WALL = re.compile(
    rf"{READER}[^.\n]{{0,12}}(?:전용|한정)\s?(?:유료\s?)?(?:기사|콘텐츠|컨텐츠|뉴스)"
    rf"|(?:유료|프리미엄)\s?(?:기사|콘텐츠|컨텐츠|뉴스)\s?(?:입니다|이며)"
    rf"|{REST}[^.\n]{{0,30}}{READER}[^.\n]{{0,30}}{POLITE}"
    rf"|{READER}[^.\n]{{0,25}}{REST}[^.\n]{{0,25}}(?:읽|보[시실기려는]|볼|열람|확인|이용)[^.\n]{{0,15}}(?:{POLITE}|기$)"
    rf"|{REST}[^.\n]{{0,12}}\d{{1,2}}\s?%[^.\n]{{0,30}}{READER}"
)
WALL_LINE = 120  # letters; a longer line is a paragraph that speaks of subscriptions
BEHIND = 12  # lines behind the text; a promise to subscribers at the page's foot says nothing of its article
# A teaser is a paragraph or two; a whole article under a notice has been served in full.
TEASER = 600
# Where only the page's declaration says so, which is often wrong, the text must be shorter still.
DECLARED_TEASER = 250
WHOLE = re.compile(r"[.?!][\"'”’)\]]{0,2}$")

ALERT = re.compile(r"""\balert\s*\(\s*(["'])(?P<said>.{2,150}?)\1\s*\)""", re.DOTALL)
LOGIN = re.compile(r"/(?:login|signin|sign-in|member|auth|account|subscri)", re.IGNORECASE)


def find_gone(lines: Sequence[str], *, shown: Sequence[str], is_laid_out: bool) -> str:
    """Return the words with which a page says that its article is gone; empty for one that does not.

    `lines` is the text that was found, by a layout of the site's if `is_laid_out`; `shown` all it shows.
    """
    text = "".join(lines or shown)
    if len(text) < NOTICE and (said := GONE.search(text)):
        return said.group()
    if is_laid_out:
        return ""
    # Beside the notice trafilatura finds the list of other news.
    alone = (line for line in shown if len(line) <= ALONE and SAID_ALONE.search(line) and GONE.search(line))
    return next(alone, "")


def find_wall(lines: Sequence[str], *, shown: Sequence[str], for_subscribers: bool) -> bool:
    """Tell whether the text is a teaser: a notice stands in it or close behind, or the page declares it."""
    text = [line for line in lines if not is_wall(line)]
    length = sum(map(len, text))
    is_open = bool(text) and not WHOLE.search(text[-1])
    if for_subscribers and (is_open or length < DECLARED_TEASER):
        return True
    return (is_open or length < TEASER) and any(map(is_wall, _near(lines, shown=shown)))


def is_wall(line: str) -> bool:
    """Tell whether a line says that the rest is for subscribers: `구독 후 전문을 읽을 수 있습니다.`."""
    return len(line) <= WALL_LINE and WALL.search(line) is not None


def read_alerts(tree: HtmlElement) -> list[str]:
    """Return what a page's scripts tell the reader in a box: `alert('삭제된 기사입니다.');`."""
    scripts = (script.text or "" for script in select(tree, "script"))
    return [clean(alert["said"]) for text in scripts for alert in ALERT.finditer(text)]


def is_login(url: str) -> bool:
    """Tell whether an address is one where readers identify themselves: `/member/login.html?back=…`."""
    return LOGIN.search(url) is not None


def _near(lines: Sequence[str], *, shown: Sequence[str]) -> Sequence[str]:
    own = set(lines)
    last = max((index for index, line in enumerate(shown) if line in own), default=None)
    if last is None:
        return (*lines, *shown)
    behind = shown[last + 1 : last + 1 + BEHIND]
    # A heading of other news begins what belongs to the page.
    return (*lines, *takewhile(lambda line: kind_of(line) != "list", behind))
