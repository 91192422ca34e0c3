"""Named people with their titles: 강희철 대표이사, (대표 모상현 정대현), 이현수 산단공 호남본부장."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from schema import Mention, Span

from .appointments import is_item
from .captions import Named, captioned, fused
from .foreign_names import FOREIGN
from .lists import breaks, chunk_start
from .person_names import LONGEST_SINGLE, is_name, likelihood, may_be_name, mend
from .phrases import Word
from .posts import TEAM, post_of, reports, title_of
from .reading import Reading
from .second_posts import also, fuller_before, whole_post

__all__ = ["RULE", "Named", "find", "is_name", "people_of", "title_of"]

RULE = "people/4"

FORMERLY = frozenset({"전", "현", "신임"})  # 장기룡 전 회장
SLASH_REACH = 3  # 탁영배 단장/구미클러스터추진단, as a broadcaster captions who speaks
# Words from a name to its title: 장필수 산단공 경인지역본부 기업지원팀 과장.
REACH = 6
CLERKS = frozenset({"과장", "팀장", "계장", "주무관", "사무관"})
# 홍길동(45) 대표, 홍길동(사진) 대표, 홍길동(洪吉童) 대표, 홍길동 ㈜가나 대표, 홍길동 ‘가나’ 대표, 가나㈜ 대표
ASIDE = re.compile(
    r" ?\(| ?\((?:만 )?\d{2}(?:세|·[가-힣]{1,3})?\) ?| ?\([一-龥]{2,4}\) ?| ?(?:\([주유사재]\)|㈜|㈔) ?|/"
    r"|[’”'\"」』] | [‘“'\"「『](?:㈜|\(주\))?|\) |[·ㆍ・]"
)
# ㈜두본, but not 대양산업㈜ 강희수
MARK = re.compile(r"(?:^|[^가-힣A-Za-z\d])(?:㈜|\([주유]\)|주식회사) ?$")
AND = re.compile(r" ?[·ㆍ・,] ?|[과와] ")
DOTTED = re.compile(r"[·ㆍ・]")
OF_CLUSTERS = ("미클", "미니클러스터", "MC", "협의체", "테크노밸리", "테크노파크")
FAR = 12  # words before a name among which its body is
FAMILY = 5  # letters of a family name from abroad: 호프만
BEFORE_TITLE = frozenset({"전", "총괄", "수석", "상근", "상임", "공동", "명예", "기술", "담당"})
TO_NAME = re.compile(r" |인 ")  # 대표 강희수, 대표인 강희수


class _Chain(NamedTuple):
    """A name's first and last word, and the word that holds its title."""

    first: int
    end: int
    last: int


def find(reading: Reading) -> Iterator[Mention]:
    """Yield each named person; `kind` is the title as printed."""
    for named in people_of(reading):
        yield Mention("person", named.span, named.name, named.name, RULE, kind=named.role or None)


@lru_cache(maxsize=1)  # the same reading is asked for its mentions and then for its records
def people_of(reading: Reading) -> tuple[Named, ...]:
    """Return each place where a person is named beside a title, reporters left out."""
    people = list(captioned(reading))
    taken = {named.span.start for named in people}
    for sentence in reading.sentences:
        words = mend(reading, sentence)
        found = dict(_titled(reading, words))
        for index, word in enumerate(words):
            if word.span.start not in taken:
                people += found.get(index) or _behind_title(reading, words, index) or fused(reading, word)
    return tuple(people)


def _titled(reading: Reading, words: Sequence[Word]) -> Iterator[tuple[int, list[Named]]]:
    """Yield the people before their titles by the index of the name, also those who share one title."""
    best: dict[int, _Chain] = {}
    for index in range(len(words)):
        chain = _chain(reading, words, index)
        rival = best.get(chain.last) if chain else None
        if chain and (rival is None or _rank(words, chain) >= _rank(words, rival)):
            best[chain.last] = chain
    for chain in best.values():
        named = _named(reading, words, chain)
        yield chain.first, [named, *also(reading, named)]
        for first in _sharing(reading, words, chain.first):
            yield first, [_named(reading, words, chain._replace(first=first, end=first))]


def _rank(words: Sequence[Word], chain: _Chain) -> tuple[bool, bool]:
    return likelihood(words[chain.first].text)


def _chain(reading: Reading, words: Sequence[Word], first: int) -> _Chain | None:
    """Return how a name leads to its title: 강희수 대표, 장필수 산단공 경인지역본부 기업지원팀 과장."""
    end, sure = _name_end(reading, words, first)
    if end is None or DOTTED.fullmatch(words[end].gap):
        return None
    last, named = end, False
    while last + 1 < len(words) and last - end < REACH and _runs_on(words[last], words[last + 1]):
        last += 1
        word = words[last]
        another = last > end + 1 and is_name(reading.lexicon, word)
        if another or (breaks(word) and word.text not in FORMERLY):
            return None
        title = post_of(reading.lexicon, word.text)
        if title is not None and not _goes_on(reading, words, last, title):
            fits = last == end + 1 or sure or named
            return _Chain(first, end, last) if fits and not reports(word.text, title) else None
        named = named or _may_name(reading, word)
    return None


