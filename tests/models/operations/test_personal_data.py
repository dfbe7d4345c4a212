"""What is kept of one person: exported, and erased without a trace but the counts, lists and digests."""

import functools
import importlib
import json
import pkgutil
from datetime import datetime, timedelta
from typing import Any

from sqlmodel import Session, col, select

import models
from models import journal, sealed_entries
from models.acts import Act
from models.database.store import Store
from models.database.tables import Ballot, Delivery, JournalEntry, Participant, Signatory, Vote
from models.entry_sections import EntrySection
from models.letters import window
from models.names import blocking
from models.operations import personal_data
from models.participants import participants
from models.refusal import Reason
from models.review import review
from models.rules.voting_policy import Policy
from models.sheets import Actor, ParticipantAnswers
from models.signatories import lookalikes
from models.submissions import entries, limits, proposals
from models.terms import ERASED, Choice, DeliveryState, Kind, Preset
from models.views import moderation_log
from models.voting import ballots
from rehearsal.keys import KEY
from tests.conftest import GUILD, NOW
from tests.models import makers
from tests.models.operations.life import ANA, ME, OTHER, a_life, written

LATER = NOW + timedelta(hours=1)


def test_erasing_leaves_this_person_in_no_row_of_any_table(session: Session) -> None:
    a_life(session)
    assert str(ANA) in written(session)
    personal_data.forget(session, GUILD, ANA, LATER)
    left = written(session)
    for trace in (str(ANA), "Riverlight Trust", "Typed by Ana", "Told to Ana"):
        assert trace not in left


def caches() -> dict[str, Any]:
    """Every memory of words that models keep, by its place."""
    names = [
        one.name for one in pkgutil.walk_packages(models.__path__, "models.") if ".versions" not in one.name
    ]
    modules = [importlib.import_module(one) for one in names if not one.endswith(("__main__", ".env"))]
    return {
        f"{module.__name__}.{name}": one
        for module in modules
        for name, one in vars(module).items()
        if isinstance(one, functools._lru_cache_wrapper) and one.cache_info().maxsize is not None
    }


async def test_an_erasure_leaves_no_words_in_any_memory_of_the_process(url: str) -> None:
    store = Store(url, KEY)
    await store.write(a_life)
    blocking.of(Kind.INDIVIDUAL, "Ana Typed")
    assert len(caches()) > 15
    assert any(one.cache_info().currsize for one in caches().values())
    await store.write(personal_data.forget, GUILD, ANA, LATER)
    assert {place for place, one in caches().items() if one.cache_info().currsize} == set()
    store.close()


def test_open_votes_go_and_closed_tallies_stay(session: Session) -> None:
    a_life(session)
    assert personal_data.forget(session, GUILD, ANA, LATER).open_votes == 1
    assert session.exec(select(Ballot)).all() == []
    assert session.exec(select(Vote.votes_for).where(col(Vote.votes_for).is_not(None))).one() == 1


def test_the_chain_stays_provable_and_counts_what_was_erased(session: Session) -> None:
    a_life(session)
    before = journal.verify_chain(session, GUILD)
    done = personal_data.forget(session, GUILD, ANA, LATER)
    after = journal.verify_chain(session, GUILD, before.digest)
    assert (after.broken_at, after.held_at, after.entries) == (0, before.entries, before.entries + 1)
    assert (after.erased, after.blanked) == (0, done.journal_entries)
    assert done.journal_entries > 5


def test_what_others_did_and_what_is_elsewhere_stays(session: Session) -> None:
    a_life(session)
    elsewhere = makers.another_server(session)
    makers.participant(session, ANA, guild_id=elsewhere)
    journal.append(session, elsewhere, NOW, Act.EDITED, actor_id=ANA)
    journal.append(session, GUILD, NOW, Act.EDITED, actor_id=int(f"{ANA}7"))
    personal_data.forget(session, GUILD, ANA, LATER)
    assert session.exec(select(Participant.guild_id).where(Participant.user_id == ANA)).all() == [elsewhere]
    assert journal.verify_chain(session, elsewhere).blanked == 0
    kept = session.exec(select(JournalEntry).where(JournalEntry.act == Act.EDITED)).all()
    assert [entry.facts for entry in kept] == [{"actor": ANA}, {"actor": int(f"{ANA}7")}]


