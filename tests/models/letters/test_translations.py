"""Translations of a text are bound to the version that they translate."""

from sqlmodel import Session

from models.letters import texts
from models.terms import TextChange
from tests.conftest import NOW
from tests.models.letters.endorsing import BEN, LATER, MODERATOR, rewrite, signed, worded


def test_a_translation_is_bound_to_the_version_it_translates_and_says_when_it_is_stale(
    session: Session,
) -> None:
    letter = worded(session)
    signed(session, letter)
    french = texts.write(session, MODERATOR, NOW, letter.id, "Nous demandons une chose.", "fr")
    assert (french.translates, french.stale, french.version.change) == (1, False, None)
    rewrite(session, letter, "We ask for one thing!", TextChange.CORRECTION)
    stale = texts.show(session, BEN, letter.id, "fr")
    assert (stale.translates, stale.stale) == (1, True)
    again = texts.write(session, MODERATOR, LATER, letter.id, "Nous demandons une chose !", "fr")
    assert (again.translates, again.stale) == (2, False)
    assert texts.show(session, BEN, letter.id).stale is False
