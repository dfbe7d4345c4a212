"""The wish list: names that somebody should ask, and what comes of each."""

from datetime import timedelta
from typing import Any

import pytest
from sqlmodel import Session, select

from models.database.tables import JournalEntry, Letter, Signatory, Wish
from models.letter_parts import Part, Wanted, WishState
from models.letters import letters, parts
from models.names import cleaning
from models.operations import due_work, personal_data, retention
from models.refusal import Reason
from models.sheets.wishes import AddedWishes, WishSheet
from models.submissions import proposals
from models.terms import Kind, LetterState, SignatoryState, Way
from models.wishes import adding, asking, showing
from tests.conftest import GUILD, NOW
from tests.models import makers

ANA, BEN, MODERATOR = makers.member(1), makers.member(2), makers.moderator(9)
DAY = timedelta(days=1)


@pytest.fixture
def letter(session: Session) -> Letter:
    """An open letter with a wish list; Ana, Ben and a moderator take part."""
    makers.participants(session, 1, 2, 9)
    return makers.letter(session, parts=[Part.WISHES.value])


def add(session: Session, letter: Letter, names: str, kind: Kind = Kind.ORGANISATION, **by: Any) -> AddedWishes:
    return adding.add(session, by.get("by", ANA), NOW, letter.id, kind, names)


def a_wish(session: Session, letter: Letter, name: str = "Hill Fund", kind: Kind = Kind.ORGANISATION) -> int:
    add(session, letter, name, kind)
    return session.exec(select(Wish.id).where(Wish.name == name)).one()


def shown(session: Session, wish_id: int) -> WishSheet:
    return showing.one(session, ANA, NOW, wish_id)


def figures(session: Session, letter: Letter) -> dict[WishState, int]:
    counted = showing.show(session, ANA, NOW, letter.id).figures
    return {state: count for state, count in counted.items() if count}


def test_the_bullets_of_a_pasted_list_are_no_part_of_its_names(session: Session, letter: Letter) -> None:
    added = add(session, letter, "- Hill Fund\n• Ferry Trust\n* Open Path\n  – River Circle\n1. FC Lakeshore")
    assert added.added == ("Hill Fund", "Ferry Trust", "Open Path", "River Circle", "1. FC Lakeshore")
    assert added.refused == ()


def test_a_letter_has_no_wish_list_until_a_moderator_switches_it_on(session: Session) -> None:
    makers.participant(session, 1)
    letter = makers.letter(session)
    assert makers.refused(add, session, letter, "Hill Fund").reason is Reason.PART_OFF
    refusal = makers.refused(parts.switch, session, ANA, NOW, letter.id, Part.WISHES, wanted=True)
    assert refusal.reason is Reason.MODERATORS_ONLY
    assert Part.WISHES in parts.switch(session, MODERATOR, NOW, letter.id, Part.WISHES, wanted=True).parts
    assert add(session, letter, "Hill Fund").added == ("Hill Fund",)
    assert not parts.switch(session, MODERATOR, NOW, letter.id, Part.WISHES, wanted=False).parts
    parts.switch(session, MODERATOR, NOW, letter.id, Part.WISHES, wanted=True)
    assert figures(session, letter) == {WishState.FREE: 1}, "what was written stays"


def test_names_are_added_one_a_line_and_each_line_gets_its_answer(session: Session, letter: Letter) -> None:
    makers.signatory(session, letter, "Riverlight")
    add(session, letter, "Hill Fund")
    came = add(session, letter, "HILL  FUND\nRiverlight\n\nOpen Path\nopen path\nme@example.org", by=BEN)
    assert came.added == ("Open Path",)
    assert [one.name for one in came.known] == ["Hill Fund"]
    assert came.on_letter == ("Riverlight",)
    assert came.twice == ("open path",)
    assert [(line, why.reason) for line, why in came.refused] == [("me@example.org", Reason.ADDRESS_IN_NAME)]


def test_a_wish_list_is_full_at_five_hundred_and_then_nothing_is_added(
    session: Session, letter: Letter
) -> None:
    for start in (0, 250):
        add(session, letter, "\n".join(f"House {number}" for number in range(start, start + 250)))
    refusal = makers.refused(add, session, letter, "One more")
    assert (refusal.reason, refusal.values) == (Reason.TOO_MANY_WISHES, {"limit": 500})


