"""Lists as a moderator imports them, for tests of what happens to their rows."""

from datetime import datetime

from sqlmodel import Session, col, select

from models.database.tables import Signatory
from models.importing import batches
from models.sheets import BatchAnswers, BatchSheet
from models.sheets.batches import Given
from models.terms import Kind
from tests.conftest import NOW
from tests.models import deciding
from tests.models.naming import MODERATOR


def a_list(*names: str | Given, **more: object) -> BatchAnswers:
    rows = tuple(
        one if isinstance(one, Given) else Given(number, one, Kind.ORGANISATION)
        for number, one in enumerate(names, 2)
    )
    said: dict[str, object] = {
        "file": "form.csv",
        "shape": "form",
        "signed": True,
        "authorised_by": "Ann Lee, secretary",
        "evidence": "The form",
    }
    return BatchAnswers(rows, **(said | more))  # type: ignore[arg-type]


def stored(session: Session, answers: BatchAnswers, now: datetime = NOW) -> BatchSheet:
    shown = batches.preview(session, MODERATOR, NOW, None, answers)
    return deciding.import_(session, MODERATOR, now, shown.letter_id, answers, shown.digest)


def rows(session: Session) -> list[Signatory]:
    return list(session.exec(select(Signatory).order_by(col(Signatory.id))))
