"""Counts that borrow their noun: `기업은 서울 3곳, 부산 2곳`, `310개에서 402개로`, `이 가운데 64개`."""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from schema import CountWhat

from .count_lists import BREAK, GAP, Counted, are_listed, backwards, summed
from .leads import ACTION
from .nouns import NOUN, what_of
from .reading import Reading

# How far a noun carries.
REACH = 160

TOPIC = re.compile(
    rf"(?:{NOUN})들?(?:{ACTION})?(?: ?수)?"
    r"(?:(?P<topic>[은는도만])|(?P<subject>[이가])|(?P<object>[을를]))(?=[ \n])"
)
# What one agency is called says nothing of what is counted: 재단은 올해 30곳을 뽑는다.
CARRIES: frozenset[CountWhat] = frozenset(
    {"companies", "members", "mini_clusters", "clusters", "complexes", "projects"}
)
OF_PLACES: frozenset[CountWhat] = CARRIES - {"projects"} | {"institutions"}
ANY: frozenset[CountWhat] = CARRIES | {"institutions", "people"}
PLACES = frozenset({"곳", "군데"})
BY_UNIT: Mapping[str, frozenset[CountWhat]] = {
    "건": frozenset({"projects"}),
    "개": ANY,
    **dict.fromkeys(PLACES, OF_PLACES),
}

# 402개 of `310개에서 지난해 402개`, 64개 of `이 가운데 64개`.
CHANGE = re.compile(r"(?:에서|으로|로|보다|이던|였던|이었던)(?:[\s,].{0,20})?", re.DOTALL)
FROM = re.compile(" ?에서")
PART = re.compile(r"(?:중|가운데|나머지)(?:에서|에)?는? ?(?:약 |총 )?$")
FULL_STOP = re.compile(r"\.\s")
BY = re.compile(r"[가-힣]별(?:로는|로|론|은|는)?(?= )")
# 전국 5곳에서 연다: a place where something happens, and no change from 5곳.
WHERE = re.compile(r"에(?:서|서는|선|는|도)? (?![^.\n]{0,16}\d)")
MOST = re.compile(r"(?:으)?로 가장 많")
ROLE = re.compile(
    rf"(?: (?:지역|도시|시[·ㆍ]?군)(?: 일대)?)?[을를이가은는] [^.\n]{{0,25}}?(?:{NOUN})"
    r"['\"’”)]?(?:으)?로 [^.\n]{0,12}?(?:지정|선정|확정|육성|조성|선발|뽑|키우|키운)"
)
MARKED = re.compile(r"[㈜㈔]|\(주\)|주식회사")


class Nouns(NamedTuple):
    """The nouns that a text speaks of, by the places where they end.

    업체는 is a topic and a subject, 업체가 a subject, 업체를 an object.
    """

    breaks: Sequence[int]
    topics: Sequence[tuple[int, CountWhat]]
    subjects: Sequence[tuple[int, CountWhat]]
    objects: Sequence[tuple[int, CountWhat]]

    def sentence(self, at: int) -> int:
        """Return where the sentence begins that holds a place."""
        return self.breaks[max(0, bisect_right(self.breaks, at) - 1)]


def shared(reading: Reading, found: Sequence[Counted]) -> list[Counted]:
    """Return the counts with nouns said once for several, or told before: `수도권 17개, 충청권 7개`."""
    text = reading.text
    counts = summed(text, list(found))
    nouns = _nouns(reading)
    for at, one in enumerate(counts):
        if (what := _borrowed(text, counts, at, nouns)) is not None:
            counts[at] = one._replace(what=what)
    return summed(text, backwards(text, counts))


def _nouns(reading: Reading) -> Nouns:
    text, topics = reading.text, [*TOPIC.finditer(reading.text)]
    breaks = {0, reading.document.body_start, *(match.end() for match in BREAK.finditer(text))}
    return Nouns(
        sorted(breaks),
        [(topic.end(), what_of(topic)) for topic in topics if topic["topic"]],
        [(topic.end(), what_of(topic)) for topic in topics if not topic["object"]],
        [(topic.end(), what_of(topic)) for topic in topics if topic["object"]],
    )


