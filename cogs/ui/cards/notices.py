"""What the bot says of its own accord: plain content, because only that reaches a phone's lock screen.

The fact is in the first line. Text follows ``as_of``, the moment of sending, never the moment it was planned for.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence

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
    lines = [*WRITERS[sheet.kind](sheet, _title(sheet)), *course.older(sheet)]
    if sheet.answered:
        lines.append(answered.closing(sheet))
    if sheet.late:
        late = _("This message is late. It was due {when}.", when=words.clock(sheet.due_at, "R"))
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


def _publication(sheet: NoticeSheet, title: str) -> list[str]:
    head = _("**{title}** is published.", title=title)
    return [head, *course.counted(sheet), *_numbered(sheet)]


def _report(sheet: NoticeSheet, title: str) -> list[str]:
    grew = (
        [_("How the list grew: {growth}", growth=chart.words(sheet.growth))] if sheet.growth is not None else []
    )
    return [
        _("**{title}**: the final list is out.", title=title),
        *course.counted(sheet),
        *_numbered(sheet),
        *outcomes.lines(sheet.letter),
        *grew,
    ]


def _asked(sheet: NoticeSheet, _title: str) -> list[str]:
    title, organisation = (
        words.clip(str(sheet.facts.get(name, "")), SUBJECT_LIMIT) for name in ("title", "organisation")
    )
    who, about = f"<@{sheet.facts['user_id']}>", introduced(title, organisation)
    if not about:
        return [_("{who} is asking to be let in as a member.", who=who)]
    # Translators: "about" is the role and the organisation, such as "Director, Riverlight".
    return [_("{who} is asking to be let in as a member ({about}).", who=who, about=about)]


def _burst(sheet: NoticeSheet, title: str) -> list[str]:
    return [
        ngettext(
            "{who} has proposed, renamed or asked about a name {count} time within an hour. "
            "The latest is for **{title}**.",
            "{who} has proposed, renamed or asked about a name {count} times within an hour. "
            "The latest is for **{title}**.",
            sheet.facts["count"],
            who=f"<@{sheet.facts['user_id']}>",
            title=title,
        ),
        _(
            "That may be fine. If it isn't, stop this person's proposals. You can decline several names "
            "at once in /review."
        ),
    ]


def _queue(sheet: NoticeSheet, title: str) -> list[str]:
    if sheet.proposal is not None and sheet.proposal.leaving_at is not None:
        name = words.escape(words.clip(sheet.proposal.name, SUBJECT_LIMIT))
        return [
            _("The person who proposed **{name}** has asked to take it off “{title}”.", name=name, title=title),
        ]
    if sheet.facts.get("published") is False:
        return [
            _("**{title}**: the review has ended, but the letter was never published.", title=title),
            _(
                "Publish the letter with /manage letter publish, then the final list with /manage letter "
                "finish."
            ),
        ]
    waits = sheet.letter.in_review if sheet.letter is not None else 0
    lines = [
        ngettext(
            "**{title}**: {count} name is waiting for review.",
            "**{title}**: {count} names are waiting for review.",
            waits,
            title=title,
        )
    ]
    if "published" in sheet.facts:
        lines.append(
            _("The review has ended. The final list comes out once the moderators have decided on every name.")
        )
    return [*lines, *course.review_lasts(sheet)]


def _key_lost(sheet: NoticeSheet, title: str) -> list[str]:
    return [
        ngettext(
            "**{title}**: I had to restart {count} secret vote.",
            "**{title}**: I had to restart {count} secret votes.",
            sheet.facts["count"],
            title=title,
        )
        + " "
        + _("I've lost my secret key, so nobody can tell who has voted so far."),
        _("Everyone who voted has to vote again. No vote counts twice."),
    ]


def _bulletin(sheet: NoticeSheet, title: str) -> list[str]:
    return [*daily.headline(title, course.counted(sheet)), *daily.news(sheet)]


WRITERS: Mapping[NoticeKind, Callable[[NoticeSheet, str], Sequence[str]]] = {
    **course.WRITERS,
    NoticeKind.PUBLICATION: _publication,
    NoticeKind.REPORT: _report,
    NoticeKind.ASKED: _asked,
    NoticeKind.DECIDED: proposer.decided,
    NoticeKind.SIGNED: proposer.signed,
    NoticeKind.EDITED: proposer.edited,
    NoticeKind.CONTESTED: person.contested,
    NoticeKind.SAFEGUARD: acts.told,
    NoticeKind.BURST: _burst,
    NoticeKind.QUEUE: _queue,
    NoticeKind.DIGEST: daily.digest,
    NoticeKind.BULLETIN: _bulletin,
    NoticeKind.OUTAGE: outage.told,
    NoticeKind.CONFIRM: person.told,
    NoticeKind.TEXT_CHANGED: revision.told,
    NoticeKind.UNREACHED: revision.unreached,
    NoticeKind.KEY_LOST: _key_lost,
    NoticeKind.LOCK: lock.told,
    NoticeKind.COORDINATOR: coordinator.told,
    NoticeKind.OUTCOME: outcomes.told,
    NoticeKind.SUGGESTION: suggestions.told,
    NoticeKind.WISHES: wishes.told,
    NoticeKind.TROUBLE: lambda sheet, _title: trouble.told(sheet),
}
BUTTONS: Mapping[NoticeKind, Callable[[NoticeSheet], Iterable[Part]]] = {
    NoticeKind.LOCK: lock.buttons,
    NoticeKind.COORDINATOR: coordinator.buttons,
    NoticeKind.OUTAGE: outage.buttons,
    NoticeKind.SIGNED: proposer.buttons,
    NoticeKind.CONFIRM: person.buttons,
    NoticeKind.SUGGESTION: suggestions.buttons,
    NoticeKind.WISHES: wishes.buttons,
    NoticeKind.TEXT_CHANGED: revision.buttons,
}
"""Under what others write; under all else those of :func:`_own`."""


def _numbered(sheet: NoticeSheet) -> list[str]:
    if sheet.edition is None:
        return []
    return [_("Published list no. {number}.", number=sheet.edition.number)]


def _buttons(sheet: NoticeSheet) -> list[Part]:
    letter = sheet.letter
    if letter is not None and sheet.kind in REMINDERS:
        return _under_reminder(sheet, letter)
    found: list[Part] = [*BUTTONS.get(sheet.kind, _own)(sheet)]
    if not found:  # every notice has a button of ours: it carries the mark
        label = _("My proposals") if "decided" in sheet.facts else _("My to-do list")
        found.append(Press(label, "mine", sheet.guild_id, (letter.id if letter is not None else 0,)))
    if sheet.status_card is not None and len(found) < MOST_BUTTONS:
        place = sheet.status_card
        link = f"https://discord.com/channels/{sheet.guild_id}/{place.channel_id}/{place.message_id}"
        found.append(Link(_("Go to the letter's channel"), link))
    return found


def _own(sheet: NoticeSheet) -> Sequence[Press]:
    guild_id, letter = sheet.guild_id, sheet.letter
    match sheet.kind:
        case NoticeKind.ASKED:
            about = (sheet.facts["user_id"],)
            turn_down = Press(_("Turn down"), "turn-down", guild_id, about)
            return [Press(_("Let in"), "admit", guild_id, about, PRIMARY), turn_down]
        case NoticeKind.BURST:
            return [
                Press(_("Stop this person's proposals"), "member.block", guild_id, (sheet.facts["user_id"],))
            ]
        case NoticeKind.SAFEGUARD if "wanted" in sheet.facts:
            return [Press(_("Confirm the change"), "safeguard.confirm", guild_id, (sheet.facts["wanted"],))]
        case NoticeKind.EDITED | NoticeKind.CONTESTED | NoticeKind.TROUBLE if sheet.proposal is not None:
            return [Press(_("Show the name"), "signatory", guild_id, (sheet.proposal.id,))]
        case NoticeKind.TROUBLE:
            return [Press(_("Set up the server"), "setup.open", guild_id)]
        case _any if letter is None:
            return []
        case NoticeKind.OUTCOME:
            return [*ways.to_read(letter), ways.the_list(letter)]
        case NoticeKind.OPENING:
            return [*ways.to_join(letter), *ways.to_read(letter), ways.take_part(guild_id)]
        case NoticeKind.BULLETIN:
            return [ways.the_list(letter)]
        case NoticeKind.QUEUE | NoticeKind.DIGEST:
            return [Press(_("Review names"), "review", guild_id, (letter.id, 1), PRIMARY)]
    return []


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
