"""One signatory with its history, and who may see what of it."""

from collections.abc import Callable
from functools import partial

import pytest
from sqlmodel import Session

from models.consents import consents
from models.database.tables import Letter, Signatory, TextVersion
from models.names.cleaning import sort_key
from models.refusal import Reason
from models.review import review
from models.rules.voting_policy import Policy
from models.sheets import Actor, NamedVote, ProposalAnswers, SignatorySheet
from models.submissions import proposals
from models.terms import Choice, Kind, SignatoryState
from models.views import signatory_detail
from models.voting import ballots, votes
from tests.conftest import GUILD, NOW
from tests.models import makers
from tests.models.makers import refused

S = SignatoryState
PROPOSER, READER, MODERATOR, OUTSIDER = (
    makers.member(2),
    makers.member(4),
    makers.moderator(3),
    makers.member(9),
)


@pytest.fixture
def proposed(session: Session, letter: Letter) -> int:
    answers = ProposalAnswers(Kind.ORGANISATION, "Example", authorised_by="Ann Other", evidence="E-mail")
    return proposals.propose(session, PROPOSER, NOW, letter.id, answers).id


def show(session: Session, actor: Actor, signatory_id: int) -> SignatorySheet:
    return signatory_detail.show(session, actor, signatory_id)


def found(session: Session, actor: Actor, text: str, letter_id: int | None = None) -> list[str]:
    return [choice.name for choice in signatory_detail.search(session, actor, letter_id, text)]


def test_moderators_see_everything(session: Session, proposed: int) -> None:
    review.hold(session, MODERATOR, NOW, [proposed], "Please wait", "Asked the board")
    sheet = show(session, MODERATOR, proposed)
    assert [line.act for line in sheet.history] == [
        "proposed",
        "consent recorded",
        "vote opened",
        "undecided",
        "hold",
    ]
    assert sheet.history[-1].actor_id == 3
    assert sheet.history[-1].facts["note"] == "Asked the board"
    assert sheet.consent is not None
    assert (sheet.told, sheet.moderates) == ("Please wait", True)


def test_others_see_no_note_no_reason_no_evidence_and_not_who_decided(session: Session, proposed: int) -> None:
    review.hold(session, MODERATOR, NOW, [proposed], "Please wait", "Asked the board")
    sheet = show(session, READER, proposed)
    assert {line.actor_id for line in sheet.history} == {None}
    assert not {"note", "told", "evidence", "authorised_by"} & {
        name for line in sheet.history for name in line.facts
    }
    assert (sheet.consent, sheet.told, sheet.moderates) == (None, "", False)


def test_the_proposer_sees_the_own_consent_and_what_was_told(session: Session, proposed: int) -> None:
    review.hold(session, MODERATOR, NOW, [proposed], "Please wait")
    sheet = show(session, PROPOSER, proposed)
    assert sheet.consent is not None
    assert sheet.told == "Please wait"


def test_what_the_reader_may_do(session: Session, letter: Letter, proposed: int) -> None:
    def may(actor: Actor) -> tuple[bool, ...]:
        sheet = show(session, actor, proposed)
        return sheet.may_cancel, sheet.may_correct, sheet.may_add_consent, sheet.may_withdraw

    assert may(PROPOSER) == (True, True, True, False)
    assert may(READER) == (False, False, False, False)
    assert may(MODERATOR) == (False, False, True, False)
    session.get_one(Signatory, proposed).state = S.APPROVED
    assert may(PROPOSER) == (False, False, False, True)


def test_before_publication_outsiders_do_not_hear_that_it_exists(session: Session, letter: Letter) -> None:
    row = makers.signatory(session, letter, "Example")
    for signatory_id in (row.id, row.id + 99):
        refusal = refused(show, session, OUTSIDER, signatory_id)
        assert (refusal.reason, refusal.values) == (Reason.NOT_FOUND, {})


def test_after_publication_outsiders_see_who_is_on_the_list_and_nobody_else(
    session: Session, letter: Letter, proposed: int
) -> None:
    letter.published_at = NOW
    listed = makers.signatory(session, letter, "Listed")
    assert show(session, OUTSIDER, listed.id).proposal.name == "Listed"
    assert refused(show, session, OUTSIDER, proposed).reason is Reason.NOT_FOUND


def test_one_of_another_server_is_not_found(session: Session, letter: Letter) -> None:
    row = makers.signatory(session, letter, "Example", guild_id=GUILD + 1)
    assert refused(show, session, MODERATOR, row.id).reason is Reason.NOT_FOUND


