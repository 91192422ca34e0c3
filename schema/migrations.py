"""Every table in the order it came to be; a landed migration is never edited."""

from sqlite_utils import Database, Migrations

from .initial import INDEXES, NIGHTS, RECORDS, STORED

migrations = Migrations("sandan")


@migrations(name="0001_initial")
def _initial(db: Database) -> None:
    db.executescript(STORED + RECORDS + INDEXES + NIGHTS)
