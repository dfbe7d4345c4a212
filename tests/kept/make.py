"""Makes a database to keep: ``python -m tests.kept.make NAME`` plays a short story with the real bot on the simulated
Discord and writes what is in its database, on SQLite and on PostgreSQL, and every message that was on Discord.

What is kept is never made again: it is a database of its day, and every later version has to open it.
"""

import asyncio
import json
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from models.operations import copying
from models.terms import Choice
from rehearsal import inside
from rehearsal.cast import Cast, on_stage
from rehearsal.timeline import walked
from tests import postgresql
from tests.kept import world

START = datetime(2025, 3, 3, 9, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
ZONES = ("Europe/London", "Asia/Kathmandu", "America/New_York")
FORM = (
    "Timestamp,Your name,Name of your organisation,Country\n"
    '1,Ann Lee,Quay *Watch*,Kenya\n2,Ben Ray,"Foo, Bar & Baz",France\n3,Cy,n/a,\n4,Di,info@hill.example,\n'
    "5,Ed,مؤسسة الجسر,Egypt\n"
)
SCRIPTS = (
    "Łódź Press Club",
    "Ελληνικό Δίκτυο",
    "Мемориальный фонд",
    "北京读者会",
    "日本ペンの会",
    "संवाद मंच",
    "רשת הנהר",
)


@dataclass
class Story:
    """One letter that is archived, one in review, one with votes under way, one not open yet."""

    cast: Cast

    @property
    def mo(self) -> Any:
        return self.cast.moderators[0]

    @property
    def ike(self) -> Any:
        return self.cast.moderators[1]

    def place(self, name: str) -> Any:
        return self.cast.channels[name]

    async def play(self) -> None:
        await self.cast.set_up((), ZONES)
        await self._archived()
        await self._in_review()
        await self._open()
        await self._left_unfinished()

    async def _wait(self, span: timedelta) -> None:
        await self.cast.stage.leap(self.cast.stage.env.now() + span)

    async def manage(self, command: str, who: Any = None, **options: Any) -> Any:
        return await (who or self.mo).slash(self.place("moderators"), f"manage {command}", **options)

    async def confirmed(self, command: str, **options: Any) -> None:
        await self.cast.confirm(self.mo, await self.manage(command, **options))

    async def press(self, who: Any, shown: Any, label: str) -> Any:
        """Press the button whose label begins so; what it opens or answers."""
        message = self.cast.newest(shown)
        [whole] = [text for text in labels(message) if text.startswith(label)][:1] or [label]
        return await who.click(message, label=whole)

    def address(self, shown: Any, route: str) -> str:
        """The custom id of the first button or menu that leads there."""
        parts = (str(part.get("custom_id", "")) for part in walked(self.cast.newest(shown).components))
        return next(custom_id for custom_id in parts if f":{route}:" in custom_id)

    async def _letter(self, title: str, closes: datetime) -> None:
        shown = await self.manage("letter create")
        answers = {"title": title, "addressee": "The Minister", "day": f"{closes:%Y-%m-%d}", "hour": "18:00"}
        await self.mo.submit_modal(shown, {**answers, "zone": "Europe/London"})

    async def _text(self, letter: int, body: str, **options: Any) -> Any:
        file = ("letter.md", body.encode())
        return await self.manage("letter text", file=file, letter=str(letter), **options)

    async def propose(self, who: Any, letter: int, name: str, kind: str = "organisation", **told: str) -> Any:
        shown = await who.slash(self.place("proposals"), "propose", kind=kind, country="KE", letter=str(letter))
        return await who.submit_modal(shown, {"name": name, "detail": "", "note": "", **told})

    async def enter(self, letter: int, name: str, kind: str = "organisation") -> None:
        shown = await self.manage("signatory enter", kind=kind, country="FR", letter=str(letter))
        answers = {"name": name, "authorised_by": "Its director", "evidence": "E-mail", "note": "By post"}
        await self.mo.submit_modal(shown, {**answers, "detail": ""})

    async def sign(self, who: Any, letter: int, name: str, own: str) -> Any:
        place = self.place("proposals")
        shown = await who.slash(place, "sign", **{"as": own, "letter": str(letter)})
        kind = {"kind": "organisation"} if own == "organisation" else {}
        return await who.submit_modal(
            shown, {"name": name, "country": "GB", "detail": "", "authorised": True, **kind}
        )

    async def vote(self, card: Any, choices: str) -> None:
        """A ballot by each participant in turn: f, a or x."""
        meant = {"f": Choice.FOR, "a": Choice.AGAINST, "x": Choice.ABSTAIN}
        for who, choice in zip(self.cast.participants, choices, strict=False):
            await self.cast.vote(who, card, meant[choice])

    def card(self) -> Any:
        return self.place("proposals").last_message

    async def approve(self, who: Any, letter: int) -> None:
        """Approve at once all that are ready."""
        shown = await who.slash(self.place("moderators"), "review", letter=str(letter))
        await self.press(who, shown, "Approve all ")

    async def decide(self, letter: int, name: str, label: str, **answers: str) -> None:
        """Look at one name in the queue and decide it."""
        shown = await self.press(self.ike, await self.looked(self.ike, letter, name), label)
        if answers:
            await self.ike.submit_modal(shown, answers)

    async def _archived(self) -> None:
        await self._letter("Keep the river path open", START + 4 * DAY)
        await self._text(1, "We ask that the path *stays open*.\n\nIt is a common good.")
        await self.manage("letter voting", preset="moderators only", letter="1")
        await self.manage("letter open", letter="1")
        for name in ("Riverlight", "Hill Fund"):
            await self.enter(1, name)
        await self.sign(self.cast.participants[0], 1, "Ana Brook", "myself")
        await self.approve(self.ike, 1)
        await self.confirmed("letter publish", letter="1")
        await self.enter(1, "Late Harbour")
        await self.approve(self.ike, 1)
        await self.propose(self.cast.participants[8], 1, "Nobody Knows")
        await self.decide(1, "Nobody Knows", "Decline", preset="agreement", told="", note="Between us")
        await self._wait(HOUR)
        shown = await self.mo.slash(self.place("moderators"), "roster update", letter="1")
        await self.cast.confirm(self.mo, shown)
        shown = await self.manage("signatory remove", signatory="Hill Fund", letter="1")
        await self.mo.submit_modal(shown, {"reason": "They asked to leave"})
        await self._wait(5 * DAY)
        await self.confirmed("letter finish", letter="1")
        await self._wait(HOUR)
        await self.confirmed("letter archive", letter="1")

    async def _in_review(self) -> None:
        await self._letter("Publish the flood maps", START + 8 * DAY)
        await self._text(2, "We ask that the maps be published.")
        options = {"preset": "quorum vote", "quorum": "2", "threshold": "2/3", "per": "organisation"}
        await self.manage("letter voting", hours=24, secret=False, letter="2", **options)
        shown = await self.manage("letter edit", two_person=True, letter="2")
        answers = {"title": "Publish the flood maps", "addressee": "The Agency", "review_hours": "240"}
        await self.mo.submit_modal(shown, {**answers, "most_open": "50"})
        await self.manage("letter open", letter="2")
        agreed = {"authorised_by": "Its director", "evidence": "E-mail of this week"}
        ben = self.cast.participants[1]
        for name in SCRIPTS:
            await self.propose(ben, 2, name, **agreed)
            await self.vote(self.card(), "ffax")
        await self.propose(ben, 2, "Opposed Society", **agreed)
        await self.vote(self.card(), "aaaf")
        await self.propose(ben, 2, "No Quorum Trust")
        await self.propose(ben, 2, "Hesitant House")
        await self.vote(self.card(), "ff")
        await self._import(2)
        await self._wait(30 * HOUR)
        await self.approve(self.ike, 2)
        await self.approve(self.cast.moderators[2], 2)
        await self.decide(2, "Hesitant House", "Hold", preset="talk", told="", note="Between us")
        await self.decide(2, "Opposed Society", "Decline", preset="vote", told="", note="")
        await self.propose(ben, 2, "Short Before The Close", **agreed)
        await self.vote(self.card(), "ff")
        await self._wait(3 * DAY)
        await self.approve(self.ike, 2)
        late = await self.propose(ben, 2, "Too Late Union", **agreed)
        await self.cast.press(ben, late, "Keep it as late")

    async def _import(self, letter: int) -> None:
        place = self.place("moderators")
        shown = await self.mo.slash(
            place, "roster import", file=("form.csv", FORM.encode()), letter=str(letter)
        )
        opened = await self.press(self.mo, shown, "Next: describe this list")
        said = {"way": "signed"}
        said |= {"authorised_by": "Mo, secretary", "evidence": "The coalition's form"}
        await self.press(self.mo, await self.mo.submit_modal(opened, said), "Import ")

    async def _open(self) -> None:
        closes = self.cast.stage.env.now() + 6 * DAY
        await self._letter("Keep our messages closed", closes)
        await self._text(3, "We ask that messages stay closed.\n\nEveryone has a right to write.")
        await self._text(3, "Wir bitten darum, dass Nachrichten geschlossen bleiben.", language="de")
        for subject, body in (("Cost", "It costs *nothing*."), ("Law", "It is the law.")):
            await self.mo.submit_modal(
                await self.manage("letter point", subject=subject, letter="3"), {"body": body}
            )
        await self.manage("letter voting", preset="open vote", hours=48, letter="3")
        await self.manage("letter open", letter="3")
        people = self.cast.participants
        await self.sign(people[2], 3, "Cem Işık", "myself")
        await self.sign(people[3], 3, "Dale Readers", "organisation")
        await self.enter(3, "Harbour Watch Ltd")
        await self.enter(3, "Marked Twin Ltd")
        await self.approve(self.ike, 3)
        await self.confirmed("letter publish", letter="3")
        await self._wait(HOUR)
        for name, choices in (("Open Vote One", "faf"), ("Open Vote Two", "fxaff"), ("Open Vote Three", "")):
            await self.propose(people[4], 3, name, authorised_by="Its chair", evidence="A letter")
            await self.vote(self.card(), choices)
        await self.propose(people[5], 3, "Cancelled Guild")
        shown = await people[5].slash(self.place("proposals"), "signatory cancel", signatory="Cancelled Guild")
        await self.cast.confirm(people[5], shown)
        await self.enter(3, "Harbour Watch")
        await self.enter(3, "Marked Twin")
        await self._pairs()
        await self._person()
        shown = await self.manage("signatory contact", signatory="Dale Readers")
        await self.mo.submit_modal(shown, {"address": "office@dale.example"})
        shown = await self.manage("letter dates", letter="3")
        await self._event(shown)
        for who, status, code in ((people[2], 403, 50007), (people[4], 500, 0)):
            place = f"/channels/{who.user.dm_channel.id}/messages"
            inside.fail(self.cast.stage.env, "POST", place, status=status, code=code, message="-")
        said = await self._text(3, "We ask that messages stay closed for good.")
        await self.press(self.mo, said, "It changes the substance")
        await self._wait(2 * HOUR)

    async def _pairs(self) -> None:
        """One name is merged into another, and of two a moderator says that they are different bodies."""
        for name, label in (("Harbour Watch", "Same as"), ("Marked Twin", "Not ")):
            shown = await self.looked(self.mo, 3, name)
            shown = await self.press(self.mo, shown, label)
            if label == "Same as":
                shown = await self.press(self.mo, shown, "Merge into")
                await self.press(self.mo, shown, "Merge")

    async def looked(self, who: Any, letter: int, name: str) -> Any:
        """The card of one name in the queue."""
        shown = await who.slash(self.place("moderators"), "review", letter=str(letter))
        for menu in walked(self.cast.newest(shown).components):
            for option in menu.get("options", ()):
                if ":review.look:" in menu["custom_id"] and option["label"] == name:
                    return await who.select(
                        self.cast.newest(shown), [option["value"]], custom_id=menu["custom_id"]
                    )
        raise LookupError(name)

    async def _person(self) -> None:
        """A name that is a member's: they are asked, and have not answered."""
        await self.propose(self.mo, 3, "Ada Brook", "individual")
        shown = await self.mo.slash(self.place("moderators"), "signatory show", signatory="Ada Brook")
        menu = await self.press(self.mo, shown, "They're a member here")
        custom_id = self.address(menu, "person.chosen")
        await self.mo.select(self.cast.newest(menu), [self.cast.participants[9]], custom_id=custom_id)

    async def _event(self, shown: Any) -> None:
        """The close is in the server's list of events, and names are asked for until a soft deadline."""
        shown = await self.press(self.mo, shown, "Show the deadline")
        opened = await self.mo.click(self.cast.newest(shown), custom_id=self.address(shown, "dates.ask"))
        day = f"{self.cast.stage.env.now() + 3 * DAY:%Y-%m-%d}"
        shown = await self.mo.submit_modal(opened, {"day": day, "hour": "12:00", "zone": "Europe/London"})
        await self.press(self.mo, shown, "Set it")

    async def _left_unfinished(self) -> None:
        """Everything that somebody has open just now: drafts, panels, questions."""
        await self._letter("Not open yet", self.cast.stage.env.now() + 20 * DAY)
        who, place, desk_ = self.cast.participants[6], self.place("proposals"), self.place("moderators")
        await self.propose(who, 3, "https://not-a-name.example")
        await self._text(3, "We ask once more that messages stay closed.")
        for name in ("eve", "noor"):
            outside = self.cast.guild.add_member(self.cast.stage.env.create_user(name))
            await self.cast.stage.env.settle()
            shown = await outside.slash(self.cast.hall, "take-part")
            shown = await outside.submit_modal(shown, {"organisation": f"{name}'s Fund", "title": "Chair"})
            if name == "eve":
                await self.press(outside, shown, "Ask to be let in")
        await self.propose(self.mo, 3, "Noor Hill", "individual")
        shown = await self.mo.slash(desk_, "signatory show", signatory="Noor Hill")
        await self.press(self.mo, shown, "They're a member here")
        for name in ("Quay Press", "Quay Press Ltd"):
            await self.enter(3, name)
        await self.looked(self.mo, 3, "Quay Press Ltd")
        await self.press(self.ike, await self.looked(self.ike, 3, "Quay Press"), "Same as")
        newest = who.user.dm_channel.last_message
        await who.user.click(newest, label="Remind me later")
        for command, options in (
            ("help", {}), ("mine", {}), ("reminders", {}), ("letter status", {}), ("letter text", {}),
            ("letter points", {"letter": "3"}), ("signatory list", {"letter": "3"}), ("privacy about", {}),
            ("privacy erase", {}), ("take-part", {}), ("signatory show", {"signatory": "Open Vote One"}),
        ):  # fmt: skip
            await who.slash(place, command, **options)
        proposer = self.cast.participants[4]
        for command in ("signatory show", "signatory cancel"):
            await proposer.slash(place, command, signatory="Open Vote Two")
        await self.cast.participants[3].slash(place, "signatory cancel", signatory="Dale Readers")
        for command, options in (
            ("review", {"letter": "2"}), ("review", {"letter": "3"}), ("mine", {}), ("help", {}),
            ("reminders", {}), ("roster imports", {"letter": "2"}), ("roster acts", {}), ("letter status", {}),
            ("roster update", {"letter": "3"}), ("roster contacts", {"letter": "3"}),
            ("signatory show", {"signatory": "Dale Readers"}), ("signatory show", {"signatory": "Ada Brook"}),
            ("manage letter close", {"letter": "3"}), ("manage letter dates", {"letter": "3"}),
            ("manage letter reminders", {"letter": "3"}), ("manage letter cancel", {"letter": "4", "reason": "No"}),
            ("manage signatory edit", {"signatory": "Dale Readers"}), ("manage letter publish", {"letter": "2"}),
            ("manage member block", {"member": who}), ("manage member unblock", {"member": who}),
        ):  # fmt: skip
            await self.mo.slash(desk_, command, **options)
        await self.cast.owner.slash(desk_, "setup")
        inside.set_clock(self.cast.stage.env, self.cast.stage.env.now() + 14 * HOUR)


def labels(message: Any) -> Iterator[str]:
    return (str(part.get("label") or "") for part in walked(message.components) if part.get("type") == 2)


def _on_postgresql(file: Path) -> str:
    """The same database on PostgreSQL, as statements."""
    with postgresql.started() as server:
        server.execute("CREATE DATABASE kept")
        copying.copy(f"sqlite:///{file}", server.url("kept"))
        program = [
            str(server.bin / "pg_dump"),
            "--inserts",
            "--no-owner",
            "--no-privileges",
            server.url("kept"),
        ]
        said = subprocess.run(program, check=True, capture_output=True, text=True).stdout
    # psql's own commands, which only psql can read
    return "\n".join(line for line in said.splitlines() if not line.startswith("\\")) + "\n"


def _lines(stood: dict[str, Any]) -> str:
    """As JSON, with each person and each message on a line."""
    parts = []
    for key, part in stood.items():
        lines = [json.dumps(one, ensure_ascii=False) for one in part] if isinstance(part, list) else None
        parts.append(f'"{key}": ' + ("[\n" + ",\n".join(lines) + "\n]" if lines else json.dumps(part)))
    return "{" + ",\n".join(parts) + "}\n"


async def _played(file: Path) -> dict[str, Any]:
    async with on_stage(file, START, lead=20.0) as cast:
        await Story(cast).play()
        return world.seen(cast.stage, cast.guild)


def main(name: str) -> None:
    with tempfile.TemporaryDirectory(prefix="undersigned-") as folder:
        file = Path(folder) / "kept.db"
        stood = asyncio.run(_played(file))
        connection = sqlite3.connect(file)
        statements = "\n".join(connection.iterdump()) + "\n"
        connection.close()
        for suffix, text in (
            ("sqlite.sql", statements),
            ("postgresql.sql", _on_postgresql(file)),
            ("json", _lines(stood)),
        ):
            (world.FOLDER / f"{name}.{suffix}").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