def test_a_named_vote_is_shown_once_it_has_ended(session: Session, letter: Letter) -> None:
    row = makers.proposal(session, letter, "Example", policy=Policy(secret=False))
    ballots.cast(session, READER, NOW, row.id, Choice.AGAINST, 1, "Too soon")
    assert show(session, PROPOSER, row.id).votes == ()
    votes.end(session, row, NOW)
    assert show(session, PROPOSER, row.id).votes == (NamedVote(4, Choice.AGAINST, "Too soon"),)


def test_a_secret_vote_is_never_shown(session: Session, proposed: int) -> None:
    ballots.cast(session, READER, NOW, proposed, Choice.AGAINST, 1)
    assert show(session, MODERATOR, proposed).votes == ()
    votes.end(session, session.get_one(Signatory, proposed), NOW)
    assert show(session, MODERATOR, proposed).votes == ()


def test_it_names_the_wording_that_it_endorses(session: Session, letter: Letter) -> None:
    text = TextVersion(letter_id=letter.id, number=1, body="Dear", digest="abc", created_by=1, created_at=NOW)
    session.add(text)
    session.flush()
    row = makers.signatory(session, letter, "Example", text_version_id=text.id)
    assert show(session, MODERATOR, row.id).text_number == 1


def test_search_finds_what_begins_with_the_text_before_what_holds_it(session: Session, letter: Letter) -> None:
    for name in ("Big Access", "Access Now", "Zebra"):
        makers.signatory(session, letter, name)
    assert found(session, READER, "ACC") == ["Access Now", "Big Access"]
    assert found(session, READER, "") == ["Access Now", "Big Access", "Zebra"]
    assert found(session, READER, "%") == []


def test_search_goes_over_all_letters_or_one(session: Session, letter: Letter) -> None:
    other = makers.letter(session)
    makers.signatory(session, letter, "One")
    makers.signatory(session, other, "Two")
    assert found(session, READER, "") == ["One", "Two"]
    assert found(session, READER, "", other.id) == ["Two"]


def test_outsiders_find_only_who_is_on_a_published_list(session: Session, letter: Letter) -> None:
    makers.signatory(session, letter, "Listed")
    makers.proposal(session, letter, "Proposed")
    assert found(session, OUTSIDER, "") == []
    letter.published_at = NOW
    assert found(session, OUTSIDER, "") == ["Listed"]


def test_search_offers_at_most_as_many_as_asked_for(session: Session, letter: Letter) -> None:
    for number in range(30):
        makers.signatory(session, letter, f"Example {number}")
    assert len(signatory_detail.search(session, READER, None, "example")) == 25


@pytest.mark.parametrize("typed", ["ФБК", "фбк", "åke", "Ligue"])
def test_search_finds_an_acronym_in_any_alphabet(session: Session, letter: Letter, typed: str) -> None:
    makers.signatory(session, letter, "Example", aliases=["ФБК", "ÅKE", "Ligue d'été"])
    makers.signatory(session, letter, "Another", aliases=["Ёж"])
    assert [found.name for found in signatory_detail.search(session, MODERATOR, letter.id, typed)] == [
        "Example"
    ]


@pytest.mark.parametrize("typed", ["Ñandú Org", "ñandú", "nandu", "ÑANDÚ O", "!!!", "ORGA Übung"])
def test_search_finds_a_name_as_it_is_printed(session: Session, letter: Letter, typed: str) -> None:
    for name in ("Ñandú Org", "ORGA Übung", "!!!"):
        makers.signatory(session, letter, name, sort_key=sort_key(Kind.ORGANISATION, name))
    [found] = signatory_detail.search(session, MODERATOR, letter.id, typed)
    assert typed.casefold() in found.name.casefold() or typed == "nandu"


@pytest.mark.parametrize("typed", ["ａｂｃ", "ＡＢＣ"])
def test_search_takes_full_width_letters_for_the_plain_ones(
    session: Session, letter: Letter, typed: str
) -> None:
    for name in ("Abc Trust", "ＡＢＣ Union", "Other"):
        makers.signatory(session, letter, name, sort_key=sort_key(Kind.ORGANISATION, name))
    assert found(session, MODERATOR, typed) == ["Abc Trust", "ＡＢＣ Union"]


def test_after_publication_no_act_tells_strangers_used_ids_from_unused_ones(
    session: Session, letter: Letter, proposed: int
) -> None:
    letter.published_at = NOW
    acts: tuple[Callable[[int], object], ...] = (
        partial(proposals.cancel, session, OUTSIDER, NOW),
        partial(proposals.check_leave, session, OUTSIDER, NOW),
        partial(proposals.check_correct, session, OUTSIDER),
        partial(consents.check_add, session, OUTSIDER),
        partial(show, session, OUTSIDER),
    )
    for signatory_id in (proposed, proposed + 99):
        for act in acts:
            refusal = makers.refused(act, signatory_id)
            assert (refusal.reason, refusal.values) == (Reason.NOT_FOUND, {})
