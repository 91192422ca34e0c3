"""Extractions in the database: what is still to be read, and what reading gave."""

from typing import Any

from sqlite_utils import Database

from schema import Article, Extraction

from .articles import fingerprint
from .records import TABLES, make_rows


def keep_extraction(db: Database, extraction: Extraction, *, article: Article, made_at: str) -> bool:
    """Replace an article's records in one transaction; tell whether that changed anything."""
    row = {
        "article_id": extraction.article_id,
        "text": extraction.text,
        "recipe": extraction.recipe,
        "fingerprint": fingerprint(article),
    }
    rows = make_rows(extraction)
    with db.atomic():
        kept = next(db.query("select * from extractions where article_id = ?", [extraction.article_id]), {})
        changed = [table for table in TABLES if rows[table] != stored(db, extraction.article_id, table=table)]
        if not changed and row.items() <= kept.items():
            return False
        for table in reversed(TABLES):
            db.table(table).delete_where("article_id = ?", [extraction.article_id])
        db.table("extractions").upsert(row | {"made_at": made_at}, pk="article_id")
        for table in TABLES:
            db.table(table).insert_all(rows[table])
    return True


def stored(db: Database, article_id: str, *, table: str) -> list[dict[str, Any]]:
    """Return an article's rows of one table, in the order in which they went in."""
    return list(db.query(f"select * from {table} where article_id = ? order by rowid", [article_id]))  # noqa: S608


def pending_articles(db: Database, *, recipe: str) -> list[str]:
    """Return the ids of articles never read, changed since, or read by another recipe."""
    pending = """
        select articles.id from articles left join extractions on extractions.article_id = articles.id
        where recipe is not ? or extractions.fingerprint is not articles.fingerprint
        order by articles.id"""
    return [article_id for (article_id,) in db.execute(pending, [recipe])]
