"""Deadlines as people type them: a text, or a day, an hour and a zone, becomes one instant, or a refusal.

Pure functions of what was typed and of now. A deadline that could be read in several ways is never guessed: the
refusal holds the readings. What is past is no reading of a deadline.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from zoneinfo import ZoneInfo

from models.deadlines import leftover
from models.deadlines.grammar import candidate, clock as clocks, language, phrase, pieces
from models.deadlines.grammar.candidate import Candidate
from models.deadlines.grammar.clock import Clock
from models.deadlines.grammar.hours import END_OF_DAY
from models.deadlines.grammar.phrase import Phrase
from models.deadlines.grammar.vocabulary import languages
from models.refusal import Reason, Refusal, add, both
from models.sheets import Deadline, Reading

_VAGUE = frozenset(
    map(
        language.plain,
        (
            "asap", "a.s.a.p.", "soon", "as soon as possible", "dès que possible", "bientôt", "baldmöglichst", "bald",
            "so bald wie möglich", "lo antes posible", "pronto", "il prima possibile", "presto",
            "o quanto antes", "o mais rápido possível", "em breve", "zo snel mogelijk", "jak najszybciej",
            "så snart som möjligt", "якнайшвидше",
        ),
    )
)  # fmt: skip
_INSTEAD = ("today", "tomorrow", "in 7 days")
"""What is offered where the text names no moment."""
_OTHER_SCRIPTS = frozenset({"uk", "ar", "ja"})
"""Languages in which no word is written in ASCII letters."""
FARTHEST = timedelta(days=731)
"""A deadline more than two years ahead is a slip of the pen."""
MOST_READINGS = 4
"""Each is offered as a button, and five are in a row: one is left to correct what was typed."""
_TIMESTAMP = re.compile(r"<t:(-?\d{1,12})(?::[tTdDfFsSR])?>")


def read(
    day: str,
    hour: str,
    zone: str,
    now: datetime,
    *,
    otherwise: str = "UTC",
    locale: str = "",
    last_day: bool = False,
) -> Deadline:
    """The instant that was typed.

    ``day``: a day as people write it, alone or with hour and zone (docs/deadlines.md has a table), Discord's
    ``<t:...>`` or ISO 8601; without a year the next such day. ``hour``: 23:59, 11:30 pm, 17h, noon; where neither
    says one it is the end of that day, and where there is an hour without a day the next time that it strikes.
    ``zone``: a place, an abbreviation or an offset; empty is ``otherwise``, the letter's or coalition's IANA zone.
    ``locale``: Discord's, such as ``fr``; its language is tried first, then English, then all that we know.
    ``last_day``: the last day was asked for, so *in 7 days* is the end of that day; else it keeps the hour of now.

    What can't be read in any of the three is refused at once, together with what is wrong with the day by itself.
    Refuses EMPTY (field "day"), BAD_DAY(day), BAD_HOUR(hour), TOO_LONG, DAY_MISSING, as ``leftover.why`` does,
    HOUR_GIVEN_TWICE, ZONE_GIVEN_TWICE, UNKNOWN_ZONE, IN_THE_PAST, TOO_FAR, and with ``readings`` VAGUE(said), MIDNIGHT,
    AMBIGUOUS_DAY, AMBIGUOUS_HOUR, AMBIGUOUS_ZONE, NO_SUCH_HOUR and HOUR_TWICE. AMBIGUOUS_ZONE has ``said``, what was
    typed, if cities share a name.
    """
    day, hour, zone = day.strip(), hour.strip(), zone.strip()
    if not (day or hour or zone):
        raise Refusal(Reason.EMPTY, field="day")
    stamp, vague = _TIMESTAMP.fullmatch(day), language.plain(day) in _VAGUE
    try:
        beside, said = both(
            lambda: clocks.read(zone, otherwise), lambda: [] if stamp or vague else _said(day, hour, locale)
        )
    except Refusal as refusal:
        if day and (hour or zone):
            alone = partial(read, day, "", "", now, otherwise=otherwise, locale=locale, last_day=last_day)
            add(refusal, alone)
        raise
    home = beside.zone or otherwise
    if stamp:
        if hour:
            raise Refusal(Reason.HOUR_GIVEN_TWICE, day=day, hour=hour)
        return Deadline(require_ahead(_stamped(stamp), now), home, date_only=False)
    if vague:
        instead = [read(one, "", "", now, otherwise=home, locale="en") for one in _INSTEAD]
        raise Refusal(Reason.VAGUE, said=day, readings=[Reading(one.instant, one.zone) for one in instead])
    if last_day:
        said = [_ending_its_day(one) for one in said]
    if not any(one.rule or one.span or one.hours for one in said):
        raise Refusal(Reason.DAY_MISSING)
    if zone and not all(one.clock is None or _goes_with(one.clock, beside) for one in said):
        raise Refusal(Reason.ZONE_GIVEN_TWICE, zone=zone)
    try:
        found = [
            one
            for each in _sound(said, now, home)
            for one in candidate.of(_on(each, beside, zone), now, home, otherwise)
        ]
    except OverflowError:
        raise Refusal(Reason.BAD_DAY, day=day) from None
    if not found:
        raise Refusal(Reason.BAD_DAY, day=day)
    one = _only(found, now, " ".join(filter(None, (day, hour, zone))))
    return Deadline(one.instant, one.zone, one.date_only, one.clock.fixed)


def require_ahead(instant: datetime, now: datetime) -> datetime:
    """Give back an instant (aware) that lies ahead. Refuses IN_THE_PAST(instant), and TOO_FAR(instant, limit)
    beyond two years."""
    if instant <= now:
        raise Refusal(Reason.IN_THE_PAST, instant=instant)
    if instant - now > FARTHEST:
        raise Refusal(Reason.TOO_FAR, instant=instant, limit=now + FARTHEST)
    return instant


def _stamped(stamp: re.Match[str]) -> datetime:
    try:
        return datetime.fromtimestamp(int(stamp[1]), UTC)
    except (ValueError, OverflowError, OSError):
        raise Refusal(Reason.BAD_DAY, day=stamp[0]) from None


def _phrases(text: str, locale: str) -> list[Phrase]:
    """How it reads in that language; else in English; else in whichever languages it does."""
    for code in dict.fromkeys((locale or "en", "en")):
        if found := phrase.read(text, language.named(code)):
            return found
    others = (language.named(code) for code in languages() if not (text.isascii() and code in _OTHER_SCRIPTS))
    length = _opens_a_length(text, locale)  # Polish "za 17:30" names no Dutch Saturday
    return [
        one
        for other in others
        if pieces.of(other).may_read(language.plain(text))
        for one in phrase.read(text, other)
        if one.span or not length
    ]


def _opens_a_length(text: str, locale: str) -> bool:
    """Whether it begins with a word such as *in*, in the language that is tried first."""
    own = language.named(locale or "en").vocabulary.within.split("|")
    return language.plain(text).startswith(tuple(f"{language.plain(word)} " for word in own))


def _days(day: str, locale: str) -> list[Phrase]:
    """The field for the day, perhaps with its hour and zone."""
    if found := _phrases(day, locale):
        return found
    raise leftover.why(day, partial(_phrases, locale=locale))


def _hours(hour: str, locale: str) -> list[Phrase]:
    """The field for the hour: an hour, perhaps with its zone, and no day."""
    if not hour:
        raise Refusal(Reason.DAY_MISSING)
    found = [one for one in _phrases(hour, locale) if one.hours and not (one.rule or one.span)]
    if not found:
        raise Refusal(Reason.BAD_HOUR, hour=hour)
    return found


def _sound(said: list[Phrase], now: datetime, home: str) -> list[Phrase]:
    """Of several ways to read it those in which weekday and date agree, if there are any."""
    if len(said) < 2:
        return said
    today = now.astimezone(ZoneInfo(home)).date()
    return [one for one in said if not one.contradicts_itself(today)] or said


def _said(day: str, hour: str, locale: str) -> list[Phrase]:
    """The field for the day together with that for the hour."""
    if not day or not hour:
        return _days(day, locale) if day else _hours(hour, locale)
    said, hours = both(lambda: _days(day, locale), lambda: _hours(hour, locale))
    if any(one.hours or (one.span and one.span.exact) for one in said):
        raise Refusal(Reason.HOUR_GIVEN_TWICE, day=day, hour=hour)
    pairs = [(one, at) for one in said for at in hours]
    if any(one.clock and at.clock and one.clock != at.clock for one, at in pairs):
        raise Refusal(Reason.ZONE_GIVEN_TWICE, zone=hour)
    return [replace(one, hours=at.hours, clock=one.clock or at.clock) for one, at in pairs]


def _ending_its_day(said: Phrase) -> Phrase:
    """A length of whole days, weeks or months up to the end of the day on which it ends."""
    if said.span is None or said.span.exact or said.hours:
        return said
    return replace(said, hours=END_OF_DAY)


def _goes_with(said: Clock, beside: Clock) -> bool:
    """Two places contradict each other; an offset in the text may be shown in any place."""
    return beside == said or said.may_be_in(beside.zone) or bool(said.fixed)


def _on(said: Phrase, beside: Clock, zone: str) -> Phrase:
    """With the clock of the field for it, where the text names none or one of those of that name."""
    if said.clock is None or (zone and said.clock.may_be_in(beside.zone)):
        return replace(said, clock=beside)
    return said


def _only(found: Sequence[Candidate], now: datetime, typed: str) -> Candidate:
    """The one that is ahead; refuses if there is none, or several."""
    ahead = {one.instant: one for one in found if now < one.instant <= now + FARTHEST}
    if not ahead:
        past = [one.instant for one in found if one.instant <= now]
        require_ahead(max(past or [one.instant for one in found]), now)
    if len(ahead) > 1 or any(one.doubtful for one in ahead.values()):
        several = [ahead[instant] for instant in sorted(ahead)]
        offered = [Reading(one.instant, one.zone) for one in several[:MOST_READINGS]]
        reason = candidate.why_several(several)
        if reason is Reason.AMBIGUOUS_ZONE and all(one.clock.zone for one in several):
            raise Refusal(reason, said=typed, readings=offered)  # cities of one name, and no abbreviation
        raise Refusal(reason, readings=offered)
    return next(iter(ahead.values()))
