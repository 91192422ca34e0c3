"""What stands before a number: the noun of `업체 120개` and `업체는 현재 120개다`, or none of its own."""

import re
from collections.abc import Callable
from typing import Literal, NamedTuple

from schema import CountWhat

from .nouns import CLAUSE_WORD, NOUN, what_of

# 기업 유치 30개, 기업 등록은 8개: what is done with them stands between.
ACTION = (
    "(?: ?의)? ?(?:유치|창출|육성|지원|선정|지정|입주|참여|발굴|창업|설립|등록|가입|채용|양성|확보|집적|이전"
    "|신설|증설|배출|조성|구축|참가|출범)"
)
_TOPIC = "[은는이가도만을를]"
TAIL = re.compile(
    rf"(?:{NOUN})들?(?:{ACTION})?(?:(?P<topic>(?:의? ?수)?{_TOPIC} )|(?: ?(?:창출|수))?[ :(]{{0,2}})$"
)
# 국가산업단지(산단공 관할 36개).
IN_BRACKET = re.compile(rf"(?:{NOUN})(?P<topic>)\([^()]{{1,12}}$")

# No counted noun is longer with its particles: 산학연 협의체의 수는.
LONGEST = 20
# How far back the words before a number are read, and how many of them may say nothing of what it counts.
BEFORE, FILLERS = 48, 5

_TIME = (
    r"(?:19|20)?\d\d년|\d{1,2}월|\d{1,2}일|[1-4]분기|지난달|이달|지난해|작년|내년|올해|올|금년|[상하]반기"
    "|[연월]?[말초]|이날|최근|오는|다음|달|매년|해마다|일년|1년|한|해|지금|당시"
)
_SCOPE = "전국|국내외?|해외|전체|현재|당초|기존|현행|기준|누적|연간|나머지|이|중|가운데"
_NEW = "처음|최초|새로|신규|추가로|이미|더"
_MEASURED = "약|총|모두|모두가|등|합쳐|합해|각각?|무려|겨우|불과|최소|최대|적어도|대략|거의"
FILLER = re.compile(
    rf"(?:{_TIME}|{_SCOPE}|{_NEW}|{_MEASURED})(?:에|엔|에만|에는|에서|에선|까지|부터|까지는|은|는)?"
)
REGION = re.compile("[가-힣]{1,5}권")
# What is counted in other articles: a number beside it is none of ours.
FOREIGN = re.compile(
    "(?:특허|재산권|상표|인증|제품|품목|기술|상품|협약|계약|상담|프로그램|과정|행사|강좌|회의|시설|장비|설비|필지|블록|노선|매장|점포"
    "|부스|전시회|박람회|나라|항목|전략|도로|주차장|출원|세미나|포럼|워크숍|공약|건물|아파트|단계)"
    "(?:[은는이가을를도만]|까지|에서)?$"
)
ENDING = re.compile(
    "(?:[은는던할한난든린킨면서며고로와과의돼해져쳐워]|[지되하]자|보다|부터|까지|마다|[가-힣]별|에게서|(?<![가-힣])[전후]|이후|직후)$"
)
# What a number is said of, where it is not just `곳은`: 전자가 30개로 가장 많다; but verbs end so too.
SUBJECT = re.compile("(?<![곳것들여])(?<!이)(?:(?<![하되있없않받나르오치에서로])[은는]|[이가])$")
# 솔리드, 나래 등 30곳; △부품 △소재 30곳: the last name of a list is none of what is counted.
SUM = re.compile("(?:^| )(?:등|총|모두|합쳐|합해)(?: |$)")
GLUED_ETC = re.compile("(?<=[가-힣])등 ?$")
BULLET = re.compile("[△▲▦■●◇◆▷▶]")
PLACE_PARTICLE = re.compile("(?:에|에만|에는|에서|에서는|에선|과|와|은|는|이|가|도|의)$")
MIDDLE_DOT = re.compile(" ?[·ㆍ] ?")
# 미니 클러스터(MC)’를: what explains a word, and quotes.
ASIDE = re.compile(r"(?<=[가-힣])\([^()\d]{1,16}\)|[‘’'\"“”]")
LAST_WORD = re.compile(r"[가-힣A-Za-z0-9·ㆍ]+$")
PREDICATE = re.compile(
    r"여? ?(?:정도|가량|이상|안팎|수준|규모|남짓)?"
    "(?:[에로가이다,.()나였를을지씩은는도과와만며]|으로|뿐|밖에|있| 등| 순"
    "| (?:추가|신규|늘|줄|증가|감소|많|적))"
)
# 기업을 20곳 키우겠다, 미니클러스터가 4개 늘었다: a verb, and no noun, follows.
VERB = re.compile(
    r" (?:더 |새로 |추가로 )?[가-힣]{1,8}(?:다|고|며|해|할|한|는|기로|면|려|될|돼|된|지만|으나|는데)"
    "(?![가-힣])"
)
# 광주와 창원 각각 6개; but `각각 6개, 7개` says one of each.
_THING = r"[가-힣A-Za-z]{1,12}"
EACH = re.compile(
    rf"(?<![0-9가-힣])(?P<things>{_THING}(?:(?:[와과] |[,·ㆍ] ?){_THING}){{1,5}}) 각각? ?(?:약 )?$"
)
JOINED = re.compile("[와과] |[,·ㆍ]")
NEXT = re.compile(r"[,와과] ?\d")

