"""Words: how texts, instants and counts are written for members. Sentences of refusals are in ``refusals``."""

import re
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from babel import Locale, UnknownLocaleError
from babel.dates import format_time, get_timezone_location

from models import cldr, translation
from models.deadlines.grammar import places
from models.geography import countries, time_zones
from models.sheets import Deadline, Reading, SchedulerHealth
from models.translation import ENGLISH, _, locale, ngettext, number, pgettext

_MARKUP = re.compile(r"([\\*_~`|<>\[\]()#:@])")
_HOURS_WITH_A_NAME = {
    (0, 0): "midnight, when that day begins,",
    (12, 0): "noon",
    (23, 59): "a minute before midnight",
}
_PARTS_OF_A_DAY = ((5, "at night"), (12, "in the morning"), (18, "in the afternoon"), (24, "in the evening"))
"""Up to which hour each lasts."""
_NO_SPACES = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
"""Letters of scripts that put no spaces between words: Thai, Lao, Burmese, Khmer, Japanese, Chinese."""
BEFORE_COMMAND = rf"(?:(?<![\w/<.:\\-])|(?<=[{_NO_SPACES}]))"
AFTER_COMMAND = rf"(?:(?![\w-])|(?=[{_NO_SPACES}]))"
"""What is before and behind the name of a command in a sentence, unlike inside an address or a name."""
_COMMAND = re.compile(rf"{BEFORE_COMMAND}/(?=[a-z])")
"""What would become a link to a command (``command_links``)."""
_LINE_START = re.compile(r"^(\d*)([-+.])", re.MULTILINE)
_CUT_OPEN = re.compile(r"(?<!\\)<(?:t?$|(?:t:|[@#/])[^>\n]*$)|\\+$")
"""The beginning of something that only Discord can read, or of an escaped character, where a text was cut."""
TITLE_LIMIT = 200
"""Characters of a title on a card, so that it stays one line that is read."""
_ISOLATES, _END_ISOLATE = "\u2066\u2067\u2068", "\u2069"
_FULL_STOPS = (".", "…", "。", "؟", "۔", "।")
_MARKS = f"*{_END_ISOLATE}"
"""What may stand behind a full stop: the end of bold words, the end of an isolated name."""
_STOP_AFTER_STOP = re.compile(rf"([.…][{re.escape(_MARKS)}]*)\.$")


def escape(text: str, *, begins: bool = True) -> str:
    """A text that someone typed, so that Discord shows it as typed: no markup, no mention, no link, no command.

    ``begins``: it stands at the beginning of a line, where a dash or a number would begin a list. Discord takes a
    backslash before any punctuation as "this character itself"; before a digit it would be shown.
    """
    escaped = _COMMAND.sub(r"\\/", _MARKUP.sub(r"\\\1", text))
    return _LINE_START.sub(r"\1\\\2", escaped) if begins else escaped


def clip(text: str, limit: int) -> str:
    """The text cut to ``limit`` characters, with an ellipsis where something is missing. A name that is isolated from
    the direction around it stays so; a mention, a timestamp or a link to a command is whole or left out."""
    if len(text) <= limit:
        return text
    kept, ends = text[: max(limit - 1, 0)], ""
    while len(ends) < (opened := _opened(kept)):
        ends = _END_ISOLATE * opened
        kept = text[: max(limit - 1 - opened, 0)]
    return f"{_CUT_OPEN.sub('', kept).rstrip()}…{_END_ISOLATE * _opened(kept)}"


def title(text: str) -> str:
    """A letter's title, or whom it is to, as a line of a card."""
    return escape(clip(text, TITLE_LIMIT))


def _opened(text: str) -> int:
    """How many isolates begin in the text and do not end."""
    return max(sum(map(text.count, _ISOLATES)) - text.count(_END_ISOLATE), 0)


def ended(sentence: str) -> str:
    """The sentence with its full stop, but for one whose last word, a name, brings it: "e.V.", "Inc."."""
    if sentence.rstrip(_MARKS).endswith(_FULL_STOPS):
        return _STOP_AFTER_STOP.sub(r"\1", sentence)
    return sentence + pgettext("end of a sentence", ".")


