"""A coalition on the wire: its server on the simulated Discord, and what is in the database before the bot starts."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, TypeVar

from sqlmodel import Session

from models.coalitions import setup
from models.database import keyed, schema
from models.database.store import make_engine
from models.letters import letters, window
from models.participants import participants
from models.rules.voting_policy import Policy
from models.sheets import Actor, ParticipantAnswers
from models.terms import Preset
from rehearsal.keys import KEY
from rehearsal.wire.inside import Pressed
from rehearsal.wire.line import Line

T = TypeVar("T")
MODERATED = Policy(preset=Preset.MODERATORS_ONLY)
NOON = datetime(2026, 2, 3, 12, tzinfo=UTC)
"""Where the clocks are put, so that a run by night, in people's quiet hours, is no other than one by day."""


@dataclass
class MemberAct:
    """What one member does, until it is answered. ``stored`` says whether the database holds it."""

    do: Callable[[], Pressed]
    stored: Callable[[Session], bool]
    pressed: Pressed = None  # type: ignore[assignment]

    def begin(self) -> None:
        self.pressed = self.do()


@dataclass
class Coalition:
    """A server with its channels, a moderator, and members who take part; Ana, the first, wants direct messages."""

    line: Line
    guild: Any
    news: Any
    proposals: Any
    board: Any
    mo: Any
    members: list[Any]
    role: Any

    @property
    def ana(self) -> Any:
        return self.members[0]

    @property
    def moderator(self) -> Actor:
        return Actor(self.guild.id, self.mo.id, frozenset({self.role.id}), manages_server=True)

    def actor(self, who: Any) -> Actor:
        return Actor(self.guild.id, who.id)

    def stored(self, query: Callable[..., T], *arguments: Any) -> T:
        """What a query says, run on the database itself."""
        with session(self.line) as open_:
            return query(open_, *arguments)

    def write(self, verb: Callable[..., T], *arguments: Any) -> T:
        """What a verb says, run on the database beside the bot."""
        with session(self.line, begin="IMMEDIATE") as open_:
            return verb(open_, *arguments)

    def letter(self, title: str, opened_at: datetime, closes_at: datetime, policy: Policy | None = None) -> int:
        """An open letter; its id."""

        def prepare(open_: Session) -> int:
            made = letters.create(open_, self.moderator, opened_at, title, "The Minister", closes_at)
            letters.edit(open_, self.moderator, opened_at, made.id, {"most_open": letters.MOST_OPEN[-1]})
            if policy is not None:
                letters.set_policy(open_, self.moderator, opened_at, made.id, policy)
            window.open_(open_, self.moderator, opened_at, made.id)
            return made.id

        return self.write(prepare)


@contextmanager
def session(line: Line, begin: str = "DEFERRED") -> Iterator[Session]:
    """A session on the bot's database, committed at its end."""
    engine = make_engine(line.database)
    try:
        with (
            Session(
                engine.execution_options(sqlite_begin=begin), expire_on_commit=False, info={keyed.KEY: KEY}
            ) as open_,
            open_.begin(),
        ):
            yield open_
    finally:
        engine.dispose()


def a_coalition(line: Line, now: datetime, members: int = 3, guild_id: int | None = None) -> Coalition:
    """Make one; the bot need not run."""
    schema.migrate(line.database)
    guild = line.world.create_guild("River Path Coalition", id=guild_id)
    news, proposals, board = (guild.create_text_channel(name) for name in ("news", "proposals", "board"))
    role = guild.create_role("Moderator")
    mo = guild.add_member(line.world.create_user("mo"), roles=(role,))
    people = [guild.add_member(line.world.create_user(f"member-{number}")) for number in range(members)]
    made = Coalition(line, guild, news, proposals, board, mo, people, role)
    began = now - timedelta(days=1)

    def prepare(open_: Session) -> None:
        setup.set_up(
            open_,
            Actor(guild.id, mo.id, manages_server=True),
            began,
            {
                "announcements_id": news.id,
                "proposals_id": proposals.id,
                "moderators_id": board.id,
                "moderator_role_id": role.id,
            },
        )
        for who in (mo, *people):
            answers = ParticipantAnswers(
                f"House of {who.name}", "Director", "", direct_messages=who is people[0]
            )
            actor = made.moderator if who is mo else made.actor(who)
            participants.take_part(open_, actor, began, answers)

    made.write(prepare)
    return made
