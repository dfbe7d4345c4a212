"""The page in a real Chromium: what keeps people out of it, how it flows, what the keyboard reaches."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

from models.publishing.page import files
from models.sheets import PageChoices, PageText
from models.terms import Format, Kind
from tests import languages
from tests.models.lists import BODY, entry, exported, hard
from tests.models.pages import ARABIC, crowd, hard_page, page
from tests.room.browser import CHROMIUM, PICTURES, needs_browser

pytestmark = needs_browser
ADDRESS = "https://letters.example.org/letter-1/"
TEXTS = (
    PageText("en", 1, BODY, original=True, stale=False),
    PageText("ar", 1, ARABIC, original=False, stale=False),
)
HEBREW = (PageText("he", 1, "# מכתב\n\nאנו מבקשים **לבטל**.", original=True, stale=False),)
PLACES = ("index.html", "ar/index.html", "embed.html", "he/index.html", "preview.html", "lists/list-2.html")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page in English with an Arabic translation, one in Hebrew, a preview, and a published list."""
    root = tmp_path_factory.mktemp("page")
    colours = PageChoices(kept=True, light="#7a1f1f")
    with pytest.MonkeyPatch.context() as patch, languages.made_up(root / "no locales", patch):
        made = files.files(hard_page(texts=TEXTS), ADDRESS)
        made["he/index.html"] = files.files(hard_page(texts=HEBREW, choices=colours), ADDRESS)["index.html"]
        made["preview.html"] = files.preview(hard_page(published_at=None))
        made["lists/list-2.html"] = exported(hard(), Format.HTML, with_text=True).data
    for path, data in made.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(data)
    return root


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])


