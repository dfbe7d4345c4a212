"""Prepared statements: compiled once, and run by the driver itself.

For what is done at every press. SQLAlchemy takes several times as long to run a statement as the database does, and
makes rows that know more than is asked of them. What listens to statements hears of these as well.
"""

from collections import namedtuple
from typing import Any
from weakref import WeakKeyDictionary

from sqlalchemy import Dialect, Executable
from sqlalchemy.exc import DBAPIError
from sqlalchemy.sql.compiler import SQLCompiler
from sqlmodel import Session


class Prepared:
    """A statement of which the first row is wanted. Its parameters are named and single: no lists.

    Raises what SQLAlchemy raises of the driver's errors, without the values.
    """

    def __init__(self, statement: Executable) -> None:
        self._statement = statement
        self._compiled: WeakKeyDictionary[Dialect, _Compiled] = WeakKeyDictionary()

    def first(self, session: Session, **values: Any) -> Any:
        """The first row, with its columns as attributes; None where there is none. What the session changed and has not
        written yet is written before."""
        session.flush()
        connection = session.connection()
        compiled = self._compiled.get(connection.dialect)
        if compiled is None:
            compiled = self._compiled[connection.dialect] = _Compiled(self._statement, connection.dialect)
        parameters, cursor = compiled.parameters(values), connection.connection.cursor()
        for note in connection.dispatch.before_cursor_execute:
            note(connection, cursor, compiled.sql, parameters, None, False)
        try:
            cursor.execute(compiled.sql, parameters)
            found = cursor.fetchone()
        except connection.dialect.loaded_dbapi.Error as error:
            raise DBAPIError.instance(
                compiled.sql, None, error, connection.dialect.loaded_dbapi.Error, hide_parameters=True,
                dialect=connection.dialect,
            ) from error  # fmt: skip
        finally:
            cursor.close()
        return None if found is None else compiled.row(found)


class _Compiled:
    """The statement as one database takes it."""

    def __init__(self, statement: Any, dialect: Dialect) -> None:
        compiled: SQLCompiler = statement.compile(dialect=dialect)
        self.sql = compiled.string
        self._fixed, self._positions = compiled.params, compiled.positiontup
        turns = {
            name: one.type.dialect_impl(dialect).bind_processor(dialect) for name, one in compiled.binds.items()
        }
        self._turns = [(name, turn) for name, turn in turns.items() if turn is not None]
        columns = list(statement.exported_columns)
        row: Any = namedtuple("Row", [one.name for one in columns])  # type: ignore[misc]
        self._made = row._make
        readers = [one.type.dialect_impl(dialect).result_processor(dialect, None) for one in columns]
        self._readers = [(at, read) for at, read in enumerate(readers) if read is not None]

    def parameters(self, values: dict[str, Any]) -> Any:
        """The values as the driver takes them: in their order, or by name."""
        given = self._fixed | values
        for name, turn in self._turns:
            given[name] = turn(given[name])
        return given if self._positions is None else tuple(given[name] for name in self._positions)

    def row(self, found: Any) -> Any:
        """The driver's row with its values as Python has them."""
        values = list(found)
        for at, read in self._readers:
            values[at] = read(values[at])
        return self._made(values)
