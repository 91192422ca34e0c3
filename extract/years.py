"""The year that an amount belongs to: 2005년, '18년, 올해; none for a month, a day or a sum over years."""

import re
from datetime import date
from itertools import takewhile
from typing import NamedTuple

from schema import Span

from .inherited_years import source_of, unbroken
from .times import LINKED, When, whens

# A sentence longer than this before an amount is a list, whose head no longer governs.
REACH = 300
AHEAD = 40  # a year after an amount counts where it follows at once: 100억원(2016년), 100억원을 내년에
DEEPEST = 6  # sentences that a year is handed down over
SUM = re.compile(r"\d[억만조천백]")
# 협약식을 갖고 10억원을 투입했다 goes on; 추진단을 꾸렸고 나주시가 10억원을 냈다 begins anew.
CLAUSE_END = re.compile(r"(?:고(?=,?[ \n][^,.]{0,40}[은는이가] )|며|지만|는데|으나|데 이어),?[ \n]")
# 지난해 38억원에서, 올해(12억원)의 두 배: the sum beside it takes the year; not in 올해는 5억에서 8억으로.
_OVER = r"에서|보다|이던|였던|의 (?:두|세|네|\d)|에 비해|에 견줘| 대비"
SPENT = re.compile(
    r"(?!은|는|에는|엔)[^,.]{0,30}?[원러불로엔안억만](?: ?여원)? ?(?:가량|정도|수준|안팎|규모)?[)）]?"
    rf"(?:{_OVER})|[(（][^()（）]{{0,20}}\d[억만조천백][^()（）]{{0,12}}[)）]"
)
CLOSED = re.compile(r"[^(（]*[)）]")
# 지난해 사업에 참여했던 가나테크는 …: the year is of the clause that describes the firm.
DESCRIBED = re.compile(
    r"던 (?![^,.]{0,20}(?:금액|예산|매출|수출|투자|자금|실적|사업비)[은는이가])[^,.]{1,30}?[은는이가도] "
)
# 누적 투자금 is of no year; 지난해 12월까지 누적 수출 and 올해 누적 수주 are of theirs.
CUMULATED = re.compile(r"(?! ?(?:까지)? ?(?:누적|누계)).*(?:누적|누계|통산)", re.DOTALL)
ADDED = re.compile(r"더한|더하면|합친|합치면|합한|합하면|합쳐")
# 내년까지 예산을 620억원으로 늘린다: a level that is reached, no sum over years.
LEVELLED = re.compile(r"매출|수출|생산|예산|거래")
LEVEL = re.compile(
    r"(?: ?(?:이상|규모|수준|안팎))?(?:으로|로|까지) ?(?:[가-힣]{1,6} )?(?:늘|높|올|키|확대|끌어|커|성장)"
    r"|(?: ?(?:이상|규모))?[을를]? ?(?:돌파|달성)| 이상의 [^,.]{1,20}목표| 시대"
)
# 내년부터 월 10만원을 준다: the year in which it begins, and no sum.
EACH_TIME = re.compile(r"(?:월|매달|매월|[가-힣]당|마다) ?$")
# 업체당 최대 5천만원, 과제당 한도는 1억원: what may be given at the most is of no year.
LIMIT = re.compile(r"(?:당|별|마다|\() ?(?:최대|최고|많게는|한도(?:액)?[은는이가]?) ?(?:약 ?)?$")
IN_BRACKET = re.compile(r" ?[(（](?:약 ?)?")
RIGHT_AFTER = re.compile(r"[을를은는]? ?")
DIRECT = re.compile(r" ?[(（]?(?:약 ?)?")


class Said(NamedTuple):
    """What the amount's own sentence says of its year: a year, or that it has none."""

    year: int | None


def resolve_year(text: str, span: Span, sentence: Span, published: date | None) -> int | None:
    """Return the year of the amount at `span`: 2017 for `지난해 20억원` in an article of 2018."""
    if _is_limit(text, span):
        return None
    for _ in range(DEEPEST):
        sentence = unbroken(text, sentence)
        if said := _said(text, span, sentence, published):
            return said.year
        source = source_of(text, span, sentence, published)
        if source is None or source.sum is None:
            return source and source.year
        span, sentence = source.sum, source.sentence
    return None


def _is_limit(text: str, span: Span) -> bool:
    return LIMIT.search(text, max(0, span.start - 12), span.start) is not None


def _said(text: str, span: Span, sentence: Span, published: date | None) -> Said | None:
    near = Span(max(sentence.start, span.start - REACH), min(sentence.end, span.end + AHEAD))
    found = whens(text, near, published, before=_spoken_of(text, near, published))
    after = next((when for when in found if span.end <= when.span.start), None)
    between = text[span.end : after.span.start] if after else ""
    if after and IN_BRACKET.fullmatch(between):
        return Said(_stated(text, after, span))
    before = tuple(takewhile(lambda when: when.span.end <= span.start, found))
    following = (*(when.span.start for when in before[1:]), span.start)
    for when, limit in reversed(tuple(zip(before, following, strict=False))):
        if not _is_spent(text, when, span, limit=limit):
            return Said(_governed(text, when, span, before))
    if after and after.role == "at" and RIGHT_AFTER.fullmatch(between):
        return Said(after.year)
    return None


def _spoken_of(text: str, near: Span, published: date | None) -> int | None:
    """Return the year that 전년 or 이듬해 counts from, if the sentence says so: the last one before it."""
    if not LINKED.search(text, *near):
        return None
    before = Span(max(0, near.start - REACH), near.start)
    return next((when.year for when in reversed(whens(text, before, published)) if when.year), None)


def _is_spent(text: str, when: When, span: Span, *, limit: int) -> bool:
    between = text[when.span.end : span.start]
    if when.role == "measure" and not DIRECT.fullmatch(between):
        return True
    if SPENT.match(text, when.span.end, limit) or DESCRIBED.search(between):
        return True
    return CLOSED.match(between) is not None


def _governed(text: str, when: When, span: Span, before: tuple[When, ...]) -> int | None:
    between = text[when.span.end : span.start]
    years = {one.year for one in before if one.year}
    if CUMULATED.match(between) or (ADDED.search(between) and len(years) > 1):
        return None
    return _stated(text, when, span) if _reaches(between) else None


def _stated(text: str, when: When, span: Span) -> int | None:
    levelled = LEVEL.match(text, span.end) and LEVELLED.search(text, when.span.end, span.start)
    if when.role == "until" and not levelled:
        return None
    if when.role == "since" and not EACH_TIME.search(text, max(0, span.start - 8), span.start):
        return None
    return when.year


def _reaches(between: str) -> bool:
    """Tell whether a year still holds after these words: not past a clause that has no sum of its own."""
    end = CLAUSE_END.search(between)
    return end is None or SUM.search(between, 0, end.start()) is not None