def begun(text: str) -> str:
    """The text as the beginning of a line: its first letter large, all others as they are."""
    isolates = text[: len(text) - len(text.lstrip(_ISOLATES))]
    first, rest = text[len(isolates) :][:1], text[len(isolates) + 1 :]
    large = "İ" if first == "i" and translation.language() == "tr" else first.upper()
    return f"{isolates}{large}{rest}"


def within(sentence: str) -> str:
    """The sentence as one of several between semicolons; it must not begin with a name, nor in German with a noun."""
    first, turkish = sentence[:1], {"I": "ı", "İ": "i"} if translation.language() == "tr" else {}
    return f"{turkish.get(first, first.lower())}{sentence[1:]}".rstrip(".。।")


def local(instant: datetime, zone: str) -> str:
    """An instant in a zone, with its weekday: ``Thursday 20 February 2025, 23:59 in Europe/London``."""
    # Translators: a date with its time of day, then a time zone: Thursday 20 February 2025, 23:59 in Europe/London
    return _("{when} in {zone}", when=cldr.day_and_time(instant.astimezone(ZoneInfo(zone))), zone=zone)


def reading(one: Reading) -> str:
    """One of several readings, told apart also where the clocks show it twice:
    ``Sunday 26 October 2025, 01:30 in Europe/London (UTC+1)``."""
    offset = time_zones.offset_at(one.instant, one.zone)
    if offset == one.zone:
        return local(one.instant, one.zone)
    when = cldr.day_and_time(one.instant.astimezone(ZoneInfo(one.zone)))
    return _("{when} in {zone} ({offset})", when=when, zone=one.zone, offset=offset)


def understood(deadline: Deadline, *, discord: bool = True) -> str:
    """A deadline as it was understood, in each way in which someone may read it: weekday, local time with its zone,
    then UTC, or where ``discord`` draws it the reader's own time and the time left. It stands behind a label and a
    colon; the full stop of its last sentence is the caller's."""
    shown = local(deadline.instant, deadline.zone)
    same = moment(deadline.instant) if discord else utc(deadline.instant)
    # Translators: a time as the letter's time zone has it, then the same time as the reader's clock shows it.
    said = [_("{when}: {same}.", when=shown, same=same)]
    if deadline.chosen:
        chosen = reading(Reading(deadline.instant, deadline.chosen))
        said.append(_("You chose {reading}.", reading=chosen))
    if deadline.date_only and deadline.clock:
        said.append(_("That's the end of the day in {place}.", place=deadline.clock))
    elif deadline.date_only:
        said.append(_("That's the end of the day."))
    elif deadline.clock:
        said.append(_("I read your time as {place} time.", place=deadline.clock))
    spoken = aloud(deadline.instant, deadline.zone)
    # Translators: the same time once more, so that a wrong hour is noticed: half past 5 in the afternoon in Rome
    said.append(_("That's {spoken}", spoken=f"**{spoken}**" if discord else spoken))
    return cldr.sentences(said)


def aloud(instant: datetime, zone: str) -> str:
    """An hour and its place as one says them, so that a wrong half of the day or zone is heard:
    ``half past 5 in the afternoon in Rome (Italy, UTC+1)``."""
    at = instant.astimezone(ZoneInfo(zone))
    hour, place, offset = _hour_aloud(at), _place(zone), time_zones.offset_at(at, zone)
    if offset == place:
        return _("{hour} in {place}", hour=hour, place=place)
    if land := _country(zone):
        return _("{hour} in {place} ({country}, {offset})", hour=hour, place=place, country=land, offset=offset)
    return _("{hour} in {place} ({offset})", hour=hour, place=place, offset=offset)


