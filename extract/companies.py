"""Companies that no list holds, by mark, ending, context and tagger: ㈜대성엠텍, 부품업체인 지유테크."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence

from schema import Mention, Span, strip_marks

from .branches import is_branch_of_a_firm
from .company_lists import firms_of
from .company_names import name_signs, senses_of
from .company_places import spaced, word_places
from .company_signs import MARK_AFTER, MARK_BEFORE, At, is_compound, is_guessed, is_marked
from .linear import YES, Question
from .phrases import Word
from .prospects import entity_signs
from .reading import Reading
from .tagger import Entity

RULE = "companies/4"

SURE = 0.6  # of 0.4 to 0.7 the best on articles that no rule was made on
MARKED = 0.97  # of 180 marked words of gold articles


def find(reading: Reading, found: Sequence[Mention]) -> Iterator[Mention]:
    """Yield each company's place; `name` is without its mark, which the surface keeps."""
    places = word_places(reading, found)
    senses = {text: senses_of(ats) for text, ats in places.items()}
    named = {text for text in places if senses[text]}
    listed = {word.text for sentence in reading.sentences for word in firms_of(reading, sentence, named)}
    signs = {
        text: name_signs(ats, senses=senses[text], listed=text in listed) for text, ats in places.items()
    }
    if reading.prospects is not None:
        is_open = reading.prospects.open
        places = {
            text: ats for text, ats in places.items() if _marked(ats) or is_open(signs[text], places=len(ats))
        }
    entities = _entities(reading, places)
    taken: set[int] = set()
    for at, score in _of_several_words(reading, places, entities):
        taken.update(range(*at.word.span))
        yield _mention(at, score)
    for text, every in places.items():
        ats = [at for at in every if at.word.span.start not in taken]
        guessed = text in named or text in listed or any(_may_name(at.word) for at in ats)
        if ats and (guessed or any(at.word.span in entities for at in ats)):
            score = _score(reading, ats, signs[text], entities)
            if _marked(ats):
                score = max(score, MARKED)
            if score > SURE:
                yield from (_mention(at, score) for at in ats)


def _of_several_words(
    reading: Reading, places: Mapping[str, Sequence[At]], entities: Mapping[Span, Entity]
) -> Iterator[tuple[At, float]]:
    """Yield the places of companies whose names have several words, each with its score."""
    for ats in spaced(places, entities).values():
        score = _score(reading, ats, name_signs(ats, senses=senses_of(ats), listed=False), entities)
        if score > SURE or _marked(ats):
            yield from ((at, max(score, SURE)) for at in ats)


def _marked(ats: Sequence[At]) -> bool:
    return any(is_marked(at.reading.text, at.word.span) for at in ats)


def _may_name(word: Word) -> bool:
    return is_guessed(word) or is_compound(word)


def _score(
    reading: Reading, ats: Sequence[At], signs: Sequence[str], entities: Mapping[Span, Entity]
) -> float:
    """Return how probably a name is a company's, the tagger's answers for its places being heard."""
    spans = [at.word.span for at in ats]
    heard = [sign for span in spans for sign in entity_signs(span, entities.get(span))]
    every = tuple(dict.fromkeys((*signs, *heard)))
    return reading.weigh(Question("company", spans[0], ats[0].word.text, every))[YES]


def _mention(at: At, score: float) -> Mention:
    reading = at.reading
    span = _with_mark(reading.text, _with_branch(at))
    surface = span.of(reading.text)
    return Mention("organization", span, surface, strip_marks(surface), RULE, kind="company", score=score)


def _entities(reading: Reading, places: Mapping[str, Sequence[At]]) -> dict[Span, Entity]:
    """Return what the tagger takes the word_places' places for, asked of their sentences alone."""
    starts = [sentence.span.start for sentence in reading.sentences]
    spans = sorted(at.word.span for ats in places.values() for at in ats)
    asked = sorted({bisect_right(starts, span.start) - 1 for span in spans})
    tagged = reading.tagger.tag(reading.document, asked)
    ends = [entity.span.end for entity in tagged]
    meant: dict[Span, Entity] = {}
    for span in spans:
        at = bisect_right(ends, span.start)
        if at < len(tagged) and tagged[at].span.start < span.end:
            meant[span] = tagged[at]
    return meant


def _with_mark(text: str, span: Span) -> Span:
    before = MARK_BEFORE.search(text[max(0, span.start - 8) : span.start])
    after = MARK_AFTER.match(text, span.end)
    return Span(
        span.start - len(before.group()) if before else span.start, after.end() if after else span.end
    )


def _with_branch(at: At) -> Span:
    """Return the place with the branch that follows, which is a body of its own: 누리정밀 부산공장."""
    if not at.word.joined or at.place + 1 == len(at.words):
        return at.word.span
    branch = at.words[at.place + 1]
    whole = is_branch_of_a_firm(at.reading.lexicon, branch.text)
    return Span(at.word.span.start, branch.span.end) if whole else at.word.span
