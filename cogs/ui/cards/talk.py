"""The first message in the thread under a proposal."""

from cogs.ui.layout import Card, Press, plain
from models.sheets.talk import TalkTask
from models.translation import N_, _

EVERYONE_READS = N_(
    "The vote is secret. **What you write here isn't**: everyone in this channel sees it, with your name."
)


def greeting(task: TalkTask, mark: str) -> Card:
    """What the thread is for, and who reads it."""
    lines = [
        _(
            "Talk about this proposal here. Vote in the message above. The thread closes when the "
            "moderators decide on the name."
        )
    ]
    if task.secret:
        lines.append(_(EVERYONE_READS))
    return plain(
        "\n".join(lines), Press(_("Show the name"), "signatory", task.guild_id, (task.signatory_id,)), mark=mark
    )
