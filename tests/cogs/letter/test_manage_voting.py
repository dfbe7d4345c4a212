"""The voting policy through the real bot: what is stored and said, what is refused, and what stays as it was."""

from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from cogs.ui.cards import letter_changes
from models.letters import letters as letter
from models.rules.voting_policy import Policy
from models.terms import LetterState, Preset, SignatoryState
from tests import limits
from tests.cogs.coordinator import confirm, drafted, manage, stored
from tests.cogs.desk import NO_VOTE, Desk, a_desk
from tests.cogs.server import seen
from tests.cogs.worst import WORST_LETTER
from tests.sheets import vote_of

QUORUM = Policy(preset=Preset.QUORUM_VOTE, quorum=Fraction(1, 3), threshold=Fraction(2, 3))


async def vote(desk: Desk, preset: Preset, **options: Any) -> str:
    return seen(await manage(desk, "voting", preset=preset.value, **options))


async def policy(desk: Desk, letter_id: int | None = None) -> Policy:
    return Policy.of(dict((await stored(desk, letter_id)).policy))


POLICIES: list[tuple[Preset, dict[str, Any], str, Policy]] = [
    (
        Preset.OPEN_VOTE,
        {"hours": 1},
        "if more vote for than against. Votes are secret.\nA vote lasts 1 hour, or until the letter closes.",
        Policy(hours=1),
    ),
    (
        Preset.NO_OBJECTION,
        {"objections": 3, "secret": False},
        "unless at least 3 members vote against, each with a reason. **Votes aren't secret",
        Policy(preset=Preset.NO_OBJECTION, objections=3, secret=False),
    ),
    (
        Preset.QUORUM_VOTE,
        {"quorum": "1/3", "threshold": "2/3"},
        "At least 1/3 of those who can vote have to vote. "
        "Passes if at least 2/3 vote for it, not counting abstentions.",
        QUORUM,
    ),
    (
        Preset.QUORUM_VOTE,
        {"quorum": " 5 ", "threshold": "60 %", "per": "organisation"},
        "at least 3/5 vote for it, not counting abstentions. One vote per organisation.",
        replace(QUORUM, quorum=5, threshold=Fraction(3, 5), per_organisation=True),
    ),
    (
        Preset.MODERATORS_ONLY,
        {},
        "The moderators decide.",
        Policy(preset=Preset.MODERATORS_ONLY),
    ),
    (
        Preset.OPEN_VOTE,
        {"secret": False, "early_after_minutes": 90, "vote_on_signings": True},
        "Once a vote has been open for 90 minutes, I end it as soon as its result is certain.\n"
        "Members vote on signatures too.",
        Policy(secret=False, early_after_minutes=90, vote_on_signings=True),
    ),
]


