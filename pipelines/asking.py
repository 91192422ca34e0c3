"""`sandan sites` and `sandan settings`: what holds here."""

import click
from rich.console import Console
from rich.table import Table

from .options import sites_of, with_settings
from .settings import Layered, Settings

UNFOLDED = 10_000  # columns


@click.command()
@with_settings
def sites(layered: Layered) -> int:
    """Check the site files and print a line a site.

    \b
    Example:
      sandan sites --sites my-sites/
    """
    table = plain_table("id", "publisher", "home", "layouts", "found by")
    for site in sites_of(layered.values):
        ways = {
            "feeds": site.feeds,
            "sitemaps": site.sitemaps,
            "lists": site.lists,
            "searches": site.searches,
        }
        found_by = ", ".join(f"{len(links)} {way}" for way, links in ways.items() if links)
        layouts = ", ".join(layout.name for layout in site.layouts)
        table.add_row(site.id, site.publisher, site.home, layouts, found_by)
    show(table)
    return 0


@click.command()
@with_settings
def settings(layered: Layered) -> int:
    """Print every setting: its name, its value here, the layer that gave it, and its meaning.

    \b
    Example:
      SANDAN_DELAY=2 sandan settings
    """
    table = plain_table("name", "value", "layer", "meaning")
    for name, field in Settings.model_fields.items():
        value = getattr(layered.values, name)
        table.add_row(
            name, repr(value) if value == "" else str(value), layered.layers[name], field.description
        )
    show(table)
    return 0


def plain_table(*columns: str) -> Table:
    """Return a table without lines, so that it reads as well in a file."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    for column in columns:
        # Where a terminal is narrow, it is the last column that gives way.
        table.add_column(column, no_wrap=column != columns[-1])
    return table


def show(table: Table) -> None:
    """Print a table on standard output, a row a line where that is no terminal."""
    console = Console(highlight=False, markup=False)
    if not console.is_terminal:
        console.width = UNFOLDED
    console.print(table)
