"""The guided tour of a letter's week: six steps, each done for real, and for each what is still missing."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from cogs.ui.cards.review import REASONS
from models.sheets import ProposalSheet, Why
from models.terms import LetterState, SignatoryState
from rehearsal.room.facts import Facts, Waiting
from rehearsal.room.people import ANA, BEN, CLEO, MO, PEOPLE, ROSA, Person


@dataclass(frozen=True, slots=True)
class Turn:
    """What to do now in a step: as whom, in which channel, and what is still missing (empty at its beginning)."""

    who: Person
    channel: str
    missing: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do, when it is done, and how far it has come."""

    title: str
    how: str
    done: Callable[[Facts], bool]
    turn: Callable[[Facts], Turn]


@dataclass(frozen=True, slots=True)
class Stand:
    """How a step stands."""

    step: Step
    done: bool
    turn: Turn


def _voting(facts: Facts) -> Turn:
    waits = [person for person in (BEN, CLEO, *PEOPLE) if person.key in facts.voters]
    who = waits[0] if waits else BEN
    newest = facts.newest
    if newest is None:
        return Turn(who, "proposals")
    if newest.state is not SignatoryState.VOTING:
        return Turn(ANA, "proposals", "The vote has ended. Propose another name and vote within the day.")
    missing = (
        f"One vote so far. For the second, become **{who.name}**."
        if newest.vote is not None and newest.vote.voted == 1
        else ""
    )
    return Turn(who, "proposals", missing)


def _approving(facts: Facts) -> Turn:
    newest, waiting = facts.newest, facts.waiting
    # Nobody decides on a name of their own.
    who = ROSA if waiting is not None and Why.OWN_PROPOSAL in waiting.why else MO
    return Turn(who, "moderators", _why_not_approved(newest, waiting) if newest is not None else "")


def _why_not_approved(proposal: ProposalSheet, waiting: Waiting | None) -> str:
    """What keeps a name off the list, as plain words with the tour's marks."""
    if proposal.state is SignatoryState.VOTING:
        return "The vote is still open. Press **1 day** under **Time** (on a phone, press **Menu** first)."
    if waiting is None:
        return f"“{proposal.name}” is no longer waiting. Propose another name."
    if not waiting.why:
        return f"“{proposal.name}” is ready. Type **/review**, then press **Approve all**."
    turned = f", press **Next** until page {waiting.page}" if waiting.page > 1 else ""
    then = "press **Record who agreed**, then **Approve**" if Why.NO_CONSENT in waiting.why else "and decide"
    reasons = ", ".join(REASONS[why] for why in waiting.why)
    return (
        f"“{proposal.name}” needs a look: {reasons}. "
        f"Type **/review**{turned}, choose it in the list there, {then}."
    )


def _ending(facts: Facts) -> Turn:
    letter = facts.letter
    missing = ""
    if letter is not None and letter.final_at is not None:
        missing = "The final list is out. Press **What comes next**, choose **HTML**, and press **Download**."
    elif letter is not None and letter.state is LetterState.CLOSED:
        missing = (
            "The letter is closed. Press **What comes next**, then **Publish the final list**, and confirm."
        )
    return Turn(ROSA, "moderators", missing)


STEPS = (
    Step(
        "Propose a name",
        "You are **Ana**, a member. In **#announcements** press **Propose a name** and fill in the form. On the answer "
        "press **Record who agreed**, and say who agreed and how you know. Without that, nobody can be put on the "
        "list.",
        lambda facts: bool(facts.proposed),
        lambda _: Turn(ANA, "announcements"),
    ),
    Step(
        "Vote as two others",
        "Become **Ben** and press **For: include** on the new message in **#proposals**. Then become **Cleo** and vote "
        "too. The message shows how many have voted, but not how.",
        lambda facts: any(one.vote is not None and one.vote.voted >= 2 for one in facts.proposed),
        _voting,
    ),
    Step(
        "Approve it as a moderator",
        "A vote lasts a day, so press **1 day** under **Time** (on a phone, press **Menu** first). Then become **Mo**, "
        "a moderator, go to **#moderators** and type **/review**. **Approve all** approves every name with no "
        "problems. The others need a closer look.",
        lambda facts: facts.approved,
        _approving,
    ),
    Step(
        "Skip to a reminder",
        "Under **Time** (on a phone, press **Menu** first), press **Next message** until it's ten o'clock. On the way, "
        "Ana hears what was decided, and at nine the moderators hear what's waiting for them. The reminder comes at "
        "ten. It goes to **#announcements**, and by direct message only to people who still have something to do. Read "
        "it there, or as **Ben** under *Direct messages*.",
        lambda facts: facts.reminded,
        lambda _: Turn(BEN, "announcements"),
    ),
    Step(
        "Read the talking points",
        "The press calls. As **Ben**, or anyone you like, press **Talking points** in **#announcements**: what every "
        "member can say about the letter, by subject.",
        lambda facts: facts.points_read,
        lambda _: Turn(BEN, "announcements"),
    ),
    Step(
        "Close and export the final list",
        "Become **Rosa**, the coordinator. In **#moderators** type **/manage letter panel**. Open **Hand over, "
        "pause, end**, press **Close early**, and confirm. Press **What comes next**, then **Publish the final list**, "
        "and confirm: it appears in **#announcements**. Press **What comes next** once more, "
        "choose **HTML** in the menu, and press **Download** on the file. You can open it in any browser and print it.",
        lambda facts: facts.exported,
        _ending,
    ),
)


def stands(steps: Sequence[Step], facts: Facts) -> tuple[Stand, ...]:
    """How each step stands."""
    return tuple(Stand(step, step.done(facts), step.turn(facts)) for step in steps)
