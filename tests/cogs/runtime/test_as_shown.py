"""What approves, confirms, declines, merges or imports something carries what was shown: pressed after a change, it
decides nothing. Every route that carries it is played, or named with the test that does."""

import inspect
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from sqlmodel import Session, select

from cogs.ui.packed_ids import Ids
from models.consents import person_requests
from models.database.tables import Signatory
from models.importing import batches
from models.letters import endorsements, texts as text
from models.participants import confirming, participants
from models.refusal import Reason, Refusal
from models.review import queue
from models.sheets import Actor, BatchAnswers, EntryChanges, ParticipantAnswers, ProposalAnswers
from models.sheets.batches import Given
from models.signatories import shown
from models.submissions import entries, proposals
from models.terms import Kind, TextChange
from tests.cogs.answers import read, stored
from tests.cogs.desk import Desk, a_desk
from tests.cogs.routes import FORMS, PRESSES

CARRIES = {"digest", "version_id", "since"}
ELSEWHERE = {
    "acts.take-back": "`since` is from when on acts are listed",
    "confirm.listed": "tests/models/participants/test_confirming.py",
    "import.store": "tests/models/importing/test_batches.py",
    "text.confirm": "tests/models/consents/test_person_requests.py",
}
"""Routes that show in another way, and where."""
TOLD = {"preset": "fit", "told": "Because", "note": "", "reason": "We must"}
SIGNS: dict[str, Any] = {"name": "River Union", "authorised": True, "kind": "organisation"}
CONSENT = {"authorised_by": "Its board", "evidence": "E-mail"}
OUTDATED = {Reason.OUTDATED, Reason.READY_CHANGED, Reason.TEXT_CHANGED, Reason.NOTHING_WAITS}
"""How anyone who presses an old card is refused."""
DRAWN_ANEW = ("This changed after you saw it", "changed")
"""What is on a card that is drawn again instead."""


@dataclass
class Drawn:
    """What is on the cards before the change."""

    desk: Desk
    one: int
    other: int
    person: int
    batch: int
    seen: dict[int, str]
    since: int
    ready: str
    claims: str
    version: int

    def moderator(self) -> Actor:
        return self.desk.moderator(self.desk.ike)

    def named(self) -> Actor:
        return self.desk.server.actor(self.desk.world.ana)


async def drawn(desk: Desk) -> Drawn:
    """A name that waits, another like it, a person who was asked, a list, and somebody's own organisation."""
    store, now, letter_id = desk.store, desk.now, desk.world.letter.id
    mo, ben, ana = desk.moderator(), desk.server.actor(desk.world.ben), desk.server.actor(desk.world.ana)
    await store.write(text.write, mo, now, letter_id, "We ask for one thing.")
    answers = ParticipantAnswers("Shore Union", "Director", "", direct_messages=False)
    await store.write(participants.take_part, ana, now, answers)
    one, other = await desk.propose("Larkspur Foundation"), await desk.propose("Larkspur Fund")
    asked = ProposalAnswers(Kind.INDIVIDUAL, "Ana Brook")
    person = (await store.write(proposals.propose, ben, now, letter_id, asked)).id
    await store.write(person_requests.ask, ben, now, person, ana.user_id)
    listed = BatchAnswers(
        (Given(1, "Quay Press", Kind.ORGANISATION),), "list.csv", "1", True, "The form", "Its answers", True
    )

    def more(session: Session) -> Drawn:
        preview = batches.preview(session, mo, now, letter_id, listed)
        written = batches.prepare(session, mo, now, letter_id, listed, preview.digest)
        batch = batches.store(session, mo, now, letter_id, listed, written).id
        ready = queue.queue(session, desk.moderator(desk.ike), letter_id)
        seen = {row.id: shown.of(session, row) for row in session.exec(select(Signatory))}
        claims = confirming.claims(session, desk.moderator(desk.ike)).digest
        version = endorsements.newest(session, letter_id)
        return Drawn(desk, one, other, person, batch, seen, ready.since, ready.digest, claims, version)

    return await store.write(more)


