"""A refusal as the private answer to a press, a command or a form, with the buttons that help."""

from collections.abc import Iterable, Mapping, Sequence

from cogs.ui import words
from cogs.ui.addresses import Address
from cogs.ui.layout import DANGER, PRIMARY, Accent, Card, Part, Press, lay_out, row
from cogs.ui.occasions import Occasion
from cogs.ui.refusals import NO_LABELS, Helped, sentence
from models.refusal import Reason, Refusal
from models.terms import SignatoryState
from models.translation import _


def card(
    refusal: Refusal,
    guild_id: int,
    draft_id: int | None = None,
    form: str = "",
    labels: Mapping[str, str] = NO_LABELS,
    typed: Iterable[str] = (),
    occasion: Occasion | None = None,
    pressed: Address | None = None,
    about: Sequence[str] = (),
) -> Card:
    """The private answer, with the button that helps. ``draft_id`` is what was typed, ``form`` the form's route,
    ``labels`` those of its fields, ``typed`` what is not kept and so given back, ``occasion`` what is refused,
    ``pressed`` the button that was refused, to press once more after *Take part*, ``about`` the form's arguments."""
    if form == TAKE_PART and draft_id is not None:
        occasion = Occasion.TAKE_PART
    if form == DELIVERY:
        occasion = Occasion.DELIVERY
    if form in KEPT_LATE and draft_id is not None:
        occasion = Occasion.NAME
    buttons = _buttons(refusal, guild_id, draft_id, form, about)
    if refusal.reason is Reason.TAKE_PART_FIRST and pressed is not None:
        buttons.append(Press(_("Try again"), pressed.route, guild_id, pressed.arguments))
    if refusal.reason is Reason.CHOOSE_LETTER and pressed is not None:
        buttons = [*_of_each(refusal, guild_id, pressed)]
    back = [_("You wrote: {text}", text=words.escape(text)) for text in typed if text]
    return lay_out(sentence(refusal, labels, occasion), *back, row(*buttons), accent=Accent.WAIT)


def _of_each(refusal: Refusal, guild_id: int, pressed: Address) -> list[Press]:
    """The button that was pressed, once for each letter that it may have meant."""
    return [
        Press(title, pressed.route, guild_id, (letter_id, *pressed.arguments[1:]))
        for letter_id, title in refusal.values["letters"][:5]
    ]


def _readings(refusal: Refusal, guild_id: int, draft_id: int) -> list[Part]:
    """Each thing that a deadline could mean; a press goes on with it in the form."""
    return [
        Press(words.reading(one), "draft.reading", guild_id, (draft_id, int(one.instant.timestamp())))
        for one in refusal.values.get("readings", ())
    ]


KEPT_LATE = {
    "propose": "propose.late",
    "propose-here": "propose.late",
    "sign-organisation": "sign.late",
    "sign-myself": "sign.late",
}
"""Forms whose content can be kept as late once the letter has closed, and the route that does it."""
TAKE_PART = "take-part"
"""The form that can be sent to the moderators by anyone who lacks the member role."""
DELIVERY = "letter-delivery"
"""The form whose day lies back."""
TWINNED = frozenset({"enter", "propose", "propose-here"})
"""Forms whose name a moderator may add once more, as another body of the same name."""


STARTS = {
    "ask-in": "ask.in",
    "correct": "signatory.correct",
    "entry-edit": "entry.edit",
    "letter-close": "deadline.ask",
    "letter-create": "letter.create",
    "letter-delivery": "outcome.deliver",
    "letter-edit": "letter.edit",
    "letter-point-new": "points.new",
    "letter-publish-on": "window.publish-on",
    "letter-reminders": "plan.ask",
    "letter-text": "letter.write",
    "letter-version": "letter.version",
    "letter-voting": "voting.ask",
    "letter-voting-more": "voting.more",
    "page-colours": "page.colours",
    "propose": "propose.open",
    "propose-here": "propose.open",
    "setup-zone": "setup.zone",
    "sign-myself": "sign.myself",
    "sign-organisation": "sign.open",
    "suggestion": "suggestion.new",
    "take-part": "take-part",
    "wishes-add": "wishes.add",
}
"""The buttons that open a form afresh, by its route: about nothing, or about what its first argument names."""


def afresh(guild_id: int, form: str, about: str) -> list[Part]:
    """Where what was typed is gone: the button that opens this form as it was opened first, if it has one."""
    return [Press(_("Try again"), STARTS[form], guild_id, (about,) if about else ())] if form in STARTS else []


def _remove_and_enter(refusal: Refusal, guild_id: int, draft_id: int | None) -> list[Part]:
    """Two steps instead of an edit that would make another signatory."""
    about = (refusal.values["signatory_id"],)
    found: list[Part] = []
    if refusal.values["state"] is SignatoryState.APPROVED:
        found.append(Press(_("Remove the old name"), "entry.remove", guild_id, about, DANGER))
    if draft_id is not None:
        found.append(Press(_("Enter the new name"), "entry.anew", guild_id, (draft_id,)))
    return found


def _buttons(
    refusal: Refusal, guild_id: int, draft_id: int | None, form: str, about: Sequence[str]
) -> list[Part]:
    found: list[Part] = []
    if refusal.reason is Reason.MEMBERS_ONLY and draft_id is not None and form == TAKE_PART:
        found.append(Press(_("Ask to be let in"), "ask", guild_id, (draft_id,), PRIMARY))
    elif refusal.reason is Reason.MEMBERS_ONLY:
        found.append(Press(_("Ask to be let in"), "ask.in", guild_id, style=PRIMARY))
    elif refusal.reason is Reason.TAKE_PART_FIRST:
        found.append(Press(_("Take part"), "take-part", guild_id, style=PRIMARY))
    if refusal.reason is Reason.READY_CHANGED:
        letter_id = refusal.values["letter_id"]
        found.append(Press(_("Look again"), "review", guild_id, (letter_id, 1), PRIMARY))
    if refusal.reason in (Reason.WRONG_STATE, Reason.PAUSED_ALREADY, Reason.NOT_PAUSED):
        found.append(Press(_("See the letter's status"), "panel.open", guild_id, (0,)))
    if refusal.reason is Reason.TEXT_CHANGED:
        found.append(Press(_("Read the letter"), "letter.text", guild_id, (refusal.values["letter_id"], 1)))
    if refusal.values.get("twin") and draft_id is not None and form in TWINNED:
        found.append(Press(_("It's a different signatory"), "entry.twin", guild_id, (draft_id,)))
    if refusal.reason is Reason.ANOTHER_NAME:
        found += _remove_and_enter(refusal, guild_id, draft_id)
    if isinstance(refusal, Helped):
        found += refusal.parts
    elif draft_id is not None:
        found += _readings(refusal, guild_id, draft_id)
    if "signatory_id" in refusal.values:
        found.append(Press(_("Show the name"), "signatory", guild_id, (refusal.values["signatory_id"],)))
    if refusal.reason is Reason.CLOSED and draft_id is not None and form in KEPT_LATE:
        found.append(Press(_("Keep it, marked late"), KEPT_LATE[form], guild_id, (draft_id,), PRIMARY))
    elif draft_id is not None:
        start = form if form in STARTS else ""
        found.append(
            Press(_("Correct what I typed"), "draft.open", guild_id, (draft_id, start, "".join(about[:1])))
        )
    return found
