"""The week in other languages; in one that is made up it is seen that no English word is left, and that a short list
of one's own comes out as its script says."""

import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter
from typing import Any

import pytest
from babel.messages.catalog import Catalog

from locales import catalogues
from models import translation
from rehearsal import cast, desk, play, script
from rehearsal.timeline import Timeline
from tests.languages import Catalogues

PSEUDO = "he"
"""Right to left, with a plural that is not English. What it says here is English in wide letters."""
_COMMAND = re.compile(r"(/[a-z][a-z -]*)")
_WORD = re.compile(r"[A-Za-z]{3,}")
_FIXED = re.compile(
    r"<[^>]*>|https?://\S+|`[^`]*`|/[a-z][a-z -]*|[\w.]+@[\w.]+|\w+\.(?:md|txt|csv|pdf|docx|html|json|xlsx)\b"
)
"""What is the same in every language: mentions, timestamps, addresses, commands, files."""


def pseudo(english: str) -> str:
    """The sentence in wide letters, and longer; values, markup and commands stay."""
    said = "".join(_wide(literal) + (f"{{{name}}}" if name is not None else "")
                   for literal, name, _form, _how in Formatter().parse(english))  # fmt: skip
    return said + "ｘ" * (len(english) * 4 // 10)


def _wide(text: str) -> str:
    parts = _COMMAND.split(text)
    return "".join(
        part
        if number % 2
        else "".join(chr(ord(one) + 0xFEE0) if one.isascii() and one.isalpha() else one for one in part)
        for number, part in enumerate(parts)
    )


def the_pseudo_language(made: Catalogues, template: Catalog) -> None:
    forms = Catalog(PSEUDO).num_plurals
    sentences: dict[Any, str | tuple[str, ...]] = {}
    contexts: dict[tuple[str, str], str] = {}
    for message in catalogues.sentences(template):
        english = catalogues.forms(message.id)
        if message.context:
            contexts[message.context, english[0]] = pseudo(english[0])
        elif len(english) > 1:
            sentences[english] = (pseudo(english[0]), *[pseudo(english[1])] * (forms - 1))
        else:
            sentences[english[0]] = pseudo(english[0])
    made(sentences, language=PSEUDO, contexts=contexts)


def _plain(text: str) -> str:
    """Without the backslashes that keep Discord from reading a typed text as markup."""
    return text.replace("\\", "")


def texts(body: Any) -> Iterator[str]:
    """Everything in a request that people read."""
    if isinstance(body, list):
        for one in body:
            yield from texts(one)
    if isinstance(body, dict):
        for name, value in body.items():
            if isinstance(value, str) and name in (
                "content",
                "label",
                "placeholder",
                "description",
                "title",
                "text",
            ):
                yield value
            else:
                yield from texts(value)


@pytest.mark.usefixtures("no_threads")
async def test_a_week_in_another_language_has_no_word_of_english(
    tmp_path: Path, catalogue: Catalogues, template: Catalog
) -> None:
    the_pseudo_language(catalogue, template)
    names = script.distinct(script.shipped())[:12]
    week = script.write(names)
    said: set[str] = set()
    with translation.speaking(PSEUDO):
        async with cast.on_stage(tmp_path / "week.db", script.OPENING - 2 * play.HOUR, lead=1.5) as people:
            figures = await play.Play(people, week, Timeline(people.stage.env.now, people.names)).run()
            for sent in people.stage.env.http_requests:
                said |= set(texts(sent.json))
    opening, evening, fourth_day, _, final = script.stages(len(names))
    assert (figures["opening"], figures["final"]) == (opening, final)
    assert [one["count"] for one in figures["counts"]] == [evening, fourth_day]
    assert [one["sent"] for one in figures["reminders"]] == [one["due"] for one in figures["reminders"]]
    typed = typed_by_anyone(week)
    english = {word for one in said for word in _WORD.findall(typed.sub("", _FIXED.sub("", _plain(one))))}
    assert english == set()
    assert any("\u2068" in one for one in said), "values are isolated"


@pytest.mark.long
@pytest.mark.catalogues
@pytest.mark.parametrize("tag", catalogues.languages())
async def test_the_week_in_a_language_comes_out_as_in_english(tmp_path: Path, tag: str) -> None:
    names = script.distinct(script.shipped())[:20]
    with translation.speaking(tag):
        figures = await play.perform(script.write(names), tmp_path / "week.db")
    assert figures["final"] == len(names)
    assert len(figures["reminders"]) == 5


def typed_by_anyone(week: script.Script) -> re.Pattern[str]:
    """What people typed in that week, which is said as they typed it."""
    names = [*script.shipped(), *(line.name for line in week.lines)]
    own = {"Its director", "E-mail of this week", "The coalition's web form", script.TITLE, script.ADDRESSEE}
    own |= {
        *desk.REASONS.values(),
        *(script.DATA / "organisations.txt").read_text(encoding="utf-8").splitlines(),
    }
    own |= {text for one in names for text in (one.name, one.detail)}
    said = sorted(own - {""}, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, said)))
