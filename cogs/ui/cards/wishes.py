"""The wish list: names that somebody should ask, who asks which, and what came of it."""

from collections.abc import Sequence

import discord

from cogs.ui import refusals, words
from cogs.ui.layout import Accent, Card, Choose, Option, Part, Press, row
from cogs.ui.layout import card as lay_out
from cogs.ui.occasions import Occasion
from models.letter_parts import Wanted, WishState
from models.refusal import Reason, Refusal
from models.sheets import LetterChoice, NoticeSheet
from models.sheets.wishes import AddedWishes, WishesSheet, WishSheet
from models.terms import Kind

TITLE_LIMIT, NAME_LIMIT = 200, 60
SHOWN = 10
"""Names of each sort that one answer lists."""
PRIMARY = discord.ButtonStyle.primary
STATES = {
    WishState.FREE: "nobody has taken it",
    WishState.CLAIMED: "to be asked",
    WishState.ASKED: "asked",
    WishState.REFUSED: "said no",
    WishState.ON_LETTER: "on the letter",
}
WANTED = {Wanted.ALL: "All names", Wanted.FREE: "Show names nobody has taken", Wanted.MINE: "My names to ask"}
NO_SIGNATURE = "-# Only members see this list. A name on it isn't a signature and doesn't count."


def listed(sheet: WishesSheet, said: str = "") -> Card:
    """A page of the wish list with a menu to open a name. ``said`` is what was just done."""
    menu: list[object] = []
    if sheet.wishes:
        options = [Option(words.clip(one.name, NAME_LIMIT), str(one.id), _where(one)) for one in sheet.wishes]
        menu = [row(Choose("Open a name", "wishes.one", sheet.guild_id, options))]
    return lay_out(
        f"**{said}**" if said else "",
        f"**Who to ask: {words.plural(sheet.total, 'name')}**\n{_title(sheet.title)}",
        figures(sheet),
        "\n".join(f"- {_line(one)}" for one in sheet.wishes) or _none(sheet),
        *menu,
        row(
            Press("Add names", "wishes.add", sheet.guild_id, (sheet.letter_id,), PRIMARY),
            *(_turn(sheet, which, 1, WANTED[which]) for which in Wanted if which is not sheet.which),
        ),
        row(*_pages(sheet)) if sheet.pages > 1 else "",
        NO_SIGNATURE,
        accent=Accent.GOOD if said else Accent.OPEN,
    )


def figures(sheet: WishesSheet) -> str:
    """How many names are where: ``40 names nobody has taken · 12 asked``."""
    return " · ".join(_counted(state, count) for state, count in sheet.figures.items() if count)


def _counted(state: WishState, count: int) -> str:
    if state is WishState.FREE:
        return f"{words.plural(count, 'name')} nobody has taken"
    return f"{count:,} {STATES[state]}"


def one(sheet: WishSheet, said: str = "") -> Card:
    """One name, with what this reader can say of it."""
    about = (sheet.id,)
    return lay_out(
        f"**{said}**" if said else "",
        f"### {words.escape(words.clip(sheet.name, TITLE_LIMIT))}\n{_KINDS[sheet.kind]} · {_title(sheet.letter_title)}",
        words.ended(words.begun(_state(sheet))),
        row(*_answers(sheet), Press("Remove from the wish list", "wish.remove", sheet.guild_id, about)),
        row(
            Press(
                "Back to the wish list", "wishes.turn", sheet.guild_id, (sheet.letter_id, Wanted.ALL.value, 1)
            )
        ),
        NO_SIGNATURE,
        accent=Accent.GOOD if said else Accent.OPEN,
    )


def asked(sheet: WishSheet) -> str:
    """That it is noted, and whether a reminder will come. A moderator may say it for the member who asks."""
    if not sheet.reminds:
        return "Noted. There will be no reminder."
    whom = f"<@{sheet.claimed_by}>" if sheet.claimed_by else "them"
    return f"Noted. Without an answer, I remind {whom} in three days."


def added(sheet: AddedWishes, draft_id: int | None = None) -> Card:
    """What came of each line that was typed. ``draft_id``: the form with the lines that can be corrected."""
    known = [f"- {_line(one)}" for one in sheet.known]
    new, on_letter, twice = map(_names, (sheet.added, sheet.on_letter, sheet.twice))
    refused = [f"- {_quoted(line, why)}: {_why_not(why)}" for line, why in sheet.refused]
    correct = [Press("Correct it", "draft.open", sheet.guild_id, (draft_id,))] if draft_id is not None else []
    return lay_out(
        f"**{words.plural(len(sheet.added), 'name')} added to the wish list**\n{_title(sheet.title)}",
        _block("", new),
        _block("**On the wish list already:**", known),
        _block("**On the letter already, so nobody has to ask:**", on_letter),
        _block("**The same name twice in what you typed:**", twice),
        _block("**Not added:**", refused),
        row(
            Press("Who to ask", "wishes", sheet.guild_id, (sheet.letter_id,), PRIMARY),
            *correct,
            Press("Add names", "wishes.add", sheet.guild_id, (sheet.letter_id,)),
        ),
        accent=Accent.GOOD if sheet.added else Accent.WAIT,
    )


