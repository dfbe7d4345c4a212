#!/bin/sh
# Libraries: SQLModel 0.0.50 with SQLAlchemy 2.1.9, on SQLite.
# Guess: since SQLAlchemy 2.0 the rows of one `add_all` go to the database in a few large INSERT statements ("insertmanyvalues").
# What happens: on SQLite a model whose key the database gives is inserted with one statement a row, because the ORM asks
#   for the keys in the order of its objects and SQLite does not promise one. The same rows with their keys set go in one
#   statement, and so does RETURNING without that order.
# Seen on 29 November 2026 with Python 3.11. Fails if the output changes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check sqlmodel==0.0.50 sqlalchemy==2.1.9 2>/dev/null
"$folder/venv/bin/python" - > "$folder/seen" <<'PYTHON'
from sqlalchemy import event, insert
from sqlmodel import Field, Session, SQLModel, create_engine


class Name(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    name: str


engine = create_engine("sqlite://")
SQLModel.metadata.create_all(engine)
statements = []
event.listen(engine, "before_cursor_execute", lambda *about: statements.append(about[2]))
rows = [{"name": str(number)} for number in range(500)]
for what, work in {
    "add_all": lambda session: session.add_all([Name(**row) for row in rows]),
    "add_all, keys set": lambda session: session.add_all([Name(id=9000 + at, **row) for at, row in enumerate(rows)]),
    "RETURNING": lambda session: session.execute(insert(Name).returning(Name.id), rows).all(),
}.items():
    statements.clear()
    with Session(engine) as session:
        work(session)
        session.commit()
    print(f"{what}: {len(statements)} statements")
PYTHON
cat > "$folder/expected" <<'SEEN'
add_all: 500 statements
add_all, keys set: 1 statements
RETURNING: 1 statements
SEEN
cat "$folder/seen"
diff "$folder/expected" "$folder/seen"
