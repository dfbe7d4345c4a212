"""The short form of the fault matrix; the long one is ``python -m rehearsal.wire.matrix``."""

from rehearsal.wire.matrix import matrix
from rehearsal.wire.story import Act

SHORT = (
    "fails after the work",
    "cut before the work",
    "database held, replies lost",
    "gateway dropped, resumed",
    "events twice",
)


async def test_whatever_goes_wrong_on_the_way_a_letter_ends_the_same() -> None:
    cells = await matrix((kind, tuple(Act)) for kind in SHORT)
    assert [(cell.kind, cell.differences) for cell in cells] == [(kind, []) for kind in SHORT]
    assert all(cell.hits >= len(Act) for cell in cells)
