"""Who hears what: the member their own language, the channel the coalition's."""

from pathlib import Path
from typing import Any

from sqlmodel import Session, select

from cogs.ui.cards.languages import OF_DISCORD
from models.database.tables import Participant
from models.participants import participants
from rehearsal.timeline import walked
from tests.cogs.campaign import a_campaign
from tests.cogs.desk import Desk, a_desk
from tests.cogs.people.taking_part import take_part
from tests.cogs.server import START, Server, a_server, menu, newest, seen, speak_in_channels
from tests.languages import Catalogues

HOUR = 3600
MINE = "Your language"
FRENCH = {
    MINE: "Ta langue",
    "For: include": "Pour",
    "You voted “{vote}”.": "Tu as voté {vote}.",
    "My proposals": "Mes propositions",
}
GERMAN = {
    MINE: "Deine Sprache",
    "For: include": "Dafür",
    "You voted “{vote}”.": "Du stimmst {vote}.",
    "My proposals": "Meine Vorschläge",
}


def both(catalogue: Catalogues) -> None:
    """There are French and German."""
    catalogue(FRENCH)
    catalogue(GERMAN, language="de")


def labels(message: Any) -> set[str]:
    return {str(one["label"]) for one in walked(message.components) if one.get("label")}


async def choose(server: Server, who: Any, language: str) -> Any:
    shown = newest(await who.slash(server.hall, "help"))
    return await who.select(shown, [language], custom_id=menu(shown, "language")["custom_id"])


async def kept(server: Server, who: Any) -> tuple[str, bool] | None:
    def look(session: Session) -> tuple[str, bool] | None:
        found = select(Participant.language, Participant.language_chosen).where(Participant.user_id == who.id)
        return session.exec(found).first()

    return await server.stage.bot.store.read(look)


async def test_a_member_is_answered_in_french_below_a_card_in_german(
    tmp_path: Path, catalogue: Catalogues
) -> None:
    both(catalogue)
    async with a_campaign(tmp_path) as world:
        server = world.server
        await server.set_up(proposals_id=server.hall.id)
        await speak_in_channels(server, "de")
        server.stage.locales[world.ana.id] = "fr"
        await world.propose("Harbour Watch")
        await server.stage.tell()
        card = server.stage.newest(server.hall)
        assert "Dafür" in labels(card)
        assert "Tu as voté Pour." in seen(await world.ana.click(card, label="Dafür"))
        server.stage.locales[world.ben.id] = "sv-SE"
        assert "Du stimmst Dafür." in seen(await world.ben.click(card, label="Dafür"))
        await speak_in_channels(server, "fr")
        assert "Pour" in labels(server.stage.newest(server.hall))


async def test_the_coalition_begins_with_the_language_of_its_server_and_can_choose_another(
    tmp_path: Path, catalogue: Catalogues
) -> None:
    both(catalogue)
    async with a_server(tmp_path) as server:
        assert (await server.settings()).language == "en"
        other = server.stage.env.create_guild("Anderswo", preferred_locale="de")
        await server.stage.env.settle()
        assert server.stage.bot.languages.server(other.id) == "de"
        shown = await speak_in_channels(server, "fr")
        offered = menu(newest(shown), "setup.language")["options"]
        assert [(one["label"], one.get("default", False)) for one in offered] == [
            ("Deutsch", False), ("English", False), ("Français", True),
        ]  # fmt: skip
        assert (await server.settings()).language == "fr"
        await server.stage.restart()
        assert server.stage.bot.languages.server(server.guild.id) == "fr"


async def test_with_english_alone_nobody_is_asked_for_a_language(tmp_path: Path, catalogue: Catalogues) -> None:
    del catalogue
    async with a_server(tmp_path) as server:
        await take_part(server, server.ana)
        panels = await server.owner.slash(server.hall, "setup"), await server.ana.slash(server.hall, "help")
        assert not any("anguage" in seen(panel) for panel in panels)


