"""What shows the kind of an amount: the words for money near it, what is done with it, the sum beside it."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from math import log10

from schema import Amount, Morpheme, Span

from .evidence import sentence_at
from .kinds import KEYWORDS, called, spoken_in
from .places import TOPIC, Place
from .scene import Around

AROUND = 60  # letters on either side in which a word for money is looked for
EARLIER = 120  # letters before the sentence whose words for money still count
TITLE = 200  # letters of the title
MORPHEMES = 10  # on either side
CONTENT = frozenset("NVXMJS")
VERBS = ("VV", "VA", "XSV")
DISTANCES = (2, 6, 14, 30)
# What binds an amount to the one before it in its sentence.
BONDS = (
    "가운데", "중 ", "중에서", "나머지", "총", "합쳐", "등 ", "각각", "에서 ", "보다", "대비", "대신",
    "이 ", "은 ", "는 ", "△", "▲", "·", "과 ", "와 ", "에 ", ", ", "(",
)  # fmt: skip


def kind_signs(near: Around, amount: Amount, *, before: Span | None) -> tuple[str, ...]:
    """Return the signs of an amount; `before` is the amount before it, if there is one."""
    return (
        f"size:{int(log10((amount.max or amount.min or 1) + 1))}",
        f"currency:{amount.currency}",
        f"qualifier:{amount.qualifier}",
        f"called:{called(near.text, near.span, near.stretch)}",
        *(["in-title"] if near.span.start < near.scene.reading.document.body_start else []),
        *_keyword_signs(near),
        *_morpheme_signs(near.morphemes, near.span),
        *_name_signs(near),
        *_chain_signs(near, before),
    )


def distance(letters: int) -> int:
    """Return the class of a distance, 0 for next to it."""
    return bisect_left(DISTANCES, letters)


def _keyword_signs(near: Around) -> Iterator[str]:
    text, span, stretch = near.text, near.span, near.stretch
    before = text[max(stretch.start, span.start - AROUND) : span.start]
    after = text[span.end : min(stretch.end, span.end + AROUND)]
    contexts = {
        "sentence": spoken_in(stretch.of(text)),
        "earlier": spoken_in(text[max(0, stretch.start - EARLIER) : stretch.start]),
        "title": spoken_in(text[: min(near.scene.reading.document.body_start, TITLE)]),
    }
    for kind, pattern in KEYWORDS:
        for match in pattern.finditer(before):
            far = distance(len(before) - match.end())
            yield from (f"before:{kind}:{far}", f"before:{match.group()}:{min(far, 3)}")
        for match in pattern.finditer(after):
            far = distance(match.start())
            yield from (f"after:{kind}:{far}", f"after:{match.group()}:{min(far, 3)}")
        yield from (f"{where}:{kind}" for where, spoken in contexts.items() if kind in spoken)


def _morpheme_signs(morphemes: Sequence[Morpheme], span: Span) -> Iterator[str]:
    before = [each for each in morphemes if each.end <= span.start][: -MORPHEMES - 1 : -1]
    after = [each for each in morphemes if each.start >= span.end]
    for where, side, near in (("left", before, (2, 4)), ("right", after[:MORPHEMES], (2, 5))):
        for index, each in enumerate(side):
            if each.tag[0] in CONTENT:
                yield f"{where}:{each.form}/{each.tag[:2]}:{sum(index >= limit for limit in near)}"
    verb = next((each.form for each in after if each.tag.startswith(VERBS)), None)
    if verb:
        yield f"verb:{verb}"
    yield from (f"says:{each.form}" for each in morphemes if each.tag in ("NNG", "VV"))


def _name_signs(near: Around) -> Iterator[str]:
    before = [place for place in near.inside if place.span.end <= near.span.start]
    topic = next((place for place in reversed(before) if TOPIC.match(near.text, place.span.end)), None)
    after = next((place for place in near.inside if place.span.start >= near.span.end), None)
    beside: tuple[tuple[str, Place | None], ...] = (
        ("topic", topic),
        ("name", before[-1] if before else None),
        ("name-after", after),
    )
    yield from (f"{what}:{place.type}" for what, place in beside if place)


def _chain_signs(near: Around, before: Span | None) -> Iterator[str]:
    if before is None or before.end > near.span.start:
        yield "first"
        return
    reading = near.scene.reading
    between = near.text[max(before.end, near.span.start - 4 * AROUND) : near.span.start]
    sentence = sentence_at(reading, before.start)
    step = "same" if sentence.covers(near.span) else "far" if "\n" in between else "near"
    spoken = called(near.text, before, sentence)
    yield from (f"step:{step}", f"step:{step}:{spoken}")
    if step == "same":
        bonds = [word for word in BONDS if word in between]
        yield f"apart:{min(len(between) // 10, 5)}"
        yield from (f"bond:{word}" for word in bonds)
        yield from (f"bond:{word}:{spoken}" for word in bonds)
