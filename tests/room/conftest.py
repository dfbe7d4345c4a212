"""The browser of the tests that need one."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.room.browser import a_browser


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One for the tests of a file: no coroutine runs in its thread meanwhile."""
    with a_browser() as browser:
        yield browser
