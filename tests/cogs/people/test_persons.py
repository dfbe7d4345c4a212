"""A member whose name somebody else proposed, through the real bot: chosen, asked, and answering."""

from pathlib import Path
from typing import Any

from sqlmodel import Session, col, select

from cogs.ui.cards import person as cards, proposer
from models.consents import person_requests
from models.database.tables import Signatory
from models.publishing.exports import invitation
from models.refusal import Reason
from models.review import review
from models.sheets import AskedSheet, ConsentRequest, EntryChanges
from models.submissions import entries
from models.terms import Kind, Means, SignatoryState
from tests import limits
from tests.cogs.desk import BIG, ROUGH, SHOWN, WORST, Desk, a_desk, parts, refused, texts
from tests.cogs.people.persons import put_forward
from tests.cogs.server import START, newest, seen, speak_in_channels
from tests.languages import Catalogues


async def choose(desk: Desk, one: int, who: Any) -> Any:
    """Mo says on the name's card who it is; the answer."""
    shown = await desk.mo.slash(desk.hall, "signatory show", signatory=f"#{one}")
    menu = newest(await desk.mo.click(newest(shown), label="They're a member here"))
    return await desk.mo.select(menu, [who], custom_id=desk.menu("person.chosen", one))


async def test_a_member_confirms_in_the_direct_message(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        one = await put_forward(desk, "Ben *Brook*")
        assert "can go on the letter" in seen(await choose(desk, one, desk.world.ben))
        await desk.server.stage.env.settle()
        message = desk.server.stage.messages(desk.world.ben.user.dm_channel)[-1]
        assert f"<@{desk.mo.id}> proposed **Ben \\*Brook\\***" in message.content
        assert desk.server.stage.pinged(message) == (set(), set())
        waits = seen(await desk.ike.slash(desk.hall, "review"))
        assert "we asked a member, and they haven't confirmed this name" in waits
        assert f"** · <@{desk.world.ben.id}> was asked <t:" in waits
        said = await desk.world.ben.user.click(message, label="Yes, list my name")
        assert "I've recorded that you agree" in seen(said)
        stored = (await desk.shown(one)).consent
        assert stored is not None
        assert (stored.means, stored.recorded_by) == (Means.OWN_CLICK, desk.world.ben.id)
        assert f"<@{desk.world.ben.id}> told us themselves on <t:" in seen(
            await desk.mo.slash(desk.hall, "signatory show", signatory=f"#{one}")
        )


async def test_a_yes_is_to_the_name_that_was_shown_and_what_changed_is_asked_again(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        one = await put_forward(desk, "Ben Brook")
        await choose(desk, one, desk.world.ben)
        await desk.server.stage.env.settle()
        message = desk.server.stage.messages(desk.world.ben.user.dm_channel)[-1]
        changes = EntryChanges(name="BEN Brook", country="Kenya")
        await desk.store.write(entries.edit, desk.moderator(), desk.now, one, changes)
        said = await desk.world.ben.user.click(message, label="Yes, list my name")
        assert "This changed after you saw it, so I haven't recorded anything." in seen(said)
        assert "### BEN Brook\nIndividual, Kenya" in seen(said)
        assert (await desk.shown(one)).consent is None
        assert "I've recorded that you agree" in seen(
            await desk.world.ben.user.click(newest(said), label="Yes, list my name")
        )


async def test_who_takes_no_part_answers_on_the_name_itself(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        eve = desk.server.add("eve")
        await desk.server.stage.env.settle()
        one = await put_forward(desk, "Eve Hill")
        await choose(desk, one, eve)
        shown = await eve.slash(desk.hall, "signatory show", signatory="Eve Hill")
        asked = await eve.click(newest(shown), label="No, leave it out")
        assert "Leave Eve Hill out of" in seen(asked)
        assert await desk.state(one) is not SignatoryState.CANCELLED, "nothing is done before the second press"
        assert "I've taken" in seen(await eve.click(newest(asked), label="Leave it out"))
        assert await desk.state(one) is SignatoryState.CANCELLED


async def test_who_is_not_in_the_server_or_a_bot_is_not_asked(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        one, bot = await put_forward(desk), desk.server.stage.bot.user
        assert bot is not None
        for who in (2**40, bot.id):
            assert (
                await refused(desk.hand_in("person.chosen", desk.moderator(), one, values=[str(who)]))
                is Reason.NOT_A_MEMBER
            )
        assert (await desk.shown(one)).proposal.person_id is None
        assert (
            await refused(desk.hand_in("person.chosen", desk.moderator(), one, values=["all"]))
            is Reason.NOT_FOUND
        )


async def test_in_mine_both_answers_stand_above_the_votes(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        one = await put_forward(desk, "Ana Hill")
        await desk.store.write(person_requests.ask, desk.moderator(), desk.now, one, desk.world.ana.id)
        panel = await desk.world.ana.slash(desk.hall, "mine")
        assert "**May we list your name?**" in seen(panel)
        await desk.world.ana.click(newest(panel), label="Yes, list my name")
        assert "May we list your name" not in seen(await desk.world.ana.slash(desk.hall, "mine"))


async def test_a_message_that_asks_for_consent_is_ready_for_anyone_who_may_record_it(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        body = await desk.propose("Riverlight", agreed=False)
        panel = await desk.look(body)
        said = seen(await desk.mo.click(panel, label="Message to send"))
        assert (
            "River Path Coalition invites Riverlight to sign “Keep it safe”, a joint letter to The Minister."
            in said
        )
        assert "You can sign until Saturday 15 February 2025" in said
        assert "To sign, tell us the name as it should be printed" in said
        one = await put_forward(desk, "Eve Hill")
        await desk.store.write(person_requests.ask, desk.moderator(), desk.now, one, desk.world.ana.id)
        actor = desk.moderator(desk.ike)
        said = limits.text_of(await desk.hand_in("consent.message", actor, one))
        assert "My to-do list" in said
        ana = desk.server.actor(desk.world.ana)
        assert await refused(desk.hand_in("consent.message", ana, body)) is Reason.NOT_YOURS


async def test_moderators_change_the_message_in_the_language_in_which_it_is_sent(
    tmp_path: Path, catalogue: Catalogues
) -> None:
    catalogue({invitation.BODY: "Bonjour {name}"})
    async with a_desk(tmp_path) as desk:
        await speak_in_channels(desk.server, "fr")
        shown = await desk.mo.click(
            await desk.look(await desk.propose("Riverlight", agreed=False)), label="Message to send"
        )
        opened = await desk.mo.click(newest(shown), label="Change this message")
        assert "Bonjour {name}" in str(opened.modal)
        kept = seen(await desk.mo.submit_modal(opened, {"message": "Bonjour {name}"}))
        assert "is back to the standard wording" in kept


async def test_the_cards_stay_inside_the_limits() -> None:
    request = ConsentRequest(
        ROUGH[:200],
        ROUGH[:200],
        ROUGH[:200],
        member=True,
        closes_at=START,
        body="*" * 999,
        invitation="*" * 1500,
        moderates=True,
    )
    drawn = (
        cards.choosing(WORST),
        cards.asked(WORST),
        cards.confirmed(WORST, proposer.receipt(WORST, 99)),
        cards.refusing(WORST),
        cards.refused(WORST),
        cards.message(request, BIG, ROUGH[:100]),
    )
    for card in drawn:
        limits.check(card)
    assert "8 more questions" in str(cards.waiting(BIG, (AskedSheet(BIG, ROUGH, ROUGH, BIG, SHOWN),) * 9)[0])
    assert "more" not in str(cards.waiting(BIG, (AskedSheet(BIG, "Ada", "A letter", BIG, SHOWN),))[0])


async def test_who_was_asked_first_is_heard_after_another_confirmed_the_name(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        await desk.server.set_up(moderators_id=desk.hall.id)
        eve = desk.server.add("eve")
        await desk.server.stage.env.settle()
        one = await put_forward(desk, "Ben Brook")
        await choose(desk, one, desk.world.ben)
        await desk.server.stage.env.settle()
        first = desk.server.stage.messages(desk.world.ben.user.dm_channel)[-1]
        await desk.store.write(person_requests.ask, desk.moderator(), desk.now, one, eve.id)
        shown = await eve.slash(desk.hall, "signatory show", signatory=f"#{one}")
        await eve.click(newest(shown), label="Yes, list my name")
        await desk.server.stage.env.settle()
        first = desk.server.stage.messages(desk.world.ben.user.dm_channel)[0]
        labels = [one.get("label") for one in parts(first)]
        assert ("Yes, list my name" in labels, "No, leave it out" in labels) == (False, True)
        asked = await desk.world.ben.user.click(first, label="No, leave it out")
        heard = await desk.world.ben.user.click(newest(asked), label="Leave it out")
        assert "I've recorded that you said no to Ben Brook" in seen(heard)
        await desk.server.stage.env.settle()
        told = desk.server.stage.messages(desk.hall)[-1].content
        assert f"We asked <@{desk.world.ben.id}> if **Ben Brook** can go on" in told
        look = await desk.look(one, who=desk.ike)
        said = "\n".join(str(part.get("content") or "") for part in parts(look))
        assert f"<@{eve.id}> told us themselves on <t:" in said
        assert f"<@{desk.world.ben.id}> was asked" in said
        assert "**said no**" in said


async def test_after_a_no_every_way_in_says_that_it_may_be_that_person_erased_or_not(tmp_path: Path) -> None:
    doubt = "may be someone who said no to"
    async with a_desk(tmp_path) as desk:
        ana, ben, mo = desk.world.ana, desk.world.ben, desk.mo
        one = await put_forward(desk, "Ana da Silva")
        await desk.store.write(person_requests.ask, desk.moderator(), desk.now, one, ana.id)
        asked = await ana.click(newest(await ana.slash(desk.hall, "mine")), label="No, leave it out")
        await ana.click(newest(asked), label="Leave it out")
        for names, signer in (
            (("Dr Ana Silva", "Ana Silva", "Silva, Ana (Riverlight)"), ben),
            (("Silva, Prof. Ana", "Ana M. Silva", "Ána Sílva - Shore Union"), mo),
        ):
            ways = (desk.enter(names[0]), desk.sign(names[1], signer), desk.propose(names[2]))
            for way in ways:
                name = await way
                assert doubt in texts(await desk.look(name, who=desk.ike))
                await desk.store.write(
                    review.decline, desk.moderator(desk.ike), desk.now, [name], "She said no"
                )
            if signer is ben:
                asked = await ana.slash(desk.hall, "privacy erase")
                await ana.click(newest(asked), label="Delete my data")
        other = await desk.propose("Bea Silva")
        assert other in [ready.id for ready in (await desk.queue(desk.ike)).ready]
        assert await desk.store.read(forgotten) == []


def forgotten(session: Session) -> list[str]:
    """Names that still are in a row of somebody who said no and is erased."""
    refused = select(Signatory.name).where(col(Signatory.person_refused_at).is_not(None))
    return [name for name in session.exec(refused) if "Silva" in name]


async def test_a_moderator_who_enters_a_person_that_said_no_is_told_at_once(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        one = await put_forward(desk, "Ana Hill")
        await desk.store.write(person_requests.ask, desk.moderator(), desk.now, one, desk.world.ana.id)
        await desk.store.write(person_requests.refuse, desk.server.actor(desk.world.ana), desk.now, one)
        answers = {"name": "Dr. Ana Hill", "authorised_by": "She", "evidence": "On the phone"}
        form, letter_id = answers | {"detail": "", "note": ""}, desk.world.letter.id
        card = await desk.hand_in_form("enter", desk.moderator(), form, letter_id, Kind.INDIVIDUAL, "")
        assert "may be someone who said no to" in limits.text_of(card)
