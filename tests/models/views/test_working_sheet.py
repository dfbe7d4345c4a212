"""The working sheet: everything that was entered, and no secret voter."""

import csv
import io
from datetime import timedelta
from typing import Any

import openpyxl
import pytest
from sqlmodel import Session

from models.database.tables import Batch, Decision, Letter
from models.letters import talking_points, texts
from models.publishing import editions
from models.publishing.exports import csv_, xlsx
from models.refusal import Reason
from models.rules.voting_policy import Policy
from models.sheets import Worksheet, WorksheetTable
from models.sheets.findings import Finding, Found
from models.signatories import contacts
from models.terms import Choice, EditionName, SignatoryState, Verdict
from models.views import working_sheet
from models.voting import votes
from tests.conftest import NOW
from tests.models import makers

MODERATOR = makers.moderator(5)
VOTER = 424_242_424_242
END = NOW + timedelta(days=1) + votes.GRACE

EMBARGO = "Embargoed until the letter is published. No day or time is set yet."


def rows(session: Session, table: int = 0) -> list[dict[str, Any]]:
    return [dict(row) for row in working_sheet.take(session, MODERATOR, END).tables[table].rows]


def voted(session: Session, letter: Letter, policy: Policy) -> None:
    makers.participant(session, VOTER)
    row = makers.proposal(session, letter, "Voted on", policy=policy)
    vote = makers.ballot(session, row, VOTER, Choice.AGAINST)
    vote.reason = "Too close"
    session.flush()
    votes.end_due(session, END)


def everything(sheet: Worksheet) -> str:
    return "\n".join(
        (csv_.write_table(sheet.tables[0]).decode("utf-8-sig"), *(str(table.rows) for table in sheet.tables))
    )


@pytest.mark.parametrize("state", SignatoryState)
def test_every_state_is_there(session: Session, letter: Letter, state: SignatoryState) -> None:
    makers.signatory(session, letter, "Access Now", state=state)
    assert [(row["name"], row["state"]) for row in rows(session)] == [("Access Now", state.value)]


def test_consent_source_contact_and_decisions_are_there(session: Session, letter: Letter) -> None:
    makers.participant(session, 7, "Riverlight", title="Director")
    row = makers.signatory(session, letter, "Access Now", added_by=7, note="Old friends", told="Welcome")
    makers.consent(session, row)
    contacts.put(session, MODERATOR, NOW, row.id, "office@example.org")
    session.add(
        Decision(
            signatory_id=row.id, verdict=Verdict.APPROVE, decided_by=5, decided_at=NOW, note="Checked",
            before=SignatoryState.PASSED,
        )
    )  # fmt: skip
    session.flush()
    [found] = rows(session)
    wanted = {
        "way_in": "entered", "added_by": "7", "added_by_person": "Director, Riverlight", "consent": "stated",
        "who_agreed": "The board", "how_we_know": "E-mail of the chair", "contact": "office@example.org",
        "note": "Old friends", "told": "Welcome", "note_of_review": "Checked",
        "decisions": "2025-02-13T09:00:00+00:00 approve by 5", "approved_at": "2025-02-13T09:00:00+00:00",
    }  # fmt: skip
    assert {name: found[name] for name in wanted} == wanted


def test_an_ended_vote_has_its_tally(session: Session, letter: Letter) -> None:
    voted(session, letter, Policy())
    [found] = rows(session)
    assert (found["for"], found["against"], found["abstained"], found["entitled"]) == (0, 1, 0, 4)
    assert found["vote"] == "open vote, secret"
    assert found["result"] == "opposed"
    assert found["objections"] == "Too close"


def test_a_vote_under_way_has_none(session: Session, letter: Letter) -> None:
    row = makers.proposal(session, letter, "Voted on", policy=Policy(secret=False))
    makers.ballot(session, row, VOTER)
    [found] = rows(session)
    assert (found["for"], found["result"]) == ("", "")
    assert rows(session, 1) == []


def test_a_secret_vote_names_no_voter_before_or_after_its_end(session: Session, letter: Letter) -> None:
    row = makers.proposal(session, letter, "Under way", policy=Policy())
    makers.ballot(session, row, VOTER)
    assert str(VOTER) not in everything(working_sheet.take(session, MODERATOR, NOW))
    voted(session, letter, Policy())
    assert str(VOTER) not in everything(working_sheet.take(session, MODERATOR, END))


def test_a_ballot_that_was_not_dropped_names_no_voter_either(session: Session, letter: Letter) -> None:
    row = makers.proposal(session, letter, "Restored", policy=Policy(), ended_at=NOW)
    makers.ballot(session, row, VOTER)
    assert str(VOTER) not in everything(working_sheet.take(session, MODERATOR, END))


