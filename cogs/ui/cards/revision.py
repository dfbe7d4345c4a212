"""A text that was changed after people had agreed to it: the question to the moderator, and what those are told who
vouched for a name."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from cogs.ui import words
from cogs.ui.layout import DANGER, PRIMARY, Accent, Card, Document, Part, Press, lay_out, row
from models.sheets import EarlierText, NoticeSheet, ProposalSheet, TextQuestion
from models.strings.diff import DiffPiece
from models.terms import TextChange
from models.translation import N_, _

SHOWN = 2500
"""Characters of a difference that are read in the message; a longer one is a file."""
NAMES = 900
"""Characters for names in one message."""
CONFIRM, LEAVE = N_("Confirm the new text"), N_("Take the name off")
UNREACHED_ONE = N_(
    "Version {number} of **{letter}** changes the substance of the text. I can't reach the "
    "person who proposed, signed or entered this name: {names}"
)
UNREACHED = N_(
    "Version {number} of **{letter}** changes the substance of the text. I can't reach the "
    "people who proposed, signed or entered these names: {names}"
)
_MARKS = {"same": "", "gone": "~~", "new": "**"}


def question(sheet: TextQuestion, left_out: str = "") -> Card:
    """What would change, and the two answers."""
    shown = marked(sheet.pieces)
    fits = 0 < len(shown) <= SHOWN
    buttons = [
        Press(
            _("It's a correction"), "text.say", sheet.guild_id, (sheet.draft_id, TextChange.CORRECTION.value)
        ),
        Press(
            _("It changes the substance"),
            "text.say",
            sheet.guild_id,
            (sheet.draft_id, TextChange.SUBSTANCE.value),
            DANGER,
        ),
    ]
    name = f"changes-{sheet.letter_id}-from-{sheet.before.number}.txt"
    return lay_out(
        _(
            "**People have signed this text. What kind of change is it?** I won't replace version "
            "{number} until you choose. I'll keep what you wrote for a day.",
            number=sheet.before.number,
        ),
        _short(sheet.title),
        shown if fits else _("The change is too long to show here, so I've put it in a file, line by line."),
        _("*A correction* (a typo, a date, a name): everyone's signature counts for the corrected text too.")
        + "\n"
        + _(
            "*A change of substance*: I'll tell everyone who proposed, signed or entered a name. Until "
            "{moment}, they can take that name off the letter themselves. Anyone who doesn't answer "
            "stays on the list, but only for the earlier version of the text.",
            moment=words.moment(sheet.leave_until),
        ),
        left_out,
        row(*buttons),
        accent=Accent.WAIT,
        files=[] if fits else [Document(name, sheet.lines.encode())],
    )


def marked(pieces: Sequence[DiffPiece]) -> str:
    """The difference in one text: what went is struck through, what came is bold, and a space keeps the two apart."""
    said = ""
    for piece in pieces:
        text = _line_by_line(piece)
        touches = piece.sort == "new" and said and not said[-1].isspace() and not text[:1].isspace()
        said += f" {text}" if touches else text
    return said


def _line_by_line(piece: DiffPiece) -> str:
    """Marks hold within a line, and beside a word, not beside a space."""
    return "".join(_with_marks(line, _MARKS[piece.sort]) for line in piece.text.splitlines(keepends=True))


def _with_marks(line: str, marks: str) -> str:
    inner = line.strip()
    if not inner:
        return line
    at = line.index(inner)
    return f"{line[:at]}{marks}{words.escape(inner)}{marks}{line[at + len(inner) :]}"


def confirmed(proposal: ProposalSheet, number: int) -> Card:
    """The private answer after a name was confirmed."""
    return lay_out(
        words.ended(
            _(
                "**Confirmed.** {name} has now agreed to version {number} of {letter}",
                name=_short(proposal.name),
                number=number,
                letter=_short(proposal.letter_title),
            )
        ),
        row(Press(_("Show the name"), "signatory", proposal.guild_id, (proposal.id,))),
        accent=Accent.GOOD,
    )


def told(sheet: NoticeSheet, title: str) -> list[str]:
    """The direct message to the person who vouched for a name."""
    until = sheet.facts.get("until")
    return [
        words.ended(
            _(
                "Version {number} of **{letter}** changes the substance of the text. Names you proposed, "
                "signed or entered: {names}",
                letter=title,
                number=sheet.facts["number"],
                names=_names(sheet),
            )
        ),
        _to_do(sheet, until),
    ]


def _to_do(sheet: NoticeSheet, until: datetime | None) -> str:
    """What to answer for the name, or for several: no number is in the sentence, so two forms do in every language."""
    one = sheet.facts["count"] == 1
    if until is None:
        return (
            _(
                "Confirm the new text, or take the name off the letter. If you do nothing, the name stays on "
                "the list, but only for the earlier version of the text."
            )
            if one
            else _(
                "Confirm the new text, or take the names off the letter. If you do nothing, the names stay on "
                "the list, but only for the earlier version of the text."
            )
        )
    moment = words.moment(until)
    return (
        _(
            "You have until {moment} to confirm the new text or take the name off the letter. If you do "
            "nothing, the name stays on the list, but only for the earlier version of the text.",
            moment=moment,
        )
        if one
        else _(
            "You have until {moment} to confirm the new text or take the names off the letter. If you do "
            "nothing, the names stay on the list, but only for the earlier version of the text.",
            moment=moment,
        )
    )


def unreached(sheet: NoticeSheet, title: str) -> list[str]:
    """The message to moderators about those whom no direct message reaches."""
    until = sheet.facts.get("until")
    said = UNREACHED_ONE if sheet.facts["count"] == 1 else UNREACHED
    return [
        words.ended(
            _(
                said,
                letter=title,
                number=sheet.facts["number"],
                names=_names(sheet),
            )
        ),
        _(
            "Please tell them yourselves. They have until {moment} to take their name off the letter.",
            moment=words.moment(until),
        )
        if until is not None
        else _("Please tell them yourselves. They can take their name off the letter."),
        _(
            "/roster contacts has the addresses. To record an answer, press *Record who agreed* in "
            "/signatory show."
        ),
    ]


def buttons(sheet: NoticeSheet) -> Iterator[Part]:
    """Under the direct message: the text, then both answers for each name, or the panel where there are more."""
    if sheet.letter is None:
        return
    yield Press(_("Read the new text"), "letter.text", sheet.guild_id, (sheet.letter.id, 1))
    ids = sheet.facts["ids"]
    for name, signatory_id, shown in zip(sheet.facts["names"], ids, sheet.facts["shown"], strict=False):
        yield from answers(sheet.guild_id, signatory_id, shown, name if len(ids) > 1 else "")
    if not ids:
        yield Press(_("My to-do list"), "mine", sheet.guild_id, (sheet.letter.id,))


def answers(guild_id: int, signatory_id: int, shown: str, name: str = "") -> tuple[Press, Press]:
    """Both buttons for one name, which they say if there are several; the yes is to what is ``shown``."""
    confirm, leave = (
        _("{act}: {name}", act=_(label), name=words.clip(name, 40)) if name else _(label)
        for label in (CONFIRM, LEAVE)
    )
    return (
        Press(confirm, "text.confirm", guild_id, (signatory_id, shown), PRIMARY),
        Press(leave, "signatory.leave", guild_id, (signatory_id,)),
    )


def anew(one: EarlierText, letter_id: int, guild_id: int, said: str) -> Card:
    """A name that may be confirmed, as it is now, after a press for what was before."""
    return lay_out(
        said,
        waiting(one),
        row(
            Press(_("Read the new text"), "letter.text", guild_id, (letter_id, 1)),
            *answers(guild_id, one.signatory_id, one.shown),
            Press(_("Show the name"), "signatory", guild_id, (one.signatory_id,)),
        ),
        accent=Accent.WAIT,
    )


def waiting(one: EarlierText) -> str:
    """One line of *My to-do list*."""
    said = _(
        "{name} has only agreed to the text of {letter} as it was before version {number}.",
        name=_short(one.name),
        letter=_short(one.title),
        number=one.number,
    )
    if one.until is not None:
        said += " " + _(
            "Until {moment}, you can take the name off the letter yourself.", moment=words.moment(one.until)
        )
    return f"- {said}"


def _names(sheet: NoticeSheet) -> str:
    """As many names as one message holds, and how many more there are."""
    shown: list[str] = []
    for name in sheet.facts["names"]:
        if sum(map(len, shown)) + len(_short(name)) > NAMES:
            break
        shown.append(f"**{_short(name)}**")
    return words.and_more(shown, sheet.facts["count"])


def _short(text: str) -> str:
    return words.escape(words.clip(text, 100))
