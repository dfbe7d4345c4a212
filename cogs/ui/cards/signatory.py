"""One signatory: its facts, its history, and what this reader may do with it."""

from collections.abc import Mapping, Sequence

from discord import ButtonStyle

from cogs.ui import acts, findings, results, words
from cogs.ui.cards import person
from cogs.ui.layout import LINE, Accent, Card, Press, row
from cogs.ui.layout import card as lay_out
from cogs.ui.likenesses import warnings
from cogs.ui.packed_ids import Ids
from cogs.ui.states import STATES
from models.geography import countries
from models.sheets import (
    AskedBefore,
    ConsentSheet,
    ContactSheet,
    HistoryLine,
    LeavingSheet,
    ProposalSheet,
    SignatorySheet,
)
from models.signatories.lifecycle import DECIDABLE
from models.terms import Kind, Means, SignatoryState, Way

HISTORY = 8
"""This many of the latest acts are shown."""
_ACCENTS = {SignatoryState.APPROVED: Accent.GOOD, SignatoryState.VOTING: Accent.OPEN} | dict.fromkeys(
    DECIDABLE, Accent.WAIT
)


def short(text: str, limit: int = 60) -> str:
    """A name for the middle of a sentence: clipped and shown as typed."""
    return words.escape(words.clip(text, limit))


def place(kind: Kind, code: str) -> str:
    """Kind and country of a signatory, such as ``organisation, France``."""
    return f"{kind.value}, {countries.name_of(code)}" if code else kind.value


def facts(proposal: ProposalSheet) -> str:
    """Heading and facts that everyone who takes part may read."""
    lines = [f"### {short(proposal.name, 200)}", words.begun(place(proposal.kind, proposal.country))]
    if proposal.affiliation:
        lines.append(f"Affiliation, for identification only: {short(proposal.affiliation, 200)}")
    if proposal.aliases:
        lines.append(f"Also known as: {short('; '.join(proposal.aliases), 200)}")
    if proposal.website:
        lines.append(f"Website: {short(proposal.website, 200)}")
    by = f" by <@{proposal.added_by}>" if proposal.added_by else ""
    lines.append(f"{proposal.way.value.capitalize()}{by} {words.clock(proposal.added_at, 'R')}")
    lines.append(f"For {short(proposal.letter_title, 200)}")
    if proposal.note:
        lines.append(f"Note: {short(proposal.note, 400)}")
    lines += warnings(proposal)
    return "\n".join(lines)


def agreed(consent: ConsentSheet | None, recorded: bool) -> str:
    """Whether and how we know that the signatory agreed; who, only where the sheet holds it."""
    if consent is None:
        return "We have a record of who agreed." if recorded else "**We don't know yet who agreed.**"
    if consent.means is Means.OWN_CLICK and consent.evidence:
        who = f"<@{consent.recorded_by}>" if consent.recorded_by else "someone"
        return f"Confirmed by the person: {who}, {words.clock(consent.recorded_at)}."
    if consent.means is Means.OWN_CLICK:
        return "Agreed by ticking *I am authorised* when they signed."
    return f"Agreed: {short(consent.authorised_by, 200)}\nHow we know: {short(consent.evidence, 300)}"


def asked(proposal: ProposalSheet, unconfirmed: bool) -> list[str]:
    """Who waits to be confirmed by whom, and since when."""
    if not unconfirmed or proposal.person_asked_at is None:
        return []
    since = words.clock(proposal.person_asked_at, "R")
    return [f"**<@{proposal.person_id}> was asked {since} and hasn't answered.**"]


def asked_before(asked: Sequence[AskedBefore]) -> list[str]:
    """Who was asked before the person who is asked now, and whether they said no."""
    lines = []
    for one in asked[-3:]:
        who = f"<@{one.user_id}>" if one.user_id else "Somebody"
        no = f" and **said no** {words.clock(one.refused_at, 'R')}" if one.refused_at is not None else ""
        lines.append(f"{who} was asked before, {words.clock(one.asked_at, 'R')}{no}.")
    return lines


def card(sheet: SignatorySheet, said: str = "") -> Card:
    """Everything that this reader may see of it, with the acts that this reader may do. ``said`` is above."""
    proposal = sheet.proposal
    now = f"**{words.begun(STATES[proposal.state])}**"
    if proposal.late:
        now += ", late"
    if sheet.alone:
        now += "; entered and approved by one person"
    if proposal.leaving_at is not None:
        now += f"; its proposer asked {words.clock(proposal.leaving_at, 'R')} to take it off"
    details = [
        agreed(sheet.consent, proposal.consent),
        *asked(proposal, sheet.unconfirmed),
        *asked_before(sheet.asked_before),
        *_endorses(sheet),
    ]
    if proposal.vote is not None and proposal.vote.result is not None:
        details.append(f"Vote: {results.line(proposal.vote)}")
    if sheet.moderates:
        details += [f"In the imported list: {short(said, 200)}." for said in findings.said(proposal.found)]
    if sheet.told:
        details.append(f"The proposer was told: {short(sheet.told, 300)}")
    if sheet.votes:
        shown = ", ".join(f"<@{one.user_id}> {one.choice.value}" for one in sheet.votes[:15])
        details.append(f"Votes: {shown}{' and more' if len(sheet.votes) > 15 else ''}")
    history = "\n".join(_line(line) for line in sheet.history[-HISTORY:])
    blocks: list[object] = [said, facts(proposal), now, "\n".join(details)]
    if history:
        blocks += [LINE, history]
    return lay_out(*blocks, *_rows(sheet), accent=_ACCENTS.get(proposal.state, Accent.QUIET))


