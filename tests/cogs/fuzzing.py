"""Fuzzing through the simulated Discord: whatever is typed into a form or an option, and whatever address is pressed,
is answered in words. Everything comes from one seed, so that what was found can be played again."""

import logging
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import EnumType
from typing import Any

import discord
from discord import app_commands
from sqlmodel import select

from cogs.runtime import messages
from cogs.runtime.routes import Route
from cogs.ui.forms import OpenForm, Pick, Text, Upload
from cogs.ui.layout import Choose, Option, Press, plain
from cogs.ui.packed_ids import Ids
from models.database.tables import Notice, Suggestion, Wish
from models.letter_parts import Part
from models.letters import letters, parts, texts as text
from models.participants import drafts, participants
from models.review import review
from models.signatories import contacts
from models.terms import Kind, NoticeKind
from models.wishes import adding
from tests.cogs.abroad import MENUS, names, takes_values
from tests.cogs.desk import Desk, texts
from tests.cogs.misfits import misfits

ADDRESS, NOTE, WORDS = "office@hidden.example", "Between us alone", "Words under embargo"
"""What only moderators see, and what nobody outside sees before publication."""
NASTY = (
    "", " ", "@everyone @here <@1> <@&2> <#3>", "**[x](https://evil.example)** `||~~_*", "```\n# Heading\n- list",
    "\u202egnp.exe\u202c", "Z\u0337\u0321a\u0338l\u0334g\u0336o\u0335 " * 9, "\u0440\u0430ypal", "a\x00b\x07c",
    "=1+1", "'; DROP TABLE signatory; --", "{}{0}{name}%s%(x)s", "<script>alert(1)</script>", "&amp;&#39;",
    "\u200b\u200b", "x" * 4000, "1e999", "-1", "0", "9" * 20, "\u0663", "NaN", "2025-02-30", "31 June 25:99 EST",
    "tomorrow", "#1", f"#{'9' * 20}", "#-1", "us:1:b:vote:1:2:for", "en\n\nfr", "name: x\nname: y", "\r\n\t",
    "\U0001f3f3\ufe0f\u200d\U0001f308" * 50, "\u0141\u00f3d\u017a & Co. KG, Inc.", "O'Neil / S\u00f6hne", "n/a",
    "cc: me", "../../etc/passwd", "\uffff", "\u2028line\u2029", "\ufdfa" * 30, "\U0001f600",
)  # fmt: skip
OUTSIDE = (0, -1, 1, 2**31, 2**62, 10**18)
UNANSWERED = "Something went wrong on my side"


