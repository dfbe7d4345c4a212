"""Whatever raises: one sentence with a reference for the member, one record for whoever runs the bot, and no more."""

import logging
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cogs import logs
from cogs.kit import post
from cogs.kit.cards import public
from models import country, dossier, due, letter, points, signatory, zone
from models.config import LogFormat
from models.policy import Policy
from models.terms import SignatoryState
from tests.cogs.desk import Desk, a_desk
from tests.cogs.server import newest, seen

pytestmark = pytest.mark.log_errors

TYPED = 'Ana\'s "Secret" Society'
ERRORS: dict[str, Callable[[], Exception]] = {
    "value": lambda: ValueError(f"{TYPED!r} isn't a valid Kind"),
    "key": lambda: KeyError(TYPED),
    "type": lambda: TypeError("'NoneType' object is not iterable"),
    "network": lambda: TimeoutError(),
}
SENTENCE = re.compile(
    r"\s*Something went wrong on my side, and it has been written down\. If it happens again, tell a moderator "
    r"this reference: ([0-9a-f]{8})\.\s*(Correct it)?"
)
each_error = pytest.mark.parametrize("error", ERRORS.values(), ids=ERRORS)
HOUR = 3600


def breaks(monkeypatch: pytest.MonkeyPatch, module: Any, verb: str, error: Callable[[], Exception]) -> None:
    def broken(*_anything: Any, **_more: Any) -> Any:
        raise error()

    monkeypatch.setattr(module, verb, broken)


def reference(caplog: pytest.LogCaptureFixture, where: str) -> str:
    """The reference of the only record, which says where it was and nothing that a member typed."""
    records = [record for record in caplog.get_records("call") if record.levelno >= logging.WARNING]
    assert [record.name for record in records] == ["cogs.kit.door"]
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


@each_error
async def test_an_error_in_a_command_is_told_with_its_reference(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    error: Callable[[], Exception],
) -> None:
    async with a_desk(tmp_path) as desk:
        with monkeypatch.context() as broken:
            breaks(broken, dossier, "search", error)
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
        breaks(monkeypatch, letter, "list_", ERRORS["value"])
        said = await desk.world.ana.context_menu(desk.hall, "Propose as signatory", message)
        assert told(said) == reference(caplog, "/Propose as signatory failed")


@each_error
@pytest.mark.parametrize(("label", "verb"), [("Show it", "show"), ("Cancel it", "cancel")])
async def test_an_error_in_a_button_is_told_and_the_button_still_works(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    error: Callable[[], Exception],
    label: str,
    verb: str,
) -> None:
    async with a_desk(tmp_path) as desk:
        one = await desk.propose(TYPED)
        asked = newest(await desk.world.ben.slash(desk.hall, "signatory cancel", signatory=f"#{one}"))
        with monkeypatch.context() as broken:
            breaks(broken, dossier if verb == "show" else signatory, verb, error)
            said = await desk.world.ben.click(asked, label=label)
        route = "us:1:b:signatory" if verb == "show" else "us:1:b:signatory.cancel-now"
        assert told(said) == reference(caplog, f"{route} failed")
        assert await desk.state(one) is SignatoryState.PROPOSED
        assert "### Ana's" in seen(await desk.world.ben.click(asked, label="Show it"))


@each_error
async def test_an_error_in_a_form_is_told_and_what_was_typed_is_kept(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    error: Callable[[], Exception],
) -> None:
    async with a_desk(tmp_path) as desk:
        opened = await desk.world.ana.slash(desk.hall, "propose", kind="company", country="-")
        with monkeypatch.context() as broken:
            breaks(broken, signatory, "propose", error)
            said = await desk.world.ana.submit_modal(opened, {"name": TYPED})
        assert told(said) == reference(caplog, "us:1:f:propose failed")
        again = await desk.world.ana.click(newest(said), label="Correct it")
        assert again.modal is not None
        [name] = [row["component"]["value"] for row in again.modal["components"][:1]]
        assert name == TYPED
        assert "**Proposed" in seen(await desk.world.ana.submit_modal(again, {"name": TYPED}))


@each_error
@pytest.mark.parametrize(
    ("module", "verb", "command", "option"),
    [
        (letter, "list_", "signatory list", "letter"),
        (dossier, "search", "signatory show", "signatory"),
        (points, "subjects", "letter points", "subject"),
        (country, "search", "propose", "country"),
        (zone, "search", "manage letter extend", "zone"),
    ],
    ids=["letters", "signatories", "subjects", "countries", "zones"],
)
async def test_an_error_in_an_autocomplete_offers_nothing(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    error: Callable[[], Exception],
    module: Any,
    verb: str,
    command: str,
    option: str,
) -> None:
    async with a_desk(tmp_path) as desk:
        breaks(monkeypatch, module, verb, error)
        assert await desk.mo.autocomplete(desk.hall, command, option, TYPED) == []
        reference(caplog, "completing a")


@each_error
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
            broken.setattr(due, "STEPS", (broken_step, *due.STEPS))
            await desk.server.stage.env.advance_time(30)
            reference(caplog, "broken_step) failed")
            assert await desk.state(one) is SignatoryState.UNDECIDED
        two = await desk.propose("Index")
        await desk.server.stage.env.advance_time(HOUR + 1)
        caplog.clear()
        with monkeypatch.context() as broken:
            broken.setattr(due, "STEPS", (broken_step, *due.STEPS[1:]))
            await desk.server.stage.env.advance_time(30)
            reference(caplog, "broken_step) failed")
            assert await desk.state(two) is SignatoryState.VOTING
        await desk.server.stage.sweep()
        assert await desk.state(two) is SignatoryState.UNDECIDED


async def test_after_an_error_in_drawing_a_card_the_card_follows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    async with a_desk(tmp_path, Policy()) as desk:
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
        await late_news(desk)
        with monkeypatch.context() as broken:
            breaks(broken, post, "send", ERRORS["value"])
            await desk.server.stage.env.advance_time(4)
            reference(caplog, "sending a notice failed")
        await desk.server.stage.env.advance_time(HOUR)
        _card, reminder = desk.server.stage.messages(desk.hall)
        assert reminder.content


async def late_news(desk: Desk) -> None:
    """The letter's card stands; the first reminder is due in two seconds."""
    await desk.server.stage.env.advance_time(HOUR - 303)
    await desk.server.set_up(announcements_id=desk.hall.id)
    await desk.server.stage.sweep()
