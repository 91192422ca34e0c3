"""Pages in the database: where their bytes lie, and what parsing made of them."""

import json
from collections.abc import Sequence
from hashlib import sha256
from http import HTTPStatus
from typing import Any

from sqlite_utils import Database

from schema import Article, Page

from .articles import keep_article
from .identity import make_id

# What `pages.outcome` says of a page that became an article, with what that one lacks behind a colon;
# anything else is the refusal and its reason.
ARTICLE = "article"


GONE = frozenset({HTTPStatus.NOT_FOUND, HTTPStatus.GONE})


def page_id(page: Page) -> str:
    """Return the page's id: the same answer from the same address, whenever it comes, is the same page."""
    return make_id(page.url, str(page.status), sha256(page.body).hexdigest())


def has_page(db: Database, page: Page) -> bool:
    """Tell whether this very answer is kept already."""
    return bool(db.execute("select 1 from pages where id = ?", [page_id(page)]).fetchone())


def keep_page(db: Database, page: Page, *, role: str, file: str, offset: int, length: int) -> str:
    """Write the row of a page whose WARC record is safe on the disk, and return its id."""
    row = {
        "id": page_id(page),
        "url": page.url,
        "site": page.site,
        "role": role,
        "status": page.status,
        "fetched_at": page.fetched_at.isoformat(),
        "headers": json.dumps(page.headers, ensure_ascii=False),
        "sha256": sha256(page.body).hexdigest(),
        "warc_file": file,
        "warc_offset": offset,
        "warc_length": length,
        "encoding": None,
        # The status says it; nobody need look at the bytes.
        "outcome": f"Deleted: HTTP {page.status}" if role == "article" and page.status in GONE else None,
    }
    db.table("pages").insert(row, ignore=True)
    return str(row["id"])


def pending_pages(db: Database) -> list[dict[str, Any]]:
    """Return the rows of article pages that nobody has tried to parse, oldest first."""
    pending = "role = 'article' and status = 200 and outcome is null"
    columns = "id, site, warc_file, warc_offset"
    return list(db.table("pages").rows_where(pending, select=columns, order_by="fetched_at, id"))


def find_pages(db: Database, urls: Sequence[str], *, role: str) -> list[dict[str, Any]]:
    """Return the newest good answer of each address in one role, in their order; none where there is none."""
    query = """select warc_file, warc_offset from pages where url = ? and role = ? and status = 200
        order by fetched_at desc, id limit 1"""
    return [row for url in urls for row in db.query(query, [url, role])]


def keep_parsed(db: Database, article: Article, *, page: str, encoding: str) -> None:
    """Write the article of a page, and that the page is one."""
    with db.atomic():
        keep_article(db, article)
        db.table("pages").update(page, {"outcome": outcome_of(article), "encoding": encoding})


def outcome_of(article: Article) -> str:
    """Return what a page turned out to be: `article`, `article: a teaser`, `article: 1 of 3 pages`."""
    lacks = (
        "a teaser" if article.kind == "paywalled" else "",
        f"{article.parts} of {article.parts_told} pages" if article.parts < article.parts_told else "",
    )
    told = ", ".join(filter(None, lacks))
    return f"{ARTICLE}: {told}" if told else ARTICLE


def keep_refused(db: Database, reason: str, *, page: str) -> None:
    """Write why a page is no article."""
    db.table("pages").update(page, {"outcome": reason})
