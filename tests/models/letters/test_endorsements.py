"""Who endorses which text, and what a change of it asks of whom."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlmodel import Session, col, select

from models.consents import consents, reconfirmation
from models.database.tables import Consent, Delivery, JournalEntry, Letter, Notice, Signatory, TextVersion
from models.letters import endorsements, text_changes, texts
from models.participants import drafts
from models.publishing import editions, publication, roster, updates
from models.publishing.exports.arrange import arrange
from models.refusal import Reason
from models.sheets import Arrangement, TextQuestion
from models.submissions import proposals
from models.terms import EditionName, LetterState, NoticeKind, Place, SignatoryState, TextChange
from models.views import signatory_detail
from tests.conftest import NOW
from tests.models import makers
from tests.models.letters.endorsing import BEN, LATER, MODERATOR, rewrite, signed, worded


@pytest.fixture
def letter(session: Session) -> Letter:
    return worded(session)


def told(session: Session, kind: NoticeKind) -> list[Notice]:
    return list(session.exec(select(Notice).where(Notice.kind == kind)))


def named(session: Session, row: Notice) -> list[str]:
    """The names that a message is about, which the notice holds as ids alone."""
    assert not {"Alpha", "Beta", "Imported", "Silent"} & set(map(str, row.payload.values()))
    return [session.get_one(Signatory, one).name for one in row.payload["about"]]


def listed(session: Session, letter: Letter, at: datetime = LATER) -> list[bool]:
    return [entry.earlier for entry in roster.entries(session, letter.id, at)]


def test_before_anybody_agreed_a_text_changes_without_a_question(session: Session, letter: Letter) -> None:
    makers.proposal(session, letter, "Nobody agreed yet")
    assert texts.write(session, MODERATOR, NOW, letter.id, "Another").version.change is None


def test_after_the_first_signature_it_must_be_said_what_kind_of_change_it_is(
    session: Session, letter: Letter
) -> None:
    signed(session, letter)
    refusal = makers.refused(texts.write, session, MODERATOR, LATER, letter.id, "We ask for two.")
    assert refusal.reason is Reason.CHANGE_NEEDED
    version = session.get_one(TextVersion, rewrite(session, letter, "We ask for two."))
    assert (version.change, version.created_by) == (TextChange.SUBSTANCE, MODERATOR.user_id)


def test_who_left_asks_for_no_answer(session: Session, letter: Letter) -> None:
    signed(session, letter, live=False, state=SignatoryState.REMOVED)
    assert texts.write(session, MODERATOR, LATER, letter.id, "We ask for two.").version.number == 2


def test_the_question_shows_what_changes_and_keeps_what_was_typed(session: Session, letter: Letter) -> None:
    signed(session, letter)
    asked = text_changes.offer(session, MODERATOR, LATER, letter.id, "We ask for two things.")
    assert isinstance(asked, TextQuestion)
    assert [(piece.sort, piece.text) for piece in asked.pieces] == [
        ("same", "We ask for "), ("gone", "one"), ("new", "two"), ("same", " "), ("gone", "thing."), ("new", "things."),
    ]  # fmt: skip
    assert "-We ask for one thing.\n+We ask for two things." in asked.lines
    sheet = text_changes.answer(session, MODERATOR, LATER, asked.draft_id, TextChange.CORRECTION)
    assert (sheet.version.number, sheet.body) == (2, "We ask for two things.")
    refusal = makers.refused(
        text_changes.answer, session, MODERATOR, LATER, asked.draft_id, TextChange.CORRECTION
    )
    assert refusal.reason is Reason.DRAFT_GONE


def test_an_answer_to_a_text_that_was_changed_meanwhile_is_outdated(session: Session, letter: Letter) -> None:
    signed(session, letter)
    asked = text_changes.offer(session, MODERATOR, LATER, letter.id, "We ask for two.")
    assert isinstance(asked, TextQuestion)
    rewrite(session, letter, "We ask for three.", TextChange.CORRECTION)
    refusal = makers.refused(
        text_changes.answer, session, MODERATOR, LATER, asked.draft_id, TextChange.SUBSTANCE
    )
    assert refusal.reason is Reason.OUTDATED


def test_no_other_draft_is_taken_for_a_text(session: Session, letter: Letter) -> None:
    other = drafts.save(session, MODERATOR, LATER, "propose", [letter.id, "en"], {"text": "x"})
    refusal = makers.refused(text_changes.answer, session, MODERATOR, LATER, other, TextChange.CORRECTION)
    assert refusal.reason is Reason.DRAFT_GONE


def test_after_a_correction_signatures_stand(session: Session, letter: Letter) -> None:
    signed(session, letter)
    rewrite(session, letter, "We ask for one thing!", TextChange.CORRECTION)
    assert listed(session, letter) == [False]
    assert told(session, NoticeKind.TEXT_CHANGED) == []


def test_after_a_change_of_substance_and_a_correction_of_it_they_do_not(
    session: Session, letter: Letter
) -> None:
    signed(session, letter)
    rewrite(session, letter, "We ask for two.")
    rewrite(session, letter, "We ask for two!", TextChange.CORRECTION)
    signed(session, letter, "Came later")
    assert listed(session, letter) == [True, False]


def test_the_person_who_agreed_before_there_was_a_text_did_not_agree_to_it(session: Session) -> None:
    row = makers.letter(session)
    makers.signatory(session, row, "Early")
    assert listed(session, row) == [False]
    texts.write(session, MODERATOR, NOW, row.id, "The text")
    assert listed(session, row) == [True]


def test_everybody_who_vouched_is_told_once_and_moderators_whom_nobody_reaches(
    session: Session, letter: Letter
) -> None:
    makers.participant(session, 6, direct_messages=False)
    ids = [signed(session, letter, name).id for name in ("Alpha", "Beta")]
    signed(session, letter, "Silent", added_by=6)
    signed(session, letter, "Imported", added_by=None)
    version = rewrite(session, letter, "We ask for two.")
    [direct], [channel] = told(session, NoticeKind.TEXT_CHANGED), told(session, NoticeKind.UNREACHED)
    assert named(session, direct) == ["Alpha", "Beta"]
    assert (direct.payload["ids"], direct.payload["version"]) == (ids, version)
    assert sorted(named(session, channel)) == ["Imported", "Silent"]
    places = session.exec(select(Delivery.place, Delivery.recipient_id).order_by(col(Delivery.id))).all()
    assert list(places) == [(Place.USER, BEN.user_id), (Place.CHANNEL, makers.MODERATORS)]


@pytest.mark.parametrize(
    ("state", "close", "review", "until"),
    [
        (LetterState.OPEN, timedelta(days=7), None, timedelta(days=3)),
        (LetterState.OPEN, timedelta(days=1), None, timedelta(days=1)),
        (LetterState.CLOSED, -timedelta(hours=1), timedelta(hours=23), timedelta(hours=23)),
        (LetterState.CLOSED, -timedelta(days=9), -timedelta(days=8), timedelta(days=3)),
    ],
)
def test_the_time_to_leave_is_three_days_but_ends_with_the_close_or_the_review(
    session: Session, state: LetterState, close: timedelta, review: timedelta | None, until: timedelta
) -> None:
    letter = makers.letter(
        session, state=state, closes_at=NOW + close, review_until=NOW + review if review else None
    )
    assert endorsements.leave_until(letter, NOW) == NOW + until


def test_until_then_a_proposed_name_is_off_at_once_and_afterwards_by_the_moderators(
    session: Session, letter: Letter
) -> None:
    one, other = signed(session, letter, "One"), signed(session, letter, "Other")
    rewrite(session, letter, "We ask for two.")
    until = LATER + endorsements.TIME_TO_LEAVE
    assert proposals.check_leave(session, BEN, until - timedelta(seconds=1), one.id).at_once
    left = proposals.withdraw_wish(session, BEN, until - timedelta(seconds=1), one.id)
    assert left.state is SignatoryState.REMOVED
    assert not proposals.check_leave(session, BEN, until, other.id).at_once
    stays = proposals.withdraw_wish(session, BEN, until, other.id)
    assert (stays.state, stays.leaving_at) == (SignatoryState.APPROVED, until)


def test_a_confirmation_is_recorded_with_the_version_and_by_whom(session: Session, letter: Letter) -> None:
    row = signed(session, letter)
    version = rewrite(session, letter, "We ask for two.")
    reconfirmation.confirm(session, BEN, LATER, row.id, makers.shown_of(session, row.id))
    agreed = session.get_one(Consent, row.id)
    assert (agreed.text_version_id, agreed.confirmed_by, agreed.confirmed_at) == (version, BEN.user_id, LATER)
    assert agreed.authorised_by == "The board", "what was stated stays"
    assert listed(session, letter) == [False]
    last = session.exec(select(JournalEntry).order_by(col(JournalEntry.id).desc()).limit(1)).one()
    assert (last.act, last.facts["number"]) == ("new text confirmed", 2)
    again = makers.refused(
        reconfirmation.confirm, session, BEN, LATER, row.id, makers.shown_of(session, row.id)
    )
    assert again.reason is Reason.UNCHANGED


def test_only_people_who_vouched_confirm_and_only_the_text_that_was_shown(
    session: Session, letter: Letter
) -> None:
    row = signed(session, letter)
    rewrite(session, letter, "We ask for two.")
    earlier = makers.shown_of(session, row.id)
    rewrite(session, letter, "We ask for three.")

    def reason(actor: Any, digest: str = "") -> Reason:
        shown = digest or makers.shown_of(session, row.id)
        return makers.refused(reconfirmation.confirm, session, actor, LATER, row.id, shown).reason

    assert reason(BEN, earlier) is Reason.OUTDATED
    assert reason(MODERATOR) is Reason.NOT_YOURS
    assert reason(makers.member(77)) is Reason.TAKE_PART_FIRST
    letter.state = LetterState.ARCHIVED
    assert reason(BEN) is Reason.WRONG_STATE
    row.state, row.live = SignatoryState.REMOVED, False
    assert reason(BEN) is Reason.ENDED_ALREADY


def test_a_name_of_another_server_is_not_found(session: Session, letter: Letter) -> None:
    other = makers.letter(session, guild_id=makers.another_server(session))
    row = makers.signatory(session, other, "Elsewhere", added_by=BEN.user_id)
    assert makers.refused(reconfirmation.confirm, session, BEN, LATER, row.id, "").reason is Reason.NOT_FOUND


def test_a_moderator_records_who_agreed_to_the_new_text_of_one_on_the_list(
    session: Session, letter: Letter
) -> None:
    row = signed(session, letter, added_by=None)
    refused = makers.refused(consents.add, session, MODERATOR, LATER, row.id, "Ann", "E-mail")
    assert refused.reason is Reason.APPROVED_ALREADY
    version = rewrite(session, letter, "We ask for two.")
    assert signatory_detail.show(session, MODERATOR, row.id).may_add_consent
    session.get_one(Consent, row.id).confirmed_by = BEN.user_id
    consents.add(session, MODERATOR, LATER, row.id, "Ann", "E-mail of today")
    assert session.get_one(Consent, row.id).confirmed_by is None, (
        "a new record is no confirmation of the old one"
    )
    assert row.text_version_id == version
    assert listed(session, letter) == [False]


def test_an_edition_says_how_many_endorse_an_earlier_text_and_its_digest_covers_it(
    session: Session, letter: Letter
) -> None:
    row = signed(session, letter)
    before = publication.check_publish(session, MODERATOR, LATER)
    rewrite(session, letter, "We ask for two.")
    preview = publication.check_publish(session, MODERATOR, LATER)
    assert (before.earlier, preview.earlier) == (0, 1)
    assert before.listed != preview.listed, "what is confirmed against changes too"
    cut = editions.sheet(session, editions.cut(session, letter, EditionName.OPENING, LATER))
    notes = arrange(cut, Arrangement()).notes
    assert "1 signatory agreed to an earlier version of the text, or signed before it was written." in notes
    reconfirmation.confirm(session, BEN, LATER, row.id, makers.shown_of(session, row.id))
    assert editions.numbered(session, letter.id, 1) == cut, "a published list stays as it was"
    assert editions.document(cut)["earlier_text"] == 1
    assert editions.digest_of(editions.document(cut)) == cut.digest
    assert not any("earlier version" in note for note in arrange(
        editions.as_it_stands(session, letter, LATER), Arrangement()
    ).notes)  # fmt: skip


def test_once_names_are_confirmed_there_is_a_new_list_to_publish(session: Session, letter: Letter) -> None:
    row = signed(session, letter)
    rewrite(session, letter, "We ask for two.")
    publication.publish(session, MODERATOR, LATER, letter.id)
    unchanged = updates.fingerprint(updates.check_publish(session, MODERATOR, LATER).after)
    refusal = makers.refused(updates.publish, session, MODERATOR, LATER, letter.id, unchanged)
    assert refusal.reason is Reason.UNCHANGED
    reconfirmation.confirm(session, BEN, LATER, row.id, makers.shown_of(session, row.id))
    outdated = makers.refused(updates.publish, session, MODERATOR, LATER, letter.id, unchanged)
    assert outdated.reason is Reason.OUTDATED
    seen = updates.fingerprint(updates.check_publish(session, MODERATOR, LATER).after)
    after = updates.publish(session, MODERATOR, LATER, letter.id, seen).after
    assert (after.number, after.earlier) == (2, 0)


def test_a_rewriting_is_no_correction_at_once_or_step_by_step(session: Session, letter: Letter) -> None:
    agreed = " ".join(f"word{number}" for number in range(100))
    rewrite(session, letter, agreed)
    signed(session, letter)

    def corrected(changed: int) -> str:
        return " ".join([*(f"other{number}" for number in range(changed)), *agreed.split()[changed:]])

    def correct(changed: int) -> None:
        texts.write(session, MODERATOR, LATER, letter.id, corrected(changed), change=TextChange.CORRECTION)

    refusal = makers.refused(correct, 11)
    assert (refusal.reason, refusal.values) == (Reason.REWRITTEN, {"changed": 11, "words": 100, "limit": 10})
    correct(6)
    correct(10)
    assert makers.refused(correct, 16).reason is Reason.REWRITTEN
    texts.write(session, MODERATOR, LATER, letter.id, corrected(16), change=TextChange.SUBSTANCE)
    correct(20)
