"""Reconciliation: the journal of one server replayed, and what it comes to compared with the tables.

Texts and lists are computed again (``models.publishing.proofs``). For each signatory the journal says how it came in,
how it was edited, where it stands, who agreed and what moderators decided; a row that says otherwise was changed by
another hand than the bot's. Where an entry was erased, what it said is counted as not proved.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlmodel import Session, col, select

from models import journal
from models.acts import Act
from models.database.tables import Consent, Decision, Edition, JournalEntry, Letter, Signatory, TextVersion
from models.entry_sections import EntrySection
from models.names.identity import Identity
from models.publishing import proofs
from models.sheets import Contradiction, Proof, ReconciliationSheet, Recorded
from models.terms import SignatoryState, Verdict

_CAME_IN = frozenset({Act.PROPOSED, Act.SIGNED, Act.ENTERED, Act.IMPORTED})
_CONSENT_ENDS = frozenset({Act.PERSON_ASKED, Act.REFUSED_BY_THE_PERSON})
_PRINTED = ("kind", "name", "country", "website", "affiliation")
_VERDICTS = {
    Act.APPROVED: Verdict.APPROVE,
    Act.APPROVED_ONCE: Verdict.APPROVE,
    Act.DECLINED: Verdict.DECLINE,
    Act.HOLD: Verdict.HOLD,
}

Agreed = tuple[str, str, str]
"""Means, who agreed, how it is known."""


@dataclass(slots=True)
class _Replayed:
    """What the journal says of one signatory; None if an entry that said it is erased."""

    name: dict[str, Any] | None = None
    state: SignatoryState | None = None
    agreed: Agreed | bool | None = False
    """False if nobody agreed."""
    decisions: dict[int, Verdict] = field(default_factory=dict)
    undone: set[int] = field(default_factory=set)
    forgets_decisions: bool = False

    def play(self, entry: JournalEntry) -> None:
        act, facts = Act(entry.act), entry.facts
        if entry.erased:
            self._forget(act)
            return
        after = facts.get("after")
        told = not entry.lacks(EntrySection.SUBJECT)
        if act in _CAME_IN and "kind" in facts:
            self.state = SignatoryState.LATE if facts["late"] else SignatoryState.PROPOSED
            self.name = _printed(facts) if told else None
            if act is Act.IMPORTED:
                self.agreed = _agreed(facts | {"means": "stated"}) if told else None
        elif act in (Act.EDITED, Act.CORRECTED):
            self.name = _printed(after) if isinstance(after, Mapping) else None
        elif isinstance(after, str):
            self.state = SignatoryState(after)
        if act is Act.CONSENT_RECORDED:
            self.agreed = _agreed(facts) if told else None
        elif act in _CONSENT_ENDS or not facts.get("votes_kept", True):
            self.agreed = False
        if "decision" in facts:
            if act is Act.DECISION_UNDONE:
                self.undone.add(facts["decision"])
            elif act in _VERDICTS:
                self.decisions[facts["decision"]] = _VERDICTS[act]

    def _forget(self, act: Act) -> None:
        """What an entry that is empty now may have changed."""
        self.name = self.agreed = None
        self.forgets_decisions = True
        self.state = SignatoryState(act.value) if act in _VERDICTS and act is not Act.APPROVED_ONCE else None


def compare(session: Session, guild_id: int) -> ReconciliationSheet:
    """Compare everything of one server that the journal proves. Changes nothing."""
    proofs_: dict[Recorded, Counter[Proof]] = {what: Counter() for what in Recorded}
    against = []
    for what, number, proof in _all(session, guild_id):
        proofs_[what][proof] += 1
        if proof is Proof.CONTRADICTED:
            against.append(Contradiction(what, number))
    return ReconciliationSheet(
        guild_id=guild_id,
        proved={what: counts[Proof.HOLDS] for what, counts in proofs_.items()},
        unproved={what: counts[Proof.UNPROVED] for what, counts in proofs_.items()},
        against=tuple(against),
    )


def _all(session: Session, guild_id: int) -> Iterator[tuple[Recorded, int, Proof]]:
    letters = select(Letter.id).where(Letter.guild_id == guild_id)
    for text in session.exec(select(TextVersion).where(col(TextVersion.letter_id).in_(letters))):
        yield Recorded.TEXT, text.id, proofs.of_text(session, text)
    for edition in session.exec(select(Edition).where(col(Edition.letter_id).in_(letters))):
        yield Recorded.LIST, edition.id, proofs.of_edition(session, edition)
    replayed = _replay(session, guild_id)
    rows = session.exec(
        select(Signatory, Consent)
        .outerjoin(Consent, col(Consent.signatory_id) == col(Signatory.id))
        .where(Signatory.guild_id == guild_id)
        .order_by(col(Signatory.id))
    ).all()
    for row, agreed in rows:
        said = replayed.pop(row.id, None)
        if said is None:
            yield Recorded.NAME, row.id, Proof.CONTRADICTED
            continue
        yield Recorded.NAME, row.id, _proof(said.name, _printed(Identity.of(row).document()))
        yield Recorded.STATE, row.id, _proof(said.state, row.state)
        if agreed is not None or said.agreed:
            yield Recorded.CONSENT, row.id, _consent(said, agreed)
        yield from _decisions(session, row, said)
    yield from ((Recorded.NAME, gone, Proof.CONTRADICTED) for gone in replayed)


def _replay(session: Session, guild_id: int) -> dict[int, _Replayed]:
    replayed: dict[int, _Replayed] = {}
    about_names = JournalEntry.guild_id == guild_id, col(JournalEntry.signatory_id).is_not(None)
    for entry in session.exec(journal.listed(*about_names)):
        replayed.setdefault(entry.signatory_id or 0, _Replayed()).play(entry)
    return replayed


def _consent(said: _Replayed, row: Consent | None) -> Proof:
    if said.agreed is None:
        return Proof.UNPROVED
    if row is None or not isinstance(said.agreed, tuple):
        return Proof.CONTRADICTED
    means, who, how = said.agreed
    # A row of a list may name its own person before the one who vouches for the list.
    same = row.authorised_by == who or row.authorised_by.endswith(f"; {who}"[:300])
    return Proof.HOLDS if (row.means.value, row.evidence) == (means, how) and same else Proof.CONTRADICTED


def _decisions(session: Session, row: Signatory, said: _Replayed) -> Iterator[tuple[Recorded, int, Proof]]:
    known = dict(said.decisions)
    for decision in session.exec(select(Decision).where(Decision.signatory_id == row.id)):
        verdict = known.pop(decision.id, None)
        undone = decision.id in said.undone and decision.undone_at is None
        if verdict is None and said.forgets_decisions:
            yield Recorded.DECISION, row.id, Proof.UNPROVED
        else:
            holds = verdict is decision.verdict and not undone
            yield Recorded.DECISION, row.id, Proof.HOLDS if holds else Proof.CONTRADICTED
    yield from ((Recorded.DECISION, row.id, Proof.CONTRADICTED) for _ in known)


def _proof(said: object, stands: object) -> Proof:
    if said is None:
        return Proof.UNPROVED
    return Proof.HOLDS if said == stands else Proof.CONTRADICTED


def _printed(facts: Mapping[str, Any]) -> dict[str, Any]:
    return {name: facts[name] for name in _PRINTED}


def _agreed(facts: Mapping[str, Any]) -> Agreed | bool:
    return (facts["means"], facts["authorised_by"], facts["evidence"]) if "evidence" in facts else False
