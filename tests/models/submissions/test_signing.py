"""Signing for the own organisation or person, and leaving the list again."""

from datetime import timedelta
from functools import partial

from sqlmodel import Session, select

from models.database.tables import Consent, Letter, Notice
from models.letters import texts
from models.refusal import Reason
from models.rules.voting_policy import Policy
from models.submissions import proposals
from models.terms import Kind, LetterState, Means, NoticeKind, SignatoryState, TextChange, Way
from tests.conftest import NOW
from tests.models import makers
from tests.models.makers import refused, signing
from tests.models.naming import MEMBER, MODERATOR, decided, propose
from tests.sheets import vote_of

PERSON = Kind.INDIVIDUAL
DAY = timedelta(days=1)


def test_a_signature_is_to_the_text_that_was_shown(session: Session, letter: Letter) -> None:
    one = texts.write(session, MODERATOR, NOW, letter.id, "We ask.").version.id
    makers.consent(session, makers.signatory(session, letter, "Signed it", text_version_id=one))
    texts.write(session, MODERATOR, NOW, letter.id, "We ask!", change=TextChange.CORRECTION)
    assert proposals.sign(session, MEMBER, NOW, None, signing(version_id=one)).consent
    two = texts.write(session, MODERATOR, NOW, letter.id, "We ask for more.", change=TextChange.SUBSTANCE)
    signs = partial(proposals.sign, session, MEMBER, NOW, None)
    refusal = refused(signs, signing("Ada Brook", PERSON, version_id=one))
    assert (refusal.reason, refusal.values["version_id"]) == (Reason.TEXT_CHANGED, two.version.id)
    assert signs(signing("Ada Brook", PERSON, version_id=two.version.id)).consent


def test_an_own_signing_waits_for_review_with_its_consent(session: Session, letter: Letter) -> None:
    sheet = proposals.sign(session, MEMBER, NOW, None, signing())
    assert (sheet.name, sheet.state, sheet.way) == ("Access Now", SignatoryState.PROPOSED, Way.SIGNED)
    record = session.get_one(Consent, sheet.id)
    assert (record.means, record.authorised_by) == (Means.OWN_CLICK, "Director, Access Now")


def test_a_signing_without_authority_is_refused(session: Session, letter: Letter) -> None:
    refusal = refused(proposals.sign, session, MEMBER, NOW, None, signing(authorised=False))
    assert refusal.reason is Reason.NOT_AUTHORISED


def test_a_letter_may_vote_on_signings(session: Session, letter: Letter) -> None:
    letter.policy = Policy(vote_on_signings=True).document()
    sheet = proposals.sign(session, MEMBER, NOW, None, signing())
    assert (sheet.state, vote_of(sheet).ends_at) == (SignatoryState.VOTING, NOW + DAY)


def test_a_person_gives_a_name(session: Session, letter: Letter) -> None:
    assert refused(proposals.sign, session, MEMBER, NOW, None, signing(kind=PERSON)).reason is Reason.EMPTY
    sheet = proposals.sign(session, MEMBER, NOW, None, signing("Ada Byron", PERSON, detail="Access Now"))
    assert (sheet.name, sheet.affiliation) == ("Ada Byron", "Access Now")


def test_one_member_signs_as_one_person(session: Session, letter: Letter) -> None:
    first = proposals.sign(session, MEMBER, NOW, None, signing("Ada Byron", PERSON))
    refusal = refused(proposals.sign, session, MEMBER, NOW, None, signing("Bob Byron", PERSON))
    assert (refusal.reason, refusal.values["signatory_id"]) == (Reason.ALREADY_SIGNED, first.id)


def test_a_signing_at_the_close_is_late(session: Session, letter: Letter) -> None:
    assert refused(proposals.sign, session, MEMBER, makers.CLOSE, None, signing()).reason is Reason.CLOSED


def test_the_person_who_was_declined_may_sign_without_a_note(session: Session, letter: Letter) -> None:
    decided(session, propose(session, "Access Now"), SignatoryState.DECLINED)
    proposals.sign(session, MEMBER, NOW, None, signing())


def test_a_proposers_wish_goes_to_the_moderators(session: Session, letter: Letter) -> None:
    sheet = propose(session)
    decided(session, sheet, SignatoryState.APPROVED)
    asked = proposals.withdraw_wish(session, MEMBER, NOW, sheet.id, "They left us")
    assert (asked.state, asked.leaving_at) == (SignatoryState.APPROVED, NOW)
    notice = session.exec(select(Notice)).one()
    assert (notice.kind, notice.signatory_id) == (NoticeKind.QUEUE, sheet.id)


def test_a_wish_is_told_once(session: Session, letter: Letter) -> None:
    sheet = propose(session)
    decided(session, sheet, SignatoryState.APPROVED)
    for hour in range(2):
        proposals.withdraw_wish(session, MEMBER, NOW + timedelta(hours=hour), sheet.id)
    assert len(session.exec(select(Notice)).all()) == 1


def test_the_person_who_signed_leaves_at_once(session: Session, letter: Letter) -> None:
    sheet = proposals.sign(session, MEMBER, NOW, None, signing())
    decided(session, sheet, SignatoryState.APPROVED)
    letter.state = LetterState.ARCHIVED
    left = proposals.withdraw_wish(session, MEMBER, NOW, sheet.id)
    assert left.state is SignatoryState.REMOVED


def test_what_is_not_on_the_list_does_not_leave_it(session: Session, letter: Letter) -> None:
    sheet = propose(session)
    refusal = refused(proposals.withdraw_wish, session, MEMBER, NOW, sheet.id)
    assert (refusal.reason, refusal.values["state"]) == (Reason.NOT_APPROVED, SignatoryState.VOTING)
