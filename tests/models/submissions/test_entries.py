"""What moderators do to the list by their own hand."""

from datetime import timedelta
from typing import Any

import pytest
from sqlmodel import Session, col, select

from models.consents import consents
from models.database.tables import Consent, Delivery, JournalEntry, Letter, Notice, Signatory
from models.publishing import roster
from models.refusal import Reason
from models.review import review
from models.sheets import EntryChanges, ProposalAnswers
from models.signatories import counting, decisions
from models.submissions import entries
from models.terms import Kind, LetterState, NoticeKind, SignatoryState, Way
from tests.conftest import GUILD, NOW
from tests.models import makers
from tests.models.makers import refused

S = SignatoryState
MODERATOR = makers.moderator(3)
LATER = NOW + timedelta(hours=1)


def answers(name: str = "Example", **more: Any) -> ProposalAnswers:
    return ProposalAnswers(
        Kind.ORGANISATION, name, **({"authorised_by": "The board", "evidence": "The form"} | more)
    )


def edit(session: Session, row: Signatory, **changes: Any) -> None:
    entries.edit(session, MODERATOR, NOW, row.id, EntryChanges(**changes))  # type: ignore[typeddict-item]


@pytest.mark.parametrize("state", [LetterState.DRAFT, LetterState.OPEN])
def test_an_entry_waits_for_review_with_its_source_as_consent(
    session: Session, letter: Letter, state: LetterState
) -> None:
    letter.state = state
    sheet = entries.enter(session, MODERATOR, NOW, letter.id, answers(country="France"))
    assert (sheet.state, sheet.way, sheet.late, sheet.consent) == (S.PROPOSED, Way.ENTERED, False, True)
    assert session.get_one(Consent, sheet.id).evidence == "The form"


@pytest.mark.parametrize("state", [LetterState.OPEN, LetterState.CLOSED])
def test_an_entry_after_the_close_is_late(session: Session, letter: Letter, state: LetterState) -> None:
    letter.state = state
    sheet = entries.enter(session, MODERATOR, makers.CLOSE, letter.id, answers())
    assert (sheet.state, sheet.late) == (S.LATE, True)


@pytest.mark.parametrize("state", [LetterState.ARCHIVED, LetterState.CANCELLED])
def test_nothing_is_entered_once_the_letter_is_put_away(
    session: Session, letter: Letter, state: LetterState
) -> None:
    letter.state = state
    refusal = refused(entries.enter, session, MODERATOR, NOW, letter.id, answers())
    assert (refusal.reason, refusal.values["state"]) == (Reason.WRONG_STATE, state)


@pytest.mark.parametrize("missing", ["authorised_by", "evidence"])
def test_an_entry_needs_its_source(session: Session, letter: Letter, missing: str) -> None:
    refusal = refused(entries.enter, session, MODERATOR, NOW, letter.id, answers(**{missing: " "}))
    assert (refusal.reason, refusal.values) == (Reason.CONSENT_INCOMPLETE, {"missing": missing})


def test_an_entry_of_a_live_name_is_a_duplicate_unless_it_is_a_twin(session: Session, letter: Letter) -> None:
    makers.signatory(session, letter, "Example")
    refusal = refused(entries.enter, session, MODERATOR, NOW, letter.id, answers("EXAMPLE"))
    assert (refusal.reason, refusal.values["state"]) == (Reason.DUPLICATE, S.APPROVED)
    twin = entries.enter(session, MODERATOR, NOW, letter.id, answers(), twin=True)
    assert session.get_one(Signatory, twin.id).twin == 1


def test_a_moderator_enters_again_what_came_to_nothing(session: Session, letter: Letter) -> None:
    for _ in range(3):
        sheet = entries.enter(session, MODERATOR, NOW, letter.id, answers())
        review.decline(session, MODERATOR, NOW, [sheet.id], "Not now")


def test_an_edit_changes_what_is_printed_from_now_on(session: Session, letter: Letter) -> None:
    row = makers.signatory(session, letter, "The Exampel")
    edit(session, row, name="The Example", country="uk", detail="example.org")
    assert row.name == "The Example"
    assert row.sort_key == "example"
    assert row.country == "GB"
    assert row.website == "https://example.org"
    assert row.state is S.APPROVED
    assert [line.name for line in roster.entries(session, letter.id, NOW)] == ["The Example"]


def test_an_edit_leaves_alone_what_it_does_not_name(session: Session, letter: Letter) -> None:
    row = makers.signatory(session, letter, "Example", country="FR", website="https://example.org")
    edit(session, row, name="Examples")
    assert (row.country, row.website) == ("FR", "https://example.org")


def test_a_sort_key_by_hand_stays_until_the_name_changes_or_it_is_emptied(
    session: Session, letter: Letter
) -> None:
    row = makers.signatory(session, letter, "Example")
    edit(session, row, sort_key="Zebra")
    edit(session, row, country="FR")
    assert row.sort_key == "zebra"
    edit(session, row, sort_key="")
    assert row.sort_key == "example"


