"""Regional clusters: 오창혁신클러스터, 오송 바이오클러스터, 대구경북 광역 클러스터, 안산 강소특구."""

import re
from collections.abc import Iterator, Mapping, Sequence

from schema import Mention, Span

from .cluster_names import RULE
from .cluster_places import CLASS, DOTS, Naming, are_one, is_area, placed
from .cluster_sites import sited
from .compounds import compounded, parted
from .lexicon import Lexicon, squeeze
from .lists import FULL_STOP, QUOTES, Item, announced, breaks, items_before
from .lists_behind import behind
from .phrases import Word, near
from .reading import Reading

NOUN = re.compile(
    r"(?P<stem>.*?)(?P<noun>(?P<zone>(?:강소)?(?:연구개발|R&D)특구|강소특구)|(?P<any>특구)"
    r"|클러스터)(?:들|(?P<work>구축|조성|육성))?"
)
LAST_LETTERS = ("특구", "클러스터", "들", "구축", "조성", "육성")  # of every such noun; a cheaper question
# A word that follows makes it a programme or an office, not the cluster: 클러스터 사업, 클러스터 구축사업.
PROGRAMME = re.compile(
    r"(?:육성|구축|조성|활성화|고도화|지원|발전|개발|확산|시범)?(?:사업단?|추진단|사업팀|정책|과제|프로그램|포럼"
    r"|매니저|전략|협의회|진흥원|재단|본부|지원센터)"
)
WORK = re.compile(r"육성|구축|조성|활성화|고도화|지원|발전|개발|확산|시범")
# Without research zones in the article a 특구 is one for tourists, or free of rules.
OF_ZONES = re.compile(r"연구개발 ?특구|강소 ?특구|R&D ?특구|대덕 ?특구|특구재단|연구소기업")
TWIN = re.compile(rf"(?<![가-힣])(?P<place>[가-힣]{{2,4}})[{FULL_STOP}]$")
LONGEST_TWIN = 6
ADJOINING = re.compile(r"[’”'\"」』`)]*\s?")


def regional(reading: Reading, minis: Mapping[str, Mention]) -> Iterator[Mention]:
    """Yield each regional cluster, and each of `minis` that is called by its name and 클러스터 alone."""
    named: list[Naming] = []
    unplaced: list[Sequence[Word]] = []
    for words, at, match in _nouns(reading):
        if short := _short(minis, reading.text, words, at):
            yield short
        else:
            zone = bool(match["zone"] or match["any"])
            found = list(_found(reading, words, at, zone=zone))
            found = [one for one in found if not (match["any"] and one.field)]
            if not found and not zone and (site := sited(reading, words, at)):
                found = [site]
            named += found
            unplaced += [] if found or zone else [words[max(0, at - 3) : at + 1]]
    yield from _mentions(reading, named, unplaced)


def _nouns(reading: Reading) -> Iterator[tuple[Sequence[Word], int, re.Match[str]]]:
    zoned = bool(OF_ZONES.search(reading.text))
    for sentence in reading.sentences:
        words = compounded(sentence.words)
        for index, word in enumerate(words):
            match = NOUN.fullmatch(word.text) if word.text.endswith(LAST_LETTERS) else None
            if match and not _is_other(reading.lexicon, word) and (zoned or not match["any"]):
                around, at = near(_without_work(words, index, match), index)
                yield (*parted(around, at, "" if CLASS.fullmatch(match["stem"]) else match["stem"]), match)


def _without_work(words: Sequence[Word], at: int, match: re.Match[str]) -> Sequence[Word]:
    """Return the words without what is done to the cluster where no space parts it: 클러스터구축."""
    if not match["work"]:
        return words
    word, end = words[at], words[at].span.start + match.start("work")
    noun = word._replace(span=Span(word.span.start, end), text=word.text[: match.start("work")], gap=" ")
    return [*words[:at], noun, *words[at + 1 :]]


def _is_other(lexicon: Lexicon, word: Word) -> bool:
    """Tell whether the word is of another rule: 국가식품클러스터 by the list, 미니클러스터 by its noun."""
    return squeeze(word.text) in lexicon.clusters or word.text.endswith(("미니클러스터", "산학연협의체"))


