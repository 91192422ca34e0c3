"""What a person sees on standard error: progress on a terminal, plain lines elsewhere."""

import logging
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.highlighter import NullHighlighter
from rich.logging import RichHandler
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

LEVELS = {-1: logging.ERROR, 0: logging.INFO, 1: logging.DEBUG}

OURS = frozenset({"schema", "crawler", "extract", "pipelines"})
# Warns of each page that it finds no text in, as we do, with the reason.
RETOLD = frozenset({"trafilatura"})

log = logging.getLogger(__name__)
screen = Console(stderr=True, highlight=False)


def start_logging(verbosity: int) -> None:
    """Send logs to standard error, from -1 (errors) over 0 (what was done) to 2 (what libraries tell)."""
    if screen.is_terminal:
        handler: logging.Handler = RichHandler(
            console=screen, show_time=False, show_path=False, show_level=False, highlighter=NullHighlighter()
        )
        handler.setFormatter(logging.Formatter("%(message)s"))
    else:
        handler = logging.StreamHandler(sys.stderr)
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s", "%Y-%m-%d %H:%M:%S"))
    if verbosity <= 1:
        handler.addFilter(is_ours_or_serious)
    logging.basicConfig(level=LEVELS.get(verbosity, logging.DEBUG), handlers=[handler], force=True)


def is_ours_or_serious(record: logging.LogRecord) -> bool:
    """Tell whether a line is ours or a warning; libraries tell at length what ours tell in short."""
    package = record.name.partition(".")[0]
    return package in OURS or (record.levelno >= logging.WARNING and package not in RETOLD)


@contextmanager
def progress(what: str, *, total: int | None = None) -> Iterator[Callable[[], None]]:
    """Give a function to call at each step: a bar moves on a terminal, a line is logged at the end."""
    steps = 0

    def step() -> None:
        nonlocal steps
        steps += 1
        if bar:
            bar.advance(task)

    if screen.is_terminal and log.isEnabledFor(logging.INFO):
        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
        with Progress(*columns, console=screen, transient=True) as bar:
            task = bar.add_task(what, total=total)
            yield step
    else:
        bar = None
        yield step
    log.info("%s: %d", what, steps)
