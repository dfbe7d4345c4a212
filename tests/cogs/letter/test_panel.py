"""The panel through the real bot: where the letter stands, the next step first, and everything else behind it."""

from datetime import timedelta
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from cogs.ui.cards import panel as cards
from cogs.ui.cards.panel import Tab
from models.letters import locks, texts
from models.rules.voting_policy import Policy
from models.sheets import LetterChoice, PanelSheet
from models.terms import LetterState, Preset
from tests import limits
from tests.cogs.coordinator import drafted, heard, manage, published, said_on, stored, worded
from tests.cogs.desk import BIG, ROUGH, Desk, a_desk, parts
from tests.cogs.server import START, newest, seen
from tests.cogs.worst import WORST_LETTER

L = LetterState


async def panel(desk: Desk, who: Any = None, **options: Any) -> Any:
    """The message with the panel."""
    return newest(await manage(desk, "panel", who, **options))


def contents(message: Any) -> str:
    """All texts of a message, its hour too."""
    return "\n".join(str(part.get("content")) for part in parts(message))


def first(message: Any) -> str:
    """The label of the one button that stands out."""
    [label] = [part["label"] for part in parts(message) if part.get("style") == 1]
    return str(label)


async def pressed(desk: Desk, message: Any, label: str) -> Any:
    return await desk.mo.click(message, label=label)


async def open_it(desk: Desk, shown: Any, letter_id: int) -> None:
    asked = await pressed(desk, shown, "Open the letter")
    assert (await stored(desk, letter_id)).state is L.DRAFT
    await pressed(desk, newest(asked), "Open the letter")
    assert (await stored(desk, letter_id)).state is L.OPEN


