"""The panel of a letter: where it stands, the next step as the first button, and everything else behind it."""

from collections.abc import Collection, Sequence
from enum import StrEnum

from cogs.ui import words
from cogs.ui.cards import around, dates, ways
from cogs.ui.cards.course import count_line
from cogs.ui.cards.letter import state_line
from cogs.ui.cards.next_step import go, next_step, review
from cogs.ui.cards.proposal import rule
from cogs.ui.layout import LINE, PRIMARY, Accent, Card, Choose, Option, Press, lay_out, row
from models import labels
from models.rules.voting_policy import Policy
from models.sheets import LetterChoice, LetterSheet, PanelSheet
from models.terms import Format, LetterState
from models.translation import N_, _, ngettext, pgettext

IN_A_ROW = 5
"""Discord puts so many buttons side by side."""


class Tab(StrEnum):
    """What of the panel is opened."""

    CLOSED = "closed"
    TEXT = "text"
    TIME = "time"
    NAMES = "names"
    AROUND = "around"
    ENDS = "ends"


LABELS = {
    Tab.TEXT: N_("Text and points"),
    Tab.TIME: N_("Dates and reminders"),
    Tab.NAMES: N_("Names and votes"),
    Tab.AROUND: N_("Ask, talk, share"),
    Tab.ENDS: N_("Hand over, pause, end"),
}


def panel(sheet: PanelSheet, tab: Tab = Tab.CLOSED, said: str = "") -> Card:
    """One letter. ``said`` is what was just done from here."""
    letter, step = sheet.letter, next_step(sheet)
    first, *more = step.parts or (go(letter, _("Look again"), "panel.show", tab.value),)
    return lay_out(
        f"**{said}**" if said else "",
        f"## {words.title(letter.title)}\n{_to(letter)}",
        state_line(letter),
        count_line(letter),
        dates.line(letter),
        _("{who} runs this letter.", who=f"<@{sheet.coordinator_id}>")
        if sheet.coordinator_id
        else _("This letter has no coordinator."),
        LINE,
        "\n".join([f"**{step.what}**", *(f"- {line}" for line in step.missing)]),
        *([_files(letter)] if _is_done(letter) and sheet.locked_at is None else []),
        row(_first(first), *more),
        LINE,
        row(*(_tab(letter, one, tab) for one in LABELS)),
        *_opened(sheet, tab, {(one.route, one.arguments) for one in (first, *more)}),
        row(_letters(letter, sheet.others)) if len(sheet.others) > 1 else "",
        accent=Accent.BAD if sheet.locked_at else Accent.WAIT if step.missing else Accent.OPEN,
    )


def choosing(guild_id: int, letters: Sequence[tuple[int, str]]) -> Card:
    """Ask which letter, where several run at once."""
    options = [Option(title, str(number)) for number, title in letters]
    return lay_out(
        _("**Which letter?**"),
        row(Choose(_("Choose a letter"), "panel.chosen", guild_id, options)),
        row(Press(_("Create another letter"), "letter.create", guild_id)),
        accent=Accent.OPEN,
    )


def none_yet(guild_id: int) -> Card:
    """The panel before there is anything to run."""
    return lay_out(
        _("**There is no letter yet.**"),
        _("You need a title, who it's addressed to and the last day to sign. Everything else can come later."),
        row(Press(_("Create the first letter"), "letter.create", guild_id, style=PRIMARY)),
        accent=Accent.OPEN,
    )


def _opened(sheet: PanelSheet, tab: Tab, above: Collection[tuple[str, tuple[object, ...]]]) -> list[object]:
    """What is behind one button, by what the letter allows now, but for the buttons ``above`` of the next step."""
    letter = sheet.letter
    if sheet.locked_at is not None:
        return [] if tab is Tab.CLOSED else _locked(letter, tab)
    live = letter.state in (LetterState.DRAFT, LetterState.OPEN, LetterState.CLOSED)
    match tab:
        case Tab.CLOSED:
            return []
        case Tab.TEXT:
            about, parts = _text(sheet, live=live)
        case Tab.TIME:
            about, parts = _time(letter, live=live)
        case Tab.NAMES:
            about, parts = _names(letter, live=live)
        case Tab.AROUND:
            about, parts = around.on_panel(letter)
        case Tab.ENDS:
            about, parts = _ends(letter, live=live)
    parts = [one for one in parts if (one.route, one.arguments) not in above]
    rows: list[object] = [row(*parts[at : at + IN_A_ROW]) for at in range(0, len(parts), IN_A_ROW)]
    if tab is Tab.NAMES and not _is_done(letter):
        rows.append(_files(letter))
    return [about, *rows]


def _locked(letter: LetterSheet, tab: Tab) -> list[object]:
    """What is left while a letter is locked: to look at things. All else would be refused."""
    looks = {
        Tab.TEXT: [go(letter, _("Read the letter"), "letter.text", 1)],
        Tab.TIME: [Press(_("Show planned messages"), "reminders.open", letter.guild_id)],
        Tab.NAMES: [ways.the_list(letter)],
        Tab.AROUND: [*around.for_members(letter), *around.share(letter), ways.the_list(letter)],
        Tab.ENDS: [Press(_("Create another letter"), "letter.create", letter.guild_id)],
    }
    return [_("You can't change anything here while the letter is locked."), row(*looks.get(tab, ()))]


