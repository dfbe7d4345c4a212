"""A person of this server whose name somebody else proposed: choosing them, asking them, and their answer."""

from collections.abc import Iterable, Iterator, Sequence

from discord import ButtonStyle

from cogs.ui import words
from cogs.ui.layout import Accent, Card, Choose, Document, Of, Option, Part, Press, row
from cogs.ui.layout import card as lay_out
from models.publishing.exports import invitation
from models.sheets import AskableName, AskedSheet, ConsentRequest, NoticeSheet, ProposalSheet, SignatorySheet

YES, NO = "Yes, list my name", "No, leave it out"


def choosing(proposal: ProposalSheet) -> Card:
    """The menu with the members of the server."""
    return lay_out(
        f"**Who is {_short(proposal.name)}?**\nChoose the person in this server. We'll ask them, and only their own "
        "answer counts as consent. Anything recorded before no longer counts.",
        row(Choose("Who it is", "person.chosen", proposal.guild_id, Of.PEOPLE, (proposal.id,))),
        accent=Accent.WAIT,
    )


def choosing_name(names: Sequence[AskableName], guild_id: int, user_id: int) -> Card:
    """The menu with the names that a person may be."""
    if not names:
        return lay_out("**There's no person's name you can ask about.** Propose it first, or ask a moderator.")
    options = [Option(one.name, str(one.signatory_id), one.title) for one in names]
    return lay_out(
        f"**Which name belongs to <@{user_id}>?** I'll ask them. Only their own answer will count, whatever was "
        "recorded before.",
        row(Choose("Choose their name", "person.is", guild_id, options, (user_id,))),
        accent=Accent.WAIT,
    )


def asked(proposal: ProposalSheet) -> Card:
    """Say that the person is asked now."""
    return lay_out(
        f"**<@{proposal.person_id}> is asked if {_short(proposal.name)} may be on the letter.**\n"
        "They see it in /mine, and by direct message if they take part and want those. Otherwise, tell them yourself:",
        row(
            Press("Message to send", "consent.message", proposal.guild_id, (proposal.id,), ButtonStyle.primary),
            Press("Show it", "signatory", proposal.guild_id, (proposal.id,)),
        ),
        accent=Accent.GOOD,
    )


def message(sheet: ConsentRequest, guild_id: int, coalition: str) -> Card:
    """Words to send to anyone who should agree, to be copied, and as a file."""
    words_to_send = invitation.write(sheet, coalition)
    files = [Document("message-to-send.txt", words_to_send.encode())]
    if invitation.is_attached(sheet):
        files.append(Document(f"letter-{sheet.letter_id}.txt", sheet.body.encode()))
    recorded = (
        "They answer here, with a button." if sheet.member else "Record their answer with *Record who agreed*."
    )
    attach = " Attach the letter: it's the second file." if len(files) > 1 else ""
    edit = Press("Change this message", "invitation.edit", guild_id, (sheet.letter_id,))
    return lay_out(
        f"**To send to {_short(sheet.name)}**",
        words.escape(words_to_send),
        f"-# Copy it into a message of your own.{attach} {recorded}",
        *([row(edit)] if sheet.moderates else []),
        files=files,
    )


def message_kept(*, own: bool) -> Card:
    """Say which message is sent from now on."""
    said = "your own words" if own else "the bot's own words again"
    return lay_out(f"**Saved.** *Message to send* has {said}, for this letter.", accent=Accent.GOOD)


def confirmed(proposal: ProposalSheet, receipt: Iterable[str]) -> Card:
    """Say that the person agreed to their name, with the ``receipt`` of it."""
    return lay_out(
        f"**Recorded: you agree that {_short(proposal.name)} is on {_short(proposal.letter_title)}.**\n"
        "The moderators decide next. You can change your mind at any time, even when the list is public.",
        "\n".join(receipt),
        row(_no(proposal.guild_id, proposal.id)),
        accent=Accent.GOOD,
    )


