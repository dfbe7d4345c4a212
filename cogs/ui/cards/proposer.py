"""What proposers and signers are told by direct message: what was decided, what is written differently now,
and the receipt of a signature."""

from collections.abc import Iterator

from cogs.ui import states, verdict_reasons, words
from cogs.ui.cards import person
from cogs.ui.layout import Part, Press
from models import cldr
from models.geography import countries
from models.sheets import DecidedName, NoticeSheet, ProposalSheet
from models.terms import SignatoryState, Way
from models.translation import N_, _, ngettext

MOST_NAMES = 15
"""This many names are in one message; /mine shows the rest."""
_BECAME = {
    SignatoryState.APPROVED: N_("**{name}** is on the list for “{title}”."),
    SignatoryState.DECLINED: N_("**{name}** wasn't added to the list for “{title}”."),
    SignatoryState.HOLD: N_("The moderators have put **{name}** on hold for “{title}”."),
    SignatoryState.REMOVED: N_("**{name}** was removed from the list for “{title}”."),
    SignatoryState.DUPLICATE: N_("**{name}** is a duplicate of another name on “{title}”."),
}


def decided(sheet: NoticeSheet, title: str) -> list[str]:
    """How each name stands that was decided on."""
    if sheet.facts.get("admitted"):
        if not sheet.server:
            return [_("A moderator let you in. You're taking part now.")]
        return [
            _("A moderator of **{server}** let you in. You're taking part now.", server=_short(sheet.server))
        ]
    names: tuple[DecidedName, ...] = sheet.facts["decided"]
    if len(names) == 1:
        return _one(names[0], title)
    lines = [
        ngettext(
            "**{title}**: the moderators decided on {count} name you proposed.",
            "**{title}**: the moderators decided on {count} names you proposed.",
            len(names),
            title=title,
        )
    ]
    lines += (_line(one) for one in names[:MOST_NAMES])
    if len(names) > MOST_NAMES:
        more = ngettext(
            "and {count} more: /mine shows it.", "and {count} more: /mine shows them.", len(names) - MOST_NAMES
        )
        lines.append(f"-# {more}")
    return lines


def edited(sheet: NoticeSheet, title: str) -> list[str]:
    """What a moderator or proposer wrote otherwise."""
    before, after = (_short(str(sheet.facts[name])) for name in ("before", "after"))
    if not sheet.facts["asked"]:
        renamed = _(
            "On **{title}**, **{before}** was replaced with a different name: **{after}**.",
            before=before,
            after=after,
            title=title,
        )
        return [renamed + " " + _("The consent for the old name doesn't cover the new one.")]
    if before != after:
        said = _(
            "On **{title}**, **{before}** is now written **{after}**.", before=before, after=after, title=title
        )
    else:
        said = _("On **{title}**, the details of **{name}** have changed.", name=after, title=title)
    return [said, _("If that's wrong, tell the moderators.")]


def signed(sheet: NoticeSheet, title: str) -> list[str]:
    """The receipt of a signature."""
    lines = [_("You signed **{title}**.", title=title)]
    return (
        [*lines, *receipt(sheet.proposal, sheet.facts["text_number"])] if sheet.proposal is not None else lines
    )


def receipt(proposal: ProposalSheet, text_number: int | None) -> Iterator[str]:
    """The name as it will be printed, the version of the text, and how to withdraw; for the private answer too."""
    yield _("We'll print this name: **{name}**", name=printed(proposal))
    if text_number is not None:
        yield _("You agreed to version {number} of the text.", number=text_number)
    else:
        yield _("There was no text yet when you signed.")
    if proposal.late:
        yield _(
            "The name came in after the letter closed. A moderator can still approve it, but I'll mark "
            "it as late."
        )
    if proposal.way is Way.SIGNED:
        yield _(
            "Changed your mind? Press *Show the name*, then *Remove my signature*. Once the name is on the "
            "list, press *Take it off the list* instead."
        )
    else:
        yield _("Changed your mind? Press *Show the name*, then *{button}*.", button=_(person.NO))


def printed(proposal: ProposalSheet) -> str:
    """A name as lists print it: ``Rosa Example (Riverlight, France)``."""
    country = countries.called(proposal.country) if proposal.country else ""
    after = ", ".join(filter(None, (proposal.affiliation, country)))
    if not after:
        return _short(proposal.name)
    # Translators: a name as the list prints it, with the affiliation or the country.
    return _("{name} ({about})", name=_short(proposal.name), about=_short(after))


def buttons(sheet: NoticeSheet) -> list[Part]:
    """Where the reader goes on from there."""
    found: list[Part] = []
    if sheet.proposal is not None:
        found.append(Press(_("Show the name"), "signatory", sheet.guild_id, (sheet.proposal.id,)))
        found.append(Press(_("Read the text"), "letter.text", sheet.guild_id, (sheet.proposal.letter_id, 1)))
    return found


def _one(name: DecidedName, title: str) -> list[str]:
    shown = _short(name.name)
    became = _BECAME.get(name.state)
    if became is None:
        undone = _("A moderator undid the decision on **{name}** for **{title}**.", name=shown, title=title)
        return [cldr.sentences((undone, _("The moderators will decide again.")))]
    return [_(became, name=shown, title=title), *_told(name)]


def _line(name: DecidedName) -> str:
    stands = states.sentence(name.state) if name.state in _BECAME else _("A moderator undid the decision.")
    line = _("{name}: {state}", name=f"**{_short(name.name, 80)}**", state=stands)
    return f"- {cldr.sentences((line, *_told(name)))}"


def _told(name: DecidedName) -> list[str]:
    """The moderators' words, which belong to the decision that stands."""
    return [_short(verdict_reasons.said(name.told), 300)] if name.told else []


def _short(text: str, limit: int = 200) -> str:
    return words.escape(words.clip(text, limit))
