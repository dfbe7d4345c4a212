"""Settings of a server and the gates that every verb passes first."""

import pytest
from sqlmodel import Session, select

from models.coalitions import access, setup
from models.database.tables import JournalEntry
from models.refusal import Reason, Refusal
from models.sheets import Actor, CoalitionChanges
from tests.conftest import GUILD, NOW
from tests.models import makers


def refusal(session: Session, actor: Actor, changes: CoalitionChanges) -> Refusal:
    return makers.refused(setup.set_up, session, actor, NOW, changes)


def test_the_first_set_up_is_for_someone_who_manages_the_server(session: Session, manager: Actor) -> None:
    assert refusal(session, Actor(GUILD, 2), {}).reason is Reason.MANAGERS_ONLY
    sheet = setup.set_up(session, manager, NOW, {"time_zone": "London", "announcements_id": 11})
    assert (sheet.time_zone, sheet.announcements_id, sheet.set_up_at) == ("Europe/London", 11, NOW)


def test_recommended_settings_are_no_changes_at_all(session: Session, manager: Actor) -> None:
    assert setup.set_up(session, manager, NOW, {}).set_up_at == NOW


def test_later_moderators_may_and_managers_still_may(session: Session, manager: Actor) -> None:
    makers.server(session)
    refused = refusal(session, makers.member(5), {"time_zone": "Paris"})
    assert refused.reason is Reason.MODERATORS_ONLY
    assert refused.values == {"role_id": makers.MODERATOR_ROLE}
    assert setup.set_up(session, makers.moderator(6), NOW, {"time_zone": "Paris"}).time_zone == "Europe/Paris"
    assert setup.set_up(session, manager, NOW, {"time_zone": "Rome"}).time_zone == "Europe/Rome"


def test_what_is_not_named_stays_and_none_takes_a_channel_away(session: Session) -> None:
    makers.server(session)
    sheet = setup.set_up(session, makers.moderator(6), NOW, {"proposals_id": None})
    assert (sheet.proposals_id, sheet.announcements_id) == (None, makers.ANNOUNCEMENTS)


def test_an_unknown_zone_is_refused(session: Session, manager: Actor) -> None:
    assert refusal(session, manager, {"time_zone": "EST"}).reason is Reason.UNKNOWN_ZONE


@pytest.mark.parametrize("role", ["member_role_id", "moderator_role_id"])
def test_the_role_that_everyone_holds_is_refused(session: Session, manager: Actor, role: str) -> None:
    """Discord's @everyone has the id of its server."""
    changes: CoalitionChanges = {role: GUILD}  # type: ignore[misc]
    assert refusal(session, manager, changes).reason is Reason.ROLE_IS_EVERYONE


def test_the_journal_holds_old_and_new_and_nothing_when_nothing_changed(session: Session) -> None:
    makers.server(session)
    for _ in range(2):
        setup.set_up(session, makers.moderator(6), NOW, {"time_zone": "Paris"})
    entry = session.exec(select(JournalEntry)).one()
    assert entry.facts == {
        "actor": 6,
        "before": {"time_zone": "Europe/London"},
        "after": {"time_zone": "Europe/Paris"},
    }


def test_who_lost_the_member_role_no_longer_takes_part(session: Session) -> None:
    makers.participant(session, 5)
    assert access.participant(session, makers.member(5))
    assert access.participant(session, Actor(GUILD, 5)) is None


def test_who_takes_part_elsewhere_does_not_here(session: Session) -> None:
    makers.participant(session, 5)
    assert access.participant(session, Actor(GUILD + 1, 5)) is None
    refusal = makers.refused(access.require_participant, session, Actor(GUILD + 1, 5))
    assert refusal.reason is Reason.TAKE_PART_FIRST