def refusing(proposal: ProposalSheet) -> Card:
    """The person is about to say no."""
    return lay_out(
        f"**Leave {_short(proposal.name)} out of {_short(proposal.letter_title)}?**\n"
        "It comes off the letter at once, and nobody can ask you about it again. To keep it, do nothing.",
        row(
            Press("Leave it out", "person.refuse-surely", proposal.guild_id, (proposal.id,), ButtonStyle.danger)
        ),
        accent=Accent.WAIT,
    )


def refused(proposal: ProposalSheet) -> Card:
    """Say that the person said no to their name."""
    return lay_out(
        f"**{_short(proposal.name)} is left out of {_short(proposal.letter_title)}.**\n"
        "We won't ask you about this letter again. Lists already published stay as they are. If you "
        "change your mind while the letter is open, sign with /sign.",
        accent=Accent.GOOD,
    )


def heard(proposal: ProposalSheet) -> Card:
    """The person said no, after somebody else was asked in their place and said yes."""
    return lay_out(
        f"**Your no to {_short(proposal.name)} is recorded.** Somebody else was asked in your place and confirmed the "
        "name. The moderators are told and will find out whose name it is.",
        accent=Accent.GOOD,
    )


def told(sheet: NoticeSheet, title: str) -> list[str]:
    """The direct message to the person."""
    proposal = sheet.proposal
    by = f"<@{proposal.added_by}>" if proposal is not None and proposal.added_by else "Somebody"
    name = _short(proposal.name) if proposal is not None else "a name"
    return [
        f"{by} proposed **{name}** as a signatory of **{title}**. Is that you, and may we list your name?",
        "We print it only if you say yes.",
    ]


def contested(sheet: NoticeSheet, title: str) -> list[str]:
    """The message to moderators: who was asked before says no, and who was asked since has said yes."""
    name = _short(sheet.proposal.name) if sheet.proposal is not None else "a name"
    return [
        f"<@{sheet.facts['user_id']}> was asked if **{name}** may be on **{title}**, and said no.",
        "Somebody else has since been asked and confirmed it. Find out whose name it is.",
    ]


def buttons(sheet: NoticeSheet) -> Iterator[Part]:
    """The buttons under the direct message to the person."""
    if sheet.proposal is not None:
        yield Press("Read the text", "letter.text", sheet.guild_id, (sheet.proposal.letter_id, 1))
        yield from _answers(sheet.guild_id, sheet.proposal.id, sheet.proposal.shown)


def waiting(guild_id: int, asked: tuple[AskedSheet, ...]) -> list[object]:
    """Blocks of *My to-do list*: the first one with both answers, and how many come after it."""
    if not asked:
        return []
    first, more = asked[0], len(asked) - 1
    by = f"<@{first.put_forward_by}>" if first.put_forward_by else "Somebody"
    question = words.ended(
        f"**May we list your name?** {by} proposed {_short(first.name)} for {_short(first.title)}"
    )
    follow = (
        f"\n-# {words.plural(more, 'more question', 'more questions')} like this after your answer."
        if more
        else ""
    )
    return [f"{question}{follow}", row(*_answers(guild_id, first.signatory_id, first.shown))]


def _answers(guild_id: int, signatory_id: int, shown: str) -> tuple[Press, Press]:
    """The yes is to the name and the text as they are shown."""
    yes = Press(YES, "person.confirm", guild_id, (signatory_id, shown), ButtonStyle.primary)
    return yes, _no(guild_id, signatory_id)


def _no(guild_id: int, signatory_id: int) -> Press:
    return Press(NO, "person.refuse", guild_id, (signatory_id,))


def answers(sheet: SignatorySheet) -> list[Press]:
    """On the card of one signatory, for the person alone."""
    yes, no = _answers(sheet.proposal.guild_id, sheet.proposal.id, sheet.proposal.shown)
    return [yes, no] if sheet.unconfirmed else [no]


def _short(text: str) -> str:
    return words.escape(words.clip(text, 100))