class Errors(logging.Handler):
    """Keeps what was logged as an error."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.found: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.found.append(self.format(record))


@dataclass
class Fuzz:
    """One world and one seed."""

    desk: Desk
    seed: int
    eve: Any = None
    ids: dict[str, Sequence[Any]] = field(default_factory=dict)
    steps: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.random = random.Random(self.seed)  # noqa: S311

    async def prepare(self) -> None:
        """Something of everything to press: names in several states, an address, a note, a text, a draft."""
        desk = self.desk
        self.eve = desk.server.add("eve")
        for name in HIDDEN:
            self.stage.show_command(desk.server.guild, name, desk.role)
        await desk.server.stage.env.settle()
        one, two = await desk.propose("Hidden House One"), await desk.propose("Hidden House Two", agreed=False)
        three, moderator = await desk.enter("Hidden House Three"), desk.moderator()
        await desk.approve(one)
        letter_id = desk.world.letter.id

        def more(session: Any) -> tuple[int, int, int, Sequence[Any], dict[str, Sequence[Any]]]:
            contacts.put(session, moderator, desk.now, one, ADDRESS)
            held = review.hold(session, moderator, desk.now, [three], "Wait", NOTE).answers[0]
            written = text.write(session, moderator, desk.now, letter_id, WORDS)
            kept = drafts.save(session, moderator, desk.now, "propose", [letter_id, "company", ""], {})
            planned = session.exec(select(Notice.id).where(Notice.kind == NoticeKind.REMINDER)).all()
            for part in Part:
                parts.switch(session, moderator, desk.now, letter_id, part, wanted=True)
            adding.add(
                session, desk.server.actor(desk.world.ben), desk.now, letter_id, Kind.COMPANY, "Hidden Works"
            )
            wishes = session.exec(select(Wish.id)).all()
            suggested = Suggestion(
                guild_id=desk.server.guild.id, letter_id=letter_id, text_version_id=written.version.id,
                passage=WORDS, reason=NOTE, suggested_at=desk.now,
            )  # fmt: skip
            session.add(suggested)
            session.flush()
            made = {"wish_id": wishes, "suggestion_id": (suggested.id,)}
            return held.decision_id or 0, written.version.id, kept, planned, made

        decision_id, version_id, draft_id, notices, made = await desk.store.write(more)
        channel = self.stage.bot.get_partial_messageable(desk.hall.id, guild_id=desk.server.guild.id)
        await messages.send(channel, plain("-", Press("Go", "mine", desk.server.guild.id, (0,))), nonce="begin")
        signatories, people = (one, two, three), (desk.mo.id, desk.world.ben.id, self.eve.id)
        self.ids = {
            "letter_id": (letter_id,), "signatory_id": signatories, "after_id": signatories, "other_id": signatories,
            "into_id": signatories, "user_id": people, "decision_id": (decision_id,), "version_id": (version_id,),
            "draft_id": (draft_id,), "channel_id": (desk.hall.id,), "role_id": (desk.role.id,), "batch_id": (1,),
            "notice_id": notices, **made,
        }  # fmt: skip

    @property
    def stage(self) -> Any:
        return self.desk.server.stage

    def who(self) -> Any:
        return self.random.choice(
            (self.desk.mo, self.desk.ike, self.desk.world.ben, self.desk.world.ana, self.eve)
        )

    def typed(self, most: int = 6000) -> str:
        """Something that nobody hoped for, or some of it together."""
        return " ".join(self.random.choices(NASTY, k=self.random.choice((1, 1, 2))))[:most]

    def argument(self, name: str, convert: Any) -> object:
        """What is there, was there, is elsewhere, or is nonsense."""
        if convert is Ids:
            some = self.ids["signatory_id"]
            return Ids(tuple(self.random.sample(some, self.random.randint(1, len(some)))))
        if isinstance(convert, EnumType):
            return self.random.choice([one.value for one in list[Any](convert)])
        if name in self.ids and self.random.random() < 0.7:
            return self.random.choice(self.ids[name])
        if convert is str:
            return self.random.choice(("en", "x", "keep", "", "0.0."))
        return self.random.choice(OUTSIDE)

    def arguments(self, route: Route) -> tuple[object, ...]:
        return tuple(
            self.argument(name, convert) for name, convert in zip(names(route), route.converters, strict=True)
        )

    async def send_form(self) -> str:
        """Any form, sent in by anyone, with anything in it."""
        name, route = self.random.choice(sorted(self.stage.bot.router.forms.items()))
        asked, who = route.form, self.who()
        answers = {
            one.name: self.typed(one.most)
            if isinstance(one, Text)
            else self.random.choice(one.options)[0]
            if isinstance(one, Pick)
            else None
            if isinstance(one, Upload)
            else self.random.random() < 0.8
            for one in asked.fields
        }
        opened = OpenForm(asked, self.desk.server.guild.id, tuple(map(str, self.arguments(route))))
        self.steps.append(f"{who.user.name} sends {name} {opened.arguments} {answers!r}")
        sent = await self.stage.hand_in(who, self.desk.hall, opened.modal(), answers)
        return await self.said(sent, who, "form")

    async def press(self) -> str:
        """Any button or menu, with any ids, or an address that was never drawn."""
        who, guild_id = self.who(), self.desk.server.guild.id
        name, route = self.random.choice(sorted(self.stage.bot.router.presses.items()))
        about = self.arguments(route)
        if takes_values(route):
            kinds = self.ids[MENUS.get(name, "signatory_id")]
            value = str(self.random.choice((*kinds, *OUTSIDE)))
            menu = Choose("Go", name, guild_id, [Option("It", value)], about)
            channel = self.stage.bot.get_partial_messageable(self.desk.hall.id, guild_id=guild_id)
            sent = await messages.send(channel, plain("-", menu), nonce=f"go-{len(self.steps)}")
            message = next(one for one in self.stage.messages(self.desk.hall) if one.id == sent.id)
            self.steps.append(f"{who.user.name} chooses {value} in {name} {about}")
            return await self.said(await who.select(message, [value]), who, "press")
        custom_id = self.random.choice((
            ":".join(("us:1:b", name, str(guild_id), *map(str, about))),
            ":".join(("us:1:b", name, str(self.random.choice(OUTSIDE)), *map(str, about))),
            f"us:1:b:{name}:{guild_id}:{self.random.choice(('x', '1:2:3:4:5', ':', '%s', '１'))}",
            f"us:1:b:{self.random.choice(('nothing', 'VOTE', '', 'a' * 60))}:{guild_id}",
            f"us:1:b:{name}:{self.random.choice(('x', '', '1.5', '٣'))}:1",
        ))[:100]  # fmt: skip
        self.steps.append(f"{who.user.name} presses {custom_id}")
        [result] = self.stage.press_at_once([(who, self.stage.messages(self.desk.hall)[0], custom_id)])
        await self.stage.env.settle()
        return await self.said(result, who, "press")

    async def command(self) -> str:
        """Any command, with anything in each option that is typed."""
        who = self.who()
        command = self.random.choice(list(_commands(self.stage.bot.tree)))
        options: dict[str, Any] = {}
        for one in command.parameters:
            if not one.required and self.random.random() < 0.5:
                continue
            value = self.option(one)
            if value is not None:
                options[one.display_name] = value
        if any(one.required and one.display_name not in options for one in command.parameters):
            return ""
        self.steps.append(f"{who.user.name} types /{command.qualified_name} {options!r}")
        if command.qualified_name.split()[0] in HIDDEN and who not in (self.desk.mo, self.desk.ike):
            return ""
        result = await who.slash(self.desk.hall, command.qualified_name, **options)
        return await self.said(result, who, "command")

    def option(self, one: app_commands.Parameter) -> Any:
        """A value that Discord would let through."""
        if one.choices:
            return self.random.choice(one.choices).value
        if one.type is discord.AppCommandOptionType.string:
            most = int(one.max_value) if one.max_value is not None else 6000
            return self.typed(most) or "x"
        if one.type is discord.AppCommandOptionType.integer:
            low, high = int(one.min_value or -(2**53) + 1), int(one.max_value or 2**53 - 1)
            return self.random.randint(low, high)
        if one.type is discord.AppCommandOptionType.boolean:
            return self.random.random() < 0.5
        if one.type is discord.AppCommandOptionType.user:
            return self.who()
        return None

    async def said(self, result: Any, who: Any, occasion: str) -> str:
        """The answer; that there is one, that it fits what was done, and that it tells nothing to anyone who should not
        read it."""
        said = str(result.modal) if result.modal is not None else texts(self.stage.answer(result))
        assert said.strip(), "no answer"
        assert UNANSWERED not in said, said
        assert "Traceback" not in said
        assert misfits(occasion, said) == [], said
        if who not in (self.desk.mo, self.desk.ike):
            assert ADDRESS not in said
            assert NOTE not in said
        if who is self.eve and not await self.is_inside():
            assert WORDS not in said
            assert "Hidden House" not in said
        return said

    async def is_inside(self) -> bool:
        """Whether Eve has come to take part, or the letter was published meanwhile: then she may read it."""
        known = await self.desk.store.read(participants.me, self.desk.server.actor(self.eve))
        shown = await self.desk.store.read(
            letters.status, self.desk.moderator(), self.desk.now, self.ids["letter_id"][0]
        )
        return shown.published_at is not None or (known is not None and known.joined_at is not None)

    def look_around(self) -> None:
        """Nothing that the bot posted pinged anyone, apart from what is meant to."""
        for message in self.stage.messages(self.desk.hall):
            users, roles = self.stage.pinged(message)
            assert not users
            assert not roles


HIDDEN = ("manage", "review", "roster", "setup")


def _commands(tree: Any) -> Iterator[Any]:
    for top in tree.get_commands(type=discord.AppCommandType.chat_input):
        inner = top.walk_commands() if isinstance(top, app_commands.Group) else (top,)
        for one in inner:
            if not isinstance(one, app_commands.Group) and one.qualified_name != "manage letter publish":
                yield one
