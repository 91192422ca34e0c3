"""Named people with their titles: 강희철 대표이사, (대표 모상현 정대현), 이현수 산단공 호남본부장."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from schema import Mention, Span

from .lexicon import Lexicon
from .lists import breaks, chunk_start
from .phrases import Word
from .reading import Reading

RULE = "people/1"

HANGUL_NAME = re.compile(r"[가-힣]{2,4}")
# Words from a name to its title: 장필수 산단공 경인지역본부 기업지원팀 과장.
AFFIXES = frozenset({"XPN", "XSN", "SN", "SL"})
FORMERLY = frozenset({"전", "현", "신임"})  # 장기룡 전 회장
SLASH_REACH = 3  # 탁영배 단장/구미클러스터추진단, as a broadcaster captions who speaks
REACH = 6
TEAM = re.compile(r"(?<=..)(?:연구팀|팀|님|들|직무대행|내정자)$")  # 백기석 교수팀
REGIONAL = re.compile(
    r"^(?:지역|광역|권역)(?=본부장)"
)  # the region belongs to the office: 호남지역본부 본부장
NAMES_APART = re.compile(r"[ ,·ㆍ・/]{1,2}|과 |와 ")
REPORTERS = frozenset({"기자", "특파원", "논설위원", "앵커", "아나운서", "리포터", "편집국장"})


class Named(NamedTuple):
    """A person in place: the name's span, the title, and the stretch in which the organization stands.

    `post` is the title with what is fused to it: 주력산업과장, where the title is 과장.
    """

    span: Span
    name: str
    role: str
    frame: Span
    post: str


def find(reading: Reading) -> Iterator[Mention]:
    """Yield each named person; `kind` is the title as printed."""
    for named in people_of(reading):
        yield Mention("person", named.span, named.name, named.name, RULE, kind=named.role)


def people_of(reading: Reading) -> Iterator[Named]:
    """Yield each place where a person is named beside a title, reporters left out."""
    for sentence in reading.sentences:
        words = sentence.words
        taken: set[int] = set()
        for index, word in enumerate(words):
            titled = title_of(reading.lexicon, word.text)
            if titled is not None and titled not in REPORTERS:
                for named in _in_brackets(reading, words, index, titled):
                    taken.add(named.span.start)
                    yield named
        for index, word in enumerate(words):
            if word.span.start in taken:
                continue
            if is_name(reading.lexicon, word):
                yield from _before_title(reading, words, index) or _after_title(reading, words, index)
            elif _may_be_name(reading.lexicon, word):
                yield from _before_title(reading, words, index, sure=False)


def title_of(lexicon: Lexicon, text: str) -> str | None:
    """Return the title a word ends with: 본부장 of 호남지역본부장, 교수 of 교수팀."""
    text = TEAM.sub("", text)
    for start in range(len(text) - 1):
        if text[start:] in lexicon.titles:
            return REGIONAL.sub("", text[start:])
    return None


def is_name(lexicon: Lexicon, word: Word) -> bool:
    """Tell whether a word has the form of a person's name and is nothing else that is known: 김하늘."""
    text = word.text
    single = text[0] in lexicon.surnames and len(text) <= 3
    double = text[:2] in lexicon.surnames and len(text) >= 3
    if not HANGUL_NAME.fullmatch(text) or not (single or double):
        return False
    if (
        text in lexicon.titles
        or text in lexicon.common
        or lexicon.is_place(text)
        or lexicon.organization(text)
    ):
        return False
    return word.tags == ("NNP",) or (len(text) == 3 and "NNP" in word.tags)


def _may_be_name(lexicon: Lexicon, word: Word) -> bool:
    """Tell whether a word beside a title is a name that Kiwi cuts in two: 백정무 of `백정무 대표가`."""
    cut = len(word.text) == 3 and (word.unknown or len(word.tags) > 1) and not AFFIXES & set(word.tags)
    known = word.text in lexicon.common | lexicon.industries or lexicon.is_place(word.text)
    return cut and word.text[0] in lexicon.surnames and not known and title_of(lexicon, word.text) is None


def _in_brackets(reading: Reading, words: Sequence[Word], index: int, title: str) -> list[Named]:
    """Return the people of `추진단(단장 박광석)`, `바이오팜(대표 김하나·이두리)`, `가나(대표 : 홍길동)`."""
    before = words[index - 1].gap if index else ""
    if not before.endswith(("(", "（", "[")) or index + 1 == len(words):
        return []
    frame_start = words[chunk_start(words, index - 1)].span.start
    named: list[Named] = []
    for word, previous in zip(words[index + 1 :], words[index:], strict=False):
        if not (named or re.fullmatch(r"\s*:?\s*", previous.gap)) or not is_name(reading.lexicon, word):
            break
        if named and not NAMES_APART.fullmatch(previous.gap):
            break
        named.append(Named(word.span, word.text, title, Span(frame_start, word.span.end), title))
    return named


def _before_title(reading: Reading, words: Sequence[Word], index: int, *, sure: bool = True) -> list[Named]:
    """Return the person of `강희철 대표이사`, `박봉규 산단공 이사장`, `장필수 산단공 경인지역본부 과장`."""
    last = index
    while last + 1 < len(words) and last - index < REACH and _runs_on(words[last]):
        last += 1
        word = words[last]
        if (breaks(word) and word.text not in FORMERLY) or (
            last > index + 1 and is_name(reading.lexicon, word)
        ):
            return []
        title = title_of(reading.lexicon, word.text)
        if title in REPORTERS:
            return []
        if title is not None and (last == index + 1 or not words[last].joined or word.text == title):
            if not sure and last > index + 1 and not any(_is_named(one) for one in words[index + 1 : last]):
                return []
            start = words[_frame_start(words, index)].span.start
            end = words[min(last + SLASH_REACH, len(words) - 1)] if word.gap.startswith("/") else word
            post = TEAM.sub("", word.text)
            return [Named(words[index].span, words[index].text, title, Span(start, end.span.end), post)]
    return []


def _frame_start(words: Sequence[Word], index: int) -> int:
    """Return where the stretch with the organization begins: 두람FA의 of `두람FA의 위승현 부사장`."""
    first = chunk_start(words, index)
    return chunk_start(words, first - 1) if first and words[first - 1].gap == "의 " else first


def _is_named(word: Word) -> bool:
    return word.proper or word.unknown


def _runs_on(word: Word) -> bool:
    # 홍길동(45) 대표, 홍길동 ㈜가나 대표
    return word.joined or bool(re.fullmatch(r" ?\(| ?\(\d{2}\) ?| ?(?:\(주\)|㈜) ?|/|[’”'\"] ", word.gap))


def _after_title(reading: Reading, words: Sequence[Word], index: int) -> list[Named]:
    """Return the person of `가나테크 대표 홍길동 씨`, `이사장 박봉규`."""
    if index == 0 or not words[index - 1].joined or words[index].tags != ("NNP",):
        return []
    title = title_of(reading.lexicon, words[index - 1].text)
    if title is None or title in REPORTERS or len(words[index].text) < 3:
        return []
    start = words[chunk_start(words, index)].span.start
    frame = Span(start, words[index].span.end)
    return [Named(words[index].span, words[index].text, title, frame, title)]
