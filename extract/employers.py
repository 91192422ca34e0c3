"""Whose a person is: the body beside the name, else the one spoken of that has such a post."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from schema import Organization, Span, normal

from .appointments import appointing
from .bodies import Bodies, Row, row_of
from .captions import Named
from .company_signs import HEADS
from .offices import CHIEF, is_office, office_key
from .posts import ACTING, shortest
from .reading import Reading

BESIDE = re.compile(r"(?:[과와] |, | 및 |·)$")  # 나래원 강희수 원장과 이두리 팀장: of one body
# 추진단 강희수 과장, 진흥원 강희수 팀장은: of the body named in full before
CALLED = re.compile(
    r"(?P<short>[가-힣]{0,4}(?:[가-힣]단|센터|[가-힣]원|재단|협회|조합|공단|공사|본부|지사|지부|병원|기금)) $"
)
# A head of a department has its name in the title: 산업경제국장, 보증지원부장.
DEPARTMENT = re.compile(r".*(?:과장|팀장|계장|부장|실장|국장|담당관)(?<!본부장)(?<!지부장)")
COUNCILLOR = re.compile(r".*[시도군구]의(?:원|장|회 ?의장)")
COUNCIL = "의회"
OF_CITIES = re.compile(r".{2,}(?:과장|국장|담당관)(?<!사무국장)(?<!총괄과장)")
CITY = re.compile(r"[가-힣]+[시군구]")
LONGEST_OFFICE = 16
REACH = 20  # letters from that body to the second name
LISTED = re.compile(r"^(?:(?: ?[·ㆍ・,] ?|[과와] )[가-힣]{3})+")  # 강희수·이두리 의원
OF_PARTIES = re.compile(r".*(?:의원|최고위원|원내대표|의장)")
# 강희수 중소기업 대표 is of none that the text names; 강희수 신임 회장 may be.
UNKNOWN = re.compile(r"(?!(?:신임|초대|현직|총괄|수석|상근|공동|담당)(?![가-힣]))(?<![가-힣])[가-힣A-Z]{2,}")
# Posts of a firm's people, by the firm spoken of: 이 회사 강희수 연구소장.
OF_FIRMS = re.compile(
    r".*(?:상무|전무|이사|사장|부장|차장|과장|팀장|실장|대리|연구소장|공장장|고문|수석|총괄|책임|매니저|본부장|임원|감사)|대표"
)


def employer_of(reading: Reading, bodies: Bodies, places: Sequence[Named]) -> tuple[str | None, Named]:
    """Return the organization of a person, and the naming that tells it, of all places where it is named."""
    places = sorted(places, key=lambda place: not place.role)
    beside = [(name, place) for place in places for name in _beside(reading, bodies, place)]
    unions = {one.name for one in bodies.organizations if one.type == "association"}
    own = [pair for pair in beside if pair[0] not in unions]
    firm = next((place for place in places if place.second and place.role in HEADS), None)
    if own:
        body, place = next((pair for pair in own if pair[1].second), own[0])
        return _council(bodies, body, place) or body, place
    if firm is not None and firm.post != places[0].post:
        return None, firm  # 강희수 회장(중소기업 대표)
    if beside:
        return beside[0]
    for place in places:
        if (name := _office(bodies, reading, place)) is not None:
            return name, place
    for place in places:
        if (name := _called(reading, bodies, place)) is not None:
            return name, place
    for place in places:
        if (name := _spoken_of(reading, bodies, place)) is not None:
            return name, place
    return None, places[0]


def role_of(organizations: Sequence[Organization], place: Named, employer: str | None) -> str | None:
    """Return the post, less what the organization's name says: 본부장 of 호남본부, 주력산업과장 of 울산시."""
    if not place.role:
        return None
    if place.role not in place.post:  # 총괄 임원
        return place.role
    if any(_covers(one, place) for one in organizations if one.name == employer):
        return shortest(place.post)
    if employer is None:
        return place.post if DEPARTMENT.fullmatch(place.role) else place.role
    fused, whole = office_key(place.post.removesuffix(place.role)), office_key(employer)
    shared = fused in whole if DEPARTMENT.fullmatch(place.role) else fused[:2] in whole
    return place.role if shared else place.post


def _covers(organization: Organization, place: Named) -> bool:
    """Tell whether the title is fused with the organization: 지사 of 충남지사."""
    return any(
        one.span.start <= place.at.start < one.span.end <= place.at.end for one in organization.evidence
    )


