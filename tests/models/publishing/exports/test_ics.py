"""A letter's dates as a file for calendars."""

from datetime import UTC, datetime, timedelta

from msgspec.structs import replace
from sqlmodel import Session

from models.letters.letters import sheet
from models.publishing.exports import ics
from models.sheets import LetterSheet
from models.terms import LetterState
from tests.conftest import NOW
from tests.models import makers


def letter(session: Session, **changes: object) -> LetterSheet:
    return sheet(session, makers.letter(session, **changes), NOW)


def lines(of: LetterSheet) -> list[str]:
    """The content lines, unfolded as a reader does it (RFC 5545, 3.1)."""
    return ics.ics(of).decode().replace("\r\n ", "").split("\r\n")


def test_the_close_is_one_moment_in_utc(session: Session) -> None:
    found = lines(letter(session))
    assert found[0] == "BEGIN:VCALENDAR"
    assert found[-2:] == ["END:VCALENDAR", ""]
    assert "DTSTART:20250220T235959Z" in found
    assert "DTSTAMP:20250213T090000Z" in found
    assert found.count("BEGIN:VEVENT") == 1


def test_each_date_that_is_set_has_its_own_entry(session: Session) -> None:
    found = lines(letter(session, deliver_at=datetime(2025, 3, 1, 12, tzinfo=UTC)))
    assert found.count("BEGIN:VEVENT") == found.count("END:VEVENT") == 2
    assert "DTSTART:20250301T120000Z" in found
    assert "SUMMARY:Delivery: A joint letter" in found


def test_an_entry_keeps_its_uid_and_its_sequence_goes_up_with_the_close(session: Session) -> None:
    first = letter(session)
    second = replace(first, closes_at=first.closes_at + timedelta(days=1), deadline_version=2)
    uids = [[line for line in lines(one) if line.startswith("UID:")] for one in (first, second)]
    assert uids[0] == uids[1]
    assert "SEQUENCE:1" in lines(first)
    assert "SEQUENCE:2" in lines(second)


def test_a_letter_that_was_given_up_is_cancelled_there_too(session: Session) -> None:
    assert "STATUS:CANCELLED" in lines(letter(session, state=LetterState.CANCELLED))
    assert "STATUS:CONFIRMED" in lines(letter(session))


def test_a_title_is_escaped_and_long_lines_are_folded_between_characters(session: Session) -> None:
    title = "Keep; it, \\safe\nBEGIN:VEVENT " + "ünïcødé 漢字 " * 20
    found = letter(session, title=title)
    assert all(len(line) <= 75 for line in ics.ics(found).split(b"\r\n"))
    [summary] = [line for line in lines(found) if line.startswith("SUMMARY:")]
    assert summary.startswith(r"SUMMARY:Deadline to sign: Keep\; it\, \\safe\nBEGIN:VEVENT ünïcødé")
    assert lines(found).count("BEGIN:VEVENT") == 1


def test_before_publication_each_entry_says_until_when_it_is_embargoed(session: Session) -> None:
    at = datetime(2025, 2, 17, 10, tzinfo=UTC)
    [said] = [line for line in lines(letter(session, publish_at=at)) if line.startswith("DESCRIPTION")]
    assert said.startswith("DESCRIPTION:Embargoed until Monday 17 February 2025\\, ")
    assert not [line for line in lines(letter(session, published_at=NOW)) if line.startswith("DESCRIPTION")]
