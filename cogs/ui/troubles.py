"""Troubles: why something could not be posted or sent. A short code is stored, and each reader sees a sentence."""

from collections.abc import Iterable
from enum import StrEnum

from cogs.ui.server_health import named
from cogs.ui.states import UNSENT
from models import cldr
from models.translation import N_, _, ngettext


class Trouble(StrEnum):
    """What went wrong, as it is stored. Values never change."""

    NO_CHANNEL = "channel deleted"
    NO_ACCOUNT = "account deleted"
    REFUSES_MESSAGES = "direct messages refused"
    NO_SHARED_SERVER = "no shared server"
    OVERHEARD = "overheard"
    SLOWED_DOWN = "slowed down"
    UNREACHABLE = "unreachable"
    LACKS = "lacks"
    """With the permissions, by their names in the API."""
    ANSWERED = "answered with"
    """With the HTTP status."""
    FAILED = "error"
    """With the reference in the log."""


# Translators: why a message was not sent. They stand after a colon or in brackets, without a full stop.
SENTENCES: dict[str, str] = {
    Trouble.NO_CHANNEL: N_("the channel was deleted"),
    Trouble.NO_ACCOUNT: N_("this person is no longer on Discord"),
    Trouble.REFUSES_MESSAGES: N_("this person doesn't accept direct messages from the server"),
    Trouble.NO_SHARED_SERVER: N_("this person and I no longer share a server"),
    Trouble.OVERHEARD: N_(
        "everyone in this server can read that channel, and the letter isn't published yet: make the "
        "channel private"
    ),
    Trouble.SLOWED_DOWN: N_("Discord asked me to slow down"),
    Trouble.UNREACHABLE: N_("I couldn't reach Discord"),
}


def stored(trouble: Trouble, *about: object) -> str:
    """What is stored: the code, with the permissions, the status or the reference that it is about."""
    return ":".join(map(str, (trouble.value, *about)))


def said(kept: str) -> str:
    """What was stored, in the reader's language; what an earlier version of the bot kept in words, as it is."""
    if kept in UNSENT:
        return _(UNSENT[kept])
    if kept in SENTENCES:
        return _(SENTENCES[kept])
    code, *about = kept.split(":")
    match code, about:
        case Trouble.LACKS, permissions:
            return _lacking(permissions)
        case Trouble.ANSWERED, [status]:
            return _("Discord answered with error {status}", status=status)
        case Trouble.FAILED, [reference]:
            # Translators: an error of the bot itself; a host finds it in the log by the reference.
            return _("error {reference}", reference=reference)
    return kept


def _lacking(permissions: Iterable[str]) -> str:
    names = list(map(named, permissions))
    if not names:
        return _("I don't have a permission I need for that")
    return ngettext(
        "I don't have the permission {permissions}",
        "I don't have the permissions {permissions}",
        len(names),
        permissions=cldr.listed(names),
    )
