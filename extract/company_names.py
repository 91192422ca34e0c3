"""What speaks for a name being a company's, over all places where the article has it."""

import re
from collections.abc import Iterator, Sequence

from .company_signs import DOES, MAKES, REACH, SIGNS, At, is_compound, said_to_be
from .endings import ending_of
from .phrases import Word

NAMED_SIGNS = tuple((sign.__name__.strip("_"), sign) for sign in SIGNS)
LONGEST_TAGS = 3
ABBREVIATED = re.compile(r"\([A-Z]{2,5}\)")  # 액화석유가스(LPG)
TOPICS, SUBJECTS = frozenset("은는"), frozenset("이가")  # 백필터는 나래텍이 만들었다
BEFORE = 14  # letters before a name that say what it is
# 나래온 등 4개 기업; 나래온 등 클러스터에 참여한 3개 업체
COUNTED = re.compile(r" 등 (?:[^\s.,]{1,12} ){0,4}\d{1,4}여? ?개? ?(?:개사|기업|업체|회사|회원사|사)")
# 교수가 설립한 나래온, 2020년 설립된 '나래온'
FOUNDED = re.compile(r"(?:설립|창업|분사|상장|창립)(?:한|된|했던) [‘'“]?$")
# 강희수 회장(나래온 대표), (회장 강희수, 나래온)
OF_A_HEAD = re.compile(r"(?:회장|부회장|의장|간사|총무|위원장|감사)\($")
BEHIND_A_HEAD = re.compile(r"\((?:회장|의장|위원장|간사|대표)[ :]{1,2}[가-힣]{2,4}[,·/] ?$")
# 나래온은 3만㎡ 부지에 104억원을 들여 공장을 건립한다
BUILDS = re.compile(r"㎡|부지에|[조억만] ?원(?:을|을? )? ?(?:들여|투자|투입)|건립|짓는|지을|지어")
# '나래온'은 연구소기업이다
IS_ONE = re.compile(
    r"[’”'\"』」]?(?:은|는) (?:[^\s.,]{1,12} ){0,4}[가-힣]{0,12}(?:기업|업체|회사)(?:이|으로|로|다|인|,)"
)
OPENING, CLOSING = "‘“'\"「『<(", "’”'\"」』>)"


def name_signs(places: Sequence[At], *, senses: Sequence[str], listed: bool) -> tuple[str, ...]:
    """Return the signs of a name, of its places together; `senses` are those that `senses_of` gives."""
    word = places[0].word
    signs = [*_form_signs(word, places[0]), f"places:{min(len(places), 4)}"]
    if listed:
        signs.append("in-list")
    signs += [f"rule:{sense}" for sense in senses]
    for at in places:
        signs += _neighbour_signs(at)
    return tuple(dict.fromkeys(signs))


def _form_signs(word: Word, at: At) -> Iterator[str]:
    """Yield what the name is made of: its letters, its ending, what Kiwi takes it for."""
    text, lexicon = word.text, at.reading.lexicon
    latin = sum(letter.isascii() and letter.isalpha() for letter in text)
    script = "latin" if latin == len(text) else "mixed" if latin else "hangul"
    yield from (f"letters:{min(len(text), 9)}", f"script:{script}", f"letters:{min(len(text), 6)}:{script}")
    yield from (f"ends:{text[-1:]}", f"ends:{text[-2:]}", f"begins:{text[:2]}")
    yield f"morphemes:{'+'.join(word.tags[:LONGEST_TAGS])}:{len(word.tags) > LONGEST_TAGS}"
    yield f"unknown:{word.unknown}:{word.proper}"
    if ending_of(text, lexicon.company_endings) is not None:
        yield "strong-ending"
    if ending_of(text, lexicon.weak_company_endings) is not None:
        yield "weak-ending"
    if is_compound(word):
        yield f"compound:{word.unknown}"
    if any(lexicon.is_place(text[:length]) and len(text) > length + 1 for length in (2, 3)):
        yield "begins-with-place"
    if " " in text:
        yield "spaced"


def senses_of(places: Sequence[At]) -> list[str]:
    """Return by which rules a company is named at any of the places: marked, ends_like_one."""
    return [name for name, sign in NAMED_SIGNS if any(map(sign, places))]


def _neighbour_signs(at: At) -> Iterator[str]:
    word, words, text = at.word, at.words, at.reading.text
    yield f"after:{word.gap.strip(' ')[:2]}"
    if at.place + 1 < len(words):
        nearest = words[at.place + 1].text
        yield f"next:{word.joined}:{nearest[:4]}"
        yield f"next:{word.joined}:{nearest[-2:]}"
    yield from _sense_signs(at)
    if at.place:
        before = words[at.place - 1]
        if MAKES.search(before.gap):
            yield "described"
        if at.reading.lexicon.is_place(before.text) and before.gap in {"의 ", " "}:
            yield f"of-place:{before.gap}"
        yield f"previous:{before.gap.strip(' ')[:2]}:{before.text[-2:]}"
        yield f"before:{before.gap.strip(' ')[-1:]}"
    else:
        yield "begins-sentence"
    if (
        text[word.span.start - 1 : word.span.start] in OPENING
        and text[word.span.end : word.span.end + 1] in CLOSING
    ):
        yield "quoted"
    if word.span.start < at.reading.document.body_start:
        yield "in-title"


def _sense_signs(at: At) -> Iterator[str]:
    """Yield what the clause says of the name: what it does, that it is a term, a thing somebody made."""
    word, text = at.word, at.reading.text
    if ABBREVIATED.match(text, word.span.end):
        yield "abbreviated"
    following = at.words[at.place + 1 : at.place + 3]
    if word.gap[:1] in TOPICS and any(one.gap[:1] in SUBJECTS for one in following):
        yield "topic-then-subject"
    if DOES.search(text[word.span.end : word.span.end + REACH].split("\n")[0]):
        yield "does"
    yield from _clause_signs(at)
    if said_to_be(text[max(0, word.span.start - BEFORE) : word.span.start]):
        yield "called-one"


def _clause_signs(at: At) -> Iterator[str]:
    """Yield in which construction for firms the name stands: 나래온 등 4개 기업, 교수가 설립한 나래온."""
    word, text = at.word, at.reading.text
    if COUNTED.match(text, word.span.end):
        yield "stands-for-firms"
    before = text[max(0, word.span.start - BEFORE) : word.span.start]
    if FOUNDED.search(before):
        yield "founded"
    if OF_A_HEAD.search(before) or BEHIND_A_HEAD.search(before):
        yield "beside-a-head"
    if word.gap[:1] in TOPICS and BUILDS.search(text[word.span.end : word.span.end + REACH].split("\n")[0]):
        yield "topic-builds"
    if IS_ONE.match(text, word.span.end):
        yield "is-one"
    if word.gap[:1] in CLOSING and (particle := word.gap.lstrip(CLOSING).strip(" ")[:2]):
        yield f"after:{particle}"  # '나래온'은
