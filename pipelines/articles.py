"""Articles in the database, as they came from a page or a file."""

from dataclasses import fields
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from schema import Article, Published

from .identity import make_id

PLAIN = tuple(field.name for field in fields(Article) if field.name != "published")


def keep_article(db: Database, article: Article) -> bool:
    """Write an article and tell whether anything changed; the same again writes nothing."""
    row = article_row(article)
    if row == next(db.query("select * from articles where id = ?", [article.id]), None):
        return False
    db.table("articles").upsert(row, pk="id")
    return True


def article_row(article: Article) -> dict[str, Any]:
    """Return an article as its row."""
    day = article.published
    return {
        **{name: getattr(article, name) for name in PLAIN},
        "published": day.at.isoformat() if day else None,
        "published_from": day.rung if day else None,
        "published_day_only": int(day.day_only) if day else None,
        "fingerprint": fingerprint(article),
    }


def find_article(db: Database, article_id: str) -> Article | None:
    """Return a stored article, equal to the one that was kept; None where there is none."""
    row = next(db.query("select * from articles where id = ?", [article_id]), None)
    if row is None:
        return None
    published = None
    if row["published"] is not None:
        at = datetime.fromisoformat(row["published"])
        published = Published(at, row["published_from"], bool(row["published_day_only"]))
    return Article(**{name: row[name] for name in PLAIN}, published=published)


def read_article(db: Database, article_id: str) -> Article:
    """Return a stored article that must be there."""
    article = find_article(db, article_id)
    if article is None:
        raise LookupError(article_id)
    return article


def fingerprint(article: Article) -> str:
    """Return what changes whenever an extraction of this article might: its texts, day and publisher."""
    day = article.published.at.isoformat() if article.published else ""
    return make_id(article.title, article.subtitle, article.text, article.publisher or "", day)
