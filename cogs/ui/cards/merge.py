"""What moderators see before they merge two names."""

from cogs.ui.cards.facts import short
from cogs.ui.cards.review import back
from cogs.ui.layout import DANGER, Accent, Card, Press, lay_out, row
from cogs.ui.states import STATES
from models.sheets import ProposalSheet
from models.signatories import shown
from models.translation import _


def question(gone: ProposalSheet, stands: ProposalSheet, said: str = "") -> Card:
    """What merging would do, with one button to confirm it; after what was said."""
    about = (gone.id, stands.id, shown.together([gone.shown, stands.shown]))
    return lay_out(
        said,
        _(
            "**Merge {duplicate} into {other}?**\n{duplicate} (right now: {before}) will become a "
            "duplicate. {other} ({state}) stays as it is. Each keeps its own history and its own record "
            "of who agreed. You can't undo this.",
            duplicate=short(gone.name, 200),
            other=short(stands.name, 200),
            before=_(STATES[gone.state]),
            state=_(STATES[stands.state]),
        ),
        row(
            Press(_("Merge"), "lookalike.merge-now", gone.guild_id, about, DANGER),
            back(gone.guild_id, gone.letter_id, 1),
        ),
        accent=Accent.WAIT,
    )
