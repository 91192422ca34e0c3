"""How exact an amount is said to be: 이상, 약, 최대, 못 미치는; what follows outweighs what precedes."""

import re

from schema import Qualifier, Span

# 수출을 약간 상회, 1500억원에 조금 못 미치고: a particle and a word of degree stand between.
_PARTICLE = "(?:어치|상당|규모)?(?:을|를|이|가|은|는|도|만|의|에는|에도|에|선을|선에|대를|대에)?"
_DEGREE = (
    " ?(?:(?:약간|조금|다소|살짝|크게|훌쩍|훨씬|소폭|겨우|채|아직|거뜬히|이미|처음으로|무난히|한참) ?){0,2}"
)
_SAID = f"{_PARTICLE}{_DEGREE}"
_AT_LEAST = (
    rf"{_SAID}(?:넘(?:는|은|었|어(?!가)|긴|겼|겨|길|기(?!가|는|지)|게|을|고|던|치)|웃[도돌돈]|상회|뛰어넘|초과(?:한|하|해))"
    r"| ?이상| ?초과| ?\+ ?(?:α|알파)| ?플러스 ?알파"
)
_AT_MOST = (
    rf"{_SAID}(?:밑[도돌돈]|하회|못 ?미|미치지 ?못|미달|[안못] ?[되된될됐돼]|[넘되]지 ?(?:않|못|아니)|미만)"
    r"|까지| ?(?:이하|이내|미만)|(?:을|의)? ?한도| ?(?:범위)? ?(?:안|내)에서| ?범위"
)
# 410억원까지 올랐던 매출 is what it reached, not what it may not pass.
REACHED = re.compile(
    r"까지(?:도|나)? ?(?:[가-힣]{1,6} )?"
    r"(?:늘|확대|증|끌어|성장|키|커|오르|올|불어|불리|치솟|뛰|상승|높|내려|줄|떨어|낮|도달)"
)
_APPROX = (
    r" ?(?:여|가량|정도|쯤|안팎|내외|남짓|수준|전후|언저리)|대(?![가-힣])"
    r"| ?대(?=의|에|를|로|가|이)| ?선(?=에|을|까지|이)"
    rf"|{_SAID}(?:가까[운이워웠]|가깝|육박|근접|다가서|다가설|다가섰|다가선|버금|넘나드|넘나들|오르내)"
)
SUFFIX = re.compile(
    rf"(?:어치|상당|규모)?(?:(?P<at_least>{_AT_LEAST})|(?P<at_most>{_AT_MOST})|(?P<approx>{_APPROX}))"
)
_BETWEEN = r" ?(?:(?:약|총|연간|연|월|매년|각각|각|한 해|\d{1,2}년간) ?){0,2}$"
# 역대 최대 1조원 is a record, no limit.
_RECORD = "".join(
    f"(?<!{word})(?<!{word} )"
    for word in (
        "역대",
        "사상",
        "국내",
        "세계",
        "업계",
        "도내",
        "전국",
        "지역",
        "단일",
        "이래",
        "이후",
        "분기",
    )
)
# 한도는 5억원, 한도가 5천만원에서 8천만원으로.
_LIMIT = r"(?:한도|상한)(?:액|선)?[은는이가도를을]?(?: [^ \n]{2,14}(?:에서|→))?"
PREFIX = re.compile(
    rf"(?P<at_most>{_RECORD}(?:최대한?|최고|많게는|많아야)|{_LIMIT}){_BETWEEN}"
    rf"|(?P<at_least>최소한?|최저|적어도|적게는|못해도){_BETWEEN}"
    r"|(?P<approx>(?<![가-힣])(?:약|대략|줄잡아|어림잡아|얼추|거의|근)) ?(?:총 ?)?$"
)
LOOK_BACK = 32  # as far as a limit before a change reaches: 한도가 5천만원에서 8천만원으로
BRACKET = re.compile(r"[(（][^()（）\n]{1,30}[)）]")
BOUNDS: tuple[Qualifier, ...] = ("at_least", "at_most")


def qualifier_of(text: str, span: Span, *, about: bool) -> Qualifier:
    """Return what the words around an amount make of it: `약 100억원 이상` is at_least."""
    start, end = span
    bracket = BRACKET.match(text, end)
    end = bracket.end() if bracket else end
    suffix = None if REACHED.match(text, end) else SUFFIX.match(text, end)
    prefix = PREFIX.search(text, max(0, start - LOOK_BACK), start)
    said = [match.lastgroup for match in (suffix, prefix) if match]
    qualifier: Qualifier = "approx" if about or "approx" in said else "exact"
    return next((bound for name in said for bound in BOUNDS if name == bound), qualifier)
