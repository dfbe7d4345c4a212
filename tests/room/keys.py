"""Someone without a mouse, in one window of the room."""

import re
from dataclasses import dataclass

from tests.room.browser import Window

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
        """Take the tour's own button; anyone who comes by it can type."""
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

    def propose(self, name: str) -> None:
        """The tour's first step."""
        self.turn("Ana", "announcements")
        self.command("propose", "Organisation", "Kenya")
        form = self.window.channel.get_by_role("dialog")
        form.wait_for()
        for label, text in (("Name", name), ("Who agreed", "Its director"), ("How we know", "E-mail")):
            self.to(f"^{label}")
            self.window.page.keyboard.type(text)
        self.enter("^Submit")
        form.wait_for(state="detached")
        self.window.step_done(1)
        self.typing()
