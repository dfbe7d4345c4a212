"""The card of a proposal: the name, how the vote works, and at its end the result."""

from collections.abc import Iterable
from datetime import datetime
from fractions import Fraction

import discord

from cogs.ui import results, states, words
from cogs.ui.layout import Accent, Card, Press, card, row
from cogs.ui.likenesses import remarks, warnings
from models.geography import countries
from models.rules.voting_policy import HALF, Policy
from models.sheets import BallotSheet, ProposalSheet, VoteSheet
from models.signatories.lifecycle import UNSETTLED
from models.terms import Choice, Kind, Preset, SignatoryState, Way

KINDS = {Kind.ORGANISATION: "Organisation", Kind.COMPANY: "Company", Kind.INDIVIDUAL: "Individual"}
CHOICES = {
    Choice.FOR: "For: include",
    Choice.AGAINST: "Against: leave out",
    Choice.ABSTAIN: "Abstain: no view",
}
ACCENTS = {
    SignatoryState.VOTING: Accent.OPEN,
    SignatoryState.APPROVED: Accent.GOOD,
    SignatoryState.DECLINED: Accent.BAD,
    SignatoryState.REMOVED: Accent.BAD,
}

UNPOSTED = (
    "**This vote isn't in any channel**, because no proposals channel is chosen yet. The vote goes on: people can "
    "vote with *My to-do list*. Someone who manages the server can choose a channel with /setup."
)


def public(sheet: ProposalSheet, mark: str | None = None) -> Card:
    """The card in the proposals channel."""
    vote = sheet.open_vote
    return card(
        f"### {words.escape(sheet.name)}\n{described(sheet)}",
        f"> {words.escape(words.clip(sheet.note, 500))}" if sheet.note else "",
        "\n".join(remarks(sheet)) if sheet.state in UNSETTLED else "",
        under_way(vote) if vote is not None else states.sentence(sheet.state),
        results.line(sheet.vote) if sheet.vote is not None else "",
        f"-# Proposed by {f'<@{sheet.added_by}>' if sheet.added_by else 'someone'} "
        f"for the letter “{words.escape(words.clip(sheet.letter_title, 200))}”",
        row(*(choices(sheet) if vote is not None else [_show(sheet)])),
        accent=ACCENTS.get(sheet.state, Accent.WAIT),
        mark=mark,
    )


def _show(sheet: ProposalSheet) -> Press:
    return Press("Show it", "signatory", sheet.guild_id, (sheet.id,))


def described(sheet: ProposalSheet) -> str:
    """Kind, country, website or affiliation on one line."""
    place = countries.name_of(sheet.country) if sheet.country else ""
    parts = [KINDS[sheet.kind], place, words.escape(sheet.website or sheet.affiliation)]
    return " · ".join(part for part in parts if part)


def rule(policy: Policy) -> str:
    """How this vote works, in one sentence."""
    match policy.preset:
        case Preset.OPEN_VOTE:
            said = "Passes if more vote for than against."
        case Preset.NO_OBJECTION:
            said = f"Passes unless {policy.objections} or more vote against, each with a reason."
        case Preset.QUORUM_VOTE:
            share = "more than half" if policy.threshold == HALF else f"at least {policy.threshold}"
            crowd = " of those who can vote" if isinstance(policy.quorum, Fraction) else ""
            said = (
                f"Passes if at least {policy.quorum}{crowd} take part, and {share} of the votes are for, "
                "leaving out abstentions."
            )
        case Preset.MODERATORS_ONLY:
            said = "The moderators decide."
    who = " One vote per organisation." if policy.per_organisation else ""
    seen = (
        " Votes are secret."
        if policy.secret
        else " **Votes are named: at the end everyone sees who voted how.**"
    )
    return said + who + seen


def under_way(vote: VoteSheet) -> str:
    """How this vote works, how many voted and until when; never how."""
    until = (
        "**The letter is paused, and so is the vote.** It gets its time back when the letter is resumed."
        if vote.paused
        else f"Voting ends {words.moment(vote.ends_at)}"
    )
    cast = words.plural(vote.voted, "vote")
    return f"{rule(vote.policy)}\n**{cast} so far.** {until}"


