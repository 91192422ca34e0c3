"""Companies that no list holds, by mark, ending and context: ㈜대성엠텍, 다성테크, 전문기업인 지유엠아이씨."""

import re
from collections.abc import Callable, Iterator, Sequence

from schema import Mention, Span, strip_marks

from .lists import MAJOR, MINOR, QUOTES
from .people import is_name, title_of
from .phrases import Word
from .reading import Reading

RULE = "companies/1"

MARK_BEFORE = re.compile(r"(?:\((?:주|유|합|합자)\)|㈜|㈔|주식회사|유한회사|농업회사법인) ?$")
MARK_AFTER = re.compile(r" ?(?:\((?:주|유)\)|㈜|주식회사)")
ANONYMOUS = re.compile(r"[A-Za-z가-힣]?[A-Za-z]{1,2}사|[가-힣]모?사|모\s?(?:업체|기업|회사)")
# 전문기업인 X, 제조업체 X: what X is said to be.
SAID_TO_BE = re.compile(
    r".*(?:기업|업체|회사|제조사|스타트업|상장사|계열사|자회사|협력사|메이커|개발사|시공사|운영사|대기업|벤처)"
)
HEADS = frozenset({"대표", "대표이사", "사장", "공동대표", "각자대표", "창업자", "CEO", "회장", "부사장"})
# What a company does; a topic with one of these in its clause is one.
DOES = re.compile(
    r"생산하|제조하|공급하|납품하|납품해|수출하|수주|양산|출시|상장|창업|설립|매출|증설|착공|준공|시공|개발해|개발한|개발하|입주해|입주한"
    r"|투자하|투자한|투자해|공장을|본사를|제품을|특허를|계약을|인수|고용하|채용하|업체다|기업이다|업체이다"
)
REACH = 60  # letters from a topic to what it does
TOPIC = re.compile(r"(?:은|는|이|가|도)[ ,]|(?:은|는)$")
FIRMS = re.compile(r".*(?:기업|업체|회사|회원사|개사|사)들?")
LATIN = re.compile(r"[A-Za-z&.\-]+")

PROGRAMME = re.compile(
    r"(?:\([^)\n]{0,40}\))?[’'”\"]? ?(?:사업|프로젝트|프로그램|플랫폼|브랜드|서비스|포럼|펀드|행사)"
)

Evidence = Callable[[Reading, Sequence[Word], int], bool]


def find(reading: Reading, found: Sequence[Mention]) -> Iterator[Mention]:
    """Yield each company's place; `name` is without its mark, which the surface keeps."""
    taken = _Taken(found)
    names: set[str] = set()
    for sentence in reading.sentences:
        for index, word in enumerate(sentence.words):
            if _is_candidate(reading, word, taken) and any(
                test(reading, sentence.words, index) for test in EVIDENCE
            ):
                names.add(word.text)
    for sentence in reading.sentences:
        names.update(_in_lists(reading, sentence.words, taken, names))
    for sentence in reading.sentences:
        for word in sentence.words:
            if word.text in names and not taken.overlaps(word.span):
                span = _with_mark(reading.text, word.span)
                surface = span.of(reading.text)
                yield Mention("organization", span, surface, strip_marks(surface), RULE, kind="company")


class _Taken:
    """Where other finders found something, and what they call it."""

    def __init__(self, found: Sequence[Mention]) -> None:
        self.starts = {position for mention in found for position in range(*mention.span)}
        self.names = {mention.name for mention in found} | {mention.surface for mention in found}

    def overlaps(self, span: Span) -> bool:
        return any(position in self.starts for position in range(*span))


def _is_candidate(reading: Reading, word: Word, taken: _Taken) -> bool:
    lexicon, text = reading.lexicon, word.text
    return (
        len(text) > 1
        and not taken.overlaps(word.span)
        and text not in taken.names
        and not ANONYMOUS.fullmatch(text)
        and text not in lexicon.common
        and text not in lexicon.industries
        and text not in lexicon.abroad
        and not lexicon.is_place(text)
        and any(letter.isalpha() for letter in text)
        and title_of(lexicon, text) is None
        and word.tags[0] != "SN"
        and not PROGRAMME.match(reading.text, word.span.end)
    )


