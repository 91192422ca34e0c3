"""What the tagger learns from: sentences of konec, articles of our gold, as the program reads them."""

import random
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from extract import Tagger
from extract.training import (
    Example,
    Named,
    as_wanted,
    entities_of_records,
    examples_of,
    label_map,
    renamed,
    with_the_rest,
)
from schema import Article, Document, read_gold

from .corpora import NEWS, Annotated

Read = Callable[[Article], Document]

COPIES = 2  # of each gold article, with other firms and people in each
ONLY_PEOPLE = 0.5  # of the sentences that name people and no firm, the share that is renamed


@dataclass(frozen=True, slots=True)
class Marked:
    """A document with its entities in our classes."""

    document: Document
    entities: list[Named]


def document_of(sentence: Annotated, *, read: Read) -> Document | None:
    """Return the sentence as the program reads it; None where reading would move its entities."""
    document = read(Article(sentence.id, sentence.text))
    return document if document.text == sentence.text else None


def corpus_lessons(sentences: Iterable[Annotated], *, read: Read, seed: int) -> Iterator[Example]:
    """Yield the sentences as examples, and once more with other names those of the news that have any."""
    chance = random.Random(seed)
    for sentence in sentences:
        entities = [Named(*entity.span, entity.label) for entity in sorted(sentence.entities)]
        yield from _examples(sentence.id, sentence.text, entities, read=read)
        if NEWS in sentence.id and _worth_renaming(entities, chance):
            yield from _examples(sentence.id, *renamed(sentence.text, entities, chance=chance), read=read)


def _examples(id_: str, text: str, entities: list[Named], *, read: Read) -> Iterator[Example]:
    document = read(Article(id_, text))
    if document.text == text:
        yield from examples_of(document, as_wanted(text, entities), fine=entities)


def _worth_renaming(entities: Iterable[Named], chance: random.Random) -> bool:
    labels = {label_map()[entity.label] for entity in entities}
    return "OG_COMPANY" in labels or ("PS" in labels and chance.random() < ONLY_PEOPLE)


def marked_gold(folder: Path, *, read: Read) -> list[Marked]:
    """Return the gold articles with every place where a listed name stands."""
    marked = []
    for path in sorted(folder.glob("*-*.json")):
        gold = read_gold(path)
        document = read(Article(gold.id, gold.text, title=gold.title))
        marked.append(Marked(document, entities_of_records(document, (gold.records, gold.optional))))
    return marked


def gold_lessons(articles: Sequence[Marked], *, tagger: Tagger, read: Read, seed: int) -> Iterator[Example]:
    """Yield the articles, and COPIES of each with other names; the tagger adds what gold omits."""
    chance = random.Random(seed)
    for article in articles:
        text = article.document.text
        whole = with_the_rest(article.entities, tagger.tag(article.document))
        yield from examples_of(article.document, whole, fine=None)
        for _ in range(COPIES):
            other, entities = renamed(text, whole, chance=chance)
            document = read(Article(article.document.article_id, other))
            if document.text == other:
                yield from examples_of(document, entities, fine=None)
