import re
import sqlite3
from dataclasses import fields
from pathlib import Path

import pytest
from sqlite_utils import Database

from schema import Records
from schema.migrations import migrations

SCHEMA = Path(__file__).parents[2] / "fixtures/db/schema.sql"
NAMES = [migration.name for migration in migrations.pending(Database(memory=True))]


@pytest.fixture
def db():
    db = Database(memory=True)
    migrations.apply(db)
    yield db
    db.close()


def test_a_fresh_database_equals_the_kept_schema(db):
    assert db.schema == SCHEMA.read_text("utf-8").rstrip("\n"), (
        f"a landed migration was edited, or {SCHEMA.name} is old: write `db.schema` of a fresh database to it"
    )


def test_migrations_are_numbered_each_once_in_their_order():
    assert all(re.fullmatch(r"\d{4}_[a-z_]+", name) for name in NAMES)
    assert [int(name[:4]) for name in NAMES] == list(range(1, len(NAMES) + 1))


def test_every_table_is_strict(db):
    assert [table.name for table in db.tables if not table.strict] == ["_sqlite_migrations"]


def test_a_word_in_a_column_of_numbers_is_refused(db):
    with pytest.raises(sqlite3.IntegrityError, match="cannot store TEXT value in INTEGER column"):
        db.execute(
            "insert into runs (id, command, version, started_at, exit_code) values (1, '', '', '', '많음')"
        )


@pytest.mark.parametrize("field", fields(Records), ids=lambda field: field.name)
def test_every_field_of_a_record_is_a_column(db, field):
    (record,) = (part for part in field.type.__args__ if part is not Ellipsis)
    wanted = {each.name for each in fields(record)} - {"evidence"}
    assert wanted <= db.table(field.name).columns_dict.keys()


def test_every_reference_is_indexed(db):
    for table in db.tables:
        # What a key or an index begins with is found without reading the whole table.
        first = {index.columns[0] for index in table.indexes} | {table.pks[0]}
        assert {key.column for key in table.foreign_keys} <= first, table.name


@pytest.mark.parametrize("name", NAMES)
def test_an_older_database_upgrades_with_its_rows(name):
    """Stop before each migration, leave a row, migrate on, twice: it is still there."""
    db = Database(memory=True)
    migrations.apply(db, stop_before=name)
    assert name in {migration.name for migration in migrations.pending(db)}
    row = {"id": 1, "command": "run", "version": "0.1.0", "started_at": "2026-11-22T03:00:00+09:00"}
    if db.table("runs").exists():
        db.table("runs").insert(row)
    migrations.apply(db)
    migrations.apply(db)
    assert migrations.pending(db) == []
    assert db.table("runs").count == (name != NAMES[0])
    db.close()
