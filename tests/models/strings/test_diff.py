"""The difference between two wordings, as people read it."""

from models.strings import diff


def shown(before: str, after: str) -> str:
    marks = {"same": "{}", "gone": "[-{}-]", "new": "[+{}+]"}
    return "".join(marks[piece.sort].format(piece.text) for piece in diff.pieces(before, after))


def test_words_that_went_and_came_stand_beside_those_that_stayed() -> None:
    assert shown("We ask for one thing.", "We ask for two things now.") == (
        "We ask for [-one-][+two+] [-thing.-][+things now.+]"
    )


def test_of_a_long_text_only_the_words_around_a_change_are_shown() -> None:
    before = " ".join(f"w{number}" for number in range(100))
    said = shown(before, before.replace("w50", "new"))
    assert said.startswith(" … w42 w43")
    assert "[-w50-][+new+]" in said
    assert "w30" not in said
    assert "w70" not in said


def test_a_paragraph_that_was_added_keeps_its_line_break() -> None:
    assert "\n\nMore." in "".join(piece.text for piece in diff.pieces("One.", "One.\n\nMore."))


def test_what_is_too_long_for_words_is_shown_by_lines() -> None:
    before = "word\n" * 3000
    assert diff.pieces(before, before + "more") == ()
    assert "+more" in diff.lines(before, before + "more")


def test_lines_show_only_what_changed_with_a_line_around_it() -> None:
    said = diff.lines("a\nb\nc\nd\ne", "a\nb\nX\nd\ne")
    assert said.splitlines()[2:] == ["@@ -2,3 +2,3 @@", " b", "-c", "+X", " d"]
