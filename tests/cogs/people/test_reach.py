"""What a member does without typing a command, and without an organisation; and what is on private answers."""

import re
from pathlib import Path
from typing import Any

from models.letters import letters, talking_points
from models.participants import participants
from models.refusal import Reason
from models.rules.voting_policy import Policy
from models.sheets import LetterChanges, ParticipantAnswers
from models.terms import Choice, Kind, SignatoryState
from tests.cogs.campaign import Campaign, a_campaign
from tests.cogs.coordinator import heard, published
from tests.cogs.desk import Desk, a_desk, parts, refused, texts
from tests.cogs.server import newest, seen

OPEN_VOTE = Policy()


async def card(desk: Desk) -> Any:
    """The letter's card in the hall."""
    await heard(desk)
    await desk.server.stage.tell()
    return next(
        one
        for one in desk.server.stage.messages(desk.hall)
        if "Read the letter" in texts(one) and not one.content
    )


async def pointed(desk: Desk) -> None:
    """There is one talking point."""
    about = (desk.world.letter.id, "Privacy", "Everyone needs it.")
    await desk.store.write(talking_points.put, desk.moderator(), desk.now, *about)


def opening(desk: Desk) -> Any:
    """The post of the opening, as it is now."""
    return next(one for one in desk.server.stage.messages(desk.hall) if "is open for signatures" in one.content)


async def test_a_name_is_proposed_from_the_letters_card_with_one_press_and_one_form(tmp_path: Path) -> None:
    async with a_desk(tmp_path, OPEN_VOTE) as desk:
        ana = desk.world.ana
        opened = await ana.click(await card(desk), label="Propose a name")
        typed = {"name": "Left Bank Institute", "kind": Kind.COMPANY.value, "country": "kenya"}
        said = seen(await ana.submit_modal(opened, typed))
        assert "**Proposed: Left Bank Institute**\nCompany · Kenya" in said
        assert "Record who agreed" in said


async def test_what_is_wrong_in_that_form_comes_back_with_what_was_typed(tmp_path: Path) -> None:
    async with a_desk(tmp_path, OPEN_VOTE) as desk:
        ana = desk.world.ana
        opened = await ana.click(await card(desk), label="Propose a name")
        answer = await ana.submit_modal(opened, {"name": "Left Bank", "kind": "company", "country": "Atlantis"})
        assert "isn't a country I know" in seen(answer)
        again = await ana.click(newest(answer), label="Correct what I typed")
        assert "Left Bank" in str(again.modal)


async def test_a_name_that_comes_too_late_is_kept_from_the_card_too(tmp_path: Path) -> None:
    async with a_desk(tmp_path, OPEN_VOTE) as desk:
        ana = desk.world.ana
        opened = await ana.click(await card(desk), label="Propose a name")
        await desk.server.pass_(2 * 24 * 3600)
        answer = await ana.submit_modal(opened, {"name": "Left Bank", "kind": "organisation"})
        assert "I've kept Left Bank and marked it as late" in seen(
            await ana.click(newest(answer), label="Keep it, marked late")
        )


