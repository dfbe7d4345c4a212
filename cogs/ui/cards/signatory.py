"""One signatory: its facts, its history, and what this reader may do with it."""

from collections.abc import Mapping

from cogs.ui import acts, findings, results, verdict_reasons, words
from cogs.ui.cards import person
from cogs.ui.cards.facts import agreed, asked, asked_before, cancelling_label, facts, short
from cogs.ui.layout import DANGER, LINE, PRIMARY, SUCCESS, Accent, Card, Press, lay_out, row
from cogs.ui.likenesses import warnings
from cogs.ui.packed_ids import Ids
from cogs.ui.states import STATES
from models import cldr
from models.sheets import ContactSheet, HistoryLine, LeavingSheet, ProposalSheet, SignatorySheet
from models.signatories.lifecycle import DECIDABLE
from models.terms import Choice, SignatoryState, Way
from models.translation import N_, _

HISTORY = 8
"""This many of the latest acts are shown."""
_ACCENTS = {SignatoryState.APPROVED: Accent.GOOD, SignatoryState.VOTING: Accent.OPEN} | dict.fromkeys(
    DECIDABLE, Accent.WAIT
)


_VOTED = {
    Choice.FOR: N_("{who} voted for"),
    Choice.AGAINST: N_("{who} voted against"),
    Choice.ABSTAIN: N_("{who} abstained"),
}


def card(sheet: SignatorySheet, said: str = "") -> Card:
    """Everything that this reader may see of it, with the acts that this reader may do. ``said`` is above."""
    proposal = sheet.proposal
    now = [f"**{words.begun(_(STATES[proposal.state]))}**"]
    if proposal.late:
        now.append(_("late"))
    if sheet.alone:
        now.append(_("entered and approved by the same person"))
    if proposal.leaving_at is not None:
        leaving = words.clock(proposal.leaving_at, "R")
        now.append(_("the person who proposed this name asked {when} to take it off the list", when=leaving))
    details = [
        agreed(sheet.consent, proposal.consent),
        *asked(proposal, sheet.unconfirmed),
        *asked_before(sheet.asked_before),
        *_endorses(sheet),
    ]
    if proposal.vote is not None and proposal.vote.result is not None:
        details.append(_("Vote: {result}", result=results.line(proposal.vote)))
    if sheet.moderates:
        details += [
            _("From the import: {finding}.", finding=short(said, 200)) for said in findings.said(proposal.found)
        ]
    if sheet.told:
        details.append(_("We told the proposer: {text}", text=short(verdict_reasons.said(sheet.told), 300)))
    if sheet.votes:
        voted = [_(_VOTED[one.choice], who=f"<@{one.user_id}>") for one in sheet.votes[:15]]
        details.append(_("Votes: {votes}", votes=words.and_more(voted, len(sheet.votes))))
    history = "\n".join(_line(line) for line in sheet.history[-HISTORY:])
    blocks: list[object] = [said, facts(proposal), cldr.clauses(now), "\n".join(details)]
    if history:
        blocks += [LINE, history]
    return lay_out(*blocks, *_rows(sheet), accent=_ACCENTS.get(proposal.state, Accent.QUIET))


def _endorses(sheet: SignatorySheet) -> list[str]:
    """Which wording it agreed to, and whether that is still the one that counts."""
    lines = []
    if sheet.text_number is not None:
        lines.append(_("This signatory agreed to version {number} of the text.", number=sheet.text_number))
    if sheet.earlier:
        lines.append(_("**Not the current text**: this signatory agreed before the current text was written."))
    if sheet.consent is not None and sheet.consent.confirmed_at is not None:
        at = words.clock(sheet.consent.confirmed_at)
        who = f"<@{sheet.consent.confirmed_by}>"
        lines.append(_("{who} confirmed the new text on {moment}.", who=who, moment=at))
    return lines


