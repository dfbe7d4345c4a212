"""Names proposed through the real bot: the command, the message menu, own signatures, and late names."""

from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from sqlmodel import Session

from cogs.signatories.signing import SIGN_MYSELF, SIGN_ORGANISATION
from cogs.ui.cards import picking
from cogs.ui.propose_form import PROPOSE
from models.database.tables import Letter
from models.letters import texts
from models.sheets import LetterChoice
from models.terms import Kind, LetterState, SignatoryState, TextChange
from tests import limits
from tests.cogs.campaign import Campaign, a_campaign
from tests.cogs.desk import a_desk
from tests.cogs.server import a_server, newest, seen

MENU = "Propose as signatory"


async def propose(world: Campaign, who: Any, **typed: str) -> Any:
    opened = await who.slash(world.hall, "propose", kind="organisation", country="KE")
    return await who.submit_modal(opened, {"name": "Left|Right *Institute*"} | typed)


async def late(world: Campaign, seconds: float = 2 * 24 * 3600) -> None:
    await world.server.pass_(seconds)


async def test_a_name_is_proposed_and_told_what_it_lacks(tmp_path: Path) -> None:
    async with a_campaign(tmp_path) as world:
        said = seen(await propose(world, world.ana))
        assert r"**Proposed: Left\|Right \*Institute\***" in said
        assert "Organisation · Kenya" in said
        assert "We don't know yet if they agreed" in said
        stored = (await world.waiting(world.ana)).proposals[0]
        assert (stored.state, stored.lacks_consent) == (SignatoryState.VOTING, True)


async def test_a_duplicate_is_refused_and_what_was_typed_comes_back(tmp_path: Path) -> None:
    async with a_campaign(tmp_path) as world:
        await propose(world, world.ben)
        refused = await propose(world, world.ana, note="They wrote to us")
        assert "is already on this letter" in seen(refused)
        opened = await world.ana.click(newest(refused), label="Correct what I typed")
        assert "They wrote to us" in str(opened.modal)


async def test_all_that_is_wrong_with_a_form_is_said_at_once(tmp_path: Path) -> None:
    async with a_campaign(tmp_path) as world:
        refused = await propose(world, world.ana, name="ana@example.org", detail="our site", evidence="A call")
        for part in ("an e-mail address", "look like a website", "both: who agreed"):
            assert part in seen(refused)
        opened = await world.ana.click(newest(refused), label="Correct what I typed")
        assert "A call" in str(opened.modal)


async def test_nobody_types_in_vain(tmp_path: Path) -> None:
    async with a_campaign(tmp_path) as world:
        stranger = world.server.add("stranger")
        asked = await stranger.slash(world.hall, "propose", kind="company", country="KE")
        assert asked.modal is None
        assert "Take part" in seen(asked)
        unknown = await world.ana.slash(world.hall, "propose", kind="company", country="Nowhereland")
        assert unknown.modal is None
        assert "Nowhereland isn't a country I know." in seen(unknown)
        gone = await world.ana.slash(world.hall, "sign", **{"as": "myself", "letter": "987654"})
        assert gone.modal is None
        assert "I can't find that" in seen(gone)


async def test_a_form_opened_before_the_close_and_sent_after_it_is_kept_as_late(tmp_path: Path) -> None:
    async with a_campaign(tmp_path) as world:
        opened = await world.ana.slash(world.hall, "propose", kind="individual", country="-")
        await late(world)
        refused = await world.ana.submit_modal(opened, {"name": "Ines Roy"})
        assert "To send it to the moderators all the same, press *Keep it, marked late*." in seen(refused)
        assert not (await world.waiting(world.ana)).proposals
        kept = seen(await world.ana.click(newest(refused), label="Keep it, marked late"))
        assert "I've kept Ines Roy and marked it as late" in kept
        assert [one.state for one in (await world.waiting(world.ana)).proposals] == [SignatoryState.LATE]
        again = await world.ana.click(newest(refused), label="Keep it, marked late")
        assert "You've already sent it" in seen(again)


