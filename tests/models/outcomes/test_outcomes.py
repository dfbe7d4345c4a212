"""Delivered and answered: what moderators record of it, where it is said, and that it is posted once."""

from datetime import timedelta
from typing import Any

import pytest
from sqlmodel import Session, col, select

from models.database.tables import Delivery, JournalEntry, Letter, Notice
from models.delivery import rendering
from models.outcomes import outcomes
from models.publishing.exports import mail_merge
from models.refusal import Reason
from models.sheets import LetterSheet, NoticeSheet, Unsent
from models.terms import LetterState, NoticeKind
from models.views import outreach
from tests.conftest import NOW
from tests.models import makers

MEMBER, MODERATOR = makers.member(1), makers.moderator(9)
DAY = timedelta(days=1)
LATER = NOW + 10 * DAY


@pytest.fixture
def letter(session: Session) -> Letter:
    """A letter that is published since NOW and closed since."""
    return makers.letter(session, published_at=NOW, closed_at=NOW + 7 * DAY, state=LetterState.CLOSED)


def deliver(session: Session, letter: Letter, to: str = "The Home Secretary") -> LetterSheet:
    return outcomes.deliver(session, MODERATOR, LATER, letter.id, to, "by hand", NOW + DAY)


def answer(session: Session, letter: Letter, said: str = "Thank you.", link: str = "") -> LetterSheet:
    return outcomes.answer(session, MODERATOR, LATER, letter.id, said, link)


def test_two_deliveries_and_the_answer_are_on_the_letter(session: Session, letter: Letter) -> None:
    deliver(session, letter)
    outcomes.deliver(session, MODERATOR, LATER, letter.id, "Her office", "", NOW + 8 * DAY)
    sheet = answer(session, letter, "We withdraw the notice.", "https://example.org/answer")
    assert [(one.to, one.how, one.at) for one in sheet.outcome.deliveries] == [
        ("The Home Secretary", "by hand", NOW + DAY), ("Her office", "", NOW + 8 * DAY)
    ]  # fmt: skip
    assert sheet.outcome.answer is not None
    assert (sheet.outcome.answer.said, sheet.outcome.answer.at) == ("We withdraw the notice.", LATER)


def test_an_answer_without_a_delivery_is_refused(session: Session, letter: Letter) -> None:
    assert makers.refused(answer, session, letter).reason is Reason.NOT_DELIVERED
    assert letter.outcome == {}


def test_only_a_moderator_records_it_and_only_of_a_published_letter(session: Session, letter: Letter) -> None:
    about = (session, MEMBER, LATER, letter.id)
    assert makers.refused(outcomes.deliver, *about, "X", "", NOW).reason is Reason.MODERATORS_ONLY
    letter.published_at = None
    assert makers.refused(deliver, session, letter).reason is Reason.NOT_PUBLISHED


def test_a_delivery_lies_between_the_publication_and_now(session: Session, letter: Letter) -> None:
    about = (session, MODERATOR, LATER, letter.id, "X", "")
    soon = makers.refused(outcomes.deliver, *about, LATER + DAY)
    assert (soon.reason, soon.values) == (Reason.NOT_BEFORE, {"limit": LATER})
    early = makers.refused(outcomes.deliver, *about, NOW - DAY)
    assert (early.reason, early.values) == (Reason.NOT_AFTER, {"limit": NOW})


@pytest.mark.parametrize(
    "link", ["javascript:alert(1)", "example.org", "https://", "https://a b", "https://a>b"]
)
def test_a_link_that_is_no_web_address_is_refused(session: Session, letter: Letter, link: str) -> None:
    deliver(session, letter)
    assert makers.refused(answer, session, letter, "Yes.", link).reason is Reason.BAD_WEBSITE


def test_it_is_posted_once_and_again_only_when_something_new_came(session: Session, letter: Letter) -> None:
    assert makers.refused(outcomes.post, session, MODERATOR, LATER, letter.id).reason is Reason.NOT_DELIVERED
    deliver(session, letter)
    assert outcomes.post(session, MODERATOR, LATER, letter.id).outcome.posted
    assert makers.refused(outcomes.post, session, MODERATOR, LATER, letter.id).reason is Reason.POSTED_BEFORE
    answer(session, letter)
    outcomes.post(session, MODERATOR, LATER, letter.id)
    assert len(makers.payloads(session, NoticeKind.OUTCOME)) == 2


def posts(session: Session) -> list[Any]:
    """What each post to the announcements would say now."""
    query = select(Notice, Delivery).join(Delivery, col(Delivery.notice_id) == col(Notice.id))
    found = session.exec(query.where(Notice.kind == NoticeKind.OUTCOME).order_by(col(Notice.id)))
    return list(rendering.prepare(session, [(row, one) for row, one in found], LATER))


def test_what_was_taken_back_before_it_was_posted_is_not_posted(session: Session, letter: Letter) -> None:
    deliver(session, letter)
    outcomes.post(session, MODERATOR, LATER, letter.id)
    assert isinstance(posts(session)[0], NoticeSheet)
    outcomes.take_back(session, MODERATOR, LATER, letter.id)
    session.flush()
    assert posts(session) == [Unsent.CHANGED_AGAIN]


def test_two_posts_that_wait_are_one(session: Session, letter: Letter) -> None:
    deliver(session, letter)
    outcomes.post(session, MODERATOR, LATER, letter.id)
    answer(session, letter)
    outcomes.post(session, MODERATOR, LATER, letter.id)
    first, second = posts(session)
    assert first is Unsent.CHANGED_AGAIN
    assert isinstance(second, NoticeSheet)


def test_what_was_recorded_last_is_taken_back_first(session: Session, letter: Letter) -> None:
    deliver(session, letter)
    answer(session, letter)
    taken = outcomes.take_back(session, MODERATOR, LATER, letter.id).outcome
    assert (len(taken.deliveries), taken.answer) == (1, None)
    assert outcomes.take_back(session, MODERATOR, LATER, letter.id).outcome.deliveries == ()
    assert makers.refused(outcomes.take_back, session, MODERATOR, LATER, letter.id).reason is Reason.UNCHANGED
    acts = [entry.act for entry in session.exec(select(JournalEntry).order_by(col(JournalEntry.id)))]
    assert acts == ["letter delivered", "letter answered", "answer taken back", "delivery taken back"]


def test_a_letter_has_ten_deliveries_at_most(session: Session, letter: Letter) -> None:
    for number in range(10):
        deliver(session, letter, f"Office {number}")
    assert makers.refused(deliver, session, letter).reason is Reason.TOO_MANY_DELIVERIES


def test_an_answer_may_come_after_the_letter_was_archived(session: Session, letter: Letter) -> None:
    deliver(session, letter)
    letter.state = LetterState.ARCHIVED
    assert answer(session, letter).outcome.answer is not None


def test_signatories_are_told_of_it_in_their_message(session: Session, letter: Letter) -> None:
    makers.consent(session, makers.signatory(session, letter, "Riverlight"))
    deliver(session, letter)
    answer(session, letter, "We withdraw it.", "https://example.org")
    sheet = outreach.due(session, MODERATOR, letter.id)
    said = mail_merge.message(sheet, sheet.lines[0])
    assert "The letter was delivered to The Home Secretary on 14 February 2025, 09:00 UTC (by hand)." in said
    assert "“We withdraw it.” https://example.org" in said
