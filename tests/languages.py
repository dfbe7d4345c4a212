"""Languages that a test makes up: a catalogue of a few sentences, which is gone afterwards."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po

from models import translation

CACHES = (
    translation.languages,
    translation.fingerprint,
    translation._locale,
    translation._translations,
)


@dataclass(frozen=True)
class Catalogues:
    """Call it to have a language with these sentences, as well as those that it was called for before."""

    folder: Path

    def __call__(
        self,
        sentences: Mapping[Any, str | tuple[str, ...]],
        *,
        language: str = "fr",
        contexts: Mapping[tuple[str, str], str] | None = None,
    ) -> None:
        """``sentences``: the translation by the English, of a count both with all forms; ``contexts``: those of
        ``pgettext``, by context and English."""
        name = language.replace("-", "_")
        made = Catalog(locale=name, last_translator=translation.UNREAD)
        for english, said in sentences.items():
            made.add(english, said)
        for (context, english), said in (contexts or {}).items():
            made.add(english, said, context=context)
        place = self.folder / name / "LC_MESSAGES" / f"{translation.DOMAIN}.po"
        place.parent.mkdir(parents=True, exist_ok=True)
        with place.open("wb") as file:
            write_po(file, made)
        forget()


@contextmanager
def made_up(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Catalogues]:
    """Only the languages that the test makes are there, and English."""
    with monkeypatch.context() as patch:
        patch.setattr(translation, "FOLDER", folder)
        forget()
        yield Catalogues(folder)
    forget()


def forget() -> None:
    """Read catalogues anew."""
    for cache in CACHES:
        cache.cache_clear()
