"""Lists of appointments: △기획실장 강희수 △연구소장 이두리, all of the body named before."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from .bodies import Bodies
from .captions import Named
from .offices import CHIEF
from .phrases import Word
from .reading import Reading

# △기획실장 강희수 △…, as lists of appointments have them
ITEM = re.compile(r"[△▲▷▶◇◆<＜〈](?: ?)$")
ITEM_END = re.compile(r" ?(?:[△▲▷▶◇◆<＜〈(（,·ㆍ\n]|$)")
MOST_ITEMS = 64


def is_item(reading: Reading, words: Sequence[Word], index: int) -> bool:
    """Tell whether post and name are an item of a list of appointments: △기획실장 강희수."""
    post, end = words[index - 1].span.start, words[index].span.end
    marked = ITEM.search(reading.text, max(0, post - 2), post) is not None
    return marked and ITEM_END.match(reading.text, end) is not None


def appointing(reading: Reading, bodies: Bodies, place: Named, *, since: int) -> str | None:
    """Return the body whose list of appointments this is an item of: no office that heads an item itself."""
    if place.at.start > place.span.start or not ITEM.search(
        reading.text, max(0, place.at.start - 2), place.at.start
    ):
        return None
    at = bisect_left(bodies.places, place.at.start, key=lambda one: one[0].start)
    for span, name in reversed(bodies.places[max(0, at - MOST_ITEMS) : at]):
        if span.start < since:
            return None
        if not reading.text.startswith(CHIEF, span.end):
            return name
    return None
