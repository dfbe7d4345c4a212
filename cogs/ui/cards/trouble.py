"""What could not be posted: moderators hear what is missing where and why, a proposer that their vote goes on."""

from collections.abc import Mapping

from cogs.ui import troubles, words
from cogs.ui.cards import reminders
from models.sheets import NoticeSheet
from models.terms import CardKind, NoticeKind
from models.translation import N_, _

NAME_LIMIT = 200
_NOT_SENT: Mapping[str, str] = {
    **{kind.value: name for kind, name in reminders.KINDS.items()},
    f"{CardKind.PROPOSAL} card": N_("a proposal and its vote"),
    f"{CardKind.STATUS} card": N_("the letter's status"),
    f"{CardKind.WELCOME} card": N_("the welcome message"),
    f"{CardKind.NOTICE} card": N_("an update to a message about the letter"),
    "event": N_("the deadline in the server's list of events"),
    "thread": N_("the thread under a proposal"),
    NoticeKind.OPENING: N_("the message saying the letter is open"),
    NoticeKind.PUBLICATION: N_("the message saying the letter is published"),
    NoticeKind.TEXT_CHANGED: N_("the message saying the text has changed"),
    NoticeKind.CONTESTED: N_("the message saying someone doesn't want their name on a letter"),
    NoticeKind.SAFEGUARD: N_("the message saying a safety setting has changed"),
    NoticeKind.BURST: N_("the message saying a member proposed a lot of names"),
    NoticeKind.LOCK: N_("the message saying the letter was locked or unlocked"),
    NoticeKind.COORDINATOR: N_("the message about who runs the letter now"),
}
"""What could not be posted."""


def told(sheet: NoticeSheet) -> list[str]:
    """To moderators, or to the proposer of a name whose vote is in no channel: what is missing, and why."""
    channel, error = f"<#{sheet.facts.get('channel_id')}>", str(sheet.facts.get("error"))
    reason = troubles.said(error)
    if sheet.proposal is not None:
        name = words.escape(words.clip(sheet.proposal.name, NAME_LIMIT))
        return [
            _(
                "I couldn't post the vote on **{name}** in {channel}: {reason}.",
                name=name,
                channel=channel,
                reason=reason,
            ),
            _("People can still vote with *My to-do list*. I've told the moderators."),
        ]
    kind = str(sheet.facts.get("kind_not_sent"))
    what = _(_NOT_SENT.get(kind, kind))
    if sheet.facts.get("channel_id"):
        # Translators: "what" is a kind of message, such as "daily bulletin" or "thread under a proposal".
        said = _(
            "I couldn't post this in {channel}: {what}. Reason: {reason}.",
            channel=channel,
            reason=reason,
            what=what,
        )
    else:
        said = _("I couldn't post this: {what}. Reason: {reason}.", what=what, reason=reason)
    return [said, _("Someone who manages the server can fix the problem with /setup.")]
