"""Killed, again and again: ``python -m rehearsal.wire.kills --times 300 [--seed 1] [--beside 2] [--json]``.

Each time four members vote, one proposes, and a moderator approves one and puts another on hold, which its proposer is
told, all at once; at one point between that and the last notice the bot is killed as ``kill -9`` does. It starts again,
anyone who read no answer presses again, and then the books must balance. ``--beside`` runs so many coalitions at once,
each with its own bot. Exits with 1 where something was lost, doubled or damaged, and says what.
"""

import argparse
import asyncio
import json
import logging
import random
import sys
import tempfile
import time
from collections.abc import Sequence
from datetime import timedelta
from functools import partial
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from cogs.signatories.review import HOLD
from cogs.ui.addresses import MARK
from cogs.ui.packed_ids import Ids
from models.review import proposer_notices
from models.sheets import ProposalAnswers
from models.submissions import proposals
from models.terms import Kind, SignatoryState
from rehearsal.rest import HANGS_SECONDS
from rehearsal.wire import ledger
from rehearsal.wire.coalition import MODERATED, NOON, MemberAct, a_coalition
from rehearsal.wire.count import Count
from rehearsal.wire.line import Line, a_line, button, custom_ids, texts
from rehearsal.wire.points import POINTS, Point
from rehearsal.wire.rest import Seen

log = logging.getLogger(__name__)

JITTER = 0.012
"""Seconds that pass at most between a point and the kill; half of the kills wait for none of it."""
ANY_MOMENT = 0.5
"""Seconds after the presses within which the kill falls that aims at no point."""
HELD = 3.0
"""Seconds for which the database is held at most: the bot waits five for it."""
PATIENT = 20.0
"""Seconds after which a member who reads no answer presses once more: Discord forgets a press that a busy machine left
alone for three seconds."""
TRIES = round(HANGS_SECONDS / PATIENT)
"""How often; only a bot that hangs answers none of them."""
LATER = 150.0
"""Seconds by which all clocks are put on in the end: what a killed process had claimed is then sent by the next."""


