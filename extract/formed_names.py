"""Whether a name says which body it is: 구미전자정보기술원, 한국고운솜씨인협동조합, not 심의위원회."""

import re
from collections.abc import Sequence

from .endings import ending_of
from .lexicon import Lexicon
from .offices import GENERAL
from .phrases import Word

OF_ITS_OWN = 4  # letters that tell a centre from others in its place: 구미 모바일융합기술센터
EVERYBODYS = re.compile(
    r"(?:심의|심사|운영|추진|평가|선정|자문|집행|준비|실무|기획|분과|대책|조정|협의|검토|인사)$"
)
ACRONYM = 2  # letters: LH전북본부
LEAST_TOLD = 4  # letters between a nation and its ending that Kiwi may tear: 한국고운솜씨인협동조합
LEAST_ENDING = 3
NATION = ("한국", "대한", "국립", "국가", "전국", "중앙")


def is_of_the_nation(lexicon: Lexicon, text: str) -> bool:
    """Tell whether a nation's body is spelt so, whatever is between: 한국고운솜씨인협동조합."""
    nation = next((one for one in NATION if text.startswith(one)), None)
    ending = ending_of(text, lexicon.organization_endings) if nation else None
    if nation is None or ending is None or ending in lexicon.weak_endings or len(ending) < LEAST_ENDING:
        return False
    return len(text) - len(nation) - len(ending) >= LEAST_TOLD


def names_one(lexicon: Lexicon, stem: str, ending: str, words: Sequence[Word]) -> bool:
    """Tell whether the stem tells one such body from another: a place or 한국 begins it, or it is a name."""
    if len(stem) < 2 or stem in lexicon.common or words[0].text in lexicon.common:
        return False
    if len(words) == 1 and (_is_committee(stem, ending) or _starts_with_body(lexicon, stem)):
        return True
    if len(words) > 2 and words[1].text in lexicon.abroad:
        return False  # 미국 of 미국 밀워키 물위원회
    if _starts_with_place(lexicon, stem) or (len(words) > 1 and words[0].text in lexicon.abroad):
        bare = len(words[-1].text) - len(ending) < OF_ITS_OWN
        address = bare and ending in GENERAL and all(_is_address(lexicon, word.text) for word in words[:-1])
        return len(words) == 1 or not (address or _stands_alone(lexicon, words))
    named = len(words) == 1 and words[0].proper and stem not in lexicon.industries
    return named and (ending not in lexicon.weak_endings or (words[0].unknown and len(stem) > 2))


def _is_committee(stem: str, ending: str) -> bool:
    """Tell whether a committee's name says what it is for: 소재부품장비경쟁력위원회, not 심의위원회."""
    return ending == "위원회" and len(stem) > 5 and not EVERYBODYS.search(stem)


def _starts_with_body(lexicon: Lexicon, stem: str) -> bool:
    if (whole := lexicon.organization(stem)) is not None and whole.type == "university":
        return True  # 조선대병원
    if stem[:ACRONYM].isascii() and stem[:ACRONYM].isupper() and lexicon.is_place(stem[ACRONYM:]):
        return lexicon.organization(stem[:ACRONYM]) is not None  # LH전북본부
    return len(stem) > 3 and any(lexicon.organization(stem[:end]) for end in range(3, len(stem)))


def _is_address(lexicon: Lexicon, text: str) -> bool:
    return (
        lexicon.is_place(text)
        or text in lexicon.abroad
        or text.endswith(("동", "읍", "면", "리", "로", "길"))
    )


def _starts_with_place(lexicon: Lexicon, text: str) -> bool:
    return text.startswith(NATION) or any(
        lexicon.is_place(text[:end]) for end in range(2, min(len(text), 8) + 1)
    )


def _stands_alone(lexicon: Lexicon, words: Sequence[Word]) -> bool:
    """Tell whether a place only stands before a name that is whole without it: 경북 구미전자정보기술원."""
    return lexicon.is_place(words[0].text) and _starts_with_place(lexicon, words[1].text) and len(words) == 2
