"""Scenes: what a call needs so that it comes through, put into the world before it, by the call's name. What a scene
gives back are arguments of that call by name; of a form also what is typed into its fields."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from sqlmodel import col, delete, select

from cogs.ui.cards.window import Move
from cogs.ui.packed_ids import Ids
from models.database.tables import (
    Consent,
    JournalEntry,
    Participant,
    PublicCard,
    Signatory,
    TalkingPoint,
    Vote,
)
from models.importing import batches, files
from models.importing.columns import keeping, reading
from models.importing.columns.reading import ListReading
from models.letters import endorsements, letters, reminder_plans, talking_points, texts, window
from models.participants import confirming
from models.publishing import confirmation, roster, updates
from models.review import queue
from models.rules import reminder_plan
from models.rules.voting_policy import Policy
from models.sheets import BatchAnswers
from models.signatories import shown
from models.submissions import entries
from models.terms import CardKind, Kind, LetterState, Preset, SignatoryState, TextChange
from tests.cogs.scenery import Given, Scene, Scenery, nothing

S = SignatoryState
_SAID = {"way": "signed", "authorised_by": "Its chair", "evidence": "E-mail"}


def _voting(at: Scenery) -> Given:
    return {"signatory_id": at.names(S.VOTING)[-1].id}


def _objecting(at: Scenery) -> Given:
    row = at.names(S.VOTING)[-1]
    at.session.get_one(Vote, row.id).policy = Policy(preset=Preset.NO_OBJECTION, secret=False).document()
    return {"signatory_id": row.id, "reason": "Too close"}


def _approved(at: Scenery) -> Given:
    row = at.names(S.APPROVED)[-1]
    row.leaving_at = at.desk.now
    return {"signatory_id": row.id, "reason": "They asked", "added_by": row.added_by}


def _mine(at: Scenery) -> Given:
    row = at.names(S.APPROVED)[-1]
    row.added_by, row.leaving_at = at.actor.user_id, None
    return {"signatory_id": row.id}


def _several(at: Scenery) -> Given:
    at.unsuspected()
    rows = at.names(S.PASSED, by=at.desk.world.ben.id)[: at.several]
    digest = shown.together(shown.of_each(at.session, rows))
    return {
        "ids": Ids(tuple(row.id for row in rows)),
        "digest": digest,
        "reason": "It is known",
        "told": "Sorry",
    }


def _one_digest(at: Scenery) -> Given:
    row = at.names(S.PASSED, by=at.desk.world.ben.id)[-1]
    return {"signatory_id": row.id, "digest": shown.of(at.session, row)}


def _ready(at: Scenery) -> Given:
    at.unsuspected()
    sheet = queue.queue(at.session, at.desk.moderator(at.desk.ike), at.letter.id)
    return {"since": Ids((sheet.since,)), "digest": sheet.digest}


def _batch(at: Scenery) -> Given:
    """A list of as many names as are told, of which all wait."""
    answers = _list(at)
    actor, now = at.desk.moderator(), at.desk.now
    sheet = batches.preview(at.session, actor, now, at.letter.id, answers)
    ready = batches.prepare(at.session, actor, now, at.letter.id, answers, sheet.digest)
    done = batches.store(at.session, actor, now, at.letter.id, answers, ready)
    return {"batch_id": done.id, "since": batches.show(at.session, actor, done.id).since, "approved": 0}


def _names(at: Scenery) -> str:
    many = 20 * at.several
    return "\n".join(f"{word}{number * 7919} Society" for number in range(many) for word in ("Quay",))


def _read(at: Scenery) -> ListReading:
    """A pasted list, with every question about it answered."""
    read = ListReading(files.read_text(_names(at)))
    while read.open:
        read = read.answering(read.open[0].ask, read.open[0].options[0])
    return read


def _draft_of_a_list(at: Scenery, *, answered: bool = True) -> int:
    read = _read(at)
    kept: Given = {"file": "pasted", "list": keeping.kept(read.whole)}
    kept |= {"said": _SAID, "reading": reading.kept(read)} if answered else {}
    return at.draft("import-list", [at.letter.id], kept)


def _list(at: Scenery) -> BatchAnswers:
    read = _read(at)
    return BatchAnswers(
        tuple(read.entries()),
        file="pasted",
        shape=read.shape,
        signed=True,
        authorised_by=_SAID["authorised_by"],
        evidence=_SAID["evidence"],
    )


def _importing(at: Scenery) -> Given:
    draft_id = _draft_of_a_list(at)
    sheet = batches.preview(at.session, at.actor, at.desk.now, at.letter.id, _list(at))
    return {"draft_id": draft_id, "digest": sheet.digest, "doubtful": 0, "page": 0, **_SAID}


def _asked_of_a_list(at: Scenery) -> Given:
    draft_id = _draft_of_a_list(at, answered=False)
    [asked, *_] = ListReading(files.read_text(_names(at))).open
    return {"draft_id": draft_id, "ask": asked.ask.value, "values": [asked.options[0]], "place": 0, "page": 0}


def _state(state: LetterState, **columns: Any) -> Scene:
    def scene(at: Scenery) -> Given:
        letter = at.letter
        letter.state = state
        for name, value in columns.items():
            setattr(letter, name, value)
        at.session.exec(delete(PublicCard).where(col(PublicCard.kind) == CardKind.STATUS))
        return {}

    return scene


def _paused(at: Scenery) -> Given:
    at.letter.paused_at = at.desk.now
    return {}


def _locked(at: Scenery) -> Given:
    at.letter.locked_at = at.desk.now
    return {}


def _finished(at: Scenery) -> Given:
    at.published()
    at.closed()
    return {}


def _over(at: Scenery) -> Given:
    at.closed()
    at.letter.final_at = at.desk.now
    return {}


def _published(at: Scenery) -> Given:
    """A list is out, and as many names as are told came since."""
    at.published()
    for row in at.names(S.PASSED)[: at.several]:
        row.state, row.approved_at = S.APPROVED, at.desk.now
    at.session.flush()
    pending = updates.check_publish(at.session, at.desk.moderator(), at.desk.now, at.letter.id)
    return {"seen": updates.fingerprint(pending.after), "correction": "A name was wrong"}


def _confirming(move: Move, before: Scene = nothing, later: timedelta | None = None) -> Scene:
    """The button that confirms a move, as it was drawn just now."""

    def scene(at: Scenery) -> Given:
        before(at)
        at.session.flush()
        now = at.desk.now
        listed = roster.digest(at.session, at.letter.id, now) if move in (Move.PUBLISH, Move.FINISH) else ""
        seen = confirmation.shown(letters.sheet(at.session, at.letter, now), move.value, listed)
        draft_id = at.draft(window.CANCEL, [at.letter.id], {"reason": "We stop"})
        stamp = int((at.letter.closes_at + later).timestamp()) if later is not None else 0
        return {"move": move, "seen": seen, "stamp": stamp, "draft_id": draft_id}

    return scene


def _asking(at: Scenery) -> Given:
    """Ben asks to be let in."""
    person = at.session.exec(select(Participant).where(Participant.user_id == at.desk.world.ben.id)).one()
    person.joined_at, person.asked_at = None, at.desk.now
    return {"user_id": person.user_id}


def _blocked(at: Scenery) -> Given:
    person = at.session.exec(select(Participant).where(Participant.user_id == at.desk.world.ben.id)).one()
    person.blocked_at = at.desk.now
    return {"user_id": person.user_id}


def _a_person(at: Scenery) -> Given:
    """A person's name that Ben put forward; the actor is asked whether it is theirs."""
    row = at.names(S.PASSED, by=at.desk.world.ben.id)[-1]
    at.session.exec(delete(Consent).where(col(Consent.signatory_id) == row.id))
    row.kind, row.meant = Kind.INDIVIDUAL, row.meant | {"kind": "individual"}
    at.session.flush()
    return {"signatory_id": row.id}


