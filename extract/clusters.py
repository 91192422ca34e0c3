"""Named clusters: 친환경나노 미니클러스터, △금형 △도금 등 2개의 미니클러스터, 오창혁신클러스터, 대덕특구."""

import re
from collections.abc import Iterator, Sequence

from schema import ClusterKind, Mention, Span

from .cluster_quotes import SUB_MARKERS, quoted
from .lexicon import Lexicon, squeeze
from .lists import Item, announced, breaks, chunk_start, grouped, items_before
from .phrases import Word
from .reading import Reading

RULE = "clusters/1"

MINI = re.compile(
    r"(?P<stem>.*?)(?P<sub>서브)?(?P<marker>미니클러스터|미클|MC|산학연협의체|소그룹|워킹그룹)"
    r"(?P<rest>협의회|협의체|회원사?|들)?"
)
SUB_WORDS = frozenset({"서브", "Sub"})
REGIONAL = re.compile(
    r"(?P<stem>.*?)(?P<class>혁신|광역|산업)?(?P<marker>클러스터|연구개발특구|강소특구|강소연구개발특구|특구)(?P<rest>들)?"
)
COMPLEX = re.compile(r"(?<=..)(?:(?:국가|일반)?산업단지|산단|공단)$")  # 인천 남동공단 names the cluster 남동
COMPLEXES = ("산업단지", "산단", "공단")  # 인천지역 산업단지 미니클러스터 names none
MANY = 3  # 반도체·광부품 미클 is one, 조선·기계·화학 미클 three
ITEM_MARKS = ("▲", "△", "▷")
DOTS = frozenset("·ㆍ・")
# A word that follows makes it a programme or an office, not the cluster: 클러스터 사업, 클러스터추진단.
PROGRAMME = re.compile(r"사업단?|추진단|사업팀|정책|과제|프로그램|포럼|매니저|전략")


ADJECTIVE = re.compile(r".*(?:형|별|적)|각|각종|신규|기존|해당|우수|이번|다른|이하|일명|모든")


def find(reading: Reading) -> Iterator[Mention]:
    """Yield each named cluster; `kind` is the guide's."""
    for sentence in reading.sentences:
        for stem, quoted_kind in quoted(sentence):
            yield from _mention(reading, stem, stem.end, quoted_kind)
        words = sentence.words
        for index, word in enumerate(words):
            yield from _known(reading, words, index)
            if match := MINI.fullmatch(word.text):
                kind: ClusterKind = "sub_mini_cluster" if _is_sub(words, index, match) else "mini_cluster"
                yield from _named(reading, words, index, stem=match["stem"], kind=kind)
            elif (match := REGIONAL.fullmatch(word.text)) and not _is_programme(words, index):
                yield from _regional(reading, words, index, match)


def _known(reading: Reading, words: Sequence[Word], index: int) -> Iterator[Mention]:
    for last in range(min(index + 4, len(words)) - 1, index - 1, -1):
        span = Span(words[index].span.start, words[last].span.end)
        name = reading.lexicon.clusters.get(squeeze(span.of(reading.text)))
        if name is not None and all(word.joined for word in words[index:last]):
            yield Mention("cluster", span, span.of(reading.text), name, RULE, kind="cluster")
            return


def _is_sub(words: Sequence[Word], index: int, match: re.Match[str]) -> bool:
    before = words[index - 1].text if index else ""
    return bool(match["sub"]) or match["marker"] in SUB_MARKERS or before in SUB_WORDS


def _is_programme(words: Sequence[Word], index: int) -> bool:
    following = words[index + 1].text if words[index].joined and index + 1 < len(words) else ""
    return bool(PROGRAMME.match(following))


def _named(
    reading: Reading, words: Sequence[Word], index: int, *, stem: str, kind: ClusterKind
) -> Iterator[Mention]:
    if stem:
        start = words[index].span.start
        yield from _mention(reading, Span(start, start + len(stem)), words[index].span.end, kind)
        return
    listed = announced(words, index)
    if listed is not None:
        for number, item in enumerate(listed):
            yield from _item(reading, words, item, kind, bare=number == 0)
    elif index and words[index - 1].gap.strip("’\"'” ") == "" and not breaks(words[index - 1]):
        *others, item = _together(reading.lexicon, words, items_before(words, index - 1))
        for other in others:
            yield from _item(reading, words, other, kind)
        yield from _item(reading, words, item, kind, end=words[index].span.end)


