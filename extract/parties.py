"""Who gets an amount and who gives it, as the clause names them."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from schema import Cluster, Complex, FigureKind, Organization, Span

from .kinds import AHEAD, BEHIND
from .offices import GENERAL
from .reading import Reading

Named = Organization | Cluster | Complex

BODIES = frozenset({"재단", "진흥원", "협회", "공단", "테크노파크", "조합", "공사"})
EARNED = frozenset({"revenue", "export", "contract", "production"})
ASIDE = r"(?:\([^)\n]{0,30}\))?"
# 가나테크는, 가나테크 김하늘 대표는: who speaks for a firm speaks of it.
SPEAKER = r"(?: [가-힣]{2,4})? ?(?:공동대표|대표이사|대표|사장|부사장|회장)?"
TOPIC = re.compile(rf"{ASIDE}{SPEAKER}(?:은|는|이|가|도)(?![가-힣])")
GIVEN_TO = re.compile(rf"{ASIDE}(?:에|에게|에는|에서)(?![가-힣])")
GIVER = re.compile(rf"{ASIDE}(?:으로부터|로부터|에게서|에서|한테서|의)(?![가-힣])")
OF = re.compile(rf"{ASIDE}의(?![가-힣])")
BESIDE = re.compile(r"(?:\([^)]{0,20})? ?\(?")  # 서울시 50억원, 내포식품(90억 원)
RECEIVED = re.compile(r"받(?!침|들)|유치(?:하|해|했|에)|확보|따냈|따내|얻|수혜|조달|끌어[모들]")
GIVES = re.compile(
    r"지원하|지원한|지원해|지원했|지급|투입|출연|투자|들인|들여|들이|댄다|댔|내놓|쏟|부담|배정|보탠|보태|빌려|보증|보탰|썼|쓴다|대고|대준|준다|마련|편성|세웠|늘[리릴려]|올린"
)
AFTERWARDS = re.compile(r"(?:씩|가량|정도)?[은는] ")  # 나머지 3억원은 전북도가 댄다
SUBJECT = re.compile(rf"{ASIDE}(?:이|가|와|과|, )")
GAVE = re.compile(r"(?:지원|출연|투자|부담|제공|투입)한 (?:총 |약 )?$")  # 대구시가 지원한 199억원
FROM = re.compile(
    r"(?P<giver>(?:[가-힣A-Za-z0-9]+(?<![은는이가을를에의도와과]) )?[가-힣A-Za-z0-9]{2,})"
    r"(?:으로부터|로부터)(?= )"
)
STATE = re.compile(r"정부(?=[는가의] | 예산| 지원| 출연)")


class Place(NamedTuple):
    """Where a named thing stands, and what it is: an organization's type, `cluster` or `complex`."""

    span: Span
    name: str
    type: str

    @property
    def earns(self) -> bool:
        """Tell whether revenue, exports and output may be its own."""
        return self.type in {"company", "cluster", "complex"}

    @property
    def public(self) -> bool:
        """Tell whether its money is public money."""
        return self.type in {"government", "agency"}


class Parties(NamedTuple):
    """Who gets an amount and who gives it."""

    recipient: str | None = None
    provider: str | None = None


class Clause(NamedTuple):
    """The named things around an amount by their particle: 은/는, 로부터, 에, 의, and 이/가 after it."""

    topic: Place | None
    giver: Place | None
    given: Place | None
    owner: Place | None
    payer: Place | None


def places_of(reading: Reading, named: Sequence[Named]) -> tuple[Place, ...]:
    """Return where the named things stand, in the order of the text, `추진단은` for one named before too."""
    found = (
        Place(
            evidence.span,
            thing.name,
            thing.type if isinstance(thing, Organization) else type(thing).__name__.lower(),
        )
        for thing in named
        for evidence in thing.evidence
    )
    stated = sorted(found)
    return tuple(sorted([*stated, *_again(reading, stated)]))


