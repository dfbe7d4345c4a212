"""A moderator's account may be in wrong hands: any moderator locks the letter, and everything stops at once."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from cogs.ui.cards import lock as cards
from models.consents import consents
from models.letters import letters, locks, talking_points, texts, window
from models.publishing import handouts, publication, updates
from models.refusal import Reason
from models.review import merging, review
from models.sheets import EntryChanges, LetterChanges, LockSheet, ProposalAnswers
from models.submissions import entries
from models.terms import Kind
from models.views import outreach, working_sheet
from tests import limits
from tests.cogs.coordinator import DAY, manage, published, stored
from tests.cogs.desk import Desk, a_desk, refused
from tests.cogs.server import START, newest, seen

Deed = Callable[[Desk, int, int], Any]


def write(verb: Callable[..., Any], *about: Any, **more: Any) -> Deed:
    """A verb on the letter by Ike, whose account was stolen."""

    def deed(desk: Desk, _on_it: int, _waits: int) -> Any:
        called = partial(verb, **more)
        return desk.store.write(called, desk.moderator(desk.ike), desk.now, desk.world.letter.id, *about)

    return deed


STOPPED: dict[str, Deed] = {
    "edit the letter": write(letters.edit, LetterChanges(title="Another letter")),
    "change the text": write(texts.write, "We ask for the opposite."),
    "write a point": write(talking_points.put, "Costs", "None."),
    "close it": write(window.close_early),
    "give it up": write(window.cancel, "No more"),
    "publish an update": write(updates.publish, "seen"),
    "take the list along": write(handouts.listed),
    "take everything along": lambda desk, *_: desk.store.read(
        working_sheet.take, desk.moderator(desk.ike), desk.now, desk.world.letter.id
    ),
    "take addresses along": lambda desk, *_: desk.store.read(
        outreach.due, desk.moderator(desk.ike), desk.world.letter.id
    ),
    "take one off": lambda desk, on_it, _: desk.store.write(
        entries.remove, desk.moderator(desk.ike), desk.now, on_it, "Why not"
    ),
    "edit one": lambda desk, on_it, _: desk.store.write(
        entries.edit, desk.moderator(desk.ike), desk.now, on_it, EntryChanges(name="Another body")
    ),
    "enter one": write(entries.enter, ProposalAnswers(Kind.ORGANISATION, "Mine", "", "", "I", "E-mail")),
    "say who agreed": lambda desk, _, waits: desk.store.write(
        consents.add, desk.moderator(desk.ike), desk.now, waits, "I", "E-mail"
    ),
    "merge two": lambda desk, on_it, waits: desk.store.write(
        merging.merge, desk.moderator(desk.ike), desk.now, waits, on_it
    ),
}


async def test_under_the_lock_no_moderator_does_anything_to_the_letter(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        on_it, waits = await desk.propose("Harbour Watch"), await desk.propose("Bridge Fund")
        await desk.approve(on_it)
        await published(desk)
        await desk.store.write(locks.lock, desk.moderator(), desk.now, desk.world.letter.id)
        for name, deed in STOPPED.items():
            assert (name, await refused(deed(desk, on_it, waits))) == (name, Reason.LOCKED)


async def test_approvals_and_their_undoing_are_stopped_and_members_go_on(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        on_it, waits = await desk.propose("Harbour Watch"), await desk.propose("Bridge Fund")
        [approved] = await desk.approve(on_it)
        await manage(desk, "lock")
        [answer] = await desk.approve(waits)
        assert answer.refusal is not None
        assert answer.refusal.reason is Reason.LOCKED
        undo = desk.store.write(review.undo, desk.moderator(), desk.now, approved.decision_id or 0)
        assert await refused(undo) is Reason.LOCKED
        await desk.propose("A third")


async def test_a_planned_publication_waits_and_the_close_comes(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        letter_id = desk.world.letter.id
        await desk.store.write(texts.write, desk.moderator(), desk.now, letter_id, "We ask.")
        at = desk.now.replace(hour=20)
        await desk.store.write(publication.publish, desk.moderator(), desk.now, letter_id, at)
        await manage(desk, "lock")
        await desk.server.pass_(3 * DAY)
        sheet = await stored(desk)
        assert (sheet.published_at, sheet.closed_at is None) == (None, False)
        await manage(desk, "unlock", desk.server.owner)
        await desk.server.pass_(60)
        assert (await stored(desk)).published_at is not None


async def test_two_moderators_end_it_or_someone_who_manages_the_server_and_each_step_is_announced(
    tmp_path: Path,
) -> None:
    async with a_desk(tmp_path) as desk:
        await desk.server.set_up(moderators_id=desk.hall.id)
        said = await manage(desk, "lock")
        assert "**The letter is locked.**" in seen(said)
        assert "This letter has been locked since" in seen(await manage(desk, "lock"))
        assert "One more moderator has to agree to unlock the letter." in seen(
            await desk.mo.click(newest(said), label="Unlock the letter")
        )
        assert "You've already asked to unlock this letter." in seen(await manage(desk, "unlock"))
        assert "One more moderator" not in seen(await manage(desk, "unlock", desk.ike))
        await desk.approve(await desk.propose("Harbour Watch"))
        await desk.server.stage.tell()
        heard = [one.content for one in desk.server.stage.messages(desk.hall) if one.content]
        assert [
            any(words in one for one in heard)
            for words in (
                "locked **Keep it safe**",
                "wants to unlock **Keep it safe**",
                "unlocked **Keep it safe**",
            )
        ] == [True, True, True]
        await manage(desk, "lock", desk.server.owner)
        assert "The letter is unlocked." in seen(await manage(desk, "unlock", desk.server.owner))
        acts = await desk.mo.slash(desk.hall, "roster acts")
        assert [
            words in seen(acts) for words in ("letter locked", "asked to unlock the letter", "letter unlocked")
        ] == [True] * 3
        assert "**The letter is locked.**" in seen(await desk.mo.click(newest(acts), label="Lock the letter"))


async def test_who_wanted_it_before_an_earlier_lock_ended_no_longer_counts(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        await manage(desk, "lock")
        await manage(desk, "unlock")
        await manage(desk, "unlock", desk.server.owner)
        await desk.server.pass_(5)
        await manage(desk, "lock")
        assert "One more moderator has to agree" in seen(await manage(desk, "unlock", desk.ike))


def test_the_cards_stay_inside_the_limits() -> None:
    for locked_at, wanted in ((None, False), (START, True), (START, False)):
        limits.check(cards.card(LockSheet(2**63 - 1, 2**31, locked_at, wanted)))


async def test_a_letter_that_is_not_locked_cannot_be_unlocked(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        unlock = desk.store.write(locks.unlock, desk.moderator(), desk.now, desk.world.letter.id)
        assert await refused(unlock) is Reason.UNCHANGED
