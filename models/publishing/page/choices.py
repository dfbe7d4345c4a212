"""What moderators choose for a letter's page."""

from datetime import datetime

from msgspec.structs import replace
from sqlmodel import Session

from models.acts import Act
from models.database.tables import LetterPage
from models.letters import lookup, recording
from models.publishing.page import colours, reading
from models.refusal import Reason, Refusal, each
from models.sheets import Actor, PageChoices, PageSheet
from models.terms import LetterState

CHANGEABLE = lookup.LIVE | {LetterState.ARCHIVED}
"""A cancelled letter has no page."""


def show(session: Session, actor: Actor, now: datetime, letter_id: int | None = None) -> PageSheet:
    """The page as it would be now, for a moderator, published or not. Refuses MODERATORS_ONLY, LOCKED(at), and as
    ``lookup.choose`` does."""
    return reading.whole(session, lookup.choose_to_export(session, actor, letter_id), now)


def switch(session: Session, actor: Actor, now: datetime, letter_id: int, *, kept: bool) -> PageSheet:
    """Keep a page from now on, or take it off the web. Refuses MODERATORS_ONLY, WRONG_STATE of a cancelled letter,
    LOCKED(at), UNCHANGED, and as ``lookup.choose`` does."""
    act = Act.PAGE_SWITCHED_ON if kept else Act.PAGE_SWITCHED_OFF
    return _chosen(session, actor, now, letter_id, act, kept=kept)


def show_points(session: Session, actor: Actor, now: datetime, letter_id: int, *, shown: bool) -> PageSheet:
    """Show the talking points on the page, or no more. Refuses as :func:`switch` does."""
    return _chosen(session, actor, now, letter_id, Act.PAGE_CHANGED, points=shown)


def colour(session: Session, actor: Actor, now: datetime, letter_id: int, light: str, dark: str) -> PageSheet:
    """Use these colours for links and lines; with nothing typed, the bot's own. Refuses as :func:`switch` does, and
    BAD_COLOUR(typed), LOW_CONTRAST or LOW_CONTRAST_DARK(colour, contrast, better)."""
    lookup.choose_to_change(
        session, actor, letter_id, CHANGEABLE
    )  # what was typed is judged after who typed it
    light, dark = each(
        lambda: colours.checked(light, colours.LIGHT), lambda: colours.checked(dark, colours.DARK)
    )
    return _chosen(session, actor, now, letter_id, Act.PAGE_CHANGED, light=light, dark=dark)


def _chosen(
    session: Session, actor: Actor, now: datetime, letter_id: int, act: Act, **chosen: bool | str
) -> PageSheet:
    letter = lookup.choose_to_change(session, actor, letter_id, CHANGEABLE)
    before = reading.choices(session, letter)
    after: PageChoices = replace(before, **chosen)
    if after == before:
        raise Refusal(Reason.UNCHANGED)
    row = session.get(LetterPage, letter.id) or LetterPage(letter_id=letter.id)
    row.kept, row.points, row.light, row.dark = after.kept, after.points, after.light, after.dark
    session.add(row)
    session.flush()
    recording.record(session, letter, now, act, actor.user_id, **chosen)
    return reading.whole(session, letter, now)
