"""Signing: for their own organisation, or as a person. *I am authorised* is the consent."""

from typing import Any, Literal

from discord import app_commands
from msgspec.structs import replace

from cogs.runtime.inputs import Letter
from cogs.runtime.room import Room
from cogs.runtime.routes import Call, Reply, command, form, press
from cogs.ui.cards import proposal, proposer
from cogs.ui.forms import Answers, Form, OpenForm, Pick, Tick
from cogs.ui.layout import Card
from cogs.ui.propose_form import AFFILIATION, COUNTRY, NAME, WEBSITE
from cogs.ui.refusals import Helped
from cogs.ui.when import late
from models.letters import letters
from models.participants import drafts, participants
from models.refusal import Reason, Refusal
from models.sheets import SignAnswers
from models.submissions import proposals
from models.terms import Kind
from models.translation import N_
from models.views import signatory_detail

SIGN_ORGANISATION = Form(
    "sign-organisation",
    N_("Sign for my organisation"),
    (
        NAME,
        Pick(
            "kind",
            N_("Is it an organisation or a company?"),
            ((Kind.ORGANISATION, N_("an organisation"), ""), (Kind.COMPANY, N_("a company"), "")),
        ),
        COUNTRY,
        WEBSITE,
        Tick(
            "authorised",
            # Translators: at most 45 characters.
            N_("I am authorised to sign for my organisation"),
            N_("We'll record you as the person who agreed."),
        ),
    ),
)
SIGN_MYSELF = Form(
    "sign-myself",
    N_("Sign as an individual"),
    (
        # Translators: at most 45 characters.
        replace(NAME, label=N_("My name, as I'd like it printed")),
        COUNTRY,
        AFFILIATION,
        # Translators: at most 45 characters.
        Tick("authorised", N_("I am authorised: this is my own name")),
    ),
)

# Translators: choices of the option “as” of /sign: who signs.
WHO = [
    app_commands.Choice(name=N_("for my organisation"), value="organisation"),
    app_commands.Choice(name=N_("for myself"), value="myself"),
]


class Signing(Room):
    """``/sign``: for their own organisation, or as a person."""

    @command(
        "sign",
        N_("Sign for your organisation, or as an individual"),
        Reply.WITH_FORM,
        as_=N_("Who is signing"),
        letter=N_("Choose a letter if several are open"),
    )
    @app_commands.choices(as_=WHO)
    async def sign(self, call: Call, as_: Literal["organisation", "myself"], letter: Letter = None) -> OpenForm:
        """Check that the letter takes names, then open the form."""
        return await self._sign_form(call, letter, myself=as_ == "myself")

    @press("sign.open", Reply.WITH_FORM)
    async def sign_pressed(self, call: Call, letter_id: int) -> OpenForm:
        """Open the form for their own organisation, from a button in a channel or *My to-do list*."""
        return await self._sign_form(call, letter_id, myself=False)

    @press("sign.myself", Reply.WITH_FORM)
    async def sign_myself_pressed(self, call: Call, letter_id: int) -> OpenForm:
        """Open the form for a person, from a button in a channel."""
        return await self._sign_form(call, letter_id, myself=True)

    @form(SIGN_ORGANISATION)
    async def organisation_signed(self, call: Call, answers: Answers, letter_id: int, version_id: int) -> Card:
        """Sign for their own organisation, with the answers of the form."""
        return await self._signed(call, letter_id, _signing(answers, version_id))

    @form(SIGN_MYSELF)
    async def person_signed(self, call: Call, answers: Answers, letter_id: int, version_id: int) -> Card:
        """Sign as a person, with the answers of the form."""
        return await self._signed(call, letter_id, _signing(answers, version_id, Kind.INDIVIDUAL))

    @press("sign.late")
    async def keep_late(self, call: Call, draft_id: int) -> Card:
        """Keep a signature that came after the close, from what was typed."""
        forms = (SIGN_ORGANISATION.route, SIGN_MYSELF.route)
        kept = await self.read(call, drafts.take, draft_id, *forms)
        letter_id, version_id = map(int, kept.arguments)
        kind = Kind.INDIVIDUAL if kept.form == SIGN_MYSELF.route else None
        verb, read = proposals.keep_signing_late, _signing(dict(kept.answers), version_id, kind)
        signed = await self.write(call, drafts.spend, draft_id, verb, letter_id, read)
        return await self._answer(call, signed.id)

    async def _signed(self, call: Call, letter_id: int, read: SignAnswers) -> Card:
        try:
            signed = await self.write(call, proposals.sign, letter_id, read)
        except Refusal as refusal:
            if refusal.reason is Reason.TEXT_CHANGED:
                # Anyone who sends it again has been told, and agrees to the new one.
                raise Helped(refusal, arguments=(letter_id, refusal.values["version_id"])) from None
            raise
        return await self._answer(call, signed.id)

    async def _answer(self, call: Call, signatory_id: int) -> Card:
        """The private answer, with the receipt."""
        sheet = await self.store.read(signatory_detail.show, call.actor, signatory_id)
        return proposal.added(sheet.proposal, proposer.receipt(sheet.proposal, sheet.text_number))

    async def _sign_form(self, call: Call, letter_id: int | None, *, myself: bool) -> OpenForm:
        found = await self.read(call, letters.check_submit, letter_id)
        filled: dict[str, Any] = {}
        if not myself:
            person = await self.store.read(participants.me, call.actor)
            filled = {"name": person.organisation if person else "", "kind": Kind.ORGANISATION.value}
        asked = SIGN_MYSELF if myself else SIGN_ORGANISATION
        if found.takes_late:
            asked = replace(asked, title=late(asked.title))
        shown = found.text.id if found.text is not None else 0
        return asked.open(call.guild_id, found.id, shown, answers=filled)


def _signing(answers: Answers, version_id: int, kind: Kind | None = None) -> SignAnswers:
    return SignAnswers(
        kind=kind or Kind(answers.get("kind") or Kind.ORGANISATION),
        name=answers.get("name") or "",
        country=answers.get("country") or "",
        detail=answers.get("detail") or "",
        authorised=bool(answers.get("authorised")),
        version_id=version_id,
    )
