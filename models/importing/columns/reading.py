"""A reading: a file's list with what was said of it, up to the entries that it gives."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from msgspec.structs import replace

from models.importing.columns import asking, consents, keeping, roles, spread
from models.importing.columns.asking import Answered, Question
from models.importing.columns.listing import Listing
from models.importing.columns.roles import Columns, Role
from models.sheets.batches import Given


@dataclass(frozen=True)
class ListReading:
    """One list as it is read now."""

    whole: Listing
    """As it came from the reader, with the other ways to read it."""
    answered: Answered = field(default_factory=dict)
    chosen: Columns | None = None
    """What columns hold where somebody said it; None: as it is recognised."""

    @cached_property
    def listing(self) -> Listing:
        """In the way that was said to be right."""
        return asking.read_as(self.whole, self.answered)

    @cached_property
    def columns(self) -> Columns:
        """What each column holds."""
        return roles.recognise(self.listing) if self.chosen is None else self.chosen

    @cached_property
    def questions(self) -> list[Question]:
        """All that is open or can be said, at most three."""
        ways = replace(self.listing, way=self.whole.way, others=self.whole.others)
        return asking.questions(ways, self.columns)

    @property
    def left(self) -> frozenset[int]:
        """The places of columns that were left out by whoever imports."""
        return asking.left(self.answered)

    @cached_property
    def asked(self) -> tuple[consents.Asked, ...]:
        """The columns that say something of printing names."""
        return consents.asked(self.listing, self.columns, self.left)

    @property
    def open(self) -> list[Question]:
        """Questions without whose answer nothing is imported."""
        return asking.open_(self.questions, self.answered)

    @property
    def shape(self) -> str:
        """By what a later export of the same form is known."""
        return keeping.shape(self.listing)

    def entries(self) -> list[Given]:
        """Every row. Refuses NO_NAME_COLUMN(example)."""
        return asking.entries(self.listing, self.columns, self.answered, self.asked)

    def taken(self, question: Question) -> str:
        """What was answered, or is taken until it is."""
        return asking.answer(self.questions, self.answered, question.ask)

    def answering(self, ask: str, value: str) -> "ListReading":
        """With one more answer; another way to read the file has columns of its own."""
        if ask == asking.Ask.READING:
            return ListReading(self.whole, {**self.answered, ask: value, asking.LEFT: ""})
        return ListReading(self.whole, {**self.answered, ask: value}, self.chosen)

    def changing(self, place: int, role: Role | None) -> "ListReading":
        """With another role for one column; None: it is left out, whatever it asks."""
        left = self.left - {place} if role else self.left | {place}
        answered = {**self.answered, asking.LEFT: " ".join(map(str, sorted(left)))}
        return ListReading(self.whole, answered, roles.changed(self.columns, place, role))

    def stating(self, lines: str) -> "ListReading":
        """With the columns that ``lines`` name, one a line. Refuses BAD_COLUMNS(lines, roles, columns)."""
        columns = spread.by_columns(self.whole)
        listing, chosen = roles.confirmed(self.listing if columns is self.whole else columns, lines)
        whole = self.whole if listing is self.listing else listing
        return ListReading(whole, self.answered, chosen)


def kept(reading: ListReading) -> dict[str, object]:
    """What was said, as plain values; the list itself is kept apart (``keeping``)."""
    chosen = None if reading.chosen is None else {role.value: place for role, place in reading.chosen.items()}
    return {"answered": dict(reading.answered), "columns": chosen}


def restored(listing: Mapping[str, object], said: Mapping[str, object]) -> ListReading:
    """What :func:`kept` and ``keeping.kept`` were made from."""
    chosen = said.get("columns")
    answered = said.get("answered")
    return ListReading(
        keeping.restored(listing),
        dict(answered) if isinstance(answered, Mapping) else {},
        {Role(role): place for role, place in chosen.items()} if isinstance(chosen, Mapping) else None,
    )