def _endorses(sheet: SignatorySheet) -> list[str]:
    """Which wording it agreed to, and whether that is still the one that counts."""
    lines = []
    if sheet.text_number is not None:
        lines.append(f"Endorses text version {sheet.text_number}.")
    if sheet.earlier:
        lines.append("**Not the current text**: they agreed before it was written.")
    if sheet.consent is not None and sheet.consent.confirmed_at is not None:
        at = words.clock(sheet.consent.confirmed_at)
        lines.append(f"New text confirmed by <@{sheet.consent.confirmed_by}>, {at}.")
    return lines


def done(proposal: ProposalSheet, said: str, *first: Press) -> Card:
    """The answer to an act on one signatory: what was done, then where it stands. ``first`` are likely next steps."""
    late = ", marked as late" if proposal.late else ""
    return lay_out(
        "\n".join(
            (f"**{said}**\n{short(proposal.name, 200)}: {STATES[proposal.state]}{late}.", *warnings(proposal))
        ),
        row(*first, _show(proposal)),
        accent=Accent.GOOD,
    )


def contacted(sheet: ContactSheet) -> Card:
    """The address that is kept now."""
    kept = f"Kept: {words.escape(sheet.address)}" if sheet.address else "Erased."
    return lay_out(f"**{kept}**\n{short(sheet.name, 200)}", accent=Accent.GOOD)


def corrected(before: ProposalSheet, after: ProposalSheet) -> Card:
    """What a correction did to the vote, then where it stands."""
    ends = before.vote.ends_at if before.vote is not None else None
    anew = after.open_vote is not None and after.open_vote.ends_at != ends
    return done(
        after, "Corrected. It's a different name now, so a new vote has started." if anew else "Corrected."
    )


def cancelling(proposal: ProposalSheet) -> Card:
    """What cancelling would do, with one button to confirm it."""
    voting = proposal.state is SignatoryState.VOTING
    return lay_out(
        f"**Cancel {short(proposal.name, 200)}?**\n"
        + ("Its vote ends without a result. " if voting else "")
        + "It can be proposed again.",
        row(
            Press("Cancel it", "signatory.cancel-now", proposal.guild_id, (proposal.id,), ButtonStyle.danger),
            _show(proposal),
        ),
        accent=Accent.WAIT,
    )


def offer_to_leave(sheet: LeavingSheet) -> Card:
    """Say what taking a listed name off means. Somebody's own signature leaves at once, and so does any name for a time
    after the text was changed in substance; any other proposed name is taken off by moderators."""
    proposal = sheet.proposal
    name, about = short(proposal.name, 200), (proposal.id,)
    own = sheet.at_once
    if proposal.leaving_at is not None and not own:
        said = f"**You asked to take {name} off the list.** The moderators decide. Until then it stays."
    elif own:
        said = f"**Take {name} off the list?** It comes off at once. Lists already published stay as they are."
    else:
        said = (
            f"**{name} is already on the list.** Only a moderator can take it off. "
            "You can ask them. It stays on the list until they do."
        )
    label = "Take it off the list" if own else "Ask to take it off"
    leave = Press(label, "signatory.leave-now", proposal.guild_id, about, ButtonStyle.danger)
    return lay_out(
        said,
        row(*([leave] if own or proposal.leaving_at is None else []), _show(proposal)),
        accent=Accent.WAIT,
    )


def _show(proposal: ProposalSheet) -> Press:
    return Press("Show it", "signatory", proposal.guild_id, (proposal.id,))


def _line(line: HistoryLine) -> str:
    by = f", <@{line.actor_id}>" if line.actor_id else ""
    said = [short(str(line.facts[name]), 80) for name in ("reason", "note", "told") if line.facts.get(name)]
    said += _renamed(line)
    why = f" ({'; '.join(said)})" if said else ""
    return f"-# {words.clock(line.at)}: {words.escape(acts.called(line.act))}{by}{why}"


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
        second.append(Press("Record who agreed", "consent", guild_id, about, ButtonStyle.primary))
    if sheet.may_ask and not proposal.consent:
        second.append(Press("They're a member here", "person.ask", guild_id, about))
    if sheet.may_correct:
        second.append(Press("Correct it", "signatory.correct", guild_id, about))
    if sheet.may_cancel:
        second.append(Press("Cancel it", "signatory.cancel", guild_id, about, ButtonStyle.danger))
    if sheet.may_withdraw:
        label = "Take it off the list" if proposal.way is Way.SIGNED else "Ask to take it off"
        second.append(Press(label, "signatory.leave", guild_id, about))
    if sheet.moderates and (sheet.may_add_consent or proposal.state is SignatoryState.APPROVED):
        second.append(Press("Edit", "entry.edit", guild_id, about))
    if sheet.moderates and proposal.state is SignatoryState.APPROVED:
        second.append(Press("Remove with a reason", "entry.remove", guild_id, about, ButtonStyle.danger))
    if sheet.moderates and proposal.vote is not None:
        second.append(Press("Who can vote", "vote.entitled", guild_id, (proposal.id, 1)))
    return [row(*buttons) for buttons in (first, second[:5], second[5:]) if buttons]


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
        found.append(Press("Approve with a reason", "review.override", guild_id, as_shown, ButtonStyle.primary))
    elif approve:
        found.append(Press("Approve", "review.approve", guild_id, as_shown, ButtonStyle.success))
    if hold:
        found.append(Press("Hold", "review.hold", guild_id, as_shown))
    found.append(Press("Decline", "review.decline", guild_id, as_shown, ButtonStyle.danger))
    return found
