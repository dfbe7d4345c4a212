#!/bin/sh
# Library: SQLAlchemy 2.1.9.
# Guess: an option of an index for another database (`postgresql_where`) is only kept until that database is used; on
#   SQLite it costs nothing.
# What happens: it is checked when the index is made, for which the whole package of that database's dialect is imported:
#   every program on SQLite carries PostgreSQL's. An empty option does so too.
# Seen on 30 November 2026 with Python 3.11. Fails if the output changes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check sqlalchemy==2.1.9 2>/dev/null
for options in '{}' '{"sqlite_where": text("a > 0")}' '{"postgresql_where": text("a > 0")}' '{"postgresql_where": None}'; do
    "$folder/venv/bin/python" - "$options" >> "$folder/seen" <<'PYTHON'
import sys

from sqlalchemy import Column, Index, Integer, MetaData, Table, create_engine, text

engine = create_engine("sqlite://")
table = Table("t", MetaData(), Column("a", Integer))
Index("ix", table.c.a, **eval(sys.argv[1]))
table.create(engine)
loaded = [name for name in sys.modules if name.startswith("sqlalchemy.dialects.postgresql.")]
print(f"{sys.argv[1]}: {'PostgreSQL is loaded' if loaded else 'not loaded'}")
PYTHON
done
cat > "$folder/expected" <<'SEEN'
{}: not loaded
{"sqlite_where": text("a > 0")}: not loaded
{"postgresql_where": text("a > 0")}: PostgreSQL is loaded
{"postgresql_where": None}: PostgreSQL is loaded
SEEN
cat "$folder/seen"
diff "$folder/expected" "$folder/seen"
