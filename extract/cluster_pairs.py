"""Mini clusters each with its place before the noun they share: `구미(모바일), 창원(금형) 미클`."""

from collections.abc import Iterator, Sequence

from .cluster_places import is_area
from .lists import Item, breaks, items_before
from .phrases import Word
from .reading import Reading

COMMAS = frozenset({", ", "와 ", "과 ", ", 그리고 "})


def of_places(
    reading: Reading, words: Sequence[Word], index: int, items: Sequence[Item] | None
) -> Iterator[Item]:
    """Yield what stands with its place: A and B of `구미(A), 창원(B) 미클`, `구미의 A, 창원의 B 미클`."""
    listed = items or (items_before(words, index - 1) if index and not breaks(words[index - 1]) else [])
    if len(listed) > 1 and all(
        item.aside > item.last and is_area(reading.lexicon, words[item.last].text) for item in listed
    ):
        yield from (Item(item.last + 1, item.aside, True, item.aside) for item in listed)
        return
    found: list[Item] = []
    last = index - 1
    while last >= 0 and (item := items_before(words, last)[-1]).first > 0:
        place = words[item.first - 1]
        if place.gap != "의 " or not is_area(reading.lexicon, place.text):
            break
        found.append(item)
        last = item.first - 2
        if last < 0 or words[last].gap not in COMMAS:
            break
    yield from found if len(found) > 1 else ()
