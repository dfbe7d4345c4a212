"""What a button carries leads back to what it was drawn for, and nothing forged gets through."""

import pytest

from cogs.ui.addresses import Address, Sort


def test_an_address_reads_back_as_it_was_written() -> None:
    address = Address(Sort.BUTTON, "vote", 2**63 - 1, ("2147483647", "abstain"))
    assert Address.parse(str(address)) == address


@pytest.mark.parametrize(
    "text", ["", "us:1", "us:2:b:vote:1", "us:1:x:vote:1", "us:1:b:vote:here", "other:1:b:vote:1"]
)
def test_what_is_not_ours_is_no_address(text: str) -> None:
    assert Address.parse(text) is None


def test_an_address_that_discord_would_refuse_is_never_drawn() -> None:
    with pytest.raises(ValueError, match="longer than 100"):
        str(Address(Sort.BUTTON, "vote", 1, ("x" * 100,)))
