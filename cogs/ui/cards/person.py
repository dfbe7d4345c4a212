"""A person of this server whose name somebody else proposed: choosing them, asking them, and their answer."""

from collections.abc import Iterable, Iterator, Sequence

from cogs.ui import words
from cogs.ui.layout import DANGER, PRIMARY, Accent, Card, Choose, Document, Of, Option, Press, lay_out, row
from models.publishing.exports import invitation
from models.sheets import AskableName, AskedSheet, ConsentRequest, NoticeSheet, ProposalSheet, SignatorySheet
from models.translation import N_, _, ngettext

YES, NO = N_("Yes, list my name"), N_("No, leave it out")


def choosing(proposal: ProposalSheet) -> Card:
    """The menu with the members of the server."""
    return lay_out(
        _("**Who is {name}?**", name=_short(proposal.name)),
        _(
            "Choose the person in this server. We'll ask them, and only their own answer counts as "
            "consent. Anything we recorded earlier no longer counts."
        ),
        row(Choose(_("Choose the person"), "person.chosen", proposal.guild_id, Of.PEOPLE, (proposal.id,))),
        accent=Accent.WAIT,
    )


def choosing_name(names: Sequence[AskableName], guild_id: int, user_id: int) -> Card:
    """The menu with the names that a person may be."""
    if not names:
        return lay_out(
            _(
                "**There's no name you can ask this person about yet.** Propose their name first, or ask a "
                "moderator."
            )
        )
    options = [Option(one.name, str(one.signatory_id), one.title) for one in names]
    return lay_out(
        _(
            "**Which name belongs to {who}?** I'll ask them. Only their own answer will count, whatever "
            "we recorded earlier.",
            who=f"<@{user_id}>",
        ),
        row(Choose(_("Choose their name"), "person.is", guild_id, options, (user_id,))),
        accent=Accent.WAIT,
    )


def asked(proposal: ProposalSheet) -> Card:
    """Say that the person is asked now."""
    return lay_out(
        _(
            "**I'm asking {who} if {name} can go on the letter.**",
            who=f"<@{proposal.person_id}>",
            name=_short(proposal.name),
        )
        + "\n"
        + _(
            "They'll see the question in /mine. If they take part and haven't turned direct messages "
            "off, I'll send one too. If not, tell them yourself:"
        ),
        row(
            Press(_("Message to send"), "consent.message", proposal.guild_id, (proposal.id,), PRIMARY),
            Press(_("Show the name"), "signatory", proposal.guild_id, (proposal.id,)),
        ),
        accent=Accent.GOOD,
    )


def message(sheet: ConsentRequest, guild_id: int, coalition: str) -> Card:
    """Words to send to anyone who should agree, to be copied, and as a file."""
    words_to_send = invitation.write(sheet, coalition)
    files = [Document("message-to-send.txt", words_to_send.encode())]
    if invitation.is_attached(sheet):
        files.append(Document(f"letter-{sheet.letter_id}.txt", sheet.body.encode()))
    hints = [
        _("Copy this into a message of your own."),
        _("Attach the letter to your message: it's the second file here.") if len(files) > 1 else "",
        _("They'll answer here by pressing a button.")
        if sheet.member
        else _("When they answer, use *Record who agreed*."),
    ]
    edit = Press(_("Change this message"), "invitation.edit", guild_id, (sheet.letter_id,))
    return lay_out(
        _("**Message to send to {name}**", name=_short(sheet.name)),
        words.escape(words_to_send),
        f"-# {' '.join(filter(None, hints))}",
        *([row(edit)] if sheet.moderates else []),
        files=files,
    )


def message_kept(*, own: bool) -> Card:
    """Say which message is sent from now on."""
    said = (
        _("**Saved.** *Message to send* now uses your own words for this letter.")
        if own
        else _("**Saved.** *Message to send* is back to the standard wording for this letter.")
    )
    return lay_out(said, accent=Accent.GOOD)


def confirmed(proposal: ProposalSheet, receipt: Iterable[str]) -> Card:
    """Say that the person agreed to their name, with the ``receipt`` of it."""
    return lay_out(
        _("**I've recorded that you agree to have {name} on “{title}”.**", **_named(proposal)),
        _(
            "Next, the moderators decide on the name. You can change your mind at any time, even when the "
            "list is public."
        ),
        "\n".join(receipt),
        row(_no(proposal.guild_id, proposal.id)),
        accent=Accent.GOOD,
    )


