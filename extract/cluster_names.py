"""What makes a name of a cluster: where it begins, and whether it tells one from others."""

import re
from collections.abc import Iterator, Sequence

from schema import ClusterKind, Mention, Span

from .lexicon import Lexicon, squeeze
from .lists import Item
from .phrases import Word
from .reading import Reading

RULE = "clusters/4"
MINI = r"미니 ?클러스터|미클|(?<![A-Za-z-])MC|산학연 ?협의체"  # what a mini cluster is called

COMPLEXES = ("산업단지", "산단", "공단")  # 인천지역 산업단지 미니클러스터 names none
ADJECTIVE = re.compile(
    r".*(?:(?<![금성조모외])형|별|적)|각|각종|신규|기존|해당|우수|이번|다른|이하|일명|모든"
)
# Who runs a cluster or where it lies is said before its name: 산단공 서울본부 그린IT 미클, G밸리 ICT 미클.
LEAD = re.compile(
    r".*(?:본부|지사|지부|공단|산단|단지|밸리|추진단|사업단|센터|진흥원|테크노파크|TP|[시군구도])|\d+[가-힣]{0,3}"
    r"|[가-힣]{2,4}(?:권|지역)|지난.*|경우|이달|이날|이번|[올내]해|내년|작년|최근|오는|당시|산하|소속|관내|소재|[가-힣]|이후|현재|먼저|우선|이하|일명|특히|한편|또한|또"
)
RURAL = re.compile(r".+농공단지")  # 김해농공단지 서브미니클러스터 is named so
# Words that may be of a name but name nothing alone: 스마트 기기, 첨단 의료기기.
DESCRIBING = frozenset({"스마트", "첨단", "글로벌", "융복합", "복합", "미래형", "특화"})
FIELD = re.compile(r"(?P<stem>.*?)(?:분야|업종|부문)")
FIELDS = frozenset({"분야", "업종", "부문"})
LETTERS_OF_PERSON = 3
SUB_WORDS = frozenset({"서브", "Sub", "SUB", "sub"})
SHORTEST_NAME = 2  # letters; the Q. of `Q. 미니클러스터란?` is none
LONGEST_NAME = 4  # words: 정보통신기술(ICT) 융합 특장기술


def named(reading: Reading, stem: Span, end: int, kind: ClusterKind) -> Iterator[Mention]:
    """Yield the cluster named so, where its name tells it from others; it stands up to `end`."""
    name = stem.of(reading.text)
    if tells(reading.lexicon, squeeze(name), mini=kind != "cluster"):
        span = Span(stem.start, end)
        yield Mention("cluster", span, span.of(reading.text), name, RULE, kind=kind)


def tells(lexicon: Lexicon, name: str, *, mini: bool) -> bool:
    """Tell whether a name tells a cluster from others: a field may, 중소기업 may not."""
    place = lexicon.is_place(name.removesuffix("권")) or name in lexicon.complex_spellings
    if (
        not any(map(str.isalpha, name))
        or sum(map(str.isalnum, name)) < SHORTEST_NAME
        or lexicon.is_generic(name, before="cluster")
    ):
        return False
    if (place or is_lead(lexicon, name)) and mini and not RURAL.fullmatch(name):
        return False
    return name in lexicon.industries or name not in lexicon.common


def is_lead(lexicon: Lexicon, text: str) -> bool:
    """Tell whether a word stands before the name without being of it: 광주, 남동산단, 서울본부, 2018."""
    return text not in lexicon.industries and (
        lexicon.is_place(text)
        or text in lexicon.abroad
        or text in lexicon.complex_spellings
        or lexicon.organization(text) is not None
        or LEAD.fullmatch(text) is not None
    )


def trimmed(lexicon: Lexicon, words: Sequence[Word], item: Item) -> Item | None:
    """Return the words that are the name alone: 광통신 of 호남권본부 신규 광통신 분야; or None."""
    first, last = item.first, item.last
    while last > first and (words[last].text in SUB_WORDS or words[last].text in FIELDS):
        last -= 1
    text = words[last].text
    kind = last > first and lexicon.is_generic(text, before="cluster")  # 산학연협력 소규모 워킹그룹
    if kind or (ADJECTIVE.fullmatch(text) and text not in lexicon.industries) or text.endswith(COMPLEXES):
        return None
    first = max([first, *(at + 1 for at in range(first, last) if is_lead(lexicon, words[at].text))])
    first = max(
        first + _is_person(lexicon, words, item._replace(first=first, last=last)), last + 1 - LONGEST_NAME
    )
    while first < last and _only_leads(lexicon, words[first].text):
        first += 1
    return item._replace(first=first, last=last)


def fused_field(text: str) -> int:
    """Return how many letters say that a word is a field: two of 광산업분야, none of 광산업."""
    match = FIELD.fullmatch(text)
    return len(text) - len(match["stem"]) if match else 0


def _is_person(lexicon: Lexicon, words: Sequence[Word], item: Item) -> bool:
    """Tell whether a person's name is before the cluster that he leads: 한가람 금형 미클 회장."""
    name, after = words[item.first], [word.text for word in words[item.last + 2 : item.last + 4]]
    return (
        item.first < item.last
        and len(name.text) == LETTERS_OF_PERSON
        and name.text[0] in lexicon.surnames
        and (name.proper or name.unknown)
        and not lexicon.is_noun(name.text)
        and any(text in lexicon.titles for text in after)
    )


def _only_leads(lexicon: Lexicon, text: str) -> bool:
    if text in DESCRIBING or text in lexicon.industries:
        return False
    return (
        lexicon.is_generic(text, before="cluster")
        or text in lexicon.common
        or bool(ADJECTIVE.fullmatch(text))
    )


def is_field(lexicon: Lexicon, words: Sequence[Word], item: Item) -> bool:
    """Tell whether an item is a field of industry: 공작기계, 자동차 부품."""
    last = words[item.last].text
    whole = "".join(word.text for word in words[item.first : item.last + 1])
    return last in lexicon.industries or whole in lexicon.industries


def is_term(lexicon: Lexicon, words: Sequence[Word], item: Item) -> bool:
    """Tell whether an item may be a field although no list has it: 메카컨버전스."""
    text = words[item.last].text
    alone = item.first == item.last and len(text) > 2
    return alone and text not in lexicon.common and not is_lead(lexicon, text)
