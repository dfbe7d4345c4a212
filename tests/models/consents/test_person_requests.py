"""A person whose name somebody else proposed: only their own press counts, and a no is final on this letter."""

import itertools
from datetime import datetime, timedelta
from functools import partial

import pytest
from sqlmodel import Session, select

from models.consents import consents, person_requests, reconfirmation
from models.database.tables import Consent, Delivery, Letter, Notice, Signatory
from models.delivery import rendering
from models.importing import batches
from models.letters import endorsements, texts, wordings
from models.operations import due_work, personal_data, retention
from models.refusal import Reason
from models.review import queue, review
from models.rules.voting_policy import Policy
from models.sheets import Actor, BatchAnswers, EntryChanges, ProposalSheet, SignAnswers, Unsent, Why
from models.sheets.batches import Given
from models.sheets.findings import RowVerdict
from models.signatories import decisions, refusals
from models.submissions import entries, proposals
from models.terms import Kind, LetterState, Means, NoticeKind, Preset, SignatoryState, TextChange, Way
from models.views import my_tasks, signatory_detail
from tests.conftest import GUILD, NOW
from tests.models import deciding, makers

MO, BEN, ADA = makers.moderator(9), makers.member(5), makers.member(7)
OUTSIDER = Actor(GUILD, ADA.user_id)
LATER = NOW + timedelta(hours=1)


@pytest.fixture
def letter(session: Session) -> Letter:
    makers.participants(session, MO.user_id, BEN.user_id)
    row = makers.letter(session, policy=Policy(preset=Preset.MODERATORS_ONLY))
    texts.write(session, MO, NOW, row.id, "We ask for one thing.")
    return row


def put_forward(session: Session, letter: Letter, name: str = "Ada Brook", *, agreed: bool = True) -> int:
    """By Ben, who says that she agreed; the id."""
    words = {"authorised_by": "Ada herself", "evidence": "On the phone"} if agreed else {}
    answers = makers.answers(name, Kind.INDIVIDUAL, **words)
    return proposals.propose(session, BEN, NOW, letter.id, answers).id


def asked(session: Session, letter: Letter, name: str = "Ada Brook") -> int:
    one = put_forward(session, letter, name)
    person_requests.ask(session, BEN, NOW, one, ADA.user_id)
    return one


def confirm(session: Session, actor: Actor, now: datetime, one: int) -> ProposalSheet:
    """The press under the text as it is."""
    return person_requests.confirm(session, actor, now, one, makers.shown_of(session, one))


def why(session: Session, letter: Letter) -> tuple[Why, ...]:
    return queue.queue(session, MO, letter.id).items[0].why


def test_once_somebody_is_asked_the_proposers_word_no_longer_counts(session: Session, letter: Letter) -> None:
    one = put_forward(session, letter)
    assert [ready.id for ready in queue.queue(session, MO, letter.id).ready] == [one]
    person_requests.ask(session, BEN, NOW, one, ADA.user_id)
    assert why(session, letter) == (Why.NO_CONSENT, Why.UNCONFIRMED)
    [answer] = review.approve(session, MO, NOW, [one]).answers
    assert answer.refusal is not None
    assert answer.refusal.reason is Reason.NO_CONSENT
    refusal = makers.refused(consents.add, session, BEN, NOW, one, "Ada", "On the phone")
    assert refusal.reason is Reason.THEIR_OWN_PRESS


def test_their_own_press_is_the_consent_for_the_text_of_that_moment(session: Session, letter: Letter) -> None:
    one = asked(session, letter)
    confirm(session, OUTSIDER, LATER, one)
    agreed = session.get_one(Consent, one)
    wording = makers.present(wordings.current(session, letter.id))
    assert agreed.means == Means.OWN_CLICK
    assert agreed.recorded_by == ADA.user_id
    assert agreed.text_version_id == wording.id
    assert [ready.id for ready in queue.queue(session, MO, letter.id).ready] == [one]
    assert makers.refused(confirm, session, ADA, LATER, one).reason is Reason.UNCHANGED


def test_a_no_ends_it_and_they_are_not_asked_again(session: Session, letter: Letter) -> None:
    one = asked(session, letter)
    assert person_requests.refuse(session, ADA, LATER, one).state is SignatoryState.CANCELLED
    assert session.get(Consent, one) is None
    again = put_forward(session, letter, "Ada B. Brook")
    refusal = makers.refused(person_requests.ask, session, BEN, LATER, again, ADA.user_id)
    assert refusal.reason is Reason.REFUSED_BEFORE