def choices(sheet: ProposalSheet) -> list[Press]:
    """The three buttons, none of them coloured: a ballot paper recommends nothing. An objection that needs a reason
    opens a form."""
    reasoned = sheet.vote is not None and sheet.vote.reasoned
    against = (
        Press(CHOICES[Choice.AGAINST], "object", sheet.guild_id, (sheet.id,))
        if reasoned
        else Press(CHOICES[Choice.AGAINST], "vote", sheet.guild_id, (sheet.id, Choice.AGAINST))
    )
    return [
        Press(CHOICES[Choice.FOR], "vote", sheet.guild_id, (sheet.id, Choice.FOR)),
        against,
        Press(CHOICES[Choice.ABSTAIN], "vote", sheet.guild_id, (sheet.id, Choice.ABSTAIN)),
    ]


def added(sheet: ProposalSheet, receipt: Iterable[str] = ()) -> Card:
    """The private answer to someone who proposed a name or signed: where it stands, and what it lacks. ``receipt`` is
    that of the person who signed."""
    name = words.escape(sheet.name)
    if sheet.late:
        said = (
            f"**Kept as late: {name}**\nThe letter has closed. A moderator can still accept it, marked as late."
        )
    elif sheet.way is Way.SIGNED:
        said = f"**Signed: {name}**\n{described(sheet)}"
    else:
        said = f"**Proposed: {name}**\n{described(sheet)}"
    lacks = (
        "" if sheet.consent else "**We don't know yet that they agreed.** Record it, then this can be approved."
    )
    vote = sheet.open_vote
    buttons = [_show(sheet)]
    if not sheet.consent:
        first = Press("Record who agreed", "consent", sheet.guild_id, (sheet.id,), discord.ButtonStyle.primary)
        message = Press("Message to send", "consent.message", sheet.guild_id, (sheet.id,))
        buttons[:0] = [first, message]
        if sheet.kind is Kind.INDIVIDUAL:
            buttons.insert(1, Press("They're a member here", "person.ask", sheet.guild_id, (sheet.id,)))
    buttons.append(Press("Cancel it", "signatory.cancel", sheet.guild_id, (sheet.id,)))
    return card(
        said,
        under_way(vote) if vote is not None else states.sentence(sheet.state),
        UNPOSTED if sheet.unposted and vote is not None else "",
        "\n".join(receipt),
        lacks,
        "\n".join(warnings(sheet)),
        row(*buttons),
        accent=Accent.GOOD if sheet.consent and not sheet.late else Accent.WAIT,
    )


def voted(sheet: BallotSheet, guild_id: int) -> Card:
    """The private answer to a vote: what holds now, until when, and who sees it."""
    holds = sheet.choice is not None
    whose = f"the one vote of {words.escape(sheet.organisation)}" if sheet.organisation else "your vote"
    seen = "Your vote is secret." if sheet.secret else "At the end everyone sees who voted how."
    until = f"You can change it until {words.moment(sheet.until)}. {seen}" if holds else _again(sheet.until)
    open_ones = [Press("My to-do list", "mine", guild_id, (0,))]
    if holds:
        open_ones.append(Press("Take my vote back", "take-back", guild_id, (sheet.signatory_id,)))
    return card(
        f"{words.escape(sheet.name)}\n**{words.escape(said(sheet))}**",
        f"This is {whose}. {until}" if holds else until,
        row(*open_ones),
        accent=Accent.GOOD if holds else Accent.QUIET,
    )


def said(sheet: BallotSheet) -> str:
    """What a press on a vote did, in one plain sentence."""
    now = CHOICES[sheet.choice] if sheet.choice is not None else ""
    if sheet.unchanged:
        return (
            f"Nothing changed. Your vote is {now}."
            if now
            else "You haven't voted, so there's nothing to take back."
        )
    if not now:
        return "Your vote is taken back."
    if sheet.before is not None and sheet.before is not sheet.choice:
        return f"Changed from {CHOICES[sheet.before]} to {now}."
    return f"You voted {now}."


def _again(until: datetime) -> str:
    return f"You can vote until {words.moment(until)}."
