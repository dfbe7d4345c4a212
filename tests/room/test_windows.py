"""Browser windows in the room: several people at once, a phone, the keyboard, links, Apps."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.room.browser import Window, a_room, a_window, needs_browser
from tests.room.keys import Keys

pytestmark = needs_browser
CARD = "Test Test Ltd"
"""A proposal of mid-week on which nobody has voted yet."""
UNNAMED = """() => [...document.querySelectorAll("button, a[href], input, select, textarea, summary, iframe")]
  .filter((one) => one.checkVisibility() && !one.closest("[inert]"))
  .filter((one) => !(one.textContent.trim() || one.getAttribute("aria-label") || one.title
    || one.labels?.length || one.getAttribute("aria-labelledby")))
  .map((one) => one.outerHTML.slice(0, 120))"""
TOO_WIDE = "() => document.documentElement.scrollWidth - window.innerWidth"

CUT_OFF = """() => [...document.querySelectorAll(".select-value-label")]
  .filter((one) => one.checkVisibility() && one.scrollWidth > one.clientWidth).map((one) => one.textContent)"""
"""What menus say, where they have not the room for all of it."""


@pytest.fixture(scope="module")
def room(browser: Browser) -> Iterator[tuple[Browser, str]]:
    with a_room(short=True) as address:
        yield browser, address


@pytest.fixture(autouse=True)
def no_window_stays(browser: Browser) -> Iterator[None]:
    """Each asks the room all the time, and keeps several processes alive."""
    yield
    for context in browser.contexts:
        context.close()


def _open(room: tuple[Browser, str], key: str, *, channel: str = "proposals", **size: Any) -> Window:
    browser, address = room
    window = a_window(browser, f"{address}/{key}", **size)
    if channel and not size:  # a phone shows the channel alone
        window.go(channel)
    return window


def test_what_one_does_another_sees_and_no_press_is_lost(room: tuple[Browser, str]) -> None:
    windows = [_open(room, key) for key in ("ana", "ben", "cleo")]
    cards = [window.messages.filter(has_text=CARD).first for window in windows]
    for card, choice in zip(cards, ("For: include", "Against: leave out", "Abstain: no view"), strict=True):
        card.get_by_role("button", name=choice).click(no_wait_after=True)
    for window, choice in zip(windows, ("For", "Against", "Abstain"), strict=True):
        window.messages.get_by_text(f"You voted “{choice}:").wait_for()
    for card in cards:
        card.get_by_text("3 votes so far").wait_for()
    assert not windows[0].messages.get_by_text("You voted “Against: leave out").count()


def test_presses_made_while_an_answer_is_awaited_are_kept(room: tuple[Browser, str]) -> None:
    window = _open(room, "dai")
    card = window.messages.filter(has_text=CARD).first
    card.evaluate("""(card) => [...card.querySelectorAll("button")]
        .filter((button) => /^(For|Against|Abstain):/.test(button.textContent)).forEach((button) => button.click())""")
    for said in (
        "You voted “For:",
        "You changed your vote from “For: include” to “Against",
        "You changed your vote from “Against: leave out” to “Abstain",
    ):
        window.messages.get_by_text(said).wait_for()


def test_messages_elsewhere_are_counted_until_they_are_read(room: tuple[Browser, str]) -> None:
    ana, ben = _open(room, "ana"), _open(room, "ben")
    ana.go("hall")
    ana.channel.locator("#channel-composer-input").fill("Rosewater Trust")
    ana.page.keyboard.press("Enter")
    ben.page.get_by_role("button", name="# hall 1 unread").wait_for()
    ben.go("hall")
    ben.newest.get_by_text("Rosewater Trust").wait_for()
    ben.page.get_by_role("button", name="# hall", exact=True).wait_for()


def test_a_file_that_the_bot_hands_over_can_be_kept(room: tuple[Browser, str]) -> None:
    window = _open(room, "ana")
    window.command("letter calendar")
    window.newest.get_by_text("letter-1.ics").wait_for()
    with window.page.expect_download() as kept:
        window.newest.get_by_role("button", name="Download letter-1.ics").click()
    assert Path(kept.value.path()).read_bytes().startswith(b"BEGIN:VCALENDAR")


def test_apps_on_a_message_proposes_what_it_says(room: tuple[Browser, str]) -> None:
    window = _open(room, "ana")
    window.go("hall")
    window.channel.locator("#channel-composer-input").fill("Ferry Lane Archive")
    window.page.keyboard.press("Enter")
    window.newest.get_by_text("Ferry Lane Archive").wait_for()
    window.newest.hover()
    window.newest.get_by_role("button", name="Apps").click()
    window.channel.get_by_role("menuitem", name="Propose as signatory").click()
    window.channel.get_by_text("Only you can see this").wait_for()
    window.newest.get_by_text("Ferry Lane Archive").wait_for()


def test_a_link_to_a_message_leads_there_within_the_room(room: tuple[Browser, str]) -> None:
    window = _open(room, "mo")
    window.let_pass("Next message")
    assert window.clock.startswith("Tue")
    assert "09:00" in window.clock
    window.go("moderators")
    before = len(window.page.context.pages)
    window.messages.get_by_role("link", name="Go to the letter's channel").last.click()
    window.page.locator('#place[data-open="mo/announcements"]').wait_for()
    window.channel.locator(".room-found").get_by_text("Open for signatures").wait_for()
    assert len(window.page.context.pages) == before


def test_the_way_back_closes_a_form_and_then_leads_through_the_channels(room: tuple[Browser, str]) -> None:
    window = _open(room, "cleo")
    here = window.page.locator("#place")
    window.page.locator('#place[data-open="cleo/proposals"]').wait_for()
    window.go("hall")
    window.become("ben", "announcements")
    window.go("hall")
    window.command("sign", "myself")
    form = window.channel.get_by_role("dialog")
    form.get_by_label(re.compile("^My name")).fill("Ben Brook")
    window.page.go_back()
    form.wait_for(state="detached")
    assert here.get_attribute("data-open") == "ben/hall"
    for place in ("ben/announcements", "ben/hall", "cleo/hall", "cleo/proposals"):
        window.page.go_back()
        window.page.locator(f'#place[data-open="{place}"]').wait_for()


def test_a_phone_shows_the_channel_and_the_rest_on_request(room: tuple[Browser, str]) -> None:
    window = _open(room, "ben", width=360, height=740)
    assert window.page.evaluate(TOO_WIDE) <= 0
    frame = window.page.frames[-1]
    assert frame.evaluate(TOO_WIDE) <= 0
    menu = window.page.get_by_role("button", name="Menu")
    assert not window.page.locator("#who").is_visible()
    menu.press("Enter")
    assert window.page.evaluate("document.activeElement.id") == "who"
    window.page.get_by_role("button", name="# announcements").click()
    window.page.locator('#place[data-open="ben/announcements"]').wait_for()
    menu.press("Enter")
    window.page.keyboard.press("Escape")
    assert window.page.evaluate("document.activeElement.id") == "menu"
    window.page.get_by_role("button", name="Tour", exact=True).press("Enter")
    window.page.get_by_role("heading", name="A letter's week").wait_for()


def test_on_a_phone_the_menus_of_a_review_say_all_that_they_are_for(room: tuple[Browser, str]) -> None:
    window = _open(room, "mo", width=390, height=740)
    window.command("review")
    window.answer.get_by_role("combobox", name="Open one, or decide on several").wait_for()
    assert window.page.frames[-1].evaluate(CUT_OFF) == []


def test_every_control_has_a_name_and_the_order_begins_with_a_way_past_the_sidebar(
    room: tuple[Browser, str],
) -> None:
    window = _open(room, "mo", channel="")
    window.page.keyboard.press("Tab")
    assert window.page.evaluate("document.activeElement.textContent") == "Skip to the channel"
    window.page.keyboard.press("Enter")
    assert window.page.evaluate("document.activeElement.id") == "place"
    window.page.evaluate("document.querySelectorAll('.side details').forEach((part) => { part.open = true; })")
    for frame in window.page.frames:
        assert frame.evaluate(UNNAMED) == []
    assert window.page.locator("#said").get_attribute("aria-live") == "polite"


def test_focus_stays_where_it_was_while_the_room_is_drawn_again(room: tuple[Browser, str]) -> None:
    window = _open(room, "rosa")
    window.page.get_by_text("Roles", exact=True).click()
    box = window.page.get_by_role("checkbox", name="Member")
    box.focus()
    window.page.keyboard.press("Space")
    window.page.wait_for_function(
        "document.activeElement.type === 'checkbox' && !document.activeElement.checked"
    )
    window.page.keyboard.press("Space")
    window.page.wait_for_function(
        "document.activeElement.type === 'checkbox' && document.activeElement.checked"
    )


def test_a_double_click_lets_one_day_pass_and_not_two(room: tuple[Browser, str]) -> None:
    window = _open(room, "ana")
    day = window.page.locator("#skips button[data-seconds='86400']")
    before = window.clock
    asked: list[str] = []
    window.page.on("request", lambda one: asked.append(one.url) if one.url.endswith("/room/skip") else None)
    day.evaluate("(button) => { button.click(); button.click(); }")
    window.has_passed(before)
    window.hears("It is now")
    assert len(asked) == 1


def test_a_name_is_proposed_with_the_keyboard_alone_and_the_focus_is_not_lost(
    room: tuple[Browser, str],
) -> None:
    window = _open(room, "ana")
    window.page.get_by_role("heading", name="Propose a name").wait_for()
    keys = Keys(window)
    keys.propose("Lakeshore Circle")
    window.go("proposals")
    window.channel.locator("#channel-composer-input").focus()
    window.messages.filter(has_text="Lakeshore Circle").first.wait_for()
    keys.enter("^For: include", back=True)
    window.channel.get_by_text("Only you can see this").first.wait_for()
    assert keys.focused
    assert window.channel.locator("#channel-timeline").get_attribute("role") == "log"


def test_an_address_without_its_token_says_so(room: tuple[Browser, str]) -> None:
    browser, address = room
    page = browser.new_page()
    page.goto(address.split("#")[0])
    page.get_by_role("alert").get_by_text("The address is incomplete").wait_for()


def test_one_starts_over_elsewhere_and_comes_back_for_the_tour(room: tuple[Browser, str]) -> None:
    window = _open(room, "rosa")
    window.page.get_by_text("Start over", exact=True).first.click()
    window.page.get_by_label("Start at").select_option("empty")
    window.page.locator("#begin").get_by_role("button", name="Start over").click()
    window.page.locator('#place[data-open="rosa/hall"]').wait_for()
    window.command("setup")
    window.press("Use recommended settings")
    window.page.get_by_role("button", name="# proposals").wait_for()
    window.page.get_by_label("Start at").select_option("midweek")
    window.page.locator("#begin").get_by_role("button", name="Start over").click()
    window.page.get_by_role("heading", name="Propose a name").wait_for()
    window.go("proposals")
    window.messages.filter(has_text=CARD).first.wait_for()
