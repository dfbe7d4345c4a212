"""*My to-do list*: the next open vote, then the reader's organisation, proposals and names to ask."""

from collections.abc import Sequence

from cogs.ui import states, words
from cogs.ui.cards import person, proposal, revision
from cogs.ui.layout import LINE, PRIMARY, SECONDARY, Accent, Card, Press, lay_out, row
from cogs.ui.when import late
from models import cldr
from models.letter_parts import Wanted, WishState
from models.sheets import BallotSheet, EarlierText, MineSheet, OwnOrganisation, OwnProposal, ProposalSheet
from models.sheets.wishes import WishSheet
from models.terms import Choice
from models.translation import _, ngettext

LETTERS = 4
"""This many letters are shown with where their own organisation stands."""
EARLIER = 2
"""This many names that endorse an earlier text are shown at once."""
PROPOSALS = 6
"""This many own proposals are shown; those that lack something come first."""
WISHES = 5
"""This many names of wish lists that the reader asks are shown."""


def card(sheet: MineSheet, guild_id: int, letter_id: int, *, done: str = "") -> Card:
    """The private panel. ``letter_id`` is the only letter that it is about, or 0; ``done`` what was just done."""
    parts: list[object] = [done, *person.waiting(guild_id, sheet.asked), _votes(sheet)]
    if sheet.proposal is not None:
        parts += [_vote(sheet.proposal), row(*_choices(sheet.proposal, letter_id, more=sheet.votes > 1))]
    parts += _organisation(sheet, guild_id)
    parts += _proposals(sheet.proposals, guild_id)
    parts += _wishes(sheet, guild_id)
    parts += _earlier(sheet.earlier, guild_id)
    if sheet.muted_until is not None:
        muted = _("Reminders by direct message are muted until {when}.", when=words.moment(sheet.muted_until))
        parts.append(f"-# {muted}")
    return lay_out(*parts, accent=Accent.OPEN if sheet.votes else Accent.QUIET)


def done(sheet: BallotSheet) -> str:
    """What happened to the vote just cast, above the next one."""
    return _("-# {name}: {state}", name=_short(sheet.name), state=proposal.said(sheet))


def _votes(sheet: MineSheet) -> str:
    if not sheet.votes:
        return _("**You have no votes to cast.**")
    return ngettext("**You have {count} vote to cast.**", "**You have {count} votes to cast.**", sheet.votes)


def _vote(sheet: ProposalSheet) -> str:
    note = f"\n> {words.escape(words.clip(sheet.note, 300))}" if sheet.note else ""
    vote = f"\n{proposal.under_way(sheet.vote)}" if sheet.vote is not None else ""
    which = _("For the letter “{title}”", title=_short(sheet.letter_title))
    return f"### {words.escape(sheet.name)}\n{proposal.described(sheet)}{note}{vote}\n-# {which}"


def _choices(sheet: ProposalSheet, letter_id: int, *, more: bool) -> list[Press]:
    """As on the public card, but the panel goes on to the next vote by itself."""
    reasoned = sheet.vote is not None and sheet.vote.reasoned
    found = [
        Press(_(proposal.CHOICES[choice]), "mine.vote", sheet.guild_id, (letter_id, sheet.id, choice))
        for choice in Choice
    ]
    if reasoned:
        found[1] = Press(_(proposal.CHOICES[Choice.AGAINST]), "object", sheet.guild_id, (sheet.id,))
    if more:
        found.append(Press(_("Next vote"), "mine.next", sheet.guild_id, (letter_id, sheet.id)))
    return found


def _organisation(sheet: MineSheet, guild_id: int) -> list[object]:
    shown = sheet.organisations[:LETTERS]
    if not shown:
        return [LINE, _("No letter is open right now.")]
    if not sheet.organisation:
        return [
            LINE,
            _("You're not representing an organisation. You can sign as an individual."),
            row(*_as_a_person(shown, guild_id)),
        ]
    missing = [one for one in shown if one.state is None]
    buttons = [
        Press(
            _sign(
                one,
                # Translators: a button, at most 80 characters with a title of 25.
                _("Sign “{title}” for my organisation", title=words.clip(one.title, 25))
                if len(shown) > 1
                else _("Sign for my organisation"),
            ),
            "sign.open",
            guild_id,
            (one.letter_id,),
            SECONDARY if sheet.votes else PRIMARY,
        )
        for one in missing
    ]
    head = _("**My organisation: {organisation}**", organisation=_short(sheet.organisation))
    lines = [head, *map(_standing, shown)]
    return [LINE, "\n".join(lines), row(*buttons)]


