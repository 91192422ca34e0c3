"""What makes a name of a complex: 산정 of 목포산정, 구미 of 구미 1, and no 노후."""

import re

from schema import complex_key

from .lexicon import Lexicon, squeeze

NUMBER = re.compile(r"(?:제\s?)?\d{1,2}(?:차|지구|·\d)?")
# What complexes are, not what one is called: 문화선도산단, 거점단지, 스마트그린산단.
GENERIC = re.compile(
    r".*(?:선도|거점|시범|연계|노후|주력|배후|인접|저탄소|탄소중립|스마트|스마트그린|친환경|친화형?|미래형|대표|대상|해당|인근|주변|기존)"
)


RURAL = "농공단지"
URBAN = re.compile(r"(?:일반|지방|국가|첨단)(?:산업단지|산단)$")


def is_area(lexicon: Lexicon, stem: str) -> bool:
    """Tell whether a stem is a place or a listed complex: 반월, 남동."""
    return lexicon.is_place(stem) or complex_key(stem) in lexicon.complexes


def without_region(lexicon: Lexicon, stem: str) -> str:
    """Return what follows a region's name: 남동 of 인천남동, 산정 of 목포산정."""
    for cut in range(min(len(stem) - 2, 7), 1, -1):
        if stem[:cut] in lexicon.regions:
            return stem[cut:]
    return stem


def name_of(lexicon: Lexicon, stem: str, surface: str) -> str:
    """Return the official name where the lists have it, else the surface."""
    if exact := lexicon.complex_spellings.get(squeeze(surface)):
        return exact
    official = lexicon.official(surface) or lexicon.official(stem)
    official = official or lexicon.official(without_region(lexicon, stem))
    if official is None:
        return surface
    # 문막농공단지 is another than 문막일반산업단지.
    rural = surface.endswith(RURAL) and not official.endswith(RURAL)
    urban = URBAN.search(surface) is not None and official.endswith(RURAL)
    return surface if rural or urban else official
