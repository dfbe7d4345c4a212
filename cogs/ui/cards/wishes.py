"""The wish list: names that somebody should ask, who asks which, and what came of it."""

from collections.abc import Sequence

from cogs.ui import refusals, words
from cogs.ui.layout import PRIMARY, Accent, Card, Choose, Option, Part, Press, lay_out, row
from cogs.ui.occasions import Occasion
from cogs.ui.paging import turning
from models import labels
from models.letter_parts import Wanted, WishState
from models.refusal import Reason, Refusal
from models.sheets import LetterChoice, NoticeSheet
from models.sheets.wishes import AddedWishes, WishesSheet, WishSheet
from models.translation import N_, _, ngettext

NAME_LIMIT = 60
SHOWN = 10
"""Names of each sort that one answer lists."""
STATES = {
    WishState.FREE: N_("nobody is asking them yet"),
    WishState.CLAIMED: N_("someone will ask them"),
    WishState.ASKED: N_("asked"),
    WishState.REFUSED: N_("said no"),
    WishState.ON_LETTER: N_("on the letter"),
}
WANTED = {
    Wanted.ALL: N_("All names"),
    Wanted.FREE: N_("Names nobody is asking"),
    Wanted.MINE: N_("Who I'm asking"),
}
NO_SIGNATURE = N_("-# Only members see this list. A name on it isn't a signature and doesn't count.")


def listed(sheet: WishesSheet, said: str = "") -> Card:
    """A page of the wish list with a menu to open a name. ``said`` is what was just done."""
    menu: list[object] = []
    if sheet.wishes:
        options = [Option(words.clip(one.name, NAME_LIMIT), str(one.id), _where(one)) for one in sheet.wishes]
        menu = [row(Choose(_("Open a name"), "wishes.one", sheet.guild_id, options))]
    guild_id, letter_id = sheet.guild_id, sheet.letter_id
    others = [which for which in Wanted if which is not sheet.which]
    ways = turning("wishes.turn", guild_id, (letter_id, sheet.which.value), sheet.page, sheet.pages, both=True)
    return lay_out(
        f"**{said}**" if said else "",
        "\n".join(
            (
                ngettext("**Who to ask: {count} name**", "**Who to ask: {count} names**", sheet.total),
                words.title(sheet.title),
            )
        ),
        figures(sheet),
        "\n".join(f"- {_line(one)}" for one in sheet.wishes) or _none(sheet),
        *menu,
        row(
            Press(_("Add names"), "wishes.add", guild_id, (letter_id,), PRIMARY),
            *(Press(_(WANTED[one]), "wishes.turn", guild_id, (letter_id, one.value, 1)) for one in others),
        ),
        row(*ways) if sheet.pages > 1 else "",
        _(NO_SIGNATURE),
        accent=Accent.GOOD if said else Accent.OPEN,
    )


def figures(sheet: WishesSheet) -> str:
    """How many names are where: ``40 names nobody is asking yet · 12 asked``."""
    return " · ".join(_counted(state, count) for state, count in sheet.figures.items() if count)


def _counted(state: WishState, count: int) -> str:
    match state:
        case WishState.FREE:
            return ngettext("{count} name nobody is asking yet", "{count} names nobody is asking yet", count)
        case WishState.CLAIMED:
            return ngettext("{count} that someone will ask", "{count} that someone will ask", count)
        case WishState.ASKED:
            return ngettext("{count} asked", "{count} asked", count)
        case WishState.REFUSED:
            return ngettext("{count} said no", "{count} said no", count)
        case WishState.ON_LETTER:
            return ngettext("{count} on the letter", "{count} on the letter", count)


def one(sheet: WishSheet, said: str = "") -> Card:
    """One name, with what this reader can say of it."""
    about = (sheet.id,)
    return lay_out(
        f"**{said}**" if said else "",
        f"### {words.title(sheet.name)}\n{words.begun(labels.kind(sheet.kind))} · {words.title(sheet.letter_title)}",
        words.ended(words.begun(_state(sheet))),
        row(*_answers(sheet), Press(_("Remove from the wish list"), "wish.remove", sheet.guild_id, about)),
        row(
            Press(
                _("Back to the wish list"),
                "wishes.turn",
                sheet.guild_id,
                (sheet.letter_id, Wanted.ALL.value, 1),
            )
        ),
        _(NO_SIGNATURE),
        accent=Accent.GOOD if said else Accent.OPEN,
    )


def asked(sheet: WishSheet) -> str:
    """That it is noted, and whether a reminder will come. A moderator may say it for the member who asks."""
    if not sheet.reminds:
        return _("Noted. I won't send a reminder.")
    if not sheet.claimed_by:
        return _("Noted. If there's no answer in three days, I'll send a reminder.")
    return _("Noted. If there's no answer in three days, I'll remind {who}.", who=f"<@{sheet.claimed_by}>")


