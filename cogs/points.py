"""Points: moderators write what to say on each subject."""

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
from models.sheets import Actor

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
        sheet = await self.read(interaction, actor, letters.check_change, letter, letters.LIVE)
        subject = prose.line(subject, "subject", points.LONGEST_SUBJECT)
        known = (await self.store.read(points.read, actor, sheet.id)).points
        said = next((point.body for point in known if point.subject.casefold() == subject.casefold()), "")
        kept = {"subject": subject}
        draft_id = await self.write(interaction, actor, draft.save, POINT.route, [sheet.id], kept)
        return POINT.open(actor.guild_id, sheet.id, draft_id, answers={"body": said})

    @form(POINT)
    async def pointed(
        self, interaction: Interaction, actor: Actor, answers: Typed, letter_id: int, draft_id: int
    ) -> Card:
        """The subjects that there are now."""
        kept = await self.read(interaction, actor, draft.take, draft_id, POINT.route)
        if "subject" not in kept.answers:
            raise Refusal(Reason.DRAFT_GONE)
        subject, body = str(kept.answers["subject"]), answers.get("body") or ""
        sheet = await self.write(
            interaction, actor, draft.spend, draft_id, points.write, letter_id, subject, body
        )
        return cards.pointed(sheet, "Saved.")

    @command("manage letter point-remove", "Say nothing on a subject any more", subject="The subject to remove")
    async def point_remove(
        self, interaction: Interaction, actor: Actor, subject: Subject, letter: Letter = None
    ) -> Card:
        """The subjects that are left."""
        letter_id = letter
        sheet = await self.write(interaction, actor, points.remove, letter_id, subject)
        return cards.pointed(sheet, "Removed.")
