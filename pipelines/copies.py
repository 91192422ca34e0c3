"""The compared articles of a few days, and which of them a new one may be a copy of."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from sqlite_utils import Database

from .likeness import Likeness, Text, compare
from .signatures import Index, sign

# Dailies print a release within two days and weeklies within six. What comes each week or year in the same
# words (prices, a call for applications) tells something new: seven days are too many.
DAYS = 6


@dataclass(frozen=True, slots=True)
class Signed:
    """An article as it is compared: its day, its text and the text's signature."""

    id: str
    day: str | None
    text: Text
    signature: bytes
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Tie:
    """Two articles that are copies of each other, and how alike they are."""

    article: str
    other: str
    likeness: Likeness


def signed(db: Database, article: str, *, day: str | None) -> Signed:
    """Return a stored article as it is compared."""
    text, fingerprint = db.execute(
        "select text, fingerprint from articles where id = ?", [article]
    ).fetchone()
    compared = Text.of(text)
    return Signed(article, day, compared, sign(compared), fingerprint)


def shift(day: str, days: int) -> str:
    """Return the day so many days later, within the years that a date can have."""
    ordinal = date.fromisoformat(day).toordinal() + days
    return date.fromordinal(min(max(ordinal, 1), date.max.toordinal())).isoformat()


def are_near(day: str | None, other: str | None) -> bool:
    """Tell whether one release may stand in papers of both days; what has no day is near its like alone."""
    if day is None or other is None:
        return day == other
    return abs(date.fromisoformat(day).toordinal() - date.fromisoformat(other).toordinal()) <= DAYS


class Window:
    """The compared articles of the days around those at work, moved from day to day through the years.

    Of what was compared in earlier nights it reads the signatures of those days, and the texts of candidates.
    """

    def __init__(self, db: Database) -> None:
        self._db = db
        self._index = Index()
        self._days: dict[str, str | None] = {}
        self._held: dict[str | None, list[str]] = defaultdict(list)
        self._last = ""  # the day up to which signatures were loaded
        self._text = lru_cache(maxsize=1000)(self._read)  # some 10 kB each

    def move(self, first: str | None, last: str | None) -> None:
        """Hold what was compared of the days around these two; days only rise, and None comes first."""
        if first is None or last is None:
            if None not in self._held:
                self._load("day is null", [])
            return
        start, end = shift(first, -DAYS), shift(last, DAYS)
        for day in [day for day in self._held if day is None or day < start]:
            for key in self._held.pop(day):
                self._index.remove(key)
                del self._days[key]
        if end > self._last:
            self._load("day between ? and ? and day > ?", [start, end, self._last])
            self._last = end

    def add(self, article: Signed) -> None:
        """Hold an article that is at work itself."""
        self._hold(article.id, day=article.day, signature=article.signature)

    def candidates(self, article: Signed) -> list[str]:
        """Return the articles held that may be copies of this one, sorted."""
        near = self._index.near(article.signature)
        return [other for other in near if other != article.id and are_near(article.day, self._days[other])]

    def compare(self, article: Signed, other: str) -> Tie | None:
        """Return what ties an article to a candidate, by their whole texts; None if it is no copy."""
        likeness = compare(article.text, self._text(other))
        return Tie(article.id, other, likeness) if likeness.is_copy else None

    def _load(self, where: str, values: list[str]) -> None:
        rows = self._db.table("signatures").rows_where(where, values, select="article_id, day, minhash")
        for row in rows:
            self._hold(row["article_id"], day=row["day"], signature=row["minhash"])

    def _hold(self, key: str, *, day: str | None, signature: bytes) -> None:
        self._index.add(key, signature)
        self._days[key] = day
        self._held[day].append(key)

    def _read(self, key: str) -> Text:
        ((text,),) = self._db.execute("select text from articles where id = ?", [key])
        return Text.of(text)
