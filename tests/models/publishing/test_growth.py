"""How a list grew: figures of the one count function, drawn and told in words."""

import io
from datetime import datetime, timedelta
from itertools import pairwise

import pytest
from babel.messages.catalog import Catalog
from msgspec.structs import replace
from PIL import Image
from sqlmodel import Session

from models.publishing import growth
from models.publishing.exports import chart
from models.refusal import Reason
from models.sheets import Counts, Growth
from models.signatories import counting
from models.terms import Kind
from models.translation import speaking
from tests.conftest import NOW
from tests.languages import Catalogues
from tests.models import makers

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def grown(*totals: int, published_at: datetime | None = None) -> Growth:
    points = tuple(
        Counts(NOW + place * 6 * HOUR, total, total // 2, total // 3) for place, total in enumerate(totals)
    )
    return Growth(1, "A joint letter", points, published_at)


def picture(png: bytes) -> Image.Image:
    return Image.open(io.BytesIO(png)).convert("RGB")


def rgb(name: str) -> tuple[int, ...]:
    """A colour of the picture, by what it is for."""
    return tuple(int(chart.COLOURS[name][i : i + 2], 16) for i in (1, 3, 5))


def dots(png: bytes, colour: tuple[int, ...]) -> int:
    """How many dots of a picture have this colour."""
    return sum(count for count, found in picture(png).getcolors(1_000_000) or () if found == colour)


def test_each_figure_is_the_count_at_that_instant(session: Session) -> None:
    letter = makers.letter(session)
    makers.signatory(session, letter, "Early", approved_at=NOW + HOUR)
    makers.signatory(session, letter, "Gone", approved_at=NOW + HOUR, removed_at=NOW + 20 * HOUR)
    makers.signatory(session, letter, "Late", kind=Kind.COMPANY, approved_at=NOW + 30 * HOUR)
    found = growth.measure(session, letter, NOW + 36 * HOUR)
    assert found.points == tuple(counting.count(session, letter.id, point.as_of) for point in found.points)
    assert [point.total for point in found.points][:3] == [0, 2, 2]
    assert (found.points[-1].as_of, found.points[-1].total) == (NOW + 36 * HOUR, 2)


@pytest.mark.parametrize("lasts", [timedelta(minutes=1), HOUR, DAY, 7 * DAY, 40 * DAY, 2000 * DAY])
def test_however_long_it_lasts_the_points_are_few_and_in_order(session: Session, lasts: timedelta) -> None:
    points = growth.measure(session, makers.letter(session), NOW + lasts).points
    instants = [point.as_of for point in points]
    assert (instants[0], instants[-1]) == (NOW, NOW + lasts)
    assert len(points) <= growth.MOST_POINTS + 1
    assert all(before < after for before, after in pairwise(instants))


def test_it_ends_with_the_final_list(session: Session) -> None:
    letter = makers.letter(session, final_at=NOW + DAY)
    assert growth.measure(session, letter, NOW + 9 * DAY).points[-1].as_of == NOW + DAY


def test_at_its_beginning_it_is_one_figure(session: Session) -> None:
    assert len(growth.measure(session, makers.letter(session), NOW).points) == 1


def test_before_publication_it_is_for_those_who_take_part(session: Session) -> None:
    letter = makers.letter(session)
    makers.participant(session, 7)
    assert growth.show(session, makers.member(7), NOW, letter.id).title == letter.title
    assert makers.refused(growth.show, session, makers.member(8), NOW, letter.id).reason is Reason.NOT_PUBLIC


def test_the_words_begin_with_the_first_figure_and_end_with_the_last() -> None:
    assert chart.words(grown(0, 5, 9)) == ("13 Feb 09:00 UTC: 0; 13 Feb 15:00 UTC: 8; 13 Feb 21:00 UTC: 16")
    told = chart.words(grown(*range(37))).split("; ")
    assert len(told) <= chart.WIDEST
    assert (told[0], told[-1]) == ("13 Feb 09:00 UTC: 0", "22 Feb 09:00 UTC: 66")
    assert chart.words(grown(1, 1, 1, 1)) == "13 Feb 09:00 UTC: 1; 14 Feb 03:00 UTC: 1"
    assert chart.words(grown(1)) == "13 Feb 09:00 UTC: 1"
    once = grown(0)
    assert chart.words(replace(once, points=once.points * 2)) == "13 Feb 09:00 UTC: 0"


def test_the_picture_is_as_wide_as_a_phone_and_has_its_paper_inside_an_edge() -> None:
    drawn = picture(chart.draw(grown(0, 5, 9, published_at=NOW + HOUR)))
    assert 1000 < drawn.width < 1200
    assert drawn.getpixel((20, 20)) == rgb("paper")
    assert drawn.getpixel((1, 1)) == rgb("edge")


def brightness(colour: tuple[int, ...]) -> float:
    """Relative luminance (WCAG 2.2)."""
    linear = [one / 3294.6 if one <= 10 else ((one / 255 + 0.055) / 1.055) ** 2.4 for one in colour]
    return sum(share * one for share, one in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: tuple[int, ...], other: tuple[int, ...]) -> float:
    dark, light = sorted((brightness(one), brightness(other)))
    return (light + 0.05) / (dark + 0.05)


DISCORD = {"light": (255, 255, 255), "dark": (49, 51, 56), "midnight": (0, 0, 0)}


@pytest.mark.parametrize("screen", DISCORD)
def test_the_one_picture_reads_on_light_and_dark_screens(screen: str) -> None:
    """WCAG 2.2: letters 4.5 to 1, what is drawn 3 to 1; its edge is told from every screen."""
    for letters in ("ink", "faint"):
        assert contrast(rgb(letters), rgb("paper")) >= 4.5
    for drawn in (*Kind, "edge"):
        assert contrast(rgb(drawn), rgb("paper")) >= 3
    assert contrast(rgb("edge"), DISCORD[screen]) >= 3


@pytest.mark.parametrize("kind", Kind)
def test_each_kind_has_its_area(kind: Kind) -> None:
    colour = rgb(kind)
    assert dots(chart.draw(grown(0, 60, 90)), colour) > 2000
    only = Growth(1, "x", tuple(Counts(NOW + i * HOUR, i * 9) for i in range(5)), None)
    assert (dots(chart.draw(only), colour) > 2000) is (kind is Kind.ORGANISATION)


def test_the_last_step_is_as_high_as_the_count_that_is_written() -> None:
    corners = list(chart._corners(grown(0, 5, 9).points, Kind.ORGANISATION, 10))
    assert corners[:4] == [(0.0, 0.5), (0.5, 0.5), (0.5, 0.9), (1.0, 0.9)]


@pytest.mark.parametrize(
    ("most", "top"), [(0, 4), (4, 4), (5, 6), (99, 100), (100, 100), (101, 120), (239, 240), (17_429, 20_000)]
)
def test_the_height_is_the_next_round_number(most: int, top: int) -> None:
    assert chart._top(most) == top


@pytest.mark.parametrize("totals", [(0,), (3,), (0, 0), (1, 0)])
def test_a_list_without_growth_is_drawn_too(totals: tuple[int, ...]) -> None:
    assert picture(chart.draw(grown(*totals, published_at=NOW))).width > 1000


def test_a_language_with_long_words_is_drawn_on_one_picture(catalogue: Catalogues) -> None:
    long = ("{count} " + "Ｗ" * 40,) * Catalog("he").num_plurals
    kinds = (("organisation", "organisations"), ("company", "companies"), ("individual", "individuals"))
    catalogue({(f"{{count}} {one}", f"{{count}} {many}"): long for one, many in kinds}, language="he")
    with speaking("he"):
        longer = picture(chart.draw(grown(3, 9, 12, published_at=NOW + DAY)))
    shorter = picture(chart.draw(grown(3, 9, 12, published_at=NOW + DAY)))
    assert longer.width == shorter.width
    assert longer.height > shorter.height
