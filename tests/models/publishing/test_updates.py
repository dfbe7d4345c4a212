"""Updates and corrections: the numbered lists that follow the first."""

from datetime import timedelta

import pytest
from sqlmodel import Session

from models.database.tables import Letter
from models.publishing import editions, updates
from models.refusal import Reason
from models.terms import EditionName, LetterState
from tests.conftest import NOW
from tests.models import makers

LATER = NOW + timedelta(hours=1)
MODERATOR = makers.moderator(5)


@pytest.fixture
def letter(session: Session) -> Letter:
    """Published NOW with two names; one was added, one removed and one respelled since."""
    row = makers.letter(session, published_at=NOW)
    gone = makers.signatory(session, row, "Gone")
    spelled = makers.signatory(session, row, "Speled")
    editions.cut(session, row, EditionName.OPENING, NOW)
    gone.removed_at, spelled.name = LATER, "Spelled"
    makers.signatory(session, row, "New", approved_at=LATER)
    session.flush()
    return row


def test_the_preview_says_what_was_added_removed_and_respelled(session: Session, letter: Letter) -> None:
    pending = updates.check_publish(session, MODERATOR, LATER)
    assert [one.name for one in pending.added] == ["New"]
    assert [one.name for one in pending.removed] == ["Gone"]
    assert [(old.name, new.name) for old, new in pending.respelled] == [("Speled", "Spelled")]
    assert pending.any


def test_an_update_is_the_next_number_with_what_is_there_now(session: Session, letter: Letter) -> None:
    seen = updates.fingerprint(updates.check_publish(session, MODERATOR, LATER).after)
    done = updates.publish(session, MODERATOR, LATER, letter.id, seen)
    assert (done.after.number, done.after.name) == (2, EditionName.UPDATE)
    assert [one.name for one in done.after.entries] == ["New", "Spelled"]
    assert done.after.digest == editions.digest_of(editions.document(done.after))
    assert [one.name for one in done.added] == ["New"]


def test_what_was_shown_is_what_is_published(session: Session, letter: Letter) -> None:
    seen = updates.fingerprint(updates.check_publish(session, MODERATOR, LATER).after)
    makers.signatory(session, letter, "Just now", approved_at=LATER)
    assert makers.refused(updates.publish, session, MODERATOR, LATER, letter.id, seen).reason is Reason.OUTDATED


def test_the_same_list_again_is_no_update(session: Session, letter: Letter) -> None:
    seen = updates.fingerprint(updates.check_publish(session, MODERATOR, LATER).after)
    updates.publish(session, MODERATOR, LATER, letter.id, seen)
    refused = makers.refused(updates.publish, session, MODERATOR, LATER, letter.id, seen)
    assert (refused.reason, refused.values) == (Reason.UNCHANGED, {"number": 2})


def test_before_publication_there_is_nothing_to_update(session: Session) -> None:
    letter = makers.letter(session)
    for act in (
        lambda: updates.check_publish(session, MODERATOR, NOW),
        lambda: updates.correct(session, MODERATOR, NOW, letter.id, "x"),
    ):
        assert makers.refused(act).reason is Reason.NOT_PUBLISHED


def test_after_the_final_list_only_corrections_follow(session: Session, letter: Letter) -> None:
    letter.final_at, letter.state = LATER, LetterState.ARCHIVED
    session.flush()
    refused = makers.refused(updates.publish, session, MODERATOR, LATER, letter.id, "")
    assert (refused.reason, refused.values) == (Reason.ONLY_CORRECTIONS, {"at": LATER})
    done = updates.correct(session, MODERATOR, LATER, letter.id, "Spelled was\nmisspelled.")
    assert (done.after.name, done.after.correction) == (EditionName.CORRECTION, "Spelled was misspelled.")


def test_a_correction_without_its_line_is_refused(session: Session, letter: Letter) -> None:
    refused = makers.refused(updates.correct, session, MODERATOR, LATER, letter.id, " ")
    assert (refused.reason, refused.values) == (Reason.EMPTY, {"field": "correction"})


def test_the_line_of_a_correction_is_in_its_digest(session: Session, letter: Letter) -> None:
    done = updates.correct(session, MODERATOR, LATER, letter.id, "Spelled was misspelled.").after
    assert "Spelled was misspelled." in str(editions.document(done))


def test_a_letter_can_be_compared_with_any_list(session: Session, letter: Letter) -> None:
    updates.correct(session, MODERATOR, LATER, letter.id, "x")
    assert not updates.since(session, MODERATOR, LATER).any
    assert updates.since(session, MODERATOR, LATER, letter.id, 1).any
    assert makers.refused(updates.since, session, MODERATOR, LATER, letter.id, 9).reason is Reason.NOT_FOUND


def test_members_publish_no_update(session: Session, letter: Letter) -> None:
    member = makers.member(7)
    makers.participant(session, 7)
    for act in (
        lambda: updates.check_publish(session, member, LATER),
        lambda: updates.publish(session, member, LATER, letter.id, ""),
        lambda: updates.correct(session, member, LATER, letter.id, "x"),
        lambda: updates.check_correct(session, member),
        lambda: updates.since(session, member, LATER),
    ):
        assert makers.refused(act).reason is Reason.MODERATORS_ONLY