def _asked(at: Scenery) -> Given:
    found = _a_person(at)
    row = at.session.get_one(Signatory, found["signatory_id"])
    row.person_id, row.person_asked_at = at.actor.user_id, at.desk.now
    at.session.flush()
    return found | {"digest": shown.of(at.session, row)}


def _signing(at: Scenery) -> Given:
    name = "Riverlight" if at.actor.user_id == at.desk.world.ben.id else "Ada Byron"
    return {"version_id": endorsements.newest(at.session, at.letter.id), "name": name}


def _point(at: Scenery) -> Given:
    at.session.exec(delete(TalkingPoint))  # a letter has room for so many
    talking_points.put(at.session, at.desk.moderator(), at.desk.now, at.letter.id, "Privacy", "Keep it safe")
    draft_id = at.draft("letter-point", [at.letter.id], {"subject": "Privacy"})
    return {"subject": "Privacy", "values": ["Privacy"], "draft_id": draft_id}


def _typed_name(at: Scenery) -> Given:
    kept = {"name": "Riverlight", "detail": "", "country": "", "note": "", "authorised_by": "", "evidence": ""}
    arguments = [at.letter.id, Kind.ORGANISATION.value, ""]
    return {"draft_id": at.draft("propose", arguments, kept), "values": [str(at.letter.id)], "country": ""}


def _typed_late(at: Scenery) -> Given:
    at.closed()
    return _typed_name(at)


def _twin(at: Scenery) -> Given:
    row = at.names(S.APPROVED)[-1]
    kept = {"name": row.name, "authorised_by": "Its chair", "evidence": "E-mail"}
    return {"draft_id": at.draft("enter", [at.letter.id, Kind.ORGANISATION.value, ""], kept)}