def _short(minis: Mapping[str, Mention], text: str, words: Sequence[Word], at: int) -> Mention | None:
    """Return the mini cluster that is named before as such: 디지털콘텐츠 클러스터."""
    for first in range(max(0, at - 3), at):
        span = Span(words[first].span.start, words[at].span.end)
        name = squeeze(Span(span.start, words[at - 1].span.end).of(text)).strip(QUOTES).casefold()
        if name in minis and all(word.gap in {"", " ", *DOTS, *QUOTES} for word in words[first:at]):
            known = minis[name]
            return Mention("cluster", span, span.of(text), known.name, RULE, kind=known.kind)
    return None


def _mentions(
    reading: Reading, named: Sequence[Naming], unplaced: Sequence[Sequence[Word]]
) -> Iterator[Mention]:
    """Yield what has a place, and what is called by its field alone after that; a mere programme is none."""
    fields = {squeeze(one.field.of(reading.text)): one for one in named if one.field}
    spoken = []
    for words in unplaced:
        for first in range(len(words) - 1):
            if one := fields.get("".join(word.text for word in words[first:-1])):
                spoken.append(one)
                yield _mention(reading, Span(words[first].span.start, words[-1].span.end), one)
                break
    for one in named:
        if not one.programme or one in spoken:
            yield _mention(reading, Span(one.name.start, one.end), one)


def _mention(reading: Reading, span: Span, one: Naming) -> Mention:
    pair = _twin(reading, one) if span.start == one.name.start else None
    if pair is not None:
        one = one._replace(name=Span(pair, one.name.end))
        span = Span(pair, span.end)
    return Mention("cluster", span, span.of(reading.text), one.name.of(reading.text), RULE, kind="cluster")


def _twin(reading: Reading, one: Naming) -> int | None:
    """Return where 반월 of `반월.시화클러스터` begins, which a sentence may seem to end after."""
    start = one.name.start
    twin = TWIN.search(reading.text, max(0, start - LONGEST_TWIN), start)
    if twin is None or not are_one(reading.lexicon, [twin["place"], one.place]):
        return None
    return twin.start("place")


def _found(reading: Reading, words: Sequence[Word], at: int, *, zone: bool) -> Iterator[Naming]:
    """Yield what is named before the noun at `at`: one by one, or 반월·시화 as one."""
    lexicon = reading.lexicon
    if listed := announced(words, at) or behind(reading, words, at):
        found = [one for item in listed for one in placed(lexicon, words, item, zone=zone)]
        if found:
            yield from found
            return
    if not at or not ADJOINING.fullmatch(words[at - 1].gap) or breaks(words[at - 1]):
        return
    *others, last = _items(lexicon, words, at - 1)
    for own in placed(lexicon, words, last, zone=zone, end=words[at].span.end):
        own = own._replace(programme=_is_programme(words, at))
        if others and _are_one(lexicon, words, others, own):
            yield own._replace(name=Span(words[others[0].last].span.start, own.name.end))
            return
        if all(is_area(lexicon, words[item.last].text) for item in others):
            for item in others:
                yield from (
                    one._replace(programme=own.programme) for one in placed(lexicon, words, item, zone=zone)
                )
        yield own


def _items(lexicon: Lexicon, words: Sequence[Word], last: int) -> list[Item]:
    """Return the items that have no noun of their own, a field with a dot as one: 홍릉 바이오·의료."""
    made: list[Item] = []
    for item in items_before(words, last, until=lambda one: NOUN.fullmatch(words[one.last].text)):
        if NOUN.fullmatch(words[item.last].text):
            continue
        texts = [word.text for word in words[item.first : item.last + 1]]
        if made and words[made[-1].last].gap in DOTS and not any(is_area(lexicon, text) for text in texts):
            item = item._replace(first=made.pop().first)
        made.append(item)
    return made or [Item(last, last, True, last)]


def _are_one(lexicon: Lexicon, words: Sequence[Word], others: Sequence[Item], own: Naming) -> bool:
    dotted = all(words[item.aside].gap.strip() in DOTS for item in others)
    areas = all(is_area(lexicon, words[item.last].text) for item in others)
    if dotted and areas and own.field and len(others) == 1:
        return True
    return dotted and are_one(lexicon, [*(words[item.last].text for item in others), own.place])


def _is_programme(words: Sequence[Word], at: int) -> bool:
    following = [word.text for word in words[at + 1 : at + 3]]
    if not words[at].joined or not following:
        return False
    if PROGRAMME.fullmatch(following[0]):
        return True
    work = WORK.fullmatch(following[0]) and len(following) > 1 and words[at + 1].joined
    return bool(work and PROGRAMME.match(following[1]))
