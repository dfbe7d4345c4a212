"""What Discord would not take is found, and named where it is."""

import pytest

from tests import openapi

MESSAGES = "/api/v10/channels/1/messages"
pytestmark = pytest.mark.skipif(not openapi.available(), reason="Discord's description is not at hand")


def a_button(label: str) -> dict[str, object]:
    button = {"type": 2, "style": 1, "custom_id": "us", "label": label}
    return {"content": "Vote", "components": [{"type": 1, "components": [button]}]}


def test_what_discord_takes_is_no_problem() -> None:
    assert openapi.problem("POST", MESSAGES, a_button("For")) is None


def test_a_fault_is_named_within_the_kind_of_component_that_it_is_in() -> None:
    said = openapi.problem("POST", MESSAGES, a_button("x" * 81)) or ""
    assert "components/0/components/0/label: " in said
    assert "longer than 80 characters" in said
