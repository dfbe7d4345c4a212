"""People who take part, ask to, are silent for a while, and leave."""

from datetime import timedelta

import pytest
from sqlmodel import Session, col, select

from models.database.tables import Delivery, JournalEntry, Notice, Participant
from models.participants import participants
from models.refusal import Reason
from models.sheets import Actor, ParticipantAnswers
from models.terms import NoticeKind, Place
from models.voting import votes
from tests.conftest import GUILD, NOW
from tests.models import makers
from tests.models.makers import present, refused

ANSWERS = ParticipantAnswers("Open  Rights Example", "Director", "paris", direct_messages=True)
OUTSIDER = Actor(GUILD, 5)
MEMBER = makers.member(5)


@pytest.fixture(autouse=True)
def _server(session: Session) -> None:
    makers.server(session)


def notices(session: Session, kind: NoticeKind) -> list[Notice]:
    return list(session.exec(select(Notice).where(Notice.kind == kind)))


def test_a_member_takes_part_with_one_form(session: Session) -> None:
    sheet = participants.take_part(session, MEMBER, NOW, ANSWERS)
    assert sheet.organisation == "Open Rights Example"
    assert sheet.title == "Director"
    assert sheet.time_zone == "Europe/Paris"
    assert (sheet.joined_at, sheet.direct_messages) == (NOW, True)


def test_an_empty_zone_is_that_of_the_coalition(session: Session) -> None:
    sheet = participants.take_part(session, MEMBER, NOW, ParticipantAnswers("Example"))
    assert (sheet.time_zone, sheet.title) == ("Europe/London", "")


def test_an_abbreviated_zone_is_refused(session: Session) -> None:
    refusal = refused(
        participants.take_part, session, MEMBER, NOW, ParticipantAnswers("Example", time_zone="EST")
    )
    assert refusal.reason is Reason.UNKNOWN_ZONE


def test_anyone_who_lacks_the_member_role_is_told_which(session: Session) -> None:
    refusal = refused(participants.take_part, session, OUTSIDER, NOW, ANSWERS)
    assert refusal.reason is Reason.MEMBERS_ONLY
    assert refusal.values == {"role_id": makers.MEMBER_ROLE}


def test_taking_part_again_changes_the_answers_and_not_the_day(session: Session) -> None:
    participants.take_part(session, MEMBER, NOW, ANSWERS)
    later = NOW + timedelta(days=1)
    sheet = participants.take_part(session, MEMBER, later, ParticipantAnswers("Another Example"))
    assert (sheet.organisation, sheet.joined_at) == ("Another Example", NOW)
    assert len(session.exec(select(Participant)).all()) == 1


def test_the_same_answers_again_leave_no_second_line_in_the_journal(session: Session) -> None:
    for _ in range(2):
        participants.take_part(session, MEMBER, NOW, ANSWERS)
    assert session.exec(select(JournalEntry.act).order_by(col(JournalEntry.id))).all() == ["took part"]


def test_who_left_comes_back_as_of_that_day(session: Session) -> None:
    participants.take_part(session, MEMBER, NOW, ANSWERS)
    assert participants.leave(session, MEMBER, NOW).joined_at is None
    later = NOW + timedelta(days=1)
    assert participants.take_part(session, MEMBER, later, ANSWERS).joined_at == later


def test_asking_keeps_what_was_typed_and_tells_the_moderators(session: Session) -> None:
    sheet = participants.ask(session, OUTSIDER, NOW, ANSWERS)
    assert (sheet.organisation, sheet.asked_at, sheet.joined_at) == ("Open Rights Example", NOW, None)
    notice = notices(session, NoticeKind.ASKED)[0]
    delivery = session.exec(select(Delivery).where(Delivery.notice_id == notice.id)).one()
    assert (delivery.place, delivery.recipient_id) == (Place.CHANNEL, makers.MODERATORS)
    assert notice.payload["user_id"] == 5


def test_asking_again_the_same_day_is_heard_once(session: Session) -> None:
    for hours in (0, 1, 24):
        participants.ask(session, OUTSIDER, NOW + timedelta(hours=hours), ANSWERS)
    assert len(notices(session, NoticeKind.ASKED)) == 2


def test_a_member_who_asks_simply_takes_part(session: Session) -> None:
    assert participants.ask(session, MEMBER, NOW, ANSWERS).joined_at == NOW
    assert not notices(session, NoticeKind.ASKED)


def test_who_lost_the_role_and_asks_has_not_left(session: Session) -> None:
    participants.take_part(session, MEMBER, NOW, ANSWERS)
    assert participants.ask(session, OUTSIDER, NOW + timedelta(days=1), ANSWERS).joined_at == NOW


def test_a_moderator_admits_and_the_person_is_told(session: Session) -> None:
    participants.ask(session, OUTSIDER, NOW, ANSWERS)
    assert participants.admit(session, makers.moderator(9), NOW, 5).joined_at == NOW
    notice = notices(session, NoticeKind.DECIDED)[0]
    assert session.exec(select(Delivery.recipient_id).where(Delivery.notice_id == notice.id)).all() == [5]


def test_only_moderators_admit(session: Session) -> None:
    participants.ask(session, OUTSIDER, NOW, ANSWERS)
    assert refused(participants.admit, session, makers.member(6), NOW, 5).reason is Reason.MODERATORS_ONLY


def test_letting_in_twice_changes_and_tells_nothing_more(session: Session) -> None:
    participants.ask(session, OUTSIDER, NOW, ANSWERS)
    for moderator, hours in ((9, 0), (8, 1)):
        later = NOW + timedelta(hours=hours)
        assert participants.admit(session, makers.moderator(moderator), later, 5).joined_at == NOW
    assert len(notices(session, NoticeKind.DECIDED)) == 1
    assert session.exec(select(JournalEntry.act).order_by(col(JournalEntry.id))).all() == [
        "asked to take part",
        "admitted",
    ]


