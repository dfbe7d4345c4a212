"""Signatories through the real bot: the list, one name with its history, and what its proposer may still do."""

from pathlib import Path
from typing import Any

from sqlmodel import Session

from models.letters import texts
from models.publishing import publication
from models.rules.voting_policy import Policy
from models.sheets import ProposalAnswers
from models.submissions import proposals
from models.terms import Choice, Kind, SignatoryState
from models.voting import ballots
from tests.cogs.desk import Desk, a_desk
from tests.cogs.server import newest, seen
from tests.sheets import vote_of

S = SignatoryState
HIDDEN = "I can't find that"


async def show(desk: Desk, one: int | str, who: Any = None) -> Any:
    """What someone is shown of a signatory; Ben, the proposer, where nobody is named."""
    return await (who or desk.world.ben).slash(desk.hall, "signatory show", signatory=f"#{one}")


async def corrected(desk: Desk, one: int, **typed: str) -> str:
    opened = await desk.world.ben.slash(desk.hall, "signatory correct", signatory=f"#{one}")
    return seen(await desk.world.ben.submit_modal(opened, typed))


async def voted(desk: Desk, one: int) -> None:
    actor = desk.server.actor(desk.world.ana)
    await desk.store.write(ballots.cast, actor, desk.now, one, Choice.FOR, 1)


async def publish(desk: Desk) -> None:
    def publish_now(session: Session) -> None:
        actor, letter_id = desk.moderator(), desk.world.letter.id
        texts.write(session, actor, desk.now, letter_id, "Keep it safe.", "en")
        publication.publish(session, actor, desk.now, letter_id)

    await desk.store.write(publish_now)


