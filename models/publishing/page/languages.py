"""Languages as their readers call them."""

from babel import Locale, UnknownLocaleError


def name(code: str) -> str:
    """``français`` for ``fr``; the code itself where nobody told us a name."""
    try:
        locale = Locale.parse(code, sep="-")
    except (UnknownLocaleError, ValueError):
        return code
    return locale.get_display_name() or code
