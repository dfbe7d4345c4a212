"""The kit: what the rooms share. Each file says of itself what it is; this is where to look.

*A press arrives*: ``listening`` (the gateway), ``once`` (a doubled event), ``switchboard`` (which room), ``room`` (the
base of every cog), ``address`` and ``packing`` (what a custom id carries), ``gate`` and ``powers`` (who may; what the
bot may), ``inputs`` (options, autocomplete), ``forms``, ``proposing`` (the one form that several rooms open).

*It is answered*: ``cards`` (sheet to message, pure), ``layout`` (their parts), ``words``, ``states``, ``refusals``,
``findings`` and ``likenesses`` (what members read), ``door`` (every error), ``parcel`` (large files).

*The bot speaks of its own accord*: ``waker`` (when), ``rounds`` (a task that goes round and rests), ``teller`` and
``sender`` (notices, public cards), ``calendar`` (Discord's events), ``turn`` (only the leader speaks), ``post`` (every
send and edit).

*A server is looked after*: ``founding`` (channels and roles), ``presence`` (who is still there).
"""
