"""Two servers with one bot, and someone who moderates both; tests enter them themselves."""

import inspect
import itertools
from collections.abc import AsyncIterator, Iterable, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from typing import Any

from sqlmodel import Session, SQLModel, col, delete, select

from cogs.runtime import messages
from cogs.runtime.routes import Route
from cogs.ui.forms import OpenForm, Pick, Text, Upload
from cogs.ui.layout import Choose, Option, Press, plain
from cogs.ui.packed_ids import Ids
from models import journal
from models.coalitions import setup
from models.database.tables import Decision, Draft, Notice, Suggestion, Wish
from models.importing import batches
from models.letter_parts import Part
from models.letters import letters, parts, talking_points, texts as text, window
from models.participants import drafts, languages, participants
from models.review import review
from models.sheets import Actor, BatchAnswers, CoalitionChanges, ParticipantAnswers, ProposalAnswers
from models.sheets.batches import Given
from models.submissions import proposals
from models.terms import Kind, NoticeKind
from tests.cogs.campaign import CLOSE
from tests.cogs.desk import Desk, a_desk, texts
from tests.cogs.server import START

SECRET = "Northern Lights"
"""Stands in every text of the first server."""
NOTHING_CHOSEN: CoalitionChanges = {
    "welcome_id": None, "announcements_id": None, "proposals_id": None, "moderators_id": None, "member_role_id": None,
    "moderator_role_id": None,
}  # fmt: skip
OWN = ParticipantAnswers("Hill Fund", "Director", "", direct_messages=False)
MENUS = {
    "coordinator.chosen": "user_id",
    "import.show": "batch_id",
    "panel.chosen": "letter_id",
    "person.chosen": "user_id",
    "turn-down.chosen": "user_id",
    "propose.letter": "letter_id",
    "reminders.pick": "notice_id",
    "wishes.one": "wish_id",
    "wishes.take": "letter_id",
    "review.undo-chosen": "decision_id",
    "setup.channel": "channel_id",
    "setup.role": "role_id",
}
"""What is chosen in a menu by its route; in all others a signatory."""

Rows = dict[str, list[str]]
"""All rows of all tables."""


@dataclass
class Abroad:
    """Mo is in the second server, ``here``, and holds the ids of the first."""

    desk: Desk
    here: Any
    hall: Any
    mo: Any
    ids: dict[str, Any]
    own_letter_id: int
    kept: Rows = field(default_factory=dict)
    commits: int = 0

    async def rows(self) -> Rows:
        """What is stored now."""
        await self.desk.server.stage.env.settle()
        changes = self.desk.store.changes
        if changes.since(self.commits, SQLModel.metadata.tables):
            self.commits = changes.count
            self.kept = await self.desk.store.read(_rows)
        return self.kept

    async def begin(self) -> None:
        """Mo takes part here, nothing is chosen in the settings and no draft is kept, whatever was pressed before."""
        actor, now = Actor(self.here.id, self.mo.id, manages_server=True), self.desk.now

        def anew(session: Session) -> None:
            setup.set_up(session, actor, now, NOTHING_CHOSEN)
            session.exec(delete(Draft).where(col(Draft.guild_id) == actor.guild_id))
            participants.take_part(session, actor, now, OWN)
            languages.heard(session, {(actor.guild_id, actor.user_id): "en"})

        await self.desk.store.write(anew)
        await self.desk.server.stage.tell()

    async def press(self, route: str, guild_id: int, arguments: Iterable[object]) -> str:
        """The answer to a button or menu with this address, pressed in the second server."""
        stage, of = self.desk.server.stage, self.desk.server.stage.bot.router.presses[route]
        channel = stage.bot.get_partial_messageable(self.hall.id, guild_id=self.here.id)
        about = tuple(arguments)
        if not takes_values(of):
            sent = await messages.send(channel, plain("-", Press("Go", route, guild_id, about)), nonce="go")
            return self._said(await self.mo.click(sent, label="Go"))
        value = str(self.ids[MENUS.get(route, "signatory_id")])
        menu = Choose("Go", route, guild_id, [Option("It", value)], about)
        sent = await messages.send(channel, plain("-", menu), nonce="go")
        return self._said(await self.mo.select(sent, [value]))

    async def send_in(self, route: str, guild_id: int, arguments: Iterable[object]) -> str:
        """The answer to a form with this address, sent in from the second server."""
        asked = self.desk.server.stage.bot.router.forms[route].form
        assert asked is not None
        modal = OpenForm(asked, guild_id, tuple(map(str, arguments))).modal()
        answers: dict[str, Any] = {
            field.name: field.options[0][0]
            if isinstance(field, Pick)
            else "x"
            if isinstance(field, Text)
            else None
            if isinstance(field, Upload)
            else True
            for field in asked.fields
        }
        return self._said(await self.desk.server.stage.hand_in(self.mo, self.hall, modal, answers))

    def _said(self, result: Any) -> str:
        return str(result.modal) if result.modal else texts(self.desk.server.stage.answer(result))


def takes_values(route: Route) -> bool:
    """Whether it serves a menu."""
    return "values" in inspect.signature(route.handler).parameters


def names(route: Route) -> list[str]:
    """The names of the arguments in its address."""
    leading = 1 if route.form is None else 2
    found = list(inspect.signature(route.handler).parameters)[leading : leading + len(route.converters)]
    return ["letter_id" if name == "letter" else name for name in found]


