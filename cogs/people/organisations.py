"""Organisations: moderators confirm who speaks for which one, many at once or by a list of members."""

import asyncio

import discord

from cogs.runtime.room import Room
from cogs.runtime.routes import Call, Reply, command, form, press
from cogs.ui.cards import organisations as cards
from cogs.ui.forms import Answers, Form, OpenForm, Text
from cogs.ui.layout import Card
from models.importing import files
from models.importing.columns import given, keeping
from models.importing.columns.asking import Ask
from models.importing.columns.listing import Listing
from models.importing.columns.reading import ListReading, restored
from models.participants import confirming, drafts
from models.refusal import Reason, Refusal
from models.terms import Kind
from models.translation import N_

MEMBERS = Form(
    "confirm-list",
    N_("Your list of members"),
    (Text("names", N_("Organisations"), N_("One per line, or pasted from a table."), long=True, most=4000),),
)
LIST = "confirm-members"
"""Under this name a list of members waits in a draft."""


class Organisations(Room):
    """``/manage member confirm``: what is confirmed holds for every letter to come."""

    @command(
        "manage member confirm",
        # Translators: at most 100 characters.
        N_("Confirm who speaks for which organisation, one by one or from a list"),
        file=N_("Your list of members: a table, document, page or text"),
    )
    async def confirm(self, call: Call, file: discord.Attachment | None = None) -> Card:
        """Those who are not confirmed yet; with a list only those whose organisation is on it."""
        sheet = await self.store.read(confirming.claims, call.actor)
        if file is None:
            return cards.claims(sheet)
        if file.size > files.LARGEST:
            raise Refusal(Reason.TOO_LARGE_FILE, limit=files.LARGEST // 2**20)
        return await self._by_list(call, await asyncio.to_thread(files.read, file.filename, await file.read()))

    @press("confirm.shown", Reply.IN_PLACE)
    async def shown(self, call: Call, digest: str) -> Card:
        """Exactly those that are on the card."""
        return cards.claims(await self.write(call, confirming.confirm, digest))

    @press("confirm.list", Reply.WITH_FORM)
    async def list_(self, call: Call) -> OpenForm:
        """The form to paste a list into."""
        await self.store.read(confirming.claims, call.actor)
        return MEMBERS.open(call.guild_id)

    @form(MEMBERS)
    async def pasted(self, call: Call, answers: Answers) -> Card:
        """Those on the pasted list."""
        await self.store.read(confirming.claims, call.actor)
        listing = await asyncio.to_thread(files.read_text, answers.get("names") or "")
        return await self._by_list(call, listing)

    @press("confirm.listed", Reply.IN_PLACE)
    async def listed(self, call: Call, draft_id: int, digest: str) -> Card:
        """Exactly those of the list that are on the card."""
        kept = await self.read(call, drafts.take_moderating, draft_id, LIST)
        names = kept.answers.get("names")
        if not isinstance(names, str):
            raise Refusal(Reason.OUTDATED)
        return cards.claims(await self.write(call, confirming.confirm, digest, names), draft_id)

    @press("confirm.reading", Reply.IN_PLACE)
    async def reading(self, call: Call, draft_id: int, *, values: list[str]) -> Card:
        """Those of the list as a moderator says that it should be read."""
        kept = await self.read(call, drafts.take_moderating, draft_id, LIST)
        if "list" not in kept.answers:
            raise Refusal(Reason.OUTDATED)
        read = await asyncio.to_thread(restored, kept.answers["list"], {})
        names = await asyncio.to_thread(_names, read.answering(Ask.READING, values[0]))
        await self.write(call, drafts.amend, draft_id, {"names": names})
        return cards.claims(await self.store.read(confirming.claims, call.actor, names), draft_id)

    async def _by_list(self, call: Call, listing: Listing) -> Card:
        """Those on it; where it can be read in two ways, which of them is right is asked first."""
        read = ListReading(listing)
        if asked := next((one for one in read.open if one.ask is Ask.READING), None):
            answers: dict[str, object] = {"list": await asyncio.to_thread(keeping.kept, listing)}
            draft_id = await self.write(call, drafts.save, LIST, [], answers)
            return cards.readings_of(call.guild_id, draft_id, listing, asked)
        names = await asyncio.to_thread(_names, read)
        draft_id = await self.write(call, drafts.save, LIST, [], {"names": names})
        return cards.claims(await self.store.read(confirming.claims, call.actor, names), draft_id)


def _names(read: ListReading) -> str:
    """The organisations of a list, one a line."""
    rows = given.given(read.listing, read.columns, Kind.ORGANISATION)
    return "\n".join(row.name for row in rows)
