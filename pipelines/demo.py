"""What the demonstration shows at its end: counts, three figures, and the way on."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

from rich.table import Table
from sqlite_utils import Database

from .asking import plain_table
from .settings import Settings

# In a checkout; the sample papers do not travel with an installed sandan.
PAPERS = Path(__file__).parents[1] / "fixtures/sites"

COUNTS = {
    "pages fetched": "select count(*) from pages",
    "articles kept": "select count(*) from articles",
    "clusters found": "select count(distinct name) from clusters",
    "companies found": "select count(distinct name) from organizations where type = 'company'",
    "organizations found, companies among them": "select count(distinct name) from organizations",
    "figures found": "select count(*) from figures",
}

# One figure of each kind that newcomers ask for first, with its recipient and the sentence that says so.
EXAMPLES = """
    select min, kind, recipient, figures.quote,
        substr(extractions.text, sentence_start + 1, sentence_end - sentence_start) as sentence,
        row_number() over (partition by kind order by max desc, figures.id) as nth
    from figures
    join evidence on evidence.record_id = figures.id
    join extractions on extractions.article_id = figures.article_id
    where currency = 'KRW' and qualifier = 'exact' and recipient is not null
        and kind in ('investment', 'grant', 'contract')
        and start = (select min(start) from evidence where record_id = figures.id)
    order by nth, max desc, figures.id limit 3
"""

LOOK_FURTHER = (
    """{bin}/sqlite-utils {db} "select name, kind, complex from clusters" -t""",
    """{bin}/sqlite-utils {db} "select quote, min, kind, recipient from figures order by min desc" -t""",
    """{bin}/sandan extract --sites {sites} {warc}""",
)


def tables_of(db: Database) -> Iterator[Table]:
    """Yield what was found, as a newcomer understands it: how many of what, then three figures."""
    counts = plain_table("found", "")
    counts.columns[1].justify = "right"
    for name, query in COUNTS.items():
        counts.add_row(name, f"{db.execute(query).fetchone()[0]:,}")
    yield counts
    figures = plain_table("won", "kind", "recipient", "quote", "where it says so")
    figures.columns[0].justify = "right"
    for row in db.query(EXAMPLES):
        figures.add_row(f"{row['min']:,}", row["kind"], row["recipient"], row["quote"], row["sentence"])
    yield figures


def next_steps(settings: Settings) -> list[str]:
    """Return commands that look further."""
    # The checkout may lie elsewhere than where the demo was started.
    ours, sites = os.path.relpath(Path(sys.executable).parent), os.path.relpath(settings.sites)
    places = {"bin": ours, "db": settings.database, "warc": settings.warc, "sites": sites}
    return [command.format(**places) for command in LOOK_FURTHER]
