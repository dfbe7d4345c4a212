"""Kinds of deadlines that were once read as a wrong instant, and kinds that were once not read at all."""

from datetime import datetime

import pytest

from benchmarks import deadlines
from models.deadlines.grammar import places
from models.refusal import Reason, Refusal
from tests.models.deadlines.reading import read, readings, refused, utc

TUESDAY = utc(2027, 2, 16, 10)


@pytest.mark.parametrize("half", ["open", "kept"])
def test_no_phrase_of_the_benchmark_is_read_as_a_wrong_instant(half: str) -> None:
    """In twelve languages, in the zones where they are spoken; at most 15 % of the plain ones are asked back."""
    found = [(one, *deadlines.judged(one)) for one in deadlines.phrases(half)]
    assert [(one.locale, one.typed, said) for one, verdict, said in found if verdict == "wrong"] == []
    asked = [one.typed for one, verdict, _ in found if verdict in ("asked", "unoffered") and not one.may_ask]
    assert len(asked) <= 0.15 * sum(not one.may_ask for one, _, _ in found), asked


@pytest.mark.parametrize(
    ("typed", "locale"),
    [
        ("venerdì 19 ore 17", "it"),
        ("piątek 19 godz. 17", "pl"),
        ("cuma 19 saat 17", "tr"),
        ("الجمعة 19 الساعة 17", "ar"),
        ("п'ятниця 19 година 17", "uk"),
    ],
)
def test_a_word_for_hour_after_a_day_begins_the_hour_where_it_stands_before_hours(
    typed: str, locale: str
) -> None:
    assert read(typed, now=TUESDAY, locale=locale).instant == utc(2027, 2, 19, 17)


@pytest.mark.parametrize(
    ("typed", "locale"),
    [("Freitag 19 Uhr 17", "de"), ("vendredi 19 heures 17", "fr"), ("vrijdag 19 uur 17", "nl")],
)
def test_where_it_stands_behind_hours_both_are_offered(typed: str, locale: str) -> None:
    refusal = refused(typed, now=TUESDAY, locale=locale)
    assert readings(refusal) == [utc(2027, 2, 19, 17), utc(2027, 2, 19, 19, 17)]
    assert read(typed.replace("19", "20").replace("17", "15"), now=TUESDAY, locale=locale).instant == utc(
        2027, 2, 19, 20, 15
    )


def test_a_feast_is_a_day_and_no_zone() -> None:
    assert read("Easter Monday 17:00", now=TUESDAY).instant == utc(2027, 3, 29, 16)
    assert read("Christmas 17:00", now=TUESDAY).instant == utc(2027, 12, 25, 17)
    assert read("Friday 17:00 Pacific/Easter", now=TUESDAY).zone == "Pacific/Easter"
    assert refused("Friday 17:00 Center", now=TUESDAY).reason is Reason.UNKNOWN_ZONE


@pytest.mark.parametrize(
    ("typed", "locale"), [("this Tuesday", "en"), ("diesen Dienstag", "de"), ("este martes", "es")]
)
def test_this_weekday_on_that_day_is_today_and_no_other(typed: str, locale: str) -> None:
    assert read(typed, "17:00", now=TUESDAY, locale=locale).instant == utc(2027, 2, 16, 17)
    assert refused(typed, "9:00", now=TUESDAY, locale=locale).reason is Reason.IN_THE_PAST


@pytest.mark.parametrize(
    ("typed", "locale"),
    [("before Friday", "en"), ("vor Freitag", "de"), ("przed piątkiem", "pl"), ("cumadan önce", "tr")],
)
def test_before_a_day_is_the_end_of_the_day_before_it(typed: str, locale: str) -> None:
    assert read(typed, now=TUESDAY, locale=locale).instant == utc(2027, 2, 18, 23, 59, 59)


def test_before_an_hour_or_the_end_of_a_month_is_then() -> None:
    assert read("before Friday 17:00", now=TUESDAY).instant == utc(2027, 2, 19, 17)
    assert read("before the end of February", now=TUESDAY).instant == utc(2027, 2, 28, 23, 59, 59)


@pytest.mark.parametrize("typed", ["tonight AoE", "today AoE", "EOD AoE", "23:59 AoE", "midnight AoE"])
def test_today_is_asked_where_it_is_another_date_than_for_the_writer(typed: str) -> None:
    tuesday, monday = readings(refused(typed, now=TUESDAY))
    assert (monday - tuesday).days == 1


