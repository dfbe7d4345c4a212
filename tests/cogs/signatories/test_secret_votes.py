"""A secret vote until it is over: nothing that anybody but the voter can see depends on the choice."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from sqlmodel import select

from cogs.ui.results import UNCOUNTED
from models.database.tables import Draft
from models.letters import window
from models.review import queue, review
from models.sheets import Actor
from models.terms import Choice, Preset
from models.views import moderation_log, my_tasks, outreach, scheduled_notices, signatory_detail, working_sheet
from tests.cogs.vote import World, a_vote, seen

FOR, AGAINST, ABSTAIN = Choice.FOR, Choice.AGAINST, Choice.ABSTAIN
SETTLED_EARLY = {"early_after_minutes": 10}
"""What a letter of an earlier version may hold beside the secret."""
QUORUM = {"preset": Preset.QUORUM_VOTE.value, "quorum": 2, "threshold": "2/3"} | SETTLED_EARLY
OBJECTIONS = {"preset": Preset.NO_OBJECTION.value, "objections": 2} | SETTLED_EARLY


async def looked(world: World) -> list[str]:
    """What everybody else can see now: each message that stands, and what moderators and other members are answered."""
    env, bot = world.stage.env, world.stage.bot
    now, letter_id = env.now(), world.proposal.letter_id
    channels = [
        world.proposals,
        *(one.user.dm_channel for one in world.voters if one.user.dm_channel is not None),
    ]
    found = [seen(message) for channel in channels for message in world.stage.messages(channel)]
    queries: Sequence[tuple[Any, ...]] = (
        (signatory_detail.show, world.manager, world.proposal.id),
        (signatory_detail.search, world.manager, None, "", 25),
        (queue.queue, world.manager, letter_id),
        (moderation_log.show, world.manager, letter_id),
        (outreach.due, world.manager, letter_id),
        (scheduled_notices.scheduled, world.manager, now),
        (working_sheet.take, world.manager, now, letter_id),
        *((my_tasks.mine, Actor(world.manager.guild_id, one.id), now, None, None) for one in world.voters),
    )
    for query, *arguments in queries:
        found.append(repr(await bot.store.read(query, *arguments)))
    return found


async def vote(world: World, who: Any, choice: Choice, reason: str) -> str:
    """A vote through the card, or with its reason where an objection takes one."""
    if choice is AGAINST and reason:
        opened = await who.click(world.card(), label="Against: leave out")
        return seen(world.stage.answer(await who.submit_modal(opened, {"reason": reason})))
    return seen(world.stage.answer(await who.click(world.card(), custom_id=world.address(choice))))


async def played(
    folder: Path, policy: dict[str, Any], first: Choice, then: Sequence[Choice]
) -> list[list[str]]:
    """What others saw after each press, and until the last minute: the first voter's choice is the only difference."""
    after: list[list[str]] = []
    async with a_vote(folder, policy=policy) as world:
        reason = "Not theirs to sign" if policy.get("preset") == Preset.NO_OBJECTION.value else ""
        await vote(world, world.voters[0], first, reason)
        after.append(await looked(world))
        for number, choice in enumerate(then):
            said = await vote(world, world.voters[1 + number], choice, reason)
            after.append([said, *await looked(world)])
        for minutes in (11, 40):
            await world.stage.env.advance_time(minutes * 60)
            after.append(await looked(world))
    return after


@pytest.mark.parametrize(
    ("policy", "one", "other", "then"),
    [
        (SETTLED_EARLY, FOR, AGAINST, (FOR, FOR)),
        (SETTLED_EARLY, FOR, ABSTAIN, (FOR,)),
        (QUORUM, AGAINST, ABSTAIN, (AGAINST,)),
        (OBJECTIONS, FOR, AGAINST, (AGAINST,)),
    ],
)
async def test_votes_that_differ_in_one_choice_look_the_same_to_all_others_until_they_are_over(
    tmp_path: Path, policy: dict[str, Any], one: Choice, other: Choice, then: Sequence[Choice]
) -> None:
    for choice in (one, other):
        (tmp_path / choice.value).mkdir()
    pair = [await played(tmp_path / choice.value, policy, choice, then) for choice in (one, other)]
    for step, (these, those) in enumerate(zip(*pair, strict=True)):
        assert these == those, f"after step {step}"
    assert any("SignatoryState.VOTING" in text for text in pair[0][-1]), "the vote runs until"


@pytest.mark.parametrize("by", ["hold", "decline", "close_early"])
async def test_a_vote_that_moderators_end_tells_them_no_choice(tmp_path: Path, by: str) -> None:
    seen_of = []
    for choice in (FOR, AGAINST):
        (tmp_path / choice.value).mkdir()
        async with a_vote(tmp_path / choice.value) as world:
            env, store = world.stage.env, world.stage.bot.store
            await vote(world, world.voters[0], choice, "")
            if by == "close_early":
                await store.write(window.close_early, world.manager, env.now(), world.proposal.letter_id)
            else:
                verb = {"hold": review.hold, "decline": review.decline}[by]
                await store.write(verb, world.manager, env.now(), [world.proposal.id], "Because")
            await env.advance_time(60)
            await world.stage.sweep()
            seen_of.append(await looked(world))
            assert UNCOUNTED in seen(world.card())
    assert seen_of[0] == seen_of[1]


async def test_a_refused_objection_is_given_back_and_not_stored_beside_its_author(tmp_path: Path) -> None:
    async with a_vote(tmp_path, policy=OBJECTIONS) as world:
        opened = await world.voters[0].click(world.card(), label="Against: leave out")
        store, now = world.stage.bot.store, world.stage.env.now()
        await store.write(window.pause, world.manager, now, world.proposal.letter_id)
        said = seen(
            world.stage.answer(await world.voters[0].submit_modal(opened, {"reason": "Not *theirs* to sign"}))
        )
        assert "paused" in said
        assert r"You wrote: Not \*theirs\* to sign" in said
        assert "Correct what I typed" not in said
        assert await store.read(lambda session: session.exec(select(Draft)).all()) == []
