"""Whatever anyone types or presses: an answer in words, no error, no ping, nothing told to anyone who should not read
it.

A short form with one seed runs with the other tests. The long one:
``UNDERSIGNED_FUZZ_WORLDS=20 python -m pytest tests/cogs/runtime/test_fuzz.py`` goes on in so many worlds. A failure
names its seed and its last steps; ``UNDERSIGNED_FUZZ_SEED`` plays that seed alone.
"""

import asyncio
import logging
import os
from pathlib import Path

import pytest

from tests.cogs.desk import a_desk
from tests.cogs.fuzzing import Errors, Fuzz

WORLDS = int(os.environ.get("UNDERSIGNED_FUZZ_WORLDS", "0"))
SEED = os.environ.get("UNDERSIGNED_FUZZ_SEED")
SHORT, LONG = 25, 250
"""Steps in one world."""


async def play(path: Path, seed: int, steps: int, *acts: str) -> None:
    """One world from one seed."""
    errors = Errors()
    logging.getLogger().addHandler(errors)
    try:
        async with a_desk(path) as desk:
            fuzz = Fuzz(desk, seed)
            await fuzz.prepare()
            for _ in range(steps):
                try:
                    await getattr(fuzz, fuzz.random.choice(acts))()
                    fuzz.look_around()
                    assert not errors.found, errors.found[0][-3000:]
                except Exception as error:
                    last = "\n".join(fuzz.steps[-2:])
                    pytest.fail(f"seed {seed}, step {len(fuzz.steps)}: {error!r}\n{last}")
    finally:
        logging.getLogger().removeHandler(errors)


async def rounds(tmp_path: Path, *acts: str) -> None:
    if SEED is not None:
        await play(tmp_path, int(SEED), LONG, *acts)
        return
    await play(tmp_path, 7, SHORT, *acts)
    for seed in range(1000, 1000 + WORLDS):
        world = tmp_path / str(seed)
        await asyncio.to_thread(world.mkdir)
        await play(world, seed, LONG, *acts)


async def test_whatever_is_typed_is_answered_and_pings_nobody(tmp_path: Path) -> None:
    await rounds(tmp_path, "send_form", "send_form", "command")


async def test_whatever_address_is_pressed_or_sent_in_is_answered(tmp_path: Path) -> None:
    await rounds(tmp_path, "press", "press", "press", "send_form")
