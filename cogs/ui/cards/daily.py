"""What comes each morning: the moderators' digest and the bulletin for everyone."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from cogs.ui import words
from cogs.ui.cards import course
from models import cldr
from models.sheets import DigestSheet, NoticeSheet
from models.translation import _, ngettext

NAMES = 900
"""Characters for new names in one message."""
PEOPLE = 10
"""This many people out of reach are named."""
NAME_LIMIT = 100


def digest(sheet: NoticeSheet, title: str) -> list[str]:
    """What waits for the moderators, the review first."""
    if sheet.digest is None:
        raise ValueError("a digest says what waits")
    waits = list(_waiting(sheet.digest, sheet.as_of))
    if not waits:
        return [_("**{title}**: nothing to do.", title=title)]
    return [*headline(title, waits[:1]), *waits[1:]]


def headline(title: str, said: Sequence[str]) -> list[str]:
    """The title before what is said about it, in one line."""
    # Translators: a letter's title, then a sentence about it.
    return [_("**{title}**: {said}", title=title, said=cldr.sentences(said))]


def news(sheet: NoticeSheet) -> list[str]:
    """What has changed since the morning before, and until when names come."""
    if sheet.bulletin is None or sheet.letter is None:
        raise ValueError("a bulletin is about a published list")
    since, new = words.clock(sheet.bulletin.since, "f"), sheet.bulletin
    lines = []
    if new.added_count:
        names = _names(new.added, new.added_count)
        lines.append(words.ended(_("New since {when}: {names}", when=since, names=names)))
    if new.removed:
        lines.append(
            ngettext(
                "{count} name has been removed since {when}.",
                "{count} names have been removed since {when}.",
                new.removed,
                when=since,
            )
        )
    if not lines:
        lines.append(_("Nothing has changed since {when}.", when=since))
    return [*lines, *course.news_close(sheet)]


def people(user_ids: Sequence[int]) -> str:
    """Some of these people as mentions, and how many more there are. In a message that pings nobody a mention is
    only a name."""
    return words.and_more([f"<@{user_id}>" for user_id in user_ids[:PEOPLE]], len(user_ids))


def _waiting(one: DigestSheet, now: datetime) -> list[str]:
    lines = []
    if one.waits:
        lines.append(_in_review(one, now))
    if one.lacking_consent:
        lines.append(
            ngettext(
                "For {count} name, we still need to know who agreed to sign.",
                "For {count} names, we still need to know who agreed to sign.",
                one.lacking_consent,
            )
        )
    if one.late:
        lines.append(
            ngettext(
                "{count} name came in after the letter closed, so I've marked it as late.",
                "{count} names came in after the letter closed, so I've marked them as late.",
                one.late,
            )
        )
    if one.leaving:
        lines.append(
            ngettext(
                "{count} name is on the list, but the person who proposed it has asked to take it off.",
                "{count} names are on the list, but the people who proposed them have asked to take them off.",
                one.leaving,
            )
        )
    if one.asking:
        lines.append(
            ngettext(
                "{count} person is asking to be let in as a member.",
                "{count} people are asking to be let in as members.",
                one.asking,
            )
        )
    if one.unreached:
        lines.append(
            _("I can't message {people} directly. Remind them yourself.", people=people(one.unreached))
        )
    return lines


def _in_review(one: DigestSheet, now: datetime) -> str:
    if one.oldest_since is None:
        return ngettext(
            "{count} name is waiting for review.", "{count} names are waiting for review.", one.waits
        )
    return ngettext(
        "{count} name has been waiting for review for {time}.",
        "{count} names are waiting for review, the oldest for {time}.",
        one.waits,
        time=_span(now - one.oldest_since),
    )


def _span(waited: timedelta) -> str:
    """In whole days from the first on: nobody counts the hours of something that waits for a week."""
    days = waited.days
    return ngettext("{count} day", "{count} days", days) if days else words.lasting(waited)


def _names(names: Sequence[str], count: int) -> str:
    shown: list[str] = []
    for name in names:
        if sum(map(len, shown)) + NAME_LIMIT > NAMES:
            break
        shown.append(words.escape(words.clip(name, NAME_LIMIT)))
    return words.and_more(shown, count)
