"""What a person's name looks like: 강희수, 남궁호, 제임스 최; not 제조업, 추진단, 사이몬."""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence

from schema import Span

from .foreign_names import FOREIGN
from .lexicon import Lexicon
from .phrases import Sentence, Word
from .reading import Reading
from .torn import put_together

HANGUL_NAME = re.compile(r"[가-힣]{2,4}")
AFFIXES = frozenset({"XPN", "XSN", "SN", "SL"})
POINTING = frozenset({"NP", "MM"})  # 이들
LONGEST_SINGLE = 3  # letters of a name with a family name of one: 강희수
# Syllables that given names are made of: 업 of 제조업, 액 of 전해액 and 몬 of 사이몬 are in none.
GIVEN = frozenset(
    "가각강거건결겸경계고곤관광교구국군권귀규균그근금기길나낙난남내노녹누늘다단달담당대덕도돈동두득든"
    "들라락란람랑래량려레련렬령례로록론롱루룡류륜률르름리린림마만말매명모목무묵문미민바박반방배백범별"
    "병보복본봄봉부분비빈빛산삼상새샘서석선설섭성세소솔송수숙순술숭슬승시식신실심아안애양어언여연열염"
    "엽영예오옥온완요용우욱운웅울원월위유육윤율융은을음의이익인일임자잔장재전점정제조종주준중지진집차"
    "찬참창채천철첨청초최추춘충치칠탁태택판평포표필하학한함해행향허헌혁현협형혜호홍화환회효후훈휘휴흔"
    "흠흥희히갑출업억손훤응"
)
# The family names of nearly all; the others rather begin everyday words and names of firms.
FREQUENT = frozenset(
    "김이박최정강조윤장임한오서신권황안송전홍유고문양손배백허남심노하곽성차주우구나민진지엄채원천방공현함변염여추도소석선설"
    "마길연위표명반왕옥인맹탁은류"
)
ENDS_NAMES = frozenset("우준민철훈희숙석혁규택환섭범렬욱웅빈윤균순묵엽흠걸헌호영현")  # and no nouns
MARKS = frozenset({"㈜", "(주)", "㈔"})
NOBODY = "모"  # 김모 씨
NATIONS = frozenset({"한국", "우리"})
PARTICLES = frozenset("은는이가을를의와과도만에로나들")
ALONE = re.compile(r"(?<![가-힣A-Za-z\d])[가-힣]{3}(?= [가-힣A-Z(㈜‘'“])")


def is_name(lexicon: Lexicon, word: Word) -> bool:
    """Tell whether a word has the form of a person's name and is nothing else that is known: 김하늘."""
    if not fits(lexicon, word.text):
        return False
    return word.tags == ("NNP",) or (len(word.text) == LONGEST_SINGLE and "NNP" in word.tags)


def may_be_name(reading: Reading, word: Word) -> bool:
    """Tell whether a word beside a title is a name that Kiwi cuts in two: 백정무 of `백정무 대표가`."""
    text = word.text
    if len(text) > LONGEST_SINGLE or word.tags[0] in AFFIXES or not fits(reading.lexicon, text):
        return False
    if len(text) < LONGEST_SINGLE and (text[0] not in FREQUENT or word.tags[0] in POINTING):
        return False
    if text in reading.lexicon.industries or _ends_like_a_body(reading.lexicon, text):
        return False
    if word.gap.strip() in MARKS and len(text) == LONGEST_SINGLE:
        return True  # 편도원 ㈜나래 전무
    return word.unknown or "NNP" in word.tags or _cut_like_a_name(reading, word)


def fits(lexicon: Lexicon, text: str) -> bool:
    """Tell whether the letters may spell a Korean name that is no place, body, title or everyday word."""
    if not HANGUL_NAME.fullmatch(text):
        return False
    given = _given(lexicon, text)
    if not given or given == NOBODY or not GIVEN.issuperset(given):
        return False
    known = text in lexicon.titles or text in lexicon.common
    return not (known or lexicon.is_place(text) or lexicon.organization(text))


def is_spelt_like_one(lexicon: Lexicon, text: str) -> bool:
    """Tell whether a text where a name is due can be one: `임대업` after `(대표`, `제임스 최`."""
    first, _, rest = text.partition(" ")
    if rest:
        return first in FOREIGN
    return bool(HANGUL_NAME.fullmatch(text)) and _given(lexicon, text) != "" and text not in lexicon.titles


def mend(reading: Reading, sentence: Sentence) -> Sequence[Word]:
    """Return the words of a sentence, a name that Kiwi tore as one: 전병+도, 채+수안."""
    spans = {word.span: word for word in sentence.words}
    torn = [
        Span(*match.span())
        for match in ALONE.finditer(reading.text, sentence.span.start, sentence.span.end)
        if Span(*match.span()) not in spans and _was_torn(reading.lexicon, match, spans)
    ]
    if not torn:
        return sentence.words
    return put_together(reading, sentence, torn)


def _was_torn(lexicon: Lexicon, match: re.Match[str], spans: Mapping[Span, Word]) -> bool:
    """Tell whether three letters are a name, not a noun with its particle: 정부+가, 서울+이."""
    text = match.group()
    if text[0] not in FREQUENT or not fits(lexicon, text):
        return False
    stem = spans.get(Span(match.start(), match.start() + 2))
    nouns = (lexicon.abroad, lexicon.common, NATIONS)
    known = lexicon.is_place(text[:2]) or any(text[:2] in words for words in nouns)
    noun = stem is not None and len(stem.tags) == 1 and not stem.proper and text[-1] in PARTICLES
    return not (known or noun or lexicon.organization(text[:2]))


def likelihood(text: str) -> tuple[bool, bool]:
    """Return what of two words that could be the name is rather it: three letters, a frequent family name."""
    return len(text) == LONGEST_SINGLE, text[0] in FREQUENT


def _given(lexicon: Lexicon, text: str) -> str:
    if text[:2] in lexicon.surnames and len(text) > LONGEST_SINGLE - 1:
        return text[2:]
    if text[0] in lexicon.surnames and len(text) <= LONGEST_SINGLE:
        return text[1:]
    return ""


def _ends_like_a_body(lexicon: Lexicon, text: str) -> bool:
    return text[1:] in lexicon.organization_endings or text[1:] in lexicon.titles


def _cut_like_a_name(reading: Reading, word: Word) -> bool:
    """Tell whether Kiwi lets a morpheme begin behind the first letter: 강+효+상, 진기+우; not 추진+단."""
    # A rare family name needs the cut behind it: 국+중+범.
    torn = len(word.text) == LONGEST_SINGLE and len(word.tags) > 1 and word.text[-1] in ENDS_NAMES
    if torn and word.text[0] in FREQUENT:
        return True
    morphemes = reading.document.morphemes
    at = bisect_left(morphemes, word.span.start + 1, key=lambda morpheme: morpheme.start)
    return at < len(morphemes) and morphemes[at].start == word.span.start + 1
