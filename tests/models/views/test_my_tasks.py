"""What is waiting for me."""

from datetime import timedelta

from sqlmodel import Session

from models.letter_parts import Part, WishState
from models.letters import endorsements, parts
from models.refusal import Reason
from models.sheets import MineSheet
from models.terms import Kind, LetterState, SignatoryState
from models.views.my_tasks import mine
from models.wishes import adding, asking, showing
from tests.conftest import NOW
from tests.models import makers
from tests.models.letters.endorsing import BEN, LATER, rewrite, signed, worded

ME = makers.member(7)


def shown(sheet: MineSheet) -> str | None:
    return sheet.proposal.name if sheet.proposal else None


def test_open_votes_come_one_at_a_time_oldest_first(session: Session) -> None:
    makers.participant(session, 7)
    letter = makers.letter(session)
    first, second = makers.proposal(session, letter, "Index"), makers.proposal(session, letter, "Element")
    sheet = mine(session, ME, NOW)
    assert (sheet.votes, shown(sheet)) == (2, "Index")
    assert shown(mine(session, ME, NOW, after=first.id)) == "Element"
    assert shown(mine(session, ME, NOW, after=second.id)) == "Index"


def test_next_goes_on_from_one_that_was_just_voted_on(session: Session) -> None:
    makers.participant(session, 7)
    letter = makers.letter(session)
    first = makers.proposal(session, letter, "Index")
    makers.proposal(session, letter, "Element")
    makers.ballot(session, first, 7)
    sheet = mine(session, ME, NOW, after=first.id)
    assert (sheet.votes, shown(sheet)) == (1, "Element")


def test_the_own_organisation_has_a_line_for_each_running_letter(session: Session) -> None:
    makers.participant(session, 7, "Open Rights")
    one = makers.letter(session, title="One")
    makers.letter(session, title="Two", closes_at=makers.CLOSE + timedelta(days=1))
    makers.letter(session, title="Draft", state=LetterState.DRAFT)
    makers.letter(session, title="Done", state=LetterState.CLOSED, final_at=NOW)
    row = makers.signatory(session, one, "Open Rights")
    lines = mine(session, ME, NOW).organisations
    assert [(line.title, line.signatory_id, line.state) for line in lines] == [
        ("One", row.id, SignatoryState.APPROVED),
        ("Two", None, None),
    ]


def test_own_proposals_say_what_they_lack(session: Session) -> None:
    makers.participant(session, 7)
    letter = makers.letter(session)
    for name in ("Index", "Element"):
        row = makers.proposal(session, letter, name, added_by=7)
    makers.consent(session, row)
    makers.proposal(session, letter, "Another's", added_by=8)
    makers.signatory(session, letter, "Settled", added_by=7)
    lines = mine(session, ME, NOW).proposals
    assert [(line.name, line.lacks_consent) for line in lines] == [("Index", True), ("Element", False)]


def test_one_letter_can_be_asked_for_alone(session: Session) -> None:
    makers.participant(session, 7)
    one, other = makers.letter(session), makers.letter(session)
    makers.proposal(session, one, "Index")
    makers.proposal(session, other, "Element")
    assert mine(session, ME, NOW, other.id).votes == 1


def test_a_mute_is_shown_until_it_ends(session: Session) -> None:
    makers.participant(session, 7, muted_until=NOW + timedelta(hours=1))
    assert mine(session, ME, NOW).muted_until == NOW + timedelta(hours=1)
    assert mine(session, ME, NOW + timedelta(hours=1)).muted_until is None


def test_who_takes_no_part_is_told_what_to_press(session: Session) -> None:
    makers.letter(session)
    assert makers.refused(mine, session, ME, NOW).reason is Reason.TAKE_PART_FIRST


def test_another_servers_letter_is_not_found(session: Session) -> None:
    makers.participant(session, 7)
    elsewhere = makers.letter(session, guild_id=makers.another_server(session))
    assert makers.refused(mine, session, ME, NOW, elsewhere.id).reason is Reason.NOT_FOUND


def test_mine_names_what_endorses_an_earlier_text(session: Session) -> None:
    letter = worded(session)
    row = signed(session, letter)
    assert mine(session, BEN, LATER).earlier == ()
    rewrite(session, letter, "We ask for two.")
    [one] = mine(session, BEN, LATER).earlier
    assert one.signatory_id == row.id
    assert one.number == 2
    assert one.shown == makers.shown_of(session, row.id)
    assert one.until == LATER + endorsements.TIME_TO_LEAVE


def test_names_i_said_i_would_ask_are_on_my_list_until_they_have_answered(session: Session) -> None:
    makers.participant(session, 7)
    letter = makers.letter(session, parts=[Part.WISHES.value])
    adding.add(session, ME, NOW, letter.id, Kind.ORGANISATION, "Open Path\nGreen Coast\nHarbour Watch")
    names = {one.name: one.id for one in showing.show(session, ME, NOW, letter.id).wishes}
    for name in ("Open Path", "Green Coast"):
        asking.claim(session, ME, NOW, names[name])
    asking.asked(session, ME, NOW, names["Open Path"])
    found = [(one.name, one.state) for one in mine(session, ME, NOW).wishes]
    assert found == [("Green Coast", WishState.CLAIMED), ("Open Path", WishState.ASKED)]
    asking.refuse(session, ME, NOW, names["Open Path"])
    assert [one.name for one in mine(session, ME, NOW).wishes] == ["Green Coast"]
    parts.switch(session, makers.moderator(8), NOW, letter.id, Part.WISHES, wanted=False)
    assert mine(session, ME, NOW).wishes == ()
