"""How a command ends: the exit codes, and which of them a result deserves."""

from schema import DatabaseError, GoldError, PageError, SandanError, SettingsError, SiteError, SourceError

OK = 0
SOME_FAILED = 1
USAGE = 2
ALL_FAILED = 3
SILENT = 4
DATABASE = 5
INTERRUPTED = 130

CODES: dict[type[SandanError], int] = {
    SettingsError: USAGE,
    SiteError: USAGE,
    GoldError: USAGE,
    SourceError: SOME_FAILED,
    PageError: SOME_FAILED,
    DatabaseError: DATABASE,
}


def judge(*, done: int, failed: int, fail_over: float, silent: bool = False) -> int:
    """Return the exit code of what was done and what failed; nothing to do is no failure."""
    if failed and (not done or failed / (done + failed) > fail_over):
        return ALL_FAILED
    if silent:
        return SILENT
    return SOME_FAILED if failed else OK