def test_tomorrow_is_asked_where_the_calendars_differ_whichever_field_names_the_zone() -> None:
    night = utc(2027, 2, 17, 3)  # still the 16th in New York
    both = [utc(2027, 2, 17, 14), utc(2027, 2, 18, 14)]
    assert readings(refused("tomorrow 9am New York", now=night)) == both
    assert readings(refused("tomorrow", "9am", "New York", now=night)) == both
    assert read("18 February 9am New York", now=night).instant == both[1]


def test_where_the_day_of_the_writer_has_passed_the_other_is_offered_and_not_taken() -> None:
    """On 28 February at 15:00 UTC it is March in Auckland."""
    refusal = refused("end of month Auckland", now=utc(2027, 2, 28, 15))
    assert refusal.reason is Reason.AMBIGUOUS_DAY
    assert readings(refusal) == [utc(2027, 3, 31, 10, 59, 59)]
    assert read("today 5pm AoE", now=TUESDAY).instant == utc(2027, 2, 17, 5)


def test_of_places_of_one_name_the_one_at_home_is_meant_if_it_is_the_best_known() -> None:
    assert read("19 Feb 17:00 Córdoba", home="America/Argentina/Buenos_Aires", now=TUESDAY).zone.endswith(
        "Cordoba"
    )
    assert read("19 Feb 17:00 Valencia", home="Europe/Madrid", now=TUESDAY).zone == "Europe/Madrid"
    assert read("19 Feb 17:00 London", now=TUESDAY).zone == "Europe/London"


def test_else_they_are_asked_and_offered() -> None:
    refusal = refused("19 Feb 17:00 Córdoba", now=TUESDAY)
    assert refusal.reason is Reason.AMBIGUOUS_ZONE
    assert utc(2027, 2, 19, 16) in readings(refusal)
    assert "Europe/Madrid" in refused("19 Feb", "17:00", "Córdoba", now=TUESDAY).values["suggestions"]


def test_every_place_of_several_has_a_zone() -> None:
    for name, (well_known, others) in places._namesakes().items():
        for zone in well_known + others:
            assert read("19 Feb 2027 noon", zone=zone, now=TUESDAY).zone == zone, name


def test_a_number_beside_a_weekday_is_asked_unless_it_is_that_very_day() -> None:
    assert utc(2027, 2, 19, 17) in readings(refused("Friday 5", now=TUESDAY))
    assert read("Friday 19", now=TUESDAY).instant == utc(2027, 2, 19, 23, 59, 59)
    assert read("Friday the 19th", now=TUESDAY).instant == utc(2027, 2, 19, 23, 59, 59)


def test_a_day_later_is_never_the_same_day_where_its_hour_is_skipped() -> None:
    """Egypt puts its clocks forward at midnight."""
    midnight = utc(2026, 4, 22, 22)
    assert read("in 1 day", zone="Africa/Cairo", now=midnight).instant == utc(2026, 4, 23, 22)


def test_half_an_hour_is_what_it_is_in_the_language() -> None:
    assert readings(refused("half five", now=TUESDAY)) == [utc(2027, 2, 16, 17, 30), utc(2027, 2, 17, 5, 30)]
    assert readings(refused("halb fünf", now=TUESDAY, locale="de")) == [
        utc(2027, 2, 16, 16, 30),
        utc(2027, 2, 17, 4, 30),
    ]
    assert read("tomorrow at half five in the afternoon", now=TUESDAY).instant == utc(2027, 2, 17, 17, 30)


@pytest.mark.parametrize(
    "typed", ["March 2027", "Friday 5 or 6pm", "from 5pm Friday", "every Friday", "a fifteen"]
)
def test_what_names_no_moment_is_refused(typed: str) -> None:
    assert "readings" not in refused(typed, now=TUESDAY).values


def test_a_year_of_two_digits_is_one_where_it_can_be_no_hour() -> None:
    assert read("27 May 27", now=TUESDAY).instant == utc(2027, 5, 27, 22, 59, 59)
    assert refused("27 May 20", now=TUESDAY).reason is Reason.UNREAD


def test_office_hours_are_no_hour() -> None:
    assert refused("9 to 5 Friday", now=TUESDAY).reason is Reason.BAD_HOUR
    assert refused("10 to 5 Friday", now=TUESDAY).reason is Reason.BAD_HOUR
    assert read("Friday at 10 to 5 pm", now=TUESDAY).instant == utc(2027, 2, 19, 16, 50)


def test_twelve_at_night_is_never_noon() -> None:
    assert read("tonight at 12", now=TUESDAY).instant == utc(2027, 2, 16, 23, 59, 59)
    assert read("heute Abend um 12", now=TUESDAY, locale="de").instant == utc(2027, 2, 16, 23, 59, 59)
    assert readings(refused("tonight at 1", now=TUESDAY)) == [utc(2027, 2, 16, 13), utc(2027, 2, 17, 1)]
    assert len(readings(refused("heute Abend 12 Uhr", now=TUESDAY, locale="de"))) == 2
    assert utc(2027, 2, 20, 0, 30) in readings(refused("viernes 12:30 de la noche", now=TUESDAY, locale="es"))