def test_after_a_no_nobody_proposes_that_name_by_another_word_and_moderators_may_enter_it(
    session: Session, letter: Letter
) -> None:
    person_requests.refuse(session, ADA, LATER, asked(session, letter))
    assert makers.refused(put_forward, session, letter).reason is Reason.REFUSED_BEFORE
    other = put_forward(session, letter, "Somebody Else")
    words = makers.answers("Ada Brook", Kind.INDIVIDUAL, authorised_by="Ada herself", evidence="On the phone")
    assert makers.refused(proposals.correct, session, BEN, LATER, other, words).reason is Reason.REFUSED_BEFORE
    assert entries.enter(session, MO, LATER, letter.id, words).name == "Ada Brook"


@pytest.mark.parametrize("on_the_list", [False, True])
def test_after_a_no_no_import_brings_that_name_back_by_itself(
    session: Session, letter: Letter, *, on_the_list: bool
) -> None:
    one = asked(session, letter)
    if on_the_list:
        confirm(session, ADA, NOW, one)
        review.approve(session, MO, NOW, [one])
    person_requests.refuse(session, ADA, LATER, one)
    rows = (Given(1, "Ada Brook", Kind.INDIVIDUAL), Given(2, "Eve Brook", Kind.INDIVIDUAL))
    form = BatchAnswers(rows, "form.csv", "1", signed=True, authorised_by="The form", evidence="Its answers")
    preview = batches.preview(session, MO, LATER, letter.id, form)
    assert [row.verdict for row in preview.judged] == [RowVerdict.DOUBTFUL, RowVerdict.ACCEPTED]


def test_a_no_after_approval_takes_the_name_off_at_once(session: Session, letter: Letter) -> None:
    one = asked(session, letter)
    confirm(session, ADA, NOW, one)
    review.approve(session, MO, NOW, [one])
    assert person_requests.refuse(session, ADA, LATER, one).state is SignatoryState.REMOVED
    assert makers.refused(person_requests.refuse, session, ADA, LATER, one).reason is Reason.ENDED_ALREADY


def test_nobody_else_answers_for_them(session: Session, letter: Letter) -> None:
    one = asked(session, letter)
    others = (BEN, MO, Actor(GUILD + 1, ADA.user_id))
    for other, act in itertools.product(others, (confirm, person_requests.refuse)):
        assert makers.refused(act, session, other, NOW, one).reason is Reason.NOT_FOUND


def test_who_can_be_asked(session: Session, letter: Letter) -> None:
    one = put_forward(session, letter)

    def refused(actor: Actor, user_id: int, of: int = one) -> Reason:
        return makers.refused(person_requests.ask, session, actor, NOW, of, user_id).reason

    assert refused(BEN, BEN.user_id) is Reason.SIGN_YOURSELF
    assert refused(makers.member(6), ADA.user_id) is Reason.TAKE_PART_FIRST
    makers.participant(session, 6)
    assert refused(makers.member(6), ADA.user_id) is Reason.NOT_YOURS
    body = proposals.propose(session, BEN, NOW, letter.id, makers.answers("Bridge Trust")).id
    assert refused(BEN, ADA.user_id, body) is Reason.NOT_A_PERSON
    facts = {"kind": Kind.INDIVIDUAL, "way": Way.SIGNED, "state": SignatoryState.PROPOSED, "approved_at": None}
    signed = makers.signatory(session, letter, "Eve Hill", **facts)
    assert refused(MO, ADA.user_id, signed.id) is Reason.SIGNED_THEMSELVES
    person_requests.ask(session, MO, NOW, one, ADA.user_id)
    assert refused(BEN, ADA.user_id) is Reason.UNCHANGED
    twice = put_forward(session, letter, "Ada B. Brook")
    assert refused(BEN, ADA.user_id, twice) is Reason.DUPLICATE


def test_after_the_final_list_nothing_is_confirmed(session: Session, letter: Letter) -> None:
    one = asked(session, letter)
    letter.final_at = NOW
    assert makers.refused(confirm, session, ADA, LATER, one).reason is Reason.FINISHED_BEFORE


def test_another_name_was_not_asked_about(session: Session, letter: Letter) -> None:
    one = asked(session, letter)
    proposals.correct(session, BEN, NOW, one, makers.answers("Somebody Else", Kind.INDIVIDUAL))
    assert session.get_one(Signatory, one).person_id is None
    assert makers.refused(confirm, session, ADA, NOW, one).reason is Reason.NOT_FOUND


