"""Look-alikes through the real bot: what proposers and moderators see, and that a moderator settles it."""

from pathlib import Path

import pytest

from models.sheets import ProposalAnswers
from models.submissions import proposals
from models.terms import Kind, SignatoryState
from tests.cogs.desk import a_desk, texts
from tests.cogs.server import newest, seen


async def test_anyone_who_proposes_sees_what_it_looks_like(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        await desk.propose("Harbour *Watch* (HAW)")
        opened = await desk.world.ana.slash(desk.hall, "propose", kind="organisation", country="-")
        said = seen(await desk.world.ana.submit_modal(opened, {"name": "Harbour Watch"}))
        assert (
            "**Harbour \\*Watch\\* \\(HAW\\)**, which isn't on the list yet: nearly the same spelling." in said
        )


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        (("Kenya", "Network One"), ("-", "Network One (Kenya)"), True),
        (("-", "Network One (Kenya)"), ("Kenya", "Network One"), True),
        (("Kenya", "Network One (Kenya)"), ("Uganda", "Network One (Uganda)"), False),
    ],
)
async def test_a_country_in_the_name_and_beside_it_is_one_and_two_countries_are_two(
    tmp_path: Path, one: tuple[str, str], other: tuple[str, str], alike: bool
) -> None:
    async with a_desk(tmp_path) as desk:
        for country, name in (one, other):
            opened = await desk.world.ana.slash(desk.hall, "propose", kind="organisation", country=country)
            said = seen(await desk.world.ana.submit_modal(opened, {"name": name}))
        assert ("isn't on the list yet: same name." in said) is alike
        assert ("Same as Network One" in texts(await desk.look(2))) is alike


async def test_a_moderator_says_different_and_both_are_ready(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        one, other = await desk.propose("Harbour Watch Ltd"), await desk.propose("Harbour Watch")
        assert "**Nothing is ready to approve.**" in texts(await desk.panel())
        looked = await desk.look(other)
        assert "Check first: this name looks like another one on the letter" in texts(looked)
        said = seen(await desk.mo.click(looked, label="Not Harbour Watch Ltd"))
        assert "looks like" not in said
        assert "**Names ready to approve: 2**" in texts(await desk.panel())
        await desk.approve(one, other)
        assert await desk.state(other) is SignatoryState.APPROVED


async def test_a_moderator_says_same_and_the_warning_says_so(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        await desk.propose("Harbour Watch Ltd")
        other = await desk.propose("Harbour Watch")
        answer = await desk.mo.click(await desk.look(other), label="Same as Harbour Watch Ltd")
        assert "a moderator marked them as the same signatory" in seen(answer)
        assert "Same as" not in seen(answer)
        await desk.mo.click(newest(answer), label="Not Harbour Watch Ltd")
        assert "**Names ready to approve: 2**" in texts(await desk.panel())


async def test_a_moderator_merges_one_into_the_other_and_both_keep_their_histories(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        one, other = await desk.propose("Harbour Watch Ltd"), await desk.propose("Harbour Watch")
        marked = newest(await desk.mo.click(await desk.look(other), label="Same as Harbour Watch Ltd"))
        asked = await desk.mo.click(marked, label="Merge into Harbour Watch Ltd")
        assert "**Merge Harbour Watch into Harbour Watch Ltd?**" in seen(asked)
        assert await desk.state(other) is SignatoryState.PROPOSED
        assert "is now marked as a duplicate" in seen(await desk.mo.click(newest(asked), label="Merge"))
        assert await desk.state(other) is SignatoryState.DUPLICATE
        assert [line.act for line in (await desk.shown(other)).history][-1] == "merged"
        assert [line.act for line in (await desk.shown(one)).history][-1] == "merged with"
        assert "**Names ready to approve: 1**" in texts(await desk.panel())


async def test_a_name_that_became_another_since_it_was_shown_is_not_merged(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        one, other = await desk.propose("Harbour Watch Ltd"), await desk.propose("Harbour Watch")
        marked = newest(await desk.mo.click(await desk.look(other), label="Same as Harbour Watch Ltd"))
        asked = newest(await desk.mo.click(marked, label="Merge into Harbour Watch Ltd"))
        answers = ProposalAnswers(Kind.ORGANISATION, "Hill Fund")
        await desk.store.write(proposals.correct, desk.server.actor(desk.world.ben), desk.now, other, answers)
        anew = await desk.mo.click(asked, label="Merge")
        assert "This changed after you saw it, so I haven't recorded anything." in seen(anew)
        assert "**Merge Hill Fund into Harbour Watch Ltd?**" in seen(anew)
        states = [await desk.state(each) for each in (one, other)]
        assert states == [SignatoryState.PROPOSED] * 2
        assert "is now marked as a duplicate" in seen(await desk.mo.click(newest(anew), label="Merge"))