def arguments(route: Route, ids: dict[str, Any]) -> Iterator[tuple[object, ...]]:
    """The arguments of its address, once for each choice that it knows."""
    pairs = zip(names(route), route.converters, strict=True)
    return itertools.product(*(_values(name, convert, ids) for name, convert in pairs))


def _values(name: str, convert: Any, ids: dict[str, Any]) -> list[object]:
    if name in ids:
        return [ids[name]]
    if isinstance(convert, type) and issubclass(convert, Enum):
        return [one.value for one in convert]
    if convert is str:
        return ["en"]
    assert not name.endswith(("id", "ids")), f"say in tests/cogs/abroad.py what {name} is in the other server"
    return [1]


def _rows(session: Session) -> Rows:
    run = session.connection().exec_driver_sql
    return {
        name: sorted(map(repr, run(f'SELECT * FROM "{name}"')))  # noqa: S608 (our own names)
        for name in SQLModel.metadata.tables
    }


def _imported(session: Session, moderator: Actor, letter_id: int) -> int:
    """A list that was imported there; its id."""
    rows = (Given(1, f"{SECRET} Four", Kind.ORGANISATION),)
    answers = BatchAnswers(rows, SECRET, "", signed=True, authorised_by=SECRET, evidence=SECRET)
    shown = batches.preview(session, moderator, START, letter_id, answers)
    ready = batches.prepare(session, moderator, START, letter_id, answers, shown.digest)
    return batches.store(session, moderator, START, letter_id, answers, ready).id


def _wished(session: Session, moderator: Actor, letter_id: int) -> int:
    """A name on the wish list there; its id."""
    parts.switch(session, moderator, START, letter_id, Part.WISHES, wanted=True)
    wish = Wish(guild_id=moderator.guild_id, letter_id=letter_id, kind=Kind.COMPANY, name=SECRET, name_key="x",
                added_at=START)  # fmt: skip
    session.add(wish)
    session.flush()
    return wish.id


def _suggested(session: Session, moderator: Actor, letter_id: int, version_id: int) -> int:
    """A suggestion for the text there; its id."""
    row = Suggestion(
        guild_id=moderator.guild_id, letter_id=letter_id, text_version_id=version_id, passage=SECRET, wording=SECRET,
        reason=SECRET, suggested_at=START,
    )  # fmt: skip
    session.add(row)
    session.flush()
    return row.id


@asynccontextmanager
async def abroad(tmp_path: Path) -> AsyncIterator[Abroad]:
    async with a_desk(tmp_path) as desk:
        stage, server = desk.server.stage, desk.server
        here = stage.env.create_guild("Hill Path Coalition", owner=desk.mo.user)
        hall, mo = here.create_text_channel("hall"), here.add_member(desk.mo.user)
        await stage.env.settle()
        one = await desk.propose(f"{SECRET} One")
        await desk.approve(one)
        moderator, manager = desk.moderator(), Actor(here.id, mo.id, manages_server=True)

        def prepare(session: Session) -> tuple[dict[str, Any], int]:
            there, answers = desk.world.letter.id, {"name": f"{SECRET} Two"}
            written = text.write(session, moderator, START, there, SECRET, "en")
            talking_points.put(session, moderator, START, there, SECRET, SECRET)
            proposed = ProposalAnswers(Kind.ORGANISATION, f"{SECRET} Three")
            waiting = proposals.propose(session, server.actor(desk.world.ben), START, there, proposed)
            kept = drafts.save(
                session, Actor(server.guild.id, mo.id), START, "propose", [there, "company", ""], answers
            )
            decision = session.exec(select(Decision.id).where(col(Decision.signatory_id) == one)).one()
            ids = {"letter_id": there, "signatory_id": waiting.id, "after_id": one, "user_id": desk.ike.id}
            ids |= {"draft_id": kept, "decision_id": decision, "ids": Ids((waiting.id,))}
            ids |= {"other_id": one, "into_id": one, "batch_id": _imported(session, moderator, there)}
            ids |= {"channel_id": server.hall.id, "role_id": desk.role.id, "version_id": written.version.id}
            planned = select(col(Notice.id)).where(
                Notice.letter_id == there, Notice.kind == NoticeKind.REMINDER
            )
            ids |= {"notice_id": session.exec(planned).first()}
            ids |= {"wish_id": _wished(session, moderator, there)}
            ids |= {"suggestion_id": _suggested(session, moderator, there, written.version.id)}
            ids |= {"entry_id": journal.newest(session, server.guild.id)}
            setup.set_up(session, manager, START, {})
            participants.take_part(session, manager, START, OWN)
            own = letters.create(session, manager, START, "Keep it here", "The Minister", CLOSE)
            window.open_(session, manager, START, own.id)
            mine = proposals.propose(session, manager, START, own.id, ProposalAnswers(Kind.COMPANY, "Here"))
            review.hold(session, Actor(here.id, 1, manages_server=True), START, (mine.id,), "Wait", "")
            return ids, own.id

        ids, own_letter_id = await desk.store.write(prepare)
        await stage.env.advance_time(2 * 3600)  # what the preparation left to be told is told
        yield Abroad(desk, here, hall, mo, ids, own_letter_id)
