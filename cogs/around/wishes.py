"""Wishes: names that somebody should ask, and what members say of those that they ask."""

from msgspec.structs import replace

from cogs.runtime import inputs
from cogs.runtime.inputs import Letter
from cogs.runtime.room import Room
from cogs.runtime.routes import Call, Reply, command, form, press
from cogs.ui import propose_form
from cogs.ui.cards import proposal, wishes as cards
from cogs.ui.cards.facts import short
from cogs.ui.forms import Answers, Form, OpenForm, Text, titled
from cogs.ui.layout import Card
from cogs.ui.propose_form import PROPOSE, PROPOSE_HERE
from models.letter_parts import Wanted
from models.participants import drafts
from models.terms import Kind
from models.translation import N_, _, pgettext
from models.wishes import adding, asking, showing

ADD = Form(
    "wishes-add",
    N_("Names to add to the wish list"),
    (
        replace(PROPOSE_HERE.fields[1], label=N_("Organisations, companies or individuals?")),
        Text("names", N_("Names, one per line"), long=True, most=adding.LONGEST),
    ),
)
_ASKED = {one.name: one for one in (*PROPOSE_HERE.fields, *PROPOSE.fields)}
YES = Form(
    "wish-yes",
    N_("They said yes"),
    tuple(_ASKED[name] for name in ("name", "country", "detail", "authorised_by", "evidence")),
)


class Wishes(Room):
    """``/letter wishes`` and *Who to ask* on a letter's card."""

    @press("wishes")
    @command("letter wishes", N_("See who we want to ask to sign, and who is asking them"))
    async def wishes(self, call: Call, letter: Letter = None) -> Card:
        """Show the wish list of the letter."""
        return cards.listed(await self.read(call, showing.show, letter))

    @press("wishes.mine")
    @press("wishes.turn", Reply.IN_PLACE)
    async def turned(self, call: Call, letter_id: int, which: Wanted, page: int) -> Card:
        """Another page, or other names."""
        sheet = await self.read(call, showing.show, letter_id, which, page)
        return cards.listed(sheet)

    @press("wishes.one", Reply.IN_PLACE)
    async def opened(self, call: Call, *, values: list[str]) -> Card:
        """Open the name that was chosen."""
        return cards.one(await self.read(call, showing.one, inputs.number(values[0])))

    @press("wishes.add", Reply.WITH_FORM)
    async def add(self, call: Call, letter_id: int) -> OpenForm:
        """Open the form for names."""
        await self.store.read(adding.check_add, call.actor, letter_id)
        return ADD.open(call.guild_id, letter_id, answers={"kind": Kind.ORGANISATION.value})

    @form(ADD)
    async def typed(self, call: Call, answers: Answers, letter_id: int) -> Card:
        """Add the names, and say of each line what came of it."""
        kind, names = Kind(answers.get("kind") or Kind.ORGANISATION), answers.get("names") or ""
        came = await self.write(call, adding.add, letter_id, kind, names)
        if not came.correctable:
            return cards.added(came)
        left = {"kind": kind.value, "names": came.correctable}
        return cards.added(came, await self.write(call, drafts.save, ADD.route, [letter_id], left))

    @press("wishes.earlier")
    async def earlier(self, call: Call, letter_id: int) -> Card:
        """Ask a moderator from which letter to take names."""
        letters = await self.store.read(adding.earlier, call.actor, letter_id)
        return cards.earlier(call.guild_id, letter_id, letters)

    @press("wishes.take", Reply.IN_PLACE)
    async def taken(self, call: Call, letter_id: int, *, values: list[str]) -> Card:
        """Take over everybody on the list of the letter that was chosen."""
        before = inputs.number(values[0])
        return cards.added(await self.write(call, adding.take_over, letter_id, before))

    @press("wish.claim", Reply.IN_PLACE)
    async def claimed(self, call: Call, wish_id: int) -> Card:
        """The member asks this name."""
        sheet = await self.write(call, asking.claim, wish_id)
        return cards.one(
            sheet,
            _(
                "You've said you'll ask them. Once you've asked, come back to this name on the wish "
                "list and say so."
            ),
        )

    @press("wish.give-back", Reply.IN_PLACE)
    async def given_back(self, call: Call, wish_id: int) -> Card:
        """Somebody else can ask."""
        return cards.one(await self.write(call, asking.give_back, wish_id), _("Someone else can ask them now."))

    @press("wish.asked", Reply.IN_PLACE)
    async def asked(self, call: Call, wish_id: int) -> Card:
        """Record that they were asked now."""
        sheet = await self.write(call, asking.asked, wish_id)
        return cards.one(sheet, cards.asked(sheet))

    @press("wish.no", Reply.IN_PLACE)
    async def refused(self, call: Call, wish_id: int) -> Card:
        """Record that they said no."""
        return cards.one(await self.write(call, asking.refuse, wish_id), _("I've recorded that they said no."))

    @press("wish.yes", Reply.WITH_FORM)
    async def agreed(self, call: Call, wish_id: int) -> OpenForm:
        """Open the form for the consent that came."""
        sheet = await self.read(call, asking.check_agree, wish_id)
        # Translators: before a name and its letter, in the title of a form.
        asked = replace(
            YES, title=titled(pgettext("somebody agreed to sign", "Yes"), sheet.name, sheet.letter_title)
        )
        return asked.open(call.guild_id, wish_id, sheet.kind.value, answers={"name": sheet.name})

    @form(YES)
    async def proposed(self, call: Call, answers: Answers, wish_id: int, kind: Kind) -> Card:
        """Propose the name with who agreed."""
        read = propose_form.parse_answers(answers, kind, str(answers.get("country") or ""))
        return proposal.added(await self.write(call, asking.agree, wish_id, read))

    @press("wish.remove", Reply.IN_PLACE)
    async def removed(self, call: Call, wish_id: int) -> Card:
        """Take the name off the wish list, and show what is left."""
        gone = await self.write(call, asking.remove, wish_id)
        left = await self.read(call, showing.show, gone.letter_id)
        return cards.listed(left, _("I've removed {name} from the wish list.", name=short(gone.name)))
