"""Posts: what a member can copy, in one language, cut to a network's limit from what matters least."""

from collections.abc import Iterator
from datetime import UTC, datetime

from msgspec import Struct

from models import cldr, translation
from models.sharing.networks import Network
from models.translation import N_, _, ngettext

# Translators: a post for social networks, as short as you can.
WHOLE = N_("“{title}”, to {addressee}: {signatories} (as of {moment} UTC).")
TITLED = N_("“{title}”: {signatories} (as of {moment} UTC).")
BARE = N_("{signatories} (as of {moment} UTC).")
CALL = N_("You can sign until {moment} UTC.")


class Facts(Struct, frozen=True):
    """What a post says. Instants are aware."""

    title: str
    addressee: str
    count: int
    as_of: datetime
    closes_at: datetime | None
    """While names are taken."""
    link: str


def known(code: str) -> str | None:
    """The language of ours for a code such as pt-br; None where there is none."""
    return translation.offered(code) or None


def post(facts: Facts, language: str, network: Network) -> str:
    """The longest post that fits: with the call to sign, without it, without whom it is to, with the title cut. The
    count, its time and the link always stay. ``language`` is one of :func:`known`."""
    with translation.speaking(language):
        return next(one for one in _candidates(facts) if network.fits(one))


def _candidates(facts: Facts) -> Iterator[str]:
    signatories = ngettext("{count} signatory", "{count} signatories", facts.count)
    count = {"signatories": signatories, "moment": _moment(facts.as_of)}
    call = _(CALL, moment=_moment(facts.closes_at)) if facts.closes_at is not None else ""
    whole = _(WHOLE, title=facts.title, addressee=facts.addressee, **count)
    for text in (f"{whole} {call}".strip(), whole, _(TITLED, title=facts.title, **count)):
        yield _linked(text, facts.link)
    for length in range(len(facts.title) - 1, 0, -1):
        yield _linked(_(TITLED, title=facts.title[:length].rstrip() + "…", **count), facts.link)
    yield _linked(_(BARE, **count), facts.link)


def _moment(at: datetime) -> str:
    return cldr.day_and_time(at.astimezone(UTC), "medium")


def _linked(text: str, link: str) -> str:
    return f"{text}\n{link}" if link else text
