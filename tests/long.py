"""The long forms: what a short one in every run of the tests only begins. ``python -m tests --long [NAME ...]``."""

from collections.abc import Mapping
from dataclasses import dataclass, field


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
    "adversary": _pytest("tests/models/test_adversary_always.py", UNDERSIGNED_ADVERSARY_MINUTES="60"),
    "languages": _pytest("tests/test_languages.py", "--long"),
    "kills": Form(("rehearsal.wire.kills", "--times", "22", "--beside", "2")),
    "matrix": Form(("rehearsal.wire.matrix",)),
    "leasing": Form(("tests.leasing", "--rounds", "1")),
    "postgresql": Form(("tests", "--postgresql")),
}
"""By name, in the order in which they run: first what was most often broken by a change."""
