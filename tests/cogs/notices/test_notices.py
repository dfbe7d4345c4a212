"""What the bot says of its own accord: inside Discord's limits, true when it is sent, pinging one role at most."""

from datetime import UTC, datetime, timedelta

import pytest
from msgspec.structs import replace

from cogs.ui.cards import letter, notices
from models.sheets import LeftToDo, PostedNotice
from models.terms import LetterState, NoticeKind
from tests import limits
from tests.cogs.worst import LETTER, NOTICE, NOW


@pytest.mark.parametrize("kind", NoticeKind)
async def test_every_notice_fits_with_the_worst_data(kind: NoticeKind) -> None:
    drawn = notices.card(replace(NOTICE, kind=kind, late=True), mark=str(2**63 - 1))
    limits.check(drawn)
    assert f"~{2**63 - 1}" in str(drawn.view.to_components()), "it is found again by its mark"


@pytest.mark.parametrize("kind", NoticeKind)
async def test_what_someone_typed_pings_nobody(kind: NoticeKind) -> None:
    drawn = notices.card(replace(NOTICE, kind=kind))
    assert r"\@everyone" in (drawn.content or "") or "@everyone" not in (drawn.content or "")
    assert drawn.ping_role_id == 77


async def test_the_fact_is_in_the_first_line() -> None:
    first = (notices.card(NOTICE).content or "").splitlines()[0]
    assert "closes" in first
    assert "<t:1740095999:R>" in first


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ((18, 10), "in 2 days"),
        ((19, 10), "in 1 day"),
        ((20, 1), "<t:1740095940:R>"),
        ((20, 10), "<t:1740095940:R>"),
    ],
)
@pytest.mark.parametrize("zone", ["Europe/London", "Africa/Abidjan"])
async def test_a_reminder_counts_the_days_of_the_calendar(sent: tuple[int, int], said: str, zone: str) -> None:
    letter = replace(LETTER, closes_at=datetime(2025, 2, 20, 23, 59, tzinfo=UTC), time_zone=zone)
    at = datetime(2025, 2, *sent, tzinfo=UTC)
    assert f"closes {said}: <t:" in (notices.card(replace(NOTICE, letter=letter, as_of=at)).content or "")
    stood = PostedNotice(1, letter.closes_at, None, at, leaves_older=False)
    kept = replace(NOTICE, letter=letter, as_of=at + timedelta(days=1), posted=stood)
    assert f"closes {said}: <t:" in (notices.card(kept).content or ""), "from the day on which it was sent"


async def test_the_days_are_those_of_the_letters_zone() -> None:
    """On Tuesday at 23:30 in London it is Wednesday in Nairobi."""
    closes_at, at = datetime(2025, 2, 20, 20, 59, tzinfo=UTC), datetime(2025, 2, 18, 23, 30, tzinfo=UTC)
    letter = replace(LETTER, closes_at=closes_at, time_zone="Africa/Nairobi")
    assert "closes in 1 day: " in (notices.card(replace(NOTICE, letter=letter, as_of=at)).content or "")


async def test_a_late_reminder_says_so() -> None:
    assert "This message is late" in (notices.card(replace(NOTICE, late=True)).content or "")
    assert "This message is late" not in (notices.card(NOTICE).content or "")


async def test_a_direct_reminder_says_what_is_left_to_do_and_nothing_else() -> None:
    drawn = notices.card(replace(NOTICE, left=LeftToDo(True, 4, 0), ping_role_id=None))
    assert "Your organisation hasn't signed yet." in (drawn.content or "")
    assert "4 proposals need your vote." in (drawn.content or "")
    assert "record of who agreed" not in (drawn.content or "")
    assert "Mute reminders" in limits.text_of(drawn)


async def test_a_direct_reminder_is_still_true_after_the_close() -> None:
    letter = replace(LETTER, closes_at=NOTICE.as_of + timedelta(hours=15))
    drawn = notices.card(replace(NOTICE, letter=letter, left=LeftToDo(True, 0, 0), ping_role_id=None))
    assert "closes in 15 hours: <t:" in (drawn.content or "")
    assert ":R>" not in (drawn.content or ""), "it is not redrawn, and would say that it closes hours ago"


@pytest.mark.parametrize("state", LetterState)
async def test_the_letters_card_fits_in_every_state(state: LetterState) -> None:
    limits.check(letter.status(replace(LETTER, state=state, publish_at=NOW), public=True))


async def test_the_count_is_said_by_kind_with_its_instant() -> None:
    shown = limits.text_of(letter.status(LETTER, public=True))
    assert (
        "**239 signed**: 118 organisations, 57 companies and 64 individuals (as of 20 Feb 2025, 22:59 UTC)"
        in shown
    )
