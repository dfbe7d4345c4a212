"""Review: what waits for the moderators, decided at once or one by one, and taken back."""

from collections.abc import Callable

from discord import app_commands
from msgspec.structs import replace

from cogs.runtime import inputs
from cogs.runtime.inputs import Letter
from cogs.runtime.room import Room
from cogs.runtime.routes import Call, Reply, command, form, press
from cogs.ui import reasons
from cogs.ui.cards import review as cards
from cogs.ui.cards.facts import short
from cogs.ui.forms import Answers, Form, OpenForm, Pick, Text
from cogs.ui.layout import Card
from cogs.ui.packed_ids import Ids
from cogs.ui.refusals import Helped
from cogs.ui.verdict_reasons import DECLINES, HOLDS, stored
from models.participants import participants
from models.refusal import Reason, Refusal
from models.review import approvals, queue, review as verbs
from models.sheets import ReviewSheet
from models.signatories import shown
from models.terms import SignatoryState, Verdict
from models.translation import N_, _, ngettext

TOLD_AT_MOST = 200
"""Characters typed beside a preset; both together stay within the 300 of what is told."""
_TOLD = Text(
    "told",
    # Translators: at most 45 characters.
    N_("Tell the proposer, in your own words"),
    N_("If you choose a reason above as well, I'll send both."),
    required=False,
    most=TOLD_AT_MOST,
)
_NOTE = Text("note", N_("Note for moderators only"), required=False, long=True, most=1000)


def _reasons(presets: dict[str, str]) -> Pick:
    options = tuple((value, said, "") for value, said in presets.items())
    return Pick("preset", N_("Reason (the proposer will see this)"), options, required=False)


DECLINE = Form("decline", N_("Decline"), (_reasons(DECLINES), _TOLD, _NOTE))
HOLD = Form("hold", N_("Put on hold"), (_reasons(HOLDS), _TOLD, _NOTE))
OVERRIDE = Form(
    "override",
    N_("Approve despite the vote"),
    (
        Text(
            "reason", N_("Why approve this name anyway?"), N_("Only moderators see this."), long=True, most=1000
        ),
        Text("told", N_("Tell the proposer"), required=False, most=300),
    ),
)


