"""The card of a proposal: the name, how the vote works, and at its end the result."""

from collections.abc import Iterable

from cogs.ui import results, states, words
from cogs.ui.cards.facts import cancelling_label
from cogs.ui.layout import PRIMARY, Accent, Card, Press, lay_out, row
from cogs.ui.likenesses import remarks, warnings
from models import cldr
from models.geography import countries
from models.rules.voting_policy import HALF, Policy
from models.sheets import BallotSheet, ProposalSheet, VoteSheet
from models.signatories.lifecycle import UNSETTLED
from models.terms import Choice, Kind, Preset, SignatoryState, Way
from models.translation import N_, _, ngettext

KINDS = {Kind.ORGANISATION: N_("Organisation"), Kind.COMPANY: N_("Company"), Kind.INDIVIDUAL: N_("Individual")}
CHOICES = {
    Choice.FOR: N_("For: include"),
    Choice.AGAINST: N_("Against: leave out"),
    Choice.ABSTAIN: N_("Abstain: no view"),
}
ACCENTS = {
    SignatoryState.VOTING: Accent.OPEN,
    SignatoryState.APPROVED: Accent.GOOD,
    SignatoryState.DECLINED: Accent.BAD,
    SignatoryState.REMOVED: Accent.BAD,
}

UNPOSTED = N_(
    "**This vote isn't in any channel**, because nobody has chosen a proposals channel yet. The vote "
    "goes on: people can vote with *My to-do list*. Someone who manages the server can choose a channel "
    "with /setup."
)


def public(sheet: ProposalSheet, mark: str | None = None) -> Card:
    """The card in the proposals channel."""
    vote = sheet.open_vote
    return lay_out(
        f"### {words.escape(sheet.name)}\n{described(sheet)}",
        f"> {words.escape(words.clip(sheet.note, 500))}" if sheet.note else "",
        "\n".join(remarks(sheet)) if sheet.state in UNSETTLED else "",
        under_way(vote) if vote is not None else states.sentence(sheet.state),
        results.line(sheet.vote) if sheet.vote is not None else "",
        f"-# {_proposed(sheet)}",
        row(*(choices(sheet) if vote is not None else [_show(sheet)])),
        accent=ACCENTS.get(sheet.state, Accent.WAIT),
        mark=mark,
    )


def _proposed(sheet: ProposalSheet) -> str:
    title = words.title(sheet.letter_title)
    if not sheet.added_by:
        return _("Proposed by someone for the letter “{title}”", title=title)
    return _("Proposed by {who} for the letter “{title}”", who=f"<@{sheet.added_by}>", title=title)


def _show(sheet: ProposalSheet) -> Press:
    return Press(_("Show the name"), "signatory", sheet.guild_id, (sheet.id,))


def described(sheet: ProposalSheet) -> str:
    """Kind, country, website or affiliation on one line."""
    place = countries.called(sheet.country) if sheet.country else ""
    parts = [_(KINDS[sheet.kind]), place, words.escape(sheet.website or sheet.affiliation)]
    return " · ".join(part for part in parts if part)


def rule(policy: Policy) -> str:
    """How this vote works, in one sentence."""
    match policy.preset:
        case Preset.OPEN_VOTE:
            said = _("Passes if more vote for than against.")
        case Preset.NO_OBJECTION:
            said = ngettext(
                "Passes unless at least {count} member votes against, with a reason.",
                "Passes unless at least {count} members vote against, each with a reason.",
                policy.objections,
            )
        case Preset.QUORUM_VOTE:
            said = cldr.sentences((_quorum(policy), _share(policy)))
        case Preset.MODERATORS_ONLY:
            said = _("The moderators decide.")
    who = _("One vote per organisation.") if policy.per_organisation else ""
    seen = (
        _("Votes are secret.")
        if policy.secret
        else _("**Votes aren't secret: at the end everyone sees who voted how.**")
    )
    return cldr.sentences((said, who, seen))


def _quorum(policy: Policy) -> str:
    if isinstance(policy.quorum, int):
        return ngettext(
            "At least {count} member has to vote.",
            "At least {count} members have to vote.",
            policy.quorum,
        )
    # Translators: "share" is a fraction such as 1/3.
    return _("At least {share} of those who can vote have to vote.", share=str(policy.quorum))


def _share(policy: Policy) -> str:
    if policy.threshold == HALF:
        return _("Passes if more than half vote for it, not counting abstentions.")
    # Translators: "share" is a fraction such as 2/3.
    return _(
        "Passes if at least {share} vote for it, not counting abstentions.",
        share=str(policy.threshold),
    )


def under_way(vote: VoteSheet) -> str:
    """How this vote works, how many voted and until when; never how."""
    until = (
        _(
            "**The letter is paused, and so is the vote.** When the pause ends, the vote carries on with "
            "the time it had left."
        )
        if vote.paused
        else _("Voting ends on {when}", when=words.moment(vote.ends_at))
    )
    cast = ngettext("**{count} vote so far.**", "**{count} votes so far.**", vote.voted)
    return f"{rule(vote.policy)}\n{cast} {until}"