class Killing:
    """One coalition whose bot is killed."""

    def __init__(self, line: Line, seed: int) -> None:
        self.line, self.count, self.dice = line, Count(), random.Random(seed)
        line.put_clocks(NOON)
        now = line.world.now()
        self.house = a_coalition(line, now, members=4)
        closes_at = now + timedelta(days=20)
        self.voted_on = self.house.letter("Keep it safe", now, closes_at)
        self.moderated = self.house.letter("The short way", now, closes_at, MODERATED)
        self.round = 0
        self._propose(self.voted_on, self._name("voted"))

    async def run(self, points: Sequence[Point]) -> None:
        await self._up()
        for point in points:
            self._propose(self.moderated, self._name("approved"))
            self._propose(self.moderated, self._name("held"), "")  # nobody says who agreed: it is not ready
            acts = await self._acts()
            await self._killed_at(point, acts)
            self._down(acts)
            await self._up()
            await self._press_again(acts)
            await self._balanced()
            log.info("killed %s", point.name)
        await self._settled()

    def _name(self, what: str) -> str:
        return f"Institute {what} {self.round}"

    def problem(self, *said: str) -> None:
        self.count.problems += [f"round {self.round}: {one}" for one in said]

    def _propose(self, letter_id: int, name: str, agreed: str = "Their director") -> None:
        answers = ProposalAnswers(Kind.ORGANISATION, name, "KE", authorised_by=agreed, evidence=agreed)
        ana = self.house.actor(self.house.ana)
        self.house.write(proposals.propose, ana, self.line.world.now(), letter_id, answers)

    async def _up(self) -> None:
        """Start the bot."""
        await self.line.start()
        await self._cards_stand()

    async def _cards_stand(self) -> None:
        """Every vote that runs has its card soon."""
        began = time.monotonic()
        await self.line.until(lambda: not self.house.stored(ledger.without_card))
        self.count.longest_without_card = max(self.count.longest_without_card, time.monotonic() - began)

    async def _acts(self) -> list[MemberAct]:
        """What is about to happen, all at once."""
        house, line = self.house, self.line
        [subject] = house.stored(ledger.named, self._name("voted"))
        [card] = [
            one
            for one in line.world.messages(house.proposals.id)
            if any(one_id.partition(MARK)[0].endswith(f":{subject.id}:for") for one_id in custom_ids(one))
        ]
        acts = [self._vote(who, card, subject.id, number) for number, who in enumerate(house.members)]
        asked = line.command(house.mo, house.board, "review", letter=str(self.moderated))
        await line.until(lambda: asked.answered)
        approve = button(asked.message, "review.approve-ready")
        approved, proposed = self._name("approved"), f"Institute voted {self.round + 1}"
        acts.append(
            MemberAct(
                lambda: line.press(house.mo, asked.message, approve),
                lambda session: all(
                    row.state is SignatoryState.APPROVED for row in ledger.named(session, approved)
                ),
            )
        )
        acts.append(self._hold(self._name("held")))
        asked_form = line.command(house.ana, house.board, "propose", kind="organisation", country="Kenya", letter=str(self.voted_on))  # noqa: E501  # fmt: skip
        await line.until(lambda: asked_form.modal)
        modal = asked_form.modal or {}
        acts.append(
            MemberAct(
                lambda: line.submit(house.ana, house.board, modal, {"name": proposed}),
                lambda session: len(ledger.named(session, proposed)) == 1,
            )
        )
        self.dice.shuffle(acts)
        return acts

    def _hold(self, name: str) -> MemberAct:
        [subject] = self.house.stored(ledger.named, name)
        modal = HOLD.open(self.house.guild.id, self.moderated, Ids((subject.id,))).modal().to_dict()
        return MemberAct(
            lambda: self.line.submit(self.house.mo, self.house.board, modal, {"told": "Which branch signs?"}),
            lambda session: all(row.state is SignatoryState.HOLD for row in ledger.named(session, name)),
        )

    def _vote(self, who: Any, card: Any, signatory_id: int, number: int) -> MemberAct:
        choice = ("for", "against", "abstain", "for")[number]
        custom_id = f"us:1:b:vote:{self.house.guild.id}:{signatory_id}:{choice}"
        return MemberAct(
            lambda: self.line.press(who, card, custom_id),
            lambda session: ledger.ballots(session, signatory_id, who.id).get(who.id) == [choice],
        )

    async def _killed_at(self, point: Point, acts: list[MemberAct]) -> None:
        """Let it all happen, and kill the bot at this point; at which of its requests is a matter of luck."""
        bot, loop = self.line.bot, asyncio.get_running_loop()
        assert bot is not None
        later = self.dice.choice((0.0, self.dice.uniform(0, JITTER)))
        at, reached = self.dice.randint(1, 4 if point.several else 1), 0

        def watch(seen: Seen) -> None:
            nonlocal reached
            if point.reached(self.house, seen):
                reached += 1
                if reached == at:
                    loop.call_later(later, bot.kill) if later else bot.kill()

        self.line.rest.watch = watch
        release = self.line.hold_database() if point.held else None
        for act in acts:
            act.begin()
        if release is not None:
            told = lambda: bot.ended or all(act.pressed.acknowledged for act in acts)  # noqa: E731
            await self.line.until_happens(told, HELD)
            release()
        if point.to is None:
            loop.call_later(self.dice.uniform(0, ANY_MOMENT), bot.kill)
        if point.tells:
            everyone = lambda: bot.ended or all(act.pressed.answered for act in acts)  # noqa: E731
            await self.line.until_happens(everyone, PATIENT)
            await self._time_passes(proposer_notices.GATHERED_FOR)
        for _ in range(TRIES):
            over = lambda: bot.ended or (reached < at and self._at_rest(acts))  # noqa: E731
            if await self.line.until_happens(over, PATIENT):
                break
            for act in acts:
                if not act.pressed.answered:
                    act.begin()
                    self.count.expired += 1
        if not bot.ended:
            self.count.not_reached[point.name] += 1
            bot.kill()
        await bot.gone()
        self.line.rest.watch = None
        self.count.kills[point.name] += 1

    def _at_rest(self, acts: list[MemberAct]) -> bool:
        """Everyone was answered, and everything told and drawn: no point is reached any more."""
        if not all(act.pressed.answered for act in acts):
            return False
        now = self.line.world.now()
        return not self.house.stored(
            lambda session: (
                ledger.unsettled(session, now) or ledger.stale(session) or ledger.without_card(session)
            )
        )

    def _down(self, acts: list[MemberAct]) -> None:
        """While no bot runs: whatever was answered is stored, and the file is whole."""
        self.problem(*ledger.damaged(self.line))
        self.problem(*self.house.stored(ledger.broken_journals))
        for act in acts:
            stored = self.house.stored(act.stored)
            if act.pressed.answered:
                self.count.answered_before_the_kill += 1
                if not stored:
                    self.problem(f"answered but not stored: {texts(act.pressed.message)[:80]!r}")
            elif stored:
                self.count.stored_unanswered += 1
            elif act.pressed.acknowledged:
                self.count.acknowledged_only += 1

    async def _press_again(self, acts: list[MemberAct]) -> None:
        """Anyone who read no answer presses again, and reads one."""
        for act in acts:
            for _ in range(TRIES):
                if act.pressed.answered:
                    break
                act.begin()
                answered = partial(getattr, act.pressed, "answered")
                self.count.expired += not await self.line.until_happens(answered, PATIENT)
            if not act.pressed.answered:
                self.problem("pressed again and again, and never answered")
            self.count.answered += 1
            if not self.house.stored(act.stored):
                self.problem(f"pressed again but not stored exactly once: {texts(act.pressed.message)[:80]!r}")

    async def _balanced(self) -> None:
        """Every vote that runs has one card, which shows how many voted."""
        self.round += 1
        await self._cards_stand()
        await self.line.until(lambda: not self.house.stored(ledger.stale))
        doubled = {one: times for one, times in ledger.cards_by_proposal(self.house).items() if times > 1}
        if doubled:
            self.problem(f"cards posted twice: {doubled}")

    async def _time_passes(self, by: timedelta) -> None:
        """The clocks move, and a press lets the bot see it, where it still runs."""
        house, line, bot = self.house, self.line, self.line.bot
        line.put_clocks(line.world.now() + by)
        asked = line.command(house.mo, house.board, "help")
        await line.until_happens(lambda: asked.answered or bot is None or bot.ended, PATIENT)
        if asked.answered:
            line.press(house.mo, asked.message, button(asked.message, "mine"))

    async def _settled(self) -> None:
        """In the end every notice was sent once."""
        house, line = self.house, self.line
        await self._time_passes(timedelta(seconds=LATER))
        await line.until(lambda: not house.stored(ledger.unsettled, line.world.now()))
        self.problem(*self.house.stored(lambda session: ledger.misdelivered(self.house, session)))
        self.count.notices = len(list(ledger.told(self.house)))


