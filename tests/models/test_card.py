"""Public cards are redrawn when what they show has changed, and no change is lost."""

from sqlmodel import Session, select

from models import card
from models.sheets import CardPlace, CardTask, LetterSheet, ProposalSheet
from models.tables import Card
from models.terms import CardKind
from tests.conftest import GUILD, NOW
from tests.models import makers

CHANNEL, MESSAGE = 50, 60


def posted(session: Session) -> int:
    """A status card that stands and is up to date; its letter's id."""
    letter = makers.letter(session)
    card.post(session, GUILD, CardKind.STATUS, letter.id, CHANNEL)
    task = only(session)
    card.drawn(session, task.id, MESSAGE, task.token)
    return letter.id


def only(session: Session) -> CardTask:
    (task,) = card.to_draw(session, NOW)
    return task


def test_a_new_card_is_to_be_posted(session: Session) -> None:
    letter = makers.letter(session)
    card.post(session, GUILD, CardKind.STATUS, letter.id, CHANNEL)
    task = only(session)
    assert (task.channel_id, task.message_id) == (CHANNEL, None)
    assert isinstance(task.sheet, LetterSheet)


def test_a_proposals_card_shows_the_proposal(session: Session) -> None:
    row = makers.proposal(session, makers.letter(session), "Index")
    card.post(session, GUILD, CardKind.PROPOSAL, row.id, CHANNEL)
    sheet = only(session).sheet
    assert isinstance(sheet, ProposalSheet)
    assert sheet.name == "Index"


def test_a_card_that_was_drawn_rests_until_it_is_marked_stale(session: Session) -> None:
    letter_id = posted(session)
    assert card.to_draw(session, NOW) == ()
    card.mark_stale(session, CardKind.STATUS, letter_id)
    assert only(session).message_id == MESSAGE


def test_a_change_during_the_redraw_keeps_it_stale(session: Session) -> None:
    letter_id = posted(session)
    card.mark_stale(session, CardKind.STATUS, letter_id)
    task = only(session)
    card.mark_stale(session, CardKind.STATUS, letter_id)
    card.drawn(session, task.id, MESSAGE, task.token)
    assert only(session).token > task.token


def test_marking_one_kind_leaves_the_other_alone(session: Session) -> None:
    letter_id = posted(session)
    card.mark_stale(session, CardKind.PROPOSAL, letter_id)
    assert card.to_draw(session, NOW) == ()


def test_a_card_in_two_channels_is_redrawn_in_both(session: Session) -> None:
    letter_id = posted(session)
    card.post(session, GUILD, CardKind.STATUS, letter_id, CHANNEL + 1)
    assert [task.channel_id for task in card.to_draw(session, NOW)] == [CHANNEL, CHANNEL + 1]


def test_a_card_that_was_deleted_is_not_drawn_again_by_itself(session: Session) -> None:
    letter_id = posted(session)
    card.gone(session, session.exec(select(Card.id)).one())
    card.mark_stale(session, CardKind.STATUS, letter_id)
    assert card.to_draw(session, NOW) == ()
    assert card.place(session, CardKind.STATUS, letter_id) is None


def test_a_card_that_was_deleted_can_be_posted_anew(session: Session) -> None:
    letter_id = posted(session)
    card.gone(session, session.exec(select(Card.id)).one())
    card.post(session, GUILD, CardKind.STATUS, letter_id, CHANNEL)
    assert only(session).message_id is None


def test_a_card_that_failed_comes_after_the_others(session: Session) -> None:
    first, second = makers.letter(session), makers.letter(session)
    for letter in (first, second):
        card.post(session, GUILD, CardKind.STATUS, letter.id, CHANNEL)
    card.failed(session, card.to_draw(session, NOW)[0].id)
    assert [task.sheet.id for task in card.to_draw(session, NOW)] == [second.id, first.id]
    assert len(card.to_draw(session, NOW, 1)) == 1


def test_a_card_that_keeps_failing_rests_until_what_it_shows_changes(session: Session) -> None:
    letter_id = posted(session)
    card.mark_stale(session, CardKind.STATUS, letter_id)
    for _ in range(card.TRIES):
        card.failed(session, only(session).id)
    assert card.to_draw(session, NOW) == ()
    card.mark_stale(session, CardKind.STATUS, letter_id)
    assert only(session).message_id == MESSAGE


def test_a_card_that_stands_can_be_linked_to(session: Session) -> None:
    letter_id = posted(session)
    assert card.place(session, CardKind.STATUS, letter_id) == CardPlace(CHANNEL, MESSAGE)
    assert card.place(session, CardKind.PROPOSAL, letter_id) is None
