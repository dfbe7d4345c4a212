"""What an act costs, in exact numbers: ``python -m benchmarks.acts [--json]``.

Each is done once through the real bot on a simulated Discord, as a person does it, with all that the bot does after it
of its own accord. Counted are the statements that read and that write, the transactions that the writer began, and the
requests to Discord. The numbers are the same on every machine.
"""

import argparse
import asyncio
import json
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

from msgspec.structs import replace
from sqlalchemy import Engine, event
from sqlmodel import Session

from benchmarks.rows import row
from cogs.ui.addresses import Address
from models.coalitions import setup
from models.config import Settings
from models.letters import letters, texts, window
from models.participants import participants
from models.rules.voting_policy import Policy
from models.sheets import Actor, CoalitionChanges, LetterSheet, ParticipantAnswers, ProposalAnswers
from models.submissions import proposals
from models.terms import Kind, Preset
from rehearsal.stage import Stage, raised
from rehearsal.timeline import walked

START = datetime(2025, 2, 13, 17, 0, tzinfo=UTC)
CLOSE = START + timedelta(days=7)
MANY = 100
COUNTED = ("reads", "writes", "transactions", "requests")
Counts = dict[str, int]


@contextmanager
def statements(engine: Engine) -> Iterator[Counts]:
    """How many statements read, how many write, and in how many transactions of the writer, while this is entered."""
    found = dict.fromkeys(COUNTED, 0)

    def note(_connection: Any, _cursor: Any, statement: str, *_more: Any) -> None:
        word = statement.split(None, 1)[0].upper()
        if word in ("SELECT", "WITH"):
            found["reads"] += 1
        elif word in ("INSERT", "UPDATE", "DELETE"):
            found["writes"] += 1

    def begun(connection: Any) -> None:
        found["transactions"] += connection.get_execution_options().get("sqlite_begin") == "IMMEDIATE"

    event.listen(engine, "before_cursor_execute", note)
    event.listen(engine, "begin", begun)
    try:
        yield found
    finally:
        event.remove(engine, "before_cursor_execute", note)
        event.remove(engine, "begin", begun)


@dataclass
class Campaign:
    """An open letter with its channels, and who acts: one takes part, one moderates, the others only take part."""

    stage: Stage
    moderator: Actor
    letter: LetterSheet
    hall: Any
    proposals: Any
    ana: Any
    mo: Any
    others: list[Any]

    async def counted(self, act: Callable[[], Awaitable[object]]) -> Counts:
        """What one act costs. All that came before it is told first."""
        await self.stage.tell()
        self.stage.forget_traffic()
        with statements(self.stage.bot.store.engine) as counts:
            await act()
            await self.stage.env.settle()
        return counts | {"requests": len(self.stage.env.http_requests)}

    async def proposed(self, *names: str) -> None:
        """Names with who agreed, put forward by another each."""
        for number, name in enumerate(names):
            actor = Actor(self.moderator.guild_id, self.others[number % len(self.others)].id)
            answers = ProposalAnswers(Kind.ORGANISATION, name, authorised_by="Its director", evidence="E-mail")
            await self.stage.bot.store.write(
                proposals.propose, actor, self.stage.env.now(), self.letter.id, answers
            )
        await self.stage.tell()

    async def form(self, command: str, typed: dict[str, Any], **options: str) -> None:
        """A command, and the form that it opens, handed in."""
        opened = await self.ana.slash(self.hall, command, **options)
        await self.ana.submit_modal(opened, typed)

    async def press(self, who: Any, message: Any, route: str, *ends: str) -> None:
        """Press the button that leads there, with these last arguments."""
        for part in walked(message.components):
            address = Address.parse(part.get("custom_id") or "")
            if (
                address is not None
                and address.route == route
                and address.arguments[len(address.arguments) - len(ends) :] == ends
            ):
                await who.click(message, custom_id=part["custom_id"])
                return
        raise LookupError(f"no button leads to {route} {ends}")


def newest(result: Any) -> Any:
    """The private answer to an interaction."""
    return result.followups[-1] if result.followups else result.response


