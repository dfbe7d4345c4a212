"""Whatever a coalition does, and in which order: what was promised holds after every step.

A short form runs with the other tests. The long one: ``UNDERSIGNED_LONG=1 python -m pytest
tests/models/test_campaign_always.py``, for twenty minutes or so; what it finds hypothesis keeps and tries first.
"""

import os

from hypothesis import HealthCheck, Phase, settings

from tests.models.campaign_machine import Campaign

LONG = bool(os.environ.get("UNDERSIGNED_LONG"))
TestCampaign = Campaign.TestCase
TestCampaign.settings = settings(
    max_examples=1000 if LONG else 4,
    stateful_step_count=80 if LONG else 25,
    deadline=None,
    derandomize=not LONG,
    phases=(Phase.explicit, Phase.reuse, Phase.generate, Phase.shrink),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
