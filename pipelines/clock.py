"""The time, as every row has it."""

from datetime import datetime, timedelta, timezone

KOREA = timezone(timedelta(hours=9))


def now() -> str:
    """Return the time in Korea to the second: 2026-11-22T03:00:00+09:00."""
    return datetime.now(KOREA).isoformat(timespec="seconds")
