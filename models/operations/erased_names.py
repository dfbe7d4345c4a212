"""Names of an erased person that are on no list any more."""

from collections.abc import Iterable

from sqlmodel import Session, col, delete, or_, update

from models.database.tables import Consent, Contact, Decision, NameMark, ReplacedPerson, Resemblance, Signatory
from models.signatories import lifecycle, refusals


def blank(session: Session, rows: Iterable[Signatory]) -> None:
    """Blank these names of one person, with all that was said of them."""
    for row in rows:
        row.name = row.name_key = row.sort_key = refusals.ERASED_NAME
        row.affiliation = row.website = row.country = row.note = row.told = ""
        row.meant = row.meant | {"name": refusals.ERASED_NAME, "affiliation": "", "website": "", "country": ""}
        row.aliases, row.found = [], []
        session.exec(delete(NameMark).where(col(NameMark.signatory_id) == row.id))
        session.exec(
            delete(Resemblance).where(
                or_(col(Resemblance.signatory_id) == row.id, col(Resemblance.other_id) == row.id)
            )
        )
        session.exec(delete(Contact).where(col(Contact.signatory_id) == row.id))
        session.exec(delete(Consent).where(col(Consent.signatory_id) == row.id))
        session.exec(delete(ReplacedPerson).where(col(ReplacedPerson.signatory_id) == row.id))
        session.exec(update(Decision).where(col(Decision.signatory_id) == row.id).values(told="", note=""))
        lifecycle.mark_stale(session, row)
