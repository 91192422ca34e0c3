"""Numbers of organizations, people, clusters, complexes and projects: 81개, 기업 618개사, 회원 700여 명."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple, cast

from schema import CountWhat, Document, Mention, Span

from . import numbers
from .nouns import NOUN, REGIONS, noun_after, noun_before, noun_of, predicates

RULE = "counts/1"

_TAIL = (
    "(?![가-힣])|(?=[의가은는을를과와도만로에씩나쯤등중여뿐다였지]|이(?![가-힣])|이[고며상하내다었나]|으로|까지|부터|보다"
    "|정도|규모|수준|안팎|내외|남짓|밖에|인[ ,]|모두)"
)
_NEXT = (
    "미니|클러|미클|업체|기업|기관|회원|대학|산단|산업단지|단지|중소|중견|벤처|스타트|협력|과제|프로젝트"
    "|사업(?!장)|연구"
)
_SMALL_FIRMS = " ?(?:이상|미만|이하|가구|가족|기업|체제)"
UNIT = re.compile(
    "(?: ?여)? ?(?:"
    rf"(?P<firms>개 ?사|社)(?:{_TAIL})|(?P<things>(?:개[소교]|곳|건|개)(?:{_TAIL})|개(?={_NEXT}))"
    rf"|(?P<people>[명名](?:{_TAIL})|인(?![가-힣]|{_SMALL_FIRMS})|인(?=으로|의|이|과|은|을)))(?!당| 당)"
)
# 20여 회원사, 30여사, 200업체.
UNITLESS = re.compile(
    rf"(?: ?여 ?|(?=업체|기업|기관|회원사))(?P<word>[가-힣]{{0,8}}?(?:{NOUN}|사))(?:{_TAIL})"
)
NATIVE = re.compile(
    r"(?<![가-힣])(?:두|세|네|다섯|여섯|일곱|여덟|아홉|열)(?= ?(?:개|곳)(?:의|[ ,에이가을은으]))"
)
NATIVES = dict(
    zip(("두", "세", "네", "다섯", "여섯", "일곱", "여덟", "아홉", "열"), range(2, 11), strict=True)
)

# Neither ranges nor ordinals, shares nor classes: 50~100개, 제3기관, 10곳 중 3곳, 5인 이상 사업장.
NO_COUNT_BEFORE = re.compile(r"[~∼～〜\-–] ?$|(?<![가-힣])제$")
NO_COUNT_AFTER = re.compile(r" ?[~∼～〜]| ?(?:이상|이하|미만)(?:의|인)? ?(?:사업장|가구)")
SHARE = re.compile(r" ?(?:중|가운데) (?:약 )?\d+ ?[개곳명]")
PERSONS = re.compile(
    r"(?:(?P<members>회원(?:사|기업)?(?:수는|[은이])?)|(?P<institutions>기관)) ?(?:(?:약|총|모두) ?){0,2}$"
)
MEMBERS_AFTER = re.compile(r" ?의 (?:[가-힣]{1,6} )?회원(?![사기])")

# 수도권 17개, 충청권 7개; 2019년 310개에서 지난해 402개.
SIBLING = re.compile(
    rf"[여이가와과]?[,、·]? ?{REGIONS} ?(?:약 )?|에서 (?:올해|지난해|현재|(?:19|20)\d\d년)? ?"
)
PART = re.compile(r"(?:중|가운데|나머지)(?:에서|에)?는? ?(?:약 |총 )?$")
TOTAL = re.compile(r"(?:등|모두|총|합쳐|합해) ?(?:총|모두)? ?약? ?$")
# The letters between two numbers of one list, and how many a list has at the most.
GAP, LIST = 30, 20


class Counted(NamedTuple):
    """A number with its unit and, where it is known, what it counts."""

    span: Span
    value: int
    what: CountWhat | None


def find(document: Document) -> Iterator[Mention]:
    """Yield each number of what the guide counts: 15개 of `15개 중소벤처기업`, nothing of `11개 분야`."""
    text = document.text
    counted = _shared(text, [*_counted(text)])
    minis = {one.value for one in counted if one.what == "mini_clusters"}
    for span, value, what in counted:
        if what is not None:
            # Where an article counts 81 미니클러스터, `81개 클러스터` is short for them.
            what = "mini_clusters" if what == "clusters" and value in minis else what
            surface = span.of(text)
            yield Mention("count", span, surface, name=surface, rule=RULE, kind=what, value=value)


def _counted(text: str) -> Iterator[Counted]:
    for span, value in sorted([*_numbers(text), *_natives(text)]):
        if value and not NO_COUNT_BEFORE.search(text, max(0, span.start - 6), span.start):
            found = _with_unit(text, span, value) or _without_unit(text, span, value)
            if found and not NO_COUNT_AFTER.match(text, found.span.end):
                yield found


def _numbers(text: str) -> Iterator[tuple[Span, int]]:
    for number in numbers.find(text):
        if number.kind != "vague" and not number.value % 1:
            yield number.span, int(number.value)


def _natives(text: str) -> Iterator[tuple[Span, int]]:
    for match in NATIVE.finditer(text):
        yield Span(*match.span()), NATIVES[match.group()]


def _with_unit(text: str, span: Span, value: int) -> Counted | None:
    unit = UNIT.match(text, span.end)
    if unit is None or (value <= 10 and SHARE.match(text, unit.end())):
        return None
    whole = Span(span.start, unit.end())
    if unit["people"]:
        return Counted(whole, value, _people(text, whole, value))
    before = noun_before(text, span.start)
    apposed = before[0] if before and before[1] else None
    if unit["firms"]:
        return Counted(whole, value, "members" if apposed == "members" else "companies")
    what = noun_after(text, unit.end(), words=1 if apposed else 5) or apposed
    if what is None and before and predicates(text, unit.end()):
        what = before[0]
    if unit["things"] == "개교":
        what = "institutions"
    if unit["things"] == "건" and what != "projects":
        return None
    return Counted(whole, value, what if value > 1 or apposed else None)


def _people(text: str, span: Span, value: int) -> CountWhat | None:
    """Return what persons count as: institutions in `지원기관 79명`, members in `회원 700명`, else people."""
    if text[span.end - 1] == "인" and value < 2:
        return None
    noun = PERSONS.search(text, max(0, span.start - 16), span.start)
    if MEMBERS_AFTER.match(text, span.end):
        return "members"
    return cast(CountWhat, noun.lastgroup) if noun else "people"


def _without_unit(text: str, span: Span, value: int) -> Counted | None:
    bare = UNITLESS.match(text, span.end)
    if bare is None or value < 10:
        return None
    return Counted(Span(span.start, bare.end()), value, noun_of(bare["word"]) or "companies")


def _shared(text: str, found: list[Counted]) -> list[Counted]:
    """Return the counts with nouns said once for a list: `수도권 17개, 충청권 7개 등 총 24개`."""
    for at in range(1, len(found)):
        if found[at].what is None and _goes_on(text, found[at - 1].span, found[at].span):
            found[at] = found[at]._replace(what=found[at - 1].what)
        if (first := _summed(text, found, at)) is not None:
            of_parts = next((part.what for part in found[first:at] if part.what), None)
            what = found[at].what or of_parts
            found[first : at + 1] = [one._replace(what=one.what or what) for one in found[first : at + 1]]
    for at, total in enumerate(found):
        if total.what is not None and (last := _parted(found, at)) is not None:
            found[at + 1 : last + 1] = [one._replace(what=total.what) for one in found[at + 1 : last + 1]]
    return found


def _parted(found: Sequence[Counted], at: int) -> int | None:
    """Return where the list ends that adds up to the count at `at`: `81개다. 수도권 50개, 충청권 31개다.`"""
    left = found[at].value
    for last in range(at + 1, min(len(found), at + LIST)):
        left -= found[last].value
        if left < 0 or found[last].what or found[last].span.start - found[last - 1].span.end > GAP:
            return None
        if left == 0 and last > at + 1:
            return last
    return None


def _goes_on(text: str, before: Span, span: Span) -> bool:
    if span.start - before.end > 4 * GAP:
        return False
    between = before.end, span.start
    return bool(SIBLING.fullmatch(text, *between) or PART.search(text, *between))


def _summed(text: str, found: Sequence[Counted], at: int) -> int | None:
    """Return where the list begins whose sum stands at `at`, told by `등` or `총` and by the addition."""
    total = found[at]
    if not TOTAL.search(text, max(0, total.span.start - 8), total.span.start):
        return None
    left = total.value
    for first in range(at - 1, max(-1, at - LIST), -1):
        left -= found[first].value
        if left < 0 or found[first + 1].span.start - found[first].span.end > GAP:
            return None
        if left == 0 and first < at - 1:
            return first
    return None
