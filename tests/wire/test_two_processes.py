"""Two processes with one token on one SQLite file: one is the bot, and the other takes over when it is gone."""

from datetime import timedelta
from pathlib import Path

from sqlmodel import select

from models.database.tables import Signatory
from models.sheets import ProposalAnswers
from models.submissions import proposals
from models.terms import Kind
from rehearsal.wire import ledger
from rehearsal.wire.coalition import NOON, a_coalition
from rehearsal.wire.line import a_line, custom_ids


async def test_of_two_processes_on_one_file_one_is_the_bot_and_nothing_is_sent_twice_or_lost(
    tmp_path: Path,
) -> None:
    async with a_line(tmp_path) as line:
        line.put_clocks(NOON)
        house = a_coalition(line, NOON)
        letter_id = house.letter("Keep it safe", NOON - timedelta(hours=2), NOON + timedelta(days=3))
        answers = ProposalAnswers(Kind.ORGANISATION, "Bridge Trust", "KE")
        house.write(proposals.propose, house.actor(house.ana), NOON, letter_id, answers)
        first = await line.start()
        try:
            second = await line.launch(alive_file=tmp_path / "second.alive")
            await line.until(
                lambda: "on standby: another process is running the bot on this database" in second.said
            )
            await line.until(lambda: ledger.cards_by_proposal(house))
            [card] = [one for one in line.world.messages(house.proposals.id) if custom_ids(one)]
            [vote, *_] = [one for one in custom_ids(card) if one.split(":")[3] == "vote"]
            one, other = house.members[1:]
            pressed = line.press(one, card, vote)
            await line.until(lambda: pressed.answered)
            assert line.gateway.identified == 1
        finally:
            first.kill()
            await first.gone()
        await line.until(lambda: line.gateway.identified == 2)
        pressed = line.press(other, card, vote)
        await line.until(lambda: pressed.answered)
        assert await second.stop() == 0

        [signatory] = house.stored(lambda session: list(session.exec(select(Signatory.id))))
        cast = house.stored(ledger.ballots, signatory, one.id, other.id)
        assert {who: len(choices) for who, choices in cast.items()} == {one.id: 1, other.id: 1}
        assert list(ledger.cards_by_proposal(house).values()) == [1]
        assert house.stored(lambda session: ledger.misdelivered(house, session)) == []
        assert ledger.damaged(line) == []