async def test_after_the_close_the_form_says_late_and_a_signature_is_kept(tmp_path: Path) -> None:
    async with a_campaign(tmp_path) as world:
        await late(world, 2 * 24 * 3600 + 60)
        opened = await world.ana.slash(world.hall, "sign", **{"as": "organisation"})
        assert opened.modal is not None
        assert "(late)" in opened.modal["title"]
        sent = {"name": "Riverlight", "kind": "organisation", "authorised": True}
        refused = await world.ana.submit_modal(opened, sent)
        assert "I've kept Riverlight and marked it as late" in seen(
            await world.ana.click(newest(refused), label="Keep it, marked late")
        )


async def test_until_the_accepted_hour_no_form_says_late(tmp_path: Path) -> None:
    async with a_campaign(tmp_path) as world:
        await late(world, 2 * 24 * 3600 + 60)
        store, now, letter_id = world.server.stage.bot.store, world.server.stage.env.now(), world.letter.id

        def accept(session: Session) -> None:
            session.get_one(Letter, letter_id).accepts_until = now + timedelta(hours=1)

        await store.write(accept)
        for command, said in (
            ("sign", {"as": "organisation"}),
            ("propose", {"kind": "organisation", "country": "KE"}),
        ):
            opened = await world.ana.slash(world.hall, command, **said)
            assert opened.modal is not None
            assert "(late)" not in opened.modal["title"]


