#!/bin/sh
# Library: SQLite 3.51.1, by apsw 3.51.1.0.
# Guess: a job table looks for its few rows with a date, and an index on that nearly empty column serves
#   "WHERE again_at IS NOT NULL" as it serves a comparison.
# What happens: without ANALYZE the whole table is scanned, though the same index is used for "<=". With ANALYZE it is
#   used. A partial index (WHERE again_at IS NOT NULL) is used at once, so queues should have one.
# Seen on 30 November 2026 with Python 3.11. Fails if the output changes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check apsw==3.51.1.0 2>/dev/null
"$folder/venv/bin/python" - > "$folder/seen" <<'PYTHON'
import apsw

connection = apsw.Connection(":memory:")
connection.execute("CREATE TABLE task (id INTEGER PRIMARY KEY, again_at INTEGER, what TEXT)")
connection.executemany("INSERT INTO task (id, again_at) VALUES (?, ?)", [(n, n if n % 4000 == 0 else None) for n in range(20_000)])
connection.execute("CREATE INDEX due ON task (again_at)")


def plan(what, where):
    rows = connection.execute(f"EXPLAIN QUERY PLAN SELECT * FROM task WHERE again_at {where}")
    print(f"{what}, {where}: {' '.join(row[3] for row in rows)}")


plan("index", "<= 99999")
plan("index", "IS NOT NULL")
connection.execute("ANALYZE")
plan("index, analysed", "IS NOT NULL")
connection.execute("DROP INDEX due; DROP TABLE sqlite_stat1")
connection.execute("CREATE INDEX due ON task (again_at) WHERE again_at IS NOT NULL")
plan("partial index", "IS NOT NULL")
PYTHON
cat > "$folder/expected" <<'SEEN'
index, <= 99999: SEARCH task USING INDEX due (again_at<?)
index, IS NOT NULL: SCAN task
index, analysed, IS NOT NULL: SEARCH task USING INDEX due (again_at>?)
partial index, IS NOT NULL: SEARCH task USING INDEX due (again_at>?)
SEEN
cat "$folder/seen"
diff "$folder/expected" "$folder/seen"
