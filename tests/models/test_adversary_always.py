"""A rogue member and a rogue moderator try every act in every order, and what was promised holds after every step.

A short form runs with the other tests, and each seed that ever found something with it. The long one plays new seeds
for so many minutes: ``UNDERSIGNED_ADVERSARY_MINUTES=60 python -m pytest tests/models/test_adversary_always.py``. A
seed that finds something is said; write it down in :data:`SEEDS`.
"""

import os
import time
from itertools import count

import pytest
from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.models.adversary_machine import Adversary

MINUTES = float(os.environ.get("UNDERSIGNED_ADVERSARY_MINUTES", "0"))
FIRST = int(os.environ.get("UNDERSIGNED_ADVERSARY_SEED", "1000"))
SEEDS: tuple[int, ...] = (1,)
"""Each found something once; the first never did."""


def play(number: int, campaigns: int, steps: int) -> None:
    """Campaigns that follow from this seed alone."""
    run_state_machine_as_test(
        seed(number)(Adversary),
        settings=settings(
            max_examples=campaigns,
            stateful_step_count=steps,
            derandomize=False,
            phases=(Phase.generate, Phase.shrink) if MINUTES else (Phase.generate,),
            suppress_health_check=list(HealthCheck),
        ),
    )


@pytest.mark.parametrize("number", SEEDS)
def test_what_was_promised_holds_against_a_rogue_member_and_a_rogue_moderator(number: int) -> None:
    play(number, 2, 40)


@pytest.mark.skipif(not MINUTES, reason="the long form")
def test_it_holds_for_as_long_as_was_asked() -> None:
    ends = time.monotonic() + MINUTES * 60
    for number in count(FIRST):
        print(f"seed {number}", flush=True)
        play(number, 5, 60)
        if time.monotonic() > ends:
            return
