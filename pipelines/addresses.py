"""Lists of addresses: which articles the next night is to fetch."""

import re
from collections import Counter
from collections.abc import Iterator

from crawler import Link, Site, find_site, identify
from schema import SourceError

from .inputs import COMMENT, MOST, Input
from .taken import Wanted

ADDRESS = re.compile(r"https?://[^\s,;\"'<>]+", re.IGNORECASE)


def take_addresses(source: Input, *, sites: tuple[Site, ...]) -> Iterator[Wanted | SourceError]:
    """Yield the article of each line's address, and errors for lines without one and for papers unknown.

    A line may have more beside its address, as a table with commas has; empty and # lines are skipped.
    """
    foreign: Counter[str] = Counter()
    number = 0
    while line := source.stream.readline(MOST + 1):
        number += 1
        text = line.decode("utf-8", "replace").removeprefix("\ufeff").strip()
        if not text or text.startswith(COMMENT):
            continue
        match = ADDRESS.search(text)
        site = find_site(sites, match.group()) if match else None
        address = identify(site, match.group()) if site and match else None
        if site and address:
            yield Wanted(site.id, Link(address.url, source=source.name))
        elif match and site is None:
            foreign[match.group().split("/")[2].lower()] += 1
        else:
            expected = (
                f"an article's address as {site.forms[0].canonical!r}" if site else "an address as http://…"
            )
            yield SourceError(
                f"{source.name}:{number}: expected {expected}, got {text!r:.80}; correct the line"
            )
    for host, count in foreign.most_common():
        yield SourceError(
            f"{source.name}: expected addresses of declared papers, got {count} of {host};"
            " write a site file for it, or take them out"
        )
