"""How long a server that is too busy asks us to wait."""

import math
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

LONGEST = 24 * 3600.0  # whatever a header says; a paper that means for ever has robots.txt for that


def wait_of(value: str, *, date: str = "", now: datetime | None = None) -> float | None:
    """Return the seconds that a Retry-After asks for, from 0 to a day; None for what is neither form.

    `120` is 120 seconds; `Sun, 22 Nov 2026 03:00:00 GMT` is until then by the server's own clock, its header
    `date`, or by ours (`now`) where it has none.
    """
    if value.strip().isascii() and value.strip().isdigit():
        # As a float: a number of a thousand digits is no number of seconds to count with.
        return min(float(value.strip()[:20]), LONGEST)
    until, since = _moment(value), _moment(date) or now or datetime.now(UTC)
    if until is None:
        return None
    return math.ceil(min(max((until - since).total_seconds(), 0.0), LONGEST))


def _moment(value: str) -> datetime | None:
    try:
        moment = parsedate_to_datetime(value)
    except (TypeError, ValueError, IndexError, OverflowError):
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
