"""What waits for the moderators, one or several of it, and what happened to a decision."""

from collections.abc import Sequence

from cogs.ui import findings, refusals, results, verdict_reasons, words
from cogs.ui.cards import people, ready as ready_ones
from cogs.ui.cards.facts import added, agreed as consent_of, asked, asked_before, facts, place, short
from cogs.ui.cards.signatory import deciding
from cogs.ui.layout import DANGER, LINE, PRIMARY, SUCCESS, Accent, Card, Choose, Option, Press, lay_out, row
from cogs.ui.packed_ids import Ids, at_once
from cogs.ui.paging import turning
from cogs.ui.states import STATES
from models import cldr, labels
from models.sheets import ParticipantSheet, ProposalSheet, QueueItem, QueueSheet, ReviewSheet, Why
from models.signatories import shown
from models.terms import Kind, Like, Means, Verdict
from models.translation import N_, _, ngettext, number

OF_THE_VOTE = {
    Why.UNDECIDED: results.reason,
    Why.OPPOSED: results.reason,
    Why.CUT_SHORT: results.cut,
    Why.CUT_WHILE_PAUSED: results.cut,
}
"""What the vote itself says."""
REASONS = {
    Why.NO_CONSENT: N_("nobody has recorded who agreed"),
    Why.UNCONFIRMED: N_("we asked a member, and they haven't confirmed this name"),
    Why.ASKED_BEFORE: N_("we've already asked somebody else about this name"),
    Why.EARLIER_TEXT: N_("this signatory has only agreed to an earlier version of the text"),
    Why.LATE: N_("the name came in after the letter closed"),
    Why.ON_HOLD: N_("on hold"),
    Why.OWN_PROPOSAL: N_("you proposed this name, so another moderator has to decide"),
    Why.OWN_NAME: N_("this is your own name, so another moderator has to decide"),
    Why.SECOND_NEEDED: N_("you've approved this name, but a second moderator has to approve it too"),
    Why.ALONE: N_("you added this name yourself, so if only you approve it, the journal will say so"),
    Why.OTHER_ORGANISATION: N_("signed by someone from another organisation"),
    Why.NOT_CONFIRMED: N_(
        "no moderator has confirmed that the person who signed speaks for this organisation (you confirm "
        "it by approving the name)"
    ),
    Why.SAID_NO: N_("this may be someone who said no to the letter"),
    Why.LOOKS_ALIKE: N_("this name looks like another one on the letter"),
    Why.DOUBTFUL: N_("there may be something wrong with this name"),
    Why.LEAVING: N_("the person who proposed this name has asked to take it off the list"),
}
WAITS_FOR_CONSENT = frozenset({Why.NO_CONSENT, Why.UNCONFIRMED})
NOT_MINE = frozenset({Why.OWN_PROPOSAL, Why.OWN_NAME, Why.SECOND_NEEDED})
"""Where the moderator who looks cannot approve."""
PAST = {
    Verdict.APPROVE: N_("Approved by {who} {when}"),
    Verdict.DECLINE: N_("Declined by {who} {when}"),
    Verdict.HOLD: N_("Put on hold by {who} {when}"),
}
BY_SOMEONE = {
    Verdict.APPROVE: N_("Approved by someone {when}"),
    Verdict.DECLINE: N_("Declined by someone {when}"),
    Verdict.HOLD: N_("Put on hold by someone {when}"),
}
COUNTED = {
    Verdict.APPROVE: N_("Approved: {count}"),
    Verdict.DECLINE: N_("Declined: {count}"),
    Verdict.HOLD: N_("On hold: {count}"),
}
NAMED = 10
"""This many names are spelt out; the rest is a number."""


