"""The review through the real bot: what moderators see and press, what is stored, and who is told what."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from cogs.ui.cards import review as cards
from models.consents import consents
from models.letters import texts as text
from models.refusal import Reason
from models.review import queue, review
from models.rules.voting_policy import Policy
from models.sheets import (
    ConsentSheet,
    EntryChanges,
    ProposalAnswers,
    QueueItem,
    QueueSheet,
    SignatoryChoice,
    Why,
)
from models.submissions import entries, proposals
from models.terms import Choice, Kind, Means, SignatoryState
from models.voting import ballots
from tests import limits
from tests.cogs.desk import BIG, WORST, Desk, a_desk, parts, refused, texts
from tests.cogs.server import START, newest, seen

S = SignatoryState


def direct(desk: Desk, who: Any) -> list[str]:
    """The direct messages that someone got."""
    channel = who.user.dm_channel
    return [message.content for message in desk.server.stage.messages(channel)] if channel else []


async def opposed(desk: Desk, name: str) -> int:
    """A name whose vote was against it."""
    one = await desk.propose(name)
    for number, who in enumerate((desk.world.ana, desk.mo), 1):
        actor = desk.moderator(who) if who is desk.mo else desk.server.actor(who)
        await desk.store.write(ballots.cast, actor, desk.now, one, Choice.AGAINST, number)
    await desk.server.pass_(timedelta(hours=25).total_seconds())
    assert await desk.state(one) is S.OPPOSED
    return one


async def test_first_those_that_are_ready_then_those_to_look_at_with_why(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        for name in ("Agreed One", "Agreed Two"):
            await desk.propose(name)
        await desk.propose("Left|Right *Institute*", agreed=False)
        lines = texts(await desk.panel()).splitlines()
        assert lines[0] == "**Names ready to approve: 2**"
        assert "**Names still to check: 1**" in lines
        looked = next(at for at, line in enumerate(lines) if "Institute" in line)
        assert lines[looked] == r"Left\|Right \*Institute\* (organisation)"
        assert lines[looked - 1].startswith("**Nobody has recorded who agreed** · Proposed <t:"), (
            "what speaks against comes first"
        )
        assert lines[looked - 1].endswith(":R>")
        assert lines[looked - 2] == "", "there is space between names"


async def test_who_agreed_and_how_we_know_is_beside_each_that_is_ready(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        await desk.propose("Agreed One")
        assert "- Agreed One: Its director; E-mail" in texts(await desk.panel()).splitlines()
        assert "*They're a member here*" not in texts(await desk.panel())


@pytest.mark.parametrize("longest", ["W" * 200, "*" * 200])
def test_however_much_is_said_of_those_that_are_ready_the_reasons_below_are_whole(longest: str) -> None:
    agreed = ConsentSheet(Means.STATED, longest, longest, BIG, START, None, None, None)
    ready = tuple(SignatoryChoice(one, longest, Kind.INDIVIDUAL, S.PROPOSED) for one in range(200))
    why = (Why.NO_CONSENT, Why.LATE, Why.EARLIER_TEXT, Why.OTHER_ORGANISATION, Why.SAID_NO, Why.DOUBTFUL)
    items = [
        QueueItem(replace(WORST, id=one, name=longest, vote=None), why, None, (), "", None) for one in range(5)
    ]
    sheet = QueueSheet(1, longest, ready, 40, tuple(items), 1, 8, agreed=dict.fromkeys(range(200), agreed))
    whole, beside = (
        [str(part.get("content", "")) for part in limits.walk(cards.queue(drawn, BIG).view.to_components())]
        for drawn in (replace(sheet, ready=()), sheet)
    )
    [reasons] = [text for text in whole if "**Names still to check: 40**" in text]
    assert reasons in beside


async def test_a_person_for_whom_another_spoke_can_be_asked_in_this_server(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        answers = ProposalAnswers(Kind.INDIVIDUAL, "Cleo Roy", "", "", "Cleo Roy", "Phone")
        ben = desk.server.actor(desk.world.ben)
        one = await desk.store.write(proposals.propose, ben, desk.now, desk.world.letter.id, answers)
        panel = await desk.panel()
        assert "open the name and press *They're a member here*" in texts(panel)
        opened = newest(await desk.mo.select(panel, [str(one.id)], custom_id=desk.menu("review.ready")))
        asked = await desk.mo.click(opened, label="They're a member here")
        assert "Cleo Roy" in seen(asked)


async def test_all_that_are_ready_are_approved_with_one_press(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        ids = [await desk.propose(f"Agreed {number}") for number in range(3)]
        lacking = await desk.propose("Unsure", agreed=False)
        answer = await desk.mo.click(await desk.panel(), label="Approve all (3)")
        assert "**Approved: 3**" in seen(answer)
        assert [await desk.state(one) for one in ids] == [S.APPROVED] * 3
        assert await desk.state(lacking) is S.PROPOSED


async def test_who_became_ready_meanwhile_is_named_and_not_approved(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        first = await desk.propose("Shown")
        panel = await desk.panel()
        second = await desk.propose("Came later")
        answer = await desk.mo.click(panel, label="Approve all (1)")
        assert "**Approved: 1**\nShown" in seen(answer)
        assert (
            "**Decisions I couldn't record: 1**\nCame later: This name has changed since you saw it, or"
            in seen(answer)
        )
        assert [await desk.state(one) for one in (first, second)] == [S.APPROVED, S.PROPOSED]


async def test_of_all_that_were_shown_those_that_are_unchanged_are_approved_and_the_rest_is_named(
    tmp_path: Path,
) -> None:
    async with a_desk(tmp_path) as desk:
        ids = {name: await desk.propose(name) for name in ("Stays", "Edited", "Agreed Anew", "Declined")}
        alike = [await desk.propose(name) for name in ("Riverlight Trust of York", "Riverlight Trust York")]
        panel, mo, write = await desk.panel(), desk.moderator(), desk.store.write
        ike = desk.moderator(desk.ike)
        await write(entries.edit, ike, desk.now, ids["Edited"], {"name": "EDITED"})
        await write(consents.add, ike, desk.now, ids["Agreed Anew"], "Its chair", "On the phone")
        await write(review.decline, ike, desk.now, [ids["Declined"]], "Not a fit")
        # What looked like another was not ready, and becomes so because that one is gone.
        await write(review.decline, ike, desk.now, [alike[1]], "Twice")
        assert alike[0] in {one.id for one in (await desk.store.read(queue.queue, mo)).ready}
        said = seen(await desk.mo.click(panel, label="Approve all (4)"))
        assert "**Approved: 1**\nStays" in said
        assert "**Decisions I couldn't record: 3**" in said
        assert all(
            f"{name}: This name has changed" in said
            for name in ("EDITED", "Agreed Anew", "Riverlight Trust of York")
        )
        assert await desk.state(alike[0]) is S.PROPOSED


async def test_after_the_text_changed_nothing_is_approved_from_an_earlier_list(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        one, mo, letter_id = await desk.propose("Ready"), desk.moderator(), desk.world.letter.id
        panel = await desk.panel()
        await desk.store.write(text.write, mo, desk.now, letter_id, "Another text.")
        await desk.store.write(consents.add, mo, desk.now, one, "Its chair", "On the phone")
        answer = await desk.mo.click(panel, label="Approve all (1)")
        assert "I haven't approved anything. 1 name is ready now" in seen(answer)
        again = await desk.mo.click(newest(answer), label="Look again")
        assert "**Names ready to approve: 1**" in seen(again)


def name_changes(desk: Desk, one: int) -> Any:
    changes = EntryChanges(name="READY")
    return desk.store.write(entries.edit, desk.moderator(desk.ike), desk.now, one, changes)


def consent_changes(desk: Desk, one: int) -> Any:
    return desk.store.write(consents.add, desk.moderator(desk.ike), desk.now, one, "Its chair", "On the phone")


def text_changes(desk: Desk, _one: int) -> Any:
    return desk.store.write(text.write, desk.moderator(), desk.now, desk.world.letter.id, "Another text.")


@pytest.mark.parametrize("change", [name_changes, consent_changes, text_changes])
@pytest.mark.parametrize("command", ["review", "signatory show"])
async def test_an_approval_is_for_what_was_shown(tmp_path: Path, change: Any, command: str) -> None:
    async with a_desk(tmp_path) as desk:
        one = await desk.propose("Ready")
        if command == "review":
            menu = desk.menu("review.ready")
            shown = newest(await desk.mo.select(await desk.panel(), [str(one)], custom_id=menu))
        else:
            shown = newest(await desk.mo.slash(desk.hall, command, signatory=f"#{one}"))
        await change(desk, one)
        anew = await desk.mo.click(shown, label="Approve")
        assert "This changed after you saw it, so I haven't recorded anything." in seen(anew)
        assert await desk.state(one) is S.PROPOSED
        assert "**Approved: 1**" in seen(await desk.mo.click(newest(anew), label="Approve"))


async def test_so_is_one_of_several_and_one_against_the_vote(tmp_path: Path) -> None:
    async with a_desk(tmp_path, Policy()) as desk:
        ids = [await opposed(desk, name) for name in ("First", "Second")]
        several = await desk.look(*ids)
        form = await desk.mo.click(several, label="Approve with a reason")
        await consent_changes(desk, ids[1])
        answer = await desk.mo.submit_modal(form, {"reason": "We know them"})
        assert "This has changed since you opened the form" in seen(answer)
        assert [await desk.state(one) for one in ids] == [S.OPPOSED] * 2
        again = await desk.mo.click(newest(answer), label="Correct what I typed")
        assert "We know them" in str(again.modal)
        assert "**Approved: 2**" in seen(await desk.mo.submit_modal(again, {"reason": "We know them"}))


@pytest.mark.parametrize("label", ["Decline", "Put on hold"])
async def test_no_name_is_declined_or_held_that_became_another_since_it_was_shown(
    tmp_path: Path, label: str
) -> None:
    async with a_desk(tmp_path) as desk:
        one = await desk.propose("Harbour Wtach", agreed=False)
        form = await desk.mo.click(await desk.look(one), label=label)
        edit = EntryChanges(name="Harbour Watch")
        await desk.store.write(entries.edit, desk.moderator(desk.ike), desk.now, one, edit)
        answer = await desk.mo.submit_modal(form, {"told": "We do not know them"})
        assert "This has changed since you opened the form" in seen(answer)
        assert await desk.state(one) is S.PROPOSED
        again = await desk.mo.click(newest(answer), label="Correct what I typed")
        assert "We do not know them" in str(again.modal)
        done = await desk.mo.submit_modal(again, {"told": "We do not know them"})
        assert ("**Declined: 1**" if label == "Decline" else "**On hold: 1**") in seen(done)


async def test_of_two_moderators_one_wins_and_the_other_is_told_who_did(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        one = await desk.propose("Both look", agreed=False)
        hers, his = await desk.look(one), await desk.look(one, who=desk.ike)
        form = await desk.ike.click(his, label="Decline")
        sent = await desk.mo.submit_modal(await desk.mo.click(hers, label="Decline"), {"preset": "fit"})
        assert "**Declined: 1**" in seen(sent)
        late = seen(await desk.ike.submit_modal(form, {"preset": "who"}))
        assert (
            f"<@{desk.mo.id}> has already decided on this name. The status is now: not added to the list"
            in late
        )


async def test_the_reason_reaches_the_proposer_and_the_note_never_does(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        one = await desk.propose("Not this one", agreed=False)
        form = await desk.mo.click(await desk.look(one), label="Decline")
        typed = {"preset": "agreement", "told": "Write to us.", "note": "Rude on the phone"}
        await desk.mo.submit_modal(form, typed)
        await desk.server.pass_(301)
        assert direct(desk, desk.world.ben) == [
            "**Not this one** wasn't added to the list for “Keep it safe”.\nWe couldn't confirm that "
            "they agreed. Write to us."
        ]
        theirs = seen(await desk.world.ben.slash(desk.hall, "signatory show", signatory=f"#{one}"))
        assert "Write to us." in theirs
        assert "Rude" not in theirs
        assert "Rude" in seen(await desk.mo.slash(desk.hall, "signatory show", signatory=f"#{one}"))


async def test_a_decision_without_a_word_for_the_proposer_comes_back_with_what_was_typed(
    tmp_path: Path,
) -> None:
    async with a_desk(tmp_path) as desk:
        one = await desk.propose("Wait", agreed=False)
        form = await desk.mo.click(await desk.look(one), label="Put on hold")
        answer = await desk.mo.submit_modal(form, {"note": "Ask the board"})
        assert "*Tell the proposer, in your own words*, then send" in seen(answer)
        opened = await desk.mo.click(newest(answer), label="Correct what I typed")
        assert "Ask the board" in str(opened.modal)
        assert "**On hold: 1**" in seen(await desk.mo.submit_modal(opened, {"told": "We ask them."}))
        assert await desk.state(one) is S.HOLD


async def test_against_the_vote_it_takes_a_reason(tmp_path: Path) -> None:
    async with a_desk(tmp_path, Policy()) as desk:
        one = await opposed(desk, "Mistaken for another")
        looked = await desk.look(one)
        assert "more voted against than for" in texts(looked)
        form = await desk.mo.click(looked, label="Approve with a reason")
        assert "**Approved: 1**" in seen(
            await desk.mo.submit_modal(form, {"reason": "They took it for another"})
        )
        assert await desk.state(one) is S.APPROVED


async def test_several_are_decided_at_once_and_each_is_answered(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        others = [await desk.propose(f"Unsure {number}", agreed=False) for number in range(2)]
        own = await desk.propose("By the moderator", agreed=False, who=desk.mo)
        form = await desk.mo.click(await desk.look(*others, own), label="Put on hold")
        assert "(3 names)" in str(form.modal)
        said = seen(await desk.mo.submit_modal(form, {"preset": "agreement"}))
        assert "**On hold: 2**" in said
        assert "**Decisions I couldn't record: 1**\nBy the moderator: You proposed this name yourself" in said
        assert [await desk.state(one) for one in (*others, own)] == [S.HOLD, S.HOLD, S.PROPOSED]


async def test_what_one_entered_oneself_is_approved_and_marked(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        one = await desk.enter("Agreed by mail")
        assert not (await desk.queue()).ready
        assert [ready.id for ready in (await desk.queue(desk.ike)).ready] == [one]
        answer = await desk.mo.click(await desk.look(one), label="Approve")
        assert "entered and approved by the same person" in seen(answer)
        assert "entered and approved by the same person" in seen(
            await desk.world.ana.slash(desk.hall, "signatory show", signatory=f"#{one}")
        )


async def test_a_decision_is_taken_back_and_its_proposer_hears_of_it(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        one = await desk.propose("Too soon", agreed=False)
        form = await desk.mo.click(await desk.look(one), label="Decline")
        answer = await desk.mo.submit_modal(form, {"preset": "fit"})
        undone = await desk.mo.click(newest(answer), label="Undo")
        assert "**I've undone the decision on Too soon.**" in seen(undone)
        assert await desk.state(one) is S.PROPOSED
        await desk.server.pass_(301)
        assert "A moderator undid the decision" in direct(desk, desk.world.ben)[-1]
        again = desk.hand_in("review.undo", desk.moderator(desk.ike), desk.world.letter.id, 1)
        assert await refused(again) is Reason.UNDONE_BEFORE


async def test_one_of_several_approvals_is_taken_back(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        ids = [await desk.propose(f"Agreed {number}") for number in range(2)]
        answer = newest(await desk.mo.click(await desk.panel(), label="Approve all (2)"))
        menu = desk.menu("review.undo-chosen", desk.world.letter.id)
        [chooser] = [part for part in parts(answer) if part.get("custom_id") == menu]
        [decision] = [each["value"] for each in chooser["options"] if each["label"] == "Agreed 1"]
        assert "**I've undone the decision on Agreed 1.**" in seen(
            await desk.mo.select(answer, [decision], custom_id=menu)
        )
        assert [await desk.state(one) for one in ids] == [S.APPROVED, S.PROPOSED]


async def test_one_that_is_ready_can_be_looked_at_by_itself(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        one = await desk.propose("Ready")
        menu = desk.menu("review.ready")
        looked = await desk.mo.select(await desk.panel(), [str(one)], custom_id=menu)
        assert "Who agreed: Its director" in seen(looked)
        assert "**Approved: 1**" in seen(await desk.mo.click(newest(looked), label="Approve"))


async def test_buttons_and_forms_work_after_a_restart(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        one, other = [await desk.propose(name, agreed=False) for name in ("First", "Second")]
        looked = await desk.look(one)
        form = await desk.mo.click(looked, label="Decline")
        await desk.server.stage.restart()
        assert "**Declined: 1**" in seen(await desk.mo.submit_modal(form, {"preset": "fit"}))
        assert "Names still to check: 1" in seen(await desk.mo.click(looked, label="Show names to review"))
        assert await desk.state(other) is S.PROPOSED
