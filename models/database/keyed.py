"""Keyed digests: the same for the same words, and nothing that can be read or found by trying without the key."""

import base64
import hashlib
import hmac
import json
from dataclasses import dataclass, field
from enum import StrEnum

from sqlmodel import Session

KEY = "key"
"""Under which name the store lays the key into a session."""
_LABEL = b"undersigned: fingerprint of the secret key"


@dataclass(frozen=True, slots=True)
class Key:
    """32 bytes that nobody can guess."""

    secret: bytes = field(repr=False)

    @property
    def fingerprint(self) -> str:
        """By which it is recognised and not found out: 16 hexadecimal digits."""
        return hashlib.sha256(_LABEL + self.secret).hexdigest()[:16]


class Purpose(StrEnum):
    """What a digest is for. The same words give another digest for another purpose, so that no two kinds of rows can
    be joined by them."""

    BALLOT = "ballot"
    PRESS = "press"
    ALLOWANCE = "allowance"
    ASKED = "asked"
    REFUSED_NAME = "refused name"
    REFUSED_PERSON = "refused person"


def digest(session: Session, purpose: Purpose, *parts: str | int) -> str:
    """HMAC-SHA-256 (RFC 2104) of the purpose and the parts, each kept apart from the next: 43 characters, base64url."""
    return base64.urlsafe_b64encode(_sign(session, purpose, *parts)).rstrip(b"=").decode()


def number(session: Session, purpose: Purpose, *parts: str | int, bits: int) -> int:
    """The first ``bits`` of the same as a number."""
    return int.from_bytes(_sign(session, purpose, *parts)) >> (256 - bits)


def _sign(session: Session, purpose: Purpose, *parts: str | int) -> bytes:
    key: Key | None = session.info.get(KEY)
    if key is None:
        raise RuntimeError("this session was opened without the secret key")
    return hmac.digest(key.secret, json.dumps([purpose, *parts]).encode(), "sha256")