async def test_a_member_signs_from_the_card_for_the_organisation_and_as_a_person(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        shown, ana = await card(desk), desk.world.ana
        opened = await ana.click(shown, label="Sign for my organisation")
        typed = {"name": "Riverlight", "kind": "organisation", "authorised": True}
        assert "**Signed: Riverlight**" in seen(await ana.submit_modal(opened, typed))
        opened = await ana.click(shown, label="Sign as an individual")
        assert "**Signed: Ana Hill**" in seen(
            await ana.submit_modal(opened, {"name": "Ana Hill", "authorised": True})
        )


async def test_the_opening_post_and_the_welcome_card_offer_the_same_ways(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        ways = {"Propose a name", "Sign for my organisation", "Read the letter", "Talking points"}
        await pointed(desk)
        await card(desk)
        assert ways <= set(texts(opening(desk)).splitlines())
        door = desk.server.guild.create_text_channel("door")
        await published(desk)
        await desk.server.set_up(welcome_id=door.id)
        await desk.server.stage.tell()
        assert ways <= set(texts(desk.server.stage.newest(door)).splitlines())


async def test_talking_points_have_a_button_while_there_are_any(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        for points in (False, True, False):
            if points:
                await pointed(desk)
            elif "Talking points" in texts(await card(desk)):
                letter_id = desk.world.letter.id
                await desk.store.write(talking_points.remove, desk.moderator(), desk.now, letter_id, "Privacy")
            await desk.server.pass_(60)
            assert ("Talking points" in texts(await card(desk))) is points
            assert ("Talking points" in texts(opening(desk))) is points


async def test_a_reminder_has_at_most_three_buttons(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        await heard(desk)
        await desk.server.pass_(1.2 * 24 * 3600)
        places = (desk.hall, desk.world.ben.user.dm_channel)
        reminders = [
            one for place in places for one in desk.server.stage.messages(place) if "** closes " in one.content
        ]
        assert len(reminders) > 1
        assert all(1 <= len([part for part in parts(one) if part["type"] == 2]) <= 3 for one in reminders)


async def without_organisation(world: Campaign) -> Any:
    """Cleo takes part and speaks for nobody."""
    cleo = world.server.add("cleo")
    await world.server.stage.env.settle()
    opened = await cleo.slash(world.hall, "take-part")
    said = seen(await cleo.submit_modal(opened, {"organisation": "", "time_zone": "London"}))
    assert "**You're taking part.**" in said
    assert "Organisation: none" in said
    return cleo


async def test_somebody_without_an_organisation_takes_part_votes_and_signs_as_a_person(tmp_path: Path) -> None:
    async with a_campaign(tmp_path) as world:
        cleo = await without_organisation(world)
        one = await world.propose("Harbour Watch")
        panel = await cleo.slash(world.hall, "mine")
        assert "Sign as an individual" in seen(panel)
        assert "You voted “For: include”." in seen(await cleo.click(newest(panel), label="For: include"))
        assert one.state is SignatoryState.VOTING
        other = world.server.add("dan")
        nobody = ParticipantAnswers("", "", "", direct_messages=False)
        await world.server.stage.bot.store.write(
            participants.take_part, world.server.actor(other), world.server.stage.env.now(), nobody
        )
        assert (await world.waiting(other)).votes == 1, "two of them are not one organisation"


async def test_where_organisations_vote_who_speaks_for_none_is_told_so(tmp_path: Path) -> None:
    async with a_desk(tmp_path, Policy(per_organisation=True)) as desk:
        cleo = await without_organisation(desk.world)
        one = await desk.propose("Harbour Watch")
        actor = desk.server.actor(cleo)
        assert await refused(desk.hand_in("vote", actor, one, Choice.FOR)) is Reason.NO_ORGANISATION
        await desk.server.pass_(25 * 3600)
        result = (await desk.shown(one)).proposal.vote
        assert result is not None
        assert result.result is not None
        assert result.result.tally.entitled == 4, "Ana, Ben, Mo and Ike speak for one each"


async def test_anyone_who_leaves_is_told_that_nothing_was_deleted(tmp_path: Path) -> None:
    async with a_campaign(tmp_path) as world:
        about = await world.ana.slash(world.hall, "privacy about")
        said = seen(await world.ana.click(newest(about), label="Stop taking part"))
        assert "To delete your data as well, use /privacy erase." in said


async def test_a_person_is_chosen_in_their_own_menu_and_asked(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        answers = {"name": "Ana Hill", "kind": "individual"}
        await desk.world.ben.submit_modal(
            await desk.world.ben.click(await card(desk), label="Propose a name"), answers
        )
        shown = await desk.world.ben.context_menu(desk.hall, "Ask if we can list their name", desk.world.ana)
        assert "Which name belongs to" in seen(shown)
        menu = next(part for part in parts(newest(shown)) if part["type"] == 3)
        done = await desk.world.ben.select(
            newest(shown), [menu["options"][0]["value"]], custom_id=menu["custom_id"]
        )
        assert f"I'm asking <@{desk.world.ana.id}> if Ana Hill can go on the letter" in seen(done)


async def test_proposals_are_stopped_from_a_persons_menu(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        opened = await desk.mo.context_menu(desk.hall, "Stop proposals", desk.world.ben)
        assert "can't propose any more" in seen(await desk.mo.submit_modal(opened, {"reason": "Invented"}))


async def test_anyone_who_proposes_hears_that_the_card_of_the_vote_is_nowhere(tmp_path: Path) -> None:
    async with a_desk(tmp_path, OPEN_VOTE) as desk:
        opened = await desk.world.ben.click(await card(desk), label="Propose a name")
        said = seen(
            await desk.world.ben.submit_modal(opened, {"name": "Harbour Watch", "kind": "organisation"})
        )
        assert "isn't in any channel" in said
        gone = desk.server.guild.create_text_channel("gone")
        env, path = desk.server.stage.env, f"/channels/{gone.id}/messages"
        env.inject_error("POST", path, status=403, code=50013, message="-", times=None)
        await desk.server.set_up(proposals_id=gone.id)
        await desk.server.stage.tell()
        await desk.server.pass_(60)
        told = [one.content for one in desk.server.stage.messages(desk.world.ben.user.dm_channel)]
        [once] = [one for one in told if f"**Harbour Watch** in <#{gone.id}>" in one]
        assert "People can still vote" in once


async def test_a_private_answer_says_at_what_hour_it_holds(tmp_path: Path) -> None:
    async with a_campaign(tmp_path) as world:
        shown = newest(await world.ana.slash(world.hall, "mine"))
        assert re.search(r"As of <t:\d+:t>", str(parts(shown)))


async def test_the_letters_card_says_where_people_outside_discord_sign(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        assert "Not on Discord?" not in texts(await card(desk))
        changes: LetterChanges = {"contact": "https://forms.example.org/sign"}
        await desk.store.write(letters.edit, desk.moderator(), desk.now, desk.world.letter.id, changes)
        shown = texts(await card(desk))
        assert "Not on Discord? To sign, or to remove a name, use <https://forms.example.org/sign>." in shown
