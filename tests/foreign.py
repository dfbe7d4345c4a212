"""A language in which every sentence of ours is said in letters from the right, so that what is left in English shows
and what runs the wrong way can be seen."""

import gettext
import re

import pytest

from models import translation

TAG = "ar"
_LETTERS = str.maketrans(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "ابجدهوزحطيكلمنسعفصقرشتثخذضابجدهوزحطيكلمنسعفصقرشتثخذض",
)


def foreign(message: str) -> str:
    """A sentence as this language says it: placeholders stay."""
    return "".join(
        part if part.startswith("{") else part.translate(_LETTERS) for part in re.split(r"({\w+})", message)
    )


class Foreign(gettext.NullTranslations):
    """A catalogue with every sentence."""

    def gettext(self, message: str) -> str:
        return foreign(message)

    def pgettext(self, _context: str, message: str) -> str:
        return foreign(message)

    def ngettext(self, one: str, many: str, n: int) -> str:
        return foreign(one if n == 1 else many)


def spoken(patch: pytest.MonkeyPatch) -> None:
    """This language is there, and English."""
    patch.setattr(translation, "languages", lambda: (TAG, "en"))
    patch.setattr(translation, "offered", lambda tag: tag if tag in (TAG, "en") else "")
    patch.setattr(
        translation, "_translations", lambda tag: Foreign() if tag == TAG else gettext.NullTranslations()
    )