async def test_one_may_choose_another_language_and_hears_it_at_once_and_after_a_restart(
    tmp_path: Path, catalogue: Catalogues
) -> None:
    both(catalogue)
    async with a_server(tmp_path) as server:
        server.stage.locales[server.ana.id] = "fr"
        await take_part(server, server.ana)
        assert "Ta langue" in seen(await server.ana.slash(server.hall, "help"))
        assert await kept(server, server.ana) == ("fr", False)
        assert "Deine Sprache" in seen(await choose(server, server.ana, "de"))
        assert await kept(server, server.ana) == ("de", True)
        await server.stage.restart()
        assert "Deine Sprache" in seen(await server.ana.slash(server.hall, "help"))
        assert await kept(server, server.ana) == ("de", True)
        assert "Ta langue" in seen(await choose(server, server.ana, OF_DISCORD))
        assert await kept(server, server.ana) == ("fr", False)


async def test_a_language_that_is_known_is_written_down_once(tmp_path: Path, catalogue: Catalogues) -> None:
    catalogue(FRENCH)
    async with a_server(tmp_path) as server:
        await take_part(server, server.ana)
        assert await kept(server, server.ana) == ("en", False)
        written: list[dict[Any, str]] = []
        write = server.stage.bot.store.write

        async def noted(verb: Any, *arguments: Any, **options: Any) -> Any:
            if verb.__name__ == "heard":
                written.append(*arguments)
            return await write(verb, *arguments, **options)

        server.stage.bot.store.write = noted  # type: ignore[method-assign]
        await server.ana.slash(server.hall, "help")
        assert written == []
        server.stage.locales[server.ana.id] = "fr"
        for _unused in range(3):
            await server.ana.slash(server.hall, "help")
        assert written == [{(server.guild.id, server.ana.id): "fr"}]
        assert await kept(server, server.ana) == ("fr", False)


async def test_nothing_is_kept_of_whoever_had_themselves_erased(tmp_path: Path, catalogue: Catalogues) -> None:
    both(catalogue)
    async with a_server(tmp_path) as server:
        server.stage.locales[server.ana.id] = "fr"
        await take_part(server, server.ana)
        await choose(server, server.ana, "de")
        shown = await server.ana.slash(server.hall, "privacy erase")
        await server.ana.click(newest(shown), custom_id=menu(newest(shown), "privacy.erase")["custom_id"])
        await server.ana.slash(server.hall, "help")
        assert await kept(server, server.ana) is None
        await take_part(server, server.ana)
        assert "Ta langue" in seen(await server.ana.slash(server.hall, "help"))
        assert await kept(server, server.ana) == ("fr", False)


async def test_of_somebody_who_left_no_other_language_is_written_down(
    tmp_path: Path, catalogue: Catalogues
) -> None:
    catalogue(FRENCH)
    async with a_server(tmp_path) as server:
        await take_part(server, server.ana)
        await server.stage.bot.store.write(participants.leave, server.actor(server.ana), START)
        server.stage.locales[server.ana.id] = "fr"
        await server.ana.slash(server.hall, "help")
        assert await kept(server, server.ana) == ("en", False)
        await take_part(server, server.ana)
        assert await kept(server, server.ana) == ("fr", False)


async def decided(desk: Desk, name: str) -> Any:
    """The direct message that tells Ben what became of a name that he proposed."""
    signatory_id = await desk.propose(name)
    await desk.approve(signatory_id)
    await desk.server.pass_(HOUR)
    return desk.server.stage.newest(desk.world.ben.user.dm_channel)


async def test_a_direct_message_is_in_the_language_that_a_person_spoke_last(
    tmp_path: Path, catalogue: Catalogues
) -> None:
    both(catalogue)
    async with a_desk(tmp_path) as desk:
        server, ben = desk.server, desk.world.ben
        await speak_in_channels(server, "de")
        assert "Meine Vorschläge" in labels(await decided(desk, "Harbour Watch"))
        server.stage.locales[ben.id] = "fr"
        await ben.slash(server.hall, "help")
        assert "Mes propositions" in labels(await decided(desk, "Quay Watch"))
        await server.stage.restart()
        assert "Mes propositions" in labels(await decided(desk, "Shore Union"))
        await choose(server, ben, "en")
        assert "My proposals" in labels(await decided(desk, "River Trust"))