def test_a_part_of_this_day_is_never_that_of_tomorrow() -> None:
    assert refused("this morning at 9", now=TUESDAY).reason is Reason.IN_THE_PAST


def test_some_days_are_weeks_to_some() -> None:
    assert [at.day for at in readings(refused("in acht Tagen", now=TUESDAY, locale="de"))] == [23, 24]
    assert read("heute in acht Tagen", now=TUESDAY, locale="de").instant == utc(2027, 2, 23, 23, 59, 59)
    assert read("Mittwoch in 8 Tagen", now=TUESDAY, locale="de").instant == utc(2027, 2, 24, 23, 59, 59)
    assert [at.day for at in readings(refused("dans quinze jours", now=TUESDAY, locale="fr"))] == [2, 3]


def test_lengths_of_time_are_added_up_whatever_words_name_them() -> None:
    assert read("in one hour and thirty minutes", now=TUESDAY).instant == utc(2027, 2, 16, 11, 30)
    assert read("через місяць", now=TUESDAY, locale="uk").instant == utc(2027, 3, 16, 10)


@pytest.mark.parametrize(
    ("typed", "locale"),
    [
        ("vr 19-02", "nl"),
        ("vrijdag 19-02", "nl"),
        ("viernes 19-02", "es"),
        ("19-02", "en"),
        ("Friday 19-02", "en"),
    ],
)
def test_the_month_behind_a_hyphen_is_no_offset(typed: str, locale: str) -> None:
    assert read(typed, now=TUESDAY, locale=locale).instant == utc(2027, 2, 19, 23, 59, 59)
    assert read(f"{typed} 17:00", now=TUESDAY, locale=locale).instant == utc(2027, 2, 19, 17)


def test_two_numbers_and_a_hyphen_that_may_be_office_hours_are_no_day() -> None:
    assert read("19-10", now=TUESDAY).instant == utc(2027, 10, 19, 22, 59, 59)
    assert refused("Friday 10-12", now=TUESDAY).reason is Reason.UNREAD
    assert refused("Friday 5-6", now=TUESDAY).reason is Reason.UNREAD
    assert read("Friday 17:00-05", now=TUESDAY).instant == utc(2027, 2, 19, 22)
    assert read("Friday 1700-0500", now=TUESDAY).instant == utc(2027, 2, 19, 22)


@pytest.mark.parametrize(
    ("typed", "locale"),
    [
        ("3 saat önce", "tr"),
        ("iki saat önce", "tr"),
        ("2日前", "ja"),
        ("金曜日の2日前", "ja"),
        ("20日前", "ja"),
    ],
)
def test_so_long_ago_is_no_deadline(typed: str, locale: str) -> None:
    assert "readings" not in refused(typed, now=TUESDAY, locale=locale).values


def test_before_a_day_of_a_month_or_an_hour_is_none_of_that() -> None:
    assert read("2月20日前", now=TUESDAY, locale="ja").instant == utc(2027, 2, 19, 23, 59, 59)
    assert read("金曜日17時前", now=TUESDAY, locale="ja").instant == utc(2027, 2, 19, 17)
    assert read("金曜日17時30分より前", now=TUESDAY, locale="ja").instant == utc(2027, 2, 19, 17, 30)


def test_minutes_before_an_hour_are_perhaps_those_after_it() -> None:
    """To many Japanese 5時15分前 is a quarter to five, to the young some time before a quarter past."""
    assert readings(refused("金曜日の午後5時15分前", now=TUESDAY, locale="ja")) == [
        utc(2027, 2, 19, 16, 45),
        utc(2027, 2, 19, 17, 15),
    ]
    assert utc(2027, 2, 18, 23, 50) in readings(refused("2月19日0時10分前", now=TUESDAY, locale="ja"))


@pytest.mark.parametrize(
    ("typed", "locale"),
    [
        ("Fr., 19.02.", "de"),
        ("Freitag 19.02.", "de"),
        ("pt. 19.02.", "pl"),
        ("пт 19.02.", "uk"),
        ("cuma 19.02.", "tr"),
    ],
)
def test_a_second_full_stop_makes_a_date(typed: str, locale: str) -> None:
    assert read(typed, now=TUESDAY, locale=locale).instant == utc(2027, 2, 19, 23, 59, 59)


