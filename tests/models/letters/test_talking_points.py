"""Talking points."""

from functools import partial

from sqlmodel import Session, select

from models.database.tables import JournalEntry, Letter
from models.letters import talking_points
from models.refusal import Reason
from models.sheets import Actor, PointSheet
from models.terms import LetterState
from tests.conftest import GUILD, NOW
from tests.models import makers
from tests.models.makers import refused

MODERATOR = makers.moderator(9)
MEMBER = makers.member(5)
OUTSIDER = Actor(GUILD, 6)


def write(
    session: Session, letter: Letter, subject: str, body: str = "Words", actor: Actor = MODERATOR
) -> None:
    talking_points.put(session, actor, NOW, letter.id, subject, body)


def test_points_come_in_the_order_in_which_they_were_written(session: Session, letter: Letter) -> None:
    for subject in ("Privacy", "Economy", "Human rights"):
        write(session, letter, subject)
    assert talking_points.show(session, MEMBER).subjects == ("Privacy", "Economy", "Human rights")


def test_the_same_subject_in_other_capitals_is_replaced(session: Session, letter: Letter) -> None:
    write(session, letter, "Privacy", "Old")
    write(session, letter, "PRIVACY", "New")
    assert talking_points.show(session, MEMBER).points == (PointSheet("PRIVACY", "New"),)


def test_one_subject_is_read_by_its_name(session: Session, letter: Letter) -> None:
    write(session, letter, "Privacy", "About privacy")
    write(session, letter, "Economy", "About money")
    sheet = talking_points.show(session, MEMBER, letter.id, " economy ")
    assert sheet.points == (PointSheet("Economy", "About money"),)
    assert sheet.subjects == ("Privacy", "Economy")


def test_an_unknown_subject_is_refused_with_those_there_are(session: Session, letter: Letter) -> None:
    write(session, letter, "Privacy")
    for verb in (
        partial(talking_points.show, session, MEMBER),
        partial(talking_points.remove, session, MODERATOR, NOW),
    ):
        refusal = refused(verb, letter.id, "Weather")
        assert refusal.reason is Reason.NO_SUCH_SUBJECT
        assert refusal.values == {"subject": "Weather", "subjects": ["Privacy"]}


def test_a_removed_point_is_gone_and_its_words_are_in_the_journal(session: Session, letter: Letter) -> None:
    write(session, letter, "Privacy", "Old")
    write(session, letter, "Economy")
    assert talking_points.remove(session, MODERATOR, NOW, letter.id, "privacy").subjects == ("Economy",)
    entry = session.exec(select(JournalEntry).where(JournalEntry.act == "point removed")).one()
    assert entry.facts == {"actor": 9, "subject": "Privacy", "before": "Old"}


def test_as_many_subjects_as_fit_into_a_menu(session: Session, letter: Letter) -> None:
    for number in range(25):
        write(session, letter, f"Subject {number}")
    assert refused(write, session, letter, "One more").values == {"limit": 25}
    write(session, letter, "Subject 3", "New words")


def test_subject_and_words_have_bounds(session: Session, letter: Letter) -> None:
    assert refused(write, session, letter, "x" * 81).values["field"] == "subject"
    assert refused(write, session, letter, "Privacy", "x" * 4_001).values["field"] == "body"
    assert refused(write, session, letter, "Privacy", " ").reason is Reason.EMPTY


def test_only_moderators_write_and_only_what_is_live(session: Session, letter: Letter) -> None:
    assert refused(write, session, letter, "Privacy", actor=MEMBER).reason is Reason.MODERATORS_ONLY
    letter.state = LetterState.CANCELLED
    assert refused(write, session, letter, "Privacy").reason is Reason.WRONG_STATE


def test_before_publication_an_outsider_neither_reads_nor_completes(session: Session, letter: Letter) -> None:
    write(session, letter, "Privacy")
    assert refused(talking_points.show, session, OUTSIDER, letter.id).reason is Reason.NOT_PUBLIC
    assert talking_points.subjects(session, OUTSIDER, letter.id) == ()
    letter.published_at = NOW
    assert talking_points.subjects(session, OUTSIDER, letter.id) == ("Privacy",)


def test_subjects_are_completed_by_any_part(session: Session, letter: Letter) -> None:
    write(session, letter, "Human rights")
    write(session, letter, "Privacy")
    assert talking_points.subjects(session, MEMBER, None, "RIGHT") == ("Human rights",)