def earlier(guild_id: int, letter_id: int, letters: tuple[LetterChoice, ...]) -> Card:
    """Ask from which letter to take names."""
    options = [Option(one.title, str(one.id), f"{one.state}".capitalize()) for one in letters]
    menu = row(Choose("The earlier letter", "wishes.take", guild_id, options, (letter_id,))) if options else ""
    return lay_out(
        "**Take names from an earlier letter**",
        "This adds everybody on its list, except names that are already on this letter or its wish list."
        if options
        else "There's no other letter with names on its list.",
        menu,
        accent=Accent.OPEN,
    )


def told(sheet: NoticeSheet, title: str) -> list[str]:
    """Remind whoever asked names that have not answered."""
    names: list[str] = sheet.facts["names"]
    shown = words.listed(
        f"**{words.escape(words.clip(one, NAME_LIMIT), begins=False)}**" for one in names[:SHOWN]
    )
    return [
        f"**{title}**: have they answered? You asked {shown}{_more(len(names))} some days ago.",
        "Open a name to say what they answered, or to let somebody else ask.",
    ]


def buttons(sheet: NoticeSheet) -> list[Part]:
    """The way to the names that the reader asks."""
    if sheet.letter is None:
        return []
    mine = (sheet.letter.id, Wanted.MINE.value, 1)
    return [Press("My names to ask", "wishes.mine", sheet.guild_id, mine, PRIMARY)]


_KINDS = {Kind.ORGANISATION: "Organisation", Kind.COMPANY: "Company", Kind.INDIVIDUAL: "Individual"}


def _answers(sheet: WishSheet) -> list[Press]:
    guild_id, about = sheet.guild_id, (sheet.id,)
    claim = Press("I'll ask them", "wish.claim", guild_id, about, PRIMARY)
    match sheet.state:
        case WishState.ON_LETTER:
            return [Press("Show it", "signatory", guild_id, (sheet.signatory_id or 0,), PRIMARY)]
        case WishState.FREE | WishState.REFUSED:
            return [claim]
        case _ if not sheet.theirs:
            return []
        case WishState.CLAIMED:
            first = Press("I asked them", "wish.asked", guild_id, about, PRIMARY)
        case WishState.ASKED:
            first = Press("I asked them again", "wish.asked", guild_id, about)
    return [
        first,
        Press("They said yes…", "wish.yes", guild_id, about),
        Press("They said no", "wish.no", guild_id, about),
        Press("Stop asking", "wish.give-back", guild_id, about),
    ]


def _names(names: Sequence[str]) -> list[str]:
    return [f"- {words.escape(words.clip(one, NAME_LIMIT))}" for one in names]


def _block(heading: str, lines: list[str]) -> str:
    """The first of these lines under their heading; empty where there are none."""
    if not lines:
        return ""
    shown = [heading, *lines[:SHOWN], _more(len(lines)).strip()]
    return "\n".join(one for one in shown if one)


def _quoted(line: str, why: Refusal) -> str:
    if why.reason is Reason.EMPTY:
        return "A line that looks empty"
    return f"“{words.escape(words.clip(line, NAME_LIMIT))}”"


def _why_not(why: Refusal) -> str:
    return refusals.sentence(why, occasion=Occasion.LINE)


def _line(sheet: WishSheet) -> str:
    name = words.escape(words.clip(sheet.name, NAME_LIMIT))
    return f"{name}: {_state(sheet)}"


def _state(sheet: WishSheet) -> str:
    asker = f"<@{sheet.claimed_by}>" if sheet.claimed_by else "someone"
    match sheet.state:
        case WishState.CLAIMED:
            return f"{asker} will ask"
        case WishState.ASKED if sheet.asked_at is not None:
            return f"{asker} asked {words.clock(sheet.asked_at, 'R')}"
        case WishState.REFUSED:
            return f"said no to {asker}"
        case state:
            return STATES[state]


def _where(sheet: WishSheet) -> str:
    return words.begun(STATES[sheet.state])


def _none(sheet: WishesSheet) -> str:
    if sheet.total:
        return "No names here. Look at all names."
    return "Nobody yet. Press *Add names*: one a line. Then members can say which they'll ask."


def _more(count: int) -> str:
    return f" and {count - SHOWN:,} more" if count > SHOWN else ""


def _turn(sheet: WishesSheet, which: Wanted, page: int, label: str, *, disabled: bool = False) -> Press:
    return Press(label, "wishes.turn", sheet.guild_id, (sheet.letter_id, which.value, page), disabled=disabled)


def _pages(sheet: WishesSheet) -> list[Press]:
    return [
        _turn(sheet, sheet.which, to, label, disabled=not 1 <= to <= sheet.pages)
        for label, to in (("Back", sheet.page - 1), ("Next", sheet.page + 1))
    ]


def _title(title: str) -> str:
    return words.escape(words.clip(title, TITLE_LIMIT))
