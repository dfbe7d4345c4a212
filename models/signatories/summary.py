"""How a signatory stands, as a sheet: what cards and private answers show."""

from sqlmodel import Session

from models.database.tables import Consent, Letter, Signatory, Vote
from models.names import doubts
from models.rules.voting_policy import Policy, Result, Tally, result
from models.sheets import ProposalSheet, VoteSheet
from models.sheets.findings import Found
from models.signatories import lookalikes, shown
from models.signatories.counting import voted
from models.terms import SignatoryState


def result_of(vote: Vote | None) -> Result | None:
    """What the ended vote came to; None before the end, and where there was no vote."""
    if vote is None or vote.votes_for is None:
        return None
    tally = Tally(vote.votes_for, vote.votes_against or 0, vote.votes_abstained or 0, vote.entitled or 0)
    return result(Policy.of(vote.policy), tally)


def is_opposed(vote: Vote | None) -> bool:
    """Whether the vote was against the name, wherever that stands since."""
    return (ended := result_of(vote)) is not None and ended.outcome is SignatoryState.OPPOSED


def vote_sheet(session: Session, vote: Vote, letter: Letter) -> VoteSheet:
    """The vote on a signatory as a sheet; it never holds who chose what."""
    ended = result_of(vote)
    return VoteSheet(
        policy=Policy.of(vote.policy),
        ends_at=vote.ends_at,
        ended_at=vote.ended_at,
        cut_short=vote.cut_short,
        cut_while_paused=vote.cut_while_paused,
        paused=vote.ended_at is None and letter.paused_at is not None,
        voted=ended.tally.cast if ended is not None else voted(session, vote.signatory_id),
        result=ended,
    )


def proposal(session: Session, row: Signatory) -> ProposalSheet:
    """One signatory as a sheet for those who take part."""
    letter = session.get_one(Letter, row.letter_id)
    vote, agreed = session.get(Vote, row.id), session.get(Consent, row.id)
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
        consent=agreed is not None,
        vote=vote_sheet(session, vote, letter) if vote is not None else None,
        leaving_at=row.leaving_at,
        person_id=row.person_id,
        person_asked_at=row.person_asked_at,
        lookalikes=lookalikes.noted(session, [row.id]).get(row.id, ()),
        aliases=tuple(row.aliases),
        doubts=doubts.doubts(row.name, row.kind),
        found=tuple(map(Found.kept, row.found)),
        shown=shown.digest(row, agreed, shown.wording(session, row.letter_id)),
    )
