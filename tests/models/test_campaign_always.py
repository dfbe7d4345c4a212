"""Whatever a coalition does, and in which order: what was promised holds after every step.

A short form runs with the other tests. The long one: ``UNDERSIGNED_CAMPAIGNS=1000 python -m pytest
tests/models/test_campaign_always.py`` plays so many; what it finds hypothesis keeps and tries first.
"""

import os

from hypothesis import HealthCheck, Phase, settings

from tests.models.campaign_machine import Campaign

CAMPAIGNS = int(os.environ.get("UNDERSIGNED_CAMPAIGNS", "0"))
TestCampaign = Campaign.TestCase
TestCampaign.settings = settings(
    max_examples=CAMPAIGNS or 4,
    stateful_step_count=80 if CAMPAIGNS else 25,
    derandomize=not CAMPAIGNS,
    phases=(Phase.explicit, Phase.reuse, Phase.generate, Phase.shrink),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
