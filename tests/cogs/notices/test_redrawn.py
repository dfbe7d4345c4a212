"""Messages that were sent: once the question is answered its buttons are gone, and nobody erased is named any more."""

from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from cogs.ui.cards import answered, notices
from models.consents import person_requests
from models.delivery import redrawing
from models.letters import letters, locks
from models.participants import participants
from models.sheets import LetterChanges, ParticipantAnswers
from models.signatories import allowance
from models.submissions import limits, proposals
from models.terms import NoticeKind
from tests.cogs.desk import Desk, a_desk, texts
from tests.cogs.people.persons import put_forward
from tests.cogs.server import newest, seen


async def asks(desk: Desk, name: str = "eve") -> Any:
    """Somebody without the member role is asking to be let in, and the moderators have heard of it."""
    who = desk.server.add(name)
    await desk.server.set_up(member_role_id=desk.role.id, moderators_id=desk.hall.id)
    answers = ParticipantAnswers("Somewhere", "Director", "", direct_messages=False)
    await desk.store.write(participants.ask, desk.server.actor(who), desk.now, answers)
    await desk.server.stage.tell()
    return who


def notice(desk: Desk, words: str) -> Any:
    """The message in the moderators' channel that says this, as it is now."""
    return next(one for one in desk.server.stage.messages(desk.hall) if words in one.content)


def labels(message: Any) -> list[str]:
    return [line for line in texts(message).splitlines() if line]


@pytest.mark.parametrize(
    ("label", "says"),
    [
        ("Let in", "This person is taking part now."),
        ("Turn down", "This person is no longer asking to be let in."),
    ],
)
async def test_who_asks_is_decided_on_and_the_message_loses_its_buttons(
    tmp_path: Path, label: str, says: str
) -> None:
    async with a_desk(tmp_path) as desk:
        eve = await asks(desk)
        message = notice(desk, f"<@{eve.id}> is asking to be let in")
        assert labels(message) == ["Let in", "Turn down"]
        await desk.mo.click(message, label=label)
        await desk.server.stage.tell()
        message = notice(desk, f"<@{eve.id}> is asking to be let in")
        assert labels(message) == []
        assert message.content.endswith(f"\n-# {says}")


