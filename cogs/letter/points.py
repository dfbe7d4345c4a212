"""Points: moderators write what to say on each subject."""

from cogs.runtime.inputs import Letter, NewSubject, Subject
from cogs.runtime.room import Room
from cogs.runtime.routes import Call, Reply, command, form, press
from cogs.ui.cards import letter_changes
from cogs.ui.cards.facts import short
from cogs.ui.forms import Answers, Form, OpenForm, Text
from cogs.ui.layout import Card
from models.letters import letters, lookup, talking_points
from models.participants import drafts
from models.refusal import Reason, Refusal
from models.strings import plain_text
from models.translation import N_, _

POINT = Form(
    "letter-point",
    N_("Talking point"),
    (
        Text(
            "body",
            # Translators: at most 45 characters.
            N_("What to say on this subject"),
            long=True,
            most=talking_points.LONGEST_BODY,
        ),
    ),
)
NEW_POINT = Form(
    "letter-point-new",
    N_("Talking point"),
    (
        Text("subject", N_("Subject"), most=talking_points.LONGEST_SUBJECT, example=N_("What it costs")),
        *POINT.fields,
    ),
)


class Points(Room):
    """``/manage letter point``: moderators write the talking points."""

    @command(
        "manage letter point",
        N_("Write what to say on a subject"),
        Reply.WITH_FORM,
        subject=N_("A new subject, or an existing one"),
    )
    async def point(self, call: Call, subject: NewSubject, letter: Letter = None) -> OpenForm:
        """Open the form, filled with what is said so far. A draft keeps the subject, which is too long for a custom
        id."""
        sheet = await self.read(call, letters.check_change, letter, lookup.LIVE)
        subject = plain_text.line(subject, "subject", talking_points.LONGEST_SUBJECT)
        known = (await self.store.read(talking_points.show, call.actor, sheet.id)).points
        said = next((point.body for point in known if point.subject.casefold() == subject.casefold()), "")
        kept = {"subject": subject}
        draft_id = await self.write(call, drafts.save, POINT.route, [sheet.id], kept)
        return POINT.open(call.guild_id, sheet.id, draft_id, answers={"body": said})

    @press("points.edit")
    async def listed(self, call: Call, letter_id: int) -> Card:
        """Show which subjects there are, with menus to change or remove one, from the panel."""
        sheet = await self.read(call, letters.check_change, letter_id, lookup.LIVE)
        return letter_changes.editing(
            await self.store.read(talking_points.show, call.actor, letter_id), sheet.guild_id
        )

    @press("points.change", Reply.WITH_FORM)
    async def chosen(self, call: Call, letter_id: int, *, values: list[str]) -> OpenForm:
        """Open the form for the subject that was chosen."""
        return await self.point(call, values[0], letter_id)

    @press("points.new", Reply.WITH_FORM)
    async def new(self, call: Call, letter_id: int) -> OpenForm:
        """Open the form for another subject."""
        await self.read(call, letters.check_change, letter_id, lookup.LIVE)
        return NEW_POINT.open(call.guild_id, letter_id)

    @form(NEW_POINT)
    async def new_pointed(self, call: Call, answers: Answers, letter_id: int) -> Card:
        """Store it; a subject that there is already gets these words."""
        subject, body = answers.get("subject") or "", answers.get("body") or ""
        sheet = await self.write(call, talking_points.put, letter_id, subject, body)
        return letter_changes.pointed(sheet, _saved(subject))

    @press("points.remove", Reply.IN_PLACE)
    async def removed(self, call: Call, letter_id: int, *, values: list[str]) -> Card:
        """Remove the subject that was chosen, and show those that are left."""
        left = await self.write(call, talking_points.remove, letter_id, values[0])
        return letter_changes.editing(left, call.guild_id, _removed(values[0]))

    @form(POINT)
    async def pointed(self, call: Call, answers: Answers, letter_id: int, draft_id: int) -> Card:
        """Store the talking point and show which subjects there are now."""
        kept = await self.read(call, drafts.take, draft_id, POINT.route)
        if "subject" not in kept.answers:
            raise Refusal(Reason.DRAFT_GONE)
        subject, body = str(kept.answers["subject"]), answers.get("body") or ""
        sheet = await self.write(call, drafts.spend, draft_id, talking_points.put, letter_id, subject, body)
        return letter_changes.pointed(sheet, _saved(subject))

    @command("manage letter point-remove", N_("Remove a talking point"), subject=N_("The subject to remove"))
    async def point_remove(self, call: Call, subject: Subject, letter: Letter = None) -> Card:
        """Remove one subject and show those that are left."""
        sheet = await self.write(call, talking_points.remove, letter, subject)
        return letter_changes.pointed(sheet, _removed(subject))


def _saved(subject: str) -> str:
    return _("I've saved the talking point “{subject}”.", subject=short(subject, 100))


def _removed(subject: str) -> str:
    return _("I've removed the talking point “{subject}”.", subject=short(subject, 100))
