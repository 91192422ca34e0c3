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
    "own_funds": r"자체 ?(?:자금|예산|재원)|자기 ?(?:자금|부담)|자부담|민간 ?부담금?|기업 ?부담금?|민간 ?자본|민자|민간",
    "investment": r"투자|펀드|출자|증자|자본금|투자금|모태|시리즈 ?[A-D]|인수",
    "loan": r"융자|대출|보증|차입|이차보전|특례보증|회사채|정책자금|경영안정자금",
    "contract": r"(?:수출|공급|납품|구매|판매) ?계약|계약|수주|납품|공급|발주|낙찰|도급|수출 ?협약|구매 ?의향",
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
# Kinds whose recipient is the firm spoken of if the clause names nobody, and those of them that somebody gives.
BORNE = EARNED | {"grant", "own_funds", "loan"}
GIVEN = frozenset({"grant", "loan"})
TOPIC = re.compile(r"(?:\([^)]{0,30}\))?(?:은|는|이|가|도)(?![가-힣])")
GIVEN_TO = re.compile(r"(?:\([^)]{0,30}\))?(?:에|에게|에는|에서)(?![가-힣])")
GIVER = re.compile(r"(?:\([^)]{0,30}\))?(?:으로부터|로부터|에게서|에서|한테서|의)(?![가-힣])")
RECEIVED = re.compile(r"받|유치|확보|따냈|따내|선정|수혜|조달")
OF = re.compile(r"(?:\([^)]{0,30}\))?의(?![가-힣])")


class Place(NamedTuple):
    """Where a named thing stands."""

    span: Span
    name: str
    company: bool


def figures(reading: Reading, mentions: Sequence[Mention], named: Sequence[Named]) -> Iterator[Figure]:
    """Yield one record a sum; the same sum of the same thing said again is more evidence, not another figure."""
    places = _places(named)
    made: list[tuple[Figure, Mention]] = []
    for mention in mentions:
        if mention.label == "money" and mention.amount is not None:
            made.append((_figure(reading, mention, mention.amount, places), mention))
    yield from _merged(reading, made)


def _places(named: Sequence[Named]) -> tuple[Place, ...]:
    found = (
        Place(evidence.span, thing.name, isinstance(thing, Organization) and thing.type == "company")
        for thing in named
        for evidence in thing.evidence
    )
    return tuple(sorted(found))


def _figure(reading: Reading, mention: Mention, amount: Amount, places: Sequence[Place]) -> Figure:
    sentence = sentence_at(reading, mention.span.start)
    kind = kind_of(reading.text, mention.span, sentence)
    inside = [place for place in places if sentence.covers(place.span)]
    recipient, provider = _parties(reading.text, mention.span, kind, inside)
    received = kind in BORNE or (kind == "investment" and _is_received(reading.text, mention.span))
    if recipient is None and received and not (provider and kind in GIVEN):
        recipient = _speaks_of(reading, mention.span, places)
    return Figure(
        quote=mention.surface,
        min=amount.min,
        max=amount.max,
        currency=amount.currency,
        qualifier=amount.qualifier,
        kind=kind,
        recipient=recipient,
        provider=provider,
        year=resolve_year(reading.text, mention.span, sentence, reading.document.published),
        evidence=evidence_of(reading, [mention]),
    )


def kind_of(text: str, span: Span, sentence: Span) -> FigureKind:
    """Return what the money is called, from the words nearest: 20억원의 사업비, 매출 150억원, 국비 70억원."""
    before = text[max(sentence.start, span.start - BEHIND) : span.start]
    after = text[span.end : min(sentence.end, span.end + AHEAD)]
    if end := CLAUSE_END.search(after):
        after = after[: end.start()]
    at_once = AT_ONCE.match(after)
    skipped = at_once.end() if at_once else 0
    scored: list[tuple[int, int, FigureKind]] = []
    for kind, pattern in KEYWORDS:
        for match in pattern.finditer(before):
            scored.append((len(before) - match.end() + 1, -len(match.group()), kind))
        for match in pattern.finditer(after):
            distance = 0 if match.start() <= skipped else match.start() + 3
            scored.append((distance, -len(match.group()), kind))
    if not scored:
        return _kind_of_sentence(sentence.of(text))
    return min(scored)[2]


def _kind_of_sentence(sentence: str) -> FigureKind:
    kinds = [kind for kind, pattern in KEYWORDS if pattern.search(sentence)]
    return kinds[0] if len(kinds) == 1 else "other"


def _parties(
    text: str, span: Span, kind: FigureKind, places: Sequence[Place]
) -> tuple[str | None, str | None]:
    """Return recipient and provider as the clause around an amount names them."""
    before = [place for place in places if place.span.end <= span.start]
    topic = next((place for place in reversed(before) if TOPIC.match(text, place.span.end)), None)
    giver = next((place for place in reversed(before) if GIVER.match(text, place.span.end)), None)
    given = next((place for place in reversed(before) if GIVEN_TO.match(text, place.span.end)), None)
    if kind in EARNED:
        owner = next((place for place in reversed(before) if _owns(text, place, span)), None) or topic
        return (owner.name if owner else None), None
    if _is_received(text, span):
        source = giver if giver and giver is not topic else None
        return (topic.name if topic else None), (source.name if source else None)
    if kind in {"investment", "own_funds"} and topic:
        target = given if given and given.company and given is not topic else None
        if kind == "own_funds":
            return topic.name, None
        return (target.name if target else None), topic.name
    provider = topic
    recipient = given if given is not topic else None
    return (recipient.name if recipient else None), (provider.name if provider else None)


def _owns(text: str, place: Place, span: Span) -> bool:
    return bool(OF.match(text, place.span.end)) and span.start - place.span.end < BEHIND


def _speaks_of(reading: Reading, span: Span, places: Sequence[Place]) -> str | None:
    """Return the firm that the paragraph speaks of: 가나테크는 …. 지난해 매출은 50억원이었다."""
    start = reading.text.rfind("\n", 0, span.start) + 1
    topics = [
        place
        for place in places
        if place.company
        and start <= place.span.start < span.start
        and TOPIC.match(reading.text, place.span.end)
    ]
    return topics[-1].name if topics else None


def _is_received(text: str, span: Span) -> bool:
    return bool(RECEIVED.search(text[span.end : span.end + AHEAD]))


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
