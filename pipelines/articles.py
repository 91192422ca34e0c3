"""Articles in the database, as they came from a page or a file."""

from dataclasses import fields
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from schema import Article, Published

from .identity import make_id

TIMES = ("published", "modified")
PLAIN = tuple(field.name for field in fields(Article) if field.name not in TIMES)
# Null in rows that a sandan of before these columns wrote.
OF_BEFORE: dict[str, Any] = {"kind": "article", "parts": 1, "parts_told": 1}


def keep_article(db: Database, article: Article) -> bool:
    """Write an article and tell whether anything changed; the same again writes nothing."""
    row = article_row(article)
    if row == next(db.query("select * from articles where id = ?", [article.id]), None):
        return False
    db.table("articles").upsert(row, pk="id")
    return True


def article_row(article: Article) -> dict[str, Any]:
    """Return an article as its row."""
    times: dict[str, Any] = {}
    for name in TIMES:
        time: Published | None = getattr(article, name)
        times |= {
            name: time.at.isoformat() if time else None,
            f"{name}_from": time.rung if time else None,
            f"{name}_day_only": int(time.day_only) if time else None,
        }
    plain = {name: getattr(article, name) for name in PLAIN}
    return {**plain, **times, "fingerprint": fingerprint(article)}


def find_article(db: Database, article_id: str) -> Article | None:
    """Return a stored article, equal to the one that was kept; None where there is none."""
    row = next(db.query("select * from articles where id = ?", [article_id]), None)
    if row is None:
        return None
    plain: dict[str, Any] = {name: OF_BEFORE.get(name) if row[name] is None else row[name] for name in PLAIN}
    return Article(**plain, published=_time(row, "published"), modified=_time(row, "modified"))


def _time(row: dict[str, Any], name: str) -> Published | None:
    if row[name] is None:
        return None
    at = datetime.fromisoformat(row[name])
    return Published(at, row[f"{name}_from"], bool(row[f"{name}_day_only"]))


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
