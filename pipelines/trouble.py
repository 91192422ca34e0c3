"""What was wrong with a site tonight, in a few words: for the log's last line, and for whoever reads it."""

from collections import Counter

from crawler import LIMITS, REFUSALS

from .runs import SiteRun, is_failure


def trouble_of(site: SiteRun) -> str:
    """Return what went wrong: `10 failures in a row, feed: timeout, 9 timeout`; nothing where all is well."""
    tally = site.tally
    found = [] if tally.stopped in LIMITS else [tally.stopped]
    sources = [source for source in tally.sources if is_failure(source) and source.failure != tally.stopped]
    counted = Counter(f"{source.role}: {source.failure}" for source in sources)
    found += [f"{count} × {told}" if count > 1 else told for told, count in counted.items()]
    found += [
        f"{count} {cause}"
        for cause, count in tally.failed.items()
        if cause not in REFUSALS | LIMITS | {tally.stopped}
    ]
    return ", ".join(filter(None, found))
