"""Public cards are redrawn when what they show has changed, and no change is lost."""

from datetime import datetime, timedelta

from sqlmodel import Session, select

from models.database.tables import PublicCard
from models.delivery import card_drawing
from models.outbox import cards
from models.refusal import Reason
from models.sheets import CardPlace, CardTask, CardTry, LetterSheet, ProposalSheet
from models.terms import CardKind, LetterState
from tests.conftest import GUILD, NOW
from tests.models import makers

SECOND = timedelta(seconds=1)
CHANNEL, MESSAGE = makers.ANNOUNCEMENTS, 60


def posted(session: Session) -> int:
    """A status card that stands and is up to date; its letter's id."""
    letter = makers.letter(session)
    cards.post(session, GUILD, CardKind.STATUS, letter.id)
    task = only(session)
    cards.drawn(session, task.id, task.channel_id, MESSAGE, task.token)
    return letter.id


def only(session: Session) -> CardTask:
    (task,) = card_drawing.to_draw(session, NOW)
    return task


def test_a_new_card_should_be_posted(session: Session) -> None:
    letter = makers.letter(session)
    cards.post(session, GUILD, CardKind.STATUS, letter.id)
    task = only(session)
    assert (task.channel_id, task.message_id) == (CHANNEL, None)
    assert isinstance(task.sheet, LetterSheet)


def test_a_proposals_card_shows_the_proposal(session: Session) -> None:
    row = makers.proposal(session, makers.letter(session), "Index")
    cards.post(session, GUILD, CardKind.PROPOSAL, row.id)
    sheet = only(session).sheet
    assert isinstance(sheet, ProposalSheet)
    assert sheet.name == "Index"


def test_a_card_that_was_drawn_rests_until_it_is_marked_stale(session: Session) -> None:
    letter_id = posted(session)
    assert card_drawing.to_draw(session, NOW) == ()
    cards.mark_stale(session, CardKind.STATUS, letter_id)
    assert only(session).message_id == MESSAGE


def test_a_change_during_the_redraw_keeps_it_stale(session: Session) -> None:
    letter_id = posted(session)
    cards.mark_stale(session, CardKind.STATUS, letter_id)
    task = only(session)
    cards.mark_stale(session, CardKind.STATUS, letter_id)
    cards.drawn(session, task.id, task.channel_id, MESSAGE, task.token)
    assert only(session).token > task.token


def test_marking_one_kind_leaves_the_other_alone(session: Session) -> None:
    letter_id = posted(session)
    cards.mark_stale(session, CardKind.PROPOSAL, letter_id)
    assert card_drawing.to_draw(session, NOW) == ()


def test_a_card_without_a_channel_waits_until_one_is_chosen(session: Session) -> None:
    server = makers.server(session, announcements_id=None)
    cards.post(session, GUILD, CardKind.STATUS, makers.letter(session).id)
    assert card_drawing.to_draw(session, NOW) == ()
    server.announcements_id = CHANNEL
    assert only(session).channel_id == CHANNEL


def test_a_channel_chosen_late_is_not_filled_with_what_was_decided(session: Session) -> None:
    server = makers.server(session, proposals_id=None, announcements_id=None)
    letter = makers.letter(session)
    decided = makers.signatory(session, letter, "Index")
    waits = makers.proposal(session, letter, "Access Now")
    cards.post(session, GUILD, CardKind.STATUS, letter.id)
    for row in (decided, waits):
        cards.post(session, GUILD, CardKind.PROPOSAL, row.id)
    letter.state = LetterState.ARCHIVED
    server.announcements_id, server.proposals_id = CHANNEL, makers.PROPOSALS
    sheet = only(session).sheet
    assert sheet.id == waits.id


def test_nothing_is_drawn_in_a_server_that_the_bot_has_left(session: Session) -> None:
    server = makers.server(session, left_at=NOW)
    cards.post(session, GUILD, CardKind.STATUS, makers.letter(session).id)
    assert card_drawing.to_draw(session, NOW) == ()
    server.left_at = None
    assert only(session).message_id is None


def test_a_card_that_was_deleted_is_not_drawn_again_by_itself(session: Session) -> None:
    letter_id = posted(session)
    cards.gone(session, session.exec(select(PublicCard.id)).one())
    cards.mark_stale(session, CardKind.STATUS, letter_id)
    assert card_drawing.to_draw(session, NOW) == ()
    assert cards.place(session, CardKind.STATUS, letter_id) is None


def test_a_card_that_failed_comes_after_the_others(session: Session) -> None:
    first, second = makers.letter(session), makers.letter(session)
    for letter in (first, second):
        cards.post(session, GUILD, CardKind.STATUS, letter.id)
    cards.failed(session, NOW, card_drawing.to_draw(session, NOW)[0].id)
    assert [task.sheet.id for task in card_drawing.to_draw(session, NOW)] == [second.id, first.id]
    assert len(card_drawing.to_draw(session, NOW, 1)) == 1