def _hour_aloud(at: datetime) -> str:
    """``a minute before midnight``, ``noon``, ``quarter to 6 in the evening``. Other languages than English say it in
    the form of the CLDR that names the part of the day, but for the hours of noon and midnight: some of them have the
    same word for both sides of midnight there, and Babel abbreviates noon to a letter."""
    if translation.language() != ENGLISH:
        named = str(locale().datetime_skeletons.get("Bhm", "")).replace("B", "BBBB")
        pattern = named if named and at.hour not in (0, 12) else "short"
        return format_time(at, pattern, tzinfo=at.tzinfo, locale=locale())
    if (at.hour, at.minute) in _HOURS_WITH_A_NAME:
        return _HOURS_WITH_A_NAME[at.hour, at.minute]
    said = {0: "", 15: "quarter past ", 30: "half past ", 45: "quarter to "}.get(at.minute)
    hour = (at.hour + (at.minute == 45) - 1) % 12 + 1
    shown = f"{hour}:{at.minute:02}" if said is None else f"{said}{hour}"
    return f"{shown} {next(part for end, part in _PARTS_OF_A_DAY if at.hour < end)}"


def _place(zone: str) -> str:
    if translation.language() == ENGLISH:
        return zone.rsplit("/", 1)[-1].replace("_", " ")
    return get_timezone_location(zone, locale=locale(), return_city=True)


def _country(zone: str) -> str:
    code = places.territory(zone)
    name = countries.called(code)
    return name if name != code else ""


def language(code: str) -> str:
    """What the reader's language calls a language: ``French``, ``Portuguese (Brazil)``; the code itself if there is no
    name."""
    try:
        return Locale.parse(code, sep="-").get_display_name(locale()) or code
    except (ValueError, UnknownLocaleError):
        return code


def clock(instant: datetime, style: str = "f") -> str:
    """An instant that each reader sees in the own time zone (Discord's *Message Formatting*, timestamps).

    Written here because ``discord.utils`` loads all of discord.py, which the command line has no use for.
    """
    return f"<t:{int(instant.timestamp())}:{style}>"


def moment(instant: datetime) -> str:
    """An instant with the time left: ``20 February 2025 23:59 (in 3 days)`` in the reader's own zone."""
    return f"{clock(instant, 'F')} ({clock(instant, 'R')})"


def in_both(instant: datetime, zone: str, *, left: bool = True) -> str:
    """An instant for cards: in the reader's own zone, then in the letter's ``zone`` without its date, which would be
    said twice. ``left``: with the time left."""
    at = moment(instant) if left else clock(instant, "F")
    # Translators: a weekday with its time of day, then a time zone: Thursday 23:59 in Europe/London
    there = _("{when} in {zone}", when=cldr.weekday_and_time(instant.astimezone(ZoneInfo(zone))), zone=zone)
    # Translators: a time as the reader's clock shows it, then the same time in the letter's time zone.
    return _("{moment}, {when}", moment=at, when=there)


def utc(instant: datetime) -> str:
    """An instant for copying out of Discord: ``20 Feb 2025, 23:59 UTC``."""
    return _("{when} UTC", when=cldr.day_and_time(instant.astimezone(UTC), "medium"))


def and_more(shown: Sequence[str], count: int) -> str:
    """These as one list, and how many more of ``count`` there are: ``Ana, Ben and 3 more``."""
    more = count - len(shown)
    # Translators: the end of a list of names, such as "Ana, Ben and 3 more".
    return cldr.listed([*shown, ngettext("{count} more", "{count} more", more)] if more > 0 else shown)


def lasting(span: timedelta) -> str:
    """A length of time in its two largest units: ``2 days 3 hours``."""
    minutes = max(0, int(span.total_seconds()) // 60)
    days, rest = divmod(minutes, 1440)
    hours, minutes = divmod(rest, 60)
    parts = []
    if days:
        parts.append(ngettext("{count} day", "{count} days", days))
    if hours:
        parts.append(ngettext("{count} hour", "{count} hours", hours))
    if minutes:
        parts.append(ngettext("{count} minute", "{count} minutes", minutes))
    if not parts:
        return _("less than a minute")
    # Translators: one length of time in two units: 2 days 3 hours
    return _("{larger} {smaller}", larger=parts[0], smaller=parts[1]) if parts[1:] else parts[0]


def overdue(pulse: SchedulerHealth) -> str:
    """``nothing is overdue``, or ``overdue: messages to send (3) and votes to end (1)``."""
    late = [_("{what} ({number})", what=_(what), number=number(count)) for what, count in pulse.overdue.items()]
    return _("overdue: {list}", list=cldr.listed(late)) if late else _("nothing is overdue")
