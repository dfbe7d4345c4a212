"""After a secret vote nothing anywhere tells who chose what: not the database's files, the logs or an export."""

import logging
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from sqlmodel import Session, SQLModel

from models.letters import window
from models.operations import personal_data
from models.participants import languages
from models.sheets import Actor
from models.submissions import proposals
from models.terms import Choice, Preset
from models.views import moderation_log, outreach, signatory_detail, working_sheet
from tests import databases
from tests.cogs.vote import World, a_vote, seen

PRESETS: dict[str, dict[str, Any]] = {
    "open vote": {},
    "no objection": {"preset": Preset.NO_OBJECTION.value, "objections": 2},
    "quorum vote": {"preset": Preset.QUORUM_VOTE.value, "quorum": 2, "threshold": "2/3"},
    "one vote an organisation": {"per_organisation": True},
    "no objection of organisations": {
        "preset": Preset.NO_OBJECTION.value,
        "objections": 1,
        "per_organisation": True,
    },
}
COUNTED, CORRECTED, REFUSED, LATE = "Counted-words", "Corrected-words", "Refused-words", "Late-words"
HOUR = 3600


async def dumped(world: World) -> list[str]:
    """Every row of every table, as text."""

    def rows(session: Session) -> list[str]:
        return [
            f"{table.name} {tuple(row)}"
            for table in SQLModel.metadata.sorted_tables
            for row in session.connection().execute(table.select())
        ]

    return await world.stage.bot.store.read(rows)


def about(rows: Sequence[str], world: World) -> list[str]:
    """The rows that name one of those who vote, apart from the name that they vote on: its proposer is there."""
    named = (row for row in rows if any(str(one.id) in row for one in world.voters))
    return sorted(row for row in named if not row.startswith("signatory "))


def on_disk(folder: Path) -> bytes:
    """Every byte of the database's files: the file itself, its write-ahead log, copies."""
    return b"".join(file.read_bytes() for file in folder.rglob("*") if file.is_file())


async def exported(world: World) -> str:
    """Everything that anybody is handed of this server afterwards."""
    store, now, guild_id = world.stage.bot.store, world.stage.env.now(), world.manager.guild_id
    letter_id = world.proposal.letter_id
    found = [
        repr(await store.read(working_sheet.take, world.manager, now, letter_id)),
        repr(await store.read(moderation_log.show, world.manager, letter_id)),
        repr(await store.read(outreach.due, world.manager, letter_id)),
        repr(await store.read(signatory_detail.show, world.manager, world.proposal.id)),
    ]
    for one in world.voters:
        sheet = await store.read(personal_data.export, Actor(guild_id, one.id))
        assert sheet.kept["votes"] == ()
        found.append(repr(sheet))
    found += [seen(message) for message in world.stage.messages(world.proposals)]
    return "\n".join(found)


async def objects(world: World, who: Any, *reasons: str) -> None:
    """An objection, sent in again with each further reason."""
    for reason in reasons:
        opened = await who.click(world.card(), label="Against: leave out")
        said = seen(world.stage.answer(await who.submit_modal(opened, {"reason": reason})))
        assert "leave out”.**" in said


async def voted(world: World, policy: dict[str, Any]) -> None:
    """Everyone votes and changes it; where objections take a form, one is corrected, one refused and one too late."""
    first, second, third = world.voters
    if policy.get("preset") != Preset.NO_OBJECTION.value:
        for who, choices in ((first, "for against"), (second, "against for"), (third, "abstain against")):
            for choice in choices.split():
                await who.click(world.card(), custom_id=world.address(Choice(choice)))
        await world.stage.env.advance_time(HOUR + 60)
        return
    await objects(world, first, CORRECTED, COUNTED)
    store, env, letter_id = world.stage.bot.store, world.stage.env, world.proposal.letter_id
    others = (second, third) if not policy.get("per_organisation") else (first, first)
    paused = await others[0].click(world.card(), label="Against: leave out")
    late = await others[1].click(world.card(), label="Against: leave out")
    await store.write(window.pause, world.manager, env.now(), letter_id)
    said = seen(world.stage.answer(await others[0].submit_modal(paused, {"reason": REFUSED})))
    assert REFUSED in said, "what is not stored is given back"
    await store.write(window.resume, world.manager, env.now(), letter_id)
    await env.advance_time(HOUR + 60)
    said = seen(world.stage.answer(await others[1].submit_modal(late, {"reason": LATE})))
    assert LATE in said


@pytest.mark.parametrize("preset", PRESETS)
async def test_a_secret_vote_leaves_nothing_that_tells_who_chose_what(
    tmp_path: Path, preset: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    policy = PRESETS[preset]
    objected = policy.get("preset") == Preset.NO_OBJECTION.value
    async with a_vote(tmp_path, policy=policy) as world:
        spoken = {(world.manager.guild_id, one.id): "en" for one in world.voters}
        await world.stage.bot.store.write(languages.heard, spoken)  # the first press alone would write it down
        before = about(await dumped(world), world)
        await voted(world, policy)
        assert (await world.stored()).state.value != "voting"
        rows = await dumped(world)
        assert about(rows, world) == before, "no row about a person was written or changed by their votes"
        assert [row for row in rows if row.startswith(("ballot ", "draft "))] == []
        holding = [row.split(" ")[0] for row in rows if COUNTED in row]
        assert holding == (["vote"] if objected else []), "reasons stay with the vote, without a name"
        assert [row for row in rows for one in (CORRECTED, REFUSED, LATE) if one in row] == []
        files = on_disk(tmp_path)
        ours = ("models", "cogs", "cli")
        words = "\n".join(one.getMessage() for one in caplog.records if one.name.startswith(ours))
        handed = await exported(world)
    closed = on_disk(tmp_path)
    for one in (CORRECTED, REFUSED, LATE):
        assert one.encode() not in files + closed
        assert one not in handed
    for one in (CORRECTED, REFUSED, LATE, COUNTED, *(str(one.id) for one in world.voters)):
        assert one not in words, "no log names a voter or repeats a reason"


@databases.only_sqlite
async def test_a_vote_that_ends_without_a_count_leaves_no_reason_on_the_disk(tmp_path: Path) -> None:
    async with a_vote(tmp_path, policy=PRESETS["no objection"]) as world:
        await objects(world, world.voters[1], CORRECTED, COUNTED)
        assert COUNTED.encode() in on_disk(tmp_path), "what is looked for is there while the vote runs"
        proposer = Actor(world.manager.guild_id, world.voters[0].id)
        store = world.stage.bot.store
        await store.write(proposals.cancel, proposer, world.stage.env.now(), world.proposal.id)
        found = on_disk(tmp_path)
    assert [one for one in (CORRECTED, COUNTED) if one.encode() in found + on_disk(tmp_path)] == []
