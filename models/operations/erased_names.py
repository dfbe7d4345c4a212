"""Names of an erased person that are on no list any more."""

from collections.abc import Iterable

from sqlmodel import Session, col, delete, or_, update

from models.database.tables import Consent, Contact, Decision, NameMark, ReplacedPerson, Resemblance, Signatory
from models.outbox import cards
from models.signatories import refusals
from models.terms import CardKind


def blank(session: Session, rows: Iterable[Signatory]) -> None:
    """Blank these names of one person, with all that was said of them."""
    rows = list(rows)
    ids = [row.id for row in rows]
    for row in rows:
        row.name = row.name_key = row.sort_key = refusals.ERASED_NAME
        row.affiliation = row.website = row.country = row.note = row.told = ""
        row.meant = row.meant | {"name": refusals.ERASED_NAME, "affiliation": "", "website": "", "country": ""}
        row.aliases, row.found = [], []
    session.flush()
    for said in (NameMark, Contact, Consent, ReplacedPerson):
        session.exec(delete(said).where(col(said.signatory_id).in_(ids)))
    session.exec(
        delete(Resemblance).where(
            or_(col(Resemblance.signatory_id).in_(ids), col(Resemblance.other_id).in_(ids))
        )
    )
    session.exec(update(Decision).where(col(Decision.signatory_id).in_(ids)).values(told="", note="", meant={}))
    cards.mark_stale(session, CardKind.PROPOSAL, *ids)
