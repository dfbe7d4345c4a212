"""The guided tour, walked in a real browser as a person would."""

import re
from pathlib import Path

from playwright.sync_api import Browser

from tests.room.browser import a_room, a_window, needs_browser, picture


@needs_browser
def test_a_visitor_walks_the_tour_from_a_proposal_to_the_final_list(browser: Browser) -> None:
    with a_room() as address:
        window = a_window(browser, address)
        window.page.get_by_role("button", name="Become Ana, in #proposals").click()
        window.command("propose", "org", "Kenya")
        window.fill(
            Name="Lakeshore Open Data Circle",
            Who_agreed="Its director",
            How_we_know="E-mail of this morning",
        )
        window.step_done(1)
        picture(window, "room-proposed.png")

        for voter in ("ben", "cleo"):
            window.become(voter, "proposals")
            card = window.messages.filter(has_text="Lakeshore Open Data Circle")
            window.press("For: include", card.first)
            window.channel.get_by_text("Only you can see this").first.wait_for()
        window.step_done(2)

        window.page.get_by_role("button", name="1 day").click()
        window.page.locator("#said").get_by_text("It is now Tue").wait_for()
        window.become("mo", "moderators")
        window.command("review")
        window.press("^Approve all")
        window.step_done(3)
        picture(window, "room-review.png")

        for time in ("09:00", "10:00"):
            window.page.get_by_role("button", name="Next notice").click()
            window.said.get_by_text(time).wait_for()
        window.step_done(4)
        window.become("ben", "announcements")
        window.newest.get_by_text("closes").first.wait_for()

        window.command("letter points")
        window.channel.get_by_text("diary that its owner never meant to write").wait_for()
        window.step_done(5)

        window.become("rosa", "moderators")
        for word in ("close", "finish"):
            window.command(f"manage letter {word}")
            window.answer.locator(".button-style-1, .button-style-3, .button-style-4").first.click()
        window.go("announcements")
        window.newest.get_by_text("Final").first.wait_for()
        window.go("moderators")
        window.command("roster export", "html")
        download = window.answer.get_by_role("button", name=re.compile(r"^Download list-.*\.html"))
        download.wait_for()
        assert not window.page.locator("#tour li:nth-child(6).done").count()
        with window.page.expect_download() as kept:
            download.click()
        assert "Lakeshore Open Data Circle" in Path(kept.value.path()).read_text(encoding="utf-8")
        window.step_done(6)
        picture(window, "room-final.png")
