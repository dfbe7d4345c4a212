"""The list of moderators' acts."""

from sqlmodel import Session

from models import journal
from models.acts import Act
from models.coalitions import records
from models.consents import consents
from models.importing import batches
from models.refusal import Reason
from models.review import review
from models.rules.voting_policy import Policy
from models.sheets import BatchAnswers
from models.sheets.batches import Given
from models.submissions import entries, proposals
from models.terms import Kind, Preset
from models.views import moderation_log
from tests.conftest import GUILD, NOW
from tests.models import deciding, makers, naming

MO, IKE, BEN = makers.moderator(9), makers.moderator(8), makers.member(5)


def test_it_says_who_did_what_why_and_alone(session: Session) -> None:
    makers.participant(session, BEN.user_id)
    letter = makers.letter(session, policy=Policy(preset=Preset.MODERATORS_ONLY))
    own = entries.enter(session, MO, NOW, letter.id, makers.agreed("Entered by Mo"))
    review.approve(session, MO, NOW, [own.id])
    other = proposals.propose(session, BEN, NOW, letter.id, makers.agreed("Put forward by Ben"))
    review.approve(session, MO, NOW, [other.id])
    entries.remove(session, IKE, NOW, other.id, "They asked us to")
    sheet = moderation_log.show(session, IKE, letter.id)
    assert (sheet.approved, sheet.alone) == (1, 1)
    said = [(line.actor_id, line.act, line.name, line.reason, line.alone) for line in sheet.lines]
    assert said[0] == (IKE.user_id, "removed", "Put forward by Ben", "They asked us to", False)
    assert (MO.user_id, "approved", "Entered by Mo", "", True) in said
    assert "proposed" not in {line.act for line in sheet.lines}


def test_pages_and_erased_entries(session: Session) -> None:
    letter = makers.letter(session)
    for _ in range(12):
        entries.enter(session, MO, NOW, letter.id, makers.agreed(f"Name {_}"))
    assert len(moderation_log.show(session, MO, letter.id, 99).lines) == 24 - 2 * moderation_log.PAGE
    journal.empty(journal.naming(session, GUILD, MO.user_id))
    first = moderation_log.show(session, IKE, letter.id).lines[0]
    assert (first.actor_id, first.erased) == (None, True)


def test_only_for_moderators_and_only_of_this_server(session: Session) -> None:
    letter = makers.letter(session)
    assert makers.refused(moderation_log.show, session, BEN, letter.id).reason is Reason.MODERATORS_ONLY
    records.joined(session, GUILD + 1)
    journal.append(session, GUILD + 1, NOW, Act.ADMITTED, actor_id=1)
    assert moderation_log.show(session, MO, letter.id).lines == ()


def test_one_list_is_one_act_and_its_undoing_another(session: Session) -> None:
    letter = naming.a_letter(session)
    rows = tuple(Given(number, f"Name {number}", Kind.ORGANISATION) for number in range(1, 19))
    answers = BatchAnswers(rows, "form.csv", "", signed=True, authorised_by="Ann Lee", evidence="The form")
    shown = batches.preview(session, naming.MODERATOR, NOW, letter.id, answers)
    stored = deciding.import_(session, naming.MODERATOR, NOW, letter.id, answers, shown.digest)
    batches.undo(session, naming.MODERATOR, NOW, stored.id)
    lines = moderation_log.show(session, naming.MODERATOR, letter.id).lines
    assert [(line.act, line.names, line.name) for line in lines[:2]] == [
        ("import undone", 18, ""),
        ("list imported", 18, ""),
    ]
    assert not {"imported", "import undone", "list imported"} & {line.act for line in lines[2:]}


def test_a_persons_own_press_is_no_act_of_a_moderator(session: Session) -> None:
    makers.participant(session, BEN.user_id)
    letter = makers.letter(session, policy=Policy(preset=Preset.MODERATORS_ONLY))
    own = proposals.sign(session, BEN, NOW, letter.id, makers.signing("Own Trust", authorised=True))
    other = proposals.propose(session, BEN, NOW, letter.id, makers.answers("Other Trust"))
    consents.add(session, MO, NOW, other.id, "Ann Lee, chair", "Her e-mail")
    review.approve(session, MO, NOW, [own.id])
    proposals.withdraw_wish(session, BEN, NOW, own.id, "We left")
    said = [(line.actor_id, line.act, line.name) for line in moderation_log.show(session, MO, letter.id).lines]
    assert [line for line in said if line[0] == BEN.user_id] == []
    assert (MO.user_id, "consent recorded", "Other Trust") in said


def test_each_act_keeps_the_name_of_its_moment(session: Session) -> None:
    letter = makers.letter(session)
    one = entries.enter(session, MO, NOW, letter.id, makers.agreed("Index Iran"))
    entries.edit(session, MO, NOW, one.id, {"name": "Index Iraq"})
    entries.edit(session, MO, NOW, one.id, {"aliases": "Dex"})
    entries.edit(session, IKE, NOW, one.id, {"name": "Index of Iraq"})
    said = [(line.act, line.name, line.became) for line in moderation_log.show(session, MO, letter.id).lines]
    assert said == [
        ("edited", "Index Iraq", "Index of Iraq"),
        ("edited", "Index Iraq", ""),
        ("edited", "Index Iran", "Index Iraq"),
        ("consent recorded", "Index Iran", ""),
        ("entered", "Index Iran", ""),
    ]