async def test_until_the_accepted_hour_the_form_behind_the_button_does_not_say_late(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        await late(desk.world, 2 * 24 * 3600 + 60)
        letter_id, now = desk.world.letter.id, desk.now

        def accept(session: Session) -> None:
            session.get_one(Letter, letter_id).accepts_until = now + timedelta(hours=1)

        await desk.store.write(accept)
        opened = await desk.hand_in("propose.open", desk.server.actor(desk.world.ana), letter_id)
        assert "(late)" not in opened.form.title


async def test_the_own_organisation_is_filled_in_and_signed(tmp_path: Path) -> None:
    async with a_campaign(tmp_path) as world:
        opened = await world.ana.slash(world.hall, "sign", **{"as": "organisation"})
        assert "Riverlight" in str(opened.modal)
        sent = {"name": "Riverlight", "kind": "organisation", "authorised": True, "country": "Kenya"}
        said = seen(await world.ana.submit_modal(opened, sent))
        assert "**Signed: Riverlight**" in said
        assert "Waiting for the moderators." in said
        assert "We don't know yet" not in said


async def test_a_signature_is_to_the_text_that_was_there_when_the_form_was_opened(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        store, moderator, letter_id = desk.store, desk.moderator(), desk.world.letter.id
        await store.write(texts.write, moderator, desk.now, letter_id, "We ask.")
        await desk.sign("Ben Brook", desk.world.ben)
        ana = desk.world.ana
        opened = await ana.slash(desk.hall, "sign", **{"as": "myself"})
        changed = partial(texts.write, change=TextChange.SUBSTANCE)
        await store.write(changed, moderator, desk.now, letter_id, "We ask for more.")
        refused = await ana.submit_modal(opened, {"name": "Ana Otieno", "authorised": True})
        assert "I haven't recorded anything" in seen(refused)
        assert "We ask for more." in seen(await ana.click(newest(refused), label="Read the letter"))
        again = await ana.click(newest(refused), label="Correct what I typed")
        assert "Ana Otieno" in str(again.modal)
        assert "**Signed: Ana Otieno**" in seen(
            await ana.submit_modal(again, {"name": "Ana Otieno", "authorised": True})
        )


async def test_a_signature_needs_the_tick(tmp_path: Path) -> None:
    async with a_campaign(tmp_path) as world:
        opened = await world.ana.slash(world.hall, "sign", **{"as": "myself"})
        refused = await world.ana.submit_modal(opened, {"name": "Ana Otieno", "authorised": False})
        assert "tick the box that starts with *I am authorised*" in seen(refused)
        assert not (await world.waiting(world.ana)).proposals


async def test_a_message_becomes_a_proposal_in_four_presses(tmp_path: Path) -> None:
    async with a_campaign(tmp_path) as world:
        message = await world.ben.send(world.hall, "Left|Right *Institute*")
        panel = newest(await world.ana.context_menu(world.hall, MENU, message))
        panel = newest(await world.ana.click(panel, label="Organisation"))
        panel = newest(await world.ana.select(panel, ["4"]))
        opened = await world.ana.select(panel, ["KE"])
        assert "Left|Right *Institute*" in str(opened.modal)
        said = seen(await world.ana.submit_modal(opened, {"name": "Left|Right *Institute*"}))
        assert "Organisation · Kenya" in said


async def test_a_message_without_a_country(tmp_path: Path) -> None:
    async with a_campaign(tmp_path) as world:
        message = await world.ben.send(world.hall, "Several\nlines")
        panel = newest(await world.ana.context_menu(world.hall, MENU, message))
        panel = newest(await world.ana.click(panel, label="Individual"))
        opened = await world.ana.click(panel, label="No country")
        assert "Several" not in str(opened.modal)


async def test_without_a_letter_a_message_is_no_proposal(tmp_path: Path) -> None:
    async with a_server(tmp_path) as server:
        await server.set_up()
        message = await server.ana.send(server.hall, "Riverlight")
        assert "Take part" in seen(await server.ana.context_menu(server.hall, MENU, message))


async def test_a_panel_left_for_a_day_asks_to_begin_again(tmp_path: Path) -> None:
    async with a_campaign(tmp_path) as world:
        message = await world.ana.send(world.hall, "Riverlight")
        panel = newest(await world.ana.context_menu(world.hall, MENU, message))
        await late(world, 24 * 3600 + 1)
        assert "it's more than a day old" in seen(await world.ana.click(panel, label="Company"))


@pytest.mark.parametrize("form", [PROPOSE, SIGN_ORGANISATION, SIGN_MYSELF], ids=lambda form: form.route)
async def test_the_forms_fit(form: Any) -> None:
    filled = {field.name: "x" * 2000 for field in form.fields if field.name not in ("kind", "authorised")}
    limits.check_form(form, 2**31, Kind.ORGANISATION, "KE", answers=filled)


@pytest.mark.parametrize("number", range(13))
async def test_the_panel_fits_and_offers_each_country(number: int) -> None:
    about, rough = (2**63 - 1, 2**31), "@everyone **[x](https://e.example)** " * 5
    limits.check(picking.countries(*about, 2**31, Kind.ORGANISATION, rough, number))
    limits.check(picking.ranges(*about, 2**31, Kind.ORGANISATION, rough))
    limits.check(picking.kinds(*about, 2**31, rough))
    letters = [LetterChoice(one, rough, LetterState.OPEN) for one in range(40)]
    limits.check(picking.letters(*about, rough, letters))


async def test_a_country_that_was_nearly_typed_is_one_press_away(tmp_path: Path) -> None:
    async with a_campaign(tmp_path) as world:
        refused = await world.ana.slash(world.hall, "propose", kind="company", country="united k")
        assert "Did you mean United Kingdom" in seen(refused)
        assert "If the signatory has no country, leave it blank or choose *No country*." in seen(refused)
        opened = await world.ana.click(newest(refused), label="United Kingdom")
        await world.ana.submit_modal(opened, {"name": "Harbour Ltd"})
        without = await world.ana.click(newest(refused), label="No country")
        await world.ana.submit_modal(without, {"name": "Tidal Ltd"})
        stored = {one.name: one for one in (await world.waiting(world.ana)).proposals}
        assert set(stored) == {"Harbour Ltd", "Tidal Ltd"}
