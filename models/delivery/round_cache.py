"""The cache of one round: what the texts of one round of notices share, looked up once for all of them.

Ten thousand people are told of the same letter: each is asked about in a query for all of the round, and what is true
of the letter is worked out once an instant.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from datetime import datetime
from typing import Any, TypeVar, cast

from sqlmodel import Session, col, func, select

from models.coalitions import records
from models.database.tables import Coalition, Delivery, Letter, Notice, Participant
from models.letters import letters
from models.outbox import cards, notices
from models.publishing import editions
from models.sheets import CardPlace, EditionSheet, LeftToDo, LetterSheet
from models.signatories import todo
from models.terms import CardKind, DeliveryState, NoticeState, Place

T = TypeVar("T")


class RoundCache:
    """What the notices of one round share, each looked up once. Made at one instant (aware) on one session; its
    answers are those of that instant."""

    def __init__(self, session: Session, now: datetime, round_: Iterable[tuple[Notice, Delivery]]) -> None:
        self.session, self.now = session, now
        self._known: dict[Hashable, Any] = {}
        self._people: defaultdict[int, set[int]] = defaultdict(set)
        for row, delivery in round_:
            if delivery.place is Place.USER:
                self._people[row.guild_id].add(delivery.recipient_id)

    def server(self, row: Notice) -> Coalition:
        """The settings of its server. Kept here: a session forgets what nobody holds."""
        return self._once(("server", row.guild_id), lambda: records.coalition_of(self.session, row.guild_id))

    def letter(self, row: Notice) -> Letter | None:
        """The letter that it is about, or None."""
        if row.letter_id is None:
            return None
        letter_id = row.letter_id
        return self._once(("letter", letter_id), lambda: self.session.get_one(Letter, letter_id))

    def sheet(self, letter: Letter) -> LetterSheet:
        """The letter with its counts now."""
        return self._once(("sheet", letter.id), lambda: letters.sheet(self.session, letter, self.now))

    def edition(self, letter: Letter) -> EditionSheet | None:
        """The newest published list of the letter; None before the first."""
        return self._once(("edition", letter.id), lambda: editions.latest(self.session, letter.id))

    def status_card(self, letter: Letter) -> CardPlace | None:
        """Where the letter's public card is in its channel; None while it is nowhere."""
        return self._once(("card", letter.id), lambda: cards.place(self.session, CardKind.STATUS, letter.id))

    def person(self, guild_id: int, user_id: int) -> Participant | None:
        """The row of someone of this round who takes part in this server, or None."""
        people = self._once(
            ("people", guild_id),
            lambda: todo.participants(self.session, guild_id, self._people[guild_id]),
        )
        return people.get(user_id)

    def left_to_do(self, letter: Letter, user_id: int) -> LeftToDo:
        """What someone of this round can do for the letter now."""
        return self._once(
            ("left", letter.id),
            lambda: todo.left_to_do(self.session, letter, self._people[letter.guild_id], self.now),
        )[user_id]

    def reminded(self, letter: Letter, user_id: int) -> int:
        """How many reminders about the letter this person of the round was sent."""
        counts = self._once(("reminded", letter.id), lambda: self._reminded(letter))
        return counts.get(user_id, 0)

    def later(self, row: Notice) -> Sequence[Notice]:
        """The reminders about its letter that are due after this one and not called off."""
        return self._once(("later", row.id), lambda: self._later(row))

    def _later(self, row: Notice) -> Sequence[Notice]:
        later = select(Notice).where(
            Notice.letter_id == row.letter_id,
            col(Notice.kind).in_(notices.REMINDERS),
            col(Notice.state).in_((NoticeState.PLANNED, NoticeState.MADE)),
            col(Notice.due_at) > row.due_at,
        )
        return self.session.exec(later).all()

    def _reminded(self, letter: Letter) -> dict[int, int]:
        sent = (
            select(Delivery.recipient_id, func.count())
            .join(Notice, col(Notice.id) == col(Delivery.notice_id))
            .where(
                Notice.letter_id == letter.id,
                col(Notice.kind).in_(notices.REMINDERS),
                Delivery.place == Place.USER,
                col(Delivery.recipient_id).in_(self._people[letter.guild_id]),
                Delivery.state == DeliveryState.SENT,
            )
            .group_by(col(Delivery.recipient_id))
        )
        return dict(self.session.exec(sent).all())

    def _once(self, what: Hashable, look: Callable[[], T]) -> T:
        if what not in self._known:
            self._known[what] = look()
        return cast("T", self._known[what])
