"""Cogs about what the bot says of its own accord: what is planned, and *Remind me later*. They import
background, runtime and ui."""
