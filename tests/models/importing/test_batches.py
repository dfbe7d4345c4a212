"""A batch: comes in at once, adds only what is new the next day, and leaves at once."""

import pytest
from sqlmodel import Session, col, select

from models import journal, sealed_entries
from models.consents import consents, person_requests
from models.database.tables import JournalEntry, Letter, Signatory
from models.importing import batches
from models.publishing import editions
from models.refusal import Reason
from models.review import queue, review
from models.sheets import Actor, SignatorySheet, Why
from models.sheets.batches import Given
from models.signatories import lookalikes
from models.submissions import entries
from models.terms import EditionName, Kind, LetterState, Like, SignatoryState, Way
from models.views import signatory_detail
from tests.conftest import NOW
from tests.models import deciding, makers
from tests.models.importing.importing import a_list, rows, stored
from tests.models.makers import present, refused
from tests.models.naming import MEMBER, MODERATOR

S = SignatoryState
OTHER = makers.moderator(9)


def show(session: Session, row: Signatory) -> SignatorySheet:
    return signatory_detail.show(session, MODERATOR, row.id)


def test_those_that_signed_already_wait_for_review_with_the_note_as_consent(
    session: Session, letter: Letter
) -> None:
    one = Given(
        2, "Harbour Watch", Kind.ORGANISATION, "Kenya", person="Ben Ray, chair", note="hello", branch="Coast"
    )
    sheet = stored(session, a_list(one, "Hill Fund"))
    assert (sheet.added, sheet.waiting, sheet.approved) == (2, 2, 0)
    first, second = rows(session)
    assert first.name == "Harbour Watch"
    assert first.country == "KE"
    assert first.state is S.PROPOSED
    assert first.way == Way.IMPORTED
    assert first.note == "hello; Coast"
    agreed = present(show(session, first).consent)
    assert (agreed.authorised_by, agreed.evidence) == ("Ben Ray, chair; Ann Lee, secretary", "The form")
    assert queue.queue(session, OTHER).ready[1].id == second.id


def test_those_to_be_voted_on_are(session: Session, letter: Letter) -> None:
    stored(session, a_list("Harbour Watch", signed=False, authorised_by="", evidence=""))
    [row] = rows(session)
    assert row.state is S.VOTING
    assert show(session, row).consent is None


def test_each_has_its_line_in_the_journal_and_the_chain_holds(session: Session, letter: Letter) -> None:
    stored(session, a_list("Harbour Watch", "Hill Fund"))
    entries = session.exec(select(JournalEntry).order_by(col(JournalEntry.id))).all()
    assert [entry.act for entry in entries] == ["imported", "imported", "list imported"]
    previous = journal.GENESIS
    for one in entries:
        said = (one.at.isoformat(), one.act, str(one.letter_id), str(one.signatory_id), one.payload_digest)
        apart = one.sections or {}
        digests = [part for name in sorted(apart) for part in (name, apart[name]["digest"])]
        assert one.digest == sealed_entries.digest_of(previous, *said, *digests)
        previous = one.digest


def test_without_who_vouches_nothing_is_imported(session: Session, letter: Letter) -> None:
    refusal = refused(stored, session, a_list("Harbour Watch", evidence=" "))
    assert (refusal.reason, refusal.values["missing"]) == (Reason.CONSENT_INCOMPLETE, "evidence")
    assert rows(session) == []


def test_tomorrow_only_what_is_new_is_added(session: Session, letter: Letter) -> None:
    stored(session, a_list("Harbour Watch", "Hill Fund", "Shore Union"))
    again = a_list("Harbour Watch", "HILL FUND", "Mountain Choir")
    shown = batches.preview(session, MODERATOR, NOW, None, again)
    assert [one.verdict.value for one in shown.judged] == ["unchanged", "unchanged", "accepted"]
    assert [found.values for found in shown.judged[1].found] == [{"name": "Hill Fund"}]
    assert [one.name for one in shown.vanished] == ["Shore Union"]
    assert deciding.import_(session, MODERATOR, NOW, letter.id, again, shown.digest).added == 1
    assert len(rows(session)) == 4


