#!/bin/sh
# Library: discord.py 2.7.1, app_commands.
# Guess: an error of any kind that a check raises reaches the tree's on_error, as one raised in the command itself does;
#   and a command's own error handler, where there is one, takes the place of the tree's.
# What happens: in a context menu each error becomes CommandInvokeError and arrives. In a slash command only an
#   AppCommandError does; any other error ends the task of the library unseen by every handler, so a person who typed the
#   command gets no answer. And where a command has its own handler, the tree's is called after it all the same.
# Seen on 29 November 2026 with Python 3.11. Fails if the output changes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check discord.py==2.7.1 2>/dev/null
"$folder/venv/bin/python" -W ignore - > "$folder/seen" <<'PYTHON'
import asyncio

import discord
from discord import app_commands


def fails(_interaction):
    raise LookupError


@app_commands.command(name="sign", description="d")
@app_commands.check(fails)
async def sign(interaction: discord.Interaction):
    pass


@app_commands.command(name="vote", description="d")
async def vote(interaction: discord.Interaction):
    raise LookupError


@app_commands.context_menu(name="propose")
@app_commands.check(fails)
async def propose(interaction: discord.Interaction, member: discord.User):
    pass


PERSON = {"id": "7", "username": "ana", "discriminator": "0", "avatar": None}


def typed(name, kind=1):
    data = {"id": "5", "name": name, "type": kind}
    if kind == 2:
        data |= {"target_id": "7", "resolved": {"users": {"7": PERSON}}}
    return {"id": "1", "type": 2, "token": "t", "application_id": "3", "version": 1, "channel_id": "4",
            "user": PERSON, "data": data, "attachment_size_limit": 10485760, "entitlements": [], "authorizing_integration_owners": {}}


async def main():
    client = discord.Client(intents=discord.Intents.none())
    await client._async_setup_hook()
    tree = app_commands.CommandTree(client)
    for command in (sign, vote, propose):
        tree.add_command(command)
    heard = []

    @tree.error
    async def on_error(_interaction, error):
        heard.append(f"tree: {type(error).__name__}")

    @vote.error
    async def on_vote_error(_interaction, error):
        heard.append(f"command: {type(error).__name__}")

    for what, name, kind in (("check of a slash command", "sign", 1), ("check of a context menu", "propose", 2),
                             ("inside a command with a handler", "vote", 1)):
        heard.clear()
        tree._from_interaction(discord.Interaction(data=typed(name, kind), state=client._connection))
        [task] = asyncio.all_tasks() - {asyncio.current_task()}
        await asyncio.wait([task])
        print(f"{what}: {', '.join(heard) or 'no handler'}; the task ended with {task.exception()!r}")


asyncio.run(main())
PYTHON
cat > "$folder/expected" <<'SEEN'
check of a slash command: no handler; the task ended with LookupError()
check of a context menu: tree: CommandInvokeError; the task ended with None
inside a command with a handler: command: CommandInvokeError, tree: CommandInvokeError; the task ended with None
SEEN
cat "$folder/seen"
diff "$folder/expected" "$folder/seen"
