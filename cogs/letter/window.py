"""Window: moderators open, pause, close and end a letter. What cannot be taken back is shown first and
confirmed with one button, which is here for all moves."""

from collections.abc import Callable, Mapping

from discord import app_commands

from cogs.runtime import inputs
from cogs.runtime.inputs import Letter
from cogs.runtime.room import Room
from cogs.runtime.routes import Call, Reply, command, form, press
from cogs.ui.cards import intake, letter_changes, window as cards
from cogs.ui.cards.window import Move
from cogs.ui.forms import Answers, Form, OpenForm, Text
from cogs.ui.layout import Card
from models.coalitions import setup
from models.letters import window as verbs
from models.participants import drafts
from models.publishing import confirmation, publication
from models.sheets import LetterSheet
from models.strings import plain_text
from models.translation import N_, _

GIVE_UP = Form(
    "letter-give-up",
    N_("Cancel the letter"),
    (
        Text(
            "reason",
            N_("Reason"),
            # Translators: at most 100 characters.
            N_(
                "If the letter is open, I announce your reason. If it's a draft, I only record it in the "
                "journal."
            ),
            long=True,
            most=verbs.LONGEST_REASON,
        ),
    ),
)
VERBS: Mapping[Move, Callable[..., LetterSheet]] = {
    Move.OPEN: verbs.open_,
    Move.PAUSE: verbs.pause,
    Move.RESUME: verbs.resume,
    Move.CANCEL: verbs.cancel_from_draft,
    Move.PUBLISH: publication.publish,
    Move.CLOSE: verbs.close_early,
    Move.FINISH: publication.finish,
    Move.EXTEND: verbs.extend,
    Move.ARCHIVE: verbs.archive,
    Move.REOPEN: verbs.reopen,
}
DONE = {
    Move.OPEN: N_("The letter is open."),
    Move.PAUSE: N_("The letter is paused."),
    Move.RESUME: N_("The letter is no longer paused. Members can propose and sign again."),
    Move.CANCEL: N_("The letter is cancelled."),
    Move.PUBLISH: N_("The letter is published."),
    Move.CLOSE: N_("The letter closes in a few seconds, once the last votes are in."),
    Move.FINISH: N_("The final list is published."),
    Move.EXTEND: N_("The letter has a new deadline."),
    Move.ARCHIVE: N_("The letter is archived."),
    Move.REOPEN: N_("The letter is open again."),
}


class Window(Room):
    """``/manage letter``: open, pause, close and end a letter."""

    @press("window.open")
    @command("manage letter open", N_("Open the letter, so members can propose and sign"))
    async def open(self, call: Call, letter: Letter = None) -> Card:
        """Ask before the letter is opened, and say who is pinged."""
        sheet = await self.read(call, verbs.check_move, letter, Move.OPEN.value)
        return intake.opening(sheet, await self.store.read(setup.moderating, call.actor))

    @press("window.pause")
    @command(
        "manage letter pause",
        N_("Pause the letter: nobody can propose or sign for now. The deadline stays the same"),
    )
    async def pause(self, call: Call, letter: Letter = None) -> Card:
        """Ask before no names are taken."""
        return intake.pause(await self.read(call, verbs.check_move, letter, Move.PAUSE.value))

    @press("window.resume")
    @command("manage letter resume", N_("End the pause, so members can propose and sign again"))
    async def resume(self, call: Call, letter: Letter = None) -> Card:
        """Ask before names are taken again."""
        return intake.resume(await self.read(call, verbs.check_move, letter, Move.RESUME.value))

    @press("window.archive")
    @command("manage letter archive", N_("Archive a finished or cancelled letter"))
    async def archive(self, call: Call, letter: Letter = None) -> Card:
        """Ask before the letter is put away."""
        sheet = await self.read(call, verbs.check_move, letter, Move.ARCHIVE.value)
        return cards.archive(sheet)

    @press("window.close")
    @command("manage letter close", N_("Close the letter now, before its deadline"))
    async def close(self, call: Call, letter: Letter = None) -> Card:
        """Ask before the close is moved to now."""
        sheet = await self.read(call, verbs.check_move, letter, Move.CLOSE.value)
        return cards.close(sheet)

    @press("window.finish")
    @command("manage letter finish", N_("Publish the final list now, without names still in review"))
    async def finish(self, call: Call, letter: Letter = None) -> Card:
        """Ask before the final list, and show what would be left out."""
        preview = await self.read(call, publication.check_finish, letter)
        return cards.finish(preview)

    @command(
        "manage letter cancel",
        N_("Cancel the letter for good"),
        # Translators: at most 100 characters.
        reason=N_(
            "If the letter is open, I announce your reason. If it's a draft, I only record it in the journal"
        ),
    )
    async def cancel(
        self, call: Call, reason: app_commands.Range[str, 1, verbs.LONGEST_REASON], letter: Letter = None
    ) -> Card:
        """Ask before the letter is given up; the reason waits in a draft."""
        sheet = await self.read(call, verbs.check_move, letter, Move.CANCEL.value)
        kept = {"reason": plain_text.line(reason, "reason", verbs.LONGEST_REASON)}
        draft_id = await self.write(call, drafts.save, verbs.CANCEL, [sheet.id], kept)
        return cards.cancel(sheet, kept["reason"], draft_id)

    @press("window.give-up", Reply.WITH_FORM)
    async def cancel_pressed(self, call: Call, letter_id: int) -> OpenForm:
        """Open the form for the reason, from the panel."""
        await self.read(call, verbs.check_move, letter_id, Move.CANCEL.value)
        return GIVE_UP.open(call.guild_id, letter_id)

    @form(GIVE_UP)
    async def cancel_typed(self, call: Call, answers: Answers, letter_id: int) -> Card:
        """Ask, as the command does."""
        return await self.cancel(call, answers.get("reason") or "", letter_id)

    @press("window.confirm", Reply.IN_PLACE)
    async def confirmed(
        self, call: Call, move: Move, letter_id: int, seen: str, stamp: int, draft_id: int
    ) -> Card:
        """Do what was shown, unless deadline, text or list have changed since."""
        at = inputs.instant(stamp) if stamp else None
        about: tuple[object, ...] = ()
        match move:
            case Move.CANCEL:
                about = (draft_id,)
            case Move.PUBLISH:
                about = (at,)
            case Move.EXTEND | Move.REOPEN:
                about = (at or call.now,)
        sheet = await self.write(call, confirmation.as_shown, letter_id, move.value, seen, VERBS[move], *about)
        planned = move is Move.PUBLISH and sheet.published_at is None
        without_text = move is Move.OPEN and sheet.text is None
        said = _("I'll publish the letter at the planned time.") if planned else _(DONE[move])
        return letter_changes.changed(sheet, said, _(intake.NO_TEXT_YET) if without_text else "")