def _marked(reading: Reading, words: Sequence[Word], index: int) -> bool:
    span = words[index].span
    before = reading.text[max(0, span.start - 8) : span.start]
    after = reading.text[span.end : span.end + 6]
    return bool(MARK_BEFORE.search(before) or MARK_AFTER.match(after))


def _is_guessed(word: Word) -> bool:
    """Tell whether the word may be a name: in no dictionary, or in one as a name."""
    return (word.proper or word.unknown) and not LATIN.fullmatch(word.text)


def _ends_like_one(reading: Reading, words: Sequence[Word], index: int) -> bool:
    word = words[index]
    ending = next((end for end in reading.lexicon.company_endings if word.text.endswith(end)), None)
    return ending is not None and len(word.text) > len(ending) and _is_guessed(word) and len(word.text) > 2


def _has_a_head(reading: Reading, words: Sequence[Word], index: int) -> bool:
    """Tell whether a head of a firm follows: 가나테크(대표 홍길동), 가나테크 홍길동 대표, 가나테크 대표."""
    word = words[index]
    following = words[index + 1 : index + 3]
    if not _is_guessed(word) or not following:
        return False
    if word.gap in {"(", " ("} and following[0].text in HEADS:
        return True
    return word.joined and (
        following[0].text in HEADS - {"회장"}
        or (len(following) > 1 and following[0].joined and following[1].text in HEADS and following[0].proper)
    )


def _is_said_to_be_one(reading: Reading, words: Sequence[Word], index: int) -> bool:
    if index == 0 or not _is_guessed(words[index]):
        return False
    before = words[index - 1]
    return bool(SAID_TO_BE.fullmatch(before.text)) and before.gap.strip(QUOTES + " ") in {"", "인"}


def _does_what_one_does(reading: Reading, words: Sequence[Word], index: int) -> bool:
    word = words[index]
    if is_name(reading.lexicon, word):
        return False
    if not word.unknown or not TOPIC.match(word.gap) or len(word.text) < 3:
        return False
    clause = reading.text[word.span.end : word.span.end + REACH].split("\n")[0]
    return bool(DOES.search(clause))


EVIDENCE: tuple[Evidence, ...] = (
    _marked,
    _ends_like_one,
    _has_a_head,
    _is_said_to_be_one,
    _does_what_one_does,
)


def _in_lists(reading: Reading, words: Sequence[Word], taken: _Taken, names: set[str]) -> Iterator[str]:
    """Yield the guessed names of a list that holds a firm, or that closes with `등 20여 회원사`."""
    first = 0
    for index, word in enumerate(words):
        if _separates(word.gap) and index + 1 < len(words):
            continue
        run = words[first : index + 1]
        first = index + 1
        if len(run) > 1 and _is_of_firms(reading, words, index, run, names):
            yield from (
                item.text for item in run if _is_guessed(item) and _is_candidate(reading, item, taken)
            )


def _separates(gap: str) -> bool:
    bare = gap.strip().strip(QUOTES).strip()
    return bool(MAJOR.fullmatch(bare) or MINOR.fullmatch(bare))


def _is_of_firms(
    reading: Reading, words: Sequence[Word], last: int, run: Sequence[Word], names: set[str]
) -> bool:
    if any(item.text in names or _is_listed_company(reading, item) for item in run):
        return True
    closing = [word.text for word in words[last + 1 : last + 5]]
    return bool(closing) and closing[0] == "등" and any(FIRMS.fullmatch(text) for text in closing[1:])


def _is_listed_company(reading: Reading, word: Word) -> bool:
    known = reading.lexicon.organization(word.text)
    return known is not None and known.type == "company"


def _with_mark(text: str, span: Span) -> Span:
    before = MARK_BEFORE.search(text[max(0, span.start - 8) : span.start])
    after = MARK_AFTER.match(text[span.end : span.end + 6])
    start = span.start - len(before.group()) if before else span.start
    return Span(start, span.end + len(after.group()) if after else span.end)
