"""The tour *Your first letter*, walked in a real browser by somebody who follows it word for word: from an empty server
to a published letter."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.room.browser import a_room, a_window, needs_browser, picture

CLICKS_AT_MOST = 16
"""Of the mouse, forms included. With commands alone it was more: five typed ones, each chosen from a list."""


pytestmark = needs_browser


@pytest.fixture(scope="module")
def address(browser: Browser) -> Iterator[str]:
    with a_room("--at", "empty") as address:
        yield address


def test_on_a_phone_the_next_step_is_on_the_page_and_opens_the_tour(browser: Browser, address: str) -> None:
    page = a_window(browser, address, width=390).page
    assert not page.get_by_role("heading", name="Your first letter").is_visible()
    page.get_by_role("button", name="Tour, step 1 of 5: Set the server up").click()
    page.get_by_role("heading", name="Your first letter").wait_for()
    page.context.close()


def test_anyone_who_never_ran_a_letter_publishes_one_with_one_typed_command(
    browser: Browser, address: str
) -> None:
    window = a_window(browser, address, height=1400)
    assert window.page.locator("#who").input_value() == "rosa"
    assert window.page.locator("#place").get_attribute("data-open") == "rosa/hall"
    window.page.get_by_role("heading", name="Your first letter").wait_for()

    window.command("setup")
    window.press("Use recommended settings", window.answer)
    window.step_done(1)
    picture(window, "first-letter-setup.png", window.answer)

    window.press("Create the first letter", window.answer)
    window.fill(
        Title="Keep the river open",
        **{"Who it's addressed to": "The Minister for Water"},
        Last_day_to_sign="in 7 days",
    )
    window.step_done(2)

    window.press("Write the text", window.answer)
    window.fill(Text="We ask that the path along the river stays open to everyone.")
    window.step_done(3)

    window.press("What comes next", window.answer)
    window.press("Open the letter", window.answer)
    window.answer.get_by_text("Open the letter now?").wait_for()
    window.press("Open the letter", window.answer)
    window.step_done(4)

    window.press("What comes next", window.answer)
    window.answer.get_by_text("Next: collect names").wait_for()
    picture(window, "first-letter-panel.png", window.answer)
    window.press("Publish the letter$", window.answer)
    window.press("Publish now", window.answer)
    window.step_done(5)
    assert window.typed == ["setup"]
    assert window.clicks <= CLICKS_AT_MOST, window.clicks
