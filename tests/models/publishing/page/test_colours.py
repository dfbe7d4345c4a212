"""Colours of a page: only those in which a text can be read."""

import pytest

from models.publishing.page import colours
from models.refusal import Reason
from tests.models import makers


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#ffffff", "#ffffff", 1.0),
        ("#777777", "#ffffff", 4.48),
        ("#767676", "#ffffff", 4.54),
    ],
)
def test_contrast_is_that_of_the_guidelines(one: str, other: str, ratio: float) -> None:
    assert colours.contrast(one, other) == pytest.approx(ratio, abs=0.005)
    assert colours.contrast(other, one) == colours.contrast(one, other)


def test_a_colour_is_taken_with_or_without_its_sign_and_in_capitals() -> None:
    assert colours.checked(" 1F4FA3 ", colours.LIGHT) == colours.checked("#1f4fa3", colours.LIGHT) == "#1f4fa3"
    assert colours.checked("  ", colours.LIGHT) == ""


@pytest.mark.parametrize("typed", ["blue", "#12345", "#1234567", "#12345g", "url(x)", "#123456;}", "#fff"])
def test_what_is_no_colour_is_refused(typed: str) -> None:
    assert makers.refused(colours.checked, typed, colours.LIGHT).reason is Reason.BAD_COLOUR


@pytest.mark.parametrize(
    ("typed", "paper", "contrast"),
    [("#ffcc00", colours.LIGHT, "1.5"), ("#777777", colours.LIGHT, "4.4"), ("#1f4fa3", colours.DARK, "2.3")],
)
def test_a_colour_that_is_hard_to_read_is_refused_with_the_nearest_shade_that_works(
    typed: str, paper: str, contrast: str
) -> None:
    refusal = makers.refused(colours.checked, typed, paper)
    dark = paper == colours.DARK
    assert refusal.reason is (Reason.LOW_CONTRAST_DARK if dark else Reason.LOW_CONTRAST)
    assert refusal.values["contrast"] == contrast
    better = refusal.values["better"]
    assert colours.checked(better, paper) == better


def test_the_bots_own_colours_can_be_read() -> None:
    assert colours.checked(colours.LIGHT_INK, colours.LIGHT) == colours.LIGHT_INK
    assert colours.checked(colours.DARK_INK, colours.DARK) == colours.DARK_INK
