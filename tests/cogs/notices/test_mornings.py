"""What comes each morning, what one asks for later, and the form that sets it all, on the simulated Discord."""

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from cogs.letter.plans import PLAN
from cogs.ui.cards import daily, plans, snooze
from models.letters import reminder_plans
from models.participants import drafts
from models.refusal import Reason
from models.rules import reminder_plan
from models.rules.reminder_plan import DIRECT, Plan, Snooze
from models.sheets import BulletinSheet, DigestSheet, PlanSheet, SnoozeSheet
from tests import limits
from tests.cogs.campaign import CLOSE
from tests.cogs.coordinator import manage, published
from tests.cogs.desk import BIG, ROUGH, refused, texts
from tests.cogs.notices.board import a_board, said
from tests.cogs.server import START, newest, seen
from tests.cogs.worst import NOTICE

HOUR = timedelta(hours=1).total_seconds()
DAY = 24 * HOUR
TYPED = {"days": "1", "hours": "2", "direct": "1", "quiet": "none", "bulletin": True}


async def test_moderators_read_each_morning_what_waits_and_review_from_there(tmp_path: Path) -> None:
    async with a_board(tmp_path) as (desk, board):
        await desk.server.pass_(12 * HOUR)
        await desk.propose("Index")
        await desk.server.pass_(12 * HOUR + 5)
        (digest,) = said(desk, board, "waiting for review")
        assert "**Keep it safe**: 1 name has been waiting for review for 12 hours." in digest.content
        assert "Index" in seen(await desk.mo.click(digest, label="Review names"))
        await desk.server.pass_(DAY)
        assert any(
            "waiting for review for 1 day." in one.content for one in said(desk, board, "waiting for review")
        )
        assert not said(desk, desk.hall, "for review")


async def test_a_morning_with_nothing_to_do_is_silent(tmp_path: Path) -> None:
    async with a_board(tmp_path) as (desk, board):
        await desk.server.pass_(DAY + 5)
        assert said(desk, board, "") == []


async def test_the_form_reads_the_plan_back_before_it_holds(tmp_path: Path) -> None:
    async with a_board(tmp_path) as (desk, _):
        form = await manage(desk, "reminders")
        shown = await desk.mo.submit_modal(form, TYPED)
        words = seen(shown)
        assert "Send reminders like this from now on?" in words
        last_call = f"<t:{int((CLOSE - timedelta(hours=2)).timestamp())}:f>"
        assert f"and {last_call} (last call)." in words
        assert (
            f"People who still have something to do also get direct messages at these times: {last_call}."
            in words
        )
        assert "I post a bulletin at 9:00 each morning" in words
        before = await desk.store.read(reminder_plans.show, desk.moderator(), None)
        assert before.plan == Plan(), "nothing holds yet"
        done = seen(await desk.mo.click(newest(shown), label="Send them like this"))
        assert "**Saved.**" in done
        after = await desk.store.read(reminder_plans.show, desk.moderator(), None)
        assert after.plan == Plan((1,), (2,), 1, None, True)


async def test_what_cannot_be_read_comes_back_with_what_was_typed(tmp_path: Path) -> None:
    async with a_board(tmp_path) as (desk, _):
        form = await manage(desk, "reminders")
        refused = await desk.mo.submit_modal(form, TYPED | {"quiet": "at night"})
        assert "I don't understand the quiet hours at night" in seen(refused)
        assert "at night" in str((await desk.mo.click(newest(refused), label="Correct what I typed")).modal)


async def test_what_was_typed_elsewhere_is_no_plan(tmp_path: Path) -> None:
    async with a_board(tmp_path) as (desk, _):
        moderator, letter_id = desk.moderator(), desk.world.letter.id
        sheet = await desk.store.read(reminder_plans.show, moderator, None)
        for form, arguments in (("propose", [letter_id]), (PLAN.route, [letter_id + 1])):
            kept = reminder_plan.as_typed(Plan((5,)))
            about = (moderator, desk.now, form, arguments, kept)
            draft_id = await desk.store.write(drafts.save, *about)
            put = desk.hand_in("plan.put", moderator, letter_id, draft_id, sheet.version)
            assert await refused(put) is Reason.DRAFT_GONE
        assert (await desk.store.read(reminder_plans.show, moderator, None)).plan == Plan()


async def test_the_bulletin_says_what_is_new_once_it_is_wanted_and_published(tmp_path: Path) -> None:
    async with a_board(tmp_path) as (desk, _):
        sheet = await desk.store.read(reminder_plans.show, desk.moderator(), None)
        wanted = Plan(bulletin=True)
        await desk.store.write(
            reminder_plans.put, desk.moderator(), desk.now, sheet.letter_id, wanted, sheet.version
        )
        await desk.server.stage.tell()
        await desk.server.stage.env.advance_time(HOUR)
        await published(desk)
        await desk.server.stage.env.advance_time(60)
        await desk.approve(await desk.enter("Index *on* Censorship"))
        await desk.server.pass_(DAY)
        (bulletin,) = said(desk, desk.hall, "New since")
        lines = bulletin.content.splitlines()
        assert lines[0].startswith("**Keep it safe**: **1 signed**: 1 organisation")
        assert "(as of 14 Feb 2025, 09:0" in lines[0]
        assert r"Index \*on\* Censorship" in lines[1]
        assert desk.server.stage.pinged(bulletin) == (set(), set())
        assert "Index" in seen(await desk.world.ana.click(bulletin, label="Who has signed"))


