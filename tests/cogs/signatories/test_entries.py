"""Entries through the real bot: what moderators enter, edit, remove and keep, and nobody else does."""

from pathlib import Path
from typing import Any

from models.refusal import Reason
from models.submissions import proposals
from models.terms import Kind, SignatoryState
from tests.cogs.desk import Desk, a_desk, parts, refused
from tests.cogs.server import newest, seen

S = SignatoryState
ENTERED = {"name": "Agreed by *mail*", "authorised_by": "Its chair", "evidence": "E-mail of 12 February"}


async def entered(desk: Desk, who: Any = None, **typed: str) -> Any:
    """The answer to the form of */manage signatory enter*."""
    who = who or desk.mo
    opened = await who.slash(desk.hall, "manage signatory enter", kind="organisation", country="KE")
    return await who.submit_modal(opened, ENTERED | typed)


async def found(desk: Desk, text: str = "") -> dict[int, str]:
    """The names that */signatory show* offers, by their ids."""
    offered = await desk.mo.autocomplete(desk.hall, "signatory show", "signatory", text)
    return {int(choice["value"].removeprefix("#")): choice["name"] for choice in offered}


async def edited(desk: Desk, one: int, **typed: str) -> str:
    opened = await desk.mo.slash(desk.hall, "manage signatory edit", signatory=f"#{one}")
    name = (await desk.shown(one)).proposal.name
    return seen(await desk.mo.submit_modal(opened, {"name": name} | typed))