def test_what_an_erased_moderator_did_stays_before_and_after(session: Session) -> None:
    letter = makers.letter(session)
    entered = entries.enter(session, OTHER, NOW, letter.id, makers.agreed("Iran Watch"))
    entries.edit(session, ME, NOW, entered.id, {"name": "Iran Watch Trust"})
    personal_data.erase(session, ME, LATER)
    entry = session.exec(select(JournalEntry).where(JournalEntry.act == Act.EDITED)).one()
    assert (entry.facts["before"]["name"], entry.facts["after"]["name"]) == ("Iran Watch", "Iran Watch Trust")
    assert entry.facts["actor"] is None
    [line] = [line for line in moderation_log.show(session, OTHER, letter.id).lines if line.act is Act.EDITED]
    assert (line.actor_id, line.erased) == (None, True)
    assert journal.verify_chain(session, GUILD).broken_at == 0


def test_who_acted_on_an_erased_member_stays(session: Session) -> None:
    a_life(session)
    personal_data.forget(session, GUILD, ANA, LATER)
    admitted = session.exec(select(JournalEntry).where(JournalEntry.act == Act.ADMITTED)).one()
    assert admitted.facts == {"actor": OTHER.user_id}
    took_part = makers.present(
        session.exec(select(JournalEntry).where(JournalEntry.act == Act.TOOK_PART)).first()
    )
    assert took_part.facts == {"actor": None}


def test_an_erased_persons_own_name_goes_and_what_moderators_did_with_it_stays(session: Session) -> None:
    makers.participant(session, ANA)
    letter = makers.letter(session, policy=Policy(preset=Preset.MODERATORS_ONLY))
    member = makers.member(ANA)
    signed = proposals.sign(session, member, NOW, letter.id, makers.signing("Ada Goné", Kind.INDIVIDUAL))
    entries.edit(session, OTHER, NOW, signed.id, {"name": "Ada Gone"})
    other = makers.proposal(session, letter, "Ada Gonne", kind=Kind.INDIVIDUAL)
    lookalikes.judge(session, OTHER, NOW, other.id, signed.id, same=False)
    review.decline(session, OTHER, NOW, [signed.id], "Not for this letter")
    personal_data.erase(session, member, LATER)
    acts = (Act.EDITED, Act.MARKED_AS_DIFFERENT, Act.DECLINED)
    facts = {
        entry.act: entry.facts
        for entry in session.exec(select(JournalEntry).where(col(JournalEntry.act).in_(acts)))
    }
    assert "Gone" not in str(facts)
    assert {one["actor"] for one in facts.values()} == {OTHER.user_id}
    assert (facts[Act.DECLINED]["before"], facts[Act.DECLINED]["after"]) == ("proposed", "declined")
    assert journal.verify_chain(session, GUILD).broken_at == 0


def test_an_entry_of_an_earlier_version_is_emptied_as_a_whole(session: Session) -> None:
    makers.server(session)
    journal.append(session, GUILD, NOW, Act.EDITED, actor_id=2)
    old = JournalEntry(
        guild_id=GUILD, at=NOW, act=Act.EDITED, payload={"actor": ANA, "note": "é"}, salt="0" * 32,
        payload_digest=sealed_entries.digest_of("0" * 32, f'{{"actor":{ANA},"note":"é"}}'), digest="",
    )  # fmt: skip
    old.digest = sealed_entries.digest_of(
        journal.verify_chain(session, GUILD).digest,
        NOW.isoformat(),
        "edited",
        "None",
        "None",
        old.payload_digest,
    )
    session.add(old)
    session.flush()
    assert old.facts == {"actor": ANA, "note": "é"}
    personal_data.forget(session, GUILD, ANA, LATER)
    proof = journal.verify_chain(session, GUILD)
    assert (proof.broken_at, proof.entries, proof.erased, proof.blanked) == (0, 3, 1, 0)