class Review(Room):
    """A private panel for moderators. The verbs check who may, again at each press and form."""

    @command("review", N_("See the names to decide on (for moderators)"))
    @app_commands.default_permissions(manage_guild=True)
    async def review(self, call: Call, letter: Letter = None) -> Card:
        """Show the queue from its beginning."""
        return await self._queue(call, letter)

    @press("review")
    @press("review.turn", Reply.IN_PLACE)
    async def opened(self, call: Call, letter_id: int, page: int) -> Card:
        """The queue from a notice, another page of it, or back from one signatory."""
        return await self._queue(call, letter_id, page)

    @press("review.approve-ready", Reply.IN_PLACE)
    async def approve_ready(self, call: Call, letter_id: int, since: Ids, digest: str) -> Card:
        """Of all that are ready, those that were shown and have not changed since."""
        work = await self.read(call, approvals.start_ready, letter_id, since[0], digest)
        work = await self.write_in_steps(call, approvals.go_on, work)
        return cards.decided(work.sheet, call.guild_id, letter_id)

    @press("review.ready", Reply.IN_PLACE)
    async def look_at_ready(self, call: Call, *, values: list[str]) -> Card:
        """Show one of those that are ready, by itself."""
        chosen = [inputs.number(value) for value in values[:1]]
        [item] = await self.store.read(queue.look, call.actor, chosen)
        return cards.one(item, 1)

    @press("review.look", Reply.IN_PLACE)
    async def look(self, call: Call, letter_id: int, page: int, *, values: list[str]) -> Card:
        """Show one of those to look at, or several to decide at once."""
        chosen = [inputs.number(value) for value in values]
        items = await self.store.read(queue.look, call.actor, chosen)
        return cards.one(items[0], page) if len(items) == 1 else cards.several(items, letter_id, page)

    @press("review.approve", Reply.IN_PLACE)
    async def approve(self, call: Call, letter_id: int, ids: Ids, digest: str) -> Card:
        """Approving needs no words. What changed since it was drawn is drawn again."""
        try:
            sheet = await self.write(call, approvals.approve, ids, digest)
        except Refusal as refusal:
            if refusal.reason is not Reason.OUTDATED:
                raise
            items = await self.store.read(queue.look, call.actor, ids)
            if len(items) == 1:
                return cards.one(items[0], 1, _(reasons.DRAWN_ANEW))
            return cards.several(items, letter_id, 1, _(reasons.DRAWN_ANEW))
        return cards.decided(sheet, call.guild_id, letter_id)

    @press("review.override", Reply.WITH_FORM)
    async def override(self, call: Call, letter_id: int, ids: Ids, digest: str) -> OpenForm:
        """Against the vote it needs a reason."""
        return await self._ask(call, OVERRIDE, Verdict.APPROVE, letter_id, ids, digest)

    @press("review.hold", Reply.WITH_FORM)
    async def hold(self, call: Call, letter_id: int, ids: Ids, digest: str = "") -> OpenForm:
        """Open the form for the words to the proposer of a name on hold."""
        return await self._ask(call, HOLD, Verdict.HOLD, letter_id, ids, digest)

    @press("review.decline", Reply.WITH_FORM)
    async def decline(self, call: Call, letter_id: int, ids: Ids, digest: str = "") -> OpenForm:
        """Open the form for the reason that goes to the proposer."""
        return await self._ask(call, DECLINE, Verdict.DECLINE, letter_id, ids, digest)

    @form(OVERRIDE, Reply.IN_PLACE)
    async def overridden(self, call: Call, answers: Answers, letter_id: int, ids: Ids, digest: str) -> Card:
        """Approve against the vote, with the reason."""
        words = answers.get("told") or "", answers.get("reason") or ""
        return await self._decided(call, approvals.override, letter_id, ids, digest, words)

    @form(HOLD, Reply.IN_PLACE)
    async def held(self, call: Call, answers: Answers, letter_id: int, ids: Ids, digest: str = "") -> Card:
        """Put names on hold and tell their proposers why."""
        words = stored(HOLDS, answers.get("preset"), answers.get("told")), answers.get("note") or ""
        return await self._decided(call, approvals.hold, letter_id, ids, digest, words)

    @form(DECLINE, Reply.IN_PLACE)
    async def declined(self, call: Call, answers: Answers, letter_id: int, ids: Ids, digest: str = "") -> Card:
        """Decline names and tell their proposers why."""
        words = stored(DECLINES, answers.get("preset"), answers.get("told")), answers.get("note") or ""
        return await self._decided(call, approvals.decline, letter_id, ids, digest, words)

    @press("review.undo", Reply.IN_PLACE)
    async def undo(self, call: Call, letter_id: int, decision_id: int) -> Card:
        """Take a decision back and show the queue again."""
        undone = await self.write(call, verbs.undo, decision_id)
        said = "**" + _("I've undone the decision on {name}.", name=short(undone.name)) + "**"
        if undone.state is SignatoryState.VOTING:
            said += "\n" + _(
                "Voting is open again. If it's a secret vote, everyone has to vote again: I've deleted "
                "the earlier votes."
            )
        return await self._queue(call, letter_id, said=said, holding=undone.signatory_id)

    @press("review.undo-chosen", Reply.IN_PLACE)
    async def undo_chosen(self, call: Call, letter_id: int, *, values: list[str]) -> Card:
        """One of several decisions made at once, taken back."""
        return await self.undo(call, letter_id, inputs.number(values[0]))

    async def _decided(
        self,
        call: Call,
        verb: Callable[..., ReviewSheet],
        letter_id: int,
        ids: Ids,
        digest: str,
        words: tuple[str, str],
    ) -> Card:
        """Decide on what was shown. What changed since is shown again, with *Correct what I typed*."""
        try:
            sheet = await self.write(call, verb, ids, digest, *words)
        except Refusal as refusal:
            if refusal.reason is not Reason.OUTDATED:
                raise
            items = await self.store.read(queue.look, call.actor, ids)
            now = shown.together([item.proposal.shown for item in items])
            again = Refusal(Reason.OUTDATED, signatory_id=ids[0])
            raise Helped(again, arguments=(letter_id, ids, now)) from None
        return cards.decided(sheet, call.guild_id, letter_id)

    async def _queue(
        self, call: Call, letter_id: int | None, page: int = 1, said: str = "", holding: int | None = None
    ) -> Card:
        asking = await self.store.read(participants.asking, call.actor)
        try:
            sheet = await self.store.read(queue.queue, call.actor, letter_id, page, holding)
        except Refusal as refusal:
            if refusal.reason is not Reason.NO_LETTER or not asking:
                raise
            return cards.without_letter(asking)
        return cards.queue(sheet, call.guild_id, said, asking if sheet.page == 1 else ())

    async def _ask(
        self, call: Call, asked: Form, verdict: Verdict, letter_id: int, ids: Ids, *more: str
    ) -> OpenForm:
        """The form, where the verdict is possible on one of them at least; its title says how many."""
        await self.store.read(queue.check_verdict, call.actor, verdict, ids)
        if len(ids) > 1:
            title = _(asked.title)
            # Translators: the title of a form, at most 45 characters.
            title = ngettext("{title} ({count} name)", "{title} ({count} names)", len(ids), title=title)
            asked = replace(asked, title=title)
        return asked.open(call.guild_id, letter_id, ids, *more)
