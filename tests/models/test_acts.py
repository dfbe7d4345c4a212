"""The list of moderators' acts."""

from sqlmodel import Session

from models import acts, coalition, entry, journal, review, signatory
from models.policy import Policy
from models.refusal import Reason
from models.terms import Preset
from tests.conftest import GUILD, NOW
from tests.models import makers

MO, IKE, BEN = makers.moderator(9), makers.moderator(8), makers.member(5)


def test_it_says_who_did_what_why_and_alone(session: Session) -> None:
    makers.server(session)
    makers.participant(session, BEN.user_id)
    letter = makers.letter(session, policy=Policy(preset=Preset.MODERATORS_ONLY).document())
    own = entry.enter(session, MO, NOW, letter.id, makers.agreed("Entered by Mo"))
    review.approve(session, MO, NOW, [own.id])
    other = signatory.propose(session, BEN, NOW, letter.id, makers.agreed("Put forward by Ben"))
    review.approve(session, MO, NOW, [other.id])
    entry.remove(session, IKE, NOW, other.id, "They asked us to")
    sheet = acts.show(session, IKE, letter.id)
    assert (sheet.approved, sheet.alone) == (1, 1)
    said = [(line.actor_id, line.act, line.name, line.reason, line.alone) for line in sheet.lines]
    assert said[0] == (IKE.user_id, "removed", "Put forward by Ben", "They asked us to", False)
    assert (MO.user_id, "approved", "Entered by Mo", "", True) in said
    assert "proposed" not in {line.act for line in sheet.lines}


def test_pages_and_erased_entries(session: Session) -> None:
    makers.server(session)
    letter = makers.letter(session)
    for _ in range(12):
        entry.enter(session, MO, NOW, letter.id, makers.agreed(f"Name {_}"))
    assert len(acts.show(session, MO, letter.id, 99).lines) == 24 - 2 * acts.PAGE
    journal.empty(journal.naming(session, GUILD, MO.user_id))
    first = acts.show(session, IKE, letter.id).lines[0]
    assert (first.actor_id, first.erased) == (None, True)


def test_only_for_moderators_and_only_of_this_server(session: Session) -> None:
    makers.server(session)
    letter = makers.letter(session)
    assert makers.refusal_of(lambda: acts.show(session, BEN, letter.id)).reason is Reason.MODERATORS_ONLY
    coalition.joined(session, GUILD + 1)
    journal.append(session, GUILD + 1, NOW, "admitted", actor_id=1)
    assert acts.show(session, MO, letter.id).lines == ()
