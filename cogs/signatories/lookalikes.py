"""Look-alikes: a moderator says whether two names mean the same body; it is remembered for every letter."""

from cogs.runtime.room import Room
from cogs.runtime.routes import Call, Reply, press
from cogs.ui import reasons
from cogs.ui.cards import facts, merge, review as cards, signatory
from cogs.ui.layout import Card
from models.refusal import Reason, Refusal
from models.review import merging, queue
from models.signatories import lookalikes
from models.translation import _


class Lookalikes(Room):
    """Buttons in the review under a name that looks like another."""

    @press("lookalike.same", Reply.IN_PLACE)
    async def same(self, call: Call, signatory_id: int, other_id: int) -> Card:
        """Write down that two names mean the same body: the warning stays, as the strongest, and nothing is merged."""
        return await self._said(call, signatory_id, other_id, same=True)

    @press("lookalike.different", Reply.IN_PLACE)
    async def different(self, call: Call, signatory_id: int, other_id: int) -> Card:
        """Write down that two names mean different bodies: no warning any more."""
        return await self._said(call, signatory_id, other_id, same=False)

    @press("lookalike.merge", Reply.IN_PLACE)
    async def merge(self, call: Call, signatory_id: int, into_id: int) -> Card:
        """Ask before two signatories are merged."""
        return merge.question(*await self.store.read(merging.check_merge, call.actor, signatory_id, into_id))

    @press("lookalike.merge-now", Reply.IN_PLACE)
    async def merged(self, call: Call, signatory_id: int, into_id: int, digest: str) -> Card:
        """End one signatory as a duplicate of the other. Where one changed since it was shown, it is asked again."""
        pair = signatory_id, into_id
        try:
            gone, stands = await self.write(call, merging.merge_as_shown, *pair, digest)
        except Refusal as refusal:
            if refusal.reason is not Reason.OUTDATED:
                raise
            now = await self.store.read(merging.check_merge, call.actor, *pair)
            return merge.question(*now, _(reasons.DRAWN_ANEW))
        return signatory.done(stands, _("Merged: {name} is now a duplicate.", name=facts.short(gone.name)))

    async def _said(self, call: Call, signatory_id: int, other_id: int, *, same: bool) -> Card:
        await self.write(call, lookalikes.judge, signatory_id, other_id, same=same)
        [item] = await self.store.read(queue.look, call.actor, [signatory_id])
        return cards.one(item, 1)
