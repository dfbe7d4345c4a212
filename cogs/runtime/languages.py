"""Languages: who hears which.

What is said to one person is in the language that they chose, or that of their Discord; what stands in a channel is in
the coalition's, and so is what is said to somebody whose language we don't have. The language is that of the task
(``models.translation``), and set where an interaction arrives, before any task of its own is made for it.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from itertools import islice
from typing import Any

from cogs.ui.addresses import Address
from models import translation
from models.coalitions import records
from models.database.store import Store
from models.participants import languages
from models.sheets import Actor

KNOWN = 10_000
"""So many people's languages are remembered, of those who were here last."""
AT_ONCE = 500
"""So many are written down in one transaction."""
Person = tuple[int, int]
"""A server's id and a user's."""


class Languages:
    """The languages of servers and people, as far as they need no question to the database."""

    def __init__(self) -> None:
        self._servers: dict[int, str] = {}
        self._chosen: dict[Person, str] = {}
        self._seen: dict[Person, str] = {}
        """What each Discord spoke last, the newest last; empty for what we don't have."""
        self._new: dict[Person, str] = {}
        """Of these, what was not written down yet."""

    async def load(self, store: Store) -> None:
        """Read what servers and people have chosen."""
        self._servers = await store.read(records.languages)
        self._chosen = await store.read(languages.chosen)

    def server(self, guild_id: int) -> str:
        """The language of what stands in the channels of this server."""
        return self._servers.get(guild_id, translation.ENGLISH)

    def set_server(self, guild_id: int, language: str) -> None:
        """A coalition speaks this language from now on."""
        self._servers[guild_id] = language

    def set_person(self, actor: Actor, chosen: str) -> None:
        """Somebody chose this language for themselves; empty for that of their Discord."""
        person = (actor.guild_id, actor.user_id)
        if chosen:
            self._chosen[person] = chosen
        else:
            self._chosen.pop(person, None)
            self.look_again(actor)

    def forget(self, actor: Actor) -> None:
        """Somebody had themselves erased."""
        for kept in (self._chosen, self._seen, self._new):
            kept.pop((actor.guild_id, actor.user_id), None)

    def look_again(self, actor: Actor) -> None:
        """There is a row of this person now: write down what their Discord speaks."""
        person = (actor.guild_id, actor.user_id)
        if person in self._seen:
            self._new[person] = self._seen[person]

    def person(self, actor: Actor, locale: str) -> str:
        """The language of what is said to somebody whose Discord is in this one."""
        return self._heard((actor.guild_id, actor.user_id), translation.offered(locale))

    @contextmanager
    def in_server(self, guild_id: int, person: str = "") -> Iterator[None]:
        """Say what is said inside in the language of this server's channels, or of a ``person`` where it is known."""
        with translation.speaking(person or self.server(guild_id)):
            yield

    @contextmanager
    def of_interaction(self, data: Mapping[str, Any]) -> Iterator[None]:
        """Say what is said inside, and in each task made inside, in the language of whoever pressed or typed; ``data``
        is the interaction as Discord sent it, of which anything may be missing."""
        person = _person(data)
        locale = data.get("locale")
        theirs = translation.offered(locale) if isinstance(locale, str) else ""
        if person is not None:
            self._note(person, theirs)
            theirs = self._heard(person, theirs)
        with translation.speaking(theirs):
            yield

    async def keep(self, store: Store) -> None:
        """Write down what changed since the last time; costs nothing where nothing did."""
        while self._new:
            some = dict(islice(self._new.items(), AT_ONCE))
            await store.write(languages.heard, some)
            for person, language in some.items():
                if self._new.get(person) == language:
                    del self._new[person]

    def _heard(self, person: Person, theirs: str) -> str:
        return self._chosen.get(person) or theirs or self.server(person[0])

    def _note(self, person: Person, language: str) -> None:
        if self._seen.pop(person, None) != language:
            self._new[person] = language
        self._seen[person] = language
        if len(self._seen) > KNOWN:
            del self._seen[next(iter(self._seen))]


def _person(data: Mapping[str, Any]) -> Person | None:
    """Who acts, and in which server: in a direct message the one that the button names. None where it says neither."""
    try:
        user = (data.get("member") or data)["user"]
        guild_id = data.get("guild_id")
        if guild_id is None:
            address = Address.parse(data["data"]["custom_id"])
            guild_id = address.guild_id if address is not None else None
        return (int(guild_id), int(user["id"])) if guild_id is not None else None
    except (LookupError, ValueError, TypeError, AttributeError):
        return None
