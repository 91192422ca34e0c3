"""What shows that a word names a company: its mark, its ending, and what stands around it."""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from schema import Span

from .endings import ending_of
from .people import is_name
from .phrases import Word
from .reading import Reading

MARK_BEFORE = re.compile(r"(?:\((?:주|유|합|합자)\)|㈜|㈔|주식회사|유한회사|농업회사법인) ?\Z")
# Signs that stand at firms alone; 주식회사 also stands in 주식회사 설립.
SIGN_BEFORE = re.compile(r"(?:\([주유]\)|㈜) ?\Z")
LONGEST_SIGN = 4  # letters: `(주) `
SIGN_AFTER = re.compile(r"\(주\)|㈜")
MARK_AFTER = re.compile(r"(?:\((?:주|유)\)|㈜| ?주식회사(?! ?[가-힣A-Z]{2}))")
# 전문기업인 X, 제조업체 X: what X is said to be.
SAID_TO_BE = re.compile(
    r".*(?:기업|업체|회사|스타트업|메이커|벤처)"
    r"|[가-힣]{0,4}(?:제조|상장|계열|자회|협력|합작|개발|시공|운영|운용|투자|고객|공급|파트너|회원|회장|부품|장비|소재|제약"
    r"|건설|식품|화장품|재활용|가공|제작|설계|판매|유통|물류|완성차|배터리)사"
)
APPOSED = re.compile(r"[‘’“”'\"\s]*(?:인)?[‘’“”'\"\s]*(?:㈜|\(주\))?")
# 전자약을 개발하는 X
MAKES = re.compile(
    r"(?:(?:하는|만드는|만들어 온|하던|해 온|속한|입주한|가입한|참여한|둔)"
    r"|[을를] (?:[가-힣]{1,4} )?[가-힣]{1,4}[는던])"
    r" (?:㈜|\(주\))?[‘'“]?$"
)
# △X 420억 원, X(90억 원)
SUM = re.compile(r" ?\(?(?=\d[\d,.]*[조억만천])")
SUMS = ("비", "금", "액", "부담", "세", "자본", "자산", "기금")  # 과제비 3억원, 자부담 9000만원
HEADS = frozenset({"대표", "대표이사", "사장", "공동대표", "각자대표", "창업자", "CEO", "회장", "부사장"})
# What a company does; a topic with one of these in its clause is one.
DOES = re.compile(
    r"생산하|제조하|공급하|납품하|납품해|수출하|수주|양산|출시|상장|창업|설립|매출|증설|착공|준공|시공|개발해|개발한|개발하"
    r"|입주해|입주한|투자하|투자한|투자해|공장을|본사를|제품을|특허를|계약을|인수|고용하|채용하|업체다|기업이다|업체이다"
)
REACH = 60  # letters from a topic to what it does
TOPIC = re.compile(r"(?:은|는|이|가|도)[ ,]|(?:은|는)$")
# What ends no common noun, so that Kiwi's cutting such a name into nouns says nothing.
SURE_ENDINGS = frozenset(
    {
        *("벤처스", "벤처투자", "인베스트먼트", "자산운용", "파트너스", "홀딩스", "창투", "캐피탈"),
        *("하이텍", "이엔지", "씨엔씨", "엔지니어링", "테크놀로지", "중공업", "정공", "제약"),
        *("영농조합법인", "영농조합", "농업회사법인"),
    }
)
CLUSTERS = ("MC", "미클", "미니클러스터", "협의체", "특구")
ITEM_MARKS = ("▲", "△", "▷")
COINED = 5  # letters: at three, names of people and products are as many
AS_NAME = re.compile(r"(?:은|는|이|가|과|와|의|로부터|으로부터)(?: |,|$)|, ")
LATIN = re.compile(r"[A-Za-z&.\-]+")


# 경쟁사인 X, 부품업체 X as the letters before X have it
CALLED_ONE = re.compile(
    r"(?:기업|업체|회사|스타트업|메이커|벤처|벤처캐피[탈털]|조선소|도매상|유통상|바이어|퍼블리셔|[가-힣]{2,6}(?<![박이지행공인의강기검호])사)"
    r"(?:인)? [‘'“]?$"
)


class At(NamedTuple):
    """A word in its sentence, and where the article names people."""

    reading: Reading
    words: Sequence[Word]
    place: int
    people: frozenset[int]

    @property
    def word(self) -> Word:
        """Return the word itself."""
        return self.words[self.place]


def said_to_be(before: str) -> bool:
    """Tell whether the letters before a name say that it is a firm's: 김치 업체 X."""
    return CALLED_ONE.search(before) is not None


def is_marked(text: str, span: Span) -> bool:
    """Tell whether a sign stands at a name that stands at firms alone: ㈜, not 주식회사 of 주식회사 설립."""
    return is_signed(text, span.start) or SIGN_AFTER.match(text, span.end) is not None


