"""How much one member may propose, and what moderators do about too much."""

from datetime import timedelta
from functools import partial

import pytest
from sqlmodel import Session, select

from models import journal
from models.database.tables import JournalEntry, Letter, Notice, Participant
from models.letters import letters
from models.operations import personal_data
from models.participants import participants
from models.refusal import Reason
from models.review import review
from models.sheets import Actor, LetterChanges, ParticipantAnswers
from models.signatories import allowance
from models.submissions import limits, proposals
from models.terms import NoticeKind
from tests.conftest import GUILD, NOW
from tests.models import makers

MO, BEN = makers.moderator(9), makers.member(5)
DAY = timedelta(days=1)


@pytest.fixture
def row(session: Session) -> Letter:
    makers.participants(session, MO.user_id, BEN.user_id)
    return makers.letter(session, most_open=3)


def propose(session: Session, row: Letter, number: int, actor: Actor = BEN, hours: int = 0) -> int:
    answers = makers.answers(f"Organisation number {number} of {actor.user_id}")
    return proposals.propose(session, actor, NOW + timedelta(hours=hours), row.id, answers).id


def bursts(session: Session) -> list[Notice]:
    return list(session.exec(select(Notice).where(Notice.kind == NoticeKind.BURST)))


def test_one_member_has_so_many_names_undecided_on_one_letter(session: Session, row: Letter) -> None:
    ids = [propose(session, row, number) for number in range(3)]
    refusal = makers.refused(propose, session, row, 3)
    assert (refusal.reason, refusal.values) == (Reason.TOO_MANY_OPEN, {"limit": 3})
    propose(session, makers.letter(session), 4)
    review.decline(session, MO, NOW, ids[:1], "Not for this letter")
    proposals.cancel(session, BEN, NOW, ids[1])
    propose(session, row, 5)
    propose(session, row, 6)


def test_moderators_are_not_counted(session: Session, row: Letter) -> None:
    for number in range(allowance.BURST + 2):
        propose(session, row, number, MO)
    assert bursts(session) == []


def test_twenty_is_the_default_and_moderators_choose_another(session: Session, row: Letter) -> None:
    assert makers.letter(session).most_open == 20
    letters.edit(session, MO, NOW, row.id, LetterChanges(most_open=1))
    propose(session, row, 0)
    assert makers.refused(propose, session, row, 1).reason is Reason.TOO_MANY_OPEN
    for wrong in (0, 501):
        asked = partial(letters.edit, session, MO, NOW, row.id, LetterChanges(most_open=wrong))
        assert makers.refused(asked).reason is Reason.BAD_LIMIT


def test_a_burst_is_told_to_moderators_once_a_day(session: Session, row: Letter) -> None:
    row.most_open = 99
    for number in range(allowance.BURST):
        propose(session, row, number)
    assert bursts(session) == []
    for number in range(20, 25):
        propose(session, row, number)
    [told] = bursts(session)
    assert told.payload == {"user_id": BEN.user_id, "count": allowance.BURST + 1}


def test_as_many_over_a_day_are_no_burst(session: Session, row: Letter) -> None:
    row.most_open = 99
    for number in range(allowance.BURST + 5):
        propose(session, row, number, hours=number)
    assert bursts(session) == []


def test_whose_proposals_are_stopped_proposes_nothing_until_it_is_undone(session: Session, row: Letter) -> None:
    limits.block(session, MO, NOW, BEN.user_id, "Invented names")
    assert makers.refused(propose, session, row, 0).reason is Reason.BLOCKED
    late = makers.refused(proposals.keep_late, session, BEN, makers.CLOSE + DAY, row.id, makers.answers("Late"))
    assert late.reason is Reason.BLOCKED
    entry = session.exec(select(JournalEntry).where(JournalEntry.act == "proposer blocked")).one()
    assert entry.facts == {"actor": MO.user_id, "user_id": BEN.user_id, "reason": "Invented names"}
    participants.leave(session, BEN, NOW)
    participants.take_part(session, BEN, NOW, ParticipantAnswers("Bridge", "", "", True))
    assert makers.refused(propose, session, row, 0).reason is Reason.BLOCKED
    limits.unblock(session, MO, NOW, BEN.user_id)
    propose(session, row, 0)
    assert journal.verify_chain(session, GUILD).broken_at == 0


def test_erasing_undoes_no_block_and_keeps_nothing_else(session: Session, row: Letter) -> None:
    limits.block(session, MO, NOW, BEN.user_id, "Invented names")
    assert personal_data.check_erase(session, BEN).stopped
    personal_data.erase(session, BEN, NOW + DAY)
    [left] = session.exec(select(Participant).where(Participant.user_id == BEN.user_id)).all()
    assert (left.organisation, left.title, left.joined_at, left.left_at) == ("", "", None, NOW)
    again = personal_data.erase(session, BEN, NOW + DAY)
    assert (again.nothing, again.stopped) == (True, True)
    participants.take_part(session, BEN, NOW + DAY, ParticipantAnswers("Bridge", "", "", True))
    assert makers.refused(propose, session, row, 0).reason is Reason.BLOCKED


def test_who_is_erased_and_then_allowed_again_is_nowhere(session: Session, row: Letter) -> None:
    limits.block(session, MO, NOW, BEN.user_id, "Invented names")
    personal_data.erase(session, BEN, NOW + DAY)
    limits.unblock(session, MO, NOW + DAY, BEN.user_id)
    assert session.exec(select(Participant).where(Participant.user_id == BEN.user_id)).all() == []
    assert personal_data.export(session, BEN).kept["acts in the journal"] == ()
    assert list(journal.naming(session, GUILD, BEN.user_id)) == []


def test_who_may_stop_whom(session: Session, row: Letter) -> None:
    def refused(actor: Actor, user_id: int, reason: str = "Why") -> Reason:
        return makers.refused(limits.block, session, actor, NOW, user_id, reason).reason

    assert refused(BEN, MO.user_id) is Reason.MODERATORS_ONLY
    assert refused(MO, MO.user_id) is Reason.UNCHANGED
    assert refused(MO, 77) is Reason.NOT_FOUND
    assert refused(MO, BEN.user_id, " ") is Reason.EMPTY
    assert makers.refused(limits.unblock, session, MO, NOW, BEN.user_id).reason is Reason.UNCHANGED
    makers.participant(session, 6, guild_id=makers.another_server(session))
    assert refused(MO, 6) is Reason.NOT_FOUND


def test_who_asks_to_be_let_in_can_be_turned_down(session: Session, row: Letter) -> None:
    stranger = Actor(GUILD, 8)
    participants.ask(session, stranger, NOW, ParticipantAnswers("Somewhere", "", "", True))
    assert makers.refused(participants.turn_down, session, BEN, NOW, 8).reason is Reason.MODERATORS_ONLY
    participants.turn_down(session, MO, NOW, 8)
    assert participants.asking(session, MO) == ()
    assert session.exec(select(Participant.joined_at).where(Participant.user_id == 8)).one() is None
    assert makers.refused(participants.turn_down, session, MO, NOW, 8).reason is Reason.ASKS_NO_MORE
    participants.ask(
        session, stranger, NOW + timedelta(minutes=1), ParticipantAnswers("Somewhere", "", "", True)
    )
    asked = session.exec(select(Notice).where(Notice.kind == NoticeKind.ASKED)).all()
    assert len(asked) == 1
