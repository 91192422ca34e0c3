"""`sandan extract` and `sandan import`: records out of files."""

import json
import logging
import re
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import cache
from pathlib import Path
from typing import Any

import click

from crawler import Site, WarcWriter
from extract import Extractor
from schema import Article, Published, SourceError, to_json

from .clock import now
from .display import lines_of, lines_of_reasons
from .inputs import STDIN, decodable
from .options import sites_of, with_settings
from .settings import Layered
from .sources import take
from .stages import group_pending, keep_taken, keep_wanted, read_pending
from .store import hold, open_db
from .taggers import tagger_of
from .taken import Given, Taken, Wanted, day_of
from .verdict import judge

log = logging.getLogger(__name__)

# A title may hold line ends, and letters that a terminal obeys: colours, the direction of writing.
CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


def with_files(command: Callable[..., int]) -> Callable[..., int]:
    """Give a command its files, and what it knows of articles whose file does not say it."""
    for option in (
        click.argument("files", nargs=-1, required=True, metavar="FILE..."),
        click.option("--published", callback=_day, metavar="DATE", help="When: 2018-05-30, or with a time."),
        click.option("--url", help="The address of the one FILE."),
        click.option("--publisher", metavar="NAME", help="The newspaper: 전자신문."),
    ):
        command = option(command)
    return command


def _day(_: click.Context, __: click.Parameter, value: str | None) -> Published | None:
    try:
        return day_of(value, place="--published") if value is not None else None
    except SourceError as error:
        raise click.BadParameter(str(error)) from None


@click.command()
@with_files
@click.option("--json", "as_json", is_flag=True, help="One compact JSON object an article, one a line.")
@click.option("--explain", is_flag=True, help="Also each mention considered, and why it was kept or dropped.")
@with_settings
def extract(layered: Layered, *, files: tuple[str, ...], as_json: bool, explain: bool, **given: Any) -> int:
    """Print what the articles in FILE... state.

    FILE is .txt, .html, .html.gz, .jsonl, .warc, .warc.gz, BIGKinds' .xlsx, a folder of these, or - for
    standard input. What has no such name is told by its first bytes: WARC/ is an archive, { JSON lines,
    < HTML, else text.

    \b
    Example:
      sandan extract article.txt --published 2018-05-30 --publisher 전자신문
      sandan extract --json pages/ > records.jsonl
      sandan extract --explain article.txt
    """
    if as_json and explain:
        raise click.UsageError("--explain is for people: give it without --json")
    tagger = tagger_of(layered.values)

    @cache  # two seconds that a list of bad files need not cost
    def load() -> Extractor:
        return Extractor(tagger=tagger)

    done = failed = 0
    for taken in taken_from(files, given=given, sites=sites_of(layered.values)):
        if isinstance(taken, SourceError):
            failed += 1
            continue
        if isinstance(taken, Wanted):
            raise click.UsageError(f"{taken.link.source} holds addresses: give it to sandan import")
        for line in _printed(load(), taken.article, as_json=as_json, explain=explain):
            click.echo(line)
        done += 1
    return judge(done=done, failed=failed, fail_over=layered.values.fail_over)


def _printed(extractor: Extractor, article: Article, *, as_json: bool, explain: bool) -> Iterator[str]:
    if as_json:
        found = to_json(extractor.extract(article), article)
        yield json.dumps(found, ensure_ascii=False, separators=(",", ":"))
        return
    extraction, reasons = extractor.explain(article) if explain else (extractor.extract(article), ())
    for line in (*lines_of(extraction, article=article), *lines_of_reasons(reasons, text=extraction.text)):
        yield CONTROLS.sub(" ", line)
    yield ""


@click.command("import")
@with_files
@with_settings
def import_(layered: Layered, *, files: tuple[str, ...], **given: Any) -> int:
    """Keep the articles in FILE..., and what they state, in the database.

    FILE is what `sandan extract` takes, or a list of addresses, one a line (.urls, or a .txt of nothing
    else): the next `sandan run` fetches those of declared papers. The rows of a BIGKinds .xlsx are articles
    at once; of declared papers the page is fetched too, since rows hold the beginning alone.

    The same file twice is one article, and so is the same address; two different ones are two, even where
    their files have one name.

    \b
    Example:
      sandan import --db news.db archive-2019.warc.gz clippings/
    """
    path = Path(layered.values.database)
    tagger = tagger_of(layered.values)
    done = failed = wanted = kept = 0
    sites = sites_of(layered.values)
    with hold(path), open_db(path) as db, closing(WarcWriter(Path(layered.values.warc))) as writer:
        for taken in taken_from(files, given=given, sites=sites):
            if isinstance(taken, SourceError):
                failed += 1
                continue
            if isinstance(taken, Taken):
                keep_taken(db, taken, writer=writer)
                kept += 1
            wanted += keep_wanted(db, taken, sites=sites, at=now())
            done += 1
        group_pending(db)
        read = read_pending(db, extractor=Extractor(tagger=tagger), clock=now)
    log.info("imported %d articles, of which %d had something new to read; %d failed", kept, read, failed)
    if wanted:
        log.info("%d addresses wait for their page; the next sandan run or crawl fetches them", wanted)
    return judge(done=done, failed=failed, fail_over=layered.values.fail_over)


def taken_from(
    files: tuple[str, ...], *, given: dict[str, Any], sites: tuple[Site, ...]
) -> Iterator[Taken | Wanted | SourceError]:
    """Yield the articles of the files and log the failures in their places, which are yielded too."""
    if given["url"] and (len(files) > 1 or (files[0] != STDIN and Path(files[0]).is_dir())):
        raise click.UsageError("--url is the address of one article: give it with one FILE")
    named: dict[str, Any] = {
        name: decodable(value) if isinstance(value, str) else value for name, value in given.items()
    }
    for taken in take(files, given=Given(**named), sites=sites):
        if isinstance(taken, SourceError):
            log.error("%s", taken)
        yield taken