def test_an_entry_by_a_moderator_waits_for_the_person_as_well(session: Session, letter: Letter) -> None:
    typed = makers.answers("Ada Brook", Kind.INDIVIDUAL, authorised_by="Ada", evidence="E-mail")
    one = entries.enter(session, MO, NOW, letter.id, typed).id
    person_requests.ask(session, MO, NOW, one, ADA.user_id)
    assert Why.NO_CONSENT in why(session, letter)
    consents.add(session, MO, LATER, one, "Ada", "Her e-mail: she cannot log in")
    assert Why.UNCONFIRMED in why(session, letter)
    assert queue.queue(session, MO, letter.id).ready == ()
    assert review.approve(session, MO, LATER, [one]).refused == ()


def test_they_are_told_by_direct_message_while_it_is_true_and_it_is_in_mine(
    session: Session, letter: Letter
) -> None:
    makers.participant(session, ADA.user_id)
    one = asked(session, letter)
    assert [waits.signatory_id for waits in my_tasks.mine(session, ADA, NOW).asked] == [one]
    notice = session.exec(select(Notice).where(Notice.kind == NoticeKind.CONFIRM)).one()
    delivery = session.exec(select(Delivery).where(Delivery.notice_id == notice.id)).one()
    assert delivery.recipient_id == ADA.user_id
    assert not isinstance(rendering.prepare(session, [(notice, delivery)], NOW)[0], Unsent)
    confirm(session, ADA, NOW, one)
    assert my_tasks.mine(session, ADA, NOW).asked == ()
    assert isinstance(rendering.prepare(session, [(notice, delivery)], NOW)[0], Unsent)


def test_they_see_their_own_name_although_nothing_is_published(session: Session, letter: Letter) -> None:
    one = asked(session, letter)
    assert signatory_detail.show(session, OUTSIDER, one).may_confirm
    assert [found.id for found in signatory_detail.search(session, OUTSIDER, None, "Ada")] == [one]
    other = put_forward(session, letter, "Eve Hill")
    assert makers.refused(signatory_detail.show, session, OUTSIDER, other).reason is Reason.NOT_FOUND
    assert signatory_detail.search(session, OUTSIDER, None, "Eve") == ()


def test_a_changed_text_is_theirs_to_confirm_and_not_their_proposers(session: Session, letter: Letter) -> None:
    makers.participant(session, ADA.user_id)
    one = asked(session, letter)
    confirm(session, ADA, NOW, one)
    texts.write(session, MO, LATER, letter.id, "Two.", "en", TextChange.SUBSTANCE)
    told = session.exec(
        select(Delivery.recipient_id).join(Notice).where(Notice.kind == NoticeKind.TEXT_CHANGED)
    ).all()
    assert told == [ADA.user_id]
    shown = makers.shown_of(session, one)
    refusal = makers.refused(reconfirmation.confirm, session, BEN, LATER, one, shown)
    assert (refusal.reason, refusal.values) == (Reason.THEIR_OWN_PRESS, {"name": "Ada Brook"})
    reconfirmation.confirm(session, ADA, LATER, one, shown)
    assert not endorsements.lags(session, session.get_one(Signatory, one))


def test_the_person_who_agreed_to_an_earlier_text_is_left_out_of_approve_all(
    session: Session, letter: Letter
) -> None:
    one = put_forward(session, letter)
    ready = queue.queue(session, MO, letter.id)
    texts.write(session, MO, LATER, letter.id, "Two.", "en", TextChange.SUBSTANCE)
    assert why(session, letter) == (Why.EARLIER_TEXT,)
    refusal = makers.refused(deciding.approve_ready, session, MO, LATER, letter.id, ready.since, ready.digest)
    assert refusal.reason is Reason.READY_CHANGED
    assert session.get_one(Signatory, one).state is SignatoryState.PROPOSED


def test_and_of_the_same_of_a_list(session: Session, letter: Letter) -> None:
    rows = (Given(1, "Northern Lights", Kind.ORGANISATION),)
    answers = BatchAnswers(rows, "list", "", signed=True, authorised_by="Ann, director", evidence="Form")
    shown = batches.preview(session, MO, NOW, letter.id, answers)
    stored = deciding.import_(session, MO, NOW, letter.id, answers, shown.digest)
    texts.write(session, MO, LATER, letter.id, "Two.", "en", TextChange.SUBSTANCE)
    refusal = makers.refused(deciding.approve_batch, session, MO, LATER, stored.id, stored.since)
    assert refusal.reason is Reason.NOTHING_WAITS


def test_anyone_who_is_erased_before_answering_did_not_agree(session: Session, letter: Letter) -> None:
    one = asked(session, letter)
    personal_data.forget(session, GUILD, ADA.user_id, LATER)
    row = session.get_one(Signatory, one)
    assert (row.state, row.name, row.person_id) == (SignatoryState.CANCELLED, "(erased)", None)