def test_another_forms_names_do_not_vanish(session: Session, letter: Letter) -> None:
    stored(session, a_list("Harbour Watch"))
    stored(session, a_list("Shore Union", shape=""))
    for shape in ("other", ""):
        assert batches.preview(session, MODERATOR, NOW, None, a_list("Hill Fund", shape=shape)).vanished == ()


def test_what_is_not_what_was_shown_is_not_imported(session: Session, letter: Letter) -> None:
    answers = a_list("Harbour Watch", "Hill Fund")
    shown = batches.preview(session, MODERATOR, NOW, None, answers)
    entries.enter(session, OTHER, NOW, None, makers.agreed("Hill Fund"))
    refusal = refused(deciding.import_, session, MODERATOR, NOW, letter.id, answers, shown.digest)
    assert refusal.reason is Reason.BATCH_CHANGED
    assert len(rows(session)) == 1


def test_doubtful_ones_come_in_only_when_told_and_then_are_looked_at(session: Session, letter: Letter) -> None:
    assert stored(session, a_list("Harbour Watch", "Harbour Watch Ltd", "n/a")).added == 1
    sheet = stored(session, a_list("Harbour Watch Ltd", "n/a", doubtful_too=True))
    assert sheet.added == 2
    assert [item.why for item in queue.queue(session, OTHER).items] == [
        (Why.LOOKS_ALIKE,), (Why.LOOKS_ALIKE,), (Why.DOUBTFUL,),
    ]  # fmt: skip


def test_look_alikes_inside_one_list_are_kept(session: Session, letter: Letter) -> None:
    stored(session, a_list("Harbour Watch", "Harbour Watch Ltd", doubtful_too=True))
    first, second = rows(session)
    assert [(one.id, one.like) for one in lookalikes.noted(session, [first.id])[first.id]] == [
        (second.id, Like.LEGAL_FORM)
    ]


def test_a_branch_comes_in_as_a_twin(session: Session, letter: Letter) -> None:
    given = [
        Given(n, "Harbour Watch", Kind.ORGANISATION, branch=b) for n, b in enumerate(("North", "South"), 2)
    ]
    stored(session, a_list(*given))
    assert [(row.name_key, row.twin) for row in rows(session)] == [("harbourwatch", 0), ("harbourwatch", 1)]


def test_an_import_is_undone_with_all_its_names(session: Session, letter: Letter) -> None:
    sheet = stored(session, a_list("Harbour Watch", "Hill Fund"))
    approved, waiting = rows(session)
    review.approve(session, OTHER, NOW, [approved.id])
    refusal = refused(batches.undo, session, MODERATOR, NOW, sheet.id)
    assert (refusal.reason, refusal.values["approved"]) == (Reason.ON_THE_LIST, 1)
    assert (approved.state, waiting.state) == (S.APPROVED, S.PROPOSED)
    undone = batches.undo(session, MODERATOR, NOW, sheet.id, 1)
    assert (undone.undone_at, undone.waiting, undone.approved) == (NOW, 0, 0)
    assert (approved.state, waiting.state) == (S.REMOVED, S.CANCELLED)
    assert refused(batches.undo, session, MODERATOR, NOW, sheet.id).reason is Reason.IMPORT_UNDONE
    assert stored(session, a_list("Harbour Watch", "Hill Fund")).added == 2


def test_what_a_published_list_rests_on_is_not_undone(session: Session, letter: Letter) -> None:
    sheet = stored(session, a_list("Harbour Watch"))
    [row] = rows(session)
    review.approve(session, OTHER, NOW, [row.id])
    editions.cut(session, letter, EditionName.OPENING, NOW)
    refusal = refused(batches.undo, session, MODERATOR, NOW, sheet.id)
    assert (refusal.reason, refusal.values) == (Reason.IMPORT_PUBLISHED, {"number": 1})
    assert row.state is S.APPROVED


def test_all_that_nothing_speaks_against_is_approved_at_once_and_marked(
    session: Session, letter: Letter
) -> None:
    sheet = stored(session, a_list("Harbour Watch", "n/a", "Hill Fund", doubtful_too=True))
    assert [
        answer.name for answer in deciding.approve_batch(session, MODERATOR, NOW, sheet.id, sheet.since).done
    ] == ["Harbour Watch", "Hill Fund"]
    assert [row.alone for row in rows(session)] == [True, False, True]
    refusal = refused(deciding.approve_batch, session, MODERATOR, NOW, sheet.id, sheet.since)
    assert refusal.reason is Reason.NOTHING_WAITS


