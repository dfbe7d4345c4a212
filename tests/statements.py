"""How many statements an act takes."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Engine, event


@contextmanager
def counted(engine: Engine) -> Iterator[Counter[str]]:
    """How many statements read and how many write, while this is entered; what belongs to a transaction itself does not
    count."""
    found: Counter[str] = Counter()

    def count(_connection: Any, _cursor: Any, statement: str, *_more: Any) -> None:
        word = statement.split(None, 1)[0].upper()
        if word in ("SELECT", "WITH"):
            found["reads"] += 1
        elif word in ("INSERT", "UPDATE", "DELETE"):
            found["writes"] += 1

    event.listen(engine, "before_cursor_execute", count)
    try:
        yield found
    finally:
        event.remove(engine, "before_cursor_execute", count)
