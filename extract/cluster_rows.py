"""Regional clusters told place by place: `강소특구 평가에서 포항은 우수, 안산은 보통 등급을 받았다`."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from schema import Mention, Span

from .cluster_names import RULE
from .cluster_places import DOTS, are_one, is_area
from .lexicon import MIDDLE_DOTS, Lexicon
from .lists import QUOTES
from .phrases import Sentence, Word
from .reading import Reading

_PROGRAMME = r"(?! ?(?:[가-힣]{2} ?)?(?:사업|추진단|정책|지원단|재단|진흥재단|특별법|기본법))"
NOUN = re.compile(
    r"(?:강소 ?(?:연구개발)? ?특구|연구개발 ?특구|R&D ?특구|혁신 ?클러스터|광역 ?클러스터(?!존)"
    r"|클러스터(?=별)"
    r"|(?:개|곳|대) (?:시범 ?)?클러스터"
    r"|(?<!미니)(?<!서브)(?<!미니 )클러스터(?=로 (?:[가-힣]{1,4} )?(?:지정|선정))"
    rf"|(?<!미니)(?<!서브)(?<!미니 )클러스터(?= ?(?:시범|\d{{1,2}}(?:개|곳))))들?{_PROGRAMME}"
)
TOLD = re.compile(
    r"지정|선정|평가|등급|최우수|미흡|고시|승인|확정|출범|선포|나[뉘누눴눠]|키우|키운|육성|묶|구성|별로|별 "
    r"|예산|매출|과제비|사업비|국비"
    r"|생산|수출|시작으로|뽑|[은는] "
)
GRADE = re.compile(r"등급|최우수|미흡")
_AMOUNT = r"[이가은는]?(?: 약)? ?\d[\d,.]*(?:[만억조천]* ?원|개사|개|곳|명|%)"
# What stands behind a place of such a row: `, `, `와 `, `(기계), `, ` 50억원`; no noun of its own.
SLOT = re.compile(
    rf"[{QUOTES}]?(?:\([^()\n]{{1,14}}\))?[{QUOTES}]?"
    rf"(?:, ?|[{MIDDLE_DOTS}] ?|와 |과 |[은는이가을를] |으로 |로 |였|이었|이다|이고|다[.\n]| 등| \d{{1,2}}곳"
    rf"|[을를] 시작으로|{_AMOUNT}|의 [가-힣A-Z]{{2,7}}(?:, |이?다))"
)
GOVERNMENT = re.compile(r"[가-힣]{1,3}[시군도청]")
# Everyday nouns beside a zone or a cluster, where the counties of that name have none.
EVERYDAY = frozenset({"예산", "강화"})
# What a row is of that names no clusters: `등 서남권 40개 산업단지`, `을 잇는 광역 클러스터`, `일대를`.
OF_OTHERS = re.compile(
    rf"[{QUOTES}]?(?:\([^()\n]{{1,14}}\))?(?: ?등)?(?:의)?(?: [가-힣]{{2,4}})?(?: ?\d{{1,3}}(?:개|곳))?"
    r"(?: (?:거점|연계)?(?: ?산업)? ?(?:단지|산단|공단)(?![^.\n]{0,60}클러스터로)"
    r"|(?: 등)?[을를] (?:연결|잇|아우르)"
    r"|[^.\n()]{0,30}(?:일대|일원))"
)
FEWEST, FEWEST_OF_GRADES = 3, 2


class Slot(NamedTuple):
    """A place, and where it stands."""

    text: str
    span: Span


def told_by_place(reading: Reading) -> Iterator[Mention]:
    """Yield each place of a sentence that tells of several research zones or regional clusters."""
    told = False
    paragraph = 0
    named = bool(NOUN.search(reading.text))
    for sentence in reading.sentences if named else ():
        told = told and "\n" not in reading.text[paragraph : sentence.span.start]
        here = NOUN.search(sentence.text) is not None
        graded = GRADE.search(sentence.text) is not None
        if (here and TOLD.search(sentence.text)) or (graded and (told or named)):
            slots = list(_slots(reading, sentence))
            if slots and OF_OTHERS.match(reading.text, slots[-1].span.end):
                slots = []
            if len(slots) >= (FEWEST_OF_GRADES if graded else FEWEST):
                for slot in slots:
                    yield Mention(
                        "cluster", slot.span, slot.span.of(reading.text), slot.text, RULE, kind="cluster"
                    )
        told = here
        paragraph = sentence.span.end


def _slots(reading: Reading, sentence: Sentence) -> Iterator[Slot]:
    words = sentence.words
    at = 0
    while at < len(words):
        last = _joint(reading.lexicon, words, at)
        span = Span(words[at].span.start, words[last].span.end)
        if end := _spaced(reading.lexicon, words, at):
            for word in words[at:end]:
                yield Slot(word.text, word.span)
            at = end
            continue
        if _is_place(reading.lexicon, words[last].text) and SLOT.match(reading.text, span.end):
            yield Slot(span.of(reading.text), span)
        at = last + 1


def _spaced(lexicon: Lexicon, words: Sequence[Word], at: int) -> int:
    """Return where a row ends that only spaces part: 창원 구미 울산 광주 등 4곳; 0 where none begins."""
    end = at
    while end < len(words) and _is_town(lexicon, words[end].text) and (end == at or words[end - 1].joined):
        end += 1
    closed = end < len(words) and words[end].text == "등"
    return end if end - at > FEWEST and closed else 0


def _is_town(lexicon: Lexicon, text: str) -> bool:
    level = lexicon.regions.get(text)
    known = level not in {"province", None} or lexicon.official(text) is not None
    return known and _is_place(lexicon, text)


def _joint(lexicon: Lexicon, words: Sequence[Word], at: int) -> int:
    """Return the last word of what a dot joins to one place: 시화 of 반월·시화."""
    joint = (
        at + 1 < len(words)
        and words[at].gap.strip() in DOTS
        and lexicon.regions.get(words[at].text) != "province"
        and are_one(lexicon, [words[at].text, words[at + 1].text])
    )
    return at + 1 if joint else at


def _is_place(lexicon: Lexicon, text: str) -> bool:
    known = lexicon.is_place(text) or not lexicon.is_noun(text)
    return (
        known
        and text not in EVERYDAY
        and text not in lexicon.common
        and is_area(lexicon, text)
        and not GOVERNMENT.fullmatch(text)
        and not text[-1].isdigit()
    )