def choices(sheet: ProposalSheet) -> list[Press]:
    """The three buttons, none of them coloured: a ballot paper recommends nothing. An objection that needs a reason
    opens a form."""
    reasoned = sheet.vote is not None and sheet.vote.reasoned
    against = (
        Press(_(CHOICES[Choice.AGAINST]), "object", sheet.guild_id, (sheet.id,))
        if reasoned
        else Press(_(CHOICES[Choice.AGAINST]), "vote", sheet.guild_id, (sheet.id, Choice.AGAINST))
    )
    return [
        Press(_(CHOICES[Choice.FOR]), "vote", sheet.guild_id, (sheet.id, Choice.FOR)),
        against,
        Press(_(CHOICES[Choice.ABSTAIN]), "vote", sheet.guild_id, (sheet.id, Choice.ABSTAIN)),
    ]


def added(sheet: ProposalSheet, receipt: Iterable[str] = ()) -> Card:
    """The private answer to someone who proposed a name or signed: where it stands, and what it lacks. ``receipt`` is
    that of the person who signed."""
    name = words.escape(sheet.name)
    if sheet.late:
        head = _("**I've kept {name} and marked it as late**", name=name)
        about = _("The letter has closed. A moderator can still approve this name, but I'll mark it as late.")
    elif sheet.way is Way.SIGNED:
        head, about = _("**Signed: {name}**", name=name), described(sheet)
    else:
        head, about = _("**Proposed: {name}**", name=name), described(sheet)
    lacks = _(
        "**We don't know yet if they agreed.** Record who agreed, so the moderators can approve this name."
    )
    vote = sheet.open_vote
    buttons = [_show(sheet)]
    if not sheet.consent:
        first = Press(_("Record who agreed"), "consent", sheet.guild_id, (sheet.id,), PRIMARY)
        message = Press(_("Message to send"), "consent.message", sheet.guild_id, (sheet.id,))
        buttons[:0] = [first, message]
        if sheet.kind is Kind.INDIVIDUAL:
            buttons.insert(1, Press(_("They're a member here"), "person.ask", sheet.guild_id, (sheet.id,)))
    buttons.append(Press(cancelling_label(sheet), "signatory.cancel", sheet.guild_id, (sheet.id,)))
    return lay_out(
        f"{head}\n{about}",
        under_way(vote) if vote is not None else states.sentence(sheet.state),
        _(UNPOSTED) if sheet.unposted and vote is not None else "",
        "\n".join(receipt),
        "" if sheet.consent else lacks,
        "\n".join(warnings(sheet)),
        row(*buttons),
        accent=Accent.GOOD if sheet.consent and not sheet.late else Accent.WAIT,
    )


def voted(sheet: BallotSheet, guild_id: int) -> Card:
    """The private answer to a vote: what holds now, until when, and who sees it."""
    holds = sheet.choice is not None
    open_ones = [Press(_("My to-do list"), "mine", guild_id, (0,))]
    if holds:
        open_ones.append(Press(_("Take my vote back"), "take-back", guild_id, (sheet.signatory_id,)))
    return lay_out(
        f"{words.escape(sheet.name)}\n**{words.escape(said(sheet))}**",
        _holding(sheet) if holds else _("You can vote until {when}.", when=words.moment(sheet.until)),
        row(*open_ones),
        accent=Accent.GOOD if holds else Accent.QUIET,
    )


def said(sheet: BallotSheet) -> str:
    """What a press on a vote did, in one plain sentence."""
    if sheet.choice is None:
        return (
            _("You haven't voted, so there's nothing to take back.")
            if sheet.unchanged
            else _("You've taken your vote back.")
        )
    now = _(CHOICES[sheet.choice])
    if sheet.unchanged:
        # Translators: {vote} is the label of a button, such as "For: include".
        return _("Nothing changed. Your vote is still “{vote}”.", vote=now)
    if sheet.before is not None and sheet.before is not sheet.choice:
        # Translators: {before} and {after} are labels of buttons, such as "For: include".
        return _(
            "You changed your vote from “{before}” to “{after}”.", before=_(CHOICES[sheet.before]), after=now
        )
    # Translators: {vote} is the label of a button, such as "For: include".
    return _("You voted “{vote}”.", vote=now)


def _holding(sheet: BallotSheet) -> str:
    return cldr.sentences(
        (
            _("{organisation} has one vote, and this is it.", organisation=words.escape(sheet.organisation))
            if sheet.organisation
            else "",
            _("You can change your vote until {when}.", when=words.moment(sheet.until)),
            _("Your vote is secret.") if sheet.secret else _("At the end everyone sees who voted how."),
        )
    )
