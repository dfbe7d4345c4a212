"""What names an erased person is redrawn, each message in one way."""

from datetime import timedelta

from sqlmodel import Session, select

from models.database.tables import Delivery, Notice, PublicCard
from models.delivery import card_drawing, redrawing
from models.operations import erased_messages
from models.outbox import posted
from models.terms import DeliveryState, NoticeKind, NoticeState, Place
from tests.conftest import GUILD, NOW
from tests.models import makers

LATER = NOW + timedelta(hours=1)


def test_news_of_the_list_that_show_a_new_deadline_are_redrawn_as_such(session: Session) -> None:
    makers.server(session)
    letter = makers.letter(session)
    name = makers.signatory(session, letter, "Ada Byron")
    notice = Notice(
        guild_id=GUILD,
        letter_id=letter.id,
        kind=NoticeKind.BULLETIN,
        due_at=NOW,
        make_at=NOW,
        state=NoticeState.MADE,
        dedupe="news",
    )
    session.add(notice)
    session.flush()
    arrived = Delivery(
        notice_id=notice.id,
        place=Place.CHANNEL,
        recipient_id=7,
        due_at=NOW,
        state=DeliveryState.SENT,
        message_id=9,
        settled_at=NOW,
    )
    session.add(arrived)
    session.flush()
    posted.keep(session, arrived, notice, posted.stated(letter))
    session.flush()
    erased_messages.mark_stale(session, GUILD, 5, {name.id})
    card = session.exec(select(PublicCard)).one()
    assert [one.id for one in card_drawing.to_draw(session, LATER)] == [card.id]
    assert redrawing.to_redraw(session, LATER) == (), "it would take the deadline of before away"
