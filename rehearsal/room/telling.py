"""What a window is told about the room, as plain JSON values."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from typing import Any

from models.terms import NoticeKind
from rehearsal.room import faults
from rehearsal.room.moments import SAID
from rehearsal.room.people import OWNER, PEOPLE, Person
from rehearsal.room.room import TOURS, Room
from rehearsal.room.world import World

BOT = "Undersigned"
_SAID = {
    NoticeKind.REMINDER: "Reminder",
    NoticeKind.LAST_HOUR: "Reminder: one hour left",
    NoticeKind.DIGEST: "Digest for moderators",
    NoticeKind.CLOSE: "The letter closes",
    NoticeKind.REPORT: "The final list",
}


async def state(room: Room, key: str, open_channel: int | None) -> dict[str, Any]:
    """Everything around the channel: people, channels, time, faults, the tour. ``open_channel`` is read just now.

    Anyone who comes without a ``key`` is whom the tour begins with.
    """
    told: dict[str, Any] = {
        "generation": room.generation,
        "moment": room.moment,
        "moments": [{"key": moment, "label": said} for moment, said in SAID.items()],
        "busy": room.busy,
        "people": [
            {"key": person.key, "name": person.name, "what": _what(room.world, person)} for person in PEOPLE
        ],
        "troubles": [
            {"number": one.number, "at": _instant(one.at), "said": one.said, "details": one.details}
            for one in room.troubles
        ],
        "ready": room.world is not None,
    }
    world = room.world
    if world is None:
        return told
    begins = room.begins
    key = key or begins.who.key
    someone = world.people.get(key)
    if someone is None:
        raise LookupError(key)
    channels = world.channels(key)
    direct = someone.user.dm_channel
    for channel in (*channels, direct):
        if channel.id == open_channel:
            world.seen(key, channel)
    return told | {
        "server": someone.guild.name,
        "clock": _instant(world.now),
        "channels": [_channel(world, key, channel) for channel in channels],
        "direct": {"id": str(direct.id), "name": BOT, "unread": world.unread(key, direct)},
        "inboxes": {one: world.unread(one, who.user.dm_channel) for one, who in world.people.items()},
        "roles": [{"id": str(role.id), "name": role.name, "held": held} for role, held in world.roles(key)],
        "me": key,
        "begins_in": begins.channel,
        "toured": room.moment in TOURS,
        "tours": [{"key": moment, "title": title} for moment, (title, _) in TOURS.items()],
        "tour_title": TOURS[room.moment][0] if room.moment in TOURS else "Guided tour",
        "integrated": world.integrated,
        "faults": [
            {"key": fault.key, "label": fault.label, "on": fault.key in world.faults} for fault in faults.FAULTS
        ],
        "scheduled": [{"at": _instant(at), "what": what} async for at, what in _scheduled(world)],
        "next_notice": await _next_notice(world),
        "menus": {str(channel.id): world.menus(key, channel) for channel in channels},
        "tour": [
            {
                "title": one.step.title,
                "how": one.step.how,
                "who": one.turn.who.key,
                "channel": one.turn.channel,
                "missing": one.turn.missing,
                "done": one.done,
            }
            for one in room.tour
        ],
    }


def _what(world: World | None, person: Person) -> str:
    """What someone is in the server now: before it is set up, nobody has a role."""
    if world is None or not person.organisation or world.has_role(person.key):
        return person.what
    return "Owns the server" if person is OWNER else f"{person.organisation}, without a role yet"


def _channel(world: World, key: str, channel: Any) -> dict[str, Any]:
    return {
        "id": str(channel.id),
        "name": channel.name,
        "thread": channel.is_thread,
        "unread": world.unread(key, channel),
    }


async def _scheduled(world: World) -> AsyncIterator[tuple[datetime, str]]:
    """What will happen by itself, soonest first."""
    for one in (await world.reminders()).planned:
        yield one.due_at, _SAID.get(one.kind, str(one.kind).capitalize())


async def _next_notice(world: World) -> str | None:
    planned = (await world.reminders()).planned
    return _instant(planned[0].due_at) if planned else None


def _instant(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
