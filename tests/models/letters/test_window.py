"""The signing window: opening, extending, pausing, cancelling, putting away."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlmodel import Session, col, select

from models.database.tables import JournalEntry, Letter, Notice, PublicCard
from models.delivery import card_drawing
from models.letters import window
from models.letters.letters import edit, sheet
from models.outbox import notices
from models.publishing import confirmation, roster
from models.refusal import Reason
from models.sheets import LetterSheet
from models.terms import CardKind, LetterState, NoticeKind, NoticeState, SignatoryState
from tests.conftest import NOW
from tests.models import makers
from tests.models.makers import payloads, refused

MODERATOR = makers.moderator(9)
CLOSE = makers.CLOSE
LATER = CLOSE + timedelta(days=2)
DAY = timedelta(days=1)
MOMENT = timedelta(microseconds=1)

Act = Callable[[Session, Letter], LetterSheet]
ACTS: dict[str, Act] = {
    "open": lambda session, letter: window.open_(session, MODERATOR, NOW, letter.id),
    "extend": lambda session, letter: window.extend(session, MODERATOR, NOW, letter.id, LATER),
    "pause": lambda session, letter: window.pause(session, MODERATOR, NOW, letter.id),
    "resume": lambda session, letter: window.resume(session, MODERATOR, NOW, letter.id),
    "close_early": lambda session, letter: window.close_early(session, MODERATOR, NOW, letter.id),
    "reopen": lambda session, letter: window.reopen(session, MODERATOR, NOW, letter.id, LATER),
    "cancel": lambda session, letter: window.cancel(
        session, MODERATOR, NOW, letter.id, "The order was withdrawn"
    ),
    "archive": lambda session, letter: window.archive(session, MODERATOR, NOW, letter.id),
}


def draft(session: Session, **changes: Any) -> Letter:
    return makers.letter(session, state=LetterState.DRAFT, opened_at=None, **changes)


def closed(session: Session, **changes: Any) -> Letter:
    values = {"state": LetterState.CLOSED, "closed_at": CLOSE, "review_until": CLOSE + DAY, "published_at": NOW}
    return makers.letter(session, **(values | changes))


def planned(session: Session) -> list[datetime]:
    reminders = (Notice.state == NoticeState.PLANNED, col(Notice.kind).in_(notices.REMINDERS))
    return list(session.exec(select(Notice.due_at).where(*reminders).order_by(col(Notice.due_at))))


def journal(session: Session) -> list[tuple[str, dict[str, Any] | None]]:
    return [
        (entry.act, entry.facts) for entry in session.exec(select(JournalEntry).order_by(col(JournalEntry.id)))
    ]


@pytest.mark.parametrize("state", list(LetterState))
@pytest.mark.parametrize("verb", ACTS)
def test_each_verb_is_accepted_in_the_states_of_the_table_only(
    session: Session, verb: str, state: LetterState
) -> None:
    letter = makers.letter(session, state=state, paused_at=NOW if verb == "resume" else None)
    if state in window.MOVES[verb]:
        ACTS[verb](session, letter)
    else:
        refusal = refused(ACTS[verb], session, letter)
        assert refusal.reason is Reason.WRONG_STATE
        assert refusal.values == {"state": state, "wants": sorted(window.MOVES[verb])}


@pytest.mark.parametrize("verb", ACTS)
def test_each_verb_is_for_moderators_of_this_server(session: Session, verb: str, monkeypatch: Any) -> None:
    letter = makers.letter(session)
    monkeypatch.setattr("tests.models.letters.test_window.MODERATOR", makers.member(5))
    assert refused(ACTS[verb], session, letter).reason is Reason.MODERATORS_ONLY


def test_opening_starts_the_window_posts_the_card_and_plans_reminders(session: Session) -> None:
    letter = draft(session)
    sheet = window.open_(session, MODERATOR, NOW)
    assert (sheet.state, sheet.opened_at) == (LetterState.OPEN, NOW)
    posted = session.exec(select(PublicCard)).one()
    assert (posted.kind, posted.subject_id) == (CardKind.STATUS, letter.id)
    assert len(payloads(session, NoticeKind.OPENING)) == 1
    assert planned(session)
    assert max(planned(session)) < letter.closes_at


def test_opening_waits_for_the_set_up(session: Session) -> None:
    makers.server(session, set_up_at=None)
    assert refused(window.open_, session, MODERATOR, NOW, draft(session).id).reason is Reason.NOT_SET_UP


def test_a_window_that_would_be_over_is_not_opened(session: Session) -> None:
    letter = draft(session)
    assert refused(window.open_, session, MODERATOR, CLOSE, letter.id).reason is Reason.IN_THE_PAST


def test_without_a_channel_a_letter_opens_and_its_card_waits(session: Session) -> None:
    makers.server(session, announcements_id=None)
    assert window.open_(session, MODERATOR, NOW, draft(session).id).state is LetterState.OPEN
    assert card_drawing.to_draw(session, NOW) == ()


def test_an_extension_is_announced_once_with_old_and_new(session: Session) -> None:
    letter = makers.letter(session)
    sheet = window.extend(session, MODERATOR, NOW, letter.id, LATER)
    assert (sheet.closes_at, sheet.deadline_version) == (LATER, 2)
    [facts] = payloads(session, NoticeKind.DEADLINE)
    assert facts["change"] == "extended"
    assert [datetime.fromisoformat(facts[name]["instant"]) for name in ("before", "after")] == [CLOSE, LATER]
    assert journal(session) == [
        ("letter extended", {"actor": 9, "before": CLOSE.isoformat(), "after": LATER.isoformat()})
    ]


def test_reminders_follow_an_extension(session: Session) -> None:
    letter = draft(session)
    window.open_(session, MODERATOR, NOW, letter.id)
    before = planned(session)
    window.extend(session, MODERATOR, NOW, letter.id, LATER)
    assert planned(session) == [instant + timedelta(days=2) for instant in before]


@pytest.mark.parametrize("closes_at", [CLOSE, CLOSE - DAY])
def test_an_extension_ends_later_than_before(session: Session, closes_at: datetime) -> None:
    refusal = refused(window.extend, session, MODERATOR, NOW, makers.letter(session).id, closes_at)
    assert (refusal.reason, refusal.values) == (Reason.NOT_LATER, {"closes_at": CLOSE})


def test_from_the_close_on_nothing_is_extended(session: Session) -> None:
    letter = makers.letter(session)
    assert refused(window.extend, session, MODERATOR, CLOSE, letter.id, LATER).reason is Reason.WRONG_STATE
    assert window.extend(session, MODERATOR, CLOSE - MOMENT, letter.id, LATER).closes_at == LATER


def test_a_vote_that_the_old_close_would_cut_gains_its_time_back(session: Session) -> None:
    letter = makers.letter(session)
    opened = CLOSE - timedelta(hours=2)
    cut = makers.proposal(session, letter, "Cut", opened_at=opened, ends_at=CLOSE)
    whole = makers.proposal(session, letter, "Whole")
    window.extend(session, MODERATOR, CLOSE - timedelta(hours=1), letter.id, LATER)
    assert makers.vote_on(session, cut).ends_at == opened + DAY
    assert makers.vote_on(session, whole).ends_at == NOW + DAY


def test_a_vote_ends_at_the_new_close_at_the_latest(session: Session) -> None:
    letter = makers.letter(session)
    opened = CLOSE - timedelta(hours=2)
    cut = makers.proposal(session, letter, "Cut", opened_at=opened, ends_at=CLOSE)
    window.extend(session, MODERATOR, opened, letter.id, CLOSE + timedelta(hours=1))
    assert makers.vote_on(session, cut).ends_at == CLOSE + timedelta(hours=1)


def test_a_vote_that_was_to_end_early_still_ends_then(session: Session) -> None:
    letter = makers.letter(session)
    decided = makers.proposal(session, letter, "Decided", ends_at=NOW + timedelta(hours=1))
    window.extend(session, MODERATOR, NOW, letter.id, LATER)
    assert makers.vote_on(session, decided).ends_at == NOW + timedelta(hours=1)


def test_only_cards_of_votes_whose_end_moved_are_redrawn(session: Session) -> None:
    letter = makers.letter(session)
    cut = makers.proposal(session, letter, "Cut", opened_at=CLOSE - MOMENT, ends_at=CLOSE)
    whole = makers.proposal(session, letter, "Whole")
    for proposal in (cut, whole):
        makers.card(session, CardKind.PROPOSAL, proposal.id)
    window.extend(session, MODERATOR, NOW, letter.id, LATER)
    session.expire_all()
    stale = session.exec(select(PublicCard.subject_id).where(col(PublicCard.stale).is_(True))).all()
    assert stale == [cut.id]


def test_a_pause_never_moves_the_close_and_ends_when_resumed(session: Session) -> None:
    letter = makers.letter(session)
    assert window.pause(session, MODERATOR, NOW, letter.id).paused_at == NOW
    assert refused(window.pause, session, MODERATOR, NOW, letter.id).values == {"since": NOW}
    sheet = window.resume(session, MODERATOR, NOW + DAY, letter.id)
    assert (sheet.paused_at, sheet.closes_at, sheet.deadline_version) == (None, CLOSE, 1)
    assert refused(window.resume, session, MODERATOR, NOW, letter.id).reason is Reason.NOT_PAUSED
    assert [facts["change"] for facts in payloads(session, NoticeKind.DEADLINE)] == ["paused", "resumed"]


def test_a_second_pause_is_announced_as_well(session: Session) -> None:
    letter = makers.letter(session)
    for day in range(2):
        window.pause(session, MODERATOR, NOW + day * DAY, letter.id)
        window.resume(session, MODERATOR, NOW + day * DAY, letter.id)
    assert len(payloads(session, NoticeKind.DEADLINE)) == 4


def test_two_pauses_at_one_instant_are_announced_both(session: Session) -> None:
    letter = makers.letter(session)
    for _ in range(2):
        window.pause(session, MODERATOR, NOW, letter.id)
        window.resume(session, MODERATOR, NOW, letter.id)
    assert [facts["change"] for facts in payloads(session, NoticeKind.DEADLINE)] == ["paused", "resumed"] * 2


@pytest.mark.parametrize("verb", ["extend", "pause", "close_early"])
def test_a_letter_past_its_close_is_closed_even_before_the_clock_came_by(session: Session, verb: str) -> None:
    letter = makers.letter(session, closes_at=NOW)
    refusal = refused(ACTS[verb], session, letter)
    assert (refusal.reason, refusal.values["state"]) == (Reason.WRONG_STATE, LetterState.CLOSED)


def test_a_cancelled_letter_says_why_and_nothing_else_any_more(session: Session) -> None:
    letter = draft(session)
    window.open_(session, MODERATOR, NOW, letter.id)
    proposal = makers.proposal(session, letter, "Example")
    sheet = window.cancel(session, MODERATOR, NOW, letter.id, "The order was withdrawn")
    assert sheet.state is LetterState.CANCELLED
    assert proposal.state is not SignatoryState.VOTING
    assert planned(session) == []
    [facts] = payloads(session, NoticeKind.DEADLINE)
    assert (facts["change"], facts["reason"]) == ("cancelled", "The order was withdrawn")
    live = select(Notice.kind).where(Notice.state == NoticeState.MADE)
    assert session.exec(live).all() == [NoticeKind.DEADLINE]


def test_a_draft_is_cancelled_silently_and_never_without_a_reason(session: Session) -> None:
    letter = draft(session)
    assert refused(window.cancel, session, MODERATOR, NOW, letter.id, " ").values == {"field": "reason"}
    window.cancel(session, MODERATOR, NOW, letter.id, "Made twice")
    assert not session.exec(select(Notice)).all()


def test_a_published_letter_is_put_away_after_its_final_edition(session: Session) -> None:
    letter = closed(session)
    assert refused(window.archive, session, MODERATOR, NOW, letter.id).values == {"waits": 0}
    letter.final_at = CLOSE + DAY
    assert window.archive(session, MODERATOR, NOW, letter.id).state is LetterState.ARCHIVED


def test_a_verb_without_a_name_means_the_letter_that_it_can_move(session: Session) -> None:
    makers.letter(session)
    letter = draft(session)
    assert window.open_(session, MODERATOR, NOW).id == letter.id
    assert refused(window.pause, session, MODERATOR, NOW).reason is Reason.CHOOSE_LETTER


def test_every_act_redraws_the_status_card(session: Session) -> None:
    for verb, act in ACTS.items():
        letter = makers.letter(
            session, state=min(window.MOVES[verb]), paused_at=NOW if verb == "resume" else None
        )
        known = select(PublicCard).where(PublicCard.subject_id == letter.id)
        if verb != "open":  # which posts it
            makers.card(session, CardKind.STATUS, letter.id)
        act(session, letter)
        assert session.exec(known).one().stale, verb


def test_what_was_shown_before_the_deadline_moved_confirms_nothing(session: Session) -> None:
    letter = makers.letter(session)
    seen = confirmation.shown(window.check_move(session, MODERATOR, NOW, letter.id, "extend"), "extend")
    confirmation.require_shown(session, MODERATOR, NOW, letter.id, "extend", seen)
    window.extend(session, MODERATOR, NOW, letter.id, LATER)
    refusal = refused(confirmation.require_shown, session, MODERATOR, NOW, letter.id, "extend", seen)
    assert refusal.reason is Reason.OUTDATED


def test_a_list_that_changed_since_it_was_shown_is_shown_again_before_it_is_published(session: Session) -> None:
    letter = makers.letter(session)
    first = makers.signatory(session, letter, "Access Now")
    listed = roster.digest(session, letter.id, NOW)
    seen = {
        move: confirmation.shown(sheet(session, letter, NOW), move, listed) for move in ("publish", "finish")
    }
    seen["extend"] = confirmation.shown(sheet(session, letter, NOW), "extend")
    confirmation.require_shown(session, MODERATOR, NOW, letter.id, "publish", seen["publish"])
    first.removed_at = NOW
    makers.signatory(session, letter, "Index")
    refusal = refused(
        confirmation.require_shown, session, MODERATOR, NOW, letter.id, "publish", seen["publish"]
    )
    assert refusal.reason is Reason.OUTDATED
    confirmation.require_shown(session, MODERATOR, NOW, letter.id, "extend", seen["extend"])


def test_a_draft_whose_close_was_moved_since_it_was_shown_is_shown_again_before_it_opens(
    session: Session,
) -> None:
    letter = draft(session)
    seen = confirmation.shown(sheet(session, letter, NOW), "open")
    edit(session, MODERATOR, NOW, letter.id, {"closes_at": LATER})
    refusal = refused(confirmation.require_shown, session, MODERATOR, NOW, letter.id, "open", seen)
    assert refusal.reason is Reason.OUTDATED