def test_the_second_time_there_is_nothing_to_do(session: Session) -> None:
    a_life(session)
    personal_data.forget(session, GUILD, ANA, LATER)
    count = journal.verify_chain(session, GUILD).entries
    assert personal_data.forget(session, GUILD, ANA, LATER).nothing
    assert journal.verify_chain(session, GUILD).entries == count


def test_a_signature_on_the_list_stays_and_one_that_ended_loses_its_name(session: Session) -> None:
    makers.participant(session, ANA)
    letter = makers.letter(session, policy=Policy(preset=Preset.MODERATORS_ONLY))
    member = makers.member(ANA)
    gone = proposals.sign(session, member, NOW, letter.id, makers.signing("Ada Goné", Kind.INDIVIDUAL))
    review.decline(session, OTHER, NOW, [gone.id], "Not for this letter, Ada", "About Ada")
    stays = proposals.sign(session, member, NOW, letter.id, makers.signing("Ada Brook", Kind.INDIVIDUAL))
    review.approve(session, OTHER, NOW, [stays.id])
    assert personal_data.check_erase(session, member).stays == ("Ada Brook",)
    assert personal_data.erase(session, member, LATER).stays == ("Ada Brook",)
    left = written(session)
    assert "Ada Brook" in left
    for trace in ("Ada Gone", "adagone", "for this letter", "About Ada"):
        assert trace not in left


def test_a_moderator_cannot_be_erased_as_the_proposer_and_then_review(session: Session) -> None:
    a_life(session)
    refusal = makers.refused(personal_data.erase, session, ME, LATER)
    assert (refusal.reason, refusal.values["names"]) == (Reason.OWN_PROPOSALS_WAIT, ("Open vote",))
    assert makers.refused(personal_data.check_erase, session, ME).reason is Reason.OWN_PROPOSALS_WAIT
    assert personal_data.erase(session, makers.member(ANA), LATER).open_votes == 1


def test_what_an_erased_person_entered_and_a_moderator_approves_is_marked_as_by_one_person(
    session: Session,
) -> None:
    letter = makers.letter(session)
    entered = entries.enter(session, ME, NOW, letter.id, makers.agreed("Entered"))
    personal_data.erase(session, ME, LATER)
    assert session.get_one(Signatory, entered.id).added_by == ERASED
    [answer] = review.approve(session, ME, LATER, [entered.id]).answers
    assert answer.alone


def test_the_first_of_two_approvals_goes_with_its_moderator(session: Session) -> None:
    letter = makers.letter(session, two_person=True)
    entered = entries.enter(session, OTHER, NOW, letter.id, makers.agreed("Entered"))
    review.approve(session, ME, NOW, [entered.id])
    personal_data.erase(session, ME, LATER)
    [answer] = review.approve(session, ME, LATER, [entered.id]).answers
    assert answer.second_needed


def test_a_vote_that_would_have_ended_early_gets_its_time_back(session: Session) -> None:
    makers.participant(session, ANA)
    letter = makers.letter(session)
    row = makers.proposal(session, letter, "Early", policy=Policy(secret=False, early_after_minutes=60))
    full = makers.vote_on(session, row).ends_at
    ballots.cast(session, makers.member(ANA), NOW, row.id, Choice.FOR, 5)
    assert makers.vote_on(session, row).ends_at != full
    makers.participant(session, 3)
    personal_data.erase(session, makers.member(ANA), NOW + timedelta(minutes=1))
    assert session.get_one(Vote, row.id).ends_at == full


def test_the_export_has_what_one_said_and_nothing_that_is_for_moderators(session: Session) -> None:
    letter = a_life(session)
    refused = makers.proposal(session, letter, "Someone else's", added_by=2)
    makers.ballot(session, refused, 2)
    data = personal_data.export(session, Actor(GUILD, ANA))
    said = json.dumps(data.kept, ensure_ascii=False)
    assert [row["organisation"] for row in data.kept["taking part"]] == ["Riverlight Trust"]
    assert len(data.kept["votes"]) == 2
    assert "Typed by Ana" in said
    assert data.kept["acts in the journal"]
    for hidden in ("office@example.org", "Someone else's"):
        assert hidden not in said


