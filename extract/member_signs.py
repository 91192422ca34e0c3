"""What shows that an organization takes part in a cluster: the words between, the topic, what it does."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from schema import Span

from .kind_signs import distance
from .party_signs import particle_after
from .places import Place, places_in
from .reading import Reading

REACH = 5  # sentences from the cluster to the member, at the most
MOST = 8  # clusters near one place that are asked about, the nearest ones
PLACES = 6  # places of a pair that are looked at, the nearest ones
LONGEST = 600  # letters of a sentence that are looked at
# Words of a sentence, by what they show.
SHOWS = {
    "takes-part": "참여|참가|합류|함께|손잡|협업|협력|공동",
    "joins": "가입|회원|소속|회원사|멤버|식구",
    "founds": "창립|출범|결성|발족|구성",
    "sits": "입주|둥지|자리(?:한|잡)|들어선|모여",
    "heads": "회장|의장|위원장|간사|총무",
    "deals": "계약|공급|납품|의향서|양해각서|MOU|수출|바이어|투자 ?유치",
    "visits": "방문|견학|초청|지원(?:하|했|한|받)|운영(?:하|한)|추진",
    "makes": "개발|생산|제조|양산|매출",
}
SHOWN = tuple((name, re.compile(words)) for name, words in SHOWS.items())
HEADS = re.compile(r"[^.\n]{0,24}?(?:회장|의장|간사|총무)")
MARKS = re.compile(r"[△▲▷▶▦■◆◇·ㆍ,]")
ITS = re.compile(r"이 (?:모임|미니 ?클러스터|클러스터|미클|MC|협의체|특구)|이곳|이 단지|회원사|소속|입주기업")
OF = re.compile(r"(?:의|소속|회원사인|회원인|회원|인|입주기업인|회장인|회장사인)(?: ?㈜)?")


class Pairing(NamedTuple):
    """A place of an organization and the place of a cluster that it may go with, `steps` sentences earlier.

    `rank` is how many other clusters are named nearer.
    """

    organization: Place
    cluster: Place
    steps: int
    rank: int


class Link(NamedTuple):
    """How the two stand to each other, in the words that signs are made of."""

    where: str
    rank: int
    order: str
    particle: str
    behind_cluster: str
    company: bool


def pairings(reading: Reading, places: Sequence[Place]) -> dict[tuple[str, str], list[Pairing]]:
    """Return the places of each organization and cluster that stand together, by both names."""
    clusters = [place for place in places if place.type == "cluster"]
    starts = [span.start for span in reading.document.sentences]
    found: dict[tuple[str, str], list[Pairing]] = {}
    for place in places:
        if place.type not in ("cluster", "complex"):
            for pairing in _near(reading, place, clusters, starts):
                pairs = found.setdefault((place.name, pairing.cluster.name), [])
                if len(pairs) < PLACES:
                    pairs.append(pairing)
    return found


def _near(
    reading: Reading, place: Place, clusters: Sequence[Place], starts: Sequence[int]
) -> Iterator[Pairing]:
    at = bisect_right(starts, place.span.start) - 1
    stretch = Span(starts[max(0, at - REACH)], reading.document.sentences[at].end)
    after = bisect_right(clusters, place.span.start, key=lambda one: one.span.start)
    # A sentence may hold any number of clusters: the nearest on both sides are enough.
    near = places_in(clusters[max(0, after - 2 * MOST) : after + 2 * MOST], stretch)
    ranks: dict[str, int] = {}
    for cluster in sorted(near, key=lambda one: abs(one.span.start - place.span.start)):
        rank = ranks.setdefault(cluster.name, len(ranks))
        if rank < MOST:
            yield Pairing(place, cluster, at - (bisect_right(starts, cluster.span.start) - 1), rank)


def member_signs(
    reading: Reading, pairs: Sequence[Pairing], *, kind: str, clusters: int, titled: bool
) -> tuple[str, ...]:
    """Return the signs that an organization is a member of a cluster of this `kind`, one of so many."""
    type_ = pairs[0].organization.type
    nearest = min(pairs, key=lambda pair: (pair.steps, pair.rank))
    signs = [
        f"type:{type_}:{kind}",
        f"clusters:{min(clusters, 3)}:{type_}",
        f"titled:{titled}:{type_}",
        f"nearest:{nearest.steps}:{min(nearest.rank, 3)}",
        f"nearest:{nearest.steps}:{type_}:{kind}",
    ]
    for pair in pairs:
        signs += _pair_signs(reading, pair)
    return tuple(dict.fromkeys(signs))


def _pair_signs(reading: Reading, pair: Pairing) -> Iterator[str]:
    text, sentences = reading.text, reading.document.sentences
    at = bisect_right(sentences, pair.organization.span.start, key=lambda span: span.start) - 1
    sentence = Span(sentences[at].start, min(sentences[at].end, sentences[at].start + LONGEST))
    link = _link(text, pair)
    yield from _link_signs(link, type_=pair.organization.type)
    yield from _word_signs(text, sentence, pair, link)
    if not pair.steps:
        yield from _between_signs(text, pair, link)


def _link(text: str, pair: Pairing) -> Link:
    place, cluster = pair.organization, pair.cluster
    broken = pair.steps > 0 and "\n" in text[cluster.span.end : place.span.start]
    order = "" if pair.steps else ("<" if cluster.span.start < place.span.start else ">")
    step = f"{min(pair.steps, 3)}{'n' if broken else ''}" if pair.steps else "same"
    return Link(
        where=f"{step}{order}",
        rank=min(pair.rank, 2),
        order=order,
        particle=particle_after(text, place),
        behind_cluster=particle_after(text, cluster),
        company=place.type == "company",
    )


def _link_signs(link: Link, *, type_: str) -> Iterator[str]:
    where, rank = link.where, link.rank
    yield from (f"where:{where}:{rank}", f"where:{where}:{rank}:{type_}")
    yield from (f"{where}:{rank}:{link.particle}", f"{where}:{rank}:{link.particle}:{link.company}")
    yield f"cluster:{where}:{link.behind_cluster}:{link.company}"


def _word_signs(text: str, sentence: Span, pair: Pairing, link: Link) -> Iterator[str]:
    words, place = sentence.of(text), pair.organization
    for name in (name for name, pattern in SHOWN if pattern.search(words)):
        yield from (f"{link.where}:{link.rank}:{name}", f"{link.where}:{link.particle}:{name}:{link.company}")
    if ITS.search(words):
        yield f"its:{link.where}:{link.rank}"
    if HEADS.match(text, place.span.end, sentence.end):
        yield f"headed:{link.where}:{link.rank}"
    start = max(0, place.span.start - 2)
    listed = bool(MARKS.match(text, place.span.end) or MARKS.search(text, start, place.span.start))
    yield f"listed:{link.where}:{listed}:{link.rank}"


def _between_signs(text: str, pair: Pairing, link: Link) -> Iterator[str]:
    low, high = sorted((pair.organization.span, pair.cluster.span))
    between = text[low.end : high.start]
    behind = link.behind_cluster if link.order == "<" else link.particle
    yield f"apart:{link.order}:{distance(len(between))}:{behind}"
    near = between[:LONGEST]
    yield from (f"between:{link.order}:{name}" for name, pattern in SHOWN if pattern.search(near))
    if OF.fullmatch(between.strip()):
        yield f"of:{link.order}"
