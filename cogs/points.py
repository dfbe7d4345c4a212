"""Points: moderators write what to say on each subject."""

from typing import Any

from cogs.kit.cards import window as cards
from cogs.kit.command import command
from cogs.kit.forms import Answers as Typed
from cogs.kit.forms import Form, OpenForm, Text
from cogs.kit.inputs import Letter, NewSubject, Subject
from cogs.kit.layout import Card
from cogs.kit.room import Interaction, Room
from cogs.kit.switchboard import Answers, form
from models import draft, points, prose
from models import letter as letters
from models.refusal import Reason, Refusal
from models.sheets import Actor, DraftSheet, PointsSheet

POINT = Form(
    "letter-point",
    "Talking point",
    (Text("body", "What to say on this subject", long=True, most=points.LONGEST_BODY),),
)
WHICH = "Which letter, where there are several"


class Points(Room):
    """``/manage letter``: its talking points."""

    @command(
        "manage letter point",
        "Write what to say on a subject",
        Answers.WITH_FORM,
        subject="A new subject, or one that there is",
    )
    async def point(
        self, interaction: Interaction, actor: Actor, subject: NewSubject, letter: Letter = None
    ) -> OpenForm:
        """The form, filled with what is said so far. A draft keeps the subject: it is too long for an address."""
        now = interaction.created_at
        sheet = await self.store.read(letters.changing, actor, now, letter, letters.LIVE)
        subject = prose.line(subject, "subject", points.LONGEST_SUBJECT)
        known = (await self.store.read(points.read, actor, sheet.id)).points
        said = next((point.body for point in known if point.subject.casefold() == subject.casefold()), "")
        kept = {"subject": subject}
        draft_id = await self.store.write(
            draft.save, actor.guild_id, actor.user_id, now, POINT.route, [sheet.id], kept
        )
        return POINT.open(actor.guild_id, sheet.id, draft_id, answers={"body": said})

    @form(POINT)
    async def pointed(
        self, interaction: Interaction, actor: Actor, answers: Typed, letter_id: int, draft_id: int
    ) -> Card:
        """The subjects that there are now."""
        now, body = interaction.created_at, answers.get("body") or ""

        def write(session: Any, kept: DraftSheet) -> PointsSheet:
            if kept.form != POINT.route or "subject" not in kept.answers:
                raise Refusal(Reason.DRAFT_GONE)
            return points.write(session, actor, now, letter_id, str(kept.answers["subject"]), body)

        return cards.pointed(await self.store.write(draft.spend, actor, now, draft_id, write), "Saved.")

    @command("manage letter point-remove", "Say nothing on a subject any more", subject="The subject to remove")
    async def point_remove(
        self, interaction: Interaction, actor: Actor, subject: Subject, letter: Letter = None
    ) -> Card:
        """The subjects that are left."""
        now, letter_id = interaction.created_at, letter
        sheet = await self.store.write(points.remove, actor, now, letter_id, subject)
        return cards.pointed(sheet, "Removed.")
