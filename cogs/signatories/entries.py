"""Entries: moderators enter those who agreed elsewhere, fix how a name is printed, and take one off the list."""

from msgspec.structs import replace

from cogs.runtime.inputs import Country, Letter, OneKind, Signatory
from cogs.runtime.room import Room
from cogs.runtime.routes import Call, Reply, command, form, press
from cogs.ui import propose_form, words
from cogs.ui.cards import signatory as cards
from cogs.ui.forms import Answers, Form, OpenForm, Text, titled
from cogs.ui.layout import SUCCESS, Card, Press
from cogs.ui.packed_ids import Ids
from cogs.ui.propose_form import AUTHORISED_BY, COUNTRY, DETAIL, EVIDENCE, NAME, NOTE, PROPOSE, PROPOSE_HERE
from cogs.ui.when import late
from models.geography import countries
from models.letters import letters
from models.participants import drafts
from models.sheets import EntryChanges, LetterSheet, ProposalSheet
from models.submissions import entries, proposals
from models.terms import Kind, Way
from models.translation import N_, _
from models.views import signatory_detail

ENTER = Form(
    "enter",
    N_("Enter someone who agreed"),
    (NAME, DETAIL, AUTHORISED_BY, EVIDENCE, replace(NOTE, label=N_("Note"))),
)
EDIT = Form(
    "entry-edit",
    N_("Edit how it's printed"),
    (
        NAME,
        DETAIL,
        COUNTRY,
        Text(
            "sort_key",
            N_("Sort as"),
            N_("How to sort this name in the list. Leave blank to sort it as it's written."),
            required=False,
        ),
        Text(
            "aliases",
            N_("Acronym and other names"),
            N_("One per line. They help people find the name. I never print them."),
            required=False,
            long=True,
            most=1000,
        ),
    ),
)
# Translators: titles of forms, at most 45 characters.
ENTER_A = {
    Kind.ORGANISATION: N_("Enter an organisation"),
    Kind.COMPANY: N_("Enter a company"),
    Kind.INDIVIDUAL: N_("Enter an individual"),
}
MAKE_IT = {
    Kind.ORGANISATION: N_("Change to an organisation"),
    Kind.COMPANY: N_("Change to a company"),
    Kind.INDIVIDUAL: N_("Change to an individual"),
}
REMOVE = Form(
    "entry-remove",
    N_("Take it off the list"),
    (
        Text(
            "reason",
            N_("Why?"),
            N_("I keep this for the record. Published lists stay as they are."),
            long=True,
            most=300,
        ),
    ),
)


