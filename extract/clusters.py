"""Named clusters: 친환경나노 미니클러스터, △금형 △도금 등 2개의 미니클러스터, 오창혁신클러스터, 대덕특구."""

import re
from collections.abc import Iterator, Sequence

from schema import ClusterKind, Mention, Span

from .cluster_lists import added, after, before, preceded, shared
from .cluster_names import RULE as RULE
from .cluster_names import SUB_WORDS, named
from .cluster_parts import chaired, in_parts
from .cluster_quotes import SUB_MARKERS, quoted
from .cluster_regions import regional
from .cluster_rows import told_by_place
from .cluster_runs import in_runs
from .cluster_shares import told_by_region
from .cluster_zones import designated, made, zones
from .compounds import compounded, parted
from .lexicon import squeeze
from .phrases import Word, near
from .reading import Reading

MINI = re.compile(
    r"(?P<stem>.*?)(?P<sub>서브)?(?P<marker>미니클러스터|미클|MiniCluster|(?<![A-Za-z-])MC|산학연협의체|소그룹|워킹그룹|(?<![A-Za-z-])SIG)"
    r"(?P<rest>협의회|협의체|회원사?|들)?",
    re.IGNORECASE,
)
LAST_LETTERS = frozenset("터클rRcC체룹Gg회원사들")  # of every such noun; a cheaper question
# Where no cluster is spoken of, an MC leads a show and a 워킹그룹 is of diplomats.
COMPLEX = re.compile(r".*(?:산업단지|농공단지|산단)")
OF_CLUSTERS = re.compile(r"클러스터|산학연|미클|특구|산단|산업단지|서브|Cluster", re.IGNORECASE)


def find(reading: Reading) -> Iterator[Mention]:
    """Yield each named cluster; `kind` is the guide's."""
    # 강소특구는 강원대, 후평일반산업단지 등으로 구성된다: what a zone is made of keeps its own kind.
    yield from (found for found in _found(reading) if not COMPLEX.fullmatch(found.surface))


def _found(reading: Reading) -> Iterator[Mention]:
    yield from _known(reading)
    yield from zones(reading)
    yield from made(reading)
    yield from designated(reading)
    yield from told_by_place(reading)
    minis = [*_minis(reading), *told_by_region(reading), *in_runs(reading), *in_parts(reading)]
    minis += chaired(reading)
    if not OF_CLUSTERS.search(reading.text):
        yield from (mini for mini in minis if squeeze(mini.name) in reading.lexicon.industries)
        return
    yield from minis
    spellings = [(squeeze(text).casefold(), mini) for mini in minis for text in (mini.name, mini.surface)]
    yield from regional(reading, dict(reversed(spellings)))


def _known(reading: Reading) -> Iterator[Mention]:
    for sentence in reading.sentences:
        for index in range(len(sentence.words)):
            yield from _listed(reading, sentence.words, index)


def _listed(reading: Reading, words: Sequence[Word], index: int) -> Iterator[Mention]:
    if not reading.lexicon.may_begin(reading.text, words[index].span.start):
        return
    for last in range(min(index + 4, len(words)) - 1, index - 1, -1):
        span = Span(words[index].span.start, words[last].span.end)
        name = reading.lexicon.clusters.get(squeeze(span.of(reading.text)))
        if name is not None and all(word.joined for word in words[index:last]):
            yield Mention("cluster", span, span.of(reading.text), name, RULE, kind="cluster")
            return


def _minis(reading: Reading) -> Iterator[Mention]:
    for sentence in reading.sentences:
        for stem, kind in quoted(reading, sentence):
            yield from named(reading, stem, stem.end, kind)
        words = compounded(sentence.words)
        for index, word in enumerate(words):
            if word.text[-1] in LAST_LETTERS and (match := MINI.fullmatch(word.text)):
                yield from _at(reading, words, index, match)


def _at(reading: Reading, words: Sequence[Word], index: int, match: re.Match[str]) -> Iterator[Mention]:
    kind: ClusterKind = "sub_mini_cluster" if _is_sub(words, index, match) else "mini_cluster"
    apart, at = parted(*near(words, index), match["stem"])
    found = list(before(reading, apart, at, kind=kind))
    yield from found
    more = added if found else after
    yield from more(reading, apart, at, kind=kind)
    if not found:
        yield from shared(reading, apart, at, kind=kind)
    yield from preceded(reading, apart, at, kind=kind)


def _is_sub(words: Sequence[Word], index: int, match: re.Match[str]) -> bool:
    earlier = words[index - 1].text if index else ""
    return bool(match["sub"]) or match["marker"] in SUB_MARKERS or earlier in SUB_WORDS
