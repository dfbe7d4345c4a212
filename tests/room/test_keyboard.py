"""The whole tour with the keyboard alone: ``python -m pytest --long tests/room/test_keyboard.py``. What of it differs
from the mouse's is also in ``test_windows``, which always runs."""

import re

import pytest
from playwright.sync_api import Browser

from tests.room.browser import Window, a_room, a_window, needs_browser
from tests.room.keys import Keys

pytestmark = [needs_browser, pytest.mark.long]


def test_the_tour_is_walked_with_the_keyboard_alone(browser: Browser) -> None:
    with a_room() as address:
        _walk(a_window(browser, address))


def _walk(window: Window) -> None:
    keys = Keys(window)
    window.page.get_by_role("heading", name="Propose a name").wait_for()
    keys.propose("Lakeshore Circle")

    for person in ("Ben", "Cleo"):
        keys.turn(person, "proposals")
        window.messages.filter(has_text="Lakeshore Circle").first.wait_for()
        keys.enter("^For: include", back=True)
        window.channel.get_by_text("Only you can see this").first.wait_for()
        assert keys.focused
    window.step_done(2)

    window.page.locator("#skips button").first.focus()
    before = window.clock
    keys.enter("^1 day")
    window.has_passed(before)
    assert keys.focused == "1 day"
    keys.turn("Mo", "moderators")
    keys.command("review")
    window.answer.get_by_role("button", name=re.compile("^Approve all")).wait_for()
    keys.enter("^Approve all", back=True)
    window.step_done(3)
    assert keys.focused

    keys.press("Shift+Tab")
    window.page.locator("#skips button").first.focus()
    keys.enter("^Next message")
    window.step_done(4)
    assert keys.focused == "Next message"

    keys.turn("Ben", "announcements")
    keys.command("letter points")
    window.step_done(5)
    keys.typing()

    keys.turn("Rosa", "moderators")
    for word in ("close", "finish"):
        keys.command(f"manage letter {word}")
        asked = (
            window.answer.locator(".button-style-1, .button-style-3, .button-style-4")
            .first.inner_text()
            .strip()
        )
        keys.enter(f"^{re.escape(asked)}$", back=True)
        window.answer.get_by_role("button", name=asked, exact=True).wait_for(state="detached")
        keys.to("^Message$")
    keys.command("roster export", "html")
    window.answer.get_by_role("button", name=re.compile("^Download")).wait_for()
    with window.page.expect_download():
        keys.enter("^Download", back=True)
    window.step_done(6)
    assert keys.focused.startswith("Download")
