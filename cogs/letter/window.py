"""Window: moderators open, pause, close and end a letter. What cannot be taken back is shown first and
confirmed with one button, which is here for all moves."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from discord import app_commands

from cogs.runtime import actors, inputs, messages
from cogs.runtime.room import Interaction, Room, manages
from cogs.runtime.routes import Answers, press
from cogs.ui.cards import window as cards
from cogs.ui.cards.window import Move
from cogs.ui.layout import Card
from models.letters import window as verbs
from models.participants import drafts
from models.publishing import confirmation, publication
from models.refusal import Reason, Refusal
from models.sheets import Actor, DraftSheet, LetterSheet
from models.strings import plain_text

CANCEL = "letter-cancel"
"""The draft that keeps the reason until it is confirmed."""

WHICH = "Which letter, where there are several"
NO_TEXT_YET = "It has no text yet, and cannot be published without: */manage letter text*."
DONE = {
    Move.CANCEL: "Cancelled.",
    Move.PUBLISH: "Published.",
    Move.CLOSE: "Closed: in a few seconds, once the last presses have arrived.",
    Move.FINISH: "Final list published.",
    Move.EXTEND: "Extended.",
    Move.ARCHIVE: "Archived.",
    Move.REOPEN: "Open again.",
}


class Window(Room):
    """``/manage letter``: its time and its state."""

    @manages("letter", "open", "Open the letter: members may propose and sign")
    @app_commands.describe(letter=WHICH)
    @app_commands.autocomplete(letter=inputs.letters)
    async def open(self, interaction: Interaction, letter: str | None = None) -> None:
        """Without a question: it can be closed again."""
        await self._at_once(interaction, letter, verbs.open_, "Opened.", NO_TEXT_YET)

    @manages("letter", "pause", "Take no names for now; the deadline stands")
    @app_commands.describe(letter=WHICH)
    @app_commands.autocomplete(letter=inputs.letters)
    async def pause(self, interaction: Interaction, letter: str | None = None) -> None:
        """Until it is resumed."""
        await self._at_once(interaction, letter, verbs.pause, "Paused.")

    @manages("letter", "resume", "Take names again after a pause")
    @app_commands.describe(letter=WHICH)
    @app_commands.autocomplete(letter=inputs.letters)
    async def resume(self, interaction: Interaction, letter: str | None = None) -> None:
        """The end of a pause."""
        await self._at_once(interaction, letter, verbs.resume, "Resumed.")

    @manages("letter", "archive", "Put a finished or cancelled letter away")
    @app_commands.describe(letter=WHICH)
    @app_commands.autocomplete(letter=inputs.letters)
    async def archive(self, interaction: Interaction, letter: str | None = None) -> None:
        """The question."""
        actor, now = await self._begin(interaction)
        sheet = await self.store.read(verbs.before, actor, now, inputs.number(letter), Move.ARCHIVE.value)
        await messages.answer(interaction, cards.archive(sheet))

    @manages("letter", "close", "Close the letter now, before its deadline")
    @app_commands.describe(letter=WHICH)
    @app_commands.autocomplete(letter=inputs.letters)
    async def close(self, interaction: Interaction, letter: str | None = None) -> None:
        """The question."""
        actor, now = await self._begin(interaction)
        sheet = await self.store.read(verbs.before, actor, now, inputs.number(letter), Move.CLOSE.value)
        await messages.answer(interaction, cards.close(sheet))

    @manages("letter", "finish", "Publish the final list now, whatever is still in review")
    @app_commands.describe(letter=WHICH)
    @app_commands.autocomplete(letter=inputs.letters)
    async def finish(self, interaction: Interaction, letter: str | None = None) -> None:
        """The question, with what would be left out."""
        actor, now = await self._begin(interaction)
        preview = await self.store.read(publication.final_preview, actor, now, inputs.number(letter))
        await messages.answer(interaction, cards.finish(preview))

    @manages("letter", "cancel", "Give the letter up for good")
    @app_commands.describe(
        reason="Announced where the letter is open; of a draft, kept in the journal", letter=WHICH
    )
    @app_commands.autocomplete(letter=inputs.letters)
    async def cancel(
        self,
        interaction: Interaction,
        reason: app_commands.Range[str, 1, verbs.LONGEST_REASON],
        letter: str | None = None,
    ) -> None:
        """The question; the reason waits in a draft."""
        actor, now = await self._begin(interaction)
        sheet = await self.store.read(verbs.before, actor, now, inputs.number(letter), Move.CANCEL.value)
        kept = {"reason": plain_text.line(reason, "reason", verbs.LONGEST_REASON)}
        draft_id = await self.store.write(
            drafts.save, actor.guild_id, actor.user_id, now, CANCEL, [sheet.id], kept
        )
        await messages.answer(interaction, cards.cancel(sheet, kept["reason"], draft_id))

    @press("window.confirm", Answers.IN_PLACE)
    async def confirmed(
        self,
        interaction: Interaction,
        actor: Actor,
        move: Move,
        letter_id: int,
        seen: str,
        stamp: int,
        draft_id: int,
    ) -> Card:
        """What was shown is done, unless it has changed since."""
        now = interaction.created_at
        at = datetime.fromtimestamp(stamp, UTC) if stamp else None

        def cancel(session: Any, kept: DraftSheet) -> LetterSheet:
            if kept.form != CANCEL:
                raise Refusal(Reason.DRAFT_GONE)
            return verbs.cancel(session, actor, now, letter_id, str(kept.answers["reason"]))

        def do(session: Any) -> LetterSheet:
            confirmation.require_shown(session, actor, now, letter_id, move.value, seen)
            match move:
                case Move.CANCEL:
                    return drafts.spend(session, actor, now, draft_id, cancel)
                case Move.PUBLISH:
                    return publication.publish(session, actor, now, letter_id, at)
                case Move.CLOSE:
                    return verbs.close_early(session, actor, now, letter_id)
                case Move.FINISH:
                    return publication.finish(session, actor, now, letter_id)
                case Move.ARCHIVE:
                    return verbs.archive(session, actor, now, letter_id)
                case Move.EXTEND:
                    return verbs.extend(session, actor, now, letter_id, at or now)
                case Move.REOPEN:
                    return verbs.reopen(session, actor, now, letter_id, at or now)

        sheet = await self.store.write(do)
        planned = move is Move.PUBLISH and sheet.published_at is None
        return cards.changed(sheet, "Publication is planned." if planned else DONE[move])

    async def _begin(self, interaction: Interaction) -> tuple[Actor, datetime]:
        await messages.begin(interaction)
        return await actors.enter(interaction), interaction.created_at

    async def _at_once(
        self,
        interaction: Interaction,
        letter: str | None,
        verb: Callable[..., LetterSheet],
        said: str,
        without_text: str = "",
    ) -> None:
        actor, now = await self._begin(interaction)
        sheet: LetterSheet = await self.store.write(verb, actor, now, inputs.number(letter))
        await messages.answer(interaction, cards.changed(sheet, said, "" if sheet.text else without_text))
        self.client.nudge()
