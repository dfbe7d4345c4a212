"""A browser of this machine, and the room in it; tests that need one are skipped where there is none."""

import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, FrameLocator, Locator, Page, expect, sync_playwright

from rehearsal import script
from rehearsal.rest import HANGS_SECONDS

ROOT = Path(__file__).parents[2]
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
needs_browser = pytest.mark.skipif(
    CHROMIUM is None,
    reason="no Chromium on this machine: the room was not tried in a browser (apt install chromium)",
)
PICTURES = Path(os.environ["UNDERSIGNED_PICTURES"]) if "UNDERSIGNED_PICTURES" in os.environ else None
"""Where pictures for the docs should be made again."""
PATIENCE = HANGS_SECONDS * 1000
"""Milliseconds that a page may take; only one that hangs takes so long."""


_COUNTS_CLICKS = """
    top.clicks ??= 0;
    addEventListener("click", (event) => { if (event.isTrusted) top.clicks += 1; }, true);
"""
"""Each real press of the mouse, or of Enter on a button, in the room and in the channel."""
_HEARS = """
    top.heard ??= [];
    addEventListener("DOMContentLoaded", () => {
        const said = document.querySelector("#said");
        if (said) new MutationObserver(() => top.heard.push(said.textContent)).observe(said, { childList: true });
    });
"""
"""Keeps what the room says: the sentence leaves the page after seconds, also while this process has to wait."""


@dataclass
class Window:
    """One browser window in the room."""

    page: Page
    typed: list[str] = field(default_factory=list)
    """The commands that were typed."""

    @property
    def clicks(self) -> int:
        """How often something was pressed so far."""
        return int(self.page.evaluate("top.clicks"))

    @property
    def channel(self) -> FrameLocator:
        """The channel that is open."""
        return self.page.frame_locator("#place iframe")

    @property
    def messages(self) -> Locator:
        """The messages in it."""
        return self.channel.locator("#channel-message-list [data-message-id]")

    @property
    def newest(self) -> Locator:
        """The newest of them."""
        return self.messages.last

    @property
    def answer(self) -> Locator:
        """The newest that only this person sees; what the bot posts for all may come after it."""
        return self.messages.filter(has_text="Only you can see this").last

    @property
    def clock(self) -> str:
        """What time it is in the room."""
        return self.page.locator("#clock").inner_text()

    def hears(self, words: str) -> None:
        """Wait until the room has told its visitor this, aloud to anyone who cannot see it."""
        self.page.wait_for_function("(words) => top.heard.some((said) => said.includes(words))", arg=words)

    def let_pass(self, time: str) -> None:
        """Press a button under *Time*, and wait until that time has passed."""
        before = self.clock
        self.page.get_by_role("button", name=time).click()
        self.has_passed(before)

    def has_passed(self, before: str) -> None:
        """Wait until it is later than that, and the next button can be pressed."""
        expect(self.page.locator("#clock")).not_to_have_text(before, timeout=PATIENCE)
        self.page.locator('#skips:not([aria-busy="true"])').wait_for()

    def become(self, key: str, channel: str) -> None:
        """Be someone, and go somewhere."""
        self.page.locator("#who").select_option(key)
        self.page.locator(f'#place[data-open^="{key}/"]').wait_for()
        self.go(channel)

    def go(self, channel: str) -> None:
        """Open a channel, or ``Undersigned`` for the direct messages."""
        self.page.get_by_role("button", name=re.compile(rf"^(# )?{channel}\b")).click()
        self.page.locator(f'#place[data-open$="/{channel}"]').wait_for()

    def command(self, words: str, *options: str) -> None:
        """Type a command and its options, as one does with the keyboard alone."""
        self.typed.append(words)
        box = self.channel.locator("#channel-composer-input")
        box.click()
        box.press_sequentially(f"/{words}")
        self.channel.locator(f'.command-entry:has(strong:text-is("/{words}"))').wait_for()
        box.press("Enter")
        row = self.channel.locator(".command-row")
        row.wait_for()
        for option in options:
            typed = self.channel.locator(".command-pill.is-focused input")
            typed.press_sequentially(option)
            self.channel.locator(".command-suggestion").first.wait_for()
            typed.press("Enter")
        if not options:
            row.locator(".command-chip:focus").wait_for()
        self.page.keyboard.press("Enter")
        row.wait_for(state="detached")

    def fill(self, **fields: str) -> None:
        """Fill in the form that is open and send it."""
        form = self.channel.get_by_role("dialog")
        for label, text in fields.items():
            form.get_by_label(re.compile(f"^{label.replace('_', ' ')}")).fill(text)
        form.get_by_role("button", name="Submit").click()
        form.wait_for(state="detached")

    def press(self, label: str, within: Locator | None = None) -> None:
        """Press a button of the newest message, or of that one."""
        (within or self.newest).get_by_role("button", name=re.compile(label)).click()

    def press_last(self, label: str) -> None:
        """Press the last button of this name in the channel, under whichever message it stands."""
        self.channel.get_by_role("button", name=label, exact=True).last.click()

    def choose(self, menu: str, option: str) -> None:
        """Choose a line of a menu of the newest private answer. The page takes none before what was done last is over,
        which may be after its answer stands there; a message can be sent again then."""
        expect(self.channel.locator("#send-message")).to_be_enabled(timeout=PATIENCE)
        self.answer.get_by_role("combobox", name=menu).click()
        self.channel.get_by_role("option", name=option).click()

    def step_done(self, number: int) -> None:
        """Wait until the tour says that a step is done."""
        self.page.locator(f"#tour li:nth-child({number}).done").wait_for()


def picture(window: Window, name: str, part: Locator | None = None) -> None:
    """A picture of the window, or of a part of it, where somebody asked for pictures."""
    if PICTURES is not None:
        window.page.mouse.move(0, 0)
        window.page.wait_for_timeout(600)
        (part or window.page).screenshot(path=str(PICTURES / name))


@contextmanager
def a_room(*options: str, short: bool = PICTURES is None) -> Iterator[str]:
    """The room as ``python bot.py rehearse`` opens it, but for pictures with a short list; its address. Ends as Ctrl-C
    ends it."""
    command = [sys.executable, "bot.py", "rehearse", "--no-open", *options]
    with tempfile.TemporaryDirectory() as folder:
        if short:
            names = Path(folder) / "names.txt"
            names.write_text("\n".join(one.name for one in script.shipped()[:12]), encoding="utf-8")
            command += ["--signatories", str(names)]
        running = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, encoding="utf-8")
        assert running.stdout is not None
        try:
            yield running.stdout.readline().split()[-1]
        finally:
            running.send_signal(signal.SIGINT)
            assert running.wait(HANGS_SECONDS) == 0
            running.stdout.close()


@contextmanager
def a_browser() -> Iterator[Browser]:
    # Chromium's own sandbox does not start for root, as which containers run.
    arguments: Sequence[str] = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(arguments))
        try:
            yield browser
        finally:
            browser.close()


def a_window(browser: Browser, address: str, width: int = 1280, height: int = 800) -> Window:
    """A new window, as of another person's computer; waits until it can be used. A page that complains fails."""
    context = browser.new_context(viewport={"width": width, "height": height})
    context.add_init_script(_COUNTS_CLICKS)
    context.add_init_script(_HEARS)
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    page.on("pageerror", _complain)
    page.goto(address)
    window = Window(page)
    page.locator("#place[data-open]").wait_for()
    return window


def _complain(error: Exception) -> None:
    raise AssertionError(f"the page complains: {error}")
