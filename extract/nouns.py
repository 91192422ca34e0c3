"""The nouns that are counted, and the one after a number: the companies of `120개의 중소 업체`."""

import re
from collections.abc import Collection, Mapping
from functools import lru_cache

from schema import CountWhat

# What nouns end in, by what they count as; the first that fits counts: a 산학연협의체 is a mini cluster.
NOUNS: Mapping[CountWhat, str] = {
    "members": "회원(?: ?(?:사|기업|업체|기관))?",
    "mini_clusters": "(?:미니|서브) ?클러스터|미클|(?<![A-Z])MC|산학연 ?협의체|소그룹|워킹 ?그룹",
    "clusters": "클러스터|특구",
    "complexes": "산업 ?단지|산단|공단|[가-힣]단지|(?<![가-힣])단지",
    "projects": "과제|프로젝트|(?<!본)사업",
    "institutions": (
        "기관|대학교?|연구[소원]|협회|조합|단체|협의[체회]|지자체|부처|학교|고교|병원|센터|재단|본부|지사|추진단|사업단|진흥원|테크노파크"
    ),
    "companies": (
        "기업체?|업체|회사|제조업|벤처|스타트업|법인|은행|사업자|캐피[탈털]|유니콘|조선소|투자처|수요처|거래처|(?:협력|제조|투자|운용|고객|수요|참여"
        "|입주|상장|계열|공급|부품|중견|대형|운영|개발|건설|제약|벤더|납품|통신|금융|증권|게임|선도|대상|출품|관련|개|참가)[사社]"
    ),
    "people": "일자리|고용",
    "other": "그룹|컨소시엄|분과|소모임|창업팀",
}
NOUN = "|".join(f"(?P<{what}>{words})" for what, words in NOUNS.items())
_PARTICLE = (
    "들?(?:[의이가은는을를과와도만로에등간]|으로|으로부터|로부터|마다|끼리|별로|에는|에서|에서는|에게|에도|이나|까지|부터|이며|이고|이다"
    "|인데)?"
)
HEAD = re.compile(rf"(?:{NOUN}){_PARTICLE}$")
LEAD = re.compile(
    r"(?: ?(?:이상|정도|규모|남짓|안팎|내외))?"
    r"(?:의|(?:이|였|이었)던|에 (?:달하는|이르는)|[이가] 넘는|[을를] (?:웃도|넘)는)? ?"
)
WORD = re.compile(r"[^\s,.!?;:△▲◇(){}\[\]<>*]+")
ASIDE = re.compile(r"(?<=[가-힣])\([^()\n]{0,20}\)")
CLAUSE_WORD = re.compile(r"(?:[을를]|에|에서|에게|으로|[가-힣][이은는와과]|[해고며다된]|(?<!국)(?<!문)가)$")
# `3개 분야 미클` counts the mini clusters, `3개 분야 기업` neither.
MEASURE = re.compile(
    r"(?:분야|업종|권역|품목|기술|제품|특허|부문|산업|단계|[시군구][·ㆍ]?[시군구도]|주제|테마)$"
)
# Beyond these a noun belongs to something else.
PHRASE, WORDS = 32, 5


@lru_cache(maxsize=4096)
def noun_of(word: str) -> CountWhat | None:
    """Return what a word ends in, particles aside: companies for `중소벤처기업에`."""
    head = HEAD.search(word)
    return what_of(head) if head else None


def noun_after(
    text: str, at: int, *, words: int = WORDS, of: Collection[CountWhat] = frozenset(NOUNS)
) -> CountWhat | None:
    """Return what is counted after a number: mini_clusters for `5개` before `의 신규 미니클러스터를`."""
    lead = LEAD.match(text, at)
    start = lead.end() if lead else at
    if text[at : at + 1] not in ("", " ", "의") and start == at and not _glued(text, at):
        return None
    phrase = ASIDE.sub("", text[start : start + PHRASE].split("\n")[0])
    measured = False
    position = last = 0
    for _ in range(words):
        word = WORD.match(phrase, position)
        if word is None:
            return None
        # 미니 클러스터 and 산업 단지 are one noun in two words.
        if (what := noun_of(phrase[last : word.end()])) in of and what:
            return None if measured and what not in ("mini_clusters", "clusters") else what
        measured = measured or MEASURE.search(word.group()) is not None
        if CLAUSE_WORD.search(word.group()) or phrase[word.end() : word.end() + 1] != " ":
            return None
        position, last = word.end() + 1, position
    return None


def _glued(text: str, at: int) -> bool:
    word = WORD.match(text, at)
    return word is not None and noun_of(word.group()) is not None


def what_of(match: re.Match[str]) -> CountWhat:
    """Return what the noun of a match counts as."""
    return next(what for what in NOUNS if match[what])