async def change(of: Drawn) -> None:
    """Each of them becomes another: a country, the text, an organisation of a member."""
    desk, mo = of.desk, of.desk.moderator()
    for one in (of.one, of.other, of.person):
        await desk.store.write(entries.edit, mo, desk.now, one, EntryChanges(country="France"))
    await desk.store.write(
        text.write, mo, desk.now, desk.world.letter.id, "We ask for two.", "en", TextChange.SUBSTANCE
    )
    answers = ParticipantAnswers("River Union", "Director", "", direct_messages=False)
    await desk.store.write(participants.take_part, of.named(), desk.now, answers)


async def answered(press: Awaitable[Any]) -> Any:
    """What is answered, or the reason for which it is refused."""
    try:
        return await press
    except Refusal as refusal:
        return refusal.reason


def press(route: str, *about: Any) -> Callable[[Drawn], Awaitable[Any]]:
    """By a moderator, with arguments that are made of what was drawn."""
    return lambda of: of.desk.hand_in(route, of.moderator(), *(one(of) for one in about))


def form(route: str, answers: dict[str, Any], *about: Any) -> Callable[[Drawn], Awaitable[Any]]:
    return lambda of: of.desk.hand_in_form(route, of.moderator(), answers, *(one(of) for one in about))


def letter_id(of: Drawn) -> int:
    return of.desk.world.letter.id


ONE = (letter_id, lambda of: Ids((of.one,)), lambda of: of.seen[of.one])
PLAYED: dict[str, Callable[[Drawn], Awaitable[Any]]] = {
    "review.approve": press("review.approve", *ONE),
    "review.approve-ready": press(
        "review.approve-ready", letter_id, lambda of: Ids((of.since,)), lambda of: of.ready
    ),
    "import.approve": press("import.approve", lambda of: of.batch, lambda of: of.since),
    "confirm.shown": press("confirm.shown", lambda of: of.claims),
    "lookalike.merge-now": press(
        "lookalike.merge-now",
        lambda of: of.one,
        lambda of: of.other,
        lambda of: shown.together([of.seen[of.one], of.seen[of.other]]),
    ),
    "person.confirm": lambda of: of.desk.hand_in("person.confirm", of.named(), of.person, of.seen[of.person]),
    "decline": form("decline", TOLD, *ONE),
    "hold": form("hold", TOLD, *ONE),
    "override": form("override", TOLD, *ONE),
    "consent": form("consent", CONSENT, lambda of: of.one, lambda of: of.seen[of.one]),
    "sign-organisation": lambda of: of.desk.hand_in_form(
        "sign-organisation", of.named(), SIGNS, letter_id(of), of.version
    ),
    "sign-myself": lambda of: of.desk.hand_in_form("sign-myself", of.named(), SIGNS, letter_id(of), of.version),
}
OPENS_A_FORM = {"review.override": "override", "review.hold": "hold", "review.decline": "decline"}
"""Presses that only open a form, which carries the same."""


def test_every_route_that_carries_what_was_shown_is_played() -> None:
    carrying = {
        name
        for routes in (PRESSES, FORMS)
        for name, route in routes.items()
        if CARRIES & set(inspect.signature(route.handler).parameters)
    }
    assert carrying == {*PLAYED, *ELSEWHERE, *OPENS_A_FORM}
    assert {*OPENS_A_FORM.values()} <= {*PLAYED}


async def test_a_card_that_was_drawn_before_a_change_decides_nothing(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        of = await drawn(desk)
        await change(of)
        before = await desk.store.read(stored)
        for name, play in PLAYED.items():
            said = await answered(play(of))
            assert said in OUTDATED or any(words in read(said) for words in DRAWN_ANEW), (name, read(said))
            assert await desk.store.read(stored) == before, name


@pytest.mark.parametrize("name", PLAYED)
async def test_the_same_card_decides_where_nothing_changed(tmp_path: Path, name: str) -> None:
    async with a_desk(tmp_path) as desk:
        of = await drawn(desk)
        before = await desk.store.read(stored)
        await PLAYED[name](of)
        assert await desk.store.read(stored) != before