def _borrowed(text: str, counts: Sequence[Counted], at: int, nouns: Nouns) -> CountWhat | None:
    """Return the noun of a number that has none of its own, or a surer one: members for a bare 개사."""
    one = counts[at]
    if one.unit in ("people", "firms"):
        return _members(text, counts, at, nouns)
    if one.what is not None or one.state in ("shut", "own"):
        return None
    if role := ROLE.match(text, one.span.end):
        return what_of(role)
    if one.state == "area":
        return None
    near = _neighbour(text, counts, at)
    return near or (_topic(text, counts, at, nouns) if _has_topic(text, counts, at, nouns) else None)


def _has_topic(text: str, counts: Sequence[Counted], at: int, nouns: Nouns) -> bool:
    """Tell whether a number may be of what the text speaks of, and not of something that no rule knows.

    후보지 12곳 tells that 3곳 of `이 가운데 3곳` are no firms either; 전국 5곳에서 tells where.
    """
    one, start = counts[at], nouns.sentence(counts[at].span.start)
    before = counts[at - 1] if at else one
    if before is not one and before.unit == one.unit and before.what is None and before.span.start >= start:
        return False
    if one.unit in PLACES and WHERE.match(text, one.span.end):
        return False
    by = BY.search(text, max(start, one.span.start - 4 * GAP), one.span.start)
    return one.state != "label" or bool(by or MOST.match(text, one.span.end))


def _neighbour(text: str, counts: Sequence[Counted], at: int) -> CountWhat | None:
    """Return the noun of the number just before, where this one goes on with it."""
    if not at:
        return None
    before, one = counts[at - 1], counts[at]
    between = text[before.span.end : one.span.start]
    if len(between) > 4 * GAP or before.what is None:
        return None
    if PART.search(between) or CHANGE.fullmatch(between):
        return before.what if before.what in BY_UNIT.get(one.unit, CARRIES) else None
    if are_listed(text, before, one) and (
        one.state == "told" or (one.state == "label" and before.state in ("label", "told"))
    ):
        return before.what
    return None


def _topic(text: str, counts: Sequence[Counted], at: int, nouns: Nouns) -> CountWhat | None:
    """Return the noun spoken of last: in the sentence, or the one before; or firms, by ㈜."""
    one = counts[at]
    fits = BY_UNIT.get(one.unit, CARRIES)
    start = nouns.sentence(one.span.start)
    sources = [*_before(nouns.subjects, one.span.start, start, fits)]
    sources += [
        (count.span.end, count.what)
        for count in counts[max(0, at - 4) : at]
        if count.span.start >= start and count.what in fits and count.unit != "people"
    ]
    sources = sources or [*_before(nouns.objects, one.span.start, start, fits)]
    if not sources and start > 0 and one.unit != "건":
        reach = max(nouns.sentence(start - 1), one.span.start - REACH)
        ranks = (nouns.topics, nouns.subjects, nouns.objects)
        sources = next((near for rank in ranks if (near := _before(rank, start, reach, fits))), [])
        if not sources and FROM.match(text, one.span.end):
            sources = _before(nouns.topics, start, one.span.start - REACH, fits)
    if not sources and MARKED.search(text, max(start, one.span.start - 2 * GAP), one.span.start):
        return "companies"
    return max(sources)[1] if sources else None


def _before(
    topics: Sequence[tuple[int, CountWhat]], end: int, start: int, fits: frozenset[CountWhat]
) -> list[tuple[int, CountWhat]]:
    """Return the last fitting noun between two places, if there is any."""
    at = bisect_right(topics, end, key=lambda topic: topic[0])
    near = (topic for topic in reversed(topics[max(0, at - 8) : at]) if topic[0] > start and topic[1] in fits)
    return [*near][:1]


def _members(text: str, counts: Sequence[Counted], at: int, nouns: Nouns) -> CountWhat | None:
    """Return members for 612명 and 41개사 where the sentence speaks of 회원 and they have no noun."""
    one = counts[at]
    if one.what not in ("people", "companies") or one.state == "own":
        return None
    before = counts[at - 1] if at else None
    if before and before.what == "members" and before.unit == one.unit and one.state != "label":
        between = text[before.span.end : one.span.start]
        if len(between) <= GAP and (CHANGE.fullmatch(between) or FULL_STOP.match(between)):
            return "members"
    start = nouns.sentence(one.span.start)
    topics = _before(nouns.topics, one.span.start, start, ANY)
    told = one.state in ("free", "told") or (one.unit == "firms" and one.state == "label")
    return "members" if told and topics and topics[0][1] == "members" else None