def test_who_was_asked_and_has_not_pressed_is_left_out_of_approving_all(
    session: Session, letter: Letter
) -> None:
    people = [
        Given(n, name, Kind.INDIVIDUAL) for n, name in enumerate(("Ada Brook", "Eve Hill", "Ida Moor"), 2)
    ]
    sheet = stored(session, a_list(*people))
    asked, held, free = rows(session)
    person_requests.ask(session, MODERATOR, NOW, asked.id, 77)
    consents.add(session, MODERATOR, NOW, asked.id, "Ada", "Her e-mail: she cannot log in")
    review.hold(session, OTHER, NOW, [held.id], "Wait")
    assert [
        answer.name for answer in deciding.approve_batch(session, MODERATOR, NOW, sheet.id, sheet.since).done
    ] == [free.name]
    assert review.approve(session, MODERATOR, NOW, [asked.id]).refused == (), (
        "by itself: a moderator's word counts"
    )


def test_after_the_close_those_that_signed_are_late_and_none_is_voted_on(
    session: Session, letter: Letter
) -> None:
    letter.state = LetterState.CLOSED
    letter.closes_at = NOW
    stored(session, a_list("Harbour Watch"))
    assert rows(session)[0].state is S.LATE
    assert refused(stored, session, a_list("Hill Fund", signed=False)).reason is Reason.CLOSED


def test_only_moderators_of_this_server_import_undo_and_approve(session: Session, letter: Letter) -> None:
    sheet = stored(session, a_list("Harbour Watch"))
    for act in (
        lambda: batches.preview(session, MEMBER, NOW, None, a_list("Hill Fund")),
        lambda: batches.prepare(session, MEMBER, NOW, letter.id, a_list("Hill Fund"), ""),
        lambda: batches.undo(session, MEMBER, NOW, sheet.id),
        lambda: deciding.approve_batch(session, MEMBER, NOW, sheet.id, sheet.since),
        lambda: batches.latest(session, MEMBER, None),
    ):
        assert refused(act).reason is Reason.MODERATORS_ONLY
    foreign = Actor(makers.another_server(session), 3, manages_server=True)
    assert refused(batches.undo, session, foreign, NOW, sheet.id).reason is Reason.NOT_FOUND
    assert len(rows(session)) == 1


def test_batches_are_listed_the_newest_first(session: Session, letter: Letter) -> None:
    for name in ("Harbour Watch", "Hill Fund"):
        stored(session, a_list(name, file=f"{name}.csv"))
    assert [one.file for one in batches.latest(session, MODERATOR, None)] == [
        "Hill Fund.csv",
        "Harbour Watch.csv",
    ]


@pytest.mark.parametrize("act", ["removed", "declined"])
def test_what_moderators_took_off_or_left_out_is_not_brought_back_by_tomorrows_form(
    session: Session, letter: Letter, act: str
) -> None:
    stored(session, a_list("Harbour Watch"))
    [row] = rows(session)
    if act == "removed":
        review.approve(session, OTHER, NOW, (row.id,))
        entries.remove(session, MODERATOR, NOW, row.id, "They asked to leave")
    else:
        review.decline(session, OTHER, NOW, (row.id,), "Nobody knows them")
    sheet = stored(session, a_list("Harbour Watch", "Hill Fund"))
    assert sheet.added == 1
    assert [one.name for one in rows(session)] == ["Harbour Watch", "Hill Fund"]
    assert stored(session, a_list("Harbour Watch", doubtful_too=True)).added == 1


def test_an_import_that_was_undone_can_be_imported_again(session: Session, letter: Letter) -> None:
    first = stored(session, a_list("Harbour Watch"))
    review.approve(session, OTHER, NOW, (rows(session)[0].id,))
    batches.undo(session, MODERATOR, NOW, first.id, 1)
    assert stored(session, a_list("Harbour Watch")).added == 1
