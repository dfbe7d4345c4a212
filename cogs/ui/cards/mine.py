"""*My to-do list*: the next open vote, then the reader's organisation and proposals."""

from collections.abc import Sequence

import discord

from cogs.ui import states, words
from cogs.ui.cards import person, proposal, revision
from cogs.ui.layout import LINE, Accent, Card, Press, row
from cogs.ui.layout import card as lay_out
from models.sheets import (
    BallotSheet,
    EarlierText,
    MineSheet,
    OwnOrganisation,
    OwnProposal,
    ProposalSheet,
)
from models.terms import Choice

LETTERS = 4
"""This many letters are shown with where their own organisation stands."""
EARLIER = 3
"""This many names that endorse an earlier text are shown at once."""
PROPOSALS = 6
"""This many own proposals are shown; those that lack something come first."""


def card(sheet: MineSheet, guild_id: int, letter_id: int, *, done: str = "") -> Card:
    """The private panel. ``letter_id`` is the only letter that it is about, or 0; ``done`` what was just done."""
    parts: list[object] = [done, *person.waiting(guild_id, sheet.asked), _votes(sheet)]
    if sheet.proposal is not None:
        parts += [_vote(sheet.proposal), row(*_choices(sheet.proposal, letter_id, more=sheet.votes > 1))]
    parts += _organisation(sheet, guild_id)
    parts += _proposals(sheet.proposals, guild_id)
    parts += _earlier(sheet.earlier, guild_id)
    if sheet.muted_until is not None:
        parts.append(f"-# Reminders by direct message are muted until {words.moment(sheet.muted_until)}.")
    return lay_out(*parts, accent=Accent.OPEN if sheet.votes else Accent.QUIET)


def done(sheet: BallotSheet) -> str:
    """What happened to the vote just cast, above the next one."""
    return f"-# {_short(sheet.name)}: {proposal.said(sheet)}"


def _votes(sheet: MineSheet) -> str:
    if not sheet.votes:
        return "**You have no votes to cast.**"
    return f"**You have {words.plural(sheet.votes, 'vote')} to cast.**"


def _vote(sheet: ProposalSheet) -> str:
    note = f"\n> {words.escape(words.clip(sheet.note, 300))}" if sheet.note else ""
    vote = f"\n{proposal.under_way(sheet.vote)}" if sheet.vote is not None else ""
    return (
        f"### {words.escape(sheet.name)}\n{proposal.described(sheet)}{note}"
        f"{vote}\n-# For {_short(sheet.letter_title)}"
    )


def _choices(sheet: ProposalSheet, letter_id: int, *, more: bool) -> list[Press]:
    """As on the public card, but the panel goes on to the next vote by itself."""
    reasoned = sheet.vote is not None and sheet.vote.reasoned
    found = [
        Press(proposal.CHOICES[choice], "mine.vote", sheet.guild_id, (letter_id, sheet.id, choice))
        for choice in Choice
    ]
    if reasoned:
        found[1] = Press(proposal.CHOICES[Choice.AGAINST], "object", sheet.guild_id, (sheet.id,))
    if more:
        found.append(Press("Next", "mine.next", sheet.guild_id, (letter_id, sheet.id)))
    return found


def _organisation(sheet: MineSheet, guild_id: int) -> list[object]:
    shown = sheet.organisations[:LETTERS]
    if not shown:
        return [LINE, "No letter is open right now."]
    if not sheet.organisation:
        return [
            LINE,
            "You're not representing an organisation. You can sign as a person.",
            row(*_as_a_person(shown, guild_id)),
        ]
    missing = [one for one in shown if one.state is None]
    buttons = [
        Press(
            f"Sign {words.clip(one.title, 60)}" if len(shown) > 1 else "Sign for my organisation",
            "sign.open",
            guild_id,
            (one.letter_id,),
            discord.ButtonStyle.secondary if sheet.votes else discord.ButtonStyle.primary,
        )
        for one in missing
    ]
    lines = [f"**My organisation: {_short(sheet.organisation)}**", *map(_standing, shown)]
    return [LINE, "\n".join(lines), *([row(*buttons)] if buttons else [])]


def _as_a_person(shown: Sequence[OwnOrganisation], guild_id: int) -> list[Press]:
    return [
        Press(
            f"Sign {words.clip(one.title, 60)}" if len(shown) > 1 else "Sign as a person",
            "sign.myself",
            guild_id,
            (one.letter_id,),
        )
        for one in shown
    ]


def _standing(one: OwnOrganisation) -> str:
    stands = states.sentence(one.state) if one.state is not None else "**Not signed yet.**"
    return f"- {_short(one.title)}: {stands}"


def _proposals(proposals: tuple[OwnProposal, ...], guild_id: int) -> list[object]:
    if not proposals:
        return []
    ordered = sorted(proposals, key=lambda one: not one.lacks_consent)
    shown = ordered[:PROPOSALS]
    lines = ["**My proposals**", *map(_line, shown)]
    if len(ordered) > PROPOSALS:
        lines.append(f"-# and {len(ordered) - PROPOSALS:,} more")
    buttons = [
        Press(f"Who agreed: {words.clip(one.name, 60)}", "consent", guild_id, (one.signatory_id,))
        for one in shown
        if one.lacks_consent
    ]
    return [LINE, "\n".join(lines), *([row(*buttons[:5])] if buttons else [])]


def _earlier(earlier: tuple[EarlierText, ...], guild_id: int) -> list[object]:
    """Names that endorse an earlier text, with both answers for each that is shown."""
    if not earlier:
        return []
    shown = earlier[:EARLIER]
    lines = ["**The text was changed**", *map(revision.waiting, shown)]
    if len(earlier) > EARLIER:
        lines.append(f"-# and {len(earlier) - EARLIER:,} more")
    buttons = [row(*revision.answers(guild_id, one.signatory_id, one.shown, one.name)) for one in shown]
    return [LINE, "\n".join(lines), *buttons]


def _line(one: OwnProposal) -> str:
    lacks = " **We don't know yet who agreed.**" if one.lacks_consent else ""
    return f"- {_short(one.name)}: {states.sentence(one.state)}{lacks}"


def _short(text: str) -> str:
    return words.escape(words.clip(text, 60))