@asynccontextmanager
async def a_campaign(database: str, members: int, policy: Policy) -> AsyncIterator[Campaign]:
    """Enter it where it is used: the simulated clock belongs to the task that did."""
    async with raised(Settings(database=database, card_seconds=0), start=START) as stage:
        boss = stage.env.create_user("boss")
        guild = stage.env.create_guild("River Path Coalition", owner=boss)
        hall, announcements, cards = (
            guild.create_text_channel(name) for name in ("hall", "announcements", "proposals")
        )
        role = guild.create_role("Moderators")
        guild.add_member(boss)
        mo = guild.add_member(stage.env.create_user("mo"), roles=[role])
        ana, *others = [guild.add_member(stage.env.create_user(f"member-{one}")) for one in range(members)]
        await stage.env.settle()
        moderator = Actor(guild.id, mo.id, frozenset({role.id}), manages_server=True)

        def prepare(session: Session) -> LetterSheet:
            chosen: CoalitionChanges = {
                "announcements_id": announcements.id,
                "proposals_id": cards.id,
                "moderators_id": hall.id,
                "moderator_role_id": role.id,
            }
            setup.set_up(session, moderator, START, chosen)
            for number, one in enumerate((mo, ana, *others)):
                answers = ParticipantAnswers(f"Organisation {number}", "Director", "UTC", direct_messages=True)
                participants.take_part(session, replace(moderator, user_id=one.id), START, answers)
            made = letters.create(session, moderator, START, "Keep it safe", "The Minister", CLOSE, "UTC")
            letters.set_policy(session, moderator, START, made.id, policy)
            texts.write(session, moderator, START, made.id, "We ask you to keep it safe.")
            return window.open_(session, moderator, START, made.id)

        letter = await stage.bot.store.write(prepare)
        stage.show_command(guild, "review", role)
        await stage.tell()
        yield Campaign(stage, moderator, letter, hall, cards, ana, mo, others)


async def counted(folder: Path, many: int = MANY) -> dict[str, Counts]:
    """What each act costs, those about many things with so many."""
    found = {}
    async with a_campaign(f"sqlite:///{folder}/votes.db", 3, Policy()) as campaign:
        await campaign.proposed("Bridge Trust")
        card = campaign.stage.messages(campaign.proposals)[-1]
        found["a first vote"] = await campaign.counted(
            lambda: campaign.press(campaign.ana, card, "vote", "for")
        )
        found["a vote"] = await campaign.counted(lambda: campaign.press(campaign.ana, card, "vote", "abstain"))
        name = {"name": "Harbour Watch"}
        options = {"kind": "organisation", "country": "KE"}
        found["propose"] = await campaign.counted(lambda: campaign.form("propose", name, **options))
        own = {"name": "Organisation 1", "kind": "organisation", "authorised": True}
        found["sign"] = await campaign.counted(lambda: campaign.form("sign", own, **{"as": "organisation"}))
    async with a_campaign(
        f"sqlite:///{folder}/names.db", many, Policy(preset=Preset.MODERATORS_ONLY)
    ) as campaign:
        for names, label in (1, "approve"), (many, f"approve {many}"):
            await campaign.proposed(*(f"Harbour {names}.{number}" for number in range(names)))
            queue = newest(await campaign.mo.slash(campaign.hall, "review"))
            found[label] = await campaign.counted(
                partial(campaign.press, campaign.mo, queue, "review.approve-ready")
            )
        list_ = partial(campaign.ana.slash, campaign.hall, "signatory list")
        found["first page of the list"] = await campaign.counted(list_)
        page = newest(await list_())
        turn = partial(campaign.press, campaign.ana, page, "roster.turn")
        found["next page of the list"] = await campaign.counted(turn)
        await campaign.stage.leap(CLOSE - timedelta(hours=8))
        found[f"a reminder to {many}"] = await campaign.counted(
            lambda: campaign.stage.leap(CLOSE - timedelta(hours=6))
        )
    return found


def rows(found: dict[str, Counts]) -> list[dict[str, Any]]:
    """The numbers for the table."""
    return [
        row(f"{name}: {what}", number, "") for name, counts in found.items() for what, number in counts.items()
    ]


def main() -> None:
    """Print the numbers."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true", help="one line of figures as JSON")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="undersigned-") as folder:
        found = asyncio.run(counted(Path(folder)))
    if arguments.json:
        print(json.dumps({"acts": found, "rows": rows(found)}))
        return
    print(f"{'':<28}" + "".join(f"{what:>14}" for what in COUNTED))
    for name, counts in found.items():
        print(f"{name:<28}" + "".join(f"{counts[what]:>14}" for what in COUNTED))


if __name__ == "__main__":
    main()
