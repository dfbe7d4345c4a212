"""Public cards are redrawn when what they show has changed, and no change is lost."""

from datetime import datetime, timedelta

from sqlmodel import Session, select

from models import card
from models.refusal import Reason
from models.sheets import CardPlace, CardTask, CardTry, LetterSheet, ProposalSheet
from models.tables import Card
from models.terms import CardKind, LetterState
from tests.conftest import GUILD, NOW
from tests.models import makers

SECOND = timedelta(seconds=1)
CHANNEL, MESSAGE = makers.ANNOUNCEMENTS, 60


def posted(session: Session) -> int:
    """A status card that stands and is up to date; its letter's id."""
    makers.server(session)
    letter = makers.letter(session)
    card.post(session, GUILD, CardKind.STATUS, letter.id)
    task = only(session)
    card.drawn(session, task.id, task.channel_id, MESSAGE, task.token)
    return letter.id


def only(session: Session) -> CardTask:
    (task,) = card.to_draw(session, NOW)
    return task


def test_a_new_card_is_to_be_posted(session: Session) -> None:
    makers.server(session)
    letter = makers.letter(session)
    card.post(session, GUILD, CardKind.STATUS, letter.id)
    task = only(session)
    assert (task.channel_id, task.message_id) == (CHANNEL, None)
    assert isinstance(task.sheet, LetterSheet)


def test_a_proposals_card_shows_the_proposal(session: Session) -> None:
    makers.server(session)
    row = makers.proposal(session, makers.letter(session), "Index")
    card.post(session, GUILD, CardKind.PROPOSAL, row.id)
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
    card.drawn(session, task.id, task.channel_id, MESSAGE, task.token)
    assert only(session).token > task.token


def test_marking_one_kind_leaves_the_other_alone(session: Session) -> None:
    letter_id = posted(session)
    card.mark_stale(session, CardKind.PROPOSAL, letter_id)
    assert card.to_draw(session, NOW) == ()


def test_a_card_without_a_channel_waits_until_one_is_chosen(session: Session) -> None:
    server = makers.server(session, announcements_id=None)
    card.post(session, GUILD, CardKind.STATUS, makers.letter(session).id)
    assert card.to_draw(session, NOW) == ()
    server.announcements_id = CHANNEL
    assert only(session).channel_id == CHANNEL


def test_a_channel_chosen_late_is_not_filled_with_what_was_decided(session: Session) -> None:
    server = makers.server(session, proposals_id=None, announcements_id=None)
    letter = makers.letter(session)
    decided = makers.signatory(session, letter, "Index")
    waits = makers.proposal(session, letter, "Access Now")
    card.post(session, GUILD, CardKind.STATUS, letter.id)
    for row in (decided, waits):
        card.post(session, GUILD, CardKind.PROPOSAL, row.id)
    letter.state = LetterState.ARCHIVED
    server.announcements_id, server.proposals_id = CHANNEL, makers.PROPOSALS
    sheet = only(session).sheet
    assert sheet.id == waits.id


def test_nothing_is_drawn_in_a_server_that_the_bot_has_left(session: Session) -> None:
    server = makers.server(session, left_at=NOW)
    card.post(session, GUILD, CardKind.STATUS, makers.letter(session).id)
    assert card.to_draw(session, NOW) == ()
    server.left_at = None
    assert only(session).message_id is None


def test_a_card_that_was_deleted_is_not_drawn_again_by_itself(session: Session) -> None:
    letter_id = posted(session)
    card.gone(session, session.exec(select(Card.id)).one())
    card.mark_stale(session, CardKind.STATUS, letter_id)
    assert card.to_draw(session, NOW) == ()
    assert card.place(session, CardKind.STATUS, letter_id) is None


def test_a_card_that_failed_comes_after_the_others(session: Session) -> None:
    makers.server(session)
    first, second = makers.letter(session), makers.letter(session)
    for letter in (first, second):
        card.post(session, GUILD, CardKind.STATUS, letter.id)
    card.failed(session, NOW, card.to_draw(session, NOW)[0].id)
    assert [task.sheet.id for task in card.to_draw(session, NOW)] == [second.id, first.id]
    assert len(card.to_draw(session, NOW, 1)) == 1


def test_a_card_that_keeps_failing_is_tried_less_and_less_and_never_given_up(session: Session) -> None:
    posted_id, now, waits = posted(session), NOW, []
    card.mark_stale(session, CardKind.STATUS, posted_id)
    for _ in range(len(card.BACK_OFF) + 1):
        card.failed(session, now, card.to_draw(session, now)[0].id)
        again = session.exec(select(Card.again_at)).one()
        assert again is not None
        assert again == now or card.to_draw(session, again - SECOND) == ()
        waits.append(again - now)
        now = again
    assert tuple(waits) == (*card.BACK_OFF, card.BACK_OFF[-1])


