"""Who each have one amount: 전북도와 익산시가 각각 15억원, 구로구와 금천구도 7천만원씩."""

import re

from schema import Span

# 해외 마케팅 is two words, 시험·인증 one thing of two. A bare word before 각각 may be a verb: 손잡고 각각.
_ITEM = r"[^\s,·ㆍ()]{2,20}"
_NO_VERB = r"(?<![고며해서여아어면자게한된])(?<!함께)(?<!이내)(?<!이상)"
_NAME = rf"[^\s,·ㆍ()\d]{{2,20}}?{_NO_VERB}"
_PARTICLE = "(?:이|가|은|는|도|에도|에는|에서도|에서|에게|에|측이|측에|로부터|으로부터)"
_START = r"(?<![^\s(（])"
_AND = (
    rf"(?P<list>(?:{_START}{_NAME}, ?){{0,6}}){_START}(?P<first>[^\s,()]{{2,20}})(?:[와과]| 및) "
    r"(?P<last>[^\s,]{2,20}?(?: [^\s,]{2,12}?)?)"
)
_DOTS = rf"{_START}(?P<dotted>(?:{_ITEM}(?:[·ㆍ]{_ITEM}?){{1,7}}?|[국도시][·ㆍ][도시군구]비))"
_COMMAS = rf"{_START}(?P<commas>{_NAME}(?:, {_NAME}){{1,7}}?)"
_OPENING = r"(?:약|총|최대|최고|연간|연|매년)? ?$"
EACH = re.compile(
    rf"(?:{_AND}|{_DOTS}|{_COMMAS})(?:{_NO_VERB}|{_PARTICLE}(?: [^,.]{{1,24}})?) (?:각각|각) ?{_OPENING}"
)
APIECE = re.compile(rf"(?:{_AND}|{_DOTS}|{_COMMAS}){_PARTICLE} (?:각각 ?|각 ?)?{_OPENING}")
APIECE_AFTER = re.compile(r" ?씩|[^,.\d]{1,24}? 각각 ")
# 각각 30억 원과 20억 원 gives each his own.
OWN = re.compile(r"(?:,|[와과]| 및) ?(?:약 ?)?\d")
WINDOW = 90


def sharers(text: str, span: Span, sentence: Span) -> tuple[Span, ...]:
    """Return the names of those who have the amount at `span` each; none if it is one's, or unnamed."""
    if OWN.match(text, span.end):
        return ()
    start = max(sentence.start, span.start - WINDOW)
    match = EACH.search(text, start, span.start)
    if match is None and APIECE_AFTER.match(text, span.end, sentence.end):
        match = APIECE.search(text, start, span.start)
    return _names(match) if match else ()


def _names(match: re.Match[str]) -> tuple[Span, ...]:
    for group, pattern in (("dotted", r"[^·ㆍ]+"), ("commas", r"[^,\s]+")):
        if match[group]:
            return _parts(match, group, pattern)
    return (
        *_parts(match, "list", r"[^,\s]+"),
        Span(*match.span("first")),
        Span(*match.span("last")),
    )


def _parts(match: re.Match[str], group: str, pattern: str) -> tuple[Span, ...]:
    found = re.compile(pattern).finditer(match.string, *match.span(group))
    return tuple(Span(*part.span()) for part in found)
