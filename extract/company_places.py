"""The words of an article that may name a company, each with all its places."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence

from schema import Mention, Span

from .aliases import introduced
from .company_signs import At, is_marked
from .eojeols import PARTICLES
from .lexicon import Lexicon
from .marked_names import whole_names
from .people import title_of
from .phrases import Word
from .reading import Reading
from .tagger import Entity
from .torn_firms import words_of

SHORTEST = 3  # letters of a name whose end may be a particle
LONGEST = 3  # words of a name: 메가박스 순천 신대점
COMPANY = "OG_COMPANY"
LETTERS = re.compile(r"[가-힣A-Za-z\d]+")
NUMBERED = ("SN", "SL")  # 3D솔루텍
ANONYMOUS = re.compile(r"[가-힣]모 ?씨|[A-Za-z가-힣]?[A-Za-z]{1,2}사|[가-힣]모?사|모\s?(?:업체|기업|회사)")
PART = re.compile(
    r".*(?:학과|학부|전공|대학원|연구실|팀|[가-힣]기업|구역|밸리|스타트업파크|[가-힣]{2,}(?:공장|지사|지점|사무소|사업장))"
)  # 기계공학부, 연구소기업
# ‘이노코어컴퍼니(Inno-Core) 사업’ is none.
PROGRAMME = re.compile(
    r"(?:\([^)\n]{0,40}\))?[’'”\"]? ?(?:사업|프로젝트|프로그램|플랫폼|브랜드|서비스|포럼|펀드|행사)"
)
# 농업회사법인 alone, or before its mark, names nobody.
BARE_FORM = frozenset(
    (
        *("주식회사", "유한회사", "합자회사", "농업회사법인", "어업회사법인", "영농조합법인", "영농조합"),
        *("사회적기업", "협동조합"),
    )
)
# A place to meet at: 나래호텔에서, 나래컨벤션 그랜드볼룸
VENUE = re.compile(r".*(?:호텔|리조트|웨딩홀|웨딩|컨벤션|예식장|회관|뷔페|문화원)")
MET_AT = re.compile(r"에서[ ,는]| [가-힣A-Z\d]{0,8}(?:볼룸|홀|룸|층|회의실|연회장)|\([^()\n]{1,20}\)에서")
FIELD, COMPLEX = "산업", "국가"
# Who heads it says that it is a firm all the same: 부산금속산업(대표 강희수).
HEADED = re.compile(r" ?\((?:대표|회장|사장)|(?: [가-힣]{2,4})? (?:대표|회장|사장)")
OPENING = tuple("‘“'\"『「")


def word_places(reading: Reading, found: Sequence[Mention]) -> dict[str, list[At]]:
    """Return the places of each word that may name a company."""
    letters = {position for mention in found for position in range(*mention.span)}
    named = {mention.name for mention in found} | {mention.surface for mention in found}
    named.update(introduced(reading, found))
    people = frozenset(mention.span.start for mention in found if mention.label == "person")
    places: dict[str, list[At]] = {}
    for sentence in reading.sentences:
        words = whole_names(reading, words_of(reading, sentence), letters)
        for index, word in enumerate(words):
            if (
                word.text not in named
                and letters.isdisjoint(range(*word.span))
                and _is_candidate(reading, word)
            ):
                places.setdefault(word.text, []).append(At(reading, words, index, people))
    return _told_apart(reading, places)


def _told_apart(reading: Reading, places: Mapping[str, list[At]]) -> dict[str, list[At]]:
    """Return the places by the spelling that fits most of them: 미르본딩이 is 미르본딩 where both stand."""
    unknown = sorted(
        text
        for text, ats in places.items()
        if len(text) >= SHORTEST and ats[0].word.unknown and " " not in text
    )
    wholes = {
        at.word.span.start: LETTERS.match(reading.text, at.word.span.start)
        for text in unknown
        for at in places[text]
    }
    fitting: Counter[str] = Counter()
    rivals: dict[int, list[str]] = {}
    for start, whole in wholes.items():
        letters = whole.group() if whole else ""
        for end in range(SHORTEST, len(letters) + 1):
            text = letters[:end]
            if _is_among(unknown, text) and letters[end:] in PARTICLES:
                fitting[text] += 1
                rivals.setdefault(start, []).append(text)
    told: dict[str, list[At]] = {}
    for text, ats in places.items():
        for at in ats:
            best = max(rivals.get(at.word.span.start, [text]), key=lambda one: (fitting[one], one == text))
            told.setdefault(best, []).append(at if best == text else _spelt(at, best))
    return told


def _is_among(texts: Sequence[str], text: str) -> bool:
    at = bisect_left(texts, text)
    return at < len(texts) and texts[at] == text


def _spelt(at: At, text: str) -> At:
    """Return the place as one of another spelling, which begins where it begins."""
    word = at.word
    end = word.span.start + len(text)
    gap = at.reading.text[end : word.span.end + len(word.gap)]
    words = list(at.words)
    words[at.place] = word._replace(span=Span(word.span.start, end), text=text, gap=gap)
    return at._replace(words=words)


def spaced(places: Mapping[str, Sequence[At]], entities: Mapping[Span, Entity]) -> dict[str, list[At]]:
    """Return the places of names of several words that the tagger takes for one company: KB 인베스트."""
    found: dict[str, list[At]] = {}
    for ats in places.values():
        for at in ats:
            entity = entities.get(at.word.span)
            if entity is not None and entity.label == COMPANY and entity.span.start == at.word.span.start:
                whole = _covered(at, entity.span)
                if whole is not None:
                    found.setdefault(whole.word.text, []).append(whole)
    return found


def _covered(at: At, span: Span) -> At | None:
    last = at.place
    while last + 1 < len(at.words) and at.words[last].joined and at.words[last].span.end < span.end:
        last += 1
    parts = at.words[at.place : last + 1]
    if not 1 < len(parts) <= LONGEST or parts[-1].span.end != span.end:
        return None
    if any(part.span.start in at.people or not _is_candidate(at.reading, part) for part in parts):
        return None
    whole = Word(span, span.of(at.reading.text), ("NNP",) * len(parts), parts[-1].gap, unknown=True)
    return at._replace(words=(*at.words[: at.place], whole, *at.words[last + 1 :]))


def _is_candidate(reading: Reading, word: Word) -> bool:
    lexicon, text = reading.lexicon, word.text
    if len(text) < 2 or not any(map(str.isalpha, text)) or ANONYMOUS.fullmatch(text) or text in BARE_FORM:
        return False
    if is_marked(reading.text, word.span):
        return True
    return (
        (word.tags[0] != "SN" or word.tags[:2] == NUMBERED)
        and not PART.fullmatch(text)
        and not lexicon.is_place(text)
        and not (_is_of_places(lexicon, text) and not HEADED.match(reading.text, word.span.end))
        and not (VENUE.fullmatch(text) and MET_AT.match(reading.text, word.span.end))
        and not (lexicon.is_noun(text) or text in lexicon.abroad)
        and title_of(lexicon, text) is None
        and not PROGRAMME.match(reading.text, word.span.end)
        and not _opens_a_quotation(reading.text, word.span)
    )


def _is_of_places(lexicon: Lexicon, text: str) -> bool:
    """Tell whether a word is a place and what is there: 전남여수, 울산미포, 원주의료기기산업."""
    for end in (2, 3, 4):
        rest = text[end:]
        if not lexicon.is_place(text[:end]) or not rest:
            continue
        if lexicon.is_place(rest) or lexicon.official(rest) is not None:
            return True
        field = rest.removesuffix(FIELD)
        if field == COMPLEX or (field != rest and len(field) > 1 and lexicon.is_noun(field)):
            return True
    return False


def _opens_a_quotation(text: str, span: Span) -> bool:
    """Tell whether more than the word is quoted: 항노화 of ‘항노화 신물질’."""
    return text[span.start - 1 : span.start] in OPENING and text[span.end : span.end + 1] == " "
