"""The command `sandan`: what it can do, and how every failure of a person's or of the world's is told."""

import os
import sqlite3
import sys
from collections.abc import Sequence
from importlib.metadata import version
from typing import NoReturn

import click

from schema import SandanError

from .asking import settings, sites
from .calibrate import calibrate
from .evaluate import evaluate
from .nights import crawl, demo, run
from .reading import extract, import_
from .train import train
from .verdict import CODES, INTERRUPTED, OK, SOME_FAILED, USAGE

COMMANDS = (demo, run, crawl, extract, import_, evaluate, calibrate, train, sites, settings)


def tell_version(context: click.Context, _: click.Parameter, wanted: bool) -> None:
    """Print our version and those that results depend on, and end."""
    if not wanted or context.resilient_parsing:
        return
    parts = {"sandan": version("sandan"), "Python": sys.version.split()[0], "SQLite": sqlite3.sqlite_version}
    click.echo(
        ", ".join(f"{name} {number}" for name, number in (parts | {"Kiwi": version("kiwipiepy")}).items())
    )
    context.exit()


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option(
    "--version", is_flag=True, is_eager=True, expose_value=False, callback=tell_version, help="Versions."
)
def sandan() -> None:
    """Korean industrial-cluster news, read into a database.

    \b
    Example:
      sandan demo
      sandan extract article.txt --published 2018-05-30
    """


for command in COMMANDS:
    sandan.add_command(command)


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run one command and exit with its code; bad input is a line on standard error, never a traceback."""
    sys.exit(run_command(arguments))


def run_command(arguments: Sequence[str] | None) -> int:
    """Return the exit code of one command."""
    try:
        return invoke(list(sys.argv[1:] if arguments is None else arguments))
    except click.exceptions.Exit as end:
        return end.exit_code
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("sandan: interrupted; what was kept is safe, run again to go on", err=True)
        return INTERRUPTED
    except SandanError as error:
        click.echo(f"sandan: {error}", err=True)
        return CODES.get(type(error), USAGE)
    except OSError as error:
        discard_output()
        if isinstance(error, BrokenPipeError):  # the reader (`head`) has seen enough
            return OK
        click.echo(
            f"sandan: {error.filename or 'output'}: expected to go on, got: {error.strerror}", err=True
        )
        return SOME_FAILED


def invoke(arguments: list[str]) -> int:
    """Run one command and return its code; not by sandan.main(), which has its own for an interrupt."""
    with sandan.make_context("sandan", arguments) as context:
        code = sandan.invoke(context) or OK
    sys.stdout.flush()
    return int(code)


def discard_output() -> None:
    """Keep what is still buffered from complaining at the end of the process."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
