"""When: the fields with which a form asks for a day, a time of day and a time zone; and forms that come late."""

from cogs.ui.forms import Text
from models.deadlines import grammar
from models.translation import N_, _

# Translators: at most 34 characters. Days, times and zones are read in your language too: give examples that people
# would type.
DAY = Text("day", N_("Day"), most=grammar.LONGEST, example=N_("20 Feb 23:59 London, or in 7 days"))
TIME = Text(
    "hour",
    N_("Time"),
    N_("Leave blank for the end of that day."),
    required=False,
    most=40,
    example=N_("23:59, or 5pm"),
)
"""Called *hour* in what is stored."""
# Translators: under a field for a time zone that may stay empty.
OF_THE_LETTER = N_("Leave blank to use the letter's time zone.")
OF_THE_COALITION = N_("Leave blank to use the coalition's time zone.")
ZONE = Text("zone", N_("City or time zone"), OF_THE_LETTER, required=False, most=80, example=N_("London"))


def late(title: str) -> str:
    """The title of a form whose letter has closed and keeps names as late."""
    # Translators: the title of a form for a letter that has closed and keeps names as late. At most 45 characters.
    return _("{title} (late)", title=_(title))
