"""Proposals: names put forward, and signatures for the own organisation or person."""

from dataclasses import replace
from typing import Any, Literal

import discord
from discord import app_commands

from cogs.kit import gate, inputs, post
from cogs.kit.cards import picking, proposal
from cogs.kit.forms import Answers as Typed
from cogs.kit.forms import Form, OpenForm, Pick, Text, Tick
from cogs.kit.layout import Card
from cogs.kit.room import Interaction, Room
from cogs.kit.switchboard import Answers, form, press
from models import country as countries
from models import draft, letter, participant, signatory
from models.refusal import Reason, Refusal
from models.sheets import Actor, LetterSheet, ProposalAnswers, SignAnswers
from models.terms import Kind, LetterState

PROPOSE = Form(
    "propose",
    "Propose a name",
    (
        Text("name", "Name, as it is to be printed"),
        Text("detail", "Website, or a person's affiliation", required=False),
        Text(
            "authorised_by",
            "Who agreed, in which role",
            "Empty if nobody agreed yet: it can be recorded later.",
            required=False,
            most=300,
        ),
        Text(
            "evidence",
            "How we know that they agreed",
            "Together with who agreed, or not at all.",
            required=False,
            long=True,
            most=1000,
        ),
        Text("note", "Note for those who vote and decide", required=False, long=True, most=1000),
    ),
)
_COUNTRY = Text("country", "Country", "A name or a code; it may stay empty.", required=False, most=100)
SIGN_ORGANISATION = Form(
    "sign-organisation",
    "Sign for my organisation",
    (
        Text("name", "Name, as it is to be printed"),
        Pick(
            "kind",
            "It is",
            ((Kind.ORGANISATION, "an organisation", ""), (Kind.COMPANY, "a company", "")),
        ),
        _COUNTRY,
        Text("detail", "Website", required=False),
        Tick("authorised", "I am authorised to sign for it", "Your name is recorded as who agreed."),
    ),
)
SIGN_MYSELF = Form(
    "sign-myself",
    "Sign as a person",
    (
        Text("name", "My name, as it is to be printed"),
        _COUNTRY,
        Text("detail", "Affiliation", "Printed for identification only.", required=False),
        Tick("authorised", "I am authorised: this is my own name"),
    ),
)
DETAIL = {Kind.INDIVIDUAL: Text("detail", "Affiliation", "Printed for identification only.", required=False)}


