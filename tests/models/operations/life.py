"""One person who did everything that leaves a trace."""

from sqlmodel import Session, SQLModel

from models.database.tables import Letter
from models.delivery import snooze
from models.outbox import notices
from models.participants import drafts, participants
from models.review import review
from models.rules.reminder_plan import Snooze
from models.rules.voting_policy import Policy
from models.sheets import Actor, ParticipantAnswers
from models.signatories import allowance, contacts
from models.submissions import entries, proposals
from models.terms import Choice, NoticeKind, SignatoryState
from models.voting import ballots
from tests.conftest import GUILD, NOW
from tests.models import makers

ANA = 111222333444555666
ME = makers.moderator(ANA)
OTHER = makers.moderator(2)


def written(session: Session) -> str:
    """Every row of every table, as text."""
    session.expire_all()
    return "\n".join(
        str(tuple(row)) for table in SQLModel.metadata.sorted_tables for row in session.execute(table.select())
    )


def a_life(session: Session, actor: Actor = ME) -> Letter:
    """Someone who did everything that leaves an id: took part, asked, voted, proposed, signed, entered, decided."""
    makers.participant(session, 2)
    participants.ask(session, Actor(GUILD, ANA), NOW, ParticipantAnswers("Riverlight", "Director", "", True))
    participants.admit(session, OTHER, NOW, ANA)
    participants.take_part(session, actor, NOW, ParticipantAnswers("Riverlight Trust", "Chair", "", True))
    letter = makers.letter(session, created_by=ANA)
    vote = proposals.propose(session, actor, NOW, letter.id, makers.agreed("Open vote"))
    ballots.cast(session, actor, NOW, vote.id, Choice.FOR, 5)
    named = makers.proposal(
        session, letter, "Named vote", state=SignatoryState.PASSED, ended_at=NOW, votes_for=1, votes_against=0,
        votes_abstained=0, entitled=1, policy=Policy(secret=False),
    )  # fmt: skip
    makers.ballot(session, named, ANA)
    entered = entries.enter(session, actor, NOW, letter.id, makers.agreed("Entered"))
    contacts.put(session, actor, NOW, entered.id, "office@example.org")
    review.approve(session, actor, NOW, [entered.id])
    drafts.save(session, Actor(GUILD, ANA), NOW, "take-part", [], {"organisation": "Typed by Ana"})
    notices.tell(
        session, ANA, NoticeKind.DECIDED, NOW, GUILD, signatory_id=vote.id, dedupe="x", told="Told to Ana"
    )
    snooze.put(session, actor, NOW, letter.id, Snooze.HOURS)
    for number in range(allowance.BURST + 1):  # as a member, whose haste is told
        quick = makers.proposal(session, letter, f"Quick {number}", added_by=ANA, state=SignatoryState.DECLINED)
        allowance.added(session, makers.member(ANA), NOW, quick)
    notices.tell(
        session, ANA, NoticeKind.TEXT_CHANGED, NOW, GUILD, letter_id=letter.id, dedupe=f"text:1:{ANA}", ids=[]
    )
    session.flush()
    return letter