def test_a_card_in_a_channel_that_was_closed_to_the_bot_returns_when_that_is_mended(session: Session) -> None:
    letter_id = posted(session)
    card.mark_stale(session, CardKind.STATUS, letter_id)
    card.unreachable(session, NOW, only(session).id, CHANNEL, "the bot may not send there", deleted=False)
    assert card.to_draw(session, NOW + card.UNREACHABLE - SECOND) == ()
    assert [task.message_id for task in card.to_draw(session, NOW + card.UNREACHABLE)] == [MESSAGE]


def test_a_card_whose_channel_was_deleted_is_posted_in_the_next_one_that_is_chosen(session: Session) -> None:
    letter_id = posted(session)
    card.mark_stale(session, CardKind.STATUS, letter_id)
    card.unreachable(session, NOW, only(session).id, CHANNEL, "the channel was deleted", deleted=True)
    assert card.to_draw(session, NOW) == ()
    assert card.place(session, CardKind.STATUS, letter_id) is None
    makers.server(session, announcements_id=CHANNEL + 1)
    assert (only(session).channel_id, only(session).message_id) == (CHANNEL + 1, None)


def test_a_card_that_stands_can_be_linked_to(session: Session) -> None:
    letter_id = posted(session)
    assert card.place(session, CardKind.STATUS, letter_id) == CardPlace(CHANNEL, MESSAGE)
    assert card.place(session, CardKind.PROPOSAL, letter_id) is None


def new(session: Session) -> CardTask:
    """A status card that stands nowhere yet."""
    makers.server(session)
    card.post(session, GUILD, CardKind.STATUS, makers.letter(session).id)
    return only(session)


def refused(session: Session, now: datetime, task: CardTask) -> Reason:
    return makers.refusal_of(lambda: card.take(session, now, task.id, CHANNEL)).reason


def test_the_next_process_posts_at_once_what_one_that_died_had_taken_and_looks_for_it_first(
    session: Session,
) -> None:
    makers.server(session)
    card.post(session, GUILD, CardKind.STATUS, makers.letter(session).id)
    task = only(session)
    card.take(session, NOW, task.id, CHANNEL)
    assert card.to_draw(session, NOW) == ()
    card.taken_over(session)
    assert only(session).id == task.id
    assert card.take(session, NOW, task.id, CHANNEL) == CardTry(CHANNEL, NOW)


def test_a_card_is_posted_by_one_process_alone_and_by_another_after_its_lease(session: Session) -> None:
    task = new(session)
    assert card.take(session, NOW, task.id, CHANNEL) is None
    assert card.to_draw(session, NOW + card.LEASE - SECOND) == ()
    assert refused(session, NOW, task) is Reason.CLASHED
    [again] = card.to_draw(session, NOW + card.LEASE)
    assert card.take(session, NOW + card.LEASE, again.id, CHANNEL) == CardTry(CHANNEL, NOW)


def test_a_card_that_was_posted_meanwhile_is_not_posted_again(session: Session) -> None:
    task = new(session)
    card.take(session, NOW, task.id, CHANNEL)
    card.drawn(session, task.id, CHANNEL, MESSAGE, task.token)
    assert refused(session, NOW + card.LEASE, task) is Reason.CLASHED


def test_each_try_looks_since_the_first_one_of_its_channel(session: Session) -> None:
    task = new(session)
    card.take(session, NOW, task.id, CHANNEL)
    for minutes in (1, 2):
        card.failed(session, NOW, task.id)
        now = NOW + timedelta(minutes=minutes)
        assert card.take(session, now, task.id, CHANNEL) == CardTry(CHANNEL, NOW)
    assert card.take(session, NOW, task.id, CHANNEL + 1) == CardTry(CHANNEL, NOW)
    later = NOW + card.LEASE
    assert card.take(session, later, task.id, CHANNEL + 1) == CardTry(CHANNEL + 1, NOW)


def test_nothing_is_looked_for_in_a_channel_that_was_deleted(session: Session) -> None:
    task = new(session)
    card.take(session, NOW, task.id, CHANNEL)
    card.unreachable(session, NOW, task.id, CHANNEL, "the channel was deleted", deleted=True)
    assert card.take(session, NOW + card.UNREACHABLE, task.id, CHANNEL) is None
