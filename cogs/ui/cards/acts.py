"""The list of moderators' acts: what each of them did to a letter, and on whose word alone."""

from collections.abc import Mapping, Sequence
from typing import Any

from cogs.ui import acts, words
from cogs.ui.layout import LINE, Accent, Card, Choose, Option, Press, lay_out, row
from models import cldr
from models.sheets import ActLine, ActsOfSheet, ActsSheet, NoticeSheet
from models.translation import N_, _, isolated, ngettext, number, pgettext

SAFEGUARDS = {
    "moderator_role_id": N_("moderator role"),
    "two_person": N_("two-person approval"),
    "most_open": N_("names each member can have waiting"),
}
WANTED = N_(
    "Another moderator, or someone who manages this server, has to confirm this change. I've sent them a "
    "button to press."
)


def card(sheet: ActsSheet) -> Card:
    """One page, the newest first. For moderators."""
    ways = [
        Press(label, "acts.turn", sheet.guild_id, (sheet.letter_id, page))
        for label, page, leads in (
            # Translators: four buttons that turn the pages of a list whose first page has what was done last.
            (_("Latest"), 1, sheet.page > 2),
            (_("Newer"), sheet.page - 1, sheet.page > 1),
            (_("Older"), sheet.page + 1, sheet.page < sheet.pages),
            (_("Earliest"), sheet.pages, sheet.page + 1 < sheet.pages),
        )
        if leads
    ]
    heading = _("Who did what")
    title = words.escape(words.clip(sheet.title, 150))
    return lay_out(
        f"### {heading}\n{title}",
        _alone(sheet),
        LINE,
        "\n".join(map(_line, sheet.lines)) or _("Nothing yet."),
        _("-# Page {page} of {pages}, from the journal", page=number(sheet.page), pages=number(sheet.pages)),
        row(*ways),
        row(Press(_("Lock the letter"), "letter.lock", sheet.guild_id, (sheet.letter_id,))),
    )


def _alone(sheet: ActsSheet) -> str:
    if not sheet.alone:
        return _("No name on the list was entered and approved by the same person.")
    return ngettext(
        "**{count} of the {total} names on the list was entered and approved by the same person.**",
        "**{count} of the {total} names on the list were entered and approved by the same person.**",
        sheet.alone,
        total=number(sheet.approved),
    )


def changed(safeguards: Mapping[str, Sequence[Any]]) -> list[str]:
    """``two-person approval: on → off``, for each safeguard that was changed."""
    return [
        # Translators: a setting, its old value and its new one.
        _(
            "{setting}: {before} → {after}",
            setting=_(SAFEGUARDS[name]),
            before=_value(name, before),
            after=_value(name, after),
        )
        for name, (before, after) in safeguards.items()
    ]


def confirmed(safeguards: Mapping[str, Sequence[Any]]) -> Card:
    """To the person who confirmed it: what was changed."""
    return lay_out(_("**I've made the change.**"), "\n".join(changed(safeguards)), accent=Accent.GOOD)


def told(sheet: NoticeSheet, title: str) -> list[str]:
    """To the moderators: who changed a safeguard, or wants to."""
    who, changes = f"<@{sheet.facts['user_id']}>", cldr.clauses(changed(sheet.facts["changes"]))
    if "wanted" not in sheet.facts:
        if title:
            return [
                _(
                    "{who} changed a safety setting for **{title}**: {changes}. See /roster acts.",
                    who=who,
                    title=title,
                    changes=changes,
                )
            ]
        return [_("{who} changed a safety setting: {changes}. See /roster acts.", who=who, changes=changes)]
    wants = (
        _(
            "{who} wants to change a safety setting for **{title}**: {changes}.",
            who=who,
            title=title,
            changes=changes,
        )
        if title
        else _("{who} wants to change a safety setting: {changes}.", who=who, changes=changes)
    )
    return [wants, _("Another moderator, or someone who manages this server, has to confirm this change.")]


def _value(name: str, value: Any) -> str:
    if name == "moderator_role_id":
        return f"<@&{value}>" if value is not None else pgettext("no role is chosen", "nobody")
    if isinstance(value, bool):
        return pgettext("a setting", "on") if value else pgettext("a setting", "off")
    return str(value)


def of_account(sheet: ActsOfSheet, said: str = "") -> Card:
    """What one account did since an instant, with a menu of what can be taken back. For moderators."""
    lines = [
        f"- {words.clock(one.at)} {_about(words.escape(acts.called(one.act)), _name(one.name))}"
        for one in sheet.acts
    ]
    if earlier := sheet.total - len(sheet.acts):
        lines.append(
            ngettext(
                "-# There's {count} earlier entry too. Undo what's listed above first, then look again.",
                "-# There are {count} earlier entries too. Undo what's listed above first, then look again.",
                earlier,
            )
        )
    options = [
        Option(
            words.clip(_about(acts.called(one.act), one.name), 100),
            str(one.entry_id),
            words.utc(one.at),
        )
        for one in sheet.acts
        if one.undoable
    ]
    hours = int(sheet.since.timestamp())
    menu = Choose(_("Choose what to undo"), "acts.take-back", sheet.guild_id, options, (sheet.user_id, hours))
    return lay_out(
        f"**{said}**" if said else "",
        _(
            "### What {who} has done since {when}",
            who=f"<@{sheet.user_id}>",
            when=words.clock(sheet.since, "f"),
        ),
        "\n".join(lines) or _("The journal shows nothing this person has done since then."),
        row(menu) if options else "",
        _(
            "-# I can't undo everything. You have to enter a removed name again, rewrite a text or "
            "correct a published list yourself."
        ),
    )


def _about(act: str, name: str) -> str:
    return cldr.labelled(act, name) if name else act


def _name(name: str) -> str:
    return isolated(words.escape(words.clip(name, 60)))


def _line(line: ActLine) -> str:
    nobody = _("someone (data deleted)") if line.erased else _("the bot")
    who = f"<@{line.actor_id}>" if line.actor_id else nobody
    about = " → ".join(_name(one) for one in (line.name, line.became) if one)
    marks = [
        ngettext("{count} name", "{count} names", line.names) if line.names is not None else "",
        *changed(line.safeguards),
        _("despite the vote") if line.override else "",
        isolated(words.escape(words.clip(line.reason, 80))) if line.reason else "",
        _("**entered and approved by the same person**") if line.alone else "",
    ]
    said = cldr.clauses(marks)
    done = _about(words.escape(acts.called(line.act)), about)
    return f"- {words.clock(line.at)} {who} {done}{f' ({said})' if said else ''}"
