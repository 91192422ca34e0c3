"""Which names of complexes and clusters are of one thing: 장암 is 대산장암, 방재 of the title is 소방방재."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from schema import Mention, cluster_key, complex_key

from .complex_names import without_region
from .reading import Reading

NUMBER = re.compile(r"(?:제?\d{1,2}|\d차)(?!\d)")
NUMBERED = re.compile(r"제?\d{1,2}(?!\d)")
SHORTEST = 2


def complex_keys(reading: Reading, mentions: Sequence[Mention]) -> Callable[[str], str]:
    """Return what all names of one complex share: 장암농공단지 is 대산장암농공단지 where that is named."""
    named = [mention for mention in mentions if mention.label == "complex"]
    keys = {complex_key(mention.name) for mention in named}
    longer: dict[str, list[str]] = {}
    for key in keys:
        for end in keys.intersection(key[at:] for at in range(1, len(key))):
            longer.setdefault(end, []).append(key)
    short: dict[str, str] = {}
    for key, fuller in longer.items():
        if len(fuller) == 1 and (NUMBERED.match(key) or _is_town(reading, fuller[0].removesuffix(key))):
            short[key] = fuller[0]
    for key, name in _title_only(reading, named, key=complex_key).items():
        fuller = [other for other in keys if _shortens(reading, key, other)]
        if len(fuller) == 1 and reading.lexicon.official(name) is None:
            short.setdefault(key, fuller[0])
    return lambda name: short.get(complex_key(name), complex_key(name))


def collectives(names: Iterable[str]) -> frozenset[str]:
    """Return the keys that several numbered ones share: 제천, where 제천제1 and 제천제2산단 are named."""
    numbered = Counter(key[:at] for key in map(complex_key, names) for at in _numbers(key))
    return frozenset(key for key, times in numbered.items() if times > 1)


def _numbers(key: str) -> Iterator[int]:
    """Yield where a number of a complex stands in its name, so that a name stands before it."""
    return (at for at in range(1, len(key)) if NUMBER.match(key, at))


def _title_only(
    reading: Reading, named: Sequence[Mention], *, key: Callable[[str], str]
) -> Mapping[str, str]:
    """Return the keys of what no sentence but the title names, with the name."""
    title = reading.text.find("\n")
    body = {key(mention.name) for mention in named if mention.span.start > title}
    names = {key(mention.name): mention.name for mention in named}
    return {one: name for one, name in names.items() if one not in body}


def _shortens(reading: Reading, short: str, full: str) -> bool:
    """Tell whether a title may call a thing so: 방재 for 소방방재, 장흥식품 for 장흥바이오식품."""
    bare = without_region(reading.lexicon, short)
    return short != full and len(bare) >= SHORTEST and (bare in full or _is_parted(short, full))


def _is_parted(short: str, full: str) -> bool:
    """Tell whether a name is another with a part left out: 홍천항체 of 홍천국가항체."""
    cuts = range(SHORTEST, len(short) - SHORTEST + 1)
    return any(full.startswith(short[:cut]) and full.endswith(short[cut:]) for cut in cuts)


def _is_town(reading: Reading, text: str) -> bool:
    return len(text) > 1 and any(
        reading.lexicon.is_place(text.removesuffix(end)) for end in ("", "시", "군", "면", "읍")
    )


def cluster_keys(reading: Reading, mentions: Sequence[Mention]) -> Callable[[str], str]:
    """Return what all names of one cluster share: ICT is 정보통신기술(ICT), 원주 의료기기 is 원주."""
    named = [mention for mention in mentions if mention.label == "cluster"]
    minis = [mention for mention in named if mention.kind != "cluster"]
    regional = [mention for mention in named if mention.kind == "cluster"]
    short = {
        cluster_key(mention.surface): cluster_key(mention.name)
        for mention in named
        if mention.name not in mention.surface
    }
    short.update(_regional_keys(reading, {cluster_key(mention.name) for mention in regional}))
    for alike in (minis, regional):
        keys = {cluster_key(mention.name) for mention in alike}
        for key in _title_only(reading, alike, key=cluster_key):
            fuller = [other for other in keys if _shortens(reading, key, other)]
            if len(fuller) == 1 and key not in {*short, *short.values()}:
                short[key] = short.get(fuller[0], fuller[0])
    return lambda name: short.get(cluster_key(name), cluster_key(name))


def _regional_keys(reading: Reading, regional: Iterable[str]) -> Mapping[str, str]:
    keys = frozenset(regional)
    fields: dict[str, list[str]] = {}
    lexicon = reading.lexicon
    bare = {key: without_region(lexicon, key) for key in keys}
    for name in keys:
        for place in keys.intersection(name[:at] for at in range(1, len(name))):
            if _is_field_of(reading, name, place=place):
                fields.setdefault(place, []).append(name)
    # 경남진주 is 진주, but 대구경북 is not 경북.
    short = {
        key: rest
        for key, rest in bare.items()
        if rest != key and rest in keys and lexicon.regions.get(rest) != "province"
    }
    for key in sorted(keys):
        fuller = fields.get(key, [])
        if key.removesuffix("권") != key and key.removesuffix("권") in keys:
            short[key] = key.removesuffix("권")
        if len(fuller) == 1:
            short[fuller[0]] = key
    return short


def _is_field_of(reading: Reading, name: str, *, place: str) -> bool:
    rest = name.removeprefix(place)
    return rest not in {"", name, "권"} and not reading.lexicon.is_place(rest)
