#!/bin/sh
# Libraries: Alembic 1.20.1 with SQLAlchemy 2.1.9, on SQLite.
# Guess: a batch migration that changes one column ("move and copy") leaves the table's indexes and triggers as they were.
# What happens: the copy is made from what SQLAlchemy reflects. A unique index on lower(name) is gone (a warning of
#   Python's, no error, so two equal names can be stored from then on), a descending index comes back ascending, a
#   trigger is gone without a word; only the plain partial index survives.
# Seen on 29 November 2026 with Python 3.11. Fails if the output changes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check alembic==1.20.1 sqlalchemy==2.1.9 2>/dev/null
"$folder/venv/bin/python" -W ignore - > "$folder/seen" <<'PYTHON'
from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy import create_engine, text

BEFORE = (
    "CREATE TABLE signatory (id INTEGER PRIMARY KEY, name TEXT NOT NULL, state TEXT NOT NULL, country TEXT)",
    "CREATE UNIQUE INDEX once ON signatory (lower(name)) WHERE state = 'approved'",
    "CREATE INDEX by_country ON signatory (country) WHERE state = 'approved'",
    "CREATE INDEX newest ON signatory (id DESC)",
    "CREATE TRIGGER counted AFTER INSERT ON signatory BEGIN SELECT 1; END",
)
with create_engine("sqlite://").begin() as connection:
    for statement in BEFORE:
        connection.execute(text(statement))
    with Operations(MigrationContext.configure(connection)).batch_alter_table("signatory") as batch:
        batch.alter_column("country", nullable=False)
    left = dict(connection.execute(text("SELECT name, sql FROM sqlite_master WHERE type <> 'table'")).all())
    for name in ("once", "by_country", "newest", "counted"):
        print(f"{name:10} -> {left.get(name)}")
PYTHON
cat > "$folder/expected" <<'SEEN'
once       -> None
by_country -> CREATE INDEX by_country ON signatory (country) WHERE state = 'approved'
newest     -> CREATE INDEX newest ON signatory (id)
counted    -> None
SEEN
cat "$folder/seen"
diff "$folder/expected" "$folder/seen"
