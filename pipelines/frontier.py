"""The frontier: every article's address that was ever seen, and whether its page is here."""

from sqlite_utils import Database

# A night's outage takes one or two; what fails on more nights is left alone.
MOST_TRIES = 3


def is_settled(db: Database, url: str) -> bool:
    """Tell whether an address needs no fetching: its page is here, or it has failed too often."""
    query = "select 1 from frontier where url = ? and (state = 'done' or tries >= ?)"
    return db.execute(query, [url, MOST_TRIES]).fetchone() is not None


def keep_found(db: Database, url: str, *, site: str, at: str) -> None:
    """Write an address, if it is new."""
    row = {"url": url, "site": site, "state": "new", "first_seen": at, "tries": 0}
    db.table("frontier").insert(row, ignore=True)


def keep_done(db: Database, url: str, *, page: str, at: str) -> None:
    """Write that the page at an address is here."""
    row = {"state": "done", "fetched_at": at, "page_id": page, "last_error": None}
    db.table("frontier").update(url, row)


def keep_failed(db: Database, url: str, *, error: str, final: bool) -> None:
    """Write why an address gave no page: for good, or until another night."""
    tries = MOST_TRIES if final else db.table("frontier").get(url)["tries"] + 1
    db.table("frontier").update(url, {"state": "failed", "tries": tries, "last_error": error})
