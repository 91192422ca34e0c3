"""Who wrote an article, for which paper, from where: `[구미=한빛뉴스] 홍길동 기자 =`, `광주=홍길동기자`."""

import re

from .papers import PRESS, is_paper, paper_of

NAME = r"[가-힣]{2,4}"
ROLE = (
    r"(?:[가-힣]{0,8}(?:전문|선임|객원|인턴|수습|대표|취재|명예|시민|편집|논설|담당)\s?)?"
    r"(?:기자|특파원|논설위원)(?![가-힣])"
)
WRITER = rf"{NAME}(?:\s?[·ㆍ,/]\s?{NAME}){{0,3}}\s?(?:[가-힣]{{2,8}}\([가-힣]{{2,6}}\)\s)?{ROLE}"
REPORTER = re.compile(WRITER)
PLACE = r"[가-힣]{2,8}(?:(?:\s?[·ㆍ/]\s?|\s)[가-힣]{2,8}){0,3}"
MAIL = r"[A-Za-z0-9][A-Za-z0-9._%+-]{1,40}@[A-Za-z0-9.-]{0,60}+"
EMAIL = re.compile(rf"(?<![A-Za-z0-9._%+-]){MAIL}")

OPEN, CLOSE = r"[\[(（【〔<〈]", r"[\])）】〕>〉]"
BRACKET = re.compile(
    rf"^{OPEN}\s?(?P<inside>[^\[\](（)）【】〔〕<>〈〉\n]{{2,45}}){CLOSE}(?![은는이가을를의와과도에]\s)\s?(?:{WRITER})?\s?=?\s?"
)
INSIDE = re.compile(
    rf"^(?!사진|자료|표|그래픽|영상|이미지)(?:[^=]{{1,25}}=|.{{0,40}}{WRITER}|.{{0,40}}{PRESS}\s?$)"
)
PREFIX = re.compile(
    rf"^(?:[가-힣A-Za-z0-9]{{2,10}}\s)?{WRITER}\s?=\s?"
    rf"|^{NAME}\s?[-=]{{1,2}}\s?\(?[가-힣]{{2,8}}와이어\)?[\s\d년월일,.-]{{1,24}}(?=[^\s\d])"
)
CREW = re.compile(r"^\W{0,3}(?:촬영|영상|그래픽|취재|편집|구성|연출|CG)\s?(?:취재|편집|기자|감독)?\s?[:：=]")
BYLINE = re.compile(
    rf"^\W{{0,4}}(?:(?:글|사진|정리|취재|영상|기자명)\s?[·=:/ ]?\s?){{0,3}}"
    rf"(?:{PLACE}\s?[=/|]\s?)?(?:[가-힣A-Za-z0-9]{{2,12}}[\s/=]\s?)?{WRITER}"
    rf"(?:\s?[,·/&=]?\s?(?:{WRITER}|{NAME})){{0,4}}\s?[/,·|]?\s?(?:{MAIL})?\W*$"
)
# `대전=홍길동기자 (블로그)hong.paper.example`
PLACED = re.compile(rf"^\W{{0,2}}{PLACE}\s?=\s?{WRITER}.{{0,40}}$")
TEAM = re.compile(
    r"^[<\[(/【]{1,2}\s?[가-힣·/ ]{0,10}(?:팀|취재부|편집부|뉴스부|뉴스룸|종합|취재본부)\s?[>\])】]{0,2}$"
)
# A byline glued to a paragraph: behind its last sentence, or with an address anywhere.
SIGN_OFF = re.compile(
    rf"(?<=[.?!…”’\"'\])])\s?[/\[(<〈【▲■=-]{{0,2}}\s?(?:{PLACE}\s?[=/]\s?)?"
    rf"(?:{WRITER}\s?[/,·|@]?\s?(?:{MAIL}[)\]>】]?|[)\]>】]?\s?$)|(?:{NAME}\s)?{MAIL}(?![가-힣])[)\]>】]?)"
    rf"|(?<=\s)(?:[가-힣]{{2,8}}=)?{WRITER}\s?/?{MAIL}"
)

COPYRIGHT_NAME = re.compile(
    r"(?:저작권자|(?i:copyrights?)|[<\[(]|^)\s?(?:©|ⓒ|\([Cc]\)|@)\s?(?P<name>[^\n]{2,60}?)\s?"
    r"(?:\(?(?:www\.|https?:)|,?\s?(?:무단|재배포|(?i:all rights))|\s-\s|\s[\w-]{2,20}\.[a-z]|[.&]|[>\]]|$)"
)
QUOTED = re.compile(r"[‘'\"“][^’'\"”]{1,40}[’'\"”]\s?|^(?:19|20)\d\d\s?")
DATELINE_PAPER = re.compile(
    rf"=\s?(?P<agency>[^\])）】〕>〉=]{{2,20}}?)\s?{CLOSE}|^{OPEN}?\s?(?P<paper>\S{{0,10}}{PRESS})[\s/=]"
)


def is_byline(line: str) -> bool:
    """Tell whether a line names its writer or paper only: `남동=홍길동 전문기자`, `<전국팀>`, `중앙일보`."""
    if len(line) > 90 or line.endswith(("다.", "요.")):
        return False
    if (EMAIL.search(line) and line[0] not in "△▲") or TEAM.match(line) or CREW.match(line) or is_paper(line):
        return True
    return bool(BYLINE.match(line) or PLACED.match(line))


def split_dateline(line: str) -> tuple[str, str]:
    """Return the dateline of a paragraph, and the rest: `(창원=연합뉴스) 홍길동 기자 = ` and `산단공은 …`."""
    match = BRACKET.match(line)
    if match and not INSIDE.match(match["inside"]):
        match = None
    match = match or PREFIX.match(line)
    if match is None or len(line) - match.end() < 10:
        return "", line
    return line[: match.end()], line[match.end() :]


def find_byline(lines: list[str]) -> str:
    """Return the first writer that a dateline or a byline names, as printed: `홍길동 기자`."""
    for line in lines:
        head = line if is_byline(line) and not CREW.match(line) else split_dateline(line)[0]
        if match := REPORTER.search(head):
            return match[0]
    return ""


def find_publisher(lines: list[str]) -> str | None:
    """Return the paper that a copyright line names, else a dateline, else a reporter's mail address."""
    for line in reversed(lines):
        match = COPYRIGHT_NAME.search(line)
        if match and not REPORTER.search(match["name"]):
            named = QUOTED.sub("", match["name"]).rpartition(",")[2].strip()
            return paper_of(line) or named or None
    for line in lines:
        if match := DATELINE_PAPER.search(split_dateline(line)[0]):
            return match["agency"] or match["paper"]
    return next((paper for line in lines if (paper := paper_of(line))), None)
