"""How a signatory stands, as a sheet: what cards and private answers show."""

from sqlmodel import Session

from models.database.tables import Consent, Letter, Signatory
from models.names import doubts
from models.rules.voting_policy import Policy, Result, Tally, result
from models.sheets import ProposalSheet
from models.signatories import lookalikes
from models.signatories.counting import voted


def result_of(row: Signatory) -> Result | None:
    """What the ended vote came to; None before the end, and where there was no vote."""
    if row.policy is None or row.votes_for is None:
        return None
    tally = Tally(row.votes_for, row.votes_against or 0, row.votes_abstained or 0, row.entitled or 0)
    return result(Policy.of(row.policy), tally)


def proposal(session: Session, row: Signatory) -> ProposalSheet:
    """The sheet of one signatory. The tally is None until its vote has ended."""
    letter = session.get_one(Letter, row.letter_id)
    ended = result_of(row)
    return ProposalSheet(
        id=row.id,
        guild_id=row.guild_id,
        letter_id=row.letter_id,
        letter_title=letter.title,
        kind=row.kind,
        name=row.name,
        country=row.country,
        website=row.website,
        affiliation=row.affiliation,
        note=row.note,
        state=row.state,
        way=row.way,
        added_by=row.added_by,
        added_at=row.added_at,
        late=row.late,
        cut_short=row.cut_short,
        consent=session.get(Consent, row.id) is not None,
        policy=Policy.of(row.policy) if row.policy is not None else None,
        ballot_closes_at=row.ballot_closes_at,
        ballot_ended_at=row.ballot_ended_at,
        voted=ended.tally.cast if ended is not None else voted(session, row.id),
        result=ended,
        leaving_at=row.leaving_at,
        person_id=row.person_id,
        person_asked_at=row.person_asked_at,
        lookalikes=lookalikes.noted(session, [row.id]).get(row.id, ()),
        aliases=tuple(row.aliases),
        doubts=doubts.doubts(row.name, row.kind),
    )
