"""The template that is extracted from the code, and the catalogues as files."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from models import translation

ROOT = Path(__file__).resolve().parent.parent
_METHODS = [
    ("cogs/**.py", "python"),
    ("models/**.py", "python"),
    ("models/**.html", "jinja2"),
    ("models/**.xml", "jinja2"),
]
_KEYWORDS = {
    "_": None,
    "N_": None,
    "gettext": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
}
_TAG = "Translators:"
"""Before a comment for translators, on the lines above a sentence."""


def template() -> Catalog:
    """Every sentence of the code that is marked, in the order of files, with the comments for translators."""
    catalogue = Catalog(project="Undersigned", copyright_holder="the coalition's letter", charset="utf-8")
    for folder in ("cogs", "models"):
        methods = [
            (pattern.removeprefix(f"{folder}/"), how) for pattern, how in _METHODS if pattern.startswith(folder)
        ]
        found = extract_from_dir(
            ROOT / folder, methods, keywords=_KEYWORDS, comment_tags=(_TAG,), strip_comment_tags=True
        )
        for file, line, message, comments, context in sorted(found, key=lambda one: (one[0], one[1])):
            said = " ".join(comments) or _over_a_table(ROOT / folder / file, line)
            catalogue.add(
                message, None, [(f"{folder}/{file}", 0)], auto_comments=[said] if said else [], context=context
            )
    return catalogue


def _over_a_table(file: Path, line: int) -> str:
    """What a comment over a table says about each of its entries; Babel looks no further up than a line."""
    return next((said for first, last, said in _tables(file) if first <= line <= last), "")


@cache
def _tables(file: Path) -> tuple[tuple[int, int, str], ...]:
    """The first and last lines of each table of sentences that has such a comment, with what it says."""
    if file.suffix != ".py":
        return ()
    text = file.read_text(encoding="utf-8")
    lines, found = text.splitlines(), []
    for one in ast.parse(text).body:
        above = one.lineno - 2
        if isinstance(one, ast.Assign | ast.AnnAssign) and above >= 0 and lines[above].startswith(f"# {_TAG}"):
            said = lines[above].removeprefix(f"# {_TAG}").strip()
            found.append((one.lineno, one.end_lineno or one.lineno, said))
    return tuple(found)


def languages() -> tuple[str, ...]:
    """The tags of the languages that have a catalogue."""
    return tuple(tag for tag in translation.languages() if tag != translation.ENGLISH)


def place(tag: str) -> Path:
    """The file of a language's catalogue."""
    return translation.FOLDER / tag.replace("-", "_") / "LC_MESSAGES" / f"{translation.DOMAIN}.po"


def read(tag: str) -> Catalog:
    """The catalogue of a language; raises FileNotFoundError if there is none."""
    with place(tag).open("rb") as file:
        return read_po(file, locale=tag.replace("-", "_"), domain=translation.DOMAIN)


def write(tag: str, catalogue: Catalog) -> None:
    """Write a catalogue as its file: a sentence a line, files named without the numbers of lines, which would change
    with each line of code."""
    place(tag).parent.mkdir(parents=True, exist_ok=True)
    with place(tag).open("wb") as file:
        write_po(file, catalogue, width=0, include_lineno=False, ignore_obsolete=True, sort_by_file=True)


def update(tag: str) -> tuple[int, int]:
    """Bring a language up to date with the code, or begin it: how many of its sentences are translated, of how many.

    What is no longer said is dropped; what is new stands empty, and English is said for it. Nothing is guessed from
    sentences that are alike.
    """
    said = template()
    catalogue = read(tag) if place(tag).exists() else Catalog(tag.replace("-", "_"), domain=translation.DOMAIN)
    catalogue.project, catalogue.version, catalogue.header_comment, catalogue.fuzzy = (
        said.project,
        "",
        f"# {catalogue.locale_identifier}: translations of Undersigned.",
        False,
    )
    if "@" in catalogue.last_translator:
        catalogue.last_translator = translation.UNREAD
    catalogue.update(said, no_fuzzy_matching=True, update_creation_date=False)
    write(tag, catalogue)
    messages = list(sentences(catalogue))
    return sum(is_translated(one) for one in messages), len(messages)


def sentences(catalogue: Catalog) -> Iterator[Message]:
    """The catalogue's sentences without its head."""
    return (one for one in catalogue if one.id)


def is_translated(message: Message) -> bool:
    """Whether every form of a sentence is translated, and none is marked as a guess."""
    return all(forms(message.string)) and not message.fuzzy


def forms(text: str | list[str] | tuple[str, ...] | None) -> tuple[str, ...]:
    """The one or several forms of a sentence."""
    return (text or "",) if isinstance(text, str | None) else tuple(text)
