"""What an answer says, and what is stored, as texts to be searched and compared."""

from typing import Any

from sqlmodel import Session, SQLModel

from cogs.ui.forms import OpenForm
from cogs.ui.layout import Card


def read(said: Any) -> str:
    """Everything that an answer says: texts, labels, files, and what a form is filled with."""
    if isinstance(said, Card):
        return f"{said.content} {said.view.to_components()} {said.files}"
    return f"{said!r} {said.modal().to_dict()}" if isinstance(said, OpenForm) else repr(said)


def stored(session: Session) -> list[str]:
    """Every row of every table."""
    return [str(tuple(row)) for one in SQLModel.metadata.sorted_tables for row in session.execute(one.select())]
