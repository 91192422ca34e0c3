"""Titles and posts: 본부장 of 호남지역본부장, 단장 of 원주클러스터추진단장, 지사 of 충남지사."""

import re

from .lexicon import Lexicon

TEAM = re.compile(r"(?<=..)(?:연구팀|팀|님|들|직무대행|권한대행|내정자|당선자|당선인)$")  # 백기석 교수팀
ACTING = frozenset({"권한대행", "직무대행", "직무대리", "당선인", "당선자", "내정자"})  # 도지사 권한대행
REGIONAL = re.compile(
    r"^(?:지역|광역|권역)(?=본부장)"
)  # the region belongs to the office: 호남지역본부 본부장
REPORTERS = frozenset({"기자", "특파원", "논설위원", "앵커", "아나운서", "리포터", "편집국장"})
REPORTING = re.compile(r".*기자|편집.*|보도.*|취재.*|.*특파원|.*논설위원")
# Posts only behind a name; elsewhere what somebody does: 투자유치담당, 총괄 임원.
BEHIND_A_NAME = re.compile(r"[가-힣]{0,8}(?:담당|임원|총괄|책임|담당자|책임자|실무자|직원)")
# What else ends like a title: 해외시장, 재단장, 공사장.
NO_TITLES = re.compile(
    r".*(?:해외|수출|내수|국내|세계|전통|재래|노동|금융|주식|신|틈새|목표|글로벌|중국|미국|일본|동남아|유럽|인력|고용)시장"
    r"|[새재]단장|소부장|.*(?:공사|행사|주차)장|(?:.*[^대])?전시장"
)
# What is left of a title fused with its body: 단장 of 클러스터추진단장, 지사장 of 여수지사장.
SHORT = re.compile(
    r"(?:부?(?:본부장|지사장|지부장|지회장|지점장|지국장|센터장|위원장|이사장|조합장|공장장|병원장)|부?도지사|부?구청장"
    r"|부?(?:단장|원장|청장|소장|실장|국장|처장|과장|팀장|부장|차장|관장|회장|총장|학장|행장|시장|군수|지사|의장|사장|서장|교장)"
    r"|국회의원|장관|차관|총재|대표|이사|의원|교수|위원)$"
)


# The post of 서부본부 is 본부장; nobody is its deputy.
OF_A_SIDE = re.compile(r"[동서남북중]부(?:본부장|지사장|지부장|지회장|지점장|센터장)$")


def title_of(lexicon: Lexicon, text: str) -> str | None:
    """Return the title a word ends with: 본부장 of 호남지역본부장, 교수 of 교수팀."""
    text = TEAM.sub("", text)
    for start in range(len(text) - 1):
        if text[start:] in lexicon.titles:
            if start and text[start].isascii() and text[start - 1].isascii():
                continue  # 성원PCM is no construction manager
            # Only what ends like a title can be one of the words that do so by chance.
            chance = start > 0 and NO_TITLES.fullmatch(text)
            if chance:
                return None
            return (
                text[start + 1 :]
                if start and OF_A_SIDE.match(text, start - 1)
                else REGIONAL.sub("", text[start:])
            )
    return None


def post_of(lexicon: Lexicon, text: str) -> str | None:
    """Return the title that a word behind a name ends with: 담당 of 투자유치담당 as well."""
    return title_of(lexicon, text) or (text if BEHIND_A_NAME.fullmatch(text) else None)


def reports(text: str, title: str | None) -> bool:
    """Tell whether a post is the paper's own: 선임기자, 편집부국장."""
    return title in REPORTERS or REPORTING.fullmatch(text) is not None


def shortest(post: str) -> str:
    """Return a post without the body that it is fused with: 단장 of 원주클러스터추진단장."""
    short = SHORT.search(post)
    if short is None:
        return post
    return short.group()[1:] if OF_A_SIDE.match(post, max(0, short.start() - 1)) else short.group()
