"""Companies that no list holds, by mark, ending and context: ㈜대성엠텍, 다성테크, 부품업체인 지유테크."""

import re
from collections.abc import Iterator, Sequence

from schema import Mention, Span, strip_marks

from .company_lists import firms_of
from .company_signs import MARK_AFTER, MARK_BEFORE, SIGNS, At
from .people import title_of
from .phrases import Word
from .reading import Reading

RULE = "companies/1"

ANONYMOUS = re.compile(r"[A-Za-z가-힣]?[A-Za-z]{1,2}사|[가-힣]모?사|모\s?(?:업체|기업|회사)")
PART = re.compile(
    r".*(?:학과|학부|전공|대학원|연구실|팀|[가-힣]기업|자유구역|밸리)"
)  # 기계공학부, 연구소기업
# ‘이노코어컴퍼니(Inno-Core) 사업’ is none.
PROGRAMME = re.compile(
    r"(?:\([^)\n]{0,40}\))?[’'”\"]? ?(?:사업|프로젝트|프로그램|플랫폼|브랜드|서비스|포럼|펀드|행사)"
)
OPENING = tuple("‘“'\"『「")


def find(reading: Reading, found: Sequence[Mention]) -> Iterator[Mention]:
    """Yield each company's place; `name` is without its mark, which the surface keeps."""
    letters = {position for mention in found for position in range(*mention.span)}
    named = {mention.name for mention in found} | {mention.surface for mention in found}

    def may_be_one(word: Word) -> bool:
        free = letters.isdisjoint(range(*word.span)) and word.text not in named
        return free and _is_candidate(reading, word)

    people = frozenset(mention.span.start for mention in found if mention.label == "person")
    names = {
        word.text
        for sentence in reading.sentences
        for index, word in enumerate(sentence.words)
        if may_be_one(word) and any(sign(At(reading, sentence.words, index, people)) for sign in SIGNS)
    }
    for sentence in reading.sentences:
        names |= {word.text for word in firms_of(reading, sentence, names) if may_be_one(word)}
    for sentence in reading.sentences:
        for word in sentence.words:
            if word.text in names and letters.isdisjoint(range(*word.span)):
                span = _with_mark(reading.text, word.span)
                surface = span.of(reading.text)
                yield Mention("organization", span, surface, strip_marks(surface), RULE, kind="company")


def _is_candidate(reading: Reading, word: Word) -> bool:
    lexicon, text = reading.lexicon, word.text
    return (
        len(text) > 1
        and word.tags[0] != "SN"
        and any(map(str.isalpha, text))
        and not (ANONYMOUS.fullmatch(text) or PART.fullmatch(text))
        and not lexicon.is_place(text)
        and text not in lexicon.common | lexicon.industries | lexicon.abroad
        and title_of(lexicon, text) is None
        and not PROGRAMME.match(reading.text, word.span.end)
        and not _opens_a_quotation(reading.text, word.span)
    )


def _opens_a_quotation(text: str, span: Span) -> bool:
    """Tell whether more than the word is quoted: 항노화 of ‘항노화 신물질’."""
    return text[span.start - 1 : span.start] in OPENING and text[span.end : span.end + 1] == " "


def _with_mark(text: str, span: Span) -> Span:
    before = MARK_BEFORE.search(text[max(0, span.start - 8) : span.start])
    after = MARK_AFTER.match(text, span.end)
    return Span(
        span.start - len(before.group()) if before else span.start, after.end() if after else span.end
    )
