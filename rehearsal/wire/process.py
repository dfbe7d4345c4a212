"""The bot as a process of its own: ``python bot.py run``, with settings from the environment."""

import asyncio
import os
import signal
import sys
from collections import deque
from pathlib import Path
from typing import Any

from rehearsal.keys import KEY

ROOT = Path(__file__).parents[2]
BOOT = Path(__file__).with_name("boot")
TOKEN = "wire.token.here"


class Process:
    """One run of a program against the wire. ``lines`` are the last things that it logged."""

    def __init__(self, running: asyncio.subprocess.Process) -> None:
        self._running = running
        self.lines: deque[str] = deque(maxlen=500)
        self._reading = asyncio.create_task(self._read())

    @classmethod
    async def start(
        cls, host: str, database: str, *words: str, program: Path = ROOT / "bot.py", **settings: Any
    ) -> "Process":
        """Start it; ``settings`` are those of the bot, and ``clock`` a file that moves its clock."""
        clock = settings.pop("clock", None)
        environment = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith("UNDERSIGNED_") and name != "PYTHONDONTWRITEBYTECODE"  # hosts keep it too
        }
        environment |= {
            "WIRE_ADDRESS": host,
            "UNDERSIGNED_TOKEN": TOKEN,
            "UNDERSIGNED_DATABASE": database,
            "UNDERSIGNED_KEY": KEY.secret.hex(),
            "PYTHONPATH": str(BOOT),
            "PYTHONUNBUFFERED": "1",
            **{f"UNDERSIGNED_{name.upper()}": str(value) for name, value in settings.items()},
            **({"WIRE_CLOCK": str(clock)} if clock is not None else {}),
        }
        running = await asyncio.create_subprocess_exec(
            sys.executable,
            str(program),
            *(words or ("run",)),
            cwd=Path(database.removeprefix("sqlite:///")).parent if database.startswith("sqlite") else ROOT,
            env=environment,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.PIPE,
        )
        return cls(running)

    @property
    def pid(self) -> int:
        return self._running.pid

    @property
    def ended(self) -> bool:
        return self._running.returncode is not None

    @property
    def said(self) -> str:
        return "\n".join(self.lines)

    def kill(self) -> None:
        """As ``kill -9`` does."""
        if not self.ended:
            self._running.send_signal(signal.SIGKILL)

    async def stop(self) -> int:
        """End it as a service manager does; the exit code."""
        if not self.ended:
            self._running.terminate()
        return await self.gone()

    async def gone(self) -> int:
        """Wait until it has ended; the exit code."""
        code = await self._running.wait()
        await self._reading
        if self._running.stdin is not None:
            self._running.stdin.close()
        return code

    async def _read(self) -> None:
        assert self._running.stderr is not None
        async for line in self._running.stderr:
            self.lines.append(line.decode(errors="replace").rstrip())
