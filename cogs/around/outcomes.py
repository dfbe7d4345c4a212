"""Outcomes: moderators record that the letter was delivered and answered, and post it once."""

from datetime import datetime, timedelta
from functools import partial

from msgspec.structs import replace

from cogs.runtime import inputs
from cogs.runtime.room import Room
from cogs.runtime.routes import Call, Reply, form, press
from cogs.ui import when
from cogs.ui.cards import outcomes as cards
from cogs.ui.forms import Answers, Form, OpenForm, Text
from cogs.ui.layout import Card
from models.outcomes import outcomes
from models.refusal import Reason, Refusal, add
from models.sheets import LetterSheet
from models.translation import N_, _

DELIVERY = Form(
    "letter-delivery",
    N_("The letter was delivered"),
    (
        Text("to", N_("Delivered to"), example=N_("The Home Secretary's office")),
        Text("how", N_("How it was delivered"), required=False, example=N_("by hand, by e-mail")),
        replace(
            when.DAY,
            hint=N_("If you've only just delivered the letter, leave the day and time blank."),
            required=False,
            example=N_("today, or 18 February 2025"),
        ),
        replace(when.TIME, hint=N_("Leave blank for noon that day."), example=N_("14:30, or 5pm")),
        when.ZONE,
    ),
)
ANSWER = Form(
    "letter-answer",
    N_("The answer"),
    (
        Text("said", N_("What they said"), long=True, most=outcomes.LONGEST),
        Text(
            "link",
            N_("Link"),
            N_("Where people can read the answer."),
            required=False,
            most=500,
            example="https://example.org",
        ),
    ),
)
NOON, HALF_A_DAY = "12:00", timedelta(hours=12)


class Outcomes(Room):
    """Buttons under *Ask, talk, share* of ``/manage letter panel``."""

    @press("outcome")
    async def shown(self, call: Call, letter_id: int) -> Card:
        """Show what is recorded, with the message for all signatories."""
        return cards.outcome(await self.read(call, outcomes.check, letter_id))

    @press("outcome.deliver", Reply.WITH_FORM)
    async def deliver(self, call: Call, letter_id: int) -> OpenForm:
        """Open the form for a delivery."""
        sheet = await self.read(call, outcomes.check, letter_id)
        return DELIVERY.open(call.guild_id, letter_id, answers={"to": sheet.addressee})

    @form(DELIVERY)
    async def delivered(self, call: Call, answers: Answers, letter_id: int) -> Card:
        """Record the delivery as it was typed."""
        sheet = await self.read(call, outcomes.check, letter_id)
        to, how = answers.get("to") or "", answers.get("how") or ""
        try:
            at = await _when(call, answers, sheet)
        except Refusal as refusal:
            add(refusal, partial(outcomes.described, to, how))
            raise
        sheet = await self.write(call, outcomes.deliver, letter_id, to, how, at)
        return cards.outcome(sheet, _("I've recorded the delivery."))

    @press("outcome.answer", Reply.WITH_FORM)
    async def answer(self, call: Call, letter_id: int) -> OpenForm:
        """Open the form for the answer, filled with the one that there is."""
        came = (await self.read(call, outcomes.check, letter_id)).outcome.answer
        return ANSWER.open(
            call.guild_id, letter_id, answers={"said": came.said, "link": came.link} if came else None
        )

    @form(ANSWER)
    async def answered(self, call: Call, answers: Answers, letter_id: int) -> Card:
        """Record the answer as it was typed."""
        about = (letter_id, answers.get("said") or "", answers.get("link") or "")
        return cards.outcome(await self.write(call, outcomes.answer, *about), _("I've recorded the answer."))

    @press("outcome.post", Reply.IN_PLACE)
    async def posted(self, call: Call, letter_id: int) -> Card:
        """Post it in the announcements channel, once."""
        return cards.outcome(
            await self.write(call, outcomes.post, letter_id),
            _("I'll announce the delivery, and the answer if there is one."),
        )

    @press("outcome.take-back", Reply.IN_PLACE)
    async def taken_back(self, call: Call, letter_id: int) -> Card:
        """Remove what was recorded last."""
        answered = (await self.read(call, outcomes.check, letter_id)).outcome.answer is not None
        said = _("I've removed the answer.") if answered else _("I've removed the delivery.")
        return cards.outcome(await self.write(call, outcomes.take_back, letter_id), said)


async def _when(call: Call, answers: Answers, sheet: LetterSheet) -> datetime:
    """When it was delivered; now where neither day nor hour was typed, or today alone while noon is still to come.

    Deadlines are read as lying ahead, a delivery lies back: so a date is the latest that lies between the publication
    and now, or else the nearest, which the verb refuses with its reason. A weekday could be either, and is refused.
    """
    day, hour, zone = (str(answers.get(name) or "").strip() for name in ("day", "hour", "zone"))
    now, given = call.now, hour or NOON

    async def read(back: int) -> datetime:
        since = now - timedelta(days=back)
        return await _instant(call, day or "today", given, zone, sheet.time_zone, since)

    if not day and not hour:
        return now
    try:
        nearest = await read(0)
    except Refusal as refusal:
        if hour or refusal.reason is not Reason.HOUR_GIVEN_TWICE:
            raise
        given = ""  # the hour stands beside the day
        nearest = await read(0)
    if _days(nearest - await read(7)) == 7:  # it moves with today
        if _days(nearest - await read(1)) != 1:
            raise Refusal(Reason.BAD_DAY, day=day)
        return now if given and not hour and now < nearest <= now + HALF_A_DAY else nearest
    found = [nearest, await read(31), await read(365)]
    fitting = [one for one in found if (sheet.published_at or now) <= one <= now]
    return max(fitting) if fitting else min(found, key=lambda one: abs(one - now))


async def _instant(call: Call, day: str, hour: str, zone: str, home: str, since: datetime) -> datetime:
    """What was typed as it reads at ``since``, also where that lies before it. Refuses as ``inputs.deadline`` does, and
    BAD_DAY(day) for what names no moment."""
    try:
        return (await inputs.deadline(call.interaction, day, hour, zone, home, since=since)).instant
    except Refusal as refusal:
        if refusal.reason is Reason.VAGUE:
            raise Refusal(Reason.BAD_DAY, day=day) from None
        if refusal.reason not in (Reason.IN_THE_PAST, Reason.TOO_FAR):
            raise
        at: datetime = refusal.values["instant"]
        return at


def _days(span: timedelta) -> int:
    """Whole days, whatever the clocks did between."""
    return round(span / timedelta(days=1))
