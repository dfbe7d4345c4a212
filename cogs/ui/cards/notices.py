"""What the bot says of its own accord: plain content, because only that reaches a phone's lock screen.

The fact is in the first line. Text follows ``as_of``, the moment of sending, never the moment it was planned for.
"""

from collections.abc import Callable, Sequence

from cogs.ui import words
from cogs.ui.cards import (
    acts,
    answered,
    coordinator,
    course,
    daily,
    lock,
    outage,
    outcomes,
    person,
    proposer,
    revision,
    suggestions,
    trouble,
    ways,
    wishes,
)
from cogs.ui.cards.lists import picture
from cogs.ui.cards.people import introduced
from cogs.ui.layout import PRIMARY, Card, Document, Link, Part, Press, plain
from models.publishing.exports import chart, export
from models.sheets import Arrangement, LetterSheet, NoticeSheet
from models.terms import Format, NoticeKind
from models.translation import _, ngettext

SUBJECT_LIMIT = 200
"""Characters of a title or name inside a sentence, so that a message stays one that is read."""
MOST_BUTTONS = 5
REMINDERS = frozenset({NoticeKind.REMINDER, NoticeKind.LAST_HOUR, NoticeKind.SNOOZE})
"""Under these at most three buttons: what to do, and how to be reminded otherwise."""


def files(sheet: NoticeSheet) -> tuple[Document, ...]:
    """What comes with the closing report: the final list, and how it grew. Takes a while: not on
    the loop that answers presses."""
    if sheet.kind is not NoticeKind.REPORT or sheet.edition is None:
        return ()
    listed = export(sheet.edition, Format.TEXT, Arrangement())
    drawn = [picture(sheet.growth)] if sheet.growth is not None else []
    return (Document(listed.name, listed.data), *drawn)


def redrawn(sheet: NoticeSheet | None, mark: str | None = None) -> Card:
    """A message that was sent, as it is now; None for one about somebody who was erased since. It keeps its
    ``mark`` while it has a button."""
    if sheet is None:
        return plain(_("-# This message was about someone whose data has since been deleted."))
    return card(sheet, mark=mark)


def card(sheet: NoticeSheet, files: Sequence[Document] = (), mark: str | None = None) -> Card:
    """The message for one recipient, with its :func:`files`; ``mark`` is what it is found again by."""
    course_of = course.WRITERS.get(sheet.kind)
    lines = course_of(sheet, _title(sheet)) if course_of is not None else WRITERS[sheet.kind](sheet)
    lines += course.older(sheet)
    if sheet.answered:
        lines.append(answered.closing(sheet))
    if sheet.late:
        late = _("This is late. It was due {when}.", when=words.clock(sheet.due_at, "R"))
        lines.append(f"-# {late}")
    if sheet.ping_role_id is not None:
        lines[0] = f"<@&{sheet.ping_role_id}> {lines[0]}"
    buttons = answered.still(sheet, _buttons(sheet))
    bears = any(isinstance(one, Press) for one in buttons)
    said, pinged = "\n".join(lines), sheet.ping_role_id
    return plain(said, *buttons, ping_role_id=pinged, files=files, mark=mark if bears else None)


def _title(sheet: NoticeSheet) -> str:
    title = sheet.letter.title if sheet.letter is not None else ""
    return words.escape(words.clip(title, SUBJECT_LIMIT))


def _publication(sheet: NoticeSheet) -> list[str]:
    head = _("**{title}** is published.", title=_title(sheet))
    return [head, *course.counted(sheet), *_numbered(sheet)]


def _report(sheet: NoticeSheet) -> list[str]:
    grew = [_("How it grew: {growth}", growth=chart.words(sheet.growth))] if sheet.growth is not None else []
    return [
        _("**{title}**: the final list is published.", title=_title(sheet)),
        *course.counted(sheet),
        *_numbered(sheet),
        *outcomes.lines(sheet.letter),
        *grew,
    ]


def _asked(sheet: NoticeSheet) -> list[str]:
    title, organisation = (
        words.clip(str(sheet.facts.get(name, "")), SUBJECT_LIMIT) for name in ("title", "organisation")
    )
    who, about = f"<@{sheet.facts['user_id']}>", introduced(title, organisation)
    if not about:
        return [_("{who} is asking to be let in.", who=who)]
    # Translators: "about" is the role and the organisation, such as "Director, Riverlight".
    return [_("{who} is asking to be let in ({about}).", who=who, about=about)]


