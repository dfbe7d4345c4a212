"""The card of a proposal: the name, how the vote works, and at its end the result."""

import discord

from cogs.kit import words
from cogs.kit.layout import Accent, Card, Press, card, row
from models import country
from models.policy import Policy, Result
from models.sheets import ProposalSheet
from models.terms import Choice, Kind, Preset, SignatoryState

KINDS = {Kind.ORGANISATION: "Organisation", Kind.COMPANY: "Company", Kind.INDIVIDUAL: "Individual"}
STATES = {
    SignatoryState.PROPOSED: "Waits for the moderators.",
    SignatoryState.VOTING: "The vote is under way.",
    SignatoryState.PASSED: "Voted in; waits for the moderators.",
    SignatoryState.UNDECIDED: "The vote did not decide; the moderators do.",
    SignatoryState.OPPOSED: "Voted against; waits for the moderators.",
    SignatoryState.HOLD: "On hold: the moderators are waiting for something.",
    SignatoryState.LATE: "Came after the close; kept as late.",
    SignatoryState.APPROVED: "On the list.",
    SignatoryState.DECLINED: "Not taken onto the list.",
    SignatoryState.CANCELLED: "The proposal was cancelled.",
    SignatoryState.REMOVED: "The signature was removed.",
    SignatoryState.DUPLICATE: "Stands on the list under another entry.",
}
ACCENTS = {
    SignatoryState.VOTING: Accent.OPEN,
    SignatoryState.APPROVED: Accent.GOOD,
    SignatoryState.DECLINED: Accent.BAD,
    SignatoryState.REMOVED: Accent.BAD,
}


def public(sheet: ProposalSheet) -> Card:
    """The card in the proposals channel."""
    voting = sheet.state is SignatoryState.VOTING
    return card(
        f"### {words.escape(sheet.name)}\n{described(sheet)}",
        f"> {words.escape(words.clip(sheet.note, 500))}" if sheet.note else "",
        f"{rule(sheet.policy)}\n{standing(sheet)}" if voting and sheet.policy is not None else "",
        "" if voting else STATES[sheet.state],
        result_line(sheet.result, cut_short=sheet.cut_short) if sheet.result is not None else "",
        f"-# Put forward by {f'<@{sheet.added_by}>' if sheet.added_by else 'someone'} "
        f"for {words.escape(words.clip(sheet.letter_title, 200))}",
        *([row(*choices(sheet))] if voting and sheet.policy is not None else []),
        accent=ACCENTS.get(sheet.state, Accent.WAIT),
    )


def described(sheet: ProposalSheet) -> str:
    """Kind, country, website or affiliation on one line."""
    place = country.name_of(sheet.country) if sheet.country else ""
    parts = [KINDS[sheet.kind], place, words.escape(sheet.website or sheet.affiliation)]
    return " · ".join(part for part in parts if part)


def rule(policy: Policy) -> str:
    """How this vote works, in one sentence."""
    match policy.preset:
        case Preset.OPEN_VOTE:
            said = "It goes through with more votes for than against."
        case Preset.NO_OBJECTION:
            said = f"It goes through unless {policy.objections} are against, each with a reason."
        case Preset.QUORUM_VOTE:
            said = f"It goes through if {policy.quorum} take part and {policy.threshold} of them are for."
        case Preset.MODERATORS_ONLY:
            said = "The moderators decide."
    who = " One vote an organisation." if policy.per_organisation else ""
    seen = " Votes are secret." if policy.secret else " **Votes are named: who voted how is shown at the end.**"
    return said + who + seen


def standing(sheet: ProposalSheet) -> str:
    """How many voted and until when; never how."""
    ends = f", until {words.moment(sheet.ballot_closes_at)}" if sheet.ballot_closes_at is not None else ""
    return f"**{sheet.voted:,} voted**{ends}"


def result_line(result: Result, *, cut_short: bool) -> str:
    """For, against, abstained, of how many entitled, and what was needed."""
    tally = result.tally
    line = (
        f"**{tally.for_:,} for, {tally.against:,} against, {tally.abstained:,} abstained**, "
        f"of {tally.entitled:,} who could vote"
    )
    if result.quorum_needed is not None:
        line += f"; quorum of {result.quorum_needed:,} {'met' if result.quorum_met else 'not met'}"
    if result.for_needed is not None:
        line += f"; {result.for_needed:,} for needed"
    if result.objections_needed is not None:
        line += f"; {result.objections_needed:,} objections would have stopped it"
    return line + (". Cut short by the close." if cut_short else ".")


def choices(sheet: ProposalSheet) -> list[Press]:
    """The three buttons. An objection that needs a reason opens a form."""
    reasoned = sheet.policy is not None and sheet.policy.preset is Preset.NO_OBJECTION
    against = (
        Press("Against: leave out", "object", sheet.guild_id, (sheet.id,))
        if reasoned
        else Press("Against: leave out", "vote", sheet.guild_id, (sheet.id, Choice.AGAINST))
    )
    return [
        Press("For: include", "vote", sheet.guild_id, (sheet.id, Choice.FOR), discord.ButtonStyle.success),
        against,
        Press("Abstain: no view", "vote", sheet.guild_id, (sheet.id, Choice.ABSTAIN)),
    ]
