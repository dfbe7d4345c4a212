#!/bin/sh
# Libraries: SQLAlchemy 2.1.9 on sqlite3 (SQLite 3.40.1), with the events that its documentation gives for savepoints.
# Guess: what fails in begin_nested() is undone up to the savepoint, the transaction around it goes on, and its rows are
#   stored together or not at all.
# What happens: when the disk is full, SQLite takes back the whole transaction by itself (its page on transactions,
#   "Response To Errors"), savepoints included. SQLAlchemy raises "no such savepoint" and takes its transaction for active.
#   The row before the savepoint is gone; the next one is stored at once and for good, and the rollback at the end takes
#   nothing back. Only the driver's `in_transaction` knows.
# Seen on 30 November 2026 with Python 3.11. Fails if the output changes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check sqlalchemy==2.1.9 2>/dev/null
"$folder/venv/bin/python" - > "$folder/seen" <<'PYTHON'
from sqlalchemy import create_engine, event, text
from sqlalchemy.exc import OperationalError

engine = create_engine("sqlite://")


@event.listens_for(engine, "connect")
def on_connect(connection, _record):
    connection.isolation_level = None


@event.listens_for(engine, "begin")
def on_begin(connection):
    connection.exec_driver_sql("BEGIN")


with engine.connect() as connection:
    with connection.begin():
        connection.execute(text("CREATE TABLE vote (who)"))
        connection.execute(text("PRAGMA max_page_count = 8"))  # a disk of 32 kB
    with connection.begin() as transaction:
        connection.execute(text("INSERT INTO vote VALUES ('Ana')"))
        try:
            with connection.begin_nested():
                connection.execute(text("INSERT INTO vote VALUES (zeroblob(100000))"))
        except OperationalError as error:
            print("raised:", error.orig)
        print("SQLAlchemy: active", transaction.is_active, "| sqlite3: in a transaction", connection.connection.in_transaction)
        connection.execute(text("INSERT INTO vote VALUES ('Bo')"))
        transaction.rollback()
    print("stored after the rollback:", connection.execute(text("SELECT who FROM vote")).scalars().all())
PYTHON
cat > "$folder/expected" <<'SEEN'
raised: no such savepoint: sa_savepoint_1
SQLAlchemy: active True | sqlite3: in a transaction False
stored after the rollback: ['Bo']
SEEN
cat "$folder/seen"
diff "$folder/expected" "$folder/seen"
