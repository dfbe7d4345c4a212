"""Commands as people see them in their own language."""

import logging
from pathlib import Path
from typing import Any

import pytest

from cogs.runtime import descriptions
from cogs.runtime.descriptions import Descriptions
from models import translation
from models.database import installation
from tests.cogs.server import Server, a_server
from tests.languages import Catalogues

HELP = "See what you can do here"


async def told(server: Server, monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """What Discord is told of the commands at a start; nothing if they are as they were."""
    found: list[dict[str, Any]] = []
    bot = server.stage.bot
    upsert = bot.http.bulk_upsert_global_commands

    async def noted(application_id: Any, payload: list[dict[str, Any]]) -> Any:
        found.extend(payload)
        return await upsert(application_id, payload)

    monkeypatch.setattr(bot.http, "bulk_upsert_global_commands", noted)
    await bot._sync_when_changed()
    return found


def of(found: list[dict[str, Any]], *path: str) -> dict[str, Any]:
    one = next(command for command in found if command["name"] == path[0])
    return of(one["options"], *path[1:]) if path[1:] else one


async def test_descriptions_options_choices_and_menus_are_translated_and_names_are_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, catalogue: Catalogues
) -> None:
    async with a_server(tmp_path) as server:
        catalogue(
            {
                HELP: "Lo que puedes hacer aquí", "help": "ayuda", "privacy": "privacidad",
                "What I store about you": "Lo que guardo de ti", "organisation": "organización",
                "Which letter, if there are several": "Qué carta, si hay varias",
                "Propose as signatory": "Proponer como firmante",
            },
            language="es",
        )  # fmt: skip
        found = await told(server, monkeypatch)
        assert of(found, "help")["description_localizations"] == dict.fromkeys(
            ("es-ES", "es-419"), "Lo que puedes hacer aquí"
        )
        assert of(found, "help")["name_localizations"] == {}
        assert of(found, "privacy")["description_localizations"]["es-ES"] == "Lo que guardo de ti"
        assert of(found, "privacy")["name_localizations"] == {}
        letter = of(found, "letter", "status", "letter")
        assert letter["description_localizations"]["es-419"] == "Qué carta, si hay varias"
        assert "name_localizations" not in letter
        kind = of(found, "propose", "kind")["choices"][0]
        assert (kind["name"], kind["name_localizations"]["es-ES"]) == ("organisation", "organización")
        menu = of(found, "Propose as signatory")
        assert menu["name_localizations"]["es-ES"] == "Proponer como firmante"
        assert await told(server, monkeypatch) == []


async def test_commands_are_told_again_when_a_catalogue_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, catalogue: Catalogues
) -> None:
    async with a_server(tmp_path) as server:
        for said in ("Ce que tu peux faire ici", "Ce que vous pouvez faire ici"):
            catalogue({HELP: said})
            found = await told(server, monkeypatch)
            assert of(found, "help")["description_localizations"] == {"fr": said}


def test_what_is_too_long_for_discord_stays_english_and_is_logged_once(
    catalogue: Catalogues, caplog: pytest.LogCaptureFixture
) -> None:
    command = {"name": "help", "description": HELP}
    catalogue({HELP: "不" * 101}, language="es")
    catalogue({HELP: "x" * 100}, language="fr")
    read = Descriptions([command, command])
    with caplog.at_level(logging.WARNING):
        read.read()
    assert read._said == {"es": {}, "fr": {HELP: "x" * 100}}
    assert [record.getMessage() for record in caplog.records] == [
        f"in es this has more than 100 characters, so it stays English: {HELP}"
    ]


def test_a_command_that_is_too_long_in_all_stays_english(catalogue: Catalogues) -> None:
    texts = [f"text {number}" for number in range(90)]
    options = [{"name": "o", "description": text} for text in texts[1:]]
    long: dict[str, Any] = {"name": "manage", "description": texts[0], "options": options}
    catalogue({HELP: "Aide"} | dict.fromkeys(texts, "y" * 100))
    read = Descriptions([{"name": "help", "description": HELP}, long])
    read.read()
    assert read._said == {"fr": {HELP: "Aide"}}


async def test_a_start_without_news_reads_no_catalogue(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, catalogue: Catalogues
) -> None:
    catalogue({HELP: "Aide"})
    async with a_server(tmp_path) as server:
        assert server.stage.bot.tree.translator is None
        monkeypatch.setattr(translation, "read", lambda tag: pytest.fail(f"{tag} was read"))
        await server.stage.bot._sync_when_changed()
        kept = await server.stage.bot.store.read(
            installation.get, "commands:" + str(server.stage.bot.application_id)
        )
        assert kept is not None
        assert descriptions.fingerprint()["fr"]
