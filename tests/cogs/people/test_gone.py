"""People who left the server: the bot sees nobody leave, and learns it when it matters."""

from pathlib import Path

import pytest

from models.consents import person_requests
from models.participants import participants
from models.terms import SignatoryState
from tests.cogs.desk import Desk, a_desk
from tests.cogs.people.persons import put_forward
from tests.cogs.server import seen


async def takes_part(desk: Desk) -> bool:
    known = await desk.store.read(participants.me, desk.server.actor(desk.world.ben))
    return known is not None and known.joined_at is not None


async def test_the_person_who_left_does_nothing_with_an_old_message_and_no_longer_takes_part(
    tmp_path: Path,
) -> None:
    async with a_desk(tmp_path) as desk:
        ben = desk.world.ben
        one = await put_forward(desk, "Ben Brook")
        await desk.store.write(person_requests.ask, desk.moderator(), desk.now, one, ben.id)
        await desk.server.stage.tell()
        message = desk.server.stage.messages(ben.user.dm_channel)[-1]
        desk.server.guild.remove_member(ben)
        await desk.server.stage.env.settle()
        assert await takes_part(desk)
        assert "You're no longer in that server" in seen(
            await ben.user.click(message, label="Yes, list my name")
        )
        assert not await takes_part(desk)
        assert await desk.state(one) is SignatoryState.PROPOSED
        assert (await desk.shown(one)).consent is None


@pytest.mark.parametrize("gone", [False, True])
async def test_an_undelivered_message_tells_who_is_gone(tmp_path: Path, gone: bool) -> None:
    async with a_desk(tmp_path) as desk:
        ben, stage = desk.world.ben, desk.server.stage
        path = f"/channels/{ben.user.dm_channel.id}/messages"
        stage.env.inject_error("POST", path, status=403, code=50007, message="-")
        if gone:
            desk.server.guild.remove_member(ben)
            await stage.env.settle()
        one = await put_forward(desk, "Ben Brook")
        await desk.store.write(person_requests.ask, desk.moderator(), desk.now, one, ben.id)
        await stage.tell()
        assert await takes_part(desk) is not gone
