"""The working sheet: everything that a coalition entered about a letter, so that it can leave with it.

Every signatory in every state with consent, tally, decisions, source and what was found there; texts, talking points
and published lists.
Who chose what is there only where the vote was announced as not secret, and only once it has ended.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from msgspec.structs import replace
from sqlmodel import Session, col, select

from models.database.tables import (
    Ballot,
    Batch,
    Consent,
    Decision,
    Edition,
    Letter,
    Participant,
    Signatory,
    TalkingPoint,
    TextVersion,
    Vote,
)
from models.letters import embargo, lookup, wordings
from models.publishing.exports import sentences
from models.rules.voting_policy import Policy
from models.sheets import Actor, Worksheet, WorksheetTable
from models.signatories import contacts, summary


def take(session: Session, actor: Actor, now: datetime, letter_id: int | None = None) -> Worksheet:
    """The whole letter. Refuses MODERATORS_ONLY, and as ``lookup.choose`` does."""
    row = lookup.choose_to_export(session, actor, letter_id)
    tables = (_signatories(session, row), _votes(session, row), *_words(session, row), _lists(session, row))
    return Worksheet(row.id, row.title, now, tuple(_marked(table, row) for table in tables))


def _marked(table: WorksheetTable, row: Letter) -> WorksheetTable:
    """Before publication every row says until when nothing of it should be passed on."""
    if (until := embargo.of(row)) is None:
        return table
    said = {"embargo": sentences.embargo(until)}
    return replace(table, columns=(*table.columns, *said), rows=tuple({**one, **said} for one in table.rows))


SIGNATORY_COLUMNS = (
    "id", "name", "kind", "state", "country", "affiliation", "website", "sort_key", "note", "way_in", "added_by",
    "added_by_person", "added_at", "late", "consent", "who_agreed", "how_we_know", "consent_recorded_by",
    "consent_recorded_at", "text_version", "contact", "vote", "vote_opened_at", "vote_ended_at", "for", "against",
    "abstained", "entitled", "result", "objections", "decisions", "told", "note_of_review", "approved_at",
    "approved_by", "by_one_person", "removed_at", "asked_to_leave_at", "other_names", "duplicate_of", "imported_with",
    "found", "vote_cut_short",
)  # fmt: skip


def _signatories(session: Session, row: Letter) -> WorksheetTable:
    versions = {
        version.id: f"{version.language} {version.number}" for version in _of(session, TextVersion, row)
    }
    lists = {batch.id: batch.file for batch in _of(session, Batch, row)}
    addresses = contacts.addresses(session, row.id)
    consents = {agreed.signatory_id: agreed for agreed in _about(session, Consent, row)}
    votes = {vote.signatory_id: vote for vote in _about(session, Vote, row)}
    decisions: defaultdict[int, list[Decision]] = defaultdict(list)
    for decision in sorted(_about(session, Decision, row), key=lambda one: one.id):
        decisions[decision.signatory_id].append(decision)
    people = {
        person.user_id: ", ".join(filter(None, (person.title, person.organisation)))
        for person in session.exec(select(Participant).where(Participant.guild_id == row.guild_id))
    }
    return WorksheetTable(
        "signatories",
        SIGNATORY_COLUMNS,
        tuple(
            {
                **_name(signatory),
                "imported_with": lists.get(signatory.batch_id or 0, ""),
                "added_by_person": people.get(signatory.added_by or 0, ""),
                **_agreed(consents.get(signatory.id)),
                "text_version": versions.get(signatory.text_version_id or 0, ""),
                "contact": addresses.get(signatory.id, ""),
                **_vote(votes.get(signatory.id)),
                **_review(signatory, decisions[signatory.id]),
            }
            for signatory in _of(session, Signatory, row)
        ),
    )


def _name(signatory: Signatory) -> dict[str, Any]:
    return {
        "id": signatory.id,
        "name": signatory.name,
        "other_names": "\n".join(signatory.aliases),
        "kind": signatory.kind.value,
        "state": signatory.state.value,
        "duplicate_of": signatory.duplicate_of or "",
        "country": signatory.country,
        "affiliation": signatory.affiliation,
        "website": signatory.website,
        "sort_key": signatory.sort_key,
        "note": signatory.note,
        "way_in": signatory.way.value,
        "found": "\n".join(map(_found, signatory.found)),
        "added_by": _person(signatory.added_by),
        "added_at": _instant(signatory.added_at),
        "late": _yes(signatory.late),
    }


def _found(document: Mapping[str, Any]) -> str:
    """What spoke against a row of a list, or was typed there and dropped, in one line: "country: Atlantis"."""
    values = [one for name, one in document.items() if name != "finding" and one not in (None, [], "")]
    said = (", ".join(map(str, one)) if isinstance(one, list) else str(one) for one in values)
    return ": ".join((document["finding"], *said))


def _agreed(agreed: Consent | None) -> dict[str, Any]:
    if agreed is None:
        blank = ("who_agreed", "how_we_know", "consent_recorded_by", "consent_recorded_at")
        return {"consent": "no", **dict.fromkeys(blank, "")}
    return {
        "consent": agreed.means.value,
        "who_agreed": agreed.authorised_by,
        "how_we_know": agreed.evidence,
        "consent_recorded_by": _person(agreed.recorded_by),
        "consent_recorded_at": _instant(agreed.recorded_at),
    }


def _vote(vote: Vote | None) -> dict[str, Any]:
    """Its policy and, once it has ended, its tally; never who chose what."""
    result = summary.result_of(vote)
    policy = Policy.of(vote.policy) if vote is not None else None
    tally = result.tally if result is not None else None
    return {
        "vote": "" if policy is None else f"{policy.preset.value}{', secret' if policy.secret else ''}",
        "vote_opened_at": _instant(vote.opened_at if vote is not None else None),
        "vote_ended_at": _instant(vote.ended_at if vote is not None else None),
        "vote_cut_short": _cut_short(vote),
        "for": "" if tally is None else tally.for_,
        "against": "" if tally is None else tally.against,
        "abstained": "" if tally is None else tally.abstained,
        "entitled": "" if tally is None else tally.entitled,
        "result": "" if result is None else result.outcome.value,
        "objections": "\n".join(vote.objections if vote is not None else ()),
    }


def _cut_short(vote: Vote | None) -> str:
    """Whether the close cut the vote short, and whether the letter was paused then."""
    if vote is None or not (vote.cut_short or vote.cut_while_paused):
        return ""
    return "by the close, while paused" if vote.cut_while_paused else "by the close"


def _review(signatory: Signatory, decisions: list[Decision]) -> dict[str, Any]:
    said = [
        f"{_instant(one.decided_at)} {one.verdict.value} by {one.decided_by or 'someone'}"
        + (f", undone {_instant(one.undone_at)}" if one.undone_at else "")
        for one in decisions
    ]
    return {
        "decisions": "\n".join(said),
        "told": signatory.told,
        "note_of_review": "\n".join(one.note for one in decisions if one.note),
        "approved_at": _instant(signatory.approved_at),
        "approved_by": _person(signatory.approved_by),
        "by_one_person": _yes(signatory.alone),
        "removed_at": _instant(signatory.removed_at),
        "asked_to_leave_at": _instant(signatory.leaving_at),
    }


def _votes(session: Session, row: Letter) -> WorksheetTable:
    """Ballots of votes that were announced as not secret, once they have ended."""
    names = {signatory.id: signatory.name for signatory in _of(session, Signatory, row)}
    named = {
        vote.signatory_id
        for vote in _about(session, Vote, row)
        if vote.ended_at is not None and not Policy.of(vote.policy).secret
    }
    return WorksheetTable(
        "votes",
        ("signatory_id", "name", "voter", "choice", "reason", "cast_at"),
        tuple(
            {
                "signatory_id": ballot.signatory_id,
                "name": names[ballot.signatory_id],
                "voter": _person(ballot.user_id),
                "choice": ballot.choice.value,
                "reason": ballot.reason,
                "cast_at": _instant(ballot.cast_at),
            }
            for ballot in _about(session, Ballot, row)
            if ballot.signatory_id in named and ballot.choice is not None
        ),
    )


def _words(session: Session, row: Letter) -> Iterable[WorksheetTable]:
    versions = {one.id: f"{one.language} {one.number}" for one in _of(session, TextVersion, row)}
    original = wordings.current(session, row.id)
    yield WorksheetTable(
        "texts",
        ("language", "number", "sha256", "translates", "stale", "change", "written_by", "written_at", "text"),
        tuple(
            {
                "language": one.language,
                "number": one.number,
                "sha256": one.digest,
                "translates": versions.get(one.translates or 0, ""),
                "stale": _yes(
                    one.translates is not None and original is not None and one.translates != original.id
                ),
                "change": one.change.value if one.change is not None else "",
                "written_by": _person(one.created_by),
                "written_at": _instant(one.created_at),
                "text": one.body,
            }
            for one in _of(session, TextVersion, row)
        ),
    )
    yield WorksheetTable(
        "points",
        ("subject", "what_to_say"),
        tuple({"subject": one.subject, "what_to_say": one.body} for one in _of(session, TalkingPoint, row)),
    )


def _lists(session: Session, row: Letter) -> WorksheetTable:
    return WorksheetTable(
        "lists",
        ("number", "name", "published_at", "organisations", "companies", "individuals", "correction", "sha256"),
        tuple(
            {
                "number": one.number,
                "name": one.name.value,
                "published_at": _instant(one.cut_at),
                "organisations": one.counts["organisation"],
                "companies": one.counts["company"],
                "individuals": one.counts["individual"],
                "correction": one.correction,
                "sha256": one.digest,
            }
            for one in _of(session, Edition, row)
        ),
    )


def _of(session: Session, table: Any, row: Letter) -> list[Any]:
    """Rows of a letter, oldest first."""
    return list(session.exec(select(table).where(table.letter_id == row.id).order_by(table.id)))


def _about(session: Session, table: Any, row: Letter) -> list[Any]:
    """Rows about the signatories of a letter."""
    query = select(table).join(Signatory, col(Signatory.id) == table.signatory_id)
    return list(session.exec(query.where(Signatory.letter_id == row.id).order_by(table.signatory_id)))


def _instant(at: datetime | None) -> str:
    return at.isoformat(timespec="seconds") if at is not None else ""


def _person(user_id: int | None) -> str:
    """A Discord id as text: a spreadsheet would round it."""
    return str(user_id) if user_id else ""


def _yes(value: bool) -> str:
    return "yes" if value else "no"