def _together(lexicon: Lexicon, words: Sequence[Word], items: Sequence[Item]) -> list[Item]:
    """Return the named ones of `공작기계와 수송기계, 로봇 미클`; 반도체·광부품 미클 is one."""
    if all(words[item.last].gap.strip() in DOTS for item in items[:-1]) and len(items) < MANY:
        return grouped(items, count=None)
    fields = sum(_is_field(lexicon, words, item) for item in items)
    terms = sum(_is_field(lexicon, words, item) or _is_term(lexicon, words, item) for item in items)
    marked = words[items[0].last].gap.strip()[-1:] in ITEM_MARKS
    every = fields == len(items) or (terms == len(items) and len(items) >= MANY)
    return list(items) if every or marked else [items[-1]]


def _is_field(lexicon: Lexicon, words: Sequence[Word], item: Item) -> bool:
    return squeeze(words[item.last].text) in lexicon.industries


def _is_term(lexicon: Lexicon, words: Sequence[Word], item: Item) -> bool:
    text = words[item.last].text
    alone = item.first == item.last and len(text) > 2
    return alone and text not in lexicon.common and not lexicon.is_place(text)


def _item(
    reading: Reading,
    words: Sequence[Word],
    item: Item,
    kind: ClusterKind,
    *,
    end: int | None = None,
    bare: bool = True,
) -> Iterator[Mention]:
    """Yield one named cluster; `bare` cuts what leads up to the name: only a list's first item has that."""
    last = words[item.last].text
    if (ADJECTIVE.fullmatch(last) and last not in reading.lexicon.industries) or last.endswith(COMPLEXES):
        return
    first = item.first
    if words[item.last].text in SUB_WORDS and first < item.last:
        item = item._replace(last=item.last - 1)
    while bare and first < item.last and _is_lead(reading.lexicon, words[first]):
        first += 1
    span = Span(words[first].span.start, words[item.last].span.end)
    yield from _mention(reading, span, end or span.end, kind)


def _is_lead(lexicon: Lexicon, word: Word) -> bool:
    """Tell whether a word stands before the name without being of it: 자율형, 광주, 남동산단."""
    return (
        lexicon.is_generic(word.text, before="cluster")
        or lexicon.is_place(word.text)
        or word.text.endswith(COMPLEXES)
    )


def _tells(lexicon: Lexicon, name: str, *, mini: bool) -> bool:
    """Tell whether a name tells a cluster from others: a field may, 중소기업 may not."""
    place = lexicon.is_place(name.removesuffix("권")) or name in lexicon.complex_spellings
    if not any(map(str.isalpha, name)) or lexicon.is_generic(name, before="cluster"):
        return False
    if place and mini:
        return False
    return name in lexicon.industries or name not in lexicon.common


def _mention(reading: Reading, stem: Span, end: int, kind: ClusterKind) -> Iterator[Mention]:
    name = stem.of(reading.text)
    if not _tells(reading.lexicon, squeeze(name), mini=kind != "cluster"):
        return
    span = Span(stem.start, end)
    yield Mention("cluster", span, span.of(reading.text), name, RULE, kind=kind)


def _regional(reading: Reading, words: Sequence[Word], index: int, match: re.Match[str]) -> Iterator[Mention]:
    lexicon, word = reading.lexicon, words[index]
    stem = match["stem"]
    if stem and _is_area(lexicon, stem):
        yield from _mention(
            reading, Span(word.span.start, word.span.start + len(stem)), word.span.end, "cluster"
        )
        return
    listed = announced(words, index) if not stem else None
    if listed is None and not stem and index and words[index - 1].joined:
        listed = items_before(words, index - 1)
        listed = listed if len(listed) > 1 else None
    if listed:
        for item in listed:
            place = words[item.last]
            if _is_area(lexicon, place.text):
                stem = len(COMPLEX.sub("", place.text))
                yield from _mention(
                    reading, Span(place.span.start, place.span.start + stem), place.span.end, "cluster"
                )
        return
    yield from _placed(reading, words, index, stem)


def _placed(reading: Reading, words: Sequence[Word], index: int, stem: str) -> Iterator[Mention]:
    """Yield 오송 바이오 of `충북 오송 바이오클러스터`: the last place names it, with its field."""
    first = chunk_start(words, index)
    places = [at for at in range(first, index) if reading.lexicon.is_place(words[at].text)]
    if not places:
        return
    start = words[places[-1]].span.start
    end = words[index].span.start + len(stem) if stem else words[index - 1].span.end
    yield from _mention(reading, Span(start, end), words[index].span.end, "cluster")


def _is_area(lexicon: Lexicon, text: str) -> bool:
    return lexicon.is_place(text) or lexicon.official(text) is not None
