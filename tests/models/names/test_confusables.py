"""Which names look alike though they are written with other letters."""

import pytest

from models.names import confusables


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("СОРЕ", "COPE"),
        ("МАРС", "MAPC"),
        ("ΟΡΕΝ ΗΑΝD", "OPEN HAND"),
        ("Ꮩoice", "Voice"),
        ("H0pe", "Hope"),
        ("1nner Voice", "Inner Voice"),
    ],
)
def test_names_that_look_alike_have_one_key(one: str, other: str) -> None:
    assert confusables.key(one) == confusables.key(other)


@pytest.mark.parametrize(("one", "other"), [("СОРЕ", "CORE"), ("Club 10", "Club IO"), ("Müller", "Muller")])
def test_names_that_a_reader_tells_apart_have_two(one: str, other: str) -> None:
    assert confusables.key(one) != confusables.key(other)


@pytest.mark.parametrize(
    ("mixed", "whole"),
    [("Rіver Wаtch", "River Watch"), ("Cоюз", "Союз"), ("Весна", "Весна"), ("Ёж Club", "Ёж Club")],
)
def test_a_word_of_two_scripts_is_read_in_the_one_that_it_looks_like(mixed: str, whole: str) -> None:
    assert confusables.unmixed(mixed) == whole
