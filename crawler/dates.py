"""When an article appeared, as Korean papers print it and as machines write it; always aware, at +09:00."""

import re
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from email.utils import parsedate_to_datetime
from typing import NamedTuple

from schema import Published

KOREA = timezone(timedelta(hours=9), "KST")

DAY = (
    r"(?<!\d)(?P<year>(?:19|20)\d\d)\s?[-./년]\s?(?P<month>\d{1,2})\s?[-./월]"
    r"\s?(?P<day>\d{1,2})(?!\d)\s?[일.]?"
)
WEEKDAY = r"(?:\s?[(（]?[월화수목금토일](?:요일)?[)）]|\s?[월화수목금토일]요일)?"
HALF = r"(?:오전|오후|[AaPp]\.?[Mm]\.?)"
TIME = (
    rf"[\s,|·T]{{0,3}}[(（]?(?P<half>{HALF})?\s?(?P<hour>\d{{1,2}})\s?[:시]\s?(?P<minute>\d{{1,2}})(?!\d)"
    rf"\s?분?(?:\s?:?\s?(?P<second>\d{{2}})(?!\d)초?)?[)）]?(?:\s?(?P<late>[AaPp][Mm]))?"
    r"(?:\s?[(（][월화수목금토일][)）])?"
)
DATED = re.compile(rf"{DAY}{WEEKDAY}(?:{TIME})?")

FIRST = (
    r"(?:기사\s?|최초\s?)?(?:입력|등록|승인|송고|게재|게시|작성|발행|보도|배포|출고|방송)"
    r"\s?(?:시간|시각|일시|일자|시점|일)?"
)
LATER = r"(?:최종\s?)?(?:수정|업데이트|갱신|변경)\s?(?:시간|일시|일)?|최종\s?입력"
# A paper's own dates: the hour of its newest page (최종편집), the register entry at the foot of every page.
FOREIGN = r"최종\s?편집|등록\s?번호|발행인|편집인|[Cc]opyright|저작권|창간"
LABEL = re.compile(rf"(?P<foreign>{FOREIGN})|(?P<later>{LATER})|(?P<first>{FIRST})")
LABELLED = re.compile(rf"(?:{LATER}|{FIRST})[\s:：|ㅣ]{{0,4}}{DAY}{WEEKDAY}{TIME}")
# `2021/04/25 19:00 송고`: the agencies print the word behind its date.
SENT = re.compile(r"\s?송고")

COMPACT = re.compile(r"(\d{4})[-./]?(\d\d)[-./]?(\d\d)(?:[T ]?(\d\d):?(\d\d)(?::?(\d\d)(?:[.,]\d+)?)?)?")
ZONE = re.compile(r"(?P<utc>Z|UTC|GMT)|KST|(?P<sign>[+-])(?P<hours>\d\d):?(?P<minutes>\d\d)?")


class Stamp(NamedTuple):
    """A date found in a text, and what the word before it says of it: first, later, foreign, or nothing."""

    at: datetime
    day_only: bool
    label: str


def find_published(text: str, *, rung: str) -> Published | None:
    """Return when the text says it was published: `입력 2021-04-25 19:00 수정 2021-04-26 9:10` is the 25th.

    Without such a word the first bare date with a time counts, then a bare day; a time of change only where
    there is nothing else, with `:modified` added to the rung. Never a paper's own, nor a copyright year.
    """
    stamps = list(read_stamps(text))
    for label, day_only in (("first", None), ("", False), ("", True), ("later", None)):
        for stamp in stamps:
            if stamp.label == label and day_only in {None, stamp.day_only}:
                return Published(stamp.at, rung + ":modified" * (label == "later"), stamp.day_only)
    return None


def find_modified(text: str, *, rung: str) -> Published | None:
    """Return when the text says it was last changed: of `입력 2021-04-25 수정 2021-04-26 9:10` the 26th."""
    stamps = [stamp for stamp in read_stamps(text) if stamp.label == "later"]
    last = max(stamps, key=lambda stamp: stamp.at, default=None)
    return last and Published(last.at, rung, last.day_only)


def parse_iso(text: str, *, rung: str = "iso") -> Published | None:
    """Return the time of an ISO 8601 or RFC 822 date, a missing zone being Korea's: `20180530091200`."""
    text = text.strip()
    match = COMPACT.match(text)
    if match is None:
        return parse_mail(text, rung=rung)
    zone = ZONE.fullmatch(text[match.end() :].strip())
    if zone is None and text[match.end() :].strip():
        return None
    year, month, day, hour, minute, second = (int(part or 0) for part in match.groups())
    at = build(year, month, day, hour, minute, second)
    if at is None:
        return None
    try:
        return Published(at - offset(zone) if match[4] else at, rung, day_only=match[4] is None)
    except OverflowError:  # 9999-12-31T23:59:59Z, which means never
        return None


def parse_mail(text: str, *, rung: str) -> Published | None:
    """Return the time of `Wed, 30 May 2018 09:12:00 +0900`, a missing or unknown zone being Korea's."""
    try:
        at = parsedate_to_datetime(text)
        # An unknown zone's name (KST) leaves the time naive.
        return Published(at.replace(tzinfo=at.tzinfo or KOREA).astimezone(KOREA), rung, day_only=False)
    except (ValueError, OverflowError):
        return None


def offset(zone: re.Match[str] | None) -> timedelta:
    """Return how far a zone's clock is ahead of Korea's: none for KST or no zone, -9 hours for UTC."""
    if zone is None or zone[0] == "KST":
        return timedelta(0)
    if zone["utc"]:
        return timedelta(hours=-9)
    ahead = timedelta(hours=int(zone["hours"]), minutes=int(zone["minutes"] or 0))
    return (ahead if zone["sign"] == "+" else -ahead) - timedelta(hours=9)


def read_stamps(text: str) -> Iterator[Stamp]:
    """Yield each valid date of a text in order, with the label that stands before it."""
    end = 0
    for match in DATED.finditer(text):
        year, month, day = (int(match[part]) for part in ("year", "month", "day"))
        at = build(year, month, day, clock(match), int(match["minute"] or 0), int(match["second"] or 0))
        label = label_of(text[end : match.start()])
        if SENT.match(text, match.end()):
            label = "first"
        end = match.end()
        if at is not None:
            yield Stamp(at, match["hour"] is None, label)


def label_of(between: str) -> str:
    """Return what the words between two dates make of the second: `수정` is later, `최종편집 :` foreign."""
    line = between.rstrip().rpartition("\n")[2] if between.strip() else ""
    found = [match.lastgroup or "" for match in LABEL.finditer(line[-60:])]
    if "foreign" in found:
        return "foreign"
    return found[-1] if found else ""


def clock(match: re.Match[str]) -> int:
    """Return the hour of 24 that a date line gives: `오후 1:05` is 13, `오전 12:10` is 0."""
    hour = int(match["hour"] or 0)
    half = (match["half"] or match["late"] or "").lower()
    if half == "오후" or half.startswith("p"):
        return hour + 12 if hour < 12 else hour
    return 0 if half and hour == 12 else hour


def build(year: int, month: int, day: int, hour: int, minute: int, second: int) -> datetime | None:
    """Return the time in Korea, 24:00 being the next midnight; None for the 30th of February."""
    midnight_after = (hour, minute, second) == (24, 0, 0)
    try:
        at = datetime(year, month, day, 0 if midnight_after else hour, minute, second, tzinfo=KOREA)
        return at + timedelta(days=midnight_after)
    except (ValueError, OverflowError):
        return None
