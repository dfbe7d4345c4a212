"""The list of signatories as it is, one page."""

from enum import StrEnum
from itertools import groupby

from cogs.ui import words
from cogs.ui.cards.facts import short
from cogs.ui.layout import Accent, Card, lay_out, row
from cogs.ui.paging import turning
from models.geography import countries
from models.publishing.exports import sentences
from models.sheets import RosterEntry, RosterPage
from models.terms import Kind
from models.translation import _, ngettext


class Shown(StrEnum):
    """Which part of the list, in an address."""

    ALL = "all"
    ORGANISATIONS = Kind.ORGANISATION.value
    COMPANIES = Kind.COMPANY.value
    INDIVIDUALS = Kind.INDIVIDUAL.value

    @property
    def kind(self) -> Kind | None:
        """The kind that is shown alone, or None for all."""
        return None if self is Shown.ALL else Kind(self.value)


FITS = 3400
"""Characters for the entries of a page, beside heading and buttons."""


def card(page: RosterPage, guild_id: int) -> Card:
    """The count first, then the names, then the way on."""
    counts = page.counts
    kinds, at = sentences.by_kind(counts), words.utc(counts.as_of)
    said = _("{kinds}, as of {moment}", kinds=kinds, moment=at) if kinds else _("As of {moment}", moment=at)
    total = ngettext("Signatories on the list: {count}", "Signatories on the list: {count}", counts.total)
    head = f"### {total}\n{short(page.title, 150)}\n{words.begun(said)}"
    kind = page.kind.value if page.kind else "all"
    ways = row(*turning("roster.turn", guild_id, (page.letter_id, kind), page.page, page.pages))
    foot = _("-# Page {page} of {pages}", page=page.page, pages=page.pages) if page.pages > 1 else ""
    body = _entries(page.entries) if page.entries else _("Nobody is on the list yet.")
    return lay_out(head, body, foot, ways, accent=Accent.OPEN)


def _entries(entries: tuple[RosterEntry, ...]) -> str:
    """The names in full where they fit, shortened alike where they do not."""
    for limit in (200, 90, 55, 35, 20):
        text = "\n".join(
            "\n".join((f"**{_(sentences.HEADINGS[kind])}**", *(_entry(entry, limit) for entry in group)))
            for kind, group in groupby(entries, key=lambda entry: entry.kind)
        )
        if len(text) <= FITS:
            break
    return "\n".join((text, _("-# I've shortened long names here."))) if limit < 200 else text


def _entry(entry: RosterEntry, limit: int) -> str:
    said = f"{entry.number}\\. {short(entry.name, limit)}"
    if entry.affiliation:
        said += f", {short(entry.affiliation, limit)}"
    return f"{said} ({words.clip(countries.called(entry.country), 40)})" if entry.country else said