def done(proposal: ProposalSheet, said: str, *first: Press, lacks: str = "") -> Card:
    """The answer to an act on one signatory: what was done, then where it stands, and what it ``lacks``. ``first`` are
    likely next steps."""
    name, state = short(proposal.name, 200), _(STATES[proposal.state])
    stands = (
        _("{name}: {state}, marked as late.", name=name, state=state)
        if proposal.late
        else _("{name}: {state}.", name=name, state=state)
    )
    return lay_out(
        "\n".join(filter(None, (f"**{said}**", stands, lacks, *warnings(proposal)))),
        row(*first, _show(proposal)),
        accent=Accent.GOOD,
    )


def contacted(sheet: ContactSheet) -> Card:
    """The address that is kept now."""
    kept = (
        _("Address saved: {address}", address=words.escape(sheet.address))
        if sheet.address
        else _("Address deleted.")
    )
    return lay_out(f"**{kept}**\n{short(sheet.name, 200)}", accent=Accent.GOOD)


def corrected(before: ProposalSheet, after: ProposalSheet) -> Card:
    """What a correction did to the vote, then where it stands."""
    ends = before.vote.ends_at if before.vote is not None else None
    lost_consent = bool(before.consent and not after.consent)
    # A vote that starts over at once ends as the old one did: then the consent tells that it is another name.
    anew = after.open_vote is not None and (lost_consent or after.open_vote.ends_at != ends)
    said = (
        _("I've saved your changes. It's a different name now, so a new vote has started.")
        if anew
        else _("I've saved your changes.")
    )
    if not lost_consent:
        return done(after, said)
    lost = _(
        "**The consent we had for the old name no longer counts.** Record who agreed to be listed under the "
        "new name."
    )
    record = Press(_("Record who agreed"), "consent", after.guild_id, (after.id,), PRIMARY)
    return done(after, said, record, lacks=lost)


def cancelling(proposal: ProposalSheet) -> Card:
    """What cancelling would do, with one button to confirm it."""
    name, signed = short(proposal.name, 200), proposal.way is Way.SIGNED
    ends = _("The vote ends without a result.") if proposal.state is SignatoryState.VOTING else ""
    again = _("You can sign again.") if signed else _("You can propose the name again.")
    cancel = Press(
        cancelling_label(proposal), "signatory.cancel-now", proposal.guild_id, (proposal.id,), DANGER
    )
    return lay_out(
        _("**Remove your signature as {name}?**", name=name)
        if signed
        else _("**Cancel the proposal of {name}?**", name=name),
        cldr.sentences((ends, again)),
        row(cancel, _show(proposal)),
        accent=Accent.WAIT,
    )


def offer_to_leave(sheet: LeavingSheet) -> Card:
    """Say what taking a listed name off means. Somebody's own signature leaves at once, and so does any name for a time
    after the text was changed in substance; any other proposed name is taken off by moderators."""
    proposal = sheet.proposal
    name, about = short(proposal.name, 200), (proposal.id,)
    own = sheet.at_once
    if proposal.leaving_at is not None and not own:
        said = _(
            "**You asked to take {name} off the list.** The moderators decide. Until then, the name "
            "stays on the list.",
            name=name,
        )
    elif own:
        said = _(
            "**Take {name} off the list?** The name comes off at once. Lists already published stay as "
            "they are.",
            name=name,
        )
    else:
        said = _(
            "**{name} is already on the list.** Only a moderator can take the name off. You can ask them "
            "to. Until they do, it stays on the list.",
            name=name,
        )
    label = _("Take it off the list") if own else _("Ask to take it off")
    leave = Press(label, "signatory.leave-now", proposal.guild_id, about, DANGER)
    return lay_out(
        said,
        row(*([leave] if own or proposal.leaving_at is None else []), _show(proposal)),
        accent=Accent.WAIT,
    )


def _show(proposal: ProposalSheet) -> Press:
    return Press(_("Show the name"), "signatory", proposal.guild_id, (proposal.id,))


