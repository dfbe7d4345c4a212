"""The letter: who may see it, what it takes in, and how it is made."""

from datetime import timedelta
from typing import Any

import pytest
from sqlmodel import Session, select

from models.database.tables import JournalEntry, Letter
from models.letters import acceptance, letters, lookup, texts
from models.refusal import Reason
from models.rules.voting_policy import Policy
from models.sheets import Actor, LetterChanges, LetterSheet
from models.terms import CardKind, Kind, LetterState, SignatoryState
from tests.conftest import GUILD, NOW
from tests.models import makers
from tests.models.makers import present, refused

MODERATOR = makers.moderator(9)
MEMBER = makers.member(5)
OUTSIDER = Actor(GUILD, 6)
CLOSED_STATES = [LetterState.ARCHIVED, LetterState.CANCELLED]


@pytest.fixture(autouse=True)
def _server(session: Session) -> None:
    makers.participant(session, MEMBER.user_id)


def create(session: Session, actor: Actor = MODERATOR, **changes: Any) -> LetterSheet:
    answers: dict[str, Any] = {
        "title": "A joint letter",
        "addressee": "The Home Secretary",
        "closes_at": makers.CLOSE,
    }
    return letters.create(session, actor, NOW, **(answers | changes))


def test_creating_asks_for_title_addressee_and_close_only(session: Session) -> None:
    sheet = create(session, title="  A joint\u200b  letter ")
    assert (sheet.title, sheet.state, sheet.time_zone) == ("A joint letter", LetterState.DRAFT, "Europe/London")
    assert (sheet.review_hours, sheet.two_person, sheet.counts.total) == (24, False, 0)
    assert Policy.of(dict(sheet.policy)) == Policy.of({})


def test_only_moderators_create(session: Session) -> None:
    assert refused(create, session, MEMBER).reason is Reason.MODERATORS_ONLY


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"title": " \u200b"}, Reason.EMPTY),
        ({"addressee": "x" * 201}, Reason.TOO_LONG),
        ({"closes_at": NOW}, Reason.IN_THE_PAST),
        ({"closes_at": NOW + timedelta(days=800)}, Reason.TOO_FAR),
        ({"zone": "CST"}, Reason.UNKNOWN_ZONE),
    ],
)
def test_what_cannot_be_is_refused(session: Session, changes: dict[str, Any], reason: Reason) -> None:
    assert refused(create, session, **changes).reason is reason


def test_a_letter_of_another_server_is_not_found(session: Session) -> None:
    letter = makers.letter(session)
    assert lookup.find(session, GUILD, letter.id) is letter
    assert refused(lookup.find, session, GUILD + 1, letter.id).reason is Reason.NOT_FOUND
    assert refused(lookup.find, session, GUILD, 999).reason is Reason.NOT_FOUND
    stranger = Actor(GUILD + 1, 9, manages_server=True)
    assert refused(lookup.choose, session, stranger, letter.id).reason is Reason.NOT_FOUND


def test_with_one_open_letter_nobody_asks_which(session: Session) -> None:
    makers.letter(session, state=LetterState.DRAFT)
    makers.letter(session, state=LetterState.CLOSED)
    letter = makers.letter(session)
    assert lookup.choose(session, MEMBER, None) is letter


def test_without_an_open_letter_the_only_live_one_is_meant(session: Session) -> None:
    for state in CLOSED_STATES:
        makers.letter(session, state=state)
    letter = makers.letter(session, state=LetterState.CLOSED)
    assert lookup.choose(session, MEMBER, None) is letter


def test_with_several_open_letters_one_has_to_be_chosen(session: Session) -> None:
    both = [makers.letter(session, title=title) for title in ("First", "Second")]
    refusal = refused(lookup.choose, session, MEMBER, None)
    assert refusal.reason is Reason.CHOOSE_LETTER
    assert refusal.values == {"letters": [(both[0].id, "First"), (both[1].id, "Second")]}
    assert lookup.choose(session, MEMBER, both[1].id) is both[1]