def _is_done(letter: LetterSheet) -> bool:
    """Its final list is there: to take it along is the next step."""
    return letter.state is LetterState.CLOSED and letter.final_at is not None


def _files(letter: LetterSheet) -> object:
    formats = [Option(_format(one), one.value) for one in Format]
    return row(Choose(_("Export the list as a file"), "roster.file", letter.guild_id, formats, (letter.id,)))


def _format(one: Format) -> str:
    match one:
        case Format.MARKDOWN:
            return "Markdown"
        case Format.TEXT:
            return pgettext("a file without formatting", "Text")
        case _:
            return one.value.upper()


def _text(sheet: PanelSheet, *, live: bool) -> tuple[str, list[Press]]:
    letter, parts = sheet.letter, list[Press]()
    if live:
        write = _("Edit the text") if letter.text else _("Write the text")
        parts += [
            go(letter, write, "letter.write"),
            go(letter, _("Add a file or translation"), "letter.version"),
            go(letter, _("Edit talking points"), "points.edit"),
            go(letter, _("Edit the letter's details"), "letter.edit"),
        ]
    parts.append(go(letter, _("Read the letter"), "letter.text", 1))
    if live or letter.published_at is not None:
        parts.append(go(letter, _("Set up the web page"), "page.open"))
    if letter.text is None:
        text = _("Text: none yet.")
    else:
        language = words.language(letter.text.language)
        text = _("Text: version {number}, in {language}.", number=letter.text.number, language=language)
    points = ngettext("Talking points: {count} subject.", "Talking points: {count} subjects.", letter.subjects)
    return f"{text} {points}", parts


def _time(letter: LetterSheet, *, live: bool) -> tuple[str, list[Press]]:
    parts: list[Press] = []
    if live and letter.final_at is None:
        again = letter.state is LetterState.CLOSED
        parts += [
            go(letter, _("Reopen the letter") if again else _("Change the deadline"), "deadline.ask"),
            go(letter, _("Set other dates"), "dates.show"),
            go(letter, _("Change the reminders"), "plan.ask"),
        ]
    if letter.published_at is None and letter.text and letter.state in (LetterState.OPEN, LetterState.CLOSED):
        parts.append(go(letter, _("Publish it later"), "window.publish-on"))
    parts.append(Press(_("Show planned messages"), "reminders.open", letter.guild_id))
    if letter.state in (LetterState.DRAFT, LetterState.OPEN):  # the card's head has the deadline already
        return "", parts
    return _("The deadline was {when}.", when=words.local(letter.closes_at, letter.time_zone)), parts


def _names(letter: LetterSheet, *, live: bool) -> tuple[str, list[Press]]:
    parts: list[Press] = []
    if letter.state in (LetterState.DRAFT, LetterState.OPEN):
        parts += [
            go(letter, _("Change how we vote on names"), "voting.ask"),
            go(letter, _("Secret votes and more"), "voting.more"),
        ]
    if live:
        label = (
            _("Let one moderator approve a name")
            if letter.two_person
            else _("Require two moderators for each name")
        )
        parts.append(go(letter, label, "letter.two", int(not letter.two_person)))
    parts += [review(letter), ways.the_list(letter)]
    approval = (
        _("Two moderators have to approve each name.")
        if letter.two_person
        else _("One moderator is enough to approve a name.")
    )
    return f"{rule(Policy.of(dict(letter.policy)))} {approval}", parts


def _ends(letter: LetterSheet, *, live: bool) -> tuple[str, list[Press]]:
    parts: list[Press] = []
    if live:
        parts.append(go(letter, _("Hand over to another coordinator"), "coordinator"))
    if letter.state is LetterState.OPEN:
        paused = letter.paused_at is not None
        parts += [
            go(letter, _("Resume"), "window.resume") if paused else go(letter, _("Pause"), "window.pause"),
            go(letter, _("Close early"), "window.close"),
        ]
    if letter.state in (LetterState.DRAFT, LetterState.OPEN):
        parts.append(go(letter, _("Cancel the letter"), "window.give-up"))
    if letter.state in (LetterState.CLOSED, LetterState.CANCELLED):
        parts.append(go(letter, _("Archive the letter"), "window.archive"))
    if live:
        parts.append(go(letter, _("Lock everything"), "letter.lock"))
    parts.append(Press(_("Create another letter"), "letter.create", letter.guild_id))
    if not live:
        return _("I'll ask you to confirm anything you choose here."), parts
    return _(
        "*Lock everything* locks the letter straight away. I'll ask you to confirm anything else here."
    ), parts


def _first(press: Press) -> Press:
    return Press(press.label, press.route, press.guild_id, press.arguments, PRIMARY)


def _tab(letter: LetterSheet, one: Tab, opened: Tab) -> Press:
    wanted = Tab.CLOSED if one is opened else one
    label = _(LABELS[one])
    return go(letter, _("Hide: {part}", part=label) if one is opened else label, "panel.show", wanted.value)


def _letters(letter: LetterSheet, letters: Sequence[LetterChoice]) -> Choose:
    options = [
        Option(one.title, str(one.id), words.begun(labels.letter_state(one.state)), chosen=one.id == letter.id)
        for one in letters
    ]
    return Choose(_("Another letter"), "panel.chosen", letter.guild_id, options)


def _to(letter: LetterSheet) -> str:
    return _("To {addressee}", addressee=words.title(letter.addressee))
