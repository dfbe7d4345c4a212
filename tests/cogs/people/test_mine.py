"""*What waits for me* through the real bot, and the cards of votes and proposals with the worst data."""

from datetime import timedelta
from fractions import Fraction
from pathlib import Path

import pytest
from msgspec.structs import replace

from cogs.ui.cards import mine as cards, proposal
from models.letter_parts import WishState
from models.rules.voting_policy import Policy, Tally, result
from models.sheets import (
    AskedSheet,
    BallotSheet,
    EarlierText,
    MineSheet,
    OwnOrganisation,
    OwnProposal,
    ProposalSheet,
    VoteSheet,
)
from models.sheets.wishes import WishSheet
from models.terms import Choice, Kind, Preset, SignatoryState, Way
from tests import limits
from tests.cogs.campaign import a_campaign
from tests.cogs.desk import SHOWN
from tests.cogs.server import START, newest, seen

ROUGH = "@everyone **[x](https://e.example)** <@1> `_~|" * 5
BIG = 2**63 - 1
VOTE = VoteSheet(Policy(), ends_at=START, ended_at=None, cut_short=True, voted=9999, result=None)
PROPOSAL = ProposalSheet(
    id=BIG, guild_id=BIG, letter_id=BIG, letter_title=ROUGH[:200], kind=Kind.INDIVIDUAL, name=ROUGH[:200],
    country="KE", website="", affiliation=ROUGH[:200], note=ROUGH * 4, state=SignatoryState.VOTING,
    way=Way.PROPOSED, added_by=BIG, added_at=START, late=False, consent=False, vote=VOTE, leaving_at=None,
)  # fmt: skip
BALLOT = BallotSheet(BIG, ROUGH[:200], Choice.FOR, None, False, START, 1, secret=True, organisation=ROUGH[:200])


async def test_the_panel_goes_from_vote_to_vote(tmp_path: Path) -> None:
    async with a_campaign(tmp_path) as world:
        for name in ("First Institute", "Second Institute"):
            await world.propose(name)
        result = await world.ana.slash(world.hall, "mine")
        assert "**You have 2 votes to cast.**" in seen(result)
        assert "### First Institute" in seen(result)
        after = await world.ana.click(newest(result), label="For: include")
        assert "You voted “For: include" in seen(after)
        assert "### Second Institute" in seen(after)
        last = await world.ana.click(newest(after), label="Abstain: no view")
        assert "**You have no votes to cast.**" in seen(last)
        assert (await world.waiting(world.ana)).votes == 0


async def test_next_leaves_a_vote_for_later(tmp_path: Path) -> None:
    async with a_campaign(tmp_path) as world:
        for name in ("First Institute", "Second Institute"):
            await world.propose(name)
        result = await world.ana.slash(world.hall, "mine")
        after = await world.ana.click(newest(result), label="Next vote")
        assert "### Second Institute" in seen(after)
        assert "### First Institute" in seen(await world.ana.click(newest(after), label="Next vote"))
        assert (await world.waiting(world.ana)).votes == 2


async def test_an_objection_asks_for_its_reason_and_can_be_taken_back(tmp_path: Path) -> None:
    async with a_campaign(tmp_path, Policy(preset=Preset.NO_OBJECTION)) as world:
        await world.propose("First Institute")
        panel = await world.ana.slash(world.hall, "mine")
        opened = await world.ana.click(newest(panel), label="Against: leave out")
        answered = await world.ana.submit_modal(opened, {"reason": "Not what it says it is"})
        assert "You voted “Against" in seen(answered)
        assert (await world.waiting(world.ana)).votes == 0
        taken = await world.ana.click(newest(answered), label="Take my vote back")
        assert "You've taken your vote back." in seen(taken)
        assert (await world.waiting(world.ana)).votes == 1


async def test_after_the_end_no_reason_is_asked_for(tmp_path: Path) -> None:
    async with a_campaign(tmp_path, Policy(preset=Preset.NO_OBJECTION)) as world:
        await world.propose("First Institute")
        panel = await world.ana.slash(world.hall, "mine")
        await world.server.stage.env.advance_time(24 * 3600)
        pressed = await world.ana.click(newest(panel), label="Against: leave out")
        assert pressed.modal is None
        assert "This vote ended" in seen(pressed)
        assert "This vote ended" in seen(await world.ana.click(newest(panel), label="For: include"))


