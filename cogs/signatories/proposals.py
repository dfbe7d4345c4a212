"""Proposals: names proposed, by a command or from a message."""

import discord
from msgspec.structs import replace

from cogs.runtime import inputs
from cogs.runtime.inputs import Country, Letter, OneKind
from cogs.runtime.room import Room
from cogs.runtime.routes import Call, Reply, command, form, message_command, press
from cogs.ui import propose_form
from cogs.ui.cards import picking, proposal
from cogs.ui.forms import Answers, OpenForm
from cogs.ui.layout import Card
from cogs.ui.propose_form import AFFILIATION, PROPOSE, PROPOSE_HERE, WEBSITE
from cogs.ui.refusals import Helped
from cogs.ui.when import late
from models.geography import countries
from models.letters import letters
from models.participants import drafts
from models.refusal import Refusal
from models.sheets import LetterChoice
from models.submissions import proposals
from models.terms import Kind, LetterState
from models.translation import N_, _

# Translators: titles of forms, at most 45 characters.
PROPOSE_A = {
    Kind.ORGANISATION: N_("Propose an organisation"),
    Kind.COMPANY: N_("Propose a company"),
    Kind.INDIVIDUAL: N_("Propose an individual"),
}


class Proposals(Room):
    """Putting a name forward, by the command or from a message. Both ways end in one form."""

    @command(
        "propose",
        N_("Propose a name for the letter"),
        Reply.WITH_FORM,
        kind=N_("An organisation, a company or an individual"),
        letter=N_("Choose a letter if several are open"),
    )
    async def propose(self, call: Call, kind: OneKind, country: Country, letter: Letter = None) -> OpenForm:
        """Check that the letter takes names, then open the form."""
        try:
            code = countries.code_of(country)
        except Refusal as refusal:
            near = picking.near(call.guild_id, letter or 0, kind, refusal.values["suggestions"])
            raise Helped(refusal, *near) from None
        return await self._propose_form(call, letter, kind, code)

    @press("propose.open", Reply.WITH_FORM)
    async def propose_pressed(self, call: Call, letter_id: int) -> OpenForm:
        """Open the form that asks everything, from a button in a channel."""
        found = await self.read(call, letters.check_submit, letter_id)
        asked = replace(PROPOSE_HERE, title=late(PROPOSE_HERE.title)) if found.takes_late else PROPOSE_HERE
        return asked.open(call.guild_id, found.id, answers={"kind": Kind.ORGANISATION.value})

    @form(PROPOSE_HERE)
    async def proposed_here(self, call: Call, answers: Answers, letter_id: int) -> Card:
        """Put the name forward from the form behind the button."""
        read = propose_form.parse_here(answers)
        return proposal.added(await self.write(call, proposals.propose, letter_id, read))

    @press("propose.near", Reply.WITH_FORM)
    async def near_picked(self, call: Call, letter_id: int, kind: Kind, code: str) -> OpenForm:
        """The form, with a country that was suggested for one that was misspelt; ``-`` is none. It is read when the
        form is sent."""
        return await self._propose_form(call, letter_id or None, kind, code)

    @message_command(
        # Translators: an entry of a menu, at most 32 characters.
        N_("Propose as signatory"),
    )
    async def from_message(self, call: Call, message: discord.Message) -> Card:
        """A panel asks what the form cannot, then the form opens."""
        taking = await self._taking(call)
        line = message.content.strip()
        name = line if len(line) <= 200 and "\n" not in line else ""
        draft_id = await self.write(
            call, drafts.save, PROPOSE.route, [taking[0].id, Kind.ORGANISATION.value, ""], {"name": name}
        )
        if len(taking) > 1:
            return picking.letters(call.guild_id, draft_id, name, taking)
        return picking.kinds(call.guild_id, draft_id, taking[0].id, name)

    @press("propose.letter", Reply.IN_PLACE)
    async def letter_picked(self, call: Call, draft_id: int, *, values: list[str]) -> Card:
        """Take the letter that was chosen, where several are open."""
        wanted = inputs.number(values[0])
        chosen = await self.read(call, letters.check_submit, wanted)
        name = await self._name(call, draft_id)
        return picking.kinds(call.guild_id, draft_id, chosen.id, name)

    @press("propose.kind", Reply.IN_PLACE)
    async def kind_picked(self, call: Call, draft_id: int, letter_id: int, kind: Kind) -> Card:
        """Take the kind, and ask for the country by its first letter."""
        name = await self._name(call, draft_id)
        return picking.ranges(call.guild_id, draft_id, letter_id, kind, name)

    @press("propose.range", Reply.IN_PLACE)
    async def range_picked(
        self, call: Call, draft_id: int, letter_id: int, kind: Kind, *, values: list[str]
    ) -> Card:
        """Show the countries of one range of letters."""
        name = await self._name(call, draft_id)
        number = inputs.number(values[0])
        return picking.countries(call.guild_id, draft_id, letter_id, kind, name, number)

    @press("propose.country", Reply.WITH_FORM)
    async def country_picked(
        self, call: Call, draft_id: int, letter_id: int, kind: Kind, *, values: list[str] | None = None
    ) -> OpenForm:
        """The form, with the country chosen, or by the button *No country* without one."""
        name = await self._name(call, draft_id)
        code = countries.code_of(values[0]) if values else ""
        return await self._propose_form(call, letter_id, kind, code, name)

    @form(PROPOSE)
    async def proposed(self, call: Call, answers: Answers, letter_id: int, kind: Kind, country: str) -> Card:
        """Put the name forward: to the vote, or to the moderators."""
        read = propose_form.parse_answers(answers, kind, country)
        return proposal.added(await self.write(call, proposals.propose, letter_id, read))

    @press("propose.late")
    async def keep_late(self, call: Call, draft_id: int) -> Card:
        """Keep a name that came after the close, from what was typed."""
        kept = await self.read(call, drafts.take, draft_id, PROPOSE.route, PROPOSE_HERE.route)
        verb, (letter_id, read) = proposals.keep_late, propose_form.kept(kept)
        sheet = await self.write(call, drafts.spend, draft_id, verb, letter_id, read)
        return proposal.added(sheet)

    async def _taking(self, call: Call) -> list[LetterChoice]:
        """The letters that take names, late ones included; refused as the first that does not where none does."""
        taking, refusals = list[LetterChoice](), list[Refusal]()
        for one in await self.store.read(letters.list_, call.actor):
            if one.state in (LetterState.OPEN, LetterState.CLOSED):
                try:
                    await self.read(call, letters.check_submit, one.id)
                except Refusal as refusal:
                    refusals.append(refusal)
                else:
                    taking.append(one)
        if not taking and not refusals:
            await self.read(call, letters.check_submit)
        if not taking:
            raise refusals[0]
        return taking

    async def _name(self, call: Call, draft_id: int) -> str:
        kept = await self.read(call, drafts.take, draft_id)
        return str(kept.answers.get("name", ""))

    async def _propose_form(
        self, call: Call, letter_id: int | None, kind: Kind, code: str, name: str = ""
    ) -> OpenForm:
        found = await self.read(call, letters.check_submit, letter_id)
        title = late(PROPOSE_A[kind]) if found.takes_late else _(PROPOSE_A[kind])
        detail = AFFILIATION if kind is Kind.INDIVIDUAL else WEBSITE
        fields = tuple(detail if field.name == "detail" else field for field in PROPOSE.fields)
        asked = replace(PROPOSE, title=title, fields=fields)
        return asked.open(call.guild_id, found.id, kind.value, code, answers={"name": name})
