"""The Unicode CLDR as Babel's files hold it, read and not kept.

Babel's ``Locale`` keeps all that there is of a language, a megabyte each. Where one table of many languages is wanted,
it is taken from the file. What a language inherits from another, such as ``en-GB`` from ``en``, is not in it.
"""

import pickle
from typing import Any

from babel import localedata


def read(language: str) -> dict[str, Any]:
    """What the file of a language holds; ``language`` is one of Babel's locales, such as ``fr`` or ``pt_PT``."""
    with open(localedata.resolve_locale_filename(language), "rb") as file:
        found: dict[str, Any] = pickle.load(file)  # noqa: S301 (a file of Babel's own package)
    return found