def refusing(proposal: ProposalSheet) -> Card:
    """The person is about to say no."""
    return lay_out(
        _("**Leave {name} out of “{title}”?**", **_named(proposal)),
        _(
            "The name comes off the letter at once, and nobody can ask you about this letter again. To "
            "keep the name on the letter, do nothing."
        ),
        row(Press(_("Leave it out"), "person.refuse-surely", proposal.guild_id, (proposal.id,), DANGER)),
        accent=Accent.WAIT,
    )


def refused(proposal: ProposalSheet) -> Card:
    """Say that the person said no to their name."""
    return lay_out(
        _("**I've taken {name} off “{title}”.**", **_named(proposal)),
        _(
            "We won't ask you about this letter again. Lists already published stay as they are. If you change your "
            "mind while the letter is open, sign with /sign."
        ),
        accent=Accent.GOOD,
    )


def heard(proposal: ProposalSheet) -> Card:
    """The person said no, after somebody else was asked in their place and said yes."""
    return lay_out(
        _(
            "**I've recorded that you said no to {name}.** We asked somebody else instead of you, and "
            "that person confirmed the name. I've told the moderators, who will find out whose name it "
            "is.",
            name=_short(proposal.name),
        ),
        accent=Accent.GOOD,
    )


def told(sheet: NoticeSheet, title: str) -> list[str]:
    """The direct message to the person."""
    name, by = (sheet.proposal.name, sheet.proposal.added_by) if sheet.proposal is not None else ("", None)
    shown = _short(name) or _("a name")
    proposed = (
        _("{who} proposed **{name}** as a signatory of **{title}**.", who=f"<@{by}>", name=shown, title=title)
        if by
        else _("Somebody proposed **{name}** as a signatory of **{title}**.", name=shown, title=title)
    )
    return [
        proposed + " " + _("Is that you? And may we list your name?"),
        _("We'll only print your name if you say yes."),
    ]


def contested(sheet: NoticeSheet, title: str) -> list[str]:
    """The message to moderators: who was asked before says no, and who was asked since has said yes."""
    name = _short(sheet.proposal.name) if sheet.proposal is not None else _("a name")
    who = f"<@{sheet.facts['user_id']}>"
    return [
        _("We asked {who} if **{name}** can go on **{title}**. They said no.", who=who, name=name, title=title),
        _("Since then, we've asked somebody else, and they confirmed the name. Find out whose name it is."),
    ]


def buttons(sheet: NoticeSheet) -> Iterator[Press]:
    """The buttons under the direct message to the person."""
    if sheet.proposal is not None:
        yield Press(_("Read the text"), "letter.text", sheet.guild_id, (sheet.proposal.letter_id, 1))
        yield from _answers(sheet.guild_id, sheet.proposal.id, sheet.proposal.shown)


def waiting(guild_id: int, asked: tuple[AskedSheet, ...]) -> list[object]:
    """Blocks of *My to-do list*: the first one with both answers, and how many come after it."""
    if not asked:
        return []
    first, more = asked[0], len(asked) - 1
    name, title = _short(first.name), _short(first.title)
    proposed = (
        _("{who} proposed {name} for “{title}”.", who=f"<@{first.put_forward_by}>", name=name, title=title)
        if first.put_forward_by
        else _("Somebody proposed {name} for “{title}”.", name=name, title=title)
    )
    lines = [_("**May we list your name?**") + f" {proposed}"]
    if more:
        follow = ngettext(
            "There's {count} more question like this.",
            "There are {count} more questions like this.",
            more,
        )
        lines.append(f"-# {follow}")
    return ["\n".join(lines), row(*_answers(guild_id, first.signatory_id, first.shown))]


def _answers(guild_id: int, signatory_id: int, shown: str) -> tuple[Press, Press]:
    """The yes is to the name and the text as they are shown."""
    yes = Press(_(YES), "person.confirm", guild_id, (signatory_id, shown), PRIMARY)
    return yes, _no(guild_id, signatory_id)


def _no(guild_id: int, signatory_id: int) -> Press:
    return Press(_(NO), "person.refuse", guild_id, (signatory_id,))


def answers(sheet: SignatorySheet) -> list[Press]:
    """On the card of one signatory, for the person alone."""
    yes, no = _answers(sheet.proposal.guild_id, sheet.proposal.id, sheet.proposal.shown)
    return [yes, no] if sheet.unconfirmed else [no]


def _named(proposal: ProposalSheet) -> dict[str, str]:
    return {"name": _short(proposal.name), "title": _short(proposal.letter_title)}


def _short(text: str) -> str:
    return words.escape(words.clip(text, 100))