def _line(line: HistoryLine) -> str:
    typed = [str(line.facts[name]) for name in ("reason", "note", "told") if line.facts.get(name)]
    said = [short(verdict_reasons.said(one), 80) for one in typed]
    said += _renamed(line)
    why = f" ({cldr.clauses(said)})" if said else ""
    when, act = words.clock(line.at), words.escape(acts.called(line.act))
    done = (
        _("{when}: {act}, {who}", when=when, act=act, who=f"<@{line.actor_id}>")
        if line.actor_id
        else _("{when}: {act}", when=when, act=act)
    )
    return f"-# {done}{why}"


def _renamed(line: HistoryLine) -> list[str]:
    """Before and after, where an act gave it another name."""
    before, after = (line.facts.get(key) for key in ("before", "after"))
    if not isinstance(before, Mapping) or not isinstance(after, Mapping) or before["name"] == after["name"]:
        return []
    return [f"{short(before['name'], 80)} → {short(after['name'], 80)}"]


def _rows(sheet: SignatorySheet) -> list[object]:
    proposal = sheet.proposal
    guild_id, about = proposal.guild_id, (proposal.id,)
    first: list[Press] = []
    reviews = sheet.moderates and not (sheet.may_cancel and proposal.way is Way.PROPOSED)
    if reviews and (proposal.state in DECIDABLE or proposal.state is SignatoryState.VOTING):
        first = deciding(
            guild_id,
            proposal.letter_id,
            (proposal.id,),
            proposal.shown,
            override=proposal.vote is not None and proposal.vote.opposed,
            approve=proposal.consent and proposal.state is not SignatoryState.VOTING,
            hold=proposal.state is not SignatoryState.HOLD,
        )
    second: list[Press] = []
    if sheet.may_confirm:
        second += person.answers(sheet)
    if sheet.may_add_consent and (sheet.earlier or not proposal.consent):
        second.append(Press(_("Record who agreed"), "consent", guild_id, about, PRIMARY))
    if sheet.may_ask and not proposal.consent:
        second.append(Press(_("They're a member here"), "person.ask", guild_id, about))
    if sheet.may_correct:
        second.append(Press(_("Correct the details"), "signatory.correct", guild_id, about))
    if sheet.may_cancel:
        second.append(Press(cancelling_label(proposal), "signatory.cancel", guild_id, about, DANGER))
    if sheet.may_withdraw:
        label = _("Take it off the list") if proposal.way is Way.SIGNED else _("Ask to take it off")
        second.append(Press(label, "signatory.leave", guild_id, about))
    if sheet.moderates and (sheet.may_add_consent or proposal.state is SignatoryState.APPROVED):
        second.append(Press(_("Edit how it's printed"), "entry.edit", guild_id, about))
    if sheet.moderates and proposal.state is SignatoryState.APPROVED:
        second.append(Press(_("Remove with a reason"), "entry.remove", guild_id, about, DANGER))
    if sheet.moderates and proposal.vote is not None:
        second.append(Press(_("See who can vote"), "vote.entitled", guild_id, (proposal.id, 1)))
    return [row(*buttons) for buttons in (first, second[:5], second[5:])]


def deciding(
    guild_id: int,
    letter_id: int,
    ids: tuple[int, ...],
    shown: str,
    *,
    override: bool = False,
    approve: bool = True,
    hold: bool = True,
) -> list[Press]:
    """The moderators' buttons; ``override`` asks for the reason that an approval against the vote needs. They decide on
    what was ``shown`` alone."""
    as_shown = (letter_id, Ids(ids), shown)
    found = []
    if approve and override:
        found.append(Press(_("Approve with a reason"), "review.override", guild_id, as_shown, PRIMARY))
    elif approve:
        found.append(Press(_("Approve"), "review.approve", guild_id, as_shown, SUCCESS))
    if hold:
        found.append(Press(_("Put on hold"), "review.hold", guild_id, as_shown))
    found.append(Press(_("Decline"), "review.decline", guild_id, as_shown, DANGER))
    return found
