"""The tour of anyone who sets a server up: from an empty server to a published letter, with one typed command."""

from collections.abc import Callable

from models.sheets import LetterSheet
from rehearsal.room.facts import Facts
from rehearsal.room.people import ROSA
from rehearsal.room.tour import Step, Turn


def _is(held: Callable[[LetterSheet], object]) -> Callable[[Facts], bool]:
    """Whether this holds of the letter; False while there is none."""
    return lambda facts: facts.letter is not None and bool(held(facts.letter))


def _turn(_facts: Facts) -> Turn:
    return Turn(ROSA, "hall")


STEPS = (
    Step(
        "Set the server up",
        "You're **Rosa**. You own a server that has just added the bot. In **#hall**, type **/setup** in the "
        "message box and press Enter twice: first to choose it, then to send it. Press **Use recommended settings**: "
        "channels and roles appear. You need no other command in this tour.",
        lambda facts: facts.set_up,
        _turn,
    ),
    Step(
        "Create the letter",
        "On the same message press **Create the first letter**. Write a title, who it's addressed to and the "
        "last day to sign, such as *in 7 days*.",
        lambda facts: facts.letter is not None,
        _turn,
    ),
    Step(
        "Write its text",
        "On the answer, press **Write the text** and type or paste some lines.",
        _is(lambda letter: letter.text),
        _turn,
    ),
    Step(
        "Open it",
        "Press **What comes next**. You see your letter's panel: its status, what is missing, and the next step as "
        "the first button. Press **Open the letter**, check who will be told, and press it once more.",
        _is(lambda letter: letter.opened_at),
        _turn,
    ),
    Step(
        "Publish it",
        "Now members propose and sign, and you review. Here, publish at once: press **What comes next**, then "
        "**Publish the letter**. Read what would be published, and press **Publish now**.",
        _is(lambda letter: letter.published_at),
        _turn,
    ),
)
