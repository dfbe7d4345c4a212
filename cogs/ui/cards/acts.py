"""The list of moderators' acts: what each of them did to a letter, and on whose word alone."""

from cogs.ui import words
from cogs.ui.layout import LINE, Card, Press, row
from cogs.ui.layout import card as lay_out
from models.sheets import ActLine, ActsSheet


def card(sheet: ActsSheet) -> Card:
    """One page, the newest first. For moderators."""
    alone = (
        f"**{sheet.alone:,} of {sheet.approved:,} on the list were entered and approved by one person.**"
        if sheet.alone
        else f"None of the {sheet.approved:,} on the list was entered and approved by one person."
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


def _line(line: ActLine) -> str:
    who = f"<@{line.actor_id}>" if line.actor_id else "somebody (erased)" if line.erased else "the bot"
    about = f": {words.escape(words.clip(line.name, 60))}" if line.name else ""
    marks = [
        words.plural(line.names, "name") if line.names is not None else "",
        "against the vote" if line.override else "",
        words.escape(words.clip(line.reason, 80)) if line.reason else "",
        "**entered and approved by one person**" if line.alone else "",
    ]
    said = "; ".join(filter(None, marks))
    return f"- {words.clock(line.at)} {who} {words.escape(line.act)}{about}{f' ({said})' if said else ''}"
