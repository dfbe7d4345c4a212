"""What is stored as a code or in English is said in the reader's language."""

import pytest

from cogs.ui import troubles, verdict_reasons
from cogs.ui.troubles import Trouble
from models import translation
from models.sheets import Unsent
from tests.languages import Catalogues


@pytest.mark.parametrize(
    ("kept", "said"),
    [
        (Trouble.NO_CHANNEL, "the channel was deleted"),
        (Unsent.PAUSED, "the letter was paused"),
        (troubles.stored(Trouble.LACKS, "view_channel"), "I don't have the permission View Channel"),
        (
            troubles.stored(Trouble.LACKS, "embed_links", "attach_files"),
            "I don't have the permissions Embed Links and Attach Files",
        ),
        (troubles.stored(Trouble.LACKS), "I don't have a permission I need for that"),
        (troubles.stored(Trouble.ANSWERED, 502), "Discord answered with error 502"),
        (troubles.stored(Trouble.FAILED, "0a1b"), "error 0a1b"),
        ("an earlier version: wrote this", "an earlier version: wrote this"),
    ],
)
def test_why_something_was_not_sent_is_a_sentence(kept: str, said: str) -> None:
    assert troubles.said(kept) == said


def test_a_ready_reason_is_translated_and_what_the_moderator_wrote_stays(catalogue: Catalogues) -> None:
    catalogue({verdict_reasons.DECLINES["fit"]: "Il ne convient pas à cette lettre."})
    kept = verdict_reasons.stored(verdict_reasons.DECLINES, "fit", "Try the other one.")
    assert verdict_reasons.said(kept) == "The name doesn't fit this letter. Try the other one."
    assert verdict_reasons.said("The vote went against it. Sorry.") == "The vote went against the name. Sorry."
    with translation.speaking("fr"):
        assert verdict_reasons.said(kept) == "Il ne convient pas à cette lettre. Try the other one."
        assert verdict_reasons.said("Somebody's own words.") == "Somebody's own words."
