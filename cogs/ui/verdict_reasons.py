"""Ready reasons for declining a name or putting it on hold. They are stored in English, and each reader sees them in
their own language."""

from models.translation import N_, _

# Translators: told to the person who proposed the name.
DECLINES = {
    "agreement": N_("We couldn't confirm that they agreed."),
    "fit": N_("The name doesn't fit this letter."),
    "vote": N_("The vote went against the name."),
    "twice": N_("They're already on this letter under another name."),
    "who": N_("We couldn't find out who this is."),
}
HOLDS = {
    "agreement": N_("We're asking them if they agreed."),
    "name": N_("We're asking how to print the name."),
    "talk": N_("The moderators want to discuss this name first."),
}
EARLIER = {
    "It doesn't fit this letter.": DECLINES["fit"],
    "The vote went against it.": DECLINES["vote"],
    "It's already on this letter under another name.": DECLINES["twice"],
    "The moderators want to discuss it first.": HOLDS["talk"],
}
"""Ready reasons in the words that earlier versions stored."""


def stored(presets: dict[str, str], preset: str | None, told: str | None) -> str:
    """What is stored: the ready reason that was picked from ``presets``, the moderator's own words, or both."""
    return f"{presets.get(preset or '', '')} {told or ''}".strip()


def said(told: str) -> str:
    """What was stored, with a ready reason in it in the reader's language."""
    now = {reason: reason for reason in (*DECLINES.values(), *HOLDS.values())}
    for kept, reason in (now | EARLIER).items():
        if told.startswith(kept):
            return f"{_(reason)}{told.removeprefix(kept)}"
    return told