def test_of_a_stranger_nothing_is_kept(session: Session) -> None:
    makers.server(session)
    data = personal_data.export(session, makers.member(9))
    assert not any(data.kept.values())
    assert personal_data.check_erase(session, makers.member(9)).nothing


def test_an_own_id_in_a_name_empties_nothing_that_moderators_did(session: Session) -> None:
    makers.participants(session, 5, 9)
    letter, ben, mo = makers.letter(session), 555666777888999000, makers.moderator(9)
    makers.participant(session, ben)
    one = proposals.propose(session, makers.member(ben), NOW, letter.id, makers.agreed(f"Club {ben}")).id
    entries.edit(session, mo, NOW, one, {"country": "KE"})
    review.decline(session, mo, NOW, [one], "Not for us", f"<@{ben}> made it up")
    in_a_name, in_words = (
        JournalEntry(
            guild_id=GUILD, at=NOW, act=Act.EDITED, payload=payload, salt="0", payload_digest="", digest=""
        )
        for payload in ({"actor": 9, "after": {"name": f"Club {ben}"}}, {"actor": 9, "note": f"<@{ben}> wrote"})
    )
    session.add_all((in_a_name, in_words))
    session.flush()
    personal_data.forget(session, GUILD, ben, LATER)
    assert (in_a_name.erased, in_words.erased) == (False, True), "entries of an earlier version"
    said = {one.act: one for one in session.exec(select(JournalEntry).where(JournalEntry.signatory_id == one))}
    assert not any(said[Act.EDITED].lacks(section) for section in EntrySection)
    assert not said[Act.PROPOSED].lacks(EntrySection.SUBJECT)
    assert said[Act.PROPOSED].lacks(EntrySection.ACTOR)
    assert said[Act.DECLINED].lacks(EntrySection.SUBJECT), "the words of a moderator name them"
    assert said[Act.DECLINED].facts == {"actor": 9, **(said[Act.DECLINED].payload or {})}


def test_what_moderators_wrote_of_an_erased_member_goes_and_that_they_acted_stays(session: Session) -> None:
    letter = makers.letter(session)
    makers.participant(session, ANA)
    limits.block(session, OTHER, NOW, ANA, "Ana Brook invents names")
    window.cancel(session, OTHER, NOW, letter.id, f"Since <@{ANA}> left")
    personal_data.forget(session, GUILD, ANA, LATER)
    assert "Ana Brook" not in written(session)
    entries = session.exec(select(JournalEntry).order_by(col(JournalEntry.id))).all()
    blocked, cancelled = (
        next(one for one in entries if one.act == act) for act in (Act.PROPOSER_BLOCKED, Act.LETTER_CANCELLED)
    )
    assert not any(str(ANA) in repr(one.facts) for one in entries)
    assert {blocked.facts["actor"], cancelled.facts["actor"]} == {OTHER.user_id}
    assert journal.verify_chain(session, GUILD).broken_at == 0


def test_of_who_asks_to_be_let_in_is_erased_and_asks_again_moderators_hear_once_a_day(session: Session) -> None:
    makers.server(session)
    stranger, answers = Actor(GUILD, ANA), ParticipantAnswers("Riverlight", "Chair", "", direct_messages=False)

    def ask(now: datetime) -> int:
        """How often moderators are told of it."""
        participants.ask(session, stranger, now, answers)
        waiting = session.exec(select(Delivery).where(Delivery.state == DeliveryState.PENDING)).all()
        for one in waiting:
            one.state = DeliveryState.SENT
        personal_data.forget(session, GUILD, ANA, now)
        assert str(ANA) not in written(session)
        return len(waiting)

    assert [ask(NOW), ask(NOW + timedelta(hours=1)), ask(NOW + timedelta(days=1))] == [1, 0, 1]
