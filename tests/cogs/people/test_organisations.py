"""Who speaks for which organisation, through the real bot: moderators confirm in one press, members see it."""

from pathlib import Path

from msgspec.structs import replace

from cogs.ui.cards import organisations as cards
from models.participants import participants
from models.sheets import Actor, Claim, ClaimsSheet, ParticipantAnswers
from tests import limits
from tests.cogs.desk import Desk, a_desk, parts
from tests.cogs.people.taking_part import LONG
from tests.cogs.server import newest, seen


async def joins(desk: Desk, name: str, organisation: str) -> Actor:
    """A new member takes part for this organisation."""
    stage = desk.server.stage
    member = desk.mo.guild.add_member(stage.env.create_user(name))
    actor = Actor(desk.mo.guild.id, member.id)
    await desk.store.write(participants.take_part, actor, desk.now, ParticipantAnswers(organisation))
    return actor


async def test_moderators_confirm_those_that_are_shown_and_the_member_sees_it(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        actor = await joins(desk, "nia", "Riverlight Trust")
        card = await desk.mo.slash(desk.hall, "manage member confirm")
        assert "Riverlight Trust" in seen(card)
        await joins(desk, "eve", "Greenpeace International")
        label = next(part for part in seen(card).split("\n") if part.startswith("Confirm "))
        again = await desk.mo.click(newest(card), label=label)
        assert "I haven't confirmed anyone. Check the list again" in seen(again)
        label = next(part for part in seen(again).split("\n") if part.startswith("Confirm "))
        done = await desk.mo.click(newest(again), label=label)
        assert "confirmed** to speak for their organisation, for this letter and later ones" in seen(done)
        known = await desk.store.read(participants.me, actor)
        assert known is not None
        assert known.confirmed


async def test_by_a_list_of_members_only_those_on_it_are_confirmed(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        nia, eve = (
            await joins(desk, "nia", "Riverlight Trust"),
            await joins(desk, "eve", "Greenpeace International"),
        )
        card = await desk.mo.slash(desk.hall, "manage member confirm")
        form = await desk.mo.click(newest(card), label="Confirm from a list of members")
        found = await desk.mo.submit_modal(form, {"names": "The Riverlight Trust\nHarbour Watch"})
        assert "Riverlight Trust" in seen(found)
        assert "Greenpeace" not in seen(found)
        done = await desk.mo.click(newest(found), label="Confirm 1 person")
        assert "Everybody whose organisation" in seen(done) or "1 person is confirmed" in seen(done)
        kept = [await desk.store.read(participants.me, one) for one in (nia, eve)]
        assert [one is not None and one.confirmed for one in kept] == [True, False]


async def test_a_list_that_can_be_read_in_two_encodings_is_asked_about(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        nia = await joins(desk, "nia", "Žena")
        listed = "Žena\nFrank Bold\n".encode("cp1257")  # in the Turkish encoding it begins with Ş
        asked = await desk.mo.slash(desk.hall, "manage member confirm", file=("x.txt", listed))
        assert "There's more than one way to read the list. Which is right?" in seen(asked)
        menu = next(part for part in parts(newest(asked)) if part.get("options"))
        right = next(one["value"] for one in menu["options"] if "Žena" in one["label"])
        found = await desk.mo.select(newest(asked), [right])
        assert "Žena" in seen(found)
        assert "1 person is confirmed" in seen(await desk.mo.click(newest(found), label="Confirm 1 person"))
        known = await desk.store.read(participants.me, nia)
        assert known is not None
        assert known.confirmed


async def test_the_longest_card_fits() -> None:
    worst = Claim(2**63 - 1, LONG[:200], LONG[:200], LONG[:200])
    sheet = ClaimsSheet(2**63 - 1, (worst,) * 20, 100_000, "x" * 22)
    for one in (sheet, replace(sheet, outdated=True), replace(sheet, confirmed=sheet.shown)):
        limits.check(cards.claims(one))
        limits.check(cards.claims(one, 2**63 - 1))
