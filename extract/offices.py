"""Offices of a body: 산단공 인천지부 is one, and 인천지부 alone is the same one."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from schema import Mention, Span, normal

from .reading import Reading

# 호남지역본부, 호남권본부 and 호남본부 are one office.
REGIONAL = re.compile(r"(?:지역|권)+(?=본부|지사|지부)")
# 구미혁신클러스터추진단, 구미클러스터추진단 and 구미추진단 too; but 클러스터추진단 alone is any of them.
DRIVEN = re.compile(r"(?<=[가-힣]{2})(?:혁신)?클러스터(?=추진단)")
_PROVINCES = "서울|부산|대구|인천|광주|대전|울산|경기|강원|충[북남]|전[북남]|경[북남]|제주"
# 충남지원; but 자금지원 and 기술지원 are no offices.
OFFICE = re.compile(
    rf"(?:{_PROVINCES})지원|.*(?:본부|지사|지부|센터|사업단|추진단|지원단|사무소|지역회|지회|지점|분원|연구소|연구원|연구단"
    r"|협의회|총회|공장|무역관|캠퍼스|병원)"
)
# What any body has is no name: 산단공 본부.
GENERAL = frozenset(
    ("본부", "지사", "지부", "센터", "사업단", "추진단", "지원단", "연구소", "연구원", "공장", "협의회")
)
ALONE = re.compile(r"[가-힣]{2,4}(?:권|지역)?(?:본부|지사|지부)")
PARENT = re.compile(r"[^ ]+(?:공단|공사|은행|기금|재단|진흥원)|KOTRA")
OPERATOR = "한국산업단지공단"
CHIEF = "장"


def office_key(name: str) -> str:
    """Return what an office's spellings share: 호남지역본부, 호남본부; 구미클러스터추진단, 구미추진단."""
    return REGIONAL.sub("", DRIVEN.sub("", normal(name))).replace("대구경북", "대경")


def is_office(text: str) -> bool:
    """Tell whether a word names an office of a body: 호남지역본부, not 본부."""
    return text not in GENERAL and bool(OFFICE.fullmatch(text))


def without_chief(text: str) -> tuple[str, int]:
    """Return an office without its chief's title, and its length: 호남지역본부장 is 호남지역본부, 1."""
    if text.endswith(CHIEF) and OFFICE.fullmatch(text[:-1]):
        return text[:-1], 1
    return text, 0


def with_parts(reading: Reading, found: Sequence[Mention]) -> Iterator[Mention]:
    """Yield what was found, an office by its last word as the whole: 경인본부 is 산단공 경인지역본부."""
    known = _offices(found)
    found = [one if office_key(one.name) in known else _of_parent(reading, found, one) for one in found]
    wholes = _offices(found)
    starts = {mention.span.start for mention in found}
    for mention in found:
        whole = wholes.get(office_key(mention.name))
        yield replace(mention, name=whole.name, kind=whole.kind) if whole else mention
    for sentence in reading.sentences:
        for word in sentence.words:
            text, office = without_chief(word.text)
            whole = wholes.get(office_key(text))
            if whole is not None and word.span.start not in starts:
                yield replace(whole, span=Span(word.span.start, word.span.end - office), surface=text)


def _of_parent(reading: Reading, found: Sequence[Mention], mention: Mention) -> Mention:
    """Return an office by its region alone as its parent's, the agency named last before: 전북지역본부."""
    if mention.kind != "agency" or not ALONE.fullmatch(mention.name):
        return mention
    before = [one for one in found if one.kind == "agency" and one.span.end <= mention.span.start]
    national = [one.name for one in before if not reading.lexicon.is_place(one.name[:2])]
    parents = [name for name in national if PARENT.fullmatch(name)]
    # In news of complexes the office is most likely that of the body which runs them.
    parent = next((name for name in parents if name == OPERATOR), parents[-1] if parents else None)
    return replace(mention, name=f"{parent} {mention.name}") if parent else mention


def _offices(found: Sequence[Mention]) -> Mapping[str, Mention]:
    """Return the offices by the key of their last word, where that belongs to one of them only."""
    wholes: dict[str, Mention] = {}
    doubtful: set[str] = set()
    for mention in found:
        parent, _, part = mention.name.rpartition(" ")
        if parent and is_office(part):
            first = wholes.setdefault(office_key(part), mention)
            if office_key(first.name) != office_key(mention.name):
                doubtful.add(office_key(part))
    return {key: mention for key, mention in wholes.items() if key not in doubtful}