def _editing(at: Scenery) -> Given:
    row = at.names(S.APPROVED)[-1]
    kept = {"name": "Another", "detail": "", "country": ""}
    return {"draft_id": at.draft("entry-edit", [row.id, "organisation"], kept)}


def _sign_late(at: Scenery) -> Given:
    at.closed()
    kept = {"name": "Ada Byron", "country": "", "detail": "", "authorised": True}
    return {
        "draft_id": at.draft("sign-myself", [at.letter.id, endorsements.newest(at.session, at.letter.id)], kept)
    }


def _a_text(at: Scenery) -> Given:
    sheet = texts.write(
        at.session, at.desk.moderator(), at.desk.now, at.letter.id, "Other words", change=TextChange.SUBSTANCE
    )
    row = at.names(S.PASSED, by=at.desk.world.ben.id)[-1]
    return {"version_id": sheet.version.id, "signatory_id": row.id, "digest": shown.of(at.session, row)}


def _coordinating(at: Scenery) -> Given:
    at.letter.coordinator_id = at.desk.mo.id
    return {"user_id": at.desk.ike.id, "before": at.desk.mo.id, "values": [str(at.desk.ike.id)]}


def _soon(at: Scenery) -> Given:
    soon = at.desk.now + timedelta(days=1)
    return {
        "stamp": int(soon.timestamp()),
        "version": at.letter.deadline_version,
        "move": Move.EXTEND,
        "zone": "UTC",
    }


def _extending(at: Scenery) -> Given:
    return _soon(at) | {"stamp": int((at.letter.closes_at + timedelta(days=1)).timestamp())}


def _accepting(at: Scenery) -> Given:
    at.closed()
    stamp = int((at.desk.now + timedelta(minutes=30)).timestamp())
    return {"stamp": stamp, "version": at.letter.deadline_version, "day": f"<t:{stamp}>", "hour": ""}


def _respelling(at: Scenery) -> Given:
    row = at.names(S.APPROVED)[-1]
    return {"signatory_id": row.id, "name": row.name, "kind": row.kind, "country": "France"}


def _country(at: Scenery) -> Given:
    return _typed_name(at) | {"values": ["GB"], "kind": Kind.ORGANISATION}


def _plan(at: Scenery) -> Given:
    sheet = reminder_plans.show(at.session, at.desk.moderator(), at.letter.id)
    kept = reminder_plan.as_typed(sheet.plan) | {"direct": "1"}
    return {"draft_id": at.draft("letter-reminders", [at.letter.id], kept), "version": sheet.version}


def _tomorrow(at: Scenery) -> Given:
    return {"day": f"<t:{int((at.desk.now + timedelta(days=1)).timestamp())}>", "hour": ""}


def _reading(at: Scenery) -> Given:
    kept = {"day": "1 March", "hour": "12:00", "zone": "UTC"}
    stamp = int((at.letter.closes_at + timedelta(days=1)).timestamp())
    return {"draft_id": at.draft("letter-close", [at.letter.id], kept), "stamp": stamp}


def _claims(at: Scenery) -> Given:
    names = "\n".join(at.session.exec(select(Participant.organisation)))
    sheet = confirming.claims(at.session, at.desk.moderator(at.desk.ike), names)
    return {"draft_id": at.draft("confirm-members", [], {"names": names}), "digest": sheet.digest}


def _own_name(at: Scenery) -> Given:
    found = _a_person(at)
    return found | {"values": [str(found["signatory_id"])]}


def _an_act(at: Scenery) -> Given:
    row = at.names(S.APPROVED)[-1]
    entries.edit(at.session, at.desk.moderator(), at.desk.now, row.id, {"country": "France"})
    last = at.session.exec(select(JournalEntry.id).order_by(col(JournalEntry.id).desc())).first()
    return {"values": [str(last)], "since": 0}


def _file(at: Scenery) -> Given:
    at.published()
    return {"values": ["csv"]}


def _planned(at: Scenery) -> Given:
    at.letter.publish_at = at.desk.now + timedelta(hours=5)
    return {}


