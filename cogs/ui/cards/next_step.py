"""The next step of a letter: the one that brings it on, what it lacks or leaves out, and the buttons for it."""

from msgspec import Struct

from cogs.ui import words
from cogs.ui.cards import ways
from cogs.ui.layout import Press
from models.sheets import LetterSheet, PanelSheet
from models.terms import LetterState
from models.translation import N_, _, ngettext

NOBODY = N_("Nobody has signed yet.")


class NextStep(Struct, frozen=True):
    """What comes next (a heading), what it lacks or leaves out, and the buttons for it, the step itself first."""

    what: str
    missing: tuple[str, ...]
    parts: tuple[Press, ...]


def next_step(sheet: PanelSheet) -> NextStep:
    """The one step that brings this letter on, by its state."""
    letter = sheet.letter
    if sheet.locked_at is not None:
        if sheet.wants_unlock:
            waits = _("You asked to unlock the letter. Another moderator has to press *Unlock the letter* too.")
            return NextStep(_("Next: wait for a second moderator"), (waits,), ())
        unlock = go(letter, _("Unlock the letter"), "letter.unlock")
        locked = _("You can't change anything about the letter while it's locked.")
        return NextStep(_("Next: unlock the letter"), (locked,), (unlock,))
    match letter.state:
        case LetterState.DRAFT:
            return _of_draft(sheet)
        case LetterState.OPEN:
            return _of_open(letter)
        case LetterState.CLOSED if letter.final_at is None:
            return _of_closed(letter)
        case LetterState.CLOSED | LetterState.CANCELLED:
            away, listed = go(letter, _("Archive the letter"), "window.archive"), ways.the_list(letter)
            if letter.final_at:
                return NextStep(_("Next: export the final list"), (), (listed, away))
            return NextStep(_("Next: archive the letter"), (), (away, listed))
        case LetterState.ARCHIVED:
            another = Press(_("Create another letter"), "letter.create", letter.guild_id)
            done = _("Nothing left to do. This letter is archived.")
            return NextStep(done, (), (another, ways.the_list(letter)))


def _of_draft(sheet: PanelSheet) -> NextStep:
    letter = sheet.letter
    missing, parts = [], []
    if letter.text is None:
        missing.append(_("This letter has no text. You can open it without one, but you can't publish it."))
        parts.append(go(letter, _("Write the text"), "letter.write"))
    if not sheet.set_up:
        missing.append(_("This server isn't set up yet: nobody has chosen channels and roles for the letter."))
        parts.insert(0, Press(_("Set up the server"), "setup.open", letter.guild_id))
    elif letter.closes_at <= letter.as_of:
        missing.append(_("The last day to sign has passed."))
        parts.insert(0, go(letter, _("Change the deadline"), "deadline.ask"))
    else:
        parts.append(go(letter, _("Open the letter"), "window.open"))
    whats = {
        "letter.write": _("Next: write the text"),
        "window.open": _("Next: open the letter, so members can propose and sign"),
    }
    what = whats.get(parts[0].route, _("Next: get the letter ready to open"))
    return NextStep(what, tuple(missing), tuple(parts))


def _of_open(letter: LetterSheet) -> NextStep:
    if letter.closes_at <= letter.as_of:
        return NextStep(_("Next: wait a few seconds. The letter is closing"), (), ())
    if letter.paused_at is not None:
        resume = go(letter, _("Resume the letter"), "window.resume")
        return NextStep(
            _("Next: resume the letter, so members can sign again"), (_("The letter is paused."),), (resume,)
        )
    if letter.published_at is None:
        return _to_publish(letter)
    if letter.waits:
        return NextStep(_("Next: review the names waiting"), (_waiting(letter),), (review(letter),))
    rests = _("Nothing to do now. The letter closes by itself, then the final list comes out.")
    return NextStep(rests, (), (ways.the_list(letter),))


def _of_closed(letter: LetterSheet) -> NextStep:
    if letter.published_at is None:
        return _to_publish(letter)
    finish = go(letter, _("Publish the final list"), "window.finish")
    if letter.waits:
        missing = (
            _waiting(letter),
            _("The final list comes out by itself once the moderators have decided on every name."),
        )
        return NextStep(_("Next: review the names waiting"), missing, (review(letter), finish))
    return NextStep(_("Next: publish the final list, or wait until the review ends"), (), (finish,))


def _to_publish(letter: LetterSheet) -> NextStep:
    if letter.text is None:
        lacks = (_("This letter has no text, so you can't publish it yet."),)
        return NextStep(_("Next: write the text"), lacks, (go(letter, _("Write the text"), "letter.write"),))
    missing = []
    if letter.publish_at is not None:
        missing.append(_("I'll publish the letter on {when}.", when=words.moment(letter.publish_at)))
    if letter.waits:
        missing.append(
            ngettext(
                "{count} name is waiting for review. If you don't approve it first, it won't be on the "
                "first list.",
                "{count} names are waiting for review. If you don't approve them first, they won't be on "
                "the first list.",
                letter.waits,
            )
        )
    publish = go(letter, _("Publish the letter"), "window.publish")
    later = go(letter, _("Publish it later"), "window.publish-on")
    if not letter.counts.total:
        return _without_names(letter, missing, publish, later)
    others = (review(letter),) if letter.waits else ()
    return NextStep(_("Next: publish the letter"), tuple(missing), (publish, later, *others))


def _without_names(letter: LetterSheet, missing: list[str], publish: Press, later: Press) -> NextStep:
    """Nobody has signed: names come first, and to publish is still possible."""
    missing.insert(0, _(NOBODY))
    if letter.waits:
        return NextStep(_("Next: review the names waiting"), tuple(missing), (review(letter), publish, later))
    if not ways.takes_names(letter):
        return NextStep(_("Next: publish the letter"), tuple(missing), (publish, later))
    missing.append(_("Already have a list? Import it with /roster import."))
    joining = (
        go(letter, _("Propose a name"), "propose.open"),
        go(letter, _("Sign for my organisation"), "sign.open"),
    )
    return NextStep(_("Next: collect names"), tuple(missing), (*joining, publish, later))


def _waiting(letter: LetterSheet) -> str:
    return ngettext(
        "{count} name is waiting for review.", "{count} names are waiting for review.", letter.waits
    )


def review(letter: LetterSheet) -> Press:
    """The way to the names that wait."""
    return go(letter, _("Review names"), "review", 1)


def go(letter: LetterSheet, label: str, route: str, *more: object) -> Press:
    """A button about this letter."""
    return Press(label, route, letter.guild_id, (letter.id, *more))
