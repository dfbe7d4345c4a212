#!/bin/sh
# Library: discord.py 2.7.1.
# Guess: once a shard is connected again, the next cut of its line is tried again within a second or two, as the first was.
# What happens: a shard keeps one ExponentialBackoff for its whole life, and a connection that succeeds does not reset it.
#   Only a rest of more than 2048 seconds without a try does. A line that is cut every half hour waits up to 2, 4, 8 …
#   and at last 1024 seconds, though each try before was a success. Shown by the longest wait of each cut.
# Seen on 30 November 2026 with Python 3.11. Fails if the output changes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check discord.py==2.7.1 2>/dev/null
"$folder/venv/bin/python" - > "$folder/seen" <<'PYTHON'
import asyncio
from unittest.mock import AsyncMock, MagicMock, patch

import discord.shard

clock = [0.0]
REST = {"half an hour apart": 1800, "forty minutes apart": 2400}


async def longest(rest: float) -> list[float]:
    with patch("discord.backoff.time.monotonic", lambda: clock[0]):
        shard = discord.shard.Shard(MagicMock(), MagicMock(is_closed=lambda: False, _reconnect=True), MagicMock())
        shard._backoff._randfunc = lambda least, most: most  # the longest wait that it may choose
        shard.launch = MagicMock()
        waits = AsyncMock()
        with patch("discord.shard.asyncio.sleep", waits), patch.object(
            discord.shard.DiscordWebSocket, "from_client", AsyncMock()
        ):
            for _ in range(11):
                clock[0] += rest
                await shard._handle_disconnect(ConnectionRefusedError())  # the line is cut
                await shard.reconnect()  # and the next try is a success
        assert shard.launch.call_count == 11
        return [call.args[0] for call in waits.await_args_list]


for said, rest in REST.items():
    print(f"{said}: {[round(wait) for wait in asyncio.run(longest(rest))]}")
PYTHON
cat > "$folder/expected" <<'SEEN'
half an hour apart: [2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 1024]
forty minutes apart: [2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2]
SEEN
cat "$folder/seen"
diff "$folder/expected" "$folder/seen"
