"""The local Discord on which anyone tries the bot without a token. Nobody imports it but ``bot.py`` and the tests."""