def test_who_is_asked_reads_what_they_are_asked_about(session: Session, letter: Letter) -> None:
    reads = partial(texts.show, session, ADA, letter.id)
    assert makers.refused(reads).reason is Reason.NOT_PUBLIC
    one = asked(session, letter)
    assert reads().body.startswith("We ask")
    assert makers.refused(texts.show, session, makers.member(77), letter.id).reason is Reason.NOT_PUBLIC
    person_requests.refuse(session, ADA, LATER, one)
    assert makers.refused(reads).reason is Reason.NOT_PUBLIC


@pytest.mark.parametrize("change", list(TextChange))
def test_a_yes_is_to_the_text_that_was_shown(session: Session, letter: Letter, change: TextChange) -> None:
    one = asked(session, letter)
    version = endorsements.newest(session, letter.id)
    makers.consent(session, makers.signatory(session, letter, "Signed it", text_version_id=version))
    shown = makers.shown_of(session, one)
    texts.write(session, MO, LATER, letter.id, "We ask for one thing!", change=change)
    assert said_yes(session, one, shown) is Reason.OUTDATED
    assert session.get(Consent, one) is None
    assert confirm(session, ADA, LATER, one).consent


@pytest.mark.parametrize("changes", [{"name": "ADA Brook"}, {"country": "Kenya"}])
def test_and_to_the_name_that_was_shown(session: Session, letter: Letter, changes: dict[str, str]) -> None:
    one = asked(session, letter)
    shown = makers.shown_of(session, one)
    entries.edit(session, MO, LATER, one, EntryChanges(**changes))  # type: ignore[typeddict-item]
    assert said_yes(session, one, shown) is Reason.OUTDATED
    assert session.get(Consent, one) is None


def said_yes(session: Session, one: int, shown: str) -> Reason:
    """Why Ada's yes to what was shown is refused."""
    return makers.refused(person_requests.confirm, session, ADA, LATER, one, shown).reason


@pytest.mark.parametrize("state", [LetterState.ARCHIVED, LetterState.CANCELLED])
def test_nobody_confirms_on_a_letter_that_is_put_away(
    session: Session, letter: Letter, state: LetterState
) -> None:
    one = asked(session, letter)
    letter.state = state
    assert makers.refused(confirm, session, ADA, LATER, one).reason is Reason.WRONG_STATE


def test_a_correction_brings_in_no_proposers_word_for_who_was_asked(session: Session, letter: Letter) -> None:
    one = asked(session, letter)
    words = makers.answers("Ada Brook", Kind.INDIVIDUAL, authorised_by="Ada herself", evidence="On the phone")
    assert makers.refused(proposals.correct, session, BEN, NOW, one, words).reason is Reason.THEIR_OWN_PRESS
    assert session.get(Consent, one) is None


def test_who_was_asked_spells_their_name_and_neither_asks_others_nor_makes_it_anothers(
    session: Session, letter: Letter
) -> None:
    one = asked(session, letter)
    makers.participant(session, ADA.user_id)
    assert makers.refused(person_requests.ask, session, ADA, NOW, one, 8).reason is Reason.NOT_YOURS
    other = makers.answers("Mallory Other", Kind.INDIVIDUAL)
    assert makers.refused(proposals.correct, session, ADA, NOW, one, other).reason is Reason.NOT_YOURS
    respelled = proposals.correct(session, ADA, NOW, one, makers.answers("Ada Brooke", Kind.INDIVIDUAL))
    assert (respelled.name, respelled.person_id) == ("Ada Brooke", ADA.user_id)


# Somebody else instead of the person who was asked

EVE = makers.member(8)


def test_only_a_moderator_asks_another_instead_of_the_person_who_was_asked(
    session: Session, letter: Letter
) -> None:
    one = asked(session, letter)
    ask = partial(person_requests.ask, session, BEN, LATER, one, EVE.user_id)
    assert makers.refused(ask).reason is Reason.SOMEBODY_ASKED
    proposals.correct(session, BEN, LATER, one, makers.answers("Somebody Else", Kind.INDIVIDUAL))
    proposals.correct(session, BEN, LATER, one, makers.answers("Ada Brook", Kind.INDIVIDUAL))
    assert makers.refused(ask).reason is Reason.SOMEBODY_ASKED, "nor by way of another name"
    person_requests.ask(session, MO, LATER, one, EVE.user_id)
    assert session.get_one(Signatory, one).person_id == EVE.user_id


