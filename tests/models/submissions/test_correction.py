"""What the proposer may still change: cancelling and correcting."""

from datetime import timedelta

import pytest
from sqlmodel import Session, select

from models.database.tables import Ballot, Consent, Decision, JournalEntry, Letter, PublicCard
from models.refusal import Reason
from models.rules.voting_policy import Policy
from models.submissions import proposals
from models.terms import Means, Preset, SignatoryState, Verdict
from models.voting import votes
from tests.conftest import NOW
from tests.models import makers
from tests.models.makers import agreed, answers, refused, signing
from tests.models.naming import MEMBER, MODERATOR, decided, propose, stored
from tests.sheets import vote_of

DAY = timedelta(days=1)
MODERATORS_DECIDE = Policy(Preset.MODERATORS_ONLY).document()


def test_the_proposer_cancels_and_the_name_is_free(session: Session, letter: Letter) -> None:
    sheet = propose(session)
    makers.ballot(session, stored(session, sheet), 3)
    assert proposals.cancel(session, MEMBER, NOW, sheet.id).state is SignatoryState.CANCELLED
    assert session.exec(select(Ballot)).all() == []
    propose(session, note="After all")


def test_nobody_cancels_what_others_proposed(session: Session, letter: Letter) -> None:
    sheet = propose(session)
    assert refused(proposals.cancel, session, MODERATOR, NOW, sheet.id).reason is Reason.NOT_YOURS


def test_outsiders_do_not_even_hear_that_it_exists(session: Session, letter: Letter) -> None:
    sheet = propose(session)
    assert refused(proposals.cancel, session, makers.member(9), NOW, sheet.id).reason is Reason.NOT_FOUND


@pytest.mark.parametrize(
    ("at", "reason"),
    [
        (SignatoryState.APPROVED, Reason.APPROVED_ALREADY),
        (SignatoryState.DECLINED, Reason.ENDED_ALREADY),
        (SignatoryState.CANCELLED, Reason.ENDED_ALREADY),
    ],
)
def test_what_is_decided_is_neither_cancelled_nor_corrected(
    session: Session, letter: Letter, at: SignatoryState, reason: Reason
) -> None:
    sheet = propose(session)
    decided(session, sheet, at)
    assert refused(proposals.cancel, session, MEMBER, NOW, sheet.id).reason is reason
    assert refused(proposals.correct, session, MEMBER, NOW, sheet.id, answers()).reason is reason


def test_a_spelling_keeps_the_votes_and_is_shown(session: Session, letter: Letter) -> None:
    sheet = propose(session, "Tactical Tehc")
    makers.ballot(session, stored(session, sheet), 3)
    session.exec(select(PublicCard)).one().stale = False
    corrected = proposals.correct(session, MEMBER, NOW + DAY / 2, sheet.id, answers("Tactical Tech"))
    assert corrected.name == "Tactical Tech"
    assert vote_of(corrected).voted == 1
    assert vote_of(corrected).ends_at == NOW + DAY
    session.expire_all()
    assert session.exec(select(PublicCard)).one().stale
    entry = session.exec(select(JournalEntry).where(JournalEntry.act == "corrected")).one()
    assert entry.facts["before"]["name"] == "Tactical Tehc"
    assert entry.facts["votes_kept"] is True


def test_another_identity_starts_the_vote_over_without_the_old_consent(
    session: Session, letter: Letter
) -> None:
    sheet = proposals.propose(session, MEMBER, NOW, None, agreed())
    makers.ballot(session, stored(session, sheet), 3)
    corrected = proposals.correct(session, MEMBER, NOW + DAY / 2, sheet.id, answers("Someone Else"))
    assert (corrected.state, vote_of(corrected).voted, corrected.consent) == (SignatoryState.VOTING, 0, False)
    assert vote_of(corrected).ends_at == NOW + DAY * 1.5


