"""Upsert: writes a voter's one row in one statement, so that two presses at once cannot both be first."""

from functools import cache
from importlib import import_module
from typing import Any

from sqlalchemy import bindparam, inspect
from sqlmodel import Session, col, delete, insert

from models.database.prepared import Prepared
from models.database.tables import Ballot


def put(session: Session, **values: Any) -> bool:
    """Replace the voter's earlier row; False for an event that is not newer than that."""
    statement = _statement(session.get_bind().dialect.name, tuple(values))
    return statement.first(session, **values) is not None


def lay_in_order(session: Session, signatory_id: int) -> None:
    """Lay the ballots of one vote down again, in the order of their voters. PostgreSQL keeps and dumps rows in the
    order in which they were written, which would tell who came when; SQLite keeps these by their key."""
    connection = session.connection()
    if connection.dialect.name == "postgresql":
        taken = (
            delete(Ballot).where(col(Ballot.signatory_id) == signatory_id).returning(*inspect(Ballot).columns)
        )
        rows = connection.execute(taken).mappings().all()
        connection.execute(insert(Ballot), sorted(map(dict, rows), key=lambda row: str(row["voter"])))


@cache
def _statement(dialect: str, names: tuple[str, ...]) -> Prepared:
    """Built once: building it costs more than running it."""
    of_this_database = import_module(f"sqlalchemy.dialects.{dialect}")  # the other's is 2 MB
    into = of_this_database.insert(Ballot).values({name: bindparam(name) for name in names})
    key = ["signatory_id", "voter"]
    into = into.on_conflict_do_update(
        index_elements=key,
        set_={name: into.excluded[name] for name in names if name not in key},
        where=into.excluded.interaction_id > Ballot.interaction_id,
    )
    return Prepared(into.returning(col(Ballot.voter)))
