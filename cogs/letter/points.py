"""Points: moderators write what to say on each subject."""

from typing import Any

from discord import app_commands

from cogs.runtime import actors, inputs, messages
from cogs.runtime.room import Interaction, Room, manages
from cogs.runtime.routes import form
from cogs.ui.cards import window as cards
from cogs.ui.forms import Answers as Typed
from cogs.ui.forms import Form, Text
from cogs.ui.layout import Card
from models.letters import letters, lookup, talking_points
from models.participants import drafts
from models.refusal import Reason, Refusal
from models.sheets import Actor, DraftSheet, PointsSheet
from models.strings import plain_text

POINT = Form(
    "letter-point",
    "Talking point",
    (Text("body", "What to say on this subject", long=True, most=talking_points.LONGEST_BODY),),
)
WHICH = "Which letter, where there are several"


class Points(Room):
    """``/manage letter``: its talking points."""

    @manages("letter", "point", "Write what to say on a subject")
    @app_commands.describe(subject="A new subject, or one that there is", letter=WHICH)
    @app_commands.autocomplete(letter=inputs.letters, subject=inputs.subjects)
    async def point(
        self,
        interaction: Interaction,
        subject: app_commands.Range[str, 1, talking_points.LONGEST_SUBJECT],
        letter: str | None = None,
    ) -> None:
        """The form, filled with what is said so far. A draft keeps the subject: it is too long for an address."""
        actor, now = await actors.enter(interaction), interaction.created_at
        sheet = await self.store.read(letters.changing, actor, now, inputs.number(letter), lookup.LIVE)
        subject = plain_text.line(subject, "subject", talking_points.LONGEST_SUBJECT)
        known = (await self.store.read(talking_points.read, actor, sheet.id)).points
        said = next((point.body for point in known if point.subject.casefold() == subject.casefold()), "")
        kept = {"subject": subject}
        draft_id = await self.store.write(
            drafts.save, actor.guild_id, actor.user_id, now, POINT.route, [sheet.id], kept
        )
        await messages.show_form(
            interaction, POINT.open(actor.guild_id, sheet.id, draft_id, answers={"body": said}).modal()
        )

    @form(POINT)
    async def pointed(
        self, interaction: Interaction, actor: Actor, answers: Typed, letter_id: int, draft_id: int
    ) -> Card:
        """The subjects that there are now."""
        now, body = interaction.created_at, answers.get("body") or ""

        def write(session: Any, kept: DraftSheet) -> PointsSheet:
            if kept.form != POINT.route or "subject" not in kept.answers:
                raise Refusal(Reason.DRAFT_GONE)
            return talking_points.write(session, actor, now, letter_id, str(kept.answers["subject"]), body)

        return cards.pointed(await self.store.write(drafts.spend, actor, now, draft_id, write), "Saved.")

    @manages("letter", "point-remove", "Say nothing on a subject any more")
    @app_commands.describe(subject="The subject to remove", letter=WHICH)
    @app_commands.autocomplete(letter=inputs.letters, subject=inputs.subjects)
    async def point_remove(self, interaction: Interaction, subject: str, letter: str | None = None) -> None:
        """The subjects that are left."""
        await messages.begin(interaction)
        actor = await actors.enter(interaction)
        now, letter_id = interaction.created_at, inputs.number(letter)
        sheet = await self.store.write(talking_points.remove, actor, now, letter_id, subject)
        await messages.answer(interaction, cards.pointed(sheet, "Removed."))
        self.client.nudge()