def test_who_took_part_before_and_asks_again_is_let_in_again_and_told(session: Session) -> None:
    participants.take_part(session, MEMBER, NOW, ANSWERS)
    later = NOW + timedelta(days=1)
    participants.ask(session, OUTSIDER, later, ANSWERS)
    sheet = participants.admit(session, makers.moderator(9), later, 5)
    assert (sheet.joined_at, sheet.asked_at) == (NOW, None)
    assert len(notices(session, NoticeKind.DECIDED)) == 1


def test_moderators_see_who_asks_the_latest_first_until_they_are_let_in_or_leave(session: Session) -> None:
    def asking() -> list[int]:
        return [one.user_id for one in participants.asking(session, makers.moderator(9))]

    for user_id in (5, 6, 7, 8):
        participants.ask(session, Actor(GUILD, user_id), NOW + timedelta(minutes=user_id), ANSWERS)
    participants.ask(session, Actor(GUILD + 1, 4), NOW, ANSWERS)
    assert asking() == [8, 7, 6, 5]
    participants.admit(session, makers.moderator(9), NOW, 6)
    participants.leave(session, Actor(GUILD, 7), NOW)
    participants.take_part(session, makers.member(8), NOW, ANSWERS)
    assert asking() == [5]
    assert refused(participants.asking, session, makers.member(6)).reason is Reason.MODERATORS_ONLY


def test_leaving_twice_is_leaving_once(session: Session) -> None:
    participants.take_part(session, MEMBER, NOW, ANSWERS)
    for _ in range(2):
        assert participants.leave(session, MEMBER, NOW).joined_at is None
    assert session.exec(select(JournalEntry.act).order_by(col(JournalEntry.id))).all() == ["took part", "left"]


def test_who_never_asked_or_asked_elsewhere_is_not_found(session: Session) -> None:
    participants.ask(session, Actor(GUILD, 6), NOW, ANSWERS)
    participants.leave(session, Actor(GUILD, 6), NOW)
    elsewhere = Actor(GUILD + 1, 9, manages_server=True)
    for actor, user_id in ((makers.moderator(9), 5), (makers.moderator(9), 6), (elsewhere, 6)):
        assert refused(participants.admit, session, actor, NOW, user_id).reason is Reason.ASKS_NO_MORE


def test_each_server_knows_only_its_own(session: Session) -> None:
    participants.take_part(session, MEMBER, NOW, ANSWERS)
    elsewhere = Actor(GUILD + 1, MEMBER.user_id)
    assert participants.me(session, elsewhere) is None
    assert (
        participants.take_part(session, elsewhere, NOW, ParticipantAnswers("Example")).organisation == "Example"
    )
    known = present(participants.me(session, MEMBER))
    assert known.organisation == "Open Rights Example"


def test_nobody_has_said_anything_yet(session: Session) -> None:
    assert participants.me(session, MEMBER) is None
    participants.ask(session, OUTSIDER, NOW, ANSWERS)
    assert participants.me(session, OUTSIDER)


def test_mute_holds_until_an_instant_and_can_be_lifted(session: Session) -> None:
    participants.take_part(session, MEMBER, NOW, ANSWERS)
    until = NOW + timedelta(days=2)
    assert participants.mute(session, OUTSIDER, NOW, until).muted_until == until  # also without the role
    assert participants.mute(session, MEMBER, NOW, None).muted_until is None


def test_mute_until_a_past_instant_is_refused(session: Session) -> None:
    participants.take_part(session, MEMBER, NOW, ANSWERS)
    assert refused(participants.mute, session, MEMBER, NOW, NOW).reason is Reason.IN_THE_PAST


def test_who_takes_no_part_can_neither_mute_nor_leave(session: Session) -> None:
    for verb, args in ((participants.mute, (NOW, None)), (participants.leave, (NOW,))):
        assert refused(verb, session, MEMBER, *args).reason is Reason.TAKE_PART_FIRST


def test_every_act_names_its_actor(session: Session) -> None:
    participants.ask(session, OUTSIDER, NOW, ANSWERS)
    participants.admit(session, makers.moderator(9), NOW, 5)
    participants.mute(session, MEMBER, NOW, None)
    participants.leave(session, MEMBER, NOW)
    entries = session.exec(select(JournalEntry).order_by(col(JournalEntry.id))).all()
    assert [(entry.act, entry.facts["actor"]) for entry in entries] == [
        ("asked to take part", 5),
        ("admitted", 9),
        ("left", 5),
    ]


def test_who_is_gone_is_no_longer_among_those_who_can_vote(session: Session) -> None:
    makers.participants(session, 4, 5, 6)
    row = makers.proposal(session, makers.letter(session), "Riverlight")
    assert participants.gone(session, NOW, GUILD, 6)
    assert not participants.gone(session, NOW, GUILD, 6)
    assert not participants.gone(session, NOW, GUILD + 1, 5)
    vote = makers.vote_on(session, row)
    votes.end_due(session, vote.ends_at + votes.GRACE)
    assert vote.entitled == 2


def test_muting_and_asking_over_and_over_leave_one_entry_at_most(session: Session) -> None:
    participants.take_part(session, makers.member(5), NOW, ParticipantAnswers("Bridge", "", "", True))
    before = len(session.exec(select(JournalEntry)).all())
    for number in range(20):
        until = NOW + timedelta(hours=1) if number % 2 else None
        participants.mute(session, makers.member(5), NOW, until)
        participants.ask(session, Actor(GUILD, 8), NOW, ParticipantAnswers("Somewhere", "", "", True))
    assert len(session.exec(select(JournalEntry)).all()) == before + 1
