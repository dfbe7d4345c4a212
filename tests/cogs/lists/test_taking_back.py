"""What one account did is listed, and taken back act by act."""

from pathlib import Path

from cogs.ui.cards import acts as cards
from models.acts import Act
from models.refusal import Reason
from models.review import review
from models.sheets import ActOf, ActsOfSheet, EntryChanges
from models.submissions import entries, limits
from models.terms import SignatoryState
from tests import limits as of_discord
from tests.cogs.desk import a_desk, parts, refused
from tests.cogs.server import START, newest, seen, speak_in_channels
from tests.languages import Catalogues


async def test_each_act_of_an_account_is_taken_back_by_a_press(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        thief, now = desk.moderator(desk.ike), desk.now
        approved, edited = await desk.propose("Harbour Watch"), await desk.propose("Bridge Fund")
        before = await desk.server.settings()
        await desk.store.write(review.approve, thief, now, [approved])
        await desk.store.write(entries.edit, thief, now, edited, EntryChanges(country="KE"))
        await desk.store.write(limits.block, thief, now, desk.world.ben.id, "Mine now")
        shown = await desk.mo.slash(desk.hall, "roster acts-of", member=desk.ike)
        said = seen(shown)
        assert "approved: Harbour Watch" in said
        message = newest(shown)
        [menu] = [one for one in parts(message) if "acts.take-back" in str(one.get("custom_id", ""))]
        assert len(menu["options"]) == 3
        for option in menu["options"]:
            await desk.mo.select(message, [option["value"]], custom_id=menu["custom_id"])
            message = newest(await desk.mo.slash(desk.hall, "roster acts-of", member=desk.ike))
        assert await desk.state(approved) is SignatoryState.PROPOSED
        assert (await desk.shown(edited)).proposal.country == ""
        assert await desk.server.settings() == before
        await desk.propose("Ben may again")


async def test_a_language_that_is_taken_back_is_not_spoken_any_more(
    tmp_path: Path, catalogue: Catalogues
) -> None:
    catalogue({})
    async with a_desk(tmp_path) as desk:
        server, who = desk.server, desk.server.owner
        await speak_in_channels(server, "fr")
        message = newest(await desk.mo.slash(desk.hall, "roster acts-of", member=who))
        [menu] = [one for one in parts(message) if "acts.take-back" in str(one.get("custom_id", ""))]
        await desk.mo.select(message, [menu["options"][0]["value"]], custom_id=menu["custom_id"])
        assert (await server.settings()).language == "en"
        assert server.stage.bot.languages.server(server.guild.id) == "en"


async def test_what_cannot_be_taken_back_is_outdated(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        await desk.approve(await desk.propose("Harbour Watch"))
        for entry, reason in (("2", Reason.OUTDATED), ("999", Reason.NOT_FOUND)):
            press = desk.hand_in("acts.take-back", desk.moderator(), desk.mo.id, 0, values=[entry])
            assert await refused(press) is reason


def test_the_card_stays_inside_the_limits() -> None:
    act, name = Act.ACCEPTED_AS_ON_TIME, "@everyone " * 30
    acts = tuple(ActOf(2**60 + number, START, act, name, undoable=True) for number in range(20))
    sheet = ActsOfSheet(2**63 - 1, 2**63 - 1, START, acts, 9999)
    of_discord.check(cards.of_account(sheet, "I've undone this: decision undone."))
