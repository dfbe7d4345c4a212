"""Posts: what a member can copy, in one language, cut to a network's limit from what matters least."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from babel import Locale
from babel.dates import format_datetime
from babel.numbers import format_decimal

from models.sharing.networks import Network


@dataclass(frozen=True, slots=True)
class Phrases:
    """The words of one language."""

    title: str
    to: str
    one: str
    many: str
    as_of: str
    call: str


PHRASES: Mapping[str, Phrases] = {
    "en": Phrases("“{}”", "to {}", "1 signatory", "{} signatories", "as of {}", "You can sign until {}."),
    "de": Phrases(
        "„{}“", "an {}", "1 Unterschrift", "{} Unterschriften", "Stand: {}", "Unterschreiben bis {}."
    ),
    "es": Phrases("«{}»", "dirigida a {}", "1 firma", "{} firmas", "a {}", "Se puede firmar hasta el {}."),
    "fr": Phrases("« {} »", "adressée à {}", "1 signataire", "{} signataires", "au {}", "Signez jusqu’au {}."),
    "it": Phrases("«{}»", "indirizzata a {}", "1 firma", "{} firme", "al {}", "Si può firmare fino al {}."),
    "nl": Phrases(
        "“{}”", "aan {}", "1 ondertekenaar", "{} ondertekenaars", "op {}", "Ondertekenen kan tot {}."
    ),
    "pt": Phrases(
        "«{}»", "dirigida a {}", "1 assinatura", "{} assinaturas", "em {}", "É possível assinar até {}."
    ),
}
"""Languages in which there are ready posts, by the first part of a language's code."""


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
    return language if language in PHRASES else None


def post(facts: Facts, language: str, network: Network) -> str:
    """The longest post that fits: with the call to sign, without it, without whom it is to, with the title cut. The
    count, its time and the link always stay."""
    return next(one for one in _candidates(facts, PHRASES[language], language) if network.fits(one))


def _candidates(facts: Facts, said: Phrases, language: str) -> Iterator[str]:
    locale = Locale.parse(language)
    as_of = said.as_of.format(_instant(facts.as_of, locale))
    number = said.one if facts.count == 1 else said.many.format(format_decimal(facts.count, locale=locale))
    count = f"{number} ({as_of})."
    call = said.call.format(_instant(facts.closes_at, locale)) if facts.closes_at is not None else ""
    title = said.title.format(facts.title)
    whole = f"{title}, {said.to.format(facts.addressee)}: {count}"
    for text in (f"{whole} {call}".strip(), whole, f"{title}: {count}"):
        yield _linked(text, facts.link)
    for length in range(len(facts.title) - 1, 0, -1):
        yield _linked(f"{said.title.format(facts.title[:length].rstrip() + '…')}: {count}", facts.link)
    yield _linked(count, facts.link)


def _linked(text: str, link: str) -> str:
    return f"{text}\n{link}" if link else text


def _instant(at: datetime, locale: Locale) -> str:
    """With its zone, so that a number that is copied stays true: ``13 Feb 2025, 22:45 UTC``."""
    return f"{format_datetime(at.astimezone(UTC), 'd MMM y, HH:mm', locale=locale)} UTC"
