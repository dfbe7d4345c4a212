#!/bin/sh
# Library: discord.py 2.7.1 (Discord's reference, Edit Message: `flags` may set or unset SUPPRESS_EMBEDS, 1 << 2).
# Guess: message.edit(content=...) changes the text and leaves alone what isn't named, as everywhere in this library.
# What happens: `suppress`, alone among the arguments, is False where it isn't given, and that means "show previews".
#   A moderator takes away the preview under a bot's message (its flags are 4), and the next edit sends "flags": 0 with
#   the new text, so that the preview is back. The same edit by a PartialMessage sends no flags.
# Seen on 30 November 2026 with Python 3.11. Fails if the output changes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check discord.py==2.7.1 2>/dev/null
"$folder/venv/bin/python" - > "$folder/seen" <<'PYTHON'
import asyncio
from unittest.mock import AsyncMock

import discord

BOT = {"id": "7", "username": "bot", "discriminator": "0", "avatar": None, "bot": True}
PREVIEW_TAKEN_AWAY = {
    "id": "5", "channel_id": "4", "author": BOT, "content": "https://example.org", "type": 0, "flags": 4, "tts": False,
    "timestamp": "2026-11-30T12:00:00+00:00", "edited_timestamp": None, "pinned": False, "mention_everyone": False,
    "embeds": [], "attachments": [], "mentions": [], "mention_roles": [],
}


async def main():
    client = discord.Client(intents=discord.Intents.none())
    channel = client.get_partial_messageable(4)
    client.http.edit_message = AsyncMock(return_value=PREVIEW_TAKEN_AWAY)
    message = discord.Message(state=client._connection, channel=channel, data=PREVIEW_TAKEN_AWAY)
    print("is without its preview:", message.flags.suppress_embeds)
    for one in (message, channel.get_partial_message(5)):
        await one.edit(content="https://example.org, 12 names")
        print(f"{type(one).__name__} sends", client.http.edit_message.await_args.kwargs["params"].payload)


asyncio.run(main())
PYTHON
cat > "$folder/expected" <<'SEEN'
is without its preview: True
Message sends {'content': 'https://example.org, 12 names', 'tts': False, 'flags': 0}
PartialMessage sends {'content': 'https://example.org, 12 names', 'tts': False}
SEEN
cat "$folder/seen"
diff "$folder/expected" "$folder/seen"
