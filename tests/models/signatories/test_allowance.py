"""One allowance for every way in which a member adds a name or asks somebody; being erased gives no new one."""

from datetime import timedelta

import pytest
from sqlmodel import Session, select

from models.consents import person_requests
from models.database.tables import AllowanceUse, Letter, Notice, Participant
from models.letters import window
from models.operations import personal_data
from models.participants import participants
from models.refusal import Reason
from models.review import review
from models.rules.voting_policy import Policy
from models.sheets import ParticipantAnswers
from models.signatories import allowance
from models.submissions import limits, proposals
from models.terms import Kind, NoticeKind, Preset
from tests.conftest import NOW
from tests.models import makers

MO, BEN, EVE, ADA = makers.moderator(9), makers.member(5), makers.member(6), 7
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


@pytest.fixture
def letter(session: Session) -> Letter:
    makers.participants(session, MO.user_id, BEN.user_id, EVE.user_id)
    return another(session, most_open=3)


def another(session: Session, **changes: object) -> Letter:
    return makers.letter(session, policy=Policy(preset=Preset.MODERATORS_ONLY), **changes)


def propose(session: Session, letter: Letter, name: str, kind: Kind = Kind.ORGANISATION, by: int = 5) -> int:
    actor = makers.member(by)
    return proposals.propose(session, actor, NOW, letter.id, makers.answers(name, kind)).id


def sign(session: Session, letter: Letter, name: str, kind: Kind = Kind.ORGANISATION) -> int:
    return proposals.sign(session, BEN, NOW, letter.id, makers.signing(name, kind)).id


def forgotten_and_back(session: Session) -> None:
    personal_data.erase(session, BEN, NOW)
    participants.take_part(session, BEN, NOW, ParticipantAnswers("Elsewhere", "", "", True))


def refused(session: Session, letter: Letter, name: str = "One more") -> Reason:
    return makers.refused(propose, session, letter, name).reason


def test_what_is_signed_and_proposed_is_counted_together(session: Session, letter: Letter) -> None:
    propose(session, letter, "Bridge Trust")
    sign(session, letter, "Hill Fund")
    sign(session, letter, "Shore Union")
    assert refused(session, letter) is Reason.TOO_MANY_OPEN
    assert makers.refused(sign, session, letter, "One more").reason is Reason.TOO_MANY_OPEN
    sign(session, letter, "Ben Hollow", Kind.INDIVIDUAL)
    propose(session, another(session), "On another letter")


def test_what_came_late_is_counted_too(session: Session, letter: Letter) -> None:
    late = makers.CLOSE + DAY
    for name in ("Bridge Trust", "Hill Fund", "Shore Union"):
        proposals.keep_signing_late(session, BEN, late, letter.id, makers.signing(name))
    kept = makers.refused(proposals.keep_late, session, BEN, late, letter.id, makers.answers("One more"))
    assert kept.reason is Reason.TOO_MANY_OPEN


def test_erasing_gives_no_new_allowance(session: Session, letter: Letter) -> None:
    ids = [propose(session, letter, name) for name in ("Bridge Trust", "Hill Fund", "Shore Union")]
    forgotten_and_back(session)
    assert refused(session, letter) is Reason.TOO_MANY_OPEN
    review.decline(session, MO, NOW, ids[:1], "Not for this letter")
    propose(session, letter, "One more")


def test_erasing_gives_no_second_own_signature(session: Session, letter: Letter) -> None:
    one = sign(session, letter, "Ben Hollow", Kind.INDIVIDUAL)
    forgotten_and_back(session)
    again = makers.refused(sign, session, letter, "Benjamin Hollow", Kind.INDIVIDUAL)
    assert (again.reason, again.values["signatory_id"]) == (Reason.ALREADY_SIGNED, one)
    theirs = propose(session, letter, "B. Hollow", Kind.INDIVIDUAL, by=6)
    asked = makers.refused(person_requests.ask, session, EVE, NOW, theirs, BEN.user_id)
    assert asked.reason is Reason.DUPLICATE


def test_a_burst_of_signatures_or_after_erasing_is_told(session: Session, letter: Letter) -> None:
    letter.most_open = 99
    for number in range(allowance.BURST):
        sign(session, letter, f"Body number {number}")
    personal_data.erase(session, BEN, NOW)
    participants.take_part(session, BEN, NOW, ParticipantAnswers("Elsewhere", "", "", True))
    assert session.exec(select(Notice).where(Notice.kind == NoticeKind.BURST)).all() == []
    sign(session, letter, "One more")
    [told] = session.exec(select(Notice).where(Notice.kind == NoticeKind.BURST)).all()
    assert told.payload == {"user_id": BEN.user_id, "count": allowance.BURST + 1}


