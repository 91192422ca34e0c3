"""How good a tagger is: on konec's and KLUE's development sentences, and on our gold."""

from collections.abc import Iterator, Sequence

from extract import Tagger
from extract.training import Named, as_wanted
from schema import Document

from .corpora import NEWS, Annotated
from .lessons import Marked, Read, document_of
from .tagger_scores import F1, Place, score


def corpus_scores(
    konec: Sequence[Annotated], klue: Sequence[Annotated], *, tagger: Tagger, read: Read
) -> dict[str, dict[str, F1]]:
    """Return strict scores on the same sentences by both annotations, and on KLUE's news alone."""
    texts = {_number(sentence): sentence for sentence in konec}
    found: list[Place] = []
    for number, sentence in texts.items():
        document = document_of(sentence, read=read)
        found += _found(number, document, tagger) if document else ()
    wanted = [
        Place(number, *entity)
        for number, sentence in texts.items()
        for entity in as_wanted(sentence.text, [Named(*e.span, e.label) for e in sentence.entities])
    ]
    public = [Place(_number(s), *e.span, e.label) for s in klue for e in s.entities]
    families = [place.family for place in found]
    news = {_number(sentence) for sentence in klue if NEWS in sentence.id}
    return {
        "konec-dev, twelve classes": dict(score(wanted, found)),
        "KLUE-NER dev": dict(score(public, families)),
        "KLUE-NER dev, news": dict(
            score((p for p in public if p.text in news), (p for p in families if p.text in news))
        ),
    }


def gold_scores(articles: Sequence[Marked], taggers: Sequence[Tagger]) -> dict[str, F1]:
    """Return strict scores on our gold, of what it lists wholly: companies, all organizations, people."""
    wanted, found = [], []
    for article, tagger in zip(articles, taggers, strict=True):
        name = article.document.article_id
        wanted += [Place(name, *entity) for entity in article.entities]
        found += _found(name, article.document, tagger)
    typed = score(_kind(wanted, ("OG_",)), _kind(found, ("OG_",)))
    families = score(
        (place.family for place in _kind(wanted, ("OG_", "PS"))),
        (place.family for place in _kind(found, ("OG_", "PS"))),
    )
    return {"OG": families["OG"], "PS": families["PS"]} | {"typed " + name: typed[name] for name in typed}


def _kind(places: Sequence[Place], labels: tuple[str, ...]) -> Iterator[Place]:
    return (place for place in places if place.label.startswith(labels))


def _found(name: str, document: Document, tagger: Tagger) -> list[Place]:
    return [Place(name, *entity.span, entity.label) for entity in tagger.tag(document)]


def _number(sentence: Annotated) -> str:
    """Return what the two annotations of a sentence share: klue-ner-v1_dev_00000."""
    return "_".join(sentence.id.replace("-wikitree", "").replace("-nsmc", "").split("_")[:3])
