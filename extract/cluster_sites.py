"""Clusters named by their field where one is set up: 풍력부품 of `영일만산단에 풍력부품 클러스터를 조성`."""

import re
from collections.abc import Sequence

from schema import Span

from .cluster_places import CLASS, Naming, bare_end, is_area
from .lexicon import Lexicon
from .lists import QUOTES, chunk_start
from .phrases import Word
from .reading import Reading

# What is done to the cluster: it is built, or one moves into it; 클러스터 정책 is none.
BUILT = re.compile(
    rf"[{QUOTES}]*(?:[을를이가은는로에]|으로)? (?:[가-힣0-9]{{1,6}} ){{0,2}}?"
    r"(?:조성|만들|만드|만든|착공|준공|구축|들어서|들어선|세우|세운|짓|설립"
    r"|입주|유치|첫 삽|기공|개소|문을)"
)
SITE = re.compile(r"(?:에|에서|에는|의|내) ")
FARTHEST = 30
LONGEST = 3  # words of a field: 재난 안전 부품


def sited(reading: Reading, words: Sequence[Word], at: int) -> Naming | None:
    """Return what the noun at `at` names by its field, if a place right before it tells where it stands."""
    lexicon, noun = reading.lexicon, words[at]
    last = at - 1
    while last >= 0 and words[last].joined and CLASS.fullmatch(words[last].text):
        last -= 1
    if (
        last < 0
        or words[last].gap.strip(QUOTES) not in {"", " "}
        or not BUILT.match(reading.text, noun.span.end)
    ):
        return None
    first = max(chunk_start(words, last), last + 1 - LONGEST)
    if not _is_field(lexicon, words[first : last + 1]) or not _has_site(lexicon, words, first):
        return None
    name = Span(words[first].span.start, bare_end(lexicon, words[last]))
    return Naming(name.of(reading.text), name, name, noun.span.end)


def _is_field(lexicon: Lexicon, field: Sequence[Word]) -> bool:
    whole = "".join(word.text for word in field)
    last = field[-1].text
    bare = last.removesuffix("산업")
    return any(text in lexicon.industries for text in (whole, last, bare))


def _has_site(lexicon: Lexicon, words: Sequence[Word], first: int) -> bool:
    start = words[first].span.start
    at = first - 1
    if at < 0 or not SITE.fullmatch(words[at].gap.lstrip(QUOTES).rstrip(QUOTES)):
        return False
    while at >= 0 and words[at].span.start > start - FARTHEST:
        if is_area(lexicon, words[at].text):
            return True
        at -= 1
    return False
