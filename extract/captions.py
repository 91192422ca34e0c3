"""People whom a bracket or a caption names: (대표 강희수), ▶ 인터뷰 : 강희수 / 누리정밀 대표."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from schema import Span

from .person_names import FREQUENT, LONGEST_SINGLE, fits, is_spelt_like_one
from .phrases import Word
from .posts import post_of, reports, title_of
from .reading import Reading

_NAME = r"[가-힣]{2,4}|[가-힣]{2,5} [가-힣]{1,5}"
# (대표 강희수), (대표이사: 강희수·이두리), (원장 강희수, 이하 나래원)
BRACKET = re.compile(
    r"[(（\[](?P<post>[가-힣]{2,12}|CEO|CTO|CFO)(?: ?[:=] ?| |·)(?P<rest>[가-힣][가-힣 ,·ㆍ・]{1,40})"
)
APART = re.compile(r"(?P<name>[가-힣]{2,5}(?: [가-힣]{1,5})?)(?=[ ,·ㆍ・]|$)")
SEPARATOR = re.compile(r"[ ,·ㆍ・]{1,2}")
# Where a broadcaster or a web paper says who speaks.
MARK = (
    r"(?:◀[^▶\n]{1,12}▶|[▶▷◇◆■●☞][ ]?(?:전화 ?)?인터뷰|<(?:전화 ?)?(?:인터뷰|녹취|싱크|현장음|SYNC)>"
    r"|\[(?:전화 ?)?(?:인터뷰|녹취|싱크)[/:]|\[(?:전화 ?)?(?:인터뷰|녹취|싱크|현장음)\]"
    r"|【(?:전화 ?)?(?:인터뷰|녹취)】|\[|INT|SYNC|SYN|인터뷰|녹취)"
)
CAPTION = re.compile(
    rf"(?m)(?:^|(?<=[\s.\"”])){MARK}[ :/\-]{{0,4}}(?P<name>{_NAME})(?P<gap> ?[/|｜] ?|\(| ?[-,:·] ?| )"
    r"(?P<rest>[^\n\":：\]“”◀▶]{2,45})(?P<next>\n ?[*(\[][^*\n\])]{2,40}[*)\]])?"
)
# 강희수 / 누리정밀 대표 alone in a line
LINE = re.compile(
    rf"(?m)^[-* ]{{0,3}}(?P<name>{_NAME})(?P<gap> ?[/|｜] ?)(?P<rest>[^\n\":：\]“”]{{2,45}})(?P<next>)"
)
# 강희수 씨는, but not 이모 씨
CITIZEN = re.compile(
    r"(?<![가-힣])(?:(?P<frame>(?:[가-힣A-Za-z\d㈜()]{2,20} )?(?P<post>[가-힣]{2,8})) )?(?P<name>[가-힣]{3})"
    r"(?:\(\d{2}[^()]{0,8}\))? ?씨(?=[가는의와도를 (,.])"
)
# (회장 강희수, ㈜누리정밀), (이사장 강희수·누리정밀 대표)
TAIL = re.compile(
    r"(?: ?[·ㆍ・,/] ?| ?['’‘] ?| )(?!이하|전화|문의|☎)(?P<body>[가-힣A-Za-z㈜()][^()\n]{1,30}?)"
    r"(?: (?P<post>[가-힣]{2,8}))?[)）]"
)
NO_SHORT_NAME = 3  # 이하 of (원장 강희수, 이하 나래원)
WORD = re.compile(r"[가-힣A-Z]{2,}")
LATER = re.compile(r" (?P<word>[가-힣A-Z]{2,})")


class Named(NamedTuple):
    """A person in place: the name's span, the title, and the stretch in which the organization stands.

    `post` is the title with what is fused to it, 주력산업과장, where the title is 과장; `at` its place.
    """

    span: Span
    name: str
    role: str
    frame: Span
    post: str
    at: Span
    second: bool = False  # told in a bracket behind another post: 대표 of 강희수 회장(누리정밀 대표)


def captioned(reading: Reading) -> Iterator[Named]:
    """Yield the people of brackets that open with a title, of captions that say who speaks, and 강희수 씨."""
    for match in BRACKET.finditer(reading.text):
        yield from _in_bracket(reading, match)
    taken: set[int] = set()
    for pattern in (CAPTION, LINE):
        for match in pattern.finditer(reading.text):
            named = _in_caption(reading, match)
            if named is not None and named.span.start not in taken:
                taken.add(named.span.start)
                yield named
    for match in CITIZEN.finditer(reading.text):
        if match["name"][0] in FREQUENT and fits(reading.lexicon, match["name"]):
            yield _citizen(reading, match)


def _citizen(reading: Reading, match: re.Match[str]) -> Named:
    """Return the person of 강희수 씨, with the post before it: 누리정밀 직원 강희수 씨."""
    span, post = Span(*match.span("name")), match["post"] or ""
    title = post_of(reading.lexicon, post)
    if title is None or reports(post, title):
        return Named(span, match["name"], "", span, "", span)
    frame = Span(match.start("frame"), span.end)
    return Named(span, match["name"], title, frame, post, Span(*match.span("post")))


def fused(reading: Reading, word: Word) -> list[Named]:
    """Return the person of `강희수대표는`, as small papers set it."""
    title = title_of(reading.lexicon, word.text)
    head = word.text[:LONGEST_SINGLE]
    if title is None or head + title != word.text or reports(word.text, title):
        return []
    if head[0] not in FREQUENT or not fits(reading.lexicon, head) or not (word.unknown or word.proper):
        return []
    span = Span(word.span.start, word.span.start + LONGEST_SINGLE)
    return [Named(span, head, title, Span(*word.span), title, Span(span.end, word.span.end))]


def _in_bracket(reading: Reading, match: re.Match[str]) -> Iterator[Named]:
    title = post_of(reading.lexicon, match["post"])
    if title is None or reports(match["post"], title):
        return
    at, position, first = Span(*match.span("post")), match.start("rest"), True
    while (name := _name_at(reading, position, match.end("rest"))) is not None:
        listed = name.of(reading.text)
        if not first and (len(listed) < NO_SHORT_NAME or reading.lexicon.is_place(listed)):
            return  # (원장 강희수, 이하 나래원), (대표 강희수, 창원시)
        frame = Span(_named_before(reading.text, match.start()), name.end)
        yield Named(name, name.of(reading.text), title, frame, match["post"], at)
        tail = TAIL.match(reading.text, name.end) if first else None
        if tail and (second := _second(reading, tail, name=name, title=title, at=at)):
            yield second
        apart = SEPARATOR.match(reading.text, name.end)
        if apart is None:
            return
        position, first = apart.end(), False


def _second(reading: Reading, tail: re.Match[str], *, name: Span, title: str, at: Span) -> Named | None:
    """Return the person with the own firm that follows in the bracket, and the post there if it is told."""
    post = post_of(reading.lexicon, tail["post"]) if tail["post"] else None
    frame = Span(tail.start("body"), tail.end())
    if post is None and reading.lexicon.is_place(tail["body"].split(" ")[0]):
        return None  # (대표 강희수, 창원시 성산구)
    if post:
        at = Span(*tail.span("post"))
    word = at.of(reading.text)
    return Named(name, name.of(reading.text), post or title, frame, word, at, second=True)


def _name_at(reading: Reading, position: int, end: int) -> Span | None:
    """Return the name that stands at a position: of two words where the first is one from abroad."""
    match = APART.match(reading.text, position, end)
    whole = match["name"] if match else ""
    for text in dict.fromkeys((whole, whole.split(" ")[0])):
        if text and is_spelt_like_one(reading.lexicon, text):
            return Span(position, position + len(text))
    return None


def _named_before(text: str, bracket: int) -> int:
    """Return where the line begins that the bracket closes: the body is the last one named in it."""
    start = text.rfind("\n", 0, bracket) + 1
    return max(start, text.rfind(")", 0, max(bracket - 3, 0)) + 1, bracket - 40)


def _in_caption(reading: Reading, match: re.Match[str]) -> Named | None:
    name = _name_at(reading, match.start("name"), match.end("name"))
    if name is None or (name.end - name.start < NO_SHORT_NAME and "/" not in match["gap"]):
        return None
    for word in WORD.finditer(reading.text, name.end, match.end("rest")):
        title = post_of(reading.lexicon, word.group())
        if title is None or _goes_on(reading, word.end(), match.end("rest")):
            continue
        if reports(word.group(), title):
            return None
        end = match.end("next") if match["next"] else match.end("rest")
        frame = Span(name.start, max(end, match.end("rest")))
        return Named(name, name.of(reading.text), title, frame, word.group(), Span(*word.span()))
    return _without_title(reading, match, name)


def _without_title(reading: Reading, match: re.Match[str], name: Span) -> Named | None:
    """Return the person of a caption that tells the body alone: ◀INT▶ 강희수/ 누리정밀."""
    text = name.of(reading.text)
    if "/" not in match["gap"] or text[0] not in FREQUENT or not fits(reading.lexicon, text):
        return None
    return Named(name, text, "", Span(name.start, match.end("rest")), "", name)


def _goes_on(reading: Reading, position: int, end: int) -> bool:
    """Tell whether a later word is the title: 위원 of `전북연구원 연구위원`."""
    later = LATER.match(reading.text, position, end)
    return later is not None and post_of(reading.lexicon, later["word"]) is not None
