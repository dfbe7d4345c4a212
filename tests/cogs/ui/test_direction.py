"""In Arabic each line says its direction itself: Discord does not."""

import pytest
from discord import ui

from cogs.ui.layout import TEXT_LIMIT, Card, lay_out, plain
from models.translation import _, isolated, speaking
from tests.languages import Catalogues


@pytest.fixture(autouse=True)
def arabic(catalogue: Catalogues) -> None:
    catalogue({"{day}, {time}": "{day}، {time}"}, language="ar")


OPEN, END = "\u200f\u2067", "\u2069"


def shown(answer: Card) -> list[str]:
    return [one.content for one in answer.view.walk_children() if isinstance(one, ui.TextDisplay)]


@pytest.mark.parametrize(
    ("line", "directed"),
    [
        ("إلى The Home Secretary.", f"{OPEN}إلى The Home Secretary.{END}"),
        ("### جاهزان", f"### {OPEN}جاهزان{END}"),
        ("- **6 أسماء**.", f"- **{OPEN}6 أسماء**.{END}"),
        ("-# كما في 14:45", f"-# {OPEN}كما في 14:45{END}"),
        ("**أصوات «مع»**", f"**{OPEN}أصوات «مع»{END}**"),
        (r"نعم \*", rf"{OPEN}نعم \*{END}"),
        ("> - نعم", f"> - {OPEN}نعم{END}"),
        ("**نعم**\nWe ask.\nلا", f"**{OPEN}نعم{END}**\nWe ask.\n{OPEN}لا{END}"),
        ("نعم\n```\nلا\n```\nنعم", f"{OPEN}نعم{END}\n```\nلا\n```\n{OPEN}نعم{END}"),
    ],
)
def test_a_line_of_arabic_runs_from_the_right_behind_its_markup(line: str, directed: str) -> None:
    with speaking("ar"):
        assert shown(lay_out(line)) == [directed]
        assert plain(line).content == directed


def test_in_english_a_line_stays_as_it_is() -> None:
    assert shown(lay_out("إلى The Home Secretary.")) == ["إلى The Home Secretary."]


def test_a_text_that_fills_a_message_loses_nothing_to_its_direction() -> None:
    full = "ن" * (TEXT_LIMIT - 4)
    with speaking("ar"):
        assert shown(lay_out(full, "نعم")) == [full, "نعم"]
        assert shown(lay_out(full, "نعم نعم")) == [full, "نعم…"]


def test_a_sentence_of_arabic_runs_from_the_right_though_a_time_of_discord_comes_first() -> None:
    with speaking("ar"):
        when = _("{day}, {time}", day="<t:1740095940:F>", time="23:59")
        assert isolated(when).startswith("\u2067")


def test_a_sentence_of_english_runs_from_the_left_though_a_name_in_arabic_comes_first() -> None:
    said = _("{day}, {time}", day="الخميس", time="23:59")
    assert isolated(said).startswith("\u2066")
