"""Short forms that an article introduces itself: 한국나래진흥협회(이하 나래협), 한국광기술원(KOPTI)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from schema import Mention, Span

from .reading import Reading

RULE = "aliases/2"

# (이하 나래협), (원장 강희수, 이하 나래원), (KOPTI), (KOPTI·원장 강희수), (원장 강희수, KOPTI)
INTRODUCED = re.compile(
    r"\s?\((?:[^()\n,]{2,25}[,·] ?)?"
    r"(?:(?:이하|약칭|옛|구)[,:]?\s*[‘’'“\"]?(?P<short>[^()‘’'”\"\n,]{2,15})|(?P<latin>[A-Z][A-Za-z&\-]{1,11}))"
    r"[’”'\"]?(?:[,·] ?[^()\n]{2,25})?\)"
)


def introduced(reading: Reading, found: Sequence[Mention]) -> dict[str, Mention]:
    """Return the short forms with the body that each is of: JTP of 제주테크노파크(원장 강희수, JTP)."""
    shorts: dict[str, Mention] = {}
    for mention in found:
        if mention.label == "organization" and (match := INTRODUCED.match(reading.text, mention.span.end)):
            shorts.setdefault((match["short"] or match["latin"]).strip(), mention)
    return shorts


def find(reading: Reading, found: Sequence[Mention]) -> Iterator[Mention]:
    """Yield each place where an organization goes by a short form introduced in brackets behind its name."""
    shorts = introduced(reading, found)
    for sentence in reading.sentences:
        for word in sentence.words:
            if (whole := shorts.get(word.text)) is not None:
                span = Span(*word.span)
                yield replace(whole, span=span, surface=span.of(reading.text), rule=RULE)
