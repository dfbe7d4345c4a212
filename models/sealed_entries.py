"""Sealed entries: what a journal entry says, with its digests, apart from its place in the chain.

Sealing costs most of what writing an entry does, and needs no database: it can be done before a transaction begins.
"""

import hashlib
import json
import secrets
from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from models.entry_sections import parted

canonical = json.JSONEncoder(sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode
"""JSON as it is digested: one text for one document."""


class Sealed(Struct, frozen=True):
    """What an entry says."""

    done: str
    """What was done, as canonical JSON; it gets its salt and digest when it is written."""
    sections: str
    """What is kept apart, as canonical JSON: ``facts``, ``salt`` and ``digest`` of each section."""
    digests: tuple[str, ...]
    """Name and digest of each section in the order of their names, as the chain takes them."""


def seal(actor_id: int | None, facts: Mapping[str, Any], *, about_name: bool) -> Sealed:
    """Part what an entry says, and seal each section with a salt of its own. ``facts`` are plain JSON values."""
    done, apart = parted({"actor": actor_id, **facts}, about_name=about_name)
    sections = {section.value: _section(said) for section, said in apart.items()}
    digests = tuple(part for name in sorted(sections) for part in (name, sections[name]["digest"]))
    return Sealed(canonical(done), canonical(sections), digests)


def digest_of(*parts: str) -> str:
    """SHA-256 over parts that cannot run into each other, as 64 hexadecimal digits."""
    data = [part.encode() for part in parts]
    return hashlib.sha256(b"".join([b"%d:%b" % (len(one), one) for one in data])).hexdigest()


def new_salt() -> str:
    """What keeps a digest from telling what was erased."""
    return secrets.token_hex(16)


def _section(facts: dict[str, Any]) -> dict[str, Any]:
    own = new_salt()
    return {"facts": facts, "salt": own, "digest": digest_of(own, canonical(facts))}
