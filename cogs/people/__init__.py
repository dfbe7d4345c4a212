"""Cogs about people and their server: setup, taking part, what waits for me, privacy, help. They import
background, runtime and ui."""