@pytest.fixture
def opened(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A window; by a mark so wide."""
    context = browser.new_context(viewport={"width": getattr(request, "param", 390), "height": 844})
    yield context.new_page()
    context.close()


def is_shown(opened: Page, file: Path) -> list[str]:
    """Open it; what it asked for, and what the browser complained of."""
    told: list[str] = []
    opened.on("request", lambda request: told.append(request.url))
    opened.on("console", lambda message: told.append(message.text))
    opened.goto(file.as_uri())
    return told


@pytest.mark.parametrize("path", PLACES)
def test_axe_finds_nothing_that_keeps_anybody_out(opened: Page, folder: Path, path: str) -> None:
    """In the dark only the colours are others."""
    is_shown(opened, folder / path)
    looked: tuple[tuple[Literal["light", "dark"], dict[str, list[str]], int], ...] = (
        ("light", {}, 11),
        ("dark", {"runOnly": ["color-contrast", "link-in-text-block"]}, 1),
    )
    for scheme, rules, passed in looked:
        opened.emulate_media(color_scheme=scheme)
        found = Axe().run(opened, options=rules).response
        assert len(found["passes"]) >= passed
        assert [(one["id"], one["nodes"][0]["html"]) for one in found["violations"]] == []
        if PICTURES is not None:
            name = f"page-{path.replace('/', '-').removesuffix('.html')}-{scheme}.png"
            opened.screenshot(path=os.fspath(PICTURES / name))


@pytest.mark.parametrize("path", PLACES)
@pytest.mark.parametrize("opened", [320], indirect=True)
def test_at_320_pixels_nothing_scrolls_sideways(opened: Page, folder: Path, path: str) -> None:
    is_shown(opened, folder / path)
    assert opened.evaluate("document.documentElement.scrollWidth") == 320


@pytest.mark.parametrize("path", PLACES)
def test_a_page_asks_for_nothing_but_itself_and_its_style_is_let_in(
    opened: Page, folder: Path, path: str
) -> None:
    told = is_shown(opened, folder / path)
    assert told == [(folder / path).as_uri()]
    assert opened.evaluate("getComputedStyle(document.body).overflowWrap") == "anywhere"
    assert opened.evaluate("document.cookie") == ""


def test_the_first_key_leads_past_the_letter_to_the_names(opened: Page, folder: Path) -> None:
    is_shown(opened, folder / "index.html")
    opened.keyboard.press("Tab")
    link = opened.evaluate("document.activeElement.textContent")
    assert link == "Skip to the signatories"
    assert opened.evaluate("document.activeElement.getBoundingClientRect().top >= 0")
    opened.keyboard.press("Enter")
    assert opened.evaluate("document.activeElement.id") == "signatories"


def test_an_initial_of_each_kind_is_reached_with_three_keys_at_most(opened: Page, tmp_path: Path) -> None:
    everybody = [*crowd(200), *crowd(200, Kind.COMPANY), *crowd(200, Kind.INDIVIDUAL)]
    file = tmp_path / "index.html"
    file.write_bytes(files.files(page(*everybody))["index.html"])
    ways = ((), ("Enter",), ("Tab", "Enter"))
    for kind, keys in zip(("organisation", "company", "individual"), ways, strict=True):
        is_shown(opened, file)
        press_access_key(opened, "q")
        for key in keys:
            opened.keyboard.press(key)
        opened.locator(":target").wait_for(state="attached")
        heading = opened.locator(":target").locator("xpath=ancestor::div[1]/h4")
        assert heading.text_content() == "Q"
        assert (heading.get_attribute("id") or "").startswith(f"{kind}-")
        assert heading.is_visible()


def press_access_key(opened: Page, letter: str) -> None:
    """Alt and a letter, as a keyboard sends them; Playwright's own key carries no letter beside Alt."""
    code = {"key": letter, "code": f"Key{letter.upper()}", "windowsVirtualKeyCode": ord(letter.upper())}
    chrome = opened.context.new_cdp_session(opened)
    for kind in ("rawKeyDown", "char"):
        about = code | {"type": kind, "modifiers": 1, "text": letter, "unmodifiedText": letter}
        chrome.send("Input.dispatchKeyEvent", about)


def test_it_is_read_in_the_order_in_which_it_stands(opened: Page, folder: Path) -> None:
    is_shown(opened, folder / "ar" / "index.html")
    tree = opened.locator("body").aria_snapshot()
    places = [
        'link "Skip to the signatories"',
        "- banner:",
        'heading "A joint letter" [level=1]',
        "166 signatories",
        'navigation "Languages"',
        'navigation "On this page"',
        "- main:",
        'heading "رسالة مفتوحة" [level=2]',
        'region "Sign, or remove your name"',
        'region "What to say about this letter"',
        'heading "Signatories (166)" [level=2]',
        'navigation "Jump to"',
        'heading "Organisations (75)" [level=3]',
        'heading "A" [level=4]',
        'heading "Individuals (51)" [level=3]',
        'img "Number of signatories from 12 Feb to 13 Feb: it went from 0 to 166.',
        'region "Published lists"',
        'region "Use this list elsewhere"',
        "- contentinfo:",
    ]
    at = 0
    for one in places:
        assert one in tree[at:], f"{one} isn't read after what stands before it"
        at = tree.index(one, at)


def test_a_name_that_runs_the_other_way_moves_nothing_around_it(opened: Page, tmp_path: Path) -> None:
    file = tmp_path / "index.html"
    sheet = page(entry("ACR – مركز الحقوق (ACR) 12", "JO"), entry("Zeta", "KE"))
    file.write_bytes(files.files(sheet)["index.html"])
    is_shown(opened, file)
    name, detail = (
        opened.locator(f"#signatories li {part}").first.bounding_box() for part in ("> bdi", ".detail")
    )
    assert name is not None
    assert detail is not None
    assert detail["x"] >= name["x"] + name["width"] - 1 or detail["y"] > name["y"]


def test_in_print_the_names_are_there_and_what_cannot_be_pressed_is_not(opened: Page, folder: Path) -> None:
    is_shown(opened, folder / "index.html")
    opened.emulate_media(media="print", color_scheme="dark")
    assert opened.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert opened.locator("nav").first.is_hidden()
    assert opened.locator("#use").is_hidden()
    assert opened.get_by_text("Ada Brook").is_visible()
