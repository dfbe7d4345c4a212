"""The long forms: what a short one in every run of the tests only begins. ``python -m tests --long [NAME ...]``."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field

EXAMPLES = int(os.environ.get("UNDERSIGNED_EXAMPLES", "1"))
"""So many times as many examples of the dearest rules are tried as in every run of the tests."""


@dataclass(frozen=True, slots=True)
class Form:
    """A program of this environment, its words, and what is set for it in the environment."""

    words: tuple[str, ...]
    settings: Mapping[str, str] = field(default_factory=dict)


def _pytest(*words: str, **settings: str) -> Form:
    return Form(("pytest", *words), settings)


FORMS: Mapping[str, Form] = {
    "marked": _pytest("--long", "--numprocesses=2", "--dist=loadgroup"),
    "hard": Form(("bot.py", "rehearse", "--play", "--hard")),
    "weeks": _pytest("tests/cogs/background/test_stopped_week.py", UNDERSIGNED_WEEKS="8"),
    "anything": _pytest("tests/cogs/runtime/test_fuzz.py", UNDERSIGNED_FUZZ_WORLDS="4"),
    "campaigns": _pytest("tests/models/test_campaign_always.py", UNDERSIGNED_CAMPAIGNS="50"),
    "examples": _pytest(
        "tests/cogs/lists/test_marked.py",
        "tests/models/importing/test_round_trip.py",
        "tests/models/operations/test_due_always.py",
        "tests/models/review/test_undo_restores.py",
        "tests/models/voting/test_electorate.py",
        UNDERSIGNED_EXAMPLES="20",
    ),
    "adversary": _pytest("tests/models/test_adversary_always.py", UNDERSIGNED_ADVERSARY_MINUTES="60"),
    "languages": _pytest("tests/test_languages.py", "--long"),
    "kills": Form(("rehearsal.wire.kills", "--times", "22", "--beside", "2")),
    "matrix": Form(("rehearsal.wire.matrix",)),
    "leasing": Form(("tests.leasing", "--rounds", "1")),
    "postgresql": Form(("tests", "--postgresql")),
}
"""By name, in the order in which they run: first what was most often broken by a change."""
