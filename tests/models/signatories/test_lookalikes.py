"""Look-alikes on a letter: found when a name comes in, shown to anyone who reviews, settled by a moderator for good."""

import pytest
from sqlmodel import Session

from models.database.tables import Letter
from models.names import similarity
from models.participants import organisations
from models.refusal import Reason
from models.review import queue
from models.sheets import EntryChanges, ProposalSheet, Why
from models.signatories import lookalikes
from models.submissions import entries, proposals
from models.terms import Kind, Like, SignatoryState
from models.views import signatory_detail
from tests.conftest import NOW
from tests.models import makers
from tests.models.makers import agreed, answers, refused
from tests.models.naming import MEMBER, MODERATOR, decided, propose


def seen(sheet: ProposalSheet) -> list[tuple[str, Like]]:
    return [(one.name, one.like) for one in sheet.lookalikes]


def test_anyone_who_proposes_is_told_what_it_looks_like(session: Session, letter: Letter) -> None:
    propose(session, "Harbour Watch (HAW)")
    assert seen(propose(session, "Harbour Watch")) == [("Harbour Watch (HAW)", Like.SPELLING)]


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Network One (Kenya)", ""),
        ("NETWORK ONE [Kenya]", "Kenya"),
        ("Network One, Kenya", ""),
        ("Network One – Kenia", ""),
        ("Kenya: Network One", ""),
        ("Network One (Кенія)", ""),
        ("Network One (Kenya) Ltd", "KE"),
        ("Netwrok One (KE)", ""),
    ],
)
def test_the_country_beside_a_name_is_that_of_its_own_field(
    session: Session, letter: Letter, name: str, country: str
) -> None:
    propose(session, "Network One", country="Kenya")
    [(_, like)] = seen(propose(session, name, country=country))
    assert like in similarity.STRONG


def test_the_country_beside_a_persons_name_is_too(session: Session, letter: Letter) -> None:
    propose(session, "Ada Quill (Kenya)", kind=Kind.INDIVIDUAL)
    assert seen(propose(session, "Ada Quill", kind=Kind.INDIVIDUAL, country="Kenya")) == [
        ("Ada Quill (Kenya)", Like.PERSON)
    ]


@pytest.mark.parametrize(
    ("name", "country"),
    [("Network One (Uganda)", ""), ("Network One (Kenya)", "Uganda"), ("Network One, Uganda", "")],
)
def test_another_place_is_another_branch(session: Session, letter: Letter, name: str, country: str) -> None:
    propose(session, "Network One", country="Kenya")
    assert {like for _, like in seen(propose(session, name, country=country))} <= {Like.PLACE}


def test_a_country_that_is_said_later_is_looked_for_again(session: Session, letter: Letter) -> None:
    propose(session, "Network One (Kenya)")
    row = entries.enter(session, MODERATOR, NOW, letter.id, agreed("Network One"))
    edited = entries.edit(session, MODERATOR, NOW, row.id, EntryChanges(country="Kenya"))
    assert seen(edited) == [("Network One (Kenya)", Like.SAME)]


def test_one_that_ended_is_no_look_alike(session: Session, letter: Letter) -> None:
    decided(session, propose(session, "Harbour Watch (HAW)"), SignatoryState.DECLINED)
    assert seen(propose(session, "Harbour Watch")) == []


def test_on_another_letter_it_is_no_look_alike(session: Session, letter: Letter) -> None:
    propose(session, "Harbour Watch (HAW)")
    other = makers.letter(session)
    assert seen(proposals.propose(session, MEMBER, NOW, other.id, answers("Harbour Watch"))) == []


def test_both_of_a_pair_are_to_be_looked_at(session: Session, letter: Letter) -> None:
    for name in ("Harbour Watch Ltd", "Harbour Watch"):
        entries.enter(session, MODERATOR, NOW, None, makers.agreed(name))
    sheet = queue.queue(session, makers.moderator(9))
    assert [item.why for item in sheet.items] == [(Why.LOOKS_ALIKE,)] * 2


def test_a_doubtful_name_needs_a_look(session: Session, letter: Letter) -> None:
    entries.enter(session, MODERATOR, NOW, None, makers.agreed("n/a"))
    [item] = queue.queue(session, makers.moderator(9)).items
    assert item.why == (Why.DOUBTFUL,)


