"""The floor of the benchmarks over the wire: a discord.py bot with one button that only answers."""

import os

import discord
from discord import ui
from discord.ext import commands


class Button(ui.DynamicItem[ui.Button[ui.View]], template=r"bare:(?P<number>\d+)"):
    """Answers with the first response, as ours does; has nothing to say."""

    def __init__(self, number: str) -> None:
        super().__init__(ui.Button(label="Press", custom_id=f"bare:{number}"))

    @classmethod
    async def from_custom_id(cls, _interaction, _item, match, /):  # type: ignore[no-untyped-def]
        return cls(match["number"])

    async def callback(self, interaction: discord.Interaction) -> None:
        await interaction.response.send_message("Pressed.", ephemeral=True)


class Bare(commands.Bot):
    async def setup_hook(self) -> None:
        self.add_dynamic_items(Button)


if __name__ == "__main__":
    bot = Bare(commands.when_mentioned, intents=discord.Intents(guilds=True), help_command=None)
    bot.run(os.environ["UNDERSIGNED_TOKEN"])
