"""The bot as its own process on a real socket: what arrives late, unreadable, or with its reply lost."""

from datetime import timedelta
from pathlib import Path

from models.sheets import ProposalAnswers
from models.submissions import proposals
from models.terms import Kind
from rehearsal.wire import ledger
from rehearsal.wire.coalition import NOON, a_coalition
from rehearsal.wire.faults import Fault
from rehearsal.wire.line import a_line, custom_ids, texts


async def test_votes_count_as_they_were_made_whatever_the_line_does(tmp_path: Path) -> None:
    async with a_line(tmp_path) as line:
        line.put_clocks(NOON)
        house, now = a_coalition(line, NOON), NOON
        letter_id = house.letter("Keep it safe", now, now + timedelta(days=2))
        answers = ProposalAnswers(Kind.ORGANISATION, "Bridge Trust")
        one = house.write(proposals.propose, house.actor(house.ana), now, letter_id, answers).id
        bot = await line.start()
        await line.until(lambda: ledger.cards_by_proposal(house))
        [card] = [found for found in line.world.messages(house.proposals.id) if custom_ids(found)]
        vote = f"us:1:b:vote:{house.guild.id}:{one}"
        ana, ben, eve = house.members

        line.gateway.hold()  # the later press arrives first
        presses = [line.press(ana, card, f"{vote}:{choice}") for choice in ("for", "against")]
        line.gateway.release()
        await line.until(lambda: all(pressed.answered for pressed in presses))
        assert house.stored(ledger.ballots, one, ana.id)[ana.id] == ["against"]

        lost = line.rest.faults.add(Fault("POST", "*/callback", status=500, after=True))
        pressed = line.press(ben, card, f"{vote}:for")
        await line.until(lambda: pressed.answered)
        assert lost.happened == 1
        assert "You voted “For" in texts(pressed.message)

        line.gateway.say("{no JSON")
        await line.until(lambda: line.gateway.identified == 2)
        pressed = line.press(eve, card, f"{vote}:abstain")
        await line.until(lambda: pressed.answered)
        assert house.stored(ledger.ballots, one, ana.id, ben.id, eve.id) == {
            ana.id: ["against"],
            ben.id: ["for"],
            eve.id: ["abstain"],
        }
        assert "reading what Discord sent failed" in bot.said
        assert await bot.stop() == 0