def queue(sheet: QueueSheet, guild_id: int, said: str = "", asking: Sequence[ParticipantSheet] = ()) -> Card:
    """Ready ones first with one button for all, then those to look at and why. ``said`` is above, and who asks to
    be let in."""
    blocks: list[object] = [said, *people.asking(asking)]
    if sheet.ready:
        count = len(sheet.ready)
        ready = ngettext("Names ready to approve: {count}", "Names ready to approve: {count}", count)
        blocks += [
            "\n".join((f"**{ready}**", *ready_ones.lines(sheet))),
            row(
                Press(
                    _("Approve all ({count})", count=number(count)),
                    "review.approve-ready",
                    guild_id,
                    (sheet.letter_id, Ids((sheet.since,)), sheet.digest),
                    SUCCESS,
                )
            ),
            row(
                Choose(
                    _("Open a name that's ready"),
                    "review.ready",
                    guild_id,
                    [
                        Option(one.name, str(one.id), words.begun(labels.kind(one.kind)))
                        for one in sheet.ready[:25]
                    ],
                )
            ),
            LINE,
        ]
    elif sheet.items:
        blocks.append(_("**Nothing is ready to approve.**"))
    if sheet.items:
        ids = tuple(item.proposal.id for item in sheet.items)
        head = ngettext("Names still to check: {count}", "Names still to check: {count}", sheet.to_look_at)
        blocks.append("\n\n".join((f"**{head}**", *map(_item, sheet.items))))
        blocks.append(
            row(
                Choose(
                    _("Open one, or decide on several"),
                    "review.look",
                    guild_id,
                    [Option(item.proposal.name, str(item.proposal.id), _why(item)) for item in sheet.items],
                    (sheet.letter_id, sheet.page),
                    most=at_once(ids[:25]),
                )
            )
        )
    else:
        blocks.append(
            _("Nothing else is waiting for review.") if sheet.ready else _("Nothing is waiting for review.")
        )
    ways = turning("review.turn", guild_id, (sheet.letter_id,), sheet.page, sheet.pages)
    title = short(sheet.title, 150)
    where = _("{title}, page {page} of {pages}", title=title, page=sheet.page, pages=sheet.pages)
    blocks.append(f"-# {where if sheet.pages > 1 else title}")
    return lay_out(*blocks, row(*ways), accent=Accent.WAIT)


def without_letter(asking: Sequence[ParticipantSheet]) -> Card:
    """Who asks to be let in, if there is no letter yet whose names could wait."""
    return lay_out(
        *people.asking(asking), _("There's no letter yet, so there are no names to review."), accent=Accent.WAIT
    )


def one(item: QueueItem, page: int, said: str = "") -> Card:
    """One that a moderator must look at: why, the facts, and the likely button first. ``said`` is above."""
    proposal = item.proposal
    guild_id, about = proposal.guild_id, (proposal.id,)
    details = [consent_of(item.consent, proposal.consent), *asked(proposal, Why.UNCONFIRMED in item.why)]
    details += asked_before(item.asked_before)
    if item.proposer_organisation:
        details.append(
            _("Proposed by someone from {organisation}", organisation=short(item.proposer_organisation, 100))
        )
    if proposal.vote is not None and proposal.vote.result is not None:
        details.append(_("Vote: {result}", result=results.line(proposal.vote)))
    details += [
        _("From the import: {finding}.", finding=short(said, 200)) for said in findings.said(proposal.found)
    ]
    details += [_("Against: {reason}", reason=short(reason, 150)) for reason in item.objections[:4]]
    if len(item.objections) > 4:
        more = len(item.objections) - 4
        details.append(ngettext("and {count} more reason against", "and {count} more reasons against", more))
    if (last := item.last) is not None:
        when = words.clock(last.decided_at, "R")
        details += [
            _(PAST[last.verdict], who=f"<@{last.decided_by}>", when=when)
            if last.decided_by
            else _(BY_SOMEONE[last.verdict], when=when),
            _("We told the proposer: {text}", text=short(verdict_reasons.said(last.told), 150))
            if last.told
            else "",
            _("Note for moderators: {text}", text=short(last.note, 150)) if last.note else "",
        ]
    buttons: list[Press] = []
    if Why.NO_CONSENT in item.why:
        buttons.append(Press(_("Record who agreed"), "consent", guild_id, about, PRIMARY))
        buttons.append(Press(_("Message to send"), "consent.message", guild_id, about))
    if Why.LEAVING in item.why:
        buttons += [
            Press(_("Take it off the list"), "entry.remove", guild_id, about, DANGER),
            Press(_("Keep it on the list"), "entry.keep", guild_id, about),
        ]
    elif not {Why.OWN_PROPOSAL, Why.OWN_NAME} & {*item.why}:
        buttons += deciding(
            guild_id,
            proposal.letter_id,
            about,
            proposal.shown,
            override=Why.OPPOSED in item.why,
            approve=NOT_MINE.isdisjoint(item.why) and Why.NO_CONSENT not in item.why,
            hold=Why.ON_HOLD not in item.why,
        )
    stated = item.consent is not None and item.consent.means is Means.STATED
    if (
        stated
        and proposal.kind is Kind.INDIVIDUAL
        and proposal.person_id is None
        and Why.LEAVING not in item.why
    ):
        buttons.append(Press(_("They're a member here"), "person.ask", guild_id, about))
    buttons.append(back(guild_id, proposal.letter_id, page))
    return lay_out(
        said,
        facts(proposal),
        _("**Check first: {reasons}**", reasons=_why(item))
        if item.why
        else f"**{words.begun(_(STATES[proposal.state]))}**",
        "\n".join(filter(None, details)),
        row(*buttons),
        *_same_or_not(proposal),
        accent=Accent.WAIT if item.why else Accent.OPEN,
    )