async def test_a_reminder_comes_back_when_its_reader_said(tmp_path: Path) -> None:
    async with a_board(tmp_path) as (desk, _):
        ana = desk.world.ana
        await desk.server.pass_(DAY + 2 * HOUR)  # ten o'clock, one day before
        mailbox = ana.user.dm_channel
        reminder = said(desk, mailbox, "Your organisation hasn't signed yet.")[-1]
        offered = await ana.user.click(reminder, label="Remind me later")
        assert "when should I remind you?" in texts(newest(offered))
        chosen = await ana.user.click(newest(offered), label="In 3 hours")
        assert "I'll remind you on <t:" in texts(newest(chosen))
        await desk.server.stage.env.advance_time(3 * HOUR + 5)
        again = said(desk, mailbox, "Your organisation hasn't signed yet.")
        assert [one.id for one in again[:-1]][-1] == reminder.id, "once more, and no oftener"
        assert "This message is late" not in again[-1].content


async def test_a_choice_that_passed_meanwhile_is_refused_in_words(tmp_path: Path) -> None:
    async with a_board(tmp_path) as (desk, _):
        await desk.server.pass_(DAY + 2 * HOUR)
        mailbox, ana = desk.world.ana.user.dm_channel, desk.world.ana
        reminder = said(desk, mailbox, "Your organisation hasn't signed yet.")[-1]
        offered = await ana.user.click(reminder, label="Remind me later")
        await desk.server.pass_(20 * HOUR)
        assert "Choose a time before" in texts(
            newest(await ana.user.click(newest(offered), label="In 3 hours"))
        )


DIGEST = DigestSheet(9999, START, 9999, 9999, 9999, 9999, tuple(range(BIG - 99, BIG)), 99)
BULLETIN = BulletinSheet(START, (ROUGH[:200],) * 15, 9999, 9999)


async def test_cards_fit_with_the_worst_data() -> None:
    assert len("\n".join(daily.digest(replace(NOTICE, digest=DIGEST), "x" * 400))) < 2000
    assert len("\n".join(daily.news(replace(NOTICE, bulletin=BULLETIN)))) < 1500
    longest = Plan(tuple(range(30, 23, -1)), (72, 71, 70, 69, 68), 5, bulletin=True)
    sheet = PlanSheet(
        2**31,
        BIG,
        ROUGH * 3,
        "America/Argentina/ComodRivadavia",
        Plan(),
        None,
        START + timedelta(days=40),
        2**31,
    )
    for drawn in (plans.echo(sheet, longest, 2**31, START), plans.stored(replace(sheet, plan=longest), START)):
        limits.check(drawn)
    limits.check(plans.stored(replace(sheet, plan=Plan((), (), 0, None)), START))
    later = SnoozeSheet(BIG, 2**31, ROUGH * 3, START, "Europe/London", dict.fromkeys(Snooze, START))
    for drawn in (snooze.choice(later), snooze.choice(replace(later, moments={}))):
        limits.check(drawn)
    limits.check(snooze.chosen(replace(later, moments={Snooze.HOURS: START})))
    limits.check_form(PLAN, 2**31, answers=TYPED)


@pytest.mark.parametrize("direct", DIRECT)
def test_every_plan_is_said_in_sentences(direct: int) -> None:
    sheet = PlanSheet(1, BIG, "Keep it safe", "Europe/London", Plan(), START, START + timedelta(days=7.5), 1)
    said = plans.in_words(sheet, Plan(direct=direct), START)
    assert all(line.endswith(".") for line in said.splitlines())
    assert said.count("<t:") == 5 + min(direct, 4)


def test_a_plan_reads_back_what_will_be_planned_and_nothing_at_the_close() -> None:
    close = datetime(2025, 2, 20, 17, tzinfo=UTC)
    sheet = PlanSheet(1, BIG, "Keep it safe", "Europe/London", Plan(), START, close, 1)
    shown = re.findall(r"<t:(\d+):f>", plans.in_words(sheet, Plan(), START).splitlines()[0])
    days = [datetime(2025, 2, day, 10, tzinfo=UTC) for day in (18, 19, 20)]
    assert [datetime.fromtimestamp(int(one), UTC) for one in shown] == [*days, close - timedelta(hours=1)]
    assert "There are no reminders before the letter closes." in plans.in_words(
        sheet, Plan(), close - timedelta(minutes=1)
    )


async def test_moderators_see_in_the_status_that_the_clock_runs(tmp_path: Path) -> None:
    async with a_board(tmp_path) as (desk, _):
        await desk.server.stage.env.advance_time(3601)  # the stage sweeps every hour
        shown = seen(await desk.mo.slash(desk.hall, "letter status"))
        assert "My last check for messages, votes or deadlines that were due was <t:" in shown
        assert "nothing is overdue" in shown
        assert "last checked" not in seen(await desk.world.ana.slash(desk.hall, "letter status"))