@pytest.mark.parametrize("state", CLOSED_STATES)
def test_a_letter_put_away_is_found_by_name_or_where_there_is_no_other(
    session: Session, state: LetterState
) -> None:
    makers.letter(session, state=state)
    letter = makers.letter(session, state=state)
    assert lookup.choose(session, MEMBER, None) is letter
    live = makers.letter(session)
    assert lookup.choose(session, MEMBER, None) is live
    assert lookup.choose(session, MEMBER, letter.id) is letter


def test_a_cancelled_letter_is_found_by_the_verb_that_puts_it_away(session: Session) -> None:
    letter = makers.letter(session, state=LetterState.CANCELLED)
    makers.letter(session)
    wants = (LetterState.CLOSED, LetterState.CANCELLED)
    assert lookup.choose(session, MEMBER, None, wants) is letter


def test_before_publication_an_outsider_cannot_tell_whether_there_is_a_letter(session: Session) -> None:
    before = [refused(lookup.choose, session, OUTSIDER, letter_id) for letter_id in (None, 1, 2)]
    letter = makers.letter(session)
    after = [refused(lookup.choose, session, OUTSIDER, letter_id) for letter_id in (None, letter.id, 2)]
    assert {(refusal.reason, *refusal.values) for refusal in before + after} == {(Reason.NOT_PUBLIC,)}


def test_an_outsider_is_asked_only_between_published_letters(session: Session) -> None:
    makers.letter(session, title="Secret")
    public = makers.letter(session, published_at=NOW)
    assert lookup.choose(session, OUTSIDER, None) is public
    assert [choice.title for choice in letters.list_(session, OUTSIDER)] == [public.title]


def test_a_member_who_takes_no_part_is_an_outsider_and_a_moderator_is_not(session: Session) -> None:
    letter = makers.letter(session)
    assert not lookup.is_readable(session, makers.member(77), letter)
    assert lookup.is_readable(session, MODERATOR, letter)
    assert lookup.is_readable(session, MEMBER, letter)


def test_intake_ends_at_the_close_and_not_a_moment_before(session: Session) -> None:
    letter = makers.letter(session)
    acceptance.require(letter, letter.closes_at - timedelta(microseconds=1))
    refusal = refused(acceptance.require, letter, letter.closes_at)
    assert (refusal.reason, refusal.values) == (Reason.CLOSED, {"closes_at": letter.closes_at})


@pytest.mark.parametrize(
    ("state", "reason"),
    [
        (LetterState.DRAFT, Reason.NOT_OPEN),
        (LetterState.CLOSED, Reason.CLOSED),
        (LetterState.ARCHIVED, Reason.WRONG_STATE),
        (LetterState.CANCELLED, Reason.WRONG_STATE),
    ],
)
def test_only_an_open_letter_takes_in(session: Session, state: LetterState, reason: Reason) -> None:
    assert refused(acceptance.require, makers.letter(session, state=state), NOW).reason is reason


def test_a_paused_letter_takes_nothing_in_and_after_the_close_it_is_closed(session: Session) -> None:
    letter = makers.letter(session, paused_at=NOW)
    assert refused(acceptance.require, letter, NOW).values == {"since": NOW}
    assert refused(acceptance.require, letter, letter.closes_at).reason is Reason.CLOSED


def edit(session: Session, letter: Letter, **changes: Any) -> LetterSheet:
    return letters.edit(session, MODERATOR, NOW, letter.id, LetterChanges(**changes))  # type: ignore[typeddict-item]


def test_editing_changes_what_is_named_and_the_journal_holds_both(session: Session) -> None:
    letter = makers.letter(session)
    assert edit(session, letter, title="Another", two_person=True).two_person
    edit(session, letter, title="Another")
    entry = session.exec(select(JournalEntry)).one()
    assert entry.facts == {
        "actor": 9,
        "before": {"title": "A joint letter", "two_person": False},
        "after": {"title": "Another", "two_person": True},
    }


def test_only_moderators_edit_and_only_what_is_live(session: Session) -> None:
    letter = makers.letter(session)
    assert refused(letters.edit, session, MEMBER, NOW, letter.id, {}).reason is Reason.MODERATORS_ONLY
    letter.state = LetterState.ARCHIVED
    refusal = refused(edit, session, letter, title="Another")
    assert refusal.reason is Reason.WRONG_STATE
    assert refusal.values == {"state": "archived", "wants": ["closed", "draft", "open"]}


