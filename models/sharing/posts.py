"""Posts: what a member can copy, in one language, cut to a network's limit from what matters least."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from babel import Locale
from babel.dates import format_datetime
from babel.numbers import format_decimal

from models import cldr, translation
from models.sharing.networks import Network
from models.translation import N_, _, ngettext

# Translators: a post for social networks, as short as you can.
WHOLE = N_("“{title}”, to {addressee}: {signatories} (as of {moment} UTC).")
TITLED = N_("“{title}”: {signatories} (as of {moment} UTC).")
BARE = N_("{signatories} (as of {moment} UTC).")
CALL = N_("You can sign until {moment} UTC.")
_ONE, _MANY = "{count} signatory", "{count} signatories"
PHRASES: Mapping[str, Mapping[str, str]] = {
    "de": {
        WHOLE: "„{title}“, an {addressee}: {signatories} (Stand: {moment} UTC).",
        TITLED: "„{title}“: {signatories} (Stand: {moment} UTC).",
        BARE: "{signatories} (Stand: {moment} UTC).",
        CALL: "Unterschreiben bis {moment} UTC.",
        _ONE: "{count} Unterschrift",
        _MANY: "{count} Unterschriften",
    },
    "es": {
        WHOLE: "«{title}», dirigida a {addressee}: {signatories} (a {moment} UTC).",
        TITLED: "«{title}»: {signatories} (a {moment} UTC).",
        BARE: "{signatories} (a {moment} UTC).",
        CALL: "Se puede firmar hasta el {moment} UTC.",
        _ONE: "{count} firma",
        _MANY: "{count} firmas",
    },
    "fr": {
        WHOLE: "« {title} », adressée à {addressee}: {signatories} (au {moment} UTC).",
        TITLED: "« {title} »: {signatories} (au {moment} UTC).",
        BARE: "{signatories} (au {moment} UTC).",
        CALL: "Signez jusqu’au {moment} UTC.",
        _ONE: "{count} signataire",
        _MANY: "{count} signataires",
    },
    "it": {
        WHOLE: "«{title}», indirizzata a {addressee}: {signatories} (al {moment} UTC).",
        TITLED: "«{title}»: {signatories} (al {moment} UTC).",
        BARE: "{signatories} (al {moment} UTC).",
        CALL: "Si può firmare fino al {moment} UTC.",
        _ONE: "{count} firma",
        _MANY: "{count} firme",
    },
    "nl": {
        WHOLE: "“{title}”, aan {addressee}: {signatories} (op {moment} UTC).",
        TITLED: "“{title}”: {signatories} (op {moment} UTC).",
        BARE: "{signatories} (op {moment} UTC).",
        CALL: "Ondertekenen kan tot {moment} UTC.",
        _ONE: "{count} ondertekenaar",
        _MANY: "{count} ondertekenaars",
    },
    "pt": {
        WHOLE: "«{title}», dirigida a {addressee}: {signatories} (em {moment} UTC).",
        TITLED: "«{title}»: {signatories} (em {moment} UTC).",
        BARE: "{signatories} (em {moment} UTC).",
        CALL: "É possível assinar até {moment} UTC.",
        _ONE: "{count} assinatura",
        _MANY: "{count} assinaturas",
    },
}
"""What posts say in a language for which there is no catalogue, by the English."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What a post says. Instants are aware."""

    title: str
    addressee: str
    count: int
    as_of: datetime
    closes_at: datetime | None
    """While names are taken."""
    link: str


def known(code: str) -> str | None:
    """The language of ours for a code such as pt-br; None where there are no words for it."""
    language = code.partition("-")[0]
    return translation.offered(code) or (language if language in PHRASES else None)


def post(facts: Facts, language: str, network: Network) -> str:
    """The longest post that fits: with the call to sign, without it, without whom it is to, with the title cut. The
    count, its time and the link always stay. ``language`` is one of :func:`known`."""
    with translation.speaking(language):
        said = _Catalogue() if translation.offered(language) else _Phrases(language)
        return next(one for one in _candidates(facts, said) if network.fits(one))


class _Catalogue:
    """Sentences of the language that is spoken."""

    say = staticmethod(_)

    def signatories(self, count: int) -> str:
        return ngettext("{count} signatory", "{count} signatories", count)

    def moment(self, at: datetime) -> str:
        return cldr.day_and_time(at.astimezone(UTC), "medium")


class _Phrases:
    """Those of a language without a catalogue."""

    def __init__(self, language: str) -> None:
        self._said, self._locale = PHRASES[language], Locale.parse(language)

    def say(self, message: str, **values: str) -> str:
        return self._said[message].format(**values)

    def signatories(self, count: int) -> str:
        return self.say(_ONE if count == 1 else _MANY, count=format_decimal(count, locale=self._locale))

    def moment(self, at: datetime) -> str:
        return format_datetime(at.astimezone(UTC), "d MMM y, HH:mm", locale=self._locale)


def _candidates(facts: Facts, said: _Catalogue | _Phrases) -> Iterator[str]:
    say: Callable[..., str] = said.say
    count = {"signatories": said.signatories(facts.count), "moment": said.moment(facts.as_of)}
    call = say(CALL, moment=said.moment(facts.closes_at)) if facts.closes_at is not None else ""
    whole = say(WHOLE, title=facts.title, addressee=facts.addressee, **count)
    for text in (f"{whole} {call}".strip(), whole, say(TITLED, title=facts.title, **count)):
        yield _linked(text, facts.link)
    for length in range(len(facts.title) - 1, 0, -1):
        yield _linked(say(TITLED, title=facts.title[:length].rstrip() + "…", **count), facts.link)
    yield _linked(say(BARE, **count), facts.link)


def _linked(text: str, link: str) -> str:
    return f"{text}\n{link}" if link else text
