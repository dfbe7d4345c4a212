"""Many rows of one table, handed to the driver as it takes them.

SQLAlchemy looks at each value of each row when it writes; for thousands of rows that costs several times what the
database needs. Here values are turned once, ahead of the transaction where that is possible.
"""

from collections.abc import Callable, Iterable
from typing import Any

from sqlmodel import Session, SQLModel


class Bulk:
    """Rows of one table. Columns that are not named get the default that their table has for them."""

    def __init__(self, session: Session, table: type[SQLModel], *columns: str) -> None:
        dialect = session.get_bind().dialect
        there = table.__table__.columns  # type: ignore[attr-defined]
        defaults = {
            one.name: one.default.arg
            for one in there
            if one.default is not None and one.default.is_scalar and one.name not in columns
        }
        self._turn: dict[str, Callable[[Any], Any] | None] = {
            name: there[name].type.dialect_impl(dialect).bind_processor(dialect)
            for name in (*columns, *defaults)
        }
        self._named = [(name, self._turn[name]) for name in columns]
        self._rest = tuple(self.value(name, default) for name, default in defaults.items())
        quoted = ", ".join(map(dialect.identifier_preparer.quote, self._turn))
        places = ", ".join(["?" if dialect.name == "sqlite" else "%s"] * len(self._turn))
        where = dialect.identifier_preparer.quote(str(table.__tablename__))
        self._statement = f"INSERT INTO {where} ({quoted}) VALUES ({places})"  # noqa: S608

    def value(self, column: str, value: Any) -> Any:
        """One value as the driver takes it."""
        turn = self._turn[column]
        return value if turn is None else turn(value)

    def row(self, **values: Any) -> tuple[Any, ...]:
        """Values by column, all that were named, as the driver takes them."""
        return tuple(values[name] if turn is None else turn(values[name]) for name, turn in self._named)

    def write(self, session: Session, rows: Iterable[tuple[Any, ...]]) -> None:
        """Write rows, each the driver's values of the named columns in their order; none is no statement."""
        rest = self._rest
        ready = [(*row, *rest) for row in rows] if rest else list(rows)
        if ready:
            session.connection().exec_driver_sql(self._statement, ready)
