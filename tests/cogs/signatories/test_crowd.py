"""A crowd: presses that arrive together, at the last moment, or twice."""

from datetime import timedelta
from pathlib import Path

from models.rules.voting_policy import Tally
from models.terms import Choice
from tests.cogs.vote import World, a_vote, seen
from tests.sheets import vote_of

CROWD = 200
CHOICES = [Choice.FOR] * 120 + [Choice.AGAINST] * 50 + [Choice.ABSTAIN] * 30
MOMENT = timedelta(milliseconds=1)


async def until_the_end(world: World, before: timedelta = timedelta()) -> None:
    ends = vote_of(world.proposal).ends_at
    assert ends is not None
    await world.stage.env.advance_time((ends - before - world.stage.env.now()).total_seconds())


async def tally(world: World) -> Tally:
    await world.stage.env.advance_time(3600)
    result = vote_of(await world.stored()).result
    assert result is not None
    return result.tally


async def test_two_hundred_at_once_at_the_last_moment_give_the_exact_tally(tmp_path: Path) -> None:
    async with a_vote(tmp_path, CROWD) as world:
        await until_the_end(world, MOMENT)
        card = world.card()
        pressed = world.stage.press_at_once(
            [(who, card, world.address(choice)) for who, choice in zip(world.voters, CHOICES, strict=True)]
        )
        await world.stage.env.settle()
        assert all("**You voted " in seen(world.stage.answer(result)) for result in pressed)
        assert vote_of(await world.stored()).voted == CROWD
        counted = await tally(world)
        assert (counted.for_, counted.against, counted.abstained) == (120, 50, 30)


async def test_a_press_at_the_end_does_not_count_and_is_told_so(tmp_path: Path) -> None:
    async with a_vote(tmp_path) as world:
        await until_the_end(world)
        assert "This vote ended" in await world.press(world.voters[1], "For: include")
        assert (await tally(world)).cast == 0


async def test_an_event_that_comes_twice_changes_nothing(tmp_path: Path) -> None:
    async with a_vote(tmp_path) as world:
        press = (world.voters[0], world.card(), world.address(Choice.FOR))
        pressed = world.stage.press_at_once([press, press])
        await world.stage.env.settle()
        assert len(pressed) == 1
        assert (await tally(world)).cast == 1


async def test_an_older_press_that_arrives_late_does_not_undo_a_newer_one(tmp_path: Path) -> None:
    async with a_vote(tmp_path) as world:
        ana, card = world.voters[0], world.card()
        first, second = (ana, card, world.address(Choice.FOR)), (ana, card, world.address(Choice.AGAINST))
        world.stage.press_at_once([first, second, first])
        await world.stage.env.settle()
        counted = await tally(world)
        assert (counted.for_, counted.against) == (0, 1)


async def test_one_person_pressing_all_buttons_at_once_has_one_vote(tmp_path: Path) -> None:
    async with a_vote(tmp_path) as world:
        card = world.card()
        world.stage.press_at_once([(world.voters[0], card, world.address(choice)) for choice in Choice] * 2)
        await world.stage.env.settle()
        assert (await tally(world)).cast == 1