def test_an_edit_to_a_name_that_is_there_already_is_a_duplicate(session: Session, letter: Letter) -> None:
    makers.signatory(session, letter, "Other")
    row = makers.signatory(session, letter, "Example", state=S.PROPOSED, approved_at=None)
    assert refused(edit, session, row, name="other").reason is Reason.DUPLICATE


def test_twins_may_be_edited_without_becoming_duplicates(session: Session, letter: Letter) -> None:
    makers.signatory(session, letter, "Example")
    row = makers.signatory(session, letter, "Example", twin=1)
    edit(session, row, country="FR")
    assert row.twin == 1


def test_an_edit_is_in_the_journal_with_before_and_after(session: Session, letter: Letter) -> None:
    edit(session, makers.signatory(session, letter, "Exampel"), name="Example")
    payload = session.exec(select(JournalEntry)).one().facts
    assert (payload["actor"], payload["before"]["name"], payload["after"]["name"]) == (3, "Exampel", "Example")


def test_an_edit_that_changes_nothing_is_refused(session: Session, letter: Letter) -> None:
    row = makers.signatory(session, letter, "Example")
    assert refused(edit, session, row, name="Example").reason is Reason.UNCHANGED


def test_what_came_to_an_end_is_not_edited(session: Session, letter: Letter) -> None:
    row = makers.signatory(session, letter, "Example", state=S.DECLINED, live=False)
    assert refused(edit, session, row, name="Examples").reason is Reason.ENDED_ALREADY


# A new identity is a new signatory


def waiting(session: Session, letter: Letter, **changes: Any) -> Signatory:
    """A name with a consent that no moderator has decided on."""
    row = makers.signatory(
        session, letter, "Index Iran", **({"state": S.PROPOSED, "approved_at": None} | changes)
    )
    makers.consent(session, row)
    return row


@pytest.mark.parametrize(
    "stands",
    [
        {"state": S.APPROVED, "approved_at": NOW},
        {"way": Way.SIGNED, "added_by": 2},
        {"way": Way.PROPOSED, "added_by": 2},
    ],
    ids=["on the list", "an own signature", "another member's proposal"],
)
@pytest.mark.parametrize(
    "changes", [{"name": "Index Iraq"}, {"detail": "elsewhere.example"}, {"kind": Kind.INDIVIDUAL}]
)
def test_a_moderator_makes_no_other_signatory_of_what_others_agreed_to(
    session: Session, letter: Letter, stands: dict[str, Any], changes: dict[str, Any]
) -> None:
    row = waiting(session, letter, website="https://index.example", **stands)
    refusal = refused(edit, session, row, **changes)
    assert (refusal.reason, refusal.values["name"]) == (Reason.ANOTHER_NAME, "Index Iran")
    assert row.name == "Index Iran"
    assert row.kind == Kind.ORGANISATION
    assert session.get(Consent, row.id) is not None


@pytest.mark.parametrize("changes", [{"name": "Index Iraq"}, {"detail": "The Ministry"}])
def test_nor_of_a_name_that_its_person_confirmed(
    session: Session, letter: Letter, changes: dict[str, Any]
) -> None:
    row = waiting(session, letter, kind=Kind.INDIVIDUAL, person_id=8, person_asked_at=NOW)
    consents.record_confirmed(session, row, NOW, 8)
    assert refused(edit, session, row, **changes).reason is Reason.ANOTHER_NAME


@pytest.mark.parametrize("state", [S.VOTING, S.PASSED, S.HOLD])
def test_nor_of_what_was_voted_on(session: Session, letter: Letter, state: S) -> None:
    row = makers.proposal(session, letter, "Index Iran", state=state, way=Way.ENTERED)
    makers.ballot(session, row, 2)
    assert refused(edit, session, row, name="Index Iraq").reason is Reason.ANOTHER_NAME


def test_nor_after_the_close_of_what_came_before_it(session: Session, letter: Letter) -> None:
    row = waiting(session, letter)
    letter.state = LetterState.CLOSED
    refusal = refused(entries.edit, session, MODERATOR, makers.CLOSE, row.id, {"name": "Index Iraq"})
    assert refusal.reason is Reason.ANOTHER_NAME


def test_what_moderators_entered_becomes_another_without_consent_person_and_first_approval(
    session: Session, letter: Letter
) -> None:
    letter.two_person = True
    row = waiting(session, letter, kind=Kind.INDIVIDUAL, person_id=8, person_asked_at=NOW)
    assert review.approve(session, MODERATOR, NOW, [row.id]).answers[0].second_needed
    edit(session, row, name="Ada Byron")
    assert (row.name, row.state, row.person_id) == ("Ada Byron", S.PROPOSED, None)
    assert session.get(Consent, row.id) is None
    assert decisions.first_approval(session, row) is None
    acts = session.exec(select(JournalEntry.act).order_by(col(JournalEntry.id))).all()
    assert acts[-2:] == ["approval void", "edited"]