async def test_a_policy_is_stored_and_said_in_a_sentence(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        for preset, options, told, kept in POLICIES:
            letter_id = desk.world.letter.id
            await desk.store.write(letter.set_policy, desk.moderator(), desk.now, letter_id, NO_VOTE)
            assert told in await vote(desk, preset, **options)
            assert await policy(desk) == kept


async def test_what_is_left_out_stays_as_it_is(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        early: dict[str, Any] = {"secret": False, "early_after_minutes": 30}
        await vote(desk, Preset.QUORUM_VOTE, quorum="40 %", threshold="2/3", hours=48, **early)
        await vote(desk, Preset.QUORUM_VOTE, hours=12)
        wanted = replace(QUORUM, quorum=Fraction(2, 5), hours=12, **early)
        assert await policy(desk) == wanted
        await vote(desk, Preset.OPEN_VOTE, early_after_minutes=0)
        assert await policy(desk) == replace(wanted, preset=Preset.OPEN_VOTE, early_after_minutes=None)


BAD: list[tuple[Preset, dict[str, Any], str]] = [
    (Preset.OPEN_VOTE, {"hours": 0}, "*hours* can't be 0. Write a number from 1 to 336"),
    (Preset.OPEN_VOTE, {"hours": 337}, "*hours* can't be 337. Write a number from 1 to 336"),
    (Preset.NO_OBJECTION, {"objections": 0}, "*objections* can't be 0. Write a number from 1 to 100"),
    (Preset.QUORUM_VOTE, {"quorum": "0"}, "*quorum* can't be 0. Write a number from 1 to 10000"),
    (Preset.QUORUM_VOTE, {"quorum": "3/2"}, "*quorum* can't be 3/2. Write a number from 1/100 to 1"),
    (Preset.QUORUM_VOTE, {"quorum": "half"}, "half as a share. Write a fraction or a percentage, such as 2/3 or 60%"),
    (Preset.QUORUM_VOTE, {"quorum": "1/0"}, "I can't read 1/0 as a share"),
    (Preset.QUORUM_VOTE, {"quorum": "9" * 5000}, "as a share"),
    (Preset.QUORUM_VOTE, {"quorum": "5", "threshold": "1/3"}, "*threshold* can't be 1/3. Write a number"),
    (Preset.QUORUM_VOTE, {"quorum": "5", "threshold": "0.6"}, "I can't read 0\\.6 as a share"),
    (Preset.QUORUM_VOTE, {"quorum": "5", "threshold": f"{'9' * 5000}/1"}, "as a share"),
    (Preset.OPEN_VOTE, {"early_after_minutes": 1441}, "early\\_after\\_minutes* can't be 1441. Write a number"),
    (Preset.OPEN_VOTE, {"early_after_minutes": -1}, "early\\_after\\_minutes* can't be \\-1"),
    (Preset.OPEN_VOTE, {"early_after_minutes": 90}, "A secret vote runs its full time"),
]  # fmt: skip


async def test_a_bad_value_is_refused_with_what_is_allowed(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        before = await policy(desk)
        for preset, options, told in BAD:
            assert told in await vote(desk, preset, **options)
            assert await policy(desk) == before


async def test_a_quorum_vote_asks_for_its_quorum(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        assert "You chose a vote with a quorum" in await vote(desk, Preset.QUORUM_VOTE)
        assert (await policy(desk)).preset is Preset.MODERATORS_ONLY


async def test_votes_under_way_keep_their_rules_and_new_names_follow_the_new_ones(tmp_path: Path) -> None:
    async with a_desk(tmp_path, Policy(hours=5)) as desk:
        first = await desk.propose("First")
        assert "Votes that are already open keep their old rules" in await vote(desk, Preset.MODERATORS_ONLY)
        second = await desk.propose("Second")
        assert await desk.state(first) is SignatoryState.VOTING
        assert vote_of((await desk.shown(first)).proposal).policy == Policy(hours=5)
        assert await desk.state(second) is SignatoryState.PROPOSED


async def test_a_draft_has_its_policy_set_before_it_opens(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        draft = await drafted(desk)
        await vote(desk, Preset.NO_OBJECTION, letter=str(draft))
        assert (await policy(desk, draft)).preset is Preset.NO_OBJECTION
        assert (await policy(desk)).preset is Preset.MODERATORS_ONLY


async def test_a_closed_letter_takes_no_other_policy(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        await confirm(desk, await manage(desk, "close"), "Close now")
        await desk.server.stage.env.advance_time(4)
        assert (await stored(desk)).state is LetterState.CLOSED
        assert "This letter is closed. Reopen it first: /manage letter reopen." in await vote(
            desk, Preset.OPEN_VOTE
        )


@pytest.mark.parametrize("preset", Preset)
async def test_the_longest_card_fits(preset: Preset) -> None:
    longest = replace(
        QUORUM, preset=preset, hours=336, secret=False, per_organisation=True, early_after_minutes=20160,
        vote_on_signings=True,
    )  # fmt: skip
    limits.check(letter_changes.voting(replace(WORST_LETTER, policy=longest.document())))
