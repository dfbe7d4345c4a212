"""A doubt about an imported name stays until a human has looked at that name, with what was typed beside it."""

from datetime import timedelta

from sqlmodel import Session

from models.database.tables import Letter, Signatory
from models.importing import batches
from models.review import queue, review
from models.sheets import Why
from models.sheets.batches import Given
from models.sheets.findings import Finding
from models.submissions import entries
from models.terms import Doubt, Kind, LetterState, SignatoryState
from tests.conftest import NOW
from tests.models import deciding, makers
from tests.models.importing.importing import a_list, rows, stored

S = SignatoryState
OTHER = makers.moderator(9)


def doubtful(session: Session, **more: object) -> list[Signatory]:
    """A list with a clean name and three that a human must look at, taken all the same."""
    given = (
        Given(2, "Harbour Watch", Kind.ORGANISATION, "Kenya"),
        Given(3, "Hill Fund", Kind.ORGANISATION, "Atlantis"),
        Given(4, "Shore Union", Kind.ORGANISATION, consent="maybe"),
        Given(5, "Worldwide Choir", Kind.ORGANISATION, "Worldwide"),
        Given(6, "France", Kind.ORGANISATION),
        Given(7, "Coast Fund", Kind.ORGANISATION, website="not a website"),
    )
    stored(session, a_list(*given, doubtful_too=True, **more))
    return rows(session)


def test_no_doubtful_name_is_swept_onto_the_list(session: Session, letter: Letter) -> None:
    doubtful(session)
    sheet = queue.queue(session, OTHER)
    assert [one.name for one in sheet.ready] == ["Harbour Watch", "Worldwide Choir", "Coast Fund"]
    assert [(one.proposal.name, one.why) for one in sheet.items] == [
        (name, (Why.DOUBTFUL,)) for name in ("Hill Fund", "Shore Union", "France")
    ]
    batch = batches.latest(session, OTHER, None)[0]
    answers = deciding.approve_batch(session, OTHER, NOW, batch.id, batch.since).answers
    assert [one.name for one in answers] == ["Harbour Watch", "Worldwide Choir", "Coast Fund"]


def test_what_was_typed_and_dropped_is_kept_beside_the_name_and_shown(session: Session, letter: Letter) -> None:
    doubtful(session)
    items = {one.proposal.name: one.proposal.found for one in queue.look(session, OTHER, range(1, 7))}
    said = {name: [(one.finding, one.values) for one in found] for name, found in items.items()}
    assert said == {
        "Harbour Watch": [],
        "Hill Fund": [(Finding.COUNTRY, {"country": "Atlantis", "meant": []})],
        "Shore Union": [(Finding.CONSENT_UNCLEAR, {"answer": "maybe"})],
        "Worldwide Choir": [(Finding.NO_COUNTRY, {"country": "Worldwide"})],
        "France": [(Finding.DOUBT, {"doubt": Doubt.PLACEHOLDER})],
        "Coast Fund": [(Finding.WEBSITE, {"website": "not a website"})],
    }


def test_a_country_of_a_row_that_a_human_took_in_the_marked_file_is_kept_too(
    session: Session, letter: Letter
) -> None:
    taken = Given(2, "Hill Fund", Kind.ORGANISATION, "Atlantis", decision=True)
    stored(session, a_list(taken))
    [item] = queue.look(session, OTHER, [1])
    assert [(one.finding, one.values) for one in item.proposal.found] == [
        (Finding.NO_COUNTRY, {"country": "Atlantis"})
    ]
    assert item.why == ()


def test_a_name_that_was_left_out_before_is_looked_at_when_a_list_brings_it_back(
    session: Session, letter: Letter
) -> None:
    row = makers.signatory(session, letter, "Hill Fund", state=S.DECLINED, live=False, approved_at=None)
    stored(session, a_list("Hill Fund", "Harbour Watch", doubtful_too=True))
    sheet = queue.queue(session, OTHER)
    assert [one.name for one in sheet.ready] == ["Harbour Watch"]
    [item] = sheet.items
    assert (item.proposal.id > row.id, item.why) == (True, (Why.DOUBTFUL,))
    assert item.proposal.found[0].values == {"state": S.DECLINED}


def test_an_unknown_country_is_no_doubt_once_a_moderator_has_said_which_it_is(
    session: Session, letter: Letter
) -> None:
    doubtful(session)
    entries.edit(session, OTHER, NOW, 2, {"country": "Kenya"})
    [item] = queue.look(session, OTHER, [2])
    assert (item.proposal.found[0].values["country"], item.why) == ("Atlantis", ())


def test_a_doubtful_name_is_approved_by_anyone_who_looks_at_it(session: Session, letter: Letter) -> None:
    doubtful(session)
    assert review.approve(session, OTHER, NOW, [2]).answers[0].state is S.APPROVED


def test_a_doubt_outlasts_the_vote_on_a_name(session: Session, letter: Letter) -> None:
    doubtful(session, signed=False)
    for row in rows(session):
        makers.consent(session, row)
        makers.ballot(session, row, 5)
    makers.tick(session, NOW + timedelta(days=2))
    sheet = queue.queue(session, OTHER)
    assert [one.name for one in sheet.ready] == ["Harbour Watch", "Worldwide Choir", "Coast Fund"]


def test_names_imported_until_the_accepted_hour_are_on_time(session: Session, letter: Letter) -> None:
    until = letter.closes_at + timedelta(hours=1)
    letter.state, letter.accepts_until = LetterState.CLOSED, until
    stored(session, a_list("Harbour Watch"), until - timedelta(minutes=1))
    stored(session, a_list("Hill Fund"), until)
    assert [(row.name, row.late, row.state) for row in rows(session)] == [
        ("Harbour Watch", False, S.PROPOSED),
        ("Hill Fund", True, S.LATE),
    ]
