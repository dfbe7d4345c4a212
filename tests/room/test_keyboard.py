"""The room with the keyboard alone, and what it tells who cannot see it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser

from tests.room.browser import Window, a_browser, a_room, a_window, needs_browser

pytestmark = needs_browser
FOCUSED = """() => {
  let one = document.activeElement;
  while (one?.contentDocument) one = one.contentDocument.activeElement;
  if (!one || one === one.ownerDocument.body) return "";
  const labelled = one.getAttribute("aria-labelledby");
  return (one.getAttribute("aria-label") || (labelled && one.ownerDocument.getElementById(labelled).textContent)
    || one.labels?.[0]?.textContent || one.textContent || one.title).trim().replace(/\\s+/g, " ");
}"""
FARTHEST = 120
"""Controls; no other is farther from the one that has the focus."""


@dataclass
class Keys:
    """Someone without a mouse."""

    window: Window

    @property
    def focused(self) -> str:
        """The name of the control that has the focus; nothing where it is lost."""
        return str(self.window.page.evaluate(FOCUSED))

    def press(self, *keys: str) -> None:
        for key in keys:
            self.window.page.keyboard.press(key)

    def to(self, label: str, *, back: bool = False) -> None:
        """Tab to a control, forwards or backwards."""
        for _ in range(FARTHEST):
            if re.search(label, self.focused):
                return
            self.press("Shift+Tab" if back else "Tab")
        raise AssertionError(f"no way to {label}: the focus is on {self.focused!r}")

    def enter(self, label: str, *, back: bool = False) -> None:
        """Tab to a button and press it."""
        self.to(label, back=back)
        self.press("Enter")

    def past(self, where: str) -> None:
        """Take the way past everything that stands at the beginning of the page."""
        self.window.page.evaluate("document.querySelector('.skip').focus()")
        self.enter(f"Skip to the {where}")

    def turn(self, person: str, channel: str) -> None:
        """Take the tour's own button; whoever comes by it can type."""
        self.past("tour")
        self.enter(f"Become {person}, in #{channel}")
        self.window.page.locator(f'#place[data-open="{person.lower()}/{channel}"]').wait_for()
        self.typing()

    def typing(self) -> None:
        """Wait until the focus is in the message box."""
        self.window.channel.locator("#channel-composer-input:focus").wait_for()

    def command(self, words: str, *options: str) -> None:
        """Type a command and its options."""
        channel = self.window.channel
        self.window.page.keyboard.type(f"/{words}")
        channel.locator(f'.command-entry:has(strong:text-is("/{words}"))').wait_for()
        self.press("Enter")
        for option in options:
            channel.locator(".command-pill.is-focused input:focus").wait_for()
            self.window.page.keyboard.type(option)
            channel.get_by_role("option", name=re.compile(option, re.IGNORECASE)).first.wait_for()
            self.press("Enter")
        channel.locator(".command-chip:focus").wait_for()
        self.press("Enter")
        channel.locator(".command-row").wait_for(state="detached")


@pytest.fixture(scope="module")
def room() -> Iterator[tuple[Browser, str]]:
    with a_room() as address, a_browser() as browser:
        yield browser, address


def test_the_tour_is_walked_with_the_keyboard_alone(room: tuple[Browser, str]) -> None:
    browser, address = room
    window = a_window(browser, address)
    keys = Keys(window)
    window.page.get_by_role("heading", name="Propose a name").wait_for()
    keys.turn("Ana", "proposals")
    keys.command("propose", "Organisation", "Kenya")
    form = window.channel.get_by_role("dialog")
    form.wait_for()
    for label, text in (
        ("Name", "Lakeshore Circle"),
        ("Who agreed", "Its director"),
        ("How we know", "E-mail"),
    ):
        keys.to(f"^{label}")
        window.page.keyboard.type(text)
    keys.enter("^Submit")
    form.wait_for(state="detached")
    window.step_done(1)
    keys.typing()

    for person in ("Ben", "Cleo"):
        keys.turn(person, "proposals")
        window.messages.filter(has_text="Lakeshore Circle").first.wait_for()
        keys.enter("^For: include", back=True)
        window.channel.get_by_text("Only you can see this").first.wait_for()
        assert keys.focused
    window.step_done(2)

    window.page.locator("#skips button").first.focus()
    keys.enter("^1 day")
    window.said.get_by_text("It is now").wait_for()
    assert keys.focused == "1 day"
    keys.turn("Mo", "moderators")
    keys.command("review")
    window.newest.get_by_role("button", name=re.compile("^Approve all")).wait_for()
    keys.enter("^Approve all", back=True)
    window.step_done(3)
    assert keys.focused

    keys.press("Shift+Tab")
    window.page.locator("#skips button").first.focus()
    keys.enter("^Next notice")
    window.step_done(4)
    assert keys.focused == "Next notice"

    keys.turn("Ben", "announcements")
    keys.command("letter points")
    window.step_done(5)
    keys.typing()

    keys.turn("Rosa", "moderators")
    for word in ("close", "finish"):
        keys.command(f"manage letter {word}")
        asked = (
            window.newest.locator(".button-style-1, .button-style-3, .button-style-4")
            .first.inner_text()
            .strip()
        )
        keys.enter(f"^{re.escape(asked)}$", back=True)
        window.newest.get_by_role("button", name=asked, exact=True).wait_for(state="detached")
        keys.to("^Message$")
    keys.command("roster export", "html")
    window.newest.get_by_role("button", name=re.compile("^Download")).wait_for()
    with window.page.expect_download():
        keys.enter("^Download", back=True)
    window.step_done(6)
    assert keys.focused.startswith("Download")
