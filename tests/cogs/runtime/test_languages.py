"""Who hears which language, before anything is drawn."""

from pathlib import Path
from typing import Any

import pytest

from cogs.runtime import languages, messages
from cogs.runtime.languages import Languages
from cogs.ui.layout import Press, plain
from models import translation
from models.sheets import Actor
from tests.cogs.server import Server, a_server, seen
from tests.languages import Catalogues

GUILD, USER = 900, 7


def pressed(locale: Any = None, **more: Any) -> dict[str, Any]:
    said = {} if locale is None else {"locale": locale}
    return {"guild_id": str(GUILD), "member": {"user": {"id": str(USER)}}, "data": {}} | said | more


def spoken(known: Languages, data: dict[str, Any]) -> str:
    with known.of_interaction(data):
        return translation.language()


def test_a_private_answer_is_in_the_language_of_the_persons_discord(catalogue: Catalogues) -> None:
    for language in ("fr", "ar", "es", "pt-BR"):
        catalogue({}, language=language)
    known = Languages()
    found = {
        one: spoken(known, pressed(one)) for one in ("fr", "ar", "es-419", "es-ES", "pt-BR", "en-US", "en-GB")
    }
    assert found == {
        "fr": "fr", "ar": "ar", "es-419": "es", "es-ES": "es", "pt-BR": "pt-BR", "en-US": "en", "en-GB": "en",
    }  # fmt: skip
    assert translation.language() == "en"


def test_a_language_is_the_same_in_any_case(catalogue: Catalogues) -> None:
    for language in ("pt-BR", "zh-Hant"):
        catalogue({}, language=language)
    tags = ("pt-br", "PT-BR", "pt", "pt-PT", "zh-hant", "ZH", "p", "")
    assert [translation.offered(one) for one in tags] == [
        "pt-BR", "pt-BR", "pt-BR", "pt-BR", "zh-Hant", "zh-Hant", "", "",
    ]  # fmt: skip


def test_a_value_in_which_values_are_isolated_runs_as_the_language_does(catalogue: Catalogues) -> None:
    catalogue({}, language="ar")
    with translation.speaking("ar"):
        inner = translation.isolated("يوم") + ", " + translation.isolated("22:45")
        assert translation.isolated(inner)[0] == "\u2067"
        assert translation.isolated(translation.isolated("Monday"))[0] == "\u2067"
        assert translation.isolated("22:45")[0] == translation.isolated("Monday")[0] == "\u2068"


def test_a_language_that_we_do_not_have_is_answered_in_the_coalitions(catalogue: Catalogues) -> None:
    catalogue({}, language="de")
    known = Languages()
    assert spoken(known, pressed("sv-SE")) == "en"
    known.set_server(GUILD, "de")
    assert [spoken(known, pressed(one)) for one in ("sv-SE", None, 5, "", "en-US")] == [
        "de",
        "de",
        "de",
        "de",
        "en",
    ]
    assert spoken(known, {"locale": "sv-SE"}) == "en"
    assert spoken(known, {"locale": "de"}) == "de"


def test_whatever_is_missing_or_odd_in_an_interaction_its_language_is_known(catalogue: Catalogues) -> None:
    catalogue({})
    odd: list[Any] = [
        {"member": None}, {"member": {}}, {"member": {"user": None}}, {"guild_id": "x"}, {"guild_id": None},
        {"guild_id": None, "data": None}, {"guild_id": None, "data": {"custom_id": 5}},
        {"guild_id": None, "data": {"custom_id": "us:1:b:mine:x:0"}},
    ]  # fmt: skip
    assert {spoken(Languages(), pressed("fr", **one)) for one in odd} == {"fr"}


def test_in_a_direct_message_the_button_says_whose_coalition_it_is(catalogue: Catalogues) -> None:
    catalogue({}, language="de")
    known = Languages()
    known.set_person(Actor(GUILD, USER), "de")
    data = {"user": {"id": str(USER)}, "locale": "en-US", "data": {"custom_id": f"us:1:b:mine:{GUILD}:0"}}
    assert spoken(known, data) == "de"
    assert spoken(known, data | {"data": {"custom_id": "us:1:b:mine:901:0"}}) == "en"


