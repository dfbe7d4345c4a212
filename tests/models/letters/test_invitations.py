"""What people outside Discord read: a contact, and a message that moderators may put in their own words."""

import pytest
from sqlmodel import Session

from models.consents import person_requests
from models.letters import invitations, letters, texts
from models.publishing.exports import invitation
from models.refusal import Reason
from models.sheets import ConsentRequest
from models.terms import SignatoryState
from tests.conftest import NOW
from tests.languages import Catalogues
from tests.models import makers
from tests.models.makers import refused

MODERATOR = makers.moderator(1)


@pytest.mark.parametrize("typed", ["letter@example.org", "https://forms.example.org/sign?id=1", ""])
def test_a_contact_is_an_address_or_a_form_or_nothing(session: Session, typed: str) -> None:
    letter = makers.letter(session)
    assert letters.edit(session, MODERATOR, NOW, letter.id, {"contact": typed}).contact == typed


@pytest.mark.parametrize(
    "typed",
    [
        "write to us",
        "javascript:alert(1)",
        "http://example.org",
        "https://ana:secret@example.org",
        "a@b",
        "@ana",
    ],
)
def test_anything_else_is_refused(session: Session, typed: str) -> None:
    letter = makers.letter(session)
    refusal = refused(letters.edit, session, MODERATOR, NOW, letter.id, {"contact": typed})
    assert refusal.reason is Reason.BAD_OUTSIDE_CONTACT


def request(**more: object) -> ConsentRequest:
    values: dict[str, object] = {"closes_at": NOW, "time_zone": "Europe/London"}
    return ConsentRequest("Riverlight", "Keep it safe", "The Minister", **(values | {"member": False} | more))  # type: ignore[arg-type]


def test_the_message_says_who_asks_for_what_until_when_and_how_to_answer() -> None:
    said = invitation.write(request(contact="letter@example.org", body="We ask."), "River Path Coalition")
    assert (
        "River Path Coalition invites Riverlight to sign “Keep it safe”, a joint letter to The Minister."
        in said
    )
    assert "until Thursday 13 February 2025, 09:00 in Europe/London (09:00 UTC)" in said
    assert (
        "To sign, tell us the name as it should be printed, who agreed, and their role. Reply to this message or write "
        "to letter@example.org.\n" in said
    )
    assert (
        "You can ask us to take the name off the letter at any time. "
        "Reply to this message or write to letter@example.org." in said
    )
    assert "We ask." in said
    assert "<t:" not in said


def test_a_form_is_named_as_one_and_an_unpublished_text_is_asked_to_be_kept() -> None:
    said = invitation.write(request(contact="https://example.org/f", body="We ask."), "Us")
    assert "use our form: https://example.org/f\n" in said
    assert "The letter isn't published yet, so please don't pass it on. Here is the text:\n\nWe ask." in said
    assert "not published" not in invitation.write(request(body="We ask.", published=True), "Us")


def test_moderators_words_are_sent_with_what_is_filled_in_and_nothing_in_a_name_is() -> None:
    said = invitation.write(request(invitation="Dear {name}, {unknown} {until}", contact="{who}"), "Us")
    assert said.startswith("Dear Riverlight, {unknown} Thursday")
    named = ConsentRequest("{who}", "T", "A", member=False, closes_at=NOW)
    assert "invites {who} to sign" in invitation.write(named, "Us")


def test_only_moderators_change_it_and_nothing_typed_takes_it_back(session: Session) -> None:
    letter = makers.letter(session)
    refusal = refused(invitations.put, session, makers.member(5), NOW, letter.id, "Hi")
    assert refusal.reason is Reason.MODERATORS_ONLY
    invitations.put(session, MODERATOR, NOW, letter.id, "Hi {name}")
    assert invitations.show(session, MODERATOR, NOW, letter.id).words == "Hi {name}"
    invitations.put(session, MODERATOR, NOW, letter.id, " ")
    assert invitations.show(session, MODERATOR, NOW, letter.id).words == ""


def test_the_message_is_in_the_language_of_the_letters_text_or_else_the_coalitions(
    session: Session, catalogue: Catalogues
) -> None:
    for language, said in (("fr", "Répondez à ce message."), ("de", "Antworten Sie auf diese Nachricht.")):
        catalogue({"Reply to this message.": said}, language=language)
    makers.server(session, language="de")
    makers.participant(session, 5)
    letter = makers.letter(session)
    row = makers.signatory(session, letter, "Riverlight", added_by=5, state=SignatoryState.PROPOSED)
    session.flush()

    def message() -> str:
        return invitation.write(person_requests.request(session, makers.moderator(5), row.id), "")

    assert "Antworten Sie" in message()
    texts.write(session, makers.moderator(5), NOW, letter.id, "Nous demandons.", "fr")
    assert "Répondez à ce message." in message()
    assert "20 février 2025" in message()
    assert invitations.show(session, makers.moderator(5), NOW, letter.id).language == "fr"