def _burst(sheet: NoticeSheet) -> list[str]:
    return [
        ngettext(
            "{who} proposed {count} name within an hour (the latest for **{title}**).",
            "{who} proposed {count} names within an hour (the latest for **{title}**).",
            sheet.facts["count"],
            who=f"<@{sheet.facts['user_id']}>",
            title=_title(sheet),
        ),
        _("That may be fine. If not, stop their proposals and decline several at once in /review."),
    ]


def _queue(sheet: NoticeSheet) -> list[str]:
    if sheet.proposal is not None and sheet.proposal.leaving_at is not None:
        name = words.escape(words.clip(sheet.proposal.name, SUBJECT_LIMIT))
        return [
            _("The proposer of **{name}** asks to take it off “{title}”.", name=name, title=_title(sheet)),
        ]
    if sheet.facts.get("published") is False:
        return [
            _("**{title}**: the review has ended, but the letter was never published.", title=_title(sheet)),
            _("Publish it with /manage letter publish, then the final list with /manage letter finish."),
        ]
    waits = sheet.letter.in_review if sheet.letter is not None else 0
    lines = [
        ngettext(
            "**{title}**: {count} name is waiting for review.",
            "**{title}**: {count} names are waiting for review.",
            waits,
            title=_title(sheet),
        )
    ]
    if "published" in sheet.facts:
        lines.append(_("The review has ended. The final list comes when all names are decided."))
    return [*lines, *course.review_lasts(sheet)]


def _key_lost(sheet: NoticeSheet) -> list[str]:
    return [
        ngettext(
            "**{title}**: {count} secret vote had to start over.",
            "**{title}**: {count} secret votes had to start over.",
            sheet.facts["count"],
            title=_title(sheet),
        )
        + " "
        + _("My secret key was lost, and without it nobody can tell who has voted so far."),
        _("Everyone who voted has to vote again. Nothing is counted twice."),
    ]


WRITERS: dict[NoticeKind, Callable[[NoticeSheet], list[str]]] = {
    NoticeKind.PUBLICATION: _publication,
    NoticeKind.REPORT: _report,
    NoticeKind.ASKED: _asked,
    NoticeKind.DECIDED: lambda sheet: proposer.decided(sheet, _title(sheet)),
    NoticeKind.SIGNED: lambda sheet: proposer.signed(sheet, _title(sheet)),
    NoticeKind.EDITED: lambda sheet: proposer.edited(sheet, _title(sheet)),
    NoticeKind.CONTESTED: lambda sheet: person.contested(sheet, _title(sheet)),
    NoticeKind.SAFEGUARD: lambda sheet: acts.told(sheet, _title(sheet)),
    NoticeKind.BURST: _burst,
    NoticeKind.QUEUE: _queue,
    NoticeKind.DIGEST: lambda sheet: daily.digest(sheet, _title(sheet)),
    NoticeKind.BULLETIN: lambda sheet: [
        *daily.headline(_title(sheet), course.counted(sheet)),
        *daily.news(sheet),
    ],
    NoticeKind.OUTAGE: lambda sheet: outage.told(sheet, _title(sheet)),
    NoticeKind.CONFIRM: lambda sheet: person.told(sheet, _title(sheet)),
    NoticeKind.TEXT_CHANGED: lambda sheet: revision.told(sheet, _title(sheet)),
    NoticeKind.UNREACHED: lambda sheet: revision.unreached(sheet, _title(sheet)),
    NoticeKind.KEY_LOST: _key_lost,
    NoticeKind.LOCK: lambda sheet: [*lock.told(sheet, _title(sheet))],
    NoticeKind.COORDINATOR: lambda sheet: coordinator.told(sheet, _title(sheet)),
    NoticeKind.OUTCOME: lambda sheet: outcomes.told(sheet, _title(sheet)),
    NoticeKind.SUGGESTION: lambda sheet: suggestions.told(sheet, _title(sheet)),
    NoticeKind.WISHES: lambda sheet: wishes.told(sheet, _title(sheet)),
    NoticeKind.TROUBLE: trouble.told,
}


