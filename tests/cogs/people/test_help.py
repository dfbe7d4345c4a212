"""Help that fits anyone who asks, and what is stored about them."""

from itertools import product
from pathlib import Path

import pytest

from cogs.ui.cards import help as cards, privacy
from models import translation
from models.operations.retention import Retention
from models.sheets import MemberStatus
from tests import limits
from tests.cogs.people.taking_part import LONG, WORST, known, take_part
from tests.cogs.server import a_server, newest, seen


async def test_anyone_who_manages_a_new_server_is_led_to_setup(tmp_path: Path) -> None:
    async with a_server(tmp_path) as server:
        shown = await server.owner.slash(server.hall, "help")
        assert "/manage" in seen(shown)
        assert "### Setup" in seen(await server.owner.click(newest(shown), label="Set up"))


async def test_a_stranger_is_led_to_the_form_and_reads_only_what_is_theirs(tmp_path: Path) -> None:
    async with a_server(tmp_path) as server:
        role = server.guild.create_role("Member")
        await server.set_up(member_role_id=role.id)
        shown = await server.ana.slash(server.hall, "help")
        said = seen(shown)
        assert f"<@&{role.id}>" in said
        assert "/manage" not in said
        assert "/propose" not in said
        assert (await server.ana.click(newest(shown), label="Take part")).modal is not None


async def test_anyone_who_takes_part_reads_the_members_commands(tmp_path: Path) -> None:
    async with a_server(tmp_path) as server:
        await take_part(server, server.ana)
        said = seen(await server.ana.slash(server.hall, "help"))
        assert "/propose" in said
        assert "/manage" not in said


async def test_anyone_who_manages_the_server_without_moderating_is_told_of_setup(tmp_path: Path) -> None:
    async with a_server(tmp_path) as server:
        role = server.guild.create_role("Moderator")
        await server.set_up(moderator_role_id=role.id)
        said = seen(await server.owner.slash(server.hall, "help"))
        assert "/setup: channels" in said
        assert "/manage" not in said


async def test_privacy_says_that_the_one_line_of_a_message_is_kept_for_a_day_and_promises_no_more_than_there_is(
    tmp_path: Path,
) -> None:
    async with a_server(tmp_path) as server:
        said = seen(await server.ana.slash(server.hall, "privacy about"))
        assert "a single line, I keep that line for 24 hours" in said
        assert "whoever runs this bot" not in said


async def test_privacy_shows_what_is_stored_and_leaving_ends_messages(tmp_path: Path) -> None:
    async with a_server(tmp_path) as server:
        assert "I haven't stored anything you wrote." in seen(
            await server.ana.slash(server.hall, "privacy about")
        )
        await take_part(server, server.ana)
        shown = await server.ana.slash(server.hall, "privacy about")
        assert "Director, Riverlight" in seen(shown)
        left = await server.ana.click(newest(shown), label="Stop taking part")
        assert "You're no longer taking part." in seen(left)
        sheet = await known(server, server.ana)
        assert sheet is not None
        assert sheet.joined_at is None
        again = await server.ana.click(newest(shown), label="Stop taking part")
        assert "You're no longer taking part." in seen(again)


def test_help_in_a_language_that_no_native_speaker_has_read_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    member = MemberStatus(1, True, False, False, True, True, None, None)
    unread = "No native speaker has checked this translation yet."
    assert unread not in limits.text_of(cards.card(member))
    monkeypatch.setattr(translation, "is_unread", lambda: True)
    assert unread in limits.text_of(cards.card(member))


async def test_every_help_stays_inside_discords_limits() -> None:
    big = 2**63 - 1
    for member, moderator, manager, takes_part, set_up in product([True, False], repeat=5):
        limits.check(cards.card(MemberStatus(big, member, moderator, manager, takes_part, set_up, big, big)))
    limits.check(privacy.about(WORST, big, Retention()))
    limits.check(privacy.about(None, big, Retention()))
    assert LONG not in limits.text_of(privacy.about(WORST, big, Retention()))
