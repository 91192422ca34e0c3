"""What money is called: 20억원의 사업비 is a budget, 매출 150억원 revenue."""

import re
from collections.abc import Mapping
from functools import lru_cache

from schema import FigureKind, Span

# The guide's kinds by the words for them; of two that begin at one place the longer counts: 수출계약.
CALLED: Mapping[FigureKind, str] = {
    "budget": (
        "총?사업비|예산|국비|도비|시비|군비|구비|지방비|국고|운영비|활동비|재정|추경|건립비|조성비|공사비"
        "|교부세|특별회계|균특|혈세|배정"
    ),
    "grant": (
        "지원금|보조금|(?:지원|연구|개발|R&D|사업화) ?자금|연구(?:개발)?비|개발비|과제비|출연금"
        "|바우처|장려금|지원받|지원을 받|지원비|상금"
        "|(?:을|를) 지원(?!하는 (?:펀드|융자))|까지 지원|씩 지원"
        "|사업화지원"
    ),
    "own_funds": (
        "자체 ?(?:자금|예산|재원)|자기 ?(?:자금|부담)|자부담|민간 ?부담금?|기업 ?부담금?|민자 ?유치"
        "|퇴직금|사재"
    ),
    "investment": (
        "투자|펀드|출자|증자|자본금|투자금|모태|시리즈 ?[A-D]|인수|투입|들여|들인|들이|유치|증설|쏟아[붓부]"
        "|공모해"
    ),
    "loan": "융자|대출|보증|차입|이차보전|특례보증|회사채|정책자금|경영안정자금",
    "contract": (
        "(?:수출|공급|납품|구매|판매) ?계약|계약|수주|납품|공급|발주|낙찰|도급|수출 ?협약|구매 ?의향|들어간다"
        "|짜리"
    ),
    "revenue": "매출액?|판매액|거래액|연매출",
    "export": "수출 ?(?:상담|실적|액|고|규모)?|상담액|상담 ?실적",
    "production": "생산액|총생산|생산 ?(?:규모|실적)|생산유발",
    "other": (
        "영업이익|순이익|손실|적자|흑자|부채|환차손|임대료|분양가|임금|연봉|급여|과태료|과징금|시가총액"
        "|경제적? ?(?:효과|파급)|부가가치|절감|기부|성금|장학금"
    ),
}
KEYWORDS = tuple((kind, re.compile(pattern)) for kind, pattern in CALLED.items())

# How far such a word is looked for, in letters: after the sum, where it mostly stands, farther.
AHEAD, BEHIND = 40, 30
LATER = 3  # letters that a word after the sum is held to be farther off, unless it follows at once
CLAUSE_END = re.compile(r"[.!?\n]|다\. |(?:하고|했고|으며|하며|지만|는데|이며), ?")
AT_ONCE = re.compile(
    r"(?:어치|상당|규모|정도|가량|내외|안팎|이상|이하|이내|대|여)?(?:의|인)? ?"
    r"(?:신규 |총 |대형 |정부 |시설 |설비 )?"
)


@lru_cache(maxsize=64)  # the amounts of a sentence have it and the title in common
def spoken_in(text: str) -> frozenset[FigureKind]:
    """Return the kinds of money whose words the text has."""
    return frozenset(kind for kind, pattern in KEYWORDS if pattern.search(text))


@lru_cache(maxsize=16)  # asked for an amount, and again for the one after it
def called(text: str, span: Span, sentence: Span) -> FigureKind:
    """Return what the money is called, by the words nearest: 20억원의 사업비, 매출 150억원; else `other`."""
    before = text[max(sentence.start, span.start - BEHIND) : span.start]
    after = text[span.end : min(sentence.end, span.end + AHEAD)]
    if end := CLAUSE_END.search(after):
        after = after[: end.start()]
    at_once = AT_ONCE.match(after)
    skipped = at_once.end() if at_once else 0
    scored = [
        (len(before) - match.end() + 1, -len(match.group()), kind)
        for kind, pattern in KEYWORDS
        for match in pattern.finditer(before)
    ]
    scored += [
        (0 if match.start() <= skipped else match.start() + LATER, -len(match.group()), kind)
        for kind, pattern in KEYWORDS
        for match in pattern.finditer(after)
    ]
    return min(scored)[2] if scored else "other"