def test_the_deadline_is_edited_in_a_draft_only(session: Session) -> None:
    later = makers.CLOSE + timedelta(days=1)
    draft = makers.letter(session, state=LetterState.DRAFT, opened_at=None)
    assert edit(session, draft, closes_at=later, time_zone="paris").closes_at == later
    assert draft.time_zone == "Europe/Paris"
    assert refused(edit, session, draft, closes_at=NOW).reason is Reason.IN_THE_PAST
    assert refused(edit, session, makers.letter(session), closes_at=later).values["wants"] == ["draft"]


@pytest.mark.parametrize("hours", [0, 14 * 24 + 1])
def test_the_review_has_bounds(session: Session, hours: int) -> None:
    refusal = refused(edit, session, makers.letter(session), review_hours=hours)
    assert (refusal.reason, refusal.values) == (Reason.BAD_REVIEW_HOURS, {"least": 1, "most": 336})


def test_new_review_hours_move_the_end_of_a_review_under_way(session: Session) -> None:
    letter = makers.letter(session, state=LetterState.CLOSED, closed_at=makers.CLOSE)
    assert edit(session, letter, review_hours=48).review_until == makers.CLOSE + timedelta(hours=48)


def test_a_policy_holds_for_proposals_to_come(session: Session) -> None:
    letter = makers.letter(session)
    proposal = makers.proposal(session, letter, "Example", policy=Policy.of({}))
    sheet = letters.set_policy(session, MODERATOR, NOW, letter.id, Policy(hours=48))
    assert Policy.of(dict(sheet.policy)).hours == 48
    assert Policy.of(makers.vote_on(session, proposal).policy).hours == 24
    refusal = refused(letters.set_policy, session, MEMBER, NOW, letter.id, Policy())
    assert refusal.reason is Reason.MODERATORS_ONLY


def test_an_absurd_policy_is_refused(session: Session) -> None:
    letter = makers.letter(session)
    refusal = refused(letters.set_policy, session, MODERATOR, NOW, letter.id, Policy(hours=0))
    assert (refusal.reason, refusal.values["field"]) == (Reason.BAD_POLICY, "hours")


def test_the_status_counts_by_kind_and_says_what_waits(session: Session) -> None:
    letter = makers.letter(session)
    makers.signatory(session, letter, "One")
    makers.signatory(session, letter, "Two", kind=Kind.COMPANY)
    makers.signatory(session, letter, "Three", state=SignatoryState.UNDECIDED, approved_at=None)
    makers.proposal(session, letter, "Four")
    sheet = letters.status(session, MEMBER, NOW)
    assert (sheet.counts.organisations, sheet.counts.companies, sheet.counts.total) == (1, 1, 2)
    assert (sheet.waits, sheet.voting, sheet.as_of) == (1, 1, NOW)


def test_the_status_knows_the_text(session: Session) -> None:
    letter = makers.letter(session)
    assert letters.status(session, MEMBER, NOW).text is None
    texts.write(session, MODERATOR, NOW, letter.id, "Dear Home Secretary")
    version = present(letters.status(session, MEMBER, NOW).text)
    assert version.number == 1


def test_a_change_redraws_the_status_card(session: Session) -> None:
    letter = makers.letter(session)
    card = makers.card(session, CardKind.STATUS, letter.id)
    edit(session, letter, title="Another")
    session.refresh(card)
    assert card.stale


def test_choosers_begin_with_open_letters_and_newer_ones(session: Session) -> None:
    states = [
        LetterState.CANCELLED,
        LetterState.ARCHIVED,
        LetterState.CLOSED,
        LetterState.DRAFT,
        LetterState.OPEN,
    ]
    made = [makers.letter(session, state=state).id for state in states]
    newest = makers.letter(session).id
    assert [choice.id for choice in letters.list_(session, MEMBER)] == [newest, *reversed(made)]