async def killed(times: int, seed: int, beside: int = 1, points: Sequence[Point] = POINTS) -> Count:
    """Kill so often, at these points in turn; what came of it."""
    whole = Count()

    async def one(number: int) -> None:
        mine = list(islice(cycle(points), times))[number::beside]
        with tempfile.TemporaryDirectory(prefix="undersigned-") as folder:
            async with a_line(Path(folder)) as line:
                line.world.hurries = True
                killing = Killing(line, seed + number)
                try:
                    await killing.run(mine)
                except AssertionError as never:  # what came of the other kills still counts
                    killing.problem(str(never))
                whole.add(killing.count)

    await asyncio.gather(*(one(number) for number in range(beside)))
    return whole


def main() -> int:
    """Print the counts; the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=300, help="how many kills (300)")
    parser.add_argument("--seed", type=int, default=1, help="of the random moments (1)")
    parser.add_argument("--beside", type=int, default=1, help="how many coalitions at once (1)")
    parser.add_argument("--json", action="store_true", help="one line of figures as JSON")
    arguments = parser.parse_args()
    logging.basicConfig(format="%(asctime)s %(message)s")
    log.setLevel(logging.INFO)
    figures = asyncio.run(killed(arguments.times, arguments.seed, arguments.beside)).figures()
    if arguments.json:
        print(json.dumps(figures))
    else:
        for name, said in figures.items():
            print(f"{name:<30} {json.dumps(said, indent=2) if isinstance(said, dict) else said}")
    return 1 if figures["problems"] else 0


if __name__ == "__main__":
    sys.exit(main())
