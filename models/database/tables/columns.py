"""Column types used by every table."""

from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, BigInteger, Connection, Enum, Index, Integer, String, event, text
from sqlmodel import Field, SQLModel

SQLModel.model_config["defer_build"] = (
    True  # rows are not validated by pydantic: its validators would never be used
)
SQLModel.metadata.naming_convention = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}

Key = BigInteger().with_variant(Integer(), "sqlite")
"""A counted primary key: SQLite counts only INTEGER keys up by itself."""


ByBytes = String().with_variant(String(collation="C"), "postgresql")
"""Text that is sorted and searched by its beginning: byte by byte on both databases, whatever language a PostgreSQL
server was set up in."""


def partial_index(name: str, *columns: str, where: str, unique: bool = False) -> Index:
    """An index of the rows for which ``where`` holds.

    The condition is put in when the index is made: put in here, SQLAlchemy would load all that it knows of both
    databases to check the option, and PostgreSQL is 2 MB of which a SQLite file needs nothing.
    """
    index = Index(name, *columns, unique=unique)

    @event.listens_for(index, "before_create")
    def _conditional(made: Index, connection: Connection, **_kwargs: Any) -> None:
        made.dialect_options[connection.dialect.name]["where"] = text(where)

    return index


def key() -> Any:
    """A counted primary key. Typed ``int``: it is only empty between making a row and flushing it."""
    return Field(default=None, primary_key=True, sa_type=Key)


def link(target: str, *, index: bool = True, **kwargs: Any) -> Any:
    """A reference to the counted key of another table, such as ``letter.id``."""
    return Field(foreign_key=target, index=index, sa_type=Key, **kwargs)


def snowflake(**kwargs: Any) -> Any:
    """An id that Discord gave: 64 bits."""
    return Field(sa_type=BigInteger, **kwargs)


def term(enum: type[StrEnum], **kwargs: Any) -> Any:
    """One of the terms, stored by value; a new term needs no migration."""
    kind = Enum(enum, native_enum=False, length=16, values_callable=lambda e: [m.value for m in e])
    return Field(sa_type=kind, **kwargs)


def document(**kwargs: Any) -> Any:
    """A small JSON document; no query looks into it but that for the acts of moderators."""
    return Field(sa_type=JSON, **kwargs)
