"""The next step of a letter: the one that brings it on, what it lacks or leaves out, and the buttons for it."""

from dataclasses import dataclass

from cogs.ui import words
from cogs.ui.cards import ways
from cogs.ui.layout import Press
from models.sheets import LetterSheet, PanelSheet
from models.terms import LetterState

NOBODY = "Nobody has signed yet."


@dataclass(frozen=True, slots=True)
class NextStep:
    """What comes next, what it lacks or leaves out, and the buttons for it, the step itself first."""

    what: str
    missing: tuple[str, ...]
    parts: tuple[Press, ...]


def next_step(sheet: PanelSheet) -> NextStep:
    """The one step that brings this letter on, by its state."""
    letter = sheet.letter
    if sheet.locked_at is not None:
        if sheet.wants_unlock:
            waits = "You asked to unlock it. Another moderator has to press *Unlock the letter* too."
            return NextStep("wait for a second moderator", (waits,), ())
        unlock = go(letter, "Unlock the letter", "letter.unlock")
        return NextStep("unlock the letter", ("Nothing about it can change while it is locked.",), (unlock,))
    match letter.state:
        case LetterState.DRAFT:
            return _of_draft(sheet)
        case LetterState.OPEN:
            return _of_open(letter)
        case LetterState.CLOSED if letter.final_at is None:
            return _of_closed(letter)
        case LetterState.CLOSED | LetterState.CANCELLED:
            away = go(letter, "Archive it", "window.archive")
            done = "export the final list" if letter.final_at else "archive the letter"
            return NextStep(
                done,
                (),
                (away, ways.the_list(letter)) if not letter.final_at else (ways.the_list(letter), away),
            )
        case LetterState.ARCHIVED:
            another = Press("Create another letter", "letter.create", letter.guild_id)
            return NextStep("nothing. This letter is archived.", (), (another, ways.the_list(letter)))


def _of_draft(sheet: PanelSheet) -> NextStep:
    letter = sheet.letter
    missing, parts = [], []
    if letter.text is None:
        missing.append("It has no text. You can open it without one, but not publish it.")
        parts.append(go(letter, "Write the text", "letter.write"))
    if not sheet.set_up:
        missing.append("This server isn't set up: it has no channels and roles for the letter yet.")
        parts.insert(0, Press("Set up the server", "setup.open", letter.guild_id))
    elif letter.closes_at <= letter.as_of:
        missing.append("The last day to sign has passed.")
        parts.insert(0, go(letter, "Change the deadline", "deadline.ask"))
    else:
        parts.append(go(letter, "Open the letter", "window.open"))
    whats = {"letter.write": "write the text", "window.open": "open it, so that members can propose and sign"}
    what = whats.get(parts[0].route, "make it ready to open")
    return NextStep(what, tuple(missing), tuple(parts))


def _of_open(letter: LetterSheet) -> NextStep:
    if letter.closes_at <= letter.as_of:
        return NextStep("wait a few seconds: it is closing", (), ())
    if letter.paused_at is not None:
        return NextStep(
            "take names again", ("It is paused.",), (go(letter, "Resume the letter", "window.resume"),)
        )
    if letter.published_at is None:
        return _to_publish(letter)
    if letter.waits:
        return NextStep("review the waiting names", (_waiting(letter),), (review(letter),))
    return NextStep("nothing. It closes by itself, then the final list comes.", (), (ways.the_list(letter),))


def _of_closed(letter: LetterSheet) -> NextStep:
    if letter.published_at is None:
        return _to_publish(letter)
    finish = go(letter, "Publish the final list", "window.finish")
    if letter.waits:
        missing = f"{_waiting(letter)} The final list comes by itself when all are decided."
        return NextStep("review the waiting names", (missing,), (review(letter), finish))
    return NextStep("publish the final list, or wait until the review ends", (), (finish,))


def _to_publish(letter: LetterSheet) -> NextStep:
    if letter.text is None:
        lacks = ("It has no text, so you can't publish it yet.",)
        return NextStep("write the text", lacks, (go(letter, "Write the text", "letter.write"),))
    missing = []
    if letter.publish_at is not None:
        missing.append(f"It is planned for {words.moment(letter.publish_at)}.")
    if letter.waits:
        missing.append(f"{_waiting(letter)} They won't be on the first list.")
    publish = go(letter, "Publish it", "window.publish")
    later = go(letter, "Publish it later", "window.publish-on")
    if not letter.counts.total:
        return _without_names(letter, missing, publish, later)
    return NextStep(
        "publish it", tuple(missing), (publish, later, *((review(letter),) if letter.waits else ()))
    )


def _without_names(letter: LetterSheet, missing: list[str], publish: Press, later: Press) -> NextStep:
    """Nobody has signed: names come first, and to publish is still possible."""
    missing.insert(0, NOBODY)
    if letter.waits:
        return NextStep("review the waiting names", tuple(missing), (review(letter), publish, later))
    if not ways.takes_names(letter):
        return NextStep("publish it", tuple(missing), (publish, later))
    missing.append("Do you have a list already? Import it: /roster import.")
    joining = (
        go(letter, "Propose a name", "propose.open"),
        go(letter, "Sign for my organisation", "sign.open"),
    )
    return NextStep("collect names", tuple(missing), (*joining, publish, later))


def _waiting(letter: LetterSheet) -> str:
    return f"{words.plural(letter.waits, 'name is', 'names are')} waiting for review."


def review(letter: LetterSheet) -> Press:
    """The way to the names that wait."""
    return go(letter, "Review names", "review", 1)


def go(letter: LetterSheet, label: str, route: str, *more: object) -> Press:
    """A button about this letter."""
    return Press(label, route, letter.guild_id, (letter.id, *more))
