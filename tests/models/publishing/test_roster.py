"""The list of signatories and its one count function."""

from datetime import timedelta
from functools import partial

import pytest
from sqlmodel import Session

from models.database.tables import Letter
from models.names import cleaning
from models.publishing import roster
from models.refusal import Reason
from models.sheets import RosterEntry
from models.signatories import counting
from models.terms import Kind, SignatoryState
from tests.conftest import NOW
from tests.models import makers

HOUR = timedelta(hours=1)


def listed(session: Session, letter: Letter) -> list[tuple[int, str]]:
    return [(entry.number, entry.name) for entry in roster.entries(session, letter.id, NOW)]


def test_a_count_tells_the_kinds_apart(session: Session) -> None:
    letter = makers.letter(session)
    makers.signatory(session, letter, "Access Now")
    makers.signatory(session, letter, "Index")
    makers.signatory(session, letter, "Element", kind=Kind.COMPANY)
    makers.signatory(session, letter, "Ada Brook", kind=Kind.INDIVIDUAL)
    counts = counting.count(session, letter.id, NOW)
    assert (counts.organisations, counts.companies, counts.individuals, counts.total) == (2, 1, 1, 4)


def test_an_approval_counts_from_its_instant(session: Session) -> None:
    letter = makers.letter(session)
    makers.signatory(session, letter, "Access Now", approved_at=NOW + HOUR)
    assert counting.count(session, letter.id, NOW + HOUR - timedelta(microseconds=1)).total == 0
    assert counting.count(session, letter.id, NOW + HOUR).total == 1


def test_a_removal_changes_counts_from_then_on_and_not_before(session: Session) -> None:
    letter = makers.letter(session)
    makers.signatory(session, letter, "Access Now", removed_at=NOW + HOUR, state=SignatoryState.REMOVED)
    assert counting.count(session, letter.id, NOW).total == 1
    assert counting.count(session, letter.id, NOW + HOUR).total == 0


def test_another_letters_signatories_do_not_count(session: Session) -> None:
    letter, other = makers.letter(session), makers.letter(session)
    makers.signatory(session, other, "Access Now")
    assert counting.count(session, letter.id, NOW).total == 0


def test_the_list_is_numbered_through_by_kind_and_sort_key(session: Session) -> None:
    letter = makers.letter(session)
    makers.signatory(session, letter, "Ada Brook", kind=Kind.INDIVIDUAL)
    makers.signatory(session, letter, "Element", kind=Kind.COMPANY)
    makers.signatory(session, letter, "The Zebra Trust", sort_key="zebra trust")
    makers.signatory(session, letter, "Index")
    assert listed(session, letter) == [(1, "Index"), (2, "The Zebra Trust"), (3, "Element"), (4, "Ada Brook")]


def test_the_list_is_in_the_order_of_unicode_whatever_the_database(session: Session) -> None:
    letter = makers.letter(session)
    written = ["Zebra", "Яблоко", "Ærø", "Ada", "中国人权", "ΑΡΘΡΟ", "Éire", "Efa", "1 World"]
    for name in written:
        makers.signatory(session, letter, name, sort_key=cleaning.sort_key(Kind.ORGANISATION, name))
    in_order = ["1 World", "Ada", "Ærø", "Efa", "Éire", "Zebra", "ΑΡΘΡΟ", "Яблоко", "中国人权"]
    assert [name for _, name in listed(session, letter)] == in_order


def test_an_edited_sort_key_moves_the_name(session: Session) -> None:
    letter = makers.letter(session)
    makers.signatory(session, letter, "Bee")
    row = makers.signatory(session, letter, "Zebra")
    row.sort_key = "aaa"
    session.flush()
    assert listed(session, letter) == [(1, "Zebra"), (2, "Bee")]


def test_who_is_not_approved_is_not_on_the_list(session: Session) -> None:
    letter = makers.letter(session)
    makers.proposal(session, letter, "Index")
    assert listed(session, letter) == []