def test_a_full_stop_behind_what_can_be_no_date_ends_the_sentence() -> None:
    assert read("Freitag 17.30.", now=TUESDAY, locale="de").instant == utc(2027, 2, 19, 17, 30)
    assert refused("20.13.20", now=TUESDAY, locale="de").reason is Reason.BAD_DAY
    assert read("Freitag um 17.05.", now=TUESDAY, locale="de").instant == utc(2027, 2, 19, 17, 5)


@pytest.mark.parametrize(
    ("typed", "locale"),
    [
        ("tonight at 2", "en"),
        ("tonight 2:00", "en"),
        ("heute Nacht um 2 Uhr", "de"),
        ("cette nuit à 2h", "fr"),
        ("vannacht om 2 uur", "nl"),
        ("今夜2時", "ja"),
    ],
)
def test_the_small_hours_of_tonight_are_those_ahead(typed: str, locale: str) -> None:
    assert readings(refused(typed, now=TUESDAY, locale=locale)) == [utc(2027, 2, 16, 14), utc(2027, 2, 17, 2)]
    assert utc(2027, 2, 16, 2) in ahead_of(typed, utc(2027, 2, 16, 0, 30), locale)


@pytest.mark.parametrize(
    ("typed", "locale"),
    [
        ("in 2:30", "en"),
        ("in 2:30 hours", "en"),
        ("in 2:30", "de"),
        ("en 2:30", "es"),
        ("за 2:30", "uk"),
        ("em 2:30", "pt-BR"),
    ],
)
def test_in_hours_and_minutes_is_perhaps_so_long_from_now(typed: str, locale: str) -> None:
    assert readings(refused(typed, now=TUESDAY, locale=locale)) == [
        utc(2027, 2, 16, 12, 30),
        utc(2027, 2, 17, 2, 30),
    ]


def test_where_it_can_be_no_hour_of_the_day_it_is_a_length_of_time() -> None:
    assert read("za 2:30", now=TUESDAY, locale="pl").instant == utc(2027, 2, 16, 12, 30)
    assert read("in 2:30 Stunden", now=TUESDAY, locale="de").instant == utc(2027, 2, 16, 12, 30)
    assert refused("بعد 2:30", now=TUESDAY, locale="ar").reason is Reason.UNREAD
    assert refused("binnen 17:30", now=TUESDAY, locale="nl").reason is Reason.UNREAD
    assert read("d'ici 17h30", now=TUESDAY, locale="fr").instant == utc(2027, 2, 16, 17, 30)
    assert read("entro 17:30", now=TUESDAY, locale="it").instant == utc(2027, 2, 16, 17, 30)


def test_ordinary_words_of_the_languages_are_read() -> None:
    assert read("il 1° marzo alle ore 12", now=TUESDAY, locale="it").instant == utc(2027, 3, 1, 12)
    assert read("segunda de Páscoa", now=TUESDAY, locale="pt-BR").instant == utc(2027, 3, 29, 22, 59, 59)


@pytest.mark.parametrize(
    ("typed", "locale"), [("koniec tygodnia", "pl"), ("final da semana", "pt-BR"), ("نهاية الأسبوع", "ar")]
)
def test_the_end_of_the_week_is_friday_to_some_and_sunday_to_others(typed: str, locale: str) -> None:
    assert [at.day for at in readings(refused(typed, now=TUESDAY, locale=locale))] == [19, 21]


@pytest.mark.parametrize(
    ("typed", "locale", "day"),
    [
        ("so 17:00", "pl", 20),
        ("di 17h", "fr", 21),
        ("ma 17:00", "it", 23),
        ("do 17:00", "es", 21),
        ("sa 17:00", "tr", 23),
    ],
)
def test_two_letters_are_the_weekday_of_the_language_and_not_of_another(
    typed: str, locale: str, day: int
) -> None:
    """They are Sunday, Tuesday, Monday, Thursday and Saturday in German or Dutch."""
    assert utc(2027, 2, day, 17) in ahead_of(typed, TUESDAY, locale)


def ahead_of(typed: str, now: datetime, locale: str) -> list[datetime]:
    """What it is read as, or what is offered."""
    try:
        return [read(typed, now=now, locale=locale).instant]
    except Refusal as refusal:
        return readings(refusal)


def test_a_word_that_opens_a_length_of_time_is_no_weekday_of_another_language() -> None:
    assert refused("za 17:30", now=TUESDAY, locale="pl").reason is Reason.UNREAD
    assert read("za 17:30", now=TUESDAY, locale="nl").instant.weekday() == 5
    assert read("in zwei Wochen", now=TUESDAY, locale="en").instant.day == 2, (
        "a length of another language is one"
    )
