"""The database: opened, migrated, and held against a second writer."""

import errno
import fcntl
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlite_utils import Database

from schema import DatabaseError
from schema.migrations import migrations

# Longer than any transaction of ours or any page of a database browser, shorter than a person's patience.
BUSY_SECONDS = 5.0

LOCKED = "expected it free, got it locked by another program; wait for that one, or close it"
READ_ONLY = "expected a place to write, got a read-only one; change its rights, or name another with --db"
FULL = "expected room to write, got a full disk; free some and run again, nothing kept is lost"

# What comes from outside the program. Anything else that SQLite or the disk refuses is a bug and stays one.
REFUSALS_OF_SQLITE = {
    sqlite3.SQLITE_BUSY: LOCKED,
    sqlite3.SQLITE_LOCKED: LOCKED,
    sqlite3.SQLITE_READONLY: READ_ONLY,
    sqlite3.SQLITE_FULL: FULL,
    sqlite3.SQLITE_CANTOPEN: "expected a file to open, got a folder, or none at all; name another with --db",
    sqlite3.SQLITE_IOERR: "expected a healthy disk, got a failed access; look after it, then run again",
    sqlite3.SQLITE_NOTADB: "expected a database, got another kind of file; name another with --db",
    sqlite3.SQLITE_CORRUPT: "expected a sound database, got a damaged one; restore it from a copy",
}
REFUSALS_OF_DISK = {
    errno.EACCES: READ_ONLY,
    errno.EPERM: READ_ONLY,
    errno.EROFS: READ_ONLY,
    errno.ENOSPC: FULL,
    errno.EDQUOT: FULL,
    errno.ENOENT: "expected its folder, got none; make the folder, or name another with --db",
    errno.ENOTDIR: "expected a folder above it, got a file; name another with --db",
    errno.EISDIR: "expected a file, got a folder; name another with --db",
}


@contextmanager
def open_db(path: Path, *, busy: float = BUSY_SECONDS) -> Iterator[Database]:
    """Give the migrated database; what SQLite or the disk refuses meanwhile becomes one DatabaseError."""
    with telling_refusals(path):
        db = Database(sqlite3.connect(path, timeout=busy))
        try:
            migrate(db, path=path)
            yield db
        finally:
            db.close()


def migrate(db: Database, *, path: Path) -> None:
    """Bring the tables up to date; one of a newer sandan, or of another program, is refused untouched."""
    applied = {migration.name for migration in migrations.applied(db)}
    ours = [migration.name for migration in migrations.pending(Database(memory=True))]
    if newer := sorted(applied - set(ours)):
        raise DatabaseError(
            f"{path}: expected a database up to {ours[-1]}, got one with {newer[-1]}, made by a newer sandan;"
            " update sandan, or name another with --db"
        )
    if not applied and (foreign := db.table_names()):
        raise DatabaseError(
            f"{path}: expected a database of sandan, got another program's with the table {foreign[0]!r};"
            " name another with --db"
        )
    db.enable_wal()
    migrations.apply(db)
    # Only now: a migration that rebuilds a table may not see its references enforced half-way.
    if broken := db.execute("PRAGMA foreign_key_check").fetchone():
        raise DatabaseError(
            f"{path}: expected every reference kept, got a loose one in {broken[0]!r}; restore it from a copy"
        )
    db.execute("PRAGMA foreign_keys = ON")


@contextmanager
def hold(path: Path) -> Iterator[None]:
    """Keep a second sandan from writing meanwhile; the lock dies with its process, so none is ever stale."""
    with telling_refusals(path), path.with_name(f"{path.name}-lock").open("a+") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            lock.seek(0)
            holder = lock.read() or "unknown"
            raise DatabaseError(
                f"{path}: expected it free, got another sandan at work on it (process {holder});"
                " wait for it to end, or name another with --db"
            ) from None
        lock.truncate(0)
        lock.write(str(os.getpid()))
        lock.flush()
        yield


@contextmanager
def telling_refusals(path: Path) -> Iterator[None]:
    """Turn what the world refuses (a lock, a full disk) into a DatabaseError that names the file."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        refusal = REFUSALS_OF_SQLITE.get(getattr(error, "sqlite_errorcode", 0) & 0xFF)
        if refusal is None:
            raise
        raise DatabaseError(f"{path}: {refusal}") from error
    except OSError as error:
        if error.errno not in REFUSALS_OF_DISK:
            raise
        raise DatabaseError(f"{error.filename or path}: {REFUSALS_OF_DISK[error.errno]}") from error