def test_a_card_that_keeps_failing_is_tried_less_and_less_and_never_given_up(session: Session) -> None:
    posted_id, now, waits = posted(session), NOW, []
    cards.mark_stale(session, CardKind.STATUS, posted_id)
    for _ in range(len(cards.BACK_OFF) + 1):
        cards.failed(session, now, card_drawing.to_draw(session, now)[0].id)
        again = makers.present(session.exec(select(PublicCard.again_at)).one())
        assert again == now or card_drawing.to_draw(session, again - SECOND) == ()
        waits.append(again - now)
        now = again
    assert tuple(waits) == (*cards.BACK_OFF, cards.BACK_OFF[-1])


def test_a_card_in_a_channel_that_was_closed_to_the_bot_returns_when_that_is_fixed(session: Session) -> None:
    letter_id = posted(session)
    cards.mark_stale(session, CardKind.STATUS, letter_id)
    cards.unreachable(session, NOW, only(session).id, CHANNEL, "the bot may not send there", deleted=False)
    assert card_drawing.to_draw(session, NOW + cards.UNREACHABLE - SECOND) == ()
    assert [task.message_id for task in card_drawing.to_draw(session, NOW + cards.UNREACHABLE)] == [MESSAGE]


def test_a_card_whose_channel_was_deleted_is_posted_in_the_next_one_that_is_chosen(session: Session) -> None:
    letter_id = posted(session)
    cards.mark_stale(session, CardKind.STATUS, letter_id)
    cards.unreachable(session, NOW, only(session).id, CHANNEL, "the channel was deleted", deleted=True)
    assert card_drawing.to_draw(session, NOW) == ()
    assert cards.place(session, CardKind.STATUS, letter_id) is None
    makers.server(session, announcements_id=CHANNEL + 1)
    assert (only(session).channel_id, only(session).message_id) == (CHANNEL + 1, None)


def test_a_card_that_was_posted_can_be_linked_to(session: Session) -> None:
    letter_id = posted(session)
    assert cards.place(session, CardKind.STATUS, letter_id) == CardPlace(CHANNEL, MESSAGE)
    assert cards.place(session, CardKind.PROPOSAL, letter_id) is None


def new(session: Session) -> CardTask:
    """A status card that is nowhere yet."""
    cards.post(session, GUILD, CardKind.STATUS, makers.letter(session).id)
    return only(session)


def refused(session: Session, now: datetime, task: CardTask) -> Reason:
    return makers.refused(cards.take, session, now, task.id, CHANNEL).reason


def test_the_next_process_posts_at_once_what_one_that_died_had_taken_and_looks_for_it_first(
    session: Session,
) -> None:
    cards.post(session, GUILD, CardKind.STATUS, makers.letter(session).id)
    task = only(session)
    cards.take(session, NOW, task.id, CHANNEL)
    assert card_drawing.to_draw(session, NOW) == ()
    cards.taken_over(session)
    assert only(session).id == task.id
    assert cards.take(session, NOW, task.id, CHANNEL) == CardTry(CHANNEL, NOW)


def test_a_card_is_posted_by_one_process_alone_and_by_another_after_its_lease(session: Session) -> None:
    task = new(session)
    assert cards.take(session, NOW, task.id, CHANNEL) is None
    assert card_drawing.to_draw(session, NOW + cards.LEASE - SECOND) == ()
    assert refused(session, NOW, task) is Reason.CLASHED
    [again] = card_drawing.to_draw(session, NOW + cards.LEASE)
    assert cards.take(session, NOW + cards.LEASE, again.id, CHANNEL) == CardTry(CHANNEL, NOW)


def test_a_card_that_was_posted_meanwhile_is_not_posted_again(session: Session) -> None:
    task = new(session)
    cards.take(session, NOW, task.id, CHANNEL)
    cards.drawn(session, task.id, CHANNEL, MESSAGE, task.token)
    assert refused(session, NOW + cards.LEASE, task) is Reason.CLASHED


def test_each_try_looks_since_the_first_one_of_its_channel(session: Session) -> None:
    task = new(session)
    cards.take(session, NOW, task.id, CHANNEL)
    for minutes in (1, 2):
        cards.failed(session, NOW, task.id)
        now = NOW + timedelta(minutes=minutes)
        assert cards.take(session, now, task.id, CHANNEL) == CardTry(CHANNEL, NOW)
    assert cards.take(session, NOW, task.id, CHANNEL + 1) == CardTry(CHANNEL, NOW)
    later = NOW + cards.LEASE
    assert cards.take(session, later, task.id, CHANNEL + 1) == CardTry(CHANNEL + 1, NOW)


def test_nothing_is_looked_for_in_a_channel_that_was_deleted(session: Session) -> None:
    task = new(session)
    cards.take(session, NOW, task.id, CHANNEL)
    cards.unreachable(session, NOW, task.id, CHANNEL, "the channel was deleted", deleted=True)
    assert cards.take(session, NOW + cards.UNREACHABLE, task.id, CHANNEL) is None
