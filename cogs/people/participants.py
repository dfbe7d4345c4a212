"""Participants: one form to take part, and the way in for those who lack the member role."""

import asyncio

import discord

from cogs.runtime import messages, permissions
from cogs.runtime.room import Room
from cogs.runtime.routes import Call, Reply, command, form, press
from cogs.ui.cards import people
from cogs.ui.forms import Answers, Form, OpenForm, Text, Tick
from cogs.ui.layout import Card
from models.coalitions import setup
from models.letters import letters
from models.participants import drafts, participants
from models.refusal import Reason, Refusal
from models.sheets import ParticipantAnswers, ParticipantSheet
from models.translation import N_, _

TAKE_PART = Form(
    "take-part",
    N_("Take part"),
    (
        Text(
            "organisation",
            N_("Your organisation"),
            # Translators: at most 100 characters.
            N_("Spell it as you'd like it printed. Leave blank if you don't speak for an organisation."),
            required=False,
        ),
        Text(
            "title", N_("Your role in the organisation"), required=False, example=N_("Director, volunteer, ...")
        ),
        Text(
            "time_zone",
            N_("City or time zone"),
            N_("Leave blank to use the coalition's time zone."),
            required=False,
            example=N_("London"),
        ),
        Tick(
            "direct_messages",
            # Translators: at most 45 characters.
            N_("Remind me by direct message"),
            # Translators: at most 100 characters.
            N_("A few per letter at most, and only when there's something for you to do."),
        ),
    ),
)

ASK = Form("ask-in", N_("Ask to be let in"), TAKE_PART.fields)


class Participants(Room):
    """Taking part. Anyone who lacks the role keeps what they typed, and asks with one press to be let in."""

    @command("take-part", N_("Join, or change your details"), Reply.WITH_FORM)
    @press("take-part", Reply.WITH_FORM)
    async def take_part(self, call: Call) -> OpenForm:
        """Open the form, filled with what is known, or for a stranger with the coalition's time zone."""
        known = await self.store.read(participants.me, call.actor)
        if known is None:
            server = await self.store.read(setup.show, call.actor)
            return TAKE_PART.open(call.guild_id, answers={"time_zone": server.time_zone})
        filled = {field.name: getattr(known, field.name) for field in TAKE_PART.fields}
        return TAKE_PART.open(call.guild_id, answers=filled)

    @form(TAKE_PART)
    async def sent(self, call: Call, answers: Answers) -> Card:
        """Let the actor take part, or refuse and offer *Ask to be let in*."""
        sheet = await self.write(call, participants.take_part, _answers(answers))
        self.client.languages.look_again(call.actor)
        return people.taking_part(sheet)

    @press("ask")
    async def ask(self, call: Call, draft_id: int) -> Card:
        """Ask moderators to let the actor in, with what was typed."""

        try:
            kept = await self.read(call, drafts.take, draft_id, TAKE_PART.route)
            verb, typed = participants.ask, _answers(dict(kept.answers))
            sheet = await self.write(call, drafts.spend, draft_id, verb, typed)
        except Refusal as refusal:
            known = await self.store.read(participants.me, call.actor)
            if refusal.reason is not Reason.DRAFT_GONE or known is None or known.asked_at is None:
                raise
            sheet = known  # pressed before: what holds is said again
        return await self._asked(call, sheet)

    @press("ask.in", Reply.WITH_FORM)
    async def asking(self, call: Call) -> OpenForm | Card:
        """Open the form that asks moderators, for whoever met what is for members only; whoever asked already hears
        how it stands."""
        known = await self.store.read(participants.me, call.actor)
        if known is not None and known.asked_at is not None:
            return await self._asked(call, known)
        server = await self.store.read(setup.show, call.actor)
        return ASK.open(call.guild_id, answers={"time_zone": server.time_zone})

    @form(ASK)
    async def asked_in(self, call: Call, answers: Answers) -> Card:
        """Ask moderators to let the actor in."""
        return await self._asked(call, await self.write(call, participants.ask, _answers(answers)))

    async def _asked(self, call: Call, sheet: ParticipantSheet) -> Card:
        self.client.languages.look_again(call.actor)
        if sheet.asked_at is None:
            return people.taking_part(sheet)
        server = await self.store.read(setup.show, call.actor)
        board = permissions.check(permissions.guild_of(self.client, call.guild_id), server).moderators
        return people.asked(sheet, told=board is not None and board.reachable)

    @press("admit")
    async def admit(self, call: Call, user_id: int) -> Card:
        """Let somebody in, for a moderator; the bot gives the role where it may. Pressed again it gives the role
        again."""
        sheet = await self.write(call, participants.admit, user_id)
        return await self._give_role(call, sheet)

    @press("admit.chosen")
    async def admit_chosen(self, call: Call, *, values: list[str]) -> Card:
        """Let in the person chosen in the review's menu of those who ask."""
        return await self.admit(call, int(values[0]))

    @press("admit.role", Reply.IN_PLACE)
    async def give_role(self, call: Call, user_id: int) -> Card:
        """Give the role once more, after what was in the way was fixed."""
        return await self._give_role(call, await self.store.read(participants.admitted, call.actor, user_id))

    @press("mute")
    async def mute(self, call: Call, letter_id: int) -> Card:
        """Mute reminders by direct message until that letter closes."""
        closes_at = (await self.read(call, letters.status, letter_id)).closes_at
        if closes_at <= call.now:
            return people.closed(closes_at)
        return people.muted(await self.write(call, participants.mute, closes_at), call.now)

    @press("unmute")
    async def unmute(self, call: Call) -> Card:
        """Let reminders by direct message through again."""
        return people.muted(await self.write(call, participants.mute, None), call.now)

    @press("leave")
    async def leave(self, call: Call) -> Card:
        """End taking part, for the actor."""
        return people.left(await self.write(call, participants.leave))

    async def _give_role(self, call: Call, sheet: ParticipantSheet) -> Card:
        """Discord's refusal is told, not raised: being let in is recorded already."""
        role_id = (await self.store.read(setup.show, call.actor)).member_role_id
        if role_id is None:
            return people.admitted(sheet, None)
        guild = permissions.guild_of(self.client, call.guild_id)
        role = guild.get_role(role_id)
        obstacle = (
            permissions.obstacle(guild, role)
            if role is not None
            else _("the role no longer exists, so choose another with /setup")
        )
        if role is not None and not obstacle:
            try:
                async with asyncio.timeout(messages.PATIENCE):
                    member = await guild.fetch_member(sheet.user_id)
                    await member.add_roles(role, reason="let in by a moderator")
            except discord.NotFound:
                obstacle = _("this person is no longer in the server")
            except permissions.FAILURES as error:
                obstacle = permissions.failure(error)
        return people.admitted(sheet, role_id, obstacle, permissions.menders(guild) if obstacle else ())


def _answers(typed: Answers) -> ParticipantAnswers:
    return ParticipantAnswers(
        organisation=typed.get("organisation") or "",
        title=typed.get("title") or "",
        time_zone=typed.get("time_zone") or "",
        direct_messages=bool(typed.get("direct_messages")),
    )
