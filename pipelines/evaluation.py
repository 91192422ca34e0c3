"""A folder of gold, what the extractor makes of its articles, and the scores over all of them."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, time
from hashlib import sha256
from pathlib import Path

from crawler import parse_text
from schema import Article, Extraction, Gold, GoldError, Published, read_gold

from .clock import KOREA
from .scoring import TYPES, Outcome, score
from .taken import refusing

FLOORS = "floors.json"  # lies beside the gold and is none


@dataclass(frozen=True, slots=True)
class Score:
    """How often one type was right, missed and wrong; a share of nothing is 1, for nothing went amiss."""

    right: int
    missed: int
    wrong: int

    @property
    def precision(self) -> float:
        """Return the share of the found that is right."""
        return _share(self.right, self.right + self.wrong)

    @property
    def recall(self) -> float:
        """Return the share of the gold that was found."""
        return _share(self.right, self.right + self.missed)

    @property
    def f1(self) -> float:
        """Return the harmonic mean of both."""
        return _share(2 * self.right, 2 * self.right + self.missed + self.wrong)


@dataclass(frozen=True, slots=True)
class Compared:
    """One gold article, what was extracted from it, and how the two compare."""

    gold: Gold
    extraction: Extraction
    outcomes: tuple[Outcome, ...]


@dataclass(frozen=True, slots=True)
class Evaluation:
    """All articles of a folder of gold; `digest` changes with any letter of the gold."""

    articles: tuple[Compared, ...]
    digest: str

    def scores(self) -> dict[str, Score]:
        """Return the score of each type, summed over the articles."""
        return {
            name: Score(
                right=sum(len(outcome.right) for outcome in self._outcomes(name)),
                missed=sum(len(outcome.missed) for outcome in self._outcomes(name)),
                wrong=sum(len(outcome.wrong) for outcome in self._outcomes(name)),
            )
            for name in TYPES
        }

    def attributes(self) -> dict[str, Score]:
        """Return how the attributes of the found entries are, by names as `figures.kind`; none is missed."""
        verdicts: dict[str, list[bool]] = {}
        # The type of a company among companies is always right.
        for name in (name for name in TYPES if name != "companies"):
            for outcome in self._outcomes(name):
                for verdict in outcome.verdicts:
                    verdicts.setdefault(f"{name}.{verdict.attribute}", []).append(verdict.right)
        return {
            name: Score(right=sum(right), missed=0, wrong=len(right) - sum(right))
            for name, right in verdicts.items()
        }

    def figures(self) -> dict[str, float]:
        """Return F1 of each type and the share of right ones of each attribute: what floors are set to."""
        f1 = {name: score.f1 for name, score in self.scores().items()}
        return f1 | {name: score.precision for name, score in self.attributes().items()}

    def _outcomes(self, type_: str) -> Iterator[Outcome]:
        for article in self.articles:
            yield from (outcome for outcome in article.outcomes if outcome.type == type_)


def compare(folder: Path, *, extract: Callable[[Article], Extraction]) -> Evaluation:
    """Return how the extraction of each gold article in the folder compares with its gold."""
    golds = read_golds(folder)
    articles = tuple(compare_one(gold, extract=extract) for gold in golds)
    return Evaluation(articles, digest=_digest(gold_files(folder), golds=golds))


def read_golds(folder: Path) -> list[Gold]:
    """Return the gold of a folder, its own subfolders aside."""
    paths = gold_files(folder)
    if not paths:
        raise GoldError(f"{folder}: expected gold files, found no *.json; give the folder that holds them")
    return [read_gold(path) for path in paths]


def gold_files(folder: Path) -> list[Path]:
    """Return the gold files of a folder in the order of their names."""
    return sorted(path for path in folder.glob("*.json") if path.name != FLOORS)


def compare_one(gold: Gold, *, extract: Callable[[Article], Extraction]) -> Compared:
    """Return how the extraction of one gold article compares with its gold."""
    extraction = extract(article_of(gold))
    return Compared(gold, extraction, score(extraction.records, gold=gold))


def article_of(gold: Gold) -> Article:
    """Return the article as `sandan extract` makes it of the same text."""
    published = None
    if gold.published:
        midnight = datetime.combine(gold.published, time(), tzinfo=KOREA)
        published = Published(midnight, rung="given", day_only=True)
    if gold.text_file:
        with refusing(str(gold.text_file)):
            return parse_text(
                gold.text, id=gold.id, url=gold.url, publisher=gold.publisher, published=published
            )
    return Article(
        id=gold.id,
        text=gold.text,
        title=gold.title,
        url=gold.url,
        publisher=gold.publisher,
        published=published,
    )


def _digest(paths: Iterable[Path], *, golds: Iterable[Gold]) -> str:
    digest = sha256()
    for path, gold in zip(paths, golds, strict=True):
        for part in (path.name.encode(), path.read_bytes(), gold.text.encode()):
            digest.update(sha256(part).digest())
    return digest.hexdigest()


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0
