"""Reminder plans: everything that should be said about a letter in its time, planned as rows wherever its course, its
deadline or its plan changes; and the reminders' settings of a letter, as a moderator changes them."""

from datetime import datetime

from sqlmodel import Session

from models.acts import Act
from models.database.tables import Letter
from models.letters.lookup import LIVE, choose_to_change
from models.letters.recording import record
from models.outbox import mornings, notices
from models.refusal import Reason, Refusal
from models.rules.reminder_plan import Plan
from models.sheets import Actor, PlanSheet
from models.terms import LetterState


def show(session: Session, actor: Actor, letter_id: int | None) -> PlanSheet:
    """The plan of a letter, for a moderator. Refuses MODERATORS_ONLY, WRONG_STATE(state, wants) for what is put away,
    and as ``lookup.choose`` does."""
    return _sheet(choose_to_change(session, actor, letter_id, LIVE))


def check_put(session: Session, actor: Actor, letter_id: int, plan: Plan) -> PlanSheet:
    """The plan that :func:`put` would replace; refuses as it does."""
    return _sheet(_checked(session, actor, letter_id, plan))


def put(session: Session, actor: Actor, now: datetime, letter_id: int, plan: Plan, version: int) -> PlanSheet:
    """Remind by this plan from now on: what was planned by another and not sent is superseded.

    ``version`` is that of the plan beside which it was shown: OUTDATED if it was changed since. Refuses UNCHANGED,
    and as :func:`show` does.
    """
    letter = _checked(session, actor, letter_id, plan)
    if letter.plan_version != version:
        raise Refusal(Reason.OUTDATED)
    was, letter.plan = Plan.of(letter.plan).document(), plan.document()
    letter.plan_version += 1
    session.flush()
    record(session, letter, now, Act.REMINDERS_SET, actor.user_id, before=was, after=letter.plan)
    if letter.state is LetterState.OPEN:
        notices.plan(session, letter, now)
    if letter.state is not LetterState.DRAFT:
        mornings.plan(session, letter, now)
    return _sheet(letter)


def _checked(session: Session, actor: Actor, letter_id: int, plan: Plan) -> Letter:
    letter = choose_to_change(session, actor, letter_id, LIVE)
    if Plan.of(letter.plan) == plan:
        raise Refusal(Reason.UNCHANGED)
    return letter


def _sheet(letter: Letter) -> PlanSheet:
    return PlanSheet(
        letter_id=letter.id,
        guild_id=letter.guild_id,
        title=letter.title,
        time_zone=letter.time_zone,
        plan=Plan.of(letter.plan),
        opened_at=letter.opened_at,
        closes_at=letter.closes_at,
        version=letter.plan_version,
    )
