"""What shows who gets an amount and who gives it: the particle behind a name, the verb, the way between."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from .candidates import Candidate
from .kind_signs import distance
from .places import ASIDE, SPEAKER, Place
from .said import Said
from .scene import Around

PARTICLES = (
    "으로부터", "로부터", "에게서", "에서는", "에서", "에게", "에는", "에도", "에", "의", "은", "는",
    "이", "가", "도", "와", "과", "을", "를", "으로", "로", "등", ",", "·", "(", ")", "㈜",
)  # fmt: skip
PARTICLE = re.compile(rf"{ASIDE}(?P<speaker>{SPEAKER}) ?(?P<particle>{'|'.join(map(re.escape, PARTICLES))})?")
GAVE = re.compile(r"(?:지원|출연|투자|부담|제공|투입)한 (?:총 |약 )?$")  # 대구시가 지원한 199억원
BESIDE = re.compile(
    r"['’”]?(?:\([^)]{0,40}\))?['’”]? ?(?:은|는|이|가|에|의|도)? ?[:=]? ?\(?(?:약 |총 |각각 )?"
)
# △가나테크 : 5억원, 가나테크 / 전지 / 5억원
ITEM = re.compile(r"(?:[△▲▷▶■□◆◇●○•※=]|^)[\s'‘“\"㈜]*(?:\([주유]\)|주식회사)? ?$")
CELL = re.compile(r"[△▲▷▶■□◆◇●○•※=]")
CELLS = (" / ", " | ", "\t", " : ", ": ")  # what parts the cells of a row
SPOKEN_OF = ("은 ", "는 ", "이 ", "가 ", "도 ", "과 ", "와 ", "의 ")  # 기자 = 가나도는
ITEM_REACH = 30  # letters before a name in which its item begins
AFTERWARDS = re.compile(r"(?:씩|가량|정도)?[은는] ")  # 나머지 3억원은 전북도가 댄다
# What is alike as a party.
PARTY = {
    **dict.fromkeys(("agency", "government", "state"), "public"),
    **dict.fromkeys(("cluster", "complex"), "site"),
    **dict.fromkeys(("university", "research_institute", "association", "media"), "body"),
}


class Tie(NamedTuple):
    """How a candidate stands to an amount, in the words that signs are made of."""

    where: str
    particle: str
    party: str


def party_signs(said: Said, one: Candidate) -> tuple[str, ...]:
    """Return the signs that a candidate is a party of an amount."""
    near, place = said.near, one.place
    tie = Tie(_where(near, place), particle_after(near.text, place), PARTY.get(place.type, place.type))
    return (
        f"{place.type}:{said.kind}",
        *_tie_signs(tie, said.money, said.acts),
        *_way_signs(said, one, tie),
        *_pattern_signs(said, place),
        *_topic_signs(said, place, tie),
        *_standing_signs(said, place),
    )


def nobody_signs(said: Said, signs: tuple[str, ...], *, candidates: int) -> tuple[str, ...]:
    """Return the signs that an amount has no such party; `signs` are those of its kind."""
    return (
        "nobody",
        f"nobody:{said.kind}",
        f"nobody:candidates:{min(candidates, 3)}",
        f"nobody:topic:{bool(said.near.topics)}:{said.kind}",
        *(f"nobody:{act}" for act in said.acts),
        *(f"nobody:{act}:{said.kind}" for act in said.acts),
        *(f"nobody:{sign}" for sign in signs if not sign.startswith(("says:", "verb:"))),
    )


@lru_cache(maxsize=2048)  # few words make all ties
def _tie_signs(tie: Tie, money: str, acts: tuple[str, ...]) -> tuple[str, ...]:
    where, particle, party = tie
    return (
        *(f"{party}:{money}", f"{where}:{party}", f"{where}:{particle}", f"{particle}:{money}"),
        *(f"{where}:{money}", f"{where}:{particle}:{money}", f"{where}:{particle}:{party}:{money}"),
        *(f"{act}:{where}:{particle}" for act in acts),
        *(f"{act}:{particle}:{party}" for act in acts),
        *(f"{act}:{where}:{party}:{money}" for act in acts),
    )


def _way_signs(said: Said, one: Candidate, tie: Tie) -> Iterator[str]:
    """Yield what lies between: nearer names of its sort, other amounts, ends of clauses, letters."""
    (where, particle, party), money, near = tie, said.money, said.near
    low, high = sorted((one.place.span, near.span))
    nearer = {
        each.name
        for each in near.inside
        if low.start <= each.span.start < high.start and PARTY.get(each.type, each.type) == party
    }
    between = [each for each in said.joints if low.end <= each.start and each.end <= high.start]
    rank, names, joints = min(one.rank, 4), min(len(nearer), 2), min(len(between), 3)
    apart = min(near.scene.amounts_between(low.end, high.start), 3)
    yield from (f"rank:{rank}", f"rank:{rank}:{where}", f"apart:{apart}:{where}")
    yield f"verb:{said.verb}:{particle}"
    yield from (f"own:{names}:{min(apart, 2)}:{where}", f"own:{names}:{min(apart, 2)}:{where}:{money}")
    yield from (f"joints:{joints}:{where}", f"joints:{joints}:{where}:{particle}")
    yield f"joints:{min(joints, 2)}:{particle}:{money}"
    if where in ("before", "after"):
        yield f"{where}:far:{distance(high.start - low.end)}"


def _where(near: Around, place: Place) -> str:
    if near.stretch.covers(place.span):
        return "before" if place.span.end <= near.span.start else "after"
    if place.span.start < near.scene.reading.document.body_start:
        return "title"
    return "paragraph" if "\n" not in near.text[place.span.end : near.span.start] else "earlier"


def particle_after(text: str, place: Place) -> str:
    """Return the particle or mark behind a name, with + where its head speaks: 가나테크 김하늘 대표는."""
    match = PARTICLE.match(text, place.span.end)
    return (match["particle"] or "none") + ("+" if match["speaker"].strip() else "") if match else "none"


def _pattern_signs(said: Said, place: Place) -> Iterator[str]:
    near, (start, end) = said.near, place.span
    if end <= near.span.start and near.stretch.covers(place.span):
        if BESIDE.fullmatch(near.text, end, near.span.start):
            yield from ("beside", f"beside:{said.money}", f"beside:{place.type}:{said.money}")
        if GAVE.search(near.text, end, near.span.start):
            yield "gave"
        if _heads_item(near, place):
            yield from ("heads-item", f"heads-item:{said.money}", f"heads-item:{place.type}:{said.money}")
    elif start >= near.span.end and AFTERWARDS.fullmatch(near.text, near.span.end, start):
        yield f"afterwards:{place.type}"


def _heads_item(near: Around, place: Place) -> bool:
    """Tell whether the name begins the item of a list, or the row of a table, whose first sum it is."""
    start, end = place.span
    line = near.text.rfind("\n", max(0, start - ITEM_REACH), start) + 1
    head = near.text[line or max(0, start - ITEM_REACH) : start]
    rest = near.text[end : near.span.start]
    if (
        rest.startswith(SPOKEN_OF)
        or not ITEM.search(head)
        or "\n" in rest
        or near.scene.amounts_between(end, near.span.start)
    ):
        return False
    return CELL.search(head) is not None or any(mark in rest for mark in CELLS)


def _topic_signs(said: Said, place: Place, tie: Tie) -> Iterator[str]:
    topics, money = said.near.topics, said.money
    if topics and place.name == topics[-1].name:
        yield from ("last-topic", f"last-topic:{money}", f"last-topic:{tie.party}:{money}")
        yield from (f"last-topic:{act}:{tie.party}" for act in said.acts)
    if not topics:
        yield from (f"no-topic:{tie.where}:{money}", f"no-topic:{tie.where}:{tie.party}:{money}")


def _standing_signs(said: Said, place: Place) -> Iterator[str]:
    """Yield what the thing is in the article: in its title, the last firm spoken of, the only firm."""
    near, scene, money = said.near, said.near.scene, said.money
    yield f"said:{min(scene.said[place.name], 4)}:{money}"
    if place.name in scene.titled:
        yield f"titled:{place.type}:{money}"
    if place.type == "company":
        yield f"firms:{min(scene.firms, 3)}:{money}"
        if said.firm and said.firm.name == place.name:
            near_by = "\n" not in near.text[said.firm.span.end : near.span.start]
            yield f"last-firm:{'near' if near_by else 'far'}:{money}"