async def test_the_next_step_is_the_first_button_from_a_draft_to_the_end(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        await heard(desk)
        second = str(await drafted(desk))
        shown = await panel(desk, letter=second)
        assert first(shown) == "Write the text"
        assert "This letter has no text." in seen(await manage(desk, "panel", letter=second))
        form = await pressed(desk, shown, "Write the text")
        written = await desk.mo.submit_modal(form, {"text": "We ask for open maps."})
        opened = newest(await pressed(desk, newest(written), "What comes next"))
        assert first(opened) == "Open the letter"
        await open_it(desk, opened, int(second))
        shown = await panel(desk, letter=second)
        assert (first(shown), "**Next: collect names**" in contents(shown)) == ("Propose a name", True)
        asked = await pressed(desk, shown, "Publish the letter")
        assert "**Publish now?**" in seen(asked)
        await pressed(desk, newest(asked), "Publish now")
        assert (await stored(desk, int(second))).published_at is not None
        assert first(await panel(desk, letter=second)) == "Who has signed"


async def test_an_old_panel_checks_again_and_leads_to_a_new_one(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        second = await drafted(desk)
        await worded(desk, letter_id=second)
        old = await panel(desk, letter=str(second))
        other = await panel(desk, letter=str(second))
        await open_it(desk, other, second)
        refused = await pressed(desk, old, "Open the letter")
        assert "This letter is open" in seen(refused)
        assert "Which letter?" in seen(await pressed(desk, newest(refused), "See the letter's status"))


async def test_the_panel_says_as_of_when_and_is_drawn_anew_by_each_of_its_own_buttons(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        shown = await panel(desk)
        assert f"As of <t:{int(START.timestamp())}:t>" in contents(shown)
        await desk.server.pass_(3600)
        again = desk.server.stage.answer(await pressed(desk, shown, "Dates and reminders"))
        later = int((START + timedelta(hours=1)).timestamp())
        assert f"As of <t:{later}:t>" in contents(again)


async def test_where_there_are_several_letters_the_panel_asks_which(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        await drafted(desk)
        third = await drafted(desk, "A third letter")
        await desk.server.pass_(2 * 24 * 3600 + 4)
        asked = await panel(desk)
        menu = desk.menu("panel.chosen")
        shown = desk.server.stage.answer(await desk.mo.select(asked, [str(third)], custom_id=menu))
        assert any("## A third letter" in str(part.get("content")) for part in parts(shown))


async def test_before_there_is_a_letter_the_panel_leads_to_the_first(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        elsewhere = desk.server.stage.env.create_guild("Another coalition", owner=desk.mo.user)
        hall, mo = elsewhere.create_text_channel("hall"), elsewhere.add_member(desk.mo.user)
        await desk.server.stage.env.settle()
        shown = await mo.slash(hall, "manage letter panel")
        form = await mo.click(newest(shown), label="Create the first letter")
        assert form.modal is not None
        assert form.modal["title"] == "A new letter"


async def test_each_button_behind_the_panel_leads_where_its_command_leads(tmp_path: Path) -> None:
    """What opens a form says the form's title; what asks or shows says its first line."""
    expected = {
        Tab.TEXT: {
            "Edit the text": "Text of the letter",
            "Add a file or translation": "File or translation",
            "Edit talking points": "**Talking points**",
            "Edit the letter's details": "Edit the letter",
            "Read the letter": "Keep it safe",
        },
        Tab.TIME: {
            "Change the deadline": "The last day to sign",
            "Set other dates": "Soft deadline",
            "Change the reminders": "Reminders for the letter",
            "Show planned messages": "Reminder",
        },
        Tab.NAMES: {
            "Change how we vote on names": "How we vote on names",
            "Secret votes and more": "Secret votes and more",
            "Require two moderators for each name": "**Saved.**",
            "Review names": "Nothing is waiting",
            "Who has signed": "on the list",
        },
        Tab.ENDS: {
            "Hand over to another coordinator": "**Who will run this letter from now on?**",
            "Pause": "**Pause the letter?**",
            "Close early": "**Close the letter now?**",
            "Cancel the letter": "Cancel the letter",
            "Create another letter": "A new letter",
        },
    }
    async with a_desk(tmp_path) as desk:
        await worded(desk)
        for tab, leads in expected.items():
            shown = await panel(desk)
            opened = desk.server.stage.answer(await pressed(desk, shown, cards.LABELS[tab]))
            for label, said in leads.items():
                result = await pressed(desk, opened, label)
                told = str(result.modal["title"]) if result.modal else seen(result)
                assert said.casefold() in told.casefold(), (label, told)


async def test_forms_of_the_panel_end_in_the_asking_cards_of_the_commands(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        await worded(desk)

        async def sent(label: str, tab: Tab, answers: dict[str, Any]) -> str:
            opened = desk.server.stage.answer(await pressed(desk, await panel(desk), cards.LABELS[tab]))
            return seen(await desk.mo.submit_modal(await pressed(desk, opened, label), answers))

        day = {"day": "2025-02-20", "hour": "5pm", "zone": "UTC"}
        assert "**Move the deadline?**" in await sent("Change the deadline", Tab.TIME, day)
        assert "**Publish later?**" in await sent("Publish it later", Tab.TIME, {**day, "day": "2025-02-14"})
        assert "**Cancel this letter for good?**" in await sent("Cancel the letter", Tab.ENDS, {"reason": "No"})
        rules = {"preset": Preset.QUORUM_VOTE.value, "hours": "48", "quorum": "5", "threshold": "2/3"}
        assert "**Saved.**" in await sent("Change how we vote on names", Tab.NAMES, rules)
        ticked = {
            "secret": False,
            "per_organisation": False,
            "vote_on_signings": True,
            "early_after_minutes": "30",
        }
        assert "**Saved.**" in await sent("Secret votes and more", Tab.NAMES, ticked)
        policy = Policy.of(dict((await stored(desk)).policy))
        assert (policy.preset, policy.hours, policy.quorum) == (Preset.QUORUM_VOTE, 48, 5)
        assert (policy.secret, policy.vote_on_signings, policy.early_after_minutes) == (False, True, 30)
        assert "that's" in (await sent("Change the deadline", Tab.TIME, day)).lower()


async def test_a_draft_whose_last_day_has_passed_gets_another_one(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        second = await drafted(desk)
        await desk.server.pass_(10 * 24 * 3600)
        shown = await panel(desk, letter=str(second))
        assert first(shown) == "Change the deadline"
        form = await pressed(desk, shown, "Change the deadline")
        said = seen(await desk.mo.submit_modal(form, {"day": "2025-03-20", "hour": "", "zone": ""}))
        assert "**I've changed the deadline.**" in said
        assert (await stored(desk, second)).closes_at > desk.now


async def test_talking_points_are_written_changed_and_removed_without_a_command(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        letter_id = desk.world.letter.id
        opened = desk.server.stage.answer(await pressed(desk, await panel(desk), cards.LABELS[Tab.TEXT]))
        shown = newest(await pressed(desk, opened, "Edit talking points"))
        form = await pressed(desk, shown, "Write a new talking point")
        await desk.mo.submit_modal(form, {"subject": "Costs", "body": "It costs nothing."})
        assert await said_on(desk) == {"Costs": "It costs nothing."}
        shown = newest(await pressed(desk, opened, "Edit talking points"))
        change = await desk.mo.select(shown, ["Costs"], custom_id=desk.menu("points.change", letter_id))
        await desk.mo.submit_modal(change, {"body": "It saves money."})
        assert await said_on(desk) == {"Costs": "It saves money."}
        await desk.mo.select(shown, ["Costs"], custom_id=desk.menu("points.remove", letter_id))
        assert await said_on(desk) == {}


async def test_a_file_and_a_translation_are_sent_from_the_panel_without_a_command(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:

        async def sent(**answers: Any) -> str:
            opened = desk.server.stage.answer(await pressed(desk, await panel(desk), cards.LABELS[Tab.TEXT]))
            asked = await pressed(desk, opened, "Add a file or translation")
            return seen(await desk.mo.submit_modal(asked, answers))

        assert "version 1" in await sent(file=("letter.md", b"We ask for **open maps**."))
        assert "French" in await sent(text="Nous demandons des cartes ouvertes.", language="fr")
        assert (await worded_in(desk, "fr")) == "Nous demandons des cartes ouvertes."
        assert (await worded_in(desk, "en")) == "We ask for **open maps**."
        assert "Send just one of them" in await sent(text="A text", file=("a.txt", b"Another"))
        assert "Please fill in *File*" in await sent(language="de")
        assert "I can't read that file as a letter" in await sent(file=("a.docx", b"PK\x03\x04rest"))


async def worded_in(desk: Desk, language: str) -> str:
    """The text in one language."""
    return (await desk.store.read(texts.show, desk.moderator(), desk.world.letter.id, language)).body


async def test_the_list_is_taken_along_from_the_panel(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        opened = desk.server.stage.answer(await pressed(desk, await panel(desk), cards.LABELS[Tab.NAMES]))
        menu = desk.menu("roster.file", desk.world.letter.id)
        answer = newest(await desk.mo.select(opened, ["csv"], custom_id=menu))
        assert [one.filename for one in answer.attachments] == ["list-20250213-0900.csv"]


def test_once_the_final_list_is_there_the_panel_offers_it_as_a_file_at_once_and_only_once() -> None:
    letter = replace(WORST_LETTER, state=L.CLOSED, closed_at=START, final_at=START)
    for tab in (Tab.CLOSED, Tab.NAMES):
        sheet = PanelSheet(letter, set_up=True, locked_at=None, coordinator_id=BIG, others=())
        offered = str(cards.panel(sheet, tab).view.to_components()).count("Export the list as a file")
        assert offered == 1, tab


async def test_a_locked_letter_can_be_unlocked_from_its_panel(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        await desk.store.write(locks.lock, desk.moderator(), desk.now, desk.world.letter.id)
        assert first(await panel(desk)) == "Unlock the letter"


async def test_the_panel_of_a_locked_letter_offers_nothing_that_the_lock_refuses(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        await published(desk)
        await desk.store.write(locks.lock, desk.moderator(), desk.now, desk.world.letter.id)
        tabs = {*cards.LABELS.values(), *(f"Hide: {one}" for one in cards.LABELS.values()), "Unlock the letter"}
        for tab in ("", *cards.LABELS.values()):
            shown = await panel(desk)
            opened = desk.server.stage.answer(await pressed(desk, shown, tab)) if tab else shown
            for label in {str(part["label"]) for part in parts(opened) if part.get("label")} - tabs:
                result = await pressed(desk, opened, label)
                assert result.modal or "locked since" not in seen(result), (tab, label)
            assert "Export the list as a file" not in str(parts(opened))


async def test_whoever_asked_to_unlock_a_letter_is_told_to_wait_for_another(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        await desk.store.write(locks.lock, desk.moderator(), desk.now, desk.world.letter.id)
        await pressed(desk, await panel(desk), "Unlock the letter")
        shown = await panel(desk)
        assert "Another moderator has to press *Unlock the letter* too." in contents(shown)
        assert first(shown) == "Look again"
        await desk.ike.click(await panel(desk, desk.ike), label="Unlock the letter")
        assert "Unlock" not in contents(await panel(desk))


async def test_only_whoever_opens_the_panel_sees_it(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as desk:
        shown = await panel(desk)
        assert shown.flags.ephemeral


def test_the_panel_of_the_longest_letter_in_every_state_stays_inside_discords_limits() -> None:
    others = tuple(LetterChoice(2**31 + number, ROUGH[:200], L.OPEN) for number in range(60))
    for state in L:
        for tab in Tab:
            letter = replace(WORST_LETTER, state=state, final_at=None, closed_at=START)
            for final_at in (None, START):
                sheet = PanelSheet(
                    replace(letter, final_at=final_at), set_up=True, locked_at=None,
                    coordinator_id=BIG, others=others,
                )  # fmt: skip
                limits.check(cards.panel(sheet, tab, ROUGH[:100]))
                limits.check(cards.panel(replace(sheet, locked_at=START, set_up=False), tab))
