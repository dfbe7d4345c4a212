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
                "This is too big for a correction. It changes {changed} of the {count} word people agreed to, earlier "
                "corrections included. A correction may change {limit} at most. Choose *It changes the substance*: "
                "everyone who vouched for a name is told.",
                "This is too big for a correction. It changes {changed} of the {count} words people agreed to, earlier "
                "corrections included. A correction may change {limit} at most. Choose *It changes the substance*: "
                "everyone who vouched for a name is told.",
                count("words"),
                changed=number(count("changed")),
                limit=number(count("limit")),
            )
        case Reason.TOO_MANY_ROWS:
            return ngettext(
                "That list has {count} row or more. The most is {limit}: send it in parts.",
                "That list has {count} rows or more. The most is {limit}: send it in parts.",
                count("rows"),
                limit=number(count("limit")),
            )
        case Reason.ON_THE_LIST:
            return ngettext(
                "Nothing was undone, because {count} of these names is on the list now. Check the import again with "
                "/roster imports.",
                "Nothing was undone, because {count} of these names are on the list now. Check the import again with "
                "/roster imports.",
                count("approved"),
            )
        case Reason.READY_CHANGED:
            return ngettext(
                "The ready names have changed since you saw them, so nothing was approved. {count} is ready now: look "
                "again.",
                "The ready names have changed since you saw them, so nothing was approved. {count} are ready now: look "
                "again.",
                count("ready"),
            )
    return _limit(reason, count("limit"))


def _limit(reason: Reason, limit: int) -> str | None:
    match reason:
        case Reason.TOO_MANY_SUBJECTS:
            return ngettext(
                "A letter can have {count} subject at most. Remove it first.",
                "A letter can have {count} subjects at most. Remove one first.",
                limit,
            )
        case Reason.TOO_MANY_DELIVERIES:
            return ngettext(
                "A letter can have {count} delivery. Take it back first.",
                "A letter can have {count} deliveries. Take one back first.",
                limit,
            )
        case Reason.TOO_MANY_SUGGESTIONS:
            return ngettext(
                "You already have {count} suggestion that nobody has decided on. Wait until the moderators have.",
                "You already have {count} suggestions that nobody has decided on. Wait until the moderators have.",
                limit,
            )
        case Reason.TOO_MANY_WISHES:
            return ngettext(
                "A wish list can have {count} name. Remove some first, or add fewer.",
                "A wish list can have {count} names. Remove some first, or add fewer.",
                limit,
            )
        case Reason.TOO_MANY_ALIASES:
            return ngettext(
                "You can give {count} other name at most.",
                "You can give {count} other names at most, one a line.",
                limit,
            )
        case Reason.TOO_MANY_OPEN:
            return ngettext(
                "On this letter you can have {count} undecided name at a time. Wait until it's decided, or cancel it: "
                "/mine shows it. A moderator can allow you more.",
                "On this letter you can have {count} undecided names at a time. Wait until one is decided, or cancel "
                "one: /mine shows them. A moderator can allow you more.",
                limit,
            )
        case Reason.ASKED_OFTEN:
            return ngettext(
                "This person was already asked {count} time in one day, by everyone together. Try again tomorrow.",
                "This person was already asked {count} times in one day, by everyone together. Try again tomorrow.",
                limit,
            )
    return None