def test_the_no_of_the_person_asked_first_counts(session: Session, letter: Letter) -> None:
    one = asked(session, letter)
    person_requests.ask(session, MO, LATER, one, EVE.user_id)
    assert makers.refused(confirm, session, ADA, LATER, one).reason is Reason.REPLACED
    assert person_requests.refuse(session, ADA, LATER, one).state is SignatoryState.CANCELLED
    twice = put_forward(session, letter, "Ada B. Brook")
    again = makers.refused(person_requests.ask, session, MO, LATER, twice, ADA.user_id)
    assert again.reason is Reason.REFUSED_BEFORE


def test_where_another_confirmed_the_name_both_answers_stand_and_moderators_are_told(
    session: Session, letter: Letter
) -> None:
    letter.two_person = True
    one = asked(session, letter)
    person_requests.ask(session, MO, LATER, one, EVE.user_id)
    confirm(session, EVE, LATER, one)
    assert review.approve(session, MO, LATER, [one]).answers[0].second_needed
    assert person_requests.refuse(session, ADA, LATER, one).state is SignatoryState.PROPOSED
    row = session.get_one(Signatory, one)
    assert decisions.first_approval(session, row) is None
    assert session.exec(select(Notice.kind).where(Notice.kind == NoticeKind.CONTESTED)).all()
    [item] = queue.queue(session, MO, letter.id).items
    assert Why.ASKED_BEFORE in item.why
    assert [(before.user_id, before.refused_at) for before in item.asked_before] == [(ADA.user_id, LATER)]
    assert signatory_detail.show(session, MO, one).asked_before == item.asked_before
    assert signatory_detail.show(session, BEN, one).asked_before == ()
    assert makers.refused(person_requests.refuse, session, ADA, LATER, one).reason is Reason.ENDED_ALREADY


def test_a_no_to_a_name_that_was_cancelled_meanwhile_is_kept(session: Session, letter: Letter) -> None:
    one = asked(session, letter)
    proposals.cancel(session, BEN, LATER, one)
    assert person_requests.refuse(session, ADA, LATER, one).state is SignatoryState.CANCELLED
    twice = put_forward(session, letter, "Ada B. Brook")
    again = makers.refused(person_requests.ask, session, MO, LATER, twice, ADA.user_id)
    assert again.reason is Reason.REFUSED_BEFORE


def test_after_a_no_an_import_of_a_like_name_is_looked_at(session: Session, letter: Letter) -> None:
    person_requests.refuse(session, ADA, LATER, asked(session, letter))
    rows = (Given(1, "Dr Ada Brook", Kind.INDIVIDUAL), Given(2, "Eve Stone", Kind.INDIVIDUAL))
    form = BatchAnswers(rows, "form.csv", "1", signed=True, authorised_by="The form", evidence="Its answers")
    for _ in range(2):
        preview = batches.preview(session, MO, LATER, letter.id, form)
        assert [row.verdict for row in preview.judged] == [RowVerdict.DOUBTFUL, RowVerdict.ACCEPTED]
        personal_data.erase(session, OUTSIDER, LATER)


def test_the_person_who_said_no_and_was_erased_is_not_asked_again_for_a_year(
    session: Session, letter: Letter
) -> None:
    person_requests.refuse(session, ADA, LATER, asked(session, letter))
    personal_data.erase(session, OUTSIDER, LATER)
    again = put_forward(session, letter, "Somebody Else")
    refusal = makers.refused(person_requests.ask, session, BEN, LATER, again, ADA.user_id)
    assert refusal.reason is Reason.REFUSED_BEFORE
    assert refusals.of(session, letter.id).are_like("Ada Brook")
    year = timedelta(days=retention.Retention().refusals)
    assert retention.erase_refusals(session, LATER + year - timedelta(seconds=1)) == 0
    assert LATER + year in due_work.moments(session, LATER).values()
    assert retention.erase_refusals(session, LATER + year) > 0
    assert not refusals.of(session, letter.id).are_like("Ada Brook")
    person_requests.ask(session, MO, LATER, again, ADA.user_id)


def test_the_person_who_said_no_may_change_their_mind_and_sign(session: Session, letter: Letter) -> None:
    person_requests.refuse(session, ADA, LATER, asked(session, letter))
    makers.participant(session, ADA.user_id)
    shown = endorsements.newest(session, letter.id)
    answers = SignAnswers(Kind.INDIVIDUAL, "Ada Brook", authorised=True, version_id=shown)
    one = proposals.sign(session, ADA, LATER, letter.id, answers).id
    assert [ready.id for ready in queue.queue(session, MO, letter.id).ready] == [one]
