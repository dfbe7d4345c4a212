"""Names are found by how their words are pronounced, whatever script they are in; ʻokina and titles sort nobody.

Marks are made anew by the program's own rules: an index is never right by any others. A sort key is made anew only
where it is still the one that the name gave; what a moderator typed under *Sort as* stays. Exact keys stay as they
are, so no two names become one.
"""

import unicodedata

import sqlalchemy as sa
from alembic import op

from models.names import blocking, cleaning, collation
from models.terms import Kind

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_SIGNATORY = sa.table(
    "signatory",
    *(sa.column(name) for name in ("id", "letter_id", "kind", "name", "sort_key", "alphabetical")),
    sa.column("aliases", sa.JSON),
)
_MARK = sa.table("namemark", *(sa.column(name) for name in ("signatory_id", "mark", "letter_id")))
_AT_ONCE = 1000
_UNDECOMPOSED = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ŧ": "t"}
)


def upgrade() -> None:
    connection = op.get_bind()
    indexed = set(connection.execute(sa.select(_MARK.c.signatory_id).distinct()).scalars())
    connection.execute(sa.delete(_MARK))
    last = 0
    while rows := connection.execute(
        sa.select(_SIGNATORY).where(_SIGNATORY.c.id > last).order_by(_SIGNATORY.c.id).limit(_AT_ONCE)
    ).all():
        last = rows[-1].id
        for row in rows:
            kind = Kind(row.kind)
            key = cleaning.sort_key(kind, row.name)
            if row.sort_key == _before(kind, row.name) != key:
                connection.execute(
                    sa.update(_SIGNATORY)
                    .where(_SIGNATORY.c.id == row.id)
                    .values(sort_key=key, alphabetical=collation.key(key))
                )
        found = [
            {"signatory_id": row.id, "mark": mark, "letter_id": row.letter_id}
            for row in rows
            if row.id in indexed
            for mark in blocking.of_all(Kind(row.kind), (row.name, *(row.aliases or ())))
        ]
        if found:
            connection.execute(sa.insert(_MARK), found)


def _before(kind: Kind, name: str) -> str:
    """The sort key as it was made until now."""
    words = "".join(map(_sortable, _plain(name.casefold()))).split()
    if kind is not Kind.INDIVIDUAL and len(words) > 1 and words[0] == "the":
        words = words[1:]
    return " ".join(words) or name.casefold()


def _plain(text: str) -> str:
    kept, base = [], ""
    for character in unicodedata.normalize("NFD", text):
        if unicodedata.category(character) != "Mn":
            base = character
        elif base and unicodedata.name(base, "").startswith(("LATIN", "GREEK", "CYRILLIC")):
            continue
        kept.append(character)
    return unicodedata.normalize("NFC", "".join(kept)).translate(_UNDECOMPOSED)


def _sortable(character: str) -> str:
    if unicodedata.category(character)[0] in "LNM":
        return character
    return " " if character.isspace() or character in "/\\|&+–—-" else ""
