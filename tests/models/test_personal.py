"""What is kept of one person: taken along, and erased without a trace but the counts, lists and digests."""

import json
from datetime import timedelta

from sqlmodel import Session, SQLModel, select

from models import (
    allowance,
    ballot,
    contact,
    draft,
    entry,
    journal,
    notice,
    participant,
    personal,
    review,
    signatory,
    snooze,
)
from models.plan import Snooze
from models.policy import Policy
from models.refusal import Reason
from models.sheets import Actor, ParticipantAnswers
from models.tables import Ballot, JournalEntry, Letter, Participant, Signatory
from models.terms import ERASED, Choice, Kind, NoticeKind, Preset, SignatoryState
from tests.conftest import GUILD, NOW
from tests.models import makers

ANA = 111222333444555666
LATER = NOW + timedelta(hours=1)
ME = makers.moderator(ANA)
OTHER = makers.moderator(2)


def written(session: Session) -> str:
    """Every row of every table, as text."""
    session.expire_all()
    return "\n".join(
        str(tuple(row)) for table in SQLModel.metadata.sorted_tables for row in session.execute(table.select())
    )


def a_life(session: Session, actor: Actor = ME) -> Letter:
    """Someone who did everything that leaves an id: took part, asked, voted, proposed, signed, entered, decided."""
    makers.server(session)
    makers.participant(session, 2)
    participant.ask(session, Actor(GUILD, ANA), NOW, ParticipantAnswers("Riverlight", "Director", "", True))
    participant.admit(session, OTHER, NOW, ANA)
    participant.take_part(session, actor, NOW, ParticipantAnswers("Riverlight Trust", "Chair", "", True))
    letter = makers.letter(session, created_by=ANA)
    vote = signatory.propose(session, actor, NOW, letter.id, makers.agreed("Open vote"))
    ballot.cast(session, actor, NOW, vote.id, Choice.FOR, 5)
    named = makers.proposal(
        session, letter, "Named vote", state=SignatoryState.PASSED, ballot_ended_at=NOW, votes_for=1, votes_against=0,
        votes_abstained=0, entitled=1, policy=Policy(secret=False).document(),
    )  # fmt: skip
    makers.ballot(session, named, ANA)
    entered = entry.enter(session, actor, NOW, letter.id, makers.agreed("Entered"))
    contact.put(session, actor, NOW, entered.id, "office@example.org")
    review.approve(session, actor, NOW, [entered.id])
    draft.save(session, Actor(GUILD, ANA), NOW, "take-part", [], {"organisation": "Typed by Ana"})
    notice.tell(
        session, ANA, NoticeKind.DECIDED, NOW, GUILD, signatory_id=vote.id, dedupe="x", told="Told to Ana"
    )
    snooze.put(session, actor, NOW, letter.id, Snooze.HOURS)
    for number in range(allowance.BURST + 1):  # as a member, whose haste is told
        makers.proposal(session, letter, f"Quick {number}", added_by=ANA, state=SignatoryState.DECLINED)
    allowance.watch(session, makers.member(ANA), letter, NOW)
    notice.tell(
        session, ANA, NoticeKind.TEXT_CHANGED, NOW, GUILD, letter_id=letter.id, dedupe=f"text:1:{ANA}", ids=[]
    )
    session.flush()
    return letter


def test_erasing_leaves_this_person_in_no_row_of_any_table(session: Session) -> None:
    a_life(session)
    assert str(ANA) in written(session)
    personal.forget(session, GUILD, ANA, LATER)
    left = written(session)
    for trace in (str(ANA), "Riverlight Trust", "Typed by Ana", "Told to Ana"):
        assert trace not in left


def test_open_votes_go_and_closed_tallies_stay(session: Session) -> None:
    a_life(session)
    assert personal.forget(session, GUILD, ANA, LATER).open_votes == 1
    assert session.exec(select(Ballot)).all() == []
    assert session.exec(select(Signatory.votes_for).where(Signatory.name == "Named vote")).one() == 1


def test_the_chain_stays_provable_and_counts_what_was_erased(session: Session) -> None:
    a_life(session)
    before = journal.proved(session, GUILD)
    done = personal.forget(session, GUILD, ANA, LATER)
    after = journal.proved(session, GUILD, before.digest)
    assert (after.broken_at, after.held_at, after.entries) == (0, before.entries, before.entries + 1)
    assert after.erased == done.journal_entries > 5


def test_what_others_did_and_what_stands_elsewhere_stays(session: Session) -> None:
    a_life(session)
    elsewhere = makers.another_server(session)
    makers.participant(session, ANA, guild_id=elsewhere)
    journal.append(session, elsewhere, NOW, "tried", actor_id=ANA)
    journal.append(session, GUILD, NOW, "tried", actor_id=int(f"{ANA}7"))
    personal.forget(session, GUILD, ANA, LATER)
    assert session.exec(select(Participant.guild_id).where(Participant.user_id == ANA)).all() == [elsewhere]
    assert journal.proved(session, elsewhere).erased == 0
    kept = session.exec(select(JournalEntry.payload).where(JournalEntry.act == "tried")).all()
    assert kept == [{"actor": ANA}, {"actor": int(f"{ANA}7")}]