def test_correcting_a_typo_uses_nothing_and_another_name_does(session: Session, letter: Letter) -> None:
    one = propose(session, letter, "Harbour Watch")
    for number in range(allowance.BURST):
        typo = "Harbor Watch" if number % 2 == 0 else "Harbour Watch"
        proposals.correct(session, BEN, NOW, one, makers.answers(typo))
    assert len(session.exec(select(AllowanceUse)).all()) == 1
    for number in range(allowance.BURST):
        proposals.correct(session, BEN, NOW, one, makers.answers(f"Another body {number} of the {number}th"))
    [told] = session.exec(select(Notice).where(Notice.kind == NoticeKind.BURST)).all()
    assert told.payload["user_id"] == BEN.user_id


def test_moderators_allow_one_member_more(session: Session, letter: Letter) -> None:
    for name in ("Bridge Trust", "Hill Fund", "Shore Union"):
        propose(session, letter, name)
    limits.allow(session, MO, NOW, BEN.user_id, 4)
    propose(session, letter, "A fourth")
    assert refused(session, letter) is Reason.TOO_MANY_OPEN
    for most, reason in ((4, Reason.UNCHANGED), (0, Reason.BAD_LIMIT), (501, Reason.BAD_LIMIT)):
        assert makers.refused(limits.allow, session, MO, NOW, BEN.user_id, most).reason is reason
    for by, who, reason in ((BEN, 5, Reason.MODERATORS_ONLY), (MO, 77, Reason.NOT_FOUND)):
        assert makers.refused(limits.allow, session, by, NOW, who, 9).reason is reason


def test_a_person_is_asked_once_a_letter_unless_a_moderator_asks_again(
    session: Session, letter: Letter
) -> None:
    one = propose(session, letter, "Ada Brook", Kind.INDIVIDUAL)
    person_requests.ask(session, BEN, NOW, one, ADA)
    proposals.cancel(session, BEN, NOW, one)
    two = propose(session, letter, "Ada Brooks", Kind.INDIVIDUAL, by=6)
    asked = makers.refused(person_requests.ask, session, EVE, NOW + DAY * 2, two, ADA)
    assert asked.reason is Reason.ASKED_BEFORE
    personal_data.forget(session, letter.guild_id, ADA, NOW)
    asked = makers.refused(person_requests.ask, session, EVE, NOW + DAY * 2, two, ADA)
    assert asked.reason is Reason.ASKED_BEFORE
    person_requests.ask(session, MO, NOW, two, ADA)


def test_a_person_is_asked_three_times_a_day_by_all_together(session: Session, letter: Letter) -> None:
    for number in range(allowance.ASKED_MOST):
        row = another(session)
        one = propose(session, row, "Ada Brook", Kind.INDIVIDUAL, by=5 + number % 2)
        person_requests.ask(session, (BEN, EVE)[number % 2], NOW + HOUR * number, one, ADA)
    one = propose(session, letter, "Ada Brook", Kind.INDIVIDUAL)
    for actor in (BEN, MO):
        often = makers.refused(person_requests.ask, session, actor, NOW + HOUR, one, ADA)
        assert (often.reason, often.values) == (Reason.ASKED_OFTEN, {"limit": 3})
    person_requests.ask(session, BEN, NOW + DAY, one, ADA)


def test_nothing_of_it_names_anybody_and_it_ends_with_the_letter(session: Session, letter: Letter) -> None:
    one = propose(session, letter, "Ada Brook", Kind.INDIVIDUAL)
    person_requests.ask(session, BEN, NOW, one, ADA)
    uses = session.exec(select(AllowanceUse)).all()
    assert [use.what.value for use in uses] == ["added", "asked", "was asked"]
    assert {len(use.who) for use in uses} == {43}
    window.cancel(session, MO, NOW, letter.id, "No more")
    assert session.exec(select(AllowanceUse)).all() == []


def test_a_burst_is_told_once_a_day_also_of_who_was_erased_in_between(session: Session, letter: Letter) -> None:
    letter.most_open = 99
    for number in range(allowance.BURST + 1):
        sign(session, letter, f"Body number {number}")
    assert len(session.exec(select(Notice).where(Notice.kind == NoticeKind.BURST)).all()) == 1
    forgotten_and_back(session)
    sign(session, letter, "One more")
    assert session.exec(select(Notice).where(Notice.kind == NoticeKind.BURST)).all() == []


def test_anyone_who_is_stopped_signs_for_the_organisation_that_was_confirmed(
    session: Session, letter: Letter
) -> None:
    limits.block(session, MO, NOW, BEN.user_id, "Invented names")
    person = session.exec(select(Participant).where(Participant.user_id == BEN.user_id)).one()
    for name in ("", person.organisation):
        assert makers.refused(sign, session, letter, name).reason is Reason.BLOCKED
    person.confirmed_key = person.organisation_key
    assert makers.refused(sign, session, letter, "Hill Fund").reason is Reason.BLOCKED
    sign(session, letter, person.organisation)
