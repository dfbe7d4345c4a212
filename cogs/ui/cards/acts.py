"""The list of moderators' acts: what each of them did to a letter, and on whose word alone."""

from collections.abc import Mapping, Sequence
from typing import Any

from cogs.ui import acts, words
from cogs.ui.layout import LINE, Accent, Card, Choose, Option, Press, row
from cogs.ui.layout import card as lay_out
from models.sheets import ActLine, ActOf, ActsOfSheet, ActsSheet, NoticeSheet

SAFEGUARDS = {
    "moderator_role_id": "role of moderators",
    "two_person": "two-person approval",
    "most_open": "undecided names of one member",
}


WANTED = "One more moderator, or someone who manages this server, has to confirm it. I've sent them a button."


def card(sheet: ActsSheet) -> Card:
    """One page, the newest first. For moderators."""
    alone = (
        f"**{sheet.alone:,} of {sheet.approved:,} on the list were entered and approved by one person.**"
        if sheet.alone
        else f"None of the {sheet.approved:,} on the list were entered and approved by one person alone."
    )
    ways = [
        Press(label, "acts.turn", sheet.guild_id, (sheet.letter_id, page))
        for label, page, leads in (
            ("Newest", 1, sheet.page > 2),
            ("Newer", sheet.page - 1, sheet.page > 1),
            ("Older", sheet.page + 1, sheet.page < sheet.pages),
            ("Oldest", sheet.pages, sheet.page + 1 < sheet.pages),
        )
        if leads
    ]
    title = words.escape(words.clip(sheet.title, 150))
    return lay_out(
        f"### What moderators did\n{title}",
        alone,
        LINE,
        "\n".join(map(_line, sheet.lines)) or "Nothing yet.",
        f"-# Page {sheet.page:,} of {sheet.pages:,}, from the journal",
        *([row(*ways)] if ways else []),
        row(Press("Lock the letter", "letter.lock", sheet.guild_id, (sheet.letter_id,))),
    )


def changed(safeguards: Mapping[str, Sequence[Any]]) -> list[str]:
    """``two-person approval: on → off``, for each safeguard that was changed."""
    return [
        f"{SAFEGUARDS[name]}: {_value(name, before)} → {_value(name, after)}"
        for name, (before, after) in safeguards.items()
    ]


def confirmed(safeguards: Mapping[str, Sequence[Any]]) -> Card:
    """To the person who confirmed it: what was changed."""
    return lay_out("**Done.**", "\n".join(changed(safeguards)), accent=Accent.GOOD)


def told(sheet: NoticeSheet, title: str) -> list[str]:
    """To the moderators: who changed a safeguard, or wants to."""
    about = f" for **{title}**" if title else ""
    who, said = f"<@{sheet.facts['user_id']}>", "; ".join(changed(sheet.facts["changes"]))
    if "wanted" not in sheet.facts:
        return [f"{who} changed a safeguard{about}: {said}. See /roster acts."]
    return [
        f"{who} wants to change a safeguard{about}: {said}.",
        "One more moderator, or someone who manages this server, has to confirm it.",
    ]


def _value(name: str, value: Any) -> str:
    if name == "moderator_role_id":
        return f"<@&{value}>" if value is not None else "nobody"
    return ("on" if value else "off") if isinstance(value, bool) else str(value)


def of_account(sheet: ActsOfSheet, said: str = "") -> Card:
    """What one account did since an instant, with a menu of what can be taken back. For moderators."""
    lines = [f"- {words.clock(one.at)} {words.escape(acts.called(one.act))}{_about(one)}" for one in sheet.acts]
    if sheet.total > len(sheet.acts):
        lines.append(
            f"-# and {sheet.total - len(sheet.acts):,} earlier ones: take these back first, then look again"
        )
    options = [
        Option(
            words.clip(f"{acts.called(one.act)}{_plain(one)}", 100),
            str(one.entry_id),
            f"{one.at:%d %B, %H:%M} UTC",
        )
        for one in sheet.acts
        if one.undoable
    ]
    hours = int(sheet.since.timestamp())
    menu = Choose("Take one back", "acts.take-back", sheet.guild_id, options, (sheet.user_id, hours))
    return lay_out(
        f"**{said}**" if said else "",
        f"### What <@{sheet.user_id}> did since {words.clock(sheet.since, 'f')}",
        "\n".join(lines) or "The journal has nothing from them since then.",
        row(menu) if options else "",
        "-# Some things you have to do yourself: enter a removed name again, rewrite a text, correct a published list.",
    )


def _about(one: ActOf) -> str:
    return f": {words.escape(words.clip(one.name, 60))}" if one.name else ""


def _plain(one: ActOf) -> str:
    return f": {one.name}" if one.name else ""


def _line(line: ActLine) -> str:
    who = f"<@{line.actor_id}>" if line.actor_id else "somebody (erased)" if line.erased else "the bot"
    about = f": {words.escape(words.clip(line.name, 60))}" if line.name else ""
    about += f" → {words.escape(words.clip(line.became, 60))}" if line.became else ""
    marks = [
        words.plural(line.names, "name") if line.names is not None else "",
        *changed(line.safeguards),
        "against the vote" if line.override else "",
        words.escape(words.clip(line.reason, 80)) if line.reason else "",
        "**entered and approved by one person**" if line.alone else "",
    ]
    said = "; ".join(filter(None, marks))
    return f"- {words.clock(line.at)} {who} {words.escape(acts.called(line.act))}{about}{f' ({said})' if said else ''}"
