"""Commands in what the bot posts in a server can be pressed; elsewhere they are names."""

import re
from pathlib import Path

from cogs.ui import words
from cogs.ui.command_links import CommandLinks
from cogs.ui.layout import Press, lay_out, plain
from tests import limits
from tests.cogs.coordinator import DAY
from tests.cogs.desk import a_desk, parts
from tests.cogs.server import a_server, newest

LINKS = CommandLinks(["review", "manage letter text", "manage letter"], {"review": 2**63 - 1, "manage": 7})


def linked(text: str) -> str:
    return LINKS.link(plain(text, Press("Look", "review", 1))).content or ""


async def test_a_command_in_a_server_is_a_link_with_the_id_that_discord_gave(tmp_path: Path) -> None:
    async with a_server(tmp_path) as server:
        told = await server.owner.slash(server.hall, "letter status")
        text = str(parts(newest(told)))
        found = re.search(r"</manage letter create:(\d+)>", text)
        assert found is not None, text
        known = {one.name: one.id for one in await server.stage.bot.tree.fetch_commands()}
        assert int(found.group(1)) == known["manage"]


async def test_the_ids_are_kept_across_a_restart(tmp_path: Path) -> None:
    async with a_server(tmp_path) as server:
        before = server.stage.bot.command_links.link(plain("/review", Press("Look", "review", 1))).content
        await server.stage.restart()
        after = server.stage.bot.command_links.link(plain("/review", Press("Look", "review", 1))).content
        assert before == after
        assert "</review:" in str(after)


async def test_in_a_direct_message_a_command_is_a_name(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        ben = desk.world.ben
        await desk.server.pass_(1.2 * DAY)
        reminder = desk.server.stage.messages(ben.user.dm_channel)[-1]
        muted = await ben.user.click(reminder, label="Mute reminders")
        shown = str(parts(newest(muted)))
        assert "/mine shows your to-do list" in shown
        assert "</" not in shown


async def test_the_longest_name_of_a_command_is_linked_and_nothing_else() -> None:
    assert linked("See */manage letter text*.") == "See *</manage letter text:7>*."
    assert linked("(/review)") == f"(</review:{2**63 - 1}>)"
    for left in ("https://example.org/review", "and/review", "`/review`", "/reviews", "/unknown", "/manage"):
        assert linked(left) == left


async def test_a_command_is_linked_where_a_script_puts_no_spaces_between_words() -> None:
    assert linked("署名は/manage letter textで直せます") == "署名は</manage letter text:7>で直せます"


async def test_what_somebody_typed_becomes_no_command() -> None:
    for typed in ("/review", "see /review", "(/review)", "*/review*", "署名は/reviewで"):
        assert "</" not in linked(words.escape(typed))


async def test_links_never_pass_discords_limits() -> None:
    crowded = plain("/review " * 250, Press("Look", "review", 1))
    assert len(LINKS.link(crowded).content or "") <= 2000
    laid_out = LINKS.link(lay_out("/review " * 490, "/manage letter text", "/review"))
    limits.check(laid_out)
    assert "</manage letter text:7>" in limits.text_of(laid_out)
