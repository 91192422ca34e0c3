"""Amounts become figures: what kind of money, who got it from whom, for which year."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from schema import Amount, Cluster, Complex, Figure, FigureKind, Mention, Organization, Span

from .evidence import evidence_of, sentence_at
from .reading import Reading
from .years import resolve_year

RULE = "figures/1"

Named = Organization | Cluster | Complex

# What the money is called, the guide's kinds; of two that begin at one place the longer counts: 수출계약, 투자협약.
CALLED: Mapping[FigureKind, str] = {
    "budget": r"총?사업비|예산|국비|도비|시비|군비|구비|지방비|국고|운영비|재정|추경|건립비|조성비|공사비|교부세|특별회계|균특|혈세",
    "grant": r"지원금|보조금|(?:지원|연구|개발|R&D|사업화) ?자금|연구(?:개발)?비|개발비|과제비|출연금|바우처|장려금|지원받|지원을 받|지원비"
    r"|상금|(?:을|를) 지원(?!하는 (?:펀드|융자))|까지 지원|씩 지원|사업화지원",
    "own_funds": r"자체 ?(?:자금|예산|재원)|자기 ?(?:자금|부담)|자부담|민간 ?부담금?|기업 ?부담금?|민자 ?유치|퇴직금|사재",
    "investment": r"투자|펀드|출자|증자|자본금|투자금|모태|시리즈 ?[A-D]|인수|투입|들여|들인|들이|유치|증설",
    "loan": r"융자|대출|보증|차입|이차보전|특례보증|회사채|정책자금|경영안정자금",
    "contract": r"(?:수출|공급|납품|구매|판매) ?계약|계약|수주|납품|공급|발주|낙찰|도급|수출 ?협약|구매 ?의향|들어간다|짜리",
    "revenue": r"매출액?|판매액|거래액|연매출",
    "export": r"수출 ?(?:상담|실적|액|고|규모)?|상담액|상담 ?실적",
    "production": r"생산액|총생산|생산 ?(?:규모|실적)|생산유발",
    "other": r"영업이익|순이익|손실|적자|흑자|부채|임대료|분양가|임금|연봉|급여|과태료|과징금|시가총액|경제적? ?(?:효과|파급)|부가가치|절감|기부|성금|장학금",
}
KEYWORDS = tuple((kind, re.compile(pattern)) for kind, pattern in CALLED.items())

# How far a name is looked for, in letters, and what each side's letter weighs: 20억원의 사업비 before 매출 … 20억원.
AHEAD, BEHIND = 40, 30
CLAUSE_END = re.compile(r"[.!?\n]|다\. |(?:하고|했고|으며|하며|지만|는데|이며), ?")
AT_ONCE = re.compile(
    r"(?:어치|상당|규모|정도|가량|내외|안팎|이상|이하|이내|대|여)?(?:의|인)? ?(?:신규 |총 |대형 |정부 |시설 |설비 )?"
)
EARNED = frozenset({"revenue", "export", "contract", "production"})
# Kinds whose recipient is the firm spoken of if the clause names nobody.
BORNE = EARNED | {"grant", "own_funds", "loan"}
TOPIC = re.compile(r"(?:\([^)]{0,30}\))?(?:은|는|이|가|도)(?![가-힣])")
GIVEN_TO = re.compile(r"(?:\([^)]{0,30}\))?(?:에|에게|에는|에서)(?![가-힣])")
GIVER = re.compile(r"(?:\([^)]{0,30}\))?(?:으로부터|로부터|에게서|에서|한테서|의)(?![가-힣])")
RECEIVED = re.compile(r"받(?!침|들)|유치(?:하|해|했|에)|확보|따냈|따내|얻|수혜|조달|끌어[모들]")
GIVES = re.compile(
    r"지원하|지원한|지원해|투입|출연|투자|들인|들여|들이|댄다|댔|내놓|쏟|부담|배정|보탠|보태|빌려|보증"
)
FROM = re.compile(r"(?P<giver>(?:[가-힣A-Za-z0-9]+ )?[가-힣A-Za-z0-9]{2,})(?:으로부터|로부터)(?= )")
STATE = re.compile(r"정부(?=[는가의] | 예산| 지원| 출연)")
BESIDE = re.compile(r"(?:\([^)]{0,20})? ?\(?")
OF = re.compile(r"(?:\([^)]{0,30}\))?의(?![가-힣])")


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


def figures(reading: Reading, mentions: Sequence[Mention], named: Sequence[Named]) -> Iterator[Figure]:
    """Yield one record a sum; said again it is more evidence, not another figure."""
    places = _places(named)
    made: list[tuple[Figure, Mention]] = []
    for mention in mentions:
        if mention.label == "money" and mention.amount is not None:
            before = made[-1] if made else None
            made.append((_figure(reading, mention, mention.amount, places, before), mention))
    yield from _merged(reading, made)


def _places(named: Sequence[Named]) -> tuple[Place, ...]:
    found = (
        Place(
            evidence.span,
            thing.name,
            thing.type if isinstance(thing, Organization) else type(thing).__name__.lower(),
        )
        for thing in named
        for evidence in thing.evidence
    )
    return tuple(sorted(found))


def _figure(
    reading: Reading,
    mention: Mention,
    amount: Amount,
    places: Sequence[Place],
    before: tuple[Figure, Mention] | None,
) -> Figure:
    sentence = sentence_at(reading, mention.span.start)
    carried = _carried(reading, sentence, before)
    kind = kind_of(reading.text, mention.span, sentence, carried=carried)
    inside = [place for place in places if sentence.covers(place.span)]
    kind, parties = _parties(reading.text, mention.span, kind, inside)
    if parties == Parties() and kind in BORNE:
        parties = Parties(_speaks_of(reading, mention.span, places))
    elif kind == "investment" and parties.recipient is None and _is_received(reading.text, mention.span):
        parties = parties._replace(recipient=_speaks_of(reading, mention.span, places))
    return Figure(
        quote=mention.surface,
        min=amount.min,
        max=amount.max,
        currency=amount.currency,
        qualifier=amount.qualifier,
        kind=kind,
        recipient=parties.recipient,
        provider=parties.provider,
        year=resolve_year(reading.text, mention.span, sentence, reading.document.published),
        evidence=evidence_of(reading, [mention]),
    )


def _carried(reading: Reading, sentence: Span, before: tuple[Figure, Mention] | None) -> FigureKind | None:
    """Return the kind of the sum before, if the paragraph is one: 생산액은 여수가 25조원, 구미가 17조원이다."""
    if before is None or "\n" in reading.text[before[1].span.end : sentence.start]:
        return None
    return before[0].kind


def kind_of(text: str, span: Span, sentence: Span, *, carried: FigureKind | None = None) -> FigureKind:
    """Return what the money is called, from the words nearest: 20억원의 사업비, 매출 150억원, 국비 70억원."""
    before = text[max(sentence.start, span.start - BEHIND) : span.start]
    after = text[span.end : min(sentence.end, span.end + AHEAD)]
    if end := CLAUSE_END.search(after):
        after = after[: end.start()]
    at_once = AT_ONCE.match(after)
    skipped = at_once.end() if at_once else 0
    scored = [
        (len(before) - match.end() + 1, -len(match.group()), kind)
        for kind, pattern in KEYWORDS
        for match in pattern.finditer(before)
    ]
    scored += [
        (0 if match.start() <= skipped else match.start() + 3, -len(match.group()), kind)
        for kind, pattern in KEYWORDS
        for match in pattern.finditer(after)
    ]
    if scored:
        return min(scored)[2]
    return _kind_of_sentence(sentence.of(text)) or carried or "other"


def _kind_of_sentence(sentence: str) -> FigureKind | None:
    kinds = [kind for kind, pattern in KEYWORDS if pattern.search(sentence)]
    return kinds[0] if len(kinds) == 1 else None


def _parties(text: str, span: Span, kind: FigureKind, places: Sequence[Place]) -> tuple[FigureKind, Parties]:
    """Return recipient and provider as the clause names them; public money put up is a budget."""
    before = [place for place in places if place.span.end <= span.start]
    beside = before[-1] if before and BESIDE.fullmatch(text, before[-1].span.end, span.start) else None
    topic = beside or _last(before, text, TOPIC)
    giver = _last(before, text, GIVER)
    given = _last(before, text, GIVEN_TO)
    if kind in EARNED:
        owner = _last(before, text, OF) or topic
        return kind, Parties(owner.name if owner and owner.earns else None)
    if _is_received(text, span):
        return kind, Parties(
            topic.name if topic else None, giver.name if giver and giver != topic else _phrase(text, span)
        )
    if kind == "investment":
        if topic and topic.public:
            return "budget", Parties(given.name if given else None, topic.name)
        target = given if given and given.type == "company" and given != topic else None
        return kind, Parties(target.name if target else None, topic.name if topic else None)
    if kind == "own_funds":
        return kind, Parties(topic.name if topic else None)
    gives = topic if topic and GIVES.search(text, span.end, span.end + AHEAD) else None
    if (
        gives is None
        and kind in {"budget", "grant"}
        and (state := STATE.search(text, max(0, span.start - BEHIND), span.end + BEHIND))
    ):
        return kind, Parties(given.name if given else None, state.group())
    return kind, Parties(given.name if given and gives else None, gives.name if gives else None)


def _last(places: Sequence[Place], text: str, particle: re.Pattern[str]) -> Place | None:
    return next((place for place in reversed(places) if particle.match(text, place.span.end)), None)


def _phrase(text: str, span: Span) -> str | None:
    """Return a giver that is no listed organization: 수도권 엔젤클럽 of `수도권 엔젤클럽으로부터`."""
    match = FROM.search(text, max(0, span.start - BEHIND), span.start)
    return match["giver"] if match else None


def _speaks_of(reading: Reading, span: Span, places: Sequence[Place]) -> str | None:
    """Return the firm that the paragraph speaks of: 가나테크는 …. 지난해 매출은 50억원이었다.

    Where the paragraph names none, it is the one firm that the article speaks of, or that its title names.
    """
    start = reading.text.rfind("\n", 0, span.start) + 1
    topics = [
        place
        for place in places
        if place.type == "company"
        and place.span.start < span.start
        and TOPIC.match(reading.text, place.span.end)
    ]
    near = [place for place in topics if place.span.start >= start]
    if near:
        return near[-1].name
    head = {
        place.name
        for place in places
        if place.type == "company" and place.span.end <= reading.document.body_start
    }
    about = {place.name for place in topics} or head
    return about.pop() if len(about) == 1 else None


def _is_received(text: str, span: Span) -> bool:
    return bool(RECEIVED.search(text, span.end, span.end + AHEAD))


def _merged(reading: Reading, made: Sequence[tuple[Figure, Mention]]) -> Iterator[Figure]:
    kept: list[tuple[Figure, list[Mention]]] = []
    title_end = reading.document.body_start
    body = [figure for figure, mention in made if mention.span.start >= title_end]
    for figure, mention in made:
        if mention.span.start < title_end and any(_rounds(figure, other) for other in body):
            continue
        same = next((entry for entry in kept if _is_same(reading, entry, figure, mention)), None)
        if same is None:
            kept.append((figure, [mention]))
        else:
            same[1].append(mention)
            kept[kept.index(same)] = (_fuller(same[0], figure), same[1])
    for figure, places in kept:
        yield replace(figure, evidence=evidence_of(reading, places))


def _is_same(reading: Reading, entry: tuple[Figure, list[Mention]], figure: Figure, mention: Mention) -> bool:
    first, places = entry
    if (first.min, first.max, first.currency) != (figure.min, figure.max, figure.currency):
        return False
    sentence = sentence_at(reading, mention.span.start)
    if any(sentence.covers(place.span) for place in places):
        return False
    one_kind = first.kind == figure.kind or "other" in (first.kind, figure.kind) or _in_head(reading, places)
    one_recipient = first.recipient == figure.recipient or None in (first.recipient, figure.recipient)
    one_year = first.year == figure.year or None in (first.year, figure.year)
    return one_kind and one_recipient and one_year


def _in_head(reading: Reading, places: Sequence[Mention]) -> bool:
    return all(place.span.start < reading.document.body_start for place in places)


ROUNDING = (
    0.05  # a title says 50억 for 51억8000만: the guide's worked examples stay within one part in twenty
)


def _rounds(title: Figure, body: Figure) -> bool:
    short, exact = title.max or title.min, body.max or body.min
    if short is None or exact is None or title.currency != body.currency or short == exact:
        return False
    return abs(short - exact) / exact < ROUNDING


def _fuller(first: Figure, second: Figure) -> Figure:
    """Return what the two say together."""
    return replace(
        first,
        kind=second.kind if first.kind == "other" else first.kind,
        recipient=first.recipient or second.recipient,
        provider=first.provider or second.provider,
        year=first.year or second.year,
    )