def is_signed(text: str, start: int) -> bool:
    """Tell whether such a sign stands right before a name that begins there: ㈜, (주)."""
    return SIGN_BEFORE.search(text, max(0, start - LONGEST_SIGN), start) is not None


def is_compound(word: Word) -> bool:
    """Tell whether the word is of nouns that need not make one together: 재료닥터, 첨단프레스."""
    return len(word.tags) > 1 and len(word.text) > 3


def is_guessed(word: Word) -> bool:
    """Tell whether the word may be a name: in no dictionary, or in one as a name."""
    return (word.proper or word.unknown) and not LATIN.fullmatch(word.text)


def _marked(at: At) -> bool:
    text, span = at.reading.text, at.word.span
    return bool(
        MARK_BEFORE.search(text[max(0, span.start - 8) : span.start]) or MARK_AFTER.match(text, span.end)
    )


def _ends_like_one(at: At) -> bool:
    text = at.word.text
    ending = ending_of(text, at.reading.lexicon.company_endings)
    if ending is None or len(text) <= max(2, len(ending)):
        return False
    return is_guessed(at.word) or (ending in SURE_ENDINGS and len(text) > len(ending) + 1)


def _has_a_head(at: At) -> bool:
    """Tell whether a head of a firm follows: 가나테크(대표 홍길동), 가나테크 홍길동 대표, 가나테크 대표."""
    following = at.words[at.place + 1 : at.place + 3]
    if not is_guessed(at.word) or not following:
        return False
    if at.word.gap in {"(", " ("} and following[0].text in HEADS:
        return True
    later = len(following) > 1 and following[0].joined and following[0].proper and following[1].text in HEADS
    return at.word.joined and (following[0].text in HEADS - {"회장"} or later)


def _is_led(at: At) -> bool:
    """Tell whether a person who heads it stands beside it: 한울스프링 백정무 대표, 채수안 라온 부사장."""
    words, place = at.words, at.place
    if not at.word.joined or place + 1 == len(words):
        return False
    after = words[place + 1]
    if len(at.word.text) < 3:  # 누온 강희수 대표이사; but 당시 강희수 대표
        title = words[place + 2].text if place + 2 < len(words) and after.joined else ""
        return at.word.unknown and after.span.start in at.people and title in HEADS
    titles = at.reading.lexicon.titles
    if after.span.start in at.people:
        return after.joined and place + 2 < len(words) and words[place + 2].text in titles
    before = words[place - 1] if place else None
    return bool(before and before.span.start in at.people and after.text in titles)


def _is_said_to_be_one(at: At) -> bool:
    if at.place == 0 or not is_guessed(at.word):
        return False
    before = at.words[at.place - 1]
    return bool(SAID_TO_BE.fullmatch(before.text) and APPOSED.fullmatch(before.gap))


def _is_of_a_cluster(at: At) -> bool:
    """Tell whether a cluster has it: 메카트로닉스MC의 알파모션은."""
    before = at.words[at.place - 1] if at.place else None
    of = before is not None and before.gap == "의 " and before.text.endswith(CLUSTERS)
    return of and len(at.word.text) > 3 and (TOPIC.match(at.word.gap) is not None or not at.word.joined)


def _is_described(at: At) -> bool:
    return at.place > 0 and at.word.unknown and bool(MAKES.search(at.words[at.place - 1].gap))


def _is_beside_a_sum(at: At) -> bool:
    text, start = at.word.text, at.word.span.start
    item = at.reading.text[max(0, start - 2) : start].strip()[-1:] in ITEM_MARKS
    named = (at.word.unknown or item) and len(text) > 2 and not text.endswith(SUMS)
    return named and bool(SUM.match(at.reading.text, at.word.span.end))


def _does_what_one_does(at: At) -> bool:
    word, text = at.word, at.reading.text
    if (
        not word.unknown
        or len(word.text) < 3
        or not TOPIC.match(word.gap)
        or is_name(at.reading.lexicon, word)
    ):
        return False
    clause = text[word.span.end : word.span.end + REACH].split("\n")[0]
    return bool(DOES.search(clause))


def _is_coined(at: At) -> bool:
    """Tell whether the word is one that no dictionary has, of some length, used as a name: 옵토플러스는."""
    word = at.word
    coined = word.unknown and word.tags == ("NNP",) and len(word.text) >= COINED
    return coined and not is_name(at.reading.lexicon, word) and bool(AS_NAME.match(word.gap))


SIGNS: tuple[Callable[[At], bool], ...] = (
    _marked,
    _ends_like_one,
    _has_a_head,
    _is_led,
    _is_said_to_be_one,
    _is_of_a_cluster,
    _is_described,
    _is_beside_a_sum,
    _does_what_one_does,
    _is_coined,
)