async def test_one_who_agreed_elsewhere_is_entered_and_waits_for_review(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        answer = await entered(desk)
        assert "**You've entered Agreed by \\*mail\\*.**" in seen(answer)
        [one] = await found(desk)
        stored = await desk.shown(one)
        assert (stored.proposal.state, stored.proposal.country) == (S.PROPOSED, "KE")
        assert stored.consent is not None
        assert stored.consent.evidence == "E-mail of 12 February"
        approved = await desk.mo.click(newest(answer), label="Approve this name too")
        assert "entered and approved by the same person" in seen(approved)
        assert await desk.state(one) is S.APPROVED


async def test_without_who_agreed_nothing_is_entered_and_nothing_is_lost(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        answer = await entered(desk, evidence="  ")
        assert "Please fill in both" in seen(answer)
        assert not await found(desk)
        opened = await desk.mo.click(newest(answer), label="Correct what I typed")
        assert "Its chair" in str(opened.modal)
        assert "**You've entered" in seen(await desk.mo.submit_modal(opened, ENTERED))


async def test_where_it_must_be_said_who_agreed_nobody_is_told_to_leave_it_blank(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        assert "If nobody has yet, wait until someone does." in seen(await entered(desk, evidence="not yet"))
        opened = await desk.mo.slash(desk.hall, "propose", kind="organisation", country="-")
        answer = await desk.mo.submit_modal(opened, ENTERED | {"evidence": "not yet"})
        assert "leave both fields blank for now, and press *Record who agreed*" in seen(answer)


async def test_nobody_types_for_a_country_or_a_letter_that_is_not_there(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        command, kind = "manage signatory enter", "company"
        where = await desk.mo.slash(desk.hall, command, kind=kind, country="Atlantis")
        which = await desk.mo.slash(desk.hall, command, kind=kind, country="-", letter="987654")
        assert [where.modal, which.modal] == [None, None]
        assert "Atlantis isn't a country I know. Write a country's name or code" in seen(where)
        assert "I can't find that" in seen(which)


async def test_after_the_close_an_entry_is_kept_as_late(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        await desk.server.pass_(2 * 24 * 3600 + 60)
        opened = await desk.mo.slash(desk.hall, "manage signatory enter", kind="company", country="-")
        assert opened.modal["title"] == "Enter a company (late)"
        assert "came in after the letter closed, waiting for the moderators, marked as late" in seen(
            await entered(desk)
        )
        [one] = await found(desk)
        assert (await desk.shown(one)).proposal.late


async def test_how_a_name_is_printed_is_edited_and_the_votes_stay(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        one = await desk.propose("The Riverlight")
        await desk.approve(one, await desk.propose("Aardvark House"))
        changes = {"detail": "https://riverlight.example", "country": "Kenya", "sort_key": "Aa first"}
        assert "**I've saved your changes.**" in await edited(desk, one, name="Riverlight e. V.", **changes)
        proposal = (await desk.shown(one)).proposal
        assert (proposal.name, proposal.country, proposal.state) == ("Riverlight e. V.", "KE", S.APPROVED)
        listed = seen(await desk.world.ana.slash(desk.hall, "signatory list"))
        assert listed.index("Riverlight e. V. (Kenya)") < listed.index("Aardvark House")
        again = await desk.mo.slash(desk.hall, "manage signatory edit", signatory=f"#{one}")
        assert all(text in str(again.modal) for text in ("Riverlight e. V.", "Kenya", "aa first"))


async def test_a_name_is_moved_between_kinds_and_told_by_its_other_names(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        one = await desk.propose("Riverlight")
        opened = await desk.mo.slash(desk.hall, "manage signatory edit", signatory=f"#{one}", kind="company")
        assert "Change to a company" in str(opened.modal)
        said = await desk.mo.submit_modal(opened, {"name": "Riverlight", "aliases": "RVL\nRiver Light Co"})
        assert "**I've saved your changes.**" in seen(said)
        proposal = (await desk.shown(one)).proposal
        assert (proposal.kind, proposal.aliases) == (Kind.COMPANY, ("RVL", "River Light Co"))
        shown = await desk.mo.slash(desk.hall, "signatory show", signatory=f"#{one}")
        assert "Also known as: RVL; River Light Co" in seen(shown)


async def test_the_same_once_more_says_that_nothing_was_changed(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        one = await desk.propose("Riverlight")
        assert "It's like that already" in await edited(desk, one)


async def test_removing_takes_a_reason_and_the_name_off_the_list(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        one = await desk.propose("Left|Right *Institute*")
        early = await desk.mo.slash(desk.hall, "manage signatory remove", signatory=f"#{one}")
        assert early.modal is None
        assert "This name isn't on the list, so there's nothing to take off." in seen(early)
        await desk.approve(one)
        opened = await desk.mo.slash(desk.hall, "manage signatory remove", signatory=f"#{one}")
        assert opened.modal["title"] == "Take off: Left|Right *Institu… · Keep it safe"
        empty = await desk.mo.submit_modal(opened, {"reason": " \n"})
        assert "Please fill in *Why?*" in seen(empty)
        assert await desk.state(one) is S.APPROVED
        opened = await desk.mo.click(newest(empty), label="Correct what I typed")
        said = seen(await desk.mo.submit_modal(opened, {"reason": "They asked us to"}))
        assert "**I've taken the name off the list.**" in said
        assert await desk.state(one) is S.REMOVED
        assert "They asked us to" in seen(await desk.mo.slash(desk.hall, "signatory show", signatory=f"#{one}"))
        assert "They asked us to" not in seen(
            await desk.world.ana.slash(desk.hall, "signatory show", signatory=f"#{one}")
        )


async def test_another_body_of_the_same_name_is_beside_it(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        await entered(desk)
        refusal = await entered(desk, note="The one in the hills")
        assert "Agreed by \\*mail\\* is already on this letter." in seen(refusal)
        assert len(await found(desk)) == 1
        said = await desk.mo.click(newest(refusal), label="It's a different signatory")
        assert "**You've entered Agreed by \\*mail\\*.**" in seen(said)
        assert len(await found(desk)) == 2
        second = max(await found(desk))
        assert (await desk.shown(second)).proposal.note == "The one in the hills"
        assert "You've already sent it" in seen(
            await desk.mo.click(newest(refusal), label="It's a different signatory")
        )
        assert len(await found(desk)) == 2


async def test_a_moderator_proposes_another_body_of_the_same_name(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        await desk.propose("Bridge Trust")
        opened = await desk.mo.slash(desk.hall, "propose", kind="organisation", country="-")
        refusal = await desk.mo.submit_modal(opened, {"name": "Bridge Trust"})
        proposed = seen(await desk.mo.click(newest(refusal), label="It's a different signatory"))
        assert "**You've proposed this name.**" in proposed
        assert len(await found(desk, "bridge")) == 2


async def test_members_are_not_offered_a_twin_and_cannot_make_one(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        await desk.propose("Bridge Trust")
        opened = await desk.world.ana.slash(desk.hall, "propose", kind="organisation", country="-")
        refusal = await desk.world.ana.submit_modal(opened, {"name": "Bridge Trust"})
        assert "is already on this letter" in seen(refusal)
        assert "It's a different signatory" not in seen(refusal)
        [kept] = [
            part["custom_id"] for part in parts(newest(refusal)) if part.get("label") == "Correct what I typed"
        ]
        forged = desk.hand_in("entry.twin", desk.server.actor(desk.world.ana), int(kept.split(":")[5]))
        assert await refused(forged) is Reason.MODERATORS_ONLY
        assert len(await found(desk, "bridge")) == 1


async def test_one_stays_although_its_proposer_asked_that_it_be_taken_off(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        one = await desk.propose("Asked")
        await desk.approve(one)
        await desk.store.write(
            proposals.withdraw_wish, desk.server.actor(desk.world.ben), desk.now, one, "Our board objects"
        )
        mo, shown = desk.moderator(), await desk.mo.slash(desk.hall, "signatory show", signatory=f"#{one}")
        assert "the person who proposed this name asked" in seen(shown)
        assert "Our board objects" in seen(shown)
        said = await desk.mo.click(await desk.look(one), label="Keep it on the list")
        assert "**The name stays on the list.**" in seen(said)
        proposal = (await desk.shown(one)).proposal
        assert (proposal.state, proposal.leaving_at) == (S.APPROVED, None)
        assert await refused(desk.hand_in("entry.keep", mo, one)) is Reason.NOT_ASKED


async def test_what_two_moderators_approved_is_edited_into_no_other_body(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        one = await desk.propose("Index Iran")
        await desk.approve(one)
        opened = await desk.mo.slash(desk.hall, "manage signatory edit", signatory=f"#{one}")
        answer = await desk.mo.submit_modal(opened, {"name": "Index Iraq", "country": "Iraq"})
        assert "people have already agreed to, voted on or approved Index Iran" in seen(answer)
        assert (await desk.shown(one)).proposal.name == "Index Iran"
        form = await desk.mo.click(newest(answer), label="Remove the old name")
        await desk.mo.submit_modal(form, {"reason": "It was the other one"})
        form = await desk.mo.click(newest(answer), label="Enter the new name")
        assert "Index Iraq" in str(form.modal)
        told = {"name": "Index Iraq", "authorised_by": "Its chair", "evidence": "E-mail"}
        assert "**You've entered Index Iraq.**" in seen(await desk.mo.submit_modal(form, told))
        [other] = set(await found(desk, "Index Iraq"))
        assert [await desk.state(each) for each in (one, other)] == [S.REMOVED, S.PROPOSED]
        assert (await desk.shown(other)).proposal.country == "IQ"


async def test_the_proposer_hears_how_it_is_written_now(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        one = await desk.propose("Index *Iran*")
        assert "I've saved your changes." in await edited(desk, one, name="INDEX *Iran*")
        await desk.server.stage.env.settle()
        message = desk.server.stage.messages(desk.world.ben.user.dm_channel)[-1]
        assert (
            "On **Keep it safe**, **Index \\*Iran\\*** is now written **INDEX \\*Iran\\***" in message.content
        )
        history = seen(await desk.mo.slash(desk.hall, "signatory show", signatory=f"#{one}"))
        assert "Index \\*Iran\\* → INDEX \\*Iran\\*" in history
