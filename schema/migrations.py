"""Every table in the order it came to be; a landed migration is never edited."""

from sqlite_utils import Database, Migrations

from .budgets import BUDGETS
from .discovery import DISCOVERY
from .initial import INDEXES, NIGHTS, RECORDS, STORED
from .kinds import KINDS
from .stories import STORIES

migrations = Migrations("sandan")


@migrations(name="0001_initial")
def _initial(db: Database) -> None:
    db.executescript(STORED + RECORDS + INDEXES + NIGHTS)


# What a rule's or a model's answer is worth; null in rows of before, until their article is read anew.
SCORED = (
    "complexes",
    "clusters",
    "organizations",
    "people",
    "figures",
    "counts",
    "members",
    "mentions",
    "evidence",
)


@migrations(name="0002_scores")
def _scores(db: Database) -> None:
    for table in SCORED:
        db.execute(f"ALTER TABLE {table} ADD COLUMN score REAL CHECK (score BETWEEN 0 AND 1)")
    # The field of the record that a place shows: recipient; null for the record itself.
    db.execute("ALTER TABLE evidence ADD COLUMN attribute TEXT")


@migrations(name="0003_kinds")
def _kinds(db: Database) -> None:
    for statement in KINDS:
        db.execute(statement)


@migrations(name="0004_stories")
def _stories(db: Database) -> None:
    db.executescript(STORIES)


@migrations(name="0005_budgets")
def _budgets(db: Database) -> None:
    db.executescript(BUDGETS)


@migrations(name="0006_discovery")
def _discovery(db: Database) -> None:
    db.executescript(DISCOVERY)
