"""Upsert: writes a voter's one row in one statement, so that two presses at once cannot both be first."""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from sqlalchemy import bindparam
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session, col

from models.database.tables import Ballot

_INSERT: Mapping[str, Callable[[type[Ballot]], Any]] = {
    "sqlite": sqlite.insert,
    "postgresql": postgresql.insert,
}


def put(session: Session, **values: Any) -> bool:
    """Put the row in the place of the voter's earlier one; False for an event that is not newer than that."""
    statement = _statement(session.get_bind().dialect.name, tuple(values))
    return session.connection().execute(statement, values).first() is not None


@cache
def _statement(dialect: str, names: tuple[str, ...]) -> Any:
    """Built once: building it costs more than running it."""
    into = _INSERT[dialect](Ballot).values({name: bindparam(name) for name in names})
    key = ["signatory_id", "voter"]
    into = into.on_conflict_do_update(
        index_elements=key,
        set_={name: into.excluded[name] for name in names if name not in key},
        where=into.excluded.interaction_id > Ballot.interaction_id,
    )
    return into.returning(col(Ballot.voter))