async def test_the_list_is_by_kind_in_printed_order_and_can_be_narrowed(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        ids = [await desk.propose(name) for name in ("Zebra House", "Amber|Path")]
        await desk.approve(*ids, await desk.sign("Ana Otieno", desk.world.ana))
        await desk.propose("Not decided yet")
        said = seen(await desk.world.ana.slash(desk.hall, "signatory list"))
        assert "### Signatories on the list: 3" in said
        assert "2 organisations and 1 individual, as of 13 Feb 2025" in said
        entries = ["1\\. Amber\\|Path", "2\\. Zebra House", "**Individuals**", "3\\. Ana Otieno"]
        assert [said.index(entry) for entry in entries] == sorted(said.index(entry) for entry in entries)
        assert "Not decided yet" not in said
        narrowed = seen(await desk.world.ana.slash(desk.hall, "signatory list", kind="individual"))
        assert "3\\. Ana Otieno" in narrowed
        assert "Amber" not in narrowed
        assert "Nobody is on the list yet." in seen(
            await desk.world.ana.slash(desk.hall, "signatory list", kind="company")
        )


async def test_a_long_list_is_paged_back_and_forth(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:

        def fill(session: Session) -> list[int]:
            people = [desk.server.actor(who) for who in (desk.world.ben, desk.world.ana)]
            letter_id = desk.world.letter.id
            answers = [
                ProposalAnswers(Kind.ORGANISATION, f"House {number:02}", "", "", "Its head", "Mail")
                for number in range(1, 22)
            ]
            return [
                proposals.propose(session, people[number % 2], desk.now, letter_id, one).id
                for number, one in enumerate(answers)
            ]

        await desk.approve(*await desk.store.write(fill))
        first = newest(await desk.world.ana.slash(desk.hall, "signatory list"))
        turned = await desk.world.ana.click(first, label="Next")
        assert "21\\. House 21" in seen(turned)
        assert "Page 2 of 2" in seen(turned)
        assert "House 20" not in seen(turned)
        back = seen(await desk.world.ana.click(newest(turned), label="Back"))
        assert "1\\. House 01" in back
        assert "Page 1 of 2" in back


async def test_a_name_is_shown_with_its_history_and_each_reader_sees_what_is_theirs(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        one = await desk.propose("Left|Right *Institute*")
        own = seen(await show(desk, one))
        assert "### Left\\|Right \\*Institute\\*" in own
        assert "**Waiting for the moderators**" in own
        assert "Who agreed: Its director\nHow we know they agreed: E-mail" in own
        assert [label in own for label in ("Correct the details", "Cancel the proposal", "Approve")] == [
            True,
            True,
            False,
        ]
        others = seen(await show(desk, one, desk.world.ana))
        assert "We know who agreed to sign." in others
        assert "Its director" not in others
        assert "Correct the details" not in others
        await desk.approve(one)
        history = [line for line in seen(await show(desk, one)).splitlines() if line.startswith("-# ")]
        assert ["proposed" in history[0], "approved" in history[-1]] == [True, True]
        assert not any("<@" in line for line in history)
        named = seen(await show(desk, one, desk.mo))
        assert f"approved, <@{desk.mo.id}>" in named
        assert "**On the list**" in named


async def test_another_spelling_keeps_the_votes(tmp_path: Path) -> None:
    async with a_desk(tmp_path, Policy()) as desk:
        one = await desk.propose("Riverlight Intitute")
        await voted(desk, one)
        before = (await desk.shown(one)).proposal
        done = await corrected(desk, one, name="Riverlight intitute")
        assert "**I've saved your changes.**\nRiverlight intitute" in done
        after = (await desk.shown(one)).proposal
        assert (after.name, vote_of(after).voted) == ("Riverlight intitute", 1)
        assert (vote_of(after).ends_at, after.consent) == (vote_of(before).ends_at, True)


async def test_another_name_says_that_the_vote_is_new_although_no_time_has_passed(tmp_path: Path) -> None:
    async with a_desk(tmp_path, Policy()) as desk:
        one = await desk.propose("Rotary Club 14")
        said = await corrected(desk, one, name="Rotary Club 15")
        assert "It's a different name now, so a new vote has started" in said
        assert "**The consent we had for the old name no longer counts.**" in said


async def test_another_name_begins_a_new_vote_and_says_so(tmp_path: Path) -> None:
    async with a_desk(tmp_path, Policy()) as desk:
        one = await desk.propose("Riverlight Institute")
        await voted(desk, one)
        await desk.server.stage.env.advance_time(3600)
        before = (await desk.shown(one)).proposal
        said = await corrected(desk, one, name="Someone Else", note="Mistaken for another")
        assert "It's a different name now, so a new vote has started" in said
        assert "**The consent we had for the old name no longer counts.** Record who agreed" in said
        after = (await desk.shown(one)).proposal
        assert (after.name, after.note) == ("Someone Else", "Mistaken for another")
        assert (vote_of(after).voted, after.consent, after.state) == (0, False, S.VOTING)
        assert vote_of(after).ends_at > vote_of(before).ends_at


async def test_nobody_yet_is_no_consent_and_comes_back(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        one, ben = await desk.propose("Harbour Poets Guild", agreed=False), desk.world.ben
        opened = await ben.click(newest(await show(desk, one)), label="Record who agreed")
        typed = {"authorised_by": "Its chair", "evidence": "not yet, I will ask next week"}
        answer = await ben.submit_modal(opened, typed)
        assert "“not yet, I will ask next week”, doesn't tell us that anyone has agreed" in seen(answer)
        assert "If nobody has yet, wait until someone does." in seen(answer)
        assert not (await desk.shown(one)).proposal.consent
        again = await ben.click(newest(answer), label="Correct what I typed")
        assert "not yet, I will ask next week" in str(again.modal)


async def test_a_correction_that_is_refused_comes_back_with_what_was_typed(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        one = await desk.propose("Riverlight")
        opened = await desk.world.ben.click(newest(await show(desk, one)), label="Correct the details")
        typed = {"name": "Riverlight Two", "country": "Nowhereland"}
        answer = await desk.world.ben.submit_modal(opened, typed)
        assert "Nowhereland isn't a country I know." in seen(answer)
        again = await desk.world.ben.click(newest(answer), label="Correct what I typed")
        assert "Riverlight Two" in str(again.modal)
        done = seen(await desk.world.ben.submit_modal(again, typed | {"country": "Kenya"}))
        assert "**I've saved your changes" in done
        assert (await desk.shown(one)).proposal.country == "KE"


async def test_cancelling_asks_first_and_then_ends_the_vote_without_a_result(tmp_path: Path) -> None:
    async with a_desk(tmp_path, Policy()) as desk:
        one = await desk.propose("Too *soon*")
        await voted(desk, one)
        asked = await desk.world.ben.slash(desk.hall, "signatory cancel", signatory=f"#{one}")
        assert "**Cancel the proposal of Too \\*soon\\*?**\nThe vote ends without a result." in seen(asked)
        assert await desk.state(one) is S.VOTING
        done = seen(await desk.world.ben.click(newest(asked), label="Cancel the proposal"))
        assert "**Cancelled: this name won't go on the list.**" in done
        stored = (await desk.shown(one)).proposal
        assert (stored.state, vote_of(stored).result) == (S.CANCELLED, None)
        again = await desk.world.ben.slash(desk.hall, "signatory cancel", signatory=f"#{one}")
        assert "was declined, cancelled or removed" in seen(again)


async def test_after_approval_a_proposer_can_only_ask_and_the_moderators_hear_of_it(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        board = desk.server.guild.create_text_channel("board")
        await desk.server.stage.env.settle()
        await desk.server.set_up(moderators_id=board.id)
        one = await desk.propose("Approved")
        cancel = newest(await show(desk, one))
        await desk.approve(one)
        asked = await desk.world.ben.click(cancel, label="Cancel the proposal")
        assert "**Approved is already on the list.** Only a moderator can take the name off." in seen(asked)
        said = seen(await desk.world.ben.click(newest(asked), label="Ask to take it off"))
        assert "**I've asked the moderators to take the name off the list.**" in said
        stored = (await desk.shown(one)).proposal
        assert (stored.state, stored.leaving_at) == (S.APPROVED, desk.now)
        [told] = desk.server.stage.messages(board)[-1:]
        assert "The person who proposed **Approved** has asked to take it off" in told.content
        again = seen(await desk.world.ben.slash(desk.hall, "signatory cancel", signatory=f"#{one}"))
        assert "**You asked to take Approved off the list.**" in again


async def test_an_own_signature_is_off_the_list_at_once(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        one = await desk.sign("Ana Otieno", desk.world.ana)
        await desk.approve(one)
        shown = newest(await show(desk, one, desk.world.ana))
        asked = await desk.world.ana.click(shown, label="Take it off the list")
        assert "The name comes off at once. Lists already published stay as they are." in seen(asked)
        assert await desk.state(one) is S.APPROVED
        done = seen(await desk.world.ana.click(newest(asked), label="Take it off the list"))
        assert "**I've taken the name off the list.**" in done
        assert await desk.state(one) is S.REMOVED
        assert "### Signatories on the list: 0" in seen(await desk.world.ana.slash(desk.hall, "signatory list"))


async def test_who_agreed_is_recorded_and_half_a_record_is_none(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        one = await desk.propose("Bridge Trust", agreed=False)
        opened = await desk.world.ben.slash(desk.hall, "signatory consent", signatory="bridge trust")
        assert "Who agreed: Bridge Trust" in str(opened.modal)
        half = await desk.world.ben.submit_modal(opened, {"authorised_by": "Its chair", "evidence": " "})
        assert "Please fill in both" in seen(half)
        assert not (await desk.shown(one)).proposal.consent
        again = await desk.world.ben.click(newest(half), label="Correct what I typed")
        assert "Its chair" in str(again.modal)
        record = {"authorised_by": "Its chair", "evidence": "Minutes of 12 February"}
        said = seen(await desk.world.ben.submit_modal(again, record))
        assert "**I've recorded who agreed.**" in said
        consent = (await desk.shown(one)).consent
        assert consent is not None
        assert (consent.authorised_by, consent.evidence) == ("Its chair", "Minutes of 12 February")


async def test_before_publication_an_outsider_learns_nothing(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        one, stranger = await desk.propose("Riverlight"), desk.server.add("stranger")
        await desk.approve(one)
        listed = seen(await stranger.slash(desk.hall, "signatory list"))
        assert listed.strip() == "No letter has been published here yet."
        for command in ("show", "correct", "cancel", "consent"):
            answers = [
                await stranger.slash(desk.hall, f"signatory {command}", signatory=typed)
                for typed in (f"#{one}", "Riverlight", "987654", "Nobody")
            ]
            assert not any(answer.modal for answer in answers)
            assert len({seen(answer) for answer in answers}) == 1
            assert HIDDEN in seen(answers[0])
        found = await stranger.autocomplete(desk.hall, "signatory show", "signatory", "riv")
        assert found == []


async def test_after_publication_an_outsider_finds_only_who_is_on_the_list(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        one, waiting = await desk.propose("Riverlight"), await desk.propose("River Bank")
        stranger = desk.server.add("stranger")
        await desk.approve(one)
        await publish(desk)
        assert "1\\. Riverlight" in seen(await stranger.slash(desk.hall, "signatory list"))
        shown = seen(await show(desk, one, stranger))
        assert "**On the list**" in shown
        assert "Its director" not in shown
        assert HIDDEN in seen(await show(desk, waiting, stranger))
        found = await stranger.autocomplete(desk.hall, "signatory show", "signatory", "river")
        assert [choice["value"] for choice in found] == [f"#{one}"]


async def test_names_complete_while_typing_with_where_they_stand(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        ids = [await desk.propose(name) for name in ("The Riverlight", "100% River", "Hill_Fund")]
        await desk.approve(ids[0])
        complete = desk.world.ana.autocomplete
        for command in ["show", "correct", "cancel", "consent"]:
            found = await complete(desk.hall, f"signatory {command}", "signatory", "RIVER")
            assert {choice["name"]: choice["value"] for choice in found} == {
                "The Riverlight (on the list)": f"#{ids[0]}",
                "100% River (waiting for the moderators)": f"#{ids[1]}",
            }
            for typed, count in (("%", 1), ("_", 1), ("", 3), ("absent", 0)):
                assert len(await complete(desk.hall, f"signatory {command}", "signatory", typed)) == count


async def test_who_agreed_is_recorded_for_the_name_and_text_that_was_there_when_the_form_was_opened(
    tmp_path: Path,
) -> None:
    async with a_desk(tmp_path) as desk:
        one = await desk.propose("Harbour Watch", agreed=False)
        shown = newest(await desk.mo.slash(desk.hall, "signatory show", signatory=f"#{one}"))
        opened = await desk.mo.click(shown, label="Record who agreed")
        another = ProposalAnswers(Kind.ORGANISATION, "Greenpeace International")
        await desk.store.write(proposals.correct, desk.server.actor(desk.world.ben), desk.now, one, another)
        typed = {"authorised_by": "The director of Harbour Watch", "evidence": "E-mail"}
        refusal = await desk.mo.submit_modal(opened, typed)
        assert "This has changed since you opened the form." in seen(refusal)
        assert not (await desk.shown(one)).proposal.consent
        again = await desk.mo.click(newest(refusal), label="Correct what I typed")
        await desk.mo.submit_modal(again, {"authorised_by": "Its director", "evidence": "E-mail"})
        assert (await desk.shown(one)).proposal.consent
