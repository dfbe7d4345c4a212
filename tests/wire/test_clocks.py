"""This machine's clock an hour from Discord's: a sentence in the log and in ``check``, nothing twice, nothing lost."""

import asyncio
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlmodel import Session, select

from cli import heartbeat
from models.config import Settings
from models.database.tables import Signatory
from models.sheets import ProposalAnswers
from models.submissions import proposals
from models.terms import Kind
from rehearsal.keys import KEY
from rehearsal.wire import ledger
from rehearsal.wire.coalition import NOON, a_coalition
from rehearsal.wire.line import a_line, custom_ids
from tests.cli.saying import Says


def settled(session: Session, now: datetime) -> bool:
    return not (ledger.unsettled(session, now) or ledger.without_card(session) or ledger.stale(session))


@pytest.mark.parametrize(("hours", "which"), [(1, "ahead of"), (-1, "behind")])
async def test_clocks_an_hour_apart_are_a_sentence_and_nothing_is_lost_or_sent_twice(
    tmp_path: Path, hours: int, which: str
) -> None:
    async with a_line(tmp_path) as line:
        line.put_clocks(NOON)
        house = a_coalition(line, NOON)
        letter_id = house.letter("Keep it safe", NOON - timedelta(hours=2), NOON + timedelta(days=3))
        answers = ProposalAnswers(Kind.ORGANISATION, "Bridge Trust", "KE")
        bots = NOON + timedelta(hours=hours)
        line.move_clocks((bots - datetime.now(UTC)).total_seconds(), discords=False)
        house.write(proposals.propose, house.actor(house.ana), NOON, letter_id, answers)
        bot, alive = await line.start(), Settings(database=line.database).alive_place()
        await line.until(lambda: ledger.cards_by_proposal(house))
        [card] = [one for one in line.world.messages(house.proposals.id) if custom_ids(one)]
        votes = [one for one in custom_ids(card) if one.split(":")[3] == "vote"]
        pressed = [line.press(who, card, votes[0]) for who in house.members[1:]]
        await line.until(lambda: all(one.answered for one in pressed))
        await line.until(lambda: house.stored(settled, bots))
        await line.until(lambda: "connected" in heartbeat.read(alive)[1])
        assert await bot.stop() == 0

        [signatory] = house.stored(lambda session: list(session.exec(select(Signatory.id))))
        people = [who.id for who in house.members[1:]]
        assert {
            who: len(votes) for who, votes in house.stored(ledger.ballots, signatory, *people).items()
        } == dict.fromkeys(people, 1)
        assert list(ledger.cards_by_proposal(house).values()) == [1]
        assert house.stored(lambda session: ledger.misdelivered(house, session)) == []
        said = [one for one in bot.lines if "This machine's clock is" in one]
        assert len(said) == 1, bot.said
        assert (
            f"seconds {which} Discord's. Reminders and deadlines follow this clock: set it with NTP." in said[0]
        )
        check = await asyncio.to_thread(
            Says(tmp_path), "check", UNDERSIGNED_DATABASE=line.database, UNDERSIGNED_TOKEN="x",
            UNDERSIGNED_KEY=KEY.secret.hex(),
        )  # fmt: skip
        assert (check.returncode, check.stdout.splitlines()[8]) == (2, "clock        see below")
        assert re.search(
            rf"On .+ UTC, this machine's clock was [\d,]+ seconds {which} Discord's\. "
            r"Reminders and deadlines follow this clock: set it with NTP\.",
            check.stdout + check.stderr,
        )
