"""How a signatory stands, as a sheet: what cards and private answers show."""

from collections.abc import Mapping, Sequence

from sqlalchemy import bindparam
from sqlmodel import Session, col, select

from models.database.tables import Consent, Letter, Signatory, Vote
from models.names import doubts
from models.rules.voting_policy import Policy, Result, Tally, outcome, result
from models.sheets import ProposalSheet, VoteSheet
from models.sheets.findings import Found
from models.signatories import lookalikes, shown
from models.signatories.counting import voted
from models.terms import SignatoryState


def result_of(vote: Vote | None) -> Result | None:
    """What the ended vote came to; None before the end, and where there was no vote."""
    if vote is None or (tally := _tally(vote)) is None:
        return None
    return result(Policy.of(vote.policy), tally)


def is_opposed(vote: Vote | None) -> bool:
    """Whether the vote was against the name, wherever that stands since."""
    if vote is None or (tally := _tally(vote)) is None:
        return False
    return outcome(Policy.of(vote.policy), tally) is SignatoryState.OPPOSED


def proposal(session: Session, row: Signatory) -> ProposalSheet:
    """One signatory as a sheet for those who take part."""
    return proposals(session, [row])[row.id]


def proposals(session: Session, rows: Sequence[Signatory]) -> dict[int, ProposalSheet]:
    """Several signatories as sheets, by their ids, with as many statements as for one."""
    ids = [row.id for row in rows]
    letters = {letter_id: session.get_one(Letter, letter_id) for letter_id in {row.letter_id for row in rows}}
    wordings = {letter_id: shown.wording(session, letter_id) for letter_id in letters}
    votes = {one.signatory_id: one for one in session.exec(_VOTES, params={"ids": ids})}
    agreed = {one.signatory_id: one for one in session.exec(_CONSENTS, params={"ids": ids})}
    cast = voted(session, [one.signatory_id for one in votes.values() if result_of(one) is None])
    alike = lookalikes.noted(session, ids)
    return {
        row.id: ProposalSheet(
            id=row.id,
            guild_id=row.guild_id,
            letter_id=row.letter_id,
            letter_title=letters[row.letter_id].title,
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
            consent=row.id in agreed,
            vote=_vote_sheet(votes[row.id], letters[row.letter_id], cast) if row.id in votes else None,
            leaving_at=row.leaving_at,
            person_id=row.person_id,
            person_asked_at=row.person_asked_at,
            lookalikes=alike.get(row.id, ()),
            aliases=tuple(row.aliases),
            doubts=doubts.doubts(row.name, row.kind),
            found=tuple(map(Found.kept, row.found)),
            shown=shown.digest(row, agreed.get(row.id), wordings[row.letter_id]),
        )
        for row in rows
    }


_VOTES = select(Vote).where(col(Vote.signatory_id).in_(bindparam("ids", expanding=True)))
_CONSENTS = select(Consent).where(col(Consent.signatory_id).in_(bindparam("ids", expanding=True)))


def _vote_sheet(vote: Vote, letter: Letter, cast: Mapping[int, int]) -> VoteSheet:
    ended = result_of(vote)
    return VoteSheet(
        policy=Policy.of(vote.policy),
        ends_at=vote.ends_at,
        ended_at=vote.ended_at,
        cut_short=vote.cut_short,
        cut_while_paused=vote.cut_while_paused,
        paused=vote.ended_at is None and letter.paused_at is not None,
        voted=ended.tally.cast if ended is not None else cast.get(vote.signatory_id, 0),
        result=ended,
    )


def _tally(vote: Vote) -> Tally | None:
    if vote.votes_for is None:
        return None
    return Tally(vote.votes_for, vote.votes_against or 0, vote.votes_abstained or 0, vote.entitled or 0)