def added(sheet: AddedWishes, draft_id: int | None = None) -> Card:
    """What came of each line that was typed. ``draft_id``: the form with the lines that can be corrected."""
    known = [f"- {_line(one)}" for one in sheet.known]
    new, on_letter, twice = map(_names, (sheet.added, sheet.on_letter, sheet.twice))
    refused = [
        _("- {line}: {reason}", line=_quoted(line, why), reason=_why_not(why)) for line, why in sheet.refused
    ]
    count = ngettext(
        "{count} name added to the wish list", "{count} names added to the wish list", len(sheet.added)
    )
    correct = (
        [
            Press(
                _("Correct these lines"),
                "draft.open",
                sheet.guild_id,
                (draft_id, "wishes-add", sheet.letter_id),
            )
        ]
        if draft_id is not None
        else []
    )
    return lay_out(
        f"**{count}**\n{words.title(sheet.title)}",
        _block("", new),
        _block(_("**Already on the wish list:**"), known),
        _block(_("**Already on the letter, so nobody has to ask:**"), on_letter),
        _block(_("**Typed twice:**"), twice),
        _block(_("**Not added:**"), refused),
        row(
            Press(_("See who to ask"), "wishes", sheet.guild_id, (sheet.letter_id,), PRIMARY),
            *correct,
            Press(_("Add more names"), "wishes.add", sheet.guild_id, (sheet.letter_id,)),
        ),
        accent=Accent.GOOD if sheet.added else Accent.WAIT,
    )


def earlier(guild_id: int, letter_id: int, letters: tuple[LetterChoice, ...]) -> Card:
    """Ask from which letter to take names."""
    options = [Option(one.title, str(one.id), words.begun(labels.letter_state(one.state))) for one in letters]
    menu = (
        row(Choose(_("Choose the earlier letter"), "wishes.take", guild_id, options, (letter_id,)))
        if options
        else ""
    )
    return lay_out(
        _("**Take names from an earlier letter**"),
        _(
            "I'll copy every name on that letter's list to the wish list, except names that are already "
            "on this letter or its wish list."
        )
        if options
        else _("There's no other letter with names on its list."),
        menu,
        accent=Accent.OPEN,
    )


def told(sheet: NoticeSheet, title: str) -> list[str]:
    """Remind whoever asked names that have not answered."""
    names: list[str] = sheet.facts["names"]
    shown = [f"**{words.escape(words.clip(one, NAME_LIMIT), begins=False)}**" for one in names[:SHOWN]]
    return [
        _(
            "**{letter}**: you asked {names} a few days ago. Have they answered?",
            letter=title,
            names=words.and_more(shown, len(names)),
        ),
        _("Open a name to record the answer, or to let someone else ask."),
    ]


def buttons(sheet: NoticeSheet) -> list[Part]:
    """The way to the names that the reader asks."""
    if sheet.letter is None:
        return []
    mine = (sheet.letter.id, Wanted.MINE.value, 1)
    return [Press(_("Who I'm asking"), "wishes.mine", sheet.guild_id, mine, PRIMARY)]


def _answers(sheet: WishSheet) -> list[Press]:
    guild_id, about = sheet.guild_id, (sheet.id,)
    claim = Press(_("I'll ask them"), "wish.claim", guild_id, about, PRIMARY)
    match sheet.state:
        case WishState.ON_LETTER:
            return [Press(_("Show the name"), "signatory", guild_id, (sheet.signatory_id or 0,), PRIMARY)]
        case WishState.FREE | WishState.REFUSED:
            return [claim]
        case _ if not sheet.theirs:
            return []
        case WishState.CLAIMED:
            first = Press(_("I asked them"), "wish.asked", guild_id, about, PRIMARY)
        case WishState.ASKED:
            first = Press(_("I asked them again"), "wish.asked", guild_id, about)
    return [
        first,
        Press(_("They said yes…"), "wish.yes", guild_id, about),
        Press(_("They said no"), "wish.no", guild_id, about),
        Press(_("Stop asking"), "wish.give-back", guild_id, about),
    ]


def _names(names: Sequence[str]) -> list[str]:
    return [f"- {words.escape(words.clip(one, NAME_LIMIT))}" for one in names]


def _block(heading: str, lines: list[str]) -> str:
    """The first of these lines under their heading; empty where there are none."""
    if not lines:
        return ""
    shown, more = [heading, *lines[:SHOWN]], len(lines) - SHOWN
    if more > 0:
        shown.append(ngettext("and {count} more", "and {count} more", more))
    return "\n".join(one for one in shown if one)


def _quoted(line: str, why: Refusal) -> str:
    if why.reason is Reason.EMPTY:
        return _("A line that looks empty")
    return _("“{text}”", text=words.escape(words.clip(line, NAME_LIMIT)))


def _why_not(why: Refusal) -> str:
    return refusals.sentence(why, occasion=Occasion.LINE)


def _line(sheet: WishSheet) -> str:
    name = words.escape(words.clip(sheet.name, NAME_LIMIT))
    return _("{name}: {state}", name=name, state=_state(sheet))


def _state(sheet: WishSheet) -> str:
    asker = f"<@{sheet.claimed_by}>" if sheet.claimed_by else _("someone")
    match sheet.state:
        case WishState.CLAIMED:
            return _("{who} will ask them", who=asker)
        case WishState.ASKED if sheet.asked_at is not None:
            return _("{who} asked them {when}", who=asker, when=words.clock(sheet.asked_at, "R"))
        case WishState.REFUSED:
            return _("they said no to {who}", who=asker)
        case state:
            return _(STATES[state])


def _where(sheet: WishSheet) -> str:
    return words.begun(_(STATES[sheet.state]))


def _none(sheet: WishesSheet) -> str:
    if sheet.total:
        return _("No names here. Press *All names* to see the others.")
    return _("No names yet. Press *Add names* and write one per line. Then members can say who they'll ask.")
