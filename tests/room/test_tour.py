"""The guided tour, walked in a real browser as a person would."""

import re
from pathlib import Path

from playwright.sync_api import Browser

from tests.room.browser import a_room, a_window, needs_browser, picture

CLICKS_AT_MOST = 40
"""Of the mouse, forms included, for a proposal, two votes, a signature, a review, the press and the final list."""


@needs_browser
def test_a_visitor_walks_the_tour_from_a_proposal_to_the_final_list(browser: Browser) -> None:
    with a_room() as address:
        window = a_window(browser, address)
        window.page.get_by_role("button", name="Become Ana, in #announcements").click()
        window.press_last("Propose a name")
        window.fill(Name="Lakeshore Open Data Circle", Country="Kenya")
        window.press("Record who agreed", window.answer)
        window.fill(Who_agreed="Its director", How_we_know="E-mail of this morning")
        window.step_done(1)
        picture(window, "room-proposed.png")

        for voter in ("ben", "cleo"):
            window.become(voter, "proposals")
            card = window.messages.filter(has_text="Lakeshore Open Data Circle")
            window.press("For: include", card.first)
            window.channel.get_by_text("Only you can see this").first.wait_for()
        window.step_done(2)

        window.let_pass("1 day")
        assert "Tue" in window.clock
        window.become("mo", "moderators")
        window.command("review")
        window.press("^Approve all")
        window.step_done(3)
        picture(window, "room-review.png")

        while "10:00" not in window.clock:
            window.let_pass("Next message")
        window.step_done(4)
        window.become("ben", "announcements")
        window.newest.get_by_text("closes").first.wait_for()

        window.become("dai", "announcements")
        window.press_last("Sign for my organisation")
        form = window.channel.get_by_role("dialog")
        form.get_by_role("checkbox").check()
        window.fill()
        window.answer.get_by_text("Tarn Valley Library Trust").first.wait_for()
        assert window.typed == ["review"]  # by the moderator: anyone who proposes or signs types no command

        window.become("ben", "announcements")
        window.press_last("Talking points")
        window.channel.get_by_text("diary that its owner never meant to write").wait_for()
        window.step_done(5)

        window.become("rosa", "moderators")
        window.command("manage letter panel")
        window.press("^Hand over", window.answer)
        window.press("^Close early", window.answer)
        window.press("^Close now", window.answer)
        window.press("What comes next", window.answer)
        window.press("^Publish the final list", window.answer)
        window.answer.get_by_text("Publish the final list now?").wait_for()
        window.press("^Publish the final list", window.answer)
        window.answer.get_by_text("The final list is published.").wait_for()
        window.press("What comes next", window.answer)
        window.choose("Export the list as a file", "HTML")
        download = window.answer.get_by_role("button", name=re.compile(r"^Download list-.*\.html"))
        download.wait_for()
        assert not window.page.locator("#tour li:nth-child(6).done").count()
        with window.page.expect_download() as kept:
            download.click()
        assert "Lakeshore Open Data Circle" in Path(kept.value.path()).read_text(encoding="utf-8")
        window.step_done(6)
        assert window.typed == ["review", "manage letter panel"]
        assert window.clicks <= CLICKS_AT_MOST, window.clicks
        picture(window, "room-final.png")
