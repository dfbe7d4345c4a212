"""A tool that tries the bot over a real network: the simulated Discord behind an HTTP and a WebSocket server on this
machine's own address, and the bot as a process of its own, ``python bot.py run`` as users run it.

``inside`` is simcord's world, ``rest`` and ``gateway`` are its two servers, ``faults`` what can be done to them,
``process`` the bot, ``line`` all of that put together. ``kills`` and ``matrix`` are run by command; their short forms
are in ``tests/wire``. ``benchmarks.wire`` measures on it.
"""
