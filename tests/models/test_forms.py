"""Forms with several fields: what is wrong with each of them is said at once."""

from collections.abc import Callable

import pytest
from sqlmodel import Session

from models.letter_parts import Part
from models.letters import letters, talking_points, texts
from models.outcomes import outcomes
from models.participants import participants
from models.publishing.page import choices
from models.refusal import Reason
from models.rules import reminder_plan, voting_policy
from models.rules.voting_policy import Policy
from models.sheets import Actor, ParticipantAnswers, ProposalAnswers, SignAnswers
from models.submissions import entries, proposals
from models.suggestions import suggestions
from models.terms import Kind, Preset
from tests.conftest import GUILD, NOW
from tests.models import makers, naming
from tests.models.makers import refused
from tests.models.naming import MEMBER, MODERATOR

LONG = "x" * 1001
ORG, STRANGER = Kind.ORGANISATION, Actor(GUILD, 7)
NAME = ProposalAnswers(ORG, "a@b.example", "Atlantis", "not a website", "Ann", "", LONG)
SIGNED = SignAnswers(ORG, "a@b.example", "Atlantis", "not a website")
PERSON = ParticipantAnswers("a@b.example", "x" * 201, "Mars")
WRONG_NAME = [Reason.ADDRESS_IN_NAME, Reason.UNKNOWN_COUNTRY, Reason.BAD_WEBSITE]
WRONG_PERSON = [Reason.ADDRESS_IN_NAME, Reason.TOO_LONG, Reason.UNKNOWN_ZONE]
FORMS: dict[str, tuple[Callable[[Session], object], list[Reason]]] = {
    "edit a letter": (
        lambda session: letters.edit(
            session, MODERATOR, NOW, None,
            {"title": " ", "addressee": " ", "review_hours": 0, "most_open": 0, "contact": "nowhere"},
        ),
        [Reason.EMPTY, Reason.EMPTY, Reason.BAD_REVIEW_HOURS, Reason.BAD_LIMIT, Reason.BAD_OUTSIDE_CONTACT],
    ),
    "take part": (
        lambda session: participants.take_part(session, makers.member(7), NOW, PERSON),
        WRONG_PERSON,
    ),
    "take part, as a stranger": (
        lambda session: participants.take_part(session, STRANGER, NOW, PERSON),
        [Reason.MEMBERS_ONLY, *WRONG_PERSON],
    ),
    "propose": (
        lambda session: proposals.propose(session, MEMBER, NOW, None, NAME),
        [*WRONG_NAME, Reason.CONSENT_INCOMPLETE, Reason.TOO_LONG],
    ),
    "enter": (
        lambda session: entries.enter(session, MODERATOR, NOW, None, NAME),
        [*WRONG_NAME, Reason.CONSENT_INCOMPLETE, Reason.TOO_LONG],
    ),
    "correct": (
        lambda session: proposals.correct(session, MEMBER, NOW, naming.propose(session).id, NAME),
        [*WRONG_NAME, Reason.CONSENT_INCOMPLETE, Reason.TOO_LONG],
    ),
    "edit a name": (
        lambda session: entries.edit(
            session, MODERATOR, NOW, naming.propose(session).id,
            {"name": " ", "country": "Atlantis", "sort_key": LONG, "aliases": "a\n" * 11},
        ),
        [Reason.EMPTY, Reason.UNKNOWN_COUNTRY, Reason.TOO_LONG, Reason.TOO_MANY_ALIASES],
    ),
    "sign": (
        lambda session: proposals.sign(session, MEMBER, NOW, None, SIGNED),
        [Reason.NOT_AUTHORISED, *WRONG_NAME],
    ),
    "suggest": (
        lambda session: suggestions.suggest(session, MEMBER, NOW, 1, "Not there.", LONG, " "),
        [Reason.NO_SUCH_PASSAGE, Reason.TOO_LONG, Reason.EMPTY],
    ),
    "talking point": (
        lambda session: talking_points.put(session, MODERATOR, NOW, None, " ", " "),
        [Reason.EMPTY, Reason.EMPTY],
    ),
    "page": (
        lambda session: choices.colour(session, MODERATOR, NOW, 1, "red", "#000000"),
        [Reason.BAD_COLOUR, Reason.LOW_CONTRAST_DARK],
    ),
    "delivery": (lambda _session: outcomes.described(" ", LONG), [Reason.EMPTY, Reason.TOO_LONG]),
    "reminders": (
        lambda _session: reminder_plan.parse("99", "x", "9", "always", bulletin=False),
        [Reason.BAD_DAYS_BEFORE, Reason.BAD_HOURS_BEFORE, Reason.BAD_MOST_DIRECT, Reason.BAD_QUIET_HOURS],
    ),
    "voting": (
        lambda _session: voting_policy.validated(
            Policy(preset=Preset.QUORUM_VOTE, hours=0, objections=0, secret=True, early_after_minutes=0)
        ),
        [Reason.BAD_POLICY, Reason.QUORUM_NEEDED, Reason.BAD_POLICY, Reason.BAD_POLICY],
    ),
}  # fmt: skip


@pytest.mark.parametrize("form", FORMS)
def test_a_form_says_all_that_is_wrong_with_it_at_once(session: Session, form: str) -> None:
    makers.participant(session, 2, "Access Now")
    letter = makers.letter(session, parts=[Part.SUGGESTIONS.value])
    texts.write(session, MODERATOR, NOW, letter.id, "We ask.")
    send, reasons = FORMS[form]
    refusal = refused(send, session)
    assert [one.reason for one in (refusal, *refusal.also)] == reasons
