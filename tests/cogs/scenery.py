"""Scenery: the world of one call, for the scenes that are put into it (``tests.cogs.scenes``)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sqlmodel import Session, col, delete, select, update

from models.database.tables import Consent, Letter, Resemblance, Signatory, Vote
from models.letters import endorsements
from models.participants import drafts
from models.publishing import publication
from models.sheets import Actor
from models.terms import LetterState, SignatoryState
from tests.cogs.desk import Desk

Given = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Scenery:
    """The world of one call, before it."""

    session: Session
    desk: Desk
    actor: Actor
    several: int
    """So many names one press is about, where it may be about several."""

    @property
    def letter(self) -> Letter:
        return self.session.get_one(Letter, self.desk.world.letter.id)

    def names(self, *states: SignatoryState, by: int | None = None) -> list[Signatory]:
        """Names in one of these states that the world was grown with, which have a vote."""
        query = (
            select(Signatory)
            .join(Vote, col(Vote.signatory_id) == col(Signatory.id))
            .where(Signatory.letter_id == self.letter.id, col(Signatory.state).in_(states))
        )
        if by is not None:
            query = query.where(Signatory.added_by == by)
        return list(self.session.exec(query.order_by(col(Signatory.id))))

    def draft(self, form: str, arguments: list[Any], answers: Mapping[str, Any]) -> int:
        """What the actor typed before."""
        return drafts.save(self.session, self.actor, self.desk.now, form, arguments, answers)

    def published(self) -> None:
        """The letter is published, with its first list."""
        self.letter.state = LetterState.OPEN
        publication.publish(self.session, self.desk.moderator(), self.desk.now, self.letter.id)

    def closed(self) -> None:
        """The letter is closed, and what waited is decided."""
        self.letter.state = LetterState.CLOSED
        self.letter.closes_at = self.desk.now - timedelta(hours=1)
        self.letter.review_until = self.desk.now + timedelta(hours=1)

    def unsuspected(self) -> None:
        """No name looks like another, and everyone agreed to the newest text."""
        newest = endorsements.newest(self.session, self.letter.id)
        self.session.exec(delete(Resemblance))
        self.session.exec(update(Signatory).values(text_version_id=newest))
        self.session.exec(update(Consent).values(text_version_id=newest))
        self.session.flush()


Scene = Callable[[Scenery], Given]


def nothing(_at: Scenery) -> Given:
    """As it is."""
    return {}
