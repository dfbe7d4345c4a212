"""The embargo: what is not published is marked, wherever it is read or exported."""

from models.database.tables import Letter
from models.sheets import Embargo


def of(letter: Letter) -> Embargo | None:
    """Until when nothing of the letter should be passed on; None once it is published."""
    return None if letter.published_at is not None else Embargo(letter.publish_at, letter.time_zone)
