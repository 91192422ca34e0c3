"""What is said about an amount, whoever its parties are: what is done with it, the firm spoken of."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from schema import FigureKind, Morpheme

from .candidates import AHEAD
from .places import TOPIC, Place
from .scene import Around

ACTS = {
    "gets": re.compile(r"받(?!침|들)|유치(?:하|해|했|에)|확보|따냈|따내|얻|수혜|조달|끌어[모들]"),
    "gives": re.compile(
        r"지원|지급|투입|출연|투자하|투자한|투자해|들인|들여|들이|댄다|댔|내놓|쏟|부담|배정|보탠|보태|빌려|보증|썼"
        r"|쓴다|대고|마련|편성|세웠"
    ),
    "earns": re.compile(r"올렸|올린|올려|기록|달성|거뒀|거둔|판매|팔|납품|공급|수주|수출|계약"),
}
CLAUSE = frozenset({"EC", "ETM", "EF"})  # endings that part clauses
# What is alike in who gets and gives it.
MONEY = {
    **dict.fromkeys(("revenue", "export", "contract", "production"), "earned"),
    **dict.fromkeys(("budget", "grant"), "public"),
}


class Said(NamedTuple):
    """What is said about an amount, whoever its parties are.

    `money` is the class of its kind, `acts` and `verb` what is done with it, `joints` the ends of clauses
    near it, and `firm` the firm that was spoken of last before its sentence.
    """

    near: Around
    kind: FigureKind
    money: str
    acts: tuple[str, ...]
    verb: str
    joints: Sequence[Morpheme]
    firm: Place | None


def said_of(near: Around, kind: FigureKind) -> Said:
    """Return what is said about an amount whose kind is known."""
    after = near.text[near.span.end : min(near.stretch.end, near.span.end + AHEAD)]
    verbs = (
        each.form for each in near.morphemes if each.start >= near.span.end and each.tag[:2] in ("VV", "XS")
    )
    firms = (
        each
        for each in reversed(near.earlier)
        if each.type == "company" and TOPIC.match(near.text, each.span.end)
    )
    return Said(
        near,
        kind,
        money=MONEY.get(kind, kind),
        acts=tuple(name for name, pattern in ACTS.items() if pattern.search(after)) or ("none",),
        verb=next(verbs, ""),
        joints=[each for each in near.morphemes if each.tag in CLAUSE],
        firm=next(firms, None),
    )