class Entries(Room):
    """``/manage signatory``. What is entered waits for review as everything else does."""

    @command(
        "manage signatory enter",
        N_("Enter someone who has already told you they agree to sign"),
        Reply.WITH_FORM,
        kind=N_("An organisation, a company or an individual"),
        letter=N_("Choose a letter if there are several"),
    )
    async def enter(self, call: Call, kind: OneKind, country: Country, letter: Letter = None) -> OpenForm:
        """Check that the moderator may, then open the form."""
        takes = entries.TAKES_ENTRIES
        sheet = await self.read(call, letters.check_change, letter, takes)
        return _entering(sheet, kind).open(call.guild_id, sheet.id, kind, countries.code_of(country))

    @command(
        "manage signatory edit",
        N_("Change how a name is printed from now on"),
        Reply.WITH_FORM,
        kind=N_("Change what this name is: an organisation, a company or an individual"),
    )
    async def edit(
        self, call: Call, signatory_id: Signatory, kind: OneKind | None = None, _letter: Letter = None
    ) -> OpenForm:
        """The form, filled with what stands; its title says where it moves."""
        asked = await self.editing(call, signatory_id)
        if kind is not None:
            titled = replace(EDIT, title=_(MAKE_IT[kind]))
            asked = replace(asked, form=titled, arguments=(str(signatory_id), kind))
        return asked

    @form(ENTER)
    async def entered(self, call: Call, answers: Answers, letter_id: int, kind: Kind, country: str) -> Card:
        """Enter the name; it waits for review, and the person who entered it may approve it at once, marked so."""
        read = propose_form.parse_answers(answers, kind, country)
        return _entered(await self.write(call, entries.enter, letter_id, read))

    @press("entry.twin")
    async def twin(self, call: Call, draft_id: int) -> Card:
        """Another body of the same name, from what was typed when it was refused as a duplicate."""
        verbs = {
            ENTER.route: entries.enter,
            PROPOSE.route: proposals.propose,
            PROPOSE_HERE.route: proposals.propose,
        }
        kept = await self.read(call, drafts.take, draft_id, *verbs)
        verb, (letter_id, read) = verbs[kept.form], propose_form.kept(kept)
        sheet = await self.write(call, drafts.spend, draft_id, verb, letter_id, read, twin=True)
        return (
            _entered(sheet) if sheet.way is Way.ENTERED else cards.done(sheet, _("You've proposed this name."))
        )

    @press("entry.edit", Reply.WITH_FORM)
    async def editing(self, call: Call, signatory_id: int) -> OpenForm:
        """Open the form, filled with the name as it is."""
        sheet = await self.store.read(entries.check_edit, call.actor, signatory_id)
        stands = sheet.proposal
        filled = {
            "name": stands.name,
            "detail": stands.detail,
            "country": countries.called(stands.country),
            "sort_key": sheet.sort_key,
            "aliases": "\n".join(stands.aliases),
        }
        # Translators: before a name and its letter, in the title of a form.
        asked = replace(EDIT, title=titled(_("Edit"), stands.name, stands.letter_title))
        return asked.open(call.guild_id, signatory_id, stands.kind, answers=filled)

    @form(EDIT)
    async def edited(self, call: Call, answers: Answers, signatory_id: int, kind: Kind) -> Card:
        """Change how a signatory is printed from now on."""
        changes = EntryChanges(
            kind=kind,
            name=answers.get("name") or "",
            detail=answers.get("detail") or "",
            country=answers.get("country") or "",
            sort_key=answers.get("sort_key") or "",
            aliases=answers.get("aliases") or "",
        )
        return cards.done(
            await self.write(call, entries.edit, signatory_id, changes), _("I've saved your changes.")
        )

    @press("entry.anew", Reply.WITH_FORM)
    async def anew(self, call: Call, draft_id: int) -> OpenForm:
        """What was typed to edit a name, to be entered as one of its own."""
        kept = await self.read(call, drafts.take_moderating, draft_id, EDIT.route)
        stands = (await self.store.read(signatory_detail.show, call.actor, int(kept.arguments[0]))).proposal
        takes = entries.TAKES_ENTRIES
        letter = await self.read(call, letters.check_change, stands.letter_id, takes)
        kind = Kind(kept.arguments[1])
        typed = {name: kept.answers.get(name) for name in ("name", "detail")}
        country = countries.find(kept.answers.get("country") or "")
        return _entering(letter, kind).open(call.guild_id, letter.id, kind, country, answers=typed)

    @command("manage signatory remove", N_("Take a name off the list, and say why"), Reply.WITH_FORM)
    @press("entry.remove", Reply.WITH_FORM)
    async def remove(self, call: Call, signatory_id: Signatory, *, _letter: Letter = None) -> OpenForm:
        """The form that asks for the reason, with name and letter in its title."""
        sheet = await self.store.read(entries.check_remove, call.actor, signatory_id)
        # Translators: before a name and its letter, in the title of a form.
        asked = replace(REMOVE, title=titled(_("Take off"), sheet.name, sheet.letter_title))
        return asked.open(call.guild_id, signatory_id)

    @form(REMOVE)
    async def removed(self, call: Call, answers: Answers, signatory_id: int) -> Card:
        """Take a name off the list from now on, with the reason that was typed."""
        reason = answers.get("reason") or ""
        sheet = await self.write(call, entries.remove, signatory_id, reason)
        return cards.done(sheet, _("I've taken the name off the list."))

    @press("entry.keep")
    async def keep(self, call: Call, signatory_id: int) -> Card:
        """Keep a name on the list although its proposer asked that it be taken off."""
        return cards.done(await self.write(call, entries.keep, signatory_id), _("The name stays on the list."))


def _entering(letter: LetterSheet, kind: Kind) -> Form:
    """The form to enter a name of this kind; its title says that it is late."""
    return replace(ENTER, title=late(ENTER_A[kind]) if letter.takes_late else _(ENTER_A[kind]))


def _entered(sheet: ProposalSheet) -> Card:
    about = (sheet.letter_id, Ids((sheet.id,)), sheet.shown)
    approve = Press(_("Approve this name too"), "review.approve", sheet.guild_id, about, SUCCESS)
    return cards.done(
        sheet, _("You've entered {name}.", name=words.escape(words.clip(sheet.name, 60))), approve
    )
