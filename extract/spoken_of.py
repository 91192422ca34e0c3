"""Bodies that go by less than their names: 시는 in an article on 군산, 강희수 시장, 시의회 의장."""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from schema import OrganizationType, Span

from .governments import HEADS, full_name, is_body
from .person_names import is_name, may_be_name
from .phrases import Word
from .reading import Reading

# 시는 10억원을 지원한다; but not 양 시는, 3개 군은, 시가 2억원 상당
ACTS = re.compile(
    r"(?<![가-힣A-Za-z\d·ㆍ])(?P<level>[시군구도])"
    r"(?=(?:는|은)(?: |,)|군?이 |가 (?!\d)|에 따르면|에서는 | 관계자| 당국| 담당자|의 지원|측은 | 측은 )"
)
MANY = re.compile(r"(?:각|두|세|양|타|다른|인근|해당|이들|모든|여러|\d개|[를을]|바퀴) $")
LEVELS = {"시장": "시", "군수": "군", "구청장": "구", "지사": "도"}
# What every place has one of; by its bare name or with its level: 군산상공회의소, 군산시의회.
LOCAL = re.compile(r"(?P<level>[시군구도])의(?:회|원)|(?P<chamber>상공회의소|상의)")
DEPUTY = re.compile(r"국회(?:의원|의장|부의장)")


class Body(NamedTuple):
    """A body by the place that stands for it: its span, name and type."""

    span: Span
    name: str
    type: OrganizationType


class _Place(NamedTuple):
    """Where the article names a city, county or province: 군산시 is `whole`, 군산 not, `bare` is 군산."""

    span: Span
    level: str
    name: str
    bare: str
    whole: bool


_Ranks = Mapping[str, Sequence[Sequence[_Place]]]


def spoken_of(reading: Reading, acting: Collection[str]) -> Iterator[Body]:
    """Yield the bodies that go by their level or by their head alone, after the article named the place.

    `acting` are the bodies that the article names in full as ones that do something; they are preferred.
    """
    places = _ranked(_places(reading), acting)
    for match in ACTS.finditer(reading.text):
        place = _last(places, match["level"], before=match.start())
        if place is not None and not MANY.search(reading.text, max(0, match.start() - 4), match.start()):
            yield Body(Span(*match.span()), place.name, "government")
            yield Body(place.span, place.name, "government")
    for sentence in reading.sentences:
        for before, word in pairwise(sentence.words):
            if before.joined and (is_name(reading.lexicon, before) or may_be_name(reading, before)):
                yield from _of_person(word, places)


def _of_person(word: Word, places: _Ranks) -> Iterator[Body]:
    """Yield the body of what stands behind a name: 시장, 시 경제국장, 시의회, 상공회의소, 국회의원."""
    start = word.span.start
    if word.text in HEADS:
        level = next(level for head, level in LEVELS.items() if word.text.endswith(head))
        place = _last(places, level, before=start)
        if place is not None:
            yield Body(place.span, place.name, "government")
    elif word.text in LEVELS.values() and word.joined:
        place = _last(places, word.text, before=start)
        if place is not None:
            yield Body(word.span, place.name, "government")
    elif DEPUTY.fullmatch(word.text):
        yield Body(Span(start, start + 2), "국회", "government")
    elif local := LOCAL.fullmatch(word.text):
        place = _last(places, local["level"] or "시", before=start)
        if place is not None and local["chamber"]:
            yield Body(word.span, f"{place.bare}상공회의소", "association")
        elif place is not None:
            yield Body(word.span, f"{place.bare}{local['level']}의회", "government")


def _places(reading: Reading) -> Iterator[_Place]:
    for sentence in reading.sentences:
        for word in sentence.words:
            text = word.text.removesuffix("청")
            if is_body(reading.lexicon, text):
                span = Span(word.span.start, word.span.start + len(text))
                yield _Place(span, text[-1], full_name(text), text[:-1], whole=True)
            elif word.text in reading.lexicon.regions:
                for level in "시군도":
                    if is_body(reading.lexicon, text + level):
                        yield _Place(word.span, level, full_name(text + level), text, whole=False)


def _ranked(places: Iterable[_Place], acting: Collection[str]) -> _Ranks:
    """Return the places of each level, those that act before others, those in full before bare ones."""
    ranks: dict[str, tuple[list[_Place], ...]] = {}
    for place in places:
        rank = 2 * (place.name not in acting) + (not place.whole)
        ranks.setdefault(place.level, ([], [], [], []))[rank].append(place)
    return ranks


def _last(ranks: _Ranks, level: str, *, before: int) -> _Place | None:
    """Return the place of a level that is spoken of: one that acts, else one in full, the last before."""
    rows = ranks.get(level, ())
    for row in rows:
        at = bisect_left(row, before, key=lambda place: place.span.start) - 1
        if at >= 0:
            return row[at]
    return min((place for row in rows for place in row[:1] if place.whole), default=None)
