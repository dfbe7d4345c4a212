"""Signatories: the list, one name with its history, and what its proposer may still do."""

from msgspec.structs import replace

from cogs.runtime.inputs import Letter, OneKind, Signatory
from cogs.runtime.room import Room
from cogs.runtime.routes import Call, Reply, command, form, press
from cogs.ui.cards import roster as lists, signatory as cards
from cogs.ui.cards.roster import Shown
from cogs.ui.forms import Answers, Form, OpenForm, titled
from cogs.ui.layout import Card
from cogs.ui.propose_form import AUTHORISED_BY, COUNTRY, DETAIL, EVIDENCE, NAME, NOTE
from cogs.ui.refusals import Helped
from models.consents import consents
from models.geography import countries
from models.publishing import roster
from models.refusal import Reason, Refusal
from models.sheets import ProposalAnswers
from models.signatories import lifecycle
from models.submissions import proposals
from models.terms import SignatoryState, Way
from models.translation import N_, _
from models.views import signatory_detail

CORRECT = Form(
    "correct",
    N_("Correct the details"),
    (replace(NAME, hint=N_("If you give a different name, voting starts again.")), DETAIL, COUNTRY, NOTE),
)
CONSENT = Form("consent", N_("Record who agreed"), (AUTHORISED_BY, EVIDENCE))


class Signatories(Room):
    """``/signatory``: the list and one name. Verbs check that outsiders learn nothing before publication."""

    @command(
        "signatory list",
        N_("See the current list, grouped into organisations, companies and individuals"),
        kind=N_("Show only organisations, companies or individuals"),
    )
    async def list_(self, call: Call, kind: OneKind | None = None, letter: Letter = None) -> Card:
        """Show the first page of the list, all kinds or one."""
        page = await self.read(call, roster.page, letter, kind)
        return lists.card(page, call.guild_id)

    @press("roster")
    @press("roster.turn", Reply.IN_PLACE)
    async def listed(self, call: Call, letter_id: int, shown: Shown, page: int) -> Card:
        """Show the list to the person who pressed on a card."""
        sheet = await self.read(call, roster.page, letter_id, shown.kind, page)
        return lists.card(sheet, call.guild_id)

    @command("signatory show", N_("See a name's status and history"))
    @press("signatory")
    async def show(self, call: Call, signatory_id: Signatory, *, _letter: Letter = None) -> Card:
        """Show one name to the person who pressed on a card or an answer."""
        return cards.card(await self.store.read(signatory_detail.show, call.actor, signatory_id))

    @command(
        "signatory correct",
        N_("Correct a name you proposed, before it's approved"),
        Reply.WITH_FORM,
        signatory_id=N_("The name you proposed"),
    )
    @press("signatory.correct", Reply.WITH_FORM)
    async def correct(self, call: Call, signatory_id: Signatory, *, _letter: Letter = None) -> OpenForm:
        """Open the form to correct a name, for the proposer."""
        sheet = await self.store.read(proposals.check_correct, call.actor, signatory_id)
        filled = {
            "name": sheet.name,
            "detail": sheet.detail,
            "country": countries.called(sheet.country),
            "note": sheet.note,
        }
        # Translators: before a name and its letter, in the title of a form.
        asked = replace(CORRECT, title=titled(_("Correct"), sheet.name, sheet.letter_title))
        return asked.open(call.guild_id, signatory_id, answers=filled)

    @form(CORRECT)
    async def corrected(self, call: Call, answers: Answers, signatory_id: int) -> Card:
        """Another spelling keeps the votes, another name begins a new vote; the answer says which."""
        before = await self.store.read(proposals.check_correct, call.actor, signatory_id)
        typed = {name: answers.get(name) or "" for name in ("name", "detail", "country", "note")}
        read = ProposalAnswers(kind=before.kind, **typed)
        sheet = await self.write(call, proposals.correct, signatory_id, read)
        return cards.corrected(before, sheet)

    @command(
        "signatory cancel",
        N_("Cancel a proposal, or ask moderators to take the name off the list"),
        signatory_id=N_("The name you proposed"),
    )
    @press("signatory.cancel")
    @press("signatory.leave")
    async def cancel(self, call: Call, signatory_id: Signatory, *, _letter: Letter = None) -> Card:
        """Ask before a name is taken back; for one on the list, offer to ask for its removal."""
        leaving = await self.read(call, proposals.check_leave, signatory_id)
        sheet = leaving.proposal
        if sheet.state is SignatoryState.APPROVED:
            return cards.offer_to_leave(leaving)
        if sheet.state is not SignatoryState.VOTING and sheet.state not in lifecycle.DECIDABLE:
            raise Refusal(Reason.ENDED_ALREADY, name=sheet.name, state=sheet.state)
        return cards.cancelling(sheet)

    @press("signatory.cancel-now", Reply.IN_PLACE)
    async def cancelled(self, call: Call, signatory_id: int) -> Card:
        """Take back a name that is not approved yet."""
        sheet = await self.write(call, proposals.cancel, signatory_id)
        signed = sheet.way is Way.SIGNED
        said = _("I've removed your signature.") if signed else _("Cancelled: this name won't go on the list.")
        return cards.done(sheet, said)

    @press("signatory.leave-now", Reply.IN_PLACE)
    async def left(self, call: Call, signatory_id: int) -> Card:
        """Take somebody's own signature off at once; hand a proposer's wish to the moderators."""
        sheet = await self.write(call, proposals.withdraw_wish, signatory_id)
        if sheet.state is SignatoryState.REMOVED:
            return cards.done(sheet, _("I've taken the name off the list."))
        return cards.done(sheet, _("I've asked the moderators to take the name off the list."))

    @command("signatory consent", N_("Record who agreed to sign, for a name you proposed"), Reply.WITH_FORM)
    @press("consent", Reply.WITH_FORM)
    async def consent(self, call: Call, signatory_id: Signatory, *, _letter: Letter = None) -> OpenForm:
        """Open the form that asks who agreed, for the proposer and for moderators."""
        sheet = await self.store.read(consents.check_add, call.actor, signatory_id)
        # Translators: before a name and its letter, in the title of a form.
        asked = replace(CONSENT, title=titled(_("Who agreed"), sheet.name, sheet.letter_title))
        return asked.open(call.guild_id, signatory_id, sheet.shown)

    @form(CONSENT)
    async def recorded(self, call: Call, answers: Answers, signatory_id: int, digest: str) -> Card:
        """Write down who agreed and how we know: to the name and the text that stood when the form was opened."""
        by, how = answers.get("authorised_by") or "", answers.get("evidence") or ""
        try:
            sheet = await self.write(call, consents.add_as_shown, signatory_id, digest, by, how)
        except Refusal as refusal:
            if refusal.reason is not Reason.OUTDATED:
                raise
            now = await self.store.read(consents.check_add, call.actor, signatory_id)
            again = Refusal(Reason.OUTDATED, signatory_id=signatory_id)
            raise Helped(again, arguments=(signatory_id, now.shown)) from None
        return cards.done(sheet, _("I've recorded who agreed."))
