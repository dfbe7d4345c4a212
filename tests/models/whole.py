"""A database with something of everything, hard values among them, for whatever takes a whole one along."""

from datetime import timedelta

from sqlalchemy import text
from sqlmodel import Session, SQLModel

from models import journal
from models.acts import Act
from models.database import schema
from models.database.store import make_engine
from models.operations import copying
from models.publishing import editions
from models.rules.voting_policy import Policy
from models.terms import Choice, EditionName, SignatoryState
from models.voting import ballots
from tests import databases
from tests.conftest import GUILD, NOW
from tests.models import makers

HARD = "Ünïcode “Fund” 🕊 \\ 'n' 100%; مؤسسة"


def fill(url: str) -> None:
    """Fill the database of this URL, which is migrated."""
    engine = make_engine(url)
    with Session(engine, info=databases.INFO) as session, session.begin():
        makers.server(session)
        makers.another_server(session)
        makers.participant(session, 2**62, "Harbour Watch")
        letter = makers.letter(session, title=HARD)
        makers.letter(session, policy=Policy(), closes_at=NOW + timedelta(microseconds=1))
        later = makers.signatory(session, letter, HARD, aliases=[HARD, "ÜU"])
        makers.consent(session, later)
        # What it points to may come after it.
        before = makers.signatory(session, letter, "Before", state=SignatoryState.DUPLICATE, live=False)
        last = makers.signatory(session, letter, "Last")
        before.duplicate_of = last.id
        proposal = makers.proposal(session, letter, "Index", policy=Policy())
        ballots.cast(session, makers.member(2**62), NOW, proposal.id, Choice.AGAINST, 2**62)
        for number in range(3):
            journal.append(
                session, GUILD, NOW, Act.EDITED, actor_id=None, signatory_id=number, what=[HARD, 1.5, None]
            )
        editions.cut(session, letter, EditionName.OPENING, NOW)
        session.flush()
        session.execute(text("UPDATE journalentry SET payload = NULL, salt = NULL WHERE id = 2"))
    engine.dispose()


def rows(url: str) -> dict[str, list[tuple[object, ...]]]:
    """Everything in it, JSON as the text it is stored as."""
    engine = make_engine(url)
    with engine.connect() as connection:
        found = {
            table.name: [tuple(row) for row in copying._rows(connection, table)]
            for table in SQLModel.metadata.sorted_tables
        }
    engine.dispose()
    return found


def made(url: str) -> dict[str, list[tuple[object, ...]]]:
    """Migrate it, fill it, and what is in it then."""
    schema.migrate(url)
    fill(url)
    return rows(url)
