"""Fixtures for the rules: a fresh database for each test, and an instant to start from."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlmodel import Session

from models.sheets import Actor
from tests import databases

NOW = datetime(2025, 2, 13, 9, 0, tzinfo=UTC)
GUILD = 900


@pytest.fixture
def url(tmp_path: Path) -> str:
    return databases.url(tmp_path, "test")


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with databases.a_session(tmp_path) as session:
        yield session


@pytest.fixture(autouse=True)
def no_database_stays() -> Iterator[None]:
    yield
    databases.drop()


@pytest.fixture
def manager() -> Actor:
    """Someone who holds Manage Server: a moderator until a moderator role is chosen."""
    return Actor(guild_id=GUILD, user_id=1, manages_server=True)
