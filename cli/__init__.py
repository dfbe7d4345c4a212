"""The command line, beside ``bot.py``: what knows no Discord command. Imports cogs and models; only ``bot.py``
imports it."""