def test_two_cannot_ask_one_name_and_the_second_hears_who_does(session: Session, letter: Letter) -> None:
    wish = a_wish(session, letter)
    assert asking.claim(session, ANA, NOW, wish).state is WishState.CLAIMED
    refusal = makers.refused(asking.claim, session, BEN, NOW, wish)
    assert (refusal.reason, refusal.values["user_id"]) == (Reason.CLAIMED, 1)
    assert makers.refused(asking.claim, session, ANA, NOW, wish).reason is Reason.UNCHANGED
    assert asking.give_back(session, ANA, NOW, wish).state is WishState.FREE
    assert asking.claim(session, BEN, NOW, wish).claimed_by == 2


def test_only_who_asks_or_a_moderator_says_what_came_of_it(session: Session, letter: Letter) -> None:
    wish = a_wish(session, letter)
    for verb in (asking.asked, asking.refuse, asking.give_back, asking.check_agree):
        refusal = makers.refused(verb, session, ANA, NOW, wish)
        assert (refusal.reason, refusal.values["user_id"]) == (Reason.NOT_CLAIMED, None)
    asking.claim(session, ANA, NOW, wish)
    refusal = makers.refused(asking.asked, session, BEN, NOW, wish)
    assert (refusal.reason, refusal.values["user_id"]) == (Reason.NOT_CLAIMED, ANA.user_id)
    assert asking.asked(session, ANA, NOW, wish).state is WishState.ASKED
    assert asking.refuse(session, MODERATOR, NOW, wish).state is WishState.REFUSED
    assert asking.claim(session, BEN, NOW, wish).state is WishState.CLAIMED, "somebody else may try"


def test_a_yes_is_a_proposal_with_the_consent_that_came(session: Session, letter: Letter) -> None:
    wish = a_wish(session, letter)
    asking.claim(session, ANA, NOW, wish)
    proposed = asking.agree(session, ANA, NOW, wish, makers.agreed("Hill Fund"))
    assert (proposed.state, proposed.consent, proposed.added_by) == (SignatoryState.VOTING, True, 1)
    assert (shown(session, wish).state, shown(session, wish).signatory_id) == (WishState.ON_LETTER, proposed.id)


def test_a_name_that_another_member_proposes_meanwhile_is_on_the_letter(
    session: Session, letter: Letter
) -> None:
    wish = a_wish(session, letter)
    asking.claim(session, ANA, NOW, wish)
    proposals.propose(session, BEN, NOW, letter.id, makers.answers("hill fund"))
    assert shown(session, wish).state is WishState.ON_LETTER
    for verb in (asking.asked, asking.check_agree):
        refusal = makers.refused(verb, session, ANA, NOW, wish)
        assert (refusal.reason, refusal.values["name"]) == (Reason.DUPLICATE, "hill fund")
    typed = makers.agreed("Hill Fund")
    assert makers.refused(asking.agree, session, ANA, NOW, wish, typed).reason is Reason.DUPLICATE


def test_a_proposal_that_is_cancelled_frees_its_wish_again(session: Session, letter: Letter) -> None:
    wish = a_wish(session, letter)
    proposed = proposals.propose(session, BEN, NOW, letter.id, makers.answers("Hill Fund"))
    proposals.cancel(session, BEN, NOW, proposed.id)
    assert shown(session, wish).state is WishState.FREE


def test_a_person_is_on_the_letter_with_any_affiliation(session: Session, letter: Letter) -> None:
    wish = a_wish(session, letter, "Ada Example", Kind.INDIVIDUAL)
    answers = makers.answers("Ada Example", Kind.INDIVIDUAL, detail="Hill College")
    proposals.propose(session, BEN, NOW, letter.id, answers)
    assert shown(session, wish).state is WishState.ON_LETTER


