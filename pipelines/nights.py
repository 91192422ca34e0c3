"""`sandan run`, `sandan crawl`, `sandan demo`: the nightly job, its first half, and all on sample papers."""

from pathlib import Path

import click

from crawler import demand_contact

from .asking import show
from .demo import PAPERS, next_steps, tables_of
from .night import Night, report, spend_night
from .options import sites_of, with_logging, with_settings
from .paperserver import load_papers, serve
from .settings import Layered, Settings, load_settings
from .store import hold, open_db, telling_refusals

FOLDER = Path("demo")
DEMO = {
    "database": str(FOLDER / "news.db"),
    "warc": str(FOLDER / "warc"),
    "sites": str(PAPERS),
    "delay": 0.05,  # on loopback there is nobody to be polite to
}


@click.command()
@with_settings
def run(layered: Layered) -> int:
    """Crawl the sites, read what is new, keep it, and report: the nightly job.

    Real papers want to know who asks: set `contact` in sandan.toml first.

    \b
    Example, for a crontab:
      0 3 * * *  cd /srv/news && sandan run --db news.db
    """
    return work(layered.values, read=True).exit_code


@click.command()
@with_settings
def crawl(layered: Layered) -> int:
    """Fetch and parse what is new at the sites into the database, without reading it.

    \b
    Example:
      sandan crawl --db news.db --set contact=desk@your.domain --set max_pages=20
    """
    return work(layered.values, read=False).exit_code


@click.command()
@with_logging
def demo() -> int:
    """Run the nightly job on the sample newspapers, served on loopback, into demo/.

    \b
    Example:
      sandan demo
    """
    with telling_refusals(FOLDER):
        FOLDER.mkdir(exist_ok=True)
    with serve(load_papers(PAPERS)) as proxy:
        settings = load_settings({**DEMO, "proxy": proxy}).values
        night = work(settings, read=True)
    with open_db(Path(settings.database)) as db:
        for table in tables_of(db):
            show(table)
            click.echo()
    if not night.fetched:
        click.echo("Nothing new was fetched: the sample papers have not changed since the last run.\n")
    click.echo("\n  ".join(("To look further:", *next_steps(settings))))
    return night.exit_code


def work(settings: Settings, *, read: bool) -> Night:
    """Do the nightly job with the database held, and report it."""
    path = Path(settings.database)
    sites = sites_of(settings)
    demand_contact(sites, contact=settings.contact)
    with hold(path), open_db(path) as db:
        night = spend_night(db, sites=sites, settings=settings, read=read)
    report(night)
    return night