class Proposals(Room):
    """Each way to bring a name onto a letter ends in one form."""

    async def cog_load(self) -> None:
        menu = app_commands.ContextMenu(name="Propose as signatory", callback=self.from_message)
        self.client.tree.add_command(menu)

    @app_commands.command(name="propose", description="Put a name forward for the letter")
    @app_commands.describe(
        kind="What it is", country="Where it is; - for none", letter="Needed where several are open"
    )
    @app_commands.autocomplete(country=inputs.countries, letter=inputs.letters)
    async def propose(
        self,
        interaction: Interaction,
        kind: Literal["organisation", "company", "individual"],
        country: str,
        letter: str | None = None,
    ) -> None:
        """Checks first, then the form."""
        actor = await gate.enter(interaction)
        code = countries.code_of(country)
        asked = await self._propose_form(interaction, actor, inputs.number(letter), Kind(kind), code)
        await post.show_form(interaction, asked.modal())

    @app_commands.command(name="sign", description="Sign for your organisation, or as a person")
    @app_commands.rename(as_="as")
    @app_commands.describe(as_="Who signs", letter="Needed where several are open")
    @app_commands.autocomplete(letter=inputs.letters)
    async def sign(
        self, interaction: Interaction, as_: Literal["organisation", "myself"], letter: str | None = None
    ) -> None:
        """Checks first, then the form."""
        actor = await gate.enter(interaction)
        asked = await self._sign_form(interaction, actor, inputs.number(letter), myself=as_ == "myself")
        await post.show_form(interaction, asked.modal())

    async def from_message(self, interaction: Interaction, message: discord.Message) -> None:
        """*Propose as signatory* on a message: a panel asks what the form cannot, then the form opens."""
        await post.begin(interaction)
        actor = await gate.enter(interaction)
        open_ones = [
            one
            for one in await self.store.read(letter.list_, actor)
            if one.state in (LetterState.OPEN, LetterState.CLOSED)
        ]
        first = await self._taking(interaction, actor, open_ones[0].id if open_ones else None)
        line = message.content.strip()
        name = line if len(line) <= 200 and "\n" not in line else ""
        draft_id = await self.store.write(
            draft.save,
            actor.guild_id,
            actor.user_id,
            interaction.created_at,
            PROPOSE.route,
            [first.id, Kind.ORGANISATION.value, ""],
            {"name": name},
        )
        if len(open_ones) > 1:
            await post.answer(interaction, picking.letters(actor.guild_id, draft_id, name, open_ones))
        else:
            await post.answer(interaction, picking.kinds(actor.guild_id, draft_id, first.id, name))

    @press("propose.letter", Answers.IN_PLACE)
    async def letter_picked(
        self, interaction: Interaction, actor: Actor, draft_id: int, *, values: list[str]
    ) -> Card:
        """The letter, where several are open."""
        chosen = await self._taking(interaction, actor, inputs.number(values[0]))
        name = await self._name(interaction, actor, draft_id)
        return picking.kinds(actor.guild_id, draft_id, chosen.id, name)

    @press("propose.kind", Answers.IN_PLACE)
    async def kind_picked(
        self, interaction: Interaction, actor: Actor, draft_id: int, letter_id: int, kind: Kind
    ) -> Card:
        """The kind; then the country, by its first letter."""
        name = await self._name(interaction, actor, draft_id)
        return picking.ranges(actor.guild_id, draft_id, letter_id, kind, name)

    @press("propose.range", Answers.IN_PLACE)
    async def range_picked(
        self,
        interaction: Interaction,
        actor: Actor,
        draft_id: int,
        letter_id: int,
        kind: Kind,
        *,
        values: list[str],
    ) -> Card:
        """The countries of one range."""
        name = await self._name(interaction, actor, draft_id)
        return picking.countries(actor.guild_id, draft_id, letter_id, kind, name, int(values[0]))

    @press("propose.country", Answers.WITH_FORM)
    async def country_picked(
        self,
        interaction: Interaction,
        actor: Actor,
        draft_id: int,
        letter_id: int,
        kind: Kind,
        *,
        values: list[str] | None = None,
    ) -> OpenForm:
        """The form, with the country chosen, or by the button *No country* without one."""
        name = await self._name(interaction, actor, draft_id)
        code = countries.code_of(values[0]) if values else ""
        return await self._propose_form(interaction, actor, letter_id, kind, code, name)

    @press("sign.open", Answers.WITH_FORM)
    async def sign_pressed(self, interaction: Interaction, actor: Actor, letter_id: int) -> OpenForm:
        """The form for the own organisation, from *What waits for me*."""
        return await self._sign_form(interaction, actor, letter_id, myself=False)

    @form(PROPOSE)
    async def proposed(
        self, interaction: Interaction, actor: Actor, answers: Typed, letter_id: int, kind: Kind, country: str
    ) -> Card:
        """The name goes to the vote, or to the moderators."""
        read = _proposal(answers, kind, country)
        now = interaction.created_at
        return proposal.added(await self.store.write(signatory.propose, actor, now, letter_id, read))

    @form(SIGN_ORGANISATION)
    async def organisation_signed(
        self, interaction: Interaction, actor: Actor, answers: Typed, letter_id: int
    ) -> Card:
        """The own organisation goes to the moderators."""
        read, now = _signing(answers), interaction.created_at
        return proposal.added(await self.store.write(signatory.sign, actor, now, letter_id, read))

    @form(SIGN_MYSELF)
    async def person_signed(
        self, interaction: Interaction, actor: Actor, answers: Typed, letter_id: int
    ) -> Card:
        """The own name goes to the moderators."""
        read, now = _signing(answers, Kind.INDIVIDUAL), interaction.created_at
        return proposal.added(await self.store.write(signatory.sign, actor, now, letter_id, read))

    @press("propose.late")
    async def keep_late(self, interaction: Interaction, actor: Actor, draft_id: int) -> Card:
        """What came after the close is kept, from what was typed."""
        now = interaction.created_at
        kept = await self.store.read(draft.take, actor, now, draft_id)
        letter_id, *rest = kept.arguments
        answers = dict(kept.answers)
        if kept.form == PROPOSE.route:
            proposing = _proposal(answers, Kind(rest[0]), str(rest[1]))
            sheet = await self.store.write(signatory.keep_late, actor, now, int(letter_id), proposing)
        elif kept.form in (SIGN_ORGANISATION.route, SIGN_MYSELF.route):
            signing = _signing(answers, Kind.INDIVIDUAL if kept.form == SIGN_MYSELF.route else None)
            sheet = await self.store.write(signatory.keep_signing_late, actor, now, int(letter_id), signing)
        else:
            raise Refusal(Reason.OUTDATED)
        await self.store.write(draft.discard, actor, draft_id)
        return proposal.added(sheet)

    async def _taking(self, interaction: Interaction, actor: Actor, letter_id: int | None) -> LetterSheet:
        return await self.store.read(letter.taking, actor, interaction.created_at, letter_id)

    async def _name(self, interaction: Interaction, actor: Actor, draft_id: int) -> str:
        kept = await self.store.read(draft.take, actor, interaction.created_at, draft_id)
        return str(kept.answers.get("name", ""))

    async def _propose_form(
        self,
        interaction: Interaction,
        actor: Actor,
        letter_id: int | None,
        kind: Kind,
        code: str,
        name: str = "",
    ) -> OpenForm:
        found = await self._taking(interaction, actor, letter_id)
        title = f"Propose {'a company' if kind is Kind.COMPANY else f'an {kind}'}"
        detail = DETAIL.get(kind, Text("detail", "Website", required=False))
        fields = tuple(detail if field.name == "detail" else field for field in PROPOSE.fields)
        asked = replace(PROPOSE, title=title + _late(found, interaction), fields=fields)
        return asked.open(actor.guild_id, found.id, kind.value, code, answers={"name": name})

    async def _sign_form(
        self, interaction: Interaction, actor: Actor, letter_id: int | None, *, myself: bool
    ) -> OpenForm:
        found = await self._taking(interaction, actor, letter_id)
        filled: dict[str, Any] = {}
        if not myself:
            person = await self.store.read(participant.me, actor)
            filled = {"name": person.organisation if person else "", "kind": Kind.ORGANISATION.value}
        asked = SIGN_MYSELF if myself else SIGN_ORGANISATION
        asked = replace(asked, title=asked.title + _late(found, interaction))
        return asked.open(actor.guild_id, found.id, answers=filled)


def _late(found: LetterSheet, interaction: Interaction) -> str:
    return " (late)" if interaction.created_at >= found.closes_at else ""


def _proposal(answers: Typed, kind: Kind, country: str) -> ProposalAnswers:
    named = ("name", "detail", "authorised_by", "evidence", "note")
    return ProposalAnswers(kind=kind, country=country, **{name: answers.get(name) or "" for name in named})


def _signing(answers: Typed, kind: Kind | None = None) -> SignAnswers:
    return SignAnswers(
        kind=kind or Kind(answers.get("kind") or Kind.ORGANISATION),
        name=answers.get("name") or "",
        country=answers.get("country") or "",
        detail=answers.get("detail") or "",
        authorised=bool(answers.get("authorised")),
    )
