"""An event that Discord delivers twice is served once."""

from cogs.kit import once


def test_the_second_delivery_of_an_interaction_is_known() -> None:
    known = once.Once()
    assert [known.first(one) for one in (1, 2, 1, 3, 2)] == [True, True, False, True, False]


def test_only_the_last_ones_are_remembered() -> None:
    known = once.Once()
    assert all(known.first(one) for one in range(once.KNOWN + 1))
    assert known.first(0)
    assert not known.first(once.KNOWN)
