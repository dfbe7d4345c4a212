"""Text versions."""

import hashlib

import pytest
from sqlmodel import Session

from models.database.tables import Letter
from models.letters import texts, wordings
from models.refusal import Reason
from models.sheets import Actor, TextSheet
from models.terms import LetterState
from tests.conftest import GUILD, NOW
from tests.models import makers
from tests.models.makers import refused

MODERATOR = makers.moderator(9)
MEMBER = makers.member(5)


def write(
    session: Session, letter: Letter, body: str, language: str = "en", actor: Actor = MODERATOR
) -> TextSheet:
    return texts.write(session, actor, NOW, letter.id, body, language)


def test_a_version_is_numbered_and_its_digest_is_that_of_its_words(session: Session, letter: Letter) -> None:
    write(session, letter, "First")
    sheet = write(session, letter, "Second é")
    assert (sheet.version.number, sheet.body) == (2, "Second é")
    assert sheet.version.digest == hashlib.sha256("Second é".encode()).hexdigest()


def test_the_same_text_again_is_no_version(session: Session, letter: Letter) -> None:
    write(session, letter, "Words\nand more")
    refusal = refused(write, session, letter, "\ufeffWords\r\nand more\r\n")
    assert (refusal.reason, refusal.values) == (Reason.UNCHANGED, {"number": 1})


def test_an_earlier_text_may_return_as_a_new_version(session: Session, letter: Letter) -> None:
    for body in ("One", "Two", "One"):
        sheet = write(session, letter, body)
    assert sheet.version.number == 3


def test_text_is_cleaned_and_kept(session: Session, letter: Letter) -> None:
    sheet = write(session, letter, " e\u0301\r\n\r\n* a\tb\x00\x1b[2J\rend \ud800\n")
    assert sheet.body == "é\n\n* a\tb[2J\nend"


@pytest.mark.parametrize("body", ["", " \r\n\x00"])
def test_no_words_are_no_text(session: Session, letter: Letter, body: str) -> None:
    assert refused(write, session, letter, body).reason is Reason.EMPTY


def test_forty_thousand_characters_fit_and_no_more(session: Session, letter: Letter) -> None:
    write(session, letter, "x" * 40_000)
    refusal = refused(write, session, letter, "x" * 40_001)
    assert refusal.reason is Reason.TOO_LONG
    assert refusal.values == {"field": "text", "limit": 40_000, "length": 40_001}


def test_only_moderators_write_and_after_the_close_only_what_is_not_published(
    session: Session, letter: Letter
) -> None:
    assert refused(write, session, letter, "Words", actor=MEMBER).reason is Reason.MODERATORS_ONLY
    letter.state = LetterState.CLOSED
    assert write(session, letter, "Words").version.number == 1
    letter.published_at = NOW
    assert refused(write, session, letter, "Words").reason is Reason.WRONG_STATE


def test_the_language_written_first_is_the_original(session: Session, letter: Letter) -> None:
    write(session, letter, "Liebe Frau Ministerin", "DE")
    translation = write(session, letter, "Dear Secretary", "en")
    assert (translation.original, translation.languages) == (False, ("de", "en"))
    assert texts.show(session, MEMBER).body == "Liebe Frau Ministerin"
    assert texts.show(session, MEMBER, letter.id, "en").body == "Dear Secretary"
    assert wordings.current(session, letter.id) != wordings.current(session, letter.id, "en")


@pytest.mark.parametrize("language", ["english!", "e", "../de", "", "日本"])
def test_a_language_is_a_code(session: Session, letter: Letter, language: str) -> None:
    assert refused(write, session, letter, "Words", language).reason is Reason.BAD_LANGUAGE


def test_where_there_is_no_text_the_languages_there_are_named(session: Session, letter: Letter) -> None:
    assert refused(texts.show, session, MEMBER).values == {"languages": []}
    write(session, letter, "Words", "pt_BR")
    refusal = refused(texts.show, session, MEMBER, letter.id, "fr")
    assert (refusal.reason, refusal.values) == (Reason.NO_TEXT, {"languages": ["pt-br"]})


def test_before_publication_only_those_inside_read(session: Session, letter: Letter) -> None:
    write(session, letter, "Words")
    outsiders = (Actor(GUILD, 6), makers.member(6))
    for outsider in outsiders:
        assert refused(texts.show, session, outsider, letter.id).reason is Reason.NOT_PUBLIC
        assert refused(texts.show, session, outsider, letter.id + 1).reason is Reason.NOT_PUBLIC
    assert texts.show(session, MODERATOR).body == "Words"
    letter.published_at = NOW
    assert texts.show(session, outsiders[0], letter.id).body == "Words"