def _may_name(reading: Reading, word: Word) -> bool:
    """Tell whether a word between a name and its title may be the body: 라온화장품 as well."""
    if word.proper or word.unknown or word.text.endswith(OF_CLUSTERS):
        return True
    return len(word.text) > LONGEST_SINGLE and not reading.lexicon.is_noun(word.text)


def _name_end(reading: Reading, words: Sequence[Word], first: int) -> tuple[int | None, bool]:
    """Return the last word of the name that begins at a word, and whether it is surely one."""
    word = words[first]
    after = words[first + 1] if first + 1 < len(words) else None
    foreign = after and word.text in FOREIGN and word.joined and len(after.text) <= FAMILY
    sure = bool(foreign or is_name(reading.lexicon, word))
    if not sure and not may_be_name(reading, word):
        return None, False
    if MARK.search(reading.text[max(0, word.span.start - 7) : word.span.start]):
        return None, False
    headed = not foreign and after and word.gap.strip() == "(" and after.joined
    if after and headed and title_of(reading.lexicon, after.text) is not None:
        return None, False  # 두본 of 두본(대표 이한종)
    return first + bool(foreign), sure


def _goes_on(reading: Reading, words: Sequence[Word], last: int, title: str) -> bool:
    """Tell whether what ends like a title only leads to it: 전북연구원 연구위원, 영업담당 상무."""
    if not words[last].joined or last + 1 == len(words) or breaks(words[last + 1]):
        return False
    whole = words[last].text == title and title_of(reading.lexicon, title) is not None
    return not whole and post_of(reading.lexicon, words[last + 1].text) is not None


def _sharing(reading: Reading, words: Sequence[Word], first: int) -> Iterator[int]:
    """Yield the names listed before one, whose title is theirs too: 강효상·김부겸·추경호 의원."""
    while first > 0 and AND.fullmatch(words[first - 1].gap):
        first -= 1
        dotted = DOTTED.search(words[first].gap) is not None
        if len(words[first].text) != LONGEST_SINGLE or not (
            is_name(reading.lexicon, words[first]) or (dotted and may_be_name(reading, words[first]))
        ):
            return
        yield first


def _named(reading: Reading, words: Sequence[Word], chain: _Chain) -> Named:
    word, index = words[chain.last], chain.first
    title = post_of(reading.lexicon, word.text) or word.text
    before = words[chain.last - 1].text if chain.last - 1 > chain.end else ""
    if before in BEFORE_TITLE and word.text == title:
        title = f"{before} {title}"
    name = Span(words[index].span.start, words[chain.end].span.end)
    end = words[min(chain.last + SLASH_REACH, len(words) - 1)] if word.gap.startswith("/") else word
    whole = whole_post(reading, words, chain.last)
    if whole is not None:
        title, end = Span(word.span.end - len(title), whole.span.end).of(reading.text), whole
    elif index and (member := fuller_before(words, index, title)):
        title = member
    frame = Span(words[_frame_start(words, index)].span.start, end.span.end)
    at = Span(word.span.start, max(word.span.end, whole.span.end if whole else 0))
    return Named(name, name.of(reading.text), title, frame, TEAM.sub("", word.text), at)


def _frame_start(words: Sequence[Word], index: int) -> int:
    """Return where the stretch with the organization begins: 두람FA의 of `두람FA의 위승현 부사장`."""
    first = _run_start(words, index)
    return _run_start(words, first - 1) if first and words[first - 1].gap == "의 " else first


def _run_start(words: Sequence[Word], last: int) -> int:
    far = max(0, last - FAR)
    return far + chunk_start(words[far : last + 1], last - far)


def _runs_on(word: Word, after: Word) -> bool:
    department = word.gap == "과 " and after.text in CLERKS  # 기업지원과 팀장
    return word.joined or department or ASIDE.fullmatch(word.gap) is not None


def _behind_title(reading: Reading, words: Sequence[Word], index: int) -> list[Named]:
    """Return the person of `가나테크 대표 홍길동 씨`, `이사장 박봉규`."""
    word, before = words[index], words[index - 1]
    if index == 0 or not TO_NAME.fullmatch(before.gap):
        return []
    appointed = is_item(reading, words, index)
    if word.tags != ("NNP",) and not appointed:
        return []
    title = title_of(reading.lexicon, before.text)
    if title is None or reports(before.text, title) or len(word.text) < LONGEST_SINGLE:
        return []
    if not (is_name(reading.lexicon, word) or (appointed and may_be_name(reading, word))):
        return []
    frame = Span(words[_run_start(words, index - 1)].span.start, word.span.end)
    return [Named(word.span, word.text, title, frame, TEAM.sub("", before.text), Span(*before.span))]
