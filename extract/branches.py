"""The offices of a listed body as they follow its name: 산단공 인천지부, 충북대 산학협력단."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from schema import OrganizationType, Span

from .lexicon import Known, Lexicon
from .lists import breaks
from .offices import CHIEF, GENERAL, is_office, without_chief
from .person_names import is_name
from .phrases import Word
from .reading import Reading

# What a body keeps within itself: 투자사업본부장 of 산단공 is its own man, 호남지역본부장 that of a branch.
WITHIN = re.compile(
    r"(?:.*(?:사업|기획|경영|연구|지원|운영|전략|기술|영업|관리|산업|혁신|성장|개발|홍보))본부"
)
# 산단공 클러스터운영실은, not 대회의실
TEAM = re.compile(r"[가-힣]{2,}(?:팀|(?:운영|기획|지원|관리|사업|전략|홍보|정책|개발|혁신)실)")
BRANCH = re.compile(r"[가-힣]{2,}(?:공장|지사|지점|사무소|사업장|영업소|[^매상거시초강]점)")
JOINTLY = ("클러스터", "추진단", "본부", "지사")
OWN_HEAD = re.compile(r"한국|대한|국립|[A-Z]{3}")
# What a ministry sets up by name: 연구개발특구기획단
TASK_FORCE = re.compile(r"[가-힣]{4,}(?:기획단|추진단|지원단)")
REACH = 3  # words of its office: 동남본부 부산지사
FACULTY = "university"
HOSPITAL = "병원"
DOT = re.compile(r"[·ㆍ・]")


class Found(NamedTuple):
    """An organization by the words it takes: its span, name and type."""

    last: int
    span: Span
    name: str
    type: OrganizationType


def with_branch(reading: Reading, words: Sequence[Word], first: int, last: int, known: Known) -> Found:
    """Return 한국산업단지공단 인천지부 where its branch follows the listed name, else the listed one."""
    whole = Found(last, Span(words[first].span.start, words[last].span.end), known.name, known.type)
    if known.type == "company" and words[last].joined and last + 1 < len(words):
        plant = words[last + 1]
        if is_branch_of_a_firm(reading.lexicon, plant.text):
            span = Span(whole.span.start, plant.span.end)
            return Found(last + 1, span, f"{known.name} {plant.text}", known.type)
    if known.type == "government" and words[last].joined and last + 1 < len(words):
        text, chief = _force(words[last + 1].text)
        if TASK_FORCE.fullmatch(text) and reading.lexicon.organization(text) is None:
            span = Span(whole.span.start, words[last + 1].span.end - chief)
            return Found(last + 1, span, f"{known.name} {text}", known.type)
    if known.type in {"company", "media", "government"}:
        return whole
    longest, end = whole, last
    while end + 1 < len(words) and _leads_on(words, last, end) and not breaks(words[end + 1]):
        end += 1
        branch, chief = _branch(words, last, end)
        headed = chief and any(is_name(reading.lexicon, word) for word in words[last + 1 : end])
        if headed or _is_another(reading.lexicon, branch):  # 산단공 김하늘 인천지부장
            break
        team = TEAM.fullmatch(branch) and not words[end].joined and known.type == "agency"
        inner = chief and WITHIN.fullmatch(branch)
        if not (team or is_office(branch)) or branch in reading.lexicon.common or inner:
            continue
        if known.type == FACULTY and not branch.endswith(("캠퍼스", HOSPITAL)):
            return Found(end, whole.span, known.name, known.type)
        span = Span(words[first].span.start, words[end].span.end - chief)
        rest = reading.text[words[last].span.end : span.end]
        longest = Found(end, span, f"{known.name}{rest}", _type(known.type, branch))
    return longest


def _force(text: str) -> tuple[str, int]:
    """Return a task force without its chief's title, and how long that is: 특구기획단장 is 특구기획단, 1."""
    return (text[: -len(CHIEF)], len(CHIEF)) if text.endswith("단" + CHIEF) else (text, 0)


def is_branch_of_a_firm(lexicon: Lexicon, text: str) -> bool:
    """Tell whether a word behind a firm names a plant or an office of it by its place: 부산공장."""
    return BRANCH.fullmatch(text) is not None and any(
        lexicon.is_place(text[:end]) or text[:end] in lexicon.abroad for end in range(2, len(text))
    )


def _type(whole: OrganizationType, branch: str) -> OrganizationType:
    if branch.endswith(HOSPITAL):
        return "other"
    return "research_institute" if whole == "agency" and branch.endswith("연구원") else whole


def _branch(words: Sequence[Word], last: int, end: int) -> tuple[str, int]:
    """Return an office and the length of its chief's title; 녹산클러스터 추진단 is one in two words."""
    branch, chief = without_chief(words[end].text)
    if branch in GENERAL and end - 1 > last and words[end - 1].text.endswith("클러스터"):
        return words[end - 1].text + branch, chief
    return branch, chief


def _leads_on(words: Sequence[Word], last: int, end: int) -> bool:
    """Tell whether an office may follow: 산단공 동남본부 부산지사, 산단공 창원·녹산클러스터 추진단."""
    joint = end > last and DOT.fullmatch(words[end].gap) and words[end + 1].text.endswith(JOINTLY)
    return end - last < REACH and (words[end].joined or bool(joint))


def _is_another(lexicon: Lexicon, text: str) -> bool:
    """Tell whether a word behind a body is no office of it but a body itself: 한국광기술원, ETRI연구센터."""
    listed = lexicon.organization(text) is not None and not is_office(text)
    return listed or OWN_HEAD.match(text) is not None
