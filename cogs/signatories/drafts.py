"""Drafts: *Correct what I typed* opens a refused form again, with everything that was typed, and a press of a reading
goes on with it."""

from msgspec.structs import replace

from cogs.runtime.room import Room
from cogs.runtime.routes import Call, Reply, press
from cogs.ui.cards.refusal import afresh
from cogs.ui.forms import OpenForm
from cogs.ui.layout import Card
from cogs.ui.refusals import Helped
from models.participants import drafts
from models.refusal import Reason, Refusal


class Drafts(Room):
    """Serves refused forms of all rooms again; the router knows each by its route."""

    @press("draft.open", Reply.WITH_FORM)
    async def reopen(self, call: Call, draft_id: int, form: str = "", about: str = "") -> OpenForm:
        """The form as it was sent, for the person who sent it, within a day; after that a button opens it afresh."""
        try:
            kept = await self.read(call, drafts.take, draft_id)
        except Refusal as refusal:
            raise Helped(refusal, *afresh(call.guild_id, form, about)) from None
        route = self.client.router.forms.get(kept.form)
        if route is None or route.form is None:
            raise Refusal(Reason.OUTDATED)
        opened = route.form.open(call.guild_id, *kept.arguments, answers=kept.answers)
        return replace(opened, draft_id=draft_id)

    @press("draft.reading", Reply.IN_PLACE)
    async def read_so(self, call: Call, draft_id: int, stamp: int) -> Card | OpenForm | None:
        """The form as it was sent, with its deadline as this press reads it; a second press finds nothing to do."""
        kept = await self.write(call, drafts.pop, draft_id)
        answers = {**kept.answers, "day": f"<t:{stamp}>", "hour": ""}
        return await self.client.router.again(call, kept, answers)