def test_nobody_is_a_signatory_by_being_on_the_wish_list(session: Session, letter: Letter) -> None:
    before = letters.sheet(session, letter, NOW)
    wish = a_wish(session, letter)
    asking.claim(session, ANA, NOW, wish)
    asking.asked(session, ANA, NOW, wish)
    assert letters.sheet(session, letter, NOW) == before
    assert session.exec(select(Signatory)).all() == []


def test_the_journal_says_what_was_done_and_never_a_name(session: Session, letter: Letter) -> None:
    wish = a_wish(session, letter, "Hill Fund")
    asking.claim(session, ANA, NOW, wish)
    asking.asked(session, ANA, NOW, wish)
    asking.refuse(session, ANA, NOW, wish)
    asking.remove(session, ANA, NOW, wish)
    said = [(entry.act, entry.facts) for entry in session.exec(select(JournalEntry)) if "wish" in entry.act]
    assert [act for act, _ in said] == [
        "wishes added",
        "wish claimed",
        "wish asked",
        "wish refused",
        "wish removed",
    ]
    assert "Hill" not in str(said)


def test_who_added_a_name_removes_it_unless_somebody_else_asks(session: Session, letter: Letter) -> None:
    wish = a_wish(session, letter)
    asking.claim(session, BEN, NOW, wish)
    for actor in (ANA, BEN):
        assert makers.refused(asking.remove, session, actor, NOW, wish).reason is Reason.NOT_YOUR_WISH
    assert asking.remove(session, MODERATOR, NOW, wish).letter_id == letter.id
    assert figures(session, letter) == {}


def test_pages_hold_fifteen_names_in_order_and_can_show_those_i_ask(session: Session, letter: Letter) -> None:
    add(session, letter, "\n".join(f"House {number:02}" for number in range(45)))
    asking.claim(session, ANA, NOW, session.exec(select(Wish.id).where(Wish.name == "House 30")).one())
    third = showing.show(session, ANA, NOW, letter.id, Wanted.ALL, 9)
    assert (third.page, third.pages, third.wishes[0].name) == (3, 3, "House 30")
    assert [one.name for one in showing.show(session, ANA, NOW, letter.id, Wanted.MINE).wishes] == ["House 30"]
    assert showing.show(session, ANA, NOW, letter.id, Wanted.FREE).total == 45


def test_the_list_of_an_earlier_letter_is_taken_over_once(session: Session, letter: Letter) -> None:
    before = makers.letter(session, title="Before", state=LetterState.ARCHIVED)
    for name in ("Hill Fund", "Riverlight", "Open Path"):
        makers.signatory(session, before, name)
    makers.signatory(session, before, "Gone House", state=SignatoryState.REMOVED)
    makers.signatory(session, letter, "Riverlight")
    assert [one.title for one in adding.earlier(session, MODERATOR, letter.id)] == ["Before"]
    came = adding.take_over(session, MODERATOR, NOW, letter.id, before.id)
    assert (came.added, came.on_letter) == (("Hill Fund", "Open Path"), ("Riverlight",))
    again = adding.take_over(session, MODERATOR, NOW, letter.id, before.id)
    assert (again.added, len(again.known)) == ((), 2)
    refusal = makers.refused(adding.take_over, session, ANA, NOW, letter.id, before.id)
    assert refusal.reason is Reason.MODERATORS_ONLY