def test_many_small_steps_lead_to_no_other_name(session: Session, letter: Letter) -> None:
    row = waiting(session, letter, state=S.APPROVED, approved_at=NOW)
    edit(session, row, name="Indexx Iran")
    edit(session, row, name="Index Iran", country="FR")
    assert refused(edit, session, row, name="Index Iran Two").reason is Reason.ANOTHER_NAME


def test_the_proposer_and_its_person_are_told_how_it_is_printed_now(session: Session, letter: Letter) -> None:
    makers.participant(session, 8)
    row = waiting(session, letter, way=Way.PROPOSED, added_by=2, kind=Kind.INDIVIDUAL, person_id=8)
    edit(session, row, aliases="Dex")
    assert session.exec(select(Notice)).all() == []
    edit(session, row, name="INDEX Iran")
    told = session.exec(select(Delivery.recipient_id, Notice).join(Notice)).all()
    assert {user_id for user_id, _ in told} == {2, 8}
    assert {(one.kind, one.payload["before"], one.payload["after"]) for _, one in told} == {
        (NoticeKind.EDITED, "Index Iran", "INDEX Iran")
    }


def test_a_removal_counts_from_then_on_and_not_before(session: Session, letter: Letter) -> None:
    row = makers.signatory(session, letter, "Example")
    letter.state = LetterState.ARCHIVED
    assert entries.remove(session, MODERATOR, LATER, row.id, "They asked us").state is S.REMOVED
    assert counting.count(session, letter.id, NOW).total == 1
    assert counting.count(session, letter.id, LATER).total == 0


def test_a_removal_needs_a_reason(session: Session, letter: Letter) -> None:
    row = makers.signatory(session, letter, "Example")
    refusal = refused(entries.remove, session, MODERATOR, NOW, row.id, " ")
    assert (refusal.reason, refusal.values["field"]) == (Reason.EMPTY, "reason")


def test_only_what_is_on_the_list_is_removed(session: Session, letter: Letter) -> None:
    row = makers.proposal(session, letter, "Example")
    refusal = refused(entries.remove, session, MODERATOR, NOW, row.id, "Why not")
    assert (refusal.reason, refusal.values["state"]) == (Reason.NOT_APPROVED, S.VOTING)


def test_a_moderator_may_keep_what_its_proposer_wanted_off(session: Session, letter: Letter) -> None:
    row = makers.signatory(session, letter, "Example", leaving_at=NOW)
    kept = entries.keep(session, MODERATOR, NOW, row.id, "They want to stay")
    assert (kept.state, kept.leaving_at) == (S.APPROVED, None)
    assert refused(entries.keep, session, MODERATOR, NOW, row.id).reason is Reason.NOT_ASKED


def test_all_of_this_is_for_moderators(session: Session, letter: Letter) -> None:
    row = makers.signatory(session, letter, "Example", leaving_at=NOW)
    member = makers.member(2)
    for act in (
        lambda: entries.enter(session, member, NOW, letter.id, answers("Other")),
        lambda: entries.edit(session, member, NOW, row.id, {"name": "Examples"}),
        lambda: entries.remove(session, member, NOW, row.id, "Why not"),
        lambda: entries.keep(session, member, NOW, row.id),
    ):
        assert refused(act).reason is Reason.MODERATORS_ONLY


def test_ids_of_another_server_are_not_found(session: Session, letter: Letter) -> None:
    row = makers.signatory(session, letter, "Example", guild_id=GUILD + 1)
    for act in (
        lambda: edit(session, row, name="Examples"),
        lambda: entries.remove(session, MODERATOR, NOW, row.id, "Why not"),
        lambda: entries.keep(session, MODERATOR, NOW, row.id),
    ):
        assert refused(act).reason is Reason.NOT_FOUND


def test_a_country_that_was_agreed_to_is_changed_to_no_other(session: Session, letter: Letter) -> None:
    sheet = entries.enter(session, MODERATOR, NOW, letter.id, answers())
    row = session.get_one(Signatory, sheet.id)
    entries.edit(session, makers.moderator(4), NOW, row.id, EntryChanges(country="France"))
    assert consents.of(session, row) is not None
    review.approve(session, MODERATOR, NOW, [row.id])
    refusal = refused(edit, session, row, country="Germany")
    assert (refusal.reason, row.country) == (Reason.ANOTHER_NAME, "FR")


def test_a_country_that_was_added_by_mistake_after_the_approval_is_taken_out(
    session: Session, letter: Letter
) -> None:
    row = session.get_one(Signatory, entries.enter(session, MODERATOR, NOW, letter.id, answers()).id)
    review.approve(session, MODERATOR, NOW, [row.id])
    edit(session, row, country="France")
    edit(session, row, country="")
    assert (row.country, consents.of(session, row) is not None) == ("", True)