async def test_the_own_organisation_is_signed_from_the_panel(tmp_path: Path) -> None:
    async with a_campaign(tmp_path) as world:
        panel = await world.ana.slash(world.hall, "mine")
        assert "**Not signed yet.**" in seen(panel)
        opened = await world.ana.click(newest(panel), label="Sign for my organisation")
        sent = {"name": "Riverlight", "kind": "organisation", "authorised": True}
        await world.ana.submit_modal(opened, sent)
        assert "Not signed yet" not in seen(await world.ana.slash(world.hall, "mine"))


async def test_after_the_close_signing_is_offered_as_late(tmp_path: Path) -> None:
    async with a_campaign(tmp_path) as world:
        closes_at = world.letter.closes_at
        await world.server.pass_((closes_at - START).total_seconds() + 60)
        panel = seen(await world.ana.slash(world.hall, "mine"))
        assert "**Not signed yet.** This letter is closed." in panel
        assert "Sign for my organisation (late)" in panel


async def test_the_panel_says_what_an_own_proposal_lacks(tmp_path: Path) -> None:
    async with a_campaign(tmp_path) as world:
        await world.propose("First Institute", world.ana)
        shown = seen(await world.ana.slash(world.hall, "mine"))
        assert "We don't know yet who agreed to sign." in shown
        assert "Record who agreed: First Institute" in shown


async def test_anyone_who_does_not_take_part_is_told_what_to_press(tmp_path: Path) -> None:
    async with a_campaign(tmp_path) as world:
        stranger = world.server.add("stranger")
        assert "Take part" in seen(await stranger.slash(world.hall, "mine"))


@pytest.mark.parametrize("state", SignatoryState)
@pytest.mark.parametrize("preset", sorted(set(Preset) - {Preset.MODERATORS_ONLY}))
async def test_the_public_card_fits_in_every_state(state: SignatoryState, preset: Preset) -> None:
    policy = Policy(preset=preset, quorum=Fraction(1, 3), secret=False, per_organisation=True)
    tally = result(policy, Tally(1000, 2000, 3000, 9000))
    running = state is SignatoryState.VOTING
    vote = replace(VOTE, policy=policy, ended_at=None if running else START, result=None if running else tally)
    sheet = replace(PROPOSAL, state=state, vote=vote)
    drawn = proposal.public(sheet)
    limits.check(drawn)
    assert ("For: include" in limits.text_of(drawn)) is running
    assert ("1,000 for, 2,000 against, 3,000 abstained" in limits.text_of(drawn)) is not running
    limits.check(proposal.added(replace(sheet, late=True)))


@pytest.mark.parametrize("choice", [None, *Choice])
@pytest.mark.parametrize("unchanged", [True, False])
async def test_the_answer_to_a_vote_fits(choice: Choice | None, unchanged: bool) -> None:
    drawn = proposal.voted(replace(BALLOT, choice=choice, unchanged=unchanged), BIG)
    limits.check(drawn)
    assert ("Take my vote back" in limits.text_of(drawn)) is (choice is not None)


async def test_the_panel_fits_with_the_worst_data() -> None:
    own = OwnProposal(BIG, BIG, ROUGH, ROUGH, Kind.INDIVIDUAL, SignatoryState.UNDECIDED, True)
    sheet = MineSheet(
        votes=9999,
        proposal=PROPOSAL,
        organisation=ROUGH,
        organisations=tuple(OwnOrganisation(one, ROUGH, None, None, late=True) for one in range(25)),
        proposals=tuple(replace(own, signatory_id=one) for one in range(25)),
        direct_messages=True,
        muted_until=START + timedelta(days=1),
        earlier=tuple(EarlierText(one, ROUGH, ROUGH, 999, START, SHOWN) for one in range(25)),
        asked=tuple(AskedSheet(one, ROUGH, ROUGH, BIG, SHOWN) for one in range(25)),
        wishes=tuple(
            WishSheet(one, BIG, BIG - one, ROUGH, Kind.INDIVIDUAL, ROUGH, WishState.ASKED, BIG, START)
            for one in range(25)
        ),
    )
    drawn = cards.card(sheet, BIG, BIG, done=cards.done(BALLOT))
    limits.check(drawn)
    assert "and 19 more" in limits.text_of(drawn)
