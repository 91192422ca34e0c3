"""Numbers of organizations, people, clusters, complexes and projects: 81개, 기업 618개사, 회원 700여 명."""

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import cast

from schema import CountWhat, Mention, Span

from . import numbers, units
from .breakdowns import asides, origins
from .count_lists import Counted
from .leads import Before, noun_before, predicates, times, verb_follows
from .nouns import NOUNS, WORDS, noun_after, noun_of
from .reading import Reading
from .shared_nouns import PLACES, shared

RULE = "counts/3"

PROJECTS: frozenset[CountWhat] = frozenset({"projects"})
PERSONS = re.compile(
    r"(?:(?P<members>회원(?:사|기업)?(?: ?수)?[는은이가을를도]?)|(?P<institutions>기관)) ?"
    r"(?:(?:약|총|모두|현재|지난해|올해|\d{1,4}[년월]|말) ?){0,4}$"
)
# 700명의 회원, 242명 회원, 186명이던 회원은, 664명(기업 433명 포함)이 회원으로
MEMBERS_AFTER = re.compile(
    r"(?: ?의 (?:[가-힣]{1,6} )?| |이(?:었)?던 |(?:\([^()\n]{1,20}\))?[이가] )회원(?![사기권제증님])"
)
# In news of mini clusters a 협의체 is one, short for 산학연협의체.
COUNCILS_AFTER = re.compile(r"(?:의|이던|이었던|였던)? ?(?:[가-힣]{1,6} )?[가-힣]{0,6}협의체")
COUNCILS_BEFORE = re.compile(r"협의체[은는이가] (?:(?:모두|총|약|현재) ?)?$")
MINIS = re.compile(r"미니 ?클러스터|산학연 ?협의체")


def find(reading: Reading) -> Iterator[Mention]:
    """Yield each number of what the guide counts: 15개 of `15개 중소벤처기업`, nothing of `11개 분야`."""
    text = reading.text
    counted = shared(reading, [*_counted(text, _places(reading))])
    told = {one.span: one for one in (*origins(text, counted), *asides(text, counted))}
    counted = sorted((told | {one.span: one for one in counted if one.what}).values())
    minis = {
        one.value for one in counted if one.what == "mini_clusters" and (one.after or one.state == "own")
    }
    of_minis = MINIS.search(text) is not None
    for one in counted:
        # Where an article counts 81 미니클러스터, `81개 클러스터` is short for them.
        short = one.what == "clusters" and one.value in minis
        what = "mini_clusters" if short or (of_minis and _is_council(text, one)) else one.what
        surface = one.span.of(text)
        yield Mention("count", one.span, surface, name=surface, rule=RULE, kind=what, value=one.value)


def _is_council(text: str, one: Counted) -> bool:
    """Tell whether 협의체 are counted: `9개 협의체`, `협의체는 3개가`."""
    if one.what != "institutions":
        return False
    after = COUNCILS_AFTER.match(text, one.span.end)
    return bool(after or COUNCILS_BEFORE.search(text, max(0, one.span.start - 12), one.span.start))


def _places(reading: Reading) -> Callable[[str], bool]:
    lexicon = reading.lexicon

    def is_place(word: str) -> bool:
        known = lexicon.is_place(word) or word in lexicon.abroad
        return known or (noun_of(word) is None and lexicon.official(word) is not None)

    return cache(is_place)


def _counted(text: str, is_place: Callable[[str], bool]) -> Iterator[Counted]:
    for span, value, native in sorted([*_numbers(text), *_natives(text)]):
        found = _with_unit(text, span, value, is_place) or _without_unit(text, span, value, native)
        if found and value and not units.is_barred(text, *found.span):
            yield found._replace(times=times(text, *found.span))


def _numbers(text: str) -> Iterator[tuple[Span, int, bool]]:
    for number in numbers.find(text):
        if number.kind != "vague" and not number.value % 1 and number.value <= numbers.LARGEST:
            yield number.span, int(number.value), False


def _natives(text: str) -> Iterator[tuple[Span, int, bool]]:
    for span, value in numbers.native(text):
        yield span, value, True


def _with_unit(text: str, span: Span, value: int, is_place: Callable[[str], bool]) -> Counted | None:
    unit = units.UNIT.match(text, span.end)
    if unit is None or units.is_share(text, span.start, unit.end(), value=value):
        return None
    whole = Span(span.start, unit.end())
    before = noun_before(text, span.start, is_place=is_place)
    if unit["people"]:
        return Counted(whole, value, "people", _people(text, whole, value, before), before.state)
    if unit["firms"]:
        what: CountWhat = "members" if before.what == "members" else "companies"
        return Counted(whole, value, "firms", what, before.state)
    return _things(text, whole, value, unit["things"], before)


def _things(text: str, span: Span, value: int, unit: str, before: Before) -> Counted:
    """Return what 개, 곳 and 건 count: the noun after them, the one right before, or their topic."""
    apposed = before.what if before.apposed else None
    of = PROJECTS if unit == "건" else frozenset(NOUNS)
    alone = apposed and unit in PLACES
    what = None if alone else noun_after(text, span.end, words=1 if apposed else WORDS, of=of)
    if what and value == 1 and not apposed and not units.ONE_OR_MORE.match(text, span.end):
        return Counted(span, value, unit, None, "shut")
    after = what is not None
    ends = after or predicates(text, span.end) or verb_follows(text, span.end)
    what = what or apposed or (before.what if ends else None)
    state = before.state if ends else ("area" if units.AREAS.match(text, span.end) else "shut")
    if unit == "개교":
        return Counted(span, value, unit, "institutions", state, after)
    if unit == "건" and what != "projects":
        return Counted(span, value, unit, None, "label" if state == "own" else state)
    return Counted(span, value, unit, what, state, after)


def _people(text: str, span: Span, value: int, before: Before) -> CountWhat | None:
    """Return what persons count as: institutions in `지원기관 79명`, members in `회원 700명`, else people."""
    if text[span.end - 1] == "인" and value == 1:
        return None
    noun = PERSONS.search(text, max(0, span.start - 32), span.start)
    of_cluster = before.what == "mini_clusters" and not before.apposed
    if of_cluster or MEMBERS_AFTER.match(text, span.end):
        return "members"
    return cast(CountWhat, noun.lastgroup) if noun else "people"


def _without_unit(text: str, span: Span, value: int, native: bool) -> Counted | None:
    """Return the firms of 두 회사, 국내기업 35사 and 20여 회원사."""
    if native:
        firms = units.NATIVE_FIRMS.match(text, span.end)
    elif (firms := units.FIRMS.match(text, span.end)) and not units.are_firms(text, span.start, value=value):
        return None
    if firms is None and not native and value >= units.MANY:
        firms = units.UNITLESS.match(text, span.end)
    if firms is None:
        return None
    what = noun_of(firms.groupdict().get("word") or "") or "companies"
    return Counted(Span(span.start, firms.end()), value, "firms", what, "own")