SCENES: Mapping[str, Mapping[str, Scene]] = {
    "command manage letter archive": {"": _over},
    "command manage letter finish": {"": _finished},
    "command manage letter open": {"": _state(LetterState.DRAFT)},
    "command manage letter point-remove": {"": _point},
    "command manage letter reopen": {"": _finished},
    "command manage letter resume": {"": _paused},
    "command manage letter unlock": {"": _locked},
    "command manage member unblock": {"": _blocked},
    "command manage signatory remove": {"": _approved},
    "command roster correct": {"": _published},
    "command roster update": {"": _published},
    "form consent": {"": _one_digest},
    "form decline": {"": _several},
    "form hold": {"": _several},
    "form override": {"": _several},
    "form entry-remove": {"": _approved},
    "form import-say": {"": _importing},
    "form letter-point": {"": _point},
    "form letter-point-new": {"": _point},
    "form object": {"": _objecting},
    "form entry-edit": {"": _respelling},
    "form letter-date": {"": _tomorrow},
    "press acts.take-back": {"": _an_act},
    "press confirm.listed": {"": _claims},
    "press draft.reading": {"": _reading},
    "press import.answer": {"": _asked_of_a_list},
    "press import.column": {"": _asked_of_a_list},
    "press language": {"": lambda _at: {"values": ["en"]}},
    "press letter.language": {"": lambda _at: {"values": ["en"]}},
    "press setup.language": {"": lambda _at: {"values": ["en"]}},
    "press outcome": {"": _published},
    "press outcome.answer": {"": _published},
    "press outcome.deliver": {"": _published},
    "press person.is": {"": _own_name},
    "press plan.put": {"": _plan},
    "press roster.file": {"": _file},
    "form roster-correct": {"": _published},
    "form sign-myself": {"": _signing},
    "form sign-organisation": {"": _signing},
    "form outage-accept": {"": _accepting},
    "press admit.chosen": {"": _asking},
    "press turn-down": {"": _asking},
    "press turn-down.chosen": {"": _asking},
    "press coordinator.chosen": {"": _coordinating},
    "press coordinator.hand-over": {"": _coordinating},
    "press dates.set": {"": _soon},
    "press deadline.at": {"": _extending},
    "press draft.open": {"": _typed_name},
    "press entry.anew": {"": _editing},
    "press entry.keep": {"": _approved},
    "press entry.remove": {"": _approved},
    "press entry.twin": {"": _twin},
    "press import.approve": {"": _batch},
    "press import.undo": {"": _batch},
    "press import.undo-all": {"": _batch},
    "press import.ask": {"": _importing},
    "press import.page": {"": _importing},
    "press import.store": {"": _importing},
    "press letter.unlock": {"": _locked},
    "press member.unblock": {"": _blocked},
    "press mine.vote": {"": _voting},
    "press object": {"": _objecting},
    "press outage.accept": {"": _accepting},
    "press person.ask": {"": _a_person},
    "press person.chosen": {"": _a_person},
    "press person.confirm": {"": _asked},
    "press person.refuse": {"": _asked},
    "press person.refuse-surely": {"": _asked},
    "press points.remove": {"": _point},
    "press propose.country": {"": _country},
    "press propose.kind": {"": _typed_name},
    "press propose.letter": {"": _typed_name},
    "press propose.range": {"": _typed_name},
    "press propose.late": {"": _typed_late},
    "press review.approve-ready": {"": _ready},
    "press review.approve": {"": _several},
    "press review.decline": {"": _several},
    "press review.hold": {"": _several},
    "press review.override": {"": _several},
    "press roster.update": {"": _published},
    "press sign.late": {"": _sign_late},
    "press signatory.leave-now": {"": _mine},
    "press take-back": {"": _voting},
    "press text.confirm": {"": _a_text},
    "press vote": {"": _voting},
    "press vote.entitled": {"": _voting},
    "press window.archive": {"": _over},
    "press window.call-off": {"": _planned},
    "press window.finish": {"": _finished},
    "press window.open": {"": _state(LetterState.DRAFT)},
    "press window.publish-at": {"": _soon},
    "press window.resume": {"": _paused},
    "press window.confirm": {
        "open": _confirming(Move.OPEN, _state(LetterState.DRAFT)),
        "pause": _confirming(Move.PAUSE),
        "resume": _confirming(Move.RESUME, _paused),
        "publish": _confirming(Move.PUBLISH),
        "extend": _confirming(Move.EXTEND, later=timedelta(days=1)),
        "close": _confirming(Move.CLOSE),
        "reopen": _confirming(Move.REOPEN, _finished, timedelta(days=2)),
        "finish": _confirming(Move.FINISH, _finished),
        "cancel": _confirming(Move.CANCEL),
        "archive": _confirming(Move.ARCHIVE, _over),
    },
}
"""By the sort of call and its name; a call that does several things has a scene for each."""
TYPED: Mapping[str, Any] = {
    "day": "2025-03-01", "hour": "12:00", "zone": "UTC", "time_zone": "UTC", "language": "en", "country": "",
    "detail": "", "website": "", "address": "a@example.org", "contact": "", "review_hours": "24",
    "most_open": "", "days": "1", "hours": "24", "direct": "3", "quiet": "", "quorum": "", "threshold": "",
    "objections": "2", "early_after_minutes": "", "sort_key": "", "aliases": "",
}  # fmt: skip
"""What is typed into a field of this name, in every form; into all others a letter."""
