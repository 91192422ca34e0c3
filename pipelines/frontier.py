"""The frontier: every article's address that was ever seen, and whether its page is here."""

from collections.abc import Sequence

from sqlite_utils import Database

# A night's outage takes one or two; what fails on more nights is left alone.
MOST_TRIES = 3


def is_settled(db: Database, url: str) -> bool:
    """Tell whether an address needs no fetching: its page is here, or it has failed too often."""
    query = "select 1 from frontier where url = ? and (state = 'done' or tries >= ?)"
    return db.execute(query, [url, MOST_TRIES]).fetchone() is not None


def is_met(db: Database, url: str) -> bool:
    """Tell whether an address is in the frontier, in whatever state."""
    return db.execute("select 1 from frontier where url = ?", [url]).fetchone() is not None


def keep_found(db: Database, urls: Sequence[str], *, site: str, at: str) -> None:
    """Write the addresses that are new."""
    rows = [{"url": url, "site": site, "state": "new", "first_seen": at, "tries": 0} for url in urls]
    db.table("frontier").insert_all(rows, ignore=True)


def waiting(db: Database, *, site: str) -> tuple[str, ...]:
    """Return the site's addresses that are not settled, the longest known first."""
    query = (
        "select url from frontier where site = ? and state != 'done' and tries < ? order by first_seen, url"
    )
    return tuple(url for (url,) in db.execute(query, [site, MOST_TRIES]))


def keep_done(db: Database, url: str, *, page: str, at: str) -> None:
    """Write that the page at an address is here."""
    row = {"state": "done", "fetched_at": at, "page_id": page, "last_error": None}
    db.table("frontier").update(url, row)


def keep_failed(db: Database, url: str, *, error: str, final: bool, tried: bool) -> None:
    """Write why an address gave no page: for good, or until another night; it counts if it was `tried`."""
    tries = MOST_TRIES if final else db.table("frontier").get(url)["tries"] + tried
    db.table("frontier").update(url, {"state": "failed", "tries": tries, "last_error": error})
