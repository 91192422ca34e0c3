"""Numbered complexes of one place: 구미1·2·3공단, 천안 제2, 제3산업단지, 구미1공단과 4공단."""

import re
from collections.abc import Iterator

from schema import Mention, Span

from .complex_names import name_of
from .lexicon import Lexicon
from .reading import Reading

_ENDING = r"(?:국가|일반|지방)?(?:산업\s?단지|산단|공단|농공\s?단지|단지)"
_NUMBER = r"(?:제\s?)?\d{1,2}(?:차)?"
_GLUE = r"(?:\s?[·ㆍ・,~∼～-]\s?|와 |과 | 및 )"
ROW = re.compile(
    rf"(?<![가-힣A-Za-z])(?P<place>[가-힣]{{2,6}}) ?(?P<row>{_NUMBER}(?:{_GLUE}{_NUMBER}){{1,5}}) ?"
    rf"(?P<ending>{_ENDING})(?![가-힣]{{3}})"
)
NUMBER = re.compile(_NUMBER)
ALONE = re.compile(rf"(?P<number>(?:제\s?)?\d{{1,2}}) ?(?P<ending>{_ENDING})")
BEFORE = re.compile(rf"(?P<place>[가-힣]{{2,6}}?) ?(?:국가|일반|지방)?(?:산업)? ?{_NUMBER}.*")


def numbered(reading: Reading) -> Iterator[Mention]:
    """Yield each of a row by its place, its number and the ending they share, without a rule's name."""
    for match in ROW.finditer(reading.text):
        place = match["place"]
        if place in reading.lexicon.regions or reading.lexicon.official(place):
            yield from _in_row(reading, match)


def _in_row(reading: Reading, match: re.Match[str]) -> Iterator[Mention]:
    found = list(NUMBER.finditer(reading.text, match.start("row"), match.end("row")))
    for at, number in enumerate(found):
        start = match.start("place") if at == 0 else number.start()
        end = match.end() if at == len(found) - 1 else number.end()
        yield _mention(reading, Span(start, end), match["place"], number.group(), match["ending"])


def _mention(reading: Reading, span: Span, place: str, number: str, ending: str) -> Mention:
    name = official(reading.lexicon, place, number, ending)
    return Mention("complex", span, span.of(reading.text), name, "")


def official(lexicon: Lexicon, place: str, number: str, ending: str) -> str:
    """Return the name of a place's numbered complex, listed or not: 구미제4국가산업단지 for 구미, 4, 공단."""
    digits = re.sub(r"\D", "", number)
    for spelling in (f"{place}{digits}{ending}", f"{place}제{digits}{ending}", f"{place}{digits}차{ending}"):
        if name := lexicon.official(spelling):
            return name
    return name_of(lexicon, f"{place}{digits}", f"{place}{number.replace(' ', '')}{ending}")


def placed(lexicon: Lexicon, surface: str, earlier: str) -> str | None:
    """Return the listed name of a number alone, by the place named before it: 4공단 after 구미1공단."""
    alone, before = ALONE.fullmatch(surface), BEFORE.fullmatch(earlier)
    if alone is None or before is None:
        return None
    name = official(lexicon, before["place"], alone["number"], alone["ending"])
    return name if name in lexicon.complex_spellings else None
