"""When two spellings name one thing: the annotation guide's normal form of names."""

import re
import unicodedata

_SIGN = r"[(（][ ]*(?:주|유|사|재|株|有|社|財)[ ]*[)）]|[㈜㈔㈱㈲㈳㈶]"
_FORM = r"(?:주식|유한|유한책임|합자|합명)회사|(?:농업|어업)회사법인|(?:사단|재단)법인"
# A legal form is a mark where a word begins or the name ends: 주식회사대성 has one, 한국주식회사협회 none.
_MARK = re.compile(rf"{_SIGN}|(?:^|(?<=[\s)）㈜]))(?:{_FORM})|(?:{_FORM})$")
_LATIN_MARK = re.compile(r"(?<=\w)(?:[,\s]+(?:Co\.?,?\s*Ltd|Inc|Corp|Ltd|LLC|GmbH)\b\.?)+$", re.IGNORECASE)

# Latin letters must not run on (TPC is no 테크노파크), so these are read before the spaces go.
_LATIN = (
    (re.compile(r"(?<![a-z])mc(?![a-z])"), "미니클러스터"),
    (re.compile(r"(?<![a-z])tp(?![a-z])"), "테크노파크"),
)
# The repetition takes in 미니클러스터(미클), a name with its abbreviation; the 미클 of 구미클러스터 is none.
_HANGUL = (
    (re.compile(r"(?:(?:한국)?(?:산업단지공단|산단공))+"), "한국산업단지공단"),
    (re.compile(r"(?:미니클러스터|미클(?!러))+"), "미니클러스터"),
    (re.compile(r"(?:테크노파크)+"), "테크노파크"),
    (re.compile(r"(?:산업통상자원부|산업부)+"), "산업통상자원부"),
    (re.compile(r"(?:중소벤처기업부|중기부)+"), "중소벤처기업부"),
)

# Hangul and digits in which nothing is to be replaced are their own normal form, as most names are.
_PLAIN = re.compile(r"[가-힣0-9]+")
_TO_CHANGE = re.compile(
    r"회사|법인|산업단지공단|산단공|미니클러스터|미클(?!러)|테크노파크|산업통상자원부|산업부|중소벤처기업부|중기부"
)

_CLUSTER_END = re.compile(r"(?:미니클러스터|클러스터|특구)$")
_COMPLEX_END = re.compile(
    r"(?:국가|일반|지방|농공|도시첨단|스마트그린)*(?:산업단지|공업단지|산단|공단|단지)$"
)


def strip_marks(name: str) -> str:
    """Return the name without company marks: `㈜대성테크` and `주식회사 대성테크` are `대성테크`."""
    bare = " ".join(_LATIN_MARK.sub("", _MARK.sub(" ", name.strip())).split())
    return bare or name.strip()


def normal(name: str) -> str:
    """Return what all spellings of one name share: `산단공 대경본부` is `한국산업단지공단대경본부`."""
    if _PLAIN.fullmatch(name) and not _TO_CHANGE.search(name):
        return name
    folded = unicodedata.normalize("NFKC", strip_marks(unicodedata.normalize("NFKC", name))).casefold()
    for pattern, full in _LATIN:
        folded = pattern.sub(full, folded)
    squeezed = _squeeze(folded)
    for pattern, full in _HANGUL:
        squeezed = pattern.sub(full, squeezed)
    return squeezed or name.strip()


def cluster_key(name: str) -> str:
    """Return the normal form without the generic ending: `친환경나노 MC` is `친환경나노`, never empty."""
    return _without(normal(name), ending=_CLUSTER_END)


def complex_key(name: str) -> str:
    """Return the normal form without the generic ending: `남동공단` and `남동국가산업단지` are `남동`."""
    return _without(normal(name), ending=_COMPLEX_END)


def _squeeze(text: str) -> str:
    # The Korean middle dot ㆍ is a letter to Unicode (araea, U+119E once normalized).
    return "".join(character for character in text if character.isalnum() and character != "\u119e")


def _without(name: str, *, ending: re.Pattern[str]) -> str:
    return ending.sub("", name) or name