def _numbered(sheet: NoticeSheet) -> list[str]:
    if sheet.edition is None:
        return []
    number, when = sheet.edition.number, words.utc(sheet.edition.cut_at)
    return [_("Published list no. {number}, {when}.", number=number, when=when)]


def _buttons(sheet: NoticeSheet) -> list[Part]:
    found: list[Part] = []
    letter = sheet.letter
    if sheet.kind is NoticeKind.ASKED:
        found.append(Press(_("Let in"), "admit", sheet.guild_id, (sheet.facts["user_id"],), PRIMARY))
        found.append(Press(_("Turn down"), "turn-down", sheet.guild_id, (sheet.facts["user_id"],)))
    if sheet.kind is NoticeKind.BURST:
        found.append(
            Press(_("Stop their proposals"), "member.block", sheet.guild_id, (sheet.facts["user_id"],))
        )
    if sheet.kind is NoticeKind.SAFEGUARD and "wanted" in sheet.facts:
        found.append(
            Press(_("Confirm the change"), "safeguard.confirm", sheet.guild_id, (sheet.facts["wanted"],))
        )
    if sheet.kind is NoticeKind.LOCK:
        found += lock.buttons(sheet)
    if sheet.kind is NoticeKind.COORDINATOR:
        found += coordinator.buttons(sheet)
    if sheet.kind is NoticeKind.OUTAGE:
        found += outage.buttons(sheet)
    if sheet.kind is NoticeKind.SIGNED:
        found += proposer.buttons(sheet)
    if sheet.kind is NoticeKind.CONFIRM:
        found += person.buttons(sheet)
    if letter is not None and sheet.kind is NoticeKind.OUTCOME:
        found += [*ways.to_read(letter), ways.the_list(letter)]
    if sheet.kind is NoticeKind.SUGGESTION:
        found += suggestions.buttons(sheet)
    if sheet.kind is NoticeKind.WISHES:
        found += wishes.buttons(sheet)
    if sheet.kind is NoticeKind.TEXT_CHANGED:
        found += revision.buttons(sheet)
    if (
        sheet.kind in (NoticeKind.EDITED, NoticeKind.CONTESTED, NoticeKind.TROUBLE)
        and sheet.proposal is not None
    ):
        found.append(Press(_("Show it"), "signatory", sheet.guild_id, (sheet.proposal.id,)))
    if letter is not None and sheet.kind is NoticeKind.OPENING:
        found += [*ways.to_join(letter), *ways.to_read(letter), ways.take_part(sheet.guild_id)]
    if letter is not None and sheet.kind is NoticeKind.BULLETIN:
        found.append(ways.the_list(letter))
    if letter is not None and sheet.kind in REMINDERS:
        return _under_reminder(sheet, letter)
    if letter is not None and sheet.kind in (NoticeKind.QUEUE, NoticeKind.DIGEST):
        found.append(Press(_("Review names"), "review", sheet.guild_id, (letter.id, 1), PRIMARY))
    if sheet.kind is NoticeKind.TROUBLE and sheet.proposal is None:
        found.append(Press(_("Set up the server"), "setup.open", sheet.guild_id))
    if not found:  # every notice has a button of ours: it carries the mark
        label = _("My proposals") if "decided" in sheet.facts else _("My to-do list")
        found.append(Press(label, "mine", sheet.guild_id, (letter.id if letter is not None else 0,)))
    if sheet.status_card is not None and len(found) < MOST_BUTTONS:
        place = sheet.status_card
        link = f"https://discord.com/channels/{sheet.guild_id}/{place.channel_id}/{place.message_id}"
        found.append(Link(_("Go to the letter's channel"), link))
    return found


def _under_reminder(sheet: NoticeSheet, letter: LetterSheet) -> list[Part]:
    """In a channel the ways in; to one person what waits for them, and when to be reminded."""
    if sheet.left is None:
        return [*ways.to_join(letter), ways.mine(sheet.guild_id, letter.id)]
    alone = sheet.left.organisation_missing and not (sheet.left.votes or sheet.left.lacking_consent)
    return [
        ways.sign(letter) if alone and ways.takes_names(letter) else ways.mine(sheet.guild_id, letter.id),
        Press(_("Remind me later"), "snooze", sheet.guild_id, (letter.id,)),
        Press(_("Mute reminders"), "mute", sheet.guild_id, (letter.id,)),
    ]
