"""What people read is plain English: no term and no phrase that docs/style.md rules out."""

from pathlib import Path

import pytest

from tests import style


def test_no_old_phrase_is_left() -> None:
    assert [str(one) for one in style.findings(*style.EVERYTHING)] == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Put forward by <@1> for a letter",
        "Ana put **Iris** forward.",
        "What waits for me",
        "{name} was not taken onto the list of signatories",
        "Each file that is taken along is written down",
        "Who says nothing stays on the list",
        "Be forgotten here?",
        "The letter is a draft; this is possible while it is closed or open.",
        "It goes through with more votes for than against.",
        "Only moderators can do that: it takes {…}.",
        "{name} stands on this letter already.",
        "Which letter, where there are several",
        "Name, as it is to be printed",
        "One without the other is no record.",
        "The vote decided nothing",
        "What was typed for this is kept no more",
        "Since Monday, spelled otherwise: Iris",
        "every notice stands once",
        "A form with what was typed, which the bot is to keep",
    ],
)
def test_a_sentence_of_old_is_found(sentence: str) -> None:
    assert style.old_phrases(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "1 vote so far. Voting ends on Tuesday",
        "My to-do list",
        "It takes one to four minutes, no more than that.",
        "He puts the letter in the right place. Look forward to it.",
        "There is no text in that language.",
        "Names wait for review.",
        "Choose a channel. Otherwise nobody hears of it.",
    ],
)
def test_a_plain_sentence_is_not(sentence: str) -> None:
    assert style.old_phrases(sentence) == []


def test_in_code_only_what_is_read_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "cogs" / "card.py"
    file.parent.mkdir()
    file.write_text(
        '"""A card put forward."""\n'
        "def card(name: str) -> str:\n"
        '    """What waits."""\n'
        "    if not name:\n"
        '        raise ValueError("a name that is put forward")\n'
        '    return f"Put {name} forward, " \\\n'
        '        "or drawn anew"\n',
        encoding="utf-8",
    )
    monkeypatch.setattr(style, "ROOT", tmp_path)
    found = [(one.line, one.phrase) for one in style.findings("cogs")]
    assert found == [(6, "Put {…} forward"), (6, "anew")]