def _again(reading: Reading, stated: Sequence[Place]) -> Iterator[Place]:
    """Yield where a body named before is spoken of by its last noun alone: 추진단은 21억원을 댔다."""
    for sentence in reading.sentences:
        for word in sentence.words:
            if word.text in GENERAL or word.text in BODIES:
                before = [place for place in stated if place.span.end <= word.span.start]
                named = next((place for place in reversed(before) if place.name.endswith(word.text)), None)
                if named is not None:
                    yield named._replace(span=word.span)


def parties_of(
    text: str, span: Span, kind: FigureKind, places: Sequence[Place]
) -> tuple[FigureKind, Parties]:
    """Return recipient and provider as the clause names them; public money put up is a budget."""
    clause = _clause(text, span, places)
    topic, given = clause.topic, clause.given
    if kind in EARNED:
        owner = clause.owner or topic
        return kind, _parties(owner if owner and owner.earns else None, None)
    if clause.payer:
        return kind, _parties(None, clause.payer)
    if topic and GAVE.search(text, topic.span.end, span.start):
        return kind, _parties(None, topic)
    if is_received(text, span):
        giver = clause.giver if clause.giver != topic else None
        return kind, Parties(_name(topic), _name(giver) or _phrase(text, span))
    if kind == "own_funds":
        return kind, _parties(topic, None)
    if kind == "investment" and topic and topic.public:
        return "budget", _parties(given, topic)
    if kind == "investment":
        return kind, _parties(given if given and given.type == "company" and given != topic else None, topic)
    parties = _given(text, span, kind, clause)
    public = parties.provider is not None and (topic is None or topic.public)
    return "budget" if kind == "other" and public else kind, parties


def _given(text: str, span: Span, kind: FigureKind, clause: Clause) -> Parties:
    """Return the parties of money that is handed out: 추진단은 가나테크에 1억원을 댔다, 정부 예산 47억원."""
    if kind == "grant" and clause.topic and clause.topic.type == "company":
        return _parties(clause.topic, None)
    if clause.topic and GIVES.search(text, span.end, span.end + AHEAD):
        return _parties(clause.given, clause.topic)
    state = STATE.search(text, max(0, span.start - BEHIND), span.end + BEHIND)
    if kind in {"budget", "grant", "other"} and state:
        return Parties(_name(clause.given), state.group())
    return Parties()


def _clause(text: str, span: Span, places: Sequence[Place]) -> Clause:
    before = [place for place in places if place.span.end <= span.start]
    beside = before[-1] if before and BESIDE.fullmatch(text, before[-1].span.end, span.start) else None
    return Clause(
        topic=beside or _last(before, text, TOPIC),
        giver=_last(before, text, GIVER),
        given=_last(before, text, GIVEN_TO),
        owner=_last(before, text, OF),
        payer=_payer(text, span, places),
    )


def _payer(text: str, span: Span, places: Sequence[Place]) -> Place | None:
    after = next((place for place in places if place.span.start >= span.end), None)
    if after is None or not AFTERWARDS.fullmatch(text, span.end, after.span.start):
        return None
    return after if SUBJECT.match(text, after.span.end) else None


def _parties(recipient: Place | None, provider: Place | None) -> Parties:
    return Parties(_name(recipient), _name(provider))


def _name(place: Place | None) -> str | None:
    return place.name if place else None


def _last(places: Sequence[Place], text: str, particle: re.Pattern[str]) -> Place | None:
    return next((place for place in reversed(places) if particle.match(text, place.span.end)), None)


def _phrase(text: str, span: Span) -> str | None:
    """Return a giver that is no listed organization: 수도권 엔젤클럽 of `수도권 엔젤클럽으로부터`."""
    match = FROM.search(text, max(0, span.start - BEHIND), span.start)
    return match["giver"] if match else None


def is_received(text: str, span: Span) -> bool:
    """Tell whether the clause after an amount says that it was got: 20억원을 유치했다."""
    return bool(RECEIVED.search(text, span.end, span.end + AHEAD))
