"""Who must be told what, and the ready message."""

import csv
import io
from datetime import timedelta

import pytest
from sqlmodel import Session

from models.database.tables import Letter
from models.letters import texts
from models.publishing.exports import mail_merge
from models.refusal import Reason
from models.sheets import OutreachSheet
from models.signatories import contacts
from models.terms import SignatoryState, TextChange, Told
from models.views import outreach
from tests.conftest import NOW
from tests.models import makers
from tests.models.makers import refused

MODERATOR = makers.moderator(5)
S = SignatoryState


def told(session: Session) -> dict[str, Told]:
    return {line.name: line.told for line in outreach.due(session, MODERATOR).lines}


def rows(sheet: OutreachSheet) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(mail_merge.write(sheet).decode("utf-8-sig"))))


def test_each_hears_what_became_of_the_name(session: Session, letter: Letter) -> None:
    makers.signatory(session, letter, "Signed")
    for state in (S.DECLINED, S.HOLD, S.REMOVED, S.CANCELLED, S.DUPLICATE):
        makers.signatory(session, letter, state.value, state=state, approved_at=None)
    makers.consent(session, makers.proposal(session, letter, "Agreed, in the vote"))
    makers.proposal(session, letter, "Nobody agreed")
    assert told(session) == {
        "Signed": Told.SIGNED,
        "declined": Told.DECLINED,
        "hold": Told.ON_HOLD,
        "removed": Told.REMOVED,
        "Nobody agreed": Told.CONFIRM,
    }


def test_who_endorsed_an_earlier_text_is_told_that_it_changed(session: Session, letter: Letter) -> None:
    first = texts.write(session, MODERATOR, NOW, letter.id, "One").version
    makers.signatory(session, letter, "Early", text_version_id=first.id)
    assert told(session) == {"Early": Told.SIGNED}
    later = NOW + timedelta(hours=1)
    texts.write(session, MODERATOR, later, letter.id, "One!", "en", TextChange.CORRECTION)
    assert told(session) == {"Early": Told.SIGNED}, "a correction asks nothing of anybody"
    second = texts.write(session, MODERATOR, later, letter.id, "Two", "en", TextChange.SUBSTANCE).version
    makers.signatory(session, letter, "Later", text_version_id=second.id)
    assert told(session) == {"Early": Told.TEXT_CHANGED, "Later": Told.SIGNED}


def test_a_line_says_how_to_reach_them(session: Session, letter: Letter) -> None:
    makers.participant(session, 7, "Riverlight", title="Director")
    row = makers.signatory(session, letter, "Access Now", added_by=7)
    makers.consent(session, row)
    contacts.put(session, MODERATOR, NOW, row.id, "office@example.org")
    makers.signatory(session, letter, "Index", added_by=8)
    sheet = outreach.due(session, MODERATOR)
    first, second = sheet.lines
    assert (first.address, first.authorised_by, first.put_forward_by) == (
        "office@example.org", "The board", "Director, Riverlight",
    )  # fmt: skip
    assert (second.address, second.put_forward_by, sheet.lacking) == ("", "", 1)


def test_the_message_is_ready_to_send(session: Session, letter: Letter) -> None:
    letter.contact = "office@example.org"
    makers.signatory(session, letter, "Index", state=S.REMOVED, removed_at=NOW, approved_at=None)
    [row] = rows(outreach.due(session, MODERATOR))
    assert row["subject"] == "Your signature was removed: A joint letter"
    assert row["message"] == (
        "We've removed Index from the list of signatories of “A joint letter”, to The Home Secretary. Lists already "
        "published stay as they are. The name won't be on the next one. If you'd like to know why, ask us. Reply to "
        "this message or write to office@example.org."
    )


@pytest.mark.parametrize("state", [S.DECLINED, S.HOLD])
def test_the_message_does_not_quote_what_was_written_for_the_proposer(
    session: Session, letter: Letter, state: S
) -> None:
    makers.signatory(
        session, letter, "Index", state=state, approved_at=None, told="We're asking them if they agreed."
    )
    [row] = rows(outreach.due(session, MODERATOR))
    assert row["told_proposer"] == "We're asking them if they agreed."
    assert "asking them" not in row["message"]
    assert "If you'd like to know why, ask us." in row["message"]


def test_a_name_brings_no_formula_and_no_field_into_the_message(session: Session, letter: Letter) -> None:
    makers.signatory(session, letter, "=1+1 {title} {0}")
    [row] = rows(outreach.due(session, MODERATOR))
    assert row["name"] == "'=1+1 {title} {0}"
    assert row["message"].startswith("'=1+1 {title} {0} is on the list")


@pytest.mark.parametrize("what", Told)
def test_everything_to_be_told_has_subject_and_message(what: Told) -> None:
    assert "{title}" in mail_merge.SUBJECTS[what]
    assert "{name}" in mail_merge.MESSAGES[what]


def test_an_empty_table_still_names_its_columns(session: Session, letter: Letter) -> None:
    written = mail_merge.write(outreach.due(session, MODERATOR)).decode("utf-8-sig")
    assert written == ",".join(mail_merge.COLUMNS) + "\r\n"


def test_members_do_not_see_it(session: Session, letter: Letter) -> None:
    makers.participant(session, 7)
    assert refused(outreach.due, session, makers.member(7)).reason is Reason.MODERATORS_ONLY
