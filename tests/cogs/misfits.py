"""Words of a refusal that fit one occasion alone: what a button, a form and a command must not be told."""

SUGGESTIONS = ("of the suggestions", "while you type")
MISFITS = {
    "press": (
        *SUGGESTIONS,
        "The option *",
        "Choose one with the option",
        "then send the form again",
        "opened the form",
    ),
    "form": (
        *SUGGESTIONS,
        "The option *",
        "Choose one with the option",
        "message was posted",
        "old version of this",
    ),
    "command": ("message was posted", "opened the form", "this button", "then send the form again"),
}


def misfits(occasion: str, said: str) -> list[str]:
    """What does not fit of what is said to this occasion."""
    return [words for words in MISFITS[occasion] if words in said]