State = Literal["own", "free", "told", "label", "area", "shut"]


class Before(NamedTuple):
    """What stands before a number: the noun that it counts, or whether it may borrow one from elsewhere.

    `own` has one. `told` stands behind a time, a place or a sum (올해 30개, 서울 30개, 등 30개), `free`
    behind a particle or a stop; both may borrow. `label` may be the name of a part (기계 30개),
    `area` counts places (6개 지역), and `shut` something else (특허 30건).
    """

    what: CountWhat | None
    apposed: bool
    state: State


def noun_before(text: str, at: int, *, is_place: Callable[[str], bool]) -> Before:
    """Return what is counted before a number, and whether directly: `기업 30개`, not `기업은 30개`."""
    start = max(0, at - BEFORE)
    start = max(start, text.rfind("\n\n", start, at) + 1)
    whole = ASIDE.sub("", text[start:at].replace("\n", " "))
    window = _stripped(whole, is_place)
    told = window != whole
    tail = TAIL.search(window[-LONGEST:]) or IN_BRACKET.search(window[-2 * LONGEST :])
    if tail:
        return Before(what_of(tail), tail["topic"] is None, "own")
    word = LAST_WORD.search(window.rstrip())
    if word is None:
        return Before(None, False, "told" if told else "free")
    if FOREIGN.search(word.group()):
        return Before(None, False, "shut")
    if SUM.search(whole[len(window) :]) or BULLET.search(window):
        return Before(None, False, "told")
    if not SUBJECT.search(word.group()) and (CLAUSE_WORD.search(word.group()) or ENDING.search(word.group())):
        return Before(None, False, "told" if told else "free")
    return Before(None, False, "label")


def _stripped(window: str, is_place: Callable[[str], bool]) -> str:
    """Return what stands before times, places and words like 총."""
    for _ in range(FILLERS):
        window = GLUED_ETC.sub("", window)
        word = LAST_WORD.search(window.rstrip(" "))
        if word is None or not (FILLER.fullmatch(word.group()) or _is_region(word.group(), is_place)):
            break
        window = window[: word.start()]
    return window


def _is_region(word: str, is_place: Callable[[str], bool]) -> bool:
    name = PLACE_PARTICLE.sub("", word)
    return is_place(name) or all(is_place(part) or REGION.fullmatch(part) for part in MIDDLE_DOT.split(name))


def predicates(text: str, at: int) -> bool:
    """Tell whether a number ends what is said of its topic: `4607개에 이른다`, not `30개 특허를`."""
    return PREDICATE.match(text, at) is not None


def verb_follows(text: str, at: int) -> bool:
    """Tell whether a verb and no noun follows: 기업을 20곳 키우겠다."""
    return VERB.match(text, at) is not None


def times(text: str, start: int, end: int) -> int:
    """Return over how many things a number between two places is said: 2 for `광주와 창원 각각 6개`."""
    each = EACH.search(text, max(0, start - BEFORE), start)
    return len(JOINED.findall(each["things"])) + 1 if each and not NEXT.match(text, end) else 1