def _same_or_not(proposal: ProposalSheet) -> list[object]:
    """Two buttons on the likeliest look-alike: what is said holds for every letter."""
    if not proposal.lookalikes:
        return []
    first = proposal.lookalikes[0]
    about = (proposal.id, first.id)
    named = words.clip(first.name, 60)
    same = (
        Press(_("Merge into {name}", name=named), "lookalike.merge", proposal.guild_id, about, DANGER)
        if first.like is Like.MARKED
        else Press(_("Same as {name}", name=named), "lookalike.same", proposal.guild_id, about)
    )
    return [row(same, Press(_("Not {name}", name=named), "lookalike.different", proposal.guild_id, about))]


def several(items: Sequence[QueueItem], letter_id: int, page: int, said: str = "") -> Card:
    """Several that were chosen together, decided with one press. ``said`` is above."""
    ids = tuple(item.proposal.id for item in items)
    guild_id = items[0].proposal.guild_id
    opposed = any(Why.OPPOSED in item.why for item in items)
    as_shown = shown.together([item.proposal.shown for item in items])
    head = ngettext("Names chosen: {count}", "Names chosen: {count}", len(items))
    return lay_out(
        said,
        "\n\n".join((f"**{head}**", *map(_item, items))),
        row(*deciding(guild_id, letter_id, ids, as_shown, override=opposed), back(guild_id, letter_id, page)),
        accent=Accent.WAIT,
    )


def decided(sheet: ReviewSheet, guild_id: int, letter_id: int) -> Card:
    """What happened to each, with the way to undo it."""
    blocks: list[object] = []
    done, refused = sheet.done, sheet.refused
    waiting = [answer for answer in done if answer.second_needed]
    settled = [answer for answer in done if not answer.second_needed]
    if settled:
        head = _(COUNTED[sheet.verdict], count=number(len(settled)))
        blocks.append(f"**{head}**\n{_names([one.name for one in settled])}")
    if waiting:
        head = _("Waiting for a second moderator: {count}", count=number(len(waiting)))
        blocks.append(f"**{head}**\n{_names([one.name for one in waiting])}")
    if any(answer.alone for answer in done):
        blocks.append(_("-# Names you added yourself are marked as entered and approved by the same person."))
    if refused:
        head, more = (
            _("Decisions I couldn't record: {count}", count=number(len(refused))),
            len(refused) - NAMED,
        )
        lines = [
            _(
                "{name}: {reason}",
                name=short(answer.name) or _("Not found"),
                reason=words.clip(refusals.sentence(answer.refusal), 200),
            )
            for answer in refused[:NAMED]
            if answer.refusal is not None
        ]
        if more > 0:
            lines.append(ngettext("and {count} more", "and {count} more", more))
        blocks.append("\n".join((f"**{head}**", *lines)))
    undoable = [(answer.name, answer.decision_id) for answer in done if answer.decision_id is not None]
    if len(undoable) > 1:
        blocks.append(
            row(
                Choose(
                    _("Undo one of these decisions"),
                    "review.undo-chosen",
                    guild_id,
                    [Option(name, str(decision)) for name, decision in undoable[-25:]],
                    (letter_id,),
                )
            )
        )
    buttons = [
        Press(_("Undo"), "review.undo", guild_id, (letter_id, decision))
        for _name, decision in (undoable if len(undoable) == 1 else ())
    ]
    blocks.append(row(*buttons, back(guild_id, letter_id, 1)))
    return lay_out(*blocks, accent=Accent.GOOD if done else Accent.WAIT)


def back(guild_id: int, letter_id: int, page: int) -> Press:
    """The button that leads back to this page of the queue."""
    return Press(_("Show names to review"), "review.turn", guild_id, (letter_id, page))


def _item(item: QueueItem) -> str:
    where = place(item.proposal.kind, item.proposal.country)
    against = words.begun(words.clip(_why(item), 160))
    return f"**{against}**{_since(item)}\n{short(item.proposal.name, 70)} ({words.clip(where, 50)})"


def _since(item: QueueItem) -> str:
    """Since when somebody's consent is waited for, and whose, where that is known."""
    if WAITS_FOR_CONSENT.isdisjoint(item.why):
        return ""
    one = item.proposal
    if Why.UNCONFIRMED in item.why and one.person_asked_at is not None:
        when = words.clock(one.person_asked_at, "R")
        return " · " + _("{who} was asked {when}.", who=f"<@{one.person_id}>", when=when)
    return f" · {added(one)}"


def _why(item: QueueItem) -> str:
    """Everything that speaks against approving it unseen, in words; nothing twice."""
    vote = item.proposal.vote
    said = (OF_THE_VOTE[why](vote) if why in OF_THE_VOTE else _(REASONS[why]) for why in item.why)
    return cldr.clauses(dict.fromkeys(said))


def _names(names: Sequence[str]) -> str:
    return words.and_more([short(name) for name in names[:NAMED]], len(names))