def test_a_vote_that_was_not_secret_names_its_voters_once_it_has_ended(
    session: Session, letter: Letter
) -> None:
    voted(session, letter, Policy(secret=False))
    assert rows(session, 1) == [
        {
            "signatory_id": 1, "name": "Voted on", "voter": str(VOTER), "choice": "against", "reason": "Too close",
            "cast_at": "2025-02-13T09:00:00+00:00", "embargo": EMBARGO,
        }
    ]  # fmt: skip


def test_before_publication_every_row_says_that_it_is_embargoed(session: Session, letter: Letter) -> None:
    texts.write(session, MODERATOR, NOW, letter.id, "Dear all")
    assert [row["embargo"] for row in working_sheet.take(session, MODERATOR, NOW).tables[2].rows] == [EMBARGO]
    letter.published_at = NOW
    assert "embargo" not in working_sheet.take(session, MODERATOR, NOW).tables[2].columns


def test_texts_points_and_lists_come_along(session: Session, letter: Letter) -> None:
    texts.write(session, MODERATOR, NOW, letter.id, "Dear all")
    talking_points.put(session, MODERATOR, NOW, letter.id, "Privacy", "It matters")
    editions.cut(session, letter, EditionName.OPENING, NOW)
    sheet = working_sheet.take(session, MODERATOR, NOW)
    assert [table.name for table in sheet.tables] == ["signatories", "votes", "texts", "points", "lists"]
    assert [row["text"] for row in sheet.tables[2].rows] == ["Dear all"]
    assert [row["subject"] for row in sheet.tables[3].rows] == ["Privacy"]
    assert [(row["number"], row["name"]) for row in sheet.tables[4].rows] == [(1, "opening")]


def test_every_row_has_every_column(session: Session, letter: Letter) -> None:
    voted(session, letter, Policy(secret=False))
    test_texts_points_and_lists_come_along(session, letter)
    for table in working_sheet.take(session, MODERATOR, END).tables:
        assert table.rows
        assert all(set(row) == set(table.columns) for row in table.rows)


def test_another_letter_stays_out(session: Session, letter: Letter) -> None:
    makers.signatory(session, makers.letter(session), "Elsewhere")
    makers.signatory(session, letter, "Here")
    sheet = working_sheet.take(session, MODERATOR, NOW, letter.id)
    assert [row["name"] for row in sheet.tables[0].rows] == ["Here"]


def test_members_do_not_get_it(session: Session, letter: Letter) -> None:
    makers.participant(session, 7)
    assert makers.refused(working_sheet.take, session, makers.member(7), NOW).reason is Reason.MODERATORS_ONLY


HARD = WorksheetTable(
    "texts", ("name", "count", "text"), ({"name": "=1+1", "count": 3, "text": "x\x01" * 40_000},)
)


def test_a_workbook_opens_with_texts_that_are_no_formulas() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(xlsx.write([HARD])))["texts"]
    assert [cell.value for cell in sheet[1]][:3] == ["name", "count", "text"]
    name, count, *parts = sheet[2]
    assert (name.value, name.data_type, count.value) == ("=1+1", "s", 3)
    assert "".join(str(part.value) for part in parts) == "x" * 40_000
    assert [sheet.column_dimensions[letter].width for letter in "ABC"] == [6, 7, xlsx.WIDEST]


def test_csv_of_a_table_runs_nothing() -> None:
    [row] = csv.DictReader(io.StringIO(csv_.write_table(HARD).decode("utf-8-sig")))
    assert (row["name"], row["count"]) == ("'=1+1", "3")


def test_what_came_with_a_list_and_what_cut_a_vote_short_is_there(session: Session, letter: Letter) -> None:
    batch = Batch(
        guild_id=letter.guild_id, letter_id=letter.id, file="form.csv", shape="", signed=False, imported_at=NOW,
        added=1,
    )  # fmt: skip
    session.add(batch)
    session.flush()
    first = makers.proposal(session, letter, "Harbour Watch", batch_id=batch.id, aliases=["HW", "The Watch"])
    first.found = [Found(Finding.COUNTRY, {"country": "Atlantis", "meant": ["GR", "US"]}).document()]
    makers.vote_on(session, first).cut_while_paused = True
    second = makers.proposal(session, letter, "Harbor Watch", duplicate_of=first.id)
    makers.vote_on(session, second).cut_short = True
    session.flush()
    one, other = rows(session)
    assert (one["imported_with"], one["other_names"]) == ("form.csv", "HW\nThe Watch")
    assert one["found"] == "country: Atlantis: GR, US"
    assert (one["vote_cut_short"], other["vote_cut_short"]) == ("by the close, while paused", "by the close")
    assert (one["duplicate_of"], other["duplicate_of"]) == ("", first.id)
