"""Whatever raises: one sentence with a reference for the member, one record for the host, and no more."""

import logging
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from cli import logs
from cogs.runtime import messages
from cogs.ui.cards import public
from models.geography import countries, time_zones
from models.letters import letters, talking_points
from models.log_records import LogFormat
from models.operations import due_work
from models.rules.voting_policy import Policy
from models.submissions import proposals
from models.terms import LetterState, SignatoryState
from models.views import my_tasks, signatory_detail
from tests.cogs.coordinator import manage, stored
from tests.cogs.desk import Desk, a_desk
from tests.cogs.server import menu, newest, seen
from tests.cogs.vote import a_vote
from tests.sheets import vote_of

pytestmark = pytest.mark.log_errors

TYPED = 'Ana\'s "Secret" Society'
ERRORS: dict[str, Callable[[], Exception]] = {
    "value": lambda: ValueError(f"{TYPED!r} isn't a valid Kind"),
    "key": lambda: KeyError(TYPED),
    "type": lambda: TypeError("'NoneType' object is not iterable"),
    "network": lambda: TimeoutError(),
}
SENTENCE = re.compile(
    r"\s*Something went wrong on my side, and I've logged it\. If it happens again, give a moderator "
    r"this reference: ([0-9a-f]{8})\.\s*(Correct what I typed)?"
)
HOUR = 3600


def each_error(caplog: pytest.LogCaptureFixture) -> Iterator[Callable[[], Exception]]:
    """One error after the other, and nothing is written yet about this one."""
    for error in ERRORS.values():
        caplog.clear()
        yield error


def breaks(monkeypatch: pytest.MonkeyPatch, module: Any, verb: str, error: Callable[[], Exception]) -> None:
    def broken(*_anything: Any, **_more: Any) -> Any:
        raise error()

    monkeypatch.setattr(module, verb, broken)


def reference(caplog: pytest.LogCaptureFixture, where: str) -> str:
    """The reference of the only record, which says where it was and nothing that a member typed."""
    records = [record for record in caplog.get_records("call") if record.levelno >= logging.WARNING]
    assert [record.name for record in records] == ["cogs.runtime.errors"]
    for form in LogFormat:
        written = logs.formatter(form).format(records[0])
        assert where in written
        assert "Traceback" in written
        assert not any(word in written for word in ("Secret", "Society", "Ana"))
    found = re.match(r"\[([0-9a-f]{8})\] ", records[0].getMessage())
    assert found is not None
    return found[1]


def told(result: Any) -> str:
    """The reference in the one sentence that the member reads."""
    sentence = SENTENCE.fullmatch(seen(result))
    assert sentence is not None, seen(result)
    return sentence[1]