def test_a_page_of_one_kind_keeps_the_numbers_of_the_whole_list(session: Session) -> None:
    letter = makers.letter(session)
    for number in range(25):
        makers.signatory(session, letter, f"Organisation {number:02}")
        makers.signatory(session, letter, f"Company {number:02}", kind=Kind.COMPANY)
    makers.participant(session, 7)
    page = roster.page(session, makers.member(7), NOW, letter.id, Kind.COMPANY, page=2)
    assert (page.page, page.pages, page.counts.total) == (2, 2, 50)
    assert [entry.number for entry in page.entries] == [46, 47, 48, 49, 50]


def test_a_page_goes_on_with_the_next_kind_where_one_ends(session: Session) -> None:
    letter = makers.letter(session)
    for number in range(25):
        makers.signatory(session, letter, f"Organisation {number:02}")
        makers.signatory(session, letter, f"Company {number:02}", kind=Kind.COMPANY)
    makers.participant(session, 7)
    entries = roster.page(session, makers.member(7), NOW, letter.id, page=2).entries
    assert [(entry.number, entry.name) for entry in entries[4:6]] == [
        (25, "Organisation 24"),
        (26, "Company 00"),
    ]
    assert [entry.number for entry in entries] == list(range(21, 41))
    assert entries == roster.entries(session, letter.id, NOW)[20:40]


SCRIPTS = ("Zebra", "Яблоко", "Ærø", "中国人权", "ΑΡΘΡΟ", "Éire", "1 World", "حقوق")


def test_pages_put_together_are_the_list_whatever_the_scripts_and_kinds(session: Session) -> None:
    letter = makers.letter(session)
    for number in range(150):
        name, kind = SCRIPTS[number % len(SCRIPTS)], tuple(Kind)[number % 7 % 3]
        makers.signatory(session, letter, name, kind=kind, twin=number)
    makers.participant(session, 7)

    def together(kind: Kind | None) -> list[RosterEntry]:
        read = partial(roster.page, session, makers.member(7), NOW, letter.id, kind)
        return [entry for one in range(read().pages) for entry in read(one + 1).entries]

    whole = list(roster.entries(session, letter.id, NOW))
    assert together(None) == whole
    for kind in Kind:
        assert together(kind) == [entry for entry in whole if entry.kind is kind]


def test_a_name_taken_off_between_two_pages_moves_the_next_ones_up(session: Session) -> None:
    letter = makers.letter(session)
    rows = [makers.signatory(session, letter, f"Organisation {number:02}") for number in range(61)]
    makers.participant(session, 7)
    rows[3].removed_at = NOW
    session.flush()
    last = roster.page(session, makers.member(7), NOW, letter.id, page=4)
    assert (last.page, last.pages) == (3, 3)
    assert [(one.number, one.name) for one in last.entries] == [
        (number, f"Organisation {number:02}") for number in range(41, 61)
    ]


@pytest.mark.parametrize("asked", [-3, 0, 99])
def test_a_page_out_of_range_gives_the_nearest(session: Session, asked: int) -> None:
    letter = makers.letter(session, published_at=NOW)
    page = roster.page(session, makers.member(7), NOW, letter.id, page=asked)
    assert (page.page, page.pages, page.entries) == (1, 1, ())


def test_before_publication_the_list_is_for_participants(session: Session) -> None:
    letter = makers.letter(session)
    makers.participant(session, 7)
    assert roster.page(session, makers.member(7), NOW, letter.id).title == letter.title
    assert makers.refused(roster.page, session, makers.member(8), NOW, letter.id).reason is Reason.NOT_PUBLIC


def test_after_publication_the_list_is_for_everyone_in_the_server(session: Session) -> None:
    letter = makers.letter(session, published_at=NOW)
    assert roster.page(session, makers.member(8), NOW, letter.id).counts.total == 0
