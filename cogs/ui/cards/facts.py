"""What is known of a signatory, in lines: who added it, where it is from, who agreed."""

from collections.abc import Sequence

from cogs.ui import words
from cogs.ui.likenesses import warnings
from models import cldr, labels
from models.geography import countries
from models.sheets import AskedBefore, ConsentSheet, ProposalSheet
from models.terms import Kind, Means, Way
from models.translation import N_, _

_ADDED_BY = {
    Way.PROPOSED: N_("Proposed by {who} {when}"),
    Way.SIGNED: N_("Signed by {who} {when}"),
    Way.ENTERED: N_("Entered by {who} {when}"),
    Way.IMPORTED: N_("Imported by {who} {when}"),
}


_ADDED = {
    Way.PROPOSED: N_("Proposed {when}"),
    Way.SIGNED: N_("Signed {when}"),
    Way.ENTERED: N_("Entered {when}"),
    Way.IMPORTED: N_("Imported {when}"),
}
"""Where it is not known by whom any more."""


def short(text: str, limit: int = 60) -> str:
    """A name for the middle of a sentence: clipped and shown as typed."""
    return words.escape(words.clip(text, limit))


def place(kind: Kind, code: str) -> str:
    """Kind and country of a signatory, such as ``organisation, France``."""
    if not code:
        return labels.kind(kind)
    return _("{kind}, {country}", kind=labels.kind(kind), country=countries.called(code))


def added(proposal: ProposalSheet) -> str:
    """How and when a name came."""
    return _(_ADDED[proposal.way], when=words.clock(proposal.added_at, "R"))


def facts(proposal: ProposalSheet) -> str:
    """Heading and facts that everyone who takes part may read."""
    lines = [f"### {short(proposal.name, 200)}", words.begun(place(proposal.kind, proposal.country))]
    if proposal.affiliation:
        lines.append(_("Affiliation, for identification only: {text}", text=short(proposal.affiliation, 200)))
    if proposal.aliases:
        lines.append(_("Also known as: {names}", names=short(cldr.clauses(proposal.aliases), 200)))
    if proposal.website:
        lines.append(_("Website: {address}", address=short(proposal.website, 200)))
    when = words.clock(proposal.added_at, "R")
    lines += [
        _(_ADDED_BY[proposal.way], who=f"<@{proposal.added_by}>", when=when)
        if proposal.added_by
        else added(proposal),
        _("Letter: {title}", title=short(proposal.letter_title, 200)),
    ]
    if proposal.note:
        lines.append(_("Note: {text}", text=short(proposal.note, 400)))
    lines += warnings(proposal)
    return "\n".join(lines)


def cancelling_label(proposal: ProposalSheet) -> str:
    """The button with which people take back what they added, until it is on the list."""
    return _("Remove my signature") if proposal.way is Way.SIGNED else _("Cancel the proposal")


def agreed(consent: ConsentSheet | None, recorded: bool) -> str:
    """Whether and how we know that the signatory agreed; who, only where the sheet holds it."""
    if consent is None:
        return _("We know who agreed to sign.") if recorded else _("**We don't know yet who agreed to sign.**")
    if consent.means is Means.OWN_CLICK and consent.evidence:
        at = words.clock(consent.recorded_at)
        if not consent.recorded_by:
            return _("This person told us themselves on {moment} that they agree.", moment=at)
        return _(
            "{who} told us themselves on {moment} that they agree.", who=f"<@{consent.recorded_by}>", moment=at
        )
    if consent.means is Means.OWN_CLICK:
        return _("The person who signed agreed by ticking *I am authorised*.")
    return "\n".join(
        (
            _("Who agreed: {who}", who=short(consent.authorised_by, 200)),
            _("How we know they agreed: {text}", text=short(consent.evidence, 300)),
        )
    )


def in_short(consent: ConsentSheet) -> str:
    """Who agreed and how we know, for one line of a list."""
    if consent.means is Means.OWN_CLICK:
        return agreed(consent, recorded=True)
    return cldr.clauses((short(consent.authorised_by, 40), short(consent.evidence)))


def asked(proposal: ProposalSheet, unconfirmed: bool) -> list[str]:
    """Who waits to be confirmed by whom, and since when."""
    if not unconfirmed or proposal.person_asked_at is None:
        return []
    return [
        _(
            "**{who} was asked {when} and hasn't answered.**",
            who=f"<@{proposal.person_id}>",
            when=words.clock(proposal.person_asked_at, "R"),
        )
    ]


def asked_before(asked: Sequence[AskedBefore]) -> list[str]:
    """Who was asked before the person who is asked now, and whether they said no."""
    lines = []
    for one in asked[-3:]:
        who = f"<@{one.user_id}>" if one.user_id else _("Somebody")
        when = words.clock(one.asked_at, "R")
        if one.refused_at is None:
            lines.append(_("{who} was asked {when}.", who=who, when=when))
            continue
        no = words.clock(one.refused_at, "R")
        lines.append(_("{who} was asked {when} and **said no** {then}.", who=who, when=when, then=no))
    return lines
