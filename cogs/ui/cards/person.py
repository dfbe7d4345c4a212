"""A person of this server whose name somebody else put forward: choosing them, asking them, and their answer."""

from collections.abc import Iterator

from discord import ButtonStyle

from cogs.ui import words
from cogs.ui.layout import Accent, Card, Choose, Of, Part, Press, row
from cogs.ui.layout import card as lay_out
from models.publishing.exports import mail_merge
from models.sheets import AskedSheet, ConsentRequest, NoticeSheet, ProposalSheet, SignatorySheet

YES, NO = "Yes, list my name", "No, leave it out"


def choosing(proposal: ProposalSheet) -> Card:
    """The menu with the members of the server."""
    return lay_out(
        f"**Who is {_short(proposal.name)}?**\nChoose the person in this server. They are asked, and only their own "
        "press counts as their consent; what was written down before counts no more.",
        row(Choose("Who it is", "person.chosen", proposal.guild_id, Of.PEOPLE, (proposal.id,))),
        accent=Accent.WAIT,
    )


def asked(proposal: ProposalSheet) -> Card:
    """Say that the person is asked now."""
    return lay_out(
        f"**<@{proposal.person_id}> is asked whether {_short(proposal.name)} may stand on the letter.**\n"
        "By direct message, where they take part and want those, and in /mine. Others need a word from you:",
        row(
            Press("Message to send", "consent.message", proposal.guild_id, (proposal.id,), ButtonStyle.primary),
            Press("Show it", "signatory", proposal.guild_id, (proposal.id,)),
        ),
        accent=Accent.GOOD,
    )


def message(sheet: ConsentRequest) -> Card:
    """Words to send to whoever should agree, ready to be copied."""
    return lay_out(
        f"**To send to {_short(sheet.name)}**",
        words.escape(mail_merge.asking(sheet)),
        "-# Copy it into a message of your own. What they answer is recorded with *Record who agreed*."
        if not sheet.member
        else "-# Copy it into a message of your own. They answer here, with their own press.",
    )


def confirmed(proposal: ProposalSheet) -> Card:
    """Say that the person agreed to their name."""
    return lay_out(
        f"**Recorded: you agree that {_short(proposal.name)} stands on {_short(proposal.letter_title)}.**\n"
        "The moderators decide. You can take it back for as long as the list is public.",
        row(_no(proposal.guild_id, proposal.id)),
        accent=Accent.GOOD,
    )


def refusing(proposal: ProposalSheet) -> Card:
    """The person is about to say no."""
    return lay_out(
        f"**Leave {_short(proposal.name)} out of {_short(proposal.letter_title)}?**\n"
        "It leaves the letter at once, and nobody may ask you again about it. To keep everything as it is, leave this.",
        row(
            Press("Leave it out", "person.refuse-surely", proposal.guild_id, (proposal.id,), ButtonStyle.danger)
        ),
        accent=Accent.WAIT,
    )


def refused(proposal: ProposalSheet) -> Card:
    """Say that the person said no to their name."""
    return lay_out(
        f"**{_short(proposal.name)} is left out of {_short(proposal.letter_title)}.**\n"
        "You are not asked again about this letter. Lists that were published before stay as they are. Should you "
        "change your mind while names are taken, sign with /sign.",
        accent=Accent.GOOD,
    )


def told(sheet: NoticeSheet, title: str) -> list[str]:
    """The direct message to the person."""
    proposal = sheet.proposal
    by = f"<@{proposal.added_by}>" if proposal is not None and proposal.added_by else "Somebody"
    name = _short(proposal.name) if proposal is not None else "a name"
    return [
        f"{by} put **{name}** forward as a signatory of **{title}**. Is that you, and may your name "
        "stand there?",
        "It is printed only if you say yes.",
    ]


def buttons(sheet: NoticeSheet) -> Iterator[Part]:
    """The buttons under the direct message to the person."""
    if sheet.proposal is not None:
        yield Press("Read the text", "letter.text", sheet.guild_id, (sheet.proposal.letter_id, 1))
        version = sheet.letter.text if sheet.letter is not None else None
        yield from _answers(sheet.guild_id, sheet.proposal.id, version.id if version is not None else 0)


def waiting(guild_id: int, asked: tuple[AskedSheet, ...]) -> list[object]:
    """Blocks of *What is waiting for me*: the first one with both answers, and how many come after it."""
    if not asked:
        return []
    first, more = asked[0], len(asked) - 1
    by = f"<@{first.put_forward_by}>" if first.put_forward_by else "Somebody"
    question = words.ended(
        f"**May your name stand there?** {by} put {_short(first.name)} forward for {_short(first.title)}"
    )
    follow = (
        f"\n-# {words.plural(more, 'more question', 'more questions')} like this after your answer."
        if more
        else ""
    )
    return [f"{question}{follow}", row(*_answers(guild_id, first.signatory_id, first.version_id))]


def _answers(guild_id: int, signatory_id: int, version_id: int) -> tuple[Press, Press]:
    """The yes is to the text of this version."""
    yes = Press(YES, "person.confirm", guild_id, (signatory_id, version_id), ButtonStyle.primary)
    return yes, _no(guild_id, signatory_id)


def _no(guild_id: int, signatory_id: int) -> Press:
    return Press(NO, "person.refuse", guild_id, (signatory_id,))


def answers(sheet: SignatorySheet) -> list[Press]:
    """On the card of one signatory, for the person alone."""
    yes, no = _answers(sheet.proposal.guild_id, sheet.proposal.id, sheet.version_id)
    return [yes, no] if sheet.unconfirmed else [no]


def _short(text: str) -> str:
    return words.escape(words.clip(text, 100))