def test_another_identity_loses_a_vote_that_was_won(session: Session, letter: Letter) -> None:
    sheet = propose(session)
    row = stored(session, sheet)
    makers.ballot(session, row, 3)
    votes.end(session, row, NOW + DAY)
    assert row.state is SignatoryState.PASSED
    corrected = proposals.correct(session, MEMBER, NOW + DAY, sheet.id, answers("Someone Else"))
    assert (corrected.state, vote_of(corrected).result) == (SignatoryState.VOTING, None)


def test_another_identity_is_a_new_proposal_and_must_be_in_time(session: Session, letter: Letter) -> None:
    sheet = propose(session)
    refusal = refused(proposals.correct, session, MEMBER, makers.CLOSE, sheet.id, answers("Someone Else"))
    assert refusal.reason is Reason.CLOSED
    assert proposals.correct(session, MEMBER, makers.CLOSE, sheet.id, answers("Examples")).name == "Examples"


def test_another_identity_needs_a_free_name(session: Session, letter: Letter) -> None:
    propose(session, "Someone Else")
    sheet = propose(session)
    refusal = refused(proposals.correct, session, MEMBER, NOW, sheet.id, answers("Someone Else"))
    assert refusal.reason is Reason.DUPLICATE
    assert stored(session, sheet).name == "Example"


def test_without_a_vote_another_identity_keeps_waiting(session: Session, letter: Letter) -> None:
    letter.policy = MODERATORS_DECIDE
    sheet = propose(session)
    corrected = proposals.correct(session, MEMBER, NOW, sheet.id, answers("Someone Else"))
    assert corrected.state is SignatoryState.PROPOSED


@pytest.mark.parametrize("name", ["Examples", "Someone Else"], ids=["spelling", "identity"])
def test_another_spelling_or_identity_voids_the_first_of_two_approvals(
    session: Session, letter: Letter, name: str
) -> None:
    letter.policy = MODERATORS_DECIDE
    sheet = propose(session)
    first = Decision(
        signatory_id=sheet.id, verdict=Verdict.APPROVE, decided_by=3, decided_at=NOW, before=sheet.state
    )
    session.add(first)
    session.flush()
    proposals.correct(session, MEMBER, NOW, sheet.id, answers(name))
    session.refresh(first)
    assert first.undone_at == NOW


def test_a_correction_may_bring_the_consent(session: Session, letter: Letter) -> None:
    sheet = propose(session)
    assert proposals.correct(session, MEMBER, NOW, sheet.id, agreed()).consent


def test_an_own_signing_never_becomes_that_of_someone_else(session: Session, letter: Letter) -> None:
    sheet = proposals.sign(session, MEMBER, NOW, None, signing())
    refusal = refused(proposals.correct, session, MEMBER, NOW, sheet.id, answers("Someone Else"))
    assert refusal.reason is Reason.OTHER_NAME
    proposals.correct(session, MEMBER, NOW, sheet.id, agreed("AccessNow"))
    assert session.get_one(Consent, sheet.id).means is Means.OWN_CLICK


def test_many_small_corrections_do_not_carry_votes_to_another_name(session: Session, letter: Letter) -> None:
    sheet = propose(session, name="Liberty Network")
    makers.ballot(session, stored(session, sheet), 3)
    for name in ("Librty Network", "Librry Network", "Library Network"):
        proposals.correct(session, MEMBER, NOW, sheet.id, answers(name))
    assert session.exec(select(Ballot)).all() == []


def test_a_note_that_was_changed_is_in_the_journal_and_nothing_changed_is_said(
    session: Session, letter: Letter
) -> None:
    sheet = propose(session, note="Good people")
    proposals.correct(session, MEMBER, NOW, sheet.id, answers("Example", note="Paid by us"))
    [entry] = session.exec(select(JournalEntry).where(JournalEntry.act == "corrected"))
    assert [entry.facts[side]["note"] for side in ("before", "after")] == ["Good people", "Paid by us"]
    again = answers("Example", note="Paid by us")
    assert refused(proposals.correct, session, MEMBER, NOW, sheet.id, again).reason is Reason.UNCHANGED