def _as_a_person(shown: Sequence[OwnOrganisation], guild_id: int) -> list[Press]:
    return [
        Press(
            _sign(
                one,
                # Translators: a button, at most 80 characters with a title of 25.
                _("Sign “{title}” as an individual", title=words.clip(one.title, 25))
                if len(shown) > 1
                else _("Sign as an individual"),
            ),
            "sign.myself",
            guild_id,
            (one.letter_id,),
        )
        for one in shown
    ]


def _sign(one: OwnOrganisation, label: str) -> str:
    return late(label) if one.late else label


def _standing(one: OwnOrganisation) -> str:
    if one.state is not None:
        stands = states.sentence(one.state)
    else:
        closed = _("This letter is closed.") if one.late else ""
        stands = cldr.sentences([_("**Not signed yet.**"), closed])
    return _("- {name}: {state}", name=_short(one.title), state=stands)


def _proposals(proposals: tuple[OwnProposal, ...], guild_id: int) -> list[object]:
    if not proposals:
        return []
    ordered = sorted(proposals, key=lambda one: not one.lacks_consent)
    shown = ordered[:PROPOSALS]
    lines = [_("**My proposals**"), *map(_line, shown)]
    if len(ordered) > PROPOSALS:
        lines.append(_more(len(ordered) - PROPOSALS))
    buttons = [
        Press(
            _("Record who agreed: {name}", name=words.clip(one.name, 60)),
            "consent",
            guild_id,
            (one.signatory_id,),
        )
        for one in shown
        if one.lacks_consent
    ]
    return [LINE, "\n".join(lines), row(*buttons[:5])]


def _earlier(earlier: tuple[EarlierText, ...], guild_id: int) -> list[object]:
    """Names that endorse an earlier text, with both answers for each that is shown."""
    if not earlier:
        return []
    shown = earlier[:EARLIER]
    lines = [_("**The letter's text has changed**"), *map(revision.waiting, shown)]
    if len(earlier) > EARLIER:
        lines.append(_more(len(earlier) - EARLIER))
    buttons = [row(*revision.answers(guild_id, one.signatory_id, one.shown, one.name)) for one in shown]
    return [LINE, "\n".join(lines), *buttons]


def _line(one: OwnProposal) -> str:
    line = _("{name}: {state}", name=_short(one.name), state=states.sentence(one.state))
    lacks = _("**We don't know yet who agreed to sign.**") if one.lacks_consent else ""
    return f"- {line} {lacks}".rstrip()


def _wishes(sheet: MineSheet, guild_id: int) -> list[object]:
    """The names that the reader said they'd ask, and where to say what came of it."""
    if not sheet.wishes:
        return []
    lines = [_("**Who you're asking to sign**"), *map(_wish, sheet.wishes[:WISHES])]
    if len(sheet.wishes) > WISHES:
        lines.append(_more(len(sheet.wishes) - WISHES))
    first = sheet.wishes[0]
    several = len({one.letter_id for one in sheet.wishes}) > 1
    label = (
        # Translators: a button, at most 80 characters with the title.
        _("Record answers: “{title}”", title=words.clip(first.letter_title, 60))
        if several
        else _("Record their answers")
    )
    answers = Press(label, "wishes.mine", guild_id, (first.letter_id, Wanted.MINE.value, 1))
    return [LINE, "\n".join(lines), row(answers)]


def _wish(one: WishSheet) -> str:
    name = _short(one.name)
    if one.state is WishState.ASKED and one.asked_at is not None:
        when = words.clock(one.asked_at, "R")
        return _("- {name}: you asked {when}. Have they answered?", name=name, when=when)
    return _("- {name}: you said you'd ask them.", name=name)


def _more(count: int) -> str:
    return ngettext("-# and {count} more", "-# and {count} more", count)


def _short(text: str) -> str:
    return words.escape(words.clip(text, 60))
