"""The wire: the simulated Discord behind a real HTTP and WebSocket server on this machine's own address, and the bot
as a process of its own, ``python bot.py run`` as users run it.

``inside`` is simcord's world, ``rest`` and ``gateway`` are its two servers, ``faults`` what can be done to them,
``process`` the bot, ``line`` all of that put together. ``kills`` and ``matrix`` are the long tests, by command.
"""