def test_a_language_that_one_chose_is_heard_instead_until_it_is_given_up_or_erased(
    catalogue: Catalogues,
) -> None:
    catalogue({}, language="de")
    known, actor = Languages(), Actor(GUILD, USER)
    known.set_person(actor, "de")
    assert spoken(known, pressed("en-US")) == "de"
    known.set_person(actor, "")
    assert spoken(known, pressed("en-US")) == "en"
    known.set_person(actor, "de")
    known.forget(actor)
    assert spoken(known, pressed("en-US")) == "en"


def test_so_many_people_are_remembered_and_no_more(monkeypatch: Any) -> None:
    monkeypatch.setattr(languages, "KNOWN", 3)
    known = Languages()
    for user_id in range(9):
        spoken(known, pressed("en-US", member={"user": {"id": str(user_id)}}))
    assert list(known._seen) == [(GUILD, user_id) for user_id in (6, 7, 8)]


OUTDATED = "This has changed since I posted it. Use the command again to see it as it is now."
FAILED = (
    "Something went wrong on my side, and I've logged it. If it happens again, give a moderator this reference: "
    "{reference}."
)
FRENCH = {OUTDATED: "Ce message est périmé.", FAILED: "Un problème est survenu : {reference}."}


async def pressed_by_ana(server: Server, route: str) -> str:
    """What Ana, whose Discord is French, hears when she presses a button of this route."""
    server.stage.locales[server.ana.id] = "fr"
    place = server.stage.bot.get_partial_messageable(server.hall.id)
    sent = await messages.send(place, plain("-", Press("Go", route, server.guild.id)), nonce="go")
    said = seen(await server.ana.click(sent, label="Go"))
    server.stage.forget_traffic()  # a button of ours leads somewhere: this one is forged
    return said


async def test_a_refusal_before_anybody_is_known_is_in_the_persons_language_too(
    tmp_path: Path, catalogue: Catalogues
) -> None:
    catalogue(FRENCH)
    async with a_server(tmp_path) as server:
        assert "Ce message est périmé." in await pressed_by_ana(server, "no-such-route")


@pytest.mark.log_errors
async def test_what_cannot_be_read_of_an_interaction_is_answered_in_the_persons_language(
    tmp_path: Path, catalogue: Catalogues
) -> None:
    catalogue(FRENCH)
    async with a_server(tmp_path) as server:
        parsers = server.stage.bot._connection.parsers
        read = parsers["INTERACTION_CREATE"]

        def broken(data: Any) -> None:
            read({name: part for name, part in data.items() if (name, data["type"]) != ("data", 3)})

        parsers["INTERACTION_CREATE"] = broken
        assert "Un problème est survenu" in await pressed_by_ana(server, "mine")


def test_a_blank_in_a_catalogue_is_said_in_english(catalogue: Catalogues) -> None:
    catalogue({"Saved.": " ", "Saved: {name}": " "})
    with translation.speaking("fr"):
        assert translation._("Saved.") == "Saved."
        assert translation._("Saved: {name}", name="Ana") == "Saved: Ana"


@pytest.mark.parametrize(
    ("tag", "forms"),
    [("ja", ("",)), ("ko", ("",)), ("fr", ("", "")), ("fr", ("{count} nom", "")), ("fr", (" ", " "))],
)
def test_a_count_without_all_its_forms_is_said_in_english(
    catalogue: Catalogues, tag: str, forms: tuple[str, ...]
) -> None:
    catalogue({("{count} name", "{count} names"): forms}, language=tag)
    with translation.speaking(tag):
        said = [translation.ngettext("{count} name", "{count} names", count) for count in (0, 1, 5)]
    assert said == ["0 names", "1 name", "5 names"]
