"""Fixtures for the rules: a fresh database file for each test, and an instant to start from."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlmodel import Session, SQLModel

from models import tables as tables
from models.sheets import Actor
from models.store import make_engine

NOW = datetime(2025, 2, 13, 9, 0, tzinfo=UTC)
GUILD = 900


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path}/test.db"


@pytest.fixture
def session(url: str) -> Iterator[Session]:
    engine = make_engine(url)
    SQLModel.metadata.create_all(engine)
    with Session(engine, expire_on_commit=False) as session:
        yield session
    engine.dispose()


@pytest.fixture
def manager() -> Actor:
    """Someone who holds Manage Server: a moderator until a moderator role is chosen."""
    return Actor(guild_id=GUILD, user_id=1, manages_server=True)
