"""What a person sees on standard error: progress on a terminal, plain lines elsewhere."""

import logging
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.logging import RichHandler
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

LEVELS = {-1: logging.ERROR, 0: logging.INFO, 1: logging.DEBUG}

# They tell at INFO what our own lines tell shorter.
TALKATIVE = ("scrapy", "twisted", "trafilatura", "htmldate", "asyncio", "urllib3", "charset_normalizer")

log = logging.getLogger(__name__)
screen = Console(stderr=True, highlight=False)


def start_logging(verbosity: int) -> None:
    """Send logs to standard error, from -1 (errors) over 0 (what was done) to 2 (what libraries tell)."""
    if screen.is_terminal:
        handler: logging.Handler = RichHandler(
            console=screen, show_path=False, show_level=False, markup=False
        )
        handler.setFormatter(logging.Formatter("%(message)s"))
    else:
        handler = logging.StreamHandler(sys.stderr)
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s", "%Y-%m-%d %H:%M:%S"))
    logging.basicConfig(level=LEVELS.get(verbosity, logging.DEBUG), handlers=[handler], force=True)
    for name in TALKATIVE:
        logging.getLogger(name).setLevel(logging.DEBUG if verbosity > 1 else logging.WARNING)


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
