"""Refusals that count something, each in the form that the reader's language has for the number."""

from collections.abc import Mapping
from typing import Any

from models.refusal import Reason
from models.translation import ngettext, number


def sentence(reason: Reason, values: Mapping[str, Any]) -> str | None:
    """The refusal as a member reads it, by the whole numbers among its ``values``; None if it counts nothing."""

    def count(name: str) -> int:
        value = values.get(name)
        return value if isinstance(value, int) else 0

    match reason:
        case Reason.TOO_OFTEN:
            return ngettext(
                "That was too fast. Try again in {count} second.",
                "That was too fast. Try again in {count} seconds.",
                count("seconds"),
            )
        case Reason.REWRITTEN:
            return ngettext(
                "This change is too big for a correction. Counting earlier corrections, it changes "
                "{changed} of the {count} word people agreed to. A correction can change {limit} at "
                "most. Choose *It changes the substance*: then I'll let everyone who proposed, signed or "
                "entered a name know about the change.",
                "This change is too big for a correction. Counting earlier corrections, it changes "
                "{changed} of the {count} words people agreed to. A correction can change {limit} at "
                "most. Choose *It changes the substance*: then I'll let everyone who proposed, signed or "
                "entered a name know about the change.",
                count("words"),
                changed=number(count("changed")),
                limit=number(count("limit")),
            )
        case Reason.TOO_MANY_ROWS:
            return ngettext(
                "That list has {count} row or more. The limit is {limit}, so send it in parts.",
                "That list has {count} rows or more. The limit is {limit}, so send it in parts.",
                count("rows"),
                limit=number(count("limit")),
            )
        case Reason.ON_THE_LIST:
            return ngettext(
                "I haven't undone the import, because {count} of these names is on the list now. Check "
                "the import again with /roster imports.",
                "I haven't undone the import, because {count} of these names are on the list now. Check "
                "the import again with /roster imports.",
                count("approved"),
            )
        case Reason.READY_CHANGED:
            return ngettext(
                "The list of names ready to approve has changed since you looked, so I haven't approved "
                "anything. {count} name is ready now. Look again, then approve it.",
                "The list of names ready to approve has changed since you looked, so I haven't approved "
                "anything. {count} names are ready now. Look again, then approve them.",
                count("ready"),
            )
    return _limit(reason, count("limit"))


def _limit(reason: Reason, limit: int) -> str | None:
    match reason:
        case Reason.TOO_MANY_SUBJECTS:
            return ngettext(
                "A letter can have talking points on up to {count} subject. Remove it first.",
                "A letter can have talking points on up to {count} subjects. Remove one first.",
                limit,
            )
        case Reason.TOO_MANY_DELIVERIES:
            return ngettext(
                "You can record up to {count} delivery of a letter. Remove it first.",
                "You can record up to {count} deliveries of a letter. Remove one first.",
                limit,
            )
        case Reason.TOO_MANY_SUGGESTIONS:
            return ngettext(
                "The moderators still have to decide on {count} of your suggestions. Wait until they have.",
                "The moderators still have to decide on {count} of your suggestions. Wait until they have.",
                limit,
            )
        case Reason.TOO_MANY_WISHES:
            return ngettext(
                "A wish list can have up to {count} name. Remove some first, or add fewer.",
                "A wish list can have up to {count} names. Remove some first, or add fewer.",
                limit,
            )
        case Reason.TOO_MANY_ALIASES:
            return ngettext(
                "You can add up to {count} other name.",
                "You can add up to {count} other names, one per line.",
                limit,
            )
        case Reason.TOO_MANY_OPEN:
            return ngettext(
                "You can only have {count} name waiting for a decision on this letter at a time. Wait "
                "for that decision, or cancel the name: /mine shows it. A moderator can raise your limit.",
                "You can only have {count} names waiting for a decision on this letter at a time. Wait "
                "for a decision on one of them, or cancel one: /mine shows them. A moderator can raise "
                "your limit.",
                limit,
            )
        case Reason.ASKED_OFTEN:
            return ngettext(
                "This person has already been asked {count} time in the last day. Try again tomorrow.",
                "This person has already been asked {count} times in the last day. Try again tomorrow.",
                limit,
            )
    return None