async def test_an_answer_by_any_other_way_takes_the_buttons_too(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        eve = await asks(desk)
        panel = await desk.panel()
        await desk.mo.select(panel, [str(eve.id)], custom_id=desk.menu("admit.chosen"))
        zoe = await asks(desk, "zoe")
        await desk.store.write(participants.leave, desk.server.actor(zoe), desk.now)
        await desk.server.stage.tell()
        for who in (eve, zoe):
            assert labels(notice(desk, f"<@{who.id}> is asking to be let in")) == []


async def test_what_is_not_answered_keeps_its_buttons(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        eve, zoe = await asks(desk), await asks(desk, "zoe")
        await desk.mo.click(notice(desk, f"<@{eve.id}>"), label="Let in")
        await desk.server.stage.tell()
        assert labels(notice(desk, f"<@{zoe.id}> is asking")) == ["Let in", "Turn down"]


async def test_a_message_is_redrawn_after_a_restart_and_an_outage_of_discord(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        eve = await asks(desk)
        stage = desk.server.stage
        path = f"/channels/{desk.hall.id}/messages/*"
        stage.env.inject_error("PATCH", path, status=500, code=0, message="", times=1)
        await desk.mo.click(notice(desk, "is asking to be let in"), label="Let in")
        await stage.tell()
        assert labels(notice(desk, f"<@{eve.id}> is asking")) == ["Let in", "Turn down"]
        await stage.restart()
        await stage.sweep()
        assert labels(notice(desk, f"<@{eve.id}> is asking")) == []


async def test_a_message_that_somebody_deleted_is_not_redrawn_for_ever(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        await asks(desk)
        stage = desk.server.stage
        message = notice(desk, "is asking to be let in")
        stage.env.backend.delete_message(desk.hall.id, message.id)
        await desk.panel()
        eve = next(one.user_id for one in await desk.store.read(participants.asking, desk.moderator()))
        await desk.store.write(participants.turn_down, desk.moderator(), desk.now, eve)
        await stage.tell()
        stage.forget_traffic()
        await stage.tell()
        assert [one for one in stage.env.http_requests if one.method == "PATCH"] == []


async def test_a_lock_that_ended_has_no_button_to_end_it(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        await desk.server.set_up(moderators_id=desk.hall.id)
        letter_id = desk.world.letter.id
        await desk.store.write(locks.lock, desk.moderator(), desk.now, letter_id)
        await desk.server.stage.tell()
        assert "Unlock the letter" in labels(notice(desk, "locked **Keep it safe**"))
        await desk.store.write(locks.unlock, desk.server.manager, desk.now, letter_id)
        await desk.server.stage.tell()
        assert labels(notice(desk, "locked **Keep it safe**")) == ["Who did what"]


async def a_wish(desk: Desk) -> Any:
    """A moderator wants to switch two-person approval off, and the moderators have heard of it."""
    await desk.server.set_up(moderators_id=desk.hall.id)
    letter_id = desk.world.letter.id
    for on in (True, False):
        changes: LetterChanges = {"two_person": on}
        await desk.store.write(letters.edit, desk.moderator(), desk.now, letter_id, changes)
    await desk.server.stage.tell()
    return notice(desk, "wants to change a safety setting")


@pytest.mark.parametrize("way", ["press", "change"])
async def test_a_wish_that_was_confirmed_has_no_button_to_confirm_it(tmp_path: Path, way: str) -> None:
    async with a_desk(tmp_path) as desk:
        wish = await a_wish(desk)
        assert "Confirm the change" in labels(wish)
        if way == "press":
            await desk.ike.click(wish, label="Confirm the change")
        else:
            changes: LetterChanges = {"two_person": False}
            another = replace(desk.moderator(), user_id=99)
            await desk.store.write(letters.edit, another, desk.now, desk.world.letter.id, changes)
        await desk.server.stage.tell()
        wish = notice(desk, "wants to change a safety setting")
        assert "Confirm the change" not in labels(wish)
        assert wish.content.endswith("-# There's nothing left to confirm.")


async def test_a_wish_loses_its_button_after_a_week_and_not_before(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        await a_wish(desk)
        await desk.server.pass_(3600)
        assert "Confirm the change" in labels(notice(desk, "wants to change a safety setting"))
        await desk.server.pass_(7 * 24 * 3600)
        assert "Confirm the change" not in labels(notice(desk, "wants to change a safety setting"))


async def test_a_burst_that_was_stopped_has_no_button_to_stop_it(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        await desk.server.set_up(moderators_id=desk.hall.id)
        for number in range(allowance.BURST + 1):
            await desk.propose(f"Name number {number}")
        await desk.server.stage.tell()
        ben = desk.world.ben.id
        assert "in </review:" in notice(desk, f"<@{ben}> has proposed").content
        await desk.store.write(limits.block, desk.moderator(), desk.now, ben, "Invented names")
        await desk.server.stage.tell()
        message = notice(desk, f"<@{ben}> has proposed")
        assert "Stop this person's proposals" not in labels(message)
        assert "in </review:" in message.content, "commands stay links"
        assert message.content.endswith("-# This person can't propose any more.")


async def test_a_direct_question_that_was_answered_in_mine_has_no_buttons_for_it(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        ben = desk.world.ben
        one = await put_forward(desk, "Ben Hollow")
        await desk.store.write(person_requests.ask, desk.moderator(), desk.now, one, ben.id)
        await desk.server.stage.tell()
        [question] = [
            one for one in desk.server.stage.messages(ben.user.dm_channel) if "Is that you" in one.content
        ]
        assert "Yes, list my name" in labels(question)
        mine = newest(await ben.slash(desk.hall, "mine"))
        assert "I've recorded that you agree" in seen(await ben.click(mine, label="Yes, list my name"))
        await desk.server.stage.tell()
        [question] = [
            one for one in desk.server.stage.messages(ben.user.dm_channel) if "Is that you" in one.content
        ]
        assert labels(question) == ["Read the text", "No, leave it out"], "a no is heard however late"


async def test_after_an_erasure_no_card_or_message_of_the_bot_names_the_person(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        await desk.server.set_up(moderators_id=desk.hall.id, proposals_id=desk.hall.id)
        ana, stage = desk.world.ana, desk.server.stage
        for number in range(allowance.BURST + 1):
            await desk.propose(f"Name number {number}", who=ana)
        signed = await desk.sign("Ana Hollow", ana)
        await desk.store.write(proposals.cancel, desk.server.actor(ana), desk.now, signed)
        await stage.tell()
        await desk.server.pass_(60)

        def named() -> list[str]:
            said = [f"{one.content}\n{texts(one)}" for one in stage.messages(desk.hall)]
            return [one for one in said if f"<@{ana.id}>" in one or "Ana Hollow" in one]

        assert len(named()) > allowance.BURST + 1
        asked = newest(await ana.slash(desk.hall, "privacy erase"))
        await ana.click(asked, label="Delete my data")
        await stage.tell()
        await desk.server.pass_(600)
        assert named() == []
        assert any(
            "someone whose data has since been deleted" in one.content for one in stage.messages(desk.hall)
        )


def test_every_question_has_words_for_its_end() -> None:
    assert set(redrawing._ANSWERED) == {*answered.CLOSING, NoticeKind.ASKED}
    assert "deleted" in str(notices.redrawn(None).content)