def test_different_ends_the_warning_for_good(session: Session, letter: Letter) -> None:
    one, other = propose(session, "Harbour Watch Ltd"), propose(session, "Harbour Watch")
    lookalikes.judge(session, MODERATOR, NOW, other.id, one.id, same=False)
    assert lookalikes.noted(session, [one.id, other.id]) == {}
    second = makers.letter(session)
    for name in ("Harbour Watch", "Harbour Watch Ltd"):
        assert seen(proposals.propose(session, MEMBER, NOW, second.id, answers(name))) == []


def test_same_is_remembered_though_nothing_of_the_names_is_alike(session: Session, letter: Letter) -> None:
    one, other = propose(session, "Amigos del Río"), propose(session, "Stream Friends")
    lookalikes.judge(session, MODERATOR, NOW, other.id, one.id, same=True)
    second = makers.letter(session)
    proposals.propose(session, MEMBER, NOW, second.id, answers("Amigos del Río"))
    again = proposals.propose(session, MEMBER, NOW, second.id, answers("Stream Friends"))
    assert seen(again) == [("Amigos del Río", Like.MARKED)]


def test_a_later_word_replaces_an_earlier_one(session: Session, letter: Letter) -> None:
    one, other = propose(session, "Harbour Watch Ltd"), propose(session, "Harbour Watch")
    lookalikes.judge(session, MODERATOR, NOW, one.id, other.id, same=True)
    lookalikes.judge(session, MODERATOR, NOW, other.id, one.id, same=False)
    assert organisations.judgements(session, letter.guild_id, "harbourwatch") == {"harbourwatchltd": False}


def test_only_a_moderator_says_so_and_only_of_names_of_this_server(session: Session, letter: Letter) -> None:
    one, other = propose(session, "Harbour Watch Ltd"), propose(session, "Harbour Watch")
    refusal = refused(lookalikes.judge, session, MEMBER, NOW, one.id, other.id, same=False)
    assert refusal.reason is Reason.MODERATORS_ONLY
    for pair in ((one.id, one.id), (one.id, 999)):
        assert refused(lookalikes.judge, session, MODERATOR, NOW, *pair, same=True).reason is Reason.NOT_FOUND


def test_another_name_is_looked_for_again(session: Session, letter: Letter) -> None:
    propose(session, "Harbour Watch")
    row = entries.enter(session, MODERATOR, NOW, letter.id, agreed("Mountain Fund"))
    edited = entries.edit(session, MODERATOR, NOW, row.id, EntryChanges(name="Harbour Watch Ltd"))
    assert seen(edited) == [("Harbour Watch", Like.LEGAL_FORM)]
    edited = entries.edit(session, MODERATOR, NOW, row.id, EntryChanges(name="Mountain Fund"))
    assert seen(edited) == []


def test_an_alias_is_looked_for_and_found_but_never_printed(session: Session, letter: Letter) -> None:
    row = propose(session, "Réseau des femmes")
    edited = entries.edit(
        session, MODERATOR, NOW, row.id, EntryChanges(aliases="FEMNET\n Women's  Network \n\n")
    )
    assert (edited.name, edited.aliases) == ("Réseau des femmes", ("FEMNET", "Women's Network"))
    assert seen(propose(session, "Women's Network Ltd")) == [("Réseau des femmes", Like.LEGAL_FORM)]
    assert [one.id for one in signatory_detail.search(session, MODERATOR, None, "femnet")] == [row.id]


@pytest.mark.parametrize(
    ("typed", "reason"),
    [("\n".join(map(str, range(11))), Reason.TOO_MANY_ALIASES), ("a@b.example", Reason.ADDRESS_IN_NAME)],
)
def test_aliases_are_few_and_are_names(session: Session, letter: Letter, typed: str, reason: Reason) -> None:
    row = propose(session, "Réseau des femmes")
    assert refused(entries.edit, session, MODERATOR, NOW, row.id, EntryChanges(aliases=typed)).reason is reason


def test_a_person_never_looks_like_an_organisation(session: Session, letter: Letter) -> None:
    propose(session, "Ann Lee Ltd")
    assert seen(propose(session, "Ann Lee", kind=Kind.INDIVIDUAL)) == []
