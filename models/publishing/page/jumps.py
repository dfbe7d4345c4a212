"""The jump list: the signatories of each kind under their initials, and the ways from one initial to another.

A key for each initial leads to the first kind that has it, and stands on the link to the same initial of the next kind:
so any initial is three keys away (a key with Alt, Enter; or Tab and Enter for the third kind).
"""

from collections import defaultdict
from collections.abc import Sequence
from itertools import groupby

from msgspec import Struct

from models.names import initials
from models.sheets import PrintedLine, Section

LEAST = 30
"""A kind with so many names or more stands under initials."""


class Group(Struct, frozen=True):
    """Names under one initial of one kind; all names of a kind that needs none."""

    initial: str
    """Empty where the kind needs none."""
    place: str
    lines: Sequence[PrintedLine]
    access: str = ""
    """The access key that leads here, in the first kind alone: each key leads to one place."""
    also: tuple[tuple[str, str], ...] = ()
    """The same initial in other kinds: where a link leads, and the kind's heading."""

    @property
    def target(self) -> str:
        """Where a link to it leads: onto the first way on, so that Enter goes further."""
        return f"{self.place}-on" if self.also else self.place


class KindGroup(Struct, frozen=True):
    """The names of one kind."""

    heading: str
    place: str
    total: int
    groups: tuple[Group, ...]

    @property
    def initials(self) -> tuple[Group, ...]:
        """Its initials; none where it needs none."""
        return tuple(group for group in self.groups if group.initial)


def kinds(sections: Sequence[Section]) -> list[KindGroup]:
    """The sections of a list by kind, each under its initials where it is long."""
    plain = [_kind(section) for section in sections if section.lines]
    having: defaultdict[str, list[tuple[KindGroup, Group]]] = defaultdict(list)
    for kind in plain:
        for group in kind.initials:
            having[group.initial].append((kind, group))
    return [
        KindGroup(
            kind.heading,
            kind.place,
            kind.total,
            tuple(_led(kind, group, having[group.initial]) for group in kind.groups),
        )
        for kind in plain
    ]


def _kind(section: Section) -> KindGroup:
    place = section.lines[0].entry.kind.value
    if len(section.lines) < LEAST:
        groups: tuple[Group, ...] = (Group("", place, section.lines),)
    else:
        found = groupby(section.lines, key=lambda line: initials.initial(line.entry.collation))
        groups = tuple(
            Group(initial, f"{place}-{number}", tuple(lines))
            for number, (initial, lines) in enumerate(found, 1)
        )
    return KindGroup(section.heading, place, len(section.lines), groups)


def _led(kind: KindGroup, group: Group, having: list[tuple[KindGroup, Group]]) -> Group:
    if not group.initial:
        return group
    others = [(other, one) for other, one in having if other is not kind]
    first = having[0][0] is kind and len(group.initial) == 1
    # An initial of two kinds or more always has a way on, so each of its places ends the same.
    return Group(
        group.initial,
        group.place,
        group.lines,
        access=group.initial.lower() if first else "",
        also=tuple((f"{one.place}-on", other.heading) for other, one in others),
    )
