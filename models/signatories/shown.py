"""What somebody was shown when they approve or confirm a name, as a digest: who it is, who agreed and how that is
known, and the wording of the letter.

Every button that approves or confirms carries it. What changed since it was drawn is approved and confirmed by nobody.
"""

import base64
import hashlib
from collections.abc import Sequence

from sqlalchemy import bindparam
from sqlmodel import Session, col, select

from models.database.tables import Consent, Signatory, TextVersion
from models.names.identity import Identity
from models.refusal import Reason, Refusal

BYTES = 16
"""128 bits: 22 characters of an address."""


def wording(session: Session, letter_id: int) -> str:
    """The digest of the newest wording of the original; empty while there is none."""
    versions = session.exec(_VERSIONS, params={"of_letter": letter_id}).all()
    return next((digest for language, digest in reversed(versions) if language == versions[0][0]), "")


_CONSENTS = select(Consent).where(col(Consent.signatory_id).in_(bindparam("ids", expanding=True)))
_VERSIONS = (
    select(TextVersion.language, TextVersion.digest)
    .where(TextVersion.letter_id == bindparam("of_letter"))
    .order_by(col(TextVersion.id))
)


def digest(row: Signatory, agreed: Consent | None, wording: str) -> str:
    """Of one name, with the consent that is recorded and the wording of the letter."""
    consent = (
        (agreed.means.value, agreed.authorised_by, agreed.evidence, agreed.text_version_id) if agreed else ()
    )
    return _cut(row.id, sorted(Identity.of(row).document().items()), consent, row.person_id, wording)


def of(session: Session, row: Signatory) -> str:
    """Look up the consent and the wording, and digest them with the name."""
    return of_each(session, [row])[0]


def together(digests: Sequence[str]) -> str:
    """Of several names that are decided with one press; of one it is its own."""
    return digests[0] if len(digests) == 1 else _cut(*digests)


def require(session: Session, rows: Sequence[Signatory], drawn: str) -> None:
    """That this is how these stand now: ``drawn`` is the digest that was shown. Refuses OUTDATED."""
    if together(of_each(session, rows)) != drawn:
        raise Refusal(Reason.OUTDATED)


def of_each(session: Session, rows: Sequence[Signatory]) -> list[str]:
    """Look up consents and wordings of several, and digest each with its name."""
    ids = [row.id for row in rows]
    agreed = {one.signatory_id: one for one in session.exec(_CONSENTS, params={"ids": ids})}
    words = {letter_id: wording(session, letter_id) for letter_id in {row.letter_id for row in rows}}
    return [digest(row, agreed.get(row.id), words[row.letter_id]) for row in rows]


def _cut(*parts: object) -> str:
    whole = hashlib.sha256(repr(parts).encode()).digest()
    return base64.urlsafe_b64encode(whole[:BYTES]).decode().rstrip("=")
