"""The letter's own page on the web, for moderators: whether it is there, what is on it, and a preview."""

from datetime import datetime

from cogs.ui import words
from cogs.ui.layout import DANGER, PRIMARY, Accent, Card, Document, Link, Part, Press, lay_out, row
from models import cldr
from models.publishing.exports import sentences
from models.sheets import PageSheet
from models.terms import LetterState
from models.translation import N_, _

WHAT = N_(
    "Anyone on the web can read the page. It has the letter, the number of signatories, every name on "
    "the list, and the published lists. It only shows what an exported list shows. Once a name is off "
    "the list, it's off the page too."
)

NO_CONTACT = N_(
    "**The page can't say how to sign or remove a name:** the letter has no contact. Add one with "
    "/manage letter edit."
)


def page(
    sheet: PageSheet,
    *,
    can: bool,
    address: str,
    written: datetime | None,
    failed: bool,
    preview: Document | None = None,
) -> Card:
    """One letter's page. ``can``: whoever runs the bot has said where pages go. ``written``: when it was last as the
    list stands; ``failed``: it could not be written at the last try."""
    on = sheet.choices.kept
    bad = on and (failed or not can)
    return lay_out(
        _("### Web page") + f"\n{words.title(sheet.listed.title)}",
        _stands(sheet, can=can, written=written, failed=failed),
        _(WHAT) if not on else "",
        sentences.count(sheet.listed.counts) if preview else "",
        _points(sheet),
        _colours(sheet),
        "" if sheet.contact else _(NO_CONTACT),
        _("-# This file is a preview of the page. Open it in a browser.") if preview else "",
        row(*_buttons(sheet, can=can, address=address)),
        accent=Accent.BAD if bad else Accent.GOOD if sheet.public else Accent.WAIT,
        files=[preview] if preview else [],
    )


def off_asked(sheet: PageSheet) -> Card:
    """Ask before the page goes."""
    about = (sheet.listed.letter_id,)
    return lay_out(
        _("**Take the page off the web?**"),
        _(
            "The page, its files and its feed disappear at once. Links to them stop working, and other "
            "sites can no longer show your number of signatories. You can put the page back later."
        ),
        row(Press(_("Take it off the web"), "page.off", sheet.guild_id, about, DANGER)),
        accent=Accent.WAIT,
    )


def _stands(sheet: PageSheet, *, can: bool, written: datetime | None, failed: bool) -> str:
    if not can:
        return _(
            "**Not on the web.** The person who hosts me has to turn on the setting *pages* first "
            "(docs/hosting.md). Until then you can upload the preview yourself."
        )
    if sheet.state is LetterState.CANCELLED:
        return _("**Not on the web.** The letter was cancelled.")
    if not sheet.choices.kept:
        return _("**Not on the web.**")
    if sheet.published_at is None:
        return _("**Switched on.** The page goes on the web when you publish the letter, not before.")
    if failed:
        trying = _(
            "I'll keep trying to write the page. Tell the person who hosts me: my log says why it failed."
        )
        shows = _("The page shows the list as of {when}.", when=words.clock(written)) if written else ""
        return cldr.sentences((_("**I can't write the page right now.**"), shows, trying))
    if written is None:
        return _("The page will be **on the web** in less than a minute.")
    return _(
        "**On the web.** I last checked the page {when}. Changes show within a minute.",
        when=words.clock(written),
    )


def _points(sheet: PageSheet) -> str:
    return _("Talking points: on the page.") if sheet.choices.points else _("Talking points: not on the page.")


def _colours(sheet: PageSheet) -> str:
    chosen = [one for one in (sheet.choices.light, sheet.choices.dark) if one]
    return _("Colours: {colours}.", colours=cldr.listed(chosen)) if chosen else _("Colours: the standard ones.")


def _buttons(sheet: PageSheet, *, can: bool, address: str) -> list[Part]:
    about, guild = (sheet.listed.letter_id,), sheet.guild_id
    parts: list[Part] = []
    if sheet.choices.kept:
        parts.append(Press(_("Take it off the web…"), "page.ask-off", guild, about))
    elif can:
        parts.append(Press(_("Put it on the web"), "page.on", guild, about, PRIMARY))
    shown = sheet.choices.points
    label = _("Hide talking points") if shown else _("Show talking points")
    parts.append(Press(label, "page.points", guild, (*about, int(not shown))))
    parts.append(Press(_("Change colours"), "page.colours", guild, about))
    if sheet.public and address:
        parts.append(Link(_("Open the page"), address))
    return parts