def test_the_second_time_there_is_nothing_to_do(session: Session) -> None:
    a_life(session)
    personal.forget(session, GUILD, ANA, LATER)
    count = journal.proved(session, GUILD).entries
    assert personal.forget(session, GUILD, ANA, LATER).nothing
    assert journal.proved(session, GUILD).entries == count


def test_a_signature_on_the_list_stays_and_one_that_ended_loses_its_name(session: Session) -> None:
    makers.server(session)
    makers.participant(session, ANA)
    letter = makers.letter(session, policy=Policy(preset=Preset.MODERATORS_ONLY).document())
    member = makers.member(ANA)
    gone = signatory.sign(session, member, NOW, letter.id, makers.signing("Ada Gone", Kind.INDIVIDUAL))
    review.decline(session, OTHER, NOW, [gone.id], "Not for this letter, Ada", "About Ada")
    stays = signatory.sign(session, member, NOW, letter.id, makers.signing("Ada Brook", Kind.INDIVIDUAL))
    review.approve(session, OTHER, NOW, [stays.id])
    assert personal.check_erase(session, member).stays == ("Ada Brook",)
    assert personal.erase(session, member, LATER).stays == ("Ada Brook",)
    left = written(session)
    assert "Ada Brook" in left
    for trace in ("Ada Gone", "adagone", "for this letter", "About Ada"):
        assert trace not in left


def test_a_moderator_cannot_be_forgotten_as_the_proposer_and_then_review(session: Session) -> None:
    a_life(session)
    refusal = makers.refusal_of(lambda: personal.erase(session, ME, LATER))
    assert (refusal.reason, refusal.values["names"]) == (Reason.OWN_PROPOSALS_WAIT, ("Open vote",))
    assert makers.refusal_of(lambda: personal.check_erase(session, ME)).reason is Reason.OWN_PROPOSALS_WAIT
    assert personal.erase(session, makers.member(ANA), LATER).open_votes == 1


def test_what_an_erased_person_entered_and_a_moderator_approves_is_marked_as_by_one_person(
    session: Session,
) -> None:
    makers.server(session)
    letter = makers.letter(session)
    entered = entry.enter(session, ME, NOW, letter.id, makers.agreed("Entered"))
    personal.erase(session, ME, LATER)
    assert session.get_one(Signatory, entered.id).added_by == ERASED
    [answer] = review.approve(session, ME, LATER, [entered.id]).answers
    assert answer.alone


def test_the_first_of_two_approvals_goes_with_its_moderator(session: Session) -> None:
    makers.server(session)
    letter = makers.letter(session, two_person=True)
    entered = entry.enter(session, OTHER, NOW, letter.id, makers.agreed("Entered"))
    review.approve(session, ME, NOW, [entered.id])
    personal.erase(session, ME, LATER)
    [answer] = review.approve(session, ME, LATER, [entered.id]).answers
    assert answer.second_needed


def test_a_vote_that_would_have_ended_early_gets_its_time_back(session: Session) -> None:
    makers.server(session)
    makers.participant(session, ANA)
    letter = makers.letter(session)
    row = makers.proposal(session, letter, "Early", policy=Policy(early_after_minutes=60).document())
    full = row.ballot_closes_at
    ballot.cast(session, makers.member(ANA), NOW, row.id, Choice.FOR, 5)
    assert row.ballot_closes_at != full
    makers.participant(session, 3)
    personal.erase(session, makers.member(ANA), NOW + timedelta(minutes=1))
    assert session.get_one(Signatory, row.id).ballot_closes_at == full


def test_the_export_has_what_one_said_and_nothing_that_is_for_moderators(session: Session) -> None:
    letter = a_life(session)
    refused = makers.proposal(session, letter, "Someone else's", added_by=2)
    makers.ballot(session, refused, 2)
    data = personal.export(session, Actor(GUILD, ANA))
    said = json.dumps(data.kept, ensure_ascii=False)
    assert [row["organisation"] for row in data.kept["taking part"]] == ["Riverlight Trust"]
    assert len(data.kept["votes"]) == 2
    assert "Typed by Ana" in said
    assert data.kept["acts in the journal"]
    for hidden in ("office@example.org", "Someone else's"):
        assert hidden not in said


def test_of_a_stranger_nothing_is_kept(session: Session) -> None:
    makers.server(session)
    data = personal.export(session, makers.member(9))
    assert not any(data.kept.values())
    assert personal.check_erase(session, makers.member(9)).nothing