def _beside(reading: Reading, bodies: Bodies, place: Named) -> list[str]:
    """Return the organization named nearest the end of the stretch around the name, if there is one."""
    after = bisect_left(bodies.places, (Span(place.frame.end, 0), ""))
    last = bodies.places[after - 1] if after else None
    if last and last[0].end > place.frame.start:
        return [last[1]]
    stretch = place.frame.of(reading.text).replace(place.name, " ")
    named = [(len(word), one.name) for one in bodies.organizations for word in one.surface if word in stretch]
    return [max(named)[1]] if named and max(named)[0] > 1 else []


def _office(bodies: Bodies, reading: Reading, place: Named) -> str | None:
    """Return the office that a post in two words is of: 동남권본부 of `강희수 동남권 본부장`."""
    post = reading.text[place.span.end : place.at.end].removesuffix(CHIEF)
    key = office_key(post)
    if place.at.start < place.span.end or len(key) > LONGEST_OFFICE or not is_office(normal(post)):
        return None
    ending = (one.name for one in bodies.organizations if office_key(one.name).endswith(key))
    return next(ending, None)


def _council(bodies: Bodies, city: str, place: Named) -> str | None:
    """Return the council of a member whose title names the city: 대구시의회 of 대구시의원."""
    if not COUNCILLOR.fullmatch(place.post):
        return None
    names = (one.name for one in bodies.organizations if one.name.endswith(COUNCIL))
    return next((name for name in names if name[:2] == city[:2]), None)


def _called(reading: Reading, bodies: Bodies, place: Named) -> str | None:
    """Return the body that goes by its last word before the name: 추진단 of `추진단 강희수 과장`."""
    short = CALLED.search(reading.text, place.frame.start, place.span.start)
    if short is None:
        return None
    ending = normal(short["short"])
    fitting = [one for one in bodies.organizations if normal(one.name).endswith(ending)]
    return _before(row_of(reading, fitting), place)


def _spoken_of(reading: Reading, bodies: Bodies, place: Named) -> str | None:
    """Return the body that the article named last before, of those that have such a post."""
    if UNKNOWN.search(_aside(reading, place)):
        return None
    start = reading.text.rfind("\n", 0, place.frame.start) + 1
    if (found := appointing(reading, bodies, place, since=start)) is not None:
        return found
    fitting = bodies.fitting(_held(place.role))
    if (found := _before(fitting, place) or _first(fitting)) is not None:
        return found
    if BESIDE.search(reading.text, max(0, place.span.start - 3), place.span.start):
        at = bisect_left(bodies.places, place.span.start, key=lambda one: one[0].end) - 1
        if at >= 0 and bodies.places[at][0].end > place.span.start - REACH:
            return bodies.places[at][1]
    if _may_be_of_a_firm(place) and (found := _before(bodies.firms, place, since=start)) is not None:
        return found
    if place.role in HEADS:
        return _before(bodies.firms, place) or _first(bodies.firms)
    if not place.role or OF_PARTIES.fullmatch(place.role):
        return None
    return _before(bodies.every, place, since=start) or _only_city(bodies, place)


def _only_city(bodies: Bodies, place: Named) -> str | None:
    """Return the only city or county of the text as that of its 지역경제과장."""
    if not OF_CITIES.fullmatch(place.post):
        return None
    cities = [
        one.name for one in bodies.organizations if one.type == "government" and CITY.fullmatch(one.name)
    ]
    return cities[0] if len(cities) == 1 else None


def _aside(reading: Reading, place: Named) -> str:
    """Return what stands between a name and its title, or behind the title: a body that nobody knows."""
    if place.at.start < place.span.end:
        return ""
    between = LISTED.sub("", reading.text[place.span.end : place.at.start])
    return between + reading.text[place.at.end : place.frame.end]


def _held(role: str) -> str:
    """Return the post that somebody holds for another: 도지사 of `도지사 권한대행`."""
    post, _, last = role.rpartition(" ")
    return post if last in ACTING else role


def _may_be_of_a_firm(place: Named) -> bool:
    return place.role in HEADS or OF_FIRMS.fullmatch(place.role) is not None


def _before(row: Row, place: Named, *, since: int = 0) -> str | None:
    """Return the one named last before, of those that the text speaks of if it speaks of any."""
    for places in (row.topics, row.places):
        at = bisect_left(places, (place.span.start, "")) - 1
        if at >= 0 and places[at][0] >= since:
            return places[at][1]
    return None


def _first(row: Row) -> str | None:
    return row.places[0][1] if row.places else None
