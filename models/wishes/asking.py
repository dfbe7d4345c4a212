"""Asking: a member says that they ask a name, when they did, and what came of it. A yes is a proposal, with the consent
that came."""

from datetime import datetime

from msgspec.structs import replace
from sqlmodel import Session, select

from models.acts import Act
from models.coalitions import access
from models.database.tables import Letter, Wish
from models.letters import lookup, recording
from models.names import cleaning
from models.refusal import Reason, Refusal
from models.sheets import Actor, ProposalAnswers, ProposalSheet
from models.sheets.wishes import WishSheet
from models.submissions import proposals
from models.wishes import matching, reminders, showing
from models.wishes.adding import STATES


def claim(session: Session, actor: Actor, now: datetime, wish_id: int) -> WishSheet:
    """Say *I'll ask them*. A name that said no may be tried by somebody else.

    Refuses CLAIMED(name, user_id) while another member asks it, UNCHANGED while the actor does, DUPLICATE(name,
    signatory_id) for one that is on the letter by now, WRONG_STATE(state, wants), and as ``showing.find`` does.
    """
    wish, letter = _open(session, actor, wish_id)
    _require_not_on_letter(session, letter, wish)
    if wish.claimed_by is not None and wish.refused_at is None:
        if wish.claimed_by == actor.user_id:
            raise Refusal(Reason.UNCHANGED)
        raise Refusal(Reason.CLAIMED, name=wish.name, user_id=wish.claimed_by)
    wish.claimed_by, wish.claimed_at, wish.asked_at, wish.refused_at = actor.user_id, now, None, None
    return _done(session, actor, now, letter, wish, Act.WISH_CLAIMED)


def give_back(session: Session, actor: Actor, now: datetime, wish_id: int) -> WishSheet:
    """Ask no longer: somebody else can. A moderator frees anybody's. Refuses NOT_CLAIMED(name, user_id), where nobody
    asks it of None, and as :func:`claim` does."""
    wish, letter = _theirs(session, actor, wish_id)
    wish.claimed_by = wish.claimed_at = wish.asked_at = None
    return _done(session, actor, now, letter, wish, Act.WISH_GIVEN_BACK)


def asked(session: Session, actor: Actor, now: datetime, wish_id: int) -> WishSheet:
    """They were asked now: whoever asks is reminded after three days without an answer. Asked again, the days begin
    again. Refuses as :func:`give_back` does."""
    wish, letter = _theirs(session, actor, wish_id)
    _require_not_on_letter(session, letter, wish)
    wish.asked_at = now
    reminds = reminders.plan(session, letter, wish, now)
    return replace(_done(session, actor, now, letter, wish, Act.WISH_ASKED), reminds=reminds)


def refuse(session: Session, actor: Actor, now: datetime, wish_id: int) -> WishSheet:
    """They said no. Refuses as :func:`give_back` does."""
    wish, letter = _theirs(session, actor, wish_id)
    wish.refused_at = now
    return _done(session, actor, now, letter, wish, Act.WISH_REFUSED)


def check_agree(session: Session, actor: Actor, now: datetime, wish_id: int) -> WishSheet:
    """The name for which a yes is about to be typed; refuses as :func:`agree` does, as far as it can be known."""
    wish, letter = _theirs(session, actor, wish_id)
    _require_not_on_letter(session, letter, wish)
    return showing.one(session, actor, now, wish_id)


def agree(
    session: Session, actor: Actor, now: datetime, wish_id: int, answers: ProposalAnswers
) -> ProposalSheet:
    """They said yes: propose the name with the consent that came, as ``proposals.propose`` does and refuses. A name
    that was put right in the form is put right on the wish list, or it would go on being asked for."""
    wish, letter = _theirs(session, actor, wish_id)
    wish.refused_at = None
    sheet = proposals.propose(session, actor, now, letter.id, answers)
    _rename(session, wish, sheet)
    recording.record(session, letter, now, Act.WISH_PROPOSED, actor.user_id, wish=wish.id)
    return sheet


def remove(session: Session, actor: Actor, now: datetime, wish_id: int) -> WishSheet:
    """Take a name off the wish list; as it was. For whoever added it while nobody else asks it, and for a moderator.
    Refuses NOT_YOUR_WISH(name), and as ``showing.find`` does."""
    wish, letter = showing.find(session, actor, wish_id, lock=True)
    own = wish.added_by == actor.user_id and wish.claimed_by in (None, actor.user_id)
    if not own and not access.moderates(session, actor):
        raise Refusal(Reason.NOT_YOUR_WISH, name=wish.name)
    [gone] = showing.sheets(session, actor, letter, [wish])
    session.delete(wish)
    session.flush()
    recording.record(session, letter, now, Act.WISH_REMOVED, actor.user_id, wish=wish_id)
    return gone


def _open(session: Session, actor: Actor, wish_id: int) -> tuple[Wish, Letter]:
    wish, letter = showing.find(session, actor, wish_id, lock=True)
    if letter.state not in STATES:
        raise Refusal(Reason.WRONG_STATE, state=letter.state, wants=sorted(STATES), by_member=True)
    lookup.require_unlocked(letter)
    return wish, letter


def _theirs(session: Session, actor: Actor, wish_id: int) -> tuple[Wish, Letter]:
    wish, letter = _open(session, actor, wish_id)
    if wish.claimed_by is None or (wish.claimed_by != actor.user_id and not access.moderates(session, actor)):
        raise Refusal(Reason.NOT_CLAIMED, name=wish.name, user_id=wish.claimed_by)
    return wish, letter


def _rename(session: Session, wish: Wish, sheet: ProposalSheet) -> None:
    """As it was proposed, unless the wish list has that name too."""
    key = cleaning.exact_key(sheet.kind, sheet.name)
    others = select(Wish.id).where(Wish.letter_id == wish.letter_id, Wish.name_key == key, Wish.id != wish.id)
    if session.exec(others).first() is None:
        wish.kind, wish.name, wish.name_key = sheet.kind, sheet.name, key


def _require_not_on_letter(session: Session, letter: Letter, wish: Wish) -> None:
    taken = matching.named(session, letter.id, [wish]).get(wish.name_key)
    if taken is not None:
        raise Refusal(Reason.DUPLICATE, name=taken.name, signatory_id=taken.id, state=None, twin=False)


def _done(session: Session, actor: Actor, now: datetime, letter: Letter, wish: Wish, act: Act) -> WishSheet:
    session.flush()
    recording.record(session, letter, now, act, actor.user_id, wish=wish.id)
    return showing.one(session, actor, now, wish.id)