async def test_an_error_in_a_command_is_told_with_its_reference(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    async with a_desk(tmp_path) as desk:
        for error in each_error(caplog):
            with monkeypatch.context() as broken:
                breaks(broken, signatory_detail, "search", error)
                said = await desk.world.ana.slash(desk.hall, "signatory show", signatory=TYPED)
            assert told(said) == reference(caplog, "/signatory show failed")
        one = await desk.propose("Riverlight")
        shown = seen(await desk.world.ana.slash(desk.hall, "signatory show", signatory=f"#{one}"))
        assert "### Riverlight" in shown


async def test_an_error_in_the_menu_of_a_message_is_told_with_its_reference(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    async with a_desk(tmp_path) as desk:
        message = await desk.world.ben.send(desk.hall, TYPED)
        breaks(monkeypatch, letters, "list_", ERRORS["value"])
        said = await desk.world.ana.context_menu(desk.hall, "Propose as signatory", message)
        assert told(said) == reference(caplog, "/Propose as signatory failed")


@pytest.mark.parametrize(("label", "verb"), [("Show the name", "show"), ("Cancel the proposal", "cancel")])
async def test_an_error_in_a_button_is_told_and_the_button_still_works(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, label: str, verb: str
) -> None:
    async with a_desk(tmp_path) as desk:
        one = await desk.propose(TYPED)
        for error in each_error(caplog):
            asked = newest(await desk.world.ben.slash(desk.hall, "signatory cancel", signatory=f"#{one}"))
            with monkeypatch.context() as broken:
                breaks(broken, signatory_detail if verb == "show" else proposals, verb, error)
                said = await desk.world.ben.click(asked, label=label)
            route = "us:1:b:signatory" if verb == "show" else "us:1:b:signatory.cancel-now"
            assert told(said) == reference(caplog, f"{route} failed")
            assert await desk.state(one) is SignatoryState.PROPOSED
            assert "### Ana's" in seen(await desk.world.ben.click(asked, label="Show the name"))


async def test_an_error_in_a_form_is_told_and_what_was_typed_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    async with a_desk(tmp_path) as desk:
        for number, error in enumerate(each_error(caplog)):
            typed = f"{TYPED} {number}"
            opened = await desk.world.ana.slash(desk.hall, "propose", kind="company", country="-")
            with monkeypatch.context() as broken:
                breaks(broken, proposals, "propose", error)
                said = await desk.world.ana.submit_modal(opened, {"name": typed})
            assert told(said) == reference(caplog, "us:1:f:propose failed")
            again = await desk.world.ana.click(newest(said), label="Correct what I typed")
            assert again.modal is not None
            [name] = [row["component"]["value"] for row in again.modal["components"][:1]]
            assert name == typed
            assert "**Proposed" in seen(await desk.world.ana.submit_modal(again, {"name": typed}))


async def test_an_error_in_an_autocomplete_offers_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    async with a_desk(tmp_path) as desk:
        for module, verb, command, option in (
            (letters, "list_", "signatory list", "letter"),
            (signatory_detail, "search", "signatory show", "signatory"),
            (talking_points, "subjects", "letter points", "subject"),
            (countries, "search", "propose", "country"),
            (time_zones, "search", "manage letter extend", "zone"),
        ):
            for error in each_error(caplog):
                with monkeypatch.context() as broken:
                    breaks(broken, module, verb, error)
                    assert await desk.mo.autocomplete(desk.hall, command, option, TYPED) == [], command
                reference(caplog, "completing a")


@pytest.mark.parametrize("error", [ERRORS["value"], ERRORS["network"]], ids=["value", "network"])
async def test_what_is_due_and_fails_follows_and_stops_nothing_else(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    error: Callable[[], Exception],
) -> None:
    def broken_step(*_anything: Any) -> None:
        raise error()

    async with a_desk(tmp_path, Policy(hours=1)) as desk:
        one = await desk.propose(TYPED)
        await desk.server.stage.env.advance_time(HOUR + 1)
        with monkeypatch.context() as broken:
            broken.setattr(due_work, "STEPS", (broken_step, *due_work.STEPS))
            await desk.server.stage.env.advance_time(30)
            reference(caplog, "broken_step) failed")
            assert await desk.state(one) is SignatoryState.UNDECIDED
        two = await desk.propose("Index")
        await desk.server.stage.env.advance_time(HOUR + 1)
        caplog.clear()
        with monkeypatch.context() as broken:
            broken.setattr(due_work, "STEPS", (broken_step, *due_work.STEPS[1:]))
            await desk.server.stage.env.advance_time(30)
            reference(caplog, "broken_step) failed")
            assert await desk.state(two) is SignatoryState.VOTING
        await desk.server.stage.sweep()
        assert await desk.state(two) is SignatoryState.UNDECIDED


async def test_after_an_error_in_drawing_a_card_the_card_follows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    async with a_desk(tmp_path, Policy()) as desk:
        desk.server.stage.rest.lead = 0.0  # one try: the next comes after a rest
        await desk.server.set_up(proposals_id=desk.hall.id)
        with monkeypatch.context() as broken:
            breaks(broken, public, "card", ERRORS["value"])
            await desk.propose(TYPED)
            await desk.server.stage.sweep()
            reference(caplog, "drawing a card failed")
        await desk.server.stage.sweep()
        assert len(desk.server.stage.messages(desk.hall)) == 1


async def test_after_an_error_in_sending_a_notice_it_follows_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    async with a_desk(tmp_path) as desk:
        desk.server.stage.rest.lead = 0.0  # what is due in two seconds is not due yet
        await late_news(desk)
        with monkeypatch.context() as broken:
            breaks(broken, messages, "send", ERRORS["value"])
            await desk.server.stage.env.advance_time(4)
            reference(caplog, "sending a notice failed")
        await desk.server.stage.env.advance_time(HOUR)
        said = [message.content for message in desk.server.stage.messages(desk.hall)]
        assert sum("** closes " in one for one in said) == 1


async def late_news(desk: Desk) -> None:
    """The letter's card stands; the first reminder is due in two seconds."""
    await desk.server.stage.env.advance_time(HOUR - 303)
    await desk.server.set_up(announcements_id=desk.hall.id)
    await desk.server.stage.sweep()


async def test_what_is_stored_is_never_told_as_failed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    async with a_vote(tmp_path) as world:
        member = world.voters[0]
        card = newest(await member.slash(world.proposals, "mine"))
        breaks(
            monkeypatch, my_tasks, "mine", ERRORS["network"]
        )  # what is read to draw the card, after the commit
        said = seen(await member.click(card, custom_id=menu(card, "mine.vote")["custom_id"]))
        assert "I've saved that, but something went wrong on my side" in said
        assert vote_of(await world.stored()).voted == 1
    caplog.clear()


async def test_what_is_only_asked_back_is_not_told_as_stored(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with a_desk(tmp_path) as desk:
        desk.server.stage.env.inject_error(
            "POST", "/interactions/*/*/callback", status=400, code=50035, times=1
        )
        assert SENTENCE.search(seen(await manage(desk, "cancel", reason="No more")))
        assert (await stored(desk)).state is LetterState.OPEN
    caplog.clear()