def test_a_list_of_more_names_than_fit_is_refused_before_they_are_read(
    session: Session, letter: Letter, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = makers.letter(session, title="Before", state=LetterState.ARCHIVED)
    for number in range(7):
        makers.signatory(session, before, f"House {number}")
    monkeypatch.setattr(adding, "MOST", 3)
    monkeypatch.setattr(cleaning, "printable", pytest.fail)
    refusal = makers.refused(adding.take_over, session, MODERATOR, NOW, letter.id, before.id)
    assert (refusal.reason, refusal.values) == (Reason.TOO_MANY_WISHES, {"limit": 3})


def test_a_name_that_is_put_right_in_the_proposal_is_no_longer_asked_for(
    session: Session, letter: Letter
) -> None:
    wish = a_wish(session, letter, "ACLU")
    asking.claim(session, ANA, NOW, wish)
    asking.asked(session, ANA, NOW, wish)
    asking.agree(session, ANA, NOW, wish, makers.answers("American Civil Liberties Union"))
    assert shown(session, wish).name == "American Civil Liberties Union"
    assert shown(session, wish).state is WishState.ON_LETTER


def test_an_organisation_on_the_letter_is_not_the_person_of_its_name(session: Session, letter: Letter) -> None:
    person = a_wish(session, letter, "Mary Stone", Kind.INDIVIDUAL)
    add(session, letter, "Mary Stone")
    makers.signatory(session, letter, "Mary Stone")
    assert shown(session, person).state is WishState.FREE
    assert figures(session, letter) == {WishState.FREE: 1, WishState.ON_LETTER: 1}


def test_nothing_is_added_or_claimed_once_the_letter_is_closed(session: Session, letter: Letter) -> None:
    wish = a_wish(session, letter)
    letter.state = LetterState.CLOSED
    assert makers.refused(add, session, letter, "Open Path").reason is Reason.WRONG_STATE
    assert makers.refused(asking.claim, session, ANA, NOW, wish).reason is Reason.WRONG_STATE
    assert figures(session, letter) == {WishState.FREE: 1}


def test_a_wish_of_another_server_is_not_found(session: Session, letter: Letter) -> None:
    other = makers.letter(session, guild_id=makers.another_server(session), parts=[Part.WISHES.value])
    row = Wish(guild_id=GUILD + 1, letter_id=other.id, kind=Kind.COMPANY, name="X", name_key="x", added_at=NOW)
    session.add(row)
    session.flush()
    for verb in (showing.one, asking.claim, asking.asked, asking.remove):
        assert makers.refused(verb, session, ANA, NOW, row.id).reason is Reason.NOT_FOUND
    refusal = makers.refused(adding.take_over, session, MODERATOR, NOW, letter.id, other.id)
    assert refusal.reason is Reason.NOT_FOUND


def test_a_member_whose_proposals_are_stopped_adds_no_names(session: Session, letter: Letter) -> None:
    makers.participant(session, 3, blocked_at=NOW)
    assert makers.refused(add, session, letter, "Hill Fund", by=makers.member(3)).reason is Reason.BLOCKED


def test_names_leave_the_wish_list_thirty_days_after_the_close(session: Session, letter: Letter) -> None:
    a_wish(session, letter)
    letter.state, letter.closed_at = LetterState.CLOSED, NOW
    assert retention.erase_wishes(session, NOW + 30 * DAY - timedelta(seconds=1)) == 0
    assert NOW + 30 * DAY in due_work.moments(session, NOW).values()
    assert retention.erase_wishes(session, NOW + 30 * DAY) == 1
    assert session.exec(select(Wish)).all() == []


def test_a_person_whose_name_was_on_the_letter_is_erased_from_its_wish_list_too(
    session: Session, letter: Letter
) -> None:
    a_wish(session, letter, "Ada Byron", Kind.INDIVIDUAL)
    a_wish(session, letter, "Hill Fund")
    makers.signatory(
        session, letter, "Ada Byron", kind=Kind.INDIVIDUAL, affiliation="Analytical Society", way=Way.SIGNED,
        added_by=BEN.user_id, state=SignatoryState.REMOVED, live=False,
    )  # fmt: skip
    personal_data.erase(session, BEN, NOW)
    assert session.exec(select(Wish.name)).all() == ["Hill Fund"]


def test_names_of_a_letter_that_was_reopened_stay(session: Session, letter: Letter) -> None:
    a_wish(session, letter)
    letter.closed_at = NOW
    assert retention.erase_wishes(session, NOW + 60 * DAY) == 0


def test_an_erased_person_asks_nobody_any_more_and_their_names_stay(session: Session, letter: Letter) -> None:
    wish = a_wish(session, letter)
    asking.claim(session, ANA, NOW, wish)
    data = personal_data.export(session, ANA).kept
    assert [len(data[what]) for what in ("names to ask that you added", "names you ask")] == [1, 1]
    personal_data.erase(session, ANA, NOW)
    row = session.get_one(Wish, wish)
    assert (row.added_by, row.claimed_by, row.name) == (None, None, "Hill Fund")
    assert showing.one(session, BEN, NOW, wish).state is WishState.FREE
